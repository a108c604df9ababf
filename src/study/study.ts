/** A study: plans × futures → the object of `study --json`. It holds no time, duration or number of workers. */
import { ENGINE_VERSION, MODEL_VERSION } from '../engine/version.ts';
import { Hasher } from '../kernel/hash.ts';
import type { PresetName } from '../scenario/parameters.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { meanInterval } from './bootstrap.ts';
import { comparePaired, differencesOf, type Difference, type PairedComparison } from './compare.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import { chunkRuns, chunksOf, type OutcomesTask, type PlanInput } from './job.ts';
import { OUTCOMES } from './outcomes.ts';
import { sorted, summaryOf, type Summary } from './statistics.ts';
import { ERROR_RATE, verdictOf, type Verdict } from './verdict.ts';

export interface EngineVersions {
  readonly version: string;
  readonly model: number;
}

export const ENGINE: EngineVersions = { version: ENGINE_VERSION, model: MODEL_VERSION };

/** One outcome of two plans. The chance that any verdict on that outcome is wrong is 5 % at most, all pairs together. */
export interface StudyComparison extends PairedComparison, Verdict {
  readonly a: string;
  readonly b: string;
  readonly outcome: OutcomeName;
  readonly unit: string;
  /** The interval of the mean is bootstrapped: it says how well the runs pin down the average, not how outcomes vary. */
  readonly difference: Difference & { readonly ci95By: 'bootstrap' };
}

/** How a study that stops by itself was asked for, and whether it came to a verdict on every pair. */
export interface SequentialReport {
  readonly outcome: OutcomeName;
  readonly mostRuns: number;
  readonly errorRate: number;
  readonly decided: boolean;
  /** Of the wishes above. */
  readonly hash: string;
}

export interface StudyReport {
  readonly scenario: string;
  readonly seed: number;
  readonly runs: number;
  readonly preset: PresetName;
  readonly ensemble: EnsembleMode;
  /** Mechanisms left out of the tick; absent when none is. */
  readonly without?: readonly string[];
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
  /** Present where the study stopped by itself. */
  readonly sequential?: SequentialReport;
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
  /** Mechanisms left out of the tick, in its order. */
  readonly without?: readonly string[];
  /** Differences too small to matter, by outcome; any matters where there is none. */
  readonly tolerance?: Readonly<Record<string, number>>;
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

/** Room for the outcomes of all futures of a study: columns[plan][outcome][future]. */
export type OutcomeColumns = readonly (readonly Float64Array[])[];

export function outcomeColumns(request: StudyRequest): OutcomeColumns {
  return request.plans.map(() => OUTCOMES.map(() => new Float64Array(request.runs)));
}

/** Simulates futures from … to − 1 of all plans into their columns. */
export async function simulateInto(values: OutcomeColumns, from: number, to: number, executor: Executor, request: StudyRequest, options: StudyOptions = {}): Promise<void> {
  const { plans, seed, ensemble } = request;
  const size = options.chunk ?? chunkRuns(request.regions, request.days);
  const planOf = new Map<OutcomesTask, number>();
  const tasks = plans.flatMap((plan, i) => chunksOf(from, to, size).map((chunk): OutcomesTask => {
    const task: OutcomesTask = { kind: 'outcomes', plan, seed, ensemble, record: false, ...chunk };
    planOf.set(task, i);
    return task;
  }));
  let done = 0;
  await executor.perform(tasks, ({ firstRun, count, outcomes }, task) => {
    const into = values[planOf.get(task)!]!;
    for (let i = 0; i < count; i++) for (let j = 0; j < OUTCOMES.length; j++) into[j]![firstRun + i] = outcomes[i * OUTCOMES.length + j]!;
    done += count;
    options.onProgress?.(done, (to - from) * plans.length);
  }, { signal: options.signal });
}

/** The first `runs` futures, by name. */
export function outcomesOf(values: OutcomeColumns, runs: number): PlanOutcomes {
  return values.map(columns => Object.fromEntries(columns.map((column, j) => [OUTCOMES[j]!.name, column.subarray(0, runs)])) as Record<OutcomeName, Float64Array>);
}

/** Pairs of so many plans. */
export function pairCount(plans: number): number {
  return (plans * (plans - 1)) / 2;
}

/** One outcome of plans number i and j over the same futures, with its verdict. */
export function compareOutcome(request: StudyRequest, outcomes: PlanOutcomes, i: number, j: number, { name, unit, better }: (typeof OUTCOMES)[number]): StudyComparison {
  const [a, b] = [outcomes[i]![name], outcomes[j]![name]];
  const paired = comparePaired(a, b, better);
  const differences = differencesOf(a, b);
  const verdict = verdictOf(paired, sorted(differences), { tolerance: request.tolerance?.[name] ?? 0, alpha: ERROR_RATE / pairCount(request.plans.length) });
  const { mean, p5, median, p95 } = paired.difference;
  return { a: request.plans[i]!.id, b: request.plans[j]!.id, outcome: name, unit, ...paired, difference: { mean, ci95: meanInterval(differences), ci95By: 'bootstrap', p5, median, p95 }, ...verdict };
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
  const comparisons = plans.flatMap((_, i) => plans.slice(i + 1).flatMap((_, j) => OUTCOMES.map(outcome => compareOutcome(request, outcomes, i, i + 1 + j, outcome))));
  return {
    scenario, seed, runs, preset, ensemble, ...(request.without === undefined ? {} : { without: request.without }), engine: ENGINE,
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
  const values = outcomeColumns(request);
  await simulateInto(values, 0, request.runs, executor, request, options);
  return studyReport(request, outcomesOf(values, request.runs));
}
