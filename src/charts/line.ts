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
  /** Values from one point that is drawn to the next; the last value is always drawn. */
  readonly step?: number;
}

/** The series with fewer points drawn. */
export const thinned = (series: Series, step: number): Series => (step > 1 ? { ...series, step } : series);

const at = (series: Series, i: number): number => series.values[(series.offset ?? 0) + i * (series.stride ?? 1)]!;
/** The value after i that is drawn; `count` after the last. */
const after = (i: number, step: number, count: number): number => (i + step < count || i === count - 1 ? i + step : count - 1);

/** A line through one value a day. Values that are no number interrupt it. Empty for an empty series. */
export function linePath(series: Series, x: Scale, y: Scale): string {
  let path = '';
  let pen = false;
  const { count, step = 1 } = series;
  for (let i = 0; i < count; i = after(i, step, count)) {
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
  const { step = 1 } = high;
  let upper = '';
  let lower = '';
  for (let i = 0; i < n; i = after(i, step, n)) {
    upper += (i === 0 ? 'M' : 'L') + point(x(i), y(at(high, i)));
    lower = `L${point(x(i), y(at(low, i)))}${lower}`;
  }
  return `${upper}${lower}Z`;
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
