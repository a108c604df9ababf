/** Plane geometry of the map. Places are [x, y] in kilometres, x to the east, y to the south, as screens have it. */
import { insideRing } from '../kernel/geometry.ts';

export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];
export type Ring = readonly Point[];

/** A box; empty while `right < left`. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const EMPTY_BOX: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

export function boxOf(lines: readonly Line[], start: Box = EMPTY_BOX): Box {
  let { left, top, right, bottom } = start;
  for (const line of lines)
    for (const [x, y] of line) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  return { left, top, right, bottom };
}

export const distance = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
export const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** Whether a place lies inside any of the rings, holes counted out (even-odd rule over all). */
export function insideRings(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) if (insideRing(ring as readonly [number, number][], x, y)) inside = !inside;
  return inside;
}

/** Distance of a place from a stretch. */
export function distanceToStretch(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length));
  return distance(p, [a[0] + t * dx, a[1] + t * dy]);
}

/** Distance of a place from the nearest edge of closed rings. */
export function distanceToRings(p: Point, rings: readonly Ring[]): number {
  let least = Infinity;
  for (const ring of rings) for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) least = Math.min(least, distanceToStretch(p, ring[j]!, ring[i]!));
  return least;
}

/** Room to the left and right of a place inside rings, along its parallel. */
export function roomAcross(rings: readonly Ring[], [x, y]: Point): readonly [left: number, right: number] {
  let left = Infinity;
  let right = Infinity;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y === yj > y) continue;
      const cross = ((xj - xi) * (y - yi)) / (yj - yi) + xi;
      if (cross <= x) left = Math.min(left, x - cross);
      else right = Math.min(right, cross - x);
    }
  return [left, right];
}

/** A smooth line through places (Catmull–Rom), `steps` samples a stretch. */
export function smoothLine(line: Line, steps = 8): Line {
  if (line.length < 3) return line;
  const out: Point[] = [];
  for (let i = 0; i < line.length - 1; i++) {
    const [a, b, c, d] = [line[i - 1] ?? line[i]!, line[i]!, line[i + 1]!, line[i + 2] ?? line[i + 1]!];
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      const at = (k: 0 | 1): number => 0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
      out.push([at(0), at(1)]);
    }
  }
  out.push(line[line.length - 1]!);
  return out;
}

export function lineLength(line: Line): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!);
  return sum;
}

/** Place at a share of a line's length, 0–1. */
export function pointAlong(line: Line, share: number): Point {
  let left = lineLength(line) * share;
  for (let i = 1; i < line.length; i++) {
    const step = distance(line[i - 1]!, line[i]!);
    if (step >= left && step > 0) return between(line[i - 1]!, line[i]!, left / step);
    left -= step;
  }
  return line[line.length - 1]!;
}

/** A number 0–1 that depends on its arguments only: where things without a place of their own are put. */
export function scatter(a: number, b: number, c: number): number {
  let h = Math.imul(a + 0x9e37, 0x85ebca6b) ^ Math.imul(b + 0x79b9, 0xc2b2ae35) ^ Math.imul(c + 0x7f4a, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}
