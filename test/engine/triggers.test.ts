/** Conditions of orders: they begin and end orders when they say so, at reviews alone where they have some, and the log tells why. */
import { describe, expect, it } from 'vitest';
import { step, type Run } from '../../src/engine/run.ts';
import type { OrderRow } from '../../src/engine/schedule.ts';
import type { ConditionRow } from '../../src/engine/trigger-table.ts';
import { columnValue } from '../../src/engine/triggers.ts';
import { restore, snapshotOf } from '../../src/engine/snapshot.ts';
import { compileFormula } from '../../src/scenario/formula.ts';
import { FORMULA_COLUMNS } from '../../src/scenario/formula-units.ts';
import { agendaLog } from '../../src/study/agenda-log.ts';
import { agreement } from '../../src/study/checkpoints.ts';
import { orderRow, runOf, tablesOf } from '../make/deployment.ts';

const t = tablesOf();
const EAST = 2;
const condition = (formula: string, more: Partial<ConditionRow> = {}): ConditionRow => {
  const { value, diagnostics } = compileFormula(formula, 'condition');
  if (value === undefined) throw new Error(diagnostics[0]!.message);
  return { program: value, region: -1, days: 1, first: -1, every: 0, ...more };
};
const monitors = (more: Partial<OrderRow>): OrderRow => orderRow('monitors', 10, { id: 'm', region: EAST, ...more });
/** Runs to day `until`; `daily` sets columns on the eve of each day. */
function runUntil(rows: readonly OrderRow[], until: number, daily?: (run: Run) => void): Run {
  const run = runOf(t, rows, 3);
  while (run.day < until) {
    daily?.(run);
    step(run);
  }
  return run;
}

describe('a condition to begin', () => {
  it('begins the order on the first day on which it has held long enough, not before its start day', () => {
    const at = (days: number, start: number) => runUntil([monitors({ days: start, when: condition('day >= 20', { days }) })], 60).s.rowStartDay[0];
    expect(at(1, 0)).toBe(20);
    expect(at(7, 0)).toBe(26);
    expect(at(7, 40)).toBe(46);
  });
  it('that does not hold long enough never begins it', () => {
    // true four days out of five
    const run = runUntil([monitors({ when: condition('will > 0.5', { days: 5 }) })], 80, ({ s, day }) => { s.will[0] = day % 5 === 0 ? -10 : 10; });
    expect(run.s.rowStartDay[0]).toBe(-1);
    expect(run.s.triggerFiredDay[0]).toBe(-1);
  });
  it('with reviews begins it on a review only', () => {
    const run = runUntil([monitors({ when: condition('day >= 20', { first: 14, every: 30 }) })], 100);
    expect(run.s.rowStartDay[0]).toBe(44);
    expect(agendaLog(run).filter(entry => entry.action === 'm')).toEqual([{ day: 14, what: 'waits', action: 'm' }, { day: 44, what: 'begins', action: 'm', why: 'review' }]);
  });
  it('reads the region it names', () => {
    const daily = (run: Run): void => { run.s.alertLevel.fill(0); if (run.day > 30) run.s.hosted[EAST] = 5000; };
    const at = (region: number) => runUntil([monitors({ when: condition('displaced >= 5000 people', { region }) })], 50, daily).s.rowStartDay[0];
    expect(at(EAST)).toBe(31);
    expect(at(0)).toBe(-1);
  });
  it('averages a column over days', () => {
    const seen: number[] = [];
    const run = runOf(t, [monitors({ when: condition('average(day, 10 days) >= 30') })], 3);
    while (run.s.rowStartDay[0] === -1 && run.day < 100) { seen.push(run.day); step(run); }
    // mean of 25.5 … 34.5 is 30: the first ten days with a mean of 30 or more end on day 35
    expect(run.s.rowStartDay[0]).toBe(35);
    expect(seen.length).toBe(36);
  });
});

