/** `forestall delay`: what each start day of an action, or of a whole plan, would give, and the last responsible day. */
import type { Command } from 'commander';
import { delayCurve, delayGoal } from '../study/delay.ts';
import type { DelayCurve } from '../study/results.ts';
import { ALL_ACTIONS, variantsOf } from '../study/start-variants.ts';
import { wantAction } from './action-option.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, withStudyOptions, withWorldOptions, type StudyOptionsTyped } from './options.ts';
import { OUTCOME_HELP, outcomeOption } from './outcome-option.ts';
import { anyNumber, EXIT, print, printJson, refuse, required, say, Stop, stopUnlessWritable, table, wholeNumber, withExamples } from './output.ts';
import { withWork } from './work.ts';

interface DelayCommandOptions extends StudyOptionsTyped {
  readonly plan?: string; readonly action?: string; readonly from: number; readonly to?: number; readonly step: number;
  readonly outcome?: string; readonly target?: number; readonly odds?: number; readonly out?: string;
}

/** Latest start swept by default, days: after that most of a year's harm is done. */
const DEFAULT_SPAN = 365;
/** Points of a first answer that are said. */
const SPOKEN = 6;

export function delayCommand(program: Command): void {
  const command = withExamples(program.command('delay'), 'forestall delay halvane --plan a --action bn-east --step 14', 'forestall delay halvane --plan a --action all --from 0 --to 120', 'forestall delay halvane --plan a --action bn-east --outcome civiliansKilled --target 3000 --odds 0.8 --json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('the start-date curve of one action or of a whole plan, with its last responsible day')
    .option('--plan <plan>', 'needed: id of a plan beside the scenario, or path of a file')
    .option('--action <id>', `needed: id of an action of the plan, or ${ALL_ACTIONS}: everything that starts on a day, moved together; days are then those of the first of them`)
    .option('--from <day>', 'first start day', wholeNumber('--from', 0, 6000), 0)
    .option('--to <day>', `last start day; by default day ${DEFAULT_SPAN} or the last of the scenario`, wholeNumber('--to', 0, 6000))
    .option('--step <days>', 'days between starts; the present start is always among them', wholeNumber('--step', 1, 365), 7)
    .option('--outcome <name>', OUTCOME_HELP)
    .option('--target <value>', 'value to meet; the scenario\'s by default', anyNumber('--target', -1e15, 1e15))
    .option('--odds <share>', 'share of futures that must meet it, 0.01 to 0.99; the scenario\'s by default', anyNumber('--odds', 0.01, 0.99))
    .option('--out <file>', 'also write the object of --json to a file; a curve that is stopped leaves FILE.part, and the same command goes on from there');
  withWorldOptions(withStudyOptions(command, 128)).action(async (typed: string, options: DelayCommandOptions) => {
    const planTyped = required('--plan', options.plan);
    const action = required('--action', options.action);
    stopUnlessWritable(options.out);
    const desk = openDesk(typed, options);
    const { scenario } = desk.open;
    const outcome = outcomeOption(options.outcome, scenario);
    const to = options.to ?? Math.min(scenario.days - 1, DEFAULT_SPAN);
    if (to < options.from) refuse(`--to is ${to}, before --from (${options.from}).`);
    const plan = openPlans(desk, [planTyped], options.json === true)[0]!;
    if (action !== ALL_ACTIONS) wantAction(plan, action);
    else if (plan.actions.every(one => typeof one.start === 'object')) {
      say(`No action of the plan "${plan.id}" starts on a day or a date.`);
      throw new Stop(EXIT.badInput);
    }
    const goal = delayGoal(scenario, outcome, options.target, options.odds);
    const { present, variant } = variantsOf(plan, action, desk.planWorld);
    const { from, step, runs, seed, ensemble, out } = options;
    const wishes = { scenario: scenario.id, plan: plan.id, action, present, from, to, step, runs, seed, ensemble, ...goal, regions: scenario.regions.length, days: scenario.days };
    const began = performance.now();
    const curve = await withWork({ title: `${plan.id}: starts of ${action}`, world: desk.world, workers: options.workers, ...(out === undefined ? {} : { out }), identity: { seed, ensemble } }, async (executor, { signal, progress }) => {
      const result = await delayCurve(executor, { ...wishes, variant, signal, onProgress: (done, total) => progress.update(done / total) }, early => {
        if (early.runs < runs) progress.note(`${firstAnswer(early)} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
      });
      return { result, sentence: `${result.points.length} starts` };
    }, delayJson);
    if (options.json === true) printJson(delayJson(curve));
    else printCurve(curve, present);
  });
}

/** Some points of a curve that still sharpens, and its last responsible day. */
function firstAnswer({ runs, points, unit, target, lastResponsibleDay }: DelayCurve): string {
  const stride = Math.max(1, Math.ceil(points.length / SPOKEN));
  const spoken = points.filter((_, i) => i % stride === 0).map(point => `D+${point.start} ${amountText(point.median, unit)}`);
  const last = Number.isNaN(target) ? '' : lastResponsibleDay === null ? '; no start meets the target' : `; last responsible day D+${lastResponsibleDay}`;
  return `from ${runs} futures: ${spoken.join(', ')}${last}`;
}

/** The stable shape of `delay --json`. */
function delayJson(curve: DelayCurve): unknown {
  const { scenario, plan, action, outcome, unit, target, odds, runs, lastResponsibleDay, lastResponsibleRange, flatZone } = curve;
  return {
    scenario, plan, action, outcome, unit, target: Number.isNaN(target) ? null : target, odds, runs,
    points: curve.points.map(({ start, feasible, reason, p5, p25, median, p75, p95, met, flat }) => ({ start, feasible, reason: reason.en, p5, p25, median, p75, p95, met, flat })),
    lastResponsibleDay, lastResponsibleRange, flatZone,
  };
}

function printCurve(curve: DelayCurve, present: number): void {
  const { unit } = curve;
  print(`${curve.scenario}, plan ${curve.plan}: ${OUTCOME_WORDS[curve.outcome]} by start day of ${curve.action === ALL_ACTIONS ? 'the whole plan' : `"${curve.action}"`} (now D+${present}), ${curve.runs} futures.`);
  print(table(['start', 'median', '9 in 10 futures', 'meet the target', ''], curve.points.map(point => [
    `D+${point.start}`, amountText(point.median, unit), `${amountText(point.p5, unit)}–${amountText(point.p95, unit)}`, amountText(point.met, 'share'),
    [point.feasible ? '' : `not feasible: ${point.reason.en}`, point.start === present ? 'now' : '', point.flat && point.start !== present ? 'no material difference' : ''].filter(Boolean).join('; '),
  ])));
  const goal = `${OUTCOME_WORDS[curve.outcome]} ${curve.better === 'less' ? 'at most' : 'at least'} ${amountText(curve.target, unit)} in ${Math.round(curve.odds * 100)} of 100 futures`;
  print(Number.isNaN(curve.target) ? 'The scenario sets no target for this outcome; add --target and --odds for the last responsible day.'
    : curve.lastResponsibleDay === null ? `No start day meets the target (${goal}).` : `Last responsible day: D+${curve.lastResponsibleDay}${rangeOfDay(curve)} (${goal}).`);
  print(`Flat zone: D+${curve.flatZone[0]} to D+${curve.flatZone[1]}.`);
  print('These results describe the model, not the world.');
}

/** "; 90 % between D+70 and D+98", and how often no day would do. */
function rangeOfDay({ lastResponsibleRange: { low, high, none }, runs }: DelayCurve): string {
  if (low === null || high === null) return '';
  const never = none >= 0.01 ? `; in ${Math.round(none * 100)} of 100 redrawn sets of futures no day meets it` : '';
  return `, 90 % between D+${low} and D+${high} as ${runs} futures tell${never}`;
}
