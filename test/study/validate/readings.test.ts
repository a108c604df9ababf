/** The statistics facts are read with, on data whose answer is known. */
import { describe, expect, it } from 'vitest';
import { poisson, powerLaw } from '../../../src/kernel/distributions.ts';
import { runKey, uniform, word } from '../../../src/kernel/draws.ts';
import { correlation, episodesOf, fitHawkes, rankCorrelation, tailExponent, topTenthShare } from '../../../src/study/validate/readings.ts';

const keys = new Int32Array(2);
runKey(11, 3, keys);
const draw = (stream: number, i: number): number => uniform(keys[0]!, keys[1]!, word(stream, 0, 0), i);

describe('the exponent of a tail', () => {
  it('finds the exponent that made the sizes', () => {
    const sizes = Array.from({ length: 8000 }, (_, i) => powerLaw(draw(1, i), 2.1, 1e7));
    expect(Math.abs(tailExponent(sizes, 5) - 2.1)).toBeLessThan(0.08);
    expect(tailExponent([1, 2, 3], 5)).toBeNaN();
  });
  it('reads the share of the largest tenth', () => {
    expect(topTenthShare([1, 1, 1, 1, 1, 1, 1, 1, 1, 11])).toBe(0.55);
  });
});

describe('a self-exciting fit', () => {
  /** Counts of a process with that branching and a decay of five days. */
  const process = (branching: number): number[] => {
    const counts: number[] = [];
    let echo = 0;
    for (let day = 0; day < 2000; day++) {
      echo = Math.exp(-1 / 5) * echo + (1 - Math.exp(-1 / 5)) * (counts[day - 1] ?? 0);
      counts.push(poisson(draw(2, day), 0.3 + branching * echo));
    }
    return counts;
  };
  it('finds the branching that made the counts, and little in plain chance', () => {
    expect(Math.abs(fitHawkes(process(0.6)).branching - 0.6)).toBeLessThan(0.12);
    expect(fitHawkes(process(0)).branching).toBeLessThan(0.15);
  });
  it('explains a slow change of the background away when that may vary by month', () => {
    const steps = Array.from({ length: 720 }, (_, day) => poisson(draw(3, day), Math.floor(day / 90) % 2 === 0 ? 0.1 : 2));
    expect(fitHawkes(steps).branching).toBeGreaterThan(0.5);
    expect(fitHawkes(steps, 30).branching).toBeLessThan(0.3);
  });
});

describe('correlation', () => {
  it('of ranks is 1 for any rising pair, and shares ties', () => {
    expect(rankCorrelation([1, 2, 3, 4], [1, 10, 100, 1000])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3, 4], [1, 10, 100, 1000])).toBeLessThan(0.9);
    expect(rankCorrelation([1, 2, 2, 3], [3, 2, 2, 1])).toBeCloseTo(-1, 12);
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNaN();
  });
});

describe('episodes', () => {
  it('lie between quiet months, and those cut off are left out', () => {
    expect(episodesOf([0, 0, 5, 0, 3, 0, 0, 1], 2)).toEqual([[5, 0, 3]]);
    expect(episodesOf([4, 0, 0, 5], 2)).toEqual([]);
  });
});
