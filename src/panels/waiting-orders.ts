/** Orders that lift, routes or supply hold back on a day, and units on their way, of one future. */
import { CONSTRAINTS, UNIT_PHASES, type Constraint } from '../engine/schedule.ts';
import type { FutureTrace } from '../study/results.ts';

/** Limits that logistics staff can do something about. */
export const LOGISTIC_LIMITS: readonly Constraint[] = ['lift', 'route', 'supply'];
const OPERATIONAL = UNIT_PHASES.indexOf('operational');

export interface WaitingOrder {
  /** Place of the order in the plan. */
  readonly row: number;
  /** Units of the order that are not operational yet, and the phase of the one furthest behind; 0 and −1 where it has none. */
  readonly units: number;
  readonly phase: number;
  /** What limits the order today, and the first and last day of the stretch of days on which it does. */
  readonly limit: Constraint;
  readonly since: number;
  readonly until: number;
  /** Whether the limit is one of `LOGISTIC_LIMITS`. */
  readonly isHeld: boolean;
}

/** Orders held back by lift, route or supply, the longest held first; then those with units on their way, in plan order. */
export function waitingOrders(trace: FutureTrace, day: number): readonly WaitingOrder[] {
  const rows = trace.rows.constraint.length / trace.days;
  const { count, row: rowOf, phase: phaseOf } = trace.units;
  const units = new Map<number, { readonly number: number; readonly phase: number }>();
  for (let u = 0; u < count; u++) {
    const row = rowOf[u] ?? -1;
    const phase = phaseOf[day * count + u] ?? 0;
    if (row < 0 || phase === 0 || phase >= OPERATIONAL) continue;
    const known = units.get(row);
    units.set(row, { number: (known?.number ?? 0) + 1, phase: Math.min(known?.phase ?? phase, phase) });
  }
  const found: WaitingOrder[] = [];
  for (let row = 0; row < rows; row++) {
    const code = trace.rows.constraint[day * rows + row] ?? 0;
    const limit = CONSTRAINTS[code] ?? 'none';
    const isHeld = LOGISTIC_LIMITS.includes(limit);
    const own = units.get(row);
    if (!isHeld && own === undefined) continue;
    let since = day;
    let until = day;
    while (since > 0 && trace.rows.constraint[(since - 1) * rows + row] === code) since--;
    while (until < trace.days - 1 && trace.rows.constraint[(until + 1) * rows + row] === code) until++;
    found.push({ row, units: own?.number ?? 0, phase: own?.phase ?? -1, limit, since, until, isHeld });
  }
  return found.sort((a, b) => Number(b.isHeld) - Number(a.isHeld) || (a.isHeld ? a.since - b.since : 0) || a.row - b.row);
}
