/** From a plan to what runs: checked, compiled to order rows, named by its hash. */
import { checkPlan } from '../plan/check.ts';
import { compilePlan } from '../plan/compile.ts';
import { planHash } from '../plan/hash.ts';
import type { Plan } from '../plan/schema.ts';
import type { PlanWorld } from '../plan/world.ts';
import type { PlanInput } from './job.ts';

/**
 * A plan ready to run.
 * @throws with the first finding when the plan has errors
 */
export function preparePlan(plan: Plan, world: PlanWorld): PlanInput {
  const error = checkPlan(plan, world).find(finding => finding.severity === 'error');
  if (error !== undefined) throw new Error(error.message);
  return { id: plan.id, hash: planHash(plan), rows: compilePlan(plan, world) };
}
