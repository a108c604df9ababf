import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, niceDomain, niceStep, niceTicks, within } from '../../src/charts/scale.ts';

describe('a straight scale', () => {
  it('maps ends to ends and back', () => {
    const x = linearScale([10, 30], [100, 0]);
    expect([x(10), x(20), x(30)]).toEqual([100, 50, 0]);
    expect(x.invert(25)).toBe(25);
  });
  it('puts everything in the middle when the domain has no width', () => {
    expect(linearScale([5, 5], [0, 80])(5)).toBe(40);
  });
});

describe('round numbers', () => {
  it.each([[0.03, 0.05], [1, 1], [2.2, 2.5], [3, 5], [7, 10], [2400, 2500], [-1, 1], [Infinity, 1]])('niceStep(%d) is %d', (rough, step) => {
    expect(niceStep(rough)).toBeCloseTo(step, 12);
  });
  it('holds the data, with round ends', () => {
    expect(niceDomain(0, 5100, 3, true)).toEqual([0, 6000]);
    expect(niceDomain(0.46, 0.82, 3)).toEqual([0.4, 1]);
    expect(niceDomain(7, 7, 3)[1]).toBeGreaterThan(7);
  });
  it('has its ticks inside the domain, the ends among them', () => {
    expect(niceTicks([0, 6000], 3)).toEqual([0, 2000, 4000, 6000]);
    expect(niceTicks([0.4, 1], 3)).toEqual([0.4, 0.6, 0.8, 1]);
  });
  it('never cuts data off', () => {
    fc.assert(fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }), (low, width) => {
      const [from, to] = niceDomain(low, low + width);
      expect(from).toBeLessThanOrEqual(low + width * 1e-6);
      expect(to).toBeGreaterThanOrEqual(low + width - width * 1e-6);
    }));
  });
  it('keeps values between bounds, the low one winning', () => {
    expect([within(5, 0, 3), within(-1, 0, 3), within(2, 4, 3)]).toEqual([3, 0, 4]);
  });
});
