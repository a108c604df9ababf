/** Numbers, days and dates as readers of each language write them. Outcomes have two significant digits. */
import { civil, parseIsoDate } from '../kernel/calendar.ts';
import type { Language } from '../scenario/localize.ts';

const formats = new Map<string, Intl.NumberFormat>();
function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) formats.set(key, (format = new Intl.NumberFormat(language, options)));
  return format;
}

/** Two significant digits, as every outcome is shown: 41,000 · 0.58 · 1.2. */
export const outcomeText = (value: number, language: Language): string => numberFormat(language, { maximumSignificantDigits: 2 }).format(value === 0 ? 0 : value);
/** Whole number with separators. */
export const countText = (value: number, language: Language): string => numberFormat(language, { maximumFractionDigits: 0 }).format(value);
/** A number with at most `digits` decimals. */
export const decimalText = (value: number, language: Language, digits = 1): string => numberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
/** Short form for axes: 15k, 1.2M; French "15 k". */
export const axisText = (value: number, language: Language): string => numberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 }).format(value).replace('K', 'k');
/** 0.51 → "51 %" in both languages' house form (a no-break space before the sign). */
export const shareText = (value: number, language: Language): string => `${numberFormat(language, { maximumFractionDigits: 0 }).format(value * 100)} %`;
/** Money in short form: "$360 m", "360 M$". */
export function moneyText(usd: number, language: Language): string {
  const [value, unit] = usd >= 1e9 ? [usd / 1e9, language === 'fr' ? 'Md' : 'bn'] : usd >= 1e6 ? [usd / 1e6, language === 'fr' ? 'M' : 'm'] : usd >= 1e3 ? [usd / 1e3, language === 'fr' ? 'k' : 'k'] : [usd, ''];
  const number = numberFormat(language, { maximumSignificantDigits: value >= 100 ? 3 : 2 }).format(value);
  return language === 'fr' ? `${number}\u00a0${unit}$` : `$${number}${unit === '' ? '' : `\u00a0${unit}`}`;
}

/** "D+60", in French "J+60"; D0 and J0 on the first day. */
export function dayText(day: number, language: Language): string {
  const letter = language === 'fr' ? 'J' : 'D';
  return day === 0 ? `${letter}0` : `${letter}${day < 0 ? '\u2212' : '+'}${Math.abs(Math.round(day))}`;
}

const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
} as const;

/** "14 Mar" of a day of the scenario, with the year when asked. `start` is the scenario's ISO date. */
export function dateText(start: string, day: number, language: Language, withYear = false): string {
  const date = civil((parseIsoDate(start) ?? 0) + Math.round(day));
  const dayOfMonth = language === 'fr' && date.day === 1 ? '1er' : String(date.day);
  return `${dayOfMonth} ${MONTHS[language][date.month - 1]}${withYear ? ` ${date.year}` : ''}`;
}

/** "D+60 · 14 Mar". */
export const dayDateText = (start: string, day: number, language: Language): string => `${dayText(day, language)} · ${dateText(start, day, language)}`;

/**
 * Reads a day as people type it: "60", "D+60", "J+60", "J60", or an ISO date. Undefined when it is none of these.
 * @param start ISO date of day 0
 */
export function readDay(text: string, start: string): number | undefined {
  const trimmed = text.trim();
  const date = parseIsoDate(trimmed);
  if (date !== undefined) return date - (parseIsoDate(start) ?? 0);
  const match = /^(?:[dj]\s*\+?\s*)?(\d{1,5})$/i.exec(trimmed);
  return match === null ? undefined : Number(match[1]);
}

/** Day number of a start or end that is a day or a date; undefined for rules that wait. */
export function fixedDay(value: unknown, start: string): number | undefined {
  return typeof value === 'number' ? value : typeof value === 'string' ? readDay(value, start) : undefined;
}
