/** Values of the ribbons' series in words, by the unit of the series. */
import type { Language } from '../scenario/localize.ts';
import type { SeriesName } from '../study/results.ts';
import { axisText, decimalText, moneyText, outcomeText, shareText } from './format.ts';
import { isShare } from './ribbon-reading.ts';

/** A value of a series in words. */
export function seriesText(series: SeriesName, value: number, language: Language): string {
  if (!Number.isFinite(value)) return '–';
  if (series === 'cost') return moneyText(value, language);
  if (series === 'needReached') return shareText(value, language);
  return isShare(series) ? decimalText(value, language, 2) : outcomeText(value, language);
}

/** "54–78 %", "2,000–5,100": the sign of a share once. */
export function rangeText(series: SeriesName, low: number, high: number, language: Language): string {
  const [a, b] = [seriesText(series, low, language), seriesText(series, high, language)];
  return `${series === 'needReached' ? a.replace(/\s*%$/, '') : a}–${b}`;
}

/** A value at a tick of the axis: short. */
export const tickText = (series: SeriesName, value: number, language: Language): string => (series === 'cost' ? moneyText(value, language) : series === 'needReached' ? shareText(value, language) : isShare(series) ? decimalText(value, language, 1) : axisText(value, language));
