import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOTS, dotPlot, hundredAbove, niceStep } from '../../src/charts/dotplot.ts';

describe('a dot plot', () => {
  it('has fifty dots that are the quantiles of the run', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i + 0.5);
    const { dots } = dotPlot(values, 30);
    expect(dots).toHaveLength(DOTS);
    for (const [i, dot] of dots.entries()) expect(dot.value).toBeCloseTo(2 * i + 1, 9);
  });
  it('does not depend on the order of the futures', () => {
    const values = [5, 1, 9, 3, 3, 7, 2];
    expect(dotPlot(Float64Array.from(values), 20)).toEqual(dotPlot(Float64Array.from(values.toReversed()), 20));
  });
  it('stacks dots without gaps, inside a round axis', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 }), fc.integer({ min: 8, max: 60 }), (list, columns) => {
      const plot = dotPlot(Float64Array.from(list), columns);
      expect(plot.dots).toHaveLength(DOTS);
      expect(plot.low).toBeLessThan(plot.high);
      const heights = new Map<number, number>();
      for (const dot of plot.dots) {
        expect(dot.column).toBeGreaterThanOrEqual(0);
        expect(dot.column).toBeLessThan(columns);
        expect(dot.level).toBe(heights.get(dot.column) ?? 0);
        heights.set(dot.column, dot.level + 1);
        expect(dot.value).toBeGreaterThanOrEqual(plot.low - 1e-6 * Math.abs(plot.low));
        expect(dot.value).toBeLessThanOrEqual(plot.high + 1e-6 * Math.abs(plot.high));
      }
      expect(Math.max(...heights.values())).toBe(plot.tallest);
    }));
  });
  it('has an axis for futures that are all the same', () => {
    const plot = dotPlot(new Float64Array(64), 20);
    expect([plot.low, plot.high]).toEqual([0, 1]);
    expect(plot.tallest).toBe(DOTS);
  });
  it('counts futures in a hundred above a threshold', () => {
    const values = Float64Array.from({ length: 512 }, (_, i) => i);
    expect(hundredAbove(values, 378)).toBe(26);
    expect(hundredAbove(values, -1)).toBe(100);
    expect(hundredAbove(values, 511)).toBe(0);
    expect(hundredAbove(new Float64Array(0), 1)).toBe(0);
  });
  it('steps by 1, 2, 2.5 or 5', () => {
    expect([niceStep(100, 5), niceStep(90, 5), niceStep(0.3, 3), niceStep(41000, 6)]).toEqual([20, 20, 0.1, 10000]);
  });
});
