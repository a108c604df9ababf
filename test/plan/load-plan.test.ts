/** The planner's arithmetic by hand: a battalion of 850, each figure worked out here on paper and compared. */
import { describe, expect, it } from 'vitest';
import { sumText, valueOf } from '../../src/plan/load-lines.ts';
import { loadPlan } from '../../src/plan/load-plan.ts';
import { findWay, linkDays, nodeOf } from '../../src/plan/ways.ts';
import { planWorld } from '../../src/plan/world.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import { UNIT_TYPES, unitTypeOf } from '../../src/scenario/units.ts';
import { step } from '../../src/engine/run.ts';
import { runOf, tablesOf } from '../make/deployment.ts';
import { smallScenario } from '../make/small-scenario.ts';

const p = parametersFor();
const battalion = unitTypeOf('infantry-battalion')!;
const plan = loadPlan({ type: battalion, number: 1, p });
const result = (key: string, of = plan) => of.lines.find(line => line.key === key)!.result;

describe('a battalion of 850', () => {
  it.each<[string, number, number]>([
    // by hand: 850 × 2.2 kg = 1,870 kg; 850 × 10 L = 8,500 L × 0.82 = 6,970 kg; 850 × 0.6 = 510 kg; together 9.35 t
    ['rations', 1.87, 3], ['fuel-litres', 8500, 3], ['fuel', 6.97, 3], ['spares', 0.51, 3], ['dry-and-fuel', 9.35, 3], ['month', 280.5, 3],
    // 850 × 4.5 L = 3.8 t; 850 × 84 L = 71 t; 9.35 + 3.83 = 13.2 t
    ['drinking-water', 3.825, 3], ['water', 71.4, 3], ['with-drinking-water', 13.175, 3], ['own-stocks', 561, 3],
    // 3,000 t ÷ 40 t = 75 loads of an Il-76; ÷ 18 t = 167; ÷ 110 t = 28; ÷ 3 t = 1,000
    ['cargo', 3000, 9], ['sorties-il-76', 75, 9], ['sorties-c-130', 167, 9], ['sorties-an-124', 28, 9], ['sorties-mi-17', 1000, 9], ['sorties-an-26', 600, 9],
    // 850 ÷ 64 = 13.3; ÷ 22 = 38.6; 850 × 45 kg = 38 t
    ['seats-c-130', 14, 9], ['seats-mi-17', 39, 9], ['seats-airliner', 5, 9], ['baggage', 38.25, 9],
    // ramp × payload × hours × 0.85 ÷ ground time: 92, 272, 816, 41 t a day
    ['airfield-strip', 91.8, 6], ['airfield-regional', 272, 6], ['airfield-capital', 816, 6], ['airfield-helipad', 40.8, 6],
    ['air-days-strip', 33, 9], ['air-days-regional', 12, 9], ['air-days-capital', 4, 9],
    // one ship, three barge convoys of 1,200 t, 150 lorries of 20 t
    ['sailings-ship', 1, 9], ['sailings-barges', 3, 9], ['containers', 150, 9], ['loads', 150, 9],
    // 500 km at 150 and 45 km a day: 3.3 and 11.1 days, turns of 8.3 and 27.8 days with a quarter added
    ['drive-dry', 3.3333, 4], ['drive-rains', 11.1111, 4], ['turn-dry', 8.3333, 4], ['turn-rains', 27.7778, 4],
    // 30 ÷ 8.33 = 3.6 turns, 150 ÷ 3.6 ÷ 0.8 = 52.1; 30 ÷ 27.8 = 1.08 turns, 150 ÷ 1.08 ÷ 0.8 = 173.6
    ['turns-dry', 3.6, 6], ['lorries-dry', 53, 9], ['lorries-rains', 174, 9],
    // 9.35 t × 8.33 days ÷ 20 t ÷ 0.8 = 4.9; × 27.8 = 16.2; helicopters 9.35 ÷ 6 = 1.6, sorties 9.35 ÷ 3 = 3.1
    ['supply-lorries-dry', 5, 9], ['supply-lorries-rains', 17, 9], ['supply-helicopters', 2, 9], ['supply-sorties', 4, 9],
    // 30 + 18 + 8 + 3.3 + 10 = 69.3 days; 36 + 60 + 69.3 = 165.3
    ['lift-days', 69.3333, 4], ['whole-days', 165.3333, 4],
  ])('%s comes to %d', (key, wanted, digits) => expect(result(key)).toBeCloseTo(wanted, digits));

  it('rounds to the figures of planning practice: 9.4 t a day, 280 t a month, 13 t with water', () => {
    expect([result('rations'), result('fuel'), result('drinking-water'), result('spares')].map(value => Math.round(value * 10) / 10)).toEqual([1.9, 7, 3.8, 0.5]);
    expect([Math.round(result('dry-and-fuel') * 10) / 10, Math.round(result('month') / 10) * 10, Math.round(result('with-drinking-water')), Math.round(result('water'))]).toEqual([9.4, 280, 13, 71]);
  });
});

