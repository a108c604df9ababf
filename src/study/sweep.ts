/** Performs sweeps on one thread: plans that part late are simulated together until they do. */
import { startRun, runTo, stateFor, type Run } from '../engine/run.ts';
import { buildSchedule } from '../engine/schedule.ts';
import type { State } from '../engine/state.ts';
import { forksOf, type Fork } from './forks.ts';
import type { SweepChunk, SweepTask } from './job.ts';
import { Observer } from './observe.ts';
import { OUTCOMES } from './outcomes.ts';
import type { World } from './world.ts';

/** Lists of plans a thread keeps compiled. */
const MOST_SWEEPS = 12;

/** One tree of a sweep, with what its runs reuse. */
interface Tree {
  readonly fork: Fork;
  readonly state: State;
  readonly observer: Observer;
}

/** A run as it stood where plans part. Days watched so far stay in the observer: a branch writes later days only. */
class Mark {
  private readonly bytes: Uint8Array;
  private readonly acc: Float64Array;
  private day = 0;

  constructor(size: number, accumulators: number) {
    this.bytes = new Uint8Array(size);
    this.acc = new Float64Array(accumulators);
  }

  get size(): number { return this.bytes.length; }

  take(run: Run, observer: Observer): void {
    this.bytes.set(new Uint8Array(run.s.buffer));
    this.acc.set(observer.acc);
    this.day = run.day;
  }

  giveBack(run: Run, observer: Observer): void {
    new Uint8Array(run.s.buffer).set(this.bytes);
    observer.acc.set(this.acc);
    run.day = this.day;
  }
}

export class Sweeper {
  private readonly world: World;
  private readonly sweeps = new Map<string, readonly Tree[]>();
  /** Marks that no run needs now. */
  private readonly free: Mark[] = [];

  constructor(world: World) {
    this.world = world;
  }

  perform(task: SweepTask): SweepChunk {
    const { plans, seed, ensemble, firstRun, count } = task;
    const trees = this.treesOf(task);
    const outcomes = new Float64Array(plans.length * count * OUTCOMES.length);
    for (let i = 0; i < count; i++) {
      const t = this.world.tablesOf(ensemble, seed, firstRun + i);
      const write = (observer: Observer, plan: number): void => observer.outcomes(outcomes, (plan * count + i) * OUTCOMES.length);
      for (const { fork, state, observer } of trees) {
        const run = startRun(t, fork.schedule, seed, firstRun + i, state, this.world.mechanisms);
        observer.begin(run);
        this.follow(fork, run, observer, write);
      }
    }
    return { firstRun, count, plans: plans.length, outcomes };
  }

  /** Follows a fork to all its ends from a run that stands where it begins. */
  private follow(from: Fork, begun: Run, observer: Observer, write: (observer: Observer, plan: number) => void): void {
    let fork = from;
    let run = begun;
    const eachDay = (): void => observer.day();
    for (;;) {
      run = under(run, fork);
      observer.run = run;
      runTo(run, fork.until, eachDay);
      const last = fork.children.at(-1);
      if (last === undefined) break;
      // a run restored ends where it was taken, whatever the branches did in between
      if (fork.children.length > 1) {
        const mark = this.markFor(run, observer);
        mark.take(run, observer);
        for (const child of fork.children.slice(0, -1)) {
          this.follow(child, run, observer, write);
          mark.giveBack(run, observer);
        }
        this.free.push(mark);
      }
      fork = last;
    }
    for (const plan of fork.plans) write(observer, plan);
  }

  private markFor(run: Run, observer: Observer): Mark {
    const at = this.free.findIndex(mark => mark.size === run.s.buffer.byteLength);
    return at < 0 ? new Mark(run.s.buffer.byteLength, observer.acc.length) : this.free.splice(at, 1)[0]!;
  }

  private treesOf({ plans }: SweepTask): readonly Tree[] {
    const key = plans.map(plan => plan.hash).join(' ');
    const known = this.sweeps.get(key);
    if (known !== undefined) return known;
    const t = this.world.tables;
    const states = new Map<string, State>();
    const trees = forksOf(plans.map(plan => buildSchedule(plan.rows, t.initialUnits)), t.days).map((fork): Tree => {
      const { schedule } = fork;
      const shape = `${schedule.rows} ${schedule.units}`;
      const state = states.get(shape) ?? stateFor(t, schedule);
      states.set(shape, state);
      return { fork, state, observer: new Observer(t, schedule, false) };
    });
    this.sweeps.set(key, trees);
    if (this.sweeps.size > MOST_SWEEPS) this.sweeps.delete(this.sweeps.keys().next().value!);
    return trees;
  }
}

/** The run goes on under the schedule of another fork. */
function under({ s, t, k0, k1, mechanisms, day }: Run, { schedule }: Fork): Run {
  return { s, t, o: schedule, k0, k1, mechanisms, day };
}
