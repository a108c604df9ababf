/** Which places a road leads to on which day of the scenario, as the calendar of the rains has it: no damage, no works, no shift of the rains. */
import { addDays, dayOfYear, parseIsoDate } from '../kernel/calendar.ts';
import { clamp01 } from '../kernel/math.ts';
import { WET_PARAMETER } from '../scenario/norms.ts';
import type { Parameters } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/schema.ts';
import { parametersOf } from './lead-times.ts';
import { nodeOf } from './ways.ts';

type Link = Scenario['links'][number];

export interface RoadCalendar {
  /** Whether a road, railway or river from the entry port to the region is open on a day; air links do not count. */
  isOpen(region: string, day: number): boolean;
  /** First open day from `day` on; undefined when none is left in the scenario. */
  firstOpen(region: string, day: number): number | undefined;
  /** Longest run of closed days in a span, and its first day. */
  longestClosed(region: string, from: number, to: number): { readonly from: number; readonly days: number };
  /** Whether the link itself is open. */
  isLinkOpen(id: string, day: number): boolean;
  /** How far a region's climate is into its rains, 0–1. */
  wetness(region: string, day: number): number;
}

const CALENDARS = new WeakMap<Scenario, RoadCalendar>();

/** The calendar of a scenario; worked out once. */
export function roadCalendar(scenario: Scenario): RoadCalendar {
  let calendar = CALENDARS.get(scenario);
  if (calendar === undefined) CALENDARS.set(scenario, (calendar = build(scenario, parametersOf(scenario))));
  return calendar;
}

function build(scenario: Scenario, p: Parameters): RoadCalendar {
  const start = parseIsoDate(scenario.start) ?? 0;
  const monthDay = (text: string) => dayOfYear(parseIsoDate(`2001-${text}`) ?? 0);
  const climates = new Map(scenario.climates.map(climate => [climate.id, [monthDay(climate.wetFrom), monthDay(climate.wetTo)] as const]));
  const climateOf = new Map(scenario.regions.map(region => [region.id, region.climate]));
  const order = new Map(scenario.regions.map((region, r) => [region.id, r]));
  const wetOn = (climate: string | undefined, day: number): number => {
    const [from, to] = climates.get(climate ?? '') ?? [1, 1];
    const length = (to - from + 365) % 365;
    const since = (dayOfYear(addDays(start, day)) - from + 730) % 365;
    return since > length ? 0 : clamp01(Math.min(since, length - since) / p.seasonRampDays);
  };
  // a link has the climate of the end that stands first in the list of regions, as in the engine
  const place = (id: string) => order.get(nodeOf(scenario, id)) ?? Infinity;
  const climateOfLink = new Map(scenario.links.map(link => [link.id, scenario.regions[Math.min(place(link.from), place(link.to), scenario.regions.length - 1)]?.climate]));
  const isLinkOpen = (link: Link, day: number): boolean => {
    if (link.capacity <= 0) return false;
    const name = link.mode === 'air' ? WET_PARAMETER.air : WET_PARAMETER[link.surface];
    return name === undefined || wetOn(climateOfLink.get(link.id), day) * p[name] < p.linkCutAt;
  };
  const byLink = new Map(scenario.links.map(link => [link.id, link]));
  const ends = scenario.links.filter(link => link.mode !== 'sea' && link.mode !== 'air').map(link => ({ link, a: nodeOf(scenario, link.from), b: nodeOf(scenario, link.to) }));
  const entry = nodeOf(scenario, scenario.entry.port);
  const reached: ReadonlySet<string>[] = [];
  let before = '';
  for (let day = 0; day < scenario.days; day++) {
    const open = ends.filter(({ link }) => isLinkOpen(link, day));
    const signature = open.map(({ link }) => link.id).join(' ');
    reached.push(signature === before && day > 0 ? reached[day - 1]! : reachedBy(entry, open));
    before = signature;
  }
  const isOpen = (region: string, day: number) => reached[Math.min(Math.max(0, Math.floor(day)), scenario.days - 1)]!.has(region);
  return {
    isOpen,
    firstOpen: (region, day) => {
      for (let k = Math.max(0, Math.floor(day)); k < scenario.days; k++) if (isOpen(region, k)) return k;
      return undefined;
    },
    longestClosed: (region, from, to) => {
      let best = { from: 0, days: 0 };
      let run = 0;
      for (let k = Math.max(0, from); k <= Math.min(to, scenario.days - 1); k++) {
        run = isOpen(region, k) ? 0 : run + 1;
        if (run > best.days) best = { from: k - run + 1, days: run };
      }
      return best;
    },
    isLinkOpen: (id, day) => byLink.has(id) && isLinkOpen(byLink.get(id)!, day),
    wetness: (region, day) => wetOn(climateOf.get(region), day),
  };
}

function reachedBy(entry: string, open: readonly { readonly a: string; readonly b: string }[]): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const at of reached) for (const { a, b } of open) { if (a === at) reached.add(b); else if (b === at) reached.add(a); }
  return reached;
}
