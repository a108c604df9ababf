/** Facts of every region on one day, as the table and the tooltip tell them: the map in numbers. */
import type { Language } from '../scenario/localize.ts';
import { layerConfidence, layerValue, type Confidence } from '../session/region-values.ts';
import type { MapLayer } from '../session/types.ts';
import type { FutureTrace } from '../study/results.ts';
import { countText, decimalText, outcomeText, shareText } from './format.ts';
import type { TextKey, TextValues } from './text.ts';

/** Days over which incidents and deaths are counted. */
export const RECENT_DAYS = 14;

export interface RegionFacts {
  readonly region: number;
  /** 1–5. */
  readonly tension: number;
  readonly confidence: Confidence;
  readonly displaced: number;
  readonly needReached: number;
  readonly coverage: number;
  readonly incidents: number;
  readonly killed: number;
  /** Troops, police and monitors. */
  readonly presence: number;
  readonly supply: number;
  /** −1 when there was none. */
  readonly report: number;
}

export function regionFacts(trace: FutureTrace, day: number, region: number): RegionFacts {
  const { regions } = trace;
  const n = regions.tension.length / trace.days;
  const at = day * n + region;
  let incidents = 0, killed = 0;
  for (let k = day; k > Math.max(-1, day - RECENT_DAYS); k--) {
    incidents += regions.battles[k * n + region]! + regions.attacks[k * n + region]!;
    killed += regions.killed[k * n + region]!;
  }
  return {
    region, tension: layerValue(trace, 'tension', day, region), confidence: layerConfidence(trace, 'tension', day, region), displaced: regions.displaced[at]!, needReached: regions.needReached[at]!, coverage: regions.coverage[at]!,
    incidents, killed, presence: regions.troops[at]! + regions.police[at]! + regions.monitors[at]!, supply: regions.supplyDays[at]!, report: regions.lastReportDay[at]!,
  };
}

/** A layer's value in words: "3.4 of 5", "9,800 people", "51 %"; not known where no report came. */
export function valueText(t: (key: TextKey, values?: TextValues) => string, layer: MapLayer, value: number, confidence: Confidence, language: Language): string {
  if (confidence === 'none') return t('map.value.unknown');
  if (layer === 'tension') return t('map.value.tension', { value: decimalText(value, language) });
  return layer === 'displaced' ? t('map.value.people', { value: value < 100 ? countText(value, language) : outcomeText(value, language) }) : shareText(value, language);
}
