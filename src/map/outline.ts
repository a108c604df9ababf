/** Outlines of real countries, from world-atlas (Natural Earth, public domain), for historical cases. Fetched only when needed. */
import type { ScenarioModel } from '../scenario/model.ts';
import { boxOf, type Point, type Ring } from './geometry.ts';
import type { CountryOutline } from './rings.ts';

type Feature = { readonly id?: string | number; readonly geometry: { readonly type: string; readonly coordinates: unknown } | null };

/** Degrees of land drawn around the regions. */
const AROUND = 8;

function ringsOf(feature: Feature): [number, number][][] {
  const { geometry } = feature;
  if (geometry === null) return [];
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []) as [number, number][][][];
  // Holes are left out: a country inside another is drawn above it.
  return polygons.map(polygon => polygon[0]!);
}

/**
 * Outline of the scenario: the drawn one, or that of its country.
 * @throws when world-atlas knows no country of that code
 */
export async function outlineOf(model: ScenarioModel, project: (place: readonly [number, number]) => Point): Promise<CountryOutline> {
  const drawn = model.scenario.geometry.land.map(land => land.rings.map(ring => ring.map(project)));
  const polygons = model.scenario.neighbours.flatMap(neighbour => (neighbour.polygon === undefined ? [] : [neighbour.polygon.map(ring => ring.map(project))]));
  if (model.outlineCountry === undefined) return { rings: model.outline.map(ring => ring.map(project)), land: [...drawn, ...polygons] };
  const [{ feature }, atlas] = await Promise.all([import('topojson-client'), import('world-atlas/countries-50m.json')]);
  const topology = (atlas.default ?? atlas) as never as { readonly objects: { readonly countries: never } };
  const { features } = feature(topology as never, topology.objects.countries) as unknown as { readonly features: readonly Feature[] };
  const own = features.find(f => String(f.id).padStart(3, '0') === model.outlineCountry);
  if (own === undefined) throw new Error(`world-atlas has no country ${model.outlineCountry}`);
  const near = boxOf([model.scenario.regions.map(region => region.centre)]);
  const isNear = (ring: Ring): boolean => { const box = boxOf([ring]); return box.right > near.left - AROUND && box.left < near.right + AROUND && box.bottom > near.top - AROUND && box.top < near.bottom + AROUND; };
  const around = features.filter(f => f !== own).map(f => ringsOf(f).filter(isNear)).filter(rings => rings.length > 0);
  return { rings: ringsOf(own).filter(isNear).map(ring => ring.map(project)), land: [...around.map(rings => rings.map(ring => ring.map(project))), ...drawn, ...polygons] };
}
