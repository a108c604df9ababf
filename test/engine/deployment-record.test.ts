/**
 * Deployments of the record against their simulated twins (make/record-twins.ts says by which rules). Each row: what was
 * observed, and where it lies among 120 futures. Left out: figures marked as conflicting (police of the South Sudan
 * reinforcement), plain inputs of the model (sea legs), and what it does not know (advance parties, the day a mission ends).
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { parametersFor } from '../../src/scenario/parameters.ts';
import { convoyDays, dayOfFirst, dayOfStrength, daysFromLoading, type Force, isRehatted, isTroops, type Reader, strengthOn, type Twin, twinValues } from '../make/record-twins.ts';

const RUNS = 120;
/** Rows that lie outside the 98 % band: what slowed these missions is not in the model (offers refused by the host, helicopters and money that did not come). */
const MISSES = ['Darfur 2008: day 437, people', 'Darfur 2008: day 519, troops', 'Chad 2008: launch, day'];
const BATTALION = 850;

const force = (unit: string, number: number, readiness: Force['readiness']): Force => ({ unit, number, readiness });
const battalions = (number: number, readiness: Force['readiness']): Force => force('infantry-battalion', number, readiness);

const ITURI: Twin = { forces: [battalions(2, 'bridging'), force('special-forces-company', 1, 'bridging')], ceiling: 1800, roadKm: 10, surface: 'laterite', days: 120 };
const LEBANON: Twin = { forces: [battalions(10, 'rapid'), battalions(5, 'standard')], ceiling: 15000, sailing: 21, roadKm: 100, surface: 'paved', days: 120 };
const DARFUR: Twin = { forces: [battalions(8, 'rehat'), battalions(15, 'standard'), force('formed-police-unit', 19, 'standard')], ceiling: 26000, roadKm: 1900, surface: 'laterite', obstructed: true, days: 525 };
const CHAD: Twin = { forces: [battalions(4, 'rapid'), force('special-forces-company', 3, 'rapid')], ceiling: 3700, roadKm: 2500, surface: 'laterite', days: 400 };
const MALI: Twin = { forces: [battalions(7, 'rehat'), battalions(6, 'standard')], ceiling: 11200, roadKm: 1200, surface: 'paved', days: 200 };
// 5,845 troops were there: the rest of 12,500
const JUBA: Twin = { forces: [battalions(3, 'transfer'), battalions(5, 'standard')], ceiling: 12500, roadKm: 1750, surface: 'paved', days: 480 };
const ABYEI: Twin = { forces: [force('engineer-company', 1, 'standard')], ceiling: 1000, roadKm: 1000, surface: 'laterite', days: 500 };
const AVERAGE: Twin = { forces: [battalions(12, 'standard')], ceiling: 12 * BATTALION, roadKm: 140, surface: 'paved', days: 730 };

interface Row { readonly what: string; readonly observed: number; readonly read: () => Reader }
interface Case { readonly twin: Twin; readonly rows: readonly Row[] }

const IN_JUBA = 5845;
const CASES: readonly Case[] = [
  { twin: ITURI, rows: [{ what: 'Ituri 2003: launch, day', observed: 13, read: dayOfFirst }, { what: 'Ituri 2003: 1,800 there, day', observed: 34, read: dayOfStrength(1800) }] },
  { twin: LEBANON, rows: [{ what: 'Lebanon 2006: added by mid-November, people', observed: 8500, read: strengthOn(97) }] },
  { twin: DARFUR, rows: [
    { what: 'Darfur 2007: at transfer, day 153, people', observed: 9000, read: strengthOn(153) }, { what: 'Darfur 2008: day 437, people', observed: 10527, read: strengthOn(437) },
    { what: 'Darfur 2008: day 519, troops', observed: 12374, read: strengthOn(519, isTroops) }] },
  { twin: CHAD, rows: [{ what: 'Chad 2008: launch, day', observed: 125, read: dayOfFirst }, { what: 'Chad 2008: initial capability (half), day', observed: 172, read: dayOfStrength(1850) }] },
  { twin: MALI, rows: [{ what: 'Mali 2013: 6,000 re-hatted, day', observed: 67, read: dayOfStrength(0.9 * 5950, isRehatted) }] },
  { twin: JUBA, rows: [
    { what: 'South Sudan 2014: first of the reinforcement, day', observed: 42, read: dayOfFirst }, { what: 'South Sudan 2014: autumn, day 288, people', observed: 10500, read: strengthOn(288, undefined, IN_JUBA) },
    { what: 'South Sudan 2015: day 472, people', observed: 10918, read: strengthOn(472, undefined, IN_JUBA) }] },
  { twin: ABYEI, rows: [{ what: 'Abyei 2022: engineers, loading to all present, days', observed: 36, read: daysFromLoading }] },
  { twin: AVERAGE, rows: [{ what: 'all missions to 2016: nine tenths of the peak, day', observed: 310, read: dayOfStrength(0.9 * 0.925 * 12 * BATTALION) }] },
];
const ROWS = CASES.flatMap(({ rows }) => rows).length + 1;

describe('deployments of the record', () => {
  const table: { what: string; observed: number; low: number; middle: number; high: number; inner: boolean; outer: boolean }[] = [];
  beforeAll(() => {
    const add = ({ what, observed }: Omit<Row, 'read'>, values: readonly number[]): void => {
      const sorted = Float64Array.from(values.filter(value => !Number.isNaN(value))).sort();
      // type 1: a value that was seen, so that never stays never
      const level = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
      table.push({ what, observed, low: level(0.1), middle: level(0.5), high: level(0.9), inner: observed >= level(0.1) && observed <= level(0.9), outer: observed >= level(0.01) && observed <= level(0.99) });
    };
    for (const { twin, rows } of CASES) twinValues(twin, RUNS, rows.map(row => row.read)).forEach((values, i) => add(rows[i]!, values));
    add({ what: 'Kidal–Gao 2023: contested convoy of 350 km, days', observed: 8 }, convoyDays(350, RUNS));
  }, 240_000);
  it('are fifteen figures of eight missions and of all of them', () => expect(table).toHaveLength(ROWS));
  it('lie within the 98 % band of their twins, but for those that are known to miss', () => {
    expect(table.filter(row => !row.outer).map(row => row.what)).toEqual(MISSES);
  });
  it('lie within the 80 % band in seven of fifteen cases: fewer than two thirds, the model is too quick where politics delays', () => {
    // the list on the right shows bands when this fails
    const inner = table.filter(row => row.inner).length;
    expect(inner >= 6 ? [] : table.map(row => `${row.inner ? 'in' : 'out'} ${row.what}: ${row.observed} (${row.low} / ${row.middle} / ${row.high})`)).toEqual([]);
    expect(table.filter(row => !row.inner && /day$|days$/.test(row.what)).every(row => row.what.startsWith('Abyei') || row.observed > row.middle)).toBe(true);
  });
  it('would lie far outside if deployments kept the doctrinal promise', () => {
    const promise = parametersFor('promise');
    const days = twinValues({ ...AVERAGE, days: 400 }, 20, [dayOfStrength(0.8 * 0.925 * 12 * BATTALION)], { ...promise })[0]!.sort((a, b) => a - b);
    expect(days[10]).toBeLessThan(150);
  });
});
