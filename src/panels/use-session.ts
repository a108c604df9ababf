/** The open session, for every panel below `SessionProvider`. */
import { createContext, createElement, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Session, SessionState } from '../session/types.ts';
import { restedOf } from './rested.ts';

const SessionContext = createContext<Session | null>(null);
const RestContext = createContext(false);

/** Gives the panels below it a session. */
export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }): ReactNode {
  return createElement(SessionContext.Provider, { value: session }, children);
}

/** Panels below it see the rested state: while a bar moves they wait until the pointer rests (rested.ts). */
export function Rested({ children }: { readonly children: ReactNode }): ReactNode {
  return createElement(RestContext.Provider, { value: true }, children);
}

/** Panels below it follow every move, wherever they stand. */
export function Live({ children }: { readonly children: ReactNode }): ReactNode {
  return createElement(RestContext.Provider, { value: false }, children);
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
 * A value of the session's state, of the rested one below `Rested`; the component renders again when the value changes
 * (Object.is), at most once a frame.
 * @param select must give the same value for the same state: pick fields, or build objects in `useMemo` from picked fields
 */
export function useSelect<T>(select: (state: SessionState) => T): T {
  return useStateOf(useContext(RestContext), select);
}

/** Like `useSelect`, of the rested state wherever it stands. */
export function useRestedSelect<T>(select: (state: SessionState) => T): T {
  return useStateOf(true, select);
}

function useStateOf<T>(isRested: boolean, select: (state: SessionState) => T): T {
  const session = useSession();
  const subscribe = useCallback((changed: () => void) => (isRested ? restedOf(session).subscribe(changed) : session.subscribe(state => state, changed)), [session, isRested]);
  return useSyncExternalStore(subscribe, () => select(isRested ? restedOf(session).get() : session.get()));
}
