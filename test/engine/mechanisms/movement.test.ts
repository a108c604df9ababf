/** Movement: equipment over the road in what it carries, people ahead of it, reception. */
import { describe, expect, it } from 'vitest';
import { ROUTE, SECURITY } from '../../../src/engine/constraints.ts';
import { movement, travelLimit, travelShare } from '../../../src/engine/mechanisms/movement.ts';
import { routes } from '../../../src/engine/mechanisms/routes.ts';
import { CARGO_DONE, CARGO_TRAVEL, PEOPLE_DONE, PEOPLE_TRAVEL, PHASE_LIFT, PHASE_OPERATIONAL } from '../../../src/engine/unit-stages.ts';
import { deployRow, runOf, tablesOf } from '../../make/deployment.ts';

/** One battalion at the port and the airfield, bound for the far east over a track of 90 t a day. */
function atThePort() {
  const run = runOf(tablesOf(), [deployRow('infantry-battalion', 1, 'standard', { region: 3 })]);
  const u = run.o.unitFirst[0]!;
  const { s } = run;
  s.unitPhase[u] = PHASE_LIFT;
  s.unitCargoStage[u] = CARGO_TRAVEL;
  s.unitCargoLifted[u] = 3000;
  s.unitDuration[u] = 1;
  s.unitPeopleStage[u] = PEOPLE_TRAVEL;
  s.unitPeopleDuration[u] = 1;
  s.unitLifted[u] = 850;
  const day = () => { routes.run(run); movement.run(run); };
  return { run, u, s, day };
}

describe('equipment', () => {
  it('goes by the share of the road that units may use, arrives after the travel time and all of it in the end', () => {
    const { u, s, day } = atThePort();
    day();
    expect(s.unitCargoSent[u]).toBeCloseTo(0.65 * 90, 9);
    expect(s.unitCargoArrived[u]).toBe(0);
    let days = 1;
    while (s.unitCargoStage[u] !== CARGO_DONE && days < 200) {
      day();
      days++;
    }
    // 3,000 t at 58.5 t a day, then the last convoy's two days and a bit
    expect(days).toBeGreaterThan(3000 / 58.5);
    expect(days).toBeLessThan(3000 / 58.5 + 5);
    expect(s.unitCargoArrived[u]).toBe(3000);
  });
  it('waits where the road is cut, and names the route', () => {
    const { u, s, day } = atThePort();
    s.linkDamage[2] = 1;
    day();
    expect(s.unitCargoSent[u]).toBe(0);
    expect(s.unitConstraint[u]).toBe(ROUTE);
  });
  it('brings the unit\'s own stocks', () => {
    const { s, day } = atThePort();
    for (let n = 0; n < 60; n++) day();
    // 60 days of the whole unit and a reserve of 14 days with its people, t of rations
    expect(s.supplyStock[3 * 4]).toBeCloseTo(850 * 0.001 * 2.2 * (60 + 14), 6);
  });
});

describe('people', () => {
  it('arrive ahead of their equipment and work once they are received; the unit is whole with both', () => {
    const { u, s, day } = atThePort();
    while (s.unitPeopleStage[u] !== PEOPLE_DONE) day();
    expect(s.unitArrived[u]).toBe(850);
    expect(s.unitPhase[u]).not.toBe(PHASE_OPERATIONAL);
    while (s.unitCargoStage[u] !== CARGO_DONE) day();
    expect(s.unitPhase[u]).toBe(PHASE_OPERATIONAL);
  });
  it('are received sooner where a base stands ready', () => {
    const bare = atThePort();
    const housed = atThePort();
    housed.s.baseCapacity[3] = 900;
    for (const each of [bare, housed]) while (each.s.unitPeopleWork[each.u] === 0 || each.s.unitPeopleStage[each.u] === PEOPLE_TRAVEL) each.day();
    expect(housed.s.unitPeopleDuration[housed.u]).toBeCloseTo(0.6 * bare.s.unitPeopleDuration[bare.u]!, 9);
  });
});

describe('a way', () => {
  it('covers 1/(days · factor · obstruction) of itself a day', () => {
    const { run, s } = atThePort();
    s.obstruction[0] = 1.5;
    expect(travelShare(run, 4, 0, 2, 0)).toBeCloseTo(1 / 12, 12);
    expect(travelShare(run, 4, 3, 2, 1 << SECURITY)).toBeCloseTo(1 / 3, 12);
    expect(travelShare(run, Infinity, 0, 1, 0)).toBe(0);
    expect(travelLimit(run, 4, 3, 0)).toBe(SECURITY);
    expect(travelLimit(run, 4, 1, 0)).toBe(ROUTE);
  });
});
