/** One region over the futures: four series with bands, and the displaced people of one day, run by run. */
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import { DailyHistogram, type Scale } from './histogram.ts';
import { chunkRuns, chunksOf, type PlanInput, type RegionChunk, type RegionTask } from './job.ts';
import { BAND_LEVELS, type RegionResult } from './results.ts';

/** Series of a region, in the order of a chunk. */
export const REGION_SERIES = ['tension', 'displaced', 'needReached', 'troops'] as const;
type RegionSeries = (typeof REGION_SERIES)[number];

const SHARE: Scale = { unit: 1 / 16, max: 1 };
const MOST_TROOPS = 100_000;

function scaleOf(name: RegionSeries, people: number): Scale {
  return name === 'displaced' ? { unit: 64, max: Math.max(1024, people) } : name === 'troops' ? { unit: 64, max: MOST_TROOPS } : SHARE;
}

export interface RegionRequest {
  readonly plan: PlanInput;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  readonly runs: number;
  readonly region: number;
  /** Day of `displacedAt`. */
  readonly day: number;
  /** Size of the world: regions, days, people of all regions on D0. */
  readonly size: { readonly regions: number; readonly days: number; readonly people: number };
}

/** Simulates and reduces; throws "Cancelled" when the signal says so. */
export async function studyRegion(executor: Executor, request: RegionRequest, signal?: AbortSignal, priority?: number): Promise<RegionResult> {
  const { plan, seed, ensemble, runs, region, size, day } = request;
  const { days } = size;
  const histograms = REGION_SERIES.map(name => new DailyHistogram(scaleOf(name, size.people), days, runs));
  const displacedAt = new Float64Array(runs);
  const tasks = chunksOf(0, runs, chunkRuns(size.regions, days)).map((chunk): RegionTask => ({ kind: 'region', plan, seed, ensemble, region, record: false, ...chunk }));
  const add = ({ firstRun, count, series }: RegionChunk): void => {
    for (let i = 0; i < count; i++) {
      const from = i * REGION_SERIES.length * days;
      histograms.forEach((histogram, j) => histogram.add(series, from + j * days));
      displacedAt[firstRun + i] = series[from + days + day]!;
    }
  };
  await executor.perform(tasks, add, { signal, priority });
  const bands = Object.fromEntries(histograms.map((histogram, j) => {
    const values = new Float32Array(days * BAND_LEVELS.length);
    histogram.quantiles(BAND_LEVELS, values);
    return [REGION_SERIES[j]!, values];
  })) as Record<RegionSeries, Float32Array>;
  return { region, runs, bands, displacedAt, day };
}
