/** A value that panels watch: `set` is immediate, listeners hear of it at most once a frame. */

/** Runs `work` later, once: the next animation frame in a browser, at will in tests. */
export type Schedule = (work: () => void) => void;

export interface Store<S extends object> {
  get(): S;
  /** Replaces the fields given. Setting a field to the value it has changes nothing. */
  set(change: Partial<S>): void;
  /** Calls `listener` at most once a frame, when `select` gives another value (Object.is) than at the last call. Returns the way to stop. */
  subscribe<T>(select: (state: S) => T, listener: (value: T) => void): () => void;
  /** Tells listeners now what they have not heard yet. */
  flush(): void;
}

/** A store over `initial` whose listeners are called through `schedule`. */
export function createStore<S extends object>(initial: S, schedule: Schedule): Store<S> {
  let state = initial;
  let waiting = false;
  const checks = new Set<() => void>();

  const flush = (): void => {
    waiting = false;
    for (const check of checks) check();
  };
  return {
    get: () => state,
    set: change => {
      const names = Object.keys(change) as (keyof S)[];
      if (names.every(name => Object.is(state[name], change[name]))) return;
      state = { ...state, ...change };
      if (waiting) return;
      waiting = true;
      schedule(() => { if (waiting) flush(); });
    },
    subscribe: (select, listener) => {
      let last = select(state);
      const check = (): void => {
        const value = select(state);
        if (Object.is(value, last)) return;
        last = value;
        listener(value);
      };
      checks.add(check);
      return () => { checks.delete(check); };
    },
    flush,
  };
}
