/** Two plans over the same futures, as the Compare screen reads them: A is the plan being edited, differences are A minus B. */
import type { OutcomeName } from '../scenario/schema.ts';
import { comparePaired, monteCarloError, shareBetter } from '../study/compare.ts';
import type { PlanResult, RegionOutcome, SeriesName } from '../study/results.ts';
import { quantile, sorted } from '../study/statistics.ts';
import { OUTCOME_WORDS } from './words.ts';

/** Outcomes of which more is better; of all others less is. */
export const MORE_IS_BETTER: ReadonlySet<OutcomeName> = new Set(['needReached', 'meanConsent']);
/** Every outcome, in the order of tables. */
export const OUTCOME_NAMES = Object.keys(OUTCOME_WORDS) as readonly OutcomeName[];

/** Series that shows how an outcome comes about; outcomes without one of their own take the displaced. */
const SERIES_OF: Readonly<Partial<Record<OutcomeName, SeriesName>>> = { civiliansKilled: 'harmed', allDeaths: 'harmed', massAtrocity: 'harmed', needReached: 'needReached', missionDeaths: 'missionDeaths', cost: 'cost' };
export const seriesOf = (outcome: OutcomeName): SeriesName => SERIES_OF[outcome] ?? 'displaced';

/** A share on the boundary of "even" below which one plan is called worse than the other on an outcome. */
const WORSE_BELOW = 0.45;

export interface CompareReading {
  readonly outcome: OutcomeName;
  /** Futures that both plans have. */
  readonly runs: number;
  /** Share of futures in which A has the better value, ties split, 0–1; and its 95 % Monte Carlo error in futures of 100. */
  readonly share: number;
  readonly error: number;
  /** Share of futures in which A has the lower value, ties split. */
  readonly below: number;
  /** A minus B, future by future. */
  readonly differences: Float64Array;
  readonly p5: number; readonly p25: number; readonly median: number; readonly p75: number; readonly p95: number;
  readonly mean: number;
  readonly ci95: readonly [number, number];
  /** Whether the two plans have the same value in every future. */
  readonly same: boolean;
  /** Medians of A and B. */
  readonly medians: readonly [number, number];
}

/** Reads an outcome of two plans; undefined while they have no future in common. */
export function compareReading(outcome: OutcomeName, a: PlanResult, b: PlanResult): CompareReading | undefined {
  const runs = Math.min(a.runs, b.runs);
  if (runs === 0) return undefined;
  const mine = a.outcomes[outcome].subarray(0, runs);
  const theirs = b.outcomes[outcome].subarray(0, runs);
  const paired = comparePaired(mine, theirs, MORE_IS_BETTER.has(outcome) ? 'more' : 'less');
  const share = shareBetter(paired);
  const differences = Float64Array.from(mine, (value, i) => value - theirs[i]!);
  const s = sorted(differences);
  const { mean, ci95 } = paired.difference;
  return {
    outcome, runs, share, error: monteCarloError(share, runs), below: MORE_IS_BETTER.has(outcome) ? 1 - share : share, differences,
    p5: quantile(s, 0.05), p25: quantile(s, 0.25), median: quantile(s, 0.5), p75: quantile(s, 0.75), p95: quantile(s, 0.95),
    mean: -mean, ci95: [-ci95[1], -ci95[0]], same: paired.ties === runs, medians: [quantile(sorted(mine), 0.5), quantile(sorted(theirs), 0.5)],
  };
}

export interface Drawback {
  readonly outcome: OutcomeName;
  /** Futures of 100 in which A has the better value. */
  readonly hundred: number;
  /** A's median against B's as a share of B's; NaN where that is 0. */
  readonly relative: number;
}

/** Outcomes other than `except` on which A is worse than B in most futures, the clearest first. */
export function drawbacks(a: PlanResult, b: PlanResult, except: OutcomeName): readonly Drawback[] {
  return OUTCOME_NAMES.filter(outcome => outcome !== except)
    .map(outcome => compareReading(outcome, a, b))
    .filter((reading): reading is CompareReading => reading !== undefined && !reading.same && reading.share < WORSE_BELOW)
    .sort((x, y) => x.share - y.share)
    .map(({ outcome, share, medians: [mine, theirs] }) => ({ outcome, hundred: Math.round(share * 100), relative: theirs === 0 ? NaN : (mine - theirs) / Math.abs(theirs) }));
}

/** How the plans differ in one region, A minus B. */
export interface RegionDifference {
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
  /** Share of futures in which A has the lower value, ties split, 0–1. */
  readonly below: number;
}

/** Differences in every region over the futures that both plans have; fewer is better for both outcomes kept by region. */
export function regionDifferences(outcome: RegionOutcome, a: PlanResult, b: PlanResult): readonly RegionDifference[] {
  const runs = Math.min(a.runs, b.runs);
  const mine = a.regions[outcome];
  const theirs = b.regions[outcome];
  const R = runs === 0 ? 0 : mine.length / a.runs;
  return Array.from({ length: R }, (_, r) => {
    const differences = new Float64Array(runs);
    let below = 0;
    for (let run = 0; run < runs; run++) {
      const difference = mine[run * R + r]! - theirs[run * R + r]!;
      differences[run] = difference;
      below += difference < 0 ? 1 : difference === 0 ? 0.5 : 0;
    }
    const s = sorted(differences);
    return { median: quantile(s, 0.5), p5: quantile(s, 0.05), p95: quantile(s, 0.95), below: below / runs };
  });
}

/** Classes of a difference map: A clearly better, A better, about equal, B better, B clearly better. */
export type DifferenceClass = 0 | 1 | 2 | 3 | 4;

/** Share of futures from which one plan is "better", and "clearly better": the boundaries of "even" and "likely" on the verbal scale. */
const BETTER = 0.55;
const CLEARLY = 0.8;

export function differenceClass({ below }: RegionDifference): DifferenceClass {
  if (below > CLEARLY) return 0;
  if (below > BETTER) return 1;
  if (below < 1 - CLEARLY) return 4;
  return below < 1 - BETTER ? 3 : 2;
}
