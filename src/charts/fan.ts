/** A fan: how a quantity spreads over futures by day, as SVG path data. Bands come as quantiles 5, 25, 50, 75, 95 %. */
import { areaPath, extent, linePath, thinned, type Series } from './line.ts';
import type { Scale } from './scale.ts';

/** Number of quantiles a day, and their places. */
export const LEVELS = 5;
const P5 = 0;
const P25 = 1;
const P50 = 2;
const P75 = 3;
const P95 = 4;

export interface Fan {
  /** 90 % band, closed. */
  readonly wide: string;
  /** 50 % band, closed. */
  readonly narrow: string;
  /** Outline of the 50 % band without its ends: two lines. */
  readonly edges: string;
  readonly median: string;
}

/** Quantile `level` of every day, out of bands [day · 5 + level]. */
export function bandLine(bands: ArrayLike<number>, level: number): Series {
  return { values: bands, count: Math.floor(bands.length / LEVELS), offset: level, stride: LEVELS };
}

/** Every `step`-th day of path i of sampled futures [i · days + day]. */
export function sampledLine(paths: ArrayLike<number>, days: number, i: number, step = 1): Series {
  return { values: paths, count: Math.ceil(days / step), offset: i * days, stride: step };
}

/**
 * The parts of a fan.
 * @param step days between points; the last day is always one
 */
export function fanPaths(bands: ArrayLike<number>, x: Scale, y: Scale, step = 1): Fan {
  const line = (level: number): Series => thinned(bandLine(bands, level), step);
  return {
    wide: areaPath(line(P5), line(P95), x, y),
    narrow: areaPath(line(P25), line(P75), x, y),
    edges: linePath(line(P25), x, y) + linePath(line(P75), x, y),
    median: linePath(line(P50), x, y),
  };
}

/**
 * Sampled futures as one path of many lines.
 * @param step days between points; `x` takes the number of the point
 */
export function sampledPaths(paths: ArrayLike<number>, days: number, x: Scale, y: Scale, step = 1): string {
  let path = '';
  const n = days > 0 ? Math.floor(paths.length / days) : 0;
  for (let i = 0; i < n; i++) path += linePath(sampledLine(paths, days, i, step), x, y);
  return path;
}

/** Least of the 5 % and greatest of the 95 % quantiles over all days. */
export function fanExtent(bands: ArrayLike<number>): readonly [number, number] {
  return [extent(bandLine(bands, P5))[0], extent(bandLine(bands, P95))[1]];
}

/** The quantiles of one day, by level; NaN outside the days. */
export function fanAt(bands: ArrayLike<number>, day: number): readonly [p5: number, p25: number, median: number, p75: number, p95: number] {
  const read = (level: number): number => bands[day * LEVELS + level] ?? NaN;
  return [read(P5), read(P25), read(P50), read(P75), read(P95)];
}
