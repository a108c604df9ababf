/** `forestall verify`: computes a result again and compares it to the last bit. */
import type { Command } from 'commander';
import * as files from '../io/node.ts';
import { readJson } from '../scenario/json.ts';
import { PRESETS, type PresetName } from '../scenario/parameters.ts';
import { ENSEMBLES, type EnsembleMode } from '../study/ensemble.ts';
import { mismatchSentence, verifyResult } from '../study/verify.ts';
import { ENGINE } from '../study/study.ts';
import { defaultWorkers } from '../workers/node-pool.ts';
import { openDesk, openPlans, planInput } from './options.ts';
import { EXIT, print, printJson, say, Stop, stopOnErrors, wholeNumber } from './output.ts';
import { study, studyRequest } from './study-command.ts';

interface VerifyOptions { readonly json?: boolean; readonly workers: number; readonly set: readonly string[]; readonly scenario?: string }

/** What a recorded study says of itself. */
interface Recorded { scenario: string; seed: number; runs: number; preset: PresetName; ensemble: EnsembleMode; engine: { version: string; model: number }; plans: { id: string }[] }

export function verifyCommand(program: Command): void {
  program.command('verify').argument('<result>', 'file written by study --out').description('compute a result again and compare every number')
    .option('--workers <number>', 'threads', wholeNumber('--workers', 1, 64), defaultWorkers())
    .option('--scenario <scenario>', 'id or path, where the scenario is not in the library')
    .option('--set <name=value>', 'a parameter that was set for the study; may be repeated', (text: string, before: string[]) => [...before, text], [])
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: VerifyOptions) => {
      const json = options.json === true;
      const read = files.readText(file);
      if ('error' in read) stopOnErrors([{ severity: 'error', code: 'file/unreadable', file, path: '', message: read.error }], json);
      const reading = readJson('text' in read ? read.text : '', file);
      stopOnErrors(reading.diagnostics, json);
      const recorded = reading.value as Recorded;
      const problem = shapeProblem(recorded);
      if (problem !== undefined) stopOnErrors([{ severity: 'error', code: 'result/no-study', file, path: problem.path, message: problem.message, suggestion: 'verify reads files written by "study --out".' }], json);
      const fail = (sentence: string): never => {
        if (json) printJson({ ok: false, difference: sentence });
        else print(sentence);
        throw new Stop(EXIT.failed);
      };
      if (recorded.engine.model !== ENGINE.model) fail(`The result comes from model version ${recorded.engine.model}; this program has version ${ENGINE.model}, and equal numbers are promised for the same version only.`);
      const desk = openDesk(options.scenario ?? recorded.scenario, { preset: recorded.preset, set: options.set, json });
      const plans = openPlans(desk, recorded.plans.map(plan => plan.id), json);
      const request = studyRequest(desk, plans.map(plan => planInput(plan, desk.planWorld)), recorded);
      const report = await study(request, desk, options.workers);
      const difference = verifyResult(recorded, report);
      if (difference !== undefined) fail(mismatchSentence(difference));
      if (json) printJson({ ok: true, result: report.hashes.result });
      else say(`Every number of ${file} holds. Result ${report.hashes.result}.`);
    });
}

function shapeProblem(value: Recorded | undefined): { path: string; message: string } | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { path: '', message: 'The file holds no study.' };
  if (typeof value.scenario !== 'string') return { path: '/scenario', message: 'The study names no scenario.' };
  if (!Number.isInteger(value.seed) || value.seed < 0) return { path: '/seed', message: 'The study has no seed.' };
  if (!Number.isInteger(value.runs) || value.runs < 1 || value.runs > 1_000_000) return { path: '/runs', message: 'The study has no number of runs from 1 to 1,000,000.' };
  if (!PRESETS.includes(value.preset)) return { path: '/preset', message: `The study has no preset; known: ${PRESETS.join(', ')}.` };
  if (!ENSEMBLES.includes(value.ensemble)) return { path: '/ensemble', message: `The study has no ensemble; known: ${ENSEMBLES.join(', ')}.` };
  if (typeof value.engine?.model !== 'number') return { path: '/engine/model', message: 'The study names no model version.' };
  if (!Array.isArray(value.plans) || value.plans.length === 0 || value.plans.some(plan => typeof plan?.id !== 'string')) return { path: '/plans', message: 'The study lists no plans.' };
  return undefined;
}
