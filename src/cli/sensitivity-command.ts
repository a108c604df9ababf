/** `forestall sensitivity`: which assumptions matter, and when a plan fails. */
import { Option, type Command } from 'commander';
import { didYouMean } from '../scenario/diagnostics.ts';
import { PARAMETERS } from '../scenario/parameters.ts';
import { assumptions, type AssumptionsResult, type BoxLimit } from '../study/assumptions.ts';
import { factorsOf, type Factor } from '../study/ensemble.ts';
import { outcomeOf } from '../study/outcomes.ts';
import { METHODS, sensitivity, TOP_FACTORS, type MorrisResult, type SensitivityMethod, type SobolResult } from '../study/sensitivity.ts';
import { ENGINE } from '../study/study.ts';
import { keptParameters, parametersHash } from '../study/world.ts';
import { executorFor, defaultWorkers } from '../workers/node-pool.ts';
import { signed } from './explain-words.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, planInput, withoutOption, withSeed, withWorldOptions, type Desk, type WorldOptions } from './options.ts';
import { outcomeOption, OUTCOME_HELP } from './outcome-option.ts';
import { anyNumber, EXIT, idList, print, printJson, refuse, required, Stop, table, wholeNumber, withExamples } from './output.ts';
import { startProgress } from './progress.ts';
import type { OutcomeName } from '../scenario/schema.ts';

interface SensitivityOptions extends WorldOptions {
  readonly plan?: string; readonly seed: number; readonly runs: number; readonly method: SensitivityMethod; readonly outcome?: string; readonly parameters?: string;
  readonly sets: number; readonly futures: number; readonly target?: number; readonly workers: number;
}

/** Everything that is printed. */
interface Found { readonly desk: Desk; readonly plans: readonly { readonly id: string; readonly hash: string }[]; readonly outcome: OutcomeName; readonly target: number; readonly ranking: MorrisResult | SobolResult; readonly sets: AssumptionsResult | undefined }

