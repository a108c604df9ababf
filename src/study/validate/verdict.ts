/**
 * The rule of judgement. A band: pass when the estimate lies inside and its Monte Carlo standard error is at most a
 * fifth of the band's width; a one-sided bound: pass when the 95 % limit lies inside. Miss when the estimate lies outside
 * and more runs would not bring it in; undecided otherwise. Undecided is no pass.
 */
import type { Estimate } from './estimate.ts';

export type Verdict = 'pass' | 'miss' | 'undecided';

/** Two ends for a band, one for a bound. */
export interface Band { readonly low?: number; readonly high?: number }

/** One quantity of a fact, held against its band; without a band it is printed and not judged. */
export interface Part {
  readonly name: string;
  readonly unit: string;
  readonly estimate: Estimate;
  readonly band?: Band;
}

const PART_OF_WIDTH = 1 / 5;

export function judge({ value, low, high, error }: Estimate, band: Band): Verdict {
  if (!Number.isFinite(value)) return 'undecided';
  if (band.low !== undefined && band.high !== undefined) {
    const inside = value >= band.low && value <= band.high;
    const sharp = error <= PART_OF_WIDTH * (band.high - band.low);
    if (inside) return sharp ? 'pass' : 'undecided';
    return !sharp && high >= band.low && low <= band.high ? 'undecided' : 'miss';
  }
  // a bound is strict: a value upon it shows no effect
  const over = band.low !== undefined;
  const bound = over ? band.low : band.high!;
  if (over ? low > bound : high < bound) return 'pass';
  if (over ? high <= bound : low >= bound) return 'miss';
  return 'undecided';
}

/** Verdict of a fact from those of its parts: the worst, and undecided without any. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('miss') ? 'miss' : verdicts.length === 0 || verdicts.includes('undecided') ? 'undecided' : 'pass';
}

/** A band in words. */
export function bandText({ low, high }: Band): string {
  return low !== undefined && high !== undefined ? `${low} to ${high}` : low !== undefined ? `over ${low}` : `under ${high}`;
}
