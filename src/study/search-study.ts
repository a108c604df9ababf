/** A search over variants of a plan in a scenario, from wishes to a plain result: `search --json`. */
import { compilePlan } from '../plan/compile.ts';
import { planHash } from '../plan/hash.ts';
import type { Plan } from '../plan/schema.ts';
import type { PlanWorld } from '../plan/world.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import type { PlanInput } from './job.ts';
import { outcomeOf } from './outcomes.ts';
import { searchPlans, versus, type Evaluate, type Tried } from './search.ts';
import { changesOf, searchSpace, spaceSize, type Change, type Choice, type SearchSpace } from './search-space.ts';
import { meanOf, quantile, sorted } from './statistics.ts';
import { ENGINE, type EngineVersions } from './study.ts';
import { sweepRuns } from './sweep-runs.ts';
import type { Better } from './verdict.ts';

export interface SearchRequest {
  readonly plan: Plan;
  readonly world: PlanWorld;
  readonly outcome: OutcomeName;
  /** Most mean cost, USD. */
  readonly budget: number;
  readonly tolerance: number;
  readonly runs: number;
  readonly simulations: number;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  /** Days between start days tried, and around the present ones. */
  readonly step: number;
  readonly span: number;
  /** Actions that may change; all by default. */
  readonly actions?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, best: string) => void;
}

/** A variant that was found. */
export interface FoundPlan {
  readonly changes: readonly Change[];
  readonly actions: number;
  readonly runs: number;
  readonly outcome: { readonly mean: number; readonly p5: number; readonly median: number; readonly p95: number };
  readonly cost: { readonly mean: number; readonly p5: number; readonly p95: number };
  /** Share of futures that cost more than the budget. */
  readonly overBudget: number;
  /** Against the plan as it stands, over the same futures: the share in which it is better, and the verdict (`b`: it is). */
  readonly better: number;
  readonly verdict: Better;
  readonly plan: Plan;
}

export interface SearchReport {
  readonly scenario: string;
  readonly plan: string;
  readonly outcome: OutcomeName;
  readonly unit: string;
  readonly budget: number;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  readonly engine: EngineVersions;
  readonly space: { readonly knobs: number; readonly choices: number };
  readonly simulations: number;
  readonly tried: number;
  /** The plan as it stands, and why it cannot be had, where it cannot. */
  readonly base: FoundPlan;
  readonly baseObstacle: string | null;
  /** Null when nothing within the budget was found. */
  readonly best: FoundPlan | null;
  /** Fewest changes among those the futures cannot tell from the best. */
  readonly simplest: FoundPlan | null;
  /** Mean cost against mean outcome, cheapest first; regret: mean distance from the best of the front, future by future. */
  readonly front: readonly (FoundPlan & { readonly regret: number })[];
}

/**
 * Searches.
 * @throws an Error named "Cancelled" when the signal says so
 */
export async function searchStudy(executor: Executor, request: SearchRequest): Promise<SearchReport> {
  const { plan, world, outcome, budget, tolerance, runs, simulations, seed, ensemble, signal } = request;
  const space = searchSpace(plan, world, request);
  const { unit, better } = outcomeOf(outcome);
  const inputs = new Map<string, PlanInput>();
  const inputOf = (choice: Choice): PlanInput => {
    const key = choice.join(' ');
    const made = space.planOf(choice);
    const input = inputs.get(key) ?? { id: plan.id, hash: planHash(made), rows: compilePlan(made, world) };
    inputs.set(key, input);
    return input;
  };
  const evaluate: Evaluate = async (choices, from, to) => {
    const values = await sweepRuns(executor, {
      plans: choices.map(inputOf), outcomes: [outcome, 'cost'], firstRun: from, runs: to - from, seed, ensemble, regions: world.scenario.regions.length, days: world.days, signal,
    });
    return values.map(([one, costs]) => ({ values: one!, costs: costs! }));
  };
  const result = await searchPlans({
    space, better, budget, tolerance, runs, simulations, seed, evaluate,
    onProgress: (done, best) => request.onProgress?.(done, simulations, best === undefined ? 'nothing within the budget yet' : changesText(space, best.choice)),
  });
  const found = (tried: Tried): FoundPlan => foundPlan(tried, result.base, space, request);
  return {
    scenario: world.scenario.id, plan: plan.id, outcome, unit, budget, seed, ensemble, engine: ENGINE, space: { knobs: space.knobs.length, choices: spaceSize(space) },
    simulations: result.simulations, tried: result.tried, base: found(result.base), baseObstacle: space.obstacle(space.base) ?? null,
    best: result.best === undefined ? null : found(result.best), simplest: result.simplest === undefined ? null : found(result.simplest),
    front: result.front.map(({ tried, regret }) => ({ ...found(tried), regret })),
  };
}

function foundPlan(tried: Tried, base: Tried, space: SearchSpace, request: SearchRequest): FoundPlan {
  const { outcome, tolerance, budget } = request;
  const values = sorted(tried.values);
  const costs = sorted(tried.costs);
  const plan = space.planOf(tried.choice);
  const { share, verdict } = versus(base, tried, { better: outcomeOf(outcome).better, tolerance });
  return {
    changes: changesOf(space, tried.choice), actions: plan.actions.length, runs: values.length,
    outcome: { mean: meanOf(tried.values), p5: quantile(values, 0.05), median: quantile(values, 0.5), p95: quantile(values, 0.95) },
    cost: { mean: meanOf(tried.costs), p5: quantile(costs, 0.05), p95: quantile(costs, 0.95) },
    overBudget: costs.filter(cost => cost > budget).length / costs.length, better: share.value, verdict, plan,
  };
}

/** "bn-east D+90 → D+60, bn-east 2 → 1", or that nothing changes. */
export function changesText(space: SearchSpace, choice: Choice): string {
  return changeList(changesOf(space, choice));
}

export function changeList(changes: readonly Change[]): string {
  if (changes.length === 0) return 'the plan as it stands';
  return changes.map(({ action, what, from, to }) => {
    switch (what) {
      case 'start': return `${action} D+${from} → D+${to}`;
      case 'amount': return to === 0 ? `without ${action}` : `${action} size ${from} → ${to}`;
      case 'order': return `${action} first in line`;
    }
  }).join(', ');
}
