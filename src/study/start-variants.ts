/** The same plan with one action started on other days, for start-date curves. */
import { withRecord } from '../plan/actions/index.ts';
import { checkPlan } from '../plan/check.ts';
import { compilePlan } from '../plan/compile.ts';
import { movedPlan } from '../plan/edit.ts';
import { planHash } from '../plan/hash.ts';
import type { Plan } from '../plan/schema.ts';
import { earliestStart } from '../plan/starts.ts';
import type { PlanWorld } from '../plan/world.ts';
import type { StartVariant } from './delay.ts';

/** Whether a finding is on the action at that place of the plan. */
function concerns(path: string, index: number): boolean {
  return path === `/actions/${index}` || path.startsWith(`/actions/${index}/`);
}

/**
 * A start is feasible from the earliest day its kind names, when the checks find no error in the moved action.
 * @returns the day the action starts now (the earliest its rule can give), and a maker of variants, moved as the edit moves them
 * @throws when the plan has no such action
 */
export function startVariants(plan: Plan, actionId: string, world: PlanWorld): { readonly present: number; readonly variant: (start: number) => StartVariant } {
  const index = plan.actions.findIndex(action => action.id === actionId);
  const action = plan.actions[index];
  if (action === undefined) throw new Error(`The plan ${plan.id} has no action ${actionId}.`);
  const present = earliestStart(action, plan, world);
  const earliest = withRecord(action, (one, record) => record.earliest(one, world, plan));
  return {
    present,
    variant: start => {
      const other = movedPlan(plan, actionId, present, start);
      const late = start >= world.days;
      const error = late || start < earliest.day ? undefined : checkPlan(other, world).find(finding => finding.severity === 'error' && concerns(finding.path, index));
      const feasible = !late && start >= earliest.day && error === undefined;
      const reason = late ? { en: 'the scenario is over by then', fr: 'le scénario est terminé à cette date' } : error === undefined ? { ...earliest.reason } : { en: error.message, fr: error.message };
      return {
        start, feasible,
        reason: feasible ? { en: '', fr: '' } : reason,
        plan: { id: plan.id, hash: planHash(other), rows: compilePlan(other, world) },
      };
    },
  };
}
