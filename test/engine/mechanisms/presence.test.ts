/** Presence: effect of a unit, coverage, and the two channels of protection by their formulas. */
import { describe, expect, it } from 'vitest';
import { concentrationAt, presence } from '../../../src/engine/mechanisms/presence.ts';
import { step } from '../../../src/engine/run.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { runOf, tablesOf } from '../../make/deployment.ts';
import { smallScenario } from '../../make/small-scenario.ts';

const EAST = 2;
const small = smallScenario();
type Units = Scenario['politics']['mission']['units'];
const units = (...list: [string, number][]): Units => list.map(([unit, number]) => ({ unit, number, region: 'east', strength: 1 }));

/** The small world with these units in the east and conditions that hold nothing back. */
function withUnits(list: Units, parameters: Record<string, number> = {}, robust = true) {
  const run = runOf(tablesOf({ politics: { ...small.politics, mission: { ...small.politics.mission, robust, units: list } } }, parameters), []);
  run.s.consent[0] = 0.8;
  run.s.will[0] = 0.8;
  run.s.missionPresent[0] = 1;
  run.s.robustMandate[0] = robust ? 1 : 0;
  presence.run(run);
  return run;
}

describe('the theatre', () => {
  it('cuts battles by exp(−0.09) and attacks by exp(−0.10) for each 1,000 troops, up to saturation', () => {
    const { s } = withUnits(units(['infantry-battalion', 10]));
    expect(s.theatreTroops[0]).toBeCloseTo(8500, 9);
    expect(s.battleFactor[0]).toBeCloseTo(Math.exp(-0.09 * 8.5), 12);
    expect(s.attackFactor[0]).toBeCloseTo(Math.exp(-0.1 * 8.5), 12);
    const many = withUnits(units(['infantry-battalion', 30]));
    expect(many.s.battleFactor[0]).toBeCloseTo(Math.exp(-0.09 * 17.5), 12);
  });
  it('knows no police and no observers', () => {
    const { s } = withUnits(units(['formed-police-unit', 4], ['military-observer-team', 10]));
    expect(s.theatreTroops[0]).toBe(0);
    expect(s.battleFactor[0]).toBe(1);
    expect(s.presentPolice[EAST]).toBe(640);
    expect(s.monitors[EAST]).toBe(60);
  });
});

describe('near bases', () => {
  it('rebels are held back where people are within reach, host forces are not', () => {
    const { s } = withUnits(units(['infantry-battalion', 1]));
    // 850 troops hold 1.98 bases on the curve 0.3, 0.5, …; dry plain 0.9 and a battalion's mobility of 0.35
    const places = 850 / 430;
    const within = 0.3 + (places - 1) * 0.2;
    const going = 0.5 + 0.5 * (0.9 + 0.1 * 0.35);
    expect(s.coverage[EAST]).toBeCloseTo(within * going, 9);
    expect(s.localRebelFactor[EAST]).toBeCloseTo(1 - 0.5 * within * going, 9);
    expect(s.localHostFactor[EAST]).toBe(1);
    expect(s.localRebelFactor[0]).toBe(1);
  });
  it('a mandate without force deters less', () => {
    const bold = withUnits(units(['infantry-battalion', 1])).s.localRebelFactor[EAST]!;
    const meek = withUnits(units(['infantry-battalion', 1]), {}, false).s.localRebelFactor[EAST]!;
    expect(1 - meek).toBeCloseTo(0.6 * (1 - bold), 9);
  });
  it('the rains shrink what is covered, less for those who fly', () => {
    const ground = withUnits(units(['infantry-battalion', 1]));
    const air = withUnits(units(['utility-helicopter-unit', 4]));
    const lost = [ground, air].map(run => {
      const dry = run.s.coverage[EAST]!;
      run.s.wetness[0] = 1;
      presence.run(run);
      return 1 - run.s.coverage[EAST]! / dry;
    });
    expect(lost[0]).toBeGreaterThan(0.1);
    expect(lost[1]).toBeCloseTo(0, 9);
  });
  it('a forward base spreads the same troops over more places', () => {
    const run = withUnits(units(['infantry-battalion', 1]));
    const before = run.s.coverage[EAST]!;
    run.s.baseCapacity[EAST] = 850;
    presence.run(run);
    expect(run.s.coverage[EAST]).toBeGreaterThan(before);
  });
  it('the concentration curve starts at nothing and ends at its last place', () => {
    const curve = Float64Array.from([0.3, 0.5, 0.65, 0.75, ...Array<number>(8).fill(0.75)]);
    expect([0, 0.5, 1, 1.5, 3, 50].map(n => concentrationAt(curve, 0, n))).toEqual([0, 0.15, 0.3, 0.4, 0.65, 0.75]);
  });
});

describe('the effect of a unit', () => {
  it.each([
    ['supply', (s: ReturnType<typeof withUnits>['s']) => { s.supplyEffect[EAST] = 0.4; }, 0.4],
    ['freedom', (s: ReturnType<typeof withUnits>['s']) => { s.consent[0] = 0.25; }, 1 - 0.35 * 0.5],
    ['boldness', (s: ReturnType<typeof withUnits>['s']) => { s.casualtyShock[0] = 0.6; }, 0.7],
    ['willingness', (s: ReturnType<typeof withUnits>['s']) => { s.will[0] = 0; }, 0.8],
    ['mandate', (s: ReturnType<typeof withUnits>['s']) => { s.missionPresent[0] = 0; }, 0],
    ['kit', (s: ReturnType<typeof withUnits>['s']) => { s.unitCargoArrived[0] = 0; }, 0.27],
  ] as const)('falls with %s', (_, spoil, left) => {
    const run = withUnits(units(['infantry-battalion', 1]));
    expect(run.s.unitEffect[0]).toBe(1);
    spoil(run.s);
    presence.run(run);
    expect(run.s.unitEffect[0]).toBeCloseTo(left, 12);
  });
});

describe('from road to violence', () => {
  it('a cut road empties the base, and the base\'s hold on rebels goes with it', () => {
    const build = () => runOf(tablesOf({ politics: { ...small.politics, mission: { ...small.politics.mission, robust: true, units: [{ unit: 'infantry-battalion', region: 'far-east', number: 1, strength: 1 }] } } }), [], 3);
    const open = build();
    const cut = build();
    for (let day = 0; day < 40; day++) {
      open.s.linkDamage[2] = 0;
      cut.s.linkDamage[2] = 1;
      step(open);
      step(cut);
    }
    expect(open.s.supplyDays[3]).toBeGreaterThan(14);
    expect(cut.s.supplyDays[3]).toBe(0);
    expect(cut.s.localRebelFactor[3]! - open.s.localRebelFactor[3]!).toBeGreaterThan(0.05);
    expect(cut.s.attackFactor[0]).toBeGreaterThan(open.s.attackFactor[0]!);
  });
});
