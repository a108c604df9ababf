/** What a scene is made from: the base, one day of one future, what is switched on, how it looks, how near one is. */
import type { Plan } from '../plan/schema.ts';
import type { Language } from '../scenario/localize.ts';
import type { MapLayer, MapMark } from '../session/types.ts';
import type { FutureTrace } from '../study/results.ts';
import type { MapBase } from './base.ts';
import type { Level } from './camera.ts';
import type { Palette } from './colours.ts';
import type { Occupancy } from './occupancy.ts';

/** Width of a text in pixels. */
export type Measure = (text: string, size: number, weight: number, spacing?: number) => number;

export interface SceneInput {
  readonly base: MapBase;
  readonly trace: FutureTrace | null;
  /** Plan of the trace, for where units on their way are going. */
  readonly plan: Plan | undefined;
  readonly day: number;
  readonly layer: MapLayer;
  readonly marks: Readonly<Record<MapMark, boolean>>;
  readonly selected: number;
  readonly palette: Palette;
  readonly language: Language;
  readonly level: Level;
  /** Pixels a kilometre. */
  readonly scale: number;
  readonly measure: Measure;
  /** Whether fingers point: targets are larger. */
  readonly coarse?: boolean;
}

/** What layers share while a scene is built. */
export interface Placing extends SceneInput {
  readonly occupancy: Occupancy;
}

const formats = new Map<Language, Intl.NumberFormat>();

/** Number of two significant digits with separators in the reader's language. */
export function figure(value: number, language: Language): string {
  let format = formats.get(language);
  if (format === undefined) formats.set(language, (format = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 })));
  return format.format(value);
}
