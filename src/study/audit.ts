/**
 * The agency audit: does every kind of action move what it says beforehand it should? Each case is a pair of plans over the same
 * futures, without and with one action; the interval of the mean difference is at 99.9 %, mean ± 3.29 · deviation/√n.
 */
import { ACTIONS } from '../plan/actions/index.ts';
import type { Action, ActionKind, Plan } from '../plan/schema.ts';
import type { PlanWorld } from '../plan/world.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { AuditCase } from './audit-cases.ts';
import type { Executor } from './executor.ts';
import { chunkRuns, chunksOf, type OutcomesTask, type PlanInput } from './job.ts';
import { OUTCOMES, outcomeIndex } from './outcomes.ts';
import { preparePlan } from './prepare.ts';
import { deviationOf, meanOf } from './statistics.ts';

/** Standard normal quantile of 0.9995. */
const Z9995 = 3.2905267314918945;

export interface AuditFinding {
  readonly kind: ActionKind;
  readonly scenario: string;
  readonly circumstance: string;
  /** What the action adds, as the plan's sentence without its start. */
  readonly action: string;
  readonly outcome: OutcomeName;
  readonly unit: string;
  readonly direction: 'less' | 'more';
  readonly runs: number;
  /** Whether the case shows a backfire. */
  readonly backfires: boolean;
  /** With the action less without it, mean over the futures. */
  readonly difference: number;
  readonly interval: readonly [number, number];
  /** Whether the interval lies on the stated side of zero. */
  readonly holds: boolean;
}

function planWith(id: string, scenario: string, actions: readonly Action[]): Plan {
  return { format: 1, id, scenario, title: { en: id }, letter: '', actions: [...actions] };
}

/** What a case moves and which way: its own words for a backfire, else those of the kind. */
export function aimOf(auditCase: AuditCase): { readonly outcome: OutcomeName; readonly direction: 'less' | 'more' } {
  return auditCase.backfires ?? ACTIONS[auditCase.action.kind].moves;
}

/** Outcomes of plans already run, by plan: cases share what they start from. */
export type Baselines = Map<string, Float64Array>;

/** One outcome of a plan over the first `runs` futures. */
async function outcomesOf(executor: Executor, plan: PlanInput, runs: number, seed: number, world: PlanWorld): Promise<Float64Array> {
  const all = new Float64Array(runs * OUTCOMES.length);
  const size = chunkRuns(world.scenario.regions.length, world.days);
  const tasks = chunksOf(0, runs, size).map((chunk): OutcomesTask => ({ kind: 'outcomes', plan, seed, ensemble: 'events', record: false, ...chunk }));
  await executor.perform(tasks, ({ firstRun, outcomes }) => { all.set(outcomes, firstRun * OUTCOMES.length); });
  return all;
}

/**
 * Runs one case.
 * @param executor open with the world of the case's scenario
 * @param baselines what earlier cases ran, kept for later ones
 */
export async function auditCase(executor: Executor, one: AuditCase, world: PlanWorld, seed: number, baselines: Baselines = new Map()): Promise<AuditFinding> {
  const { outcome, direction } = aimOf(one);
  const { runs } = one;
  const [base, added] = [planWith('without', one.scenario, one.base), planWith('with', one.scenario, [...one.base, one.action])].map(plan => preparePlan(plan, world)) as [PlanInput, PlanInput];
  let before = baselines.get(base.hash);
  if (before === undefined || before.length < runs * OUTCOMES.length) {
    before = await outcomesOf(executor, base, runs, seed, world);
    baselines.set(base.hash, before);
  }
  const after = await outcomesOf(executor, added, runs, seed, world);
  const at = outcomeIndex(outcome);
  const differences = Float64Array.from({ length: runs }, (_, i) => after[i * OUTCOMES.length + at]! - before[i * OUTCOMES.length + at]!);
  const difference = meanOf(differences);
  const half = Z9995 * deviationOf(differences) / Math.sqrt(runs);
  const record = ACTIONS[one.action.kind];
  return {
    kind: one.action.kind, scenario: one.scenario, circumstance: one.circumstance, backfires: one.backfires !== undefined, action: (record.describe as (action: Action, world: PlanWorld) => { en: string })(one.action, world).en,
    outcome, unit: OUTCOMES[at]!.unit, direction, runs, difference, interval: [difference - half, difference + half],
    holds: direction === 'less' ? difference + half < 0 : difference - half > 0,
  };
}
