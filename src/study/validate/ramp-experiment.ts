/** How fast a mission of twelve battalions grows after its authorisation on D0: from the coast, inland, with battalions that change their command. */
import { step } from '../../engine/run.ts';
import type { OrderRow, READINESS } from '../../engine/schedule.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { missionInPlace } from './base-country.ts';
import { begin, tablesIn, total, type Experiment, type Rows, type Setting } from './experiment.ts';
import { deployment } from './orders.ts';
import { chainCountry } from './worlds.ts';

const MONTHS_36 = 1095;
const DAYS_PER_MONTH = 30.4375;
const CEILING = 12 * 850;
const INLAND_KM = 1300;

const battalions = (id: string, amount: number, readiness: (typeof READINESS)[number], region: number, reliability: number): OrderRow =>
  deployment('infantry-battalion', amount, readiness, 0, { id, region, reliability });

const STANDARD = [1, 2, 2].map((region, i) => battalions(`d${i}`, 4, 'standard', region, 0.75));
const PARTLY = [battalions('a', 5, 'rehat', 1, 0.95), battalions('b', 4, 'standard', 2, 0.75), battalions('c', 3, 'standard', 2, 0.75)];
const WHOLLY = [battalions('a', 6, 'rehat', 1, 0.95), battalions('b', 6, 'rehat', 2, 0.95)];

function country(toPort: number): Scenario {
  const scenario = missionInPlace(chainCountry(MONTHS_36 + 1, {}, toPort), [], { troops: CEILING, robust: false });
  return { ...scenario, money: { budget: 900_000_000, commitment: 400_000_000, liquidity: 0.9 }, lift: { airSeats: 300, seaTonnes: 900, sailing: 18 } };
}

/** Months to half and to nine tenths of the peak of troops arrived, and the peak as a share of the ceiling. */
function ramp(setting: Setting, scenario: Scenario, rows: readonly OrderRow[], index: number): Float64Array {
  const run = begin(setting, tablesIn(setting, scenario), index, rows);
  const arrived = new Float64Array(MONTHS_36);
  let peak = 0;
  while (run.day < MONTHS_36) {
    step(run);
    arrived[run.day - 1] = total(run.s.unitArrived);
    peak = Math.max(peak, arrived[run.day - 1]!);
  }
  const monthsTo = (share: number): number => arrived.findIndex(people => people >= share * peak) / DAYS_PER_MONTH;
  return Float64Array.of(monthsTo(0.5), monthsTo(0.9), peak / CEILING);
}

function observe(setting: Setting, index: number): Rows {
  return {
    standard: ramp(setting, country(0), STANDARD, index), inland: ramp(setting, country(INLAND_KM), STANDARD, index),
    partly: ramp(setting, country(0), PARTLY, index), wholly: ramp(setting, country(0), WHOLLY, index),
  };
}

export const rampExperiment: Experiment = { name: 'missions growing', runs: 500, quick: 20, run: observe };
