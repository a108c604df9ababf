/** An open world: a scenario with one set of assumptions, compiled once, and the tables of single futures. */
import { buildTables } from '../engine/build-tables.ts';
import type { Mechanism } from '../engine/mechanism.ts';
import { MECHANISMS } from '../engine/phases.ts';
import { mechanismsWithout } from '../engine/run.ts';
import type { Tables } from '../engine/tables.ts';
import { hashJson } from '../kernel/hash.ts';
import { fixedBy, parametersFor, type Parameters, type PresetName } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/schema.ts';
import { drawParameters, type EnsembleMode } from './ensemble.ts';

/** What a world is made of; plain data. */
export interface WorldInput {
  readonly scenario: Scenario;
  readonly preset: PresetName;
  /** Parameters set on top of the scenario's own, checked before. */
  readonly overrides: Readonly<Record<string, number>>;
  /** Names of mechanisms left out of the tick; none by default. */
  readonly without?: readonly string[];
}

/** A world of a checked scenario with the default preset; `without` names mechanisms left out, in any order. */
export function worldOf(scenario: Scenario, preset: PresetName = 'conservative', overrides: Readonly<Record<string, number>> = {}, without: readonly string[] = []): WorldInput {
  return { scenario, preset, overrides, ...withoutField(without) };
}

/** The field that says what is left out, in the order of the tick; no field when nothing is, so that results stay as they are. */
export function withoutField(without: readonly string[] = []): { readonly without?: readonly string[] } {
  return without.length === 0 ? {} : { without: MECHANISMS.map(({ name }) => name).filter(name => without.includes(name)) };
}

/** Parameter values of a world: the preset, then the scenario's, then the overrides. */
export function worldParameters(input: WorldInput): Parameters {
  const own = Object.fromEntries(Object.entries(input.scenario.parameters).map(([name, row]) => [name, row.value]));
  return parametersFor(input.preset, { ...own, ...input.overrides });
}

/** Content hash of all parameter values, and of the mechanisms left out where there are any. */
export function parametersHash(input: WorldInput): string {
  const { without = [] } = input;
  return hashJson(without.length === 0 ? worldParameters(input) : [worldParameters(input), without]);
}

/** Parameters that somebody set on purpose: an ensemble leaves them alone. */
export function keptParameters(input: Pick<WorldInput, 'scenario' | 'preset' | 'overrides'>): ReadonlySet<string> {
  return new Set([...fixedBy(input.preset), ...Object.keys(input.scenario.parameters), ...Object.keys(input.overrides)]);
}

export class World {
  readonly tables: Tables;
  /** Mechanisms of the tick. */
  readonly mechanisms: readonly Mechanism[];
  /** Parameters that an ensemble leaves alone: somebody set them on purpose. */
  private readonly kept: ReadonlySet<string>;

  constructor(input: WorldInput) {
    this.tables = buildTables(input.scenario, worldParameters(input));
    this.mechanisms = mechanismsWithout(input.without ?? []);
    this.kept = keptParameters(input);
  }

  /** Tables of one future: the world's own, or with parameters drawn for it. */
  tablesOf(ensemble: EnsembleMode, seed: number, run: number): Tables {
    return ensemble === 'events' ? this.tables : { ...this.tables, p: drawParameters(this.tables.p, this.kept, seed, run) };
  }
}
