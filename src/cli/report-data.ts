/** What a report shows beyond its study: bands by day, outcomes future by future, one action's start days, drawn assumptions. */
import { buildTables } from '../engine/build-tables.ts';
import type { Plan } from '../plan/schema.ts';
import type { PlanWorld } from '../plan/world.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { comparePaired, shareBetter } from '../study/compare.ts';
import { delayCurve, delayGoal } from '../study/delay.ts';
import type { Executor } from '../study/executor.ts';
import type { PlanInput } from '../study/job.ts';
import { outcomeOf } from '../study/outcomes.ts';
import type { DelayCurve, PlanResult } from '../study/results.ts';
import { scaleFacts } from '../study/series.ts';
import { simulatePlan } from '../study/simulate.ts';
import { startVariants } from '../study/start-variants.ts';
import type { StudyComparison, StudyReport } from '../study/study.ts';
import { worldParameters, type WorldInput } from '../study/world.ts';

/** Futures of pictures at most; tables come from the whole study. */
const PICTURE_RUNS = 512;
/** Futures of each start day, and start days at most. */
const START_RUNS = 64;
const STARTS = 14;
/** Futures with drawn assumptions. */
const DRAWN_RUNS = 256;

export interface ReportInput {
  readonly study: StudyReport;
  /** In the order of the study. */
  readonly plans: readonly Plan[];
  readonly inputs: readonly PlanInput[];
  readonly planWorld: PlanWorld;
  readonly world: WorldInput;
  /** Outcome that the recommendation looks at. */
  readonly outcome: OutcomeName;
}

export interface ReportData extends ReportInput {
  /** By plan; the first futures of the study. */
  readonly results: readonly PlanResult[];
  readonly goal: { readonly target: number; readonly odds: number; readonly tolerance: number };
  /** Plan that is better against most others by futures won, and the one that is next; −1 with one plan only. */
  readonly lead: number;
  readonly rival: number;
  /** Whether the verdict is for the lead against every other plan. */
  readonly decided: boolean;
  /** Start days of one action of the lead; undefined when it has none with a day of its own. */
  readonly curve: DelayCurve | undefined;
  readonly curveAction: Plan['actions'][number] | undefined;
  readonly present: number;
  /** Share of futures with drawn assumptions in which the lead is better than the rival; undefined when the study drew them itself, or with one plan. */
  readonly drawn: { readonly share: number; readonly runs: number } | undefined;
}

/** The comparison of two plans on an outcome, and whether the first is its A. */
export function pairOf(study: StudyReport, one: string, other: string, outcome: OutcomeName): { readonly pair: StudyComparison; readonly isA: boolean } | undefined {
  const pair = study.comparisons.find(c => c.outcome === outcome && ((c.a === one && c.b === other) || (c.a === other && c.b === one)));
  return pair === undefined ? undefined : { pair, isA: pair.a === one };
}

/** Share of futures in which one plan is better than another, ties split. */
export function shareOver(study: StudyReport, one: string, other: string, outcome: OutcomeName): number {
  const found = pairOf(study, one, other, outcome);
  return found === undefined ? 0.5 : found.isA ? 1 - found.pair.share.value : found.pair.share.value;
}

/** Plans by number of others they are better than in more than half of the futures, then by the sum of those shares. */
function ranked(study: StudyReport, outcome: OutcomeName): number[] {
  const ids = study.plans.map(plan => plan.id);
  const score = ids.map(id => ids.filter(other => other !== id).map(other => shareOver(study, id, other, outcome)));
  const wins = (i: number): number => score[i]!.filter(share => share > 0.5).length;
  const sum = (i: number): number => score[i]!.reduce((total, share) => total + share, 0);
  return ids.map((_, i) => i).sort((a, b) => wins(b) - wins(a) || sum(b) - sum(a) || a - b);
}

/** Simulates what is missing. @throws an Error named "Cancelled" when the signal says so */
export async function collectReport(executor: Executor, input: ReportInput, signal: AbortSignal, onProgress: (share: number) => void): Promise<ReportData> {
  const { study, plans, inputs, planWorld, world, outcome } = input;
  const { scenario } = world;
  const { seed, ensemble } = study;
  const facts = scaleFacts(buildTables(scenario, worldParameters(world)));
  const runs = Math.min(study.runs, PICTURE_RUNS);
  const regions = scenario.regions.length;
  const results: PlanResult[] = [];
  for (const plan of inputs) {
    results.push(await simulatePlan(executor, { plan, seed, ensemble, draft: runs, runs, regions, facts, signal }));
    onProgress((0.5 * results.length) / inputs.length);
  }
  const [lead, rival = -1] = ranked(study, outcome);
  const ids = study.plans.map(plan => plan.id);
  const decided = ids.every((id, i) => i === lead || verdictFor(study, ids[lead!]!, id, outcome));
  const goal = delayGoal(scenario, outcome);
  const plan = plans[lead!]!;
  const curveAction = plan.actions.find(action => action.kind === 'deploy' && typeof action.start === 'number') ?? plan.actions.find(action => typeof action.start === 'number');
  const days = scenario.days;
  let curve: DelayCurve | undefined;
  let present = 0;
  if (curveAction !== undefined) {
    const variants = startVariants(plan, curveAction.id, planWorld);
    present = variants.present;
    const to = Math.min(days - 1, Math.max(present * 2, Math.round(days / 2)));
    curve = await delayCurve(executor, {
      scenario: scenario.id, plan: plan.id, action: curveAction.id, present, from: 0, to, step: Math.max(1, Math.ceil(to / STARTS)), runs: Math.min(study.runs, START_RUNS), seed, ensemble,
      ...goal, regions, days, variant: variants.variant, signal, onProgress: (done, total) => onProgress(0.5 + (0.3 * done) / total),
    });
  }
  let drawn: ReportData['drawn'];
  if (ensemble === 'events' && rival >= 0) {
    const n = Math.min(study.runs, DRAWN_RUNS);
    const of = async (which: number) => (await simulatePlan(executor, { plan: inputs[which]!, seed, ensemble: 'events+assumptions', draft: n, runs: n, regions, facts, signal })).outcomes[outcome];
    drawn = { runs: n, share: shareBetter(comparePaired(await of(lead!), await of(rival), outcomeOf(outcome).better)) };
  }
  onProgress(1);
  return { ...input, results, goal, lead: lead!, rival, decided, curve, curveAction, present, drawn };
}

/** Whether the study's verdict is for one plan against another. */
function verdictFor(study: StudyReport, one: string, other: string, outcome: OutcomeName): boolean {
  const found = pairOf(study, one, other, outcome);
  return found !== undefined && found.pair.verdict === (found.isA ? 'a' : 'b');
}
