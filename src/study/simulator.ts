/** Performs tasks on one thread: holds the open world, the compiled plans and the checkpoints. No input or output. */
import { CONSTRAINTS, buildSchedule, type Schedule } from '../engine/schedule.ts';
import { runToEnd, startRun, stateFor, type Run } from '../engine/run.ts';
import type { State } from '../engine/state.ts';
import { hashJson } from '../kernel/hash.ts';
import { performPoints } from './assumption-points.ts';
import { performChronicle } from './backtest/chronicle.ts';
import { Checkpoints } from './checkpoints.ts';
import { performContrast } from './contrast.ts';
import { traceFuture } from './future.ts';
import { type ChunkTask, type ObserveChunk, type ObserveTask, type OutcomesChunk, type OutcomesTask, type PlanInput, type RegionChunk, type RegionTask, type ResultOf, type Task, type TaskResult } from './job.ts';
import { DAY_ROWS, Observer, ROW_MARKS } from './observe.ts';
import { OUTCOMES } from './outcomes.ts';
import { REGION_SERIES } from './region.ts';
import { REGION_OUTCOMES, SERIES } from './results.ts';
import { Sweeper } from './sweep.ts';
import { CHECKPOINT_BUDGET } from './simulator-budget.ts';
import { watchRegion } from './watch-region.ts';
import { performPiece } from './validate/piece.ts';
import { World, type WorldInput } from './world.ts';

/** Compiled plans a thread keeps. */
const MOST_PLANS = 64;

/** A plan compiled for the open world, with everything its runs reuse. */
interface Prepared {
  readonly key: string;
  readonly schedule: Schedule;
  readonly state: State;
  readonly full: Observer;
  readonly slim: Observer;
}

export class Simulator {
  private readonly world: World;
  private readonly worldKey: string;
  private readonly plans = new Map<string, Prepared>();
  /** One state for all plans with the same number of orders and units: only one run goes on at a time. */
  private readonly states = new Map<string, State>();
  private readonly checkpoints: Checkpoints;
  private readonly sweeper: Sweeper;

  /** @param budget bytes for checkpoints of this thread */
  constructor(input: WorldInput, budget: number = CHECKPOINT_BUDGET) {
    this.world = new World(input);
    this.worldKey = hashJson([input.scenario.id, input.preset, input.overrides, input.without ?? []]);
    this.checkpoints = new Checkpoints(budget);
    this.sweeper = new Sweeper(this.world);
  }

  /** Performs one task. Same world and task, same bytes. */
  perform<T extends Task>(task: T): ResultOf<T>;
  perform(task: Task): TaskResult {
    switch (task.kind) {
      case 'observe': return this.observe(task);
      case 'outcomes': return this.outcomes(task);
      case 'sweep': return this.sweeper.perform(task);
      case 'points': return performPoints(this.world, task);
      case 'contrast': return performContrast(this.world, task);
      case 'piece': return performPiece(task);
      case 'chronicle': return performChronicle(this.world, task);
      case 'region': return this.region(task);
      case 'future': {
        const plan = this.prepare(task.plan);
        return traceFuture(this.start(plan, task.seed, task.ensemble, task.run), task.plan, task.run);
      }
    }
  }

  private prepare(plan: PlanInput): Prepared {
    const key = hashJson(plan.rows);
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const t = this.world.tables;
    const schedule = buildSchedule(plan.rows, t.initialUnits);
    const shape = `${schedule.rows} ${schedule.units}`;
    const state = this.states.get(shape) ?? stateFor(t, schedule);
    this.states.set(shape, state);
    const prepared = { key, schedule, state, full: new Observer(t, schedule, true), slim: new Observer(t, schedule, false) };
    this.plans.set(key, prepared);
    if (this.plans.size > MOST_PLANS) this.plans.delete(this.plans.keys().next().value!);
    return prepared;
  }

  private start(plan: Prepared, seed: number, ensemble: ChunkTask['ensemble'], run: number): Run {
    return startRun(this.world.tablesOf(ensemble, seed, run), plan.schedule, seed, run, plan.state, this.world.mechanisms);
  }

  /** Runs one future to its end under an observer, from the latest checkpoint that holds. */
  private watch(plan: Prepared, task: ChunkTask, index: number, observer: Observer): void {
    const run = this.start(plan, task.seed, task.ensemble, index);
    observer.begin(run);
    const { checkpoints } = this;
    const record = checkpoints.restore(plan.key, run, index, observer, task.record && observer === plan.full);
    runToEnd(run, () => {
      observer.day();
      if (record !== undefined) checkpoints.save(record, run, observer);
    });
    if (record !== undefined) checkpoints.finish(record, observer);
  }

  private enter(task: ChunkTask): void {
    this.checkpoints.enter(`${this.worldKey} ${task.seed} ${task.ensemble}`);
  }

  private observe(task: ObserveTask): ObserveChunk {
    this.enter(task);
    const plan = this.prepare(task.plan);
    const { firstRun, count } = task;
    const { days, R } = this.world.tables;
    const { rows } = plan.schedule;
    const n = SERIES.length;
    const observer = plan.full;
    const result: ObserveChunk = {
      firstRun, count, outcomes: new Float64Array(count * OUTCOMES.length), series: new Float32Array(count * n * days),
      marks: new Int32Array(count * rows * ROW_MARKS), limits: new Uint8Array(count * rows * days), clock: new Float64Array(count * CONSTRAINTS.length),
      regions: new Float32Array(count * REGION_OUTCOMES.length * R),
    };
    for (let i = 0; i < count; i++) {
      this.watch(plan, task, firstRun + i, observer);
      observer.outcomes(result.outcomes, i * OUTCOMES.length);
      observer.milestones(result.marks, i * rows * ROW_MARKS);
      observer.clock(result.clock, i * CONSTRAINTS.length);
      observer.regions(result.regions, i * REGION_OUTCOMES.length * R);
      result.series.set(observer.days.subarray(0, (DAY_ROWS - 1) * days), i * n * days);
      result.limits.set(observer.limits, i * rows * days);
    }
    return result;
  }

  private outcomes(task: OutcomesTask): OutcomesChunk {
    this.enter(task);
    const plan = this.prepare(task.plan);
    const { firstRun, count } = task;
    const observer = task.record ? plan.full : plan.slim;
    const outcomes = new Float64Array(count * OUTCOMES.length);
    for (let i = 0; i < count; i++) {
      this.watch(plan, task, firstRun + i, observer);
      observer.outcomes(outcomes, i * OUTCOMES.length);
    }
    return { firstRun, count, outcomes };
  }

  private region(task: RegionTask): RegionChunk {
    const plan = this.prepare(task.plan);
    const { firstRun, count, region } = task;
    const { days } = this.world.tables;
    const series = new Float32Array(count * REGION_SERIES.length * days);
    for (let i = 0; i < count; i++) watchRegion(this.start(plan, task.seed, task.ensemble, firstRun + i), region, series, i * REGION_SERIES.length * days);
    return { firstRun, count, series };
  }
}
