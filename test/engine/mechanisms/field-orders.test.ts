/** Monitors, works on a route and forward bases: gates, pace and effect. */
import { describe, expect, it } from 'vitest';
import { CONSENT, MANDATE, MONEY, ROUTE } from '../../../src/engine/constraints.ts';
import { fieldOrders, passGates } from '../../../src/engine/mechanisms/field-orders.ts';
import { step, type Run } from '../../../src/engine/run.ts';
import { orderRow, runOf, tablesOf } from '../../make/deployment.ts';

const t = tablesOf();
/** An order under way, past its gates unless said otherwise. */
function underWay(kind: 'monitors' | 'open-route' | 'forward-base', amount: number, more = {}, stage = 3): Run {
  const run = runOf(t, [orderRow(kind, amount, { region: 3, link: 2, ...more })]);
  run.s.rowState[0] = 1;
  run.s.rowStage[0] = stage;
  run.s.consent[0] = 0.8;
  run.s.missionPresent[0] = 1;
  run.s.routeDays[3] = 2;
  return run;
}

describe('gates', () => {
  it('stop an order at consent, then mandate, then money', () => {
    const run = underWay('forward-base', 500, {}, 0);
    const gate = () => passGates(run, 0, 0.15, true, 2_000_000, 10, 0.5, 1, 0);
    run.s.missionPresent[0] = 0;
    expect(gate()).toBe(MANDATE);
    run.s.missionPresent[0] = 1;
    run.s.consent[0] = 0.1;
    expect(gate()).toBe(CONSENT);
    run.s.consent[0] = 0.5;
    run.s.cash[0] = 1_000_000;
    expect(gate()).toBe(MONEY);
    run.s.cash[0] = 3_000_000;
    expect(gate()).not.toBe(MONEY);
    expect(run.s.rowStage[0]).toBe(2);
  });
});

describe('monitors', () => {
  it('come over the ramp and leave off when consent goes', () => {
    const run = underWay('monitors', 14);
    for (let day = 0; day < 7; day++) fieldOrders.run(run);
    expect(run.s.rowEffect[0]).toBeCloseTo(0.5, 9);
    run.s.consent[0] = 0.2;
    fieldOrders.run(run);
    expect(run.s.rowEffect[0]).toBe(0);
    expect(run.s.rowConstraint[0]).toBe(CONSENT);
  });
});

describe('works on a route', () => {
  const km = (run: Run): number => run.s.rowRamp[0]! * 0.2 * 140;
  it('advance 1.1 km a day for each company on safe dry ground, a quarter of it in the rains', () => {
    const run = underWay('open-route', 2);
    fieldOrders.run(run);
    expect(km(run)).toBeCloseTo(2.2, 9);
    run.s.wetness[0] = 1;
    fieldOrders.run(run);
    expect(km(run)).toBeCloseTo(2.2 * 1.25, 9);
    run.s.linkRisk[2] = 0.5;
    fieldOrders.run(run);
    expect(km(run)).toBeCloseTo(2.2 * 1.375, 9);
  });
  it('harden the road and clear its damage', () => {
    const run = underWay('open-route', 4);
    run.s.linkDamage[2] = 0.9;
    for (let day = 0; day < 10; day++) fieldOrders.run(run);
    expect(run.s.rowEffect[0]).toBe(1);
    expect(run.s.linkWork[2]).toBe(1);
    expect(run.s.linkDamage[2]).toBe(0);
  });
});

describe('a forward base', () => {
  it('houses its people when built and no longer than its order', () => {
    const run = runOf(t, [orderRow('forward-base', 500, { region: 3, until: 120 })]);
    while (run.s.rowEffect[0]! < 1 && run.day < 110) step(run);
    expect(run.s.baseCapacity[3]).toBe(500);
    while (run.day < 123) step(run);
    expect(run.s.baseCapacity[3]).toBe(0);
  });
  it('waits for a road', () => {
    const run = underWay('forward-base', 500, {}, 2);
    run.s.rowDuration[0] = 5;
    run.s.routeDays[3] = Infinity;
    fieldOrders.run(run);
    expect(run.s.rowWork[0]).toBe(0);
    expect(run.s.rowConstraint[0]).toBe(ROUTE);
  });
});
