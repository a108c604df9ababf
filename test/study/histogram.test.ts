import { describe, expect, it } from 'vitest';
import { uniform, word } from '../../src/kernel/draws.ts';
import { DailyHistogram } from '../../src/study/histogram.ts';
import { BAND_LEVELS } from '../../src/study/results.ts';
import { quantile } from '../../src/study/statistics.ts';

const LEVELS = [...BAND_LEVELS];
const draw = (i: number, k: number) => uniform(17, 4, word(1, k, 0), i * 7919);
/** Heavy-tailed counts like displaced people: median some 20,000 with a factor of three either way. */
const people = (i: number, k: number) => Math.fround(20000 * Math.exp(1.1 * Math.sqrt(-2 * Math.log(draw(i, k))) * Math.cos(6.283185 * draw(i, k + 500))));

function fill(runs: readonly number[], days: number, value: (run: number, day: number) => number, scale = { unit: 64, max: 1e7 }): DailyHistogram {
  const histogram = new DailyHistogram(scale, days, 1000);
  for (const run of runs) histogram.add(Float32Array.from({ length: days }, (_, k) => value(run, k)), 0);
  return histogram;
}

function read(histogram: DailyHistogram, days: number): Float32Array {
  const into = new Float32Array(days * LEVELS.length);
  histogram.quantiles(LEVELS, into);
  return into;
}

describe('daily histograms', () => {
  const days = 20;
  const runs = Array.from({ length: 512 }, (_, i) => i);

  it('give quantiles within 2 % of sorted values', () => {
    const found = read(fill(runs, days, people), days);
    let worst = 0;
    for (let k = 0; k < days; k++) {
      const values = Float64Array.from(runs, run => people(run, k)).sort();
      LEVELS.forEach((level, q) => {
        const exact = quantile(values, level);
        worst = Math.max(worst, Math.abs(found[k * LEVELS.length + q]! - exact) / (exact + 64));
      });
    }
    expect(worst).toBeLessThan(1 / 64);
    expect(worst).toBeGreaterThan(0);
  });

  it('are within one bin of the only value there is', () => {
    for (const value of [0, 1, 37, 641, 12345, 987654]) {
      const found = read(fill(runs, 1, () => value), 1);
      for (const quantile of found) expect(Math.abs(quantile - value)).toBeLessThanOrEqual((value + 64) / 64);
    }
  });

  it('resolve shares near 0 and near 1', () => {
    const found = read(fill(runs, days, draw, { unit: 1 / 16, max: 1 }), days);
    for (let k = 0; k < days; k++) {
      const values = Float64Array.from(runs, run => draw(run, k)).sort();
      LEVELS.forEach((level, q) => expect(Math.abs(found[k * LEVELS.length + q]! - quantile(values, level))).toBeLessThan(0.02));
    }
  });

  it('do not depend on the order of futures or on merging', () => {
    const forward = read(fill(runs, days, people), days);
    const backward = read(fill([...runs].reverse(), days, people), days);
    const merged = fill(runs.slice(300), days, people);
    merged.merge(fill(runs.slice(0, 300), days, people));
    expect(backward).toEqual(forward);
    expect(read(merged, days)).toEqual(forward);
  });

  it('give the same bits for few futures, kept as lists, as for many', () => {
    const few = runs.slice(0, 64);
    const add = (histogram: DailyHistogram, list: readonly number[]): DailyHistogram => {
      for (const run of list) histogram.add(Float32Array.from({ length: days }, (_, k) => people(run, k)), 0);
      return histogram;
    };
    const scale = { unit: 64, max: 1e7 };
    for (const n of [1, 2, 16, 63, 64]) {
      const lists = add(new DailyHistogram(scale, days, 64), few.slice(0, n));
      expect(read(lists, days)).toEqual(read(fill(few.slice(0, n), days, people), days));
      // reading leaves nothing behind
      expect(read(lists, days)).toEqual(read(fill(few.slice(0, n), days, people), days));
    }
    const merged = add(new DailyHistogram(scale, days, 64), few.slice(0, 20));
    merged.merge(add(new DailyHistogram(scale, days, 64), few.slice(20)));
    const intoMany = fill(few.slice(0, 20), days, people);
    intoMany.merge(add(new DailyHistogram(scale, days, 64), few.slice(20)));
    for (const histogram of [merged, intoMany]) expect(read(histogram, days)).toEqual(read(fill(few, days, people), days));
    expect(() => merged.add(new Float32Array(days), 0)).toThrow(/full/);
  });

  it('keep values beyond the scale at its ends', () => {
    const found = read(fill([0, 1, 2], 1, () => 5e9, { unit: 64, max: 1000 }), 1);
    for (const value of found) expect(value).toBeLessThanOrEqual(1000);
    expect(found[2]).toBeGreaterThan(960);
  });

  it('refuse to merge another scale', () => {
    expect(() => fill([0], 1, people).merge(fill([0], 1, people, { unit: 1, max: 10 }))).toThrow(/scales/);
  });
});
