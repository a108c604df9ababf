/**
 * Conditions of orders as dense columns: when one holds long enough, the order begins, or ends. Built once a plan;
 * the tick finds no object here, only numbers.
 */
import type { FormulaProgram } from '../scenario/formula-run.ts';
import { FORMULA_COLUMNS } from '../scenario/formula-units.ts';

/** A condition as a plan's row carries it. Plain data; may be cloned, sent and written as JSON. */
export interface ConditionRow {
  readonly program: FormulaProgram;
  /** Region whose columns are read; −1 for the country. */
  readonly region: number;
  /** Days in a row for which it must hold, at least 1. */
  readonly days: number;
  /** First review; −1 when it is looked at every day. */
  readonly first: number;
  /** Days between reviews; 0 for a single one. */
  readonly every: number;
}

/** What a condition does to its order. */
export const TRIGGER_BEGINS = 0;
export const TRIGGER_ENDS = 1;

/** All conditions of a plan, in the order of its rows, a beginning before an end. */
export interface Triggers {
  readonly count: number;
  /** Row it belongs to, and TRIGGER_BEGINS or TRIGGER_ENDS. */
  readonly row: Int32Array;
  readonly does: Uint8Array;
  readonly region: Int32Array;
  readonly days: Int32Array;
  readonly first: Int32Array;
  readonly every: Int32Array;
  /** Program i: code[codeStart[i]] … and constants from constantStart[i]. */
  readonly codeStart: Int32Array;
  readonly code: Uint8Array;
  readonly constantStart: Int32Array;
  readonly constants: Float64Array;
  /** Columns condition i reads: columns[columnStart[i]] …, indexes in FORMULA_COLUMNS. */
  readonly columnStart: Int32Array;
  readonly columns: Int32Array;
  /** Means of condition i: rows averageStart[i] … of the three lists; a ring of `averageDays` values from `averageRing` on. */
  readonly averageStart: Int32Array;
  readonly averageColumn: Int32Array;
  readonly averageDays: Int32Array;
  readonly averageRing: Int32Array;
  /** Values all rings hold. */
  readonly ringLength: number;
  /** By row: its condition to begin and to end, −1 none. */
  readonly beginsBy: Int32Array;
  readonly endsBy: Int32Array;
}

function starts(lengths: readonly number[]): Int32Array {
  const start = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => { start[i + 1] = start[i]! + length; });
  return start;
}

/** Packs the conditions of a plan's rows. */
export function buildTriggers(rows: readonly { readonly when?: ConditionRow | undefined; readonly stop?: ConditionRow | undefined }[]): Triggers {
  const list: { readonly condition: ConditionRow; readonly row: number; readonly does: number }[] = [];
  const beginsBy = new Int32Array(rows.length).fill(-1);
  const endsBy = new Int32Array(rows.length).fill(-1);
  rows.forEach(({ when, stop }, row) => {
    if (when !== undefined) beginsBy[row] = list.push({ condition: when, row, does: TRIGGER_BEGINS }) - 1;
    if (stop !== undefined) endsBy[row] = list.push({ condition: stop, row, does: TRIGGER_ENDS }) - 1;
  });
  const programs = list.map(({ condition }) => condition.program);
  const averages = programs.flatMap(program => program.averages);
  const int = (read: (item: (typeof list)[number]) => number) => Int32Array.from(list, read);
  const rings = starts(averages.map(({ days }) => days));
  return {
    count: list.length, row: int(item => item.row), does: Uint8Array.from(list, item => item.does), region: int(({ condition }) => condition.region),
    days: int(({ condition }) => Math.max(1, condition.days)), first: int(({ condition }) => condition.first), every: int(({ condition }) => condition.every),
    codeStart: starts(programs.map(({ code }) => code.length)), code: Uint8Array.from(programs.flatMap(({ code }) => code)),
    constantStart: starts(programs.map(({ constants }) => constants.length)), constants: Float64Array.from(programs.flatMap(({ constants }) => constants)),
    columnStart: starts(programs.map(({ columns }) => columns.length)), columns: Int32Array.from(programs.flatMap(({ columns }) => columns.map(name => FORMULA_COLUMNS.indexOf(name)))),
    averageStart: starts(programs.map(program => program.averages.length)), averageColumn: Int32Array.from(averages, ({ column }) => column),
    averageDays: Int32Array.from(averages, ({ days }) => days), averageRing: rings.subarray(0, averages.length), ringLength: rings[averages.length]!,
    beginsBy, endsBy,
  };
}

/** Whether two plans have the same conditions. */
export function sameTriggers(a: Triggers, b: Triggers): boolean {
  if (a.count !== b.count) return false;
  const lists = (t: Triggers) => [t.row, t.does, t.region, t.days, t.first, t.every, t.codeStart, t.code, t.constantStart, t.constants, t.columns, t.averageStart, t.averageColumn, t.averageDays];
  const others = lists(b);
  return lists(a).every((list, n) => list.length === others[n]!.length && list.every((value, i) => Object.is(value, others[n]![i])));
}
