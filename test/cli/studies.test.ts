/** Decision studies as other programs and people meet them: shapes of --json, plain words, the same bytes again. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareBetter } from '../../src/study/compare.ts';
import { OUTCOME_NAMES } from '../../src/scenario/schema.ts';
import type { StudyReport } from '../../src/study/study.ts';
import type { SearchReport } from '../../src/study/search-study.ts';
import { briefPlans, briefScenario, callForestall, openCommandLine, type CommandLine, type Ended } from '../make/command-line.ts';
import { shapeOf, type Shape } from '../make/shape.ts';

const numbers = (...keys: string[]): Record<string, Shape> => Object.fromEntries(keys.map(key => [key, 'number']));
const json = <T>(ended: Ended): T => {
  expect(ended.code, ended.stderr).toBe(0);
  return JSON.parse(ended.stdout) as T;
};

let cli: CommandLine;
let small: string;
beforeAll(async () => {
  cli = await openCommandLine(briefScenario({ days: 50 }));
  small = cli.path('small');
  // the same plan under another name
  cli.write('small/plans/twin.json', JSON.stringify({ ...briefPlans()[1]!, id: 'twin', letter: 'T' }));
});
afterAll(() => cli.remove());

describe('compare', () => {
  const study = (plans: string, ...more: string[]): Promise<Ended> => callForestall('study', small, '--plans', plans, '--runs', '40', '--workers', '1', ...more);

  it('adds up to 100 with the plans the other way round, ties split', async () => {
    const [one, two] = [json<StudyReport>(await study('none,a', '--json')), json<StudyReport>(await study('a,none', '--json'))];
    for (const outcome of OUTCOME_NAMES) {
      const ab = one.comparisons.find(c => c.outcome === outcome)!;
      const ba = two.comparisons.find(c => c.outcome === outcome)!;
      expect(100 * shareBetter(ab) + 100 * shareBetter(ba)).toBeCloseTo(100, 9);
      expect(ab.share.value + ba.share.value).toBeCloseTo(1, 12);
      expect(ab.share.low + ba.share.high).toBeCloseTo(1, 9);
      expect(ab.difference.median + ba.difference.median).toBeCloseTo(0, 6);
      const swapped = { a: 'b', b: 'a', same: 'same', open: 'open' } as const;
      expect(ba.verdict).toBe(swapped[ab.verdict]);
      expect(ab.difference.ci95[0]).toBeLessThanOrEqual(ab.difference.mean);
      expect(ab.difference.ci95[1]).toBeGreaterThanOrEqual(ab.difference.mean);
    }
  });

  it('finds no difference between identical plans', async () => {
    const report = json<StudyReport>(await study('a,twin', '--json'));
    for (const c of report.comparisons) expect(c).toMatchObject({ aBetter: 0, bBetter: 0, ties: 40, share: { value: 0.5 }, difference: { mean: 0, ci95: [0, 0], median: 0 } });
    const { stdout } = await study('a,twin');
    expect(stdout.match(/no difference in any of 40 futures/g)).toHaveLength(4);
  });

  it('says futures first, then the percentage, then the words with their band, and never that it proves anything', async () => {
    const { stdout } = await study('none,a');
    expect(stdout).toMatch(/a against none, cost: a is better in \S+(?: than \d+)?(?: \(±\d+\))? of 100 futures, \d+ %: [a-z ]+ \([^)]+\)\. Typical difference [\d.,]+ ?(?:M|bn)? (?:higher|lower)[^.]*; in 9 of 10 futures /);
    expect(stdout).not.toMatch(/significan|prove/i);
  });
});

describe('a study that stops by itself', () => {
  const args = (...more: string[]): string[] => ['study', small, '--plans', 'none,a,late', '--until-decided', '--outcome', 'cost', '--workers', '1', ...more];

  it('stops early where it can tell, says so, and verifies until a digit is changed', async () => {
    const out = cli.path('decided.json');
    const report = json<StudyReport>(await callForestall(...args('--json', '--out', out)));
    expect(report.sequential).toEqual({ outcome: 'cost', mostRuns: 8192, errorRate: 0.05, decided: true, hash: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown });
    expect(report.runs).toBeLessThan(1000);
    for (const c of report.comparisons.filter(one => one.outcome === 'cost')) expect(c.verdict).not.toBe('open');
    const verify = (file: string): Promise<Ended> => callForestall('verify', file, '--scenario', small, '--workers', '1');
    expect((await verify(out)).code).toBe(0);
    const text = readFileSync(out, 'utf8');
    for (const [from, to, path] of [['"mostRuns": 8192', '"mostRuns": 8193', 'sequential.hash'], ['"errorRate": 0.05', '"errorRate": 0.06', 'sequential.errorRate'], [`"runs": ${report.runs}`, `"runs": ${report.runs + 1}`, 'runs']] as const) {
      cli.write('touched.json', text.replace(from, to));
      const ended = await verify(cli.path('touched.json'));
      expect(ended.code).toBe(3);
      expect(ended.stdout).toContain(`${path} is `);
    }
  });
  it('says about how many runs more it would take', async () => {
    const { code, stdout } = await callForestall('study', small, '--plans', 'none,a', '--until-decided', '--runs', '4', '--outcome', 'cost', '--workers', '1');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Cannot tell these plans apart yet, about [\d,]+ more runs\./);
    expect(stdout).toContain('Not all pairs could be told apart in 4 futures');
    expect(stdout).toMatch(/95 % bootstrap interval .*: how well 4 runs pin down the average/);
  });
  it('wants two plans', async () => {
    expect(await callForestall('study', small, '--plans', 'a', '--until-decided')).toMatchObject({ code: 2, stderr: expect.stringContaining('name two or more') as unknown });
  });
});

describe('delay of a whole plan', () => {
  it('moves everything that starts on a day together, first answers early', async () => {
    const args = ['delay', small, '--plan', 'a', '--action', 'all', '--from', '0', '--to', '20', '--step', '5', '--runs', '16', '--workers', '1'];
    const ended = await callForestall(...args, '--json');
    const curve = json<{ action: string; points: { start: number; feasible: boolean; reason: string; median: number }[]; lastResponsibleRange: unknown }>(ended);
    expect(curve.action).toBe('all');
    expect(curve.points.map(point => point.start)).toEqual([0, 5, 10, 15, 20]);
    expect(shapeOf(curve.lastResponsibleRange)).toEqual(numbers('low', 'high', 'none'));
    expect(ended.stderr).toMatch(/from 8 futures: D\+0 [\d,]+.*\([\d.]+ s\)/);
    // the first action of the plan starts on day 5: there the plan is as it stands
    const alone = json<StudyReport>(await callForestall('study', small, '--plans', 'a', '--runs', '16', '--workers', '1', '--json'));
    expect(curve.points[1]).toMatchObject({ median: alone.plans[0]!.outcomes.peakDisplaced.median });
    expect((await callForestall(...args)).stdout).toContain('by start day of the whole plan (now D+5)');
  });
});

describe('timing', () => {
  const args = (...more: string[]): string[] => ['timing', small, '--plan', 'a', '--actions', 'd1,x1', '--grid', '3x3', '--span', '15', '--runs', '6', '--workers', '1', ...more];
  it('prints the map of two starts', async () => {
    const typed = args('--json').map(word => (word === 'd1,x1' ? 'd1,t1' : word));
    const map = json<{ present: number[]; days: number[][]; cells: { starts: number[]; difference: { median: number }; feasible: boolean; reason: string; nearBest: boolean; inFlatRegion: boolean }[]; best: number[] | null }>(await callForestall(...typed));
    const cell = { starts: ['number'], feasible: 'boolean', reason: 'string', ...numbers('p5', 'median', 'p95', 'better'), difference: numbers('p5', 'median', 'p95'), flat: 'boolean', inFlatRegion: 'boolean', nearBest: 'boolean' };
    expect(shapeOf(map)).toEqual({
      scenario: 'string', plan: 'string', actions: ['string'], outcome: 'string', unit: 'string', ...numbers('tolerance', 'runs', 'seed'), ensemble: 'string', days: [['number']], present: ['number'], cells: [cell], best: ['number'],
    });
    expect(map.cells).toHaveLength(9);
    const here = map.cells.find(({ starts }) => starts[0] === map.present[0] && starts[1] === map.present[1])!;
    expect(here.difference.median).toBe(0);
    expect(here.inFlatRegion).toBe(true);
    expect(map.cells.find(({ starts }) => starts[0] === map.best![0] && starts[1] === map.best![1])!.nearBest).toBe(true);
    for (const { feasible, reason } of map.cells) expect(reason === '').toBe(feasible);
    const { stdout } = await callForestall(...typed.filter(word => word !== '--json'));
    expect(stdout).toMatch(/by start of "d1" \(down, now D\+20\) and "t1" \(across, now D\+10\)/);
    expect(stdout).toMatch(/ @/);
  });
  it.each([[['--actions', 'd1'], 2], [['--actions', 'd1,zz'], 1], [['--grid', '1x9'], 2]] as const)('refuses %j', async (more, code) => {
    expect((await callForestall(...args(...more))).code).toBe(code);
  });
});

describe('search', () => {
  it('finds, explains and saves a plan', async () => {
    const save = cli.path('better.json');
    const args = ['search', small, '--plan', 'a', '--budget', '1e12', '--outcome', 'needReached', '--actions', 'x1,o1', '--step', '10', '--span', '10', '--runs', '8', '--simulations', '200', '--workers', '1'];
    const report = json<SearchReport>(await callForestall(...args, '--json', '--save', save));
    expect(report.simulations).toBeLessThanOrEqual(200);
    expect(report.best!.outcome.mean).toBeGreaterThanOrEqual(report.base.outcome.mean);
    expect(report.front.length).toBeGreaterThan(0);
    const saved = json<StudyReport>(await callForestall('study', small, '--plans', save, '--runs', '8', '--workers', '1', '--json'));
    expect(saved.plans[0]!.outcomes.needReached.mean).toBe(report.simplest!.outcome.mean);
    const { stdout } = await callForestall(...args);
    expect(stdout).toMatch(/as it stands .*the plan as it stands/);
    expect(stdout).toContain('Cost against harm');
  });
  it('wants a budget and enough simulations', async () => {
    expect((await callForestall('search', small, '--plan', 'a')).stderr).toContain('--budget is missing');
    expect((await callForestall('search', small, '--plan', 'a', '--budget', '1', '--simulations', '5')).code).toBe(2);
  });
});

describe('warning-value', () => {
  it('shows lead time, false alarms and sources, and what one more week is worth', async () => {
    const args = ['warning-value', small, '--plan', 'a', '--weeks=-1,1', '--false-alarms', '4', '--runs', '6', '--workers', '1'];
    const value = json<{ leadTime: { weeks: number; difference: { median: number } }[]; falseAlarms: { factor: number; alertDay: number }[]; sources: { without: string; alertDay: number }[]; oneMoreWeek: number }>(await callForestall(...args, '--json'));
    const row = { ...numbers('p5', 'median', 'p95', 'alertDay', 'better', 'moreRuns'), difference: numbers('p5', 'median', 'p95'), verdict: 'string' };
    expect(shapeOf(value)).toEqual({
      scenario: 'string', plan: 'string', outcome: 'string', unit: 'string', ...numbers('runs', 'seed'), ensemble: 'string',
      leadTime: [{ weeks: 'number', feasible: 'boolean', reason: 'string', ...row }], falseAlarms: [{ factor: 'number', ...row }], sources: [{ without: 'string', ...row }], oneMoreWeek: 'number',
    });
    expect(value.leadTime.map(one => one.weeks)).toEqual([-1, 0, 1]);
    expect(value.leadTime[1]!.difference.median).toBe(0);
    expect(value.oneMoreWeek).toBe(value.leadTime[2]!.difference.median);
    expect(value.falseAlarms.map(one => one.factor)).toEqual([1, 4]);
    expect(value.sources.map(one => one.without)).toEqual(['open', 'patrols', 'all', 'none']);
    // blind, the desk raises its alert later than with sources that see everything
    expect(value.sources[2]!.alertDay).toBeGreaterThan(value.sources[3]!.alertDay);
    expect((await callForestall(...args)).stdout).toMatch(/One more week of warning is worth, for this plan: /);
  });
});
