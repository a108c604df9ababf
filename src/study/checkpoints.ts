/**
 * Checkpoints: the state of a run, and what its observer knew, every few weeks. A run of a plan that agrees with an
 * earlier one up to some day continues from the last checkpoint before it, bit for bit as if it had run from day 0.
 *
 * Two schedules agree up to the earliest day on which an order that differs in its start could begin in either of
 * them. Orders that differ in anything else agree nowhere: a mechanism may look at them on the eve of D0.
 */
import { START_RULE, type Schedule } from '../engine/schedule.ts';
import type { Run } from '../engine/run.ts';
import { sameTriggers } from '../engine/trigger-table.ts';
import { DAY_ROWS, type Observer } from './observe.ts';

/** Days between checkpoints. */
export const CHECKPOINT_DAYS = 30;

interface Checkpoint {
  readonly day: number;
  readonly state: Uint8Array;
  readonly acc: Float64Array;
  readonly marks: Int32Array;
  /** Lineages that hold it. */
  holders: number;
}

/** One run as it was watched. */
export interface RunRecord {
  readonly checkpoints: Checkpoint[];
  readonly days: Float32Array;
  readonly limits: Uint8Array;
}

/** Runs of one schedule. */
interface Lineage {
  readonly schedule: Schedule;
  readonly records: Map<number, RunRecord>;
  used: number;
}

const WHAT = ['kind', 'key', 'amount', 'region', 'from', 'link', 'party', 'unitType', 'contributor', 'readiness', 'reliability', 'unitFirst', 'unitCount'] as const satisfies readonly (keyof Schedule)[];

