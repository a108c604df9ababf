/**
 * Pieces of work that cross threads. A task says everything its result depends on; nothing else may enter, so that
 * any worker gives the same bytes. Results are typed arrays that are handed over, not copied.
 */
import type { OrderRow } from '../engine/schedule.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { PresetName } from '../scenario/parameters.ts';
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

/** Outcomes of several plans over the same futures; what runs of different plans share is simulated once (forks.ts). */
export interface SweepTask extends Omit<TaskBase, 'plan'> {
  readonly kind: 'sweep';
  readonly plans: readonly PlanInput[];
  readonly firstRun: number;
  readonly count: number;
}

/** Futures under assumptions of their own (assumption-points.ts). `firstRun` and `count` are places in a list of points. */
export interface PointsTask {
  readonly kind: 'points';
  readonly plans: readonly PlanInput[];
  readonly seed: number;
  readonly firstRun: number;
  readonly count: number;
  /** Parameters that vary, and their values [point · names + name]. */
  readonly names: readonly string[];
  readonly values: Float64Array;
  /** Number of the future of each point: its random events. */
  readonly runs: Int32Array;
}

/** Two plans in step, with channels of B held at A's values (contrast.ts). */
export interface ContrastTask extends TaskBase {
  readonly kind: 'contrast';
  /** A; `plan` is B. */
  readonly base: PlanInput;
  readonly outcome: OutcomeName;
  /** Sets of mechanisms held at A's values, one run of B for each. */
  readonly held: readonly (readonly string[])[];
  readonly firstRun: number;
  readonly count: number;
}

/** Runs of an experiment of the validation (validate/experiment.ts); needs no open scenario. */
export interface PieceTask {
  readonly kind: 'piece';
  readonly experiment: string;
  readonly preset: PresetName;
  readonly overrides: Readonly<Record<string, number>>;
  /** Names of mechanisms left out of the tick. */
  readonly without: readonly string[];
  readonly seed: number;
  readonly firstRun: number;
  readonly count: number;
}

/** What a record of the case would hold of each future (backtest/chronicle.ts). */
export interface ChronicleTask extends ChunkBase { readonly kind: 'chronicle' }

export type ChunkTask = ObserveTask | OutcomesTask | RegionTask;
export type Task = ChunkTask | FutureTask | SweepTask | PointsTask | ContrastTask | PieceTask | ChronicleTask;

export interface OutcomesChunk {
  readonly firstRun: number;
  readonly count: number;
  /** [run · 12 + outcome], order of OUTCOMES. */
  readonly outcomes: Float64Array;
}

/** Outcomes of a sweep: [(plan · count + run) · 12 + outcome]. */
export interface SweepChunk extends OutcomesChunk {
  readonly plans: number;
}

/** Outcomes of points: [(plan · count + point) · 12 + outcome], and circumstances of the first plan: [point · n + i]. */
export interface PointsChunk extends OutcomesChunk {
  readonly circumstances: Float64Array;
}

export interface ContrastChunk {
  readonly firstRun: number;
  readonly count: number;
  /** The outcome of A, of B, and of B with each set held: [run · (2 + sets) + i]. */
  readonly values: Float64Array;
  /** Where and when B − A arises: [run · places + place], [run · months + month]. Empty where an outcome has no parts. */
  readonly places: Float64Array;
  readonly months: Float64Array;
  /** First day on which the two worlds differ, and day from which the outcome differs for good; −1 never: [run · 2]. */
  readonly parted: Int32Array;
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
  /** [(run · 2 + outcome) · regions + region], order of REGION_OUTCOMES. */
  readonly regions: Float32Array;
}

export interface PieceChunk {
  readonly firstRun: number;
  readonly count: number;
  /** What each run left: lists of numbers by name. */
  readonly rows: readonly Readonly<Record<string, Float64Array>>[];
  /** Time it took; never part of a result that is compared. */
  readonly seconds: number;
}

export interface ChronicleChunk {
  readonly firstRun: number;
  readonly count: number;
  /** Violent deaths, civilians among them, by day of event: [(run · regions + region) · days + day]. */
  readonly deaths: Float32Array;
  readonly civilians: Float32Array;
  /** Share of civilian deaths that were reported by the last day: [run · regions + region]; NaN where nobody died. */
  readonly reported: Float64Array;
  /** Displaced inside the country, then refugees by neighbour: [(run · (1 + neighbours) + i) · days + day]. */
  readonly displaced: Float32Array;
  /** Troops in the theatre, equipped or not; deaths of unmet need so far: [run · days + day]. */
  readonly troops: Float32Array;
  readonly excess: Float32Array;
}

export interface RegionChunk {
  readonly firstRun: number;
  readonly count: number;
  /** [(run · 4 + series) · days + day], order of REGION_SERIES. */
  readonly series: Float32Array;
}

export type ResultOf<T extends Task> = T extends ObserveTask ? ObserveChunk : T extends OutcomesTask ? OutcomesChunk : T extends SweepTask ? SweepChunk : T extends PointsTask ? PointsChunk : T extends ContrastTask ? ContrastChunk : T extends PieceTask ? PieceChunk : T extends ChronicleTask ? ChronicleChunk : T extends RegionTask ? RegionChunk : FutureTrace;
export type TaskResult = ObserveChunk | OutcomesChunk | SweepChunk | PointsChunk | ContrastChunk | PieceChunk | ChronicleChunk | RegionChunk | FutureTrace;

/** Region-days of one chunk: some 20 to 50 ms of work, the longest that anything else has to wait. */
const CHUNK_REGION_DAYS = 140_000;
const MOST_RUNS_OF_CHUNK = 32;

/** Runs of a chunk for a world of that size. Any other number gives the same results. */
export function chunkRuns(regions: number, days: number): number {
  return Math.max(1, Math.min(MOST_RUNS_OF_CHUNK, Math.round(CHUNK_REGION_DAYS / (regions * days))));
}

/** Futures of plans, plans times runs, of one chunk of a sweep: about as much work as a chunk of whole runs. */
export function sweepSize(regions: number, days: number): number {
  return Math.max(4, Math.min(2 * MOST_RUNS_OF_CHUNK, Math.round(CHUNK_REGION_DAYS / (regions * days))));
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
