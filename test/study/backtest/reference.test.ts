/** Tables of the record: what they mean, and what is said about bad ones. */
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/study/backtest/csv.ts';
import { parseReference } from '../../../src/study/backtest/reference.ts';
import { smallScenario } from '../../make/small-scenario.ts';

// begins on Monday 1 March 2027
const scenario = smallScenario();
const read = (files: Parameters<typeof parseReference>[0]): ReturnType<typeof parseReference> => parseReference(files, scenario, 'reference');

describe('a table', () => {
  it('may have comments, quotes, either line end and a byte-order mark', () => {
    const { columns, rows } = parseCsv('\uFEFF# a remark\r\nplace,people\r\n"Big, town",5\r\n"He said ""no""\nand left",6\r\n\r\nlast\r\n');
    expect(columns).toEqual(['place', 'people']);
    expect(rows.map(row => row.cells)).toEqual([{ place: 'Big, town', people: '5' }, { place: 'He said "no"\nand left', people: '6' }, { place: 'last', people: '' }]);
    expect(rows.map(row => row.line)).toEqual([3, 4, 7]);
  });
});

describe('deaths', () => {
  it('fall into weeks from the first day on; a week without a row had none', () => {
    const { value, diagnostics } = read({ 'deaths-by-week.csv': 'week,region,best,low,high\n2027-02-22,all,9,,\n2027-03-08,north,4,3,8\n2027-03-08,unknown,1,,\n2027-03-22,all,7,5,9\n2027-03-22,east,2,,\n' });
    expect(diagnostics).toEqual([]);
    const { deaths } = value;
    expect(deaths!.periods.map(({ label, from, to }) => [label, from, to])).toEqual([['2027-03-01', 0, 7], ['2027-03-08', 7, 14], ['2027-03-15', 14, 21], ['2027-03-22', 21, 28]]);
    expect(deaths!.best).toEqual([0, 5, 0, 7]);
    expect(deaths!.low).toEqual([0, 4, 0, 5]);
    expect(deaths!.high).toEqual([0, 9, 0, 9]);
    expect(deaths!.regions[1]).toEqual([0, 4, 0, 0]);
  });
  it('fall into months when the record has months', () => {
    const { deaths } = read({ 'deaths-by-month.csv': 'month,region,best\n2027-03,north,4\n2027-05,east,2\n' }).value;
    expect(deaths!.periods.map(({ label, from, to }) => [label, from, to])).toEqual([['2027-03', 0, 31], ['2027-04', 31, 61], ['2027-05', 61, 92]]);
    expect(deaths!.best).toEqual([4, 0, 2]);
  });
});

describe('dated numbers', () => {
  it('are compared when their measure is known and they lie within the scenario', () => {
    const { value, diagnostics } = read({
      'displacement.csv': 'date,measure,place,people,low,high\n2027-03-31,IDPs,total,500,400,600\n2027-03,refugees,neighbourland,50,,\n2027-04-01,in bases,total,9,,\n2031-01-01,IDPs,total,1,,\n2027-04-02,IDPs,north,1,,\n',
      'strength.csv': 'date,measure,people\n2027-05-01,troops,4000\n2027-05-01,ceiling troops,9000\n',
      'anchors.csv': 'date,measure,best,low,high,counted\n2027-05-01,violent deaths,100,,,recorded\n2027-05-01,all deaths,,500,900,estimated\n',
    });
    expect(diagnostics).toEqual([]);
    expect(value.displacement).toEqual([
      { day: 30, date: '2027-03-31', what: 'displaced', neighbour: -1, best: 500, low: 400, high: 600 },
      { day: 30, date: '2027-03-31', what: 'refugees', neighbour: 0, best: 50, low: 50, high: 50 },
    ]);
    expect(value.strength.map(({ day, best }) => [day, best])).toEqual([[61, 4000]]);
    expect(value.anchors.map(({ measure, counted, best, low, high }) => [measure, counted, best, low, high])).toEqual([['violent deaths', true, 100, 100, 100], ['all deaths', false, 700, 500, 900]]);
  });
});

describe('a finding', () => {
  it.each([
    ['not-monday', { 'deaths-by-week.csv': 'week,region,best\n2027-03-02,all,1\n' }],
    ['unknown-region', { 'deaths-by-week.csv': 'week,region,best\n2027-03-01,nort,1\n' }],
    ['row-twice', { 'deaths-by-week.csv': 'week,region,best\n2027-03-01,all,1\n2027-03-01,all,2\n' }],
    ['number', { 'deaths-by-week.csv': 'week,region,best\n2027-03-01,all,"1,000"\n' }],
    ['order', { 'deaths-by-week.csv': 'week,region,best,low,high\n2027-03-01,all,5,6,7\n' }],
    ['no-column', { 'deaths-by-week.csv': 'week,place,best\n2027-03-01,all,5\n' }],
    ['date', { 'displacement.csv': 'date,measure,place,people\n31.3.2027,IDPs,total,5\n' }],
    ['unknown-neighbour', { 'displacement.csv': 'date,measure,place,people\n2027-03-31,refugees,nowhere,5\n' }],
    ['empty', { 'strength.csv': 'date,measure,people\n2027-03-31,troops,\n' }],
    ['unknown-measure', { 'anchors.csv': 'date,measure,best,low,high,counted\n2027-03-31,losses,5,,,recorded\n' }],
    ['counted', { 'anchors.csv': 'date,measure,best,low,high,counted\n2027-03-31,all deaths,5,,,perhaps\n' }],
  ] as const)('%s names file and line', (code, files) => {
    const { diagnostics } = read(files);
    expect(diagnostics.map(finding => finding.code)).toContain(`reference/${code}`);
    const finding = diagnostics.find(one => one.code === `reference/${code}`)!;
    expect(finding.severity).toBe('error');
    expect(finding.file).toBe(`reference/${Object.keys(files)[0]}`);
    if (code !== 'no-column') expect(finding.line).toBeGreaterThan(1);
  });
});
