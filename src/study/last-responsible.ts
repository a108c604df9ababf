/**
 * The last responsible day and how well the futures pin it down: the latest feasible start in which the target is met
 * with the stated odds, and the same for futures drawn again with replacement (bootstrap over pairs).
 */
import { drawer } from './bootstrap.ts';
import { quantile } from './statistics.ts';

const RESAMPLES = 400;

export interface LastResponsible {
  /** Latest feasible start that meets the target with the odds; null when none does. */
  readonly day: number | null;
  /** 5th and 95th percentile over resamples in which some start meets it; null when there are none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Share of resamples in which no start meets it, 0–1. */
  readonly none: number;
}

/** One start day: whether each future meets the target. */
export interface StartRecord {
  readonly start: number;
  readonly feasible: boolean;
  readonly met: Uint8Array;
}

/**
 * @param records ascending by start, futures in the same order in all
 * @param odds share of futures that must meet the target
 */
export function lastResponsible(records: readonly StartRecord[], odds: number): LastResponsible {
  const candidates = records.filter(record => record.feasible).sort((a, b) => b.start - a.start);
  const n = candidates[0]?.met.length ?? 0;
  const count = (met: Uint8Array): number => met.reduce((sum, one) => sum + one, 0);
  // the share as it is computed elsewhere, so that both agree on the boundary
  const day = candidates.find(({ met }) => count(met) / n >= odds)?.start ?? null;
  if (candidates.every(({ met }) => count(met) === 0)) return { day, low: null, high: null, none: 1 };
  const draw = drawer(n);
  const picked = new Int32Array(n);
  const days: number[] = [];
  for (let b = 0; b < RESAMPLES; b++) {
    for (let i = 0; i < n; i++) picked[i] = draw(n);
    const last = candidates.find(({ met }) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += met[picked[i]!]!;
      return sum / n >= odds;
    });
    if (last !== undefined) days.push(last.start);
  }
  days.sort((a, b) => a - b);
  const at = (level: number): number | null => (days.length === 0 ? null : Math.round(quantile(days, level)));
  return { day, low: at(0.05), high: at(0.95), none: 1 - days.length / RESAMPLES };
}
