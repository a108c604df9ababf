/** Distances on the globe and in the plane, from deterministic mathematics. */
import { atan, cos, PI, sin } from './math.ts';

const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = PI / 180;

export function cosDegrees(degrees: number): number {
  return cos(degrees * RADIANS);
}

/** Great-circle distance of two places [longitude, latitude] in degrees, km. */
export function haversineKm(a: readonly [number, number], b: readonly [number, number]): number {
  const north = sin((b[1] - a[1]) * RADIANS * 0.5);
  const east = sin((b[0] - a[0]) * RADIANS * 0.5);
  const h = north * north + cosDegrees(a[1]) * cosDegrees(b[1]) * east * east;
  if (h >= 1) return PI * EARTH_RADIUS_KM;
  return 2 * EARTH_RADIUS_KM * atan(Math.sqrt(h / (1 - h)));
}

/** Signed area of a ring, positive when it runs counter-clockwise in a plane whose y points up. */
export function ringArea(ring: readonly (readonly [number, number])[]): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) twice += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return twice / 2;
}

/** Whether a place lies inside a ring (even-odd rule). */
export function insideRing(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
