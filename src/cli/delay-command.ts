/** `forestall delay`: what each start day of one action would give, and the last responsible day. */
import type { Command } from 'commander';
import { delayCurve, delayGoal } from '../study/delay.ts';
import type { DelayCurve } from '../study/results.ts';
import { startVariants } from '../study/start-variants.ts';
import { OUTCOME_NAMES, type OutcomeName } from '../scenario/schema.ts';
import { didYouMean } from '../scenario/diagnostics.ts';
import { executorFor } from '../workers/node-pool.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, withStudyOptions, withWorldOptions, type StudyOptionsTyped } from './options.ts';
import { anyNumber, EXIT, print, printJson, refuse, required, say, Stop, table, wholeNumber, withExamples } from './output.ts';
import { startProgress } from './progress.ts';

interface DelayCommandOptions extends StudyOptionsTyped {
  readonly plan?: string; readonly action?: string; readonly from: number; readonly to?: number; readonly step: number;
  readonly outcome?: string; readonly target?: number; readonly odds?: number;
}

/** Latest start swept by default, days: after that most of a year's harm is done. */
const DEFAULT_SPAN = 365;

export function delayCommand(program: Command): void {
  const command = withExamples(program.command('delay'), 'forestall delay halvane --plan a --action bn-east --step 14', 'forestall delay halvane --plan a --action bn-east --outcome civiliansKilled --target 3000 --odds 0.8 --json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('the start-date curve of one action, with its last responsible day')
    .option('--plan <plan>', 'needed: id of a plan beside the scenario, or path of a file')
    .option('--action <id>', 'needed: id of an action of the plan')
    .option('--from <day>', 'first start day', wholeNumber('--from', 0, 6000), 0)
    .option('--to <day>', `last start day; by default day ${DEFAULT_SPAN} or the last of the scenario`, wholeNumber('--to', 0, 6000))
    .option('--step <days>', 'days between starts; the present start is always among them', wholeNumber('--step', 1, 365), 7)
    .option('--outcome <name>', `one of ${OUTCOME_NAMES.join(', ')}; the scenario's first target by default`)
    .option('--target <value>', 'value to meet; the scenario\'s by default', anyNumber('--target', -1e15, 1e15))
    .option('--odds <share>', 'share of futures that must meet it, 0.01 to 0.99; the scenario\'s by default', anyNumber('--odds', 0.01, 0.99));
  withWorldOptions(withStudyOptions(command, 128)).action(async (typed: string, options: DelayCommandOptions) => {
    const { outcome } = options;
    const planTyped = required('--plan', options.plan);
    const actionId = required('--action', options.action);
    if (outcome !== undefined && !(OUTCOME_NAMES as readonly string[]).includes(outcome)) refuse(`--outcome is "${outcome}". ${didYouMean(outcome, OUTCOME_NAMES) ?? `It is one of ${OUTCOME_NAMES.join(', ')}.`}`);
    const desk = openDesk(typed, options);
    const { scenario } = desk.open;
    const to = options.to ?? Math.min(scenario.days - 1, DEFAULT_SPAN);
    if (to < options.from) refuse(`--to is ${to}, before --from (${options.from}).`);
    const plan = openPlans(desk, [planTyped], options.json === true)[0]!;
    if (!plan.actions.some(action => action.id === actionId)) {
      const ids = plan.actions.map(action => action.id);
      say(`The plan "${plan.id}" has no action "${actionId}". ${didYouMean(actionId, ids) ?? `Its actions: ${ids.join(', ')}.`}`);
      throw new Stop(EXIT.badInput);
    }
    const goal = delayGoal(scenario, outcome as OutcomeName | undefined, options.target, options.odds);
    const { present, variant } = startVariants(plan, actionId, desk.planWorld);
    const executor = executorFor(options.workers);
    const abort = new AbortController();
    const interrupt = () => abort.abort();
    process.once('SIGINT', interrupt);
    const progress = startProgress(`${plan.id}: starts of ${actionId}`);
    try {
      await executor.open(desk.world);
      const curve = await delayCurve(executor, {
        scenario: scenario.id, plan: plan.id, action: actionId, present, from: options.from, to, step: options.step, runs: options.runs, seed: options.seed, ensemble: options.ensemble,
        ...goal, regions: scenario.regions.length, days: scenario.days, variant, signal: abort.signal, onProgress: (done, total) => progress.update(done / total),
      });
      progress.end(`${curve.points.length} starts`);
      if (options.json === true) printJson(delayJson(curve));
      else printCurve(curve, present);
    } catch (error) {
      progress.end();
      if (!abort.signal.aborted) throw error;
      throw new Stop(EXIT.interrupted);
    } finally {
      process.off('SIGINT', interrupt);
      await executor.close();
    }
  });
}

/** The stable shape of `delay --json`. */
function delayJson(curve: DelayCurve): unknown {
  const { scenario, plan, action, outcome, unit, target, odds, runs, lastResponsibleDay, flatZone } = curve;
  return {
    scenario, plan, action, outcome, unit, target: Number.isNaN(target) ? null : target, odds, runs,
    points: curve.points.map(({ start, feasible, reason, p5, p25, median, p75, p95, met, flat }) => ({ start, feasible, reason: reason.en, p5, p25, median, p75, p95, met, flat })),
    lastResponsibleDay, flatZone,
  };
}

function printCurve(curve: DelayCurve, present: number): void {
  const { unit } = curve;
  print(`${curve.scenario}, plan ${curve.plan}: ${OUTCOME_WORDS[curve.outcome]} by start day of "${curve.action}" (now D+${present}), ${curve.runs} futures.`);
  print(table(['start', 'median', '9 in 10 futures', 'meet the target', ''], curve.points.map(point => [
    `D+${point.start}`, amountText(point.median, unit), `${amountText(point.p5, unit)}–${amountText(point.p95, unit)}`, amountText(point.met, 'share'),
    [point.feasible ? '' : `not feasible: ${point.reason.en}`, point.start === present ? 'now' : '', point.flat && point.start !== present ? 'no material difference' : ''].filter(Boolean).join('; '),
  ])));
  const goal = `${OUTCOME_WORDS[curve.outcome]} ${curve.better === 'less' ? 'at most' : 'at least'} ${amountText(curve.target, unit)} in ${Math.round(curve.odds * 100)} of 100 futures`;
  print(Number.isNaN(curve.target) ? 'The scenario sets no target for this outcome; add --target and --odds for the last responsible day.'
    : curve.lastResponsibleDay === null ? `No start day meets the target (${goal}).` : `Last responsible day: D+${curve.lastResponsibleDay} (${goal}).`);
  print(`Flat zone: D+${curve.flatZone[0]} to D+${curve.flatZone[1]}.`);
  print('These results describe the model, not the world.');
}
