/**
 * Pieces of work that cross threads. A task says everything its result depends on; nothing else may enter, so that
 * any worker gives the same bytes. Results are typed arrays that are handed over, not copied.
 */
import type { OrderRow } from '../engine/schedule.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { FutureTrace } from './results.ts';

/** A plan ready to run: its order rows, and the names results carry. */
export interface PlanInput {
  readonly id: string;
  /** Content hash of the plan. */
  readonly hash: string;
  readonly rows: readonly OrderRow[];
}

interface TaskBase {
  readonly plan: PlanInput;
  /** Study seed, integer 0 … 2⁵³ − 1. */
  readonly seed: number;
  readonly ensemble: EnsembleMode;
}

/** Futures firstRun … firstRun + count − 1. */
interface ChunkBase extends TaskBase {
  readonly firstRun: number;
  readonly count: number;
  /** Whether checkpoints of these runs are worth keeping; changes speed, never numbers. */
  readonly record: boolean;
}

/** Everything that PlanResult needs. */
export interface ObserveTask extends ChunkBase { readonly kind: 'observe' }
/** Outcomes alone. */
export interface OutcomesTask extends ChunkBase { readonly kind: 'outcomes' }
/** The four series of one region. */
export interface RegionTask extends ChunkBase { readonly kind: 'region'; readonly region: number }
/** One future in full. */
export interface FutureTask extends TaskBase { readonly kind: 'future'; readonly run: number }

export type ChunkTask = ObserveTask | OutcomesTask | RegionTask;
export type Task = ChunkTask | FutureTask;

export interface OutcomesChunk {
  readonly firstRun: number;
  readonly count: number;
  /** [run · 12 + outcome], order of OUTCOMES. */
  readonly outcomes: Float64Array;
}

export interface ObserveChunk extends OutcomesChunk {
  /** [(run · 8 + series) · days + day]. */
  readonly series: Float32Array;
  /** [(run · rows + row) · 7 + milestone], −1 never. */
  readonly marks: Int32Array;
  /** [(run · rows + row) · days + day]: CONSTRAINTS index, 255 when not under way. */
  readonly limits: Uint8Array;
  /** [run · constraints + constraint], days. */
  readonly clock: Float64Array;
}

export interface RegionChunk {
  readonly firstRun: number;
  readonly count: number;
  /** [(run · 4 + series) · days + day], order of REGION_SERIES. */
  readonly series: Float32Array;
}

export type ResultOf<T extends Task> = T extends ObserveTask ? ObserveChunk : T extends OutcomesTask ? OutcomesChunk : T extends RegionTask ? RegionChunk : FutureTrace;
export type TaskResult = ObserveChunk | OutcomesChunk | RegionChunk | FutureTrace;

/** Region-days of one chunk: some 20 to 50 ms of work, the longest that anything else has to wait. */
const CHUNK_REGION_DAYS = 140_000;
const MOST_RUNS_OF_CHUNK = 32;

/** Runs of a chunk for a world of that size. Any other number gives the same results. */
export function chunkRuns(regions: number, days: number): number {
  return Math.max(1, Math.min(MOST_RUNS_OF_CHUNK, Math.round(CHUNK_REGION_DAYS / (regions * days))));
}

/** Splits runs from … to − 1 into chunks; chunks end at multiples of `size`, so that a run is always with the same neighbours. */
export function chunksOf(from: number, to: number, size: number): { readonly firstRun: number; readonly count: number }[] {
  const chunks: { firstRun: number; count: number }[] = [];
  for (let run = from; run < to;) {
    const end = Math.min(to, (Math.floor(run / size) + 1) * size);
    chunks.push({ firstRun: run, count: end - run });
    run = end;
  }
  return chunks;
}

/** The buffers of a result, to hand over instead of copying. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (item: unknown): void => {
    if (ArrayBuffer.isView(item)) { if (item.buffer instanceof ArrayBuffer) buffers.add(item.buffer); }
    else if (item !== null && typeof item === 'object' && !Array.isArray(item)) Object.values(item).forEach(visit);
  };
  visit(value);
  return [...buffers];
}
