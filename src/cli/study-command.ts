/** `forestall study`: plans over the same futures. */
import type { Command } from 'commander';
import { parametersHash } from '../study/world.ts';
import { runStudy, type StudyReport, type StudyRequest } from '../study/study.ts';
import { runUntilDecided } from '../study/until-decided.ts';
import type { Plan } from '../plan/schema.ts';
import type { Diagnostic } from '../scenario/diagnostics.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { comparisonText, meanText } from './comparison-text.ts';
import { writeReport } from './report-file.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, planInput, withoutOption, withStudyOptions, withWorldOptions, type Desk, type StudyOptionsTyped } from './options.ts';
import { outcomeOption } from './outcome-option.ts';
import { idList, print, printJson, refuse, required, stopOnErrors, stopUnlessWritable, table, withExamples } from './output.ts';
import { withWork } from './work.ts';

/** Most futures of each plan in a study that stops by itself, unless --runs says otherwise. */
const MOST_RUNS = 8192;

interface StudyCommandOptions extends StudyOptionsTyped { readonly plans?: string; readonly out?: string; readonly untilDecided?: boolean; readonly outcome?: string; readonly report?: string }

export function studyCommand(program: Command): void {
  const command = withExamples(program.command('study'), 'forestall study halvane --plans none,a,b,c', 'forestall study halvane --plans a,b --until-decided --outcome civiliansKilled', 'forestall study halvane --plans none,a --runs 2000 --seed spring --out study.json', 'forestall study halvane --plans a,b,c --report report.html', 'forestall verify study.json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('plans compared over the same futures')
    .option('--plans <plans>', 'needed: ids of plans beside the scenario or paths of files, joined by commas')
    .option('--until-decided', `run until the plans can be told apart, or --runs futures are done (${MOST_RUNS} by default); wrong in 5 of 100 studies at most`)
    .option('--outcome <name>', 'outcome on which --until-decided decides and the report recommends; the scenario\'s first target by default')
    .option('--report <file.html>', 'also write a page to read and print: recommendation, how sure, what would change it, every number')
    .option('--out <file>', 'also write the object of --json to a file; a study that is stopped leaves FILE.part, and the same command goes on from there');
  withWorldOptions(withStudyOptions(command, 512)).addOption(withoutOption()).action(async (typed: string, options: StudyCommandOptions, self: Command) => {
    const ids = idList(required('--plans', options.plans));
    if (ids.length === 0) refuse('--plans names no plan.');
    if (new Set(ids).size < ids.length) refuse(`--plans is "${options.plans}"; it names a plan twice.`);
    if (options.untilDecided === true && ids.length < 2) refuse('--until-decided compares plans; name two or more in --plans.');
    if (options.outcome !== undefined && options.untilDecided !== true && options.report === undefined) refuse('--outcome goes with --until-decided or --report; without them all outcomes are shown.');
    stopUnlessWritable(options.out);
    stopUnlessWritable(options.report);
    const desk = openDesk(typed, options);
    const plans = openPlans(desk, ids, options.json === true);
    stopOnErrors(twiceNamed(plans, ids), options.json === true);
    const { untilDecided = false } = options;
    const runs = untilDecided && self.getOptionValueSource('runs') === 'default' ? MOST_RUNS : options.runs;
    const request = studyRequest(desk, plans.map(plan => planInput(plan, desk.planWorld)), { ...options, runs });
    const outcome = outcomeOption(options.outcome, desk.open.scenario);
    const report = await study(request, desk, options.workers, { out: options.out, ...(untilDecided ? { decide: outcome } : {}) });
    if (options.report !== undefined) await writeReport(options.report, { study: report, plans, inputs: request.plans, planWorld: desk.planWorld, world: desk.world, outcome }, options.workers);
    if (options.json === true) printJson(report);
    else printStudy(report);
  });
}

/** Plans of one id would be one column of a result. */
function twiceNamed(plans: readonly Plan[], typed: readonly string[]): Diagnostic[] {
  return plans.flatMap((plan, i): Diagnostic[] => {
    const first = plans.findIndex(other => other.id === plan.id);
    return first === i ? [] : [{ severity: 'error', code: 'plan/id-twice', path: '/id', message: `"${typed[i]}" and "${typed[first]}" both call themselves "${plan.id}".`, suggestion: 'Give each plan an id of its own; results are told apart by it.' }];
  });
}

/** What a study of those plans depends on. */
export function studyRequest(desk: Desk, plans: StudyRequest['plans'], options: Pick<StudyOptionsTyped, 'seed' | 'runs' | 'preset' | 'ensemble'>): StudyRequest {
  const { scenario } = desk.open;
  return {
    scenario: scenario.id, scenarioHash: desk.scenarioHash, parametersHash: parametersHash(desk.world), plans,
    seed: options.seed, runs: options.runs, preset: options.preset, ensemble: options.ensemble, tolerance: scenario.tolerance,
    ...(desk.world.without === undefined ? {} : { without: desk.world.without }), regions: scenario.regions.length, days: scenario.days,
  };
}

/** How a study is run. */
export interface StudyWay {
  /** File wanted for the result. */
  readonly out?: string | undefined;
  /** Outcome on which it stops by itself. */
  readonly decide?: OutcomeName;
}

/** Runs a study with progress, and writes it where a file is wanted (work.ts). */
export function study(request: StudyRequest, desk: Desk, workers: number, { out, decide }: StudyWay = {}): Promise<StudyReport> {
  const { plans, ...rest } = request;
  const title = `${request.scenario}: ${plans.length} plans × ${decide === undefined ? '' : 'at most '}${request.runs} futures`;
  const work = { title, world: desk.world, workers, ...(out === undefined ? {} : { out }), identity: { ...rest, decide: decide ?? null, plans: plans.map(({ id, hash }) => [id, hash]) } };
  return withWork(work, async (executor, { signal, progress }) => {
    if (decide === undefined) {
      const report = await runStudy(executor, request, { signal, onProgress: (done, total) => progress.update(done / total, `${done} of ${total}`) });
      return { result: report, sentence: `${plans.length * request.runs} futures` };
    }
    const report = await runUntilDecided(executor, request, decide, {
      signal, onLook: ({ runs, pairs, decided }) => progress.update(runs / request.runs, `${runs} futures: ${decided} of ${pairs.length} pairs told apart`),
    });
    return { result: report, sentence: report.sequential!.decided ? `told apart after ${report.runs} futures` : `not told apart after ${report.runs} futures` };
  });
}

function printStudy(report: StudyReport): void {
  print(`${report.scenario}: ${report.runs} futures of each plan, seed ${report.seed}, ${report.preset} assumptions, ${report.ensemble} vary${report.without === undefined ? '' : `, without ${report.without.join(', ')}`}. Result ${report.hashes.result}.`);
  print(table(
    ['outcome: median (9 in 10 futures)', ...report.plans.map(plan => plan.id)],
    (Object.keys(OUTCOME_WORDS) as OutcomeName[]).map(name => [OUTCOME_WORDS[name], ...report.plans.map(plan => {
      const { unit, median, p5, p95, mean } = plan.outcomes[name];
      return name === 'massAtrocity' ? amountText(mean, 'share') : `${amountText(median, unit)} (${amountText(p5, unit)}–${amountText(p95, unit)})`;
    })]),
  ));
  for (const c of spokenOf(report)) print(comparisonText(c));
  const decisive = report.comparisons.filter(c => c.outcome === report.sequential?.outcome);
  if (report.sequential !== undefined) {
    const { decided, errorRate, mostRuns } = report.sequential;
    print(`${decided ? `Stopped after ${report.runs} futures` : `Not all pairs could be told apart in ${mostRuns} futures`}; a verdict on ${OUTCOME_WORDS[report.sequential.outcome]} is wrong in ${Math.round(errorRate * 100)} of 100 such studies at most.`);
  }
  for (const c of decisive) print(`Small print: ${meanText(c, report.runs)}.`);
  print('These results describe the model, not the world.');
}

/** Comparisons put into words: with the first plan on four outcomes, or all pairs on the one that decides. */
function spokenOf(report: StudyReport): StudyReport['comparisons'] {
  const first = report.plans[0]!.id;
  const shown: readonly OutcomeName[] = ['civiliansKilled', 'peakDisplaced', 'needReached', 'cost'];
  return report.comparisons.filter(c => (report.sequential === undefined ? c.a === first && shown.includes(c.outcome) : c.outcome === report.sequential.outcome));
}
