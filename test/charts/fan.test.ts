import { describe, expect, it } from 'vitest';
import { fanAt, fanExtent, fanPaths, sampledPaths } from '../../src/charts/fan.ts';
import { areaPath, extent, linePath } from '../../src/charts/line.ts';
import { linearScale } from '../../src/charts/scale.ts';

const x = linearScale([0, 10], [0, 100]);
const y = linearScale([0, 10], [10, 0]);
/** Two days of quantiles. */
const bands = Float32Array.from([1, 2, 3, 4, 5, 2, 4, 6, 8, 10]);

describe('lines and areas', () => {
  it('reads values at an offset and a stride', () => {
    expect(linePath({ values: bands, count: 2, offset: 2, stride: 5 }, x, y)).toBe('M0 7L10 4');
  });
  it('is interrupted where there is no number', () => {
    expect(linePath({ values: [1, NaN, 3, 4], count: 4 }, x, y)).toBe('M0 9M20 7L30 6');
  });
  it('closes an area along the top and back along the bottom', () => {
    expect(areaPath({ values: [1, 2], count: 2 }, { values: [3, 4], count: 2 }, x, y)).toBe('M0 7L10 6L10 8L0 9Z');
    expect(areaPath({ values: [], count: 0 }, { values: [], count: 0 }, x, y)).toBe('');
  });
  it('knows its least and greatest number', () => {
    expect(extent({ values: [3, NaN, -1, 7], count: 4 })).toEqual([-1, 7]);
  });
});

describe('a fan', () => {
  it('has the 50 % band inside the 90 % band and the median inside both', () => {
    const fan = fanPaths(bands, x, y);
    expect(fan.wide).toBe('M0 5L10 0L10 8L0 9Z');
    expect(fan.narrow).toBe('M0 6L10 2L10 6L0 8Z');
    expect(fan.median).toBe('M0 7L10 4');
    expect(fan.edges).toBe('M0 8L10 6M0 6L10 2');
  });
  it('reads the quantiles of a day, none outside', () => {
    expect(fanAt(bands, 1)).toEqual([2, 4, 6, 8, 10]);
    expect(fanAt(bands, 2)[2]).toBeNaN();
    expect(fanExtent(bands)).toEqual([1, 10]);
  });
  it('draws every sampled future as a line of its own', () => {
    expect(sampledPaths([0, 10, 10, 0], 2, x, y)).toBe('M0 10L10 0M0 0L10 10');
    expect(sampledPaths([1, 9, 3, 2, 9, 4], 3, x, y, 2)).toBe('M0 9L10 7M0 8L10 6');
    expect(sampledPaths([], 0, x, y)).toBe('');
  });
});
