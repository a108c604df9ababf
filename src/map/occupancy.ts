/** Room on the map: boxes that are taken, so that names and signs do not lie on each other. Pixels of the plane at one zoom. */
import type { Box, Point } from './geometry.ts';

export interface Occupancy {
  /** Whether a box touches nothing taken. */
  isFree(box: Box): boolean;
  /** Area of the box that is taken already, square pixels. */
  overlap(box: Box): number;
  take(box: Box): void;
}

/** A box around a place, `dx` and `dy` pixels away. */
export const boxAt = ([x, y]: Point, width: number, height: number, dx = 0, dy = 0): Box => ({ left: x + dx - width / 2, right: x + dx + width / 2, top: y + dy - height / 2, bottom: y + dy + height / 2 });

export const touches = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export function createOccupancy(): Occupancy {
  const taken: Box[] = [];
  return {
    isFree: box => !taken.some(other => touches(box, other)),
    overlap: box => taken.reduce((sum, o) => sum + Math.max(0, Math.min(box.right, o.right) - Math.max(box.left, o.left)) * Math.max(0, Math.min(box.bottom, o.bottom) - Math.max(box.top, o.top)), 0),
    take: box => { taken.push(box); },
  };
}
