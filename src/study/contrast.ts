/**
 * Two plans in step: the same future under A and under B, day by day and mechanism by mechanism, with copies of B in
 * which the channels of some mechanisms are held at A's values.
 *
 * The channel of a mechanism is what it writes of the world: its columns, but for those of orders and units, which
 * belong to the plan. After the mechanism's turn in B its channel is set to A's. Where several mechanisms write one
 * column, only this one's part is held: B keeps what stood there before the turn and takes the change that A's turn made,
 * not below zero. So a channel is cut without touching what the others do, and nothing is added to the tick itself.
 */
import type { Mechanism } from '../engine/mechanism.ts';
import { MECHANISMS } from '../engine/phases.ts';
import { startRun, stateFor, type Run } from '../engine/run.ts';
import { buildSchedule } from '../engine/schedule.ts';
import { COLUMNS, type ColumnName, type State } from '../engine/state.ts';
import type { ContrastChunk, ContrastTask, PlanInput } from './job.ts';
import { hasParts, Ledger, monthsOf } from './ledger.ts';
import { Observer } from './observe.ts';
import { OUTCOMES, outcomeIndex } from './outcomes.ts';
import type { World } from './world.ts';

const OF_PLANS: ReadonlySet<string> = new Set(COLUMNS.filter(({ dims }) => (dims as readonly string[]).some(dim => dim === 'row' || dim === 'unit')).map(({ name }) => name));
const WRITERS = new Map<ColumnName, number>();
for (const { writes } of MECHANISMS) for (const name of new Set(writes)) WRITERS.set(name, (WRITERS.get(name) ?? 0) + 1);

/** The columns of the world that a mechanism writes: its channel. */
export function channelOf(mechanism: Mechanism): readonly ColumnName[] {
  return mechanism.writes.filter(name => !OF_PLANS.has(name));
}

/** Whether a mechanism carries the plan into the world: it reads columns of orders or units. The others pass on what these bring. */
export function isEntry(mechanism: Mechanism): boolean {
  return mechanism.reads.some(name => OF_PLANS.has(name)) && channelOf(mechanism).length > 0;
}

type Column = State[ColumnName];

/** A plan of this contrast on its way. */
interface Lane {
  readonly state: State;
  readonly observer: Observer;
  readonly schedule: ReturnType<typeof buildSchedule>;
  run: Run;
}

/** What is held of one mechanism in one copy of B. */
interface Hold {
  /** Columns of its own: [A's, B's]. */
  readonly own: readonly (readonly [Column, Column])[];
  /** Columns that others write too: [A's, A's before the turn, B's, B's before the turn]. */
  readonly shared: readonly (readonly [Column, Column, Column, Column])[];
}

function laneOf(world: World, plan: PlanInput): Lane {
  const schedule = buildSchedule(plan.rows, world.tables.initialUnits);
  const state = stateFor(world.tables, schedule);
  return { state, schedule, observer: new Observer(world.tables, schedule, false), run: startRun(world.tables, schedule, 0, 0, state) };
}

function begin(lane: Lane, world: World, task: ContrastTask, run: number): void {
  lane.run = startRun(world.tablesOf(task.ensemble, task.seed, run), lane.schedule, task.seed, run, lane.state, world.mechanisms);
  lane.observer.begin(lane.run);
}

/** One for each mechanism that anything is held of: by copy of B, undefined where that copy lets it go. */
type Holds = readonly (readonly (Hold | undefined)[] | undefined)[];

function holdsOf(world: World, a: Lane, copies: readonly Lane[], held: ContrastTask['held']): { readonly holds: Holds; readonly before: readonly (readonly (readonly [Column, Column])[])[] } {
  const before: (readonly [Column, Column])[][] = [];
  const holds = world.mechanisms.map((mechanism, m) => {
    const columns = channelOf(mechanism);
    const shared = columns.filter(name => WRITERS.get(name)! > 1);
    const saved = shared.map((name): readonly [Column, Column] => [a.state[name], a.state[name].slice()]);
    before[m] = [];
    if (!held.some(names => names.includes(mechanism.name))) return undefined;
    before[m] = saved;
    return copies.map((copy, v): Hold | undefined => (held[v]!.includes(mechanism.name) ? {
      own: columns.filter(name => WRITERS.get(name) === 1).map(name => [a.state[name], copy.state[name]] as const),
      shared: shared.map((name, i) => [saved[i]![0], saved[i]![1], copy.state[name], copy.state[name].slice()] as const),
    } : undefined));
  });
  return { holds, before };
}

