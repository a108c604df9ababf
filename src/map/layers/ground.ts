/** Sea and neighbours: a soft shelf along every coast, flat land beyond the country, dashed borders there. */
import { boxOf } from '../geometry.ts';
import { drawing, type Drawing } from '../marks.ts';
import type { SceneInput } from '../scene-input.ts';

/** Widths of the shelf, pixels, and how much each darkens the sea. */
const SHELF = { light: [[34, 0.07], [22, 0.09], [11, 0.12], [4, 0.16]], dark: [[34, 0.08], [22, 0.09], [11, 0.11], [4, 0.12]] } as const;

export function groundLayer({ base, palette }: SceneInput): Drawing[] {
  const { theme, river, land, tokens } = palette;
  const coasts = [...base.land, base.outline];
  const marks: Drawing[] = [];
  for (const [width, alpha] of SHELF[theme]) for (const rings of coasts) marks.push(drawing(rings, true, { stroke: river, width, alpha }));
  for (const rings of base.land) {
    marks.push(drawing(rings, true, { fill: land }));
    marks.push(drawing(rings, true, { stroke: tokens.control, width: 0.9, alpha: theme === 'light' ? 0.55 : 0.5 }));
  }
  // The country's own ground, for regions that leave gaps.
  if (base.outline.length > 0 && boxOf(base.outline).right >= boxOf(base.outline).left) marks.push(drawing(base.outline, true, { fill: land }));
  return marks;
}
