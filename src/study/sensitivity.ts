/**
 * Which assumptions matter: an outcome of one plan, or the difference of two over the same futures, against the
 * parameters that the register lets vary. Morris screens all of them; Sobol shares out the variance among those that a
 * first screening puts on top (the others keep their values), or among those named. The random events of a future are one
 * more factor, "chance", so that what the assumptions explain is set against what nobody can know.
 */
import type { OutcomeName } from '../scenario/schema.ts';
import { simulatePoints } from './assumption-points.ts';
import type { Factor } from './ensemble.ts';
import type { Executor } from './executor.ts';
import type { PlanInput } from './job.ts';
import { morrisDesign, morrisIndices, type MorrisIndex } from './morris.ts';
import { OUTCOMES, outcomeIndex } from './outcomes.ts';
import { sobolDesign, sobolIndices, type SobolIndex } from './sobol.ts';
import { meanOf } from './statistics.ts';

export const METHODS = ['morris', 'sobol'] as const;
export type SensitivityMethod = (typeof METHODS)[number];

/** Factors that Sobol takes from a screening. */
export const TOP_FACTORS = 8;
/** Share of the runs that the screening may take. */
const SCREENING = 0.5;

export interface SensitivityRequest {
  /** One plan, or A and B: then the output is B − A. */
  readonly plans: readonly PlanInput[];
  readonly outcome: OutcomeName;
  readonly method: SensitivityMethod;
  readonly factors: readonly Factor[];
  /** Whether the factors were named: Sobol then takes them all, without a screening. */
  readonly named: boolean;
  readonly seed: number;
  /** Futures of each plan to simulate, at most. */
  readonly runs: number;
  readonly regions: number;
  readonly days: number;
  readonly signal?: AbortSignal;
  /** Futures of each plan done. */
  readonly onProgress?: (done: number) => void;
}

export interface MorrisResult {
  readonly method: 'morris';
  readonly trajectories: number;
  readonly runs: number;
  /** By factor, largest μ* first. */
  readonly factors: readonly (MorrisIndex & { readonly factor: Factor })[];
  /** Mean absolute change of the output when all assumptions stay and the events are others. */
  readonly chance: number;
}

export interface SobolResult {
  readonly method: 'sobol';
  /** Rows of each sample. */
  readonly rows: number;
  readonly runs: number;
  /** Trajectories of the screening that chose the factors; 0 when they were named. */
  readonly screening: number;
  /** By factor, largest total index first. */
  readonly factors: readonly (SobolIndex & { readonly factor: Factor })[];
  readonly chance: SobolIndex;
}

/** The output of each point: the outcome of the plan, or B − A. */
export function outputsOf(outcomes: readonly Float64Array[], outcome: OutcomeName): Float64Array {
  const column = outcomeIndex(outcome);
  const [a, b] = outcomes.map(all => Float64Array.from({ length: all.length / OUTCOMES.length }, (_, i) => all[i * OUTCOMES.length + column]!));
  return b === undefined ? a! : b.map((value, i) => value - a![i]!);
}

async function outputs(executor: Executor, request: SensitivityRequest, factors: readonly Factor[], points: Float64Array, runs: Int32Array, done: number): Promise<Float64Array> {
  const { plans, seed, regions, days, signal, outcome, onProgress } = request;
  const found = await simulatePoints(executor, { plans, seed, factors, points, runs, regions, days, ...(signal === undefined ? {} : { signal }), onProgress: n => onProgress?.(done + n) });
  return outputsOf(found.outcomes, outcome);
}

/** Screening with at most `runs` points: each trajectory meets one future, and its base once more another. */
async function screen(executor: Executor, request: SensitivityRequest, runs: number): Promise<MorrisResult> {
  const { factors, seed } = request;
  const k = factors.length;
  const trajectories = Math.max(2, Math.floor(runs / (k + 2)));
  const design = morrisDesign(k, trajectories, seed);
  const steps = trajectories * (k + 1);
  const points = new Float64Array((steps + trajectories) * k);
  points.set(design.points);
  const future = new Int32Array(steps + trajectories);
  for (let j = 0; j < trajectories; j++) {
    future.fill(j, j * (k + 1), (j + 1) * (k + 1));
    future[steps + j] = trajectories + j;
    points.set(design.points.subarray(j * (k + 1) * k, (j * (k + 1) + 1) * k), (steps + j) * k);
  }
  const y = await outputs(executor, request, factors, points, future, 0);
  const chance = meanOf(Float64Array.from({ length: trajectories }, (_, j) => Math.abs(y[steps + j]! - y[j * (k + 1)]!)));
  const rows = morrisIndices(design, y, seed).map((index, i) => ({ ...index, factor: factors[i]! })).sort((a, b) => b.muStar - a.muStar);
  return { method: 'morris', trajectories, runs: future.length, factors: rows, chance };
}

async function shareOut(executor: Executor, request: SensitivityRequest): Promise<SobolResult> {
  const { seed } = request;
  const screening = request.named ? undefined : await screen(executor, request, Math.floor(request.runs * SCREENING));
  const factors = screening === undefined ? request.factors : screening.factors.slice(0, TOP_FACTORS).map(row => row.factor);
  const k = factors.length;
  const used = screening?.runs ?? 0;
  const n = Math.max(2, Math.floor((request.runs - used) / (k + 3)));
  const design = sobolDesign(k, n, seed);
  // one more block: A with the events of B
  const points = new Float64Array((k + 3) * n * k);
  points.set(design.points);
  points.set(design.points.subarray(0, n * k), (k + 2) * n * k);
  const future = new Int32Array((k + 3) * n);
  for (let block = 0; block < k + 3; block++) for (let j = 0; j < n; j++) future[block * n + j] = block === 1 || block === k + 2 ? n + j : j;
  const y = await outputs(executor, request, factors, points, future, used);
  const indices = sobolIndices({ factors: k + 1, n }, y, seed);
  const rows = factors.map((factor, i) => ({ ...indices[i]!, factor })).sort((a, b) => b.total - a.total);
  return { method: 'sobol', rows: n, runs: used + future.length, screening: screening?.trajectories ?? 0, factors: rows, chance: indices[k]! };
}

/** @throws an Error named "Cancelled" when the signal says so */
export function sensitivity(executor: Executor, request: SensitivityRequest): Promise<MorrisResult | SobolResult> {
  return request.method === 'morris' ? screen(executor, request, request.runs) : shareOut(executor, request);
}
