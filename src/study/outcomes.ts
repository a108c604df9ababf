/**
 * Outcomes: one number read off each future. Each is a record with two accumulators (`acc[0]`, `acc[1]` of its own
 * pair), fed at the end of each day and read after the last. Nothing here allocates.
 */
import { ALERT_LEVELS, ASSEMBLY, COUNCIL_REQUEST, COUNCIL_VOTE, READINESS, SANCTION, START } from '../engine/constraints.ts';
import type { Run } from '../engine/run.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { ATTACK_DEATHS, CONSENT, COST, DISPLACED, HARMED, MISSION_DEATHS, NEED, REACHED, UNWATCHED } from './series.ts';

/** What an outcome may look at. */
export interface Watch {
  readonly run: Run;
  /** Values of today (series.ts). */
  readonly today: Float64Array;
  /** Civilians killed in one-sided violence, by day, up to today. */
  readonly attackDeaths: Float32Array;
}

export interface OutcomeSpec {
  readonly name: OutcomeName;
  readonly unit: string;
  readonly better: 'less' | 'more';
  /** What is counted, for documents. */
  readonly note: string;
  /** At the end of each day; `at` is the index of the first of its two accumulators, which begin at zero. */
  readonly each?: (watch: Watch, acc: Float64Array, at: number) => void;
  /** After the last day. */
  readonly end: (watch: Watch, acc: Float64Array, at: number) => number;
}

/** Deaths of civilians in one-sided violence within 12 months that make a mass killing (Early Warning Project). */
export const MASS_KILLING_DEATHS = 1000;
const YEAR = 365; // days

function sum(values: Float64Array, n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += values[i]!;
  return total;
}

/** Day by which `share` of the orders that ask for something have passed a mark; the scenario's length when fewer do. */
function dayOfShare(run: Run, days: Int32Array, share: number): number {
  const { o, t } = run;
  let asked = 0;
  for (let i = 0; i < o.rows; i++) if (counts(run, i)) asked++;
  if (asked === 0) return t.days;
  const wanted = Math.max(1, Math.ceil(share * asked));
  // the wanted-th smallest day, by counting: rows are few
  let best = t.days;
  for (let i = 0; i < o.rows; i++) {
    const day = days[i]!;
    if (!counts(run, i) || day < 0 || day >= best) continue;
    let until = 0;
    for (let j = 0; j < o.rows; j++) if (counts(run, j) && days[j]! >= 0 && days[j]! <= day) until++;
    if (until >= wanted) best = day;
  }
  return best;
}

/**
 * Whether an order asks for something in the country or at the Council. Thresholds at our own desk and what was bought
 * before D0 are there at once; what the Council and the Assembly are asked for has no amount.
 */
function counts(run: Run, row: number): boolean {
  const kind = run.o.kind[row]!;
  if (kind === ALERT_LEVELS || kind === READINESS) return false;
  return run.o.amount[row]! > 0 || kind === COUNCIL_REQUEST || kind === SANCTION || kind === ASSEMBLY || kind === COUNCIL_VOTE;
}

