/**
 * A study that stops by itself: it looks after 64 futures and after every quarter more, and ends when every pair of plans
 * has a verdict on one outcome, or at the most runs allowed. The chance that one of the verdicts is wrong is 5 % at most,
 * however often it looked (sequential.ts). Which looks there are depends on nothing but the wishes, so the same
 * study stops at the same future on any number of threads.
 */
import { hashJson } from '../kernel/hash.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { Executor } from './executor.ts';
import { outcomeOf } from './outcomes.ts';
import { compareOutcome, outcomeColumns, outcomesOf, simulateInto, studyReport, type PlanOutcomes, type StudyComparison, type StudyOptions, type StudyReport, type StudyRequest } from './study.ts';
import { ERROR_RATE, isDecided } from './verdict.ts';

const FIRST_LOOK = 64;
const GROWTH = 1.25;
/** Looks are at multiples of it, so that chunks are whole. */
const STEP = 32;

/** Numbers of futures at which a study looks. */
export function looksOf(most: number): number[] {
  const looks: number[] = [];
  for (let n = FIRST_LOOK; n < most; n = Math.ceil((n * GROWTH) / STEP) * STEP) looks.push(n);
  return [...looks, most];
}

/** What a look found. */
export interface Look {
  readonly runs: number;
  readonly pairs: readonly StudyComparison[];
  /** Pairs with a verdict. */
  readonly decided: number;
}

/** Every pair of plans on one outcome. */
function pairsOn(request: StudyRequest, outcomes: PlanOutcomes, outcome: OutcomeName): StudyComparison[] {
  const { plans } = request;
  return plans.flatMap((_, i) => plans.slice(i + 1).map((_, j) => compareOutcome(request, outcomes, i, i + 1 + j, outcomeOf(outcome))));
}

/**
 * Runs a study until it is decided.
 * @param request its `runs` are the most allowed
 * @param outcome which must be decided
 * @throws an Error named "Cancelled" when the signal says so
 */
export async function runUntilDecided(executor: Executor, request: StudyRequest, outcome: OutcomeName, options: StudyOptions & { readonly onLook?: (look: Look) => void } = {}): Promise<StudyReport> {
  const { runs: mostRuns } = request;
  const values = outcomeColumns(request);
  const wishes = { outcome, mostRuns, errorRate: ERROR_RATE };
  let from = 0;
  for (const runs of looksOf(mostRuns)) {
    await simulateInto(values, from, runs, executor, request, options);
    from = runs;
    const outcomes = outcomesOf(values, runs);
    const pairs = pairsOn(request, outcomes, outcome);
    const decided = pairs.filter(isDecided).length;
    options.onLook?.({ runs, pairs, decided });
    if (decided < pairs.length && runs < mostRuns) continue;
    return { ...studyReport({ ...request, runs }, outcomes), sequential: { ...wishes, decided: decided === pairs.length, hash: hashJson(wishes) } };
  }
  throw new Error('A study needs at least one future.');
}
