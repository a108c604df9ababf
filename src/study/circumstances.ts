/**
 * Circumstances: what the first weeks of a future were like, before a plan's later parts can have changed much. Means
 * over the first eight weeks; boxes (prim.ts) may be limited by them as by parameters.
 */
import type { Run } from '../engine/run.ts';

/** The first eight weeks. */
export const EARLY_DAYS = 56;
const LINK_CUT = 2;

function meanOfAll(values: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  return n > 0 ? sum / n : 0;
}

function shareCut({ s, t }: Run): number {
  let cut = 0;
  for (let l = 0; l < t.L; l++) if (s.linkState[l] === LINK_CUT) cut++;
  return t.L > 0 ? cut / t.L : 0;
}

export interface Circumstance {
  readonly name: string;
  readonly unit: string;
  /** Completes "… is above 0.4". */
  readonly words: string;
  /** Value of a day. */
  readonly of: (run: Run) => number;
}

export const CIRCUMSTANCES: readonly Circumstance[] = [
  { name: 'roadsCut', unit: 'share', words: 'the share of routes cut in the first eight weeks', of: shareCut },
  { name: 'earlyWill', unit: 'index 0–1', words: 'political will in the first eight weeks', of: ({ s }) => s.will[0]! },
  { name: 'earlyConsent', unit: 'index 0–1', words: 'consent of the host in the first eight weeks', of: ({ s }) => s.consent[0]! },
  { name: 'earlyTension', unit: 'index 0–1', words: 'tension in the first eight weeks, mean of regions', of: ({ s, t }) => meanOfAll(s.tension, t.R) },
  { name: 'earlyIncidents', unit: 'incidents/day', words: 'incidents a day in the first eight weeks', of: ({ s, t }) => (meanOfAll(s.attacksToday, t.R) + meanOfAll(s.battlesToday, t.R)) * t.R },
  { name: 'earlyIntent', unit: 'index 0–1', words: 'intent of the armed parties in the first eight weeks, mean of parties', of: ({ s, t }) => meanOfAll(s.intent, t.P) },
];

/** Adds today's values to sums: sums[at + i]; call at the end of each day. */
export function addCircumstances(run: Run, sums: Float64Array, at: number): void {
  if (run.day >= EARLY_DAYS) return;
  const days = Math.min(EARLY_DAYS, run.t.days);
  for (let i = 0; i < CIRCUMSTANCES.length; i++) sums[at + i]! += CIRCUMSTANCES[i]!.of(run) / days;
}
