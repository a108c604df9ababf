/** The open session, for every panel below `SessionProvider`. */
import { createContext, createElement, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Session, SessionState } from '../session/types.ts';

const SessionContext = createContext<Session | null>(null);

/** Gives the panels below it a session. */
export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }): ReactNode {
  return createElement(SessionContext.Provider, { value: session }, children);
}

/**
 * The session of the page.
 * @throws outside a `SessionProvider` (a programming error)
 */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/**
 * A value of the session's state; the component renders again when the value changes (Object.is), at most once a frame.
 * @param select must give the same value for the same state: pick fields, or build objects in `useMemo` from picked fields
 */
export function useSelect<T>(select: (state: SessionState) => T): T {
  const session = useSession();
  const subscribe = useCallback((changed: () => void) => session.subscribe(state => state, changed), [session]);
  return useSyncExternalStore(subscribe, () => select(session.get()));
}
