/** Whatever a file holds: clear findings with file, line and path, exit code 1, nothing written, soon. */
import { mkdirSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/scenario/diagnostics.ts';
import { briefPlans, briefScenario, callForestall, openCommandLine, type CommandLine } from '../make/command-line.ts';
import { smallScenario } from '../make/small-scenario.ts';
import { shapeOf } from '../make/shape.ts';

type Finding = { [K in keyof Required<Diagnostic>]: Diagnostic[K] | null };
interface Expected { readonly code: string; readonly path: string; readonly says: string; readonly line?: number; readonly suggestion?: string }

const scenario = (): string => JSON.stringify(briefScenario(), null, 2);
const plan = (): string => JSON.stringify(briefPlans()[1], null, 2);
/** The text with one part replaced; the part must be there. */
function changed(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

let cli: CommandLine;
beforeAll(async () => { cli = await openCommandLine(); });
afterAll(() => cli.remove());

function expectFindings(stdout: string): Finding[] {
  const report = JSON.parse(stdout) as { ok: boolean; findings: Finding[] };
  expect(Object.keys(report)).toEqual(['ok', 'findings']);
  expect(report.ok).toBe(false);
  for (const finding of report.findings) {
    expect(Object.keys(finding)).toEqual(['severity', 'code', 'file', 'line', 'path', 'message', 'suggestion']);
    expect(finding.message).toMatch(/^[^a-z].{10,}\.$/s);
    expect(finding.message).not.toMatch(/undefined|\[object|expected .* received/i);
  }
  expect(report.findings.some(finding => finding.severity === 'error')).toBe(true);
  return report.findings;
}

/** Checks a file alone and in a run and a study that would write, and expects one finding. */
async function expectRefused(what: 'scenario' | 'plan', content: string | Uint8Array, { code, path, says, line, suggestion }: Expected): Promise<void> {
  const name = what === 'scenario' ? 'bad/scenario.json' : 'small/plans/bad.json';
  cli.write(name, content);
  const file = cli.path(name);
  const typed = what === 'scenario' ? [file] : [cli.path('small'), '--plan', file];
  const checked = await callForestall('check', ...typed, '--json');
  expect(checked.code).toBe(1);
  const findings = expectFindings(checked.stdout);
  const found = findings.find(finding => finding.code === code && finding.path === path);
  expect(found, JSON.stringify(findings, null, 1)).toMatchObject({ severity: 'error', file });
  expect(found!.message).toContain(says);
  expect(found!.line).toBeGreaterThan(0);
  if (line !== undefined) expect(found!.line).toBe(line);
  if (suggestion !== undefined) expect(found!.suggestion).toBe(suggestion);

  const before = readdirSync(cli.folder).sort();
  const scenarioTyped = what === 'scenario' ? file : cli.path('small');
  const planTyped = what === 'scenario' ? cli.path('small/plans/a.json') : file;
  const run = await callForestall('run', scenarioTyped, '--plan', planTyped, '--trace', cli.path('out/trace.csv'), '--json');
  const study = await callForestall('study', scenarioTyped, '--plans', planTyped, '--runs', '2', '--workers', '1', '--out', cli.path('out.json'));
  expect([run.code, study.code]).toEqual([1, 1]);
  expect(expectFindings(run.stdout).map(finding => finding.code)).toContain(code);
  expect(study.stdout).toBe('');
  expect(study.stderr).toContain(`error ${code} ${file}:${found!.line} `);
  expect(readdirSync(cli.folder).sort()).toEqual(before);
}

describe('a bad scenario', () => {
  const text = scenario();
  const load = '"capacity": 200';
  it.each<[string, string | Uint8Array, Expected]>([
    ['cut off in the middle', text.slice(0, text.indexOf('"far-east"') + 4), { code: 'json/truncated', path: '/regions/2/borders/2', says: 'The file ends before', line: lineOf(text, '"far-east"'), suggestion: 'The file may have been cut off while it was copied or saved.' }],
    ['with a length for a load', changed(text, load, '"capacity": "40 km"'), { code: 'scenario/wrong-quantity', path: '/links/0/capacity', says: '"40 km" is a length; this field wants a load', line: lineOf(text, load) }],
    ['with a link to an unknown region', changed(text, '"to": "north"', '"to": "nort"'), { code: 'scenario/unknown-link-end', path: '/links/0/to', says: '"nort"', line: lineOf(text, '"to": "north"'), suggestion: 'Did you mean "north"?' }],
    ['with a party in an unknown region', changed(text, '"far-east": 900', '"far-west": 900'), { code: 'scenario/unknown-region', path: '/parties/1/strength/far-west', says: '"far-west"', line: lineOf(text, '"far-east": 900') }],
    ['with fewer people than none', changed(text, '"population": 400000', '"population": -400000'), { code: 'scenario/too-small', path: '/regions/1/population', says: '-400000', line: lineOf(text, '"population": 400000') }],
    ['with an unknown field', changed(text, '"population": 400000', '"populaton": 400000'), { code: 'scenario/unknown-field', path: '/regions/1/populaton', says: '"populaton" is no field here', suggestion: 'Did you mean "population"?' }],
    ['with a text for a number', changed(text, '"population": 400000', '"population": "many"'), { code: 'scenario/wrong-type', path: '/regions/1/population', says: 'a number' }],
    ['with a list for an object', changed(text, '"stocks": {', '"stocks": [], "more": {'), { code: 'scenario/wrong-type', path: '/stocks', says: 'an object' }],
    ['with one id twice', changed(text, '"id": "north"', '"id": "capital"'), { code: 'scenario/repeated-id', path: '/regions/1/id', says: '"capital"' }],
    ['with a key __proto__', changed(text, '"population": 400000', '"__proto__": { "polluted": true }, "population": 400000'), { code: 'json/refused-key', path: '/regions/1/__proto__', says: '"__proto__" is not allowed', line: lineOf(text, '"population": 400000') }],
    ['with a key twice', changed(text, '"population": 400000', '"population": 400000, "population": 1'), { code: 'json/repeated-key', path: '/regions/1/population', says: 'twice' }],
    ['with a NUL in a text', changed(text, '"North"', '"Nor\u0000th"'), { code: 'json/syntax', path: '/regions/1/name/en', says: 'control character', line: lineOf(text, '"North"') }],
    ['nested deeply', text.slice(0, text.lastIndexOf('[]')) + '['.repeat(100_000), { code: 'json/too-deep', path: `/sources${'/0'.repeat(63)}`, says: 'more than 64 deep' }],
    ['empty', '', { code: 'json/empty', path: '', says: 'The file is empty', line: 1 }],
    ['of blanks', ' \n\t\n', { code: 'json/empty', path: '', says: 'The file is empty' }],
    ['not in UTF-8', Buffer.concat([Buffer.from(text.slice(0, text.indexOf('"North"') + 4)), Buffer.from([0xe9, 0xff]), Buffer.from(text.slice(text.indexOf('"North"') + 5))]), { code: 'file/unreadable', path: '', says: 'not a text in UTF-8', line: lineOf(text, '"North"') }],
    ['a list', '[]', { code: 'scenario/wrong-type', path: '', says: 'one JSON object', line: 1 }],
    ['of a later format', changed(text, '"format": 2', '"format": 99'), { code: 'scenario/unknown-format', path: '/format', says: '99', line: 2 }],
  ])('%s', async (_, content, expected) => { await expectRefused('scenario', content, expected); });

  it('of 50 MB, within seconds', async () => {
    cli.write('bad/scenario.json', Buffer.alloc(50_000_000, '[1,'));
    const { code, stdout, took } = await callForestall('check', cli.path('bad/scenario.json'), '--json');
    expect(code).toBe(1);
    expect(expectFindings(stdout)).toMatchObject([{ severity: 'error', code: 'json/too-large', line: 1, message: 'The file holds 50.0 million characters; at most 20 million are read.' }]);
    expect(took).toBeLessThan(10_000);
  });
  it('beyond any measure is not even read', async () => {
    cli.write('bad/scenario.json', Buffer.alloc(125_000_000, ' '));
    const { code, stdout } = await callForestall('check', cli.path('bad/scenario.json'), '--json');
    expect(code).toBe(1);
    expect(expectFindings(stdout)).toMatchObject([{ code: 'file/unreadable', message: expect.stringContaining('125 million bytes') as unknown }]);
  });
  it('that is a folder without a scenario', async () => {
    mkdirSync(cli.path('hollow'));
    const { code, stdout } = await callForestall('check', cli.path('hollow'), '--json');
    expect(code).toBe(1);
    expect(expectFindings(stdout)).toMatchObject([{ code: 'scenario/not-found', message: expect.stringContaining('is a folder without scenario.json') as unknown }]);
  });
  it('with several faults names them all, errors first, in the order of lines', async () => {
    const many = changed(changed(changed(text, load, '"capacity": "40 km"'), '"population": 400000', '"population": -1'), '"terrain": "urban"', '"terrain": "urbane"');
    cli.write('bad/scenario.json', many);
    const findings = expectFindings((await callForestall('check', cli.path('bad/scenario.json'), '--json')).stdout);
    expect(findings.map(finding => finding.path)).toEqual(['/regions/0/terrain', '/regions/1/population', '/links/0/capacity']);
    const lines = findings.map(finding => finding.line!);
    expect(lines).toEqual(lines.slice().sort((a, b) => a - b));
  });
  it('touches no prototype', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a bad plan', () => {
  const text = plan();
  it.each<[string, string, Expected]>([
    ['cut off in the middle', text.slice(0, text.indexOf('"eastern-front"')), { code: 'json/truncated', path: '/actions/1/party', says: 'The file ends before' }],
    ['that waits for an action it does not have', changed(text, '"afterAction": "d1"', '"afterAction": "d9"'), { code: 'plan/unknown-action', path: '/actions/7/start/afterAction', says: '"d9"', line: lineOf(text, '"afterAction": "d1"'), suggestion: 'Did you mean "d1"?' }],
    ['that waits for a decision on no request', changed(text, '"afterDecision": "c1"', '"afterDecision": "m1"'), { code: 'plan/no-decision', path: '/actions/3/start/afterDecision', says: 'no request to the Council' }],
    ['in an unknown region', changed(text, '"region": "east"', '"region": "eats"'), { code: 'plan/unknown-region', path: '/actions/0/region', says: '"eats"', suggestion: 'Did you mean "east"?' }],
    ['with a length for a load', changed(text, '"amount": 30', '"amount": "40 km"'), { code: 'plan/wrong-quantity', path: '/actions/8/amount', says: '"40 km" is a length' }],
    ['with fewer monitors than none', changed(text, '"amount": 12', '"amount": -12'), { code: 'plan/too-small', path: '/actions/0/amount', says: '-12' }],
    ['with an unknown kind', changed(text, '"kind": "monitors"', '"kind": "monitor"'), { code: 'plan/unknown-kind', path: '/actions/0/kind', says: '"monitor"', suggestion: 'Did you mean "monitors"?' }],
    ['with an unknown field', changed(text, '"amount": 12', '"amont": 12'), { code: 'plan/unknown-field', path: '/actions/0/amont', says: '"amont"', suggestion: 'Did you mean "amount"?' }],
    ['with one id twice', changed(text, '"id": "t1"', '"id": "m1"'), { code: 'plan/id-twice', path: '/actions/1/id', says: 'taken by action 1' }],
    ['with a day that is not in the calendar', changed(text, '"start": 5,', '"start": "2027-02-30",'), { code: 'plan/wrong-form', path: '/actions/0/start', says: '2027-02-30' }],
    ['with a key __proto__', changed(text, '"amount": 12', '"__proto__": { "polluted": true }, "amount": 12'), { code: 'json/refused-key', path: '/actions/0/__proto__', says: '__proto__' }],
    ['nested deeply', changed(text, '"actions": [', `"actions": [${'{"a":'.repeat(50_000)}`), { code: 'json/too-deep', path: `/actions/0${'/a'.repeat(62)}`, says: 'more than 64 deep' }],
    ['empty', '', { code: 'json/empty', path: '', says: 'The file is empty', line: 1 }],
  ])('%s', async (_, content, expected) => { await expectRefused('plan', content, expected); });

  it('that is a folder', async () => {
    const { code, stdout } = await callForestall('check', cli.path('small'), '--plan', cli.path('small'), '--json');
    expect(code).toBe(1);
    expect(expectFindings(stdout)).toMatchObject([{ code: 'plan/not-found', message: expect.stringContaining('is a folder, not a plan') as unknown }]);
  });
  it('beside good ones: every finding of every file at once', async () => {
    cli.write('other/scenario.json', JSON.stringify(smallScenario()));
    cli.write('other/plans/x.json', changed(text, '"region": "east"', '"region": "eats"'));
    cli.write('other/plans/y.json', '{');
    const findings = expectFindings((await callForestall('check', cli.path('other'), '--json')).stdout).filter(finding => finding.severity === 'error');
    expect(findings.map(finding => [finding.file, finding.code])).toEqual([[cli.path('other/plans/x.json'), 'plan/unknown-region'], [cli.path('other/plans/y.json'), 'json/truncated']]);
  });
});

describe('paths', () => {
  it('are printed from the current folder, and a result that cannot be written is refused before the work', async () => {
    cli.write('bad/scenario.json', '{');
    const checked = await cli.forestall('check', cli.path('bad'), '--json');
    expect(checked.code).toBe(1);
    expect(expectFindings(checked.stdout)).toMatchObject([{ file: 'bad/scenario.json', line: 1, code: 'json/truncated' }]);
    expect(shapeOf(JSON.parse(checked.stdout))).toEqual({ ok: 'boolean', findings: [{ severity: 'string', code: 'string', file: 'string', line: 'number', path: 'string', message: 'string', suggestion: 'string' }] });
    for (const out of ['small', 'small/scenario.json/out.json']) {
      const study = await callForestall('study', cli.path('small'), '--plans', 'a', '--runs', '100000', '--workers', '1', '--out', cli.path(out));
      expect(study).toMatchObject({ code: 1, stdout: '' });
      expect(study.stderr).toMatch(/is a folder, not a file|is no folder/);
    }
  });
});
