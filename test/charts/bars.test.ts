import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowBarPath, diamondPath, elbowPath, packTracks, stretches } from '../../src/charts/bars.ts';

const NAMES = ['generation', 'lift', 'operational'];

describe('stretches of a bar', () => {
  it('end at the marks, the last at the end', () => {
    expect(stretches(10, 50, NAMES, [20, 30])).toEqual([{ phase: 'generation', from: 10, to: 20 }, { phase: 'lift', from: 20, to: 30 }, { phase: 'operational', from: 30, to: 50 }]);
  });
  it('leave out what takes no time and what lies after the end', () => {
    expect(stretches(10, 50, NAMES, [10, 30]).map(s => s.phase)).toEqual(['lift', 'operational']);
    expect(stretches(10, 25, NAMES, [20, 30])).toEqual([{ phase: 'generation', from: 10, to: 20 }, { phase: 'lift', from: 20, to: 25 }]);
  });
  it('last to the end where most futures never get further', () => {
    expect(stretches(10, 50, NAMES, [20, -1])).toEqual([{ phase: 'generation', from: 10, to: 20 }, { phase: 'lift', from: 20, to: 50 }]);
  });
  it('skip a mark that is missing between two known ones', () => {
    expect(stretches(10, 50, NAMES, [-1, 30])).toEqual([{ phase: 'lift', from: 10, to: 30 }, { phase: 'operational', from: 30, to: 50 }]);
  });
  it('meet without gaps or overlaps whatever the marks', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 80 }), fc.array(fc.integer({ min: -1, max: 140 }), { minLength: 2, maxLength: 2 }), (from, length, marks) => {
      const found = stretches(from, from + length, NAMES, marks);
      expect(found[0]!.from).toBe(from);
      expect(found.at(-1)!.to).toBe(from + length);
      found.slice(1).forEach((s, i) => { expect(s.from).toBe(found[i]!.to); });
    }));
  });
});

describe('tracks', () => {
  it('share a row where bars do not meet, in list order', () => {
    expect(packTracks([{ from: 0, to: 10 }, { from: 5, to: 15 }, { from: 10, to: 20 }, { from: 16, to: 18 }])).toEqual([0, 1, 0, 1]);
    expect(packTracks([{ from: 0, to: 10 }, { from: 10, to: 20 }], 3)).toEqual([0, 1]);
  });
  it('never let two bars of a track overlap', () => {
    fc.assert(fc.property(fc.array(fc.record({ from: fc.integer({ min: 0, max: 300 }), length: fc.integer({ min: 1, max: 90 }) }), { maxLength: 30 }), list => {
      const intervals = list.map(({ from, length }) => ({ from, to: from + length }));
      const tracks = packTracks(intervals, 2);
      intervals.forEach((a, i) => { intervals.slice(i + 1).forEach((b, j) => { if (tracks[i] === tracks[i + 1 + j]) expect(a.to + 2 <= b.from || b.to + 2 <= a.from).toBe(true); }); });
    }));
  });
});

describe('shapes', () => {
  it('draws an open bar as an arrow', () => {
    expect(arrowBarPath(0, 0, 100, 20, 9)).toBe('M0 0H91L100 10L91 20H0Z');
  });
  it('draws a diamond around its point', () => {
    expect(diamondPath(10, 10, 4)).toBe('M10 6L14 10L10 14L6 10Z');
  });
  it('leads an elbow down and right, or round by the left', () => {
    expect(elbowPath([10, 0], [50, 40])).toBe('M10 0V40H50M45 37L50 40L45 43');
    expect(elbowPath([50, 0], [50, 40])).toBe('M50 0V28H38V40H50M45 37L50 40L45 43');
  });
});
