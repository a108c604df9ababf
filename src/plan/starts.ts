/** Start rules: what an action waits for, the earliest day that can give, and rules that go in circles. */
import { START_RULE } from '../engine/schedule.ts';
import type { Action, Plan, Start } from './schema.ts';
import { dayOf, dayText, type PlanWorld } from './world.ts';
import type { Words } from './action.ts';

/** A start rule with ids turned into places in the list of actions; ref −1 where the action is missing. */
export interface ResolvedStart {
  readonly rule: (typeof START_RULE)[keyof typeof START_RULE];
  readonly ref: number;
  readonly days: number;
}

/** Id of the action a start waits for, or undefined. */
export function waitsFor(start: Start): string | undefined {
  if (typeof start !== 'object') return undefined;
  return 'afterAction' in start ? start.afterAction : 'afterDecision' in start ? start.afterDecision : undefined;
}

/** Resolves a start; `days` is NaN when a date is no day of the calendar. */
export function resolveStart(start: Start, plan: Pick<Plan, 'actions'>, world: Pick<PlanWorld, 'startDate'>): ResolvedStart {
  if (typeof start !== 'object') return { rule: START_RULE.day, ref: -1, days: dayOf(world, start) ?? NaN };
  const at = (id: string) => plan.actions.findIndex(action => action.id === id);
  if ('afterAction' in start) return { rule: START_RULE.afterRow, ref: at(start.afterAction), days: start.days };
  if ('afterDecision' in start) return { rule: START_RULE.afterDecision, ref: at(start.afterDecision), days: start.days };
  return { rule: START_RULE.afterAlert, ref: start.afterAlert, days: start.days };
}

/** Ids of actions whose start rules wait for one another in a circle. */
export function circularStarts(plan: Pick<Plan, 'actions'>): string[] {
  const next = new Map(plan.actions.map(action => [action.id, waitsFor(action.start)]));
  return plan.actions.map(action => action.id).filter(id => {
    let at = next.get(id);
    for (let steps = 0; at !== undefined && steps <= plan.actions.length; steps++) {
      if (at === id) return true;
      at = next.get(at);
    }
    return false;
  });
}

/** The start day an action has, or the earliest one its rule can give (the action waited for takes effect at once). */
export function earliestStart(action: Action, plan: Pick<Plan, 'actions'>, world: Pick<PlanWorld, 'startDate'>): number {
  let day = 0;
  let at: Action | undefined = action;
  for (let steps = 0; at !== undefined && steps <= plan.actions.length; steps++) {
    const { rule, ref, days } = resolveStart(at.start, plan, world);
    day += Number.isFinite(days) ? days : 0;
    // an effect or a decision comes the day after the order at the earliest
    if (rule === START_RULE.afterRow || rule === START_RULE.afterDecision) day += 1;
    else return day;
    at = plan.actions[ref];
  }
  return day;
}

/** "D+60, 14 March 2027", "10 days after the first effect of …" and the like, for the head of a sentence. */
export function startText(action: Action, world: PlanWorld, labelOf: (id: string) => Words): Words {
  const { start } = action;
  if (typeof start !== 'object') return dayText(world, dayOf(world, start) ?? 0);
  const after = (en: string, fr: string): Words => {
    const n = start.days;
    return n === 0 ? { en: `As soon as ${en}`, fr: `Dès que ${fr}` } : { en: `${n} ${n === 1 ? 'day' : 'days'} after ${en}`, fr: `${n} ${n === 1 ? 'jour' : 'jours'} après que ${fr}` };
  };
  if ('afterAlert' in start) return after(`the country reaches alert level ${start.afterAlert}`, `le pays a atteint le niveau d’alerte ${start.afterAlert}`);
  const label = labelOf(waitsFor(start)!);
  return 'afterAction' in start ? after(`“${label.en}” begins to have effect`, `« ${label.fr} » a commencé à produire son effet`) : after(`the Council decides on “${label.en}”`, `le Conseil s’est prononcé sur « ${label.fr} »`);
}
