/** The delay strip: one cell for each start day that was tried, darker where the outcome would be worse. */

/** What the strip needs of a start day. */
export interface StripPoint {
  readonly start: number;
  readonly feasible: boolean;
  readonly median: number;
}

export interface StripCell {
  readonly start: number;
  readonly x: number;
  readonly width: number;
  /** 0 best … 4 worst; −1 where the start is infeasible. */
  readonly shade: number;
}

export const SHADES = 5;

/**
 * Cells in order of start. Each reaches to the next start tried; the last is as wide as the one before it, or a day.
 * Shades divide the range of feasible medians evenly; a range of no more than `tolerance` is one shade, the best.
 */
export function stripCells(points: readonly StripPoint[], x: (day: number) => number, better: 'less' | 'more', tolerance = 0): StripCell[] {
  const known = points.filter(p => p.feasible && Number.isFinite(p.median)).map(p => p.median);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const spread = high - low;
  return points.map((p, i) => {
    const step = i + 1 < points.length ? points[i + 1]!.start - p.start : i > 0 ? p.start - points[i - 1]!.start : 1;
    const left = x(p.start);
    const worse = spread > tolerance && spread > 0 ? (better === 'less' ? p.median - low : high - p.median) / spread : 0;
    return {
      start: p.start, x: left, width: x(p.start + step) - left,
      shade: !p.feasible || !Number.isFinite(p.median) ? -1 : Math.min(SHADES - 1, Math.floor(worse * SHADES)),
    };
  });
}

/** A square bracket under the days `from` … `to`, open towards the strip. */
export function bracketPath(from: number, to: number, top: number, depth: number): string {
  return `M${from} ${top}v${depth}H${to}v${-depth}`;
}

/** The tried start nearest to a day; the earlier of two as near. Undefined without points. */
export function nearestStart(points: readonly StripPoint[], day: number): StripPoint | undefined {
  let best: StripPoint | undefined;
  for (const p of points) if (best === undefined || Math.abs(p.start - day) < Math.abs(best.start - day)) best = p;
  return best;
}
