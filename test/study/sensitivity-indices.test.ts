import { describe, expect, it } from 'vitest';
import { KeyedDraws } from '../../src/study/keyed-draws.ts';
import { elementaryEffects, LEVELS, morrisDesign, morrisIndices, STEP } from '../../src/study/morris.ts';
import { sobolDesign, sobolIndices } from '../../src/study/sobol.ts';
import { normalQuantile } from '../../src/kernel/distributions.ts';

/** Ishigami and Homma 1990: sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1, each x uniform on −π … π. */
function ishigami(u: ArrayLike<number>, at = 0): number {
  const [x1, x2, x3] = [0, 1, 2].map(i => Math.PI * (2 * u[at + i]! - 1)) as [number, number, number];
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}

const G = [0, 1, 4.5, 9, 99, 99, 99, 99];
/** Sobol's g function with the a of Saltelli and Sobol 1995. */
function sobolG(u: ArrayLike<number>, at = 0): number {
  return G.reduce((product, a, i) => product * (Math.abs(4 * u[at + i]! - 2) + a) / (1 + a), 1);
}

function outputs(points: Float64Array, factors: number, f: (u: ArrayLike<number>, at: number) => number): Float64Array {
  return Float64Array.from({ length: points.length / factors }, (_, i) => f(points, i * factors));
}

