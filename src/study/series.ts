/**
 * What a day looks like from far away: the eight series of results.ts and a few sums that outcomes read, computed
 * once at the end of each day. No allocation.
 */
import type { Run } from '../engine/run.ts';
import type { Tables } from '../engine/tables.ts';
import type { Scale } from './histogram.ts';
import { SERIES, type SeriesName } from './results.ts';

const at = (name: SeriesName): number => SERIES.findIndex(series => series.name === name);

/** Index of each series in a row of day values. */
export const HARMED = at('harmed');
export const DISPLACED = at('displaced');
export const NEED_REACHED = at('needReached');
export const TENSION = at('tension');
export const WILL = at('will');
export const CONSENT = at('consent');
export const COST = at('cost');
export const MISSION_DEATHS = at('missionDeaths');
// sums that only outcomes read
export const NEED = SERIES.length;
export const REACHED = NEED + 1;
/** Civilians killed in one-sided violence today. */
export const ATTACK_DEATHS = NEED + 2;
/** Regions without troops, police or monitors today. */
export const UNWATCHED = NEED + 3;
/** Length of a row of day values. */
export const DAY_VALUES = NEED + 4;

/** Present people under which a region counts as without presence. */
const ONE_PERSON = 1;

/** Fills `into` (length `DAY_VALUES`) with the values of the day just computed. */
export function observeDay(run: Run, into: Float64Array): void {
  const { s, t } = run;
  const { civiliansKilled, hosted, refugees, need, reached, tension, killedInAttacksToday, presentTroops, presentPolice, monitors } = s;
  const { R, N, population } = t;
  let harmed = 0;
  let displaced = 0;
  let needed = 0;
  let helped = 0;
  let tense = 0;
  let people = 0;
  let attackDeaths = 0;
  let unwatched = 0;
  for (let r = 0; r < R; r++) {
    harmed += civiliansKilled[r]!;
    displaced += hosted[r]!;
    needed += need[r]!;
    helped += reached[r]!;
    tense += tension[r]! * population[r]!;
    people += population[r]!;
    attackDeaths += killedInAttacksToday[r]!;
    if (presentTroops[r]! + presentPolice[r]! + monitors[r]! < ONE_PERSON) unwatched++;
  }
  for (let n = 0; n < N; n++) displaced += refugees[n]!;
  into[HARMED] = harmed;
  into[DISPLACED] = displaced;
  into[NEED_REACHED] = needed > 0 ? Math.min(1, helped / needed) : 1;
  into[TENSION] = tense / people;
  into[WILL] = s.will[0]!;
  into[CONSENT] = s.consent[0]!;
  into[COST] = s.spent[0]!;
  into[MISSION_DEATHS] = s.missionKilled[0]! + s.missionDied[0]!;
  into[NEED] = needed;
  into[REACHED] = helped;
  into[ATTACK_DEATHS] = attackDeaths;
  into[UNWATCHED] = unwatched;
}

/** Facts of a scenario that set the scales of histograms. */
export interface ScaleFacts {
  /** People of all regions on D0. */
  readonly people: number;
  /** Length, days. */
  readonly days: number;
  /** Approved budget, USD/day, and commitment authority, USD. */
  readonly budgetPerDay: number;
  readonly commitment: number;
}

/** The facts as the tables hold them. */
export function scaleFacts(t: Tables): ScaleFacts {
  let people = 0;
  for (let r = 0; r < t.R; r++) people += t.population[r]!;
  return { people, days: t.days, budgetPerDay: t.budgetPerDay, commitment: t.commitment };
}

const SHARE: Scale = { unit: 1 / 16, max: 1 };

/** Scale of each series: counts to everybody, shares to one, money to four times what is approved. */
export function seriesScale(name: SeriesName, facts: ScaleFacts): Scale {
  switch (name) {
    case 'harmed':
    case 'displaced': return { unit: name === 'harmed' ? 64 : 256, max: Math.max(1024, facts.people) };
    case 'missionDeaths': return { unit: 8, max: 4096 };
    case 'cost': {
      const approved = Math.max(1e6, facts.budgetPerDay * facts.days + facts.commitment);
      return { unit: approved / 1024, max: 4 * approved };
    }
    case 'needReached': case 'tension': case 'will': case 'consent': return SHARE;
  }
}
