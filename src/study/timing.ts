/**
 * The timing map: two actions of a plan at every pair of start days, over the same futures, against the plan as it stands.
 * Cells share their runs up to the day on which they part (forks.ts). A cell makes no material difference when 90 % of
 * its paired differences from the plan lie within the scenario's tolerance; the region of such cells around the plan
 * says how far both may move freely. The best cell is the best median among feasible ones; cells that the futures
 * cannot tell from it are marked too, since one of many close cells comes out best by chance.
 */
import type { OutcomeName } from '../scenario/schema.ts';
import { comparePaired, differencesOf, shareBetter } from './compare.ts';
import { FLAT_SHARE, type StartVariant } from './delay.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import { outcomeOf } from './outcomes.ts';
import { quantile, sorted, summaryOf } from './statistics.ts';
import { sweepRuns, type SweepValues } from './sweep-runs.ts';
import { ERROR_RATE, verdictOf } from './verdict.ts';

/** One pair of start days. */
export interface TimingCell {
  /** Start days of the two actions. */
  readonly starts: readonly [number, number];
  readonly feasible: boolean;
  /** Sentence, English and French; empty when feasible. */
  readonly reason: { readonly en: string; readonly fr: string };
  readonly p5: number; readonly median: number; readonly p95: number;
  /** Paired differences from the plan as it stands: median, 5th and 95th percentile. */
  readonly difference: { readonly p5: number; readonly median: number; readonly p95: number };
  /** Share of futures in which the cell is better than the plan, ties split evenly. */
  readonly better: number;
  /** Whether it makes no material difference, and whether cells that make none join it to the plan. */
  readonly flat: boolean;
  readonly inFlatRegion: boolean;
  /** Whether the futures cannot tell it from the best cell. */
  readonly nearBest: boolean;
}

export interface TimingMap {
  readonly scenario: string;
  readonly plan: string;
  readonly actions: readonly [string, string];
  readonly outcome: OutcomeName;
  readonly unit: string;
  readonly better: 'less' | 'more';
  readonly tolerance: number;
  readonly runs: number;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  /** Start days of the first action (rows) and of the second (columns). */
  readonly days: readonly [readonly number[], readonly number[]];
  readonly present: readonly [number, number];
  /** Row by row. */
  readonly cells: readonly TimingCell[];
  /** Starts of the best feasible cell; null when none is feasible. */
  readonly best: readonly [number, number] | null;
}

export interface TimingOptions extends Pick<TimingMap, 'scenario' | 'plan' | 'actions' | 'outcome' | 'tolerance' | 'runs' | 'seed' | 'ensemble' | 'present' | 'days'> {
  readonly regions: number;
  /** Length of the scenario. */
  readonly length: number;
  /** The plan with both actions started on those days; its `start` is not read. */
  readonly variant: (first: number, second: number) => StartVariant | Promise<StartVariant>;
  readonly signal?: AbortSignal;
  readonly priority?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

const FIRST_RUNS = 8;

/**
 * Days of one side of the map: evenly spread around the present start, which is one of them.
 * @param count how many, 2 or more
 * @param span days before and after, cut off at D0 and at the last day
 * @param last last day of the scenario
 */
export function timingDays(present: number, count: number, span: number, last: number): number[] {
  const low = Math.max(0, present - span);
  const high = Math.min(last, present + span);
  const days = Array.from({ length: count }, (_, i) => Math.round(low + ((high - low) * i) / (count - 1)));
  let nearest = 0;
  days.forEach((day, i) => { if (Math.abs(day - present) < Math.abs(days[nearest]! - present)) nearest = i; });
  days[nearest] = present;
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Cells that flat cells join to the cell `at`, sides touching; index row · width + column. */
function joined(flat: readonly boolean[], at: number, width: number): ReadonlySet<number> {
  const found = new Set(at >= 0 && flat[at] === true ? [at] : []);
  for (const i of found) {
    const x = i % width;
    for (const next of [x > 0 ? i - 1 : -1, x + 1 < width ? i + 1 : -1, i - width, i + width]) if (flat[next] === true) found.add(next);
  }
  return found;
}

/** Number of the best value by a direction among those allowed; −1 when none is. */
function bestOf(values: readonly number[], allowed: readonly boolean[], better: 'less' | 'more'): number {
  let best = -1;
  values.forEach((value, i) => {
    if (allowed[i] === true && (best < 0 || (better === 'less' ? value < values[best]! : value > values[best]!))) best = i;
  });
  return best;
}

/** The map of values; `values` ends with those of the plan as it stands. */
function mapOf(options: TimingOptions, variants: readonly StartVariant[], values: SweepValues, runs: number): TimingMap {
  const { scenario, plan, actions, outcome, tolerance, seed, ensemble, days, present } = options;
  const { unit, better } = outcomeOf(outcome);
  const base = values[variants.length]![0]!;
  const cells = variants.map((_, i) => values[i]![0]!);
  const summaries = cells.map(summaryOf);
  const differences = cells.map(cell => sorted(differencesOf(base, cell)));
  const flat = differences.map((row, i) => variants[i]!.feasible && row.filter(value => Math.abs(value) <= tolerance).length / row.length >= FLAT_SHARE);
  const width = days[1].length;
  const region = joined(flat, days[0].indexOf(present[0]) * width + days[1].indexOf(present[1]), width);
  const best = bestOf(summaries.map(({ median }) => median), variants.map(({ feasible }) => feasible), better);
  const isNearBest = (i: number): boolean => {
    if (best < 0 || !variants[i]!.feasible) return false;
    const verdict = verdictOf(comparePaired(cells[best]!, cells[i]!, better), sorted(differencesOf(cells[best]!, cells[i]!)), { tolerance, alpha: ERROR_RATE });
    return i === best || verdict.verdict !== 'a' || verdict.material === 'no';
  };
  return {
    scenario, plan, actions, outcome, unit, better, tolerance, runs, seed, ensemble, days, present,
    cells: variants.map(({ feasible, reason }, i): TimingCell => {
      const { p5, median, p95 } = summaries[i]!;
      const row = differences[i]!;
      return {
        starts: [days[0][Math.floor(i / width)]!, days[1][i % width]!], feasible, reason, p5, median, p95,
        difference: { p5: quantile(row, 0.05), median: quantile(row, 0.5), p95: quantile(row, 0.95) },
        better: 1 - shareBetter(comparePaired(base, cells[i]!, better)), flat: flat[i]!, inFlatRegion: region.has(i), nearBest: isNearBest(i),
      };
    }),
    best: best < 0 ? null : [days[0][Math.floor(best / width)]!, days[1][best % width]!],
  };
}

/**
 * Computes the map; calls `onMap` with that of the first 8, 16, 32 … futures as they come.
 * @throws an Error named "Cancelled" when the signal says so
 */
export async function timingMap(executor: Executor, options: TimingOptions, onMap: (map: TimingMap) => void = () => {}): Promise<TimingMap> {
  const { days, present, outcome, runs, seed, ensemble, regions, length, signal, priority, onProgress } = options;
  const variants = await Promise.all(days[0].flatMap(first => days[1].map(second => options.variant(first, second))));
  const now = await options.variant(...present);
  const values = await sweepRuns(executor, {
    plans: [...variants, now].map(({ plan }) => plan), outcomes: [outcome], runs, draft: FIRST_RUNS, seed, ensemble, regions, days: length, signal, priority, onProgress,
    onStage: (early, done) => onMap(mapOf(options, variants, early, done)),
  });
  const map = mapOf(options, variants, values, runs);
  onMap(map);
  return map;
}
