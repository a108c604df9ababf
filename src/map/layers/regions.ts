/** Region fills: the one quantity that is chosen, in classes that the scenario fixes, with fewer classes where less is known. */
import { layerClasses, layerConfidence, layerValue } from '../../session/region-values.ts';
import { fillOf, type Fill } from '../colours.ts';
import type { SceneInput } from '../scene-input.ts';

/** One fill a region. Without a trace nothing is known. */
export function regionFills({ base, trace, layer, day, palette }: SceneInput): Fill[] {
  const classes = layerClasses(base.model, layer);
  return base.regions.map((_, r) => (trace === null ? { colour: palette.tokens.raised, hatch: 'none' } : fillOf(layerValue(trace, layer, day, r), layerConfidence(trace, layer, day, r), classes, palette)));
}
