import ms from 'milsymbol';
import { describe, expect, it } from 'vitest';
import { buildTables } from '../../src/engine/build-tables.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { UNIT_FIGURE_NAMES, UNIT_FIGURES, UNIT_TYPES, unitTypesOf } from '../../src/scenario/units.ts';
import { smallScenario } from '../make/small-scenario.ts';

/** Types by what a planner would call them. */
const WANTED = [
  'infantry-battalion', 'mechanised-battalion', 'quick-reaction-company', 'reserve-battalion', 'special-forces-company', 'formed-police-unit', 'individual-police-team', 'military-observer-team', 'engineer-company',
  'horizontal-engineer-company', 'utility-helicopter-unit', 'attack-helicopter-unit', 'fixed-wing-unit', 'unmanned-aircraft-unit', 'level-1-medical-post', 'level-2-hospital', 'level-3-hospital', 'signals-company',
  'transport-company', 'movement-control-unit', 'logistics-company', 'riverine-unit', 'military-police-unit', 'ordnance-disposal-company', 'mine-action-team', 'force-headquarters', 'sector-headquarters',
  'headquarters-company', 'guard-company', 'civil-affairs-team', 'human-rights-team', 'community-liaison-team', 'disarmament-team',
];
/** The engine knows types by place: these stay where they are. */
const FIRST = ['infantry-battalion', 'mechanised-battalion', 'quick-reaction-company', 'formed-police-unit', 'engineer-company', 'transport-company', 'utility-helicopter-unit', 'level-2-hospital', 'military-observer-team', 'special-forces-company', 'headquarters-company', 'guard-company'];

describe('the catalogue of units', () => {
  it('holds every type once, the first in their places', () => {
    expect(UNIT_TYPES.map(type => type.id).sort()).toEqual([...WANTED].sort());
    expect(UNIT_TYPES.slice(0, FIRST.length).map(type => type.id)).toEqual(FIRST);
  });
  it.each(UNIT_TYPES.map(type => [type.id, type] as const))('%s has names, a symbol, and figures in range with source and confidence', (_, type) => {
    expect(type.name.en.length).toBeGreaterThan(4);
    expect(type.name.fr).toMatch(/^(?:Bataillon|Compagnie|Unité|Équipe|Hôpital|État-major|Poste)/);
    expect(type.symbol).toMatch(/^10131\d{15}$/);
    expect(new ms.Symbol(type.symbol).isValid()).toBe(true);
    for (const name of UNIT_FIGURE_NAMES) {
      expect(type[name], name).toBeGreaterThanOrEqual(UNIT_FIGURES[name].low);
      expect(type[name], name).toBeLessThanOrEqual(UNIT_FIGURES[name].high);
      expect(type.source[name].length, name).toBeGreaterThan(3);
      // a figure that nobody measured says so
      if (type.confidence[name] === 'invented') expect(type.source[name], name).toContain('MODEL');
      if (type.source[name] === 'MODEL') expect(type.confidence[name], name).toBe('invented');
    }
    if (type.isCivilian) expect(type.protection).toBe(0);
    if (type.group === 'aviation') expect(type.aircraft).toBeGreaterThan(0);
    expect(type.medicalLevel > 0).toBe(type.group === 'medical');
  });
  it('grades figures unevenly: some are measured, most are judged', () => {
    const count = (grade: string) => UNIT_TYPES.reduce((sum, type) => sum + UNIT_FIGURE_NAMES.filter(name => type.confidence[name] === grade).length, 0);
    expect(count('measured')).toBeGreaterThan(10);
    expect(count('judged')).toBeGreaterThan(count('measured'));
  });
});

describe('figures of a scenario', () => {
  const read = (units: unknown) => parseScenario(JSON.stringify({ ...smallScenario(), units }));
  it('replace those of the catalogue, with units, for the engine too', () => {
    const { value, diagnostics } = read({ 'infantry-battalion': { people: 700, cargoTonnes: '2 kt', travelKmWet: '30 km/day', source: 'battalion of 700 (2015)' } });
    expect(diagnostics).toEqual([]);
    const [type] = unitTypesOf(value!);
    expect(type).toMatchObject({ people: 700, cargoTonnes: 2000, travelKmWet: 30, vehicles: 120 });
    expect(type!.source.people).toBe('scenario: battalion of 700 (2015)');
    expect(type!.source.vehicles).toBe(UNIT_TYPES[0]!.source.vehicles);
    const t = buildTables(value!, parametersFor());
    expect([t.unitPeople[0], t.unitCargo[0], t.unitPeople[1]]).toEqual([700, 2000, 850]);
    expect(buildTables(smallScenario(), parametersFor()).unitPeople[0]).toBe(850);
  });
  it.each<[string, unknown, string]>([
    ['an unknown type', { 'infantry-batalion': { people: 700, source: 'x' } }, 'error scenario/unknown-unit /units/infantry-batalion'],
    ['an unknown figure', { 'infantry-battalion': { men: 700, source: 'x' } }, 'error scenario/unknown-field /units/infantry-battalion/men'],
    ['no source', { 'infantry-battalion': { people: 700 } }, 'error scenario/missing /units/infantry-battalion/source'],
    ['a wrong dimension', { 'infantry-battalion': { cargoTonnes: '3 km', source: 'x' } }, 'error scenario/wrong-quantity /units/infantry-battalion/cargoTonnes'],
    ['no figure', { 'infantry-battalion': { source: 'x' } }, 'warning scenario/no-figure /units/infantry-battalion'],
    ['a figure far off', { 'infantry-battalion': { cargoTonnes: 30, source: 'x' } }, 'warning scenario/far-from-catalogue /units/infantry-battalion/cargoTonnes'],
    ['rains that speed up', { 'infantry-battalion': { travelKmWet: 300, source: 'x' } }, 'warning scenario/faster-in-rains /units/infantry-battalion/travelKmWet'],
  ])('%s is found', (_, units, wanted) => {
    expect(read(units).diagnostics.map(finding => `${finding.severity} ${finding.code} ${finding.path}`)).toContain(wanted);
  });
});
