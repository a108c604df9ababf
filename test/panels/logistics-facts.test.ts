/** What the boards read out of a future, on futures of the engine itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { UNIT_PHASES } from '../../src/engine/schedule.ts';
import { supplyWay } from '../../src/panels/supply-way.ts';
import { STRENGTHS, strengthsOf } from '../../src/panels/unit-strengths.ts';
import { LOGISTIC_LIMITS, waitingOrders } from '../../src/panels/waiting-orders.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { unitTypesOf } from '../../src/scenario/units.ts';
import { preparePlan } from '../../src/study/prepare.ts';
import type { FutureTrace } from '../../src/study/results.ts';
import { Simulator } from '../../src/study/simulator.ts';
import { worldOf } from '../../src/study/world.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const scenario = smallScenario({ days: 400 });
const plan = smallPlan(smallPlan().actions.map(action => (action.kind === 'deploy' ? { ...action, start: 20, amount: 2 } : action)));
const rowOf = (id: string, of: Plan = plan): number => of.actions.findIndex(action => action.id === id);
const types = unitTypesOf(scenario);
let trace: FutureTrace;

beforeAll(() => {
  trace = new Simulator(worldOf(scenario)).perform({ kind: 'future', plan: preparePlan(plan, planWorld(scenario)), seed: 3, ensemble: 'events', run: 1 }) as FutureTrace;
});

describe('the way of supply', () => {
  it('leads from the port to the base over links that are not cut', () => {
    let cut = 0;
    for (let day = 0; day < trace.days; day++) {
      const way = supplyWay(trace, day, 3);
      expect(way.steps.map(step => scenario.links[step.link]!.id)).toEqual(['capital-east', 'east-far-east']);
      expect([way.steps[0]!.from, way.steps.at(-1)!.to]).toEqual([0, 3]);
      const states = way.steps.map(step => step.state);
      expect(way.isOpen).toBe(!states.includes('cut'));
      if (!way.isOpen) { cut++; expect(way.day).not.toBe(day); }
      for (const step of way.steps) expect(step.used).toBeLessThanOrEqual(step.capacity + 1e-3);
    }
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(trace.days);
  });
  it('tells the day of the next change and what it will be', () => {
    const [, step] = supplyWay(trace, 0, 3).steps;
    expect(step!.changes).toBeGreaterThan(0);
    expect(supplyWay(trace, step!.changes, 3).steps[1]!.state).toBe(step!.next);
    expect(supplyWay(trace, step!.changes - 1, 3).steps[1]!.state).toBe(step!.state);
  });
  it('is empty at the port itself', () => {
    expect(supplyWay(trace, 10, 0)).toEqual({ steps: [], day: 10, isOpen: true });
  });
});

describe('the six strengths', () => {
  it('never grow from one to the next, and reach the order’s people', () => {
    const total = 2 * types.find(type => type.id === 'infantry-battalion')!.people;
    let most = 0;
    let between = 0;
    for (let day = 0; day < trace.days; day++) {
      const strengths = strengthsOf(trace, rowOf('d1'), day, types);
      const values = STRENGTHS.map(name => strengths[name]);
      expect(values[0]).toBeLessThanOrEqual(total);
      for (let i = 1; i < values.length; i++) expect(values[i]).toBeLessThanOrEqual(values[i - 1]! + 1e-3);
      if (values[3]! > 0 && values[4]! < values[3]!) between++;
      most = Math.max(most, values[5]!);
    }
    expect(strengthsOf(trace, rowOf('d1'), 0, types).authorised).toBe(0);
    expect(between).toBeGreaterThan(0);
    expect(most).toBeGreaterThan(0.5 * total);
  });
  it('of a redeployment count the units it moves, who arrive when they are there', () => {
    const row = rowOf('r1');
    const people = types.find(type => type.id === 'military-observer-team')!.people;
    const { count, mover, phase } = trace.units;
    const on = Array.from({ length: trace.days }, (_, day) => day).filter(day => mover.subarray(day * count, (day + 1) * count).includes(row));
    expect(on.length).toBeGreaterThan(0);
    const moved = mover.subarray(on[0]! * count, (on[0]! + 1) * count).indexOf(row);
    for (const day of on) {
      const strengths = strengthsOf(trace, row, day, types, true);
      expect(strengths.authorised).toBe(people);
      expect(strengths.arrived > 0).toBe(phase[day * count + moved] !== UNIT_PHASES.indexOf('movement'));
    }
  });
});

describe('orders that wait', () => {
  it('name a limit that holds on each day of the stretch and not on the days beside it', () => {
    const rows = plan.actions.length;
    let held = 0;
    for (let day = 0; day < trace.days; day += 5) {
      const orders = waitingOrders(trace, day);
      for (const order of orders) {
        const code = trace.rows.constraint[day * rows + order.row];
        for (let on = order.since; on <= order.until; on++) expect(trace.rows.constraint[on * rows + order.row]).toBe(code);
        if (order.since > 0) expect(trace.rows.constraint[(order.since - 1) * rows + order.row]).not.toBe(code);
        if (order.until < trace.days - 1) expect(trace.rows.constraint[(order.until + 1) * rows + order.row]).not.toBe(code);
        expect(order.isHeld).toBe(LOGISTIC_LIMITS.includes(order.limit));
        if (order.isHeld) held++;
      }
      const since = orders.filter(order => order.isHeld).map(order => order.since);
      expect(since).toEqual([...since].sort((a, b) => a - b));
      expect(orders.findIndex(order => !order.isHeld)).toBe(since.length === orders.length ? -1 : since.length);
    }
    expect(held).toBeGreaterThan(0);
  });
});
