/** Edits of plans: each a function from plans to plans with a name for undo. No schema is loaded here; checks follow. */
import type { Action, Plan } from './schema.ts';

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
  for (let n = 2; ; n++) if (!taken.has(`${wish}-${n}`)) return `${wish}-${n}`;
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
 * Sets the start day of an action and moves its end with it. Actions that wait for it need no change: their rules do.
 * @param from the start day it has now, to keep the length
 */
export function moveAction(id: string, from: number, to: number, name: { en: string; fr: string }): Edit {
  const days = Math.abs(to - from);
  const en = to === from ? 'in place' : `${days} ${days === 1 ? 'day' : 'days'} ${to < from ? 'earlier' : 'later'}`;
  const fr = to === from ? 'sur place' : `de ${days} ${days === 1 ? 'jour' : 'jours'} ${to < from ? 'plus tôt' : 'plus tard'}`;
  return {
    label: { en: `Move ${name.en} ${en}`, fr: `Déplacer ${name.fr} ${fr}` },
    recipe: document => {
      const found = at(document, id);
      if (found === undefined) return;
      const action = found.plan.actions[found.index]!;
      action.start = to;
      if (typeof action.until === 'number') action.until = Math.max(to, action.until + to - from);
    },
  };
}

/** Removes an action; actions that waited for it start on the day they could have started. */
export function removeAction(id: string, name: { en: string; fr: string }, startOf: (id: string) => number): Edit {
  return {
    label: { en: `Remove ${name.en}`, fr: `Supprimer ${name.fr}` },
    recipe: document => {
      const found = at(document, id);
      if (found === undefined) return;
      for (const action of found.plan.actions) {
        const { start } = action;
        if (typeof start === 'object' && (('afterAction' in start && start.afterAction === id) || ('afterDecision' in start && start.afterDecision === id))) action.start = startOf(action.id);
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
      found.plan.actions.splice(found.index + 1, 0, { ...structuredClone(JSON.parse(JSON.stringify(action)) as Action), id: freeActionId(found.plan, `${id.replace(/-\d+$/, '')}-2`) });
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
