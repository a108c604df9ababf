/** `load` and `tables`: what they print, as text, JSON and CSV. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callForestall, openCommandLine, type CommandLine } from '../make/command-line.ts';

let cli: CommandLine;
let small: string;
beforeAll(async () => {
  cli = await openCommandLine();
  small = cli.path('small');
});
afterAll(() => cli.remove());

describe('load', () => {
  it('shows each sum with its source', async () => {
    const { code, stdout, stderr } = await callForestall('load', 'infantry-battalion');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Rations: 850 people × 2.2 kg a head and day ÷ 1,000 kg a tonne = 1.87 t a day\n      measured: 1,300 t a month');
    expect(stdout).toContain('Il-76: 3,000 t ÷ 40 t a sortie = 75 sorties');
    for (const title of ['Sustainment', 'People by air', 'Equipment by sea', 'Equipment by road', 'Keeping it supplied', 'Time']) expect(stdout).toContain(`\n${title}\n`);
  });
  it('reckons with a scenario, as JSON', async () => {
    const { code, stdout } = await callForestall('load', 'engineer-company', '--number', '2', '--scenario', small, '--to', 'east', '--json');
    expect(code).toBe(0);
    const plan = JSON.parse(stdout) as { number: number; people: number; cargoTonnes: number; scenario: string; to: string; lines: { key: string; terms: { value: number }[]; result: number; source: string; confidence: string }[] };
    expect(plan).toMatchObject({ number: 2, people: 360, cargoTonnes: 4000, scenario: 'small', to: 'east' });
    expect(plan.lines.find(line => line.key === 'port-days')).toMatchObject({ result: 8, confidence: 'judged' });
    expect(plan.lines.every(line => line.terms.length > 0 && line.source.length > 4)).toBe(true);
  });
  it.each([
    [['load', 'infantry-batalion'], 1, 'Did you mean "infantry-battalion"?'],
    [['load', 'infantry-battalion', '--to', 'east'], 2, '--to needs --scenario'],
    [['load', 'infantry-battalion', '--scenario', 'S'], 2, '--scenario needs --to'],
    [['load', 'infantry-battalion', '--scenario', 'S', '--to', 'est'], 1, 'Did you mean "east"?'],
    [['load', 'infantry-battalion', '--number', '0'], 2, 'a whole number from 1 to 50'],
    [['tables', 'S'], 2, '--plan is missing'],
    [['tables', 'S', '--plan', 'a', '--csv', '--json'], 2, 'cannot be had together'],
  ])('%j ends with code %d', async (typed, wanted, sentence) => {
    const { code, stdout, stderr } = await callForestall(...typed.map(word => (word === 'S' ? small : word)));
    expect({ code, stdout }).toEqual({ code: wanted, stdout: '' });
    expect(stderr).toContain(sentence);
  });
});

describe('tables', () => {
  it('prints both, with promise and record beside the plan', async () => {
    const { code, stdout } = await callForestall('tables', small, '--plan', 'a', '--runs', '4');
    expect(code).toBe(0);
    expect(stdout).toMatch(/deployment table, 4 futures/);
    expect(stdout).toMatch(/phase +p10 +p50 +p90 +reached +promise +record/);
    expect(stdout).toMatch(/sustainment table, 4 futures/);
    expect(stdout).toContain('describe the model, not the world');
  });
  it('as JSON has no infinity and every phase; as CSV a row of hashtags', async () => {
    const { stdout } = await callForestall('tables', small, '--plan', 'a', '--runs', '3', '--json');
    const report = JSON.parse(stdout) as { runs: number; deployment: { dates: Record<string, Record<string, { p50: number | null; reached: number }>> }[]; sustainment: unknown[] };
    expect(report.runs).toBe(3);
    expect(Object.keys(report.deployment[0]!.dates)).toEqual(['plan', 'promise', 'record']);
    expect(Object.keys(report.deployment[0]!.dates['plan']!)).toEqual(['authorised', 'found', 'ready', 'equipment', 'people', 'initial', 'full']);
    expect(report.sustainment.length).toBeGreaterThan(0);
    const csv = (await callForestall('tables', small, '--plan', 'a', '--runs', '3', '--only', 'sustainment', '--csv')).stdout.split('\n');
    expect(csv[0]).toMatch(/^region,people,/);
    expect(csv[1]).toMatch(/^#adm1\+code,/);
  });
});
