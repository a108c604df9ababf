/** What the things of a scenario are called, in both languages. Light enough for the main thread. */
import type { LocalText } from '../scenario/fields.ts';
import type { Scenario } from '../scenario/schema.ts';
import { unitTypeOf } from '../scenario/units.ts';
import type { Both } from './check-result.ts';

/** Names by id; an id that the scenario does not know is its own name. */
export interface Names {
  /** A region, or a site or neighbour that units come from. */
  readonly place: (id: string) => Both;
  readonly party: (id: string) => Both;
  readonly link: (id: string) => Both;
  readonly contributor: (id: string) => Both;
  /** Type of unit, with the number before it: "2 infantry battalions"; no number for 1. */
  readonly units: (id: string, count: number) => Both;
}

/** Plurals of the unit catalogue. */
const PLURALS: Readonly<Record<string, Both>> = {
  'infantry-battalion': { en: 'infantry battalions', fr: 'bataillons d’infanterie' },
  'mechanised-battalion': { en: 'mechanised battalions', fr: 'bataillons mécanisés' },
  'quick-reaction-company': { en: 'quick-reaction companies', fr: 'compagnies de réaction rapide' },
  'formed-police-unit': { en: 'formed police units', fr: 'unités de police constituées' },
  'engineer-company': { en: 'engineer companies', fr: 'compagnies du génie' },
  'transport-company': { en: 'transport companies', fr: 'compagnies de transport' },
  'utility-helicopter-unit': { en: 'utility helicopter units', fr: 'unités d’hélicoptères de manœuvre' },
  'level-2-hospital': { en: 'level 2 hospitals', fr: 'hôpitaux de niveau 2' },
  'military-observer-team': { en: 'military observer teams', fr: 'équipes d’observateurs militaires' },
  'special-forces-company': { en: 'special forces companies', fr: 'compagnies de forces spéciales' },
  'headquarters-company': { en: 'headquarters companies', fr: 'compagnies de commandement' },
  'guard-company': { en: 'guard companies', fr: 'compagnies de garde' },
};

/** A file's text with English where it has no French. */
export function both(text: LocalText): Both {
  return { en: text.en, fr: text.fr ?? text.en };
}

const itself = (id: string): Both => ({ en: id, fr: id });

/** Names of a scenario's regions, sites, neighbours, parties, links and contributors. */
export function namesOf(scenario: Pick<Scenario, 'regions' | 'sites' | 'neighbours' | 'parties' | 'links' | 'contributors'>): Names {
  const lookup = (items: readonly { readonly id: string; readonly name: LocalText }[]) => {
    const byId = new Map(items.map(item => [item.id, both(item.name)]));
    return (id: string): Both => byId.get(id) ?? itself(id);
  };
  const place = lookup([...scenario.neighbours, ...scenario.sites, ...scenario.regions]);
  const links = new Map(scenario.links.map(link => {
    const [from, to] = [place(link.from), place(link.to)];
    return [link.id, link.name === undefined ? { en: `${from.en}–${to.en}`, fr: `${from.fr}–${to.fr}` } : both(link.name)] as const;
  }));
  return {
    place, party: lookup(scenario.parties), contributor: lookup(scenario.contributors),
    link: id => links.get(id) ?? itself(id),
    units: (id, count) => {
      const type = unitTypeOf(id);
      const one = type === undefined ? itself(id) : both(type.name);
      if (count === 1) return one;
      const many = PLURALS[id] ?? one;
      return { en: `${count} ${many.en}`, fr: count === 0 ? `0 ${lower(one.fr)}` : `${count} ${many.fr}` };
    },
  };
}

/** A name as it stands inside a sentence: its first letter small. */
export function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
