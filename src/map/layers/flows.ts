/** People on the move over the last 30 days: curved arrows from region to region, width by number; the largest twelve. */
import type { MapBase } from '../base.ts';
import { between, distance, type Point } from '../geometry.ts';
import { glyph, type Glyph, type Label } from '../marks.ts';
import { boxAt } from '../occupancy.ts';
import { figure, type Placing, type SceneInput } from '../scene-input.ts';

export const FLOW_DAYS = 30;
export const MOST_ARROWS = 12;
/** Flows below this share of the largest, or below this many people, count among the others. */
const SMALLEST_SHARE = 0.03;
const FEWEST = 100;

export interface Flow {
  readonly from: number;
  /** ≥ 0 a region, −1 − n the neighbour n. */
  readonly to: number;
  readonly people: number;
}

/** Flows of the last 30 days, largest first, and what is not drawn. */
export function flowsOf({ base, trace, day }: Pick<SceneInput, 'base' | 'trace' | 'day'>): { readonly shown: readonly Flow[]; readonly others: { readonly count: number; readonly people: number } } {
  const { destinations } = base.model;
  const flows: Flow[] = [];
  if (trace !== null) {
    const width = destinations.list.length;
    const then = Math.max(0, day - FLOW_DAYS) * width;
    for (let r = 0; r < base.regions.length; r++)
      for (let d = destinations.start[r]!; d < destinations.start[r + 1]!; d++) {
        const people = trace.flows[day * width + d]! - (day === 0 ? 0 : trace.flows[then + d]!);
        if (people >= 1) flows.push({ from: r, to: destinations.list[d]!, people });
      }
  }
  flows.sort((a, b) => b.people - a.people || a.from - b.from || a.to - b.to);
  const floor = Math.max(FEWEST, SMALLEST_SHARE * (flows[0]?.people ?? 0));
  const shown = flows.slice(0, MOST_ARROWS).filter(flow => flow.people >= floor);
  const rest = flows.slice(shown.length);
  return { shown, others: { count: rest.length, people: rest.reduce((sum, flow) => sum + flow.people, 0) } };
}

const NARROWEST = 2;
const WIDEST = 9;

/** Path of an arrow from the origin to (x, y), bent to one side; the body tapers a little so that its direction is seen. */
export function arrowPath(x: number, y: number, width: number, bend: number): { readonly d: string; readonly middle: Point } {
  const length = Math.sqrt(x * x + y * y);
  const control: Point = [x / 2 - y * bend, y / 2 + x * bend];
  const ex = x - control[0], ey = y - control[1];
  const e = Math.sqrt(ex * ex + ey * ey) || 1;
  const [ux, uy] = [ex / e, ey / e];
  const headLength = Math.min(width + 5, length * 0.45), half = width / 2;
  const neck: Point = [x - ux * headLength, y - uy * headLength];
  const sx = control[0], sy = control[1];
  const s = Math.sqrt(sx * sx + sy * sy) || 1;
  const [vx, vy] = [sx / s, sy / s];
  const mx = x / length, my = y / length;
  const f = (n: number): string => (Math.round(n * 10) / 10).toString();
  const start = half * 0.55;
  const middleHalf = half * 0.85;
  const d = `M${f(-vy * start)} ${f(vx * start)}Q${f(control[0] - my * middleHalf)} ${f(control[1] + mx * middleHalf)} ${f(neck[0] - uy * half)} ${f(neck[1] + ux * half)}`
    + `L${f(neck[0] - uy * (half + 3.6))} ${f(neck[1] + ux * (half + 3.6))}L${f(x)} ${f(y)}L${f(neck[0] + uy * (half + 3.6))} ${f(neck[1] - ux * (half + 3.6))}`
    + `L${f(neck[0] + uy * half)} ${f(neck[1] - ux * half)}Q${f(control[0] + my * middleHalf)} ${f(control[1] - mx * middleHalf)} ${f(vy * start)} ${f(-vx * start)}Z`;
  return { d, middle: [0.25 * x + 0.5 * control[0], 0.25 * y + 0.5 * control[1]] };
}

const crossings = new WeakMap<MapBase, Map<string, number>>();

