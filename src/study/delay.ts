/**
 * The start-date curve: one action of a plan at every start day, over the same futures. A first pass with the action
 * started never leaves checkpoints; each start then re-runs only the days from its own on.
 *
 * Last responsible day: the latest feasible start in which the target is met with the stated odds.
 * Flat zone: the starts around the present one in which 90 % of paired differences from it lie within the tolerance.
 */
import type { OutcomeName } from '../scenario/schema.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import { chunkRuns, chunksOf, type OutcomesTask, type PlanInput } from './job.ts';
import { OUTCOMES, outcomeIndex, outcomeOf } from './outcomes.ts';
import type { DelayCurve, DelayPoint } from './results.ts';
import { quantile, sorted } from './statistics.ts';

/** Share of paired differences that must lie within the tolerance. */
const FLAT_SHARE = 0.9;

/** The plan with its action started on one day. */
export interface StartVariant {
  readonly start: number;
  readonly feasible: boolean;
  readonly reason: { readonly en: string; readonly fr: string };
  readonly plan: PlanInput;
}

/** Makes a plan with the action started on a day, and says whether that is feasible; from the plan's own checks. */
export type MakeVariant = (start: number) => StartVariant | Promise<StartVariant>;

export interface DelayOptions {
  readonly scenario: string;
  /** Id of plan and action. */
  readonly plan: string;
  readonly action: string;
  /** Start of the action as the plan has it. */
  readonly present: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly runs: number;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  readonly outcome: OutcomeName;
  readonly target: number;
  readonly odds: number;
  /** Difference too small to matter, in the outcome's unit. */
  readonly tolerance: number;
  readonly regions: number;
  readonly days: number;
  readonly variant: MakeVariant;
  readonly signal?: AbortSignal;
  readonly priority?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What the scenario says of an outcome. */
export interface Goals {
  readonly targets: readonly { readonly outcome: OutcomeName; readonly value: number; readonly odds: number }[];
  readonly tolerance: Readonly<Record<string, number>>;
}

/**
 * Outcome, target, odds and tolerance of a curve: those asked for, else the scenario's.
 * A target that neither gives is NaN: no start meets it, and there is no last responsible day.
 */
export function delayGoal(goals: Goals, outcome?: OutcomeName, target?: number, odds?: number): Pick<DelayOptions, 'outcome' | 'target' | 'odds' | 'tolerance'> {
  const name = outcome ?? goals.targets[0]?.outcome ?? 'peakDisplaced';
  const own = goals.targets.find(row => row.outcome === name);
  return { outcome: name, target: target ?? own?.value ?? NaN, odds: odds ?? own?.odds ?? 0.8, tolerance: goals.tolerance[name] ?? 0 };
}

/** Start days from … to by step, the present one among them. */
export function startDays(from: number, to: number, step: number, present: number): number[] {
  const days = new Set<number>();
  for (let day = from; day <= to; day += Math.max(1, step)) days.add(day);
  if (present >= from && present <= to) days.add(present);
  return [...days].sort((a, b) => a - b);
}

/** Indexes 0 … n − 1 so that any beginning of the list is spread evenly: halves, quarters, eighths. */
export function coarseToFine(n: number): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  let stride = 1;
  while (stride < n) stride *= 2;
  for (; stride >= 1; stride /= 2) for (let i = 0; i < n; i += stride) if (!seen.has(i)) { seen.add(i); order.push(i); }
  return order;
}

function pointOf(variant: StartVariant, values: Float64Array, present: Float64Array, options: DelayOptions): DelayPoint {
  const s = sorted(values);
  const { better } = outcomeOf(options.outcome);
  let met = 0;
  let close = 0;
  for (let i = 0; i < values.length; i++) {
    if (better === 'less' ? values[i]! <= options.target : values[i]! >= options.target) met++;
    if (Math.abs(values[i]! - present[i]!) <= options.tolerance) close++;
  }
  const { start, feasible, reason } = variant;
  return {
    start, feasible, reason, p5: quantile(s, 0.05), p25: quantile(s, 0.25), median: quantile(s, 0.5), p75: quantile(s, 0.75), p95: quantile(s, 0.95),
    met: met / values.length, flat: close / values.length >= FLAT_SHARE,
  };
}

