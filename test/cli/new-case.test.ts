/** A case from blank to back-test, in a folder outside the project. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BacktestReport } from '../../src/study/backtest/backtest.ts';
import { callForestall } from '../make/command-line.ts';

let home: string;
let folder: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'forestall-case-'));
  folder = join(home, 'two-rivers');
  expect(await callForestall('new', 'case', folder)).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const backtest = async (...more: string[]): Promise<{ code: number | null; report: BacktestReport }> => {
  const { code, stdout } = await callForestall('backtest', folder, '--runs', '30', '--workers', '1', '--json', ...more);
  return { code, report: JSON.parse(stdout) as BacktestReport };
};

describe('a new case', () => {
  it('is whole, carries its own name and explains itself', () => {
    for (const name of ['scenario.json', 'plans/historical.json', 'plans/none.json', 'brief.md', 'README.md', 'reference/deaths-by-week.csv', 'reference/displacement.csv', 'reference/strength.csv', 'reference/anchors.csv']) expect(existsSync(join(folder, name)), name).toBe(true);
    expect((JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8')) as { id: string }).id).toBe('two-rivers');
    expect(readFileSync(join(folder, 'reference/deaths-by-week.csv'), 'utf8')).toMatch(/^# /);
  });
  it('passes check with all its plans', async () => {
    const { stdout } = await callForestall('check', folder, '--plan', 'historical,earlier,none', '--json');
    const { findings } = JSON.parse(stdout) as { findings: { severity: string; file: string | null }[] };
    expect(findings.filter(finding => finding.severity === 'error' && finding.file !== 'parameters')).toEqual([]);
  });
  it('runs', async () => {
    expect((await callForestall('run', folder, '--plan', 'historical', '--days', '60', '--json')).code).toBe(0);
  });
  it('is back-tested, with the same numbers each time', async () => {
    const { code, report } = await backtest();
    expect(code).toBe(report.checks.every(check => check.holds) ? 0 : 3);
    expect(report).toMatchObject({ scenario: 'two-rivers', plan: 'historical', runs: 30 });
    expect(report.deaths!.periods.length).toBeGreaterThan(20);
    expect(report.deaths!.periods.find(period => period.label === '2001-04-09')).toMatchObject({ record: 60, low: 40, high: 90 });
    expect([report.displacement.length, report.strength.length, report.anchors.length]).toEqual([3, 1, 2]);
    expect((await backtest()).report).toEqual(report);
    expect((await backtest('--seed', '9')).report.deaths).not.toEqual(report.deaths);
  });
  it('names file and line of a bad table', async () => {
    const path = join(folder, 'reference/strength.csv');
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, good.replace('2001-11-30,troops,800', '2001-11-30,troops,many'));
    const { code, stderr } = await callForestall('backtest', folder, '--runs', '2', '--workers', '1');
    const checked = await callForestall('check', folder, '--plan', 'none');
    writeFileSync(path, good);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('reference/number');
    expect(code).toBe(1);
    expect(stderr).toMatch(/reference\/number .*strength\.csv:\d+ /);
  });
  it('is not written over what is there, nor under a name that is no id', async () => {
    expect((await callForestall('new', 'case', folder)).code).toBe(2);
    expect((await callForestall('new', 'case', join(home, 'Two Rivers'))).code).toBe(2);
    expect((await callForestall('new', 'case', join(home, 'Other'), '--id', 'other')).code).toBe(0);
  });
});
