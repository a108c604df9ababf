/** verify: a result holds to the last digit, or the first field that does not is named. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstOddNumber } from '../../src/cli/written-digits.ts';
import { briefPlans, briefScenario, callForestall, openCommandLine, type CommandLine, type Ended } from '../make/command-line.ts';

let cli: CommandLine;
let good = '';
beforeAll(async () => {
  cli = await openCommandLine(briefScenario({ days: 40 }));
  const study = await callForestall('study', cli.path('small'), '--plans', 'none,a', '--runs', '6', '--seed', '3', '--workers', '1', '--out', cli.path('good.json'), '--json');
  expect(study.code, study.stderr).toBe(0);
  good = readFileSync(cli.path('good.json'), 'utf8');
});
afterAll(() => cli.remove());

const verify = (name: string, ...more: string[]): Promise<Ended> => callForestall('verify', cli.path(name), '--scenario', cli.path('small'), '--workers', '1', ...more);
async function verifyText(text: string, ...more: string[]): Promise<Ended> {
  expect(text, 'nothing was changed').not.toBe(good);
  cli.write('touched.json', text);
  return verify('touched.json', ...more);
}
/** The text with the n-th digit after a part of it turned into another. */
function otherDigit(after: string, nth = 0): string {
  const from = good.indexOf(after);
  expect(from, after).toBeGreaterThan(-1);
  const digits = [...good.slice(from + after.length).matchAll(/\d/g)];
  const at = from + after.length + digits[nth]!.index;
  return `${good.slice(0, at)}${(Number(good[at]) + 1) % 10}${good.slice(at + 1)}`;
}

describe('verify', () => {
  it('computes a result again and finds it to hold, whatever the spaces', async () => {
    expect(await verify('good.json')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Every number of .*good\.json holds\. Result [0-9a-f]{16}\.\n$/) as unknown });
    const json = await verifyText(JSON.stringify(JSON.parse(good)), '--json');
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toEqual({ ok: true, result: (JSON.parse(good) as { hashes: { result: string } }).hashes.result });
  });

  it.each<[string, string, string]>([
    ['a mean', '"mean": ', 'plans[0].outcomes.civiliansKilled.mean'],
    ['a cost', '"cost": {\n          "unit": "USD",\n          "mean": ', 'plans[0].outcomes.cost.mean'],
    ['a bound of an interval', '"ci95": [', 'comparisons[0].difference.ci95[0]'],
    ['a count', '"bBetter": ', 'comparisons[0].bBetter'],
    ['the seed', '"seed": ', 'hashes.result'],
    ['the number of runs', '"runs": ', 'hashes.result'],
    ['the hash of the scenario', '"hashes": {\n    "scenario": "', 'hashes.scenario'],
    ['the hash of a plan', '"none": "', 'hashes.plans.none'],
    ['the hash of the result', '"result": "', 'hashes.result'],
    ['the hash of the parameters', '"parameters": "', 'hashes.parameters'],
    ['the version of the program', '"version": "', 'engine.version'],
    ['the version of the model', '"model": ', 'engine.model'],
  ])('names what differs when one digit of %s is changed', async (what, after, path) => {
    const { code, stdout } = await verifyText(otherDigit(after));
    expect(code).toBe(3);
    expect(stdout).toContain(what === 'the version of the model' ? 'comes from model version' : `${path} is `);
    const json = await verify('touched.json', '--json');
    expect(json.code).toBe(3);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, path });
  });

  it('sees a digit that leaves the number as it is', async () => {
    // 0.1 and 0.10000000000000001 are the same number, and so are most last digits of seventeen
    const { code, stdout } = await verifyText(good.replace(/("mean": \d+\.\d{10,})\d/, (_, kept: string) => `${kept}99999999`).replace('"runs": 6', '"runs": 6.00000000000000001'));
    expect(code).toBe(3);
    expect(stdout).toMatch(/^(?:runs|plans\[0\])/);
    expect(firstOddNumber('[1, {"a": 0.30000000000000003}]', JSON.parse('[1, {"a": 0.30000000000000003}]'))).toEqual({ path: '[1].a', written: '0.30000000000000003', usual: '0.30000000000000004' });
    for (const same of ['[1.0, 1e3, 1E-5, -0.50, 1200, "12\\"3"]', '{"a": 0, "b": [10, 0.1]}']) expect(firstOddNumber(same, JSON.parse(same))).toBeUndefined();
  });

  it('misses no field that was taken out or put in', async () => {
    for (const text of [good.replace('"ties"', '"tiez"'), good.replace('"ties"', '"more": 1, "ties"'), good.replace(/\s*"ties": \d+,/, '')]) {
      const { code, stdout } = await verifyText(text);
      expect(code).toBe(3);
      expect(stdout).toMatch(/^comparisons\[0\]\.(?:tiez|more|ties) is /);
    }
  });

  it.each<[string, (text: string) => string, string]>([
    ['a damaged file', text => text.slice(0, -40), 'json/truncated'],
    ['an empty file', () => '', 'json/empty'],
    ['something else', () => '{"scenario": "small"}', 'result/no-study'],
    ['a scenario', () => JSON.stringify(briefPlans()[1]), 'result/no-study'],
    ['a plan nobody has', text => text.replace('"id": "a"', '"id": "z"'), 'plan/not-found'],
    ['a number of runs beyond measure', text => text.replace('"runs": 6', '"runs": 6e9'), 'result/no-study'],
  ])('refuses %s with code 1', async (_, edit, code) => {
    const ended = await verifyText(edit(good), '--json');
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: false, findings: [{ severity: 'error', code }] });
  });

  it('says which option may be missing for a study of other files or parameters', async () => {
    const path = cli.path('elsewhere/early.json');
    cli.write('elsewhere/early.json', JSON.stringify({ ...briefPlans()[1]!, actions: briefPlans()[1]!.actions.slice(0, 2) }));
    await callForestall('study', cli.path('small'), '--plans', path, '--runs', '2', '--set', 'branching=0.3', '--workers', '1', '--out', cli.path('other.json'));
    expect(await verify('other.json', '--set', 'branching=0.3')).toMatchObject({ code: 3, stdout: expect.stringContaining('--plans') as unknown });
    expect(await verify('other.json', '--plans', path)).toMatchObject({ code: 3, stdout: expect.stringContaining('--set') as unknown });
    expect((await verify('other.json', '--plans', path, '--set', 'branching=0.3')).code).toBe(0);
  });
});
