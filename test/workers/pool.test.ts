import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioHash } from '../../src/scenario/model.ts';
import { OUTCOMES } from '../../src/study/outcomes.ts';
import { delayCurve, type DelayOptions } from '../../src/study/delay.ts';
import type { Executor } from '../../src/study/executor.ts';
import { scaleFacts } from '../../src/study/series.ts';
import { simulatePlan } from '../../src/study/simulate.ts';
import { runStudy, type StudyRequest } from '../../src/study/study.ts';
import { verifyResult } from '../../src/study/verify.ts';
import { parametersHash, World, worldOf } from '../../src/study/world.ts';
import { InlineExecutor } from '../../src/workers/inline.ts';
import { nodePool } from '../../src/workers/node-pool.ts';
import { planInput, responseRows } from '../make/order-rows.ts';
import { smallScenario } from '../make/small-scenario.ts';
import { buildNodeWorker } from '../make/worker-build.ts';

const scenario = smallScenario({ days: 120 });
const input = worldOf(scenario);
const facts = scaleFacts(new World(input).tables);
const plans = [planInput('none', []), planInput('a', responseRows()), planInput('b', responseRows(-25))];
const request: StudyRequest = {
  scenario: scenario.id, scenarioHash: scenarioHash(scenario), parametersHash: parametersHash(input), plans, seed: 11, runs: 20, preset: 'conservative', ensemble: 'events', regions: 4, days: 120,
};

let worker: Awaited<ReturnType<typeof buildNodeWorker>>;
let inline: Executor;
let one: Executor;
let two: Executor;

beforeAll(async () => {
  worker = await buildNodeWorker();
  [inline, one, two] = [new InlineExecutor(), nodePool(1, worker.entry), nodePool(2, worker.entry)];
  await Promise.all([inline, one, two].map(executor => executor.open(input)));
});
afterAll(async () => {
  await Promise.all([inline, one, two].map(executor => executor.close()));
  worker.remove();
});

