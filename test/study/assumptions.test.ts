import { describe, expect, it } from 'vitest';
import { flipsOf, parameterWords } from '../../src/study/assumptions.ts';
import { KeyedDraws } from '../../src/study/keyed-draws.ts';

describe('order flips', () => {
  it('are the sets whose order is not that of all; ties count half', () => {
    // B wins 4, 4, 4, 0 and 2 of 4 futures
    const found = flipsOf(Float64Array.of(4, 4, 4, 0, 2), 4, 1);
    expect(found.share).toBeCloseTo(1.5 / 5, 12);
    expect(found.bBetter).toBeCloseTo(14 / 20, 12);
    expect(found.interval[0]).toBeLessThanOrEqual(found.share);
    expect(found.interval[1]).toBeGreaterThanOrEqual(found.share);
  });

  it('are foretold from chance alone where all sets have the same odds', () => {
    const draws = new KeyedDraws(7, 'flips');
    const [sets, futures] = [4000, 5];
    const won = Float64Array.from({ length: sets }, (_, i) => Array.from({ length: futures }, (__, j) => Number(draws.at(i * futures + j) < 0.7)).reduce((a, b) => a + b, 0));
    const found = flipsOf(won, futures, 1);
    // P(Binomial(5, 0.7) ≤ 2) = 0.16308
    expect(found.byChance).toBeCloseTo(0.16308, 1);
    expect(Math.abs(found.share - found.byChance)).toBeLessThan(0.02);
    // an even number of futures: P(X = 0) + P(X = 1)/2 with two futures, odds ½, is ½
    expect(flipsOf(Float64Array.of(2, 0), 2, 1).byChance).toBeCloseTo(0.5, 12);
  });

  it('name parameters in words', () => expect(parameterWords('flightPerDay')).toBe('flight per day (flightPerDay)'));
});
