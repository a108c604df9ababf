/** Bars of a time line: outlines, phases, arrows between bars, and the tracks that keep bars from covering each other. */
import { point } from './line.ts';

/** One stretch of a bar. */
export interface Stretch {
  readonly phase: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts the days `from` … `to` at marks in order: stretch i ends at mark i, the last one at `to`. Marks may come out of
 * order or be missing (negative or not a number): a missing mark ends its stretch where the next known one lies.
 * Stretches of no length are left out.
 * @param phases names, one more than marks
 */
export function stretches(from: number, to: number, phases: readonly string[], marks: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  for (let i = 0; i < phases.length; i++) {
    const mark = i < marks.length ? marks[i]! : to;
    if (!(mark >= 0)) {
      // Not reached by most futures: this stretch lasts to the end unless a later mark is known.
      if (marks.slice(i + 1).some(later => later >= 0)) continue;
      if (to > start) found.push({ phase: phases[i]!, from: start, to });
      return found;
    }
    const end = Math.min(to, Math.max(start, mark));
    if (end > start) found.push({ phase: phases[i]!, from: start, to: end });
    start = end;
  }
  return found;
}

/** Outline of a bar that ends in an arrow head of `head` px: it goes on past the end of the axis. */
export function arrowBarPath(x: number, y: number, width: number, height: number, head: number): string {
  const neck = x + Math.max(0, width - head);
  return `M${point(x, y)}H${neck}L${point(x + width, y + height / 2)}L${point(neck, y + height)}H${x}Z`;
}

/** A diamond around a point. */
export function diamondPath(x: number, y: number, radius: number): string {
  return `M${point(x, y - radius)}L${point(x + radius, y)}L${point(x, y + radius)}L${point(x - radius, y)}Z`;
}

/**
 * A thin elbow from one point to the left edge of a bar, with an arrow head: down (or up) first, then right. Where the
 * goal lies too far left it turns just before the goal's row and comes in from its left.
 */
export function elbowPath(from: readonly [number, number], to: readonly [number, number]): string {
  const [x1, y1] = from;
  const [x2, y2] = to;
  const head = `M${point(x2 - 5, y2 - 3)}L${point(x2, y2)}L${point(x2 - 5, y2 + 3)}`;
  if (x2 - x1 >= 8) return `M${point(x1, y1)}V${Math.round(y2 * 10) / 10}H${Math.round(x2 * 10) / 10}${head}`;
  const turn = y2 + (y2 > y1 ? -12 : 12);
  return `M${point(x1, y1)}V${Math.round(turn * 10) / 10}H${Math.round((x2 - 12) * 10) / 10}V${Math.round(y2 * 10) / 10}H${Math.round(x2 * 10) / 10}${head}`;
}

/**
 * Tracks for intervals that must not overlap: in list order, each takes the first track in which it covers nothing, so
 * that moving one leaves the tracks of those before it alone. Returns the track of each interval.
 * @param gap room kept between two in one track, same unit as the intervals
 */
export function packTracks(intervals: readonly { readonly from: number; readonly to: number }[], gap = 0): number[] {
  const tracks: { readonly from: number; readonly to: number }[][] = [];
  return intervals.map(interval => {
    let track = tracks.findIndex(taken => taken.every(other => interval.from >= other.to + gap || interval.to + gap <= other.from));
    if (track < 0) track = tracks.push([]) - 1;
    tracks[track]!.push(interval);
    return track;
  });
}
