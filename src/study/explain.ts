/**
 * Why B differs from A, over the same futures: by action (each differing action swapped and re-run), by mechanism (its
 * channel held at A's values while both run in step, contrast.ts), by place and by time (where and when the difference
 * arises, ledger.ts), with the day on which the futures part. Shares of actions and of ways in come with interactions and
 * a remainder, and sum to 100 % (shares.ts).
 */
import { MECHANISMS } from '../engine/phases.ts';
import type { Plan } from '../plan/schema.ts';
import type { OutcomeName, Scenario } from '../scenario/schema.ts';
import type { PlanWorld } from '../plan/world.ts';
import { comparePaired, shareBetter, type PairedComparison } from './compare.ts';
import { channelOf, isEntry } from './contrast.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { Executor } from './executor.ts';
import { chunkRuns, chunksOf, type ContrastTask, type OutcomesTask, type PlanInput } from './job.ts';
import { beyondName, hasParts, MONTH_DAYS, monthsOf } from './ledger.ts';
import { OUTCOMES, outcomeIndex, outcomeOf } from './outcomes.ts';
import { preparePlan } from './prepare.ts';
import { accountOf, sharesOf, type Account, type Effects, type Share } from './shares.ts';
import { quantile } from './statistics.ts';
import { swapsOf, type Swap } from './swaps.ts';

export interface ExplainRequest {
  readonly scenario: Scenario;
  readonly world: PlanWorld;
  readonly a: Plan;
  readonly b: Plan;
  readonly outcome: OutcomeName;
  readonly runs: number;
  readonly seed: number;
  readonly ensemble: EnsembleMode;
  /** Mechanisms left out of the tick. */
  readonly without?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Days { readonly p5: number; readonly p25: number; readonly median: number; readonly p75: number; readonly p95: number; /** Share of pairs that never part. */ readonly never: number }

/** One future that shows the difference: its number and what happened in it. */
export interface Evidence {
  readonly seed: number;
  readonly future: number;
  /** First day on which the two worlds differ; −1 never. */
  readonly parted: number;
  readonly a: number;
  readonly b: number;
}

export interface Part extends Share { readonly name: string; readonly id: string }

export interface Explanation {
  readonly outcome: OutcomeName;
  readonly unit: string;
  readonly better: 'less' | 'more';
  readonly runs: number;
  readonly comparison: PairedComparison & { readonly bBetterShare: number };
  readonly byAction: Account & { readonly swaps: readonly Swap[]; /** Swaps that the plan's checks do not allow, with the finding; their effect lies in the remainder. */ readonly untested: readonly { readonly swap: Swap; readonly why: string }[] };
  /** Ways in: mechanisms that carry plans into the world. */
  readonly byMechanism: Account & { readonly names: readonly string[] };
  /** Mechanisms that pass on what these bring: what goes when each is held. They lie one behind another, so these do not add up. */
  readonly carriers: readonly Part[];
  readonly byRegion: readonly Part[];
  readonly byTime: readonly (Part & { readonly fromDay: number; readonly toDay: number })[];
  readonly divergence: { readonly first: Days; readonly forGood: Days };
  readonly evidence: Evidence;
}

/** Mechanisms with a channel: ways in, then those that pass on; those left out of the tick have none. */
function channels(without: readonly string[]): { readonly entries: readonly string[]; readonly others: readonly string[] } {
  const open = MECHANISMS.filter(mechanism => channelOf(mechanism).length > 0 && !without.includes(mechanism.name));
  return { entries: open.filter(isEntry).map(({ name }) => name), others: open.filter(mechanism => !isEntry(mechanism)).map(({ name }) => name) };
}

const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]!);

function daysOf(days: readonly number[]): Days {
  const known = Float64Array.from(days.filter(day => day >= 0)).sort();
  const at = (level: number): number => (known.length === 0 ? -1 : Math.round(quantile(known, level)));
  return { p5: at(0.05), p25: at(0.25), median: at(0.5), p75: at(0.75), p95: at(0.95), never: 1 - known.length / days.length };
}

