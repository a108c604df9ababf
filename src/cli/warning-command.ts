/** `forestall warning-value`: what earlier, better and less warning would be worth for a plan. */
import type { Command } from 'commander';
import { delayGoal } from '../study/delay.ts';
import { warningValue, type WarningRow, type WarningValue } from '../study/warning-value.ts';
import { differenceText, futuresText, openText, rangeText } from './comparison-text.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, withStudyOptions, withWorldOptions, type StudyOptionsTyped } from './options.ts';
import { OUTCOME_HELP, outcomeOption } from './outcome-option.ts';
import { print, printJson, refuse, required, stopUnlessWritable, table, withExamples } from './output.ts';
import { withWork } from './work.ts';

interface WarningCommandOptions extends StudyOptionsTyped {
  readonly plan?: string; readonly outcome?: string; readonly weeks: readonly number[]; readonly falseAlarms: readonly number[]; readonly out?: string;
}

const listOf = (name: string, low: number, high: number, always: readonly number[]) => (text: string): readonly number[] => {
  const values = text.split(',').map(part => (part.trim() === '' ? NaN : Number(part)));
  if (values.some(value => !(value >= low && value <= high))) refuse(`${name} is "${text}"; numbers from ${low} to ${high} are wanted, joined by commas.`);
  return [...new Set([...values, ...always])].sort((a, b) => a - b);
};
const weeksOf = listOf('--weeks', -26, 26, [0, 1]);
const factorsOf = listOf('--false-alarms', 0, 100, [1]);

export function warningValueCommand(program: Command): void {
  const command = withExamples(program.command('warning-value'), 'forestall warning-value halvane --plan a', 'forestall warning-value halvane --plan a --outcome civiliansKilled --weeks=-2,1,2,4 --false-alarms 0,5 --json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('the value of warning: the outcome against lead time, false alarms and sources, and what one more week is worth')
    .option('--plan <plan>', 'needed: id of a plan beside the scenario, or path of a file')
    .option('--outcome <name>', OUTCOME_HELP)
    .option('--weeks <list>', 'weeks of warning more, fewer where negative: the plan acts so much sooner, never before D0', weeksOf, weeksOf('-2,-1,2,4'))
    .option('--false-alarms <list>', 'times as many false alarms as the scenario has', factorsOf, factorsOf('0,2,5'))
    .option('--out <file>', 'also write the object of --json to a file; a study that is stopped leaves FILE.part, and the same command goes on from there');
  withWorldOptions(withStudyOptions(command, 128)).action(async (typed: string, options: WarningCommandOptions) => {
    const planTyped = required('--plan', options.plan);
    stopUnlessWritable(options.out);
    const desk = openDesk(typed, options);
    const { scenario } = desk.open;
    const outcome = outcomeOption(options.outcome, scenario);
    const plan = openPlans(desk, [planTyped], options.json === true)[0]!;
    const { runs, seed, ensemble, weeks, falseAlarms: factors, out } = options;
    const { tolerance } = delayGoal(scenario, outcome);
    const value = await withWork({ title: `${plan.id}: value of warning`, world: desk.world, workers: options.workers, ...(out === undefined ? {} : { out }), identity: { seed, ensemble } }, async (executor, { signal, progress }) => {
      const result = await warningValue(executor, { world: desk.world, planWorld: desk.planWorld, plan, outcome, tolerance, runs, seed, ensemble, weeks, factors, signal, onProgress: (done, total) => progress.update(done / total) });
      return { result, sentence: `${result.leadTime.length + result.falseAlarms.length + result.sources.length} rows` };
    }, warningJson);
    if (options.json === true) printJson(warningJson(value));
    else printValue(value);
  });
}

/** The stable shape of `warning-value --json`. */
function warningJson(value: WarningValue): unknown {
  return { ...value, leadTime: value.leadTime.map(row => ({ ...row, reason: row.reason.en })) };
}

function printValue(value: WarningValue): void {
  const { unit, runs } = value;
  const cells = (row: WarningRow): string[] => [amountText(row.median, unit), differenceText(row.difference.median, unit), rangeText(row.difference.p5, row.difference.p95, unit), row.difference.p5 === 0 && row.difference.p95 === 0 ? '–' : futuresText(row.better, runs), `D+${Math.round(row.alertDay)}`];
  const head = ['median', 'typical difference', '9 in 10 futures', 'better in', 'alert 2, median'];
  print(`${value.scenario}, plan ${value.plan}: ${OUTCOME_WORDS[value.outcome]}, ${runs} futures, against the plan and the warning as they are.`);
  print(table(['weeks of warning more', ...head, ''], value.leadTime.map(row => [String(row.weeks), ...cells(row), row.feasible ? '' : `not feasible: ${row.reason.en}`])));
  print(table(['false alarms', ...head], value.falseAlarms.map(row => [`${row.factor} ×`, ...cells(row)])));
  const name = (without: string): string => (without === 'all' ? 'no source at all' : without === 'none' ? 'all see all at once' : `without ${without}`);
  print(table(['sources', ...head], value.sources.map(row => [name(row.without), ...cells(row)])));
  const week = value.leadTime.find(row => row.weeks === 1)!;
  const small = week.verdict === 'same' ? 'nothing that shows' : `typically ${differenceText(week.difference.median, unit)}`;
  print(`One more week of warning is worth, for this plan: ${small}; better in ${futuresText(week.better, runs)}. ${openText(week)}`.trimEnd());
  print('These results describe the model, not the world.');
}
