/** What stands at the right of a ribbon: a value with its range, and the comparison with the other plan future by future. */
import { fanAt } from '../charts/fan.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { comparePaired, shareBetter } from '../study/compare.ts';
import { SERIES, type PlanResult, type SeriesName } from '../study/results.ts';
import { quantile, sorted } from '../study/statistics.ts';

/** Outcome that sums up a series, and what of the series it is. Series without one are read on the last day. */
const OUTCOME_OF: Readonly<Partial<Record<SeriesName, readonly [OutcomeName, 'by' | 'peak' | 'mean']>>> = {
  harmed: ['civiliansKilled', 'by'],
  displaced: ['peakDisplaced', 'peak'],
  needReached: ['needReached', 'mean'],
  cost: ['cost', 'by'],
  missionDeaths: ['missionDeaths', 'by'],
};

export interface RibbonReading {
  readonly what: 'by' | 'peak' | 'mean' | 'on';
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Nothing when there is no plan to compare with. */
  readonly versus?: {
    /** Difference of medians, in the unit of the series. */
    readonly difference: number;
    /** The same as a share of the other plan's median; NaN where that is 0. */
    readonly relative: number;
    /** Times in 100 futures that this plan is below the other, ties split; NaN for series without a number a run. */
    readonly below: number;
    readonly same: boolean;
  };
}

/** The reading of a series at the end of the scenario. */
export function ribbonReading(series: SeriesName, result: PlanResult, other: PlanResult | undefined): RibbonReading {
  const outcome = OUTCOME_OF[series];
  if (outcome === undefined) {
    const [low, , median, , high] = fanAt(result.bands[series], result.days - 1);
    if (other === undefined) return { what: 'on', median, low, high };
    const theirs = fanAt(other.bands[series], other.days - 1)[2];
    return { what: 'on', median, low, high, versus: { difference: median - theirs, relative: (median - theirs) / theirs, below: NaN, same: median === theirs } };
  }
  const [name, what] = outcome;
  const own = result.outcomes[name];
  const ranks = sorted(own);
  const reading = { what, median: quantile(ranks, 0.5), low: quantile(ranks, 0.05), high: quantile(ranks, 0.95) };
  // A draft has fewer runs than a settled result: only runs of both are compared.
  const n = other === undefined ? 0 : Math.min(own.length, other.outcomes[name].length);
  if (other === undefined || n === 0) return reading;
  const mine = own.subarray(0, n);
  const theirs = other.outcomes[name].subarray(0, n);
  const base = quantile(sorted(theirs), 0.5);
  const difference = quantile(sorted(mine), 0.5) - base;
  return { ...reading, versus: { difference, relative: base === 0 ? NaN : difference / Math.abs(base), below: 100 * shareBetter(comparePaired(mine, theirs, 'less')), same: mine.every((value, i) => value === theirs[i]) } };
}

/** Whether amounts are counted ("fewer") or measured ("lower"). */
export function isCounted(series: SeriesName): boolean {
  return SERIES.find(s => s.name === series)?.unit === 'people';
}

/** Series whose values are shares or indexes 0–1 and need no zero on their axis. */
export function isShare(series: SeriesName): boolean {
  const unit = SERIES.find(s => s.name === series)?.unit;
  return unit === 'share' || unit === 'index 0–1';
}

/** Series that sums up since D0: read "by" a day rather than "on" it. */
export function isSum(series: SeriesName): boolean {
  return OUTCOME_OF[series]?.[1] === 'by';
}
