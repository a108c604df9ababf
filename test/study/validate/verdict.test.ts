/** The rule of judgement, and the estimates it is applied to. */
import { describe, expect, it } from 'vitest';
import { ofMean, ofMedian, ofParts, ofPooled, ofSums, ofTrials, ratioOf } from '../../../src/study/validate/estimate.ts';
import { bandText, judge, worst } from '../../../src/study/validate/verdict.ts';

const at = (value: number, error: number) => ({ value, error, low: value - 2 * error, high: value + 2 * error });

describe('a band', () => {
  const band = { low: 1, high: 2 };
  it.each([
    ['pass', 1.5, 0.2], ['undecided', 1.5, 0.21], ['pass', 1, 0.1], ['miss', 0.9, 0.1], ['undecided', 0.9, 0.3], ['miss', 0.2, 0.3], ['miss', 2.01, 0],
  ] as const)('gives %s for %s ± %s', (verdict, value, error) => {
    expect(judge(at(value, error), band)).toBe(verdict);
  });
  it('leaves undecided what cannot be computed', () => {
    expect(judge(at(NaN, NaN), band)).toBe('undecided');
    expect(judge({ value: 1.5, low: NaN, high: NaN, error: NaN }, band)).toBe('undecided');
  });
});

describe('a bound', () => {
  it.each([
    ['pass', 1.5, 0.2], ['undecided', 1.5, 0.3], ['undecided', 0.9, 0.1], ['miss', 0.9, 0.04], ['miss', 1, 0],
  ] as const)('over 1 gives %s for %s ± %s', (verdict, value, error) => {
    expect(judge(at(value, error), { low: 1 })).toBe(verdict);
  });
  it.each([['pass', 0.5, 0.2], ['miss', 1, 0], ['undecided', 0.9, 0.1]] as const)('under 1 gives %s for %s ± %s', (verdict, value, error) => {
    expect(judge(at(value, error), { high: 1 })).toBe(verdict);
  });
});

describe('a fact', () => {
  it('is as good as its worst part, and undecided without any', () => {
    expect(worst(['pass', 'undecided', 'miss'])).toBe('miss');
    expect(worst(['pass', 'undecided'])).toBe('undecided');
    expect(worst(['pass', 'pass'])).toBe('pass');
    expect(worst([])).toBe('undecided');
  });
  it('says its band in words', () => {
    expect([{ low: 1, high: 2 }, { low: 1 }, { high: 2 }].map(bandText)).toEqual(['1 to 2', 'over 1', 'under 2']);
  });
});

describe('an estimate', () => {
  const rows = Array.from({ length: 100 }, (_, i) => [i % 2, 1]);
  it('of a ratio of sums has the error of its runs, the same each time', () => {
    const ratio = ofSums(rows, ratioOf(0, 1));
    expect(ratio.value).toBe(0.5);
    expect(ratio.error).toBeGreaterThan(0.035);
    expect(ratio.error).toBeLessThan(0.065);
    expect(ofSums(rows, ratioOf(0, 1))).toEqual(ratio);
    expect(ratio.low).toBeLessThan(0.5);
    expect(ratio.high).toBeGreaterThan(0.5);
  });
  it('of one run has a value and no error', () => {
    expect(ofSums([[1, 2]], ratioOf(0, 1))).toEqual({ value: 0.5, low: NaN, high: NaN, error: NaN });
    expect(ofSums([[1, 0], [1, 0]], ratioOf(0, 1)).value).toBeNaN();
  });
  it('of a median, a pool, parts, trials and a mean finds the value', () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    expect(ofMedian(values).value).toBe(50);
    expect(ofPooled([[1, 2], [3], []], list => list.length).value).toBe(3);
    const parts = ofParts(values, list => list.reduce((a, b) => a + b, 0) / list.length);
    expect(parts.value).toBe(50);
    expect(parts.error).toBeGreaterThan(5);
    expect(ofMean(values).error).toBeCloseTo(2.915, 2);
    const none = ofTrials(0, 30);
    expect(none.value).toBe(0);
    expect(none.high).toBeGreaterThan(0.1);
  });
});
