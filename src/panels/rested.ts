/**
 * The session as slow panels see it: while a bar moves it stands still, and follows when the pointer rests. Ribbons and
 * bars follow every move; tables, fields and boards around them need not, and drawing them would make the drag wait.
 */
import type { Plan } from '../plan/schema.ts';
import type { Session, SessionState } from '../session/types.ts';

/** Pause of the pointer after which slow panels follow, ms. */
const REST = 250;

export interface RestedState {
  get(): SessionState;
  subscribe(changed: () => void): () => void;
}

/** A state that follows the session's at once when no bar moves, and after a rest when one does. */
export function restedState(session: Session, rest: number = REST): RestedState {
  const listeners = new Set<() => void>();
  let held = session.get();
  let moving: Plan | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  const catchUp = (): void => {
    clearTimeout(timer);
    timer = undefined;
    held = session.get();
    for (const listener of listeners) listener();
  };
  const follow = ({ preview }: SessionState): void => {
    if (preview === null) { moving = undefined; catchUp(); return; }
    if (preview.plan !== moving) {
      moving = preview.plan;
      clearTimeout(timer);
      timer = setTimeout(catchUp, rest);
    } else if (timer === undefined) catchUp();
  };
  return {
    get: () => {
      const live = session.get();
      if (live.preview === null) held = live;
      return held;
    },
    subscribe: changed => {
      listeners.add(changed);
      stop ??= session.subscribe(state => state, follow);
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}

const states = new WeakMap<Session, RestedState>();

/** The rested state of a session; one for each. */
export function restedOf(session: Session): RestedState {
  let state = states.get(session);
  if (state === undefined) states.set(session, (state = restedState(session)));
  return state;
}
