/**
 * Agenda — orders begin when their start rule is met and end after their last day.
 *
 * begins on day k when: rule 0  k ≥ days;  1  k ≥ first effect of the row named + days;
 *   2  k ≥ first day of the alert level + days;  3  k ≥ day of the decision on the request named + days   [day]
 *
 * Source: the plan. Nothing here is estimated.
 * Assumes: an order that cannot begin by its last day never begins; an order of amount 0 begins and touches nothing.
 * Reads rowFirstEffectDay, firstAlertDay, decisionDay. Writes rowState, rowStartDay, rowEffect, rowConstraint. Draws: none.
 */
import { NONE, ROW_OVER, ROW_UNDER_WAY, ROW_WAITING, START } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { START_RULE } from '../schedule.ts';

/** Day on which row i may begin, or −1 while what it waits for has not happened. */
function startDayOf(run: Run, i: number): number {
  const { s, o } = run;
  const rule = o.rule[i]!;
  if (rule === START_RULE.day) return Math.max(0, o.days[i]!);
  const ref = o.ref[i]!;
  const since = rule === START_RULE.afterRow ? s.rowFirstEffectDay[ref]! : rule === START_RULE.afterAlert ? s.firstAlertDay[ref]! : s.decisionDay[ref]!;
  return since < 0 ? -1 : since + Math.max(0, o.days[i]!);
}

export const agenda: Mechanism = {
  name: 'agenda', phase: 13,
  reads: ['rowState', 'rowFirstEffectDay', 'firstAlertDay', 'decisionDay'],
  writes: ['rowState', 'rowStartDay', 'rowEffect', 'rowConstraint'],
  initialise: run => {
    run.s.rowStartDay.fill(-1);
    run.s.rowConstraint.fill(START, 0, run.o.rows);
  },
  run: run => {
    const { s, o, day } = run;
    for (let i = 0; i < o.rows; i++) {
      const state = s.rowState[i]!;
      if (state === ROW_OVER) continue;
      if (day > o.until[i]!) {
        s.rowState[i] = ROW_OVER;
        s.rowEffect[i] = 0;
        s.rowConstraint[i] = NONE;
      } else if (state === ROW_WAITING) {
        const start = startDayOf(run, i);
        if (start < 0 || day < start) continue;
        s.rowState[i] = ROW_UNDER_WAY;
        s.rowStartDay[i] = day;
        s.rowConstraint[i] = NONE;
      }
    }
  },
};
