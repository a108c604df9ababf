/**
 * Warning orders — work bought of a source, fact-finding missions, alert levels set by the planner.
 *
 * source: money → preparation, log-normal days → effort = amount · ramp over sourceRampDays; patrols need a mission,
 *   liaison and monitors the host's consent; cost = amount · usual cost · (1, or a share for one region)      [factor, USD]
 * fact-finding: staff at work = amount · ramp · (1, or `rightsOutside` without consent to work inside), spread over the
 *   regions by people where no region is named                                                             [people]
 * watch = staff/(staff + rightsHalf): attention (attention.ts), campaigns (campaigns.ts), consent (consent.ts); local factors
 *   of killing, host · (1 − rightsDeterHost · w · restraint), others · (1 − rightsDeterRebels · w), w by region   [factor]
 *   restraint = 1 − 2 · (intent of the host − 0.5), between 0 and 1: a determined host is not deterred
 * alert levels: those of the newest order under way, else the scenario's                                    [probability]
 *
 * Source: organisers avoided mass killing where foreigners watched (Kuperman 2000); obstruction falls on rights reporting
 * (Duursma 2020). Forms and sizes MODEL.
 * Assumes: staff outside the country work from testimony, to less effect.
 * Reads consent, missionPresent, cash, committed, rowState, rowRelief. Writes sourceEffort, rightsStaff, rightsWatch, alertThreshold,
 * rowStage, rowWork, rowDuration, rowRamp, rowProgress, rowEffect, rowConstraint, spent, cash. Draws: phaseDuration.
 */
import { ALERT_LEVELS, CONSENT, FACT_FINDING, FULL_EFFECT, LEAD_TIME, lifts, NONE, ROW_UNDER_WAY, SOURCE } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { passGates, settleOrder } from './field-orders.ts';
import { pay, perDay } from './money.ts';

const HUMAN = 1;
const PATROL = 2;
const MONITORS = 3;
/** Months of running costs an order must find before it begins. */
const MONTHS_AHEAD = 3;

function stepSource(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const source = o.extra[3 * i]!;
  const region = o.region[i]!;
  const kind = t.sourceKind[source]!;
  const monthly = o.amount[i]! * t.sourceUsd[source]! * (region < 0 ? 1 : p.sourceRegionShare);
  const consent = kind === HUMAN || kind === MONITORS ? p.consentForMonitors : 0;
  const gate = passGates(run, i, consent, kind === PATROL, MONTHS_AHEAD * monthly, p.sourceDays, p.fieldSigma, 1, 0);
  if (gate !== 0) {
    settleOrder(run, i, 0, gate);
    return;
  }
  s.rowRamp[i] = lifts(s.rowRelief[i]!, LEAD_TIME) ? 1 : Math.min(1, s.rowRamp[i]! + 1 / p.sourceRampDays);
  pay(run, perDay(monthly) * s.rowRamp[i]!);
  settleOrder(run, i, s.rowRamp[i]!, s.rowRamp[i]! < 1 ? LEAD_TIME : NONE);
}

function stepFactFinding(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const relief = s.rowRelief[i]!;
  const monthly = o.amount[i]! * p.monitorUsd;
  const gate = passGates(run, i, 0, false, MONTHS_AHEAD * monthly, p.rightsDays, p.fieldSigma, 1, 0);
  if (gate !== 0) {
    settleOrder(run, i, 0, gate);
    return;
  }
  s.rowRamp[i] = lifts(relief, LEAD_TIME) ? 1 : Math.min(1, s.rowRamp[i]! + 1 / p.monitorsRampDays);
  pay(run, perDay(monthly) * s.rowRamp[i]!);
  const inside = s.consent[0]! >= p.consentForMonitors || lifts(relief, CONSENT);
  const effect = s.rowRamp[i]! * (inside ? 1 : p.rightsOutside);
  settleOrder(run, i, effect, s.rowRamp[i]! < 1 && inside ? LEAD_TIME : effect < FULL_EFFECT ? CONSENT : NONE);
}

/** Adds what a source order has in place. */
function addEffort(run: Run, i: number): void {
  const { s, t, o } = run;
  const row = o.extra[3 * i]! * t.R;
  const effort = o.amount[i]! * s.rowEffect[i]!;
  const region = o.region[i]!;
  if (region >= 0) s.sourceEffort[row + region]! += effort;
  // nationwide work stays within the usual reach of the source
  else for (let r = 0; r < t.R; r++) if (t.sourceReach[row + r] === 1) s.sourceEffort[row + r]! += effort;
}

/** Adds staff of a fact-finding order by region; returns them. */
function addStaff(run: Run, i: number): number {
  const { s, t, o } = run;
  const staff = o.amount[i]! * s.rowEffect[i]!;
  const region = o.region[i]!;
  if (region >= 0) s.rightsStaff[region]! += staff;
  else {
    let people = 0;
    for (let r = 0; r < t.R; r++) people += t.population[r]!;
    for (let r = 0; r < t.R; r++) s.rightsStaff[r]! += staff * t.population[r]! / people;
  }
  return staff;
}

/** What watched conduct takes off the local factors of killing; called once they have been set for the day. */
export function restrainByWatch(run: Run): void {
  const { s, t } = run;
  if (s.rightsWatch[0] === 0) return;
  const { p } = t;
  const restraint = Math.max(0, Math.min(1, 1 - 2 * (s.intent[t.hostParty]! - 0.5)));
  for (let r = 0; r < t.R; r++) {
    const staff = s.rightsStaff[r]!;
    if (staff === 0) continue;
    const watch = staff / (staff + p.rightsHalf);
    s.localHostFactor[r]! *= 1 - p.rightsDeterHost * watch * restraint;
    s.localRebelFactor[r]! *= 1 - p.rightsDeterRebels * watch;
  }
}

export const warningOrders: Mechanism = {
  name: 'warning-orders', phase: 10,
  reads: ['consent', 'missionPresent', 'cash', 'committed', 'rowState', 'rowRelief'],
  writes: ['sourceEffort', 'rightsStaff', 'rightsWatch', 'alertThreshold', 'rowStage', 'rowWork', 'rowDuration', 'rowRamp', 'rowProgress', 'rowEffect', 'rowConstraint', 'spent', 'cash'],
  run: run => {
    const { s, t, o } = run;
    let orders = 0;
    for (let i = 0; i < o.rows; i++) {
      const kind = o.kind[i]!;
      if (kind === SOURCE || kind === FACT_FINDING || kind === ALERT_LEVELS) orders++;
    }
    if (orders === 0) return;
    s.sourceEffort.fill(0);
    s.rightsStaff.fill(0);
    for (let n = 0; n < t.alertLevels.length; n++) s.alertThreshold[n + 1] = t.alertLevels[n]!;
    let staff = 0;
    for (let i = 0; i < o.rows; i++) {
      if (s.rowState[i] !== ROW_UNDER_WAY || !(o.amount[i]! > 0)) continue;
      const kind = o.kind[i]!;
      if (kind === SOURCE) {
        stepSource(run, i);
        addEffort(run, i);
      } else if (kind === FACT_FINDING) {
        stepFactFinding(run, i);
        staff += addStaff(run, i);
      } else if (kind === ALERT_LEVELS) {
        for (let n = 0; n < t.alertLevels.length; n++) s.alertThreshold[n + 1] = o.extra[3 * i + n]!;
        s.rowEffect[i] = 1;
        s.rowProgress[i] = 1;
        s.rowConstraint[i] = NONE;
      }
    }
    s.rightsWatch[0] = staff > 0 ? staff / (staff + t.p.rightsHalf) : 0;
  },
};
