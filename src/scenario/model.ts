/** A scenario as panels and the map use it: plain data that can be cloned to another thread. */
import { hashJson } from '../kernel/hash.ts';
import { adjacency } from './adjacency.ts';
import { compileFormula, type FormulaProgram } from './formula.ts';
import type { Scenario } from './schema.ts';
import { unitTypesOf, type UnitType } from './units.ts';

/** Lists of different lengths in one: those of item i are `list[start[i]]` … `list[start[i + 1] − 1]`. */
export interface Rows {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

export interface ScenarioModel {
  readonly scenario: Scenario;
  /** Hash of the scenario's content, 16 hexadecimal digits. */
  readonly hash: string;
  readonly regionIndex: Readonly<Record<string, number>>;
  readonly partyIndex: Readonly<Record<string, number>>;
  readonly linkIndex: Readonly<Record<string, number>>;
  /** Regions next to each region, by border, road or river. */
  readonly near: Rows;
  /** Candidate destinations of flight of each region: ≥ 0 a region, −1 − n the neighbour n. */
  readonly destinations: Rows;
  readonly unitTypes: readonly UnitType[];
  /** Rings of the coast or country outline in the scenario's coordinates; empty when `outlineCountry` names it. */
  readonly outline: readonly (readonly (readonly [number, number])[])[];
  /** ISO 3166 numeric code of the country whose outline is drawn. */
  readonly outlineCountry: string | undefined;
  /** Programs of the indicators, in file order. */
  readonly indicators: readonly FormulaProgram[];
}

/** Content hash of a scenario: the same for files that differ only in spaces, order of keys or units written. */
export function scenarioHash(scenario: Scenario): string {
  // "$schema" helps editors and says nothing about the world
  const { $schema: _, ...content } = scenario;
  return hashJson(withoutUndefined(content));
}

/** Absent and undefined fields are the same content. */
function withoutUndefined(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== undefined).map(([key, child]) => [key, withoutUndefined(child)]));
}

/**
 * Builds the model of a checked scenario.
 * @param destinations candidate destinations of flight, as the engine's tables list them
 */
export function scenarioModel(scenario: Scenario, destinations: Rows = { start: new Int32Array(scenario.regions.length + 1), list: new Int32Array(0) }): ScenarioModel {
  const index = (items: readonly { readonly id: string }[]) => Object.fromEntries(items.map((item, i) => [item.id, i]));
  const { outline } = scenario.geometry;
  return {
    scenario, hash: scenarioHash(scenario),
    regionIndex: index(scenario.regions), partyIndex: index(scenario.parties), linkIndex: index(scenario.links),
    near: adjacency(scenario), destinations, unitTypes: unitTypesOf(scenario),
    outline: Array.isArray(outline) ? outline : [], outlineCountry: Array.isArray(outline) ? undefined : outline.worldAtlas,
    indicators: scenario.indicators.map(indicator => compileFormula(indicator.formula, 'number').value).filter(program => program !== undefined),
  };
}
