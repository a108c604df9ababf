/**
 * Quantile dot plot: fifty dots, each standing for two futures in a hundred (Kay et al. 2016; Fernandes et al. 2018).
 * Pure functions from values to places; a component draws them.
 */

export const DOTS = 50;

export interface Dot {
  /** The quantile that the dot stands for. */
  readonly value: number;
  /** Column from the left and height in the column, from 0. */
  readonly column: number;
  readonly level: number;
}

export interface DotPlot {
  readonly dots: readonly Dot[];
  /** Ends of the axis; `low < high` always. */
  readonly low: number;
  readonly high: number;
  readonly columns: number;
  /** Height of the tallest column, in dots. */
  readonly tallest: number;
  readonly ticks: readonly number[];
}

const NICE = [1, 2, 2.5, 5, 10];

/** A round step that divides a span into at most `most` parts. */
export function niceStep(span: number, most: number): number {
  if (!(span > 0)) return 1;
  const raw = span / most;
  let unit = 1;
  while (unit * 10 <= raw) unit *= 10;
  while (unit > raw) unit /= 10;
  return unit * NICE.find(n => n * unit >= raw * (1 - 1e-9))!;
}

/**
 * Places the fifty quantiles (i + ½)/50 of `values` in columns over a round axis.
 * @param values one a future; not empty; the order does not matter
 * @param columns columns of dots on the axis
 * @param most parts of the axis, at most
 * @param also a value that the axis must reach too, a multiple of its step such as 0; it becomes a boundary of columns
 */
export function dotPlot(values: Float64Array, columns: number, most = 6, also?: number): DotPlot {
  const sorted = Float64Array.from(values).sort();
  const quantiles = Array.from({ length: DOTS }, (_, i) => {
    const at = ((i + 0.5) / DOTS) * sorted.length - 0.5;
    const below = Math.min(sorted.length - 1, Math.max(0, Math.floor(at)));
    const a = sorted[below] ?? 0;
    const b = sorted[Math.min(sorted.length - 1, below + 1)] ?? a;
    return a + (b - a) * Math.min(1, Math.max(0, at - below));
  });
  const first = Math.min(quantiles[0]!, also ?? Infinity);
  const last = Math.max(quantiles[DOTS - 1]!, also ?? -Infinity);
  // futures that are all the same still need an axis
  const size = Math.max(Math.abs(first), Math.abs(last));
  const step = last - first > size * 1e-9 + 1e-12 ? niceStep(last - first, most) : niceStep(size > 1e-9 ? size : 1, 1);
  const low = Math.floor(first / step) * step;
  const high = Math.max(low + step, Math.ceil(last / step + 1e-9) * step);
  // the value that the axis must reach lies between two columns, so that no dot stands on both sides of it
  const parts = Math.round((high - low) / step);
  const across = also === undefined ? columns : parts * Math.max(1, Math.floor(columns / parts));
  const heights = new Map<number, number>();
  const dots = quantiles.map(value => {
    const column = Math.min(across - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * across + (value < 0 ? -1e-9 : 1e-9))));
    const level = heights.get(column) ?? 0;
    heights.set(column, level + 1);
    return { value, column, level };
  });
  const ticks = Array.from({ length: parts + 1 }, (_, i) => low + i * step);
  return { dots, low, high, columns: across, tallest: Math.max(...heights.values()), ticks };
}

/** Futures in a hundred with a value above a threshold. */
export function hundredAbove(values: Float64Array, threshold: number): number {
  let above = 0;
  for (const value of values) if (value > threshold) above++;
  return values.length === 0 ? 0 : Math.round((above / values.length) * 100);
}
