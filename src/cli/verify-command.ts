/** `forestall verify`: computes a result again and compares it to the last bit. */
import type { Command } from 'commander';
import { MECHANISMS } from '../engine/phases.ts';
import * as files from '../io/node.ts';
import { readJson } from '../scenario/json.ts';
import { PRESETS, type PresetName } from '../scenario/parameters.ts';
import { OUTCOME_NAMES, type OutcomeName } from '../scenario/schema.ts';
import { ENSEMBLES, type EnsembleMode } from '../study/ensemble.ts';
import { mismatchSentence, verifyResult } from '../study/verify.ts';
import { ENGINE, type StudyReport } from '../study/study.ts';
import { defaultWorkers } from '../workers/node-pool.ts';
import { relativeToHere, unreadable } from './library.ts';
import { openDesk, openPlans, planInput, settings } from './options.ts';
import { EXIT, idList, print, printJson, Stop, stopOnErrors, withExamples, wholeNumber } from './output.ts';
import { study, studyRequest } from './study-command.ts';
import { firstOddNumber } from './written-digits.ts';

interface VerifyOptions { readonly json?: boolean; readonly workers: number; readonly set: readonly string[]; readonly scenario?: string; readonly plans?: string }

/** What a recorded study says of itself. */
interface Recorded { scenario: string; seed: number; runs: number; preset: PresetName; ensemble: EnsembleMode; without?: readonly string[]; engine: { version: string; model: number }; hashes?: { scenario?: string; plans?: Readonly<Record<string, string>>; parameters?: string }; plans: { id: string }[]; sequential?: { outcome: OutcomeName; mostRuns: number } }

export function verifyCommand(program: Command): void {
  withExamples(program.command('verify'), 'forestall verify study.json', 'forestall verify study.json --scenario my/scenario.json --plans my/early.json,my/late.json')
    .argument('<result>', 'file written by study --out').description('compute a result again and compare every number; exit code 3 names the first that differs')
    .option('--workers <number>', 'threads; results do not depend on it', wholeNumber('--workers', 1, 64), defaultWorkers())
    .option('--scenario <scenario>', 'id or path of the scenario; by default the one that ships under the id in the result')
    .option('--plans <plans>', 'ids or paths of the plans, in the order of the study; by default the ids in the result')
    .addOption(settings())
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: VerifyOptions) => {
      const json = options.json === true;
      const read = files.readText(file);
      const shown = relativeToHere(file);
      if ('error' in read) stopOnErrors([unreadable(shown, read)], json);
      const text = 'text' in read ? read.text : '';
      const reading = readJson(text, shown);
      stopOnErrors(reading.diagnostics, json);
      const recorded = reading.value as Recorded;
      const problem = shapeProblem(recorded);
      if (problem !== undefined) stopOnErrors([{ severity: 'error', code: 'result/no-study', file: shown, line: reading.lineOf(problem.path), path: problem.path, message: problem.message, suggestion: 'verify reads files written by "study --out".' }], json);
      const fail = (sentence: string, path: string, hint = ''): never => {
        if (json) printJson({ ok: false, path, difference: sentence, hint });
        else print(hint === '' ? sentence : `${sentence} ${hint}`);
        throw new Stop(EXIT.failed);
      };
      if (recorded.engine.model !== ENGINE.model) fail(`The result comes from model version ${recorded.engine.model}; this program has version ${ENGINE.model}, and equal numbers are promised for the same version only.`, 'engine.model');
      const desk = openDesk(options.scenario ?? recorded.scenario, { preset: recorded.preset, set: options.set, json, ...(recorded.without === undefined ? {} : { without: recorded.without }) });
      const ids = options.plans === undefined ? recorded.plans.map(plan => plan.id) : idList(options.plans);
      const plans = openPlans(desk, ids, json);
      const request = studyRequest(desk, plans.map(plan => planInput(plan, desk.planWorld)), { ...recorded, runs: recorded.sequential?.mostRuns ?? recorded.runs });
      const report = await study(request, desk, options.workers, recorded.sequential === undefined ? {} : { decide: recorded.sequential.outcome });
      const difference = verifyResult(recorded, report);
      if (difference !== undefined) fail(mismatchSentence(difference), difference.path, hintFor(recorded, report));
      const odd = firstOddNumber(text, reading.value);
      if (odd !== undefined) fail(`${odd.path} is written ${odd.written} in the file; this program writes that number ${odd.usual}.`, odd.path);
      if (json) printJson({ ok: true, result: report.hashes.result });
      else print(`Every number of ${shown} holds. Result ${report.hashes.result}.`);
    });
}

/** What other inputs may explain a difference. */
function hintFor(recorded: Recorded, report: StudyReport): string {
  const { scenario, parameters } = recorded.hashes ?? {};
  const plans = recorded.hashes?.plans ?? {};
  if (scenario !== report.hashes.scenario) return 'Perhaps this is not the scenario of the study; name another with --scenario.';
  const changed = report.plans.filter(plan => plans[plan.id] !== report.hashes.plans[plan.id]).map(plan => plan.id);
  if (changed.length > 0) return `Perhaps these are not the plans of the study; name others than ${changed.join(', ')} with --plans.`;
  return parameters === report.hashes.parameters ? '' : 'Perhaps parameters were set for the study; name them with --set.';
}

function shapeProblem(value: Recorded | undefined): { path: string; message: string } | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { path: '', message: 'The file holds no study.' };
  if (typeof value.scenario !== 'string') return { path: '/scenario', message: 'The study names no scenario.' };
  if (!Number.isInteger(value.seed) || value.seed < 0) return { path: '/seed', message: 'The study has no seed.' };
  if (!Number.isInteger(value.runs) || value.runs < 1 || value.runs > 1_000_000) return { path: '/runs', message: 'The study has no number of runs from 1 to 1,000,000.' };
  if (!PRESETS.includes(value.preset)) return { path: '/preset', message: `The study has no preset; known: ${PRESETS.join(', ')}.` };
  if (!ENSEMBLES.includes(value.ensemble)) return { path: '/ensemble', message: `The study has no ensemble; known: ${ENSEMBLES.join(', ')}.` };
  if (value.without !== undefined && !(Array.isArray(value.without) && value.without.every(name => MECHANISMS.some(mechanism => mechanism.name === name)))) return { path: '/without', message: 'The study leaves out what is no mechanism of this model.' };
  if (typeof value.engine?.model !== 'number') return { path: '/engine/model', message: 'The study names no model version.' };
  if (!Array.isArray(value.plans) || value.plans.length === 0 || value.plans.some(plan => typeof plan?.id !== 'string')) return { path: '/plans', message: 'The study lists no plans.' };
  if (value.sequential !== undefined) {
    const { outcome, mostRuns } = value.sequential ?? {};
    if (!OUTCOME_NAMES.includes(outcome)) return { path: '/sequential/outcome', message: 'The study stopped by itself on no outcome that is known.' };
    if (!Number.isInteger(mostRuns) || mostRuns < 1 || mostRuns > 1_000_000) return { path: '/sequential/mostRuns', message: 'The study has no number of runs at most from 1 to 1,000,000.' };
  }
  return undefined;
}
