/**
 * Forks: plans that differ in start days alone share their runs up to the day on which they part. A tree says until
 * when which plans go together; each leg of it is simulated once a future, bit for bit as if each plan ran alone.
 *
 * Fifty-three starts of one action, a week apart over a year, of a scenario of 540 days: 18,974 days a future instead
 * of 28,620; a grid of nine by nine starts of two actions saves about as much again (tested as counts of days).
 */
import type { Schedule } from '../engine/schedule.ts';
import { agreement } from './checkpoints.ts';

export interface Fork {
  /** Runs under this schedule from where the leg before ended … */
  readonly schedule: Schedule;
  /** … to the eve of this day; the length of the scenario where nothing parts any more. */
  readonly until: number;
  /** What follows, the longest last; empty at the end. */
  readonly children: readonly Fork[];
  /** Places of the plans whose runs end here; empty where children follow. */
  readonly plans: readonly number[];
}

/**
 * The trees of a list of schedules: one for each group whose runs agree on the eve of D0.
 * @param days length of the scenario
 */
export function forksOf(schedules: readonly Schedule[], days: number): Fork[] {
  return partsOf(schedules.map((_, i) => i), schedules, 0).map(group => forkOf(group, schedules, days));
}

function forkOf(group: readonly number[], schedules: readonly Schedule[], days: number): Fork {
  const schedule = schedules[group[0]!]!;
  let until = days;
  for (const i of group) until = Math.min(until, agreement(schedule, schedules[i]!));
  if (until >= days) return { schedule, until: days, children: [], plans: group };
  const parts = partsOf(group, schedules, until).sort((a, b) => a.length - b.length || a[0]! - b[0]!);
  return { schedule, until, children: parts.map(part => forkOf(part, schedules, days)), plans: [] };
}

/** Groups within which all agree beyond a day. */
function partsOf(group: readonly number[], schedules: readonly Schedule[], day: number): number[][] {
  const parts: number[][] = [];
  for (const i of group) {
    const part = parts.find(other => agreement(schedules[other[0]!]!, schedules[i]!) > day);
    if (part === undefined) parts.push([i]);
    else part.push(i);
  }
  return parts;
}

/** Days simulated for one future of the whole list. */
export function simulatedDays(forks: readonly Fork[], from = 0): number {
  return forks.reduce((sum, fork) => sum + fork.until - from + simulatedDays(fork.children, fork.until), 0);
}
