/**
 * Questions of decades and many countries: onset after peace and after conflict; missions sent to every country that comes
 * to conflict; relapse after quiet, with and without a mission; conflict next door. A mission that is sent leaves all days
 * before it as they were, so it can be sent on what happened.
 */
import { runToEnd } from '../../engine/run.ts';
import type { OrderRow } from '../../engine/schedule.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { missionInPlace } from './base-country.ts';
import { begin, tablesIn, worldSeed, type Experiment, type Setting } from './experiment.ts';
import { nullWorld, type WorldKind } from './null-world.ts';
import { deployment } from './orders.ts';

const YEAR = 365;
/** Battle deaths of a year in conflict and of a year in major conflict (UCDP). */
const CONFLICT = 25;
const MAJOR = 1000;

/** Battle deaths of all days. */
function battleDeaths(setting: Setting, scenario: Scenario, index: number, rows: readonly OrderRow[] = []): Float64Array {
  const deaths = new Float64Array(scenario.days);
  runToEnd(begin(setting, tablesIn(setting, scenario), index, rows), ({ s, t, day }) => {
    for (let r = 0; r < t.R; r++) deaths[day]! += s.fightersKilledToday[r]! + s.killedInBattlesToday[r]!;
  });
  return deaths;
}

function byYear(days: Float64Array): number[] {
  return Array.from({ length: Math.floor(days.length / YEAR) }, (_, y) => days.subarray(YEAR * y, YEAR * (y + 1)).reduce((a, b) => a + b, 0));
}

const ONSET_YEARS = 20;
const MEMORY_YEARS = 10;
const RECENT_YEARS = 5;
const ONSET_KINDS: readonly WorldKind[] = ['quiet', 'quiet', 'moderate', 'war'];

/** Country-years without conflict before them for ten years, and onsets in them; the same where conflict ended within five years. */
export const onsetExperiment: Experiment = {
  name: 'onset of conflict', runs: 320, quick: 16,
  run: (setting, index) => {
    const { scenario } = nullWorld(worldSeed(setting, index), ONSET_YEARS * YEAR, ONSET_KINDS[index % ONSET_KINDS.length]!);
    const years = byYear(battleDeaths(setting, scenario, index)).map(deaths => deaths >= CONFLICT);
    const counts = new Float64Array(4);
    years.forEach((conflict, y) => {
      if (y < MEMORY_YEARS || years[y - 1]!) return;
      const at = years.slice(y - RECENT_YEARS, y).includes(true) ? 2 : years.slice(y - MEMORY_YEARS, y).includes(true) ? -1 : 0;
      if (at < 0) return;
      counts[at]!++;
      if (conflict) counts[at + 1]!++;
    });
    return { counts };
  },
};

/** A country where troops may be sent: a ceiling and money, nobody there yet. */
function openToMission(scenario: Scenario, robust: boolean): Scenario {
  const open = missionInPlace(scenario, [], { troops: 12_000, police: 2000, robust });
  return { ...open, money: { budget: 900_000_000, commitment: 400_000_000, liquidity: 0.9 }, lift: { airSeats: 300, seaTonnes: 900, sailing: 18 } };
}

function battalionsTo(scenario: Scenario, amount: number, day: number): OrderRow[] {
  return scenario.regions.slice(0, 12).slice(0, amount).map((_, region) => deployment('infantry-battalion', 1, 'standard', day, { id: `battalion ${region}`, region, reliability: 0.8 }));
}

const PORTFOLIO_YEARS = 13;

/** First day by which a year's battle deaths reach a number; the length when they never do. */
function firstDayOver(days: Float64Array, deaths: number): number {
  let sum = 0;
  for (let day = 0; day < days.length; day++) {
    sum += days[day]! - (day >= YEAR ? days[day - YEAR]! : 0);
    if (sum >= deaths) return day;
  }
  return days.length;
}

/** Countries of a portfolio, and how many of them a doubled budget pays a mission for: 15 bn USD a year (200 bn in 13 years) are 15 missions of 12 battalions for some 27 countries in conflict a year. */
const COUNTRIES = 24;
const MISSIONS = 13;

/** Country-years in major conflict, in conflict, and battle deaths: without missions; with 2 battalions each and no robust mandate; with 12 and a robust one. Sent, first come first served, when a year's battle deaths reach 25. */
export const portfolioExperiment: Experiment = {
  name: 'portfolio of countries', runs: 10, quick: 2,
  run: (setting, index) => {
    const sums = { none: new Float64Array(3), weak: new Float64Array(3), strong: new Float64Array(3) };
    const count = (into: Float64Array, days: Float64Array): void => {
      const years = byYear(days);
      into[0]! += years.filter(deaths => deaths >= MAJOR).length;
      into[1]! += years.filter(deaths => deaths >= CONFLICT).length;
      into[2]! += days.reduce((a, b) => a + b, 0);
    };
    const countries = Array.from({ length: COUNTRIES }, (_, n) => {
      const number = index * COUNTRIES + n;
      const { scenario } = nullWorld(worldSeed(setting, number), PORTFOLIO_YEARS * YEAR, n % 2 === 1 ? 'war' : 'moderate');
      const none = battleDeaths(setting, openToMission(scenario, false), number);
      count(sums.none, none);
      return { number, scenario, none, day: firstDayOver(none, CONFLICT) };
    });
    countries.sort((a, b) => a.day - b.day).forEach(({ number, scenario, none, day }, place) => {
      const sent = (robust: boolean, battalions: number): Float64Array => (place < MISSIONS && day < none.length ? battleDeaths(setting, openToMission(scenario, robust), number, battalionsTo(scenario, battalions, day)) : none);
      count(sums.weak, sent(false, 2));
      count(sums.strong, sent(true, 12));
    });
    return sums;
  },
};

