/** Which days two plans can differ on: a run of the one may be continued as a run of the other before that day. */
import { planHash } from './hash.ts';
import type { Action, Plan } from './schema.ts';
import { earliestStart, resolveStart } from './starts.ts';
import { START_RULE } from '../engine/schedule.ts';
import type { PlanWorld } from './world.ts';

/**
 * First day on which runs of two plans with the same seed can differ, days of the scenario when none; 0 when the two
 * have other actions or another order, since the columns of their states then differ in size.
 */
export function firstDifferentDay(a: Plan, b: Plan, world: Pick<PlanWorld, 'startDate' | 'days'>): number {
  if (planHash(a) === planHash(b)) return world.days;
  if (a.actions.length !== b.actions.length || a.scenario !== b.scenario) return 0;
  let first = world.days;
  for (let i = 0; i < a.actions.length; i++) {
    const [one, other] = [a.actions[i]!, b.actions[i]!];
    if (one.id !== other.id || one.kind !== other.kind) return 0;
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    if (one.kind === 'deploy' && other.kind === 'deploy' && (one.amount !== other.amount || one.unit !== other.unit)) return 0;
    const day = (action: Action, plan: Plan) => (resolveStart(action.start, plan, world).rule === START_RULE.day ? earliestStart(action, plan, world) : 0);
    first = Math.min(first, Math.max(0, day(one, a)), Math.max(0, day(other, b)));
  }
  return first;
}
