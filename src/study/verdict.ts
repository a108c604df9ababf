/**
 * The verdict on two plans: which is better, or that there is no difference, or that the runs cannot tell yet. It is
 * wrong at most with the stated chance however often one looks (sequential.ts).
 */
import type { PairedComparison } from './compare.ts';
import { medianInterval, shareInterval, type Counts } from './sequential.ts';

/** Chance that a verdict of a study is wrong. */
export const ERROR_RATE = 0.05;
/** Shares of futures that count as even (`VERBAL_SCALE`). */
export const EVEN: readonly [number, number] = [0.45, 0.55];
/** Most runs that are foretold; beyond that only time would tell. */
const FORESEEN = 1_000_000;

/** `a` or `b`: that plan is better in more futures; `same`: no difference; `open`: cannot tell yet. */
export type Better = 'a' | 'b' | 'same' | 'open';

export interface Verdict {
  readonly verdict: Better;
  /** B's win share, ties split evenly, and its limits. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number };
  /** Limits of the median difference, B minus A; null where runs are too few to say. */
  readonly medianRange: readonly [number | null, number | null];
  /** Whether the typical difference is larger than the scenario's tolerance. */
  readonly material: 'yes' | 'no' | 'open';
  /** Runs that would about settle it if counts go on as they are; 0 when settled, null when beyond a million. */
  readonly moreRuns: number | null;
}

/** What counts say of the better plan; alpha is the chance of error of the share alone. */
function betterBy(counts: Counts, alpha: number): Better {
  const [low, high] = shareInterval(counts, alpha);
  if (low > 0.5) return 'b';
  if (high < 0.5) return 'a';
  return low >= EVEN[0] && high <= EVEN[1] ? 'same' : 'open';
}

/** Runs still wanted if the same shares go on: doubling, then halving; two digits. */
function runsToCome({ aBetter, bBetter, ties }: Counts, alpha: number): number | null {
  const n = aBetter + bBetter + ties;
  const decided = (runs: number): boolean => betterBy({ aBetter: (aBetter * runs) / n, bBetter: (bBetter * runs) / n, ties: (ties * runs) / n }, alpha) !== 'open';
  let high = n;
  while (!decided(high)) {
    high *= 2;
    if (high > FORESEEN) return null;
  }
  let low = high / 2;
  for (let i = 0; i < 12; i++) {
    const mid = (low + high) / 2;
    if (decided(mid)) high = mid;
    else low = mid;
  }
  const more = Math.max(1, high - n);
  let unit = 1;
  while (more / unit >= 100) unit *= 10;
  return Math.ceil(more / unit) * unit;
}

/** Which outcome is meant by better, and what difference matters. */
export interface VerdictTerms {
  /** Difference too small to matter, in the outcome's unit; 0 when any matters. */
  readonly tolerance: number;
  /** Chance of error, shared evenly by share and median; ERROR_RATE over the pairs of a study. */
  readonly alpha: number;
}

/**
 * The verdict on a comparison.
 * @param sorted differences B minus A, ascending
 */
export function verdictOf(counts: Pick<PairedComparison, 'aBetter' | 'bBetter' | 'ties'>, sorted: Float64Array, { tolerance, alpha }: VerdictTerms): Verdict {
  const [low, high] = shareInterval(counts, alpha / 2);
  const verdict = betterBy(counts, alpha / 2);
  const [least, most] = medianInterval(sorted, alpha / 2);
  const material = least >= -tolerance && most <= tolerance ? 'no' : least > tolerance || most < -tolerance ? 'yes' : 'open';
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    verdict, share: { value: (counts.bBetter + counts.ties / 2) / sorted.length, low, high }, medianRange: [finite(least), finite(most)], material,
    moreRuns: verdict === 'open' ? runsToCome(counts, alpha / 2) : 0,
  };
}

/** Whether a study may stop: the better plan is known, and with it the side of the median or that it does not matter. */
export function isDecided({ verdict, medianRange: [low, high], material }: Verdict): boolean {
  if (verdict === 'open') return false;
  return verdict === 'same' || material === 'no' || (low !== null && low > 0) || (high !== null && high < 0);
}
