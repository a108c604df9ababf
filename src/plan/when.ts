/** Starts and ends: references, days, and the phrases that say them. Light enough for the main thread. */
import { formatIsoDate, parseIsoDate } from '../kernel/calendar.ts';
import type { Both } from './check-result.ts';
import type { Action, Plan, Start } from './schema.ts';

/** The scenario's calendar: day number of D0 since 1970-01-01 and number of days. */
export interface Calendar {
  readonly startDate: number;
  readonly days: number;
}

/** Calendar of a checked scenario. */
export function calendarOf(scenario: { readonly start: string; readonly days: number }): Calendar {
  return { startDate: parseIsoDate(scenario.start) ?? 0, days: scenario.days };
}

/** Id of the action a start waits for, or undefined. */
export function referenceOf(start: Start): string | undefined {
  if (typeof start !== 'object') return undefined;
  if ('afterAction' in start) return start.afterAction;
  return 'afterDecision' in start ? start.afterDecision : undefined;
}

/** A day or date as a day of the scenario; negative before D0. */
export function dayOf(when: number | string, calendar: Calendar): number {
  return typeof when === 'number' ? when : (parseIsoDate(when) ?? 0) - calendar.startDate;
}

/** A day in the form of another: a date where that was a date. */
export function inFormOf(day: number, form: unknown, calendar: Calendar): number | string {
  return typeof form === 'string' ? formatIsoDate(calendar.startDate + day) : day;
}

/**
 * Start days of all actions: the day for days and dates; for rules that wait, the earliest day they could give.
 * An unknown reference or a ring of references counts as D0 (its finding is in check.ts).
 */
export function startDays(plan: Plan, calendar: Calendar): Map<string, number> {
  const byId = new Map(plan.actions.map(action => [action.id, action]));
  const known = new Map<string, number>();
  const resolve = (action: Action, open: ReadonlySet<string>): number => {
    const before = known.get(action.id);
    if (before !== undefined) return before;
    const { start } = action;
    if (typeof start !== 'object') return keep(action, dayOf(start, calendar));
    const reference = referenceOf(start);
    if (reference === undefined) return keep(action, start.days);
    const other = byId.get(reference);
    if (other === undefined || open.has(reference)) return start.days;
    return keep(action, resolve(other, new Set([...open, reference])) + start.days);
  };
  const keep = (action: Action, day: number): number => {
    known.set(action.id, day);
    return day;
  };
  return new Map(plan.actions.map(action => [action.id, resolve(action, new Set([action.id]))]));
}

/** Last day of an order, at most the last day of the scenario. */
export function endDay(action: Action, calendar: Calendar): number {
  const last = calendar.days - 1;
  return action.until === undefined ? last : Math.min(last, dayOf(action.until, calendar));
}

/** Rings of start rules: ids in the order in which each waits for the next. */
export function rings(plan: Plan): string[][] {
  const next = new Map(plan.actions.map(action => [action.id, referenceOf(action.start)]));
  const done = new Set<string>();
  const found: string[][] = [];
  for (const { id } of plan.actions) {
    const trail: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !done.has(at) && !trail.includes(at)) {
      trail.push(at);
      at = next.get(at);
    }
    const from = at === undefined ? -1 : trail.indexOf(at);
    if (from >= 0) found.push(trail.slice(from));
    for (const passed of trail) done.add(passed);
  }
  return found;
}

/** "on day 60", "5 days after the decision on c1", as it stands at the end of a sentence. */
export function startPhrase(start: Start): Both {
  if (typeof start === 'number') return { en: `on day ${start}`, fr: `le jour ${start}` };
  if (typeof start === 'string') return { en: `on ${start}`, fr: `le ${start}` };
  const n = start.days;
  const later = n === 0 ? { en: 'as soon as', fr: 'dès que' } : { en: `${n} ${n === 1 ? 'day' : 'days'} after`, fr: `${n} ${n === 1 ? 'jour' : 'jours'} après que` };
  if ('afterAction' in start) return { en: `${later.en} ${start.afterAction} has its first effect`, fr: `${later.fr} ${start.afterAction} produit son premier effet` };
  if ('afterDecision' in start) return { en: `${later.en} the Council has decided on ${start.afterDecision}`, fr: `${later.fr} le Conseil a statué sur ${start.afterDecision}` };
  return { en: `${later.en} the country reaches alert level ${start.afterAlert}`, fr: `${later.fr} le pays atteint le niveau d’alerte ${start.afterAlert}` };
}

/** ", until day 300"; empty for an open end. */
export function untilPhrase(until: Action['until']): Both {
  if (until === undefined) return { en: '', fr: '' };
  return typeof until === 'number' ? { en: `, until day ${until}`, fr: `, jusqu’au jour ${until}` } : { en: `, until ${until}`, fr: `, jusqu’au ${until}` };
}
