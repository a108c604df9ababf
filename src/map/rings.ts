/** The country as rings: its regions, its outline, land beyond it. From polygons where the scenario has them, else from cells. */
import type { ScenarioModel } from '../scenario/model.ts';
import { cellsOf } from './cells.ts';
import { boxOf, distanceToStretch, type Box, type Line, type Point, type Ring } from './geometry.ts';

export interface CountryOutline {
  readonly rings: readonly Ring[];
  /** Land of others around it. */
  readonly land: readonly (readonly Ring[])[];
}

/** Regions that fill more than this share of their country's box are the whole country. MODEL */
const WHOLE = 0.4;
/** Room that cells of a country's outline may take around the centres, as a share of the side of a mean region. MODEL */
const AROUND = 0.75;

/** Rings of each region in the plane. */
export function regionRings(model: ScenarioModel, project: (place: readonly [number, number]) => Point, outline: readonly Ring[]): (readonly Ring[])[] {
  const { regions } = model.scenario;
  if (regions.every(region => region.polygon !== undefined && region.polygon.length > 0)) return regions.map(region => region.polygon!.map(ring => ring.map(project)));
  const centres = regions.map(region => project(region.centre));
  let box = boxOf(outline);
  if (model.outlineCountry !== undefined) {
    const pad = AROUND * Math.sqrt(regions.reduce((sum, region) => sum + region.area, 0) / regions.length);
    const near = boxOf([centres]);
    const around = { left: Math.max(box.left, near.left - pad), right: Math.min(box.right, near.right + pad), top: Math.max(box.top, near.top - pad), bottom: Math.min(box.bottom, near.bottom + pad) };
    const size = (b: Box): number => (b.right - b.left) * (b.bottom - b.top);
    if (size(around) < WHOLE * size(box)) box = around;
  }
  const cells = cellsOf(centres, outline, box);
  return regions.map((region, r) => region.polygon?.map(ring => ring.map(project)) ?? cells[r]!);
}

/** Two places this near are the same, km. */
const SAME = 0.02;

/**
 * Borders between regions: each drawn once, joined to lines as long as possible. Edges on the outline are left out.
 * @param outline rings of the country, drawn apart
 */
export function borderLines(regions: readonly (readonly Ring[])[], outline: readonly Ring[]): Line[] {
  const box = boxOf(outline);
  const tolerance = Math.max(SAME, 0.0015 * Math.max(box.right - box.left, box.bottom - box.top));
  const onOutline = outlineTest(outline, box, tolerance);
  const key = (p: Point): string => `${Math.round(p[0] / SAME)} ${Math.round(p[1] / SAME)}`;
  const edges = new Map<string, readonly [Point, Point]>();
  for (const rings of regions)
    for (const ring of rings)
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i]!;
        const b = ring[(i + 1) % ring.length]!;
        const [ka, kb] = [key(a), key(b)];
        const name = ka < kb ? `${ka}|${kb}` : `${kb}|${ka}`;
        if (ka !== kb && !edges.has(name) && !onOutline([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])) edges.set(name, [a, b]);
      }
  return chained([...edges.values()], key);
}

/** Quick test whether a place lies on the outline: stretches sorted into squares. */
function outlineTest(outline: readonly Ring[], box: Box, tolerance: number): (p: Point) => boolean {
  const side = Math.max(tolerance * 8, (box.right - box.left) / 60);
  const squares = new Map<string, (readonly [Point, Point])[]>();
  const name = (x: number, y: number): string => `${x} ${y}`;
  for (const ring of outline)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[j]!, ring[i]!];
      const at = (v: number): number => Math.floor(v / side);
      for (let x = at(Math.min(a[0], b[0]) - tolerance); x <= at(Math.max(a[0], b[0]) + tolerance); x++)
        for (let y = at(Math.min(a[1], b[1]) - tolerance); y <= at(Math.max(a[1], b[1]) + tolerance); y++) {
          const list = squares.get(name(x, y));
          if (list === undefined) squares.set(name(x, y), [[a, b]]);
          else list.push([a, b]);
        }
    }
  return p => (squares.get(name(Math.floor(p[0] / side), Math.floor(p[1] / side))) ?? []).some(([a, b]) => distanceToStretch(p, a, b) < tolerance);
}

/** Joins edges end to end; lines stop where three or more meet. */
function chained(edges: readonly (readonly [Point, Point])[], key: (p: Point) => string): Line[] {
  const at = new Map<string, number[]>();
  edges.forEach(([a, b], e) => { for (const p of [a, b]) { const list = at.get(key(p)); if (list === undefined) at.set(key(p), [e]); else list.push(e); } });
  const used = new Set<number>();
  const walk = (edge: number, from: Point): Point[] => {
    const line: Point[] = [from];
    let here = from;
    for (let e: number | undefined = edge; e !== undefined;) {
      used.add(e);
      const [a, b]: readonly [Point, Point] = edges[e]!;
      here = key(a) === key(here) ? b : a;
      line.push(here);
      const next: number[] = at.get(key(here))!;
      e = next.length === 2 ? next.find(n => !used.has(n)) : undefined;
    }
    return line;
  };
  const lines: Line[] = [];
  const isEnd = (p: Point): boolean => at.get(key(p))!.length !== 2;
  edges.forEach(([a, b], e) => { if (!used.has(e) && (isEnd(a) || isEnd(b))) lines.push(walk(e, isEnd(a) ? a : b)); });
  edges.forEach(([a], e) => { if (!used.has(e)) lines.push(walk(e, a)); });
  return lines;
}
