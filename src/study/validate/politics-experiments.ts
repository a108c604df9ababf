/** Single processes of politics sampled many times: sanctions, talks, authorisation, the life of a ceasefire. */
import { sanctionOutcome } from '../../engine/mechanisms/sanctions.ts';
import { step, type Run } from '../../engine/run.ts';
import type { OrderRow } from '../../engine/schedule.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { missionInPlace } from './base-country.ts';
import { begin, tablesIn, type Experiment, type Setting } from './experiment.ts';
import { order } from './orders.ts';
import { chainCountry, CHAIN_GROUP } from './worlds.ts';

const EPISODES = 500;

/** Purposes served, bit by bit, by the sanctions of one run. */
export const sanctionExperiment: Experiment = {
  name: 'sanctions', runs: 20, quick: 4,
  run: (setting, index) => {
    const rows = Array.from({ length: EPISODES }, (_, i) => order('sanction', 0, 0, { id: `freeze ${i}`, party: CHAIN_GROUP, extra: [7, 0, 0] }));
    const run = begin(setting, tablesIn(setting, chainCountry(10)), index, rows);
    return { outcomes: Float64Array.from(rows, (_, row) => sanctionOutcome(run, row)) };
  },
};

/** First day on which `reached` holds after a step, or the length of the scenario. */
function dayOf(setting: Setting, t: Tables, rows: readonly OrderRow[], index: number, reached: (run: Run) => boolean, before?: (run: Run) => void): number {
  const run = begin(setting, t, index, rows);
  while (run.day < t.days) {
    before?.(run);
    step(run);
    if (reached(run)) return run.day;
  }
  return t.days;
}

const TALKS_DAYS = 130;
/** Ages of the conflict at which talks are tried, days: after a month, in the first year, after three years. */
export const TALK_AGES = { early: 20, middle: 240, late: 1100 } as const;

const observersOnly = (scenario: Scenario): Scenario => missionInPlace(scenario, [{ unit: 'military-observer-team', region: 'east', number: 4 }], { robust: false, multidimensional: false });

/** Whether three rounds of talks with the group succeed: without a mission, beside observers only, at three ages of the conflict. */
export const talksExperiment: Experiment = {
  name: 'talks', runs: 1500, quick: 150,
  run: (setting, index) => {
    const alone = tablesIn(setting, chainCountry(TALKS_DAYS));
    const observers = tablesIn(setting, observersOnly(chainCountry(TALKS_DAYS)));
    const talks = [order('mediate', 3, 0, { id: 'talks', party: CHAIN_GROUP })];
    const succeeds = (t: Tables, age?: number): number => {
      const hold = age === undefined ? undefined : (run: Run): void => { run.s.fightingDays[CHAIN_GROUP] = age; };
      return dayOf(setting, t, talks, index, run => run.s.ceasefire[CHAIN_GROUP]! > 0, hold) < TALKS_DAYS ? 1 : 0;
    };
    return { success: Float64Array.of(succeeds(alone), succeeds(observers), succeeds(alone, TALK_AGES.early), succeeds(alone, TALK_AGES.middle), succeeds(alone, TALK_AGES.late)) };
  },
};

const WITHOUT_DAYS = 1700;
const WITH_DAYS = 400;

/** Days from a request on D0 to the decision, without a mission and with one; the length of the scenario when it never comes. */
export const authorisationExperiment: Experiment = {
  name: 'authorisation', runs: 600, quick: 60,
  run: (setting, index) => {
    const request = [order('council-request', 0, 0, { id: 'request', extra: [9000, 900, 1] })];
    const decided = (run: Run): boolean => run.s.decisionDay[0]! >= 0;
    const without = tablesIn(setting, chainCountry(WITHOUT_DAYS));
    const present = tablesIn(setting, missionInPlace(chainCountry(WITH_DAYS), [], { troops: 4000, police: 500, robust: false }));
    return { days: Float64Array.of(dayOf(setting, without, request, index, decided), dayOf(setting, present, request, index, decided)) };
  },
};

const CEASEFIRE_DAYS = 1600;
const YEAR = 365;

/** Days at risk and collapses of a ceasefire made on D0, in its second year and from the third: [days, collapses] × 2. */
function lifeOf(setting: Setting, scenario: Scenario, index: number): number[] {
  const run = begin(setting, tablesIn(setting, scenario), index);
  run.s.ceasefire[CHAIN_GROUP] = 1;
  const counts = [0, 0, 0, 0];
  while (run.day < CEASEFIRE_DAYS) {
    step(run);
    const at = run.day < YEAR ? -1 : run.day < 2 * YEAR ? 0 : 2;
    const over = run.s.ceasefire[CHAIN_GROUP] === 0;
    if (at >= 0) {
      counts[at]!++;
      if (over) counts[at + 1]!++;
    }
    if (over) break;
  }
  return counts;
}

export const ceasefireExperiment: Experiment = {
  name: 'ceasefires', runs: 1200, quick: 120,
  run: (setting, index) => {
    const scenario = chainCountry(CEASEFIRE_DAYS);
    const backed = missionInPlace(scenario, scenario.regions.map(({ id }) => ({ unit: 'infantry-battalion', region: id, number: 3 })));
    return { alone: Float64Array.from(lifeOf(setting, scenario, index)), backed: Float64Array.from(lifeOf(setting, backed, index)) };
  },
};
