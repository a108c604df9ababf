/**
 * The actions in which two plans differ, and both plans with each of them swapped: B with the action as A has it, and A
 * with it as B has it. Actions that cannot be swapped one without the other (a start waits for an action that only one
 * plan has) go together.
 */
import type { Plan } from '../plan/schema.ts';
import { waitsFor } from '../plan/starts.ts';

type Action = Plan['actions'][number];

export interface Swap {
  /** Ids of the actions, in the order of B, then of A. */
  readonly actions: readonly string[];
  /** The first of them in each plan. */
  readonly inA: Action | undefined;
  readonly inB: Action | undefined;
  /** B without the difference, A with it. */
  readonly knockedOut: Plan;
  readonly alone: Plan;
}

/** `plan` with the named actions as `like` has them, the others where they are; actions that `plan` lacks come in `like`'s order. */
function withActionsOf(plan: Plan, like: Plan, ids: ReadonlySet<string>, id: string): Plan {
  const other = new Map(like.actions.map(action => [action.id, action]));
  const kept = plan.actions.flatMap(action => {
    if (!ids.has(action.id)) return [action];
    const found = other.get(action.id);
    return found === undefined ? [] : [found];
  });
  const has = new Set(plan.actions.map(action => action.id));
  const added = like.actions.filter(action => ids.has(action.id) && !has.has(action.id));
  return { ...plan, id, actions: [...kept, ...added] };
}

/** Ids of actions in which the plans differ, those of B first. */
export function differingActions(a: Plan, b: Plan): string[] {
  const inA = new Map(a.actions.map(action => [action.id, JSON.stringify(action)]));
  const inB = new Set(b.actions.map(action => action.id));
  return [
    ...b.actions.filter(action => inA.get(action.id) !== JSON.stringify(action)).map(action => action.id),
    ...a.actions.filter(action => !inB.has(action.id)).map(action => action.id),
  ];
}

/** The swaps of two plans, in the order of B's actions. */
export function swapsOf(a: Plan, b: Plan): Swap[] {
  const ids = differingActions(a, b);
  const find = (plan: Plan, id: string): Action | undefined => plan.actions.find(action => action.id === id);
  const group = new Map(ids.map(id => [id, id]));
  const rootOf = (id: string): string => (group.get(id) === id ? id : rootOf(group.get(id)!));
  for (const id of ids) {
    for (const plan of [a, b]) {
      const action = find(plan, id);
      const needed = action === undefined ? undefined : waitsFor(action.start);
      if (needed === undefined || !group.has(needed)) continue;
      // only an action that one plan lacks ties another to it
      if (find(a, needed) === undefined || find(b, needed) === undefined) group.set(rootOf(id), rootOf(needed));
    }
  }
  const members = new Map<string, string[]>();
  for (const id of ids) members.set(rootOf(id), [...(members.get(rootOf(id)) ?? []), id]);
  return [...members.values()].map((list, i) => {
    const set = new Set(list);
    return {
      actions: list, inA: find(a, list[0]!), inB: find(b, list[0]!),
      knockedOut: withActionsOf(b, a, set, `${b.id}-without-${i + 1}`), alone: withActionsOf(a, b, set, `${a.id}-with-${i + 1}`),
    };
  });
}
