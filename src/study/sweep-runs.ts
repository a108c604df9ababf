/** Values of many plans over the same futures, by sweeps: a first answer from few futures of all plans, then sharper. */
import type { OutcomeName } from '../scenario/schema.ts';
import type { EnsembleMode } from './ensemble.ts';
import { cancelled, type Executor } from './executor.ts';
import { chunksOf, sweepSize, type PlanInput, type SweepTask } from './job.ts';
import { OUTCOMES, outcomeIndex } from './outcomes.ts';
import { stagesOf } from './simulate.ts';

export interface SweepOptions {
  /** Plans that part late should stand beside each other. */
  readonly plans: readonly PlanInput[];
  /** Outcomes wanted. */
  readonly outcomes: readonly OutcomeName[];
  /** First future, 0 by default, and number of futures. */
  readonly firstRun?: number;
  readonly runs: number;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  /** Size of the world. */
  readonly regions: number;
  readonly days: number;
  /** Futures of the first answer; all of them by default. */
  readonly draft?: number;
  readonly signal?: AbortSignal;
  readonly priority?: number;
  /** Futures done, of all plans, and their total. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Whenever the first n futures of all plans are in, but for the last time; values are those of the promise. */
  readonly onStage?: (values: SweepValues, runs: number) => void;
}

/** One value a future: values[plan][outcome][future − firstRun], outcomes in the order asked for. */
export type SweepValues = readonly (readonly Float64Array[])[];

/** Blocks of neighbouring plans of about equal length, none longer than `most`. */
function blocksOf(n: number, most: number): { readonly from: number; readonly to: number }[] {
  const count = Math.max(1, Math.ceil(n / most));
  return Array.from({ length: count }, (_, i) => ({ from: Math.round((i * n) / count), to: Math.round(((i + 1) * n) / count) }));
}

/**
 * Runs all plans over the same futures. Any number of threads and any blocks give the same values.
 * @throws an Error named "Cancelled" when the signal says so
 */
export async function sweepRuns(executor: Executor, options: SweepOptions): Promise<SweepValues> {
  const { plans, outcomes, runs, seed, ensemble, signal, priority, firstRun = 0, draft = runs } = options;
  if (signal?.aborted === true) throw cancelled();
  const columns = outcomes.map(outcomeIndex);
  const values = plans.map(() => outcomes.map(() => new Float64Array(runs)));
  const stages = stagesOf(draft, runs);
  const size = sweepSize(options.regions, options.days);
  const blocks = blocksOf(plans.length, size);
  const count = Math.max(1, Math.floor(size / Math.max(1, plans.length)));
  const placeOf = new Map<SweepTask, number>();
  const tasks = stages.flatMap((to, stage) => chunksOf(firstRun + (stages[stage - 1] ?? 0), firstRun + to, count).flatMap(chunk => blocks.map((block): SweepTask => {
    const task: SweepTask = { kind: 'sweep', plans: plans.slice(block.from, block.to), seed, ensemble, ...chunk };
    placeOf.set(task, block.from);
    return task;
  })));
  /** Futures to come of each stage, times plans. */
  const left = stages.map((to, stage) => (to - (stages[stage - 1] ?? 0)) * plans.length);
  let stage = 0;
  let done = 0;
  await executor.perform(tasks, (chunk, task) => {
    const from = placeOf.get(task)!;
    for (let p = 0; p < task.plans.length; p++) {
      for (let j = 0; j < columns.length; j++) {
        const into = values[from + p]![j]!;
        for (let i = 0; i < task.count; i++) into[task.firstRun - firstRun + i] = chunk.outcomes[(p * task.count + i) * OUTCOMES.length + columns[j]!]!;
      }
    }
    const own = stages.findIndex(to => task.firstRun - firstRun < to);
    left[own]! -= task.plans.length * task.count;
    done += task.plans.length * task.count;
    options.onProgress?.(done, plans.length * runs);
    while (stage < stages.length - 1 && left[stage] === 0) {
      const n = stages[stage++]!;
      options.onStage?.(values.map(plan => plan.map(column => column.subarray(0, n))), n);
    }
  }, { signal, priority });
  return values;
}
