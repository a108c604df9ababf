/** Ways on the map as a planner reads them: the quickest chain of links, its length, days and narrowest capacity, dry or in the rains. */
import { CONVOY_KM_DAY, NORMS, RAIL_KM_DAY, WET_PARAMETER } from '../scenario/norms.ts';
import type { Parameters } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/schema.ts';

type Link = Scenario['links'][number];
export type Season = 'dry' | 'rains';

export interface Way {
  readonly links: readonly Link[];
  readonly km: number;
  /** Travel of a convoy, days; escorts and contested roads included. */
  readonly days: number;
  /** Least capacity on the way, t/day; Infinity where nothing has to be crossed. */
  readonly tonnesADay: number;
  /** Highest insecurity on the way on D0, 0–1. */
  readonly insecurity: number;
  readonly flies: boolean;
}

/** Days added in the search where equipment would have to fly: roads come first, as in the engine. */
const FLIGHT_IS_LAST = 60;

interface Step { readonly link: Link; readonly to: string }
interface Network { readonly places: ReadonlyMap<string, string>; readonly steps: ReadonlyMap<string, readonly Step[]> }

const NETWORKS = new WeakMap<object, Network>();

/** Places of sites, and the links that leave each node; worked out once for a scenario. */
function networkOf(scenario: Pick<Scenario, 'links' | 'sites'>): Network {
  const known = NETWORKS.get(scenario);
  if (known !== undefined) return known;
  const places = new Map(scenario.sites.map(site => [site.id, site.region ?? site.id]));
  const steps = new Map<string, Step[]>();
  const leave = (from: string, link: Link, to: string) => { steps.set(from, [...(steps.get(from) ?? []), { link, to }]); };
  for (const link of scenario.links) {
    if (link.mode === 'sea') continue;
    const [a, b] = [places.get(link.from) ?? link.from, places.get(link.to) ?? link.to];
    leave(a, link, b);
    leave(b, link, a);
  }
  const network = { places, steps };
  NETWORKS.set(scenario, network);
  return network;
}

/** Place of an id on the network: a site in a region is its region. */
export function nodeOf(scenario: Pick<Scenario, 'links' | 'sites'>, id: string): string {
  return networkOf(scenario).places.get(id) ?? id;
}

/** Share of a link's capacity left in a season, before any works: 1 open, linkDegradedCapacity degraded, 0 cut. */
export function seasonCapacity(link: Pick<Link, 'mode' | 'surface'>, season: Season, p: Parameters): number {
  const name = link.mode === 'air' ? WET_PARAMETER.air : WET_PARAMETER[link.surface];
  const wet = season === 'dry' || name === undefined ? 0 : p[name];
  return wet >= p.linkCutAt ? 0 : wet >= p.linkDegradedAt ? p.linkDegradedCapacity : 1;
}

/** Travel time of a convoy on one link, days; Infinity where it is cut. */
export function linkDays(link: Link, season: Season, p: Parameters): number {
  if (link.capacity <= 0 || seasonCapacity(link, season, p) === 0) return Infinity;
  const speed = link.mode === 'rail' ? RAIL_KM_DAY : CONVOY_KM_DAY[link.surface][season === 'dry' ? 0 : 1];
  return link.length / (link.insecurity > p.escortAtRisk ? speed * p.contestedSpeed : speed);
}

/**
 * The quickest way from one place to another; undefined where none is open.
 * @param from region or site, usually the entry port
 */
export function findWay(scenario: Pick<Scenario, 'links' | 'sites'>, from: string, to: string, season: Season, p: Parameters): Way | undefined {
  const start = nodeOf(scenario, from);
  const end = nodeOf(scenario, to);
  const cost = new Map<string, number>([[start, 0]]);
  const last = new Map<string, Link>();
  const open = new Set([start]);
  const done = new Set<string>();
  while (open.size > 0) {
    let at = '';
    for (const node of open) if (at === '' || cost.get(node)! < cost.get(at)!) at = node;
    open.delete(at);
    done.add(at);
    if (at === end) break;
    for (const { link, to: next } of networkOf(scenario).steps.get(at) ?? []) {
      if (done.has(next)) continue;
      const reach = cost.get(at)! + linkDays(link, season, p) + (link.mode === 'air' ? FLIGHT_IS_LAST : 0);
      if (!(reach < (cost.get(next) ?? Infinity))) continue;
      cost.set(next, reach);
      last.set(next, link);
      open.add(next);
    }
  }
  if (!cost.has(end)) return undefined;
  const links: Link[] = [];
  for (let at = end; at !== start;) {
    const link = last.get(at)!;
    links.unshift(link);
    const [a, b] = [nodeOf(scenario, link.from), nodeOf(scenario, link.to)];
    at = a === at ? b : a;
  }
  return wayOf(links, season, p);
}

function wayOf(links: readonly Link[], season: Season, p: Parameters): Way {
  const escorted = links.some(link => link.insecurity > p.escortAtRisk);
  return {
    links, km: links.reduce((sum, link) => sum + link.length, 0),
    days: links.reduce((sum, link) => sum + linkDays(link, season, p), escorted ? p.convoyWaitDays : 0),
    tonnesADay: links.reduce((least, link) => Math.min(least, link.capacity * seasonCapacity(link, season, p)), Infinity),
    insecurity: links.reduce((most, link) => Math.max(most, link.insecurity), 0),
    flies: links.some(link => link.mode === 'air'),
  };
}

/** Days of a lorry's turn, there and back, with the margin of planning practice. */
export function turnDays(way: Pick<Way, 'days'>): number {
  return 2 * way.days * NORMS.turnMargin.value;
}
