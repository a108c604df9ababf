/** Names of regions, waters and neighbours. Region names take the best free place inside their region. */
import { textIn } from '../../scenario/localize.ts';
import { lettersOn, type Fill } from '../colours.ts';
import { insideRings, type Point, type Ring } from '../geometry.ts';
import type { Label } from '../marks.ts';
import { boxAt } from '../occupancy.ts';
import type { Placing } from '../scene-input.ts';

export function regionNames(scene: Placing, fills: readonly Fill[]): Label[] {
  const { base, scale, palette, occupancy, language, level, selected, measure } = scene;
  const size = [12.5, 13.5, 15, 16][level]!;
  const labels: Label[] = [];
  const { regions } = base.model.scenario;
  // The selected region first, then from the narrowest to the widest: those with least choice choose first.
  const order = regions.map((_, r) => r).sort((a, b) => Number(b === selected) - Number(a === selected) || base.regions[a]!.spots.length - base.regions[b]!.spots.length || a - b);
  for (const r of order) {
    const text = textIn(regions[r]!.name, language);
    const width = measure(text, size, 600) + 6;
    const height = size + 5;
    const { heart, spots } = base.regions[r]!;
    let best: Point = heart;
    let least = Infinity;
    for (const { at, room, clear } of spots) {
      const px: Point = [at[0] * scale, at[1] * scale];
      const outside = Math.max(0, width / 2 - Math.min(room[0], room[1]) * scale) + Math.max(0, height / 2 + 2 - clear * scale);
      const away = Math.sqrt((at[0] - heart[0]) * (at[0] - heart[0]) + (at[1] - heart[1]) * (at[1] - heart[1])) * scale;
      if (away * 0.5 + outside * 4 >= least) continue;
      const cost = away * 0.5 + outside * 4 + occupancy.overlap(boxAt(px, width, height)) * 3;
      if (cost < least) { least = cost; best = at; }
    }
    occupancy.take(boxAt([best[0] * scale, best[1] * scale], width, height));
    const { ink, halo } = fills[r]!.hatch === 'none' ? lettersOn(fills[r]!.colour, palette) : { ink: palette.tokens.ink, halo: palette.tokens.casing };
    labels.push({ kind: 'label', key: `region ${r}`, at: best, dx: 0, dy: 0, text, size, weight: 600, ink, halo, haloWidth: fills[r]!.hatch === 'none' ? 2.6 : 3.6 });
  }
  return labels;
}

/** Offsets at which a wide name may stand, pixels: nearest first. */
const OFFSETS: readonly Point[] = [-2, -1, 0, 1, 2].flatMap(i => [-2, -1, 0, 1, 2].map(j => [i * 32, j * 20] as const)).sort((a, b) => Math.abs(a[0]) + Math.abs(a[1]) - Math.abs(b[0]) - Math.abs(b[1]));

/** Whether a ring has a place in a box of the plane. Plain loops: this is the slowest part of a scene. */
function hasPlaceIn(rings: readonly Ring[], left: number, right: number, top: number, bottom: number): boolean {
  for (let n = 0; n < rings.length; n++) {
    const ring = rings[n]!;
    for (let i = 0; i < ring.length; i++) {
      const place = ring[i]!;
      const x = place[0];
      if (x > left && x < right && place[1] > top && place[1] < bottom) return true;
    }
  }
  return false;
}

/** A wide name near its place, where its box meets none of the rings and nothing placed; undefined without room. */
function floating({ scale, occupancy, measure }: Placing, label: Label, off: readonly (readonly Ring[])[]): Label | undefined {
  const width = measure(label.text, label.size, label.weight, label.spacing) + 6;
  const px: Point = [label.at[0] * scale, label.at[1] * scale];
  const choices = OFFSETS.filter(([dx, dy]) => {
    const box = boxAt(px, width, label.size + 6, dx, dy);
    // Rings are dense: one that crosses the box has a place in it, one that holds the box holds its middle.
    return occupancy.isFree(box) && !off.some(rings => hasPlaceIn(rings, box.left / scale, box.right / scale, box.top / scale, box.bottom / scale) || rings.some(ring => insideRings([ring], [(px[0] + dx) / scale, (px[1] + dy) / scale])));
  });
  const [first] = choices;
  if (first === undefined) return undefined;
  occupancy.take(boxAt(px, width, label.size + 6, first[0], first[1]));
  return { ...label, dx: first[0], dy: first[1], choices };
}

export function waterNames(scene: Placing): Label[] {
  const { base, language, palette: { tokens } } = scene;
  return base.model.scenario.geometry.waters.flatMap((water, n): Label[] => {
    const label = floating(scene, { kind: 'label', key: `water ${n}`, at: base.project(water.at), dx: 0, dy: 0, text: textIn(water.name, language), size: 13, weight: 400, italic: true, spacing: 1.6, ink: tokens.route, halo: tokens.sea, haloWidth: 0, alpha: 0.78 }, [base.outline, ...base.land]);
    return label === undefined ? [] : [label];
  });
}

/** Neighbours' names, letter-spaced, beyond the border. */
export function neighbourNames(scene: Placing): Label[] {
  const { base, language, palette } = scene;
  return base.model.scenario.neighbours.flatMap((neighbour, n): Label[] => {
    const label = floating(scene, { kind: 'label', key: `neighbour ${n}`, at: base.neighbours[n]!, dx: 0, dy: 0, text: textIn(neighbour.name, language), size: 13, weight: 400, spacing: 3, ink: palette.tokens.muted, halo: palette.land, haloWidth: 0 }, [base.outline]);
    return label === undefined ? [] : [label];
  });
}
