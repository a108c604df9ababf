/** The day axis that lanes and ribbons share: days to pixels of the scrolled content, and how to follow the playhead. */
import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useSession } from './use-session.ts';

/** Room before D0 and after the last day, px. */
export const MARGIN_BEFORE = 44;
export const MARGIN_AFTER = 52;

export interface DayAxis {
  readonly days: number;
  readonly pixelsPerDay: number;
  /** Width of the axis with its margins, px. */
  readonly width: number;
  /** Day to pixel from the left end of the axis. */
  x(day: number): number;
  /** Day under a pointer, not rounded. */
  dayAt(clientX: number): number;
}

/** @param content element whose left edge is the left end of the axis */
export function dayAxis(days: number, pixelsPerDay: number, content: HTMLElement | null): DayAxis {
  return {
    days, pixelsPerDay, width: MARGIN_BEFORE + days * pixelsPerDay + MARGIN_AFTER,
    x: day => MARGIN_BEFORE + day * pixelsPerDay,
    dayAt: clientX => (clientX - (content?.getBoundingClientRect().left ?? 0) - MARGIN_BEFORE) / pixelsPerDay,
  };
}

export const AxisContext = createContext<DayAxis | null>(null);

/**
 * The axis of the time line around.
 * @throws outside a time line (a programming error)
 */
export function useAxis(): DayAxis {
  const axis = useContext(AxisContext);
  if (axis === null) throw new Error('useAxis needs a time line above it');
  return axis;
}

/** Calls `follow` with the day shown, now and at every change, without rendering. `follow` must be stable (useCallback). */
export function useDayShown(follow: (day: number) => void): void {
  const session = useSession();
  useLayoutEffect(() => {
    follow(session.get().day);
    return session.subscribe(state => state.day, follow);
  }, [session, follow]);
}

/** Width and height of an element's inside, and again after every change of size. */
export function useSize<T extends HTMLElement>(fallback: readonly [number, number]): readonly [RefObject<T | null>, number, number] {
  const ref = useRef<T>(null);
  const [[width, height], setSize] = useState(fallback);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      // A document without layout has no sizes: the fallback stays.
      if (element.clientWidth > 0) setSize(old => (old[0] === element.clientWidth && old[1] === element.clientHeight ? old : [element.clientWidth, element.clientHeight]));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, []);
  return [ref, width, height];
}

/** Heights of ribbons that share a height: the one in focus takes nearly half. */
export function ribbonHeights(count: number, height: number, focus: number): number[] {
  if (focus < 0 || focus >= count || count < 2) return Array.from({ length: count }, () => height / count);
  const large = Math.max(height / count, height * (count === 2 ? 0.6 : 0.46));
  return Array.from({ length: count }, (_, i) => (i === focus ? large : (height - large) / (count - 1)));
}

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const changed = (): void => { setMatches(list.matches); };
    changed();
    list.addEventListener('change', changed);
    return () => { list.removeEventListener('change', changed); };
  }, [query]);
  return matches;
}

/** Width below which the layout is the tablet's. */
export const NARROW = '(max-width: 1100px)';
