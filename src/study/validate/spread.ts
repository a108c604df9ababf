/** Violence in space: how many regions it touches, where its centre lies, how events cluster by distance and lag. */
import type { Tables } from '../../engine/tables.ts';
import { byMonth, total, type Rows } from './experiment.ts';
import { correlation } from './readings.ts';

const HALF_YEAR_MONTHS = 6;
const LEAST_EVENTS = 20;

/** Correlation of a month's incidents with the number of regions they touch; drift of the centre over half a year and spread around it, km. */
export function spreadRows(events: readonly Float64Array[], t: Tables): Rows {
  const months = events.map(byMonth);
  const count = months[0]!.length;
  const intensity = Array.from({ length: count }, (_, m) => months.reduce((sum, row) => sum + row[m]!, 0));
  const touched = Array.from({ length: count }, (_, m) => months.filter(row => row[m]! > 0).length);
  const steps: number[] = [];
  const spreads: number[] = [];
  let before: { x: number; y: number } | undefined;
  for (let from = 0; from + HALF_YEAR_MONTHS <= count; from += HALF_YEAR_MONTHS) {
    const weights = months.map(row => total(row.subarray(from, from + HALF_YEAR_MONTHS)));
    const sum = total(weights);
    if (sum < LEAST_EVENTS) { before = undefined; continue; }
    const mean = (place: Float64Array): number => weights.reduce((all, weight, r) => all + weight * place[r]!, 0) / sum;
    const centre = { x: mean(t.x), y: mean(t.y) };
    spreads.push(Math.sqrt(weights.reduce((all, weight, r) => all + weight * ((t.x[r]! - centre.x) * (t.x[r]! - centre.x) + (t.y[r]! - centre.y) * (t.y[r]! - centre.y)), 0) / sum));
    if (before !== undefined) steps.push(Math.sqrt((centre.x - before.x) * (centre.x - before.x) + (centre.y - before.y) * (centre.y - before.y)));
    before = centre;
  }
  const growth = correlation(intensity, touched);
  return { growth: Float64Array.from(Number.isFinite(growth) ? [growth] : []), drift: Float64Array.of(total(steps), steps.length, total(spreads), spreads.length) };
}

/** Ends of the classes of lag, weeks: up to 1, 2 to 4, 5 to 12, 13 to 26. */
const LAGS = [[0, 1], [2, 4], [5, 12], [13, 26]] as const;
const NEAR_KM = 160;
export const PROXIMITY_CLASSES = LAGS.length;

/**
 * Pairs of incidents by distance (own region, near, far) and lag, and the pairs expected if each region's incidents fell
 * on any week alike: a Knox table whose ratio is 1 without clustering. Order: [distance · 4 + lag].
 */
export function proximityRows(events: readonly Float64Array[], t: Tables): Rows {
  const weeks = events.map(days => Float64Array.from({ length: Math.floor(days.length / 7) }, (_, w) => total(days.subarray(7 * w, 7 * w + 7))));
  const sums = weeks.map(total);
  const W = weeks[0]!.length;
  const pairs = new Float64Array(3 * PROXIMITY_CLASSES);
  const expected = new Float64Array(3 * PROXIMITY_CLASSES);
  for (let a = 0; a < t.R; a++) for (let b = 0; b < t.R; b++) {
    if (sums[a]! === 0 || sums[b]! === 0) continue;
    const km = Math.sqrt((t.x[a]! - t.x[b]!) * (t.x[a]! - t.x[b]!) + (t.y[a]! - t.y[b]!) * (t.y[a]! - t.y[b]!));
    const distance = a === b ? 0 : km < NEAR_KM ? 1 : 2;
    LAGS.forEach(([from, to], k) => {
      const at = distance * PROXIMITY_CLASSES + k;
      for (let lag = from; lag <= to; lag++) {
        let found = 0;
        for (let w = 0; w + lag < W; w++) found += weeks[a]![w]! * weeks[b]![w + lag]!;
        // an incident makes no pair with itself
        if (a === b && lag === 0) found -= sums[a]!;
        pairs[at]! += found;
        expected[at]! += sums[a]! * sums[b]! * (W - lag) / (W * W);
      }
    });
  }
  return { pairs, expectedPairs: expected };
}
