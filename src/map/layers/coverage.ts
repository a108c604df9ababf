/** Reach of bases: dashed circles of a day's work, marked approximate in the legend; drawn while coverage fills the map. */
import { UNIT_PHASES } from '../../engine/schedule.ts';
import type { Point } from '../geometry.ts';
import { drawing, type Drawing } from '../marks.ts';
import type { SceneInput } from '../scene-input.ts';

const OPERATIONAL = UNIT_PHASES.indexOf('operational');
const SIDES = 64;
/** Weight for protection from which a unit patrols; transport, engineers and hospitals do not. */
const PROTECTS = 0.3;

export function coverageLayer({ base, trace, day, layer, palette }: SceneInput): Drawing[] {
  if (layer !== 'coverage' || trace === null) return [];
  const reach = new Map<number, number>();
  const { units } = trace;
  for (let u = 0; u < units.count; u++) {
    const at = day * units.count + u;
    const region = units.region[at]!;
    const type = base.model.unitTypes[units.type[u]!];
    if (units.phase[at] !== OPERATIONAL || region < 0 || type === undefined || type.protection < PROTECTS) continue;
    reach.set(region, Math.max(reach.get(region) ?? 0, type.reachKm));
  }
  return [...reach].map(([r, km]) => {
    const [x, y] = base.regions[r]!.heart;
    const ring: Point[] = Array.from({ length: SIDES }, (_, i) => [x + km * Math.cos((i / SIDES) * 2 * Math.PI), y + km * Math.sin((i / SIDES) * 2 * Math.PI)]);
    return drawing([ring], true, { fill: palette.tokens.coverage, fillAlpha: 0.08, stroke: palette.tokens.coverage, width: 1.4, dash: [5, 3] });
  });
}
