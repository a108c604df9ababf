/** Statistics that the stylised facts are read with: tails of sizes, persistence of months, self-excitation, shape of episodes. */
import { exp, log } from '../../kernel/math.ts';

const ALPHA_STEPS = 201;
const alphaAt = (k: number): number => 1.5 + 0.01 * k;
/** Logarithm of zeta(alpha, xmin) over the grid of exponents, by xmin. */
const zetas = new Map<number, Float64Array>();

function zetaRow(xmin: number): Float64Array {
  const known = zetas.get(xmin);
  if (known !== undefined) return known;
  const row = Float64Array.from({ length: ALPHA_STEPS }, (_, k) => {
    const alpha = alphaAt(k);
    let zeta = 0;
    for (let n = xmin; n < 2000; n++) zeta += exp(-alpha * log(n));
    return log(zeta + exp((1 - alpha) * log(1999.5)) / (alpha - 1));
  });
  zetas.set(xmin, row);
  return row;
}

/**
 * Exponent of a discrete power law from `xmin` on by maximum likelihood (Clauset, Shalizi and Newman 2009), zeta summed to 100,000.
 * @returns NaN with fewer than 50 sizes in the tail
 */
export function tailExponent(sizes: readonly number[], xmin: number): number {
  const tail = sizes.filter(x => x >= xmin);
  if (tail.length < 50) return NaN;
  const mean = tail.reduce((sum, x) => sum + log(x), 0) / tail.length;
  const zeta = zetaRow(xmin);
  let best = NaN;
  let most = -Infinity;
  for (let k = 0; k < ALPHA_STEPS; k++) {
    const likelihood = -zeta[k]! - alphaAt(k) * mean;
    if (likelihood > most) {
      most = likelihood;
      best = alphaAt(k);
    }
  }
  return best;
}

/** Share of the sum held by the largest tenth of the values. */
export function topTenthShare(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => b - a);
  const sum = sorted.reduce((a, b) => a + b, 0);
  return sorted.slice(0, Math.max(1, Math.round(sorted.length / 10))).reduce((a, b) => a + b, 0) / sum;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  return n === 0 ? NaN : n % 2 === 1 ? sorted[(n - 1) / 2]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
}

export interface Persistence { given: number; quiet: number; afterViolent: number; afterQuiet: number }

/** Adds the month-to-month transitions of one series of monthly values to the counts. */
export function countTransitions(months: readonly number[], into: Persistence): void {
  for (let m = 1; m < months.length; m++) {
    if (months[m - 1]! > 0) {
      into.given++;
      if (months[m]! > 0) into.afterViolent++;
    } else {
      into.quiet++;
      if (months[m]! > 0) into.afterQuiet++;
    }
  }
}

/** Variance over mean. */
export function dispersion(counts: readonly number[]): number {
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (counts.length - 1) / mean;
}

const DECAYS = [1, 1.5, 2, 3, 4, 6, 8, 11, 15, 20, 30, 40, 60] as const;
const ROUNDS = 60;

/**
 * Branching ratio and decay time of a daily self-exciting process, by expectation and maximisation over a grid of decays.
 * @param blockDays length of the blocks in which the background is constant; all days by default
 */
export function fitHawkes(counts: readonly number[], blockDays = counts.length): { branching: number; decayDays: number } {
  let best = { branching: NaN, decayDays: NaN };
  let most = -Infinity;
  const total = counts.reduce((a, b) => a + b, 0);
  const busy = counts.flatMap((count, t) => (count > 0 ? [t] : []));
  const blocks = Math.max(1, Math.ceil(counts.length / blockDays));
  const lengthOf = (block: number): number => Math.min(blockDays, counts.length - block * blockDays);
  const echo = new Float64Array(counts.length);
  const background = new Float64Array(blocks);
  const own = new Float64Array(blocks);
  for (const decayDays of DECAYS) {
    const q = exp(-1 / decayDays);
    for (let t = 1; t < counts.length; t++) echo[t] = q * echo[t - 1]! + (1 - q) * counts[t - 1]!;
    const heard = echo.reduce((a, b) => a + b, 0);
    background.fill(0.5 * total / counts.length);
    let branching = 0.5;
    let likelihood = 0;
    for (let round = 0; round < ROUNDS; round++) {
      own.fill(0);
      likelihood = -branching * heard;
      for (let block = 0; block < blocks; block++) likelihood -= background[block]! * lengthOf(block);
      for (const t of busy) {
        const block = Math.floor(t / blockDays);
        const rate = background[block]! + branching * echo[t]!;
        if (rate <= 0) continue;
        own[block]! += counts[t]! * background[block]! / rate;
        likelihood += counts[t]! * log(rate);
      }
      branching = (total - own.reduce((a, b) => a + b, 0)) / heard;
      for (let block = 0; block < blocks; block++) background[block] = own[block]! / lengthOf(block);
    }
    if (likelihood > most) {
      most = likelihood;
      best = { branching, decayDays };
    }
  }
  return best;
}

/**
 * Episodes of a monthly series of deaths: from the first month with deaths after `quiet` months without, to the last before
 * as many; those that begin before `quiet` months were seen, or are still going at the end, are left out.
 */
export function episodesOf(months: readonly number[], quiet: number): number[][] {
  const episodes: number[][] = [];
  let calm = 0;
  let episode: number[] | undefined;
  for (const deaths of months) {
    if (deaths > 0) {
      if (episode === undefined && calm >= quiet) episode = [];
      calm = 0;
    } else calm++;
    if (episode === undefined) continue;
    episode.push(deaths);
    if (calm < quiet) continue;
    episodes.push(episode.slice(0, episode.length - quiet));
    episode = undefined;
  }
  return episodes;
}

export interface Ranked { readonly estimate: number; readonly happened: boolean }

/** Chance that a case in which it happened was ranked above one in which it did not, ties counted half: area under the ROC curve. */
export function areaUnderCurve(cases: readonly Ranked[]): number {
  const ranked = [...cases].sort((a, b) => a.estimate - b.estimate);
  let happened = 0;
  let ranks = 0;
  for (let from = 0; from < ranked.length;) {
    let to = from;
    while (to < ranked.length && ranked[to]!.estimate === ranked[from]!.estimate) to++;
    for (let k = from; k < to; k++) {
      if (!ranked[k]!.happened) continue;
      happened++;
      ranks += (from + to + 1) / 2;
    }
    from = to;
  }
  return (ranks - happened * (happened + 1) / 2) / (happened * (ranked.length - happened));
}

/** Pearson's correlation; NaN when one of the lists does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  let both = 0;
  let ownA = 0;
  let ownB = 0;
  a.forEach((x, i) => {
    both += (x - ma) * (b[i]! - mb);
    ownA += (x - ma) * (x - ma);
    ownB += (b[i]! - mb) * (b[i]! - mb);
  });
  return ownA > 0 && ownB > 0 ? both / Math.sqrt(ownA * ownB) : NaN;
}

/** Ranks from 1, ties sharing the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]!.value === order[from]!.value) to++;
    for (let k = from; k < to; k++) ranks[order[k]!.i] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/** Spearman's rank correlation, ties included. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  return correlation(ranksOf(a), ranksOf(b));
}
