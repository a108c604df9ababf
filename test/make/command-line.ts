/** The command line as a person meets it: built, started as a process of its own, in a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runCommandLine } from '../../src/cli/program.ts';
import type { Plan } from '../../src/plan/schema.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { smallPlan } from './small-plan.ts';
import { smallScenario } from './small-scenario.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time, ms. */
  readonly took: number;
}

export interface CommandLine {
  /** Current folder of the processes; holds small/scenario.json and small/plans/{none,a,late}.json. */
  readonly folder: string;
  /** Path of a file in the folder. */
  path(name: string): string;
  /** Writes a file into the folder. */
  write(name: string, content: string | Uint8Array): void;
  /** Runs a command to its end. */
  forestall(...args: string[]): Promise<Ended>;
  /** Runs a command; `meet` sees the process, to signal it. */
  start(args: readonly string[], meet: (child: ChildProcess) => void): Promise<Ended>;
  /** Removes the folder. */
  remove(): void;
}

/** Runs a command inside this process, with one worker at most: quicker than a process of its own. One at a time. */
export async function callForestall(...args: string[]): Promise<Ended> {
  const began = performance.now();
  const caught = { stdout: '', stderr: '' };
  const catchInto = (name: 'stdout' | 'stderr'): (() => void) => {
    const stream = process[name];
    const { write } = stream;
    stream.write = ((text: string) => { caught[name] += text; return true; }) as typeof write;
    return () => { stream.write = write; };
  };
  const restore = [catchInto('stdout'), catchInto('stderr')];
  try {
    const code = await runCommandLine(args);
    return { code, ...caught, took: performance.now() - began };
  } finally {
    for (const back of restore) back();
  }
}

/** A scenario that takes milliseconds: the small world, shortened. */
export function briefScenario(overrides: Partial<Scenario> = {}): Scenario {
  const [vote] = smallScenario().events;
  return smallScenario({ days: 60, events: [{ ...vote!, date: 5 }], ...overrides });
}

/** Plans beside it: one without actions, one of every kind, one whose battalion comes later. */
export function briefPlans(): readonly Plan[] {
  const start = { d1: 20, r1: 15, o1: 18 } as Readonly<Record<string, number>>;
  const actions = (shift: number): Plan['actions'] => smallPlan().actions.map(action => ({
    ...action, ...(action.until === undefined ? {} : { until: 55 }), ...(start[action.id] === undefined ? {} : { start: start[action.id]! + (action.id === 'd1' ? shift : 0) }),
  }));
  const plan = (id: string, letter: string, title: string, list: Plan['actions']): Plan => ({ ...smallPlan(list), id, letter, title: { en: title, fr: title } });
  return [plan('none', '', 'Nothing', []), plan('a', 'A', 'Early', actions(0)), plan('late', 'L', 'Late', actions(14))];
}

/** Builds the command line unless it is built, and lays out the folder. */
export async function openCommandLine(scenario: Scenario = briefScenario()): Promise<CommandLine> {
  // plain JavaScript without types
  const { buildCommandLine } = await import(/* @vite-ignore */ pathToFileURL(join(ROOT, 'src/cli/build.mjs')).href) as { buildCommandLine(say: (line: string) => void): Promise<string> };
  const main = join(await buildCommandLine(() => {}), 'main.js');
  const folder = mkdtempSync(join(tmpdir(), 'forestall-cli-'));
  const path = (name: string): string => join(folder, name);
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  write('small/scenario.json', JSON.stringify(scenario, null, 2));
  for (const plan of briefPlans()) write(`small/plans/${plan.id}.json`, JSON.stringify(plan, null, 2));
  const start = (args: readonly string[], meet: (child: ChildProcess) => void): Promise<Ended> => new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.on('error', reject);
    child.on('close', code => resolve({ code, stdout, stderr, took: performance.now() - began }));
    meet(child);
  });
  return { folder, path, write, start, forestall: (...args) => start(args, () => {}), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
