/**
 * Protection in paired countries: the same futures without a mission and with twelve battalions, observers or police in
 * place from D0, read after the first month. Bands after SF-09, SF-12, SF-16 and SC-01 of the model document.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTables } from '../../src/engine/build-tables.ts';
import { runToEnd, startRun } from '../../src/engine/run.ts';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { parametersFor, type PresetName } from '../../src/scenario/parameters.ts';
import { nullWorld } from '../../src/study/validate/null-world.ts';

const DAYS = 3 * 365;
const SETTLED = 30;
const WORLDS = 30;
const SITES = 12;
const BATTALIONS = ['infantry-battalion', 1] as const;

interface Toll { battles: number; battleDeaths: number; civiliansKilled: number; rebelAttacks: number; hostAttacks: number }

/** Sums over the worlds; without units there is no mission. */
function tollOf(kind: 'moderate' | 'war', units?: readonly [string, number], preset: PresetName = 'conservative'): Toll {
  const toll: Toll = { battles: 0, battleDeaths: 0, civiliansKilled: 0, rebelAttacks: 0, hostAttacks: 0 };
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { scenario } = nullWorld(seed, DAYS, kind);
    const { mission } = scenario.politics;
    const sites = scenario.regions.slice(0, SITES).map(({ id }) => ({ unit: units?.[0] ?? '', region: id, number: units?.[1] ?? 0, strength: 1 }));
    const present = units === undefined ? mission : { ...mission, present: true, robust: true, headquarters: 'region-0', troops: 12_000, police: 9000, units: sites };
    const t = buildTables({ ...scenario, politics: { ...scenario.politics, consent: 0.7, mission: present } }, parametersFor(preset));
    runToEnd(startRun(t, buildSchedule([], t.initialUnits), 5, seed), ({ s, day }) => {
      if (day < SETTLED) return;
      for (let r = 0; r < t.R; r++) {
        toll.battles += s.battlesToday[r]!;
        toll.battleDeaths += s.fightersKilledToday[r]! + s.killedInBattlesToday[r]!;
        toll.civiliansKilled += s.killedInBattlesToday[r]! + s.killedInAttacksToday[r]!;
        for (let i = 0; i < t.P; i++) toll[i === t.hostParty ? 'hostAttacks' : 'rebelAttacks'] += s.attacksByPartyToday[i * t.R + r]!;
      }
    });
  }
  return toll;
}

describe.each(['moderate', 'war'] as const)('in %s worlds', kind => {
  let none: Toll;
  let troops: Toll;
  const ratio = (toll: Toll, of: keyof Toll): number => toll[of] / none[of];
  beforeAll(() => {
    none = tollOf(kind);
    troops = tollOf(kind, BATTALIONS);
  });

  it('twelve battalions cut battle deaths as the record of missions says (SF-09)', () => {
    expect(ratio(troops, 'battleDeaths')).toBeGreaterThan(0.25);
    expect(ratio(troops, 'battleDeaths')).toBeLessThan(0.7);
  });
  it('twelve battalions cut civilian deaths where rebels do most of the killing (SF-12), more in the published preset', () => {
    expect(none.rebelAttacks / (none.rebelAttacks + none.hostAttacks)).toBeGreaterThan(0.75);
    expect(ratio(troops, 'civiliansKilled')).toBeGreaterThan(0.15);
    expect(ratio(troops, 'civiliansKilled')).toBeLessThan(0.6);
    expect(tollOf(kind, BATTALIONS, 'published').civiliansKilled).toBeLessThan(troops.civiliansKilled);
  });
  it('troops hold back rebels and hardly the host government (SC-01)', () => {
    expect(ratio(troops, 'hostAttacks')).toBeGreaterThan(0.75);
    expect(ratio(troops, 'hostAttacks')).toBeLessThan(1.3);
    expect(ratio(troops, 'rebelAttacks')).toBeLessThan(0.5);
  });
  it('observers and police do not cut battles (SF-16)', () => {
    const observers = tollOf(kind, ['military-observer-team', 8]);
    expect(ratio(observers, 'civiliansKilled')).toBeGreaterThan(0.95);
    expect(ratio(observers, 'civiliansKilled')).toBeLessThan(1.3);
    const police = tollOf(kind, ['formed-police-unit', 3]);
    expect(ratio(police, 'battles')).toBeGreaterThan(0.95);
    expect(ratio(police, 'battles')).toBeLessThan(1.05);
    expect(ratio(police, 'rebelAttacks')).toBeLessThan(1);
  });
});