describe('the record of roads', () => {
  it('a lorry of 650 km takes under a week dry and over two in the rains, as from Juba to Wau', () => {
    const wau = loadPlan({ type: battalion, number: 1, p, roadKm: 650 });
    expect(result('drive-dry', wau)).toBeLessThan(7);
    expect(result('drive-rains', wau)).toBeGreaterThan(14);
  });
  it('ten to twenty helicopter sorties replace one truck-trailer of 40 to 45 t', () => {
    const sorties = [40, 45].flatMap(tonnes => [2, 4].map(load => tonnes / load));
    const one = 42.5 / (result('cargo') / result('sorties-mi-17'));
    expect(one).toBeGreaterThanOrEqual(Math.min(...sorties));
    expect(one).toBeLessThanOrEqual(20);
  });
});

describe('every line', () => {
  it.each(UNIT_TYPES.map(type => [type.id, type] as const))('of %s is the sum it shows, with a source, in two languages', (_, type) => {
    for (const line of loadPlan({ type, number: 3, p, scenario: smallScenario(), to: 'east' }).lines) {
      const value = valueOf(line.terms);
      expect(line.result, line.key).toBe(line.isWhole ? Math.ceil(value - 1e-9) : value);
      expect(line.result, line.key).toBeGreaterThanOrEqual(0);
      expect(line.source.length, line.key).toBeGreaterThanOrEqual(5);
      for (const language of ['en', 'fr'] as const) expect(`${line.what[language]} ${sumText(line, language)}`, line.key).not.toMatch(/undefined|NaN|Infinity/);
    }
  });
  it('reads like a sum on paper', () => {
    expect(sumText(plan.lines[0]!, 'en')).toBe('850 people × 2.2 kg a head and day ÷ 1,000 kg a tonne = 1.87 t a day');
    expect(sumText(plan.lines[1]!, 'fr')).toBe('850 personnes × 10 L par personne et par jour = 8\u202f500 L par jour');
  });
  it('scales with the number of units', () => {
    const two = loadPlan({ type: battalion, number: 2, p });
    expect(result('dry-and-fuel', two)).toBeCloseTo(18.7, 9);
    expect(result('sorties-il-76', two)).toBe(150);
  });
});

describe('in a scenario', () => {
  const scenario = smallScenario();
  it('the port, the pools and the road are those of the map', () => {
    const there = loadPlan({ type: battalion, number: 1, p, scenario, to: 'far-east' });
    // 850 ÷ 300 seats; 3,000 t ÷ 900 t a day by sea; ÷ (900 × 0.6) through the port
    expect([result('seat-days', there), result('embark-days', there), result('port-days', there)]).toEqual([3, 4, 6]);
    // 140 km paved and 140 km of track: 0.4 + 1.75 days
    expect(result('drive-dry', there)).toBeCloseTo(140 / 350 + 140 / 80, 9);
    // the track carries 90 t a day, 65 of 100 for units
    expect(result('way-days-dry', there)).toBe(Math.ceil(3000 / (90 * p.routeShareUnits)));
    // track is cut at the height of the rains
    expect(there.lines.some(line => line.key === 'drive-rains')).toBe(false);
    expect(there.notes[0]!.en).toContain('the way is cut');
  });
  it('says when no road leads there', () => {
    const cut = smallScenario({ links: smallScenario().links.filter(link => link.id !== 'east-far-east') });
    const there = loadPlan({ type: battalion, number: 1, p, scenario: cut, to: 'far-east' });
    expect(there.lines.some(line => line.part === 'road')).toBe(false);
    expect(there.notes[0]!.en).toContain('No road is open');
  });
  it('travel days agree with the engine on a dry first day', () => {
    const t = tablesOf();
    const run = runOf(t, []);
    step(run);
    const world = planWorld(scenario);
    for (const region of scenario.regions) {
      const way = findWay(scenario, 'harbour', region.id, 'dry', p)!;
      expect(way.days, region.id).toBeCloseTo(run.s.routeDays[world.regionAt(region.id)]!, 9);
    }
    scenario.links.forEach((link, l) => { if (link.mode !== 'sea') expect(linkDays(link, 'dry', p), link.id).toBeCloseTo(run.s.linkDays[l]!, 9); });
    expect(nodeOf(scenario, 'harbour')).toBe('capital');
  });
});
