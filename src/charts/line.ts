/** Lines and areas over days, as SVG path data. */
import type { Scale } from './scale.ts';

/** Shortest text of a coordinate: one decimal. */
export function point(x: number, y: number): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** Where the numbers of a series stand in an array: value i is `values[offset + i · stride]`. */
export interface Series {
  readonly values: ArrayLike<number>;
  readonly count: number;
  readonly offset?: number;
  readonly stride?: number;
}

const at = (series: Series, i: number): number => series.values[(series.offset ?? 0) + i * (series.stride ?? 1)]!;

/** A line through one value a day. Values that are no number interrupt it. Empty for an empty series. */
export function linePath(series: Series, x: Scale, y: Scale): string {
  let path = '';
  let pen = false;
  for (let i = 0; i < series.count; i++) {
    const value = at(series, i);
    if (!Number.isFinite(value)) {
      pen = false;
      continue;
    }
    path += (pen ? 'L' : 'M') + point(x(i), y(value));
    pen = true;
  }
  return path;
}

/** The area between two series of the same length, closed. Empty for an empty series. */
export function areaPath(low: Series, high: Series, x: Scale, y: Scale): string {
  const n = Math.min(low.count, high.count);
  if (n === 0) return '';
  let path = '';
  for (let i = 0; i < n; i++) path += (i === 0 ? 'M' : 'L') + point(x(i), y(at(high, i)));
  for (let i = n - 1; i >= 0; i--) path += `L${point(x(i), y(at(low, i)))}`;
  return `${path}Z`;
}

/** Least and greatest number of a series; [Infinity, −Infinity] when it has none. */
export function extent(series: Series): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < series.count; i++) {
    const value = at(series, i);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
