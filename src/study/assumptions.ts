/**
 * Two plans, or one and its target, over sets of assumptions: in how many sets the order of the plans flips, and where the
 * failures lie (prim.ts). Each set holds the same assumptions for several futures with events of their own; sets are a
 * Latin hypercube over all parameters that vary. Boxes are sought in every other set and measured in the rest, so that
 * their coverage and purity are not those of the points that made them.
 */
import type { OutcomeName } from '../scenario/schema.ts';
import { simulatePoints } from './assumption-points.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import type { Factor } from './ensemble.ts';
import type { Executor } from './executor.ts';
import type { PlanInput } from './job.ts';
import { KeyedDraws } from './keyed-draws.ts';
import { OUTCOMES, outcomeIndex, outcomeOf } from './outcomes.ts';
import { binomialTail, findBoxes, measureBox, type BoxMeasure, type PrimData } from './prim.ts';
import { resampledIntervals, type Interval } from './resampling.ts';

export interface AssumptionsRequest {
  readonly plans: readonly PlanInput[];
  readonly outcome: OutcomeName;
  readonly factors: readonly Factor[];
  readonly sets: number;
  /** Futures of each set. */
  readonly futures: number;
  readonly seed: number;
  /** For one plan: the value to meet; a future that does not is a failure. */
  readonly target: number;
  readonly regions: number;
  readonly days: number;
  readonly signal?: AbortSignal;
  /** Futures of each plan done. */
  readonly onProgress?: (done: number) => void;
}

export interface Flips {
  /** Share of sets in which the order by futures won is not that over all sets; a tie counts half. */
  readonly share: number;
  readonly interval: Interval;
  /** What that share would be if every set had the odds of all: chance among the futures of a set. */
  readonly byChance: number;
  /** Share of all futures that B wins, ties split. */
  readonly bBetter: number;
}

/** One limit of a box, on a parameter or a circumstance. */
export interface BoxLimit {
  readonly name: string;
  readonly unit: string;
  /** Completes "… is above 0.4". */
  readonly words: string;
  readonly above: number | null;
  readonly below: number | null;
}

export interface FailureBox {
  readonly limits: readonly BoxLimit[];
  /** In the sets that did not make it. */
  readonly measured: BoxMeasure;
  /** In those that did. */
  readonly fitted: BoxMeasure;
}

export interface AssumptionsResult {
  readonly sets: number;
  readonly futures: number;
  readonly flips: Flips | null;
  /** Share of futures that fail: B worse than A, or the target missed. */
  readonly failures: number;
  readonly boxes: readonly FailureBox[];
}

/** "flight per day (flightPerDay)". */
export function parameterWords(name: string): string {
  return `${name.replace(/([A-Z]|\d+)/g, ' $1').toLowerCase()} (${name})`;
}

/** Share of sets whose order is against that of all, from futures won in each set (ties half). */
export function flipsOf(won: Float64Array, futures: number, seed: number): Flips {
  const shareAgainst = (rows: ArrayLike<number>): { readonly flips: number; readonly overall: number } => {
    let sum = 0;
    for (let i = 0; i < rows.length; i++) sum += won[rows[i]!]!;
    const overall = sum / (rows.length * futures);
    let against = 0;
    for (let i = 0; i < rows.length; i++) {
      const share = won[rows[i]!]! / futures;
      against += share === 0.5 ? 0.5 : (share > 0.5) === overall > 0.5 ? 0 : 1;
    }
    return { flips: against / rows.length, overall };
  };
  const all = shareAgainst(Int32Array.from(won, (_, i) => i));
  const [interval] = resampledIntervals(won.length, 1, seed, 'flips', (rows, into) => { into[0] = shareAgainst(rows).flips; });
  const odds = Math.max(all.overall, 1 - all.overall);
  // fewer than half of the futures of a set won, or just half of them
  const below = 1 - binomialTail(Math.ceil(futures / 2), futures, odds);
  const half = futures % 2 === 0 ? binomialTail(futures / 2, futures, odds) - binomialTail(futures / 2 + 1, futures, odds) : 0;
  return { share: all.flips, interval: interval!, byChance: below + half / 2, bBetter: all.overall };
}

