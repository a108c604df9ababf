/** Sentences and dates that several parts of the time line share. */
import { planColour } from '../charts/tokens.ts';
import { dayNumber, parseIsoDate } from '../kernel/calendar.ts';
import type { Language } from '../scenario/localize.ts';
import { dateText, dayText } from './format.ts';
import type { TextKey, TextValues } from './text.ts';

export type Words = (key: TextKey, values?: TextValues) => string;

const MS_PER_DAY = 86400000;
const longFormats = new Map<Language, Intl.DateTimeFormat>();

/** "14 March", "14 mars": for sentences that are read aloud. */
export function longDate(start: string, day: number, language: Language): string {
  let format = longFormats.get(language);
  if (format === undefined) longFormats.set(language, (format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { day: 'numeric', month: 'long', timeZone: 'UTC' })));
  return format.format(((parseIsoDate(start) ?? dayNumber(1970, 1, 1)) + Math.round(day)) * MS_PER_DAY);
}

/** "30 days earlier"; empty for no difference. */
export function differenceText(days: number, t: Words): string {
  return days === 0 ? '' : t(days < 0 ? 'timeline.bar.earlier' : 'timeline.bar.later', { days: Math.abs(days) });
}

/** "D+60 · 14 Mar · 30 days earlier". */
export function moveText(start: string, day: number, difference: number, language: Language, t: Words): string {
  const parts = [dayText(day, language), dateText(start, day, language), differenceText(difference, t)];
  return parts.filter(part => part !== '').join(' · ');
}

/** CSS colour of a plan's letter. */
export function planVariable(letter: string | undefined): string {
  return `var(--plan-${planColour(letter ?? '').toLowerCase()})`;
}

/** Sentence without its full stop, for use inside another; the first letter small. */
export function clause(sentence: string): string {
  const bare = sentence.replace(/\.\s*$/, '');
  return bare.charAt(0).toLocaleLowerCase() + bare.slice(1);
}
