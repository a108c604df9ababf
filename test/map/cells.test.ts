import { describe, expect, it } from 'vitest';
import { cellsOf, clipHalf } from '../../src/map/cells.ts';
import { boxOf, insideRings, type Point, type Ring } from '../../src/map/geometry.ts';
import { borderLines } from '../../src/map/rings.ts';
import { ringArea } from '../../src/kernel/geometry.ts';
import { buildBase } from '../../src/map/base.ts';
import { fakeModel } from '../make/fake-session.ts';
import { smallScenario } from '../make/small-scenario.ts';

const area = (ring: Ring): number => Math.abs(ringArea(ring as [number, number][]));
/** A coast with a bay: a horizontal cut through its arms leaves two pieces. */
const bay: Point[] = [[0, 0], [100, 0], [100, 100], [70, 100], [70, 40], [30, 40], [30, 100], [0, 100]];
const total = area(bay);

describe('clipping a ring at a line', () => {
  it('splits at a bay and loses no area', () => {
    const far = clipHalf(bay, p => 60 - p[1]);
    expect(far).toHaveLength(2);
    expect(far.map(area)).toEqual([1200, 1200]);
    const near = clipHalf(bay, p => p[1] - 60);
    expect(near).toHaveLength(1);
    expect(area(near[0]!) + 2400).toBeCloseTo(total, 9);
  });
  it('leaves whole what lies on one side', () => {
    expect(clipHalf(bay, p => p[1] - 200)).toEqual([bay]);
    expect(clipHalf(bay, p => 200 - p[1])).toEqual([]);
  });
});

describe('cells around centres', () => {
  const centres: Point[] = [[15, 15], [85, 20], [15, 80], [85, 85], [50, 15]];
  const cells = cellsOf(centres, [bay], boxOf([bay]));
  it('hold their centres and cover the outline without overlap', () => {
    centres.forEach((centre, r) => { expect(insideRings(cells[r]!, centre)).toBe(true); });
    const sum = cells.flat().reduce((all, ring) => all + area(ring), 0);
    expect(Math.abs(sum / total - 1)).toBeLessThan(0.002);
    for (let x = 2; x < 100; x += 7) for (let y = 2; y < 100; y += 7) {
      if (!insideRings([bay], [x, y])) continue;
      expect(cells.filter(rings => insideRings(rings, [x, y])).length, `${x} ${y}`).toBeLessThanOrEqual(1);
    }
  });
  it('keep the coast as it is', () => {
    for (const corner of bay) expect(cells.flat(2).some(p => Math.abs(p[0] - corner[0]) + Math.abs(p[1] - corner[1]) < 1e-6)).toBe(true);
  });
  it('share borders that are drawn once and stay off the coast', () => {
    const lines = borderLines(cells, [bay]);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    const length = lines.reduce((sum, line) => sum + line.slice(1).reduce((s, p, i) => s + Math.hypot(p[0] - line[i]![0], p[1] - line[i]![1]), 0), 0);
    const around = (ring: Ring): number => ring.reduce((s, p, i) => { const q = ring[(i + 1) % ring.length]!; return s + Math.hypot(p[0] - q[0], p[1] - q[1]); }, 0);
    // Perimeters count each border twice and the coast once.
    const twice = cells.flat().reduce((sum, ring) => sum + around(ring), 0) - around(bay);
    expect(length / (twice / 2)).toBeGreaterThan(0.95);
    expect(length / (twice / 2)).toBeLessThan(1.05);
  });
  it('give one centre the whole outline', () => {
    expect(cellsOf([[10, 10]], [bay], boxOf([bay]))).toEqual([[bay]]);
  });
});

describe('a real country', () => {
  it('comes from world-atlas, with its neighbours, and is cut into cells around the centres', async () => {
    const scenario = smallScenario();
    const centres: [number, number][] = [[31.6, 4.9], [29.7, 9.3], [31.7, 6.2], [32.5, 9.5]];
    const model = fakeModel({ ...scenario, kind: 'historical', geometry: { ...scenario.geometry, coordinates: 'degrees', outline: { worldAtlas: '728' }, approximate: true }, regions: scenario.regions.map((region, r) => ({ ...region, centre: centres[r]! })),
      sites: scenario.sites.map(site => ({ ...site, position: [31, 6] as [number, number] })), neighbours: scenario.neighbours.map(neighbour => ({ ...neighbour, position: [36, 8] as [number, number] })) });
    const base = await buildBase(model);
    base.regions.forEach((region, r) => { expect(base.picker.at(base.project(centres[r]!))).toBe(r); expect(region.rings.length).toBeGreaterThan(0); });
    expect(base.land.length).toBeGreaterThan(4);
    const country = base.outline.reduce((sum, ring) => sum + area(ring), 0);
    expect(country).toBeGreaterThan(550_000); // km²; published area 620,000 to 660,000, borders contested
    expect(country).toBeLessThan(700_000);
  });
  it('says when there is none of that code', async () => {
    const scenario = smallScenario();
    await expect(buildBase(fakeModel({ ...scenario, geometry: { ...scenario.geometry, coordinates: 'degrees', outline: { worldAtlas: '999' } } }))).rejects.toThrow('no country 999');
  });
});
