/**
 * Variance-based sensitivity: first-order and total indices by Saltelli sampling.
 *
 * Two independent samples A and B of n points; A with column i from B is AB_i. With V the variance of f,
 *   S_i = mean(f(B) · (f(AB_i) − f(A))) / V      (Saltelli et al. 2010, Computer Physics Communications 181:259–270, table 2 b)
 *   T_i = mean((f(A) − f(AB_i))²) / (2 V)        (Jansen 1999, Computer Physics Communications 117:35–43; same, table 2 f)
 * n · (factors + 2) evaluations. A and B are Latin hypercubes; intervals are bootstrapped over the n rows.
 */
import { KeyedDraws } from './keyed-draws.ts';
import { resampledIntervals, type Interval } from './resampling.ts';
import { meanOf } from './statistics.ts';

export interface SobolDesign {
  readonly factors: number;
  /** Rows of A. */
  readonly n: number;
  /** Points of A, of B, then of AB_1, AB_2 …: [point · factors + factor], 0–1. */
  readonly points: Float64Array;
}

export function sobolDesign(factors: number, n: number, seed: number): SobolDesign {
  const draws = new KeyedDraws(seed, 'sobol');
  const a = draws.latinHypercube(n, factors, 0);
  const b = draws.latinHypercube(n, factors, 2 * n * factors);
  const points = new Float64Array((factors + 2) * n * factors);
  points.set(a, 0);
  points.set(b, n * factors);
  for (let i = 0; i < factors; i++) {
    const at = (2 + i) * n * factors;
    points.set(a, at);
    for (let j = 0; j < n; j++) points[at + j * factors + i] = b[j * factors + i]!;
  }
  return { factors, n, points };
}

export interface SobolIndex {
  /** Share of the variance that the factor explains alone, and with all it interacts with. */
  readonly first: number;
  readonly total: number;
  /** 95 % intervals. */
  readonly firstInterval: Interval;
  readonly totalInterval: Interval;
}

/**
 * Indices of all factors; NaN where the output does not vary.
 * @param outputs one a point of the design, in its order
 */
export function sobolIndices({ factors, n }: Pick<SobolDesign, 'factors' | 'n'>, outputs: ArrayLike<number>, seed: number): SobolIndex[] {
  const values = Float64Array.from(outputs);
  // centring leaves the indices as they are and takes most of the noise out of the first-order estimator
  const centre = meanOf(values.subarray(0, 2 * n));
  for (let i = 0; i < values.length; i++) values[i]! -= centre;
  const indices = (rows: ArrayLike<number>, into: Float64Array): void => {
    let sum = 0;
    let square = 0;
    for (let j = 0; j < rows.length; j++) {
      const a = values[rows[j]!]!;
      const b = values[n + rows[j]!]!;
      sum += a + b;
      square += a * a + b * b;
    }
    const mean = sum / (2 * rows.length);
    const variance = square / (2 * rows.length) - mean * mean;
    for (let i = 0; i < factors; i++) {
      let first = 0;
      let total = 0;
      for (let j = 0; j < rows.length; j++) {
        const row = rows[j]!;
        const a = values[row]!;
        const mixed = values[(2 + i) * n + row]!;
        first += (values[n + row]! - mean) * (mixed - a);
        total += (a - mixed) * (a - mixed);
      }
      into[i] = variance > 0 ? first / rows.length / variance : NaN;
      into[factors + i] = variance > 0 ? total / (2 * rows.length) / variance : NaN;
    }
  };
  const all = new Float64Array(2 * factors);
  indices(Int32Array.from({ length: n }, (_, j) => j), all);
  const intervals = resampledIntervals(n, 2 * factors, seed, 'sobol', indices);
  return Array.from({ length: factors }, (_, i) => ({ first: all[i]!, total: all[factors + i]!, firstInterval: intervals[i]!, totalInterval: intervals[factors + i]! }));
}
