/**
 * Agenda — orders begin when their start rule is met and their condition holds, and end after their last day or when the
 * condition to stop holds.
 *
 * begins on day k when: rule 0  k ≥ days;  1  k ≥ first effect of the row named + days;
 *   2  k ≥ first day of the alert level + days;  3  k ≥ day of the decision on the request named + days   [day]
 *   and, from that day on, its condition has held for the days it says, on a day of review where it has reviews
 * ends on day k when k > last day, or when its condition to stop has held so, from the day after it began
 *
 * Source: the plan. Nothing here is estimated.
 * Assumes: an order that cannot begin by its last day never begins; one that has ended never begins again; an order of
 * amount 0 begins and touches nothing.
 * Reads rowFirstEffectDay, firstAlertDay, decisionDay, and what conditions name (triggers.ts). Writes rowState, rowStartDay,
 *   rowStartCause, rowEndDay, rowEndCause, rowEffect, rowConstraint, trigger…, averageRing. Draws: none.
 */
import { NONE, ROW_OVER, ROW_UNDER_WAY, ROW_WAITING, START } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { AGENDA_CAUSES, START_RULE, type AgendaCause } from '../schedule.ts';
import { fires, recordAverages } from '../triggers.ts';

const cause = (name: AgendaCause): number => AGENDA_CAUSES.indexOf(name);
/** Cause of a beginning by start rule. */
const BY_RULE = Uint8Array.of(cause('day'), cause('effect'), cause('alert'), cause('decision'));
const BY_CONDITION = cause('condition');
const BY_REVIEW = cause('review');
const BY_LAST_DAY = cause('last-day');
export const BY_WITHDRAWN_CONSENT = cause('consent-withdrawn');

/** Day on which row i may begin, or −1 while what it waits for has not happened. */
function startDayOf(run: Run, i: number): number {
  const { s, o } = run;
  const rule = o.rule[i]!;
  if (rule === START_RULE.day) return Math.max(0, o.days[i]!);
  const ref = o.ref[i]!;
  const since = rule === START_RULE.afterRow ? s.rowFirstEffectDay[ref]! : rule === START_RULE.afterAlert ? s.firstAlertDay[ref]! : s.decisionDay[ref]!;
  return since < 0 ? -1 : since + Math.max(0, o.days[i]!);
}

/** Begins row i when its rule and its condition say so. */
function tryBegin(run: Run, i: number): void {
  const { s, o, day } = run;
  const start = startDayOf(run, i);
  if (start < 0 || day < start) return;
  const condition = o.triggers.beginsBy[i]!;
  if (condition >= 0 && !fires(run, condition)) return;
  s.rowState[i] = ROW_UNDER_WAY;
  s.rowStartDay[i] = day;
  s.rowStartCause[i] = condition < 0 ? BY_RULE[o.rule[i]!]! : o.triggers.first[condition]! >= 0 ? BY_REVIEW : BY_CONDITION;
  s.rowConstraint[i] = NONE;
}

/** Ends row i today. */
export function endRow(run: Run, i: number, why: number): void {
  const { s } = run;
  s.rowState[i] = ROW_OVER;
  s.rowEndDay[i] = run.day;
  s.rowEndCause[i] = why;
  s.rowEffect[i] = 0;
  s.rowConstraint[i] = NONE;
}

export const agenda: Mechanism = {
  name: 'agenda', phase: 13,
  reads: [
    'rowState', 'rowFirstEffectDay', 'firstAlertDay', 'decisionDay', 'tension', 'hosted', 'reportedIncidentsToday', 'reportedDeathsToday', 'reached', 'need', 'riskEstimate', 'attention', 'consent', 'will',
    'acceptance', 'nationalAlert', 'alertLevel', 'ceasefire', 'presentTroops', 'supplyDays', 'missionKilled', 'ceilingTroops',
  ],
  writes: ['rowState', 'rowStartDay', 'rowStartCause', 'rowEndDay', 'rowEndCause', 'rowEffect', 'rowConstraint', 'triggerHeldDays', 'triggerFiredDay', 'triggerReviews', 'triggerReviewDay', 'averageRing'],
  initialise: run => {
    const { s } = run;
    s.rowStartDay.fill(-1);
    s.rowEndDay.fill(-1);
    s.triggerFiredDay.fill(-1);
    s.triggerReviewDay.fill(-1);
    s.rowConstraint.fill(START, 0, run.o.rows);
  },
  run: run => {
    const { s, o, day } = run;
    const { triggers } = o;
    if (triggers.ringLength > 0) recordAverages(run);
    for (let i = 0; i < o.rows; i++) {
      const state = s.rowState[i]!;
      if (state === ROW_OVER) continue;
      if (day > o.until[i]!) endRow(run, i, BY_LAST_DAY);
      else if (state === ROW_WAITING) tryBegin(run, i);
      else {
        const condition = triggers.endsBy[i]!;
        if (condition >= 0 && fires(run, condition)) endRow(run, i, triggers.first[condition]! >= 0 ? BY_REVIEW : BY_CONDITION);
      }
    }
  },
};