/** The stretch of flat points around the present start; the present start alone when its neighbours differ. */
function flatZoneOf(points: readonly DelayPoint[], present: number): [number, number] {
  const at = points.findIndex(point => point.start === present);
  if (at < 0) return [present, present];
  let low = at;
  let high = at;
  while (low > 0 && points[low - 1]!.flat && points[low - 1]!.feasible) low--;
  while (high + 1 < points.length && points[high + 1]!.flat && points[high + 1]!.feasible) high++;
  return [points[low]!.start, points[high]!.start];
}

/**
 * Computes the curve; calls `onCurve` with the points so far, spread evenly over the days, whenever a start is done.
 * Infeasible starts are computed too: what is drawn there is hatched, not hidden.
 * @throws an Error named "Cancelled" when the signal says so
 */
export async function delayCurve(executor: Executor, options: DelayOptions, onCurve: (curve: DelayCurve) => void = () => {}): Promise<DelayCurve> {
  const { runs, seed, ensemble, days, present, outcome, signal, priority } = options;
  const starts = startDays(options.from, options.to, options.step, present);
  const size = chunkRuns(options.regions, days);
  const task = (plan: PlanInput, record: boolean) => (chunk: { firstRun: number; count: number }): OutcomesTask => ({ kind: 'outcomes', plan, seed, ensemble, record, ...chunk });
  const chunks = chunksOf(0, runs, size);
  const never = await options.variant(days);
  const now = await options.variant(present);
  const variants = await Promise.all(starts.map(start => (start === present ? now : options.variant(start))));
  const wanted = starts.includes(present) ? variants : [now, ...variants];
  const total = runs * (1 + wanted.length);
  let done = 0;
  const column = outcomeIndex(outcome);

  const points = new Map<number, DelayPoint>();
  const curve = (): DelayCurve => {
    const list = [...points.values()].sort((a, b) => a.start - b.start);
    const good = list.filter(point => point.feasible && point.met >= options.odds);
    const { unit, better } = outcomeOf(outcome);
    return {
      scenario: options.scenario, plan: options.plan, action: options.action, outcome, unit, better, target: options.target, odds: options.odds, runs, points: list,
      lastResponsibleDay: good.at(-1)?.start ?? null, flatZone: flatZoneOf(list, present),
    };
  };
  const perform = (tasks: readonly OutcomesTask[], take: (values: Float64Array, firstRun: number, task: OutcomesTask) => void): Promise<void> => executor.perform(tasks, (chunk, task) => {
    const values = new Float64Array(chunk.count);
    for (let i = 0; i < chunk.count; i++) values[i] = chunk.outcomes[i * OUTCOMES.length + column]!;
    done += chunk.count;
    options.onProgress?.(done, total);
    take(values, chunk.firstRun, task);
  }, { signal, priority });

  await perform(chunks.map(task(never.plan, true)), () => {});
  const base = new Float64Array(runs);
  await perform(chunks.map(task(now.plan, false)), (values, firstRun) => base.set(values, firstRun));
  if (wanted === variants) points.set(present, pointOf(now, base, base, options));
  onCurve(curve());

  const order = coarseToFine(variants.length).map(i => variants[i]!).filter(variant => variant !== now);
  const ofTask = new Map<OutcomesTask, StartVariant>();
  const collected = new Map(order.map(variant => [variant, { values: new Float64Array(runs), left: runs }]));
  const tasks = order.flatMap(variant => chunks.map(chunk => {
    const one = task(variant.plan, false)(chunk);
    ofTask.set(one, variant);
    return one;
  }));
  await perform(tasks, (values, firstRun, one) => {
    const variant = ofTask.get(one)!;
    const slot = collected.get(variant)!;
    slot.values.set(values, firstRun);
    slot.left -= values.length;
    if (slot.left > 0) return;
    points.set(variant.start, pointOf(variant, slot.values, base, options));
    onCurve(curve());
  });
  return curve();
}
