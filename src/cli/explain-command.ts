/** `forestall explain`: why one plan differs from another. */
import type { Command } from 'commander';
import { explain, type Explanation } from '../study/explain.ts';
import type { Account, Share } from '../study/shares.ts';
import { ENGINE } from '../study/study.ts';
import { parametersHash } from '../study/world.ts';
import { planHash } from '../plan/hash.ts';
import type { Plan } from '../plan/schema.ts';
import { executorFor } from '../workers/node-pool.ts';
import { explainSentences, mechanismWords, shareText, signed, swapWords } from './explain-words.ts';
import { OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, withoutOption, withStudyOptions, withWorldOptions, type Desk, type StudyOptionsTyped } from './options.ts';
import { outcomeOption, OUTCOME_HELP } from './outcome-option.ts';
import { EXIT, idList, print, printJson, refuse, required, Stop, table, withExamples } from './output.ts';
import { startProgress } from './progress.ts';

interface ExplainOptions extends StudyOptionsTyped { readonly plans?: string; readonly outcome?: string }

export function explainCommand(program: Command): void {
  const command = withExamples(program.command('explain'), 'forestall explain halvane --plans a,b', 'forestall explain halvane --plans none,a --outcome peakDisplaced --runs 512 --json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('why B differs from A: by action, mechanism, region and time, each cause knocked out and re-run')
    .option('--plans <a,b>', 'needed: two plans, ids beside the scenario or paths of files, joined by a comma')
    .option('--outcome <name>', OUTCOME_HELP);
  withWorldOptions(withStudyOptions(command, 256)).addOption(withoutOption()).action(async (typed: string, options: ExplainOptions) => {
    const ids = idList(required('--plans', options.plans));
    if (ids.length !== 2) refuse(`--plans is "${options.plans}"; two plans are compared, such as --plans a,b.`);
    const desk = openDesk(typed, options);
    const { scenario } = desk.open;
    const outcome = outcomeOption(options.outcome, scenario);
    const [a, b] = openPlans(desk, ids, options.json === true) as [Plan, Plan];
    const executor = executorFor(options.workers);
    const abort = new AbortController();
    const interrupt = () => abort.abort();
    process.once('SIGINT', interrupt);
    const progress = startProgress(`${scenario.id}: why ${b.id} differs from ${a.id}`);
    try {
      await executor.open(desk.world);
      const found = await explain(executor, {
        scenario, world: desk.planWorld, a, b, outcome, runs: options.runs, seed: options.seed, ensemble: options.ensemble, ...(options.without === undefined ? {} : { without: options.without }),
        signal: abort.signal, onProgress: (done, total) => progress.update(done / total),
      });
      progress.end(`${options.runs} pairs of futures`);
      const sentences = explainSentences(found, a, b, desk.planWorld, typed);
      if (options.json === true) printJson(explainJson(found, desk, a, b, options, sentences));
      else printExplanation(found, desk, a, b, options, sentences);
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

const shareJson = ({ amount, interval, share, shareInterval }: Share) => ({ amount, interval, share, shareInterval });

function accountJson(account: Account, names: readonly { readonly id: string; readonly words: string }[]) {
  return {
    difference: account.difference, decided: account.decided,
    causes: account.causes.map((cause, i) => ({ ...names[i]!, ...shareJson(cause), alone: cause.alone })), interactions: shareJson(account.interactions), remainder: shareJson(account.remainder),
  };
}

/** The stable shape of `explain --json`. */
function explainJson(found: Explanation, desk: Desk, a: Plan, b: Plan, options: ExplainOptions, sentences: readonly string[]): unknown {
  const { byAction, byMechanism, carriers, byRegion, byTime, comparison, divergence, evidence, outcome, unit, better, runs } = found;
  const words = (swap: Explanation['byAction']['swaps'][number]) => swapWords(swap, a, b, desk.planWorld);
  return {
    scenario: desk.open.scenario.id, plans: { a: a.id, b: b.id }, outcome, unit, better, runs, seed: options.seed, preset: options.preset, ensemble: options.ensemble,
    ...(desk.world.without === undefined ? {} : { without: desk.world.without }), engine: ENGINE,
    hashes: { scenario: desk.scenarioHash, plans: { [a.id]: planHash(a), [b.id]: planHash(b) }, parameters: parametersHash(desk.world) },
    comparison,
    byAction: { ...accountJson(byAction, byAction.swaps.map(swap => ({ id: swap.actions.join('+'), words: words(swap) }))), untested: byAction.untested.map(({ swap, why }) => ({ id: swap.actions.join('+'), words: words(swap), why })) },
    byMechanism: { ...accountJson(byMechanism, byMechanism.names.map(id => ({ id, words: mechanismWords(id) }))), carriers: carriers.map(part => ({ id: part.id, words: mechanismWords(part.id), ...shareJson(part) })) },
    byRegion: byRegion.map(part => ({ id: part.id, name: part.name, ...shareJson(part) })),
    byTime: byTime.map(part => ({ from: part.fromDay, to: part.toDay, ...shareJson(part) })),
    divergence, evidence, sentences,
  };
}

/** Parts under this share of the difference are left out of the printed tables; --json has all. */
const LEAST_SHOWN = 0.005;

function printExplanation(found: Explanation, desk: Desk, a: Plan, b: Plan, options: ExplainOptions, sentences: readonly string[]): void {
  const { byAction, byMechanism, carriers, byRegion, byTime, unit } = found;
  print(`${desk.open.scenario.id}: why ${b.id} (B) differs from ${a.id} (A) on ${OUTCOME_WORDS[found.outcome]}; ${found.runs} futures, seed ${options.seed}, ${options.preset} assumptions, ${options.ensemble} vary${desk.world.without === undefined ? '' : `, without ${desk.world.without.join(', ')}`}.`);
  for (const line of sentences) print(line);
  const row = (name: string, part: Share): string[] => [name, shareText(part, unit), `${signed(part.amount, unit)} (${signed(part.interval[0], unit)} to ${signed(part.interval[1], unit)})`];
  const shown = (part: Share): boolean => part.share === null ? part.amount !== 0 : Math.abs(part.share) >= LEAST_SHOWN;
  const account = (title: string, of: Account, names: readonly string[]): void => {
    print('');
    print(table([title, 'share (95 %)', 'amount (95 %)'], [
      ...of.causes.map((cause, i) => ({ cause, name: names[i]! })).filter(({ cause }) => shown(cause)).map(({ cause, name }) => row(name, cause)),
      row('interactions of two', of.interactions), row('remainder', of.remainder),
    ]));
  };
  if (found.evidence.parted >= 0) {
    account('by action, taken back', byAction, byAction.swaps.map(swap => swapWords(swap, a, b, desk.planWorld)));
    for (const { swap, why } of byAction.untested) print(`Not knocked out, so in the remainder: ${swapWords(swap, a, b, desk.planWorld)} (${why})`);
    account('by way in, held as in A', byMechanism, byMechanism.names.map(name => `${mechanismWords(name)} (${name})`));
    const passing = carriers.filter(shown);
    const lists: readonly (readonly [string, readonly (Share & { readonly name: string })[]])[] = [
      ['passed on by (one behind another, no sum)', passing.map(part => ({ ...part, name: `${mechanismWords(part.id)} (${part.id})` }))], ['where', byRegion.filter(shown)], ['when', byTime.filter(shown)],
    ];
    for (const [title, list] of lists) {
      if (list.length === 0) continue;
      print('');
      print(table([title, 'share (95 %)', 'amount (95 %)'], list.map(part => row(part.name, part))));
    }
  }
  print('Shares: what goes when a cause is knocked out; a negative share works against the difference. These results describe the model, not the world.');
}
