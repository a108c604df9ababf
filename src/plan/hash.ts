/** Content hash of a plan. */
import { hashJson } from '../kernel/hash.ts';
import type { Plan } from './schema.ts';

/**
 * Hash of what a plan does, 16 hexadecimal digits: scenario and actions in order. Titles, notes and letters say nothing
 * about the world, so the same edit gives the same hash by whichever way it was made.
 */
export function planHash(plan: Plan): string {
  const content = (action: Plan['actions'][number]) => Object.fromEntries(Object.entries(action).filter(([key, value]) => key !== 'note' && value !== undefined));
  return hashJson({ scenario: plan.scenario, actions: plan.actions.map(content) });
}
