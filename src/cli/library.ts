/** Scenarios and plans by id or path, as typed on the command line. */
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn, foldersIn, isFile, isFolder, readText, type Unreadable } from '../io/node.ts';
import { parsePlan } from '../plan/parse.ts';
import type { Plan } from '../plan/schema.ts';
import { didYouMean, type Diagnostic } from '../scenario/diagnostics.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Folder of the project: the nearest above this file that holds scenarios and a package. */
export const PROJECT_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(from: string): string {
  for (let at = from; ; at = dirname(at)) {
    if (isFolder(join(at, 'scenarios')) && isFile(join(at, 'package.json'))) return at;
    if (dirname(at) === at) return process.cwd();
  }
}

/** A scenario on disk: the file as it will be named in findings, and its folder of plans. */
export interface ScenarioPlace {
  readonly file: string;
  readonly plansFolder: string;
}

/** Ids of the scenarios that ship. */
export function shippedScenarios(): string[] {
  return foldersIn(join(PROJECT_ROOT, 'scenarios')).filter(id => isFile(join(PROJECT_ROOT, 'scenarios', id, 'scenario.json')));
}

/** Where a scenario lies: an id of a shipped one, a folder with scenario.json, or a file. */
export function findScenario(typed: string): ScenarioPlace | { readonly finding: Diagnostic } {
  if (/^[a-z0-9-]+$/.test(typed) && isFile(join(PROJECT_ROOT, 'scenarios', typed, 'scenario.json'))) return placeOf(join(PROJECT_ROOT, 'scenarios', typed, 'scenario.json'));
  if (isFile(typed)) return placeOf(typed);
  if (isFile(join(typed, 'scenario.json'))) return placeOf(join(typed, 'scenario.json'));
  if (isFolder(typed)) return { finding: { severity: 'error', code: 'scenario/not-found', path: '', message: `"${typed}" is a folder without scenario.json.`, suggestion: 'Name the file of the scenario.' } };
  const known = shippedScenarios();
  return { finding: { severity: 'error', code: 'scenario/not-found', path: '', message: `"${typed}" is neither a scenario of the library nor a file or folder.`, suggestion: didYouMean(typed, known) ?? `Known: ${known.join(', ')}.` } };
}

function placeOf(path: string): ScenarioPlace {
  const file = relativeToHere(path);
  return { file, plansFolder: join(dirname(file), 'plans') };
}

/** Ids of the plans beside a scenario. */
export function plansOf(place: ScenarioPlace): string[] {
  return filesIn(place.plansFolder, '.json').map(name => name.slice(0, -'.json'.length));
}

export interface OpenScenario {
  readonly place: ScenarioPlace;
  readonly scenario: Scenario;
}

/** Reads a scenario; findings in every case. */
export function openScenario(typed: string): { readonly value?: OpenScenario; readonly diagnostics: Diagnostic[] } {
  const place = findScenario(typed);
  if ('finding' in place) return { diagnostics: [place.finding] };
  const read = readText(place.file);
  if ('error' in read) return { diagnostics: [unreadable(place.file, read)] };
  const parsed = parseScenario(read.text, place.file);
  return parsed.value === undefined ? { diagnostics: parsed.diagnostics } : { value: { place, scenario: parsed.value }, diagnostics: parsed.diagnostics };
}

/** Reads a plan by id beside its scenario, or by path. */
export function openPlan(open: OpenScenario, typed: string): { readonly value?: Plan; readonly diagnostics: Diagnostic[] } {
  const beside = join(open.place.plansFolder, `${typed}.json`);
  const file = /^[a-z0-9-]+$/.test(typed) && isFile(beside) ? beside : relativeToHere(typed);
  if (!isFile(file)) {
    if (isFolder(file)) return { diagnostics: [{ severity: 'error', code: 'plan/not-found', path: '', message: `"${typed}" is a folder, not a plan.`, suggestion: 'Name the file of the plan.' }] };
    const known = plansOf(open.place);
    return { diagnostics: [{ severity: 'error', code: 'plan/not-found', path: '', message: `"${typed}" is neither a plan of ${open.scenario.id} nor a file.`, suggestion: didYouMean(typed, known) ?? (known.length > 0 ? `Known: ${known.join(', ')}.` : undefined) }] };
  }
  const read = readText(file);
  if ('error' in read) return { diagnostics: [unreadable(file, read)] };
  const parsed = parsePlan(read.text, file, open.scenario);
  if (file === beside && parsed.plan !== undefined && parsed.plan.id !== typed) {
    parsed.diagnostics.push({ severity: 'warning', code: 'plan/other-id', file, path: '/id', message: `The plan in ${typed}.json calls itself "${parsed.plan.id}".`, suggestion: 'Give file and plan the same name: results carry the id, and "verify" looks for a file of that name.' });
  }
  return { value: parsed.plan, diagnostics: parsed.diagnostics };
}

/** The finding for a file that cannot be read. */
export function unreadable(file: string, { error, line }: Unreadable): Diagnostic {
  return { severity: 'error', code: 'file/unreadable', file, line, path: '', message: error };
}

/** A path from the current folder, as findings print it; a path outside of it as it is. */
export function relativeToHere(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
}
