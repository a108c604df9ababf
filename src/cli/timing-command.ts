/** `forestall timing`: two start days on a grid, against the plan as it stands. */
import type { Command } from 'commander';
import { delayGoal } from '../study/delay.ts';
import { pairVariants } from '../study/start-variants.ts';
import { timingDays, timingMap, type TimingCell, type TimingMap } from '../study/timing.ts';
import { wantAction } from './action-option.ts';
import { differenceText, rangeText } from './comparison-text.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { openDesk, openPlans, withStudyOptions, withWorldOptions, type StudyOptionsTyped } from './options.ts';
import { OUTCOME_HELP, outcomeOption } from './outcome-option.ts';
import { idList, print, printJson, refuse, required, stopUnlessWritable, table, wholeNumber, withExamples } from './output.ts';
import { withWork } from './work.ts';

interface TimingCommandOptions extends StudyOptionsTyped {
  readonly plan?: string; readonly actions?: string; readonly grid: readonly [number, number]; readonly span: number; readonly outcome?: string; readonly out?: string;
}

/** Most cells on a side. */
const MOST = 31;

function gridOf(text: string): readonly [number, number] {
  const [rows, columns] = (/^(\d+)x(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  const fits = (n: number | undefined): n is number => n !== undefined && n >= 2 && n <= MOST;
  return fits(rows) && fits(columns) ? [rows, columns] : refuse(`--grid is "${text}"; write rows x columns, each from 2 to ${MOST}, such as 9x9.`);
}

export function timingCommand(program: Command): void {
  const command = withExamples(program.command('timing'), 'forestall timing halvane --plan a --actions bn-east,envoy-column', 'forestall timing halvane --plan a --actions bn-east,open-e3 --grid 5x5 --span 60 --outcome civiliansKilled --json')
    .argument('<scenario>', 'id of a scenario that ships, or path of a file or folder').description('the timing map: two actions at every pair of start days, against the plan as it stands')
    .option('--plan <plan>', 'needed: id of a plan beside the scenario, or path of a file')
    .option('--actions <ids>', 'needed: ids of two actions, joined by a comma; the first goes down, the second across')
    .option('--grid <rows x columns>', 'start days of each action', gridOf, gridOf('9x9'))
    .option('--span <days>', 'days before and after the present starts', wholeNumber('--span', 1, 6000), 120)
    .option('--outcome <name>', OUTCOME_HELP)
    .option('--out <file>', 'also write the object of --json to a file; a map that is stopped leaves FILE.part, and the same command goes on from there');
  withWorldOptions(withStudyOptions(command, 64)).action(async (typed: string, options: TimingCommandOptions) => {
    const planTyped = required('--plan', options.plan);
    const [first, second, ...more] = idList(required('--actions', options.actions));
    if (first === undefined || second === undefined || more.length > 0 || first === second) refuse(`--actions is "${options.actions}"; it names two actions, joined by a comma.`);
    stopUnlessWritable(options.out);
    const desk = openDesk(typed, options);
    const { scenario } = desk.open;
    const outcome = outcomeOption(options.outcome, scenario);
    const plan = openPlans(desk, [planTyped], options.json === true)[0]!;
    const actions = [first!, second!] as const;
    for (const id of actions) wantAction(plan, id);
    const { present, variant } = pairVariants(plan, actions, desk.planWorld);
    const { runs, seed, ensemble, grid, span, out } = options;
    const last = scenario.days - 1;
    const days = [timingDays(present[0], grid[0], span, last), timingDays(present[1], grid[1], span, last)] as const;
    const { tolerance } = delayGoal(scenario, outcome);
    const map = await withWork({ title: `${plan.id}: starts of ${actions.join(' and ')}`, world: desk.world, workers: options.workers, ...(out === undefined ? {} : { out }), identity: { seed, ensemble } }, async (executor, { signal, progress }) => {
      const result = await timingMap(executor, {
        scenario: scenario.id, plan: plan.id, actions, outcome, tolerance, runs, seed, ensemble, present, days, regions: scenario.regions.length, length: scenario.days, variant,
        signal, onProgress: (done, total) => progress.update(done / total),
      }, early => { if (early.runs < runs) progress.note(`from ${early.runs} futures: ${bestText(early)}`); });
      return { result, sentence: `${result.cells.length} pairs of starts` };
    }, timingJson);
    if (options.json === true) printJson(timingJson(map));
    else printMap(map);
  });
}

/** The stable shape of `timing --json`. */
function timingJson(map: TimingMap): unknown {
  const { better: _, ...rest } = map;
  return { ...rest, cells: map.cells.map(cell => ({ ...cell, reason: cell.reason.en })) };
}

function bestText({ best, cells, actions, unit }: TimingMap): string {
  if (best === null) return 'no pair of starts is feasible';
  const cell = cells.find(({ starts }) => starts[0] === best[0] && starts[1] === best[1])!;
  const near = cells.filter(({ nearBest }) => nearBest).length - 1;
  return `best ${actions[0]} D+${best[0]} with ${actions[1]} D+${best[1]}, median ${amountText(cell.median, unit)}${near > 0 ? `; the futures cannot tell ${near} other pairs from it` : ''}`;
}

function printMap(map: TimingMap): void {
  const { actions, present, days, cells, unit, outcome, runs, tolerance } = map;
  print(`${map.scenario}, plan ${map.plan}: ${OUTCOME_WORDS[outcome]}, median of ${runs} futures, by start of "${actions[0]}" (down, now D+${present[0]}) and "${actions[1]}" (across, now D+${present[1]}).`);
  const mark = (cell: TimingCell): string => {
    const isNow = cell.starts[0] === present[0] && cell.starts[1] === present[1];
    const isBest = map.best !== null && cell.starts[0] === map.best[0] && cell.starts[1] === map.best[1];
    return `${amountText(cell.median, unit)}${cell.feasible ? '' : ' x'}${isNow ? ' @' : cell.inFlatRegion ? ' =' : ''}${isBest ? ' *' : ''}`;
  };
  const width = days[1].length;
  print(table(['', ...days[1].map(day => `D+${day}`)], days[0].map((day, i) => [`D+${day}`, ...cells.slice(i * width, (i + 1) * width).map(mark)])));
  print(`@ the plan as it stands, = no material difference from it (9 in 10 paired differences within ${amountText(tolerance, unit)}), * best, x not feasible.`);
  const reasons = new Set(cells.filter(cell => !cell.feasible).map(cell => cell.reason.en));
  for (const reason of [...reasons].slice(0, 4)) print(`x ${reason}`);
  if (reasons.size > 4) print(`x and ${reasons.size - 4} more reasons; see --json.`);
  print(`${bestText(map).replace(/^b/, 'B').replace(/^n/, 'N')}.`);
  const best = cells.find(({ starts }) => map.best !== null && starts[0] === map.best[0] && starts[1] === map.best[1]);
  if (best !== undefined) print(`Against the plan as it stands it is better in ${Math.round(best.better * 100)} of 100 futures; typical difference ${differenceText(best.difference.median, unit)}, in 9 of 10 futures ${rangeText(best.difference.p5, best.difference.p95, unit)}.`);
  print('These results describe the model, not the world.');
}
