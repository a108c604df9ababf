/** What a perfect record of a case would hold of each future: deaths by day and region, people displaced, troops. */
import { runToEnd, startRun, stateFor } from '../../engine/run.ts';
import { buildSchedule } from '../../engine/schedule.ts';
import type { ChronicleChunk, ChronicleTask } from '../job.ts';
import type { World } from '../world.ts';

/** Runs the futures of a task in an open world. */
export function performChronicle(world: World, task: ChronicleTask): ChronicleChunk {
  const { plan, seed, ensemble, firstRun, count } = task;
  const { R, N, days, unitIsPolice, unitIsObserver, initialUnits } = world.tables;
  const schedule = buildSchedule(plan.rows, initialUnits);
  const state = stateFor(world.tables, schedule);
  const rows = 1 + N;
  const chunk: ChronicleChunk = {
    firstRun, count, deaths: new Float32Array(count * R * days), civilians: new Float32Array(count * R * days), reported: new Float64Array(count * R),
    displaced: new Float32Array(count * rows * days), troops: new Float32Array(count * days), excess: new Float32Array(count * days),
  };
  for (let i = 0; i < count; i++) {
    const run = startRun(world.tablesOf(ensemble, seed, firstRun + i), schedule, seed, firstRun + i, state, world.mechanisms);
    runToEnd(run, ({ s, o, day }) => {
      let inside = 0;
      let excess = 0;
      for (let r = 0; r < R; r++) {
        const civilians = s.killedInAttacksToday[r]! + s.killedInBattlesToday[r]!;
        chunk.civilians[(i * R + r) * days + day] = civilians;
        chunk.deaths[(i * R + r) * days + day] = civilians + s.fightersKilledToday[r]!;
        inside += s.hosted[r]!;
        excess += s.excessDeaths[r]!;
      }
      chunk.displaced[i * rows * days + day] = inside;
      for (let n = 0; n < N; n++) chunk.displaced[(i * rows + 1 + n) * days + day] = s.refugees[n]!;
      let troops = 0;
      for (let u = 0; u < o.units; u++) {
        const type = o.unitTypeOf[u]!;
        if (unitIsPolice[type] === 0 && unitIsObserver[type] === 0) troops += s.unitArrived[u]!;
      }
      chunk.troops[i * days + day] = troops;
      chunk.excess[i * days + day] = excess;
    });
    for (let r = 0; r < R; r++) chunk.reported[i * R + r] = run.s.civiliansKilled[r]! > 0 ? run.s.reportedDeaths[r]! / run.s.civiliansKilled[r]! : NaN;
  }
  return chunk;
}
