/**
 * The value of warning for a plan, three ways, all over the same futures:
 * lead time — the plan acts so many weeks sooner or later because warning came so much sooner or later: every action on a
 *   day or a date moves, never before D0, and so does the wait after an alert;
 * false alarms — the plan as it stands in worlds whose sources raise so many times as many false alarms;
 * sources — the plan as it stands without each source, without any, and with sources that see everything at once.
 * The last two work through the model: reports → estimate → alerts → attention and actions that wait for an alert.
 */
import { compilePlan } from '../plan/compile.ts';
import { planHash } from '../plan/hash.ts';
import type { Action, Plan } from '../plan/schema.ts';
import { earliestStart } from '../plan/starts.ts';
import { dayOf, type PlanWorld } from '../plan/world.ts';
import type { OutcomeName, Scenario } from '../scenario/schema.ts';
import { comparePaired, differencesOf } from './compare.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import type { PlanInput } from './job.ts';
import { outcomeOf } from './outcomes.ts';
import { planObstacle } from './start-variants.ts';
import { quantile, sorted, summaryOf } from './statistics.ts';
import { sweepRuns, type SweepValues } from './sweep-runs.ts';
import { ERROR_RATE, verdictOf, type Better } from './verdict.ts';
import type { WorldInput } from './world.ts';

const DAYS_OF_WEEK = 7;

/** One way things could be, against the plan and the warning as they are. */
export interface WarningRow {
  readonly p5: number; readonly median: number; readonly p95: number;
  /** Day of the second alert level, median. */
  readonly alertDay: number;
  /** Paired differences from things as they are. */
  readonly difference: { readonly p5: number; readonly median: number; readonly p95: number };
  /** Share of futures in which it is better, ties split evenly; verdict `b`: it is better. */
  readonly better: number;
  readonly verdict: Better;
  readonly moreRuns: number | null;
}

export interface WarningValue {
  readonly scenario: string;
  readonly plan: string;
  readonly outcome: OutcomeName;
  readonly unit: string;
  readonly runs: number;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  /** Weeks of warning more (or fewer, negative); why the plan could not act so, where it could not. */
  readonly leadTime: readonly (WarningRow & { readonly weeks: number; readonly feasible: boolean; readonly reason: { readonly en: string; readonly fr: string } })[];
  /** Times as many false alarms. */
  readonly falseAlarms: readonly (WarningRow & { readonly factor: number })[];
  /** `without` names the source that is missing; `all`: no source at all; `none`: all are there and see everything at once. */
  readonly sources: readonly (WarningRow & { readonly without: string })[];
  /** What one more week is worth: the row of leadTime with one week, its median difference again. */
  readonly oneMoreWeek: number | null;
}

