/** Watching one region through a run. */
import { runToEnd, type Run } from '../engine/run.ts';

/** Runs a future to its end and writes the series of a region into `into`: [from + series · days + day]. */
export function watchRegion(run: Run, region: number, into: Float32Array, from: number): void {
  const { days } = run.t;
  const { tension, hosted, need, reached, presentTroops } = run.s;
  runToEnd(run, ({ day }) => {
    into[from + day] = tension[region]!;
    into[from + days + day] = hosted[region]!;
    into[from + 2 * days + day] = need[region]! > 0 ? Math.min(1, reached[region]! / need[region]!) : 1;
    into[from + 3 * days + day] = presentTroops[region]!;
  });
}
