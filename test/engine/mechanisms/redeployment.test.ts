/** Redeployment: units pack, are on the road, work again at the other end. */
import { describe, expect, it } from 'vitest';
import { ROUTE, START } from '../../../src/engine/constraints.ts';
import { step } from '../../../src/engine/run.ts';
import { PHASE_MOVEMENT, PHASE_OPERATIONAL } from '../../../src/engine/unit-stages.ts';
import { orderRow, runOf, tablesOf, unitTypeIndex } from '../../make/deployment.ts';

const move = (amount: number, region: number) => orderRow('redeploy', amount, { unitType: unitTypeIndex('infantry-battalion'), from: 0, region, days: 5 });

describe('a redeployment', () => {
  it('takes the unit out of one region and puts it to work in the other, as strong as before', () => {
    const run = runOf(tablesOf(), [move(1, 1)]);
    while (run.day < 6) step(run);
    expect(run.s.unitPhase[0]).toBe(PHASE_MOVEMENT);
    expect(run.s.presentTroops[0]).toBe(0);
    while (run.s.unitPhase[0] !== PHASE_OPERATIONAL && run.day < 100) step(run);
    expect(run.day).toBeGreaterThan(7);
    expect(run.day).toBeLessThan(60);
    expect(run.s.presentTroops[1]).toBeCloseTo(765, 6);
    expect(run.s.rowEffect[0]).toBeGreaterThan(0.95);
  });
  it('for more units than there are moves those and waits for the others', () => {
    const run = runOf(tablesOf(), [move(2, 1)]);
    while (run.day < 100) step(run);
    expect(run.s.rowEffect[0]).toBeCloseTo(0.5, 1);
    expect(run.s.rowConstraint[0]).toBe(START);
  });
  it('stops where the road is cut', () => {
    const run = runOf(tablesOf(), [move(1, 3)]);
    while (run.day < 100) {
      run.s.linkDamage[2] = 1;
      step(run);
    }
    expect(run.s.unitPhase[0]).toBe(PHASE_MOVEMENT);
    expect(run.s.rowConstraint[0]).toBe(ROUTE);
  });
});
