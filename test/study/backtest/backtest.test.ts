/** Scores, and a back-test against a record made by the model itself: it must hold; against a wrong one it must not. */
import { describe, expect, it } from 'vitest';
import { addDays, formatIsoDate, parseIsoDate } from '../../../src/kernel/calendar.ts';
import { runBacktest, type BacktestReport } from '../../../src/study/backtest/backtest.ts';
import { performChronicle } from '../../../src/study/backtest/chronicle.ts';
import { parseReference } from '../../../src/study/backtest/reference.ts';
import { bandsOf, isInside, meets, modeOf, peakMonth, persistenceScore, rankedProbabilityScore } from '../../../src/study/backtest/score.ts';
import { World, worldOf } from '../../../src/study/world.ts';
import { InlineExecutor } from '../../../src/workers/inline.ts';
import { smallScenario } from '../../make/small-scenario.ts';

describe('scores', () => {
  it('rank probability as the integral of the squared distance of distributions', () => {
    const ensemble = Float64Array.of(1, 4, 2);
    const step = 0.001;
    let integral = 0;
    for (let x = -2; x < 8; x += step) {
      const f = ensemble.filter(member => member <= x).length / 3 - (x >= 3 ? 1 : 0);
      integral += f * f * step;
    }
    expect(rankedProbabilityScore(ensemble, 3)).toBeCloseTo(integral, 2);
    expect(rankedProbabilityScore(Float64Array.of(3, 3), 3)).toBe(0);
  });
  it('persistence looks at the four periods before', () => {
    expect(persistenceScore([2, 2, 2, 2, 2, 2])).toBe(0);
    expect(persistenceScore([2, 2, 2, 2, 5])).toBe(3);
    expect(persistenceScore([1, 2])).toBeNaN();
  });
  it('bands hold their ends, ranges meet them, peaks and modes take the first of equals', () => {
    const bands = bandsOf(Float64Array.from({ length: 101 }, (_, i) => i));
    expect(bands).toEqual({ p5: 5, p25: 25, median: 50, p75: 75, p95: 95 });
    expect([isInside(5, bands, 90), isInside(4.9, bands, 90), isInside(20, bands, 50)]).toEqual([true, false, false]);
    expect([meets(96, 99, bands), meets(90, 120, bands)]).toEqual([false, true]);
    expect(peakMonth(new Map([['a', 1], ['b', 3], ['c', 3]]))).toBe('b');
    expect(modeOf(['x', 'y', 'y', 'x', 'z'])).toEqual({ word: 'x', share: 0.4 });
  });
});

const DAYS = 120;
const scenario = smallScenario({ days: DAYS });
const plan = { id: 'none', hash: '0', rows: [] };
const world = worldOf(scenario);

const chronicle = (run: number): ReturnType<typeof performChronicle> => performChronicle(new World(world), { kind: 'chronicle', plan, seed: 1, ensemble: 'events', record: false, firstRun: run, count: 1 });
/** The first future in which enough people die to be recorded. */
const DEADLY = Array.from({ length: 40 }, (_, run) => run).find(run => chronicle(run).civilians.reduce((a, b) => a + b, 0) >= 40)!;

/** The record that one future would have left, times a factor. */
function recordOf(run: number, factor: number): { reference: ReturnType<typeof parseReference>['value'] } {
  const chunk = chronicle(run);
  const R = scenario.regions.length;
  const rows = ['week,region,best'];
  for (let from = 0; from + 7 <= DAYS; from += 7) scenario.regions.forEach(({ id }, r) => {
    const share = Number.isFinite(chunk.reported[r]!) ? chunk.reported[r]! : 0;
    const dead = chunk.deaths.subarray(r * DAYS + from, r * DAYS + from + 7).reduce((a, b) => a + b, 0);
    if (dead > 0) rows.push(`${formatIsoDate(addDays(parseIsoDate(scenario.start)!, from))},${id},${factor * share * dead}`);
  });
  expect(chunk.deaths.length).toBe(R * DAYS);
  const displaced = ['date,measure,place,people', ...[60, 90, 119].map(day => `${formatIsoDate(addDays(parseIsoDate(scenario.start)!, day))},IDPs,total,${chunk.displaced[day]!}`)];
  const troops = `date,measure,people\n${formatIsoDate(addDays(parseIsoDate(scenario.start)!, 50))},troops,${chunk.troops[50]!}\n`;
  const { value, diagnostics } = parseReference({ 'deaths-by-week.csv': rows.join('\n'), 'displacement.csv': displaced.join('\n'), 'strength.csv': troops }, scenario, 'reference');
  expect(diagnostics).toEqual([]);
  return { reference: value };
}

async function score(reference: ReturnType<typeof recordOf>['reference'], more: { factor?: number; runs?: number } = {}): Promise<BacktestReport> {
  const executor = new InlineExecutor();
  await executor.open(world);
  return runBacktest(executor, {
    scenario: 'small', scenarioHash: '', parametersHash: '', referenceHash: '', plan, seed: 2, runs: 40, ensemble: 'events', preset: 'conservative',
    regions: scenario.regions.length, neighbours: scenario.neighbours.length, days: scenario.days, regionIds: scenario.regions.map(({ id }) => id), neighbourIds: scenario.neighbours.map(({ id }) => id), ...more,
  }, reference);
}

describe('a back-test', () => {
  it('covers the record of a future of its own, and finds the factor it was written down with', async () => {
    const totals = await Promise.all([0.25, 1].map(async factor => (await score(recordOf(DEADLY, factor).reference)).factor.value));
    // the same future, recorded four times less
    expect(totals[0]! / totals[1]!).toBeCloseTo(0.25, 6);
    const report = await score(recordOf(DEADLY, 1).reference);
    expect(report.deaths!.coverage90).toBeGreaterThan(0.8);
    expect(report.strength.every(number => number.inside)).toBe(true);
    expect(report.factor.fitted).toBe(true);
  });
  it('says so when the record is another world: peak, place, displacement', async () => {
    const reference = recordOf(DEADLY, 1).reference;
    const weeks = reference.deaths!.periods.length;
    const wrong = { ...reference, deaths: { ...reference.deaths!, best: reference.deaths!.best.map((_, k) => (k === weeks - 1 ? 5000 : 0)) }, displacement: reference.displacement.map(number => ({ ...number, best: 5e6, low: 5e6, high: 5e6 })) };
    const report = await score(wrong);
    const failed = report.checks.filter(check => !check.holds).map(check => check.name);
    expect(failed).toEqual(expect.arrayContaining(['month of the peak in most futures', 'displacement numbers inside the 90 % band']));
  });
  it('holds a factor fixed when asked, and makes no check without a table', async () => {
    const reference = recordOf(DEADLY, 1).reference;
    expect((await score(reference, { factor: 0.5 })).factor).toEqual({ value: 0.5, fitted: false });
    const { deaths: _, ...rest } = reference;
    const bare = await score({ ...rest, displacement: [], anchors: [] });
    expect(bare.deaths).toBeNull();
    expect(bare.checks.map(check => check.name)).toEqual(['troop numbers inside the 90 % band']);
  });
});