describe('Sobol indices', () => {
  it('are those published for Ishigami', () => {
    const design = sobolDesign(3, 8192, 1);
    const found = sobolIndices(design, outputs(design.points, 3, ishigami), 1);
    // Saltelli, Chan and Scott 2000, from the analytic variances
    const first = [0.3139, 0.4424, 0];
    const total = [0.5576, 0.4424, 0.2437];
    found.forEach((index, i) => {
      expect(Math.abs(index.first - first[i]!)).toBeLessThan(0.02);
      expect(Math.abs(index.total - total[i]!)).toBeLessThan(0.02);
      expect(index.firstInterval[0]).toBeLessThanOrEqual(first[i]! + 0.005);
      expect(index.firstInterval[1]).toBeGreaterThanOrEqual(first[i]! - 0.005);
      expect(index.totalInterval[0]).toBeLessThanOrEqual(total[i]! + 0.005);
      expect(index.totalInterval[1]).toBeGreaterThanOrEqual(total[i]! - 0.005);
    });
  });

  it('are those published for Sobol-G', () => {
    const design = sobolDesign(8, 8192, 2);
    const found = sobolIndices(design, outputs(design.points, 8, sobolG), 2);
    const first = [0.7165, 0.1791, 0.0237, 0.0072, 0.0001, 0.0001, 0.0001, 0.0001];
    const total = [0.7871, 0.2422, 0.0343, 0.0105, 0.0001, 0.0001, 0.0001, 0.0001];
    found.forEach((index, i) => {
      expect(Math.abs(index.first - first[i]!)).toBeLessThan(0.02);
      expect(Math.abs(index.total - total[i]!)).toBeLessThan(0.02);
    });
  });

  it('have intervals that hold the true value about as often as they say', () => {
    let held = 0;
    for (let seed = 10; seed < 50; seed++) {
      const design = sobolDesign(3, 256, seed);
      const { totalInterval: [low, high] } = sobolIndices(design, outputs(design.points, 3, ishigami), seed)[0]!;
      if (low <= 0.5576 && 0.5576 <= high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(33);
  });

  it('are no numbers where nothing varies', () => {
    const design = sobolDesign(2, 16, 1);
    expect(sobolIndices(design, new Float64Array(64).fill(3), 1)[0]!.first).toBeNaN();
  });

  it('rest on samples with one point in each stratum', () => {
    const n = 32;
    const points = new KeyedDraws(4, 'x').latinHypercube(n, 3, 0);
    for (let d = 0; d < 3; d++) expect(new Set(Array.from({ length: n }, (_, i) => Math.floor(points[i * 3 + d]! * n))).size).toBe(n);
  });
});

describe('elementary effects', () => {
  it('move each factor once a trajectory, by the step, on the grid', () => {
    const design = morrisDesign(5, 40, 3);
    for (let j = 0; j < 40; j++) {
      expect([...design.moved.subarray(j * 5, j * 5 + 5)].sort()).toEqual([0, 1, 2, 3, 4]);
      for (let s = 0; s < 5; s++) {
        const i = design.moved[j * 5 + s]!;
        for (let d = 0; d < 5; d++) {
          const before = design.points[(j * 6 + s) * 5 + d]!;
          const after = design.points[(j * 6 + s + 1) * 5 + d]!;
          expect(Math.abs(after - before)).toBeCloseTo(d === i ? STEP : 0, 12);
          expect(after * (LEVELS - 1)).toBeCloseTo(Math.round(after * (LEVELS - 1)), 9);
        }
      }
    }
  });

  it('have the μ* of Ishigami that the grid of four levels gives', () => {
    const design = morrisDesign(3, 4000, 1);
    const found = morrisIndices(design, outputs(design.points, 3, ishigami), 1);
    // over the grid −π, −π/3, π/3, π the means are sums of a few terms
    const s = Math.sin(Math.PI / 3);
    const high = 1 + 0.1 * Math.PI ** 4;
    const low = 1 + 0.1 * (Math.PI / 3) ** 4;
    const exact = [s * (high + low) / 2 / STEP, 7 * 0.75 / STEP, 0.5 * s * (high - low) / STEP];
    expect(exact[1]).toBe(7.875);
    found.forEach((index, i) => expect(Math.abs(index.muStar / exact[i]! - 1)).toBeLessThan(0.04));
    expect(found[1]!.mu).toBeLessThan(1);
  });

  it('sort the twenty factors of Morris 1991 as published', () => {
    const chance = new KeyedDraws(9, 'coefficients');
    const b1 = Array.from({ length: 20 }, (_, i) => (i < 10 ? 20 : normalQuantile(chance.at(i))));
    const b2 = Array.from({ length: 400 }, (_, q) => (Math.floor(q / 20) < 6 && q % 20 < 6 ? -15 : normalQuantile(chance.at(1000 + q))));
    const f = (u: ArrayLike<number>, at: number): number => {
      const w = Array.from({ length: 20 }, (_, i) => ([2, 4, 6].includes(i) ? 2 * (1.1 * u[at + i]! / (u[at + i]! + 0.1) - 0.5) : 2 * (u[at + i]! - 0.5)));
      let y = 0;
      for (let i = 0; i < 20; i++) {
        y += b1[i]! * w[i]!;
        for (let j = i + 1; j < 20; j++) {
          y += b2[i * 20 + j]! * w[i]! * w[j]!;
          for (let l = j + 1; l < 5; l++) {
            y -= 10 * w[i]! * w[j]! * w[l]!;
            for (let s = l + 1; s < 4; s++) y += 5 * w[i]! * w[j]! * w[l]! * w[s]!;
          }
        }
      }
      return y;
    };
    const design = morrisDesign(20, 40, 5);
    const found = morrisIndices(design, outputs(design.points, 20, f), 5);
    // 8, 9, 10: strong and nearly linear; 1 to 7: strong, curved or in interaction; 11 to 20: weak
    for (const i of [7, 8, 9]) {
      expect(Math.abs(found[i]!.muStar - 40)).toBeLessThan(5);
      expect(found[i]!.sigma).toBeLessThan(10);
    }
    for (let i = 0; i < 7; i++) expect(found[i]!.sigma).toBeGreaterThan(17);
    const weakest = Math.min(...found.slice(0, 10).map(index => index.muStar));
    for (let i = 10; i < 20; i++) expect(found[i]!.muStar).toBeLessThan(Math.min(15, weakest));
  });

  it('are exact for a straight line, whatever the seed', () => {
    for (const seed of [1, 2, 3]) {
      const design = morrisDesign(2, 6, seed);
      const effects = elementaryEffects(design, outputs(design.points, 2, (u, at) => 3 * u[at]! - 5 * u[at + 1]!));
      for (const effect of effects[0]!) expect(effect).toBeCloseTo(3, 9);
      for (const effect of effects[1]!) expect(effect).toBeCloseTo(-5, 9);
    }
  });
});
