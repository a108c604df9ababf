import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centredOn, fitClear, held, levelAt, MAX_ZOOM, MIN_ZOOM, pinched, toPlane, toScreen, zoomedAbout, type Level } from '../../src/map/camera.ts';
import type { Point } from '../../src/map/geometry.ts';

const view = { scale: 1.2, x: 40, y: 300 };

describe('the camera', () => {
  it('keeps the place under the pointer while zooming', () => {
    assert(property(double({ min: 0, max: 1000, noNaN: true }), double({ min: 0, max: 400, noNaN: true }), double({ min: 0.2, max: 6, noNaN: true }), (x, y, factor) => {
      const before = toPlane(view, [x, y]);
      const after = toPlane(zoomedAbout(view, [x, y], factor, 1), [x, y]);
      expect(Math.abs(before[0] - after[0]) + Math.abs(before[1] - after[1])).toBeLessThan(1e-6);
    }));
  });
  it('stays within its limits', () => {
    expect(zoomedAbout(view, [0, 0], 1e6, 1).scale).toBe(MAX_ZOOM);
    expect(zoomedAbout(view, [0, 0], 1e-6, 1).scale).toBe(MIN_ZOOM);
  });
  it('follows two fingers', () => {
    const fingers: [Point, Point] = [[100, 100], [200, 100]];
    const next = pinched(view, fingers, [[90, 120], [290, 120]], 1);
    expect(next.scale).toBeCloseTo(2.4, 9);
    expect(toScreen(next, toPlane(view, [150, 100]))[0]).toBeCloseTo(190, 6);
    expect(toScreen(next, toPlane(view, [150, 100]))[1]).toBeCloseTo(120, 6);
  });
  it('centres, and never loses the country', () => {
    expect(toScreen(centredOn(view, [10, -20], { width: 800, height: 400 }), [10, -20])).toEqual([400, 200]);
    const box = { left: 0, right: 100, top: 0, bottom: 100 };
    const away = held({ scale: 1, x: 5000, y: -5000 }, box, { width: 800, height: 400 });
    expect([away.x, away.y]).toEqual([400, 100]);
  });
  it('changes level 10 % beyond the limit only', () => {
    expect(levelAt(2.1, 0)).toBe(0);
    expect(levelAt(2.3, 0)).toBe(1);
    expect(levelAt(1.9, 1)).toBe(1);
    expect(levelAt(1.7, 1)).toBe(0);
    expect(levelAt(20, 0)).toBe(3);
    expect(levelAt(1, 3)).toBe(0);
    let level: Level = 0;
    for (const zoom of [1.95, 2.05, 1.95, 2.05]) expect((level = levelAt(zoom, level))).toBe(0);
  });
});

describe('fitting clear of overlays', () => {
  const ring: Point[] = Array.from({ length: 60 }, (_, i) => [400 + 400 * Math.cos(i / 60 * 2 * Math.PI), 200 + 200 * Math.sin(i / 60 * 2 * Math.PI)]);
  const box = { left: 0, right: 800, top: 0, bottom: 400 };
  const size = { width: 1040, height: 436 };
  const overlays = [{ left: 10, top: 10, right: 470, bottom: 46 }, { left: 800, top: 10, right: 1030, bottom: 46 }, { left: 816, top: 220, right: 1030, bottom: 426 }];
  const isUnder = (at: Point): boolean => overlays.some(o => at[0] > o.left && at[0] < o.right && at[1] > o.top && at[1] < o.bottom);
  it('shows everything and hides nothing', () => {
    const fitted = fitClear(ring, box, size, overlays);
    for (const place of ring) {
      const at = toScreen(fitted, place);
      expect(isUnder(at)).toBe(false);
      expect(at[0]).toBeGreaterThan(0);
      expect(at[0]).toBeLessThan(size.width);
      expect(at[1]).toBeGreaterThan(0);
      expect(at[1]).toBeLessThan(size.height);
    }
    expect(fitted.scale).toBeGreaterThan(0.8);
  });
  it('would hide something if it only filled the screen', () => {
    const plain = fitClear(ring, box, size, []);
    expect(ring.some(place => isUnder(toScreen(plain, place)))).toBe(true);
    expect(plain.scale).toBeCloseTo((436 - 28) / 400, 6);
  });
});
