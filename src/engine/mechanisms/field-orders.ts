/**
 * Field orders — monitors, opening a route, a forward base: orders with no force to generate.
 *
 * gates in turn: consent (and a mission, for a base) → money → preparation, log-normal days                       [day]
 * monitors: in place over monitorsRampDays; at work while consent ≥ consentForMonitors, less caution after deaths
 * open route: km a day = companies · routeWorksPerDay · (1 − (1 − routeWorksInRains) · wetness) · (1 − risk)      [km/day]
 *   share done = km / (routeWorksShare · length); it clears damage first, then hardens the road (linkWork)       [share]
 * forward base: houses `amount` people when it is built; built while the path is open, slower under obstruction
 *
 * Source: 130 km in four dry months by one company (UN Mission in South Sudan); temporary bases of planning practice.
 * Assumes: works keep up what they have built while the order lasts; a base keeps its shelter until the order is over.
 * Reads consent, obstruction, missionPresent, cash, wetness, linkRisk, routeDays, casualtyShock, rowRelief.
 * Writes rowStage, rowWork, rowDuration, rowRamp, rowProgress, rowEffect, rowConstraint, baseCapacity, linkWork,
 *   linkDamage, supplyStock, spent, cash. Draws: phaseDuration.
 */
import { logNormal } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { log } from '../../kernel/math.ts';
import { CONSENT, FORWARD_BASE, FULL_EFFECT, LEAD_TIME, lifts, MANDATE, MONEY, MONITORS, NONE, OPEN_ROUTE, progressOf, ROUTE, ROW_UNDER_WAY, SECURITY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';
import { HOST_DELAYS } from './lift.ts';
import { available, pay, perDay } from './money.ts';
import { bringReserve } from './supply.ts';

const CLEARED = 1;
const FUNDED = 2;
const PREPARED = 3;
/** Months of running costs an order must find before it begins. */
const MONTHS_AHEAD = 3;

/** The one drawn duration of order i, days. */
export function preparationDays(run: Run, i: number, median: number, sigma: number): number {
  return logNormal(uniform(run.k0, run.k1, word(STREAMS.phaseDuration, 0, 0), run.o.key[i]!), log(median), sigma);
}

/** Share of the way to its effect: gates, preparation, then the ramp. */
export function wayOf(run: Run, i: number): number {
  const { s } = run;
  const stage = s.rowStage[i]!;
  const within = stage === FUNDED ? Math.min(1, s.rowWork[i]! / s.rowDuration[i]!) : stage < FUNDED ? s.rowWork[i]! : 0;
  return 0.2 * (stage + 0.9 * within) + 0.4 * s.rowRamp[i]!;
}

/**
 * Passes order i through its gates. Returns the limit that stopped it, or 0 when it is prepared.
 * @param consent least consent of the host; @param needsMission whether a mission must be there
 * @param usd money that must be at hand; @param pace days of preparation done today; @param limit what holds the pace down, or 0
 */
export function passGates(run: Run, i: number, consent: number, needsMission: boolean, usd: number, median: number, sigma: number, pace: number, limit: number): number {
  const { s } = run;
  const relief = s.rowRelief[i]!;
  if (s.rowStage[i]! < CLEARED) {
    const welcome = s.consent[0]! >= consent || lifts(relief, CONSENT);
    const mandated = !needsMission || s.missionPresent[0] === 1 || lifts(relief, MANDATE);
    s.rowWork[i] = (welcome ? 0.5 : 0) + (mandated ? 0.4 : 0);
    if (!mandated) return MANDATE;
    if (!welcome) return CONSENT;
    s.rowStage[i] = CLEARED;
    s.rowWork[i] = 0;
  }
  if (s.rowStage[i]! < FUNDED) {
    if (available(run) < usd && !lifts(relief, MONEY)) return MONEY;
    s.rowStage[i] = FUNDED;
    s.rowDuration[i] = preparationDays(run, i, median, sigma);
  }
  if (s.rowStage[i]! < PREPARED) {
    s.rowWork[i]! += pace;
    if (s.rowWork[i]! < s.rowDuration[i]! && !(pace > 0 && lifts(relief, LEAD_TIME))) return limit === 0 ? LEAD_TIME : limit;
    s.rowStage[i] = PREPARED;
    s.rowWork[i] = 0;
  }
  return 0;
}

/** Writes effect, limit and progress of an order that goes through `passGates`. */
export function settleOrder(run: Run, i: number, effect: number, limit: number): void {
  const { s } = run;
  s.rowEffect[i] = effect;
  s.rowConstraint[i] = limit;
  s.rowProgress[i] = progressOf(wayOf(run, i), effect);
}

function stepMonitors(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const relief = s.rowRelief[i]!;
  const monthly = o.amount[i]! * p.monitorUsd;
  const gate = passGates(run, i, p.consentForMonitors, false, MONTHS_AHEAD * monthly, p.monitorsDays, p.fieldSigma, 1, 0);
  if (gate !== 0) {
    settleOrder(run, i, 0, gate);
    return;
  }
  const before = s.rowRamp[i]!;
  s.rowRamp[i] = lifts(relief, LEAD_TIME) ? 1 : Math.min(1, before + 1 / p.monitorsRampDays);
  bringReserve(run, o.region[i]!, o.amount[i]! * (s.rowRamp[i]! - before));
  pay(run, perDay(monthly) * s.rowRamp[i]!);
  const welcome = s.consent[0]! >= p.consentForMonitors || lifts(relief, CONSENT);
  const bold = lifts(relief, SECURITY) ? 1 : 1 - p.cautionFromShock * s.casualtyShock[0]!;
  const effect = welcome ? s.rowRamp[i]! * bold : 0;
  settleOrder(run, i, effect, !welcome ? CONSENT : s.rowRamp[i]! < 1 ? LEAD_TIME : effect < FULL_EFFECT ? SECURITY : NONE);
}

function stepRoute(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const relief = s.rowRelief[i]!;
  const l = o.link[i]!;
  const monthly = o.amount[i]! * p.routeWorksUsd;
  const gate = passGates(run, i, p.consentToEnter, false, MONTHS_AHEAD * monthly, p.routeWorksDays, p.fieldSigma, 1, 0);
  if (gate !== 0) {
    settleOrder(run, i, 0, gate);
    return;
  }
  const wanted = p.routeWorksShare * t.linkKm[l]!;
  const before = s.rowRamp[i]!;
  const season = lifts(relief, ROUTE) ? 1 : 1 - (1 - p.routeWorksInRains) * s.wetness[t.linkClimate[l]!]!;
  const safety = lifts(relief, SECURITY) ? 1 : 1 - s.linkRisk[l]!;
  const share = o.amount[i]! * p.routeWorksPerDay * season * safety / wanted;
  s.rowRamp[i] = lifts(relief, LEAD_TIME) ? 1 : Math.min(1, before + share);
  s.linkDamage[l] = Math.max(0, s.linkDamage[l]! - share);
  s.linkWork[l] = Math.max(s.linkWork[l]!, Math.min(1, s.linkWork[l]! + s.rowRamp[i]! - before), before >= 1 ? 1 : 0);
  pay(run, perDay(monthly) * (before >= 1 ? 0.25 : 1));
  const limit = s.rowRamp[i]! >= 1 ? NONE : safety < 0.5 && safety <= season ? SECURITY : season < 0.5 ? ROUTE : LEAD_TIME;
  settleOrder(run, i, s.rowRamp[i]!, limit);
}

function stepBase(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const relief = s.rowRelief[i]!;
  const usd = o.amount[i]! * p.forwardBaseUsd;
  const isReached = s.routeDays[o.region[i]!]! < Infinity || lifts(relief, ROUTE);
  const obstruction = lifts(relief, CONSENT) ? 1 : Math.max(1, s.landObstruction[0]!);
  const limit = !isReached ? ROUTE : obstruction >= HOST_DELAYS ? CONSENT : 0;
  const stage = s.rowStage[i]!;
  const gate = passGates(run, i, p.consentToEnter, true, usd, p.forwardBaseDays * (1 - s.readyStocks[0]!), p.forwardBaseSigma, isReached ? 1 / obstruction : 0, limit);
  if (stage < FUNDED && s.rowStage[i]! >= FUNDED) pay(run, usd);
  if (gate === 0) s.rowRamp[i] = 1;
  settleOrder(run, i, s.rowRamp[i]!, gate);
}

export const fieldOrders: Mechanism = {
  name: 'field-orders', phase: 15,
  reads: ['rowState', 'rowRelief', 'consent', 'landObstruction', 'missionPresent', 'cash', 'committed', 'wetness', 'linkRisk', 'routeDays', 'casualtyShock'],
  writes: ['rowStage', 'rowWork', 'rowDuration', 'rowRamp', 'rowProgress', 'rowEffect', 'rowConstraint', 'baseCapacity', 'linkWork', 'linkDamage', 'supplyStock', 'spent', 'cash'],
  run: run => {
    const { s, o } = run;
    if (o.rows === 0) return;
    s.baseCapacity.fill(0);
    for (let i = 0; i < o.rows; i++) {
      if (s.rowState[i] !== ROW_UNDER_WAY || !(o.amount[i]! > 0)) continue;
      const kind = o.kind[i]!;
      if (kind === MONITORS) stepMonitors(run, i);
      else if (kind === OPEN_ROUTE) stepRoute(run, i);
      else if (kind === FORWARD_BASE) {
        stepBase(run, i);
        s.baseCapacity[o.region[i]!]! += o.amount[i]! * s.rowRamp[i]!;
      }
    }
  },
};
