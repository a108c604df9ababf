/** Facts of the day that is shown: numbers of the chosen future and their names, shared by the inspector's tabs. */
import { useCallback } from 'react';
import type { Plan } from '../plan/schema.ts';
import type { FutureTrace, PlanResult } from '../study/results.ts';
import { dateText, dayText } from './format.ts';
import { useSelect } from './use-session.ts';

/** Plan being edited, or its preview while a bar moves. */
export function useShownPlan(): Plan | undefined {
  return useSelect(state => state.preview?.plan ?? state.document.plans.find(plan => plan.id === state.document.activePlan));
}

/** Newest result of the plan being edited. */
export function useShownResult(): PlanResult | undefined {
  return useSelect(state => state.results[state.document.activePlan]);
}

/** A day as "D+60" and as "14 Mar", in the session's language. */
export function useDays(): { readonly day: (day: number) => string; readonly date: (day: number) => string } {
  const language = useSelect(state => state.language);
  const start = useSelect(state => state.model?.scenario.start ?? '');
  return { day: useCallback(value => dayText(value, language), [language]), date: useCallback(value => dateText(start, value, language), [start, language]) };
}

/** −1 falling, 0 steady, 1 rising: a series against itself some days ago. */
export function trendOf(now: number, before: number, tolerance: number): -1 | 0 | 1 {
  return now - before > tolerance ? 1 : before - now > tolerance ? -1 : 0;
}

/** Days over which trends are read. */
export const TREND_DAYS = 21;

/** Quantiles of a day in a band array: [p5, p25, p50, p75, p95]. */
export function bandAt(band: Float32Array, day: number): readonly [number, number, number, number, number] {
  const at = (i: number): number => band[day * 5 + i] ?? Number.NaN;
  return [at(0), at(1), at(2), at(3), at(4)];
}

/** Confidence of an estimate in words; the map draws the same three classes. */
export function confidenceOf(value: number): 'high' | 'medium' | 'low' {
  return value >= 0.6 ? 'high' : value >= 0.3 ? 'medium' : 'low';
}

/** Number of regions of a trace. */
export const regionsOf = (trace: FutureTrace): number => trace.regions.tension.length / trace.days;
