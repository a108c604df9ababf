/**
 * The record of a case, as `reference/*.csv` beside a scenario holds it. The simulation never reads it. Every finding names
 * file and line. Columns that are not named here are for readers (status, source, note) and left alone.
 */
import { formatIsoDate, parseIsoDate } from '../../kernel/calendar.ts';
import { didYouMean, type Diagnostic } from '../../scenario/diagnostics.ts';
import { textIn } from '../../scenario/localize.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { parseCsv, type CsvRow } from './csv.ts';

/** A span of days of the scenario, `to` excluded. */
export interface Period {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Calendar month its first day lies in, YYYY-MM. */
  readonly month: string;
}

/** Deaths by period; a period without a row had none. */
export interface DeathSeries {
  readonly step: 'week' | 'month';
  readonly periods: readonly Period[];
  /** Of the whole country, [period]. */
  readonly best: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** By region of the scenario, [region][period]. */
  readonly regions: readonly (readonly number[])[];
}

/** A number on a day: people displaced inside, refugees in all or in one neighbour, troops. */
export interface DatedNumber {
  readonly day: number;
  readonly date: string;
  readonly what: 'displaced' | 'refugees' | 'troops';
  /** Index of the neighbour; −1 for all. */
  readonly neighbour: number;
  readonly best: number;
  /** The record's own doubt; both equal `best` where it gives none. */
  readonly low: number;
  readonly high: number;
}

/** Deaths from D0 up to and with a day. */
export interface Anchor {
  readonly day: number;
  readonly date: string;
  readonly measure: AnchorMeasure;
  /** Whether the number counts what was recorded, to which the reporting factor applies, or estimates what was. */
  readonly counted: boolean;
  readonly best: number;
  readonly low: number;
  readonly high: number;
}

export interface Reference {
  readonly deaths?: DeathSeries;
  readonly displacement: readonly DatedNumber[];
  readonly strength: readonly DatedNumber[];
  readonly anchors: readonly Anchor[];
}

/** Files the back-test reads; the first of the two death tables that is there counts. */
export const REFERENCE_FILES = ['deaths-by-week.csv', 'deaths-by-month.csv', 'displacement.csv', 'strength.csv', 'anchors.csv'] as const;
export type ReferenceFile = (typeof REFERENCE_FILES)[number];

export const ANCHOR_MEASURES = ['violent deaths', 'civilian deaths', 'all deaths'] as const;
export type AnchorMeasure = (typeof ANCHOR_MEASURES)[number];

/** Words of the measure column of displacement.csv that are compared; others are for readers. */
const DISPLACED = ['idps', 'displaced'];
const REFUGEES = ['refugees'];
const TROOPS = ['troops'];
const EVERYWHERE = ['total', 'all', ''];
const DAYS_OF_WEEK = 7;
const REFERENCE_COLUMNS: Readonly<Record<ReferenceFile, readonly string[]>> = {
  'deaths-by-week.csv': ['week', 'region', 'best'], 'deaths-by-month.csv': ['month', 'region', 'best'],
  'displacement.csv': ['date', 'measure', 'place', 'people'], 'strength.csv': ['date', 'measure', 'people'], 'anchors.csv': ['date', 'measure', 'best', 'low', 'high', 'counted'],
};

/** Collects findings on one file. */
class Reader {
  readonly findings: Diagnostic[];
  readonly file: string;
  constructor(file: string, findings: Diagnostic[]) {
    this.file = file;
    this.findings = findings;
  }
  report(severity: Diagnostic['severity'], code: string, row: CsvRow | undefined, message: string, suggestion?: string): void {
    this.findings.push({ severity, code: `reference/${code}`, file: this.file, ...(row === undefined ? {} : { line: row.line }), path: '', message, ...(suggestion === undefined ? {} : { suggestion }) });
  }
  /** A number of a cell, at least 0; `fallback` for an empty one, NaN after a finding. */
  number(row: CsvRow, name: string, fallback = NaN): number {
    const text = row.cells[name] ?? '';
    if (text === '') {
      if (Number.isNaN(fallback)) this.report('error', 'empty', row, `"${name}" is empty.`, 'Give a number, or leave the row out.');
      return fallback;
    }
    const value = Number(text);
    if (Number.isFinite(value) && value >= 0) return value;
    this.report('error', 'number', row, `"${name}" is "${text}"; a number of at least 0 is wanted.`, 'Write digits alone: no spaces, no thousands separators.');
    return NaN;
  }
  /** Day number since 1970 of a date or of the last day of a month; undefined after a finding. */
  date(row: CsvRow, name: string): number | undefined {
    const text = row.cells[name] ?? '';
    const day = /^\d{4}-\d\d$/.test(text) ? endOfMonth(text) : parseIsoDate(text);
    if (day === undefined) this.report('error', 'date', row, `"${name}" is "${text}"; a date is wanted.`, 'Write 1999-09-20, or 1999-09 for the end of a month.');
    return day;
  }
}

