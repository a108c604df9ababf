/**
 * The map as drawable marks: a pure function of the base, one day of one future, what is on and how near one is. Canvas,
 * Phaser and SVG draw the same scene. Order below is from bottom to top.
 */
import type { Fill } from './colours.ts';
import { bordersLayer, coastLayer } from './layers/borders.ts';
import { coverageLayer } from './layers/coverage.ts';
import { flowsLayer, flowsOf } from './layers/flows.ts';
import { groundLayer } from './layers/ground.ts';
import { hatchLayer } from './layers/hatch.ts';
import { incidentsLayer } from './layers/incidents.ts';
import { neighbourNames, regionNames, waterNames } from './layers/names.ts';
import { regionFills } from './layers/regions.ts';
import { routeMarks, routesLayer } from './layers/routes.ts';
import { selectionLayer } from './layers/selection.ts';
import { siteNames, sitesLayer } from './layers/sites.ts';
import { partiesLayer, unitsLayer } from './layers/units.ts';
import { watersLayer } from './layers/waters.ts';
import type { Drawing, Label, Painted, UnitSymbol } from './marks.ts';
import { createOccupancy } from './occupancy.ts';
import type { Placing, SceneInput } from './scene-input.ts';

export interface Scene {
  /** Sea, shelf, land of others: below the regions. */
  readonly ground: readonly Drawing[];
  /** One a region. */
  readonly fills: readonly Fill[];
  /** Everything between fills and symbols. */
  readonly ink: readonly Painted[];
  readonly symbols: readonly UnitSymbol[];
  readonly labels: readonly Label[];
  /** Movements that got no arrow. */
  readonly otherFlows: { readonly count: number; readonly people: number };
}

export function buildScene(input: SceneInput): Scene {
  const scene: Placing = { ...input, occupancy: createOccupancy() };
  const { marks } = input;
  const fills = regionFills(scene);
  // Things with a place of their own take it first; names come next; signs without a place stand where there is room.
  const sites = marks.sites ? sitesLayer(scene) : { marks: [], placed: [] };
  const flows = marks.flows ? flowsLayer(scene) : { marks: [], name: () => [] };
  const names = marks.labels ? regionNames(scene, fills) : [];
  const routes = marks.routes ? routesLayer(scene) : { lines: [], signs: [], labels: [] };
  const units = marks.units ? unitsLayer(scene) : { symbols: [], labels: [] };
  const incidents = marks.incidents ? incidentsLayer(scene) : { marks: [], labels: [] };
  const numbers = flows.name();
  const parties = marks.units ? partiesLayer(scene) : [];
  const others = marks.labels ? [...siteNames(scene, sites.placed), ...neighbourNames(scene), ...waterNames(scene)] : [];
  return {
    ground: groundLayer(scene), fills,
    ink: [
      ...hatchLayer(scene, fills), ...bordersLayer(scene), ...watersLayer(scene), ...coastLayer(scene), ...selectionLayer(scene),
      ...routeMarks(routes), ...coverageLayer(scene), ...flows.marks, ...incidents.marks, ...sites.marks,
    ],
    symbols: [...parties, ...units.symbols],
    labels: [...others, ...names, ...routes.labels, ...numbers, ...incidents.labels, ...units.labels],
    otherFlows: flowsOf(scene).others,
  };
}
