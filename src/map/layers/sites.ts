/** Hubs and bases: a pictogram on a square plate, drawn to one rule (16-pixel grid, strokes of 1.2). */
import { PICTOGRAMS } from '../../charts/map-signs.ts';
import { textIn } from '../../scenario/localize.ts';
import type { Site } from '../../scenario/schema.ts';
import type { Point } from '../geometry.ts';
import { glyph, type Glyph, type Label } from '../marks.ts';
import { boxAt } from '../occupancy.ts';
import type { Placing } from '../scene-input.ts';

/** Kinds worth showing at the country's scale; the others come with zoom. */
const AT_ONCE: ReadonlySet<Site['kind']> = new Set(['port', 'airfield', 'camp', 'protected-site']);
const PLATE = 'M-5.500-8.500H5.500A3 3 0 0 1 8.500-5.500V5.500A3 3 0 0 1 5.500 8.500H-5.500A3 3 0 0 1-8.500 5.500V-5.500A3 3 0 0 1-5.500-8.500Z';

interface Placed { readonly site: Site; readonly at: Point; }

/** Plates at their places; those that would lie on another give way until there is room. */
export function sitesLayer(scene: Placing): { readonly marks: Glyph[]; readonly placed: readonly Placed[] } {
  const { base, palette, level, scale, occupancy } = scene;
  const { tokens } = palette;
  const marks: Glyph[] = [];
  const placed: Placed[] = [];
  const rank = (site: Site): number => (AT_ONCE.has(site.kind) ? 0 : 1);
  for (const site of [...base.model.scenario.sites].filter(site => site.region !== undefined && (level >= 1 || AT_ONCE.has(site.kind))).sort((a, b) => rank(a) - rank(b))) {
    const at = base.project(site.position);
    const px: Point = [at[0] * scale, at[1] * scale];
    const box = boxAt(px, 19, 19);
    if (!occupancy.isFree(box)) continue;
    occupancy.take(box);
    const { d, solid } = PICTOGRAMS[site.kind];
    marks.push(glyph(at, PLATE, { fill: tokens.surface, stroke: tokens.ink, width: 1.2 }), glyph(at, d, solid ? { fill: tokens.ink } : { stroke: tokens.ink, width: 1.2 }));
    placed.push({ site, at });
  }
  return { marks, placed };
}

/** Names beside plates, where there is room; ports and airfields first. */
export function siteNames(scene: Placing, placed: readonly Placed[]): Label[] {
  const { palette, level, scale, occupancy, language, measure } = scene;
  const labels: Label[] = [];
  for (const { site, at } of placed) {
    if (level === 0 && site.kind !== 'port' && site.kind !== 'airfield') continue;
    const text = textIn(site.name, language);
    const width = measure(text, 12, 400) + 2;
    const px: Point = [at[0] * scale, at[1] * scale];
    for (const [dx, dy] of [[12 + width / 2, 0], [-12 - width / 2, 0], [0, 17], [0, -17]] as const) {
      const box = boxAt(px, width, 14, dx, dy);
      if (!occupancy.isFree(box)) continue;
      occupancy.take(box);
      labels.push({ kind: 'label', key: `site ${site.id}`, at, dx, dy, text, size: 12, weight: 400, ink: palette.tokens.ink, halo: palette.tokens.casing, haloWidth: 3 });
      break;
    }
  }
  return labels;
}
