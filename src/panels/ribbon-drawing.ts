/** What a ribbon draws: its domain and its lines as path data, in days across and thousandths of its height down. */
import { bandLine, fanExtent, fanPaths, sampledPaths, type Fan } from '../charts/fan.ts';
import { extent, linePath } from '../charts/line.ts';
import { linearScale, niceDomain, within, type Scale } from '../charts/scale.ts';
import type { PlanResult, SeriesName } from '../study/results.ts';
import { isShare } from './ribbon-reading.ts';

/** Units of the vertical axis of a ribbon's drawing: it is stretched to its height. */
export const TALL = 1000;
/** Room above and below the domain, so that lines on its edge are whole. */
export const ROOM = 60;
/** Scenarios of more days than that have less than two pixels a day on most screens: every other day is enough for faint lines. */
const LONG = 360;
/** Pixels between two points of a draft: it moves too fast for more to be seen. */
const DRAFT_POINT = 3;
/** Sampled futures outside the 90 % band stretch the axis by at most this much of its height; beyond it they are cut. */
const STRAY = 0.25;

export type Domain = readonly [number, number];

/** Domain of a ribbon: the 90 % band, sampled futures near it, and the median of the other plan, which is all that is drawn of it. */
export function seriesDomain(series: SeriesName, result: PlanResult, other: PlanResult | undefined): Domain {
  const [low, high] = fanExtent(result.bands[series]);
  const [otherLow, otherHigh] = other === undefined ? [low, high] : extent(bandLine(other.bands[series], 2));
  const samples = result.paths.series[series];
  const [sampleLow, sampleHigh] = extent({ values: samples, count: samples.length });
  const stray = (high - low) * STRAY;
  return niceDomain(Math.min(low, otherLow, Math.max(sampleLow, low - stray)), Math.max(high, otherHigh, Math.min(sampleHigh, high + stray)), 3, !isShare(series));
}

/** A domain that holds both. */
export const joined = (a: Domain, b: Domain): Domain => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

/** Heights of values in whole units: finer than a pixel, and short numbers are what makes a draft quick to draw. */
export function ribbonScale([from, to]: Domain): Scale {
  const scale = linearScale([from, to], [TALL - ROOM, ROOM]);
  return Object.assign((value: number) => Math.round(scale(value)), { invert: scale.invert, domain: scale.domain, range: scale.range });
}

const X = linearScale([0, 1], [0, 1]);

/** Lines of the plan itself. A draft has fewer points. */
export function ribbonFan(series: SeriesName, result: PlanResult, domain: Domain, isDraft: boolean, pixelsPerDay: number): Fan {
  return fanPaths(result.bands[series], X, ribbonScale(domain), isDraft ? Math.max(1, Math.round(DRAFT_POINT / pixelsPerDay)) : 1);
}

/** Single futures, faint. */
export function ribbonSamples(series: SeriesName, result: PlanResult, domain: Domain): string {
  const step = result.days > LONG ? 2 : 1;
  return sampledPaths(result.paths.series[series], result.days, linearScale([0, 1], [0, step]), ribbonScale(domain), step);
}

/** Median of the plan it is compared with. */
export function ribbonBase(series: SeriesName, other: PlanResult | undefined, domain: Domain): string {
  return other === undefined ? '' : linePath(bandLine(other.bands[series], 2), X, ribbonScale(domain));
}

/** Tops of the two labels at the line ends, px, at least a line apart. */
export function endLabels(own: number, other: number, height: number): readonly [number, number] {
  const line = 14;
  const a = within(own * height, line / 2, height - line / 2);
  if (!Number.isFinite(other)) return [a, a];
  let b = within(other * height, line / 2, height - line / 2);
  if (Math.abs(a - b) >= line) return [a, b];
  b = other < own ? a - line : a + line;
  if (b < line / 2) return [line * 1.5, line / 2];
  return b > height - line / 2 ? [height - line * 1.5, height - line / 2] : [a, b];
}
