import { describe, expect, it } from 'vitest';
import { bits32, cellKey, cellKeyPair, runKey, uniform, word, WORD_LIMITS } from '../../src/kernel/draws.ts';

/** Correlation of two sequences of uniforms, times √n: standard normal when they share nothing. */
function z(n: number, first: (i: number) => number, second: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (first(i) - 0.5) * (second(i) - 0.5);
  return (sum * 12) / Math.sqrt(n);
}

describe('keyed draws', () => {
  it('are the same for the same name and lie strictly between 0 and 1', () => {
    for (let i = 0; i < 10000; i++) {
      const u = uniform(i, -i, word(i % 128, i % 8192, i % 4096), i * 7919);
      expect(u).toBe(uniform(i, -i, word(i % 128, i % 8192, i % 4096), i * 7919));
      expect(u > 0 && u < 1).toBe(true);
    }
  });
  it('keep exact values from version to version', () => {
    expect([bits32(1, 2, word(3, 4, 5), 6), bits32(0, 0, 0, 0), cellKey('east-valley'), cellKeyPair(1, 2)]).toMatchInlineSnapshot(`
      [
        909213983,
        0,
        293000648,
        1536798878,
      ]
    `);
    const key = new Int32Array(2);
    runKey(20270301, 7, key);
    expect([...key]).toMatchInlineSnapshot(`
      [
        1966759105,
        -379704180,
      ]
    `);
  });
  it('pack stream, day and index without collision', () => {
    const { stream, day, index } = WORD_LIMITS;
    const seen = new Set<number>();
    for (const s of [0, 1, stream - 1]) for (const d of [0, 1, day - 1]) for (const i of [0, 1, index - 1]) seen.add(word(s, d, i));
    expect(seen.size).toBe(27);
    expect(stream * day * index).toBe(4294967296);
  });
  it.each([
    ['days', (i: number) => uniform(11, 22, word(3, i % 8000, 0), i), (i: number) => uniform(11, 22, word(3, (i % 8000) + 1, 0), i)],
    ['indices', (i: number) => uniform(11, 22, word(3, 5, i % 4000), i >> 11), (i: number) => uniform(11, 22, word(3, 5, (i % 4000) + 1), i >> 11)],
    ['cells', (i: number) => uniform(11, 22, word(3, 5, 0), i), (i: number) => uniform(11, 22, word(3, 5, 0), i + 1)],
    ['keys', (i: number) => uniform(i, 22, word(3, 5, 0), 9), (i: number) => uniform(i + 1, 22, word(3, 5, 0), 9)],
    ['streams', (i: number) => uniform(11, 22, word(i % 127, 5, 0), i), (i: number) => uniform(11, 22, word((i % 127) + 1, 5, 0), i)],
  ])('of neighbouring %s share nothing', (_, first, second) => {
    expect(Math.abs(z(200000, first, second))).toBeLessThan(4);
  });
  it('fill the unit interval evenly', () => {
    const bins = Array.from({ length: 256 }, () => 0);
    for (let i = 0; i < 256000; i++) bins[Math.floor(uniform(5, 6, word(2, i % 365, 0), i) * 256)]!++;
    const chi2 = bins.reduce((sum, n) => sum + ((n - 1000) * (n - 1000)) / 1000, 0);
    expect(chi2).toBeGreaterThan(170);
    expect(chi2).toBeLessThan(345); // ± 4 standard deviations of χ²(255)
  });
});

describe('keys', () => {
  it('of different ids and ordered pairs differ', () => {
    const keys = new Set(Array.from({ length: 20000 }, (_, i) => cellKey(`region-${i}`)));
    expect(keys.size).toBeGreaterThan(19998);
    expect(cellKeyPair(1, 2)).not.toBe(cellKeyPair(2, 1));
    expect(cellKey('ab')).not.toBe(cellKey('ba'));
  });
  it('of neighbouring runs and seeds differ in both words', () => {
    const words = new Set<number>();
    const key = new Int32Array(2);
    for (let seed = 0; seed < 50; seed++) for (let run = 0; run < 100; run++) { runKey(seed, run, key); words.add(key[0]!); words.add(key[1]!); }
    expect(words.size).toBeGreaterThan(9990);
    runKey(9007199254740991, 4294967295, key);
    expect([...key].every(Number.isInteger)).toBe(true);
  });
});
