/** An open world: a scenario with one set of assumptions, compiled once, and the tables of single futures. */
import { buildTables } from '../engine/build-tables.ts';
import type { Tables } from '../engine/tables.ts';
import { hashJson } from '../kernel/hash.ts';
import { parametersFor, type Parameters, type PresetName } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/schema.ts';
import { drawParameters, type EnsembleMode } from './ensemble.ts';

/** What a world is made of; plain data. */
export interface WorldInput {
  readonly scenario: Scenario;
  readonly preset: PresetName;
  /** Parameters set on top of the scenario's own, checked before. */
  readonly overrides: Readonly<Record<string, number>>;
}

/** A world of a checked scenario with the default preset. */
export function worldOf(scenario: Scenario, preset: PresetName = 'conservative', overrides: Readonly<Record<string, number>> = {}): WorldInput {
  return { scenario, preset, overrides };
}

/** Parameter values of a world: the preset, then the scenario's, then the overrides. */
export function worldParameters(input: WorldInput): Parameters {
  const own = Object.fromEntries(Object.entries(input.scenario.parameters).map(([name, row]) => [name, row.value]));
  return parametersFor(input.preset, { ...own, ...input.overrides });
}

/** Content hash of all parameter values. */
export function parametersHash(input: WorldInput): string {
  return hashJson(worldParameters(input));
}

export class World {
  readonly tables: Tables;
  /** Parameters that an ensemble leaves alone: somebody set them on purpose. */
  private readonly kept: ReadonlySet<string>;

  constructor(input: WorldInput) {
    this.tables = buildTables(input.scenario, worldParameters(input));
    this.kept = new Set([...Object.keys(input.scenario.parameters), ...Object.keys(input.overrides)]);
  }

  /** Tables of one future: the world's own, or with parameters drawn for it. */
  tablesOf(ensemble: EnsembleMode, seed: number, run: number): Tables {
    return ensemble === 'events' ? this.tables : { ...this.tables, p: drawParameters(this.tables.p, this.kept, seed, run) };
  }
}
