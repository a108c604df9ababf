/** What does not change while a scenario is open: rings, borders, waters, places of regions and routes, in the plane. */
import type { ScenarioModel } from '../scenario/model.ts';
import { outlineOf } from './outline.ts';
import { between, boxOf, distance, distanceToRings, insideRings, roomAcross, scatter, smoothLine, type Box, type Line, type Point, type Ring } from './geometry.ts';
import { pickerOf, type Picker } from './picking.ts';
import { planeOf } from './projection.ts';
import { borderLines, regionRings } from './rings.ts';

/** A place inside a region where something may be drawn. */
export interface Spot {
  readonly at: Point;
  /** Room to the left and right inside the region, km. */
  readonly room: readonly [number, number];
  /** Distance from the border, km. */
  readonly clear: number;
}

export interface MapRegion {
  readonly rings: readonly Ring[];
  readonly box: Box;
  /** Best place for its name and for arrows to start from. */
  readonly heart: Point;
  /** Places inside, nearest to the heart first. */
  readonly spots: readonly Spot[];
}

export interface MapLink {
  readonly line: Line;
  readonly isRoad: boolean;
  readonly isDrawn: boolean;
}

export interface MapBase {
  readonly model: ScenarioModel;
  readonly project: (place: readonly [number, number]) => Point;
  readonly regions: readonly MapRegion[];
  readonly outline: readonly Ring[];
  readonly land: readonly (readonly Ring[])[];
  readonly borders: readonly Line[];
  readonly rivers: readonly Line[];
  readonly lakes: readonly Ring[];
  readonly links: readonly MapLink[];
  readonly neighbours: readonly Point[];
  /** Box of the regions, and places along their edge. */
  readonly box: Box;
  readonly edge: readonly Point[];
  readonly picker: Picker;
}

const SPOTS_ACROSS = 13;

/** The heart is as far inland as can be, but not far from the centre the scenario names. */
function regionOf(rings: readonly Ring[], centre: Point): MapRegion {
  const box = boxOf(rings);
  const step = Math.max(box.right - box.left, box.bottom - box.top) / SPOTS_ACROSS;
  const candidates: Spot[] = [];
  const add = (at: Point): void => { if (insideRings(rings, at)) candidates.push({ at, room: roomAcross(rings, at), clear: distanceToRings(at, rings) }); };
  add(centre);
  for (let row = 0, y = box.top + step / 2; y < box.bottom; y += step * 0.75, row++) for (let x = box.left + step * (row % 2 === 0 ? 0.5 : 1); x < box.right; x += step) add([x, y]);
  if (candidates.length === 0) candidates.push({ at: centre, room: [0, 0], clear: 0 });
  const wide = (spot: Spot): number => Math.min(spot.room[0], spot.room[1]);
  const worth = (spot: Spot): number => Math.min(spot.clear * 2, wide(spot)) + spot.clear - 0.35 * distance(spot.at, centre);
  const heart = candidates.reduce((a, b) => (worth(b) > worth(a) ? b : a)).at;
  return { rings, box, heart, spots: candidates.sort((a, b) => distance(a.at, heart) - distance(b.at, heart)) };
}

/** A link's line: as drawn, or a gentle bend between its ends. */
function linkLine(a: Point, b: Point, drawn: Line | undefined, number: number): Line {
  if (drawn !== undefined && drawn.length > 1) return drawn.length < 24 ? smoothLine(drawn) : drawn;
  const bend = (scatter(number, 7, 1) - 0.5) * 0.24;
  const mid = between(a, b, 0.5);
  return smoothLine([a, [mid[0] - (b[1] - a[1]) * bend, mid[1] + (b[0] - a[0]) * bend], b], 12);
}

/** Builds the base of a scenario's map; fetches a country outline when the scenario names one. */
export async function buildBase(model: ScenarioModel): Promise<MapBase> {
  const { scenario } = model;
  const project = planeOf(scenario);
  const { rings: outline, land } = await outlineOf(model, project);
  const rings = regionRings(model, project, outline);
  const regions = scenario.regions.map((region, r) => regionOf(rings[r]!, project(region.centre)));
  const places = new Map<string, Point>([...scenario.regions.map(place => [place.id, project(place.centre)] as const), ...scenario.neighbours.map(place => [place.id, project(place.position)] as const), ...scenario.sites.map(place => [place.id, project(place.position)] as const)]);
  const links = scenario.links.map((link, n): MapLink => ({ line: linkLine(places.get(link.from)!, places.get(link.to)!, link.path?.map(project), n), isRoad: link.mode === 'road' || link.mode === 'rail', isDrawn: link.mode !== 'sea' && link.mode !== 'air' }));
  const edge = rings.flatMap(list => list.flatMap(ring => ring.filter((_, i) => i % Math.max(1, Math.floor(ring.length / 60)) === 0)));
  return {
    model, project, regions, outline, land, links, edge,
    borders: borderLines(rings, outline),
    rivers: scenario.geometry.rivers.map(river => (river.line.length < 24 ? smoothLine(river.line.map(project)) : river.line.map(project))),
    lakes: scenario.geometry.lakes.map(lake => lake.ring.map(project)),
    neighbours: scenario.neighbours.map(neighbour => project(neighbour.position)),
    box: boxOf(rings.flat()), picker: pickerOf(rings),
  };
}