describe('any number of workers and any chunking', () => {
  it('give the same bytes of a study', async () => {
    const text = JSON.stringify(await runStudy(inline, request));
    expect(JSON.stringify(await runStudy(one, request, { chunk: 7 }))).toBe(text);
    expect(JSON.stringify(await runStudy(two, request, { chunk: 3 }))).toBe(text);
    expect(JSON.stringify(await runStudy(two, { ...request, seed: 12 }, { chunk: 3 }))).not.toBe(text);
    expect(text).not.toMatch(/worker|duration|time"/);
  });

  it('give the same plan result, checkpoints or not', async () => {
    const options = { seed: 5, ensemble: 'events', draft: 8, runs: 32, regions: 4, facts } as const;
    await simulatePlan(two, { ...options, plan: plans[1]!, record: true });
    const stages: number[] = [];
    const moved = await simulatePlan(two, { ...options, plan: plans[2]!, record: true }, result => stages.push(result.runs));
    expect(stages).toEqual([8, 16]);
    expect(moved).toEqual(await simulatePlan(inline, { ...options, plan: plans[2]! }));
  });
});

describe('a study', () => {
  it('reports every pair and outcome, and verifies until a digit is changed', async () => {
    const report = await runStudy(inline, request);
    expect(report.comparisons).toHaveLength(3 * OUTCOMES.length);
    const recorded: unknown = JSON.parse(JSON.stringify(report));
    const again = await runStudy(inline, request);
    expect(verifyResult(recorded, again)).toBeUndefined();
    const text = JSON.stringify(report);
    const changed = text.replace(/("peakDisplaced":\{"unit":"people","mean":\d*)(\d)/, (_, head: string, digit: string) => `${head}${(Number(digit) + 1) % 10}`);
    expect(changed).not.toBe(text);
    expect(verifyResult(JSON.parse(changed), again)?.path).toBe('plans[0].outcomes.peakDisplaced.mean');
    const { comparisons: _, ...short } = JSON.parse(text) as Record<string, unknown>;
    expect(verifyResult(short, again)?.path).toBe('comparisons');
  });

  it('says how far it is', async () => {
    const seen: number[] = [];
    await runStudy(inline, request, { chunk: 5, onProgress: (done, total) => seen.push(done / total) });
    expect(seen).toHaveLength(12);
    expect(seen.at(-1)).toBe(1);
  });
});

describe('cancelling', () => {
  it.each(['inline', 'pool'])('ends the work within a chunk: %s', async kind => {
    const executor = kind === 'inline' ? inline : two;
    const controller = new AbortController();
    let chunks = 0;
    const work = runStudy(executor, { ...request, runs: 4000 }, { chunk: 4, signal: controller.signal, onProgress: () => { if (++chunks === 3) controller.abort(); } });
    await expect(work).rejects.toMatchObject({ name: 'Cancelled' });
    await new Promise(done => { setTimeout(done, 50); });
    expect(chunks).toBe(3);
    // and the executor works on
    expect((await runStudy(executor, { ...request, runs: 4 })).runs).toBe(4);
  });

  it('does not begin when it is already given up', async () => {
    await expect(runStudy(one, request, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'Cancelled' });
  });
});

describe('a thread that fails', () => {
  it('fails the work with its message and goes on', async () => {
    const broken = { ...plans[1]!, rows: plans[1]!.rows.map(row => ({ ...row, ref: 99 })) };
    await expect(runStudy(two, { ...request, plans: [broken] })).rejects.toThrow(/refers to row 99/);
    expect((await runStudy(two, { ...request, runs: 4 })).runs).toBe(4);
  });
});

describe('a start-date curve', () => {
  const rows = (start: number) => responseRows().map(row => (row.id === 'q1' ? { ...row, days: start } : row));
  const options: DelayOptions = {
    scenario: 'small', plan: 'a', action: 'q1', present: 30, from: 0, to: 119, step: 20, runs: 12, seed: 3, ensemble: 'events', outcome: 'civiliansKilled', target: 1e9, odds: 0.8, tolerance: 0,
    regions: 4, days: 120,
    variant: start => ({ start, feasible: start >= 10, reason: start >= 10 ? { en: '', fr: '' } : { en: 'Too early.', fr: 'Trop tôt.' }, plan: planInput('a', rows(start)) }),
  };

  it('has the outcomes of full runs at every start', async () => {
    const stages: [number, number][] = [];
    const curve = await delayCurve(two, options, partial => stages.push([partial.runs, partial.points.length]));
    // all starts at once from few futures, then from all of them
    expect(stages).toEqual([[8, 7], [12, 7]]);
    expect(await delayCurve(inline, { ...options, runs: 8 })).toMatchObject({ runs: 8, points: (await delayCurve(two, { ...options, runs: 8 })).points });
    expect(curve.points.map(point => point.start)).toEqual([0, 20, 30, 40, 60, 80, 100]);
    const report = await runStudy(inline, { ...request, seed: 3, runs: 12, plans: curve.points.map(point => ({ ...planInput('a', rows(point.start)), id: `s${point.start}` })) });
    curve.points.forEach((point, i) => {
      const { median, p5, p95 } = report.plans[i]!.outcomes.civiliansKilled;
      expect([point.p5, point.median, point.p95]).toEqual([p5, median, p95]);
    });
    expect(curve.points[0]).toMatchObject({ feasible: false, reason: { en: 'Too early.' } });
    expect(curve.points.every(point => point.met === 1)).toBe(true);
    expect(curve.lastResponsibleDay).toBe(100);
    expect(curve.points.find(point => point.start === 30)!.flat).toBe(true);
  });

  it('finds the last responsible day and the flat zone', async () => {
    const byStart = { ...options, runs: 8, outcome: 'daysToFirstEffect' } as const;
    // nothing but the action itself: its first effect comes later the later it starts
    const alone = (start: number) => ({ start, feasible: start >= 10, reason: { en: '', fr: '' }, plan: planInput('a', rows(start).filter(row => row.id === 'q1')) });
    const free = await delayCurve(inline, { ...byStart, variant: alone });
    const medians = free.points.map(point => point.median);
    expect(medians).toEqual([...medians].sort((x, y) => x - y));
    expect(medians.at(-1)!).toBeGreaterThan(medians[0]!);
    const target = free.points.find(point => point.start === 40)!.p95;
    const curve = await delayCurve(inline, { ...byStart, target, odds: 0.8, variant: alone });
    const good = curve.points.filter(point => point.feasible && point.met >= 0.8).map(point => point.start);
    expect(curve.lastResponsibleDay).toBe(Math.max(...good));
    expect(curve.lastResponsibleDay).toBeGreaterThanOrEqual(40);
    expect(curve.points.at(-1)!.met).toBeLessThan(0.8);
    const { low, high, none } = curve.lastResponsibleRange;
    expect(low).toBeLessThanOrEqual(curve.lastResponsibleDay!);
    expect(high).toBeGreaterThanOrEqual(curve.lastResponsibleDay!);
    expect(none).toBeGreaterThanOrEqual(0);
    expect(none).toBeLessThan(0.5);
    expect(await delayCurve(inline, { ...byStart, target: -1, variant: alone })).toMatchObject({ lastResponsibleDay: null, lastResponsibleRange: { low: null, high: null, none: 1 } });
    expect(curve.flatZone).toEqual([30, 30]);
    expect((await delayCurve(inline, { ...byStart, tolerance: 1000, variant: alone })).flatZone).toEqual([20, 100]);
  });
});
