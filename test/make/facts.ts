/** Statistics that the stylised facts are read with: tails of sizes, persistence of months, self-excitation, shape of episodes. */
import { exp, log } from '../../src/kernel/math.ts';

/**
 * Exponent of a discrete power law from `xmin` on by maximum likelihood (Clauset, Shalizi and Newman 2009), zeta summed to 100,000.
 * @returns NaN with fewer than 50 sizes in the tail
 */
export function tailExponent(sizes: readonly number[], xmin: number): number {
  const tail = sizes.filter(x => x >= xmin);
  if (tail.length < 50) return NaN;
  const mean = tail.reduce((sum, x) => sum + log(x), 0) / tail.length;
  let best = NaN;
  let most = -Infinity;
  for (let alpha = 1.5; alpha <= 3.5; alpha += 0.01) {
    let zeta = 0;
    for (let n = xmin; n < 2000; n++) zeta += exp(-alpha * log(n));
    zeta += exp((1 - alpha) * log(1999.5)) / (alpha - 1);
    const likelihood = -log(zeta) - alpha * mean;
    if (likelihood > most) {
      most = likelihood;
      best = alpha;
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

/** Branching ratio and decay time of a daily self-exciting process with constant background, by expectation and maximisation over a grid of decays. */
export function fitHawkes(counts: readonly number[]): { branching: number; decayDays: number } {
  let best = { branching: NaN, decayDays: NaN };
  let most = -Infinity;
  const total = counts.reduce((a, b) => a + b, 0);
  const echo = new Float64Array(counts.length);
  for (const decayDays of [1, 1.5, 2, 3, 4, 6, 8, 11, 15, 20, 30, 40, 60]) {
    const q = exp(-1 / decayDays);
    for (let t = 1; t < counts.length; t++) echo[t] = q * echo[t - 1]! + (1 - q) * counts[t - 1]!;
    const heard = echo.reduce((a, b) => a + b, 0);
    let background = 0.5 * total / counts.length;
    let branching = 0.5;
    let likelihood = 0;
    for (let round = 0; round < 60; round++) {
      let own = 0;
      likelihood = 0;
      for (let t = 0; t < counts.length; t++) {
        if (counts[t]! === 0) continue;
        const rate = background + branching * echo[t]!;
        own += counts[t]! * background / rate;
        likelihood += counts[t]! * log(rate);
      }
      likelihood -= background * counts.length + branching * heard;
      background = own / counts.length;
      branching = (total - own) / heard;
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
