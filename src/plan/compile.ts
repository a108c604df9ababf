/** Plan → order rows. The last thing a plan does before a run: ids become indexes, dates become days. */
import { START_RULE, type OrderRow } from '../engine/schedule.ts';
import { withRecord } from './actions/index.ts';
import { conditionRow } from './conditions.ts';
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
    const { opens = 0, ...fields } = withRecord(action, (one, record) => record.schedule(one, world, plan));
    // an order given before its pledge opens waits for it; relative starts count from their event
    const from = rule === START_RULE.day ? Math.max(days, opens) : days;
    return {
      id: action.id, kind: action.kind, amount: 1, rule, ref, days: from, until, region: -1, from: -1, link: -1, party: -1, unitType: -1, contributor: -1, readiness: -1, reliability: 0, extra: [],
      ...fields,
      ...(action.when === undefined ? {} : { when: conditionRow(action.when, world) }), ...(action.stop === undefined ? {} : { stop: conditionRow(action.stop, world) }),
    };
  });
}
