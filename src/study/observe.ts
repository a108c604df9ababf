/**
 * Watching one run: outcomes, series, milestones and limits of its orders. An observer is made once for a plan and used
 * for one run after the other; watching a day allocates nothing. What it knows between two days (accumulators, marks
 * and the days so far) belongs to a checkpoint (checkpoints.ts).
 */
import { COUNCIL_REQUEST, ROW_UNDER_WAY } from '../engine/constraints.ts';
import type { Run } from '../engine/run.ts';
import { CONSTRAINTS, type Schedule } from '../engine/schedule.ts';
import type { Tables } from '../engine/tables.ts';
import { PHASE_GENERATION, PHASE_LIFT, PHASE_MOVEMENT, PHASE_OPERATIONAL, PHASE_RECEPTION } from '../engine/unit-stages.ts';
import { OUTCOMES, type Watch } from './outcomes.ts';
import { SERIES } from './results.ts';
import { ATTACK_DEATHS, DAY_VALUES, observeDay } from './series.ts';

/** Marks of an order that the observer keeps itself: authorised, generated, lifted, arrived. */
export const MARKS = 4;
/** Phase a unit has reached when it has passed each mark. */
const MARK_PHASE = [PHASE_GENERATION, PHASE_LIFT, PHASE_MOVEMENT, PHASE_RECEPTION] as const;
/** Value of `limits` on days on which an order is not under way. */
export const NOT_UNDER_WAY = 255;
/** Rows of `days`: the series, then deaths in attacks. */
export const DAY_ROWS = SERIES.length + 1;
/** Milestones of a row in a chunk, in the order of `MILESTONES`. */
export const ROW_MARKS = MARKS + 3;

export class Observer implements Watch {
  run!: Run;
  readonly today = new Float64Array(DAY_VALUES);
  /** Two accumulators for each outcome. */
  readonly acc = new Float64Array(OUTCOMES.length * 2);
  /** First day of each mark, −1 none: marks[row · MARKS + mark]. */
  readonly marks: Int32Array;
  /** Values by day: days[row of DAY_ROWS · length + day]. */
  readonly days: Float32Array;
  readonly attackDeaths: Float32Array;
  /** Limit by order and day, `NOT_UNDER_WAY` outside: limits[order · length + day]. */
  readonly limits: Uint8Array;
  private readonly length: number;
  private readonly o: Schedule;
  private readonly full: boolean;

  /** @param full whether series, marks and limits are kept; outcomes alone are cheaper */
  constructor(t: Tables, o: Schedule, full: boolean) {
    this.o = o;
    this.full = full;
    this.length = t.days;
    this.marks = new Int32Array(o.rows * MARKS);
    this.days = new Float32Array(DAY_ROWS * t.days);
    this.attackDeaths = this.days.subarray(SERIES.length * t.days);
    this.limits = new Uint8Array(o.rows * t.days);
  }

  /** Before day 0 of a run. */
  begin(run: Run): void {
    this.run = run;
    this.acc.fill(0);
    this.marks.fill(-1);
  }

  /** At the end of each day, before the day number moves on. */
  day(): void {
    const { run, today, days, length, acc } = this;
    observeDay(run, today);
    const k = run.day;
    this.attackDeaths[k] = today[ATTACK_DEATHS]!;
    for (let i = 0; i < OUTCOMES.length; i++) OUTCOMES[i]!.each?.(this, acc, i * 2);
    if (!this.full) return;
    for (let i = 0; i < SERIES.length; i++) days[i * length + k] = today[i]!;
    this.watchOrders(k);
  }

  private watchOrders(k: number): void {
    const { o, marks, limits, length, run: { s } } = this;
    const { rowState, rowConstraint } = s;
    for (let i = 0; i < o.rows; i++) {
      const underWay = rowState[i] === ROW_UNDER_WAY;
      limits[i * length + k] = underWay ? rowConstraint[i]! : NOT_UNDER_WAY;
      if (!underWay) continue;
      if (o.unitCount[i]! > 0) this.watchUnits(i, k);
      else if (o.kind[i] === COUNCIL_REQUEST && marks[i * MARKS] === -1 && s.decisionDay[i]! >= 0) marks[i * MARKS] = k;
    }
  }

  private watchUnits(row: number, k: number): void {
    const { o, marks, run: { s: { unitPhase } } } = this;
    const first = o.unitFirst[row]!;
    const end = first + o.unitCount[row]!;
    for (let m = 0; m < MARKS; m++) {
      if (marks[row * MARKS + m] !== -1) continue;
      let passed = 0;
      for (let u = first; u < end; u++) if (unitPhase[u]! >= MARK_PHASE[m]! && unitPhase[u]! <= PHASE_OPERATIONAL) passed++;
      if (passed * 2 < end - first) break;
      marks[row * MARKS + m] = k;
    }
  }

  /** After the last day: outcomes in the order of OUTCOMES into `into`, from `at`. */
  outcomes(into: Float64Array, at: number): void {
    // a run restored on its last day has not been watched since
    observeDay(this.run, this.today);
    for (let i = 0; i < OUTCOMES.length; i++) into[at + i] = OUTCOMES[i]!.end(this, this.acc, i * 2);
  }

  /** After the last day: milestones of every order (`MILESTONES`), −1 never, into `into`, from `at`. */
  milestones(into: Int32Array, at: number): void {
    const { o, marks, run: { s } } = this;
    for (let i = 0; i < o.rows; i++) {
      const to = at + i * ROW_MARKS;
      into[to] = s.rowStartDay[i]!;
      for (let m = 0; m < MARKS; m++) into[to + 1 + m] = marks[i * MARKS + m]!;
      into[to + MARKS + 1] = s.rowFirstEffectDay[i]!;
      into[to + MARKS + 2] = s.rowFullEffectDay[i]!;
    }
  }

  /** After the last day: REGION_OUTCOMES of every region into `into`, from `at`. */
  regions(into: Float32Array, at: number): void {
    const { s, t } = this.run;
    for (let r = 0; r < t.R; r++) {
      into[at + r] = s.civiliansKilled[r]!;
      into[at + t.R + r] = s.away[r]!;
    }
  }

  /** After the last day: days lost by cause (CONSTRAINTS) into `into`, from `at`. */
  clock(into: Float64Array, at: number): void {
    const { clockDays } = this.run.s;
    for (let c = 0; c < CONSTRAINTS.length; c++) into[at + c] = clockDays[c]!;
  }
}
