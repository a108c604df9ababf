/** `forestall search`: a better plan within a budget, and the simplest that is as good. */
import type { Command } from 'commander';
import { writeText } from '../io/node.ts';
import { planText } from '../plan/parse.ts';
import { delayGoal } from '../study/delay.ts';
import { changeList, searchStudy, type FoundPlan, type SearchReport } from '../study/search-study.ts';
import { wantAction } from './action-option.ts';
import { futuresText } from './comparison-text.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, withStudyOptions, withWorldOptions, type StudyOptionsTyped } from './options.ts';
import { OUTCOME_HELP, outcomeOption } from './outcome-option.ts';
import { anyNumber, EXIT, idList, print, printJson, refuse, required, say, Stop, stopUnlessWritable, table, wholeNumber, withExamples } from './output.ts';
import { withWork } from './work.ts';

interface SearchCommandOptions extends StudyOptionsTyped {
  readonly plan?: string; readonly budget?: number; readonly outcome?: string; readonly actions?: string; readonly step: number; readonly span: number;
  readonly simulations: number; readonly out?: string; readonly save?: string;
}

/** Least simulations, in futures of finalists: fewer leave nothing for the search. */
const LEAST = 20;

export function searchCommand(program: Command): void {
  const command = withExamples(program.command('search'), 'forestall search halvane --plan a --budget 900000000 --outcome civiliansKilled', 'forestall search halvane --plan a --budget 9e8 --actions bn-east,police-fordlands --step 30 --span 60 --save better.json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('start days, sizes and order of a plan\'s actions, searched for the best mean outcome within a budget')
    .option('--plan <plan>', 'needed: id of a plan beside the scenario, or path of a file; the search begins there')
    .option('--budget <usd>', 'needed: most that the response may cost on average, USD, as the outcome "cost" counts it', anyNumber('--budget', 0, 1e12))
    .option('--outcome <name>', OUTCOME_HELP)
    .option('--actions <ids>', 'actions that may change, joined by commas; all by default')
    .option('--step <days>', 'days between start days tried', wholeNumber('--step', 1, 365), 15)
    .option('--span <days>', 'days before and after the present starts', wholeNumber('--span', 0, 6000), 60)
    .option('--simulations <number>', `futures simulated at most, all variants together; at least ${LEAST} times --runs`, wholeNumber('--simulations', 1, 10_000_000), 4000)
    .option('--out <file>', 'also write the object of --json to a file; a search that is stopped leaves FILE.part, and the same command goes on from there')
    .option('--save <file>', 'write the simplest of the best plans as a plan file');
  withWorldOptions(withStudyOptions(command, 64)).action(async (typed: string, options: SearchCommandOptions) => {
    const planTyped = required('--plan', options.plan);
    const budget = options.budget ?? refuse('--budget is missing.');
    const { runs, simulations, seed, ensemble, step, span, out, save } = options;
    if (simulations < LEAST * runs) refuse(`--simulations is ${simulations}; at least ${LEAST * runs} are wanted, ${LEAST} times --runs.`);
    stopUnlessWritable(out);
    stopUnlessWritable(save);
    const desk = openDesk(typed, options);
    const { scenario } = desk.open;
    const outcome = outcomeOption(options.outcome, scenario);
    const plan = openPlans(desk, [planTyped], options.json === true)[0]!;
    const actions = options.actions === undefined ? undefined : idList(options.actions);
    for (const id of actions ?? []) wantAction(plan, id);
    const { tolerance } = delayGoal(scenario, outcome);
    const report = await withWork({ title: `${plan.id}: searching`, world: desk.world, workers: options.workers, ...(out === undefined ? {} : { out }), identity: { seed, ensemble } }, async (executor, { signal, progress }) => {
      const result = await searchStudy(executor, {
        plan, world: desk.planWorld, outcome, budget, tolerance, runs, simulations, seed, ensemble, step, span, ...(actions === undefined ? {} : { actions }), signal,
        onProgress: (done, total, best) => progress.update(Math.min(1, done / total), `best so far: ${best}`),
      });
      return { result, sentence: `${result.tried} plans tried in ${result.simulations} futures` };
    });
    if (save !== undefined && report.simplest !== null) {
      const { error } = writeText(save, planText(report.simplest.plan));
      if (error !== undefined) {
        say(error);
        throw new Stop(EXIT.badInput);
      }
      say(`Plan written to ${save}`);
    }
    if (options.json === true) printJson(report);
    else printSearch(report);
  });
}

function row(name: string, found: FoundPlan, unit: string): string[] {
  return [name, amountText(found.outcome.mean, unit), `${amountText(found.outcome.p5, unit)}–${amountText(found.outcome.p95, unit)}`, amountText(found.cost.mean, 'USD'), changeList(found.changes)];
}

function printSearch(report: SearchReport): void {
  const { unit, base, best, simplest, front } = report;
  print(`${report.scenario}, plan ${report.plan}: ${OUTCOME_WORDS[report.outcome]} with at most ${amountText(report.budget, 'USD')} USD on average. ${report.tried} of ${report.space.choices.toLocaleString('en')} variants tried in ${report.simulations} futures.`);
  if (report.baseObstacle !== null) print(`The plan as it stands cannot be had: ${report.baseObstacle}`);
  const head = ['', 'mean', '9 in 10 futures', 'mean cost, USD', 'what changes'];
  print(table(head, [row('as it stands', base, unit), ...(best === null ? [] : [row('best', best, unit), row('simplest', simplest!, unit)])]));
  if (best === null) {
    print('Nothing within the budget was found; the cheapest that was tried costs more.');
  } else {
    const runs = simplest!.runs;
    print(simplest!.changes.length === 0 ? 'The futures cannot tell the plan as it stands from the best one found.'
      : `The simplest of the plans that the futures cannot tell from the best is better than the plan as it stands in ${futuresText(simplest!.better, runs)}${simplest!.verdict === 'open' ? '; cannot tell these two apart yet' : ''}. It costs more than the budget in ${Math.round(simplest!.overBudget * 100)} of 100 futures.`);
    print('Cost against harm: no plan that was tried is better in both means than one of these; regret is the mean distance from the best of them, future by future.');
    print(table(['mean cost, USD', 'mean', 'regret', 'what changes'], front.map(found => [amountText(found.cost.mean, 'USD'), amountText(found.outcome.mean, unit), amountText(found.regret, unit), changeList(found.changes)])));
  }
  print('These results describe the model, not the world.');
}
