/** Confidence as pattern: lines over grey where little is known, a cross-hatch where no report came. */
import { drawing, type Drawing } from '../marks.ts';
import type { Fill } from '../colours.ts';
import type { SceneInput } from '../scene-input.ts';

export function hatchLayer({ base }: SceneInput, fills: readonly Fill[]): Drawing[] {
  return base.regions.flatMap((region, r) => {
    const { hatch } = fills[r]!;
    return hatch === 'none' ? [] : [drawing(region.rings, true, { hatch })];
  });
}
