/** What fills a region on the map and stands in its table: values of the chosen future, their classes, how sure they are. */
import type { ScenarioModel } from '../scenario/model.ts';
import type { FutureTrace } from '../study/results.ts';
import type { MapLayer } from './types.ts';

/** How far a value may be trusted; the fewer the classes, the less is known. */
export type Confidence = 'high' | 'medium' | 'low' | 'none';

/** Confidence of the estimate from which a value counts as well known, or as roughly known. */
const HIGH = 0.6;
const MEDIUM = 0.3;
/** Days without a report after which nothing is known. */
export const SILENT_DAYS = 30;

/** Classes of a quantity: four limits between five classes. `reversed`: class 5 is the lowest value, because less is worse. */
export interface LayerClasses {
  readonly limits: readonly [number, number, number, number];
  readonly reversed: boolean;
  readonly unit: 'index' | 'people' | 'share';
}

/** The nearest of 1, 2, 5, 10, 20, 50 … */
function roundFigure(value: number): number {
  let step = 1;
  while (value >= step * 10) step *= 10;
  for (const factor of [1.5, 3.5, 7.5]) if (value < factor * step) return factor === 1.5 ? step : factor === 3.5 ? 2 * step : 5 * step;
  return 10 * step;
}

/**
 * Classes of a layer. They depend on the scenario alone, never on a plan or a day, so that colours can be compared.
 * Limits for displaced people are 0.5, 2, 6 and 15 % of the median region's residents, rounded to 1, 2 or 5. MODEL
 */
export function layerClasses(model: ScenarioModel, layer: MapLayer): LayerClasses {
  if (layer === 'tension') return { limits: [1.8, 2.6, 3.4, 4.2], reversed: false, unit: 'index' };
  if (layer === 'needReached') return { limits: [0.2, 0.4, 0.6, 0.8], reversed: true, unit: 'share' };
  if (layer === 'coverage') return { limits: [0.2, 0.4, 0.6, 0.8], reversed: false, unit: 'share' };
  const people = model.scenario.regions.map(region => region.population).sort((a, b) => a - b);
  const median = people[people.length >> 1]!;
  const [a, b, c, d] = [0.005, 0.02, 0.06, 0.15].map(share => Math.max(1, roundFigure(median * share))) as [number, number, number, number];
  return { limits: [a, Math.max(b, a + 1), Math.max(c, b + 2), Math.max(d, c + 3)], reversed: false, unit: 'people' };
}

/** Class of a value, 0 (least worry) – 4. */
export function classOf(value: number, { limits, reversed }: LayerClasses): number {
  let k = 0;
  while (k < 4 && value >= limits[k]!) k++;
  return reversed ? 4 - k : k;
}

/** Class among three, for values that are roughly known: classes 1–2, 3, 4–5 of the five. */
export const coarseClass = (five: number): number => (five < 2 ? 0 : five === 2 ? 1 : 2);

/** Value of a region on a day as it is shown: tension on its scale of 1–5, people, or a share. */
export function layerValue(trace: FutureTrace, layer: MapLayer, day: number, region: number): number {
  const at = day * (trace.regions.tension.length / trace.days) + region;
  const value = trace.regions[layer][at] ?? 0;
  return layer === 'tension' ? 1 + 4 * value : value;
}

/** How far the value of a layer may be trusted. A mission knows its own coverage. */
export function layerConfidence(trace: FutureTrace, layer: MapLayer, day: number, region: number): Confidence {
  if (layer === 'coverage') return 'high';
  const at = day * (trace.regions.tension.length / trace.days) + region;
  const known = trace.regions.confidence[at] ?? 0;
  if (known >= HIGH) return 'high';
  if (known >= MEDIUM) return 'medium';
  const last = trace.regions.lastReportDay[at] ?? -1;
  return last < 0 || day - last > SILENT_DAYS ? 'none' : 'low';
}
