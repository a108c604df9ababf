/**
 * The start-date curve: one action of a plan, or all of them together, at every start day, over the same futures.
 * Starts share their runs up to the day on which they part (forks.ts). The first picture is of few futures and all
 * starts; then it sharpens.
 *
 * Last responsible day: the latest feasible start in which the target is met with the stated odds, with the range
 * that the futures leave open (last-responsible.ts).
 * Flat zone: the starts around the present one in which 90 % of paired differences from it lie within the tolerance.
 */
import type { OutcomeName } from '../scenario/schema.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import type { PlanInput } from './job.ts';
import { lastResponsible } from './last-responsible.ts';
import { outcomeOf } from './outcomes.ts';
import type { DelayCurve, DelayPoint } from './results.ts';
import { quantile, sorted } from './statistics.ts';
import { sweepRuns, type SweepValues } from './sweep-runs.ts';

/** Share of paired differences that must lie within the tolerance. */
export const FLAT_SHARE = 0.9;
/** Futures of the first picture. */
const FIRST_RUNS = 8;

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

/** Whether each future meets the target. */
function metBy(values: Float64Array, { outcome, target }: Pick<DelayOptions, 'outcome' | 'target'>): Uint8Array {
  const less = outcomeOf(outcome).better === 'less';
  return Uint8Array.from(values, value => ((less ? value <= target : value >= target) ? 1 : 0));
}

function pointOf(variant: StartVariant, values: Float64Array, met: Uint8Array, present: Float64Array, tolerance: number): DelayPoint {
  const s = sorted(values);
  let close = 0;
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]! - present[i]!) <= tolerance) close++;
  const { start, feasible, reason } = variant;
  return {
    start, feasible, reason, p5: quantile(s, 0.05), p25: quantile(s, 0.25), median: quantile(s, 0.5), p75: quantile(s, 0.75), p95: quantile(s, 0.95),
    met: met.reduce((sum, one) => sum + one, 0) / values.length, flat: close / values.length >= FLAT_SHARE,
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
 * Computes the curve; calls `onCurve` with the curve of the first 8, 16, 32 … futures as they come.
 * Infeasible starts are computed too: what is drawn there is hatched, not hidden.
 * @throws an Error named "Cancelled" when the signal says so
 */
export async function delayCurve(executor: Executor, options: DelayOptions, onCurve: (curve: DelayCurve) => void = () => {}): Promise<DelayCurve> {
  const { scenario, plan, action, outcome, target, odds, present, tolerance } = options;
  const starts = startDays(options.from, options.to, options.step, present);
  const variants = await Promise.all(starts.map(start => options.variant(start)));
  const at = starts.indexOf(present);
  // the plan as it stands runs too where its start is not among those asked for
  const plans = [...variants, ...(at < 0 ? [await options.variant(present)] : [])].map(variant => variant.plan);
  const { unit, better } = outcomeOf(outcome);
  const curveOf = (values: SweepValues, runs: number): DelayCurve => {
    const base = values[at < 0 ? variants.length : at]![0]!;
    const records = variants.map((variant, i) => ({ start: variant.start, feasible: variant.feasible, met: metBy(values[i]![0]!, options) }));
    const points = variants.map((variant, i) => pointOf(variant, values[i]![0]!, records[i]!.met, base, tolerance));
    const { day, ...lastResponsibleRange } = lastResponsible(records, odds);
    return { scenario, plan, action, outcome, unit, better, target, odds, runs, points, lastResponsibleDay: day, lastResponsibleRange, flatZone: flatZoneOf(points, present) };
  };
  const values = await sweepRuns(executor, {
    plans, outcomes: [outcome], runs: options.runs, draft: FIRST_RUNS, seed: options.seed, ensemble: options.ensemble, regions: options.regions, days: options.days,
    signal: options.signal, priority: options.priority, onProgress: options.onProgress, onStage: (early, runs) => onCurve(curveOf(early, runs)),
  });
  const curve = curveOf(values, options.runs);
  onCurve(curve);
  return curve;
}
