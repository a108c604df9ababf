/** The six strengths of an order's units on a day of one future: how far the people it asks for have come. */
import { UNIT_PHASES } from '../engine/schedule.ts';
import type { FutureTrace } from '../study/results.ts';

/** From the paper to the field; each counts people. */
export const STRENGTHS = ['authorised', 'pledged', 'ready', 'lifted', 'arrived', 'operational'] as const;
export type Strength = (typeof STRENGTHS)[number];

const GENERATION = UNIT_PHASES.indexOf('generation');
const MOVEMENT = UNIT_PHASES.indexOf('movement');
const WITHDRAWN = UNIT_PHASES.indexOf('withdrawn');

/**
 * Strengths of the units that an order raised or moved, people. A unit is authorised when the mandate and the money for
 * it are there, pledged while a contributor stands by it; one that was withdrawn counts nowhere.
 * @param row place of the order in the plan
 * @param types unit types by index, for their people at full strength
 * @param moves whether the order moves units that are there already
 */
export function strengthsOf(trace: FutureTrace, row: number, day: number, types: readonly { readonly people: number }[], moves = false): Readonly<Record<Strength, number>> {
  const { units } = trace;
  const sum: Record<Strength, number> = { authorised: 0, pledged: 0, ready: 0, lifted: 0, arrived: 0, operational: 0 };
  for (let u = 0; u < units.count; u++) {
    const at = day * units.count + u;
    const phase = units.phase[at] ?? 0;
    if ((moves ? units.mover[at] : units.row[u]) !== row || phase === WITHDRAWN) continue;
    const people = types[units.type[u] ?? -1]?.people ?? 0;
    if (phase >= GENERATION) sum.authorised += people;
    sum.pledged += units.pledged[at] ?? 0;
    sum.ready += units.ready[at] ?? 0;
    sum.lifted += units.lifted[at] ?? 0;
    if (!moves || phase !== MOVEMENT) sum.arrived += units.arrived[at] ?? 0;
    sum.operational += (units.strength[at] ?? 0) * people;
  }
  return sum;
}
