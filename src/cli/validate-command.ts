/** `forestall validate`: the facts of the record, as experiments anybody can repeat. */
import type { Command } from 'commander';
import { writeText } from '../io/node.ts';
import { checkOverrides, type PresetName } from '../scenario/parameters.ts';
import { worldOf } from '../study/world.ts';
import type { FactResult, PartResult, ValidationReport } from '../study/validate/validate.ts';
import { validate } from '../study/validate/validate.ts';
import { FACTS } from '../study/validate/facts.ts';
import type { Fact } from '../study/validate/fact.ts';
import { chainCountry } from '../study/validate/worlds.ts';
import { defaultWorkers, executorFor } from '../workers/node-pool.ts';
import { overridesOf, presetOption, settings, withoutOption, withSeed } from './options.ts';
import { EXIT, idList, print, printJson, refuse, say, Stop, stopOnErrors, stopUnlessWritable, table, wholeNumber, withExamples } from './output.ts';
import { startProgress } from './progress.ts';
import { validationPage } from './validation-page.ts';

interface ValidateOptions {
  readonly facts?: string;
  readonly preset: PresetName;
  readonly set: readonly string[];
  readonly without: readonly string[];
  readonly seed: number;
  readonly workers: number;
  readonly quick?: boolean;
  readonly json?: boolean;
  readonly html?: string;
}

export function validateCommand(program: Command): void {
  withSeed(withExamples(program.command('validate'), 'forestall validate', 'forestall validate --facts SF-01,SF-09 --seed 2', 'forestall validate --html validation.html --json > validation.json'))
    .description('stylised facts SF-01 … SF-20 and sign checks SC-01 … SC-10 as Monte Carlo experiments: target, value, verdict')
    .option('--facts <ids>', 'only these, joined by commas')
    .addOption(presetOption())
    .addOption(settings())
    .addOption(withoutOption())
    .option('--workers <number>', 'threads; results do not depend on it, but for the seconds', wholeNumber('--workers', 1, 64), defaultWorkers())
    .option('--quick', 'a small part of the runs: most verdicts stay undecided')
    .option('--json', 'print one JSON object')
    .option('--html <file>', 'also write a page that opens without a network')
    .action(async (options: ValidateOptions) => {
      stopUnlessWritable(options.html);
      const facts = options.facts === undefined ? FACTS : idList(options.facts).map(factOf);
      if (facts.length === 0) refuse('--facts names no fact.');
      const overrides = overridesOf(options.set);
      stopOnErrors(checkOverrides(overrides, '').map(finding => ({ ...finding, file: '--set' })), options.json === true);
      const report = await run(facts, overrides, options);
      if (options.html !== undefined) {
        const { error } = writeText(options.html, validationPage(report));
        if (error !== undefined) {
          say(error);
          throw new Stop(EXIT.badInput);
        }
      }
      if (options.json === true) printJson(report);
      else printReport(report);
      if (report.facts.some(fact => fact.verdict !== 'pass')) throw new Stop(EXIT.failed);
    });
}

function factOf(typed: string): Fact {
  return FACTS.find(fact => fact.id === typed.toUpperCase()) ?? refuse(`--facts is "${typed}"; facts are ${FACTS[0]!.id} … SF-20 and SC-01 … ${FACTS[FACTS.length - 1]!.id}.`);
}

async function run(facts: readonly Fact[], overrides: Readonly<Record<string, number>>, options: ValidateOptions): Promise<ValidationReport> {
  const { preset, seed, workers, quick = false, without } = options;
  const executor = executorFor(workers);
  const progress = startProgress(`${facts.length} facts`);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    // experiments make their own countries; a pool wants one open before it takes work
    await executor.open(worldOf(chainCountry(2)));
    const report = await validate(executor, { facts, preset, overrides, without, seed, quick }, { signal: stop.signal, onProgress: (done, total) => progress.update(done / total, `${done} of ${total} runs`) });
    progress.end(`${facts.length} facts judged.`);
    return report;
  } catch (error) {
    progress.end();
    if (!stop.signal.aborted) throw error;
    say('Stopped; nothing was judged.');
    throw new Stop(EXIT.interrupted);
  } finally {
    process.off('SIGINT', interrupt);
    await executor.close();
  }
}

function numberText(value: number | null): string {
  return value === null ? '–' : String(Number(value.toPrecision(3)));
}

function intervalText(interval: PartResult['interval']): string {
  return interval === null ? '' : `${numberText(interval[0])} to ${numberText(interval[1])}`;
}

function printReport(report: ValidationReport): void {
  const rows = report.facts.flatMap((fact): string[][] => [
    [fact.id, fact.title, '', '', '', fact.verdict, fact.grade, `${fact.seconds} s`],
    ...fact.parts.map(part => ['', `  ${part.name}`, numberText(part.value), intervalText(part.interval), part.band ?? 'printed only', part.verdict ?? '', '', '']),
  ]);
  print(`Preset ${report.preset}, seed ${report.seed}${report.quick ? ', quick: few runs' : ''}. Brackets are 95 % intervals over runs.`);
  print(table(['fact', 'quantity', 'value', '95 %', 'wanted', 'verdict', 'grade', 'time'], rows));
  for (const { id, reason } of report.facts) if (reason !== null) print(`${id}: ${reason}`);
  const count = (verdict: FactResult['verdict'], prefix: string): number => report.facts.filter(fact => fact.verdict === verdict && fact.id.startsWith(prefix)).length;
  const line = (prefix: string, what: string): string => `${what}: ${count('pass', prefix)} pass, ${count('miss', prefix)} miss, ${count('undecided', prefix)} undecided`;
  print(`${line('SF', 'Stylised facts')}. ${line('SC', 'Sign checks')}. Undecided is no pass.`);
  print('Results describe the model, not the world.');
}
