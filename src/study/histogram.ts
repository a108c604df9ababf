/**
 * Daily histograms: whole counts in fixed bins, one histogram a day. Counts add up in any order to the same numbers,
 * which is why bands do not depend on workers, chunks or the order in which they finish.
 *
 * The scale is linear up to about `unit` and logarithmic above, like asinh, without a logarithm: the bin is read off
 * the bits of the float32 x = value/unit + 1, its exponent and the upper six bits of its mantissa. So an octave of x has 64
 * bins of equal width; a bin is at most 1/64 of x wide. Quantiles interpolate inside a bin.
 *
 * Few futures are kept as lists of bins, in a hundredth of the memory, and counted when they are read: the counts, and so
 * the quantiles, are the same bits.
 *
 * Error of a quantile against the sorted values: at most one bin, 1.6 % of (value + unit), usually a fifth of that (tested).
 */

/** A scale from 0 to `max`; `unit` is where it turns from linear to logarithmic. */
export interface Scale {
  readonly unit: number;
  readonly max: number;
}

/** Futures up to which a day keeps a list of bins instead of counts. */
const FEW = 128;
const BITS_OF_BIN = 6;
const SHIFT = 23 - BITS_OF_BIN;
const scratch = new Float32Array(1);
const scratchBits = new Int32Array(scratch.buffer);
/** Bits of 1 shifted: bin 0. */
const FIRST = 0x3f800000 >> SHIFT;

function rawBin(x: number): number {
  scratch[0] = x;
  return (scratchBits[0]! >> SHIFT) - FIRST;
}

/** Lower edge of a bin, in x = value/unit + 1. */
function edge(bin: number): number {
  scratchBits[0] = (bin + FIRST) << SHIFT;
  return scratch[0]!;
}

/** One histogram for each of `days` days on one scale. */
export class DailyHistogram {
  readonly bins: number;
  readonly days: number;
  private readonly scale: Scale;
  /** Counts [day · bins + bin]; the counts of one day at a time when the futures are few. */
  private readonly counts: Uint16Array | Uint32Array;
  /** Bins [day · most + future] of few futures; nothing when there are many. */
  private readonly listed: Uint16Array | undefined;
  private readonly most: number;
  private readonly inverse: number;
  /** Lowest bin in use, by day. */
  private readonly lowest: Uint16Array;
  /** Futures added. */
  private added = 0;

  /** @param runs most values a day will get */
  constructor(scale: Scale, days: number, runs: number) {
    this.scale = scale;
    this.days = days;
    this.inverse = 1 / scale.unit;
    this.bins = rawBin(scale.max * this.inverse + 1) + 1;
    this.lowest = new Uint16Array(days).fill(this.bins - 1);
    this.most = runs;
    const isFew = runs <= FEW;
    this.listed = isFew ? new Uint16Array(days * runs) : undefined;
    this.counts = runs < 65536 ? new Uint16Array(isFew ? this.bins : days * this.bins) : new Uint32Array(days * this.bins);
  }

  /** Adds one future: values[from] … values[from + days − 1], one a day. Values outside the scale count at its ends. */
  add(values: Float32Array, from: number): void {
    const { counts, listed, most, bins, days, inverse, lowest, added } = this;
    if (listed !== undefined && added >= most) throw new Error(`a histogram of ${most} futures is full`);
    this.added++;
    const last = bins - 1;
    for (let k = 0; k < days; k++) {
      scratch[0] = values[from + k]! * inverse + 1;
      const raw = (scratchBits[0]! >> SHIFT) - FIRST;
      const bin = raw > 0 ? (raw < last ? raw : last) : 0;
      if (listed === undefined) counts[k * bins + bin]!++;
      else listed[k * most + added] = bin;
      if (bin < lowest[k]!) lowest[k] = bin;
    }
  }

  /** Adds the counts of another histogram of the same scale and length. */
  merge(other: DailyHistogram): void {
    if (other.bins !== this.bins || other.days !== this.days || other.scale.unit !== this.scale.unit) throw new Error('histograms of different scales cannot be merged');
    const { listed, counts, most, bins, added } = this;
    if (listed !== undefined && added + other.added > most) throw new Error(`a histogram of ${most} futures is full`);
    for (let k = 0; k < this.days; k++) {
      this.lowest[k] = Math.min(this.lowest[k]!, other.lowest[k]!);
      for (let i = 0; i < other.added && other.listed !== undefined; i++) {
        const bin = other.listed[k * other.most + i]!;
        if (listed === undefined) counts[k * bins + bin]!++;
        else listed[k * most + added + i] = bin;
      }
    }
    if (other.listed === undefined) {
      if (listed !== undefined) throw new Error('a histogram of many futures cannot be merged into one of few');
      for (let i = 0; i < counts.length; i++) counts[i]! += other.counts[i]!;
    }
    this.added += other.added;
  }

  /**
   * Quantiles of every day.
   * @param levels ascending, 0–1
   * @param into days × levels, receives the values
   */
  quantiles(levels: readonly number[], into: Float32Array): void {
    const { listed, counts, most, added } = this;
    for (let k = 0; k < this.days; k++) {
      if (listed === undefined) { this.quantilesOfDay(k, k * this.bins, levels, into); continue; }
      const from = k * most;
      for (let i = 0; i < added; i++) counts[listed[from + i]!]!++;
      this.quantilesOfDay(k, 0, levels, into);
      for (let i = 0; i < added; i++) counts[listed[from + i]!] = 0;
    }
  }

  /** @param row where the day's counts begin */
  private quantilesOfDay(k: number, row: number, levels: readonly number[], into: Float32Array): void {
    const { counts, bins, scale, added } = this;
    let bin = this.lowest[k]!;
    /** Values in bins before `bin`. */
    let before = 0;
    for (let q = 0; q < levels.length; q++) {
      // between two sorted values, as R type 7 does; each is known to its bin
      const rank = levels[q]! * Math.max(0, added - 1);
      const below = Math.floor(rank);
      while (bin < bins - 1 && before + counts[row + bin]! <= below) {
        before += counts[row + bin]!;
        bin++;
      }
      const low = this.valueIn(row, bin, below - before);
      let next = bin;
      let beforeNext = before;
      while (next < bins - 1 && beforeNext + counts[row + next]! <= below + 1) {
        beforeNext += counts[row + next]!;
        next++;
      }
      const high = below + 1 < added ? this.valueIn(row, next, below + 1 - beforeNext) : low;
      const value = low + (high - low) * (rank - below);
      into[k * levels.length + q] = value < scale.max ? value : scale.max;
    }
  }

  /** The value of number `place` in a bin, values taken as evenly spread over it. */
  private valueIn(row: number, bin: number, place: number): number {
    const inside = this.counts[row + bin]!;
    const low = edge(bin);
    return (low + (edge(bin + 1) - low) * (inside === 0 ? 0 : (place + 0.5) / inside) - 1) * this.scale.unit;
  }
}
