/** Confidence sequences and verdicts: coverage under every look, known capitals, and a thousand synthetic studies. */
import { describe, expect, it } from 'vitest';
import { drawer, meanInterval } from '../../src/study/bootstrap.ts';
import { comparePaired } from '../../src/study/compare.ts';
import { logCapital, medianInterval, shareInterval } from '../../src/study/sequential.ts';
import { sorted } from '../../src/study/statistics.ts';
import { EVEN, isDecided, verdictOf, type Verdict } from '../../src/study/verdict.ts';

/** A uniform number between 0 and 1 of a fixed stream. */
function uniforms(key: number): () => number {
  const draw = drawer(key);
  return () => (draw(1e9) + 0.5) / 1e9;
}

describe('capital', () => {
  it('has mean 1 against the truth: over all outcomes of three pairs', () => {
    for (const [one, half] of [[0.3, 0.4], [0.5, 0], [0.9, 0.05]] as const) {
      const zero = 1 - one - half;
      const mean = one + half / 2;
      let expected = 0;
      for (const a of [0, 1, 2]) for (const b of [0, 1, 2]) for (const c of [0, 1, 2]) {
        const count = (what: number): number => [a, b, c].filter(x => x === what).length;
        const chance = [a, b, c].reduce((product, x) => product * [one, half, zero][x]!, 1);
        if (chance > 0) expected += chance * Math.exp(logCapital(count(0), count(1), count(2), mean));
      }
      expect(expected).toBeCloseTo(1, 10);
    }
  });
  it('falls with the share it bets against', () => {
    for (const m of [0.1, 0.3, 0.5, 0.7]) expect(logCapital(40, 10, 20, m)).toBeGreaterThan(logCapital(40, 10, 20, m + 0.1));
  });
});

describe('intervals', () => {
  it('are the mirror image when the plans change places', () => {
    const [low, high] = shareInterval({ aBetter: 30, bBetter: 70, ties: 12 }, 0.05);
    const [otherLow, otherHigh] = shareInterval({ aBetter: 70, bBetter: 30, ties: 12 }, 0.05);
    expect(otherLow).toBeCloseTo(1 - high, 9);
    expect(otherHigh).toBeCloseTo(1 - low, 9);
    expect(low).toBeLessThan(76 / 112);
    expect(high).toBeGreaterThan(76 / 112);
  });
  it('say nothing after a few runs and much after many', () => {
    expect(medianInterval(Float64Array.of(1, 2, 3), 0.05)).toEqual([-Infinity, Infinity]);
    const values = Float64Array.from({ length: 20_001 }, (_, i) => i - 10_000);
    const [low, high] = medianInterval(values, 0.05);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(high - low).toBeLessThan(1000);
  });
  it('cover the truth at all looks together in 95 of 100 studies, at least', () => {
    let missed = 0;
    let missedMedian = 0;
    const studies = 400;
    for (let study = 0; study < studies; study++) {
      const u = uniforms(study * 7919 + 1);
      const truth = [0.5, 0.62, 0.9][study % 3]!;
      const median = 1 / 3; // half of the values lie just below it, half far above
      const values: number[] = [];
      let one = 0;
      let bad = false;
      let badMedian = false;
      for (let n = 1; n <= 600; n++) {
        if (u() < truth) one++;
        values.push(u() < 0.5 ? median - u() : median + 100 * u());
        if (n % 10 !== 0) continue;
        const [low, high] = shareInterval({ bBetter: one, aBetter: n - one, ties: 0 }, 0.05);
        bad ||= truth < low || truth > high;
        const [least, most] = medianInterval(Float64Array.from(values).sort(), 0.05);
        badMedian ||= median < least || median > most;
      }
      if (bad) missed++;
      if (badMedian) missedMedian++;
    }
    expect(missed / studies).toBeLessThanOrEqual(0.05);
    expect(missedMedian / studies).toBeLessThanOrEqual(0.05);
  });
  it('of a mean are bootstrapped: about the normal one for tame values, none for equal ones', () => {
    const u = uniforms(5);
    const values = Float64Array.from({ length: 900 }, () => u() + u() + u());
    const [low, high] = meanInterval(values);
    expect(low).toBeCloseTo(1.5 - 1.96 * 0.5 / 30, 1);
    expect(high).toBeCloseTo(1.5 + 1.96 * 0.5 / 30, 1);
    expect(meanInterval(values)).toEqual([low, high]);
    expect(meanInterval(new Float64Array(50).fill(3))).toEqual([3, 3]);
    const many = Float64Array.from({ length: 50_000 }, () => u());
    const [least, most] = meanInterval(many);
    expect(most - least).toBeCloseTo(2 * 1.96 * Math.sqrt(1 / 12 / 50_000), 3);
  });
});

