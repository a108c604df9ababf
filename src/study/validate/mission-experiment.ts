/**
 * The same futures without a mission and with one in place from D0, three years, read after the first month: troops in four
 * sizes, observers, police; once more where the government is the one that kills. Moderate and war by turns.
 */
import { runToEnd } from '../../engine/run.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { missionInPlace } from './base-country.ts';
import { begin, tablesIn, worldSeed, type Experiment, type Rows, type Setting } from './experiment.ts';
import { nullWorld } from './null-world.ts';

const DAYS = 3 * 365;
const SETTLED = 30;
const SITES = 12;

/** What is added up of an arm, in this order. */
export const TOLL = ['battles', 'battleDeaths', 'civiliansKilled', 'killedInAttacks', 'killedByHost', 'movedInside', 'movedAbroad'] as const;
export const toll = (name: (typeof TOLL)[number]): number => TOLL.indexOf(name);

/** Arms of the experiment and what stands in each of the first regions. */
export const ARMS = {
  none: undefined, three: ['infantry-battalion', 1, 3], six: ['infantry-battalion', 1, 6], twelve: ['infantry-battalion', 1, SITES],
  observers: ['military-observer-team', 8, SITES], police: ['formed-police-unit', 3, SITES],
} as const satisfies Readonly<Record<string, readonly [string, number, number] | undefined>>;

function tollOf(setting: Setting, scenario: Scenario, index: number): Float64Array {
  const t = tablesIn(setting, scenario);
  const run = begin(setting, t, index);
  const sums = new Float64Array(TOLL.length);
  let hostBefore = 0;
  runToEnd(run, ({ s, day }) => {
    if (day === SETTLED - 1) hostBefore = s.civiliansKilledByHost[0]!;
    if (day < SETTLED) return;
    for (let r = 0; r < t.R; r++) {
      sums[0]! += s.battlesToday[r]!;
      sums[1]! += s.fightersKilledToday[r]! + s.killedInBattlesToday[r]!;
      sums[2]! += s.killedInBattlesToday[r]! + s.killedInAttacksToday[r]!;
      sums[3]! += s.killedInAttacksToday[r]!;
    }
  });
  sums[4] = run.s.civiliansKilledByHost[0]! - hostBefore;
  t.destination.forEach((to, d) => { sums[to < 0 ? 6 : 5]! += run.s.flowTotal[d]!; });
  return sums;
}

function withArm(scenario: Scenario, arm: readonly [string, number, number] | undefined): Scenario {
  if (arm === undefined) return scenario;
  const [unit, number, sites] = arm;
  return missionInPlace(scenario, scenario.regions.slice(0, sites).map(({ id }) => ({ unit, region: id, number })));
}

/** The same country in which the government does the killing. */
function withPerpetrator(scenario: Scenario): Scenario {
  return { ...scenario, parties: scenario.parties.map(party => (party.kind === 'host-government' ? { ...party, civilianRate: 0.6, intent: 0.7 } : { ...party, civilianRate: 0.2 * party.civilianRate })) };
}

function observe(setting: Setting, index: number): Rows {
  const { scenario } = nullWorld(worldSeed(setting, index), DAYS, index % 2 === 1 ? 'war' : 'moderate');
  const state = withPerpetrator(scenario);
  const rows: Record<string, Float64Array> = { kind: Float64Array.of(index % 2) };
  for (const [name, arm] of Object.entries(ARMS)) rows[name] = tollOf(setting, withArm(scenario, arm), index);
  // the other preset is printed beside the judged one
  rows['publishedNone'] = tollOf({ ...setting, preset: 'published' }, scenario, index);
  rows['publishedTwelve'] = tollOf({ ...setting, preset: 'published' }, withArm(scenario, ARMS.twelve), index);
  rows['hostNone'] = tollOf(setting, state, index);
  rows['hostTwelve'] = tollOf(setting, withArm(state, ARMS.twelve), index);
  rows['richNeighbour'] = tollOf(setting, { ...scenario, neighbours: scenario.neighbours.map(neighbour => ({ ...neighbour, income: 6 * neighbour.income })) }, index);
  return rows;
}

export const missionExperiment: Experiment = { name: 'countries with and without a mission', runs: 200, quick: 12, run: observe };
