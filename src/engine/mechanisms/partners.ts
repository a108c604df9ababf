/**
 * Partners — what regional organisations are asked for and what supports their forces.
 *
 * request: deliberation and preparation, log-normal days · (1.5 − readiness), at a pace of 0.3 + 0.7 · will a day   [day]
 *   monitors work in a region beside those of the mission; mediators raise the odds of talks; information raises what
 *   human sources and partners see; each in place over partnerRampDays
 * cost a month = people · partnerStaffUsd, less the partner's own funds                                         [USD]
 * support of a partner's force = means + (1 − means) · Σ usd/(usd + half) · ramp                            [share]
 * conduct = conduct of D0 + (1 − conduct of D0) · screening · ramp                                          [index 0–1]
 * standing = Σ people · (legitimacy − 0.5), harm = Σ people · (1 − conduct), by region                       [people]
 *
 * Source: fast but thinly supported forces and their re-hatting (cases in logistics and evidence); no rate known: MODEL.
 * Assumes: the force itself is pledged by a contributor of the partner and ordered as a deployment at the level
 * "bridging"; at "rehat" it comes under the mission, with the dip of a change of command (presence.ts), and needs no package.
 * Reads consent, cash, committed, rowState, rowRelief, unit columns. Writes partner…, informationShared, row columns, spent,
 *   cash. Draws: phaseDuration.
 */
import { FULL_EFFECT, LEAD_TIME, lifts, MONEY, NONE, PARTNER, PARTNER_REQUEST, progressOf, ROW_UNDER_WAY, SUPPORT_PACKAGE } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { PARTNER_ASKS } from '../schedule.ts';
import { BRIDGING, PHASE_OPERATIONAL, readinessOf } from '../unit-stages.ts';
import { passGates, wayOf } from './field-orders.ts';
import { available, pay, perDay } from './money.ts';

export const ASK_MONITORS = PARTNER_ASKS.indexOf('monitors');
const ASK_MEDIATORS = PARTNER_ASKS.indexOf('mediators');
const MONTHS_AHEAD = 3;
/** A day of work that ends any preparation, for a limit that is lifted. */
const AT_ONCE = 1e9;

/** Partner of the contributor that raised unit u, while it serves under the partner's own authority; −1 for none. */
export function partnerOf(run: Run, u: number): number {
  const row = run.o.unitRow[u]!;
  if (row < 0 || readinessOf(run, u) !== BRIDGING) return -1;
  const contributor = run.o.contributor[row]!;
  return contributor < 0 ? -1 : run.t.contributorPartner[contributor]!;
}

function settle(run: Run, i: number, effect: number, limit: number): void {
  const { s } = run;
  s.rowEffect[i] = effect;
  s.rowConstraint[i] = limit;
  s.rowProgress[i] = progressOf(wayOf(run, i), effect);
}

/** Brings the ramp of order i on by a day. */
function ramp(run: Run, i: number, days: number): number {
  const { s } = run;
  s.rowRamp[i] = lifts(s.rowRelief[i]!, LEAD_TIME) ? 1 : Math.min(1, s.rowRamp[i]! + 1 / days);
  return s.rowRamp[i]!;
}

function stepRequest(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p, partners } = t;
  const partner = o.extra[3 * i]!;
  const ask = o.extra[3 * i + 1]!;
  const amount = o.amount[i]!;
  const willing = 0.3 + 0.7 * partners.will[partner]!;
  const isSlow = willing < 0.7;
  const own = Math.max(0, perDay(amount * p.partnerStaffUsd) - partners.usdPerDay[partner]!);
  const pace = isSlow && lifts(s.rowRelief[i]!, PARTNER) ? AT_ONCE : willing;
  const gate = passGates(run, i, ask === ASK_MONITORS ? p.consentForMonitors : p.consentToEnter, false, MONTHS_AHEAD * 30 * own, p.partnerDays * (1.5 - partners.readiness[partner]!), p.partnerSigma, pace, isSlow ? PARTNER : 0);
  if (gate !== 0) {
    settle(run, i, 0, gate);
    return;
  }
  const effect = ramp(run, i, p.partnerRampDays);
  pay(run, own * effect);
  settle(run, i, effect, effect < FULL_EFFECT ? LEAD_TIME : NONE);
  const weight = partners.legitimacy[partner]! * effect;
  if (ask === ASK_MONITORS) addPeople(run, o.region[i]!, partner, amount * effect);
  else if (ask === ASK_MEDIATORS) s.partnerMediation[0] = Math.min(1, s.partnerMediation[0]! + weight * amount / (amount + p.partnerMediatorsHalf));
  else s.informationShared[0] = Math.min(1, s.informationShared[0]! + weight * amount / (amount + p.partnerInformationHalf));
}

