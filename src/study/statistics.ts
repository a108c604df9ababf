/** Statistics of values kept run by run. Sums run in run order, so they are the same bits for any number of workers. */

/**
 * Quantile of ascending values, R type 7: linear between the order statistics at rank level · (n − 1).
 * quantile([1, 2, 3, 4], 0.5) = 2.5
 */
export function quantile(sorted: ArrayLike<number>, level: number): number {
  const n = sorted.length;
  if (n === 0) return NaN;
  const rank = level * (n - 1);
  const low = Math.floor(rank);
  const a = sorted[low]!;
  return low + 1 < n ? a + (sorted[low + 1]! - a) * (rank - low) : a;
}

/** A sorted copy. */
export function sorted(values: Float64Array): Float64Array {
  return values.slice().sort();
}

const BLOCK = 64;

/** Sum in fixed blocks of 64, blocks in order: little rounding, the same bits every time. */
export function sumOf(values: ArrayLike<number>): number {
  let total = 0;
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = Math.min(values.length, from + BLOCK);
    let part = 0;
    for (let i = from; i < to; i++) part += values[i]!;
    total += part;
  }
  return total;
}

export function meanOf(values: ArrayLike<number>): number {
  return values.length === 0 ? NaN : sumOf(values) / values.length;
}

/** Standard deviation of a sample, divisor n − 1; 0 for fewer than two values. */
export function deviationOf(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) return 0;
  const mean = meanOf(values);
  const squares = Float64Array.from(values, value => (value - mean) * (value - mean));
  return Math.sqrt(sumOf(squares) / (n - 1));
}

/** Mean and five quantiles of an outcome. */
export interface Summary {
  readonly mean: number;
  readonly p5: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
}

export function summaryOf(values: Float64Array): Summary {
  const s = sorted(values);
  return { mean: meanOf(values), p5: quantile(s, 0.05), p25: quantile(s, 0.25), median: quantile(s, 0.5), p75: quantile(s, 0.75), p95: quantile(s, 0.95) };
}
