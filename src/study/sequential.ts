/**
 * Enough runs: confidence sequences for paired futures. A confidence sequence covers the truth at all numbers of runs
 * together with the stated chance, so a study may look as often as it likes and stop when it has seen enough.
 *
 * Win share. Each pair scores 1 where B is better, ½ for a tie, 0 where A is; the share is the mean score. For a share m
 * the capital of a gambler who bets a fraction c against it, Π (1 + c·(y/m − 1)), has mean 1 at every number of runs if m is the
 * truth; so has the mean over fixed fractions c. By Ville's inequality it ever reaches 2/α with chance α/2 at most. Both sides
 * together leave the shares not yet ruined by either gambler (Waudby-Smith and Ramdas 2024, Estimating means of bounded
 * random variables by betting, J. R. Stat. Soc. B 86, section 4 and the discretised Kelly mixture of its appendix).
 * The capital falls with m, so limits are found by halving; it depends on counts alone, so not on the order of runs.
 *
 * Median difference. "The median is m" is refused when so many differences lie below (or above) m that the same gambler
 * against the share ½ is ruined; what remains lies between two order statistics (Howard and Ramdas 2022, Sequential estimation of
 * quantiles, Bernoulli 28). No assumption on tails is made; the mean has no such guarantee and decides nothing.
 */
import { exp, log } from '../kernel/math.ts';

/** Fractions of the capital that are bet, from cautious to bold, each ×1.25. */
const BETS = Float64Array.from({ length: 25 }, (_, j) => {
  let bet = 0.95;
  for (let i = 0; i < j; i++) bet /= 1.25;
  return bet;
});

/** Pairs of futures by who is better. */
export interface Counts {
  readonly aBetter: number;
  readonly bBetter: number;
  readonly ties: number;
}

/** log of the mean capital against the share m, 0 < m < 1, after so many scores of 1, ½ and 0. */
export function logCapital(ones: number, halves: number, zeros: number, m: number): number {
  let most = -Infinity;
  const logs = new Float64Array(BETS.length);
  for (let j = 0; j < BETS.length; j++) {
    const c = BETS[j]!;
    const value = ones * log(1 + c * (1 / m - 1)) + (halves === 0 ? 0 : halves * log(1 + c * (0.5 / m - 1))) + zeros * log(1 - c);
    logs[j] = value;
    if (value > most) most = value;
  }
  let sum = 0;
  for (let j = 0; j < logs.length; j++) sum += exp(logs[j]! - most);
  return most + log(sum / logs.length);
}

const STEPS = 40;

/** Smallest share that the scores leave possible. */
function lowest(ones: number, halves: number, zeros: number, threshold: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < STEPS; i++) {
    const m = (low + high) / 2;
    if (logCapital(ones, halves, zeros, m) >= threshold) low = m;
    else high = m;
  }
  return low;
}

/** Limits of B's win share, ties split evenly, that hold at all numbers of runs together with chance 1 − alpha. */
export function shareInterval({ aBetter, bBetter, ties }: Counts, alpha: number): readonly [number, number] {
  const threshold = log(2 / alpha);
  return [lowest(bBetter, ties, aBetter, threshold), 1 - lowest(aBetter, ties, bBetter, threshold)];
}

/** Least number of n values below the median that ruins it; n + 1 when not even all of them do. */
function ruinousCount(n: number, alpha: number): number {
  const threshold = log(2 / alpha);
  let low = Math.floor(n / 2);
  let high = n + 1;
  while (low + 1 < high) {
    const k = (low + high) >> 1;
    if (logCapital(k, 0, n - k, 0.5) >= threshold) high = k;
    else low = k;
  }
  return high;
}

/**
 * Limits of the median that hold at all numbers of runs together with chance 1 − alpha; infinite where runs are too few.
 * @param sorted differences, ascending
 */
export function medianInterval(sorted: Float64Array, alpha: number): readonly [number, number] {
  const n = sorted.length;
  const k = ruinousCount(n, alpha);
  return k > n ? [-Infinity, Infinity] : [sorted[n - k]!, sorted[k - 1]!];
}
