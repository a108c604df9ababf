/** The plan being edited and the one it is compared with, as the ribbons show them. */
import { textIn } from '../scenario/localize.ts';
import { activePlanOf } from '../session/simulations.ts';
import type { PlanResult } from '../study/results.ts';
import { useSelect } from './use-session.ts';

export interface Compared {
  readonly result: PlanResult | undefined;
  readonly other: PlanResult | undefined;
  readonly otherTitle: string;
  readonly letter: string;
  readonly otherLetter: string;
}

/** Results of the plan being edited and of the other; the latter only when it is another plan. */
export function useCompared(): Compared {
  const result = useSelect(state => state.results[state.document.activePlan]);
  const other = useSelect(state => (state.baseline === null || state.baseline === state.document.activePlan ? undefined : state.results[state.baseline]));
  const language = useSelect(state => state.language);
  const plan = useSelect(state => activePlanOf(state));
  const otherPlan = useSelect(state => state.document.plans.find(p => p.id === state.baseline));
  return { result, other, otherTitle: otherPlan === undefined ? '' : textIn(otherPlan.title, language), letter: plan?.letter ?? '', otherLetter: otherPlan?.letter ?? '' };
}