/** Most boxes told. */
const MOST_BOXES = 2;

/** Boxes of failures, found among the points of even sets, measured among those of odd ones. */
function failureBoxes(values: Float64Array, dimensions: number, failed: Uint8Array, futures: number, nameLimit: (d: number) => Pick<BoxLimit, 'name' | 'unit' | 'words'>): FailureBox[] {
  const half = (odd: number): PrimData => {
    const points = Array.from(failed, (_, i) => i).filter(i => Math.floor(i / futures) % 2 === odd);
    return { dimensions, values: Float64Array.from(points.flatMap(i => [...values.subarray(i * dimensions, (i + 1) * dimensions)])), cases: Uint8Array.from(points, i => failed[i]!) };
  };
  const [fit, fresh] = [half(0), half(1)];
  const base = fresh.cases.reduce((sum, one) => sum + one, 0) / fresh.cases.length;
  return findBoxes(fit, { boxes: MOST_BOXES }).flatMap((box): FailureBox[] => {
    const measured = measureBox(fresh, box);
    // a box that is no denser among fresh points than all of them was found by chance
    if (measured.points === 0 || binomialTail(measured.hits, measured.points, base) >= 0.05) return [];
    const { points, hits, coverage, density } = box;
    return [{
      measured, fitted: { points, hits, coverage, density },
      limits: box.limited.map(d => ({ ...nameLimit(d), above: Number.isFinite(box.low[d]!) ? box.low[d]! : null, below: Number.isFinite(box.high[d]!) ? box.high[d]! : null })),
    }];
  });
}

/** @throws an Error named "Cancelled" when the signal says so */
export async function assumptions(executor: Executor, request: AssumptionsRequest): Promise<AssumptionsResult> {
  const { plans, outcome, factors, sets, futures, seed, regions, days, signal, onProgress } = request;
  const k = factors.length;
  const cube = new KeyedDraws(seed, 'assumption sets').latinHypercube(sets, k, 0);
  const n = sets * futures;
  const points = new Float64Array(n * k);
  for (let i = 0; i < n; i++) points.set(cube.subarray(Math.floor(i / futures) * k, (Math.floor(i / futures) + 1) * k), i * k);
  const found = await simulatePoints(executor, {
    plans, seed, factors, points, runs: Int32Array.from({ length: n }, (_, i) => i), regions, days, ...(signal === undefined ? {} : { signal }), ...(onProgress === undefined ? {} : { onProgress }),
  });
  const column = outcomeIndex(outcome);
  const { better } = outcomeOf(outcome);
  const at = (which: number, i: number): number => found.outcomes[which]![i * OUTCOMES.length + column]! * (better === 'less' ? 1 : -1);
  const target = request.target * (better === 'less' ? 1 : -1);
  const failed = Uint8Array.from({ length: n }, (_, i) => Number(plans.length > 1 ? at(1, i) > at(0, i) : at(0, i) > target));
  const won = new Float64Array(sets);
  if (plans.length > 1) for (let i = 0; i < n; i++) won[Math.floor(i / futures)]! += at(1, i) < at(0, i) ? 1 : at(1, i) === at(0, i) ? 0.5 : 0;
  const width = k + CIRCUMSTANCES.length;
  const values = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    values.set(found.values.subarray(i * k, (i + 1) * k), i * width);
    values.set(found.circumstances.subarray(i * CIRCUMSTANCES.length, (i + 1) * CIRCUMSTANCES.length), i * width + k);
  }
  const nameLimit = (d: number): Pick<BoxLimit, 'name' | 'unit' | 'words'> => (d < k ? { name: factors[d]!.name, unit: factors[d]!.unit, words: parameterWords(factors[d]!.name) } : CIRCUMSTANCES[d - k]!);
  return {
    sets, futures, flips: plans.length > 1 ? flipsOf(won, futures, seed) : null, failures: failed.reduce((sum, one) => sum + one, 0) / n,
    boxes: failureBoxes(values, width, failed, futures, d => { const { name, unit, words } = nameLimit(d); return { name, unit, words }; }),
  };
}
