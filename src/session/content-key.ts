/** What makes two plans give the same results: everything but their names. */
import type { Plan } from '../plan/schema.ts';

const keys = new WeakMap<Plan, string>();

/** The same text for plans that a simulation cannot tell apart. */
export function contentKey(plan: Plan): string {
  let key = keys.get(plan);
  if (key === undefined) {
    key = `${plan.scenario}/${plan.id} ${JSON.stringify(plan.actions)}`;
    keys.set(plan, key);
  }
  return key;
}

/** A small memory of answers; the one used longest ago goes first. */
export interface Memory<T> {
  find(key: string): T | undefined;
  keep(key: string, value: T): void;
  clear(): void;
}

export function createMemory<T>(size: number): Memory<T> {
  const kept = new Map<string, T>();
  return {
    find: key => {
      const value = kept.get(key);
      if (value !== undefined) { kept.delete(key); kept.set(key, value); }
      return value;
    },
    keep: (key, value) => {
      kept.delete(key);
      kept.set(key, value);
      while (kept.size > size) kept.delete(kept.keys().next().value!);
    },
    clear: () => { kept.clear(); },
  };
}
