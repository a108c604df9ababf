/**
 * What every generated country of the validation has in common: a port, an airfield, a Council, contributors, two sources
 * of warning, one neighbour. All values MODEL; regions, parties and roads come from the generators.
 */
import { SCENARIO_FORMAT, type Scenario } from '../../scenario/schema.ts';

type Region = Scenario['regions'][number];

const same = (word: string): { en: string; fr: string } => ({ en: word, fr: word });

/** All eight risk factors at one level, 0–1. */
export function evenRisk(level: number): Region['risk'] {
  return { instability: level, violations: level, weakState: level, motives: level, capacity: level, noMitigation: level, enabling: level, triggers: level };
}

/** A region as a generator writes it; `more` replaces fields. */
export function plainRegion(id: string, centre: readonly [number, number], borders: readonly string[], more: Partial<Region> = {}): Region {
  return {
    id, name: same(id), centre: [centre[0], centre[1]], population: 500_000, area: 12000, borders: [...borders], terrain: 'plain', climate: 'savanna', risk: evenRisk(0.5), income: 600,
    concentration: [0.3, 0.5, 0.65, 0.75], access: 0.6, source: 'generated', ...more,
  };
}

/**
 * A country of those regions and parties. The first region holds port and airfield, the last one borders the neighbour.
 * @param overrides replaces whole top-level fields
 */
export function baseCountry(regions: readonly Region[], parties: Scenario['parties'], days: number, overrides: Partial<Scenario> = {}): Scenario {
  const first = regions[0]!.id;
  const last = regions[regions.length - 1]!.id;
  return {
    format: SCENARIO_FORMAT, id: 'generated', title: same('Generated'), summary: same('A country made for validation.'), kind: 'fictional', version: '1.0',
    start: '2027-01-01', days, dayZero: same('First day'),
    climates: [{ id: 'savanna', name: same('Savanna'), wetFrom: '06-01', wetTo: '10-15' }],
    regions: [...regions], links: [], parties,
    sites: [
      { id: 'harbour', name: same('Harbour'), kind: 'port', region: first, position: [-20, -10], throughput: 900, wetSeason: 0.8 },
      { id: 'airport', name: same('Airport'), kind: 'airfield', region: first, position: [5, 5], throughput: 60, passengers: 400, wetSeason: 0.9 },
    ],
    politics: {
      mission: { present: false, name: same('Mission'), troops: 0, police: 0, robust: false, protection: true, multidimensional: true, units: [] },
      council: { attention: 0.25, members: [
        { id: 'member-one', name: same('Member one'), veto: true, position: 0.3 },
        { id: 'member-two', name: same('Member two'), veto: true, position: -0.2 },
        { id: 'member-three', name: same('Member three'), veto: false, position: 0.5 }], decisions: [] },
      consent: 0.7, acceptance: 0.55,
      partners: [{ id: 'union', name: same('Regional union'), legitimacy: 0.7, will: 0.6 }],
    },
    contributors: [
      { id: 'northland', name: same('Northland'), pledges: [{ unit: 'infantry-battalion', number: 3, readiness: 'standard', from: 0, reliability: 0.8 }, { unit: 'quick-reaction-company', number: 1, readiness: 'rapid', from: 0, reliability: 0.85 }] },
      { id: 'union-brigade', name: same('Union brigade'), partner: 'union', pledges: [{ unit: 'infantry-battalion', number: 2, readiness: 'transfer', from: 10, reliability: 0.9 }, { unit: 'engineer-company', number: 1, readiness: 'standard', from: 0, reliability: 0.75 }, { unit: 'formed-police-unit', number: 2, readiness: 'standard', from: 0, reliability: 0.8 }] },
    ],
    lift: { airSeats: 300, seaTonnes: 900, sailing: 15 },
    entry: { port: 'harbour', airfield: 'airport' },
    stocks: { rations: 400, fuel: 800, aid: 0, daysAtBases: 20 },
    money: { budget: 300_000_000, commitment: 50_000_000, liquidity: 0.8 },
    warning: { sources: [
      { id: 'open', name: same('Open reports'), kind: 'open-reports', detection: 0.4, preparation: 0.05, delay: 3, falseAlarms: 0.3, reliability: 'C', cost: 20000 },
      { id: 'patrols', name: same('Patrols'), kind: 'patrol', detection: 0.6, preparation: 0.12, delay: 1, falseAlarms: 0.15, reliability: 'B', cost: 0 }],
      alertLevels: [0.25, 0.45, 0.65] },
    neighbours: [{ id: 'neighbourland', name: same('Neighbourland'), position: [360, 50], borders: [last], open: true, income: 900, conflict: 0.1 }],
    events: [], indicators: [],
    targets: [{ outcome: 'peakDisplaced', value: 250_000, odds: 0.8 }],
    tolerance: {}, parameters: {},
    geometry: { coordinates: 'km', outline: [[[-80, -80], [330, -80], [330, 200], [-80, 200]]], approximate: true, rivers: [], lakes: [], land: [], waters: [] },
    sources: [],
    ...overrides,
  };
}

/** A mission in place on D0 with a robust mandate under consent, one entry a unit type and region. */
export function missionInPlace(scenario: Scenario, units: readonly { readonly unit: string; readonly region: string; readonly number: number }[], more: Partial<Scenario['politics']['mission']> = {}): Scenario {
  const { politics } = scenario;
  const mission = { ...politics.mission, present: true, robust: true, headquarters: scenario.regions[0]!.id, troops: 12_000, police: 9000, units: units.map(unit => ({ ...unit, strength: 1 })), ...more };
  return { ...scenario, politics: { ...politics, mission } };
}