const RELAPSE_YEARS = 8;
const QUIET_DAYS = 180;
const WATCH_DAYS = 3 * YEAR;
const EARLY_DAYS = 180;

/** Day on which 180 days without battle deaths end after 25 or more had died; −1 when there is none with three years left. */
function peaceDay(days: Float64Array): number {
  let died = 0;
  let quiet = 0;
  for (let day = 0; day + WATCH_DAYS < days.length; day++) {
    died += days[day]!;
    quiet = days[day]! > 0 ? 0 : quiet + 1;
    if (quiet >= QUIET_DAYS && died >= CONFLICT) return day;
  }
  return -1;
}

/** Days from a day to the one on which so many have died in battle within a year; three years and a day when that does not happen. */
function daysToRelapse(days: Float64Array, from: number, deaths = CONFLICT): number {
  let sum = 0;
  for (let k = 1; k <= WATCH_DAYS; k++) {
    sum += days[from + k]! - (k > YEAR ? days[from + k - YEAR]! : 0);
    if (sum >= deaths) return k;
  }
  return WATCH_DAYS + 1;
}

/** After 180 quiet days: whether peace lasts three years without a mission, with 4 and with 12 battalions sent on that day; days at risk and relapses in the first half-year and after a year. */
export const relapseExperiment: Experiment = {
  name: 'relapse', runs: 360, quick: 20,
  run: (setting, index) => {
    const plain = nullWorld(worldSeed(setting, index), RELAPSE_YEARS * YEAR, index % 4 === 3 ? 'war' : 'moderate').scenario;
    const scenario = openToMission(plain, true);
    const none = battleDeaths(setting, scenario, index);
    const day = peaceDay(none);
    if (day < 0) return { relapsed: new Float64Array(0), hazard: new Float64Array(4) };
    const alone = daysToRelapse(none, day);
    const withMission = (battalions: number): number => daysToRelapse(battleDeaths(setting, scenario, index, battalionsTo(scenario, battalions, day)), day);
    const relapsed = (k: number): number => (k <= WATCH_DAYS ? 1 : 0);
    return {
      // the last two: spells seen, and spells with any battle death within a year
      relapsed: Float64Array.of(relapsed(alone), relapsed(withMission(4)), relapsed(withMission(12)), 1, daysToRelapse(none, day, 1) <= YEAR ? 1 : 0),
      hazard: Float64Array.of(Math.min(alone, EARLY_DAYS), alone <= EARLY_DAYS ? 1 : 0, Math.max(0, Math.min(alone, WATCH_DAYS) - YEAR), alone > YEAR && alone <= WATCH_DAYS ? 1 : 0),
    };
  },
};

const NEXT_DOOR_YEARS = 6;

/** Years in conflict of a country whose neighbour is at peace and of the same beside one at war. */
export const neighbourExperiment: Experiment = {
  name: 'conflict next door', runs: 120, quick: 12,
  run: (setting, index) => {
    const { scenario } = nullWorld(worldSeed(setting, index), NEXT_DOOR_YEARS * YEAR, index % 2 === 1 ? 'moderate' : 'quiet');
    const beside = (conflict: number): number => byYear(battleDeaths(setting, { ...scenario, neighbours: scenario.neighbours.map(neighbour => ({ ...neighbour, conflict })) }, index)).filter(deaths => deaths >= CONFLICT).length;
    return { years: Float64Array.of(beside(0), beside(0.9)) };
  },
};

const DELAY_DAYS = 2 * YEAR;
/** Days on which twelve battalions are ordered. */
export const DELAYS = [0, 60, 120, 240, 480] as const;

/** Violent deaths in two years without troops, then by the day twelve battalions at rapid readiness are ordered. */
export const delayExperiment: Experiment = {
  name: 'cost of delay', runs: 240, quick: 12,
  run: (setting, index) => {
    const scenario = openToMission(nullWorld(worldSeed(setting, index), DELAY_DAYS, 'war').scenario, true);
    const dead = (rows: readonly OrderRow[]): number => {
      const run = begin(setting, tablesIn(setting, scenario), index, rows);
      runToEnd(run);
      return run.s.civiliansKilled.reduce((a, b) => a + b, 0) + run.s.fightersKilled.reduce((a, b) => a + b, 0);
    };
    const ordered = (day: number): OrderRow[] => Array.from({ length: 12 }, (_, region) => deployment('infantry-battalion', 1, 'rapid', day, { id: `battalion ${region}`, region }));
    return { dead: Float64Array.of(dead([]), ...DELAYS.map(day => dead(ordered(day)))) };
  },
};
