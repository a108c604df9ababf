/** What checks and compilation ask of a scenario: ids to indexes, names, dates. Built once a scenario. */
import { formatIsoDate, parseIsoDate } from '../kernel/calendar.ts';
import { READINESS } from '../engine/schedule.ts';
import type { LocalText } from '../scenario/fields.ts';
import type { Scenario } from '../scenario/schema.ts';
import { unitTypesOf, type UnitType } from '../scenario/units.ts';

export interface Pledge {
  /** READINESS index. */
  readonly readiness: number;
  readonly number: number;
  /** First day on which it can be called. */
  readonly from: number;
  readonly reliability: number;
}

export interface PlanWorld {
  readonly scenario: Scenario;
  readonly days: number;
  /** Day number of D0. */
  readonly startDate: number;
  /** Index of an id, or −1. */
  regionAt(id: string): number;
  partyAt(id: string): number;
  linkAt(id: string): number;
  contributorAt(id: string): number;
  partnerAt(id: string): number;
  unitAt(id: string): number;
  unitType(id: string): UnitType | undefined;
  /** The pledge a contributor makes of a unit type: the readiest, all of one readiness together; undefined for none. */
  pledge(contributor: string, unit: string): Pledge | undefined;
  /** Units of a type in a region on D0. */
  inPlace(unit: string, region: string): number;
  /** Name of a region, site, neighbour, party, link or contributor; the id itself where it has none. */
  name(id: string): LocalText;
}

const firstIndex = (items: readonly { readonly id: string }[]) => {
  const at = new Map(items.map((item, i) => [item.id, i]));
  return (id: string): number => at.get(id) ?? -1;
};

/** READINESS from the readiest; the index into schedule.READINESS. */
const READIEST_FIRST = (['bridging', 'rapid', 'transfer', 'rehat', 'standard'] as const).map(name => READINESS.indexOf(name));

export function planWorld(scenario: Scenario): PlanWorld {
  const names = new Map<string, LocalText>();
  for (const item of [...scenario.contributors, ...scenario.politics.partners, ...scenario.parties, ...scenario.sites, ...scenario.neighbours, ...scenario.regions]) names.set(item.id, item.name);
  for (const link of scenario.links) if (link.name !== undefined) names.set(link.id, link.name);
  const contributorAt = firstIndex(scenario.contributors);
  const unitTypes = unitTypesOf(scenario);
  const types = new Map(unitTypes.map(type => [type.id, type]));
  const place = new Map(scenario.sites.map(site => [site.id, site.region]));
  return {
    scenario, days: scenario.days, startDate: parseIsoDate(scenario.start) ?? 0,
    regionAt: firstIndex(scenario.regions), partyAt: firstIndex(scenario.parties), linkAt: firstIndex(scenario.links), contributorAt,
    partnerAt: firstIndex(scenario.politics.partners),
    unitAt: firstIndex(unitTypes), unitType: id => types.get(id),
    pledge: (contributor, unit) => {
      const pledges = (scenario.contributors[contributorAt(contributor)]?.pledges ?? []).filter(pledge => pledge.unit === unit && pledge.number > 0);
      for (const readiness of READIEST_FIRST) {
        const same = pledges.filter(pledge => READINESS.indexOf(pledge.readiness) === readiness);
        if (same.length === 0) continue;
        return { readiness, number: pledges.reduce((sum, pledge) => sum + pledge.number, 0), from: Math.min(...same.map(pledge => pledge.from)), reliability: same[0]!.reliability };
      }
      return undefined;
    },
    inPlace: (unit, region) => scenario.politics.mission.units.reduce((sum, row) => sum + (row.unit === unit && (row.region === region || place.get(row.region) === region) ? row.number : 0), 0),
    name: id => names.get(id) ?? { en: id, fr: id },
  };
}

/** Day of the scenario of a day or a date; undefined when the date is no day of the calendar. */
export function dayOf(world: Pick<PlanWorld, 'startDate'>, value: number | string): number | undefined {
  if (typeof value === 'number') return value;
  const date = parseIsoDate(value);
  return date === undefined ? undefined : date - world.startDate;
}

const MONTHS = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
} as const;

/** "D+60, 14 March 2027" and "J+60, 14 mars 2027". */
export function dayText(world: Pick<PlanWorld, 'startDate'>, day: number): { readonly en: string; readonly fr: string } {
  const [year, month, date] = formatIsoDate(world.startDate + day).split('-').map(Number) as [number, number, number];
  return { en: `D+${day}, ${date} ${MONTHS.en[month - 1]} ${year}`, fr: `J+${day}, ${date === 1 ? '1er' : date} ${MONTHS.fr[month - 1]} ${year}` };
}
