/**
 * Estimates with their Monte Carlo error. Draws of the bootstrap are keyed by a fixed seed, so the same rows give the
 * same interval on any machine and with any number of workers.
 */
import { runKey, uniform, word } from '../../kernel/draws.ts';
import { deviationOf, meanOf, quantile, sorted } from '../statistics.ts';

export interface Estimate {
  /** NaN when it cannot be computed from the rows. */
  readonly value: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Monte Carlo standard error. */
  readonly error: number;
}

const REPLICATES = 400;
const BOOTSTRAP_SEED = 20130;
const Z975 = 1.959963984540054;

/** Percentile interval of replicates around a value; replicates that are no number are left out. */
function around(value: number, replicates: readonly number[]): Estimate {
  const finite = Float64Array.from(replicates.filter(Number.isFinite));
  if (finite.length < 2) return { value, low: NaN, high: NaN, error: NaN };
  const ordered = sorted(finite);
  return { value, low: quantile(ordered, 0.025), high: quantile(ordered, 0.975), error: deviationOf(finite) };
}

/**
 * Bootstrap over runs of a statistic of sums: `statistic` receives the sums over runs of each column.
 * @param rows one row of equal length a run
 */
export function ofSums(rows: readonly ArrayLike<number>[], statistic: (sums: Float64Array) => number): Estimate {
  const width = rows[0]?.length ?? 0;
  const sums = new Float64Array(width);
  for (const row of rows) for (let j = 0; j < width; j++) sums[j]! += row[j]!;
  const value = statistic(sums);
  const replicates = resample(rows.length, chosen => {
    sums.fill(0);
    for (const i of chosen) { const row = rows[i]!; for (let j = 0; j < width; j++) sums[j]! += row[j]!; }
    return statistic(sums);
  });
  return around(value, replicates);
}

/** Bootstrap over runs of any statistic of the pooled values; `groups` holds the values of one run each. */
export function ofPooled(groups: readonly ArrayLike<number>[], statistic: (values: Float64Array) => number): Estimate {
  const pool = (chosen: ArrayLike<number>): Float64Array => {
    let n = 0;
    for (let i = 0; i < chosen.length; i++) n += groups[chosen[i]!]!.length;
    const values = new Float64Array(n);
    for (let i = 0, at = 0; i < chosen.length; at += groups[chosen[i]!]!.length, i++) values.set(groups[chosen[i]!]!, at);
    return values;
  };
  return around(statistic(pool(groups.map((_, i) => i))), resample(groups.length, chosen => statistic(pool(chosen))));
}

/** For statistics too costly to resample: the value over all runs, its error from `parts` equal parts of the runs. */
export function ofParts<T>(runs: readonly T[], statistic: (runs: readonly T[]) => number, parts = 20): Estimate {
  const value = statistic(runs);
  const n = Math.min(parts, runs.length);
  const values = Float64Array.from({ length: n }, (_, k) => statistic(runs.slice(Math.floor((k * runs.length) / n), Math.floor(((k + 1) * runs.length) / n)))).filter(Number.isFinite);
  if (values.length < 3) return { value, low: NaN, high: NaN, error: NaN };
  const error = deviationOf(values) / Math.sqrt(values.length);
  return { value, low: value - Z975 * error, high: value + Z975 * error, error };
}

/** A share of independent trials: Wilson's interval. */
export function ofTrials(successes: number, trials: number): Estimate {
  if (trials === 0) return { value: NaN, low: NaN, high: NaN, error: NaN };
  const value = successes / trials;
  const z2 = Z975 * Z975;
  const centre = (value + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (Z975 / (1 + z2 / trials)) * Math.sqrt((value * (1 - value)) / trials + z2 / (4 * trials * trials));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half), error: Math.sqrt((value * (1 - value)) / trials) };
}

/** A mean of independent values. */
export function ofMean(values: ArrayLike<number>): Estimate {
  const value = meanOf(values);
  const error = deviationOf(values) / Math.sqrt(Math.max(1, values.length));
  return { value, low: value - Z975 * error, high: value + Z975 * error, error };
}

/** Median of independent values, with its bootstrap. */
export function ofMedian(values: readonly number[]): Estimate {
  return ofPooled(values.map(value => [value]), medianOf);
}

export function medianOf(values: Float64Array): number {
  return quantile(sorted(values), 0.5);
}

/** The ratio of two columns of sums; NaN without a divisor. */
export function ratioOf(above: number, below: number): (sums: Float64Array) => number {
  return sums => (sums[below]! > 0 ? sums[above]! / sums[below]! : NaN);
}

/** Calls `statistic` with run numbers drawn with replacement, REPLICATES times. */
function resample(runs: number, statistic: (chosen: Int32Array) => number): number[] {
  if (runs < 2) return [];
  const chosen = new Int32Array(runs);
  const keys = new Int32Array(2);
  runKey(BOOTSTRAP_SEED, runs, keys);
  return Array.from({ length: REPLICATES }, (_, b) => {
    for (let i = 0; i < runs; i++) chosen[i] = Math.min(runs - 1, Math.floor(runs * uniform(keys[0]!, keys[1]!, word(0, b, 0), i)));
    return statistic(chosen);
  });
}

