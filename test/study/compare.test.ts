import { describe, expect, it } from 'vitest';
import { comparePaired, monteCarloError, shareBetter, verbalBand, VERBAL_SCALE } from '../../src/study/compare.ts';
import { deviationOf, meanOf, quantile, sumOf, summaryOf } from '../../src/study/statistics.ts';

const a = Float64Array.of(10, 20, 30, 40, 50);
const b = Float64Array.of(8, 20, 33, 35, 41);

describe('a paired comparison', () => {
  it('counts futures and takes B minus A', () => {
    const { aBetter, bBetter, ties, difference } = comparePaired(a, b, 'less');
    expect([aBetter, bBetter, ties]).toEqual([1, 3, 1]);
    expect(difference.mean).toBeCloseTo(-2.6, 12);
    expect(difference.median).toBe(-2);
    expect(difference.p5).toBeCloseTo(-8.2, 12);
    expect(difference.p95).toBeCloseTo(2.4, 12);
    // differences −2 0 3 −5 −9: deviation √(85.2/4), half-width 1.96 · 4.615/√5
    const half = 1.959963984540054 * Math.sqrt(85.2 / 4) / Math.sqrt(5);
    expect(difference.ci95[0]).toBeCloseTo(-2.6 - half, 12);
    expect(difference.ci95[1]).toBeCloseTo(-2.6 + half, 12);
  });
  it('turns round for outcomes of which more is better', () => {
    const { aBetter, bBetter } = comparePaired(a, b, 'more');
    expect([aBetter, bBetter]).toEqual([3, 1]);
  });
  it('has no difference between a plan and itself', () => {
    expect(comparePaired(a, a, 'less')).toEqual({ aBetter: 0, bBetter: 0, ties: 5, difference: { mean: 0, ci95: [0, 0], p5: 0, median: 0, p95: 0 } });
  });
  it('refuses futures that do not pair', () => {
    expect(() => comparePaired(a, b.subarray(1), 'less')).toThrow(/got 5 and 4/);
  });
  it('splits ties evenly', () => expect(shareBetter({ aBetter: 1, bBetter: 3, ties: 1 })).toBeCloseTo(0.3, 12));
  it('knows its Monte Carlo error', () => expect(monteCarloError(0.72, 512)).toBeCloseTo(3.889, 3));
});

describe('the verbal scale', () => {
  it.each([[0.005, 'remote'], [0.03, 'remote'], [0.12, 'very unlikely'], [0.3, 'unlikely'], [0.5, 'even'], [0.72, 'likely'], [0.88, 'very likely'], [0.97, 'almost certain'], [0.999, 'almost certain']])('says of %s: %s', (share, words) => {
    expect(verbalBand(share).words.en).toBe(words);
  });
  it('covers 0 to 1 without gap or overlap and has French for all', () => {
    VERBAL_SCALE.forEach((row, i) => {
      expect(row.from).toBe(i === 0 ? 0 : VERBAL_SCALE[i - 1]!.to);
      expect(row.words.fr.length).toBeGreaterThan(3);
    });
    expect(VERBAL_SCALE.at(-1)!.to).toBe(1);
  });
});

describe('statistics', () => {
  it('take quantiles as R type 7 does', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 0.05)).toBeCloseTo(1.15, 12);
    expect(quantile([7], 0.9)).toBe(7);
  });
  it('sum up', () => {
    expect(sumOf(Float64Array.from({ length: 1000 }, (_, i) => i))).toBe(499500);
    expect(deviationOf([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.138, 3);
    expect(meanOf([1, 2])).toBe(1.5);
    expect(summaryOf(Float64Array.of(3, 1, 2)).median).toBe(2);
  });
});
