/** `explain`, `sensitivity` and `--without` as other programs meet them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callForestall, openCommandLine, type CommandLine, type Ended } from '../make/command-line.ts';

interface Share { amount: number; share: number | null; interval: [number, number] }
const json = <T>(ended: Ended): T => JSON.parse(ended.stdout) as T;

let cli: CommandLine;
let small: string;
beforeAll(async () => {
  cli = await openCommandLine();
  small = cli.path('small');
});
afterAll(() => cli.remove());

describe('explain', () => {
  it('gives causes whose amounts, interactions and remainder sum to the difference, and sentences that name a future', async () => {
    const ended = await callForestall('explain', small, '--plans', 'none,a', '--runs', '6', '--workers', '1', '--json');
    expect(ended.code).toBe(0);
    const found = json<{ outcome: string; byAction: { difference: { mean: number }; causes: Share[]; interactions: Share; remainder: Share }; byMechanism: { causes: (Share & { id: string })[]; interactions: Share; remainder: Share }; byTime: Share[]; sentences: string[]; evidence: { seed: number; future: number; a: number; b: number }; hashes: object; engine: object }>(ended);
    const { difference } = found.byAction;
    for (const { causes, interactions, remainder } of [found.byAction, found.byMechanism]) {
      expect(causes.length).toBeGreaterThan(0);
      expect(causes.reduce((sum, cause) => sum + cause.amount, 0) + interactions.amount + remainder.amount).toBeCloseTo(difference.mean, 6);
    }
    expect(found.sentences.join(' ')).toContain(`future ${found.evidence.future} of seed ${found.evidence.seed}`);
    expect(Object.keys(found.hashes)).toEqual(['scenario', 'plans', 'parameters']);
    // the evidence can be run again
    const again = json<{ future?: number; outcomes: Record<string, { value: number }> }>(await callForestall('run', small, '--plan', 'a', '--seed', String(found.evidence.seed), '--future', String(found.evidence.future), '--json'));
    expect(again.outcomes[found.outcome]!.value).toBe(found.evidence.b);
  });
  it('reads well, and wants two plans', async () => {
    const { code, stdout } = await callForestall('explain', small, '--plans', 'none,a', '--runs', '4', '--workers', '1');
    expect(code).toBe(0);
    for (const words of ['by action, taken back', 'interactions of two', 'remainder', 'Evidence: future']) expect(stdout).toContain(words);
    expect((await callForestall('explain', small, '--plans', 'a')).code).toBe(2);
    expect((await callForestall('explain', small, '--plans', 'none,a', '--outcome', 'civilianKilled')).stderr).toContain('Did you mean "civiliansKilled"?');
  });
  it('says that a plan does not differ from itself', async () => {
    cli.write('small/plans/twin.json', JSON.stringify({ ...JSON.parse(await import('node:fs').then(fs => fs.readFileSync(cli.path('small/plans/a.json'), 'utf8'))) as object, id: 'twin' }));
    expect((await callForestall('explain', small, '--plans', 'a,twin', '--runs', '2', '--workers', '1')).stdout).toContain('no difference');
  });
});

describe('sensitivity', () => {
  it('screens parameters by Morris, and tells of two plans how often their order flips', async () => {
    const ended = await callForestall('sensitivity', small, '--plan', 'none,a', '--parameters', 'flightPerDay,tensionReturnPerDay,memoryDecayDays', '--runs', '50', '--sets', '16', '--futures', '3', '--workers', '1', '--json');
    expect(ended.code).toBe(0);
    const found = json<{ ranking: { method: string; runs: number; trajectories: number; chance: number; factors: { name: string; muStar: number; sigma: number; muStarInterval: [number, number]; grade: string }[] }; assumptions: { sets: number; flips: { share: number; byChance: number }; failures: number }; sentences: string[] }>(ended);
    expect(found.ranking.method).toBe('morris');
    expect(found.ranking).toMatchObject({ runs: 50, trajectories: 10 });
    expect(found.ranking.factors).toHaveLength(3);
    for (let i = 1; i < found.ranking.factors.length; i++) expect(found.ranking.factors[i]!.muStar).toBeLessThanOrEqual(found.ranking.factors[i - 1]!.muStar);
    expect(found.ranking.factors[0]!.muStar).toBeGreaterThan(0);
    expect(found.assumptions.flips.share).toBeGreaterThanOrEqual(0);
    expect(found.sentences.join(' ')).toMatch(/The order of none and a flips in \d+ % of 16 assumption sets/);
  });
  it('shares out the variance by Sobol among named parameters and chance', async () => {
    const args = ['sensitivity', small, '--plan', 'a', '--method', 'sobol', '--parameters', 'flightPerDay,tensionReturnPerDay', '--runs', '100', '--workers', '1', '--outcome', 'peakDisplaced', '--json'];
    const ended = await callForestall(...args);
    const { ranking } = json<{ ranking: { rows: number; runs: number; screening: number; factors: { name: string; first: number; total: number }[]; chance: { first: number; total: number } } }>(ended);
    expect(ranking).toMatchObject({ rows: 20, runs: 100, screening: 0 });
    expect(ranking.factors.map(row => row.name).sort()).toEqual(['flightPerDay', 'tensionReturnPerDay']);
    expect(ranking.chance.total).toBeGreaterThan(0);
    expect((await callForestall(...args)).stdout).toBe(ended.stdout);
  });
  it('refuses parameters that it does not know', async () => {
    const { code, stderr } = await callForestall('sensitivity', small, '--plan', 'a', '--parameters', 'flightPerDy');
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "flightPerDay"?');
  });
});

describe('--without', () => {
  it('leaves a mechanism out of run, study and verify; the result says so and holds', async () => {
    const whole = json<{ hashes: Record<string, string> }>(await callForestall('run', small, '--plan', 'a', '--json'));
    const less = json<{ without: string[]; hashes: Record<string, string>; outcomes: Record<string, { value: number }> }>(await callForestall('run', small, '--plan', 'a', '--without', 'violence', '--without', 'presence', '--json'));
    expect(less.without).toEqual(['violence', 'presence']);
    expect(less.outcomes['civiliansKilled']!.value).toBe(0);
    expect(less.hashes['parameters']).not.toBe(whole.hashes['parameters']);
    expect(less.hashes['result']).not.toBe(whole.hashes['result']);
    const file = cli.path('without.json');
    const study = await callForestall('study', small, '--plans', 'none,a', '--runs', '8', '--workers', '1', '--without', 'presence', '--out', file, '--json');
    expect(json<{ without: string[] }>(study).without).toEqual(['presence']);
    expect(await callForestall('verify', file, '--scenario', small, '--plans', `${cli.path('small/plans/none.json')},${cli.path('small/plans/a.json')}`, '--workers', '1')).toMatchObject({ code: 0 });
    cli.write('lied.json', study.stdout.replace('"presence"', '"violence"'));
    expect((await callForestall('verify', cli.path('lied.json'), '--scenario', small, '--plans', `${cli.path('small/plans/none.json')},${cli.path('small/plans/a.json')}`, '--workers', '1')).code).toBe(3);
    expect((await callForestall('run', small, '--plan', 'a', '--without', 'presense')).stderr).toContain('Did you mean "presence"?');
  });
});
