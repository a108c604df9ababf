/**
 * How the time line is looked at: zoom, snapping, the ribbon in focus, the bar whose move was stopped. It belongs to
 * the screen, not to the document: no undo step, no result depends on it. One for each session.
 */
import { useSyncExternalStore } from 'react';
import type { Session } from '../session/types.ts';
import { useSession } from './use-session.ts';

/** Zoom of the day axis: pixels a day at zoom 0 show the whole scenario; 1 shows single days. */
export const WIDEST_DAY = 22; // px
/** One step of the zoom buttons. */
export const ZOOM_STEP = 0.1;

export interface TimelineView {
  /** 0–1, see `pixelsPerDay`. */
  readonly zoom: number;
  /** Whether starts snap to weeks, decisions and effects. */
  readonly snap: boolean;
  /** Ribbon that is drawn larger, or −1. */
  readonly ribbon: number;
  /** Where the selected bar stood before it was moved. */
  readonly moved: { readonly action: string; readonly from: number } | null;
  /** Bar held in hand, and whether it was stopped at its earliest day. */
  readonly held: { readonly action: string; readonly end: boolean; readonly stopped: boolean } | null;
  /** Whether lanes without the selection are open on a narrow screen. */
  readonly allLanes: boolean;
}

export interface TimelineViewStore {
  get(): TimelineView;
  set(change: Partial<TimelineView>): void;
  subscribe(listener: () => void): () => void;
}

const stores = new WeakMap<Session, TimelineViewStore>();

/** The view of a session's time line. */
export function timelineView(session: Session): TimelineViewStore {
  let store = stores.get(session);
  if (store === undefined) stores.set(session, (store = createStore()));
  return store;
}

function createStore(): TimelineViewStore {
  let view: TimelineView = { zoom: 0, snap: true, ribbon: -1, moved: null, held: null, allLanes: false };
  const listeners = new Set<() => void>();
  return {
    get: () => view,
    set: change => {
      const keys = Object.keys(change) as (keyof TimelineView)[];
      if (keys.every(key => Object.is(view[key], change[key]))) return;
      view = { ...view, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

/** A value of the view; the component renders again when it changes. */
export function useView<T>(select: (view: TimelineView) => T): T {
  const store = timelineView(useSession());
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** Pixels of one day: `fit` at zoom 0, `WIDEST_DAY` at zoom 1, evenly in proportion between. */
export function pixelsPerDay(fit: number, zoom: number): number {
  const widest = Math.max(fit, WIDEST_DAY);
  return fit * Math.pow(widest / fit, Math.max(0, Math.min(1, zoom)));
}
