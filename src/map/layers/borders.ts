/** Borders: a hairline with a casing between regions, a stronger line around the country. */
import { drawing, type Drawing } from '../marks.ts';
import type { SceneInput } from '../scene-input.ts';

export function bordersLayer({ base, palette }: SceneInput): Drawing[] {
  const { ink, casing } = palette.tokens;
  const dark = palette.theme === 'dark';
  return [
    drawing(base.borders, false, { stroke: casing, width: 2.2, alpha: dark ? 0.45 : 0.5 }),
    drawing(base.borders, false, { stroke: ink, width: 0.8, alpha: dark ? 0.34 : 0.5 }),
  ];
}

export function coastLayer({ base, palette }: SceneInput): Drawing[] {
  const { ink, casing } = palette.tokens;
  const dark = palette.theme === 'dark';
  return [
    drawing(base.outline, true, { stroke: casing, width: 3.6, alpha: dark ? 0.5 : 0.65 }),
    drawing(base.outline, true, { stroke: ink, width: 1.5, alpha: dark ? 0.58 : 0.82 }),
  ];
}
