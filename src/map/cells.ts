/** Cells around centres, clipped to a drawn coast or a country's outline: an approximate map for scenarios without polygons. */
import { Delaunay } from 'd3-delaunay';
import { distanceToRings, type Box, type Point, type Ring } from './geometry.ts';

/**
 * The part of a ring on one side of a line, as separate rings.
 * @param keep signed distance of a place from the line; places with `keep ≤ 0` stay
 */
export function clipHalf(ring: Ring, keep: (p: Point) => number): Ring[] {
  const side = ring.map(keep);
  if (side.every(d => d <= 0)) return [ring];
  if (side.every(d => d >= 0)) return [];
  // Stretches on the kept side, each from the crossing where it comes in to the one where it goes out.
  const first = side.findIndex((d, i) => d <= 0 && side[(i + side.length - 1) % side.length]! > 0);
  if (first < 0) return [ring];
  const crossing = (i: number, j: number): Point => {
    const t = side[i]! / (side[i]! - side[j]!);
    return [ring[i]![0] + (ring[j]![0] - ring[i]![0]) * t, ring[i]![1] + (ring[j]![1] - ring[i]![1]) * t];
  };
  const stretches: Point[][] = [];
  let open: Point[] | undefined;
  for (let k = 0; k < ring.length; k++) {
    const i = (first + k) % ring.length;
    const before = (i + ring.length - 1) % ring.length;
    const after = (i + 1) % ring.length;
    if (side[i]! > 0) continue;
    if (side[before]! > 0) open = [crossing(before, i)];
    open!.push(ring[i]!);
    if (side[after]! > 0) { open!.push(crossing(i, after)); stretches.push(open!); open = undefined; }
  }
  // Ends along the line in order: the pieces join where ends are neighbours, first with second, third with fourth.
  const ends = stretches.flatMap((points, n) => [{ n, isStart: true, at: points[0]! }, { n, isStart: false, at: points[points.length - 1]! }]);
  const [origin] = ends;
  const far = ends.reduce((a, b) => (span(origin!.at, b.at) > span(origin!.at, a.at) ? b : a));
  const along = (p: Point): number => (p[0] - origin!.at[0]) * (far.at[0] - origin!.at[0]) + (p[1] - origin!.at[1]) * (far.at[1] - origin!.at[1]);
  ends.sort((a, b) => along(a.at) - along(b.at));
  const partner = new Map<number, number>();
  for (let i = 0; i + 1 < ends.length; i += 2) {
    const [a, b] = [ends[i]!, ends[i + 1]!];
    if (a.isStart === b.isStart) return [stretches.flat()];
    partner.set(a.isStart ? b.n : a.n, a.isStart ? a.n : b.n);
  }
  const rings: Ring[] = [];
  const used = new Set<number>();
  for (let n = 0; n < stretches.length; n++) {
    if (used.has(n)) continue;
    const points: Point[] = [];
    for (let m = n; !used.has(m); m = partner.get(m)!) { used.add(m); points.push(...stretches[m]!); }
    rings.push(points);
  }
  return rings;
}

const span = (a: Point, b: Point): number => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);

/** A border's bend away from the straight line: how far, and the lengths of its waves, as shares of the mean distance of centres. MODEL */
const BEND = 0.045;
const WAVES = [[2.1, 1], [5.3, 0.45], [13.7, 0.18]] as const;

/** Places at least every `step` along a ring. */
function dense(ring: Ring, step: number): Ring {
  const out: Point[] = [];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    const pieces = Math.max(1, Math.ceil(Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1])) / step));
    for (let k = 0; k < pieces; k++) out.push([a[0] + ((b[0] - a[0]) * k) / pieces, a[1] + ((b[1] - a[1]) * k) / pieces]);
  }
  return out;
}

/**
 * One list of rings a centre. Borders bend a little so that they do not look surveyed; the outline stays as it is.
 * @param box how far cells may reach
 */
export function cellsOf(centres: readonly Point[], outline: readonly Ring[], box: Box): Ring[][] {
  if (centres.length === 1) return [outline.map(ring => ring)];
  const delaunay = Delaunay.from(centres as [number, number][]);
  const spacing = Math.sqrt(((box.right - box.left) * (box.bottom - box.top)) / centres.length);
  const frame: readonly ((p: Point) => number)[] = [p => box.left - p[0], p => p[0] - box.right, p => box.top - p[1], p => p[1] - box.bottom];
  const bend = (p: Point): Point => {
    // Nothing moves on the outline, so that cells and coast stay together.
    const free = Math.min(1, distanceToRings(p, outline) / (spacing * 0.25), ...frame.map(side => Math.max(0, -side(p)) / (spacing * 0.25)));
    if (free <= 0) return p;
    const x = p[0] / spacing, y = p[1] / spacing;
    let dx = 0, dy = 0;
    for (const [wave, part] of WAVES) {
      dx += part * Math.sin(wave * (x + 1.7 * y) + wave) + part * 0.6 * Math.sin(wave * 2.2 * y + 1);
      dy += part * Math.sin(wave * (y - 1.3 * x) + 2 * wave) + part * 0.6 * Math.sin(wave * 1.9 * x + 2);
    }
    return [p[0] + BEND * spacing * free * dx, p[1] + BEND * spacing * free * dy];
  };
  return centres.map((centre, r) => {
    let rings: Ring[] = outline.map(ring => ring);
    for (const side of frame) rings = rings.flatMap(ring => clipHalf(ring, side));
    for (const n of delaunay.neighbors(r)) {
      const other = centres[n]!;
      const mid: Point = [(centre[0] + other[0]) / 2, (centre[1] + other[1]) / 2];
      const normal: Point = [other[0] - centre[0], other[1] - centre[1]];
      rings = rings.flatMap(ring => clipHalf(ring, p => (p[0] - mid[0]) * normal[0] + (p[1] - mid[1]) * normal[1]));
    }
    return rings.map(ring => dense(ring, spacing / 24).map(bend));
  });
}
