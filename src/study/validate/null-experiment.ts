/**
 * Countries left alone for twelve years, moderate and war by turns: sizes of events, persistence, self-excitation, spread,
 * clustering in space and time, shape of episodes, excess deaths and displacement.
 */
import { runToEnd } from '../../engine/run.ts';
import { begin, byMonth, tablesIn, total, worldSeed, type Experiment, type Rows, type Setting } from './experiment.ts';
import { nullWorld } from './null-world.ts';
import { countTransitions, dispersion, episodesOf, fitHawkes, type Persistence } from './readings.ts';
import { proximityRows, spreadRows } from './spread.ts';

export const NULL_DAYS = 12 * 365;
const SETTLED_DAYS = 180;
const SETTLED_MONTHS = 6;
const WINDOW_DAYS = 2 * 365;
const WINDOW_EVENTS = 50;
const QUIET_MONTHS = 24;
const EPISODE_DEATHS = 100;
const EPISODE_MONTHS = 5;
const CRISIS_QUIET_DAYS = 60;
const CRISIS_DAYS = 14;
const CRISIS_DEATHS = 50;

/** Daily series of one run, [region][day] or [party][day]. */
interface Watched {
  readonly sizes: number[];
  readonly attacks: readonly Float64Array[];
  readonly events: readonly Float64Array[];
  readonly killed: readonly Float64Array[];
  readonly civilians: readonly Float64Array[];
  readonly reported: readonly Float64Array[];
  readonly left: readonly Float64Array[];
  peakDisplaced: number;
}

function transitions(series: readonly Float64Array[]): number[] {
  const counts: Persistence = { given: 0, quiet: 0, afterViolent: 0, afterQuiet: 0 };
  for (const months of series) countTransitions([...months.subarray(SETTLED_MONTHS)], counts);
  return [counts.given, counts.afterViolent, counts.quiet, counts.afterQuiet];
}

/** Fits of all windows with enough incidents: branching and decay with constant background, branching with a monthly one. */
function excitation(attacks: readonly Float64Array[]): Rows {
  const fits: number[][] = [];
  for (const days of attacks) for (let from = SETTLED_DAYS; from + WINDOW_DAYS <= days.length; from += WINDOW_DAYS) {
    const window = [...days.subarray(from, from + WINDOW_DAYS)];
    if (total(window) < WINDOW_EVENTS) continue;
    const { branching, decayDays } = fitHawkes(window);
    fits.push([branching, decayDays, fitHawkes(window, 30).branching]);
  }
  const column = (j: number): Float64Array => Float64Array.from(fits, fit => fit[j]!);
  return { branching: column(0), decay: column(1), monthlyBranching: column(2) };
}

/** Share of an episode's deaths in the first fifth of its months. */
function firstFifth(months: readonly number[]): number {
  const fifth = months.length / 5;
  return months.reduce((share, deaths, m) => share + deaths * Math.max(0, Math.min(1, fifth - m)), 0) / total(months);
}

/** First two weeks of crises after quiet: people who fled, deaths reported. */
function crisisStarts(watched: Watched, homes: readonly (readonly number[])[]): number[] {
  const sums = [0, 0];
  for (const home of homes) {
    let quiet = 0;
    for (let day = 0; day + CRISIS_DAYS <= NULL_DAYS && home.length > 0; day++) {
      const busy = home.some(r => watched.events[r]![day]! > 0);
      if (busy && quiet >= CRISIS_QUIET_DAYS) {
        const sum = (series: readonly Float64Array[]): number => home.reduce((all, r) => all + total(series[r]!.subarray(day, day + CRISIS_DAYS)), 0);
        const killed = sum(watched.killed);
        const civilians = sum(watched.civilians);
        if (killed >= CRISIS_DEATHS && civilians > 0) {
          sums[0]! += sum(watched.left);
          sums[1]! += sum(watched.reported) * killed / civilians;
        }
      }
      quiet = busy ? 0 : quiet + 1;
    }
  }
  return sums;
}

function observe(setting: Setting, index: number): Rows {
  const isWar = index % 2 === 1;
  const { scenario, homes } = nullWorld(worldSeed(setting, index), NULL_DAYS, isWar ? 'war' : 'moderate');
  const t = tablesIn(setting, scenario);
  const run = begin(setting, t, index);
  const series = (n: number): Float64Array[] => Array.from({ length: n }, () => new Float64Array(NULL_DAYS));
  const watched: Watched = { sizes: [], attacks: series(t.R), events: series(t.R), killed: series(t.R), civilians: series(t.R), reported: series(t.R), left: series(t.R), peakDisplaced: 0 };
  const battleDead = series(homes.length);
  const attackDead = series(homes.length);
  runToEnd(run, ({ s, day }) => {
    for (let r = 0; r < t.R; r++) {
      watched.attacks[r]![day] = s.attacksToday[r]!;
      watched.events[r]![day] = s.attacksToday[r]! + s.battlesToday[r]!;
      watched.civilians[r]![day] = s.killedInAttacksToday[r]! + s.killedInBattlesToday[r]!;
      watched.killed[r]![day] = watched.civilians[r]![day]! + s.fightersKilledToday[r]!;
      watched.reported[r]![day] = s.reportedDeathsToday[r]!;
      watched.left[r]![day] = s.leftToday[r]!;
      if (s.attacksToday[r] === 1 && s.battlesToday[r] === 0 && s.killedInAttacksToday[r]! > 0) watched.sizes.push(s.killedInAttacksToday[r]!);
    }
    homes.forEach((home, i) => home.forEach(r => {
      battleDead[i]![day]! += s.fightersKilledToday[r]! + s.killedInBattlesToday[r]!;
      attackDead[i]![day]! += s.killedInAttacksToday[r]!;
    }));
    watched.peakDisplaced = Math.max(watched.peakDisplaced, total(s.away));
  });
  const months = watched.attacks.map(byMonth);
  const dyads = homes.flatMap((home, i) => (home.length > 0 ? [byMonth(battleDead[i]!)] : []));
  const episodes = homes.flatMap((home, i) => (home.length > 0 ? [...episodesOf([...byMonth(battleDead[i]!)], QUIET_MONTHS), ...episodesOf([...byMonth(attackDead[i]!)], QUIET_MONTHS)] : []));
  const civilians = total(run.s.civiliansKilled);
  const violent = civilians + total(run.s.fightersKilled);
  return {
    kind: Float64Array.of(isWar ? 1 : 0),
    sizes: Float64Array.from(watched.sizes),
    regions: Float64Array.from(transitions(months)),
    dyads: Float64Array.from(transitions(dyads)),
    dispersion: Float64Array.from(months.filter(counts => total(counts) >= 20), counts => dispersion([...counts])),
    ...excitation(watched.attacks),
    firstFifth: Float64Array.from(episodes.filter(episode => total(episode) >= EPISODE_DEATHS && episode.length >= EPISODE_MONTHS), firstFifth),
    // excess and violent deaths; displaced at the peak and reported violent deaths
    excess: Float64Array.of(total(run.s.excessDeaths), violent),
    displaced: Float64Array.of(watched.peakDisplaced, civilians > 0 ? violent * total(run.s.reportedDeaths) / civilians : 0),
    starts: Float64Array.from(crisisStarts(watched, homes)),
    ...spreadRows(watched.events, t),
    ...proximityRows(watched.events, t),
  };
}

export const nullExperiment: Experiment = { name: 'countries left alone', runs: 500, quick: 24, run: observe };
