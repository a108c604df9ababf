/** A study: plans × futures → the object of `study --json`. It holds no time, duration or number of workers. */
import { ENGINE_VERSION, MODEL_VERSION } from '../engine/version.ts';
import { Hasher } from '../kernel/hash.ts';
import type { PresetName } from '../scenario/parameters.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { comparePaired, type PairedComparison } from './compare.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import { chunkRuns, chunksOf, type OutcomesTask, type PlanInput } from './job.ts';
import { OUTCOMES } from './outcomes.ts';
import { summaryOf, type Summary } from './statistics.ts';

export interface EngineVersions {
  readonly version: string;
  readonly model: number;
}

export const ENGINE: EngineVersions = { version: ENGINE_VERSION, model: MODEL_VERSION };

export interface StudyComparison extends PairedComparison {
  readonly a: string;
  readonly b: string;
  readonly outcome: OutcomeName;
  readonly unit: string;
}

export interface StudyReport {
  readonly scenario: string;
  readonly seed: number;
  readonly runs: number;
  readonly preset: PresetName;
  readonly ensemble: EnsembleMode;
  readonly engine: EngineVersions;
  readonly hashes: {
    readonly scenario: string;
    /** By plan id. */
    readonly plans: Readonly<Record<string, string>>;
    readonly parameters: string;
    /** Of all outcomes of all futures of all plans. */
    readonly result: string;
  };
  readonly plans: readonly { readonly id: string; readonly outcomes: Readonly<Record<OutcomeName, { readonly unit: string } & Summary>> }[];
  /** Every pair of plans, in order, and every outcome; differences are B minus A. */
  readonly comparisons: readonly StudyComparison[];
}

export interface StudyRequest {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly parametersHash: string;
  readonly plans: readonly PlanInput[];
  readonly seed: number;
  readonly runs: number;
  readonly preset: PresetName;
  readonly ensemble: EnsembleMode;
  /** Size of the world, for chunks. */
  readonly regions: number;
  readonly days: number;
}

export interface StudyOptions {
  readonly signal?: AbortSignal;
  /** Futures done, of all plans, and their total. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Runs of a chunk; any number gives the same report. */
  readonly chunk?: number;
}

/** Outcomes of all plans: one array of values a future for each plan and outcome. */
export type PlanOutcomes = readonly Readonly<Record<OutcomeName, Float64Array>>[];

/** Simulates all plans over the same futures. */
export async function simulateOutcomes(executor: Executor, request: StudyRequest, options: StudyOptions = {}): Promise<PlanOutcomes> {
  const { plans, seed, runs, ensemble } = request;
  const values = plans.map(() => OUTCOMES.map(() => new Float64Array(runs)));
  const size = options.chunk ?? chunkRuns(request.regions, request.days);
  const planOf = new Map<OutcomesTask, number>();
  const tasks = plans.flatMap((plan, i) => chunksOf(0, runs, size).map((chunk): OutcomesTask => {
    const task: OutcomesTask = { kind: 'outcomes', plan, seed, ensemble, record: false, ...chunk };
    planOf.set(task, i);
    return task;
  }));
  let done = 0;
  await executor.perform(tasks, ({ firstRun, count, outcomes }, task) => {
    const into = values[planOf.get(task)!]!;
    for (let i = 0; i < count; i++) for (let j = 0; j < OUTCOMES.length; j++) into[j]![firstRun + i] = outcomes[i * OUTCOMES.length + j]!;
    done += count;
    options.onProgress?.(done, runs * plans.length);
  }, { signal: options.signal });
  return values.map(columns => Object.fromEntries(columns.map((column, j) => [OUTCOMES[j]!.name, column])) as Record<OutcomeName, Float64Array>);
}

/** Hash of all values, in order of plans, outcomes and futures. */
function resultHash(outcomes: PlanOutcomes): string {
  const hasher = new Hasher();
  for (const plan of outcomes) for (const { name } of OUTCOMES) hasher.words(new Int32Array(plan[name].buffer, plan[name].byteOffset, plan[name].length * 2));
  return hasher.digest();
}

/** The report of simulated outcomes. */
export function studyReport(request: StudyRequest, outcomes: PlanOutcomes): StudyReport {
  const { scenario, seed, runs, preset, ensemble, plans } = request;
  const comparisons = plans.flatMap((a, i) => plans.slice(i + 1).flatMap((b, j) => OUTCOMES.map(({ name, unit, better }): StudyComparison => (
    { a: a.id, b: b.id, outcome: name, unit, ...comparePaired(outcomes[i]![name], outcomes[i + 1 + j]![name], better) }))));
  return {
    scenario, seed, runs, preset, ensemble, engine: ENGINE,
    hashes: { scenario: request.scenarioHash, plans: Object.fromEntries(plans.map(plan => [plan.id, plan.hash])), parameters: request.parametersHash, result: resultHash(outcomes) },
    plans: plans.map((plan, i) => ({
      id: plan.id,
      outcomes: Object.fromEntries(OUTCOMES.map(({ name, unit }) => [name, { unit, ...summaryOf(outcomes[i]![name]) }])) as Record<OutcomeName, { unit: string } & Summary>,
    })),
    comparisons,
  };
}

/** Runs a study; throws "Cancelled" when the signal says so. */
export async function runStudy(executor: Executor, request: StudyRequest, options: StudyOptions = {}): Promise<StudyReport> {
  return studyReport(request, await simulateOutcomes(executor, request, options));
}
