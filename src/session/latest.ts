/** One piece of work at a time, and the newest wish next: answers keep coming while a pointer moves, and nothing piles up. */
import type { Job } from './backend.ts';

export interface Wish<T> {
  /** Wishes with the same key are the same. */
  readonly key: string;
  start(): Job<T>;
  done(value: T): void;
  failed?(error: Error): void;
}

export interface Latest<T> {
  /**
   * Wants one thing. The work in flight is finished first when `patient`, else given up; wishes in between are forgotten.
   * Wanting again what is in flight, or what was last answered, does nothing.
   */
  want(wish: Wish<T>, patient?: boolean): void;
  /** What is in flight has given enough: another wish that waits goes now, and the rest is given up. */
  giveWay(): void;
  /** Wants nothing: gives up what is in flight and forgets what was answered. */
  drop(): void;
  /** Key of the work in flight or waiting; undefined when idle. */
  wanted(): string | undefined;
}

/** True for the error of a job that was given up. */
export const isCancelled = (error: unknown): boolean => error instanceof Error && error.name === 'Cancelled';

export function createLatest<T>(): Latest<T> {
  let flight: { readonly wish: Wish<T>; readonly job: Job<T> } | undefined;
  let waiting: Wish<T> | undefined;
  let answered: string | undefined;

  const follow = async (mine: { readonly wish: Wish<T>; readonly job: Job<T> }): Promise<void> => {
    const outcome = await mine.job.done.then(value => ({ value }), (error: unknown) => ({ error }));
    if (flight !== mine) return;
    flight = undefined;
    if ('value' in outcome) {
      answered = mine.wish.key;
      mine.wish.done(outcome.value);
    } else if (!isCancelled(outcome.error)) mine.wish.failed?.(outcome.error instanceof Error ? outcome.error : new Error(String(outcome.error)));
    const wished = waiting;
    waiting = undefined;
    if (wished !== undefined && flight === undefined) launch(wished);
  };
  const launch = (wish: Wish<T>): void => {
    flight = { wish, job: wish.start() };
    void follow(flight);
  };
  const giveUp = (): void => {
    const old = flight;
    flight = undefined;
    old?.job.cancel();
  };
  return {
    want: (wish, patient = false) => {
      const current = waiting ?? flight?.wish;
      if (current?.key === wish.key) return;
      if (current === undefined && answered === wish.key) return;
      waiting = undefined;
      if (flight?.wish.key === wish.key) return;
      if (flight === undefined) launch(wish);
      else if (patient) waiting = wish;
      else { giveUp(); launch(wish); }
    },
    giveWay: () => {
      const wished = waiting;
      if (wished === undefined) return;
      waiting = undefined;
      giveUp();
      launch(wished);
    },
    drop: () => { waiting = undefined; answered = undefined; giveUp(); },
    wanted: () => (waiting ?? flight?.wish)?.key,
  };
}
