/** Plans simulated together until they part give the bits of plans simulated one by one, and fewer days are simulated. */
import { describe, expect, it } from 'vitest';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { forksOf, simulatedDays } from '../../src/study/forks.ts';
import type { PlanInput } from '../../src/study/job.ts';
import { OUTCOMES } from '../../src/study/outcomes.ts';
import { Simulator } from '../../src/study/simulator.ts';
import { World, worldOf } from '../../src/study/world.ts';
import { planInput, responseRows } from '../make/order-rows.ts';
import { smallScenario } from '../make/small-scenario.ts';

const input = worldOf(smallScenario());
const t = new World(input).tables;
const schedules = (plans: readonly PlanInput[]) => plans.map(plan => buildSchedule(plan.rows, t.initialUnits));

/** Two actions on a grid of starts: police sent by `x`, relief by `y`. */
const grid = (xs: readonly number[], ys: readonly number[]): PlanInput[] => xs.flatMap(x => ys.map(y =>
  planInput(`${x} ${y}`, responseRows().map(row => (row.id === 'q1' ? { ...row, days: x } : row.id === 'x1' ? { ...row, days: y } : row)))));

const weekly = Array.from({ length: 20 }, (_, i) => planInput(`w${i}`, responseRows().map(row => (row.id === 'q1' ? { ...row, days: 7 * i } : row))));
const larger = responseRows().map(row => (row.id === 'q1' ? { ...row, amount: 2 } : row));

describe('forks', () => {
  it('simulate every day once until plans part', () => {
    const days = simulatedDays(forksOf(schedules(weekly), t.days));
    // the last start alone from D0, every other from its own day on
    expect(days).toBe(weekly.reduce((sum, _, i) => sum + t.days - 7 * i, 0) + 7 * 19);
  });
  it('share what plans of a grid have in common', () => {
    const xs = [0, 40, 80];
    const ys = [20, 60, 100];
    // on day k as many runs differ as there are starts so far, and one for all starts to come, in both directions
    const apart = (starts: readonly number[], k: number): number => starts.filter(start => start <= k).length + (starts.some(start => start > k) ? 1 : 0);
    const least = Array.from({ length: t.days }, (_, k) => apart(xs, k) * apart(ys, k)).reduce((sum, n) => sum + n, 0);
    expect(simulatedDays(forksOf(schedules(grid(xs, ys)), t.days))).toBe(least);
    expect(least).toBeLessThan(9 * t.days);
  });
  it('run plans that are the same once, and those that differ in more than a start alone', () => {
    expect(simulatedDays(forksOf(schedules([weekly[3]!, weekly[3]!]), t.days))).toBe(t.days);
    expect(simulatedDays(forksOf(schedules([weekly[3]!, planInput('more', larger)]), t.days))).toBe(2 * t.days);
  });
});

describe('a sweep', () => {
  const plans = [...weekly.slice(2, 8).reverse(), ...grid([10, 35, 90], [0, 45, 199]), planInput('base', responseRows()), planInput('again', responseRows()), planInput('more', larger), planInput('nothing', [])];

  it.each(['events', 'events+assumptions'] as const)('gives the outcomes of single runs to the last bit: %s', ensemble => {
    const chunk = new Simulator(input).perform({ kind: 'sweep', plans, seed: 7, ensemble, firstRun: 3, count: 4 });
    const alone = new Simulator(input);
    plans.forEach((plan, i) => {
      const one = alone.perform({ kind: 'outcomes', plan, seed: 7, ensemble, firstRun: 3, count: 4, record: false });
      const n = 4 * OUTCOMES.length;
      expect([...chunk.outcomes.subarray(i * n, (i + 1) * n)], plan.id).toEqual([...one.outcomes]);
    });
  });
  it('gives them again from what a thread keeps', () => {
    const simulator = new Simulator(input);
    const task = { kind: 'sweep', plans, seed: 2, ensemble: 'events', firstRun: 0, count: 2 } as const;
    expect(simulator.perform(task)).toEqual(simulator.perform(task));
  });
});
