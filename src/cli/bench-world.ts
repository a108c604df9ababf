/**
 * The bench world: 30 regions on a lattice × 365 days × 20 units, 4 parties, 6 warning sources, 45 links, 15 actions,
 * violent enough for at least 0.1 incidents a region and day. Made from a fixed generator; a place for measuring only.
 */
import type { Action, Plan } from '../plan/schema.ts';
import { SCENARIO_FORMAT, type Scenario } from '../scenario/schema.ts';

const WIDTH = 6;
const HEIGHT = 5;
const SPACING_KM = 110;

export function benchWorld(): { readonly scenario: Scenario; readonly plan: Plan } {
  let s = 20270113;
  const next = () => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return s / 4294967296; };
  const word = (text: string) => ({ en: text, fr: text });
  const id = (r: number) => `region-${r}`;
  const cells = Array.from({ length: WIDTH * HEIGHT }, (_, r) => ({ r, x: r % WIDTH, y: Math.floor(r / WIDTH) }));
  const risk = (level: number) => ({ instability: level, violations: level, weakState: level, motives: level, capacity: level, noMitigation: level, enabling: level, triggers: level });
  const regions: Scenario['regions'] = cells.map(({ r, x, y }) => ({
    id: id(r), name: word(`Region ${r}`), centre: [x * SPACING_KM + 30 * next(), y * SPACING_KM + 30 * next()], population: Math.round(120000 + 400000 * next()), area: SPACING_KM * SPACING_KM,
    borders: [...(x > 0 ? [id(r - 1)] : []), ...(y > 0 ? [id(r - WIDTH)] : [])], terrain: next() < 0.6 ? 'plain' : 'hills', climate: 'savanna', risk: risk(0.45 + 0.35 * next()), income: 700, concentration: [0.25, 0.4, 0.5, 0.58, 0.65], access: 0.3 + 0.5 * next(),
  }));
  // a spanning comb of roads, then cross roads up to 45 links
  const pairs: [number, number][] = [];
  for (const { r, x, y } of cells) { if (x > 0) pairs.push([r - 1, r]); else if (y > 0) pairs.push([r - WIDTH, r]); }
  for (const { r, x, y } of cells) if (pairs.length < 44 && x > 0 && y > 0) pairs.push([r - WIDTH, r]);
  const links: Scenario['links'] = [
    ...pairs.map(([from, to], l) => ({ id: `road-${l}`, from: id(from), to: id(to), mode: 'road' as const, surface: (l % 3 === 0 ? 'paved' : l % 3 === 1 ? 'laterite' : 'track') as 'paved', length: 115 + 30 * next(), capacity: 120 + 200 * next(), insecurity: 0.4 * next() })),
    { id: 'lane', from: 'open-sea', to: 'port', mode: 'sea', surface: 'water', length: 900, capacity: 4000, insecurity: 0 },
  ];
  const everywhere = (value: (r: number) => number) => Object.fromEntries(cells.map(({ r }) => [id(r), value(r)]));
  const party = (name: string, kind: Scenario['parties'][number]['kind'], men: (r: number) => number, rate: number, more: Partial<Scenario['parties'][number]> = {}): Scenario['parties'][number] => ({
    id: name, name: word(name), kind, strength: everywhere(r => Math.round(men(r))), means: 0.6, intent: 0.7, battleRate: rate, civilianRate: rate, campaignRisk: 0.4, victims: everywhere(() => 0.4), attitude: -0.3, ...more,
  });
  const source = (name: string, kind: Scenario['warning']['sources'][number]['kind'], detection: number, delay: number): Scenario['warning']['sources'][number] => ({ id: name, name: word(name), kind, detection, preparation: 0.1, delay, falseAlarms: 0.2, reliability: 'B', cost: 10000 });
  const scenario: Scenario = {
    format: SCENARIO_FORMAT, id: 'bench', title: word('Bench world'), summary: word('A place for measuring only.'), kind: 'fictional', version: '1.0', start: '2027-01-13', days: 365, dayZero: word('First day'),
    climates: [{ id: 'savanna', name: word('Savanna'), wetFrom: '06-01', wetTo: '10-15' }], regions, links,
    sites: [
      { id: 'port', name: word('Port'), kind: 'port', region: id(0), position: [-20, -10], throughput: 2000, wetSeason: 0.8 },
      { id: 'airfield', name: word('Airfield'), kind: 'airfield', region: id(0), position: [5, 5], throughput: 80, passengers: 600, wetSeason: 0.9 },
      { id: 'camp', name: word('Camp'), kind: 'camp', region: id(14), position: [SPACING_KM * 2, SPACING_KM * 2], capacity: 60000 },
      { id: 'open-sea', name: word('Open sea'), kind: 'depot', position: [-700, -300] },
    ],
    parties: [
      party('government', 'host-government', () => 1500, 0.1, { intent: 0.4, attitude: 0.3, campaignRisk: 0.15 }), party('north-group', 'rebel', r => (r >= 12 ? 900 : 200), 0.2),
      party('east-group', 'rebel', r => (r % WIDTH > 2 ? 800 : 100), 0.2), party('herders-militia', 'militia', () => 350, 0.12),
    ],
    politics: {
      mission: { present: true, name: word('Mission'), headquarters: id(0), troops: 20000, police: 2000, robust: true, protection: true, multidimensional: true,
        units: [{ unit: 'infantry-battalion', region: id(0), number: 1, strength: 1 }, ...[3, 7, 10, 14, 16, 19, 21, 25, 28].map(r => ({ unit: 'infantry-battalion', region: id(r), number: 1, strength: 0.9 }))] },
      council: { attention: 0.4, members: [{ id: 'm1', name: word('Member 1'), veto: true, position: 0.3 }, { id: 'm2', name: word('Member 2'), veto: true, position: -0.2 }, { id: 'm3', name: word('Member 3'), veto: false, position: 0.4 }], decisions: [] },
      consent: 0.65, acceptance: 0.55, partners: [{ id: 'union', name: word('Union'), legitimacy: 0.7, will: 0.6 }],
    },
    contributors: [{ id: 'northland', name: word('Northland'), pledges: [{ unit: 'infantry-battalion', number: 10, readiness: 'rapid', from: 0, reliability: 0.9 }, { unit: 'formed-police-unit', number: 6, readiness: 'standard', from: 0, reliability: 0.9 }, { unit: 'engineer-company', number: 3, readiness: 'rapid', from: 0, reliability: 0.9 }] }],
    lift: { airSeats: 600, seaTonnes: 2000, sailing: 14 }, entry: { port: 'port', airfield: 'airfield' }, stocks: { rations: 2000, fuel: 4000, aid: 5000, daysAtBases: 25 },
    money: { budget: 900000000, commitment: 200000000, liquidity: 0.85 },
    warning: { sources: [source('satellite', 'satellite', 0.3, 2), source('human', 'human', 0.35, 4), source('patrols', 'patrol', 0.6, 1), source('monitors', 'monitors', 0.7, 1), source('partners', 'partners', 0.4, 3), source('open', 'open-reports', 0.45, 2)], alertLevels: [0.25, 0.45, 0.65] },
    neighbours: [{ id: 'eastland', name: word('Eastland'), position: [900, 200], borders: [id(5), id(11), id(17)], open: true, income: 900, conflict: 0.1 }],
    events: [{ kind: 'trigger', id: 'vote', name: word('Vote'), date: 60, party: 'north-group', regions: [id(14), id(20)], strength: 1, lasting: 60 }],
    indicators: [], targets: [{ outcome: 'peakDisplaced', value: 500000, odds: 0.8 }], tolerance: {}, parameters: {},
    geometry: { coordinates: 'km', outline: [[[-80, -80], [700, -80], [700, 560], [-80, 560]]], approximate: true, rivers: [], lakes: [], land: [], waters: [] }, sources: [],
  };
  const deploy = (n: number, start: number, r: number): Action => ({ kind: 'deploy', id: `battalion-${n}`, start, unit: 'infantry-battalion', amount: 1, contributor: 'northland', destination: id(r) });
  const plan: Plan = {
    format: 1, id: 'bench', scenario: 'bench', title: word('Bench'), letter: 'A',
    actions: [
      { kind: 'council-request', id: 'request', start: 5, troops: 24000, police: 3000, robust: true }, { kind: 'monitors', id: 'watch', start: 5, region: id(14), amount: 30 }, { kind: 'mediate', id: 'talks', start: 15, party: 'north-group', amount: 4 },
      { kind: 'sanction', id: 'listing', start: 30, party: 'east-group', measures: ['asset-freeze', 'arms-embargo'] },
      deploy(1, 10, 14), deploy(2, 20, 20), deploy(3, 30, 22), deploy(4, 40, 27), { ...deploy(5, 45, 17), amount: 2 } as Action,
      { kind: 'deploy', id: 'police', start: 30, unit: 'formed-police-unit', amount: 3, contributor: 'northland', destination: id(14) }, { kind: 'deploy', id: 'engineers', start: 15, unit: 'engineer-company', amount: 1, contributor: 'northland', destination: id(8) },
      { kind: 'open-route', id: 'road', start: 25, link: 'road-10', amount: 1 }, { kind: 'forward-base', id: 'base', start: 20, region: id(14), amount: 850 },
      { kind: 'aid', id: 'relief-1', start: 20, region: id(14), amount: 40, stock: 800 }, { kind: 'aid', id: 'relief-2', start: 40, region: id(20), amount: 30, stock: 0 },
    ],
  };
  return { scenario, plan };
}
