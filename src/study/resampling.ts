/** Bootstrap intervals over whole rows, such as trajectories or paired futures: Efron's percentile method, keyed draws. */
import { KeyedDraws } from './keyed-draws.ts';
import { quantile } from './statistics.ts';

/** Resamples of an interval: enough for ends that move by a twentieth of its width. */
export const RESAMPLES = 500;

export type Interval = readonly [low: number, high: number];

/**
 * 95 % intervals of statistics of n rows.
 * @param count number of statistics
 * @param statistics computes them from a sample of row numbers into `into`; values that are no number are left out
 */
export function resampledIntervals(n: number, count: number, seed: number, purpose: string, statistics: (rows: Int32Array, into: Float64Array) => void): Interval[] {
  const draws = new KeyedDraws(seed, `resampling ${purpose}`);
  const found = Array.from({ length: count }, () => new Float64Array(RESAMPLES));
  const rows = new Int32Array(n);
  const values = new Float64Array(count);
  for (let b = 0; b < RESAMPLES; b++) {
    for (let i = 0; i < n; i++) rows[i] = Math.floor(draws.at(b * n + i) * n);
    statistics(rows, values);
    for (let j = 0; j < count; j++) found[j]![b] = values[j]!;
  }
  return found.map(each => {
    const known = each.filter(value => Number.isFinite(value)).sort();
    return [quantile(known, 0.025), quantile(known, 0.975)];
  });
}
