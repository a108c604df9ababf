/**
 * The generated parts of assets/model.md: what the document says of mechanisms, parameters, columns, draws, units and
 * outcomes is read off the sources, never typed. A part stands between `<!-- generated: NAME -->` and `<!-- end -->`.
 */
import { join } from 'node:path';
import type { Mechanism } from '../engine/mechanism.ts';
import { MECHANISMS, PHASES } from '../engine/phases.ts';
import { COLUMNS } from '../engine/state.ts';
import { STREAMS } from '../engine/streams.ts';
import { filesIn, readText } from '../io/node.ts';
import type { ParameterSpec } from '../scenario/parameter.ts';
import { countParameters, PARAMETERS, PRESETS } from '../scenario/parameters.ts';
import { UNIT_TYPES } from '../scenario/units.ts';
import { OUTCOMES } from '../study/outcomes.ts';
import { PROJECT_ROOT } from './library.ts';

export const MODEL_DOCUMENT = join(PROJECT_ROOT, 'assets/model.md');

/** What the parts are made from, beside the program itself. */
export interface ModelSources {
  /** Text of each mechanism's file, by name of the mechanism. */
  readonly mechanisms: ReadonlyMap<string, string>;
  /** Text of every file that may draw, by path from the top. */
  readonly drawing: ReadonlyMap<string, string>;
  /** Result of the battery of tests over the draws. */
  readonly battery: string;
}

/** The header of a mechanism's file, taken apart. */
export interface MechanismHeader {
  readonly title: string;
  readonly summary: string;
  /** Lines of the equations, as written. */
  readonly equations: string;
  readonly source: string;
  readonly assumes: string;
  readonly draws: string;
}

/**
 * Reads a mechanism's header.
 * @throws when the file does not begin with a header of that form
 */
export function headerOf(name: string, text: string): MechanismHeader {
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(text)?.[1];
  const [first = '', ...rest] = (comment ?? '').split('\n').map(line => line.replace(/^ \* ?/, '')).join('\n').split(/\n\n/);
  const said = (rest.pop() ?? '').replace(/\n\s*/g, ' ');
  const found = /^Source: (?<source>.*) Assumes: (?<assumes>.*) Reads .* Draws: (?<draws>.*)\.$/.exec(said)?.groups;
  const head = /^(?<title>.*?) — (?<summary>.*)$/s.exec(first)?.groups;
  if (found === undefined || head === undefined) throw new Error(`The header of ${name} does not say what it is, its source, what it assumes, reads and draws.`);
  return { title: head['title']!, summary: oneLine(head['summary']!), equations: rest.join('\n\n'), source: found['source']!, assumes: found['assumes']!, draws: found['draws']! };
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
const cell = (text: string): string => oneLine(text).replace(/\|/g, '\\|');
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(value => cell(String(value))).join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text}\``;
const list = (names: readonly string[]): string => (names.length === 0 ? 'nothing' : names.map(code).join(', '));

function readFiles(folder: string): [string, string][] {
  return filesIn(join(PROJECT_ROOT, folder), '.ts').map(name => {
    const read = readText(join(PROJECT_ROOT, folder, name));
    if ('error' in read) throw new Error(read.error);
    return [`${folder}/${name}`, read.text];
  });
}

/**
 * Reads the sources from the project's folder.
 * @throws when a file is missing
 */
export function readSources(): ModelSources {
  const mechanisms = readFiles('src/engine/mechanisms');
  const battery = readText(join(PROJECT_ROOT, 'test/battery/result.txt'));
  if ('error' in battery) throw new Error(battery.error);
  return {
    mechanisms: new Map(mechanisms.map(([path, text]) => [path.replace(/^.*\/|\.ts$/g, ''), text])),
    drawing: new Map([...readFiles('src/engine'), ...mechanisms, ...readFiles('src/study')]),
    battery: battery.text,
  };
}

/** Files that draw from each stream, without folder and ending. */
export function drawersOf(drawing: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const drawers = new Map<string, string[]>(Object.keys(STREAMS).map(name => [name, []]));
  for (const [path, text] of drawing) {
    const name = path.replace(/^.*\/|\.ts$/g, '');
    for (const stream of new Set([...text.matchAll(/\bSTREAMS\.(\w+)/g)].map(match => match[1]!))) drawers.get(stream)?.push(name);
  }
  return drawers;
}

function tickPart(): string {
  return table(['', 'phase of the day', 'mechanism'], MECHANISMS.map((mechanism, i) => [i + 1, `${mechanism.phase} ${PHASES[mechanism.phase - 1]!}`, code(mechanism.name)]));
}

function mechanismPart(mechanism: Mechanism, text: string): string {
  const { title, summary, equations, source, assumes, draws } = headerOf(mechanism.name, text);
  return [
    `### ${title}`,
    `${summary[0]!.toUpperCase()}${summary.slice(1)} (${code(`src/engine/mechanisms/${mechanism.name}.ts`)}, phase ${mechanism.phase})`,
    `\`\`\`text\n${equations}\n\`\`\``,
    `*Source.* ${source}`,
    `*Assumes.* ${assumes}`,
    `*Reads* ${list(mechanism.reads)}. *Writes* ${list(mechanism.writes)}. *Draws* ${draws}.`,
  ].join('\n\n');
}

