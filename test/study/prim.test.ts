import { describe, expect, it } from 'vitest';
import { KeyedDraws } from '../../src/study/keyed-draws.ts';
import { binomialTail, findBoxes, measureBox, peelingTrajectory, type PrimData } from '../../src/study/prim.ts';

/**
 * The example of Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, section 9.3 (figures 9.7, 9.8):
 * points uniform over a square, cases where 0.5 < x1 < 0.8 and 0.4 < x2 < 0.6; α = 0.1.
 */
function square(n: number, seed: number, dimensions = 2, blur = 0): PrimData {
  const draws = new KeyedDraws(seed, 'square');
  const values = Float64Array.from({ length: n * dimensions }, (_, i) => draws.at(i));
  const cases = Uint8Array.from({ length: n }, (_, i) => {
    const [x1, x2] = [values[i * dimensions]!, values[i * dimensions + 1]!];
    const inside = x1 > 0.5 && x1 < 0.8 && x2 > 0.4 && x2 < 0.6;
    return Number(draws.at(n * dimensions + i) < blur ? !inside : inside);
  });
  return { dimensions, values, cases };
}
const all = (data: PrimData): number[] => Array.from(data.cases, (_, i) => i);
const hits = (data: PrimData): number => data.cases.reduce((sum, one) => sum + one, 0);

describe('patient rule induction', () => {
  it('finds the box of the published square: all sides, its mean rising to one as its points fall', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const data = square(200, seed);
      const trajectory = peelingTrajectory(data, all(data), hits(data), 0.1, 6);
      const means = trajectory.map(box => box.density);
      // figure 9.8: the mean climbs with every peel
      for (let i = 1; i < means.length; i++) expect(means[i]!).toBeGreaterThanOrEqual(means[i - 1]!);
      expect(means[0]).toBeLessThan(0.15);
      expect(means.at(-1)).toBe(1);
      const [box] = findBoxes(data, { alpha: 0.1, least: 0.03 });
      expect(box!.limited).toEqual([0, 1]);
      expect(box!.density).toBeGreaterThan(0.75);
      expect(box!.coverage).toBeGreaterThan(0.75);
      expect(Math.abs(box!.low[0]! - 0.5)).toBeLessThan(0.08);
      expect(Math.abs(box!.high[0]! - 0.8)).toBeLessThan(0.08);
      expect(Math.abs(box!.low[1]! - 0.4)).toBeLessThan(0.08);
      expect(Math.abs(box!.high[1]! - 0.6)).toBeLessThan(0.08);
    }
  });

  it('leaves alone dimensions that do not matter', () => {
    const data = square(2000, 3, 8, 0.1);
    const [box] = findBoxes(data, { alpha: 0.05, least: 0.03 });
    expect(box!.limited).toEqual([0, 1]);
    expect(box!.density).toBeGreaterThan(0.8);
    const fresh = measureBox(square(2000, 99, 8, 0.1), box!);
    expect(Math.abs(fresh.density - box!.density)).toBeLessThan(0.12);
  });

  it('peels one end at a time: the first peel takes a tenth', () => {
    const data = square(200, 1);
    const [whole, second] = peelingTrajectory(data, all(data), hits(data), 0.1, 6);
    expect(whole).toMatchObject({ points: 200, coverage: 1 });
    expect(second!.points).toBe(180);
  });

  it('finds a second box among the points that the first leaves', () => {
    const draws = new KeyedDraws(8, 'two');
    const values = Float64Array.from({ length: 3000 }, (_, i) => draws.at(i));
    const cases = Uint8Array.from({ length: 1500 }, (_, i) => Number((values[2 * i]! < 0.2 && values[2 * i + 1]! < 0.4) || (values[2 * i]! > 0.75 && values[2 * i + 1]! > 0.75)));
    const boxes = findBoxes({ dimensions: 2, values, cases }, { boxes: 2, least: 0.03 });
    expect(boxes).toHaveLength(2);
    expect(boxes[0]!.coverage + boxes[1]!.coverage).toBeGreaterThan(0.85);
    for (const box of boxes) expect(box.density).toBeGreaterThan(0.85);
  });

  it('finds nothing where there is nothing to find', () => {
    const none: PrimData = { dimensions: 1, values: Float64Array.of(1, 2, 3), cases: Uint8Array.of(0, 0, 0) };
    expect(findBoxes(none)).toEqual([]);
    expect(findBoxes({ ...none, cases: Uint8Array.of(1, 1, 1) })).toEqual([]);
  });

  it('weighs a limit with the binomial tail', () => {
    // P(X ≥ 8), n = 10, p = ½ is 56/1024
    expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialTail(0, 10, 0.5)).toBe(1);
  });
});
