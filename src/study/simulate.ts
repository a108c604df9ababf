/** One plan over its futures, a first answer from few and better ones as they come. */
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import { chunkRuns, chunksOf, type ObserveChunk, type ObserveTask, type PlanInput } from './job.ts';
import { PlanReducer } from './reduce.ts';
import type { PlanResult } from './results.ts';
import type { ScaleFacts } from './series.ts';

/** Futures whose checkpoints are worth keeping: those of a draft. */
const RECORDED_RUNS = 64;

export interface SimulateOptions {
  readonly plan: PlanInput;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  /** Futures of the first answer and of the last. */
  readonly draft: number;
  readonly runs: number;
  /** Size of the world. */
  readonly regions: number;
  readonly facts: ScaleFacts;
  /** Whether checkpoints are kept for plans to come that differ little. */
  readonly record?: boolean;
  /** A plan that is only tried: every chunk is short, so that the next try need not wait, and no single futures are given as paths. */
  readonly isTry?: boolean;
  readonly signal?: AbortSignal;
  readonly priority?: number;
  /** Futures done so far, whenever a chunk arrives. */
  readonly onProgress?: (runs: number) => void;
}

/** Numbers of futures at which a better answer is given: the draft, twice that, and so on. */
export function stagesOf(draft: number, runs: number): number[] {
  const stages: number[] = [];
  for (let n = Math.min(draft, runs); n < runs; n *= 2) stages.push(n);
  return [...stages, runs];
}

/**
 * Simulates; calls `onResult` at each stage but the last and resolves with the last.
 * @throws an Error named "Cancelled" when the signal says so
 */
export async function simulatePlan(executor: Executor, options: SimulateOptions, onResult: (result: PlanResult) => void = () => {}): Promise<PlanResult> {
  const { plan, seed, ensemble, draft, runs, regions, facts, signal, priority, record = false, isTry = false } = options;
  const stages = stagesOf(draft, runs);
  const whole = chunkRuns(regions, facts.days);
  // a draft goes in at least two waves over the workers, so that they end together
  const draftSize = Math.max(1, Math.min(whole, Math.ceil(stages[0]! / ((isTry ? 2 : 4) * executor.workers))));
  const size = isTry ? draftSize : whole;
  const reducer = new PlanReducer(plan, seed, facts, runs, isTry ? 0 : undefined);
  const task = (chunk: { firstRun: number; count: number }): ObserveTask => ({ kind: 'observe', plan, seed, ensemble, record: record && chunk.firstRun < RECORDED_RUNS, ...chunk });
  const tasks = [...chunksOf(0, stages[0]!, draftSize), ...stages.slice(1).flatMap((to, i) => chunksOf(stages[i]!, to, size))].map(task);
  // chunks of a later stage wait here, so that every answer is of runs 0 … n − 1
  const early: ObserveChunk[] = [];
  let stage = 0;
  let done = 0;
  const take = (chunk: ObserveChunk): void => {
    if (chunk.firstRun >= stages[stage]!) { early.push(chunk); return; }
    reducer.add(chunk);
    while (reducer.runs === stages[stage] && stage < stages.length - 1) {
      onResult(reducer.result());
      stage++;
      for (const waiting of early.splice(0)) take(waiting);
    }
  };
  await executor.perform(tasks, chunk => {
    done += chunk.count;
    take(chunk);
    options.onProgress?.(done);
  }, { signal, priority });
  return reducer.result();
}
