/** The world of the formula goldens: two regions with a road, a government and a front, a port, a neighbour; round numbers throughout. */
import { buildTables } from '../../engine/build-tables.ts';
import { startRun, type Run } from '../../engine/run.ts';
import { buildSchedule, READINESS, START_RULE, type OrderRow, type RowKind } from '../../engine/schedule.ts';
import { parametersFor } from '../../scenario/parameters.ts';
import { SCENARIO_FORMAT, type Scenario } from '../../scenario/schema.ts';
import { UNIT_TYPES } from '../../scenario/units.ts';

/** Indexes of the tiny world. */
export const TOWN = 0;
export const HILLS = 1;
export const HOST = 0;
export const FRONT = 1;
/** partyRegion index of the two parties in the hills: party · 2 + region. */
export const HOST_IN_HILLS = 1;
export const FRONT_IN_HILLS = 3;
/** Order rows begin under way and people are many, so that whole numbers of them keep six digits. */
export const MANY = 10_000_000;

const word = (text: string) => ({ en: text, fr: text });
const level = (value: number) => ({ instability: value, violations: value, weakState: value, motives: value, capacity: value, noMitigation: value, enabling: value, triggers: value });

/** A valid scenario of 400 days; `overrides` replaces whole top-level fields. */
export function tinyScenario(overrides: Partial<Scenario> = {}): Scenario {
  const region = (id: string, x: number): Scenario['regions'][number] => ({
    id, name: word(id), centre: [x, 0], population: MANY, area: 10000, borders: [], terrain: 'plain', climate: 'savanna', risk: level(0.5), income: 600, concentration: [0.3, 0.5, 0.65, 0.75], access: 0.6, source: 'formula goldens',
  });
  const party = (id: string, kind: Scenario['parties'][number]['kind']): Scenario['parties'][number] => ({
    id, name: word(id), kind, strength: { town: 1000, hills: 1000 }, means: 0.5, intent: 0.5, battleRate: 0.2, civilianRate: 0.2, campaignRisk: 0.3, victims: { town: 0.4, hills: 0.4 }, attitude: 0,
  });
  return {
    format: SCENARIO_FORMAT, id: 'tiny', title: word('Tiny'), summary: word('Two regions for formulas.'), kind: 'fictional', version: '1.0', start: '2027-01-01', days: 400, dayZero: word('First day'),
    climates: [{ id: 'savanna', name: word('Savanna'), wetFrom: '06-01', wetTo: '10-15' }],
    regions: [region('town', 0), region('hills', 100)],
    links: [
      { id: 'road', from: 'town', to: 'hills', mode: 'road', surface: 'laterite', length: 100, capacity: 200, insecurity: 0.2 },
      { id: 'lane', from: 'open-sea', to: 'port', mode: 'sea', surface: 'water', length: 800, capacity: 3000, insecurity: 0 },
    ],
    sites: [
      { id: 'port', name: word('Port'), kind: 'port', region: 'town', position: [-10, 0], throughput: 900, wetSeason: 0.8 },
      { id: 'airfield', name: word('Airfield'), kind: 'airfield', region: 'town', position: [5, 0], throughput: 60, passengers: 400, wetSeason: 0.9 },
      { id: 'open-sea', name: word('Open sea'), kind: 'depot', position: [-800, 0] },
    ],
    parties: [party('government', 'host-government'), party('front', 'rebel')],
    politics: {
      mission: { present: true, name: word('Mission'), headquarters: 'town', troops: 20000, police: 500, robust: false, protection: true, multidimensional: true, units: [{ unit: 'infantry-battalion', region: 'hills', number: 1, strength: 1 }] },
      council: { attention: 0.3, members: [{ id: 'one', name: word('One'), veto: true, position: 0.3 }, { id: 'two', name: word('Two'), veto: false, position: -0.1 }], decisions: [] },
      consent: 0.7, acceptance: 0.5, partners: [],
    },
    contributors: [{ id: 'northland', name: word('Northland'), pledges: [{ unit: 'infantry-battalion', number: 6, readiness: 'standard', from: 0, reliability: 0.8 }] }],
    lift: { airSeats: 300, seaTonnes: 900, sailing: 15 }, entry: { port: 'port', airfield: 'airfield' }, stocks: { rations: 400, fuel: 800, aid: 1000, daysAtBases: 20 },
    money: { budget: 400_000_000, commitment: 100_000_000, liquidity: 0.8 },
    warning: { sources: [{ id: 'open', name: word('Open reports'), kind: 'open-reports', detection: 0.4, preparation: 0.05, delay: 3, falseAlarms: 0.3, reliability: 'C', cost: 0 }], alertLevels: [0.25, 0.45, 0.65] },
    neighbours: [{ id: 'next-door', name: word('Next door'), position: [220, 0], borders: ['hills'], open: true, income: 900, conflict: 0.1 }],
    events: [], indicators: [], targets: [], tolerance: {}, parameters: {},
    geometry: { coordinates: 'km', outline: [[[-60, -60], [160, -60], [160, 60], [-60, 60]]], approximate: true, rivers: [], lakes: [], land: [], waters: [] }, sources: [],
    ...overrides,
  };
}

/** One order for the hills and the front, under way from D0. */
export function tinyOrder(kind: RowKind, amount: number, more: Partial<OrderRow> = {}): OrderRow {
  return {
    id: kind, kind, amount, rule: START_RULE.day, ref: -1, days: 0, until: 9999, region: HILLS, from: -1, link: 0, party: FRONT, unitType: UNIT_TYPES.findIndex(type => type.id === 'infantry-battalion'),
    contributor: 0, readiness: READINESS.indexOf('standard'), reliability: 1, extra: [], ...more,
  };
}

/** A run on the eve of D0, its orders under way. */
export function tinyRun(overrides: Readonly<Record<string, number>> = {}, rows: readonly OrderRow[] = [], scenario: Partial<Scenario> = {}, future = 0): Run {
  const t = buildTables(tinyScenario(scenario), parametersFor('conservative', overrides));
  const run = startRun(t, buildSchedule(rows, t.initialUnits), 1, future);
  run.s.rowState.fill(1);
  return run;
}