function endOfMonth(text: string): number | undefined {
  const first = parseIsoDate(`${text}-01`);
  if (first === undefined) return undefined;
  let last = first;
  while (formatIsoDate(last + 1).startsWith(text)) last++;
  return last;
}

/** One estimate with its doubt; ends default to `best`. */
function estimateOf(reader: Reader, row: CsvRow): { best: number; low: number; high: number } {
  const best = reader.number(row, 'best');
  const low = reader.number(row, 'low', best);
  const high = reader.number(row, 'high', best);
  if (low > best || high < best) reader.report('error', 'order', row, `low ${low}, best ${best}, high ${high} are not in that order.`);
  return { best, low, high };
}

function deathsOf(reader: Reader, rows: readonly CsvRow[], step: 'week' | 'month', scenario: Scenario): DeathSeries | undefined {
  const start = parseIsoDate(scenario.start)!;
  const known = scenario.regions.map(region => region.id);
  const cells = new Map<string, { best: number; low: number; high: number }>();
  let last = -1;
  for (const row of rows) {
    const text = row.cells[step] ?? '';
    const first = step === 'month' ? parseIsoDate(`${text}-01`) : parseIsoDate(text);
    if (first === undefined) { reader.report('error', 'date', row, `"${step}" is "${text}"; ${step === 'week' ? 'the date of a Monday' : 'a month such as 2003-05'} is wanted.`); continue; }
    // 1970-01-05 was a Monday
    if (step === 'week' && (((first - 4) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK !== 0) reader.report('error', 'not-monday', row, `${text} is no Monday.`);
    const region = row.cells['region'] ?? '';
    if (region !== 'all' && region !== 'unknown' && !known.includes(region)) { reader.report('error', 'unknown-region', row, `"${region}" is no region of the scenario.`, didYouMean(region, known) ?? 'Write a region\'s id, "all" or "unknown".'); continue; }
    const key = `${text} ${region}`;
    if (cells.has(key)) reader.report('error', 'row-twice', row, `${text} has two rows for "${region}".`);
    cells.set(key, estimateOf(reader, row));
    last = Math.max(last, first);
  }
  if (last < 0) return undefined;
  const periods = periodsOf(step, start, Math.min(start + scenario.days - 1, step === 'week' ? last + DAYS_OF_WEEK - 1 : endOfMonth(formatIsoDate(last).slice(0, 7))!));
  const sum = (label: string, field: 'best' | 'low' | 'high'): number => {
    const all = cells.get(`${label} all`);
    return all?.[field] ?? [...known, 'unknown'].reduce((total, region) => total + (cells.get(`${label} ${region}`)?.[field] ?? 0), 0);
  };
  return {
    step, periods, best: periods.map(({ label }) => sum(label, 'best')), low: periods.map(({ label }) => sum(label, 'low')), high: periods.map(({ label }) => sum(label, 'high')),
    regions: known.map(region => periods.map(({ label }) => cells.get(`${label} ${region}`)?.best ?? 0)),
  };
}

/** Whole weeks or months from D0 to a last day, both since 1970. */
function periodsOf(step: 'week' | 'month', start: number, last: number): Period[] {
  const periods: Period[] = [];
  const push = (first: number, next: number): void => {
    if (first >= start && next - 1 <= last) periods.push({ label: step === 'week' ? formatIsoDate(first) : formatIsoDate(first).slice(0, 7), from: first - start, to: next - start, month: formatIsoDate(first).slice(0, 7) });
  };
  if (step === 'week') {
    const monday = start + ((((4 - start) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK);
    for (let first = monday; first <= last; first += DAYS_OF_WEEK) push(first, first + DAYS_OF_WEEK);
  } else {
    for (let first = parseIsoDate(`${formatIsoDate(start).slice(0, 7)}-01`)!; first <= last;) {
      const next = endOfMonth(formatIsoDate(first).slice(0, 7))! + 1;
      // a case may begin within a month: what is left of it counts when the record gives the month
      if (next - 1 <= last) periods.push({ label: formatIsoDate(first).slice(0, 7), from: Math.max(0, first - start), to: next - start, month: formatIsoDate(first).slice(0, 7) });
      first = next;
    }
  }
  return periods;
}

/** Rows of displacement.csv and strength.csv that are compared and lie within the scenario. */
function numbersOf(reader: Reader, rows: readonly CsvRow[], scenario: Scenario, kinds: readonly (readonly [DatedNumber['what'], readonly string[]])[]): DatedNumber[] {
  const start = parseIsoDate(scenario.start)!;
  return rows.flatMap((row): DatedNumber[] => {
    const measure = (row.cells['measure'] ?? '').toLowerCase();
    const kind = kinds.find(([, words]) => words.includes(measure));
    if (kind === undefined) return [];
    const place = row.cells['place'] ?? '';
    const everywhere = EVERYWHERE.includes(place.toLowerCase());
    const neighbour = everywhere ? -1 : scenario.neighbours.findIndex(({ id, name }) => id === place || textIn(name, 'en') === place);
    if (kind[0] === 'refugees' && !everywhere && neighbour < 0) {
      reader.report('error', 'unknown-neighbour', row, `"${place}" is no neighbour of the scenario.`, didYouMean(place, scenario.neighbours.map(({ id }) => id)) ?? 'Write a neighbour\'s id or English name, or "total".');
      return [];
    }
    if (kind[0] !== 'refugees' && !everywhere) return [];
    const date = reader.date(row, 'date');
    const best = reader.number(row, 'people');
    const low = reader.number(row, 'low', best);
    const high = reader.number(row, 'high', best);
    const day = date === undefined ? -1 : date - start;
    return day < 0 || day >= scenario.days || Number.isNaN(best) ? [] : [{ day, date: formatIsoDate(date!), what: kind[0], neighbour, best, low, high }];
  });
}

function anchorsOf(reader: Reader, rows: readonly CsvRow[], scenario: Scenario): Anchor[] {
  const start = parseIsoDate(scenario.start)!;
  return rows.flatMap((row): Anchor[] => {
    const measure = ANCHOR_MEASURES.find(known => known === row.cells['measure']);
    if (measure === undefined) { reader.report('error', 'unknown-measure', row, `"${row.cells['measure']}" is no measure of an anchor.`, `It is one of ${ANCHOR_MEASURES.join(', ')}.`); return []; }
    const counted = row.cells['counted'];
    if (counted !== 'recorded' && counted !== 'estimated') { reader.report('error', 'counted', row, `"counted" is "${counted}".`, 'Write "recorded" for a count of known deaths, "estimated" for an estimate of all.'); return []; }
    const date = reader.date(row, 'date');
    const low = reader.number(row, 'low', reader.number(row, 'best', 0));
    const high = reader.number(row, 'high', Math.max(low, reader.number(row, 'best', low)));
    const day = date === undefined ? -1 : date - start;
    if (low > high) reader.report('error', 'order', row, `low ${low} is over high ${high}.`);
    return day < 0 || day >= scenario.days ? [] : [{ day, date: formatIsoDate(date!), measure, counted: counted === 'recorded', low, high, best: reader.number(row, 'best', (low + high) / 2) }];
  });
}

/**
 * Reads the record of a case.
 * @param files texts by file name; those that are missing are left out
 * @param folder path the findings name
 */
export function parseReference(files: Readonly<Partial<Record<ReferenceFile, string>>>, scenario: Scenario, folder: string): { readonly value: Reference; readonly diagnostics: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const open = (name: ReferenceFile): { reader: Reader; rows: readonly CsvRow[] } | undefined => {
    const text = files[name];
    if (text === undefined) return undefined;
    const reader = new Reader(`${folder}/${name}`, findings);
    const { columns, rows } = parseCsv(text);
    const missing = REFERENCE_COLUMNS[name].filter(column => !columns.includes(column));
    if (missing.length > 0) { reader.report('error', 'no-column', undefined, `The table has no column ${missing.map(column => `"${column}"`).join(', ')}.`, `Its header begins ${REFERENCE_COLUMNS[name].join(',')}.`); return undefined; }
    return { reader, rows };
  };
  const week = open('deaths-by-week.csv');
  const month = open('deaths-by-month.csv');
  const displacement = open('displacement.csv');
  const strength = open('strength.csv');
  const anchors = open('anchors.csv');
  const weekly = week === undefined ? undefined : deathsOf(week.reader, week.rows, 'week', scenario);
  const monthly = month === undefined ? undefined : deathsOf(month.reader, month.rows, 'month', scenario);
  const deaths = weekly ?? monthly;
  return {
    value: {
      ...(deaths === undefined ? {} : { deaths }),
      displacement: displacement === undefined ? [] : numbersOf(displacement.reader, displacement.rows, scenario, [['displaced', DISPLACED], ['refugees', REFUGEES]]),
      strength: strength === undefined ? [] : numbersOf(strength.reader, strength.rows, scenario, [['troops', TROOPS]]),
      anchors: anchors === undefined ? [] : anchorsOf(anchors.reader, anchors.rows, scenario),
    },
    diagnostics: findings,
  };
}
