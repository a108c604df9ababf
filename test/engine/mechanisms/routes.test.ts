/** Routes: what rains, damage, works and insecurity do to a link, and the shortest open path. */
import { describe, expect, it } from 'vitest';
import { LINK_CUT, LINK_DEGRADED, LINK_OPEN, pathLeft, routes, takePath } from '../../../src/engine/mechanisms/routes.ts';
import { runOf, tablesOf } from '../../make/deployment.ts';
import { smallScenario } from '../../make/small-scenario.ts';

const CAPITAL_EAST = 1;
const EAST_FAR_EAST = 2;
const EAST = 2;
const FAR_EAST = 3;

const dry = () => {
  const run = runOf(tablesOf(), []);
  routes.run(run);
  return run;
};

describe('a link', () => {
  it('closes by surface at the height of the rains: paved open, laterite degraded, track cut', () => {
    const run = dry();
    run.s.wetness[0] = 1;
    routes.run(run);
    expect([...run.s.linkState.subarray(0, 3)]).toEqual([LINK_DEGRADED, LINK_OPEN, LINK_CUT]);
    expect(run.s.linkCapacity[0]).toBeCloseTo(200 * 0.4, 9);
    expect(run.s.linkCapacity[EAST_FAR_EAST]).toBe(0);
    expect(run.s.linkDays[EAST_FAR_EAST]).toBe(Infinity);
  });
  it('stays open in the rains where engineers have worked', () => {
    const run = dry();
    run.s.wetness[0] = 1;
    run.s.linkWork[EAST_FAR_EAST] = 1;
    routes.run(run);
    // the rains count for 1 − 0.65 of their weight
    expect(run.s.linkState[EAST_FAR_EAST]).not.toBe(LINK_CUT);
  });
  it('is repaired, faster with engineers near', () => {
    const run = dry();
    run.s.linkDamage[CAPITAL_EAST] = 0.9;
    routes.run(run);
    const alone = 0.9 - run.s.linkDamage[CAPITAL_EAST]!;
    run.s.engineers[EAST] = 2;
    run.s.linkDamage[CAPITAL_EAST] = 0.9;
    routes.run(run);
    expect(0.9 - run.s.linkDamage[CAPITAL_EAST]!).toBeCloseTo(3 * alone, 9);
  });
  it('grows unsafe with violence at either end, and convoys slow down', () => {
    const run = dry();
    const before = run.s.linkDays[CAPITAL_EAST]!;
    run.s.memory[EAST] = 15;
    routes.run(run);
    expect(run.s.linkRisk[CAPITAL_EAST]).toBeCloseTo(0.3 + 0.7 * 0.5, 9);
    expect(run.s.linkDays[CAPITAL_EAST]).toBeCloseTo(before / 0.45, 9);
  });
});

describe('the way to a region', () => {
  it('takes the time of its links, and one wait for an escort', () => {
    const run = dry();
    // paved 140 km at 350 km a day, track 140 km at 80
    expect(run.s.routeDays[FAR_EAST]).toBeCloseTo(140 / 350 + 140 / 80, 9);
    run.s.memory[EAST] = 15;
    routes.run(run);
    expect(run.s.routeDays[FAR_EAST]).toBeCloseTo((140 / 350 + 140 / 80) / 0.45 + 5, 9);
    expect(run.s.routeRiskDays[FAR_EAST]).toBeCloseTo((140 / 350 + 140 / 80) * (1 / 0.45 - 1) + 5, 9);
  });
  it('holds what its narrowest link holds, and less once used', () => {
    const run = dry();
    expect(pathLeft(run, FAR_EAST, 0)).toBe(90);
    expect(pathLeft(run, FAR_EAST, 0.35)).toBeCloseTo(0.65 * 90, 9);
    takePath(run, FAR_EAST, 50);
    expect(pathLeft(run, FAR_EAST, 0)).toBe(40);
    expect(pathLeft(run, EAST, 0)).toBe(250);
    expect(pathLeft(run, 0, 0)).toBe(Infinity);
  });
  it('goes round a cut link when there is another road, and ends when there is none', () => {
    const small = smallScenario();
    const run = runOf(tablesOf({ links: [...small.links, { id: 'north-far-east', from: 'north', to: 'far-east', mode: 'road', surface: 'paved', length: 300, capacity: 40, insecurity: 0 }] }), []);
    routes.run(run);
    run.s.linkDamage[EAST_FAR_EAST] = 1;
    routes.run(run);
    expect(run.s.routeLink[FAR_EAST]).toBe(small.links.length);
    run.s.linkDamage[small.links.length] = 1;
    routes.run(run);
    expect(run.s.routeDays[FAR_EAST]).toBe(Infinity);
    expect(pathLeft(run, FAR_EAST, 0)).toBe(0);
  });
  it('is searched again only when the class of a link has changed', () => {
    const run = dry();
    run.s.routeDays[FAR_EAST] = -7;
    routes.run(run);
    expect(run.s.routeDays[FAR_EAST]).toBe(-7);
    run.s.linkDamage[EAST_FAR_EAST] = 0.5;
    routes.run(run);
    expect(run.s.routeDays[FAR_EAST]).toBeGreaterThan(0);
  });
});