function stepSupport(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p, partners } = t;
  const partner = o.extra[3 * i]!;
  const monthly = o.amount[i]!;
  const relief = s.rowRelief[i]!;
  const gate = passGates(run, i, 0, false, MONTHS_AHEAD * monthly, p.partnerDays, p.partnerSigma, 1, 0);
  if (gate !== 0) {
    settle(run, i, 0, gate);
    return;
  }
  const isPaid = available(run) >= perDay(monthly) || lifts(relief, MONEY);
  const effect = isPaid ? ramp(run, i, p.supportRampDays) : 0;
  if (isPaid) pay(run, perDay(monthly) * effect);
  settle(run, i, effect, !isPaid ? MONEY : effect < FULL_EFFECT ? LEAD_TIME : NONE);
  const means = partners.means[partner]!;
  s.partnerSupport[partner] = Math.min(1, s.partnerSupport[partner]! + (1 - means) * effect * monthly / (monthly + p.supportHalfUsd));
  if (o.extra[3 * i + 1] === 1) s.partnerConduct[partner] = Math.min(1, s.partnerConduct[partner]! + (1 - partners.conduct[partner]!) * p.screeningGain * effect);
}

/** Counts people of a partner in region r. */
function addPeople(run: Run, r: number, partner: number, people: number): void {
  const { s, t } = run;
  s.partnerPeople[r]! += people;
  s.partnerStanding[r]! += people * (t.partners.legitimacy[partner]! - 0.5);
  s.partnerHarm[r]! += people * (1 - s.partnerConduct[partner]!);
}

export const partners: Mechanism = {
  name: 'partners', phase: 16,
  reads: ['consent', 'missionPresent', 'cash', 'committed', 'rowState', 'rowRelief', 'unitPhase', 'unitOperational', 'unitRegion', 'unitAttempt', 'partnerSupport', 'partnerConduct'],
  writes: ['partnerSupport', 'partnerConduct', 'partnerPeople', 'partnerStanding', 'partnerHarm', 'informationShared', 'partnerMediation', 'rowStage', 'rowWork', 'rowDuration', 'rowRamp', 'rowProgress', 'rowEffect', 'rowConstraint', 'spent', 'cash'],
  initialise: run => {
    const { s, t } = run;
    for (let n = 0; n < t.partners.count; n++) {
      s.partnerSupport[n] = t.partners.means[n]!;
      s.partnerConduct[n] = t.partners.conduct[n]!;
    }
  },
  run: run => {
    const { s, t, o } = run;
    if (o.rows === 0 || t.partners.count === 0) return;
    for (let n = 0; n < t.partners.count; n++) {
      s.partnerSupport[n] = t.partners.means[n]!;
      s.partnerConduct[n] = t.partners.conduct[n]!;
    }
    s.informationShared[0] = 0;
    s.partnerMediation[0] = 0;
    s.partnerPeople.fill(0);
    s.partnerStanding.fill(0);
    s.partnerHarm.fill(0);
    for (let i = 0; i < o.rows; i++) if (o.kind[i] === SUPPORT_PACKAGE && s.rowState[i] === ROW_UNDER_WAY && o.amount[i]! > 0) stepSupport(run, i);
    for (let i = 0; i < o.rows; i++) if (o.kind[i] === PARTNER_REQUEST && s.rowState[i] === ROW_UNDER_WAY && o.amount[i]! > 0) stepRequest(run, i);
    for (let u = t.initialUnits.region.length; u < o.units; u++) {
      if (s.unitPhase[u] !== PHASE_OPERATIONAL) continue;
      const partner = partnerOf(run, u);
      if (partner >= 0) addPeople(run, s.unitRegion[u]!, partner, s.unitOperational[u]!);
    }
  },
};
