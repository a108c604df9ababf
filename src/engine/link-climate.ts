/** The climate that a link has: of its two ends in the country, the one with the longer rains closes it first. */

/**
 * @param from node of one end and `to` of the other; nodes from `regionClimate.length` on lie outside and have no climate
 * @param wetFrom day of the year on which the rains of each climate begin, and `wetTo` on which they end; they may run over the new year
 * @returns index of a climate; 0 for a link with no end in the country, such as a sea lane between two ports abroad
 */
export function linkClimateOf(from: number, to: number, regionClimate: Int32Array, wetFrom: Int32Array, wetTo: Int32Array): number {
  const wetDays = (climate: number): number => (wetTo[climate]! - wetFrom[climate]! + YEAR) % YEAR;
  const [a, b] = [regionClimate[from], regionClimate[to]];
  if (a === undefined || b === undefined) return a ?? b ?? 0;
  const longer = wetDays(a) - wetDays(b);
  // equally long rains: those that begin first
  return longer > 0 || (longer === 0 && wetFrom[a]! <= wetFrom[b]!) ? a : b;
}

const YEAR = 365; // days
