/** Which region lies at a place: boxes first, then rings; the smallest wins where polygons overlap. */
import { boxOf, insideRings, type Box, type Point, type Ring } from './geometry.ts';

export interface Picker {
  /** Index of the region at a place of the plane, or −1. */
  at(place: Point): number;
}

export function pickerOf(regions: readonly (readonly Ring[])[]): Picker {
  const boxes = regions.map(rings => boxOf(rings));
  const size = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);
  const order = regions.map((_, r) => r).sort((a, b) => size(boxes[a]!) - size(boxes[b]!));
  return {
    at: place => {
      const [x, y] = place;
      for (const r of order) {
        const box = boxes[r]!;
        if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom && insideRings(regions[r]!, place)) return r;
      }
      return -1;
    },
  };
}
