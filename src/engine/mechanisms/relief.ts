/**
 * Relief — aid ordered for a region: money, dispatch, the national store and its refill, convoys.
 *
 * wanted = amount + what is still to be placed in advance, at most amount again                                 [t/day]
 * sent = min(wanted, store, capacity left on the path, wanted/obstruction, wanted · security, cash/aidUsd)        [t/day]
 * security = contestedSpeed where the path's risk > escortAtRisk, else 1; lost = convoyLoss · risk · sent         [share]
 * store′ = store − sent + (from aidPipelineDays after the order) amount + placed in advance, within the port left  [t/day]
 *
 * Source: price a tonne from global plans; first emergency money within three weeks (OCHA); pipeline MODEL.
 * Assumes: travel time is part of the dispatch; relief takes what units and bases leave of a road.
 * Reads routes and capacity, obstruction, cash, portLeft, linkRisk, rowRelief. Writes aidStock, aidDepot, aidDelivered,
 *   aidDemand, rowStage, rowWork, rowDuration, rowRamp, rowProgress, rowEffect, rowConstraint, linkLeft, portLeft, spent, cash.
 * Draws: phaseDuration.
 */
import { logNormal } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { log } from '../../kernel/math.ts';
import { AID, CONSENT, FULL_EFFECT, lifts, MONEY, NONE, progressOf, ROUTE, ROW_UNDER_WAY, SECURITY, SUPPLY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';
import { passGates, wayOf } from './field-orders.ts';
import { available, pay } from './money.ts';
import { pathLeft, pathRisk, takePath } from './routes.ts';

/** Days of an order that must be paid for before it begins. */
const DAYS_AHEAD = 14;

function pipelineDays(run: Run, i: number): number {
  return logNormal(uniform(run.k0, run.k1, word(STREAMS.phaseDuration, 0, 1), run.o.key[i]!), log(run.t.p.aidPipelineDays), run.t.p.fieldSigma);
}

/** Orders from abroad that land today for order i. */
function refill(run: Run, i: number): void {
  const { s, o, day } = run;
  const age = day - s.rowStartDay[i]!;
  if (age < pipelineDays(run, i)) return;
  const wanted = o.amount[i]! + Math.min(o.amount[i]!, o.extra[i * 3]! - s.rowRamp[i]!);
  const landed = Math.min(Math.max(o.amount[i]!, wanted), s.portLeft[0]!);
  s.portLeft[0]! -= landed;
  s.aidDepot[0]! += landed;
}

function step(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const relief = s.rowRelief[i]!;
  const r = o.region[i]!;
  const amount = o.amount[i]!;
  refill(run, i);
  const gate = passGates(run, i, p.consentToEnter, false, DAYS_AHEAD * amount * p.aidUsd, p.aidDispatchDays, p.fieldSigma, 1, 0);
  if (gate !== 0) {
    s.rowEffect[i] = 0;
    s.rowConstraint[i] = gate;
    s.rowProgress[i] = progressOf(0.7 * Math.min(1, wayOf(run, i)), 0);
    return;
  }
  // rowRamp holds the tonnes placed in advance so far
  const toPlace = Math.max(0, o.extra[i * 3]! - s.rowRamp[i]!);
  const wanted = amount + Math.min(amount, toPlace);
  const risk = pathRisk(run, r);
  const inStore = lifts(relief, SUPPLY) ? wanted : Math.min(wanted, s.aidDepot[0]!);
  const onRoad = lifts(relief, ROUTE) ? wanted : Math.min(wanted, pathLeft(run, r, 0));
  const allowed = lifts(relief, CONSENT) ? wanted : wanted / Math.max(1, s.obstruction[0]!);
  const safe = lifts(relief, SECURITY) || risk <= p.escortAtRisk ? wanted : wanted * p.contestedSpeed;
  const paid = lifts(relief, MONEY) ? wanted : Math.min(wanted, Math.max(0, available(run)) / p.aidUsd);
  let sent = inStore;
  let limit = SUPPLY;
  if (onRoad < sent) { sent = onRoad; limit = ROUTE; }
  if (safe < sent) { sent = safe; limit = SECURITY; }
  if (allowed < sent) { sent = allowed; limit = CONSENT; }
  if (paid < sent) { sent = paid; limit = MONEY; }
  takePath(run, r, sent);
  s.aidDepot[0] = Math.max(0, s.aidDepot[0]! - sent);
  pay(run, sent * p.aidUsd);
  const delivered = sent * (1 - p.convoyLoss * risk);
  s.aidStock[r]! += delivered;
  s.aidDelivered[r]! += delivered;
  s.aidDemand[r]! += amount;
  if (sent > amount) s.rowRamp[i]! += sent - amount;
  const effect = Math.min(1, sent / amount);
  const share = (inStore + onRoad + allowed + safe + paid) / (5 * wanted);
  s.rowEffect[i] = effect;
  s.rowConstraint[i] = effect >= FULL_EFFECT ? NONE : limit;
  s.rowProgress[i] = progressOf(0.7 + 0.3 * share, effect);
}

export const relief: Mechanism = {
  name: 'relief', phase: 16,
  reads: ['rowState', 'rowStartDay', 'rowRelief', 'routeLink', 'linkLeft', 'linkCapacity', 'linkRisk', 'obstruction', 'consent', 'cash', 'committed', 'portLeft', 'aidDepot', 'aidStock'],
  writes: ['aidStock', 'aidDepot', 'aidDelivered', 'aidDemand', 'rowStage', 'rowWork', 'rowDuration', 'rowRamp', 'rowProgress', 'rowEffect', 'rowConstraint', 'linkLeft', 'portLeft', 'spent', 'cash'],
  initialise: run => { run.s.aidDepot[0] = run.t.stockAid; },
  run: run => {
    const { s, o } = run;
    if (o.rows === 0) return;
    s.aidDelivered.fill(0);
    s.aidDemand.fill(0);
    for (let i = 0; i < o.rows; i++) if (o.kind[i] === AID && s.rowState[i] === ROW_UNDER_WAY && o.amount[i]! > 0) step(run, i);
  },
};