function sameColumn(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

/** Earliest day on which row i could begin, whatever happens. */
function earliest(o: Schedule, i: number, depth = 0): number {
  const days = Math.max(0, o.days[i]!);
  const rule = o.rule[i];
  if (rule === START_RULE.day) return days;
  // a ring of references never begins; its bound stays safe
  return (rule === START_RULE.afterRow || rule === START_RULE.afterDecision) && depth < o.rows ? earliest(o, o.ref[i]!, depth + 1) + days : days;
}

/** Day up to which runs of two schedules are the same bits: states on the eve of that day agree. 0 when nothing is known. */
export function agreement(a: Schedule, b: Schedule): number {
  if (a === b) return Infinity;
  if (a.rows !== b.rows || a.units !== b.units) return 0;
  if (!WHAT.every(name => sameColumn(a[name], b[name])) || !sameColumn(a.extra, b.extra)) return 0;
  if (!sameColumn(a.unitTypeOf, b.unitTypeOf) || !sameColumn(a.unitKey, b.unitKey) || !sameColumn(a.unitRow, b.unitRow)) return 0;
  if (!sameTriggers(a.triggers, b.triggers)) return 0;
  let day = Infinity;
  for (let i = 0; i < a.rows; i++) {
    if (a.rule[i] === b.rule[i] && a.ref[i] === b.ref[i] && a.days[i] === b.days[i] && a.until[i] === b.until[i]) continue;
    day = Math.min(day, earliest(a, i), earliest(b, i));
  }
  return day;
}

/** Checkpoints of the runs one thread has made, within a budget. One world, seed and ensemble at a time. */
export class Checkpoints {
  private readonly lineages = new Map<string, Lineage>();
  private world = '';
  private bytes = 0;
  private clock = 0;
  private readonly budget: number;

  /** @param budget bytes this thread may hold */
  constructor(budget: number) {
    this.budget = budget;
  }

  /** Bytes held. */
  get size(): number {
    return this.bytes;
  }

  /** Forgets everything unless the runs to come belong with those held. */
  enter(world: string): void {
    if (world === this.world) return;
    this.world = world;
    this.lineages.clear();
    this.bytes = 0;
  }

  /**
   * Brings a run that stands on the eve of D0, and its observer, to the latest checkpoint that holds for its schedule.
   * @param key names the schedule
   * @param keep whether the run is to leave checkpoints itself
   * @returns the record to save them in; undefined when there is one already, or no room
   */
  restore(key: string, run: Run, index: number, observer: Observer, keep: boolean): RunRecord | undefined {
    const found = this.find(run.o, index);
    if (found !== undefined) {
      found.lineage.used = ++this.clock;
      copyBack(found.record, found.at, run, observer);
    }
    return keep ? this.newRecord(key, run, index, found?.record.checkpoints.slice(0, found.at + 1) ?? [], found?.lineage) : undefined;
  }

  /** At the end of a day, before the day number moves on: keeps the state when the next day is one of a checkpoint. */
  save(record: RunRecord, run: Run, observer: Observer): void {
    const day = run.day + 1;
    if (day % CHECKPOINT_DAYS !== 0 || day >= run.t.days) return;
    record.checkpoints.push({ day, state: new Uint8Array(run.s.buffer.slice(0)), acc: observer.acc.slice(), marks: observer.marks.slice(), holders: 1 });
    this.bytes += run.s.buffer.byteLength;
  }

  /** Keeps the days of a run that has ended. */
  finish(record: RunRecord, observer: Observer): void {
    record.days.set(observer.days);
    record.limits.set(observer.limits);
  }

  private find(o: Schedule, index: number): { readonly lineage: Lineage; readonly record: RunRecord; readonly at: number } | undefined {
    let best: { readonly lineage: Lineage; readonly record: RunRecord; readonly at: number } | undefined;
    let bestDay = 0;
    for (const lineage of this.lineages.values()) {
      const record = lineage.records.get(index);
      if (record === undefined) continue;
      const until = agreement(lineage.schedule, o);
      let at = record.checkpoints.length - 1;
      while (at >= 0 && record.checkpoints[at]!.day > until) at--;
      if (at < 0 || record.checkpoints[at]!.day <= bestDay) continue;
      best = { lineage, record, at };
      bestDay = record.checkpoints[at]!.day;
    }
    return best;
  }

  private newRecord(key: string, run: Run, index: number, shared: Checkpoint[], source: Lineage | undefined): RunRecord | undefined {
    const known = this.lineages.get(key);
    if (known?.records.has(index) === true) return undefined;
    const { days } = run.t;
    const own = recordBytes(run);
    const needed = own + Math.ceil((days - run.day) / CHECKPOINT_DAYS) * run.s.buffer.byteLength;
    while (this.bytes + needed > this.budget) if (!this.dropOldest(known, source)) return undefined;
    const lineage = known ?? { schedule: run.o, records: new Map<number, RunRecord>(), used: ++this.clock };
    this.lineages.set(key, lineage);
    const record: RunRecord = { checkpoints: shared, days: new Float32Array(DAY_ROWS * days), limits: new Uint8Array(run.o.rows * days) };
    for (const checkpoint of shared) checkpoint.holders++;
    lineage.records.set(index, record);
    this.bytes += own;
    return record;
  }

  /** Drops the lineage that was used longest ago, but for two; false when there is none. */
  private dropOldest(...spared: readonly (Lineage | undefined)[]): boolean {
    let oldest: string | undefined;
    for (const [key, lineage] of this.lineages)
      if (!spared.includes(lineage) && (oldest === undefined || lineage.used < this.lineages.get(oldest)!.used)) oldest = key;
    if (oldest === undefined) return false;
    for (const record of this.lineages.get(oldest)!.records.values()) {
      this.bytes -= record.days.byteLength + record.limits.byteLength;
      for (const checkpoint of record.checkpoints) if (--checkpoint.holders === 0) this.bytes -= checkpoint.state.byteLength;
    }
    this.lineages.delete(oldest);
    return true;
  }
}

function recordBytes(run: Run): number {
  return DAY_ROWS * run.t.days * 4 + run.o.rows * run.t.days;
}

function copyBack(record: RunRecord, at: number, run: Run, observer: Observer): void {
  const { day, state, acc, marks } = record.checkpoints[at]!;
  new Uint8Array(run.s.buffer).set(state);
  run.day = day;
  observer.acc.set(acc);
  observer.marks.set(marks);
  const length = run.t.days;
  for (let row = 0; row < DAY_ROWS; row++) observer.days.set(record.days.subarray(row * length, row * length + day), row * length);
  for (let row = 0; row < run.o.rows; row++) observer.limits.set(record.limits.subarray(row * length, row * length + day), row * length);
}
