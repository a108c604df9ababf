/** `validate` as other programs meet it: shape of --json, exit codes, the page, any number of workers. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callForestall, openCommandLine, type CommandLine } from '../make/command-line.ts';

interface Report { readonly preset: string; readonly seed: number; readonly facts: readonly (Readonly<Record<string, unknown>> & { readonly id: string; readonly verdict: string })[] }

const QUICK = ['validate', '--facts', 'sf-07,SF-04', '--quick', '--seed', '3'] as const;
let cli: CommandLine;
beforeAll(async () => { cli = await openCommandLine(); });
afterAll(() => cli.remove());

const timeless = (text: string): unknown => JSON.parse(text.replaceAll(/"seconds": [\d.]+/g, '"seconds": 0'));

describe('validate', () => {
  it('gives each fact target, value, interval, verdict, grade, source and seconds; exit 3 unless all pass', async () => {
    const { code, stdout } = await callForestall(...QUICK, '--workers', '1', '--json');
    const report = JSON.parse(stdout) as Report;
    expect(report).toMatchObject({ preset: 'conservative', seed: 3 });
    expect(report.facts.map(fact => fact.id)).toEqual(['SF-07', 'SF-04']);
    for (const fact of report.facts) {
      expect(Object.keys(fact)).toEqual(expect.arrayContaining(['id', 'target', 'value', 'interval', 'verdict', 'grade', 'source', 'seconds']));
      expect(['pass', 'miss', 'undecided']).toContain(fact.verdict);
    }
    expect(code).toBe(report.facts.every(fact => fact.verdict === 'pass') ? 0 : 3);
  });
  it('writes a page without scripts that names every fact', async () => {
    const page = cli.path('validation.html');
    const { stdout } = await callForestall(...QUICK, '--workers', '1', '--html', page);
    const html = readFileSync(page, 'utf8');
    for (const id of ['SF-04', 'SF-07']) {
      expect(html).toContain(`id="${id}"`);
      expect(stdout).toContain(id);
    }
    expect(html).not.toMatch(/<script|https?:/);
  });
  it('prints the same bytes with two workers as with one, but for the seconds', async () => {
    const [one, two] = await Promise.all(['1', '2'].map(workers => cli.forestall(...QUICK, '--json', '--workers', workers)));
    expect(timeless(two!.stdout)).toEqual(timeless(one!.stdout));
    expect(one!.stdout).toContain('"coerce"');
  });
  it('refuses a fact nobody knows', async () => {
    expect(await callForestall('validate', '--facts', 'SF-99')).toMatchObject({ code: 2, stderr: expect.stringContaining('SF-99') as unknown });
  });
});