/** Share of the way from a region's heart to a neighbour's at which the country ends, kept with the base. */
function crossing(base: MapBase, from: number, neighbour: number): number {
  let known = crossings.get(base);
  if (known === undefined) crossings.set(base, (known = new Map()));
  const key = `${from} ${neighbour}`;
  let last = known.get(key);
  if (last === undefined) {
    last = 0;
    for (let i = 1; i <= 40; i++) if (base.picker.at(between(base.regions[from]!.heart, base.neighbours[neighbour]!, i / 40)) >= 0) last = i / 40;
    known.set(key, last);
  }
  return last;
}

/** Where an arrow across the border ends: a little beyond the last place inside the country. */
function beyond({ base, scale }: Placing, from: number, neighbour: number): Point {
  const [a, b] = [base.regions[from]!.heart, base.neighbours[neighbour]!];
  return between(a, b, Math.min(1, crossing(base, from, neighbour) + 34 / scale / Math.max(1e-6, distance(a, b))));
}

/** Arrows that carry a number at the country's scale. */
const MOST_NUMBERS = 6;

/** The arrows take their room at once; `name` sets numbers beside them, where there is room left. */
export function flowsLayer(scene: Placing): { readonly marks: Glyph[]; readonly name: () => Label[] } {
  const { base, scale, palette, occupancy, language, level, measure } = scene;
  const { tokens } = palette;
  const marks: Glyph[] = [];
  const named: { readonly key: string; readonly people: number; readonly at: Point; readonly middle: Point; readonly normal: Point; readonly width: number }[] = [];
  const { shown } = flowsOf(scene);
  const largest = shown[0]?.people ?? 1;
  for (const { from, to, people } of [...shown].reverse()) {
    const a = base.regions[from]!.heart;
    const b = to >= 0 ? base.regions[to]!.heart : beyond(scene, from, -1 - to);
    const length = distance(a, b) * scale;
    if (length < 24) continue;
    // Arrows leave from beside the heart and stop short of the other, so that names stay free.
    const start = between(a, b, Math.min(0.26, 20 / length));
    const end = between(a, b, 1 - (to >= 0 ? Math.min(0.32, 26 / length) : 0));
    const width = NARROWEST + (WIDEST - NARROWEST) * Math.sqrt(people / largest);
    const bend = ((from + (to < 0 ? 1 : to)) % 2 === 0 ? 1 : -1) * Math.min(0.3, 0.14 + length / 2400);
    const x = (end[0] - start[0]) * scale, y = (end[1] - start[1]) * scale;
    const { d, middle } = arrowPath(x, y, width, bend);
    marks.push(glyph(start, d, { stroke: tokens.casing, width: 2.6, alpha: 0.9 }), glyph(start, d, { fill: tokens.flow }));
    const px: Point = [start[0] * scale, start[1] * scale];
    for (const t of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      // The quadratic curve of the arrow: its control lies twice as far out as its middle.
      const [cx, cy] = [2 * middle[0] - x / 2, 2 * middle[1] - y / 2];
      occupancy.take(boxAt(px, width + 3, width + 3, 2 * t * (1 - t) * cx + t * t * x, 2 * t * (1 - t) * cy + t * t * y));
    }
    const reach = Math.sqrt(x * x + y * y);
    const side = Math.sign(bend);
    named.push({ key: `flow ${from} ${to}`, people, at: start, middle, normal: [(-y / reach) * side, (x / reach) * side], width });
  }
  const name = (): Label[] => named.reverse().slice(0, level === 0 ? MOST_NUMBERS : MOST_ARROWS).flatMap(({ key, people, at, middle, normal, width }): Label[] => {
    const text = figure(people, language);
    const w = measure(text, 12, 600) + 4;
    for (const side of [1, -1]) {
      const off = width / 2 + 10 + Math.abs(normal[0]) * w * 0.45;
      const dx = middle[0] + normal[0] * off * side, dy = middle[1] + normal[1] * off * side;
      const box = boxAt([at[0] * scale, at[1] * scale], w, 13, dx, dy);
      if (!occupancy.isFree(box)) continue;
      occupancy.take(box);
      return [{ kind: 'label', key, at, dx, dy, text, size: 12, weight: 600, ink: tokens.flow, halo: tokens.casing, haloWidth: 3.2 }];
    }
    return [];
  });
  return { marks, name };
}
