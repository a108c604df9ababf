/**
 * Record — progress of orders that raise or move units, days to effect, and the mandate clock.
 *
 * order's effect = mean effect of its units, of those moved as a share of their strength; progress = progressOf(mean way, effect)                             [share]
 * order's limit = the one that holds back most of the way and effect its units still lack
 * clock[cause] += share of orders not at full effect that the cause limits, each day from the first signal         [day]
 *
 * Source: definitions; the clock answers "what held us up".
 * Assumes: the clock stops when every order is at full effect or over.
 * Reads unit and row columns, firstSignalDay. Writes rowProgress, rowEffect, rowConstraint, rowFirstEffectDay,
 *   rowFullEffectDay, clockDays. Draws: none.
 */
import { DEPLOY, FULL_EFFECT, NONE, progressOf, REDEPLOY, ROW_OVER, ROW_UNDER_WAY, START } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { CONSTRAINTS } from '../schedule.ts';
import { peopleOf } from '../unit-stages.ts';
import { moveWay, unitWay } from '../unit-way.ts';

/** Scratch: way and effect each limit holds back, in units; overwritten before each use. */
const held = new Float64Array(CONSTRAINTS.length);

/** Joins units of order i: those it raised, or those it moved. */
function joinUnits(run: Run, i: number, isMove: boolean): void {
  const { s, o } = run;
  const first = isMove ? 0 : o.unitFirst[i]!;
  const last = isMove ? o.units : first + o.unitCount[i]!;
  const number = isMove ? Math.floor(o.amount[i]!) : o.unitCount[i]!;
  if (number <= 0) return;
  held.fill(0);
  let way = 0;
  let effect = 0;
  let found = 0;
  for (let u = first; u < last; u++) {
    if (isMove && s.unitMovedBy[u] !== i + 1) continue;
    const strength = isMove ? s.unitArrived[u]! / peopleOf(run, u) : 1;
    const own = strength > 0 ? s.unitEffect[u]! / strength : 0;
    found++;
    effect += own;
    const done = isMove ? moveWay(run, u) : unitWay(run, u);
    way += done;
    held[s.unitConstraint[u]!]! += 2 - Math.min(1, own) - done;
  }
  // units an order wants to move and that are not there to be moved
  held[START]! += 2 * (number - found);
  effect = Math.min(1, effect / number);
  let limit = NONE;
  if (effect < FULL_EFFECT) for (let c = 1; c < held.length; c++) if (held[c]! > 1e-9 && (limit === NONE || held[c]! > held[limit]!)) limit = c;
  s.rowEffect[i] = effect;
  s.rowConstraint[i] = limit;
  s.rowProgress[i] = progressOf(way / number, effect);
}

export const record: Mechanism = {
  name: 'record', phase: 20,
  reads: ['rowState', 'rowEffect', 'rowConstraint', 'unitPhase', 'unitEffect', 'unitConstraint', 'unitMovedBy', 'unitArrived', 'firstSignalDay', 'rowFirstEffectDay', 'rowFullEffectDay'],
  writes: ['rowProgress', 'rowEffect', 'rowConstraint', 'rowFirstEffectDay', 'rowFullEffectDay', 'clockDays'],
  initialise: run => {
    run.s.rowFirstEffectDay.fill(-1);
    run.s.rowFullEffectDay.fill(-1);
  },
  run: run => {
    const { s, o, day } = run;
    if (o.rows === 0) return;
    let behind = 0;
    for (let i = 0; i < o.rows; i++) {
      const state = s.rowState[i]!;
      if (state === ROW_OVER) continue;
      if (state === ROW_UNDER_WAY) {
        if (o.kind[i] === DEPLOY) joinUnits(run, i, false);
        else if (o.kind[i] === REDEPLOY) joinUnits(run, i, true);
        const effect = s.rowEffect[i]!;
        if (effect > 0 && s.rowFirstEffectDay[i]! < 0) s.rowFirstEffectDay[i] = day;
        if (effect >= FULL_EFFECT && s.rowFullEffectDay[i]! < 0) s.rowFullEffectDay[i] = day;
      }
      if (s.rowFullEffectDay[i]! < 0 && s.rowConstraint[i] !== NONE) behind++;
    }
    if (behind === 0 || s.firstSignalDay[0]! < 0) return;
    for (let i = 0; i < o.rows; i++) if (s.rowState[i] !== ROW_OVER && s.rowFullEffectDay[i]! < 0 && s.rowConstraint[i] !== NONE) s.clockDays[s.rowConstraint[i]!]! += 1 / behind;
  },
};