/** Puts A's channel in place of B's. */
function hold({ own, shared }: Hold): void {
  for (const [of, to] of own) to.set(of);
  for (const [now, was, to, stood] of shared) {
    for (let i = 0; i < to.length; i++) to[i] = stood[i] === was[i] ? now[i]! : Math.max(0, stood[i]! + now[i]! - was[i]!);
  }
}

/** Computes one day of A, B and all copies. */
function stepTogether(world: World, a: Lane, b: Lane, copies: readonly Lane[], { holds, before }: ReturnType<typeof holdsOf>): void {
  world.mechanisms.forEach((mechanism, m) => {
    for (const [now, was] of before[m]!) was.set(now);
    mechanism.run(a.run);
    mechanism.run(b.run);
    const of = holds[m];
    copies.forEach((copy, v) => {
      const held = of?.[v];
      if (held !== undefined) for (const [, , to, stood] of held.shared) stood.set(to);
      mechanism.run(copy.run);
      if (held !== undefined) hold(held);
    });
  });
}

function worldsDiffer(a: State, b: State): boolean {
  for (const { name, world } of COLUMNS) {
    if (!world) continue;
    const one = a[name];
    const other = b[name];
    for (let i = 0; i < one.length; i++) if (!Object.is(one[i], other[i])) return true;
  }
  return false;
}

/** First day from which two series are never equal again; −1 when they are equal at the end. */
export function partedForGood(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let day = a.length - 1;
  while (day >= 0 && a[day] !== b[day]) day--;
  return day === a.length - 1 ? -1 : day + 1;
}

export function performContrast(world: World, task: ContrastTask): ContrastChunk {
  const { firstRun, count, held, outcome } = task;
  const { R, days } = world.tables;
  const [a, b] = [laneOf(world, task.base), laneOf(world, task.plan)];
  const copies = held.map(() => laneOf(world, task.plan));
  const lanes = [a, b, ...copies];
  const held2 = holdsOf(world, a, copies, held);
  const ledgers = [new Ledger(outcome, R, days), new Ledger(outcome, R, days)] as const;
  const column = outcomeIndex(outcome);
  const parts = hasParts(outcome);
  const [width, months] = parts ? [R + 1, monthsOf(days)] : [0, 0];
  const values = new Float64Array(count * lanes.length);
  const places = new Float64Array(count * width);
  const byMonth = new Float64Array(count * months);
  const parted = new Int32Array(count * 2).fill(-1);
  const all = new Float64Array(OUTCOMES.length);
  for (let i = 0; i < count; i++) {
    for (const lane of lanes) begin(lane, world, task, firstRun + i);
    for (const ledger of ledgers) ledger.begin();
    for (let day = 0; day < days; day++) {
      stepTogether(world, a, b, copies, held2);
      for (const lane of lanes) lane.observer.day();
      ledgers[0].day(a.run);
      ledgers[1].day(b.run);
      if (parted[i * 2] === -1 && worldsDiffer(a.state, b.state)) parted[i * 2] = day;
      for (const lane of lanes) lane.run.day++;
    }
    lanes.forEach((lane, v) => {
      lane.observer.outcomes(all, 0);
      values[i * lanes.length + v] = all[column]!;
    });
    parted[i * 2 + 1] = parts ? partedForGood(ledgers[0].total, ledgers[1].total) : parted[i * 2]!;
    if (!parts) continue;
    const share = values[i * lanes.length]!;
    const from = { place: i * width, month: i * months };
    ledgers[1].addTo(places, byMonth, from, 1, share);
    ledgers[0].addTo(places, byMonth, from, -1, share);
  }
  return { firstRun, count, values, places, months: byMonth, parted };
}
