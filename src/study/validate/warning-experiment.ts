/**
 * What the desk's risk estimate is worth: estimates at the end of each month and what came, six years, moderate and war by
 * turns. The estimate has no weight that is fitted here, so worlds 1 to 300 are not needed and 301 to 500 are scored.
 */
import { runToEnd } from '../../engine/run.ts';
import { begin, tablesIn, worldSeed, type Experiment, type Rows, type Setting } from './experiment.ts';
import { nullWorld } from './null-world.ts';

const FIRST_SCORED = 300;
const MONTHS = 73;
const MONTH = 30;
const SETTLED_MONTHS = 6;
const HORIZON = 6;

/** Numbers kept of a region-month: month, estimate, violent next month, violent in the sixth, quiet for six months. */
export const WARNING_FIELDS = 5;

function observe(setting: Setting, index: number): Rows {
  const t = tablesIn(setting, nullWorld(worldSeed(setting, FIRST_SCORED + index), MONTHS * MONTH, index % 2 === 1 ? 'war' : 'moderate').scenario);
  const run = begin(setting, t, FIRST_SCORED + index);
  const estimates = Array.from({ length: MONTHS }, () => new Float64Array(t.R));
  const incidents = Array.from({ length: MONTHS }, () => new Float64Array(t.R));
  runToEnd(run, ({ s, day }) => {
    const m = Math.floor(day / MONTH);
    for (let r = 0; r < t.R; r++) {
      incidents[m]![r]! += s.attacksToday[r]! + s.battlesToday[r]!;
      estimates[m]![r] = s.riskEstimate[r]!;
    }
  });
  const cases: number[] = [];
  for (let m = SETTLED_MONTHS; m + HORIZON < MONTHS; m++) for (let r = 0; r < t.R; r++) {
    const quiet = incidents.slice(m - SETTLED_MONTHS + 1, m + 1).every(month => month[r] === 0);
    cases.push(m, estimates[m]![r]!, incidents[m + 1]![r]! > 0 ? 1 : 0, incidents[m + HORIZON]![r]! > 0 ? 1 : 0, quiet ? 1 : 0);
  }
  return { kind: Float64Array.of(index % 2), cases: Float64Array.from(cases) };
}

export const warningExperiment: Experiment = { name: 'warning', runs: 200, quick: 20, run: observe };
