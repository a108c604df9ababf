/** Every command as other programs meet it: shapes of --json that stay stable, exit codes, what goes where. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine as allCommands } from '../../src/cli/program.ts';
import { ENGINE_VERSION, MODEL_VERSION } from '../../src/engine/version.ts';
import { PARAMETERS } from '../../src/scenario/parameters.ts';
import { OUTCOME_NAMES } from '../../src/scenario/schema.ts';
import { callForestall, openCommandLine, type CommandLine, type Ended } from '../make/command-line.ts';
import { shapeOf, type Shape } from '../make/shape.ts';

const HASH = /^[0-9a-f]{16}$/;
const CLOCK = ['mandate', 'consent', 'lead-time', 'lift', 'route', 'supply', 'money', 'partner', 'security', 'start'];
// what a result holds is compared key by key: a time, a duration or a number of workers would be one key too many
const COMMANDS = ['list', 'check', 'run', 'study', 'delay', 'timing', 'search', 'warning-value', 'explain', 'sensitivity', 'verify', 'validate', 'backtest', 'new', 'tables', 'load', 'parameters', 'model', 'bench', 'bless', 'serve'];

const each = <T>(keys: readonly string[], value: T): Record<string, T> => Object.fromEntries(keys.map(key => [key, value]));
const numbers = (...keys: string[]): Record<string, Shape> => each(keys, 'number');
const json = (ended: Ended): ReturnType<typeof JSON.parse> => JSON.parse(ended.stdout) as unknown;

let cli: CommandLine;
let small: string;
beforeAll(async () => {
  cli = await openCommandLine();
  small = cli.path('small');
});
afterAll(() => cli.remove());

describe('list', () => {
  it('names scenarios and their plans', async () => {
    const ended = await callForestall('list', '--json');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const list = json(ended) as { scenarios: { id: string; plans: string[] }[] };
    expect(shapeOf(list)).toEqual({ scenarios: [{ id: 'string', kind: 'string', title: 'string', days: 'number', regions: 'number', plans: ['string'] }] });
    expect(list.scenarios.find(scenario => scenario.id === 'halvane')).toMatchObject({ kind: 'fictional', days: 540, regions: 16, plans: expect.arrayContaining(['none', 'a', 'b', 'c', 'd']) as unknown });
    const text = (await callForestall('list')).stdout;
    for (const { id, plans } of list.scenarios) for (const word of [id, ...plans]) expect(text).toContain(word);
  });
});

describe('check', () => {
  it('finds no error in good files, and advises on plans that are tight', async () => {
    const ended = await callForestall('check', small, '--json');
    expect(ended.code).toBe(0);
    const { ok, findings } = json(ended) as { readonly ok: boolean; readonly findings: readonly Record<string, string>[] };
    expect(ok).toBe(true);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    // a battalion of 59 days that takes 115 to gather is worth a word
    expect(findings.map(({ code }) => code)).toContain('plan/never-in-time');
    for (const finding of findings) expect(shapeOf(finding)).toEqual({ ...each(['severity', 'code', 'file', 'path', 'message', 'suggestion'], 'string'), line: 'number' });
  });
  it('counts parameters and says that none lacks a unit, a range or a source', async () => {
    const { code, stdout } = await callForestall('check', small, '--plan', 'none,a');
    expect(code).toBe(0);
    expect(stdout).toContain(`Parameters: ${PARAMETERS.length}, all with unit, range and source`);
    expect(stdout).toMatch(/\d+ measured, \d+ judged, \d+ invented; \d+ say MODEL/);
    expect(stdout).toContain('plan a: 9 actions');
    expect(stdout).not.toContain('plan late');
  });
  it('reads every scenario that ships', async () => {
    expect(await callForestall('check', '--all')).toMatchObject({ code: 0, stdout: expect.stringContaining('No errors') as unknown });
  });
});

describe('run', () => {
  it('prints one future', async () => {
    const ended = await callForestall('run', small, '--plan', 'a', '--seed', '2', '--json');
    expect(ended.code).toBe(0);
    // nothing but advice on the plan, a line each
    for (const line of ended.stderr.split('\n').filter(text => text !== '')) expect(line).toMatch(/^warning plan\//);
    const report = json(ended) as { scenario: string; plan: string; seed: number; days: number; engine: unknown; hashes: Record<string, string> };
    expect(shapeOf(report)).toEqual({
      scenario: 'string', plan: 'string', seed: 'number', days: 'number', engine: { version: 'string', model: 'number' },
      hashes: each(['scenario', 'plan', 'parameters', 'result'], 'string'),
      outcomes: each(OUTCOME_NAMES, { value: 'number', unit: 'string' }), mandateClock: numbers(...CLOCK),
      agenda: (shapeOf(report) as { readonly agenda: unknown }).agenda, warning: (shapeOf(report) as { readonly warning: unknown }).warning,
    });
    const { warning } = report as unknown as { readonly warning: { readonly report: number; readonly alerts: readonly number[] } };
    expect(Object.keys(warning)).toEqual(['report', 'alerts', 'told', 'decided', 'firstEffect', 'fullEffect']);
    for (const alert of warning.alerts.filter(day => day >= 0)) expect(alert).toBeGreaterThanOrEqual(warning.report);
    const agenda = (report as unknown as { readonly agenda: readonly { readonly day: number; readonly what: string; readonly action?: string }[] }).agenda;
    expect(agenda.length).toBeGreaterThan(3);
    expect(agenda.every(entry => entry.day < 60 && ['alert', 'decision', 'begins', 'kept', 'waits', 'ends'].includes(entry.what))).toBe(true);
    expect(report).toMatchObject({ scenario: 'small', plan: 'a', seed: 2, days: 60, engine: { version: ENGINE_VERSION, model: MODEL_VERSION } });
    for (const hash of Object.values(report.hashes)) expect(hash).toMatch(HASH);
    expect((await callForestall('run', small, '--plan', 'a', '--seed', '2', '--json')).stdout).toBe(ended.stdout);
  });
  it('takes plans by id and by path, scenarios by folder and by file', async () => {
    const byId = await callForestall('run', small, '--plan', 'a', '--json');
    const byPath = await callForestall('run', cli.path('small/scenario.json'), '--plan', cli.path('small/plans/a.json'), '--json');
    expect(byPath.stdout).toBe(byId.stdout);
  });
  it('takes a text for a seed, a number of days and other parameters, each with another result', async () => {
    const results = new Map<string, { seed: number; days: number; hashes: Record<string, string> }>();
    for (const more of [[], ['--seed', 'spring'], ['--seed', '9007199254740993'], ['--days', '20'], ['--set', 'branching=0.3'], ['--preset', 'published']]) {
      const ended = await callForestall('run', small, '--plan', 'a', ...more, '--json');
      expect(ended.code, ended.stderr).toBe(0);
      results.set(more.join(' '), json(ended) as never);
    }
    expect(results.get('')!.seed).toBe(1);
    for (const seeded of ['--seed spring', '--seed 9007199254740993']) expect(Number.isSafeInteger(results.get(seeded)!.seed)).toBe(true);
    expect(results.get('--days 20')!.days).toBe(20);
    expect(new Set([...results].filter(([key]) => !key.startsWith('--set')).map(([, report]) => report.hashes['result'])).size).toBeGreaterThanOrEqual(4);
    for (const other of ['--set branching=0.3', '--preset published']) expect(results.get(other)!.hashes['parameters']).not.toBe(results.get('')!.hashes['parameters']);
  });
  it('writes a trace as a table and as JSON, a row a day', async () => {
    for (const name of ['trace.csv', 'deep/trace.json']) {
      const ended = await callForestall('run', small, '--plan', 'a', '--days', '12', '--trace', cli.path(name), '--json');
      expect(ended.code).toBe(0);
      expect(json(ended)).toMatchObject({ days: 12 });
      expect(ended.stderr).toContain('12 days written');
    }
    const lines = readFileSync(cli.path('trace.csv'), 'utf8').trimEnd().split('\n');
    const rows = JSON.parse(readFileSync(cli.path('deep/trace.json'), 'utf8')) as Record<string, number>[];
    expect(lines).toHaveLength(13);
    expect(lines[0]!.split(',')).toEqual(Object.keys(rows[0]!));
    expect(lines[0]).toMatch(/^day,.*tension\.east.*state\.m1,effect\.m1/);
    expect(lines.slice(1).map(line => line.split(',').map(Number))).toEqual(rows.map(row => Object.values(row)));
    expect(rows.map(row => row['day'])).toEqual(Array.from({ length: 12 }, (_, k) => k));
  });
});

describe('study', () => {
  const args = (...more: string[]): string[] => ['study', small, '--plans', 'none,a,late', '--runs', '8', '--seed', '3', ...more];

  it('prints and writes the same object, the same bytes for any number of workers', async () => {
    const out = cli.path('study.json');
    const one = await cli.forestall(...args('--workers', '1', '--json', '--out', out));
    const two = await cli.forestall(...args('--workers', '2', '--json'));
    expect(one.code, one.stderr).toBe(0);
    expect(two.code, two.stderr).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    expect(readFileSync(out, 'utf8')).toBe(one.stdout);
    expect(one.stderr).toContain('24 futures');
    expect(existsSync(`${out}.part`)).toBe(false);

    const report = json(one) as { plans: { id: string }[]; hashes: { plans: Record<string, string>; result: string }; comparisons: Record<string, unknown>[] };
    const unitAnd = { unit: 'string', ...numbers('mean', 'p5', 'p25', 'median', 'p75', 'p95') };
    expect(shapeOf(report)).toEqual({
      scenario: 'string', seed: 'number', runs: 'number', preset: 'string', ensemble: 'string', engine: { version: 'string', model: 'number' },
      hashes: { scenario: 'string', plans: each(['none', 'a', 'late'], 'string'), parameters: 'string', result: 'string' },
      plans: [{ id: 'string', outcomes: each(OUTCOME_NAMES, unitAnd) }],
      comparisons: [{ a: 'string', b: 'string', outcome: 'string', unit: 'string', ...numbers('aBetter', 'bBetter', 'ties'), difference: { mean: 'number', ci95: ['number'], ci95By: 'string', ...numbers('p5', 'median', 'p95') },
        verdict: 'string', share: numbers('value', 'low', 'high'), medianRange: ['null'], material: 'string', moreRuns: 'number' }],
    });
    expect(report).toMatchObject({ scenario: 'small', seed: 3, runs: 8, preset: 'conservative', ensemble: 'events' });
    expect(report.plans.map(plan => plan.id)).toEqual(['none', 'a', 'late']);
    expect(report.hashes.result).toMatch(HASH);
    expect(report.comparisons).toHaveLength(3 * OUTCOME_NAMES.length);
    for (const { aBetter, bBetter, ties, difference } of report.comparisons) {
      expect(Number(aBetter) + Number(bBetter) + Number(ties)).toBe(8);
      expect((difference as { ci95: number[] }).ci95).toHaveLength(2);
    }
  });
  it('draws assumptions too when asked', async () => {
    const ended = await callForestall(...args('--ensemble', 'events+assumptions', '--workers', '1', '--json'));
    expect(json(ended)).toMatchObject({ ensemble: 'events+assumptions', hashes: { parameters: expect.stringMatching(HASH) as unknown } });
  });
  it('says what it found in words, with the disclaimer', async () => {
    const { stdout } = await callForestall(...args('--workers', '1'));
    expect(stdout).toMatch(/a against none, need reached: a is better in \d+(?: \(±\d+\))? of 100 futures, \d+ %: [a-z ]+ \(/);
    expect(stdout).toContain('These results describe the model, not the world.');
  });
});

describe('delay', () => {
  const args = (...more: string[]): string[] => ['delay', small, '--plan', 'a', '--action', 'd1', '--runs', '4', '--from', '0', '--to', '60', '--step', '15', '--workers', '1', ...more];

  it('prints the start-date curve', async () => {
    const ended = await callForestall(...args('--json'));
    expect(ended.code).toBe(0);
    const curve = json(ended) as { points: { start: number; feasible: boolean; reason: string }[]; lastResponsibleDay: number | null };
    expect(shapeOf(curve)).toEqual({
      ...each(['scenario', 'plan', 'action', 'outcome', 'unit'], 'string'), ...numbers('target', 'odds', 'runs'),
      points: [{ start: 'number', feasible: 'boolean', reason: 'string', ...numbers('p5', 'p25', 'median', 'p75', 'p95', 'met'), flat: 'boolean' }],
      lastResponsibleDay: 'number', lastResponsibleRange: numbers('low', 'high', 'none'), flatZone: ['number'],
    });
    expect(curve).toMatchObject({ scenario: 'small', plan: 'a', action: 'd1', outcome: 'peakDisplaced', unit: 'people', target: 250000, odds: 0.8 });
    // the present start, day 20, is always among them
    expect(curve.points.map(point => point.start)).toEqual([0, 15, 20, 30, 45, 60]);
    expect(curve.points.at(-1)).toMatchObject({ feasible: false, reason: 'the scenario is over by then' });
    for (const { feasible, reason } of curve.points) expect(reason === '').toBe(feasible);
  });
  it('has no last responsible day when no start meets the target', async () => {
    const ended = await callForestall(...args('--outcome', 'cost', '--target', '1', '--odds', '0.9', '--json'));
    expect(json(ended)).toMatchObject({ outcome: 'cost', unit: 'USD', target: 1, odds: 0.9, lastResponsibleDay: null });
  });
});

describe('the register and the bench', () => {
  it('parameters lists all of them', async () => {
    const register = json(await callForestall('parameters', '--preset', 'published', '--json')) as { parameters: unknown[] };
    expect(shapeOf(register)).toEqual({ preset: 'string', parameters: [{ name: 'string', value: 'number', unit: 'string', low: 'number', high: 'number', ...each(['distribution', 'source', 'grade', 'mechanism'], 'string') }] });
    expect(register.parameters).toHaveLength(PARAMETERS.length);
  });
  it('bench prints rates', async () => {
    const ended = await cli.forestall('bench', '--trial', '--json');
    expect(ended.code, ended.stderr).toBe(0);
    const bench = json(ended) as { engine: Record<string, number> };
    const planner = numbers('draft64MedianMs', 'draft64P95Ms', 'settled512Ms', 'startDateCurve53x200Ms');
    expect(shapeOf(bench)).toEqual({
      engine: numbers('regionDaysPerSecond', 'nsPerRegionDay', 'runsPerSecond', 'bestRegionDaysPerSecond', 'incidentsPerRegionDay', 'stateBytesPerRegion', 'sink'),
      reference: numbers('replicationsPerSecond', 'bestReplicationsPerSecond', 'sink'), formulas: { ...numbers('formulaNs', 'byHandNs', 'ratio'), agree: 'boolean' }, planner: { oneWorker: planner, twoWorkers: planner },
      ratios: numbers('regionDaysPerReferenceReplication', 'twoWorkersAgainstOne'),
    });
    // rates of one measurement: region-days a second and ns a region-day say the same
    expect((bench.engine['regionDaysPerSecond']! * bench.engine['nsPerRegionDay']!) / 1e9).toBeCloseTo(1, 2);
  });
});

describe('usage', () => {
  it.each(COMMANDS)('%s explains itself, with every option and an example', async name => {
    const { code, stdout, stderr } = await callForestall(name, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const command = allCommands().commands.find(one => one.name() === name)!;
    for (const option of command.options.filter(one => !one.hidden)) {
      expect(stdout).toContain(option.long);
      expect(option.description.length, option.long).toBeGreaterThan(5);
    }
    expect(stdout).toMatch(new RegExp(`Examples:\\n {2}forestall ${name}`));
    expect(stdout).not.toContain('[]');
  });
  it('has a test for every command', () => {
    expect(allCommands().commands.map(command => command.name())).toEqual(COMMANDS);
  });
  it('says its versions and its exit codes', async () => {
    expect(await callForestall('--version')).toMatchObject({ code: 0, stdout: `${ENGINE_VERSION}, model ${MODEL_VERSION}\n`, stderr: '' });
    expect(await callForestall('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('Exit codes: 0 done, 1 bad input, 2 wrong usage, 3 a check did not hold') as unknown });
  });
  it.each([
    [['stduy'], 'Did you mean study?'],
    [['run', 'S', '--plam', 'a'], 'Did you mean --plan?'],
    [['run', 'S'], '--plan is missing'],
    [['run'], "missing required argument 'scenario'"],
    [['run', 'S', 'more', '--plan', 'a'], 'too many arguments'],
    [['run', 'S', '--plan', 'a', '--seed', ' '], '--seed is empty'],
    [['run', 'S', '--plan', 'a', '--days', '1.5'], 'a whole number from 1 to 6000'],
    [['run', 'S', '--plan', 'a', '--trace', 'x.txt'], 'the file ends in .csv or .json'],
    [['run', 'S', '--plan', 'a', '--set', 'branching'], 'write name=value'],
    [['run', 'S', '--plan', 'a', '--preset', 'bold'], 'one of conservative, published'],
    [['study', 'S', '--plans', ','], '--plans names no plan'],
    [['study', 'S', '--plans', 'a,a'], 'names a plan twice'],
    [['study', 'S', '--plans', 'a', '--runs', '0'], 'a whole number from 1 to 1000000'],
    [['study', 'S', '--plans', 'a', '--workers', 'many'], 'a whole number from 1 to 64'],
    [['delay', 'S', '--plan', 'a'], '--action is missing'],
    [['delay', 'S', '--plan', 'a', '--action', 'd1', '--outcome', 'civilianKilled'], 'Did you mean "civiliansKilled"?'],
    [['delay', 'S', '--plan', 'a', '--action', 'd1', '--from', '9', '--to', '5'], 'before --from'],
    [['check'], 'Name a scenario, or --all'],
    [[], 'Usage: forestall'],
  ])('%j is wrong usage, in one sentence and with code 2', async (typed, sentence) => {
    const { code, stdout, stderr } = await callForestall(...typed.map(word => (word === 'S' ? small : word)));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
  it.each([
    [['run', 'nowhere', '--plan', 'a'], '"nowhere" is neither a scenario of the library nor a file or folder. Known: halvane'],
    [['run', 'halvan', '--plan', 'a'], 'Did you mean "halvane"?'],
    [['run', 'S', '--plan', 'laet'], 'Did you mean "late"?'],
    [['run', 'S', '--plan', 'a', '--set', 'branchin=0.3'], 'Did you mean "branching"?'],
    [['delay', 'S', '--plan', 'a', '--action', 'd2'], 'Did you mean "d1"?'],
    [['verify', 'S'], 'is a folder, not a file'],
    [['verify', 'nothing.json'], '"nothing.json" does not exist'],
  ])('%j is bad input, with code 1', async (typed, sentence) => {
    const { code, stdout, stderr } = await callForestall(...typed.map(word => (word === 'S' ? small : word)));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(sentence);
  });
});
