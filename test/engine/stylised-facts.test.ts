/**
 * Null worlds: countries left alone must show the violence of the record. Bands after the stylised facts SF-01, SF-02, SF-10, SF-19, SF-20
 * and the sign check SC-07 of the model document. Seeds, worlds and lengths are fixed.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTables } from '../../src/engine/build-tables.ts';
import { runToEnd, startRun } from '../../src/engine/run.ts';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { checkScenario } from '../../src/scenario/check.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import { countTransitions, dispersion, episodesOf, fitHawkes, median, tailExponent, topTenthShare, type Persistence } from '../../src/study/validate/readings.ts';
import { nullWorld } from '../../src/study/validate/null-world.ts';

const DAYS = 12 * 365;
const WORLDS = 20;
const SETTLED = 180;
const WINDOW = 2 * 365;
const QUIET_MONTHS = 12;

interface Record {
  /** Deaths of incidents against civilians, from region-days with one incident and no battle. */
  readonly sizes: number[];
  readonly regions: Persistence;
  readonly dyads: Persistence;
  readonly dispersions: number[];
  /** Daily incidents against civilians, one series for each region. */
  readonly series: Float64Array[];
  readonly episodes: number[][];
  /** One value a world. */
  readonly killedPerYear: number[];
  readonly peakDisplaced: number[];
  readonly displacedPerDeath: number[];
  readonly excessPerDeath: number[];
}

const none = (): Persistence => ({ given: 0, quiet: 0, afterViolent: 0, afterQuiet: 0 });
const byMonth = (days: Float64Array): number[] => Array.from({ length: Math.floor(days.length / 30) }, (_, m) => days.slice(30 * m, 30 * m + 30).reduce((a, b) => a + b, 0));
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

function observe(kind: 'moderate' | 'war'): Record {
  const seen: Record = { sizes: [], regions: none(), dyads: none(), dispersions: [], series: [], episodes: [], killedPerYear: [], peakDisplaced: [], displacedPerDeath: [], excessPerDeath: [] };
  const p = parametersFor('conservative');
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { scenario, homes } = nullWorld(seed, DAYS, kind);
    const t = buildTables(scenario, p);
    const run = startRun(t, buildSchedule([], t.initialUnits), 5, seed);
    const attacks = Array.from({ length: t.R }, () => new Float64Array(DAYS));
    const dead = homes.map(() => new Float64Array(DAYS));
    const killed = homes.map(() => new Float64Array(DAYS));
    let peak = 0;
    runToEnd(run, ({ s, day }) => {
      for (let r = 0; r < t.R; r++) {
        attacks[r]![day] = s.attacksToday[r]!;
        if (s.attacksToday[r] === 1 && s.battlesToday[r] === 0) seen.sizes.push(s.killedInAttacksToday[r]!);
      }
      homes.forEach((home, i) => home.forEach(r => {
        dead[i]![day]! += s.fightersKilledToday[r]! + s.killedInBattlesToday[r]!;
        killed[i]![day]! += s.killedInAttacksToday[r]!;
      }));
      peak = Math.max(peak, sum(s.away));
    });
    for (const days of attacks) {
      const months = byMonth(days);
      countTransitions(months.slice(6), seen.regions);
      if (sum(days) >= 20) seen.dispersions.push(dispersion(months));
      seen.series.push(days);
    }
    homes.forEach((home, i) => {
      if (home.length === 0) return;
      const battles = byMonth(dead[i]!);
      countTransitions(battles.slice(6), seen.dyads);
      seen.episodes.push(...episodesOf(battles, QUIET_MONTHS), ...episodesOf(byMonth(killed[i]!), QUIET_MONTHS));
    });
    const perMillions = 1e7 / sum(t.population);
    const civilians = sum(run.s.civiliansKilled);
    const violent = civilians + sum(run.s.fightersKilled);
    const reported = violent * sum(run.s.reportedDeaths) / civilians;
    seen.killedPerYear.push(civilians * perMillions * 365 / DAYS);
    seen.peakDisplaced.push(peak * perMillions);
    seen.displacedPerDeath.push(peak / reported);
    seen.excessPerDeath.push(sum(run.s.excessDeaths) / violent);
  }
  return seen;
}

