/** What doctrine promises and what the record shows for a deployment: lead times of two presets, reckoned without a run. */
import type { DaySpan } from '../charts/pipeline.ts';
import { leadTime, parametersOf } from '../plan/lead-times.ts';
import { callOf } from '../plan/pledges.ts';
import type { ActionOf, Plan } from '../plan/schema.ts';
import type { ScenarioModel } from '../scenario/model.ts';

export const LEAD_PACES = ['promise', 'record'] as const;
export type LeadPace = (typeof LEAD_PACES)[number];

/**
 * Days on which the last unit of an order is received at each pace: one in ten sooner, half, one in ten later.
 * @param from day on which the order is authorised
 * @returns undefined for a unit type that the scenario does not know
 */
export function leadPaces(action: ActionOf<'deploy'>, plan: Plan, { scenario, unitTypes }: ScenarioModel, from: number): Readonly<Record<LeadPace, DaySpan>> | undefined {
  const type = unitTypes.find(item => item.id === action.unit);
  if (type === undefined || action.amount < 1) return undefined;
  const readiness = callOf(action.id, plan, { scenario })?.readiness ?? -1;
  const span = (pace: LeadPace): DaySpan => {
    const { low, median, high } = leadTime(scenario, type, action.amount, readiness, action.destination, parametersOf(scenario, pace));
    return { low: from + low, median: from + median, high: from + high };
  };
  return { promise: span('promise'), record: span('record') };
}
