/** Search under noise: known optima, a small country searched through, limits, the front and the simplest plan. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/plan/compile.ts';
import { planHash } from '../../src/plan/hash.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { drawer } from '../../src/study/bootstrap.ts';
import { searchPlans, type Evaluate, type SearchOptions } from '../../src/study/search.ts';
import { searchStudy, type SearchReport, type SearchRequest } from '../../src/study/search-study.ts';
import { changesOf, searchSpace, spaceSize, type Choice, type SearchSpace } from '../../src/study/search-space.ts';
import { meanOf } from '../../src/study/statistics.ts';
import { sweepRuns } from '../../src/study/sweep-runs.ts';
import { worldOf } from '../../src/study/world.ts';
import { InlineExecutor } from '../../src/workers/inline.ts';
import { smallScenario } from '../make/small-scenario.ts';

describe('search over known means', () => {
  const SIDE = 7;
  const knobs = ['p', 'q', 'r', 's'].map(action => ({ action, what: 'start' as const, values: Array.from({ length: SIDE }, (_, i) => i * 10), present: 3 }));
  const space: SearchSpace = { knobs, base: [3, 3, 3, 3], planOf: () => { throw new Error('no plan is needed'); }, obstacle: choice => (choice[3] === 6 ? 'no' : undefined) };
  // the best is at 1, 5, 2 of the first three; the last does nothing but cost
  const mean = (c: Choice): number => 100 + 4 * (c[0]! - 1) * (c[0]! - 1) + 3 * (c[1]! - 5) * (c[1]! - 5) + 2 * (c[2]! - 2) * (c[2]! - 2) + (c[0] === 1 && c[1] === 5 ? -5 : 0);
  const cost = (c: Choice): number => 10 + c[1]! + c[3]!;
  /** Noise: a heavy tail that all share, and a tamer one of each variant's own. */
  const noisy: Evaluate = async (choices, from, to) => choices.map(c => ({
    values: Float64Array.from({ length: to - from }, (_, i) => {
      const shared = drawer(from + i)(1e6) / 1e6;
      const own = drawer((from + i) * 7919 + c.reduce((key, x) => key * SIDE + x, 0))(1e6) / 1e6;
      return mean(c) + 20 / (0.02 + shared) + 10 * own;
    }),
    costs: new Float64Array(to - from).fill(cost(c)),
  }));
  const options: SearchOptions = { space, better: 'less', budget: 100, tolerance: 0, runs: 64, simulations: 6000, seed: 1, evaluate: noisy };

  it('finds the best of 2,401 within its simulations, again and again', async () => {
    for (const seed of [1, 2, 3]) {
      const result = await searchPlans({ ...options, seed });
      expect(mean(result.best!.choice)).toBeLessThanOrEqual(95 * 1.05);
      expect(result.simulations).toBeLessThanOrEqual(6000);
      expect(result.best!.choice[3]).not.toBe(6);
      // the knob that does nothing goes back to where it was
      expect(result.simplest!.choice[3]).toBe(3);
    }
  });
  it('stays within the budget and shows what less money does', async () => {
    const result = await searchPlans({ ...options, budget: 14 });
    expect(cost(result.best!.choice)).toBeLessThanOrEqual(14);
    const costs = result.front.map(({ tried }) => meanOf(tried.costs));
    const means = result.front.map(({ tried }) => meanOf(tried.values));
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(means).toEqual([...means].sort((a, b) => b - a));
    for (const { regret } of result.front) expect(regret).toBeGreaterThanOrEqual(0);
    expect(result.front.at(-1)!.regret).toBeLessThanOrEqual(result.front[0]!.regret);
    expect((await searchPlans({ ...options, budget: 5 })).best).toBeUndefined();
  });
  it('gives the same answer twice', async () => expect(await searchPlans(options)).toEqual(await searchPlans(options)));
});

describe('search in a small country', () => {
  const scenario = smallScenario({ days: 80 });
  const world = planWorld(scenario);
  const plan: Plan = {
    format: 1, id: 'a', scenario: 'small', letter: 'A', title: { en: 'A', fr: 'A' },
    actions: [
      { kind: 'deploy', id: 'd1', start: 30, unit: 'quick-reaction-company', amount: 1, contributor: 'northland', destination: 'east' },
      { kind: 'aid', id: 'x1', start: 30, region: 'east', amount: 20, stock: 400 },
    ],
  };
  const executor = new InlineExecutor();
  const RUNS = 24;
  const request: SearchRequest = { plan, world, outcome: 'needReached', budget: 1e12, tolerance: 0, runs: RUNS, simulations: 20 * RUNS + 500, seed: 4, ensemble: 'events', step: 10, span: 20 };
  let report: SearchReport;
  beforeAll(async () => {
    await executor.open(worldOf(scenario));
    report = await searchStudy(executor, request);
  });

  it('comes within 5 % of an exhaustive search with a part of its simulations', async () => {
    const space = searchSpace(plan, world, request);
    const all: Choice[] = [[]];
    for (const knob of space.knobs) for (const choice of all.splice(0)) knob.values.forEach((_, v) => all.push([...choice, v]));
    expect(all).toHaveLength(spaceSize(space));
    const feasible = all.filter(choice => space.obstacle(choice) === undefined);
    const plans = feasible.map(choice => space.planOf(choice)).map(one => ({ id: 'a', hash: planHash(one), rows: compilePlan(one, world) }));
    const values = await sweepRuns(executor, { plans, outcomes: ['needReached'], runs: RUNS, seed: 4, ensemble: 'events', regions: 4, days: 80 });
    const means = values.map(([one]) => meanOf(one!));
    const [best, worst] = [Math.max(...means), Math.min(...means)];
    expect(best - worst, 'there is something to find').toBeGreaterThan(0.1 * best);
    expect(report.best!.outcome.mean).toBeGreaterThanOrEqual(0.95 * best);
    expect(report.simulations).toBeLessThan(0.5 * plans.length * RUNS);
    expect(report.simulations).toBeLessThanOrEqual(request.simulations);
  });
  it('tells what changes, and its plan does just that', () => {
    const { best, simplest, base } = report;
    expect(base).toMatchObject({ changes: [], better: 0.5, actions: 2 });
    expect(best!.better).toBeGreaterThan(0.5);
    expect(simplest!.changes.length).toBeLessThanOrEqual(best!.changes.length);
    for (const { action, what, to } of best!.changes) {
      const made = best!.plan.actions.find(one => one.id === action);
      if (what === 'start') expect(made!.start).toBe(to);
      if (what === 'amount') expect(made === undefined ? 0 : (made as { amount?: number }).amount).toBe(to);
    }
  });
  it('keeps pledges and the mandate', () => {
    const space = searchSpace(plan, world, request);
    const at = space.knobs.findIndex(knob => knob.action === 'd1' && knob.what === 'amount');
    const two = space.base.map((old, k) => (k === at ? space.knobs[at]!.values.indexOf(2) : old));
    expect(changesOf(space, two)).toEqual([{ action: 'd1', what: 'amount', from: 1, to: 2 }]);
    expect(space.obstacle(two)).toMatch(/pledged/);
    const none = space.base.map((old, k) => (k === at ? 0 : old));
    expect(space.planOf(none).actions.map(action => action.id)).toEqual(['x1']);
  });
  it('gives up when it is told to', async () => {
    const controller = new AbortController();
    await expect(searchStudy(executor, { ...request, signal: controller.signal, onProgress: () => controller.abort() })).rejects.toMatchObject({ name: 'Cancelled' });
  });
});