export interface WarningOptions {
  readonly world: WorldInput;
  readonly planWorld: PlanWorld;
  readonly plan: Plan;
  readonly outcome: OutcomeName;
  readonly tolerance: number;
  readonly runs: number;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  /** Weeks of warning more, 0 and 1 among them. */
  readonly weeks: readonly number[];
  readonly factors: readonly number[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The plan when it acts so many days sooner (later where negative): nothing before D0, ends move with their starts. */
export function actingSooner(plan: Plan, days: number, world: PlanWorld): Plan {
  if (days === 0) return plan;
  return { ...plan, actions: plan.actions.map((action): Action => {
    const { start, until } = action;
    if (typeof start === 'object') return 'afterAlert' in start ? { ...action, start: { ...start, days: Math.max(0, start.days - days) } } : action;
    const present = earliestStart(action, plan, world);
    const next = Math.max(0, present - days);
    const end = until === undefined ? undefined : dayOf(world, until);
    return { ...action, start: next, ...(end === undefined ? {} : { until: end + next - present }) };
  }) };
}

type Sources = Scenario['warning']['sources'];
const withSources = (world: WorldInput, change: (source: Sources[number]) => Partial<Sources[number]>): WorldInput => {
  const { scenario } = world;
  return { ...world, scenario: { ...scenario, warning: { ...scenario.warning, sources: scenario.warning.sources.map(source => ({ ...source, ...change(source) })) } } };
};
const BLIND = { detection: 0, preparation: 0, falseAlarms: 0 } as const;
const ALL_SEEING = { detection: 1, preparation: 1, delay: 0 } as const;

/**
 * Computes all three. The executor is left with the world as it is.
 * @throws an Error named "Cancelled" when the signal says so
 */
export async function warningValue(executor: Executor, options: WarningOptions): Promise<WarningValue> {
  const { world, planWorld, plan, outcome, runs, seed, ensemble, weeks, factors, signal } = options;
  const { scenario } = world;
  const inputOf = (made: Plan): PlanInput => ({ id: plan.id, hash: planHash(made), rows: compilePlan(made, planWorld) });
  const sooner = weeks.map(week => actingSooner(plan, week * DAYS_OF_WEEK, planWorld));
  const otherWorlds = [
    ...factors.filter(factor => factor !== 1).map(factor => withSources(world, source => ({ falseAlarms: source.falseAlarms * factor }))),
    ...scenario.warning.sources.map(gone => withSources(world, source => (source.id === gone.id ? BLIND : {}))),
    withSources(world, () => BLIND), withSources(world, () => ALL_SEEING),
  ];
  const total = runs * (weeks.length + 1 + otherWorlds.length);
  let before = 0;
  const run = async (where: WorldInput, plans: readonly PlanInput[]): Promise<SweepValues> => {
    await executor.open(where);
    const values = await sweepRuns(executor, {
      plans, outcomes: [outcome, 'daysToAlert'], runs, seed, ensemble, regions: scenario.regions.length, days: scenario.days, signal, onProgress: done => options.onProgress?.(before + done, total),
    });
    before += plans.length * runs;
    return values;
  };
  const lead = await run(world, [...sooner.map(inputOf), inputOf(plan)]);
  const base = lead.at(-1)!;
  const rowOf = rowAgainst(base[0]!, options);
  const others: WarningRow[] = [];
  for (const other of otherWorlds) others.push(rowOf((await run(other, [inputOf(plan)]))[0]!));
  await executor.open(world);
  const asItIs = rowOf(base);
  const changed = factors.filter(factor => factor !== 1);
  const names = [...scenario.warning.sources.map(({ id }) => id), 'all', 'none'];
  const leadTime = weeks.map((week, i) => {
    const reason = planObstacle(sooner[i]!, planWorld);
    return { weeks: week, feasible: reason === undefined, reason: reason ?? { en: '', fr: '' }, ...rowOf(lead[i]!) };
  });
  return {
    scenario: scenario.id, plan: plan.id, outcome, unit: outcomeOf(outcome).unit, runs, seed, ensemble, leadTime,
    falseAlarms: factors.map(factor => ({ factor, ...(factor === 1 ? asItIs : others[changed.indexOf(factor)]!) })),
    sources: names.map((without, i) => ({ without, ...others[changed.length + i]! })),
    oneMoreWeek: leadTime.find(row => row.weeks === 1)?.difference.median ?? null,
  };
}

function rowAgainst(base: Float64Array, { outcome, tolerance }: WarningOptions): (values: readonly Float64Array[]) => WarningRow {
  const { better } = outcomeOf(outcome);
  return ([values, alerts]) => {
    const { p5, median, p95 } = summaryOf(values!);
    const row = sorted(differencesOf(base, values!));
    const { share, verdict, moreRuns } = verdictOf(comparePaired(base, values!, better), row, { tolerance, alpha: ERROR_RATE });
    return {
      p5, median, p95, alertDay: quantile(sorted(alerts!), 0.5), difference: { p5: quantile(row, 0.05), median: quantile(row, 0.5), p95: quantile(row, 0.95) },
      better: share.value, verdict, moreRuns,
    };
  };
}
