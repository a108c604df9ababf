/** A small valid world for tests: four regions in a chain around a capital, two armed parties, one port, one neighbour. */
import { SCENARIO_FORMAT, type Scenario } from '../../src/scenario/schema.ts';

type Region = Scenario['regions'][number];

const risk = (value: number): Region['risk'] => ({ instability: value, violations: value, weakState: value, motives: value, capacity: value, noMitigation: value, enabling: value, triggers: value });

const region = (id: string, name: string, centre: [number, number], population: number, level: number, borders: string[], more: Partial<Region> = {}): Region => ({
  id, name: { en: name, fr: name }, centre, population, area: 12000, borders, terrain: 'plain', climate: 'savanna', risk: risk(level), income: 600,
  concentration: [0.3, 0.5, 0.65, 0.75], access: 0.6, source: 'test fixture', ...more,
});

/** A fresh valid scenario of 4 regions and 200 days; `overrides` replaces whole top-level fields. */
export function smallScenario(overrides: Partial<Scenario> = {}): Scenario {
  return {
    format: SCENARIO_FORMAT,
    id: 'small', title: { en: 'Small', fr: 'Petit' }, summary: { en: 'Four regions for tests.', fr: 'Quatre régions pour les essais.' }, kind: 'fictional', version: '1.0',
    start: '2027-03-01', days: 200, dayZero: { en: 'First alert', fr: 'Première alerte' },
    climates: [{ id: 'savanna', name: { en: 'Savanna', fr: 'Savane' }, wetFrom: '06-01', wetTo: '10-15' }],
    regions: [
      region('capital', 'Capital', [0, 0], 900000, 0.35, ['north', 'east'], { terrain: 'urban', access: 0.9 }),
      region('north', 'North', [0, 120], 400000, 0.6, ['capital', 'east']),
      region('east', 'East', [130, 30], 600000, 0.7, ['capital', 'north', 'far-east']),
      region('far-east', 'Far East', [260, 40], 250000, 0.55, ['east'], { terrain: 'wetland', access: 0.35 }),
    ],
    links: [
      { id: 'capital-north', from: 'capital', to: 'north', mode: 'road', surface: 'laterite', length: 130, capacity: 200, insecurity: 0.2 },
      { id: 'capital-east', from: 'capital', to: 'east', mode: 'road', surface: 'paved', length: 140, capacity: 300, insecurity: 0.3 },
      { id: 'east-far-east', from: 'east', to: 'far-east', mode: 'road', surface: 'track', length: 140, capacity: 90, insecurity: 0.4 },
      { id: 'sea-lane', from: 'high-sea', to: 'harbour', mode: 'sea', surface: 'water', length: 800, capacity: 3000, insecurity: 0 },
      { id: 'east-neighbourland', from: 'far-east', to: 'neighbourland', mode: 'road', surface: 'track', length: 90, capacity: 60, insecurity: 0.3 },
    ],
    sites: [
      { id: 'harbour', name: { en: 'Harbour', fr: 'Port' }, kind: 'port', region: 'capital', position: [-20, -10], throughput: 900, wetSeason: 0.8 },
      { id: 'airport', name: { en: 'Airport', fr: 'Aéroport' }, kind: 'airfield', region: 'capital', position: [5, 5], throughput: 60, passengers: 400, wetSeason: 0.9 },
      { id: 'east-strip', name: { en: 'East strip', fr: 'Piste de l’est' }, kind: 'airfield', region: 'east', position: [128, 26], throughput: 20, passengers: 100, wetSeason: 0.3 },
      { id: 'north-camp', name: { en: 'North camp', fr: 'Camp du nord' }, kind: 'camp', region: 'north', position: [3, 118], capacity: 40000 },
      { id: 'high-sea', name: { en: 'High sea', fr: 'Haute mer' }, kind: 'depot', position: [-300, -200] },
    ],
    parties: [
      { id: 'government', name: { en: 'Government', fr: 'Gouvernement' }, kind: 'host-government', strength: { capital: 4000, north: 1500, east: 2000, 'far-east': 500 }, means: 0.6, intent: 0.35, battleRate: 0.25, civilianRate: 0.12, campaignRisk: 0.15,
        victims: { north: 0.2, east: 0.4, 'far-east': 0.3 }, attitude: 0.2 },
      { id: 'eastern-front', name: { en: 'Eastern Front', fr: 'Front de l’Est' }, kind: 'rebel', strength: { east: 1800, 'far-east': 900 }, means: 0.45, intent: 0.6, battleRate: 0.3, civilianRate: 0.25, campaignRisk: 0.35,
        victims: { capital: 0.1, north: 0.3, east: 0.5, 'far-east': 0.5 }, attitude: -0.2 },
    ],
    politics: {
      mission: { present: true, name: { en: 'Mission', fr: 'Mission' }, headquarters: 'capital', troops: 4000, police: 500, robust: false, protection: true, multidimensional: true,
        units: [{ unit: 'infantry-battalion', region: 'capital', number: 1, strength: 0.9 }, { unit: 'military-observer-team', region: 'east', number: 2, strength: 1 }] },
      council: { attention: 0.25, members: [
        { id: 'member-one', name: { en: 'Member one', fr: 'Membre un' }, veto: true, position: 0.3 },
        { id: 'member-two', name: { en: 'Member two', fr: 'Membre deux' }, veto: true, position: -0.2 },
        { id: 'member-three', name: { en: 'Member three', fr: 'Membre trois' }, veto: false, position: 0.5 }], decisions: [] },
      consent: 0.7, acceptance: 0.55,
      partners: [{ id: 'union', name: { en: 'Regional union', fr: 'Union régionale' }, legitimacy: 0.7, will: 0.6 }],
    },
    contributors: [
      { id: 'northland', name: { en: 'Northland', fr: 'Terre du Nord' }, pledges: [{ unit: 'infantry-battalion', number: 3, readiness: 'standard', from: 0, reliability: 0.8 }, { unit: 'quick-reaction-company', number: 1, readiness: 'rapid', from: 0, reliability: 0.85 }] },
      { id: 'union-brigade', name: { en: 'Union brigade', fr: 'Brigade de l’Union' }, partner: 'union', pledges: [{ unit: 'infantry-battalion', number: 2, readiness: 'transfer', from: 10, reliability: 0.9 }, { unit: 'engineer-company', number: 1, readiness: 'standard', from: 0, reliability: 0.75 }, { unit: 'formed-police-unit', number: 2, readiness: 'standard', from: 0, reliability: 0.8 }] },
    ],
    lift: { airSeats: 300, seaTonnes: 900, sailing: 15 },
    entry: { port: 'harbour', airfield: 'airport' },
    stocks: { rations: 400, fuel: 800, aid: 1500, daysAtBases: 20 },
    money: { budget: 300000000, commitment: 50000000, liquidity: 0.8 },
    warning: { sources: [
      { id: 'open', name: { en: 'Open reports', fr: 'Sources ouvertes' }, kind: 'open-reports', detection: 0.4, preparation: 0.05, delay: 3, falseAlarms: 0.3, reliability: 'C', cost: 20000 },
      { id: 'patrols', name: { en: 'Patrols', fr: 'Patrouilles' }, kind: 'patrol', detection: 0.6, preparation: 0.12, delay: 1, falseAlarms: 0.15, reliability: 'B', cost: 0 }],
      alertLevels: [0.25, 0.45, 0.65] },
    neighbours: [{ id: 'neighbourland', name: { en: 'Neighbourland', fr: 'Voisinie' }, position: [360, 50], borders: ['far-east', 'east'], open: true, income: 900, conflict: 0.1 }],
    events: [
      { kind: 'trigger', id: 'disputed-vote', name: { en: 'Disputed vote', fr: 'Vote contesté' }, date: 40, party: 'eastern-front', regions: ['east', 'far-east'], strength: 1, lasting: 45 },
      { kind: 'border', id: 'border-closes', name: { en: 'Border closes', fr: 'Fermeture de la frontière' }, date: 120, neighbour: 'neighbourland', open: false },
    ],
    indicators: [{ id: 'strain', name: { en: 'Strain', fr: 'Pression' }, formula: 'clamp(tension + displaced / (100000 people), 0, 1)', factor: 'instability' }],
    targets: [{ outcome: 'peakDisplaced', value: 250000, odds: 0.8 }],
    tolerance: { peakDisplaced: 5000 },
    parameters: {},
    geometry: { coordinates: 'km', outline: [[[-80, -80], [330, -80], [330, 200], [-80, 200]]], approximate: true, rivers: [], lakes: [], land: [], waters: [] },
    sources: [],
    ...overrides,
  };
}