interface Contrast {
  /** By lane (A, B, then each set held), run by run. */
  readonly lanes: readonly Float64Array[];
  readonly places: readonly Float64Array[];
  readonly months: readonly Float64Array[];
  readonly parted: readonly (readonly [number, number])[];
}

async function contrast(executor: Executor, request: ExplainRequest, a: PlanInput, b: PlanInput, held: ContrastTask['held'], onDone: (runs: number) => void): Promise<Contrast> {
  const { scenario, runs, seed, ensemble, outcome, signal } = request;
  const columns = (n: number): Float64Array[] => Array.from({ length: n }, () => new Float64Array(runs));
  const parts = hasParts(outcome);
  const lanes = columns(2 + held.length);
  const places = columns(parts ? scenario.regions.length + 1 : 0);
  const months = columns(parts ? monthsOf(scenario.days) : 0);
  const parted: [number, number][] = [];
  const spread = (from: Float64Array, into: readonly Float64Array[], firstRun: number): void => from.forEach((value, at) => { into[at % into.length]![firstRun + Math.floor(at / into.length)] = value; });
  const size = Math.max(1, Math.floor(chunkRuns(scenario.regions.length, scenario.days) / 4));
  const tasks = chunksOf(0, runs, size).map((chunk): ContrastTask => ({ kind: 'contrast', base: a, plan: b, seed, ensemble, outcome, held, ...chunk }));
  await executor.perform(tasks, chunk => {
    spread(chunk.values, lanes, chunk.firstRun);
    spread(chunk.places, places, chunk.firstRun);
    spread(chunk.months, months, chunk.firstRun);
    for (let i = 0; i < chunk.count; i++) parted[chunk.firstRun + i] = [chunk.parted[i * 2]!, chunk.parted[i * 2 + 1]!];
    onDone(chunk.count * lanes.length);
  }, { signal });
  return { lanes, places, months, parted };
}

/** One outcome of several plans, run by run. */
async function outcomesOf(executor: Executor, request: ExplainRequest, plans: readonly PlanInput[], onDone: (runs: number) => void): Promise<Float64Array[]> {
  const { scenario, runs, seed, ensemble, outcome, signal } = request;
  const values = plans.map(() => new Float64Array(runs));
  const which = new Map<OutcomesTask, number>();
  const chunks = chunksOf(0, runs, chunkRuns(scenario.regions.length, scenario.days));
  const tasks = plans.flatMap((plan, i) => chunks.map((chunk): OutcomesTask => {
    const task: OutcomesTask = { kind: 'outcomes', plan, seed, ensemble, record: false, ...chunk };
    which.set(task, i);
    return task;
  }));
  const column = outcomeIndex(outcome);
  await executor.perform(tasks, (chunk, task) => {
    const into = values[which.get(task)!]!;
    for (let i = 0; i < chunk.count; i++) into[chunk.firstRun + i] = chunk.outcomes[i * OUTCOMES.length + column]!;
    onDone(chunk.count);
  }, { signal });
  return values;
}

/** The future whose difference is nearest to the median of those in which there is one. */
function evidenceOf(a: Float64Array, b: Float64Array, parted: Contrast['parted'], seed: number): Evidence {
  const differences = minus(b, a);
  const all = Array.from(differences, (_, i) => i);
  const moved = all.filter(i => differences[i] !== 0);
  const among = moved.length > 0 ? moved : all;
  const middle = quantile(Float64Array.from(among, i => differences[i]!).sort(), 0.5);
  const future = among.reduce((best, i) => (Math.abs(differences[i]! - middle) < Math.abs(differences[best]! - middle) ? i : best));
  return { seed, future, parted: parted[future]![0], a: a[future]!, b: b[future]! };
}

/**
 * Explains the difference of two plans.
 * @throws an Error named "Cancelled" when the signal says so; when a plan has errors
 */
