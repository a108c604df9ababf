/** Rivers and lakes. */
import { drawing, type Drawing } from '../marks.ts';
import type { SceneInput } from '../scene-input.ts';

const MAIN_RIVERS = 2; // the first in the file are the largest

export function watersLayer({ base, palette, level }: SceneInput): Drawing[] {
  const { river, tokens } = palette;
  const rivers = base.rivers.map((line, n) => drawing([line], false, { stroke: river, width: (n < MAIN_RIVERS ? 2 : 1.2) * (level > 1 ? 1.4 : 1), alpha: n < MAIN_RIVERS ? 0.95 : 0.75 }));
  const lakes = base.lakes.length === 0 ? [] : [drawing(base.lakes, true, { fill: palette.theme === 'light' ? tokens.sea : tokens.sea, stroke: river, width: 1 })];
  return [...rivers, ...lakes];
}
