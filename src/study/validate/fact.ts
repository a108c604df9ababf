/** A fact of the record as the validation knows it: where it comes from, which experiment shows it, how it is read off. */
import type { Experiment, Rows } from './experiment.ts';
import type { Part } from './verdict.ts';

/** SF-01 … SF-20 stylised facts with a band; SC-01 … SC-10 sign checks. Stable: never reused. */
export type FactId = `SF-${string}` | `SC-${string}`;

/** Part a fact had in setting parameters: its numbers looked at while they were moved, gone in as they stand, or none. */
export type FactRole = 'used' | 'input' | 'none';

export interface Fact {
  readonly id: FactId;
  readonly title: string;
  /** Target and band in words. */
  readonly target: string;
  /** A several studies or large direct data; B one good study; C suggestive; sign: a direction or bound alone. */
  readonly grade: 'A' | 'B+' | 'B' | 'B-' | 'C+' | 'C' | 'sign';
  readonly source: string;
  readonly recipe: 'null worlds' | 'paired worlds' | 'process' | 'warning' | 'case';
  readonly role: FactRole;
  /** Absent: the model has no mechanism that could show it, and `reason` says which is wanting. */
  readonly experiment?: Experiment;
  readonly reason?: string;
  /** What was simplified, for whoever weighs the verdict. */
  readonly note?: string;
  /** Quantities of the fact, the leading one first. */
  read(runs: readonly Rows[]): Part[];
  /** More quantities, from another experiment. */
  readonly also?: { readonly experiment: Experiment; read(runs: readonly Rows[]): Part[] };
}

/** One column of all runs. */
export function columnOf(runs: readonly Rows[], name: string): Float64Array[] {
  return runs.map(rows => rows[name] ?? new Float64Array(0));
}

/** Columns of all runs side by side, one row a run. */
export function besides(runs: readonly Rows[], ...names: readonly string[]): Float64Array[] {
  return runs.map(rows => Float64Array.from(names.flatMap(name => [...(rows[name] ?? [])])));
}
