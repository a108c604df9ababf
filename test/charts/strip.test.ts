import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossHatchPath, hatchPath } from '../../src/charts/hatch.ts';
import { bracketPath, nearestStart, stripCells } from '../../src/charts/strip.ts';

const points = [
  { start: 0, feasible: false, median: 5 }, { start: 7, feasible: true, median: 10 }, { start: 14, feasible: true, median: 20 }, { start: 21, feasible: true, median: 50 },
];

describe('cells of the delay strip', () => {
  const cells = stripCells(points, day => day * 2, 'less');
  it('reach from start to start on the axis, the last as wide as the one before', () => {
    expect(cells.map(cell => [cell.x, cell.width])).toEqual([[0, 14], [14, 14], [28, 14], [42, 14]]);
  });
  it('are darker where the outcome is worse, and have no shade where the start is infeasible', () => {
    expect(cells.map(cell => cell.shade)).toEqual([-1, 0, 1, 4]);
    expect(stripCells(points, day => day, 'more').map(cell => cell.shade)).toEqual([-1, 4, 3, 0]);
  });
  it('are all light where no difference is material', () => {
    expect(stripCells(points, day => day, 'less', 40).map(cell => cell.shade)).toEqual([-1, 0, 0, 0]);
    expect(stripCells(points.map(p => ({ ...p, median: 3 })), day => day, 'less').map(cell => cell.shade)).toEqual([-1, 0, 0, 0]);
  });
  it('finds the start nearest to a day', () => {
    expect(nearestStart(points, 12)?.start).toBe(14);
    expect(nearestStart(points, 10)?.start).toBe(7);
    expect(nearestStart([], 10)).toBeUndefined();
  });
  it('brackets a zone from below', () => {
    expect(bracketPath(10, 30, 14, 4)).toBe('M10 14v4H30v-4');
  });
});

describe('hatching', () => {
  const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  it('draws each line from edge to edge of the box', () => {
    expect(hatchPath({ x: 0, y: 0, width: 10, height: 10 }, 10)).toBe('M0 10L10 0');
    expect(crossHatchPath({ x: 0, y: 0, width: 10, height: 10 }, 10)).toBe('M0 10L10 0M0 0L10 10');
    expect(hatchPath({ x: 0, y: 0, width: 0, height: 10 }, 5)).toBe('');
  });
  it('stays inside the box, at 45 degrees', () => {
    fc.assert(fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 40 }), (x, y, width, height) => {
      const path = numbers(crossHatchPath({ x, y, width, height }, 7));
      for (let i = 0; i < path.length; i += 4) {
        const [x1, y1, x2, y2] = path.slice(i, i + 4) as [number, number, number, number];
        expect(Math.abs(Math.abs(x2 - x1) - Math.abs(y2 - y1))).toBeLessThan(0.21);
        for (const px of [x1, x2]) expect(px >= x - 0.01 && px <= x + width + 0.01).toBe(true);
        for (const py of [y1, y2]) expect(py >= y - 0.01 && py <= y + height + 0.01).toBe(true);
      }
    }));
  });
});
