/** Walking from region to region: the next one in a direction, for keys on the map's twin. */
import type { ScenarioModel } from '../scenario/model.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const WAY: Readonly<Record<Direction, readonly [east: number, north: number]>> = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] };
/** Distance off the line counts this much more than distance along it. MODEL */
const OFF_LINE = 2;
/** Price, as a factor, of leaping over a border: neighbours come first. */
const LEAP = 2.5;

/** The region to which an arrow key leads, by centres; the same region at the edge. Index in the scenario's regions. */
export function regionInDirection(model: ScenarioModel, region: number, direction: Direction): number {
  const { regions } = model.scenario;
  const from = regions[region];
  if (from === undefined) return regions.length > 0 ? 0 : region;
  const [east, north] = WAY[direction];
  const near = new Set(model.near.list.slice(model.near.start[region]!, model.near.start[region + 1]!));
  let best = region;
  let least = Infinity;
  regions.forEach((other, r) => {
    if (r === region) return;
    const dx = other.centre[0] - from.centre[0];
    const dy = other.centre[1] - from.centre[1];
    const along = dx * east + dy * north;
    const off = Math.abs(dx * north) + Math.abs(dy * east);
    if (along <= 0 || off > OFF_LINE * along) return;
    const cost = (along + OFF_LINE * off) * (near.has(r) ? 1 : LEAP);
    if (cost < least) { least = cost; best = r; }
  });
  return best;
}
