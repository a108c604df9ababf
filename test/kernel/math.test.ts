import { describe, expect, it } from 'vitest';
import { atan, clamp, clamp01, cos, exp, log, logistic, pow, sin, tanh } from '../../src/kernel/math.ts';

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.max(Math.abs(wanted), 1e-300);
const grid = (low: number, high: number, n: number) => Array.from({ length: n }, (_, i) => low + ((high - low) * (i + 0.37)) / n);

describe('exp', () => {
  it('lies within 1.5e-15 of the exact value', () => {
    for (const x of [...grid(-700, 700, 20000), ...grid(-2, 2, 20000), ...grid(-1e-3, 1e-3, 1000)]) expect(relative(exp(x), Math.exp(x))).toBeLessThan(1.5e-15);
  });
  it('has the right ends', () => {
    expect(exp(0)).toBe(1);
    expect(exp(710)).toBe(Infinity);
    expect(exp(-746)).toBe(0);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
    expect(relative(exp(709.7), Math.exp(709.7))).toBeLessThan(1e-14);
    expect(Math.abs(exp(-740) - Math.exp(-740))).toBeLessThan(1e-322);
  });
  it('never falls as its argument rises', () => {
    for (const x of grid(-3, 3, 50000)) expect(exp(x + 1e-9)).toBeGreaterThanOrEqual(exp(x));
  });
});

describe('log', () => {
  it('lies within 1e-15 of the exact value', () => {
    for (const x of [...grid(1e-9, 1, 20000), ...grid(1, 1e6, 20000), 1e-300, 1e300, 5e-324, 2.2e-308]) expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(1e-15 * Math.max(1, Math.abs(Math.log(x))));
  });
  it('has the right ends', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
  });
});

describe('the rest', () => {
  it('pow, logistic and tanh agree with the built-in ones', () => {
    for (const x of grid(0.01, 50, 500)) for (const y of [-3, -0.5, 0, 0.3, 2.2]) expect(relative(pow(x, y), Math.pow(x, y))).toBeLessThan(2e-14);
    for (const x of grid(-30, 30, 2000)) {
      expect(Math.abs(logistic(x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(1e-15);
      expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThan(1e-15);
    }
    expect(pow(0, 2)).toBe(0);
    expect(pow(0, 0)).toBe(1);
  });
  it('sin, cos and atan agree with the built-in ones', () => {
    for (const x of grid(-100, 100, 20000)) {
      expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(1e-14);
      expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThan(1e-14);
      expect(Math.abs(atan(x) - Math.atan(x))).toBeLessThan(1e-14);
    }
  });
  it('clamps, and takes NaN for the low end', () => {
    expect([clamp(5, 0, 3), clamp(-1, 0, 3), clamp(2, 0, 3), clamp(NaN, 1, 3)]).toEqual([3, 0, 2, 1]);
    expect([clamp01(2), clamp01(-2), clamp01(0.4), clamp01(NaN)]).toEqual([1, 0, 0.4, 0]);
  });
});
