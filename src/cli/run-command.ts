/** `forestall run`: one future of one plan. */
import type { Command } from 'commander';
import { writeText } from '../io/node.ts';
import { agendaLine } from '../study/agenda-log.ts';
import { reportRun, type TraceRow } from '../study/run-report.ts';
import { CONSTRAINTS } from '../engine/schedule.ts';
import { clockSentence } from '../study/mandate-clock.ts';
import { warningText } from '../study/warning-log.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, planInput, withoutOption, withSeed, withWorldOptions, type WorldOptions } from './options.ts';
import { EXIT, print, printJson, refuse, required, say, Stop, stopUnlessWritable, table, wholeNumber, withExamples } from './output.ts';
import type { OutcomeName } from '../scenario/schema.ts';

interface RunOptions extends WorldOptions { readonly plan?: string; readonly seed: number; readonly future: number; readonly days?: number; readonly trace?: string }

export function runCommand(program: Command): void {
  const command = withExamples(program.command('run'), 'forestall run halvane --plan a --seed 1', 'forestall run halvane --plan a --days 120 --trace trace.csv --json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('one future of one plan')
    .option('--plan <plan>', 'needed: id of a plan beside the scenario, or path of a file')
    .option('--future <number>', 'which of the seed\'s futures, as studies number them', wholeNumber('--future', 0, 999_999), 0)
    .option('--days <number>', 'stop after so many days', wholeNumber('--days', 1, 6000))
    .option('--trace <file>', 'write the run day by day to a .csv or .json file');
  withWorldOptions(withSeed(command)).addOption(withoutOption()).action((typed: string, options: RunOptions) => {
    const planTyped = required('--plan', options.plan);
    if (options.trace !== undefined && !/\.(csv|json)$/.test(options.trace)) refuse(`--trace is "${options.trace}"; the file ends in .csv or .json.`);
    stopUnlessWritable(options.trace);
    const desk = openDesk(typed, options);
    const [plan] = openPlans(desk, [planTyped], options.json === true);
    const rows: TraceRow[] = [];
    const report = reportRun(
      { world: desk.world, scenarioHash: desk.scenarioHash, plan: planInput(plan!, desk.planWorld), seed: options.seed, run: options.future, ...(options.days === undefined ? {} : { days: options.days }) },
      options.trace === undefined ? undefined : row => rows.push(row));
    if (options.trace !== undefined) {
      const { error } = writeText(options.trace, options.trace.endsWith('.csv') ? csv(rows) : `${JSON.stringify(rows)}\n`);
      if (error !== undefined) {
        say(error);
        throw new Stop(EXIT.badInput);
      }
      say(`${rows.length} days written to ${options.trace}`);
    }
    if (options.json === true) {
      printJson(report);
      return;
    }
    print(`${report.scenario}, plan ${report.plan}, seed ${report.seed}: ${report.future === undefined ? 'one future' : `future ${report.future}`} of ${report.days} days${report.without === undefined ? '' : ` without ${report.without.join(', ')}`}. Result ${report.hashes.result}.`);
    print(table(['outcome', 'value', 'unit'], Object.entries(report.outcomes).map(([name, { value, unit }]) => [OUTCOME_WORDS[name as OutcomeName], amountText(value, unit), unit])));
    const lost = Object.entries(report.mandateClock).filter(([, days]) => days > 0).map(([cause, days]) => `${cause} ${Math.round(days)}`);
    print(clockSentence(CONSTRAINTS.map(cause => (cause === 'none' ? 0 : report.mandateClock[cause]))).en);
    print(`Warning and response: ${warningText(report.warning)}.`);
    print(lost.length > 0 ? `Mandate clock, days by cause: ${lost.join(', ')}.` : 'Mandate clock: no days lost.');
    if (report.agenda.length > 0) print(`Agenda:\n${report.agenda.map(entry => `  ${agendaLine(entry)}`).join('\n')}`);
    print('These results describe the model, not the world.');
  });
}

function csv(rows: readonly TraceRow[]): string {
  const names = Object.keys(rows[0] ?? {});
  return `${[names.join(','), ...rows.map(row => names.map(name => row[name]).join(','))].join('\n')}\n`;
}
