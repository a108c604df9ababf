/** The selected region: a strong outline with a light one outside, so that it stands out on every fill. */
import { drawing, type Drawing } from '../marks.ts';
import type { SceneInput } from '../scene-input.ts';

export function selectionLayer({ base, palette, selected }: Pick<SceneInput, 'base' | 'palette' | 'selected'>): Drawing[] {
  const region = base.regions[selected];
  if (region === undefined) return [];
  const { focusInner, ink } = palette.tokens;
  return [drawing(region.rings, true, { stroke: focusInner, width: 6.5 }), drawing(region.rings, true, { stroke: ink, width: 2.8 })];
}

/** The region under the pointer. */
export function hoverLayer({ base, palette }: Pick<SceneInput, 'base' | 'palette'>, hovered: number): Drawing[] {
  const region = base.regions[hovered];
  return region === undefined ? [] : [drawing(region.rings, true, { stroke: palette.tokens.ink, width: 1.8, alpha: 0.85 })];
}
