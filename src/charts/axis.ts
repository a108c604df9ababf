/** The day axis: which days get a tick, a grid line, a label. */
import { niceStep } from './scale.ts';

export interface DayTick {
  readonly day: number;
  /** `major` has a label and a strong line, `middle` a faint line, `minor` only a tick on the ruler. */
  readonly rank: 'major' | 'middle' | 'minor';
}

/** Steps of major ticks that people count in, and what stands between them, days. */
const STEPS: readonly (readonly [major: number, middle: number, minor: number])[] = [
  [1, 1, 1], [7, 7, 1], [15, 5, 1], [30, 15, 5], [60, 30, 10], [90, 30, 30], [180, 90, 30], [360, 180, 90],
];

/** Major, middle and minor step at which labels of `labelWidth` px do not touch, days. */
export function daySteps(pixelsPerDay: number, labelWidth = 92): readonly [number, number, number] {
  const fitting = STEPS.find(([major]) => major * pixelsPerDay >= labelWidth);
  if (fitting !== undefined) return fitting;
  const major = niceStep(labelWidth / pixelsPerDay / 360) * 360;
  return [major, major / 2, major / 4];
}

/** Ticks on the days `from` … `to` inclusive, in order. D0 is always a major one. */
export function dayTicks(from: number, to: number, pixelsPerDay: number, labelWidth = 92): DayTick[] {
  const [major, middle, minor] = daySteps(pixelsPerDay, labelWidth);
  const ticks: DayTick[] = [];
  for (let day = Math.ceil(from / minor) * minor; day <= to; day += minor)
    ticks.push({ day: day === 0 ? 0 : day, rank: day % major === 0 ? 'major' : day % middle === 0 ? 'middle' : 'minor' });
  return ticks;
}

/** Ticks as path data: strokes of `heights` px upwards from `baseline`. */
export function tickPath(ticks: readonly DayTick[], pixelsPerDay: number, baseline: number, heights: Readonly<Record<DayTick['rank'], number>>): string {
  let path = '';
  for (const tick of ticks) path += `M${Math.round(tick.day * pixelsPerDay * 10) / 10} ${baseline - heights[tick.rank]}V${baseline}`;
  return path;
}

/** Lines through the whole height on the days of one rank, as path data. */
export function gridPath(ticks: readonly DayTick[], rank: DayTick['rank'], pixelsPerDay: number, top: number, bottom: number): string {
  let path = '';
  for (const tick of ticks) if (tick.rank === rank) path += `M${Math.round(tick.day * pixelsPerDay * 10) / 10} ${top}V${bottom}`;
  return path;
}
