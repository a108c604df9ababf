/** `forestall tables`: the deployment table and the sustainment table of a plan. */
import { Option, type Command } from 'commander';
import { deploymentCsv, deploymentTable, UNIT_DATES, type DateQuantiles, type DeploymentTable, type TableRequest } from '../study/deployment-table.ts';
import { COMMODITIES, sustainmentCsv, sustainmentTable, type SustainmentTable } from '../study/sustainment-table.ts';
import { openDesk, openPlans, planInput, withSeed, withWorldOptions, type WorldOptions } from './options.ts';
import { print, printJson, refuse, required, table, wholeNumber, withExamples } from './output.ts';

interface TablesOptions extends WorldOptions { readonly plan?: string; readonly runs: number; readonly seed: number; readonly csv?: boolean; readonly only?: 'deployment' | 'sustainment' }

export function tablesCommand(program: Command): void {
  const command = withExamples(program.command('tables'), 'forestall tables halvane --plan a --runs 64', 'forestall tables halvane --plan a --only deployment --csv')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('when each unit passes each phase, beside promise and record; how long each base is supplied, and what runs out first')
    .option('--plan <plan>', 'needed: id of a plan beside the scenario, or path of a file')
    .option('--runs <number>', 'futures', wholeNumber('--runs', 1, 10000), 64)
    .addOption(new Option('--only <table>', 'one of the two').choices(['deployment', 'sustainment']))
    .option('--csv', 'print CSV with HXL hashtags; both tables are parted by an empty line');
  withWorldOptions(withSeed(command)).action((typed: string, options: TablesOptions) => {
    const planTyped = required('--plan', options.plan);
    if (options.csv === true && options.json === true) refuse('--csv and --json cannot be had together.');
    const desk = openDesk(typed, options);
    const plan = openPlans(desk, [planTyped], options.json === true)[0]!;
    const request: TableRequest = { world: desk.world, plan, input: planInput(plan, desk.planWorld), seed: options.seed, runs: options.runs };
    const deployment = options.only === 'sustainment' ? undefined : deploymentTable(request);
    const sustainment = options.only === 'deployment' ? undefined : sustainmentTable(request);
    if (options.json === true) {
      printJson({ scenario: desk.open.scenario.id, plan: plan.id, preset: options.preset, runs: options.runs, seed: options.seed, deployment: deployment?.rows.map(rowJson) ?? null, sustainment: sustainment?.rows ?? null });
      return;
    }
    if (options.csv === true) {
      print([deployment === undefined ? '' : deploymentCsv(deployment), sustainment === undefined ? '' : sustainmentCsv(sustainment)].filter(Boolean).join('\n'));
      return;
    }
    if (deployment !== undefined) printDeployment(deployment);
    if (deployment !== undefined && sustainment !== undefined) print('');
    if (sustainment !== undefined) printSustainment(sustainment);
    print('These results describe the model, not the world.');
  });
}

const day = (value: number): string => (Number.isFinite(value) ? `D+${Math.round(value)}` : 'never');
const days = (value: number): string => (value >= 100 ? '99+' : (Math.round(value * 10) / 10).toFixed(1));
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** JSON knows no infinity: a day that never comes is null. */
function rowJson(row: DeploymentTable['rows'][number]): unknown {
  const finite = ({ p10, p50, p90, reached }: DateQuantiles) => ({ p10: orNull(p10), p50: orNull(p50), p90: orNull(p90), reached });
  return { ...row, dates: Object.fromEntries(Object.entries(row.dates).map(([pace, dates]) => [pace, Object.fromEntries(Object.entries(dates).map(([date, values]) => [date, finite(values)]))])) };
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

function printDeployment({ scenario, plan, runs, rows }: DeploymentTable): void {
  if (rows.length === 0) {
    print(`${scenario}, plan ${plan}: no unit is deployed.`);
    return;
  }
  print(`${scenario}, plan ${plan}: deployment table, ${runs} futures. Plan: 1 in 10, median, 9 in 10; then the medians of promise and record.`);
  for (const row of rows) {
    print(`\n${row.action} ${row.number}: ${row.unit} (${row.people} people) of ${row.contributor} to ${row.destination}`);
    print(table(['phase', 'p10', 'p50', 'p90', 'reached', 'promise', 'record'], UNIT_DATES.map(date => {
      const { plan: own, promise, record } = row.dates;
      return [date, day(own[date].p10), day(own[date].p50), day(own[date].p90), percent(own[date].reached), day(promise[date].p50), day(record[date].p50)];
    })));
  }
}

function printSustainment({ scenario, plan, runs, rows }: SustainmentTable): void {
  print(`${scenario}, plan ${plan}: sustainment table, ${runs} futures, shortest first. Tonnes a day, then the fewest days of supply.`);
  print(table(['base', 'people', ...COMMODITIES, 'p10', 'p50', 'p90', 'on', 'under 14', 'under 7', 'under 3', 'run out', 'first'], rows.map(row => [
    row.region, String(Math.round(row.people)), ...COMMODITIES.map(name => (Math.round(row.use[name] * 100) / 100).toFixed(2)), days(row.fewest.p10), days(row.fewest.p50), days(row.fewest.p90), `D+${row.fewestDay}`,
    ...row.daysUnder.map(value => String(Math.round(value))), percent(row.runsOut), `${row.first.commodity} (${percent(row.first.share)})`,
  ])));
}