describe('a condition to stop', () => {
  it('ends the order, and the log says so', () => {
    const run = runUntil([monitors({ stop: condition('day > 50', { days: 3 }) })], 80);
    expect([run.s.rowState[0], run.s.rowEndDay[0], run.s.rowEffect[0]]).toEqual([2, 53, 0]);
    expect(agendaLog(run).filter(entry => entry.action === 'm').map(({ day, what, why }) => [day, what, why])).toEqual([[0, 'begins', 'day'], [53, 'ends', 'condition']]);
  });
  it('with reviews reconsiders on fixed days: goes on, goes on, ends', () => {
    const run = runUntil([monitors({ stop: condition('day > 70', { first: 30, every: 30 }) })], 120);
    expect(agendaLog(run).filter(entry => entry.action === 'm').map(({ day, what, why }) => [day, what, why])).toEqual([[0, 'begins', 'day'], [30, 'kept', undefined], [60, 'kept', undefined], [90, 'ends', 'review']]);
  });
  it('leaves the last day as it is', () => {
    const run = runUntil([monitors({ until: 40, stop: condition('day > 50') })], 80);
    expect(agendaLog(run).filter(({ what }) => what === 'ends')).toEqual([{ day: 41, what: 'ends', action: 'm', why: 'last-day' }]);
  });
});

describe('conditions', () => {
  it('survive being written as JSON, as rows on their way to another engine are', () => {
    const row = monitors({ when: condition('average(day, 10 days) > 30 or risk > 2'), stop: condition('day > 90') });
    const again = JSON.parse(JSON.stringify(row)) as OrderRow;
    expect(again).toEqual(row);
    expect(runUntil([again], 60).s.rowStartDay[0]).toBe(runUntil([row], 60).s.rowStartDay[0]);
  });
  it('that never fire leave the world as it is, bit for bit', () => {
    const none = runUntil([], 120);
    const waits = runUntil([monitors({ when: condition('average(risk, 30 days) > 2 or consent > 7') })], 120);
    const world = none.s.layout.columns.filter(column => column.world).map(column => column.name as 'tension');
    expect(world.filter(name => none.s[name].some((value, i) => !Object.is(value, waits.s[name][i])))).toEqual([]);
  });
  it('survive a snapshot', () => {
    const rows = [monitors({ when: condition('average(day, 20 days) > 60', { days: 4 }) })];
    const run = runUntil(rows, 65);
    const again = restore(snapshotOf(run), run.t, run.o);
    while (run.day < 120) { step(run); step(again); }
    expect(Buffer.from(again.s.buffer).equals(Buffer.from(run.s.buffer))).toBe(true);
    expect(run.s.rowStartDay[0]).toBeGreaterThan(65);
  });
  it('that differ part two plans from the eve of D0; the same ones do not', () => {
    const run = (value: number) => runOf(t, [monitors({ when: condition(`risk > ${value}`) })]).o;
    expect(agreement(run(0.5), run(0.6))).toBe(0);
    expect(agreement(run(0.5), run(0.5))).toBe(Infinity);
  });
  it('may read every column, in a region and in the country, as a finite number', () => {
    const run = runUntil([monitors({})], 60);
    for (const [c] of FORMULA_COLUMNS.entries()) for (const r of [-1, EAST]) expect(Number.isFinite(columnValue(run, c, r)), `${FORMULA_COLUMNS[c]} ${r}`).toBe(true);
    const { s } = run;
    expect(columnValue(run, FORMULA_COLUMNS.indexOf('displaced'), -1)).toBe(s.hosted.reduce((sum, value) => sum + value, 0));
    expect(columnValue(run, FORMULA_COLUMNS.indexOf('risk'), -1)).toBe(Math.max(...s.riskEstimate));
    expect(columnValue(run, FORMULA_COLUMNS.indexOf('supply'), -1)).toBe(Math.min(...s.supplyDays));
    expect(columnValue(run, FORMULA_COLUMNS.indexOf('attention'), EAST)).toBe(s.attention[0]);
  });
});