/** All outcomes, in the order of `OUTCOME_NAMES`. */
export const OUTCOMES: readonly OutcomeSpec[] = [
  { name: 'civiliansKilled', unit: 'people', better: 'less', note: 'civilians killed in one-sided violence and in battles since D0',
    end: ({ today }) => today[HARMED]! },
  { name: 'allDeaths', unit: 'people', better: 'less', note: 'people dead by violence or of unmet need, fighters and mission members included',
    end: ({ run: { s, t }, today }) => sum(s.dead, t.R) + sum(s.fightersKilled, t.R) + today[MISSION_DEATHS]! },
  { name: 'peakDisplaced', unit: 'people', better: 'less', note: 'most people displaced on one day, refugees included',
    each: ({ today }, acc, at) => { if (today[DISPLACED]! > acc[at]!) acc[at] = today[DISPLACED]!; },
    end: (_, acc, at) => acc[at]! },
  { name: 'displacedPersonDays', unit: 'person-days', better: 'less', note: 'days spent displaced, summed over people',
    each: ({ today }, acc, at) => { acc[at]! += today[DISPLACED]!; },
    end: (_, acc, at) => acc[at]! },
  { name: 'refugees', unit: 'people', better: 'less', note: 'people across a border on the last day',
    end: ({ run: { s, t } }) => sum(s.refugees, t.N) },
  { name: 'needReached', unit: 'share', better: 'more', note: 'person-days reached by aid as a share of person-days in need; 1 without need',
    each: ({ today }, acc, at) => { acc[at]! += today[REACHED]!; acc[at + 1]! += today[NEED]!; },
    end: (_, acc, at) => (acc[at + 1]! > 0 ? Math.min(1, acc[at]! / acc[at + 1]!) : 1) },
  { name: 'missionDeaths', unit: 'people', better: 'less', note: 'mission members killed by hostile acts, accident or illness',
    end: ({ today }) => today[MISSION_DEATHS]! },
  { name: 'cost', unit: 'USD', better: 'less', note: 'spent on the response since D0',
    end: ({ today }) => today[COST]! },
  { name: 'regionDaysWithoutPresence', unit: 'region-days', better: 'less', note: 'days without troops, police or monitors, summed over regions',
    each: ({ today }, acc, at) => { acc[at]! += today[UNWATCHED]!; },
    end: (_, acc, at) => acc[at]! },
  { name: 'daysToFirstEffect', unit: 'day', better: 'less', note: 'day on which the first action had an effect; the scenario\'s length when none had',
    end: ({ run }) => dayOfShare(run, run.s.rowFirstEffectDay, 0) },
  { name: 'daysToFullEffect', unit: 'day', better: 'less', note: 'day by which half of the actions had reached full effect; the scenario\'s length when fewer did',
    end: ({ run }) => dayOfShare(run, run.s.rowFullEffectDay, 0.5) },
  { name: 'massAtrocity', unit: 'probability', better: 'less', note: `1 when ${MASS_KILLING_DEATHS} civilians were killed in one-sided violence within a year, else 0`,
    each: ({ run, today, attackDeaths }, acc, at) => {
      acc[at]! += today[ATTACK_DEATHS]! - (run.day >= YEAR ? attackDeaths[run.day - YEAR]! : 0);
      if (acc[at]! >= MASS_KILLING_DEATHS) acc[at + 1] = 1;
    },
    end: (_, acc, at) => acc[at + 1]! },
  { name: 'daysToAlert', unit: 'day', better: 'less', note: 'first day on which the country held alert 2; the scenario\'s length when it never did',
    end: ({ run: { s, t } }) => (s.firstAlertDay[2]! >= 0 ? s.firstAlertDay[2]! : t.days) },
  { name: 'daysToMandate', unit: 'day', better: 'less', note: 'day of the Council\'s first decision on the mandate; the scenario\'s length when there was none',
    each: ({ run }, acc, at) => { if (acc[at] === 0 && run.s.lastDecisionDay[0]! >= 0) acc[at] = run.s.lastDecisionDay[0]! + 1; },
    end: ({ run }, acc, at) => (acc[at]! > 0 ? acc[at]! - 1 : run.t.days) },
  { name: 'daysLost', unit: 'day', better: 'less', note: 'mandate clock: days from the first report to full effect that a cause other than the plan\'s own start days held the plan up',
    end: ({ run: { s } }) => sum(s.clockDays, s.clockDays.length) - s.clockDays[START]! },
  { name: 'meanConsent', unit: 'share', better: 'more', note: 'consent of the host, mean over the days',
    each: ({ today }, acc, at) => { acc[at]! += today[CONSENT]!; acc[at + 1]! += 1; },
    end: (_, acc, at) => (acc[at + 1]! > 0 ? acc[at]! / acc[at + 1]! : 0) },
];

const BY_NAME = new Map(OUTCOMES.map((outcome, i) => [outcome.name, i]));

/** Index of an outcome in `OUTCOMES`. */
export function outcomeIndex(name: OutcomeName): number {
  return BY_NAME.get(name)!;
}

/** The record of an outcome. */
export function outcomeOf(name: OutcomeName): OutcomeSpec {
  return OUTCOMES[outcomeIndex(name)]!;
}
