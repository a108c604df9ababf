import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { InlineExecutor } from '../../src/workers/inline.ts';
import { explain, type Explanation } from '../../src/study/explain.ts';
import { KeyedDraws } from '../../src/study/keyed-draws.ts';
import { accountOf } from '../../src/study/shares.ts';
import { differingActions, swapsOf } from '../../src/study/swaps.ts';
import { worldOf } from '../../src/study/world.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

/** A made-up outcome of causes on or off, with noise that both plans share. */
function account(f: (on: readonly boolean[]) => number, causes: number, noise = 0) {
  const n = 200;
  const draws = new KeyedDraws(5, 'noise');
  const of = (on: readonly boolean[]): Float64Array => Float64Array.from({ length: n }, (_, i) => f(on) * (1 + noise * (draws.at(i) - 0.5)));
  const all = Array.from({ length: causes }, () => true);
  const none = all.map(() => false);
  const minus = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - b[i]!);
  return accountOf(minus(of(all), of(none)), all.map((_, c) => ({ knockedOut: minus(of(all), of(all.map((__, i) => i !== c))), alone: minus(of(none.map((__, i) => i === c)), of(none)) })), 1, 'test');
}
const total = ({ causes, interactions, remainder }: Pick<Explanation['byAction'], 'causes' | 'interactions' | 'remainder'>): number => causes.reduce((sum, cause) => sum + cause.share!, 0) + interactions.share! + remainder.share!;

describe('shares of a difference', () => {
  it('are exact for causes and pairs of causes: 2a + 3b + 4ab', () => {
    const found = account(([a, b]) => 2 * Number(a) + 3 * Number(b) + 4 * Number(a && b), 2);
    expect(found.causes.map(cause => cause.share)).toEqual([6 / 9, 7 / 9]);
    expect(found.interactions.share).toBeCloseTo(-4 / 9, 12);
    expect(found.remainder.share).toBeCloseTo(0, 12);
    expect(found.causes[0]!.alone).toBe(2);
  });
  it('put what needs three causes into the remainder', () => {
    const found = account(([a, b, c]) => 5 * Number(a) + 3 * Number(a && b && c), 3);
    expect(found.remainder.amount).toBeCloseTo(-1.5, 12);
    expect(total(found)).toBeCloseTo(1, 12);
  });
  it('are positive interactions where one cause stands in for another', () => {
    const found = account(([a, b]) => 6 * Number(a || b), 2);
    expect(found.causes.map(cause => cause.share)).toEqual([0, 0]);
    expect(found.interactions.share).toBe(1);
  });
  it('have intervals that hold what they are the intervals of', () => {
    const found = account(([a, b]) => 2 * Number(a) + 3 * Number(b), 2, 1);
    for (const { share, shareInterval, amount, interval } of [...found.causes, found.interactions]) {
      expect(shareInterval![0]).toBeLessThanOrEqual(share! + 1e-12);
      expect(shareInterval![1]).toBeGreaterThanOrEqual(share! - 1e-12);
      expect(interval[0]).toBeLessThanOrEqual(amount + 1e-12);
      expect(interval[1]).toBeGreaterThanOrEqual(amount - 1e-12);
    }
  });
  it('are left out while the difference cannot be told from none', () => {
    const draws = new KeyedDraws(2, 'nothing');
    const difference = Float64Array.from({ length: 100 }, (_, i) => draws.at(i) - 0.5);
    const found = accountOf(difference, [{ knockedOut: difference, alone: difference }], 1, 'nothing');
    expect(found.decided).toBe(false);
    expect(found.causes[0]!.share).toBeNull();
  });
});

const scenario = smallScenario({ days: 120 });
const world = planWorld(scenario);
const plan = (id: string, actions: Plan['actions']): Plan => ({ ...smallPlan(actions.map(action => (action.until === undefined ? action : { ...action, until: 115 }))), id });
const all = smallPlan().actions;

describe('swapped actions', () => {
  it('are those that differ; what waits for an action that only one plan has goes with it', () => {
    const a = plan('a', all.filter(action => action.id !== 'c1' && action.id !== 's1'));
    const b = plan('b', all.map(action => (action.id === 'd1' ? { ...action, start: 77 } : action)));
    const ids = differingActions(a, b);
    expect(ids).toEqual(expect.arrayContaining(['d1']));
    for (const swap of swapsOf(a, b)) {
      const ofIds = new Set(swap.actions);
      const pick = (of: Plan) => of.actions.filter(action => ofIds.has(action.id));
      expect(pick(swap.knockedOut)).toEqual(expect.arrayContaining(pick(a)));
      expect(pick(swap.knockedOut)).toHaveLength(pick(a).length);
      expect(pick(swap.alone)).toEqual(expect.arrayContaining(pick(b)));
    }
    expect(swapsOf(a, b).flatMap(swap => swap.actions).sort()).toEqual([...ids].sort());
    expect(swapsOf(b, b)).toEqual([]);
  });
});

describe('an explanation', () => {
  const run = async (a: Plan, b: Plan, runs = 8): Promise<Explanation> => {
    const executor = new InlineExecutor();
    await executor.open(worldOf(scenario));
    return explain(executor, { scenario, world, a, b, outcome: 'cost', runs, seed: 2, ensemble: 'events' });
  };
  const nothing = plan('none', []);
  const response = plan('b', all);

  it('sums to 100 % by action, by way in, by place and by time; taking the top cause out removes its share', async () => {
    const found = await run(nothing, response);
    expect(found.byAction.decided).toBe(true);
    expect(total(found.byAction)).toBeCloseTo(1, 9);
    expect(total(found.byMechanism)).toBeCloseTo(1, 9);
    // what is not given to a cause or a pair is small: the account is complete within its interval
    const [low, high] = found.byMechanism.remainder.shareInterval!;
    expect(low).toBeLessThanOrEqual(0.25);
    expect(high).toBeGreaterThanOrEqual(-0.25);
    for (const parts of [found.byRegion, found.byTime]) expect(parts.reduce((sum, part) => sum + part.share!, 0)).toBeCloseTo(1, 6);
    const top = found.byAction.causes.reduce((best, cause, i) => (Math.abs(cause.amount) > Math.abs(found.byAction.causes[best]!.amount) ? i : best), 0);
    const { knockedOut } = found.byAction.swaps[top]!;
    // a study of its own: the plan without the cause against the plan with it
    const without = await run(nothing, knockedOut);
    const removed = 1 - without.byAction.difference.mean / found.byAction.difference.mean;
    expect(removed).toBeCloseTo(found.byAction.causes[top]!.share!, 9);
    expect(Math.abs(removed)).toBeGreaterThan(0.05);
  });

  it('names a future that shows the difference, and the day on which it parts', async () => {
    const { evidence, divergence, comparison } = await run(nothing, response, 4);
    expect(evidence.future).toBeLessThan(4);
    expect(evidence.b - evidence.a).not.toBe(0);
    expect(evidence.parted).toBeGreaterThanOrEqual(0);
    expect(divergence.first.p5).toBeLessThanOrEqual(divergence.first.median);
    expect(divergence.forGood.median).toBeGreaterThanOrEqual(divergence.first.median);
    expect(comparison.aBetter + comparison.bBetter + comparison.ties).toBe(4);
  });

  it('finds nothing between a plan and itself', async () => {
    const found = await run(response, { ...response, id: 'same' }, 2);
    expect(found.byAction.causes).toEqual([]);
    expect(found.byMechanism.names).toEqual([]);
    expect(found.byAction.difference.mean).toBe(0);
    expect(found.divergence.first.never).toBe(1);
    expect(found.evidence.parted).toBe(-1);
  });
});
