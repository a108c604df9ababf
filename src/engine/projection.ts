/** Places of a scenario in kilometres east and north: given so, or degrees on a local plane through the mean latitude. */
import { cosDegrees } from '../kernel/geometry.ts';
import type { Scenario } from '../scenario/schema.ts';

const KM_PER_DEGREE = 111.195;

/** Returns the projection of the scenario: [east, north] in km. */
export function projectKm(scenario: Pick<Scenario, 'geometry' | 'regions'>): (place: readonly [number, number]) => [number, number] {
  if (scenario.geometry.coordinates === 'km') return place => [place[0], place[1]];
  let sum = 0;
  for (const region of scenario.regions) sum += region.centre[1];
  const squeeze = cosDegrees(sum / scenario.regions.length);
  return place => [place[0] * KM_PER_DEGREE * squeeze, place[1] * KM_PER_DEGREE];
}
