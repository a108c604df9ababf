/** `forestall backtest`: a case under its historical plan against its record. */
import type { Command } from 'commander';
import { runBacktest, type BacktestReport, type NumberScore } from '../study/backtest/backtest.ts';
import { REFERENCE_FILES, type Reference } from '../study/backtest/reference.ts';
import { parametersHash } from '../study/world.ts';
import { executorFor } from '../workers/node-pool.ts';
import { openDesk, openPlans, planInput, withStudyOptions, withWorldOptions, type Desk, type StudyOptionsTyped } from './options.ts';
import { anyNumber, EXIT, print, printJson, say, Stop, stopOnErrors, table, withExamples } from './output.ts';
import { startProgress } from './progress.ts';
import { openReference, type OpenReference } from './reference-files.ts';

interface BacktestOptions extends StudyOptionsTyped { readonly plan: string; readonly factor?: number }

export function backtestCommand(program: Command): void {
  const command = withExamples(program.command('backtest'), 'forestall backtest south-sudan-2013', 'forestall backtest path/to/case --runs 400 --json', 'forestall backtest south-sudan-2013 --factor 0.1')
    .argument('<case>', 'id of a scenario that ships, or path of a file or folder; its record lies beside it in reference/').description('a historical case under its plan against its record')
    .option('--plan <plan>', 'id of a plan beside the case, or path of a file', 'historical')
    .option('--factor <number>', 'hold the reporting factor of the case fixed instead of fitting it', anyNumber('--factor', 1e-6, 1e6));
  withWorldOptions(withStudyOptions(command, 200)).action(async (typed: string, options: BacktestOptions) => {
    const desk = openDesk(typed, options);
    const [plan] = openPlans(desk, [options.plan], options.json === true);
    const { reference, hash } = recordOf(desk, options.json === true);
    const report = await run(desk, planInput(plan!, desk.planWorld), reference, hash, options);
    if (options.json === true) printJson(report);
    else printBacktest(report);
    if (report.checks.some(check => !check.holds)) throw new Stop(EXIT.failed);
  });
}

/** The record beside a case; stops on findings that are errors, and when there is nothing to compare with. */
function recordOf(desk: Desk, json: boolean): OpenReference {
  const open = openReference(desk.open);
  const { deaths, displacement, strength, anchors } = open.reference;
  const findings = [...open.diagnostics];
  if (deaths === undefined && displacement.length + strength.length + anchors.length === 0 && findings.length === 0) {
    findings.push({ severity: 'error', code: 'reference/nothing', file: open.folder, path: '', message: `"${open.folder}" holds nothing to compare with.`, suggestion: `Put ${REFERENCE_FILES.join(', ')} there; the guide to new cases says how.` });
  }
  stopOnErrors(findings, json);
  return open;
}

async function run(desk: Desk, plan: ReturnType<typeof planInput>, reference: Reference, referenceHash: string, options: BacktestOptions): Promise<BacktestReport> {
  const { scenario } = desk.open;
  const { seed, runs, ensemble, preset, workers, factor } = options;
  const executor = executorFor(workers);
  const progress = startProgress(`${scenario.id}: ${runs} futures`);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    await executor.open(desk.world);
    const report = await runBacktest(executor, {
      scenario: scenario.id, scenarioHash: desk.scenarioHash, parametersHash: parametersHash(desk.world), referenceHash, plan, seed, runs, ensemble, preset,
      regions: scenario.regions.length, neighbours: scenario.neighbours.length, days: scenario.days, regionIds: scenario.regions.map(({ id }) => id), neighbourIds: scenario.neighbours.map(({ id }) => id),
      ...(factor === undefined ? {} : { factor }),
    }, reference, { signal: stop.signal, onProgress: (done, total) => progress.update(done / total) });
    progress.end(`${runs} futures compared.`);
    return report;
  } catch (error) {
    progress.end();
    if (!stop.signal.aborted) throw error;
    say('Stopped; nothing was compared.');
    throw new Stop(EXIT.interrupted);
  } finally {
    process.off('SIGINT', interrupt);
    await executor.close();
  }
}

const whole = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const short = (value: number | string): string => (typeof value === 'string' ? value : String(Number(value.toPrecision(3))));

function numbersTable(title: string, scores: readonly NumberScore[]): void {
  if (scores.length === 0) return;
  print(`\n${title}`);
  print(table(['date', 'what', 'where', 'record', '5 %', 'median', '95 %', 'inside'], scores.map(s => [s.date, s.what, s.place, s.low === s.high ? whole(s.record) : `${whole(s.low)} to ${whole(s.high)}`, whole(s.p5), whole(s.median), whole(s.p95), s.inside ? 'yes' : 'no'])));
}

function printBacktest(report: BacktestReport): void {
  print(`${report.scenario}, plan ${report.plan}, seed ${report.seed}: ${report.runs} futures, preset ${report.preset}, ${report.ensemble}.`);
  print(`Reporting factor of the case, on top of the reporting mechanism: ${short(report.factor.value)} (${report.factor.fitted ? 'fitted so that the median future records as many deaths as the record' : 'held fixed'}).`);
  const { deaths } = report;
  if (deaths !== null) {
    print(`\nViolent deaths by ${deaths.step}, all regions`);
    print(table([deaths.step, 'record', '5 %', '25 %', 'median', '75 %', '95 %', ''], deaths.periods.map(s => [s.label, whole(s.record), whole(s.p5), whole(s.p25), whole(s.median), whole(s.p75), whole(s.p95), s.record < s.p5 ? 'below' : s.record > s.p95 ? 'above' : ''])));
    print(`Inside the 50 % band ${short(deaths.coverage50)}, inside the 90 % band ${short(deaths.coverage90)}. Ranked probability score ${short(deaths.crps.model)}, persistence ${short(deaths.crps.naive)}.`);
    print(table(['region', 'record', '5 %', 'median', '95 %'], deaths.regions.map(s => [s.region, whole(s.record), whole(s.p5), whole(s.median), whole(s.p95)])));
  }
  numbersTable('Displacement', report.displacement);
  numbersTable('Troops', report.strength);
  numbersTable('Cumulative anchors', report.anchors);
  print('');
  print(table(['check', 'value', 'wanted', 'holds'], report.checks.map(check => [check.name, short(check.value), check.wanted, check.holds ? 'yes' : 'no'])));
  print('Results describe the model, not the world.');
}
