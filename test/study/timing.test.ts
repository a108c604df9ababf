/** The timing map, the last responsible day, whole plans moved, and plans that act sooner. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/plan/check.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { shiftedPlan } from '../../src/plan/edit.ts';
import { planHash } from '../../src/plan/hash.ts';
import { planWorld } from '../../src/plan/world.ts';
import { lastResponsible, type StartRecord } from '../../src/study/last-responsible.ts';
import type { PlanInput } from '../../src/study/job.ts';
import { pairVariants, planVariants, variantsOf } from '../../src/study/start-variants.ts';
import { sorted, quantile } from '../../src/study/statistics.ts';
import { sweepRuns } from '../../src/study/sweep-runs.ts';
import { timingDays, timingMap, type TimingMap, type TimingOptions } from '../../src/study/timing.ts';
import { actingSooner, warningValue } from '../../src/study/warning-value.ts';
import { worldOf } from '../../src/study/world.ts';
import { InlineExecutor } from '../../src/workers/inline.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const scenario = smallScenario({ days: 100 });
const world = planWorld(scenario);
const [m1, t1, , , d1] = smallPlan().actions;
const plan = smallPlan([{ ...m1!, until: 80 }, { ...t1! }, { ...d1!, start: 30 }, { kind: 'aid', id: 'x1', start: 25, region: 'east', amount: 30, stock: 500 }]);
const executor = new InlineExecutor();
const input = (one: typeof plan): PlanInput => ({ id: one.id, hash: planHash(one), rows: compilePlan(one, world) });

describe('days of a map', () => {
  it('hold the present start and stay within the scenario', () => {
    expect(timingDays(90, 5, 60, 539)).toEqual([30, 60, 90, 120, 150]);
    expect(timingDays(10, 4, 60, 539)).toEqual([10, 23, 47, 70]);
    expect(timingDays(95, 3, 40, 99)).toEqual([55, 77, 95]);
  });
});

describe('a timing map', () => {
  const { present, variant } = pairVariants(plan, ['d1', 'x1'], world);
  const options: TimingOptions = {
    scenario: 'small', plan: 'a', actions: ['d1', 'x1'], outcome: 'cost', tolerance: 1000, runs: 12, seed: 5, ensemble: 'events', present, days: [[10, 30, 60], [5, 25, 50, 75]], regions: 4, length: 100, variant,
  };
  let map: TimingMap;
  const stages: number[] = [];
  beforeAll(async () => {
    await executor.open(worldOf(scenario));
    map = await timingMap(executor, options, early => stages.push(early.runs));
  });

  it('has in every cell the outcome of the plan with both actions on those days', async () => {
    const at = (x: number, y: number) => smallPlan(plan.actions.map(action => (action.id === 'd1' ? { ...action, start: x } : action.id === 'x1' ? { ...action, start: y } : action)));
    const alone = await Promise.all(map.cells.map(({ starts }) => sweepRuns(executor, { plans: [input(at(...starts))], outcomes: ['cost'], runs: 12, seed: 5, ensemble: 'events', regions: 4, days: 100 })));
    map.cells.forEach((cell, i) => expect(cell.median, cell.starts.join()).toBe(quantile(sorted(alone[i]![0]![0]!), 0.5)));
    expect(new Set(map.cells.map(cell => cell.median)).size).toBeGreaterThan(3);
    expect(stages).toEqual([8, 12]);
  });
  it('names the best cell and those the futures cannot tell from it', () => {
    const best = map.cells.find(({ starts }) => starts[0] === map.best![0] && starts[1] === map.best![1])!;
    expect(best.median).toBe(Math.min(...map.cells.filter(({ feasible }) => feasible).map(({ median }) => median)));
    expect(best.nearBest).toBe(true);
  });
  it('joins cells without material difference to the plan', async () => {
    const here = map.cells.find(({ starts }) => starts[0] === 30 && starts[1] === 25)!;
    expect(here).toMatchObject({ flat: true, inFlatRegion: true, better: 0.5, difference: { p5: 0, median: 0, p95: 0 } });
    for (const cell of map.cells) if (cell.inFlatRegion) expect(cell.flat).toBe(true);
    const wide = await timingMap(executor, { ...options, tolerance: 1e12 });
    expect(wide.cells.every(({ feasible, inFlatRegion }) => inFlatRegion === feasible)).toBe(true);
    const none = await timingMap(executor, { ...options, tolerance: 0 });
    expect(none.cells.filter(({ inFlatRegion }) => inFlatRegion).length).toBeLessThan(wide.cells.length);
  });
  it('marks what cannot be, with a reason', async () => {
    const late = await timingMap(executor, { ...options, runs: 2, days: [[30, 100], [25, 50]] });
    expect(late.cells.map(({ feasible }) => feasible)).toEqual([true, true, false, false]);
    expect(late.cells[2]!.reason).toEqual({ en: 'd1: the scenario is over by then', fr: 'd1 : le scénario est terminé à cette date' });
  });
  it('gives up when it is told to', async () => {
    const controller = new AbortController();
    await expect(timingMap(executor, { ...options, runs: 400, signal: controller.signal, onProgress: () => controller.abort() })).rejects.toMatchObject({ name: 'Cancelled' });
  });
});

describe('the last responsible day', () => {
  const record = (start: number, met: readonly number[], feasible = true): StartRecord => ({ start, feasible, met: Uint8Array.from(met) });
  const share = (of: number, n: number): number[] => Array.from({ length: n }, (_, i) => ((i * 7) % n < of ? 1 : 0));

  it('is the latest feasible start that meets the target with the odds', () => {
    expect(lastResponsible([record(0, share(10, 10)), record(10, share(8, 10)), record(20, share(7, 10)), record(30, share(10, 10), false)], 0.8).day).toBe(10);
    expect(lastResponsible([record(0, share(5, 10))], 0.8)).toMatchObject({ day: null });
    expect(lastResponsible([record(0, share(0, 10))], 0.8)).toEqual({ day: null, low: null, high: null, none: 1 });
  });
  it('is the surer the more futures there are', () => {
    // the share that meets it falls by a tenth every ten days
    const curve = (n: number): StartRecord[] => [0, 10, 20, 30, 40, 50].map(start => record(start, share(Math.round(n * (1 - start / 100)), n)));
    const [few, many] = [lastResponsible(curve(20), 0.75), lastResponsible(curve(2000), 0.75)];
    expect(few.day).toBe(20);
    expect(many).toMatchObject({ day: 20, low: 20, high: 20, none: 0 });
    expect(few.high! - few.low!).toBeGreaterThan(0);
  });
  it('does not hang on starts that are sure', () => {
    expect(lastResponsible([record(0, share(10, 10)), record(10, share(10, 10))], 0.8)).toEqual({ day: 10, low: 10, high: 10, none: 0 });
  });
});

describe('a whole plan', () => {
  it('moves together, what waits moves with it, and starts that wait for an alert stay', () => {
    const before = smallPlan();
    const after = shiftedPlan(before, 10);
    before.actions.forEach((action, i) => {
      const moved = after.actions[i]!;
      if (typeof action.start === 'number') expect(moved.start).toBe(action.start + 10);
      else if (typeof action.start === 'object') expect(moved.start).toEqual(action.start);
    });
    expect(after.actions.find(action => action.id === 'o1')!.start).toBe('2027-04-12');
    expect(after.actions.find(action => action.id === 'x1')).toEqual(before.actions.find(action => action.id === 'x1'));
    expect(after.actions.find(action => action.id === 'b1')!.until).toBe(190);
    expect(shiftedPlan(shiftedPlan(before, 10), -10)).toEqual(before);
  });
  it('has the start day of its first action, and says why a day cannot be', () => {
    const { present, variant } = planVariants(plan, world);
    expect(present).toBe(5);
    expect(variant(5)).toMatchObject({ feasible: true, plan: { hash: planHash(plan) } });
    expect(variant(85)).toMatchObject({ feasible: false });
    expect(variant(85).reason.en).toMatch(/the scenario is over by then/);
    expect(variantsOf(plan, 'all', world).present).toBe(5);
    expect(variantsOf(plan, 'd1', world).present).toBe(30);
  });
});

describe('warning', () => {
  it('lets a plan act sooner, nothing before D0, without new errors', () => {
    const sooner = actingSooner(smallPlan(), 14, world);
    const starts = Object.fromEntries(sooner.actions.map(({ id, start }) => [id, start]));
    expect(starts).toMatchObject({ m1: 0, t1: 0, d1: 46, r1: 26, o1: 18, x1: { afterAlert: 2, days: 0 }, b1: { afterAction: 'd1', days: 3 } });
    const errors = checkPlan(sooner, planWorld(smallScenario())).filter(finding => finding.severity === 'error');
    expect(errors).toEqual([]);
  });
  it('is worth more the earlier it comes, where only time matters', async () => {
    const alone = smallPlan([{ ...m1!, start: 40, until: 80 }]);
    const value = await warningValue(executor, {
      world: worldOf(scenario), planWorld: world, plan: alone, outcome: 'daysToFirstEffect', tolerance: 0, runs: 6, seed: 2, ensemble: 'events', weeks: [-1, 0, 1, 2], factors: [1, 3],
    });
    const medians = value.leadTime.map(row => row.median);
    expect(medians).toEqual([...medians].sort((a, b) => b - a));
    expect(value.oneMoreWeek).toBeLessThan(0);
    expect(value.leadTime[2]!.better).toBeGreaterThan(0.5);
    // the executor is left with the world as it was
    const after = await sweepRuns(executor, { plans: [input(alone)], outcomes: ['daysToFirstEffect'], runs: 6, seed: 2, ensemble: 'events', regions: 4, days: 100 });
    expect(quantile(sorted(after[0]![0]!), 0.5)).toBe(value.leadTime[1]!.median);
  });
});
