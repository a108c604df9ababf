/** Relief: tonnes from the store to a region, what bounds them, and what they cost. */
import { describe, expect, it } from 'vitest';
import { CONSENT, MONEY, NONE, ROUTE, SECURITY, SUPPLY } from '../../../src/engine/constraints.ts';
import { relief } from '../../../src/engine/mechanisms/relief.ts';
import { routes } from '../../../src/engine/mechanisms/routes.ts';
import { step } from '../../../src/engine/run.ts';
import { orderRow, runOf, tablesOf } from '../../make/deployment.ts';

const EAST = 2;
/** 30 t a day to the east, dispatched. */
function dispatched(extra: number[] = []) {
  const run = runOf(tablesOf(), [orderRow('aid', 30, { extra })]);
  run.s.rowState[0] = 1;
  run.s.rowStage[0] = 3;
  run.s.obstruction[0] = 1;
  routes.run(run);
  run.s.linkRisk[1] = 0;
  return run;
}

describe('relief', () => {
  it('moves its tonnes from the store to the region and pays for them', () => {
    const run = dispatched();
    const cash = run.s.cash[0]!;
    relief.run(run);
    expect(run.s.aidDelivered[EAST]).toBe(30);
    expect(run.s.aidStock[EAST]).toBe(30);
    expect(run.s.aidDepot[0]).toBe(1500 - 30);
    expect(cash - run.s.cash[0]!).toBeCloseTo(30 * 1280, 6);
    expect(run.s.linkLeft[1]).toBe(270);
    expect(run.s.rowConstraint[0]).toBe(NONE);
  });
  it('places its stock in advance, at most double its daily tonnes', () => {
    const run = dispatched([50]);
    [30, 20, 0].forEach(more => {
      run.s.linkLeft.set(run.s.linkCapacity);
      relief.run(run);
      expect(run.s.aidDelivered[EAST]).toBe(30 + more);
    });
  });
  it.each([
    ['the store', (s: ReturnType<typeof dispatched>['s']) => { s.aidDepot[0] = 6; }, 6, SUPPLY],
    ['the road', (s: ReturnType<typeof dispatched>['s']) => { s.linkLeft[1] = 12; }, 12, ROUTE],
    ['the host', (s: ReturnType<typeof dispatched>['s']) => { s.obstruction[0] = 2; }, 15, CONSENT],
    ['insecurity', (s: ReturnType<typeof dispatched>['s']) => { s.linkRisk[1] = 0.5; }, 30 * 0.45, SECURITY],
    ['money', (s: ReturnType<typeof dispatched>['s']) => { s.cash[0] = 12_800; }, 10, MONEY],
  ] as const)('is bounded by %s', (_, spoil, tonnes, limit) => {
    const run = dispatched();
    spoil(run.s);
    relief.run(run);
    expect(run.s.rowEffect[0]).toBeCloseTo(tonnes / 30, 9);
    expect(run.s.rowConstraint[0]).toBe(limit);
  });
  it('loses part of it on an unsafe road', () => {
    const run = dispatched();
    run.s.linkRisk[1] = 0.3;
    relief.run(run);
    expect(run.s.aidDelivered[EAST]).toBeCloseTo(30 * (1 - 0.08 * 0.3), 9);
  });
  it('is refilled from abroad and goes on after the store has emptied', () => {
    const run = runOf(tablesOf({ stocks: { rations: 400, fuel: 800, aid: 300, daysAtBases: 20 } }), [orderRow('aid', 30)], 6);
    let delivered = 0;
    while (run.day < run.t.days) {
      step(run);
      delivered += run.s.aidDelivered[EAST]!;
    }
    expect(delivered).toBeGreaterThan(1000);
  });
});