function valueOf(row: ParameterSpec): string {
  const published = row.presets?.published;
  return published === undefined ? String(row.value) : `${row.value}; published ${published}`;
}

function parametersPart(): string {
  return [...new Set(PARAMETERS.map(row => row.mechanism))].map(mechanism => {
    const rows = PARAMETERS.filter(row => row.mechanism === mechanism);
    const range = (row: ParameterSpec) => (row.distribution === 'fixed' ? 'fixed' : `${row.low} to ${row.high}${row.distribution === 'log-normal' ? ', log' : ''}`);
    return `#### ${mechanism}\n\n${table(['name', 'value', 'unit', 'range', 'grade', 'source'], rows.map(row => [code(row.name), valueOf(row), row.unit, range(row), row.grade, row.source]))}`;
  }).join('\n\n');
}

function gradesPart(): string {
  const { total, measured, judged, invented, model } = countParameters();
  const atEnd = PARAMETERS.filter(row => row.distribution !== 'fixed' && (row.value === row.low || row.value === row.high)).map(row => row.name);
  return [
    `Of ${total} parameters ${measured} are measured, ${judged} judged between sources and ${invented} invented for want of any; the source of ${model} says MODEL.`,
    `Parameters whose value lies at an end of its range: ${list(atEnd)}.`,
  ].join('\n');
}

function presetsPart(): string {
  const rows = PARAMETERS.filter(row => row.presets !== undefined);
  return table(['parameter', ...PRESETS.map(code), 'unit', 'source'], rows.map(row => [code(row.name), ...PRESETS.map(preset => row.presets![preset] ?? row.value), row.unit, row.source]));
}

function batteryPart(battery: string): string {
  const lines = battery.split('\n').map(line => line.split('|').map(field => field.trim())).filter(fields => fields.length === 7);
  const count = (verdict: string) => lines.filter(fields => fields[6] === verdict).length;
  const weak = lines.filter(fields => fields[6] === 'WEAK');
  return `${lines.length} tests: ${count('PASSED')} passed, ${weak.length} weak, ${count('FAILED')} failed. The weak ones:\n\n${table(['order of the draws', 'test', 'length', 'p'], weak.map(fields => [fields[0]!, code(fields[1]!), fields[2]!, fields[5]!]))}`;
}

const PARTS: Readonly<Record<string, (sources: ModelSources) => string>> = {
  tick: tickPart,
  mechanisms: ({ mechanisms }) => MECHANISMS.map(mechanism => mechanismPart(mechanism, mechanisms.get(mechanism.name) ?? '')).join('\n\n'),
  grades: gradesPart,
  presets: presetsPart,
  parameters: parametersPart,
  columns: () => table(['column', 'one for each', 'unit', 'what', 'hashed'], COLUMNS.map(({ name, dims, unit, note, world }) => [code(name), dims.length === 0 ? 'run' : dims.join(' × '), unit, note, world ? 'yes' : ''])),
  streams: ({ drawing }) => {
    const drawers = drawersOf(drawing);
    return table(['number', 'stream', 'drawn in'], Object.entries(STREAMS).map(([name, number]) => [number, code(name), drawers.get(name)!.map(code).join(', ') || 'not drawn']));
  },
  units: () => table(['unit', 'people', 'equipment, t', 'reach, km', 'protection', 'mobility', 'engineering', 'USD a month'], UNIT_TYPES.map(type => [code(type.id), type.people, type.cargoTonnes, type.reachKm, type.protection, type.mobility, type.engineering, type.monthlyCostUsd])),
  outcomes: () => table(['outcome', 'unit', 'better', 'what is counted'], OUTCOMES.map(({ name, unit, better, note }) => [code(name), unit, better, note])),
  battery: ({ battery }) => batteryPart(battery),
};

/** Names of the parts a document must hold. */
export const PART_NAMES: readonly string[] = Object.keys(PARTS);

/**
 * The document with its generated parts made anew.
 * @throws when a part is missing, comes twice, is unknown or has no end
 */
export function refreshed(document: string, sources: ModelSources): string {
  const seen: string[] = [];
  const text = document.replace(/<!-- generated: ([a-z]+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const make = PARTS[name];
    if (make === undefined || seen.includes(name)) throw new Error(`The part "${name}" of the model document ${make === undefined ? 'is unknown' : 'comes twice'}.`);
    seen.push(name);
    return `<!-- generated: ${name} -->\n\n${make(sources)}\n\n<!-- end -->`;
  });
  const missing = PART_NAMES.filter(name => !seen.includes(name));
  if (missing.length > 0) throw new Error(`The model document lacks the parts ${missing.join(', ')}.`);
  return text;
}
