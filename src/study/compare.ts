/**
 * Two plans over the same futures: the difference is B minus A, future by future. The interval of the mean is the
 * normal one, mean ± 1.96 · deviation/√n; it says how well the runs pin down the average, not how outcomes vary.
 */
import { deviationOf, meanOf, quantile, sorted } from './statistics.ts';

const Z975 = 1.959963984540054;

export interface Difference {
  readonly mean: number;
  readonly ci95: readonly [number, number];
  readonly p5: number;
  readonly median: number;
  readonly p95: number;
}

export interface PairedComparison {
  /** Futures in which A has the better value, B has, and neither. */
  readonly aBetter: number;
  readonly bBetter: number;
  readonly ties: number;
  /** B minus A. */
  readonly difference: Difference;
}

/** B minus A, future by future. */
export function differencesOf(a: Float64Array, b: Float64Array): Float64Array {
  return b.map((value, i) => value - a[i]!);
}

/**
 * Compares an outcome of two plans future by future.
 * @throws when the plans were not run over the same number of futures
 */
export function comparePaired(a: Float64Array, b: Float64Array, better: 'less' | 'more'): PairedComparison {
  const n = a.length;
  if (n !== b.length || n === 0) throw new Error(`Paired futures are needed: got ${n} and ${b.length}.`);
  const differences = new Float64Array(n);
  let higher = 0;
  let lower = 0;
  for (let i = 0; i < n; i++) {
    differences[i] = b[i]! - a[i]!;
    if (b[i]! > a[i]!) higher++;
    else if (b[i]! < a[i]!) lower++;
  }
  const mean = meanOf(differences);
  const half = (Z975 * deviationOf(differences)) / Math.sqrt(n);
  const s = sorted(differences);
  const [aBetter, bBetter] = better === 'less' ? [higher, lower] : [lower, higher];
  return { aBetter, bBetter, ties: n - higher - lower, difference: { mean, ci95: [mean - half, mean + half], p5: quantile(s, 0.05), median: quantile(s, 0.5), p95: quantile(s, 0.95) } };
}

/** Share of futures in which A is better, ties split evenly: the meaning of "A beats B". */
export function shareBetter(comparison: Pick<PairedComparison, 'aBetter' | 'bBetter' | 'ties'>): number {
  const { aBetter, bBetter, ties } = comparison;
  return (aBetter + ties / 2) / (aBetter + bBetter + ties);
}

/** Half-width, in futures of 100, of the 95 % Monte Carlo interval of a share. */
export function monteCarloError(share: number, runs: number): number {
  return 100 * Z975 * Math.sqrt((share * (1 - share)) / runs);
}

export interface VerbalBand {
  /** Share from which and up to which the words hold. */
  readonly from: number;
  readonly to: number;
  /** Words and their band, always printed together. */
  readonly words: { readonly en: string; readonly fr: string };
  readonly band: { readonly en: string; readonly fr: string };
}

const band = (from: number, to: number, en: string, fr: string): VerbalBand => ({ from: from / 100, to: to / 100, words: { en, fr }, band: { en: `${from}–${to} %`, fr: `${from}–${to} %` } });

/** Words for likelihoods with the bands of US ICD 203, from the least likely up. */
export const VERBAL_SCALE: readonly VerbalBand[] = [
  { from: 0, to: 0.01, words: { en: 'remote', fr: 'presque exclu' }, band: { en: 'fewer than 1 in 100', fr: 'moins de 1 sur 100' } },
  band(1, 5, 'remote', 'presque exclu'),
  band(5, 20, 'very unlikely', 'très improbable'),
  band(20, 45, 'unlikely', 'improbable'),
  band(45, 55, 'even', 'à égalité'),
  band(55, 80, 'likely', 'probable'),
  band(80, 95, 'very likely', 'très probable'),
  band(95, 99, 'almost certain', 'presque certain'),
  { from: 0.99, to: 1, words: { en: 'almost certain', fr: 'presque certain' }, band: { en: 'more than 99 in 100', fr: 'plus de 99 sur 100' } },
];

/** The words for a share, 0–1. A share on a boundary takes the words nearer to even. */
export function verbalBand(share: number): VerbalBand {
  if (share < 0.5) return VERBAL_SCALE.find(row => share < row.to) ?? VERBAL_SCALE[4]!;
  return [...VERBAL_SCALE].reverse().find(row => share > row.from) ?? VERBAL_SCALE[4]!;
}
