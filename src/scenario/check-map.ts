/** Places and routes: centres apart, polygons whole, lengths possible, every region reachable from the entry port. */
import { haversineKm } from '../kernel/geometry.ts';
import type { Report } from './check.ts';
import type { Scenario } from './schema.ts';

/** Furthest a place may lie from the origin of a drawn map, km. */
const MAP_KM = 20000;
/** A link may be this much shorter than the straight line between centres (it may start at the edge), or this much longer. MODEL. */
const SHORTEST = 0.5;
const LONGEST = 6;

type Place = readonly [number, number];

export function checkMap(scenario: Scenario, report: Report): void {
  const inDegrees = scenario.geometry.coordinates === 'degrees';
  const distance = (a: Place, b: Place): number => (inDegrees ? haversineKm(a, b) : Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])));
  const inside = (place: Place, path: string) => {
    const [x, y] = place;
    if (inDegrees ? x < -180 || x > 180 || y < -90 || y > 90 : !(x >= -MAP_KM && x <= MAP_KM && y >= -MAP_KM && y <= MAP_KM)) {
      report('error', 'off-the-map', path, inDegrees ? `[${x}, ${y}] is no place: longitude lies in −180 to 180, latitude in −90 to 90.` : `[${x}, ${y}] lies more than ${MAP_KM} km from the origin.`, inDegrees ? 'Places are [longitude, latitude].' : 'Places are [km east, km north].');
    }
  };
  const seen = new Map<string, string>();
  scenario.regions.forEach((region, i) => {
    inside(region.centre, `/regions/${i}/centre`);
    const key = region.centre.join(' ');
    const other = seen.get(key);
    if (other !== undefined) report('error', 'same-place', `/regions/${i}/centre`, `"${region.id}" and "${other}" have the same centre.`, 'Move one of them.');
    seen.set(key, region.id);
  });
  scenario.sites.forEach((site, i) => inside(site.position, `/sites/${i}/position`));
  scenario.neighbours.forEach((neighbour, i) => inside(neighbour.position, `/neighbours/${i}/position`));
  checkLines(scenario, inside);
  if (Array.isArray(scenario.geometry.outline) && scenario.geometry.outline.length === 0) report('error', 'no-outline', '/geometry/outline', 'The outline has no ring.', 'Draw one ring, or name a country of world-atlas in a historical case.');
  if (!inDegrees && !Array.isArray(scenario.geometry.outline)) report('error', 'outline-coordinates', '/geometry/outline', 'An outline of world-atlas is in degrees; this map is in kilometres.', 'Set coordinates to "degrees", or draw the outline.');

  const places = new Map<string, Place>([...scenario.regions.map(region => [region.id, region.centre] as const), ...scenario.sites.map(site => [site.id, site.position] as const), ...scenario.neighbours.map(neighbour => [neighbour.id, neighbour.position] as const)]);
  scenario.links.forEach((link, i) => {
    const surface = link.mode === 'river' || link.mode === 'sea' ? 'water' : link.mode === 'air' ? 'air' : undefined;
    if (surface === undefined ? link.surface === 'water' || link.surface === 'air' : link.surface !== surface) report('error', 'wrong-surface', `/links/${i}/surface`, `A ${link.mode} link cannot have the surface "${link.surface}".`, surface === undefined ? 'Choose paved, laterite or track.' : `Write "${surface}".`);
    if (link.capacity === 0) report('advice', 'no-capacity', `/links/${i}/capacity`, `"${link.id}" carries nothing even when open and dry.`);
    const from = places.get(link.from);
    const to = places.get(link.to);
    if (from === undefined || to === undefined || link.mode === 'sea') return;
    const straight = distance(from, to);
    if (link.length < SHORTEST * straight) report('warning', 'short-link', `/links/${i}/length`, `"${link.id}" is ${link.length} km long, but its ends lie ${Math.round(straight)} km apart.`, 'Check the length and the places.');
    if (straight > 1 && link.length > LONGEST * straight) report('warning', 'long-link', `/links/${i}/length`, `"${link.id}" is ${link.length} km long, but its ends lie only ${Math.round(straight)} km apart.`, 'Check the length and the places.');
  });
  checkReach(scenario, report);
}

function checkLines(scenario: Scenario, inside: (place: Place, path: string) => void): void {
  const line = (places: readonly Place[], path: string) => places.forEach((place, k) => inside(place, `${path}/${k}`));
  const rings = (list: readonly (readonly Place[])[] | undefined, path: string) => list?.forEach((ring, j) => line(ring, `${path}/${j}`));
  scenario.regions.forEach((region, i) => rings(region.polygon, `/regions/${i}/polygon`));
  scenario.neighbours.forEach((neighbour, i) => rings(neighbour.polygon, `/neighbours/${i}/polygon`));
  scenario.links.forEach((link, i) => { if (link.path !== undefined) line(link.path, `/links/${i}/path`); });
  const { geometry } = scenario;
  if (Array.isArray(geometry.outline)) rings(geometry.outline, '/geometry/outline');
  geometry.rivers.forEach((river, i) => line(river.line, `/geometry/rivers/${i}/line`));
  geometry.lakes.forEach((lake, i) => line(lake.ring, `/geometry/lakes/${i}/ring`));
  geometry.land.forEach((land, i) => rings(land.rings, `/geometry/land/${i}/rings`));
  geometry.waters.forEach((water, i) => inside(water.at, `/geometry/waters/${i}/at`));
}

/** Regions no chain of links joins to the entry port. Sites count as the region they lie in. */
function checkReach(scenario: Scenario, report: Report): void {
  const home = new Map(scenario.sites.map(site => [site.id, site.region ?? site.id]));
  const node = (id: string) => home.get(id) ?? id;
  const next = new Map<string, string[]>();
  for (const link of scenario.links) {
    const a = node(link.from);
    const b = node(link.to);
    next.set(a, [...(next.get(a) ?? []), b]);
    next.set(b, [...(next.get(b) ?? []), a]);
  }
  const start = node(scenario.entry.port);
  const reached = new Set([start]);
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of next.get(at) ?? []) if (!reached.has(to)) { reached.add(to); open.push(to); }
  }
  scenario.regions.forEach((region, i) => {
    if (!reached.has(region.id)) report('warning', 'out-of-reach', `/regions/${i}`, `No chain of links joins "${region.id}" to the entry port "${scenario.entry.port}"; nothing heavy can get there.`, 'Add a road, river or air link.');
  });
}
