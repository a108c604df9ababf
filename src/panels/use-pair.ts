/** The two plans of the Compare screen with their results, and what an outcome says of them. */
import { useMemo } from 'react';
import type { Plan } from '../plan/schema.ts';
import { compareReading, type CompareReading } from '../session/compare-reading.ts';
import { activePlanOf, comparedPlanOf } from '../session/simulations.ts';
import type { PlanResult } from '../study/results.ts';
import { useLocal } from './text.ts';
import { useSelect } from './use-session.ts';

export interface PlanSide {
  readonly plan: Plan;
  /** Letter of the plan, or its title where it has none. */
  readonly name: string;
  readonly result: PlanResult | undefined;
}

export interface Pair {
  readonly a: PlanSide;
  readonly b: PlanSide;
  readonly reading: CompareReading | undefined;
}

/** How a plan is called in a sentence: its letter, else its title. */
export const planName = (plan: Plan, local: (text: Plan['title']) => string): string => (plan.letter === undefined || plan.letter === '' ? local(plan.title) : plan.letter);

/** Undefined where fewer than two plans are open. */
export function usePair(): Pair | undefined {
  const local = useLocal();
  const a = useSelect(activePlanOf);
  const b = useSelect(comparedPlanOf);
  const outcome = useSelect(state => state.compare.outcome);
  const mine = useSelect(state => (a === undefined ? undefined : state.results[a.id]));
  const theirs = useSelect(state => (b === undefined ? undefined : state.results[b.id]));
  const reading = useMemo(() => (mine === undefined || theirs === undefined ? undefined : compareReading(outcome, mine, theirs)), [outcome, mine, theirs]);
  return useMemo(() => (a === undefined || b === undefined ? undefined : { a: { plan: a, name: planName(a, local), result: mine }, b: { plan: b, name: planName(b, local), result: theirs }, reading }), [a, b, mine, theirs, reading, local]);
}
