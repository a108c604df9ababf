/** Lift: queues shared by all orders, in tonnes and seats a day. */
import { describe, expect, it } from 'vitest';
import { CONSENT, LIFT } from '../../../src/engine/constraints.ts';
import { lift } from '../../../src/engine/mechanisms/lift.ts';
import { CARGO_CLEARANCE, CARGO_EMBARKING, CARGO_PORT, PEOPLE_HOME, PEOPLE_SEATS, PHASE_LIFT } from '../../../src/engine/unit-stages.ts';
import { deployRow, runOf, tablesOf } from '../../make/deployment.ts';

/** Two battalions at one stage of their equipment and people. */
function twoAt(cargoStage: number, peopleStage: number, lifts = { airSeats: 300, seaTonnes: 900, sailing: 15 }) {
  const run = runOf(tablesOf({ lift: lifts }), [deployRow('infantry-battalion', 2, 'standard')]);
  const u = run.o.unitFirst[0]!;
  for (const v of [u, u + 1]) {
    run.s.unitPhase[v] = PHASE_LIFT;
    run.s.unitCargoStage[v] = cargoStage;
    run.s.unitPeopleStage[v] = peopleStage;
    run.s.unitDuration[v] = 1000;
  }
  return { run, u, s: run.s };
}

describe('sea lift', () => {
  it('serves orders in turn and never more than the tonnes of the day', () => {
    const { run, u, s } = twoAt(CARGO_EMBARKING, PEOPLE_HOME);
    for (let day = 1; day <= 5; day++) {
      lift.run(run);
      expect(s.unitCargoShipped[u]! + s.unitCargoShipped[u + 1]!).toBeCloseTo(900 * day, 9);
    }
    expect(s.unitCargoShipped[u]).toBe(3000);
    expect(s.unitCargoShipped[u + 1]).toBe(1500);
    expect(s.unitConstraint[u + 1]).toBe(LIFT);
  });
  it('does not embark without consent', () => {
    const { run, u, s } = twoAt(CARGO_EMBARKING, PEOPLE_HOME);
    s.consent[0] = 0.1;
    lift.run(run);
    expect(s.unitCargoShipped[u]).toBe(0);
    expect(s.unitConstraint[u]).toBe(CONSENT);
  });
});

describe('the port', () => {
  it('clears for units their share of its throughput, less in the rains', () => {
    const { run, u, s } = twoAt(CARGO_PORT, PEOPLE_HOME);
    lift.run(run);
    expect(s.unitCargoLifted[u]).toBeCloseTo(0.6 * 900, 9);
    s.wetness[0] = 1;
    lift.run(run);
    // throughput 720 t at the height of the rains; 360 t stay reserved for supply and relief
    expect(s.unitCargoLifted[u]).toBeCloseTo(540 + 360, 9);
  });
  it('takes longer when the host obstructs', () => {
    const { run, u, s } = twoAt(CARGO_CLEARANCE, PEOPLE_HOME);
    s.customsObstruction[0] = 2.5;
    for (let day = 0; day < 10; day++) lift.run(run);
    expect(s.unitWork[u]).toBeCloseTo(4, 9);
    expect(s.unitConstraint[u]).toBe(CONSENT);
  });
});

describe('seats', () => {
  it('carry people only once the equipment clears customs, and never more than the day has', () => {
    const { run, u, s } = twoAt(CARGO_EMBARKING, PEOPLE_HOME, { airSeats: 300, seaTonnes: 0, sailing: 15 });
    lift.run(run);
    expect(s.unitLifted[u]).toBe(0);
    s.unitCargoStage[u] = CARGO_CLEARANCE;
    s.unitCargoStage[u + 1] = CARGO_CLEARANCE;
    lift.run(run);
    lift.run(run);
    lift.run(run);
    expect(s.unitLifted[u]).toBe(850);
    expect(s.unitLifted[u + 1]).toBe(50);
    expect(s.unitPeopleStage[u + 1]).toBe(PEOPLE_SEATS);
  });
});
