/** What part of the plane is on screen: pan, zoom about a point, fit that keeps clear of overlays, levels of detail. */
import type { Box, Point } from './geometry.ts';

/** screen = plane · scale + offset; screen in CSS pixels, scale in pixels a kilometre. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Detail grows with zoom: 0 the country, 1 an area, 2 a region, 3 all. */
export type Level = 0 | 1 | 2 | 3;

export const MAX_ZOOM = 16; // times the fit
export const MIN_ZOOM = 0.7;
/** Zoom, as a multiple of the fit, from which each level begins. */
const LEVEL_AT = [0, 2, 4, 8] as const;
const HYSTERESIS = 0.1;

export const toScreen = (view: View, [x, y]: Point): Point => [x * view.scale + view.x, y * view.scale + view.y];
export const toPlane = (view: View, [x, y]: Point): Point => [(x - view.x) / view.scale, (y - view.y) / view.scale];
export const panned = (view: View, dx: number, dy: number): View => ({ scale: view.scale, x: view.x + dx, y: view.y + dy });

/** Zooms by `factor` with the place under `at` (screen) staying where it is; within the limits around `fit`. */
export function zoomedAbout(view: View, at: Point, factor: number, fit: number): View {
  const scale = Math.min(fit * MAX_ZOOM, Math.max(fit * MIN_ZOOM, view.scale * factor));
  const by = scale / view.scale;
  return { scale, x: at[0] - (at[0] - view.x) * by, y: at[1] - (at[1] - view.y) * by };
}

/** Two fingers from (a, b) to (c, d): moves and zooms so that both stay on their places as well as a zoom can. */
export function pinched(view: View, [a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point], fit: number): View {
  const span = (p: Point, q: Point): number => Math.max(1, Math.sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1])));
  const before: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const after: Point = [(c[0] + d[0]) / 2, (c[1] + d[1]) / 2];
  return panned(zoomedAbout(view, before, span(c, d) / span(a, b), fit), after[0] - before[0], after[1] - before[1]);
}

/** The place in the middle of the screen. */
export const centredOn = (view: View, place: Point, size: Size): View => ({ scale: view.scale, x: size.width / 2 - place[0] * view.scale, y: size.height / 2 - place[1] * view.scale });

/** Keeps at least the middle of the screen over the country's box. */
export function held(view: View, box: Box, size: Size): View {
  const clampTo = (offset: number, low: number, high: number, middle: number): number => Math.min(middle - low * view.scale, Math.max(middle - high * view.scale, offset));
  return { scale: view.scale, x: clampTo(view.x, box.left, box.right, size.width / 2), y: clampTo(view.y, box.top, box.bottom, size.height / 2) };
}

/** Level of detail at a zoom, given the level before: it changes only 10 % beyond the limit, so that symbols do not flicker. */
export function levelAt(zoom: number, before: Level): Level {
  let level = before;
  while (level < 3 && zoom >= LEVEL_AT[level + 1]! * (1 + HYSTERESIS)) level++;
  while (level > 0 && zoom < LEVEL_AT[level]! * (1 - HYSTERESIS)) level--;
  return level as Level;
}

const GRID = 7;
const SHRINK = 0.97;

/**
 * The largest view in which none of `outline`'s places lies under an overlay or off the screen.
 * @param obstacles overlays, screen pixels
 * @param margin least distance from the edges, screen pixels
 */
export function fitClear(outline: readonly Point[], box: Box, size: Size, obstacles: readonly Box[], margin = 14): View {
  const width = Math.max(1e-6, box.right - box.left);
  const height = Math.max(1e-6, box.bottom - box.top);
  const largest = Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height);
  const centre = (scale: number): View => ({ scale, x: (size.width - width * scale) / 2 - box.left * scale, y: (size.height - height * scale) / 2 - box.top * scale });
  if (!(largest > 0)) return { scale: Math.max(1e-6, largest), x: 0, y: 0 };
  const grown = obstacles.map(o => ({ left: o.left - 6, top: o.top - 6, right: o.right + 6, bottom: o.bottom + 6 }));
  for (let scale = largest; scale > largest * 0.55; scale *= SHRINK) {
    const slackX = size.width - 2 * margin - width * scale;
    const slackY = size.height - 2 * margin - height * scale;
    let best: View | undefined;
    let off = Infinity;
    for (let i = 0; i < GRID; i++)
      for (let j = 0; j < GRID; j++) {
        const view = { scale, x: margin - box.left * scale + (slackX * i) / (GRID - 1), y: margin - box.top * scale + (slackY * j) / (GRID - 1) };
        const away = Math.abs(i / (GRID - 1) - 0.5) + Math.abs(j / (GRID - 1) - 0.5);
        if (away < off && outline.every(p => { const [x, y] = toScreen(view, p); return !grown.some(o => x > o.left && x < o.right && y > o.top && y < o.bottom); })) { best = view; off = away; }
      }
    if (best !== undefined) return best;
  }
  return centre(largest * 0.9);
}
