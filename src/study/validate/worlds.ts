/** Countries for process checks and for questions below or above the size of a region. All values MODEL unless a source stands beside them. */
import type { Scenario } from '../../scenario/schema.ts';
import { baseCountry, evenRisk, plainRegion } from './base-country.ts';

type Party = Scenario['parties'][number];
type Link = Scenario['links'][number];

const label = (word: string): { en: string; fr: string } => ({ en: word, fr: word });

const road = (id: string, from: string, to: string, length: number, surface: Link['surface'] = 'laterite', capacity = 200): Link => ({ id, from, to, mode: 'road', surface, length, capacity, insecurity: 0.2 });

/** Index of the armed group in `chainCountry`. */
export const CHAIN_GROUP = 1;

/**
 * Four regions in a chain around a capital with a port, one rebel group in the two far ones: for checks of single processes.
 * @param toPort road from the port's region to the capital, km; 0 when the port lies in the capital
 */
export function chainCountry(days: number, overrides: Partial<Scenario> = {}, toPort = 0): Scenario {
  const regions = [
    plainRegion('capital', [0, 0], ['north', 'east'], { terrain: 'urban', population: 900_000, access: 0.9, risk: evenRisk(0.35) }),
    plainRegion('north', [0, 120], ['capital', 'east'], { population: 400_000, risk: evenRisk(0.6) }),
    plainRegion('east', [130, 30], ['capital', 'north', 'far-east'], { risk: evenRisk(0.7), population: 600_000 }),
    plainRegion('far-east', [260, 40], ['east'], { risk: evenRisk(0.55), population: 250_000 }),
  ];
  const parties: Party[] = [
    { id: 'government', name: label('Government'), kind: 'host-government', strength: { capital: 4000, north: 1500, east: 2000, 'far-east': 500 }, means: 0.6, intent: 0.35, battleRate: 0.25, civilianRate: 0.12, campaignRisk: 0.15, victims: { north: 0.2, east: 0.4, 'far-east': 0.3 }, attitude: 0.2 },
    { id: 'front', name: label('Front'), kind: 'rebel', strength: { east: 1800, 'far-east': 900 }, means: 0.45, intent: 0.6, battleRate: 0.3, civilianRate: 0.25, campaignRisk: 0.35, victims: { capital: 0.1, north: 0.3, east: 0.5, 'far-east': 0.5 }, attitude: -0.2 },
  ];
  const country = baseCountry(regions, parties, days);
  const inland = toPort > 0;
  return {
    ...country,
    links: [road('capital-north', 'capital', 'north', 130), road('capital-east', 'capital', 'east', 140, 'paved', 300), road('east-far-east', 'east', 'far-east', 140, 'track', 90), ...(inland ? [road('port-capital', 'harbour', 'capital', toPort, 'laterite', 300)] : [])],
    sites: country.sites.map(site => (inland && site.id === 'harbour' ? { ...site, region: undefined, position: [-toPort / 1.3, 0] as [number, number] } : site)),
    ...overrides,
  };
}

/** Side of a cell of `cellCountry`, km. */
export const CELL_KM = 20;
const CELLS = 7;
/** Incidents a day: as violent as places where bases opened, any killing by rebels within 10 km in 1.7 % of the months before (Kunkel's base panel). */
const CELL_RATE = 0.045;
/** Index of the cell in the middle. */
export const MIDDLE = (CELLS * CELLS - 1) / 2;
export const cellId = (r: number): string => `cell-${r}`;

/** Distance of cell r from the middle, in cells: east, north. */
export function cellOffset(r: number): readonly [number, number] {
  return [(r % CELLS) - (CELLS - 1) / 2, Math.floor(r / CELLS) - (CELLS - 1) / 2];
}

/** 49 cells of 20 km with a scattered group and garrisons; one of the two kills civilians. */
export function cellCountry(days: number, perpetrator: 'rebels' | 'government'): Scenario {
  const ids = Array.from({ length: CELLS * CELLS }, (_, r) => r);
  const near = (r: number): string[] => [r % CELLS > 0 ? r - 1 : -1, r % CELLS < CELLS - 1 ? r + 1 : -1, r - CELLS, r + CELLS].filter(q => q >= 0 && q < CELLS * CELLS).map(cellId);
  const regions = ids.map(r => plainRegion(cellId(r), [(r % CELLS) * CELL_KM, Math.floor(r / CELLS) * CELL_KM], near(r), { population: 15_000, area: CELL_KM * CELL_KM, concentration: [1], risk: evenRisk(0.6) }));
  const everywhere = (value: number): Record<string, number> => Object.fromEntries(ids.map(r => [cellId(r), value]));
  const rate = (who: 'rebels' | 'government'): number => (who === perpetrator ? CELL_RATE : 0);
  const parties: Party[] = [
    { id: 'government', name: label('Government'), kind: 'host-government', strength: everywhere(60), means: 0.6, intent: 0.5, battleRate: 0.1, civilianRate: rate('government'), campaignRisk: 0, victims: everywhere(0.5), attitude: 0.1 },
    { id: 'group', name: label('Group'), kind: 'rebel', strength: everywhere(60), means: 0.5, intent: 0.6, battleRate: 0.1, civilianRate: rate('rebels'), campaignRisk: 0, victims: everywhere(0.5), attitude: -0.2 },
  ];
  const links = ids.flatMap(r => near(r).map(other => Number(other.slice('cell-'.length))).filter(q => q > r).map(q => road(`road-${r}-${q}`, cellId(r), cellId(q), CELL_KM * 1.3)));
  return baseCountry(regions, parties, days, { links });
}

const PREFECTURES = 11;
/** A small dense country of eleven regions, or more, in which a party prepares to kill a part of the people everywhere. */
export function atrocityCountry(days: number, perpetrator: 'government' | 'militia', victims: number, count = PREFECTURES): Scenario {
  const ids = Array.from({ length: count }, (_, r) => `area-${r}`);
  const regions = ids.map((id, r) => plainRegion(id, [(r % 4) * 45, Math.floor(r / 4) * 45], [r % 4 > 0 ? r - 1 : -1, r % 4 < 3 ? r + 1 : -1, r - 4, r + 4].filter(q => q >= 0 && q < count).map(q => ids[q]!), { population: 690_000, area: 2300, risk: evenRisk(0.85), concentration: [0.2, 0.35, 0.45, 0.55] }));
  const all = (value: number): Record<string, number> => Object.fromEntries(ids.map(id => [id, value]));
  const killer = { means: 0.9, intent: 1, civilianRate: 5, campaignRisk: 1, victims: all(victims) };
  const parties: Party[] = [
    { id: 'government', name: label('Government'), kind: 'host-government', strength: all(3000), battleRate: 0.1, attitude: 0, ...(perpetrator === 'government' ? killer : { means: 0.6, intent: 0.4, civilianRate: 0, campaignRisk: 0, victims: {} }) },
    ...(perpetrator === 'militia' ? [{ id: 'militia', name: label('Militia'), kind: 'militia' as const, strength: all(3000), battleRate: 0, attitude: -0.2, ...killer }] : []),
  ];
  const links = regions.flatMap((region, r) => region.borders.map(other => ids.indexOf(other)).filter(q => q > r).map(q => road(`road-${r}-${q}`, ids[r]!, ids[q]!, 60, 'paved', 300)));
  const first = perpetrator === 'government' ? 'government' : 'militia';
  return baseCountry(regions, parties, days, {
    links,
    events: [{ kind: 'trigger', id: 'trigger', name: label('Trigger'), date: 1, party: first, regions: ids, strength: 5, lasting: 60 }],
  });
}
