/** From the scenario's coordinates to the plane of the map: kilometres, x to the east, y to the south. */
import { projectKm } from '../engine/projection.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Point } from './geometry.ts';

/** Degrees become a local plane through the mean latitude, exactly as the engine measures distances. */
export function planeOf(scenario: Pick<Scenario, 'geometry' | 'regions'>): (place: readonly [number, number]) => Point {
  const project = projectKm(scenario);
  return place => {
    const [east, north] = project(place);
    return [east, north === 0 ? 0 : -north];
  };
}
