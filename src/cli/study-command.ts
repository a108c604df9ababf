/** `forestall study`: plans over the same futures. */
import type { Command } from 'commander';
import { writeText } from '../io/node.ts';
import { parametersHash } from '../study/world.ts';
import { monteCarloError, shareBetter, verbalBand } from '../study/compare.ts';
import { runStudy, type StudyReport, type StudyRequest } from '../study/study.ts';
import type { Plan } from '../plan/schema.ts';
import type { Diagnostic } from '../scenario/diagnostics.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { executorFor } from '../workers/node-pool.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, planInput, withStudyOptions, withWorldOptions, type Desk, type StudyOptionsTyped } from './options.ts';
import { EXIT, idList, print, printJson, refuse, required, say, Stop, stopOnErrors, stopUnlessWritable, table, withExamples } from './output.ts';
import { startProgress } from './progress.ts';
import { ResumableExecutor } from './resume.ts';

interface StudyCommandOptions extends StudyOptionsTyped { readonly plans?: string; readonly out?: string }

export function studyCommand(program: Command): void {
  const command = withExamples(program.command('study'), 'forestall study halvane --plans none,a,b,c', 'forestall study halvane --plans none,a --runs 2000 --seed spring --out study.json', 'forestall verify study.json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('plans compared over the same futures')
    .option('--plans <plans>', 'needed: ids of plans beside the scenario or paths of files, joined by commas')
    .option('--out <file>', 'also write the object of --json to a file; Ctrl-C leaves FILE.part, and the same command goes on from there');
  withWorldOptions(withStudyOptions(command, 512)).action(async (typed: string, options: StudyCommandOptions) => {
    const ids = idList(required('--plans', options.plans));
    if (ids.length === 0) refuse('--plans names no plan.');
    if (new Set(ids).size < ids.length) refuse(`--plans is "${options.plans}"; it names a plan twice.`);
    stopUnlessWritable(options.out);
    const desk = openDesk(typed, options);
    const plans = openPlans(desk, ids, options.json === true);
    stopOnErrors(twiceNamed(plans, ids), options.json === true);
    const request = studyRequest(desk, plans.map(plan => planInput(plan, desk.planWorld)), options);
    const report = await study(request, desk, options.workers, options.out);
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
    seed: options.seed, runs: options.runs, preset: options.preset, ensemble: options.ensemble, regions: scenario.regions.length, days: scenario.days,
  };
}

/**
 * Runs a study with progress, and writes it where a file is wanted. Ctrl-C ends it with exit code 130 and leaves a part
 * beside that file to go on from; so does a file that cannot be written in the end, with exit code 1.
 */
export async function study(request: StudyRequest, desk: Desk, workers: number, out?: string): Promise<StudyReport> {
  const { plans, ...rest } = request;
  const inner = executorFor(workers);
  const executor = out === undefined ? inner : new ResumableExecutor(inner, `${out}.part`, { ...rest, plans: plans.map(({ id, hash }) => [id, hash]) });
  if (executor instanceof ResumableExecutor && executor.found > 0) say(`Going on from ${out}.part: ${executor.found} chunks are done.`);
  const abort = new AbortController();
  const interrupt = () => abort.abort();
  process.once('SIGINT', interrupt);
  const progress = startProgress(`${request.scenario}: ${plans.length} plans × ${request.runs} futures`);
  try {
    await executor.open(desk.world);
    const report = await runStudy(executor, request, { signal: abort.signal, onProgress: (done, total) => progress.update(done / total, `${done} of ${total}`) });
    progress.end(`${plans.length * request.runs} futures`);
    if (executor instanceof ResumableExecutor) {
      const { error } = writeText(out!, `${JSON.stringify(report, null, 2)}\n`);
      if (error !== undefined) {
        say(error);
        say(executor.save().error ?? `What is done lies in ${out}.part.`);
        throw new Stop(EXIT.badInput);
      }
      // the part goes only when the result stands
      executor.forget();
      say(`Written to ${out}`);
    }
    return report;
  } catch (error) {
    progress.end();
    if (!abort.signal.aborted || error instanceof Stop) throw error;
    if (executor instanceof ResumableExecutor) say(executor.save().error ?? `Stopped. What is done lies in ${out}.part; the same command goes on from there.`);
    else say('Stopped. Add --out FILE to be able to go on from there.');
    throw new Stop(EXIT.interrupted);
  } finally {
    process.off('SIGINT', interrupt);
    await executor.close();
  }
}

function printStudy(report: StudyReport): void {
  print(`${report.scenario}: ${report.runs} futures of each plan, seed ${report.seed}, ${report.preset} assumptions, ${report.ensemble} vary. Result ${report.hashes.result}.`);
  print(table(
    ['outcome: median (9 in 10 futures)', ...report.plans.map(plan => plan.id)],
    (Object.keys(OUTCOME_WORDS) as OutcomeName[]).map(name => [OUTCOME_WORDS[name], ...report.plans.map(plan => {
      const { unit, median, p5, p95, mean } = plan.outcomes[name];
      return name === 'massAtrocity' ? amountText(mean, 'share') : `${amountText(median, unit)} (${amountText(p5, unit)}–${amountText(p95, unit)})`;
    })]),
  ));
  const first = report.plans[0]!.id;
  const shown: readonly OutcomeName[] = ['civiliansKilled', 'peakDisplaced', 'needReached', 'cost'];
  for (const c of report.comparisons.filter(row => row.a === first && shown.includes(row.outcome))) {
    // shareBetter is the share of futures in which A is better, ties split evenly
    const share = 1 - shareBetter(c);
    const band = verbalBand(share);
    print(`${c.b} against ${c.a}, ${OUTCOME_WORDS[c.outcome]}: ${c.b} is better in ${Math.round(share * 100)} (±${Math.max(1, Math.round(monteCarloError(share, report.runs)))}) of 100 futures: ${band.words.en} (${band.band.en}); typical difference ${amountText(c.difference.median, c.unit)}.`);
  }
  print('These results describe the model, not the world.');
}
