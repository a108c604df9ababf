/** Edits of plans: each a function from plans to plans with a name for undo. No schema is loaded here; checks follow. */
import { formatIsoDate, parseIsoDate } from '../kernel/calendar.ts';
import type { Action, Plan } from './schema.ts';
import { waitsFor } from './starts.ts';

/** What edits change and undo brings back. */
export interface PlanDocument {
  readonly plans: readonly Plan[];
  readonly activePlan: string;
}

/** Mutable view of the document inside a recipe. */
export interface DraftDocument { plans: Plan[]; activePlan: string }

export interface Edit {
  readonly label: { readonly en: string; readonly fr: string };
  readonly recipe: (document: DraftDocument) => void;
  /** Edits in a row with the same group are one step, such as the nudges of one bar. */
  readonly group?: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function active(document: DraftDocument): Plan | undefined {
  return document.plans.find(plan => plan.id === document.activePlan);
}

function at(document: DraftDocument, id: string): { plan: Plan; index: number } | undefined {
  const plan = active(document);
  const index = plan?.actions.findIndex(action => action.id === id) ?? -1;
  return plan === undefined || index < 0 ? undefined : { plan, index };
}

/** An id that no action of the plan has: the wish itself, or with a number. */
export function freeActionId(plan: Pick<Plan, 'actions'>, wish: string): string {
  const taken = new Set(plan.actions.map(action => action.id));
  if (!taken.has(wish)) return wish;
  const stem = wish.replace(/-\d+$/, '').slice(0, 56);
  for (let n = 2; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

export function addAction(action: Action, name: { en: string; fr: string }): Edit {
  return {
    label: { en: `Add ${name.en}`, fr: `Ajouter ${name.fr}` },
    recipe: document => {
      const plan = active(document);
      if (plan !== undefined) plan.actions.push({ ...action, id: freeActionId(plan, action.id) });
    },
  };
}

/** Replaces fields of an action; a field set to undefined is taken out. */
export function changeAction(id: string, change: Readonly<Record<string, unknown>>, label: { en: string; fr: string }): Edit {
  return {
    label,
    recipe: document => {
      const found = at(document, id);
      if (found === undefined) return;
      const fields: Record<string, unknown> = { ...found.plan.actions[found.index]!, ...change };
      for (const [key, value] of Object.entries(fields)) if (value === undefined) delete fields[key];
      found.plan.actions[found.index] = fields as unknown as Action;
    },
  };
}

/**
 * Moves an action from one start day to another, with its end. A date stays a date; a start that waits keeps its rule
 * with another number of days, and becomes a day when it would come before what it waits for. Actions that wait for
 * this one, directly or through others, start later or earlier by their rules; their ends move with them.
 * @param from the start day it has now: the day, or the earliest its rule can give
 */
export function moveAction(id: string, from: number, to: number, name: { en: string; fr: string }): Edit {
  const by = to - from;
  const days = Math.abs(by);
  const en = by === 0 ? 'in place' : `${days} ${days === 1 ? 'day' : 'days'} ${by < 0 ? 'earlier' : 'later'}`;
  const fr = by === 0 ? 'sur place' : `de ${days} ${days === 1 ? 'jour' : 'jours'} ${by < 0 ? 'plus tôt' : 'plus tard'}`;
  return {
    label: { en: `Move ${name.en} ${en}`, fr: `Déplacer ${name.fr} ${fr}` },
    recipe: document => {
      const found = at(document, id);
      if (found !== undefined && by !== 0) found.plan.actions = moved(found.plan, id, from, to);
    },
  };
}

/** The plan with one action moved, as `moveAction` does it; the same plan when it has no such action. */
export function movedPlan(plan: Plan, id: string, from: number, to: number): Plan {
  return from === to ? plan : { ...plan, actions: moved(plan, id, from, to) };
}

/**
 * The plan with everything that starts on a day or a date moved by so many days, with its end; nothing moves before D0.
 * What waits for another action moves with it; what waits for an alert stays, since alerts do.
 */
export function shiftedPlan(plan: Plan, by: number): Plan {
  if (by === 0) return plan;
  return { ...plan, actions: plan.actions.map(action => {
    const { start, until } = action;
    if (typeof start === 'object' && waitsFor(start) === undefined) return action;
    return { ...action, start: typeof start === 'object' ? start : shifted(start, by), ...(until === undefined ? {} : { until: shifted(until, by) }) };
  }) };
}

function moved(plan: Pick<Plan, 'actions'>, id: string, from: number, to: number): Action[] {
  const by = to - from;
  const movers = plan.actions.some(action => action.id === id) ? withDependents(plan, id) : new Set<string>();
  return plan.actions.map(action => {
    if (!movers.has(action.id)) return action;
    const { start, until } = action;
    const next = action.id !== id ? start : typeof start !== 'object' ? shifted(start, by) : start.days + by >= 0 ? { ...start, days: start.days + by } : Math.max(0, to);
    return { ...action, start: next, ...(until === undefined ? {} : { until: shifted(until, by) }) };
  });
}

/** Days later, in the form it was written; never before D0 where it is a day. */
function shifted(when: number | string, by: number): number | string {
  if (typeof when === 'number') return Math.max(0, when + by);
  const day = parseIsoDate(when);
  return day === undefined ? when : formatIsoDate(day + by);
}

/** An action and all that wait for it, directly or through others. */
export function withDependents(plan: Pick<Plan, 'actions'>, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const at of found) for (const other of plan.actions) if (waitsFor(other.start) === at) found.add(other.id);
  return found;
}

/** Removes an action; actions that waited for it start on the day they could have started. */
export function removeAction(id: string, name: { en: string; fr: string }, startOf: (id: string) => number): Edit {
  return {
    label: { en: `Remove ${name.en}`, fr: `Supprimer ${name.fr}` },
    recipe: document => {
      const found = at(document, id);
      if (found === undefined) return;
      for (const action of found.plan.actions) {
        if (action.id !== id && waitsFor(action.start) === id) action.start = startOf(action.id);
      }
      found.plan.actions.splice(found.index, 1);
    },
  };
}

export function duplicateAction(id: string, name: { en: string; fr: string }): Edit {
  return {
    label: { en: `Duplicate ${name.en}`, fr: `Dupliquer ${name.fr}` },
    recipe: document => {
      const found = at(document, id);
      if (found === undefined) return;
      const action = found.plan.actions[found.index]!;
      found.plan.actions.splice(found.index + 1, 0, { ...(JSON.parse(JSON.stringify(action)) as Action), id: freeActionId(found.plan, id) });
    },
  };
}

/** First letter that no plan has. */
export function freeLetter(plans: readonly Pick<Plan, 'letter'>[]): string {
  const taken = new Set(plans.map(plan => plan.letter));
  return [...LETTERS].find(letter => !taken.has(letter)) ?? '';
}

/** First plan id like "plan-d" that is free; the letter itself where it is. */
export function freePlanId(plans: readonly Pick<Plan, 'id'>[], letter: string): string {
  const taken = new Set(plans.map(plan => plan.id));
  const wish = letter === '' ? 'plan' : letter.toLowerCase();
  if (!taken.has(wish)) return wish;
  for (let n = 2; ; n++) if (!taken.has(`${wish}-${n}`)) return `${wish}-${n}`;
}

/** Adds a plan, empty or a copy, and opens it. */
export function addPlan(from: Plan | null, scenario: string, plans: readonly Plan[]): Edit {
  const letter = freeLetter(plans);
  const id = freePlanId(plans, letter);
  const label = from === null ? { en: `New plan ${letter}`, fr: `Nouveau plan ${letter}` } : { en: `Keep as plan ${letter}`, fr: `Garder comme plan ${letter}` };
  return {
    label,
    recipe: document => {
      const copy: Plan = from === null
        ? { format: 1, id, scenario, letter, title: { en: `Plan ${letter}`, fr: `Plan ${letter}` }, actions: [] }
        : { ...(JSON.parse(JSON.stringify(from)) as Plan), id, letter, title: { en: `${from.title.en} (copy)`, fr: `${from.title.fr ?? from.title.en} (copie)` } };
      document.plans.push(copy);
      document.activePlan = id;
    },
  };
}

export function renamePlan(id: string, title: string): Edit {
  return {
    label: { en: `Rename plan to “${title}”`, fr: `Renommer le plan en « ${title} »` },
    recipe: document => {
      const plan = document.plans.find(candidate => candidate.id === id);
      if (plan !== undefined) plan.title = { en: title, fr: title };
    },
  };
}

/** Removes a plan; the one before it opens. The last plan stays. */
export function removePlan(id: string, letter: string): Edit {
  return {
    label: { en: `Remove plan ${letter}`, fr: `Supprimer le plan ${letter}` },
    recipe: document => {
      const index = document.plans.findIndex(plan => plan.id === id);
      if (index < 0 || document.plans.length <= 1) return;
      document.plans.splice(index, 1);
      if (document.activePlan === id) document.activePlan = document.plans[Math.max(0, index - 1)]!.id;
    },
  };
}

/** Adds a plan from a file beside the others, under a free id and letter, and opens it. */
export function importPlan(plan: Plan, plans: readonly Plan[]): Edit {
  const taken = plans.some(other => other.id === plan.id);
  const letter = plan.letter !== '' && plans.every(other => other.letter !== plan.letter) ? plan.letter : freeLetter(plans);
  const id = taken ? freePlanId(plans, letter) : plan.id;
  return {
    label: { en: `Import plan “${plan.title.en}”`, fr: `Importer le plan « ${plan.title.fr ?? plan.title.en} »` },
    recipe: document => {
      document.plans.push({ ...plan, id, letter });
      document.activePlan = id;
    },
  };
}
