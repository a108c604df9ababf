/**
 * A run: one future of one plan. Same tables, schedule, seed and model version give the same bits everywhere.
 */
import { runKey } from '../kernel/draws.ts';
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
  /** Day being computed; between steps, the next day to compute. */
  day: number;
}

/** A state of the right size for a scenario and a plan. */
export function stateFor(t: Tables, o: Schedule): State {
  return emptyState(layoutFor(t, o));
}

/**
 * A run on the eve of D0.
 * @param studySeed integer 0 … 2⁵³ − 1
 * @param runIndex number of the future, from 0
 * @param into a state of the same layout to reuse
 */
export function startRun(t: Tables, o: Schedule, studySeed: number, runIndex: number, into?: State): Run {
  const keys = new Int32Array(2);
  runKey(studySeed, runIndex, keys);
  const s = into ?? stateFor(t, o);
  new Uint8Array(s.buffer).fill(0);
  const run: Run = { s, t, o, k0: keys[0]!, k1: keys[1]!, day: 0 };
  for (const mechanism of MECHANISMS) mechanism.initialise?.(run);
  return run;
}

/** Computes one day. */
export function step(run: Run): void {
  for (let i = 0; i < MECHANISMS.length; i++) MECHANISMS[i]!.run(run);
  run.day++;
}

/**
 * Steps to the last day of the scenario.
 * @param eachDay called at the end of each day, before the day number moves on
 */
export function runToEnd(run: Run, eachDay?: (run: Run) => void): void {
  while (run.day < run.t.days) {
    for (let i = 0; i < MECHANISMS.length; i++) MECHANISMS[i]!.run(run);
    eachDay?.(run);
    run.day++;
  }
}
