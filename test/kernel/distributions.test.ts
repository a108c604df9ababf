import { describe, expect, it } from 'vitest';
import { bernoulli, exponential, logNormal, normal, normalQuantile, poisson, powerLaw, stochasticRound, uniformBetween, weightedChoice } from '../../src/kernel/distributions.ts';
import { uniform, word } from '../../src/kernel/draws.ts';

const N = 100000;
const draw = (i: number, index = 0) => uniform(77, 88, word(9, i % 8000, index), i);
const moments = (sample: (u: number) => number) => {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < N; i++) {
    const x = sample(draw(i));
    sum += x;
    squares += x * x;
  }
  const mean = sum / N;
  return { mean, sd: Math.sqrt(squares / N - mean * mean) };
};

describe('moments of 100,000 seeded draws', () => {
  it('normal', () => {
    const { mean, sd } = moments(u => normal(u, 3, 2));
    expect(mean).toBeCloseTo(3, 1);
    expect(sd).toBeCloseTo(2, 1);
  });
  it.each([0.05, 0.4, 2, 15, 80, 400])('Poisson of mean %s', rate => {
    const { mean, sd } = moments(u => poisson(u, rate));
    expect(Math.abs(mean - rate)).toBeLessThan((4.5 * Math.sqrt(rate)) / Math.sqrt(N));
    expect(sd / Math.sqrt(rate)).toBeCloseTo(1, 1);
  });
  it('exponential, log-normal, uniform', () => {
    expect(moments(u => exponential(u, 0.25)).mean).toBeCloseTo(4, 1);
    expect(moments(u => logNormal(u, 0, 0.5)).mean).toBeCloseTo(Math.exp(0.125), 1);
    expect(moments(u => uniformBetween(u, -1, 5)).mean).toBeCloseTo(2, 1);
  });
  it('discrete power law: half of all values are 1 at exponent 2, the tail falls like 1/n', () => {
    let ones = 0;
    let beyond = 0;
    for (let i = 0; i < N; i++) {
      const n = powerLaw(draw(i), 2, 1000);
      if (n === 1) ones++;
      if (n >= 50) beyond++;
      expect(n >= 1 && n <= 1000 && Number.isInteger(n)).toBe(true);
    }
    expect(ones / N).toBeCloseTo(0.5, 2);
    expect(beyond / N).toBeCloseTo((1 / 50 - 1 / 1001) / (1 - 1 / 1001), 2);
  });
  it('weighted choice and Bernoulli follow their chances', () => {
    const counts = [0, 0, 0];
    let hits = 0;
    for (let i = 0; i < N; i++) {
      counts[weightedChoice(draw(i), [1, 0, 3], 3)]!++;
      hits += bernoulli(draw(i, 1), 0.3);
    }
    expect(counts[0]! / N).toBeCloseTo(0.25, 2);
    expect(counts[1]).toBe(0);
    expect(hits / N).toBeCloseTo(0.3, 2);
  });
});

describe('by inversion', () => {
  it('every distribution is monotone in its uniform, counts also in their rate', () => {
    for (let i = 1; i < 2000; i++) {
      const [u, v] = [i / 2001, (i + 1) / 2001];
      expect(normalQuantile(v)).toBeGreaterThan(normalQuantile(u));
      expect(poisson(v, 3)).toBeGreaterThanOrEqual(poisson(u, 3));
      expect(powerLaw(v, 2.2, 500)).toBeGreaterThanOrEqual(powerLaw(u, 2.2, 500));
      expect(powerLaw(v, 2.2, 600)).toBeGreaterThanOrEqual(powerLaw(v, 2.2, 500));
      for (const rate of [0.01, 0.5, 0.9, 1, 3, 30]) expect(poisson(u, rate * 1.1)).toBeGreaterThanOrEqual(poisson(u, rate));
    }
  });
  it('the squeeze gives what the search gives', () => {
    for (let i = 1; i < 5000; i++) {
      const u = i / 5000;
      const p0 = Math.exp(-0.7);
      expect(poisson(u, 0.7) === 0).toBe(u <= p0);
    }
  });
  it('the normal quantile has its known values and is odd', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807015, 6);
    expect(normalQuantile(0.25)).toBeCloseTo(-normalQuantile(0.75), 13);
  });
  it('edges give no nonsense', () => {
    expect(poisson(0.5, 0)).toBe(0);
    expect(poisson(0.5, -1)).toBe(0);
    expect(poisson(0.5, NaN)).toBe(0);
    expect(poisson(0.99, 1e9)).toBeLessThan(1000);
    expect(powerLaw(0.999999, 2, 1)).toBe(1);
    expect(weightedChoice(0.5, [0, 0], 2)).toBe(-1);
    expect(stochasticRound(2.3, 0.69)).toBe(2);
    expect(stochasticRound(2.3, 0.71)).toBe(3);
  });
});
