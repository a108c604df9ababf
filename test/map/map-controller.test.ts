import { beforeEach, describe, expect, it } from 'vitest';
import { toScreen } from '../../src/map/camera.ts';
import type { Point } from '../../src/map/geometry.ts';
import { createMapController, type Frame, type Hover, type MapController } from '../../src/map/map-controller.ts';
import { fakeSession, type FakeSession } from '../make/fake-session.ts';

const size = { width: 800, height: 400 };
let session: FakeSession;
let map: MapController;
let woken: number;
let hovers: (Hover | null)[];
let first: Frame;

/** Frames until nothing changes. */
function settle(from: number): Frame[] {
  const frames: Frame[] = [];
  for (let now = from; now < from + 2000; now += 16) {
    const frame = map.step(now);
    if (frame !== undefined) frames.push(frame);
    else if (!map.isMoving) break;
  }
  return frames;
}
const over = (region: number, frame = first): Point => toScreen(frame.view, frame.base.regions[region]!.heart);
const click = (at: Point, now: number): void => { map.press(1, at, now); map.release(1, at, now + 40); };

beforeEach(async () => {
  session = fakeSession();
  woken = 0;
  hovers = [];
  map = createMapController(session, { onHover: hover => { hovers.push(hover); } }, (text, width) => text.length * width * 0.56, () => { woken++; }, () => false);
  map.resize(size);
  while (map.step(0) === undefined) await new Promise(done => { setTimeout(done, 1); });
  map.fit(false);
  first = settle(10).at(-1) ?? map.step(0)!;
});

describe('the map follows the session', () => {
  it('draws once, then nothing until something changes', () => {
    expect(map.step(100)).toBeUndefined();
    session.patch({ status: { en: 'x', fr: 'x' } });
    expect(map.step(116)).toBeUndefined();
    session.setDay(20);
    expect(map.step(132)!.scene.fills).not.toEqual(first.scene.fills);
    expect(map.step(148)).toBeUndefined();
    session.patch({ theme: 'dark' });
    expect(map.step(164)!.palette.theme).toBe('dark');
    session.setLayer('coverage');
    expect(map.step(180)).toBeDefined();
  });
  it('keeps a scene while only the view moves', () => {
    map.press(1, [400, 200], 0);
    map.move(1, [430, 220]);
    const moved = map.step(200)!;
    expect(moved.isMoved).toBe(true);
    expect(moved.scene).toBe(first.scene);
  });
});

describe('pointers', () => {
  it('select by a click', () => {
    click(over(1), 1000);
    expect(session.calls.filter(([name]) => name === 'select')).toEqual([['select', { region: 'north' }]]);
  });
  it('pan by a drag, without selecting', () => {
    const at = over(1);
    map.press(1, at, 0);
    map.move(1, [at[0] + 40, at[1] + 10]);
    map.release(1, [at[0] + 40, at[1] + 10], 200);
    expect(session.calls.some(([name]) => name === 'select')).toBe(false);
    const { view } = map.step(300)!;
    expect(view.x - first.view.x).toBeCloseTo(40, 6);
    expect(view.y - first.view.y).toBeCloseTo(10, 6);
  });
  it('zoom by a double click, gliding with the place under the pointer still', () => {
    const at = over(2);
    click(at, 1000);
    click(at, 1150);
    expect(map.isMoving).toBe(true);
    const frames = settle(1200);
    expect(frames.length).toBeGreaterThan(5);
    expect(frames.at(-1)!.view.scale / first.view.scale).toBeCloseTo(2, 6);
    for (const frame of frames) expect(Math.abs(over(2, frame)[0] - at[0]) + Math.abs(over(2, frame)[1] - at[1])).toBeLessThan(1e-6);
    expect(map.isMoving).toBe(false);
  });
  it('hover tells once a region, and nothing while dragging', () => {
    map.move(1, over(0));
    expect(hovers.at(-1)!.region).toBe(0);
    expect(map.step(100)!.hovered).toBe(0);
    map.leave();
    expect(hovers.at(-1)).toBeNull();
  });
  it('zoom by the wheel at once', () => {
    map.wheel([400, 200], -100, false);
    expect(map.step(100)!.view.scale).toBeGreaterThan(first.view.scale);
  });
});

describe('commands', () => {
  it('wake a sleeping map, and come to rest', () => {
    const before = woken;
    map.zoomBy(1.6);
    expect(woken).toBeGreaterThan(before);
    expect(settle(1000).at(-1)!.view.scale / first.view.scale).toBeCloseTo(1.6, 6);
    map.fit();
    expect(settle(3000).at(-1)!.view).toEqual(first.view);
  });
  it('bring a region to the middle', () => {
    map.panTo('east');
    const frame = settle(1000).at(-1)!;
    expect(over(2, frame)[0]).toBeCloseTo(400, 6);
    expect(over(2, frame)[1]).toBeCloseTo(200, 6);
    expect(frame.view.scale).toBeGreaterThan(first.view.scale);
  });
  it('walk to the neighbouring region', () => {
    session.select({ region: 'capital' });
    map.nextRegion('right');
    expect(session.get().selection.region).toBe('east');
  });
});
