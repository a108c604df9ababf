/** What a plan asks for, reckoned before any run: when units can be expected, and what they weigh on lift, roads and money. */
import type { Parameters } from '../scenario/parameters.ts';
import type { UnitType } from '../scenario/units.ts';
import { leadTime, parametersOf, type LeadTime } from './lead-times.ts';
import { roomFor } from './mandate.ts';
import { callsOf, type Call } from './pledges.ts';
import { roadCalendar, type RoadCalendar } from './seasons.ts';
import type { Action, ActionOf, Plan } from './schema.ts';
import { earliestStart } from './starts.ts';
import { dayOf, type PlanWorld } from './world.ts';

export interface Arrival {
  /** Place in the list of actions. */
  readonly index: number;
  readonly action: ActionOf<'deploy'>;
  readonly type: UnitType;
  readonly call: Call;
  /** Day on which the order can take effect: its start, the pledge, the mandate as soon as it could be granted. */
  readonly from: number;
  readonly lead: LeadTime;
  readonly people: number;
  readonly cargo: number;
}

export interface Forecast {
  readonly plan: Plan;
  readonly world: PlanWorld;
  readonly p: Parameters;
  readonly roads: RoadCalendar;
  /** Deployments whose references resolve, amount above 0. */
  readonly arrivals: readonly Arrival[];
  /** First and last day of an order; the start is the earliest its rule can give. */
  span(action: Action): { readonly from: number; readonly to: number; readonly days: number };
}

export function forecastOf(plan: Plan, world: PlanWorld): Forecast {
  const { scenario } = world;
  const p = parametersOf(scenario);
  const calls = callsOf(plan, world);
  const arrivals = plan.actions.flatMap((action, index): Arrival[] => {
    const call = calls[index];
    if (action.kind !== 'deploy' || call === undefined || action.amount === 0 || world.regionAt(action.destination) < 0) return [];
    const type = world.unitType(action.unit);
    if (type === undefined) return [];
    const room = roomFor(action, plan, world);
    const from = Math.max(earliestStart(action, plan, world), call.opens, room?.day ?? 0);
    return [{ index, action, type, call, from, lead: leadTime(scenario, type, action.amount, call.readiness, action.destination, p), people: type.people * action.amount, cargo: type.cargoTonnes * action.amount }];
  });
  return {
    plan, world, p, roads: roadCalendar(scenario), arrivals,
    span: action => {
      const from = earliestStart(action, plan, world);
      const to = Math.min(world.days - 1, action.until === undefined ? world.days - 1 : (dayOf(world, action.until) ?? world.days - 1));
      return { from, to, days: to - from + 1 };
    },
  };
}

/** "60–220 days" and the like, whole days. */
export function rangeText({ low, high }: Pick<LeadTime, 'low' | 'high'>): string {
  return `${Math.round(low)}–${Math.round(high)} days`;
}

/** One line for each deployment: lead time, when to expect it, what it weighs. */
export function forecastLines(plan: Plan, world: PlanWorld): string[] {
  return forecastOf(plan, world).arrivals.map(({ action, from, lead, people, cargo }) =>
    `${action.id}: lead time ${rangeText(lead)} (${Math.round(lead.median)} at the median), expected D+${Math.round(from + lead.low)} to D+${Math.round(from + lead.high)}; ${people} people, ${Math.round(cargo)} t`);
}