describe('a thousand synthetic studies', () => {
  const TERMS = { tolerance: 0, alpha: 0.05 };
  const MOST = 6000;

  /**
   * A study of two plans: ties, sizes of a power law with exponent 2 and a cut-off, and in 2 % of the pairs a change of
   * regime, in which the difference is a hundred times as large and of either sign.
   * @returns its verdict when it stopped, and B's true win share
   */
  function study(key: number): { readonly verdict: Verdict; readonly share: number; readonly runs: number } {
    const u = uniforms(key);
    const ties = [0, 0.1, 0.4, 0.7][key % 4]!;
    const wins = [0.5, 0.5, 0.53, 0.57, 0.65, 0.8, 0.3, 0.44][Math.floor(key / 4) % 8]!;
    const FLIPS = 0.02;
    const CUT = 1e4;
    const size = (): number => 1 / (1 - u() * (1 - 1 / CUT)); // density x⁻² from 1 to the cut-off
    const share = (1 - FLIPS) * (ties / 2 + (1 - ties) * wins) + FLIPS / 2;
    const differences: number[] = [];
    let next = 64;
    for (;;) {
      while (differences.length < next) {
        if (u() < FLIPS) differences.push((u() < 0.5 ? -100 : 100) * size());
        else if (u() < ties) differences.push(0);
        else differences.push(u() < wins ? -size() : size());
      }
      const b = Float64Array.from(differences);
      const verdict = verdictOf(comparePaired(new Float64Array(b.length), b, 'less'), sorted(b), TERMS);
      if (isDecided(verdict) || next >= MOST) return { verdict, share, runs: next };
      next = Math.min(MOST, Math.ceil(next * 1.25));
    }
  }

  const studies = Array.from({ length: 1000 }, (_, i) => study(i));
  const isRight = ({ verdict: { verdict }, share }: (typeof studies)[number]): boolean => {
    switch (verdict) {
      case 'a': return share < 0.5;
      case 'b': return share > 0.5;
      case 'same': return share >= EVEN[0] && share <= EVEN[1];
      case 'open': return false;
    }
  };

  it('are judged rightly at least 95 times in 100, those that cannot tell counted as wrong', () => {
    expect(studies.filter(isRight).length).toBeGreaterThanOrEqual(950);
  });
  it('are judged wrongly, not just left open, in 5 of 100 at most', () => {
    expect(studies.filter(one => one.verdict.verdict !== 'open' && !isRight(one)).length).toBeLessThanOrEqual(50);
  });
  it('stop early where the difference is plain', () => {
    const plain = studies.filter(one => Math.abs(one.share - 0.5) > 0.25).map(one => one.runs);
    expect(plain.length).toBeGreaterThan(20);
    expect(Math.max(...plain)).toBeLessThan(300);
  });
});

describe('a verdict', () => {
  const terms = { tolerance: 2, alpha: 0.05 };
  const of = (differences: readonly number[]): Verdict => {
    const b = Float64Array.from(differences);
    return verdictOf(comparePaired(new Float64Array(b.length), b, 'less'), sorted(b), terms);
  };
  const repeat = (times: number, ...pattern: readonly number[]): number[] => Array.from({ length: times }, () => pattern).flat();

  it('names the better plan and whether the difference matters', () => {
    expect(of(repeat(100, -5, -4, -9, 1))).toMatchObject({ verdict: 'b', material: 'yes', moreRuns: 0 });
    expect(of(repeat(100, 1, 1, 0.5, -1))).toMatchObject({ verdict: 'a', material: 'no' });
  });
  it('cannot tell yet, and says about how many runs more it takes', () => {
    const open = of(repeat(20, -3, 3, -3, 3, -3));
    expect(open.verdict).toBe('open');
    expect(open.moreRuns).toBeGreaterThan(50);
    const then = of(repeat(20 + Math.ceil(open.moreRuns! / 5), -3, 3, -3, 3, -3));
    expect(then.verdict).toBe('b');
  });
  it('finds no difference between plans that mostly tie', () => {
    expect(of(repeat(300, 0, 0, 0, 1, -1))).toMatchObject({ verdict: 'same', material: 'no' });
  });
});