export async function explain(executor: Executor, request: ExplainRequest): Promise<Explanation> {
  const { scenario, world, runs, seed, outcome } = request;
  const [a, b] = [preparePlan(request.a, world), preparePlan(request.b, world)];
  const tested: { swap: Swap; knockedOut: PlanInput; alone: PlanInput }[] = [];
  const untested: { swap: Swap; why: string }[] = [];
  for (const swap of swapsOf(request.a, request.b)) {
    try {
      tested.push({ swap, knockedOut: preparePlan(swap.knockedOut, world), alone: preparePlan(swap.alone, world) });
    } catch (error) {
      untested.push({ swap, why: (error as Error).message });
    }
  }
  const { entries, others } = channels(request.without ?? []);
  const held = [...entries.map(name => [name]), ...entries.map(name => entries.filter(other => other !== name)), ...others.map(name => [name])];
  const total = runs * (2 + held.length + 2 * tested.length);
  let done = 0;
  const onDone = (n: number): void => {
    done += n;
    request.onProgress?.(done, total);
  };
  const { lanes, places, months, parted } = await contrast(executor, request, a, b, held, onDone);
  const swapped = await outcomesOf(executor, request, tested.flatMap(({ knockedOut, alone }) => [knockedOut, alone]), onDone);
  const [inA, inB] = [lanes[0]!, lanes[1]!];
  const difference = minus(inB, inA);
  const lane = (i: number): Float64Array => lanes[2 + i]!;
  const effects = (knocked: Float64Array, alone: Float64Array): Effects => ({ knockedOut: minus(inB, knocked), alone: minus(alone, inA) });
  const ways = entries.map((name, i) => ({ name, effects: effects(lane(i), lane(entries.length + i)) })).filter(({ effects: { knockedOut, alone } }) => knockedOut.some(value => value !== 0) || alone.some(value => value !== 0));
  const passing = others.map((name, i) => ({ name, amount: minus(inB, lane(2 * entries.length + i)) })).filter(({ amount }) => amount.some(value => value !== 0));
  const partsOf = (list: readonly { id: string; name: string; amount: Float64Array }[], purpose: string): Part[] => {
    const { shares } = sharesOf(difference, list.map(({ amount }) => amount), seed, purpose);
    return list.map(({ id, name }, i) => ({ id, name, ...shares[i]! }));
  };
  const { unit, better } = outcomeOf(outcome);
  const comparison = comparePaired(inA, inB, better);
  const regions = places.map((amount, i) => ({ id: scenario.regions[i]?.id ?? 'beyond', name: scenario.regions[i]?.name.en ?? beyondName(outcome), amount }));
  return {
    outcome, unit, better, runs, comparison: { ...comparison, bBetterShare: 1 - shareBetter(comparison) },
    byAction: { ...accountOf(difference, tested.map(({ swap }, i) => ({ swap, ...effects(swapped[2 * i]!, swapped[2 * i + 1]!) })), seed, 'actions'), swaps: tested.map(({ swap }) => swap), untested },
    byMechanism: { ...accountOf(difference, ways.map(way => way.effects), seed, 'mechanisms'), names: ways.map(({ name }) => name) },
    carriers: partsOf(passing.map(({ name, amount }) => ({ id: name, name, amount })), 'carriers'),
    byRegion: partsOf(regions, 'regions').filter(part => part.name !== '' && (part.amount !== 0 || part.interval[0] !== 0 || part.interval[1] !== 0)),
    byTime: partsOf(months.map((amount, i) => ({ id: `month-${i + 1}`, name: `D+${i * MONTH_DAYS} to D+${Math.min(scenario.days, (i + 1) * MONTH_DAYS) - 1}`, amount })), 'months')
      .map((part, i) => ({ ...part, fromDay: i * MONTH_DAYS, toDay: Math.min(scenario.days, (i + 1) * MONTH_DAYS) - 1 })),
    divergence: { first: daysOf(parted.map(([first]) => first)), forGood: daysOf(parted.map(([, good]) => good)) },
    evidence: evidenceOf(inA, inB, parted, seed),
  };
}
