/**
 * Draws of a design, outside the tick: the same keyed draws as in a run, under a key of their own for each purpose, so
 * that a design depends on nothing but its seed and its name.
 */
import { cellKey, runKey, uniform } from '../kernel/draws.ts';

export class KeyedDraws {
  private readonly k0: number;
  private readonly k1: number;
  private readonly cell: number;

  /** @param seed study seed; @param purpose what is drawn, such as "morris" */
  constructor(seed: number, purpose: string) {
    const keys = new Int32Array(2);
    this.cell = cellKey(purpose);
    runKey(seed, this.cell >>> 0, keys);
    this.k0 = keys[0]!;
    this.k1 = keys[1]!;
  }

  /** Draw number i, strictly between 0 and 1. */
  at(i: number): number {
    return uniform(this.k0, this.k1, i | 0, this.cell);
  }

  /** 0 … n − 1 in an order of chance; uses draws `from` … from + n − 2. */
  permutation(n: number, from: number): Int32Array {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    // Fisher and Yates, as Durstenfeld 1964
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(this.at(from + i - 1) * (i + 1));
      const other = order[j]!;
      order[j] = order[i]!;
      order[i] = other;
    }
    return order;
  }

  /**
   * Latin hypercube (McKay, Beckman and Conover 1979): each of n strata of each dimension holds one point.
   * @returns [point · dimensions + dimension]
   */
  latinHypercube(n: number, dimensions: number, from: number): Float64Array {
    const points = new Float64Array(n * dimensions);
    for (let d = 0; d < dimensions; d++) {
      const first = from + 2 * n * d;
      const order = this.permutation(n, first);
      for (let i = 0; i < n; i++) points[i * dimensions + d] = (order[i]! + this.at(first + n + i)) / n;
    }
    return points;
  }
}
