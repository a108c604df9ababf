import { describe, expect, it } from 'vitest';
import { assert } from '../../src/kernel/assert.ts';
import { addDays, civil, dayOfYear, formatIsoDate, parseIsoDate } from '../../src/kernel/calendar.ts';
import { layoutOf, viewsOf, type ColumnSpec } from '../../src/kernel/columns.ts';
import { haversineKm, insideRing, ringArea } from '../../src/kernel/geometry.ts';
import { canonicalJson, Hasher, hashJson, hashText } from '../../src/kernel/hash.ts';

describe('calendar', () => {
  it('agrees with the calendar of the machine over four centuries', () => {
    for (let n = -80000; n < 80000; n += 37) {
      const date = new Date(n * 86400000);
      expect(formatIsoDate(n)).toBe(date.toISOString().slice(0, 10));
      expect(parseIsoDate(formatIsoDate(n))).toBe(n);
      expect(dayOfYear(n)).toBe(Math.round((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86400000) + 1);
      expect(civil(n).month).toBe(date.getUTCMonth() + 1);
    }
  });
  it.each(['2027-13-01', '2027-02-29', '2027-00-10', '2027-1-1', 'tomorrow', ''])('refuses %s', text => expect(parseIsoDate(text)).toBeUndefined());
  it('adds days', () => expect(formatIsoDate(addDays(parseIsoDate('2028-02-28')!, 2))).toBe('2028-03-01'));
});

describe('columns', () => {
  const specs: ColumnSpec[] = [
    { name: 'tension', type: 'f64', dims: ['region'], unit: 'index', note: '', world: true },
    { name: 'flag', type: 'u8', dims: ['region'], unit: 'flag', note: '', world: false },
    { name: 'count', type: 'i32', dims: ['party', 'region'], unit: 'count', note: '', world: true },
    { name: 'small', type: 'f32', dims: [], unit: 'index', note: '', world: true },
  ];
  it('lie in one buffer without overlap', () => {
    const layout = layoutOf(specs, { region: 3, party: 2 });
    const views = viewsOf(layout, new ArrayBuffer(layout.byteLength));
    for (const column of layout.columns) {
      views[column.name]!.fill(1);
      for (const other of layout.columns) if (other !== column) expect(Array.from(views[other.name]!).every(x => x === 0)).toBe(true);
      views[column.name]!.fill(0);
    }
    expect(views['count']!.length).toBe(6);
    expect(views['small']!.length).toBe(1);
  });
  it('have a hash that knows names, types, sizes and order', () => {
    const hash = (list: ColumnSpec[], region = 3) => layoutOf(list, { region, party: 2 }).hash;
    expect(hash(specs)).toBe(hash([...specs]));
    expect(new Set([hash(specs), hash([...specs].reverse()), hash(specs, 4), hash(specs.slice(1))]).size).toBe(4);
  });
  it('refuse a name twice and a dimension without size', () => {
    expect(() => layoutOf([...specs, specs[0]!], { region: 3, party: 2 })).toThrow(/twice/);
    expect(() => layoutOf(specs, { region: 3 })).toThrow(/party/);
    expect(() => layoutOf(specs, { region: 0, party: 2 })).toThrow(/region/);
  });
});

describe('hashes', () => {
  it('know content and order, not the order of keys', () => {
    expect(hashJson({ a: 1, b: [1, 2] })).toBe(hashJson({ b: [1, 2], a: 1 }));
    expect(hashJson([1, 2])).not.toBe(hashJson([2, 1]));
    expect(hashJson({ a: '1' })).not.toBe(hashJson({ a: 1 }));
    expect(hashJson({})).toMatch(/^[0-9a-f]{16}$/);
    expect(canonicalJson({ b: null, a: 'é"' })).toBe('{"a":"é\\"","b":null}');
  });
  it('of single-bit changes are unlike', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 2000; i++) seen.add(new Hasher().words(Int32Array.of(0, i, 0)).digest());
    expect(seen.size).toBe(2000);
    expect(new Hasher().words(Int32Array.of(1, 2)).digest()).toBe(new Hasher().word(1).word(2).digest());
    expect(hashText('ab')).not.toBe(hashText('ba'));
  });
  it('refuse what JSON cannot carry', () => {
    expect(() => hashJson(NaN)).toThrow();
    expect(() => hashJson(() => 1)).toThrow();
  });
});

describe('geometry', () => {
  it('measures great circles', () => {
    expect(haversineKm([0, 0], [0, 1])).toBeCloseTo(111.195, 2);
    expect(haversineKm([31.6, 4.85], [31.6, 9.53])).toBeCloseTo(520.4, 0);
    expect(haversineKm([0, 0], [180, 0])).toBeCloseTo(20015, 0);
  });
  it('knows area and inside', () => {
    const square = [[0, 0], [2, 0], [2, 2], [0, 2]] as const;
    expect(ringArea(square)).toBe(4);
    expect(ringArea([...square].reverse())).toBe(-4);
    expect(insideRing(square, 1, 1)).toBe(true);
    expect(insideRing(square, 3, 1)).toBe(false);
  });
});

it('assert says what does not hold', () => {
  expect(() => assert(false, 'two is three')).toThrow('two is three');
  assert(true, 'fine');
});