let moderate: Record;
let war: Record;
beforeAll(() => {
  moderate = observe('moderate');
  war = observe('war');
});

/** Empty when the value lies within the band, else a sentence. */
const misses = (value: number, low: number, high: number, what: string): string[] => (value >= low && value <= high ? [] : [`${what} is ${value}, band ${low} to ${high}`]);

describe('a generated country', () => {
  it('is valid, and the same for the same seed', () => {
    const world = nullWorld(3, 400);
    expect(checkScenario(world.scenario).filter(finding => finding.severity === 'error')).toEqual([]);
    expect(nullWorld(3, 400)).toEqual(world);
    expect(nullWorld(4, 400).scenario.regions[0]).not.toEqual(world.scenario.regions[0]);
  });
});

describe('violence without a response', () => {
  it('has heavy tails of civilian deaths (SF-01)', () => {
    const deadly = moderate.sizes.filter(size => size > 0);
    expect([
      ...[5, 10, 20].flatMap(xmin => misses(tailExponent(deadly, xmin), 1.9, 2.3, `tail exponent from ${xmin}`)),
      ...misses(topTenthShare(deadly), 0.6, 0.75, 'share of the largest tenth'),
      ...misses(median(deadly), 1, 3, 'median'),
    ]).toEqual([]);
  });

  it('persists from month to month (SF-02)', () => {
    const { regions, dyads } = moderate;
    expect([
      ...misses(regions.afterViolent / regions.given, 0.3, 0.62, 'P(violent | violent), region-months'),
      ...misses(regions.afterQuiet / regions.quiet, 0.05, 0.16, 'P(violent | quiet), region-months'),
      ...misses(dyads.afterViolent / dyads.given, 0.55, 0.75, 'P(violent | violent), dyad-months'),
      ...misses(dyads.afterQuiet / dyads.quiet, 0.02, 0.2, 'P(violent | quiet), dyad-months'),
      ...misses(median(moderate.dispersions), 3, 20, 'variance over mean of monthly counts'),
      ...misses(median(war.dispersions), 3, 20, 'variance over mean of monthly counts in a war'),
    ]).toEqual([]);
  });

  it('excites itself (SF-10)', () => {
    const fits = war.series.flatMap(days => {
      const windows: Float64Array[] = [];
      for (let from = SETTLED; from + WINDOW <= days.length; from += WINDOW) windows.push(days.slice(from, from + WINDOW));
      return windows.filter(window => sum(window) >= 50);
    }).slice(0, 150).map(window => fitHawkes([...window]));
    expect(fits.length).toBeGreaterThanOrEqual(100);
    expect([
      ...misses(median(fits.map(fit => fit.branching)), 0.35, 0.75, 'branching'),
      ...misses(median(fits.map(fit => fit.decayDays)), 2, 40, 'decay'),
    ]).toEqual([]);
  });

  it('is front-loaded within an episode (SC-07)', () => {
    const deadly = moderate.episodes.filter(months => sum(months) >= 100 && months.length >= 5);
    expect(deadly.length).toBeGreaterThanOrEqual(60);
    const shares = deadly.map(months => {
      const fifth = months.length / 5;
      return months.reduce((share, deaths, m) => share + deaths * Math.max(0, Math.min(1, fifth - m)), 0) / sum(months);
    });
    // the first fifth of the months holds more than a fifth of the deaths
    expect(sum(shares) / shares.length).toBeGreaterThan(0.2);
  });

  it('has plausible levels: hundreds to some thousands killed a year and hundreds of thousands displaced in ten million', () => {
    expect([
      ...misses(median(war.killedPerYear), 200, 4000, 'civilians killed a year'),
      ...misses(median(war.peakDisplaced), 100_000, 1_500_000, 'people displaced at the peak'),
      ...misses(median(war.displacedPerDeath), 15, 60, 'displaced at the peak by reported violent death (SF-20)'),
      ...misses(median(war.excessPerDeath), 1, 4, 'deaths of unmet need by violent death (SF-19)'),
    ]).toEqual([]);
    expect(median(war.killedPerYear)).toBeGreaterThan(median(moderate.killedPerYear));
  });
});
