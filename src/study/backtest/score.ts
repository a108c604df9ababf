/** Scores of simulated futures against a record: bands, coverage, peak, ranked probability. */
import { quantile, sorted } from '../statistics.ts';

/** Ends of the 50 % and the 90 % band, and the median. */
export interface Bands {
  readonly p5: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
}

export function bandsOf(values: Float64Array): Bands {
  const s = sorted(values);
  return { p5: quantile(s, 0.05), p25: quantile(s, 0.25), median: quantile(s, 0.5), p75: quantile(s, 0.75), p95: quantile(s, 0.95) };
}

/** Whether a value lies inside the 50 % or the 90 % band, ends included. */
export function isInside(value: number, bands: Bands, width: 50 | 90): boolean {
  return width === 50 ? value >= bands.p25 && value <= bands.p75 : value >= bands.p5 && value <= bands.p95;
}

/** Whether a range meets the 90 % band. */
export function meets(low: number, high: number, bands: Bands): boolean {
  return high >= bands.p5 && low <= bands.p95;
}

/**
 * Continuous ranked probability score of an ensemble: mean |x − y| − half the mean |x − x′| (Gneiting and Raftery 2007).
 * Lower is better; 0 only when all members equal the value. In the unit of the values.
 */
export function rankedProbabilityScore(ensemble: Float64Array, value: number): number {
  const s = sorted(ensemble);
  const n = s.length;
  let off = 0;
  let spread = 0;
  for (let i = 0; i < n; i++) {
    off += Math.abs(s[i]! - value);
    spread += (2 * i - n + 1) * s[i]!;
  }
  return off / n - spread / (n * n);
}

/** Periods a persistence forecast looks back on. */
export const LOOK_BACK = 4;

/** Mean score of a forecast by persistence: for each period the recorded values of the four before it, as an ensemble. */
export function persistenceScore(record: readonly number[]): number {
  let sum = 0;
  for (let k = LOOK_BACK; k < record.length; k++) sum += rankedProbabilityScore(Float64Array.from(record.slice(k - LOOK_BACK, k)), record[k]!);
  return record.length > LOOK_BACK ? sum / (record.length - LOOK_BACK) : NaN;
}

/** Mean score of simulated futures over the same periods; `futures` is [period][run]. */
export function ensembleScore(futures: readonly Float64Array[], record: readonly number[]): number {
  let sum = 0;
  for (let k = LOOK_BACK; k < record.length; k++) sum += rankedProbabilityScore(futures[k]!, record[k]!);
  return record.length > LOOK_BACK ? sum / (record.length - LOOK_BACK) : NaN;
}

/** Sums of the periods of each month, months in order of time. */
export function byMonths(months: readonly string[], values: ArrayLike<number>): Map<string, number> {
  const sums = new Map<string, number>();
  months.forEach((month, k) => sums.set(month, (sums.get(month) ?? 0) + values[k]!));
  return sums;
}

/** The month with the largest sum, the first of equals; empty without any. */
export function peakMonth(sums: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [month, sum] of sums) if (sum > most) { most = sum; best = month; }
  return best;
}

/** The word that occurs most often, the first of equals, and its share. */
export function modeOf(words: readonly string[]): { readonly word: string; readonly share: number } {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best = '';
  for (const [word, count] of counts) if (count > (counts.get(best) ?? 0)) best = word;
  return { word: best, share: words.length > 0 ? (counts.get(best) ?? 0) / words.length : NaN };
}
