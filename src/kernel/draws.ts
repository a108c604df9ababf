/**
 * Keyed draws: one uniform number for each name (run key, stream, day, index, cell). Nothing is carried from draw to
 * draw, so a change in a plan moves only the draws of what it touches, and a snapshot needs no generator state.
 *
 * `word` packs stream (7 bits), day (13 bits) and index (12 bits) without collision; the cell is a hash of an id,
 * never a dense index. Three mixing steps; the last adds a rotated first, so that no argument alone maps one to one
 * onto the result. Passed dieharder over consecutive indices, days, cells, runs, streams and low-entropy seeds
 * (test/battery/result.txt).
 */

/** Bounds of the packed fields; streams.ts, calendars and mechanisms stay below them. */
export const WORD_LIMITS = { stream: 128, day: 8192, index: 4096 } as const;

/** Stream, day and index as one 32-bit word. */
export function word(stream: number, day: number, index: number): number {
  return (stream << 25) | (day << 12) | index;
}

/**
 * The first mixing step, of run key and word alone: loops over cells take it once and draw with `uniformAt`.
 * bits32(k0, k1, word, cell) = bitsAt(stir(k0, word), k1, cell).
 */
export function stir(k0: number, word: number): number {
  let a = word ^ k0;
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d);
  a = Math.imul(a ^ (a >>> 15), 0x846ca68b);
  return a ^ (a >>> 16);
}

/** The other two steps: 32 well-mixed bits, as a signed integer, for a stirred word, the second key word and a cell. */
export function bitsAt(a: number, k1: number, cell: number): number {
  let b = (cell + k1) ^ a;
  b = Math.imul(b ^ (b >>> 16), 0x21f0aaad);
  b = Math.imul(b ^ (b >>> 15), 0xd35a2d97);
  b ^= b >>> 15;
  let c = (b + ((a << 13) | (a >>> 19))) ^ Math.imul(cell, 0x9e3779b1);
  c = Math.imul(c ^ (c >>> 16), 0x85ebca6b);
  c = Math.imul(c ^ (c >>> 13), 0xc2b2ae35);
  return c ^ (c >>> 16);
}

/** 32 well-mixed bits, as a signed integer, for a run key, a word and a cell. */
export function bits32(k0: number, k1: number, word: number, cell: number): number {
  return bitsAt(stir(k0, word), k1, cell);
}

/** `uniform(k0, k1, word, cell)` of a word already stirred with k0. */
export function uniformAt(stirred: number, k1: number, cell: number): number {
  return ((bitsAt(stirred, k1, cell) >>> 0) + 0.5) * 2.3283064365386963e-10;
}

/** A uniform number strictly between 0 and 1, a multiple of 2⁻³² plus 2⁻³³. */
export function uniform(k0: number, k1: number, word: number, cell: number): number {
  return ((bits32(k0, k1, word, cell) >>> 0) + 0.5) * 2.3283064365386963e-10;
}

/** murmur3's finaliser. */
function mix(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Cell key of a string id: 32 bits over its UTF-16 units (FNV-1a, then mixed). */
export function cellKey(id: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return mix(h ^ id.length);
}

/** Cell key of an ordered pair of cells: pair(a, b) ≠ pair(b, a). */
export function cellKeyPair(a: number, b: number): number {
  return mix(Math.imul(mix(a ^ 0x5bd1e995), 31) + mix(b + 0x3c6ef372) | 0);
}

/**
 * Run key of a future: two 32-bit words from a study seed and a run number, mixed so that neighbouring seeds and
 * numbers share nothing.
 * @param seed integer 0 … 2⁵³ − 1
 * @param run 0 … 2³² − 1
 * @param into receives the two words
 */
export function runKey(seed: number, run: number, into: Int32Array): void {
  const low = seed | 0;
  const high = Math.floor(seed / 4294967296) | 0;
  const a = mix(low + 0x9e3779b9 | 0);
  const b = mix(high ^ a ^ 0x7f4a7c15);
  const c = mix(run + b | 0);
  into[0] = mix(c ^ Math.imul(a, 0x2c1b3c6d));
  into[1] = mix(Math.imul(run ^ 0x68bc21eb, 0x297a2d39) + mix(a + b | 0) | 0);
}
