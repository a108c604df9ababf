/** Simulated futures of a case, cut to what its record can be compared with. */
import type { Executor } from '../executor.ts';
import { chunkRuns, chunksOf, type ChronicleChunk, type ChronicleTask, type PlanInput } from '../job.ts';
import type { EnsembleMode } from '../ensemble.ts';
import type { DatedNumber, Reference } from './reference.ts';

/** What the record's numbers meet, each [number][run]. */
export interface CaseFutures {
  /** Violent deaths as the reporting mechanism records them, of the country, [period][run]; empty without a series. */
  readonly deaths: readonly Float64Array[];
  /** The same by region over all periods, [region][run]. */
  readonly regions: readonly Float64Array[];
  readonly displacement: readonly Float64Array[];
  readonly strength: readonly Float64Array[];
  /** Deaths up to each anchor's day; recorded ones where the anchor counts those. */
  readonly anchors: readonly Float64Array[];
}

export interface CaseRequest {
  readonly plan: PlanInput;
  readonly seed: number;
  readonly runs: number;
  readonly ensemble: EnsembleMode;
  readonly regions: number;
  readonly neighbours: number;
  readonly days: number;
}

export interface CaseOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

const lists = (count: number, runs: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(runs));

/** Share of deaths that were reported, by region; the country's where no civilian died. */
function reportedShares(chunk: ChronicleChunk, i: number, R: number, days: number): Float64Array {
  let civilians = 0;
  let reported = 0;
  const dead = new Float64Array(R);
  for (let r = 0; r < R; r++) {
    for (let day = 0; day < days; day++) dead[r]! += chunk.civilians[(i * R + r) * days + day]!;
    if (dead[r] === 0) continue;
    civilians += dead[r]!;
    reported += dead[r]! * chunk.reported[i * R + r]!;
  }
  return dead.map((n, r) => (n > 0 ? chunk.reported[i * R + r]! : civilians > 0 ? reported / civilians : 0));
}

/** Simulates a case and reads off every future what the record holds. Run order is kept, so any executor gives the same numbers. */
export async function simulateCase(executor: Executor, request: CaseRequest, reference: Reference, options: CaseOptions = {}): Promise<CaseFutures> {
  const { plan, seed, runs, ensemble, regions: R, neighbours: N, days } = request;
  const { deaths: series, displacement, strength, anchors } = reference;
  const periods = series?.periods ?? [];
  const futures: CaseFutures = { deaths: lists(periods.length, runs), regions: lists(series === undefined ? 0 : R, runs), displacement: lists(displacement.length, runs), strength: lists(strength.length, runs), anchors: lists(anchors.length, runs) };
  const tasks = chunksOf(0, runs, chunkRuns(R, days)).map((chunk): ChronicleTask => ({ kind: 'chronicle', plan, seed, ensemble, record: false, ...chunk }));
  let done = 0;
  await executor.perform(tasks, chunk => {
    for (let i = 0; i < chunk.count; i++) {
      const run = chunk.firstRun + i;
      const shares = reportedShares(chunk, i, R, days);
      const sum = (list: Float32Array, from: number, to: number, weigh: boolean): number => {
        let total = 0;
        for (let r = 0; r < R; r++) for (let day = from; day < to; day++) total += list[(i * R + r) * days + day]! * (weigh ? shares[r]! : 1);
        return total;
      };
      periods.forEach(({ from, to }, k) => { futures.deaths[k]![run] = sum(chunk.deaths, from, to, true); });
      futures.regions.forEach((values, r) => { for (const { from, to } of periods) for (let day = from; day < to; day++) values[run]! += chunk.deaths[(i * R + r) * days + day]! * shares[r]!; });
      displacement.forEach((number, k) => { futures.displacement[k]![run] = displacedOn(chunk, i, number, N, days); });
      strength.forEach(({ day }, k) => { futures.strength[k]![run] = chunk.troops[i * days + day]!; });
      anchors.forEach(({ day, measure, counted }, k) => {
        const violent = sum(measure === 'civilian deaths' ? chunk.civilians : chunk.deaths, 0, day + 1, counted);
        futures.anchors[k]![run] = violent + (measure === 'all deaths' ? chunk.excess[i * days + day]! : 0);
      });
    }
    done += chunk.count;
    options.onProgress?.(done, runs);
  }, { signal: options.signal });
  return futures;
}

function displacedOn(chunk: ChronicleChunk, i: number, { what, neighbour, day }: DatedNumber, N: number, days: number): number {
  const at = (row: number): number => chunk.displaced[(i * (1 + N) + row) * days + day]!;
  if (what === 'displaced') return at(0);
  if (neighbour >= 0) return at(1 + neighbour);
  let all = 0;
  for (let n = 0; n < N; n++) all += at(1 + n);
  return all;
}
