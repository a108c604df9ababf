import { describe, expect, it } from 'vitest';
import { arrowPath } from '../../src/map/layers/flows.ts';
import { distanceToRings, insideRings, lineLength, pointAlong, roomAcross, scatter, smoothLine, type Point } from '../../src/map/geometry.ts';
import { planeOf } from '../../src/map/projection.ts';
import { smallScenario } from '../make/small-scenario.ts';

const square: Point[] = [[0, 0], [10, 0], [10, 10], [0, 10]];
const hole: Point[] = [[4, 4], [6, 4], [6, 6], [4, 6]];

describe('plane geometry', () => {
  it('counts holes out', () => {
    expect(insideRings([square, hole], [5, 5])).toBe(false);
    expect(insideRings([square, hole], [2, 5])).toBe(true);
    expect(insideRings([square], [11, 5])).toBe(false);
  });
  it('measures room along the parallel and distance from the edge', () => {
    expect(roomAcross([square], [3, 5])).toEqual([3, 7]);
    expect(roomAcross([square, hole], [3, 5])).toEqual([3, 1]);
    expect(distanceToRings([3, 5], [square])).toBe(3);
  });
  it('walks along a line by share of its length', () => {
    const line: Point[] = [[0, 0], [10, 0], [10, 30]];
    expect(lineLength(line)).toBe(40);
    expect(pointAlong(line, 0.5)).toEqual([10, 10]);
    expect(pointAlong(line, 1)).toEqual([10, 30]);
  });
  it('smooths through its own places', () => {
    const line: Point[] = [[0, 0], [10, 5], [20, 0]];
    const smooth = smoothLine(line, 4);
    for (const p of line) expect(smooth.some(q => Math.abs(q[0] - p[0]) < 1e-9 && Math.abs(q[1] - p[1]) < 1e-9)).toBe(true);
    expect(smooth.length).toBe(9);
  });
  it('scatters evenly and always the same way', () => {
    const draws = Array.from({ length: 2000 }, (_, i) => scatter(i % 40, i >> 3, i));
    expect(draws).toEqual(Array.from({ length: 2000 }, (_, i) => scatter(i % 40, i >> 3, i)));
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03); // four standard errors of a uniform mean
    expect(draws.every(d => d >= 0 && d < 1)).toBe(true);
  });
});

describe('the projection', () => {
  it('turns north up the screen and keeps kilometres', () => {
    const plane = planeOf(smallScenario());
    expect(plane([12, 30])).toEqual([12, -30]);
    expect(Object.is(plane([0, 0])[1], -0)).toBe(false);
  });
  it('squeezes degrees of longitude by the mean latitude', () => {
    const scenario = smallScenario();
    const plane = planeOf({ ...scenario, geometry: { ...scenario.geometry, coordinates: 'degrees' }, regions: scenario.regions.map(region => ({ ...region, centre: [20, 60] as [number, number] })) });
    const [x, y] = plane([1, 1]);
    expect(x / -y).toBeCloseTo(0.5, 6);
    expect(-y).toBeCloseTo(111.195, 3);
  });
});

describe('an arrow', () => {
  it('ends at its target and bends away from the straight line', () => {
    const { d, middle } = arrowPath(200, 0, 8, 0.2);
    expect(d).toContain('L200 0L');
    expect(middle[0]).toBeCloseTo(100, 6);
    expect(middle[1]).toBeCloseTo(20, 6);
    expect(arrowPath(200, 0, 8, -0.2).middle[1]).toBeCloseTo(-20, 6);
    expect(d.endsWith('Z')).toBe(true);
  });
});
