/**
 * Experiments: what is simulated, run by run, so that facts can be read off it. A run is a function of preset,
 * parameters, seed and run number alone; it leaves rows of plain numbers. Several facts may read one experiment.
 */
import { buildTables } from '../../engine/build-tables.ts';
import { mechanismsWithout, startRun, type Run } from '../../engine/run.ts';
import { buildSchedule, type OrderRow } from '../../engine/schedule.ts';
import type { Tables } from '../../engine/tables.ts';
import { runKey } from '../../kernel/draws.ts';
import { parametersFor, type Parameters, type PresetName } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/schema.ts';

/** What a run leaves: lists of numbers by name. */
export type Rows = Readonly<Record<string, Float64Array>>;

export interface Setting {
  readonly preset: PresetName;
  /** Parameters set on top of the preset. */
  readonly overrides: Readonly<Record<string, number>>;
  /** Names of mechanisms left out of the tick. */
  readonly without: readonly string[];
  /** Seed of the whole validation, integer 0 … 2⁵³ − 1. */
  readonly seed: number;
}

export interface Experiment {
  readonly name: string;
  /** Runs of the whole validation. */
  readonly runs: number;
  /** Runs of the quick one. */
  readonly quick: number;
  /** One run. */
  run(setting: Setting, run: number): Rows;
}

export function parametersIn({ preset, overrides }: Setting, more: Readonly<Record<string, number>> = {}): Parameters {
  return parametersFor(preset, { ...overrides, ...more });
}

/** A seed for the generator of world number `run`: 32 bits, other than those of its futures. */
export function worldSeed(setting: Setting, run: number): number {
  const keys = new Int32Array(2);
  runKey(setting.seed, run, keys);
  return keys[0]! >>> 0;
}

export function tablesIn(setting: Setting, scenario: Scenario, more: Readonly<Record<string, number>> = {}): Tables {
  return buildTables(scenario, parametersIn(setting, more));
}

/** A run on the eve of D0, with orders or without. */
export function begin(setting: Setting, t: Tables, run: number, rows: readonly OrderRow[] = []): Run {
  return startRun(t, buildSchedule(rows, t.initialUnits), setting.seed, run, undefined, mechanismsWithout(setting.without));
}

/** Sum of any list. */
export function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

/** Sums of 30 days each; days left over at the end are dropped. */
export function byMonth(days: Float64Array): Float64Array {
  const months = new Float64Array(Math.floor(days.length / 30));
  for (let m = 0; m < months.length; m++) months[m] = total(days.subarray(30 * m, 30 * m + 30));
  return months;
}
