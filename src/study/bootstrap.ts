/**
 * Bootstrap over futures: intervals of what futures together give, such as a mean or the last start day that meets a
 * target. Futures are drawn with replacement, all plans by the same draw, so that pairs stay pairs.
 *
 * Percentile intervals (Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13). With heavy tails they are
 * somewhat short; that is why verdicts rest on signs and medians (sequential.ts) and the mean is only reported.
 */
import { quantile } from './statistics.ts';

/** Resamples of one interval. */
export const RESAMPLES = 1000;
/** Most numbers that are resampled one by one; more are gathered in blocks of neighbours first. */
const MOST_ITEMS = 2048;

/** Whole numbers below n, the same on every machine (mulberry32 of a fixed key). */
export function drawer(key: number): (n: number) => number {
  let a = key | 0;
  return n => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor(((t ^ (t >>> 14)) >>> 0) * 2.3283064365386963e-10 * n);
  };
}

/** Means of blocks of neighbours of equal length; a rest that fills no block is left out. */
function blockMeans(values: Float64Array): Float64Array {
  const length = Math.ceil(values.length / MOST_ITEMS);
  if (length === 1) return values;
  return Float64Array.from({ length: Math.floor(values.length / length) }, (_, block) => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += values[block * length + i]!;
    return sum / length;
  });
}

/**
 * The 95 % bootstrap interval of a mean. Beyond 2,048 values it resamples means of blocks of neighbouring futures,
 * which are as independent as the futures are.
 */
export function meanInterval(values: Float64Array, key = values.length): [number, number] {
  const items = blockMeans(values);
  const n = items.length;
  let same = true;
  for (let i = 1; i < n && same; i++) same = items[i] === items[0];
  if (same) return [items[0]!, items[0]!];
  const draw = drawer(key);
  const means = new Float64Array(RESAMPLES);
  for (let b = 0; b < RESAMPLES; b++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += items[draw(n)]!;
    means[b] = sum / n;
  }
  means.sort();
  return [quantile(means, 0.025), quantile(means, 0.975)];
}
