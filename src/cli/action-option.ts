/** Actions named on the command line. */
import type { Plan } from '../plan/schema.ts';
import { didYouMean } from '../scenario/diagnostics.ts';
import { EXIT, say, Stop } from './output.ts';

/** Stops with exit code 1 when the plan has no such action. */
export function wantAction(plan: Plan, id: string): void {
  if (plan.actions.some(action => action.id === id)) return;
  const ids = plan.actions.map(action => action.id);
  say(`The plan "${plan.id}" has no action "${id}". ${didYouMean(id, ids) ?? (ids.length === 0 ? 'It has no actions.' : `Its actions: ${ids.join(', ')}.`)}`);
  throw new Stop(EXIT.badInput);
}
