/** Plan → order rows. The last thing a plan does before a run: ids become indexes, dates become days. */
import type { OrderRow } from '../engine/schedule.ts';
import { withRecord } from './actions/index.ts';
import type { Plan } from './schema.ts';
import { resolveStart } from './starts.ts';
import { dayOf, type PlanWorld } from './world.ts';

/**
 * Order rows of a checked plan, in the order of its actions.
 * @throws when a reference does not resolve (checks come first, so that is a programming error)
 */
export function compilePlan(plan: Plan, world: PlanWorld): OrderRow[] {
  return plan.actions.map(action => {
    const { rule, ref, days } = resolveStart(action.start, plan, world);
    const until = action.until === undefined ? world.days : dayOf(world, action.until)!;
    return {
      id: action.id, kind: action.kind, amount: 1, rule, ref, days, until, region: -1, from: -1, link: -1, party: -1, unitType: -1, contributor: -1, readiness: -1, reliability: 0, extra: [],
      ...withRecord(action, (one, record) => record.schedule(one, world)),
    };
  });
}
