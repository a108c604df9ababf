/**
 * A run: one future of one plan. Same tables, schedule, seed and model version give the same bits everywhere.
 */
import { assert } from '../kernel/assert.ts';
import { runKey } from '../kernel/draws.ts';
import type { Mechanism } from './mechanism.ts';
import { MECHANISMS } from './phases.ts';
import type { Schedule } from './schedule.ts';
import { emptyState, layoutFor, type State } from './state.ts';
import type { Tables } from './tables.ts';

export interface Run {
  readonly s: State;
  readonly t: Tables;
  readonly o: Schedule;
  /** Run key, two 32-bit words. */
  readonly k0: number;
  readonly k1: number;
  /** Mechanisms of the tick, in their order; all of them unless some are left out (`mechanismsWithout`). */
  readonly mechanisms: readonly Mechanism[];
  /** Day being computed; between steps, the next day to compute. */
  day: number;
}

/** A state of the right size for a scenario and a plan. */
export function stateFor(t: Tables, o: Schedule): State {
  return emptyState(layoutFor(t, o));
}

/**
 * The tick without some mechanisms, the others in their order. A mechanism that is left out still sets its columns on
 * the eve of D0, since others read them; then they stay as they are there, unless others write them too.
 * @throws when a name is no mechanism's (a programming error; check names first)
 */
export function mechanismsWithout(names: readonly string[]): readonly Mechanism[] {
  if (names.length === 0) return MECHANISMS;
  for (const name of names) assert(MECHANISMS.some(mechanism => mechanism.name === name), `"${name}" is no mechanism`);
  return MECHANISMS.filter(mechanism => !names.includes(mechanism.name));
}

/**
 * A run on the eve of D0.
 * @param studySeed integer 0 … 2⁵³ − 1
 * @param runIndex number of the future, from 0
 * @param into a state of the same layout to reuse
 * @param mechanisms those of the tick; all by default
 */
export function startRun(t: Tables, o: Schedule, studySeed: number, runIndex: number, into?: State, mechanisms: readonly Mechanism[] = MECHANISMS): Run {
  const keys = new Int32Array(2);
  runKey(studySeed, runIndex, keys);
  const s = into ?? stateFor(t, o);
  new Uint8Array(s.buffer).fill(0);
  const run: Run = { s, t, o, k0: keys[0]!, k1: keys[1]!, mechanisms, day: 0 };
  for (const mechanism of MECHANISMS) mechanism.initialise?.(run);
  return run;
}

/** Computes one day. */
export function step(run: Run): void {
  const { mechanisms } = run;
  for (let i = 0; i < mechanisms.length; i++) mechanisms[i]!.run(run);
  run.day++;
}

/**
 * Steps to the eve of a day.
 * @param eachDay called at the end of each day, before the day number moves on
 */
export function runTo(run: Run, until: number, eachDay?: (run: Run) => void): void {
  const { mechanisms } = run;
  while (run.day < until) {
    for (let i = 0; i < mechanisms.length; i++) mechanisms[i]!.run(run);
    eachDay?.(run);
    run.day++;
  }
}

/** Steps to the last day of the scenario; `eachDay` as in `runTo`. */
export function runToEnd(run: Run, eachDay?: (run: Run) => void): void {
  runTo(run, run.t.days, eachDay);
}
