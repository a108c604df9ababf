/**
 * Supply routes: state by pattern first (solid, dashes with a triangle, dots with a cross), then by colour; width by
 * capacity. At the country's scale only trunk routes carry signs.
 */
import { pointAlong, type Point } from '../geometry.ts';
import { disc, drawing, glyph, type Drawing, type Glyph, type Label, type Painted } from '../marks.ts';
import { boxAt } from '../occupancy.ts';
import { figure, type Placing } from '../scene-input.ts';

/** States of a link in a trace. */
export const OPEN = 0;
export const DEGRADED = 1;
export const CUT = 2;

/** Share of the largest capacity from which a link is a trunk route at the country's scale. MODEL */
const TRUNK = 1 / 6;
const WIDTHS = [2, 3, 4.2] as const;
/** Limits of the widths as shares of the largest capacity. */
const WIDE = 0.5;
const MIDDLE = 0.25;

export const stateOf = ({ trace, base, day }: Placing, l: number): number => trace?.links.state[day * base.links.length + l] ?? OPEN;

export function routesLayer(scene: Placing): { readonly lines: Drawing[]; readonly signs: Glyph[]; readonly labels: Label[] } {
  const { base, palette, level, scale, trace, day, occupancy, language, measure } = scene;
  const { tokens } = palette;
  const { links } = base.model.scenario;
  const largest = Math.max(1, ...links.filter((_, l) => base.links[l]!.isRoad).map(link => link.capacity));
  const order = links.map((_, l) => l).filter(l => base.links[l]!.isDrawn).sort((a, b) => links[a]!.capacity - links[b]!.capacity);
  const casings: Drawing[] = [];
  const lines: Drawing[] = [];
  const signs: Glyph[] = [];
  const labels: Label[] = [];
  for (const l of order) {
    const link = links[l]!;
    const { line, isRoad } = base.links[l]!;
    const state = stateOf(scene, l);
    const big = link.capacity >= TRUNK * largest;
    const isMinor = level === 0 && !big;
    const grow = level === 0 ? 1 : 1.15;
    const full = isMinor ? 1.1 : WIDTHS[link.capacity >= WIDE * largest ? 2 : link.capacity >= MIDDLE * largest ? 1 : 0]! * grow;
    const width = state === CUT ? Math.min(2, full) : full;
    const dash = state === CUT ? [2, 5] : state === DEGRADED ? (isMinor ? [5, 3.5] : [10, 6]) : isRoad ? undefined : [1, 3];
    casings.push(drawing([line], false, { stroke: tokens.casing, width: width + (isMinor ? 1.6 : 2.8), alpha: isMinor ? 0.5 : 0.9 }));
    lines.push(drawing([line], false, { stroke: tokens.route, width, alpha: isMinor ? 0.6 : 1, ...(dash === undefined ? {} : { dash, butt: true }) }));
    if (isMinor || state === OPEN) {
      if (level >= 2 && isRoad && !isMinor) nameRoute(l, pointAlong(line, 0.5));
      continue;
    }
    const at = pointAlong(line, 0.5);
    const px: Point = [at[0] * scale, at[1] * scale];
    if (state === DEGRADED) {
      signs.push(glyph(at, 'M0-6.5L6.6 5H-6.6Z', { fill: palette.degraded, stroke: palette.onDegraded, width: 1.2 }), glyph(at, 'M0-2.6V1.4M0 3V3.6', { stroke: palette.onDegraded, width: 1.3 }));
    } else {
      signs.push(glyph(at, disc(6.5), { fill: tokens.surface, stroke: tokens.ink, width: 1.2 }), glyph(at, 'M-2.8-2.8L2.8 2.8M2.8-2.8L-2.8 2.8', { stroke: tokens.critical, width: 1.8 }));
    }
    occupancy.take(boxAt(px, 15, 15));
    if (state === DEGRADED) nameRoute(l, at);
  }
  return { lines: [...casings, ...lines], signs, labels };

  /** "E3 · 40 t/day" beside the middle of a route, where there is room. */
  function nameRoute(l: number, at: Point): void {
    const link = links[l]!;
    const capacity = trace?.links.capacity[day * base.links.length + l] ?? link.capacity;
    const text = `${figure(capacity, language)} ${language === 'fr' ? 't/j' : 't/day'}`;
    const width = measure(text, 12, 500) + 6;
    const px: Point = [at[0] * scale, at[1] * scale];
    for (const [dx, dy] of [[0, -15], [0, 15], [width / 2 + 12, 0], [-width / 2 - 12, 0]] as const) {
      const box = boxAt(px, width, 15, dx, dy);
      if (!occupancy.isFree(box)) continue;
      occupancy.take(box);
      labels.push({ kind: 'label', key: `route ${link.id}`, at, dx, dy, text, size: 12, weight: 500, ink: tokens.ink, halo: tokens.casing, haloWidth: 3 });
      return;
    }
  }
}

/** Painted marks of the layer in order. */
export const routeMarks = ({ lines, signs }: { readonly lines: Drawing[]; readonly signs: Glyph[] }): Painted[] => [...lines, ...signs];
