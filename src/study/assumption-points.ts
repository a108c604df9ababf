/**
 * Points of an assumption space: parameter values and the random events of a future, simulated for one plan or for
 * several over the same points. `performPoints` works on one thread; `simulatePoints` hands out the work.
 */
import { buildSchedule } from '../engine/schedule.ts';
import { runToEnd, startRun, stateFor } from '../engine/run.ts';
import type { Parameters } from '../scenario/parameters.ts';
import { addCircumstances, CIRCUMSTANCES } from './circumstances.ts';
import { factorValue, type Factor } from './ensemble.ts';
import type { Executor } from './executor.ts';
import { chunkRuns, chunksOf, type PlanInput, type PointsChunk, type PointsTask } from './job.ts';
import { Observer } from './observe.ts';
import { OUTCOMES } from './outcomes.ts';
import type { World } from './world.ts';

/** Simulates all plans over the points of a task. */
export function performPoints(world: World, task: PointsTask): PointsChunk {
  const { plans, seed, firstRun, count, names, values, runs } = task;
  const outcomes = new Float64Array(plans.length * count * OUTCOMES.length);
  const circumstances = new Float64Array(count * CIRCUMSTANCES.length);
  plans.forEach((plan, which) => {
    const schedule = buildSchedule(plan.rows, world.tables.initialUnits);
    const state = stateFor(world.tables, schedule);
    const observer = new Observer(world.tables, schedule, false);
    for (let i = 0; i < count; i++) {
      const parameters: Record<string, number> = { ...world.tables.p };
      names.forEach((name, d) => { parameters[name] = values[i * names.length + d]!; });
      const run = startRun({ ...world.tables, p: parameters as Parameters }, schedule, seed, runs[i]!, state, world.mechanisms);
      observer.begin(run);
      runToEnd(run, () => {
        observer.day();
        if (which === 0) addCircumstances(run, circumstances, i * CIRCUMSTANCES.length);
      });
      observer.outcomes(outcomes, (which * count + i) * OUTCOMES.length);
    }
  });
  return { firstRun, count, outcomes, circumstances };
}

export interface PointsRequest {
  readonly plans: readonly PlanInput[];
  readonly seed: number;
  readonly factors: readonly Factor[];
  /** Shares 0–1 of each factor's distribution: [point · factors + factor]. */
  readonly points: Float64Array;
  /** Number of the future of each point. */
  readonly runs: Int32Array;
  readonly regions: number;
  readonly days: number;
  readonly signal?: AbortSignal;
  /** Points done. */
  readonly onProgress?: (done: number) => void;
}

export interface PointsResult {
  /** All outcomes by plan: [plan][point · 12 + outcome]. */
  readonly outcomes: readonly Float64Array[];
  /** [point · circumstances + i]. */
  readonly circumstances: Float64Array;
  /** Parameter values [point · factors + factor], in the register's units. */
  readonly values: Float64Array;
}

/** Simulates all points. @throws an Error named "Cancelled" when the signal says so */
export async function simulatePoints(executor: Executor, request: PointsRequest): Promise<PointsResult> {
  const { plans, seed, factors, points, runs } = request;
  const n = runs.length;
  const k = factors.length;
  const values = points.map((u, at) => factorValue(factors[at % k]!, u));
  const names = factors.map(factor => factor.name);
  const outcomes = plans.map(() => new Float64Array(n * OUTCOMES.length));
  const circumstances = new Float64Array(n * CIRCUMSTANCES.length);
  const tasks = chunksOf(0, n, chunkRuns(request.regions, request.days)).map((chunk): PointsTask => ({
    kind: 'points', plans, seed, names, ...chunk, values: values.slice(chunk.firstRun * k, (chunk.firstRun + chunk.count) * k), runs: runs.slice(chunk.firstRun, chunk.firstRun + chunk.count),
  }));
  let done = 0;
  await executor.perform(tasks, chunk => {
    const size = chunk.count * OUTCOMES.length;
    outcomes.forEach((into, which) => into.set(chunk.outcomes.subarray(which * size, (which + 1) * size), chunk.firstRun * OUTCOMES.length));
    circumstances.set(chunk.circumstances, chunk.firstRun * CIRCUMSTANCES.length);
    done += chunk.count;
    request.onProgress?.(done);
  }, { signal: request.signal });
  return { outcomes, circumstances, values };
}
