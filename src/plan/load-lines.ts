/** One line of a planner's sum: inputs × factors = result, with its source. What is shown is what is computed. */
import type { ParameterGrade } from '../scenario/parameter.ts';
import type { Words } from './action.ts';

export const LOAD_PARTS = ['sustainment', 'people', 'air', 'sea', 'road', 'resupply', 'time'] as const;
export type LoadPart = (typeof LOAD_PARTS)[number];

export interface Term {
  /** How the term enters; the first term of a line has none. */
  readonly sign: '' | '×' | '÷' | '+' | '−';
  readonly value: number;
  readonly unit: Words;
}

export interface LoadLine {
  /** Stable key, such as "rations" or "sorties-il-76". */
  readonly key: string;
  readonly part: LoadPart;
  readonly what: Words;
  readonly terms: readonly Term[];
  readonly result: number;
  readonly unit: Words;
  /** Whole things: sorties, sailings, lorries. The sum is rounded up. */
  readonly isWhole: boolean;
  readonly source: string;
  readonly confidence: ParameterGrade;
}

export const words = (en: string, fr: string): Words => ({ en, fr });

export const term = (sign: Term['sign'], value: number, unit: Words): Term => ({ sign, value, unit });

/** The value of terms taken from left to right. */
export function valueOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { sign, value }) => (sign === '×' ? sum * value : sign === '÷' ? sum / value : sign === '−' ? sum - value : sum + value), 0);
}

interface LineOf {
  readonly key: string;
  readonly part: LoadPart;
  readonly what: Words;
  readonly terms: readonly Term[];
  readonly unit: Words;
  readonly source: string;
  readonly confidence: ParameterGrade;
  readonly isWhole?: boolean;
}

/** A line with its result; whole things are rounded up, after a speck is taken off for rounding. */
export function loadLine({ isWhole = false, ...line }: LineOf): LoadLine {
  const value = valueOf(line.terms);
  return { ...line, isWhole, result: isWhole ? Math.ceil(value - 1e-9) : value };
}

/** A figure with as many digits as it carries: 1.87, 71.4, 280, 8,500. */
export function figure(value: number, language: keyof Words): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const shown = size >= 100 ? String(Math.round(value)) : size >= 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value * 100) / 100);
  const [whole = '', part] = shown.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'en' ? ',' : '\u202f');
  return part === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${part}`;
}

/** "850 people × 2.2 kg a head and day ÷ 1,000 kg a tonne = 1.87 t a day". */
export function sumText({ terms, result, unit }: Pick<LoadLine, 'terms' | 'result' | 'unit'>, language: keyof Words): string {
  const shown = (value: number, of: Words) => `${figure(value, language)}${of[language] === '' ? '' : ` ${of[language]}`}`;
  return `${terms.map(({ sign, value, unit: of }) => `${sign === '' ? '' : `${sign} `}${shown(value, of)}`).join(' ')} = ${shown(result, unit)}`;
}