export function sensitivityCommand(program: Command): void {
  const command = withExamples(program.command('sensitivity'), 'forestall sensitivity halvane --plan a', 'forestall sensitivity halvane --plan a,b --runs 8192 --method sobol', 'forestall sensitivity halvane --plan a,b --parameters flightPerDay,troopsPerBase --method sobol --json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('which assumptions matter for a plan or for the order of two, and when a plan fails')
    .option('--plan <plan>', 'needed: one plan, or two joined by a comma: then their difference is looked at')
    .option('--runs <number>', 'futures of each plan for the ranking, at most; two trajectories are the least', wholeNumber('--runs', 8, 10_000_000), 4096)
    .addOption(new Option('--method <name>', `morris screens all parameters; sobol shares out the variance among the ${TOP_FACTORS} that matter most, or those named`).choices(METHODS).default('morris'))
    .option('--outcome <name>', OUTCOME_HELP)
    .option('--parameters <names>', 'only these parameters, joined by commas')
    .option('--sets <number>', 'sets of assumptions for the order of two plans and for failures; 0 for none', wholeNumber('--sets', 0, 100_000), 128)
    .option('--futures <number>', 'futures of each set', wholeNumber('--futures', 1, 1000), 16)
    .option('--target <value>', 'with one plan: value to meet, a future that does not is a failure; the scenario\'s by default', anyNumber('--target', -1e15, 1e15))
    .option('--workers <number>', 'threads; results do not depend on it', wholeNumber('--workers', 1, 64), defaultWorkers());
  withWorldOptions(withSeed(command)).addOption(withoutOption()).action(async (typed: string, options: SensitivityOptions) => {
    const ids = idList(required('--plan', options.plan));
    if (ids.length < 1 || ids.length > 2) refuse(`--plan is "${options.plan}"; one plan or two are wanted.`);
    const desk = openDesk(typed, options);
    const { scenario } = desk.open;
    const outcome = outcomeOption(options.outcome, scenario);
    const factors = chosenFactors(desk, options.parameters);
    const plans = openPlans(desk, ids, options.json === true).map(plan => planInput(plan, desk.planWorld));
    const target = options.target ?? scenario.targets.find(row => row.outcome === outcome)?.value ?? NaN;
    // with one plan a failure needs a target
    const sets = plans.length > 1 || !Number.isNaN(target) ? options.sets : 0;
    const executor = executorFor(options.workers);
    const abort = new AbortController();
    const interrupt = () => abort.abort();
    process.once('SIGINT', interrupt);
    const progress = startProgress(`${scenario.id}: ${factors.length} parameters, ${plans.map(plan => plan.id).join(' and ')}`);
    const total = options.runs + sets * options.futures;
    const shared = { plans, outcome, factors, seed: options.seed, regions: scenario.regions.length, days: scenario.days, signal: abort.signal };
    try {
      await executor.open(desk.world);
      const ranking = await sensitivity(executor, { ...shared, method: options.method, named: options.parameters !== undefined, runs: options.runs, onProgress: done => progress.update(Math.min(1, done / total)) });
      const found = sets === 0 ? undefined : await assumptions(executor, { ...shared, sets, futures: options.futures, target, onProgress: done => progress.update(Math.min(1, (options.runs + done) / total)) });
      progress.end(`${(ranking.runs + sets * options.futures) * plans.length} futures`);
      const all: Found = { desk, plans, outcome, target, ranking, sets: found };
      if (options.json === true) printJson(sensitivityJson(all, options));
      else printSensitivity(all, options);
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

/** The parameters that vary; those named must be among them. */
function chosenFactors(desk: Desk, names: string | undefined): readonly Factor[] {
  const open = factorsOf(keptParameters(desk.world));
  if (names === undefined) return open;
  return idList(names).map(name => open.find(factor => factor.name === name)
    ?? refuse(`--parameters names "${name}". ${PARAMETERS.some(row => row.name === name) ? 'It is fixed, or set by the scenario, the preset or --set.' : didYouMean(name, open.map(factor => factor.name)) ?? 'See "forestall parameters".'}`));
}

const number = (value: number): string => String(Number(value.toPrecision(3)));

function limitText({ words, above, below }: BoxLimit): string {
  if (above !== null && below !== null) return `${words} is between ${number(above)} and ${number(below)}`;
  return above !== null ? `${words} is above ${number(above)}` : `${words} is below ${number(below!)}`;
}

/** What was found in plain words. */
export function sensitivitySentences({ plans, outcome, target, ranking, sets }: Omit<Found, 'desk'>): string[] {
  const { unit } = outcomeOf(outcome);
  const what = OUTCOME_WORDS[outcome];
  const [a, b] = plans;
  const output = b === undefined ? `${what} of plan ${a!.id}` : `the difference ${b.id} − ${a!.id} in ${what}`;
  const lines: string[] = [];
  const names = ranking.factors.slice(0, 3).map(row => row.factor.name).join(', ');
  if (ranking.method === 'morris') {
    const top = ranking.factors[0]!;
    lines.push(`Most of what moves ${output}: ${names}. Over its whole range the first changes it by ${amountText(top.muStar, unit)} on average (95 %: ${amountText(top.muStarInterval[0], unit)} to ${amountText(top.muStarInterval[1], unit)}); other events with the same assumptions change it by ${amountText(ranking.chance, unit)}.`);
  } else {
    lines.push(`Chance explains ${share(ranking.chance.first)} of the variance of ${output} alone and ${share(ranking.chance.total)} with all it interacts with; the parameters that matter most are ${names}.`);
  }
  if (sets?.flips) {
    const { share: flips, interval, byChance } = sets.flips;
    lines.push(`The order of ${a!.id} and ${b!.id} flips in ${share(flips)} of ${sets.sets} assumption sets (95 %: ${share(interval[0])} to ${share(interval[1])}); were all sets alike, ${sets.futures} futures a set would show ${share(byChance)} by chance.`);
  }
  if (sets === undefined) return lines;
  const failure = b === undefined ? `${a!.id} misses the target (${what} ${outcomeOf(outcome).better === 'less' ? 'at most' : 'at least'} ${amountText(target, unit)})` : `${b.id} does worse than ${a!.id}`;
  lines.push(`${failure} in ${share(sets.failures)} of all these futures.`);
  for (const { limits, measured } of sets.boxes) lines.push(`${failure} when ${limits.map(limitText).join(' and ')} (covers ${share(measured.coverage)} of such futures, ${share(measured.density)} pure, in sets that were not used to find this).`);
  if (sets.boxes.length === 0) lines.push('No simple rule on assumptions and first weeks tells when: what one half of the sets suggested the other half did not bear out.');
  return lines;
}

const share = (value: number): string => `${Math.round(value * 100)} %`;

/** The stable shape of `sensitivity --json`. */
function sensitivityJson({ desk, plans, outcome, target, ranking, sets }: Found, options: SensitivityOptions): unknown {
  const row = (name: string) => PARAMETERS.find(one => one.name === name)!;
  const { factors, ...rest } = ranking;
  return {
    scenario: desk.open.scenario.id, plans: plans.map(plan => plan.id), outcome, unit: outcomeOf(outcome).unit, seed: options.seed, preset: options.preset,
    ...(desk.world.without === undefined ? {} : { without: desk.world.without }), engine: ENGINE,
    hashes: { scenario: desk.scenarioHash, plans: Object.fromEntries(plans.map(plan => [plan.id, plan.hash])), parameters: parametersHash(desk.world) },
    ranking: { ...rest, factors: factors.map(({ factor: { name, unit, low, high }, ...index }) => ({ name, unit, low, high, grade: row(name).grade, mechanism: row(name).mechanism, ...index })) },
    assumptions: sets === undefined ? null : { ...sets, target: Number.isNaN(target) ? null : target },
    sentences: sensitivitySentences({ plans, outcome, target, ranking, sets }),
  };
}

/** Parameters printed; --json has all. */
const SHOWN = 20;

function printSensitivity(found: Found, options: SensitivityOptions): void {
  const { desk, plans, outcome, ranking } = found;
  const { unit } = outcomeOf(outcome);
  print(`${desk.open.scenario.id}, ${plans.length > 1 ? `${plans[1]!.id} − ${plans[0]!.id}` : `plan ${plans[0]!.id}`}: ${OUTCOME_WORDS[outcome]} against ${ranking.factors.length} parameters, ${ranking.method === 'morris' ? `${ranking.trajectories} trajectories` : `${ranking.rows} rows`} (${ranking.runs} futures of each plan), seed ${options.seed}, around ${options.preset} assumptions${desk.world.without === undefined ? '' : `, without ${desk.world.without.join(', ')}`}.`);
  for (const line of sensitivitySentences(found)) print(line);
  print('');
  if (ranking.method === 'morris') {
    print(table(['parameter', 'range', 'μ*', '95 %', 'μ', 'σ'], ranking.factors.slice(0, SHOWN).map(({ factor, muStar, muStarInterval, mu, sigma }) => [
      factor.name, `${number(factor.low)} to ${number(factor.high)} ${factor.unit}`, amountText(muStar, unit), `${amountText(muStarInterval[0], unit)} to ${amountText(muStarInterval[1], unit)}`, signed(mu, unit), amountText(sigma, unit),
    ])));
    print('μ*: mean size of the change over the whole range; μ: the same with its sign; σ: how much it depends on the other parameters and on chance.');
  } else {
    const interval = ([low, high]: readonly [number, number]) => `${low.toFixed(2)} to ${high.toFixed(2)}`;
    print(table(['parameter', 'range', 'alone', '95 %', 'with interactions', '95 %'], [
      ...ranking.factors.map(({ factor, first, firstInterval, total, totalInterval }) => [factor.name, `${number(factor.low)} to ${number(factor.high)} ${factor.unit}`, first.toFixed(2), interval(firstInterval), total.toFixed(2), interval(totalInterval)]),
      ['chance', 'other events', ranking.chance.first.toFixed(2), interval(ranking.chance.firstInterval), ranking.chance.total.toFixed(2), interval(ranking.chance.totalInterval)],
    ]));
    print('Shares of the variance: first-order and total Sobol indices. An interval that holds 0 says that the share cannot be told from none.');
  }
  print('These results describe the model, not the world.');
}
