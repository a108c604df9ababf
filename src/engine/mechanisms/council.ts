/**
 * Council — decisions of the record, and decisions on requests for a mandate, a higher ceiling or stronger powers.
 *
 * request decided at hazard base · exp(2·(attention − 0.3) + 2·(will − 0.5) − divergence · reluctance − draft)
 *   · (1 − veto · 0.75) · min(1, ayes/0.6); base = ln 2 over the median delay with or without a mission          [1/day]
 *   draft = 0.3 · ((asked − ceiling)/10,000 − 0.5), and 0.2 for a robust mandate
 *   ayes: share of members with position + 0.6 · (attention − 0.3) above 0.1 · (asked − ceiling)/10,000 + 0.05 · robust − 0.1
 * granted = ceiling + (asked − ceiling) · (1 − cut), cut = draftCut · (divergence + 0.5 · veto) · (1 − attention)
 *
 * Source: deaths and spill-over speed the agenda, differing preferences slow it (Binder and Golub 2020); median about
 * 12 months from crisis to authorisation, days where a mission exists (Darfur, Côte d'Ivoire, Mali, South Sudan; dates
 * in the model document); nine votes of fifteen adopt. Forms MODEL.
 * Assumes: a decision never lowers a ceiling unless the record says so. While the record still holds decisions to come,
 * requests wait for them and get what they gave: a request never brings a dated decision forward, since the record says
 * nothing of what the Council would have done if asked earlier. A draft may set the length of the mandate, 30 days a month.
 * Reads attention, will, councilSpread, councilVeto, memberPosition, rowState, rowRelief. Writes ceilings, robustMandate, missionPresent,
 * mandateEnds, decisionDay, requestHazard, lastDecisionDay, rowProgress, rowEffect, rowConstraint. Draws: councilDecision.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01, exp } from '../../kernel/math.ts';
import { COUNCIL_REQUEST, FULL_EFFECT, MANDATE, NONE, ROW_UNDER_WAY, lifts, progressOf } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

const LN2 = Math.LN2;
const DAYS_PER_MONTH = 30;
/** Share of ayes that adopts: nine of fifteen. */
const MAJORITY = 0.6;

/** Decisions of the record that fall on today. */
function applyRecord(run: Run): void {
  const { s, t, day } = run;
  for (let n = 0; n < t.decisionDays.length; n++) {
    if (t.decisionDays[n] !== day) continue;
    s.ceilingTroops[0] = t.decisionTroops[n]!;
    s.ceilingPolice[0] = t.decisionPolice[n]!;
    s.robustMandate[0] = t.decisionRobust[n]!;
    s.missionPresent[0] = s.ceilingTroops[0]! + s.ceilingPolice[0]! > 0 ? 1 : 0;
    s.lastDecisionDay[0] = day;
  }
}

/** Day of the first decision of the record on or after `from`; −1 when the record holds none. */
function recordedDay(run: Run, from: number): number {
  const { decisionDays } = run.t;
  for (let n = 0; n < decisionDays.length; n++) if (decisionDays[n]! >= from) return decisionDays[n]!;
  return -1;
}

/** Whether the draft of a row asks for all necessary means; the length of the mandate in months stands above that bit. */
function asksRobust(run: Run, row: number): boolean {
  return run.o.extra[3 * row + 2]! % 2 === 1;
}

/** Share of the members who would vote for a draft of so many more people (in 10,000) and powers. */
function ayes(run: Run, extra: number, robust: boolean): number {
  const { s, t } = run;
  const asked = 0.1 * extra + (robust ? 0.05 : 0) - 0.1 - 0.6 * (s.attention[0]! - 0.3);
  let count = 0;
  for (let m = 0; m < t.M; m++) if (s.memberPosition[m]! > asked) count++;
  return count / t.M;
}

function hazardOf(run: Run, row: number): number {
  const { s, t, o } = run;
  const { p } = t;
  const extra = Math.max(0, o.extra[3 * row]! - s.ceilingTroops[0]!) / 10000;
  const robust = asksRobust(run, row) && s.robustMandate[0] === 0;
  const base = LN2 / (s.missionPresent[0] === 1 ? p.decisionDaysWithMission : p.decisionDaysWithout);
  return base * exp(2 * (s.attention[0]! - 0.3) + 2 * (s.will[0]! - 0.5) - p.divergenceReluctance * s.councilSpread[0]! - 0.3 * (extra - 0.5) - (robust ? 0.2 : 0)) * (1 - 0.75 * s.councilVeto[0]!) * Math.min(1, ayes(run, extra, robust) / MAJORITY);
}

function grant(run: Run, row: number, share: number): void {
  const { s, o, day } = run;
  const troops = o.extra[3 * row]!;
  const police = o.extra[3 * row + 1]!;
  s.ceilingTroops[0]! += Math.max(0, troops - s.ceilingTroops[0]!) * share;
  s.ceilingPolice[0]! += Math.max(0, police - s.ceilingPolice[0]!) * share;
  if (asksRobust(run, row) && share >= run.t.p.robustNeedsShare) s.robustMandate[0] = 1;
  if (s.ceilingTroops[0]! + s.ceilingPolice[0]! > 0) s.missionPresent[0] = 1;
  const months = Math.floor(o.extra[3 * row + 2]! / 2);
  if (months > 0) s.mandateEnds[0] = day + months * DAYS_PER_MONTH;
  if (s.decisionDay[row]! < 0) s.decisionDay[row] = day;
  s.lastDecisionDay[0] = day;
}

/** How much of what a request asked is in force: mean over troops, police and robustness asked for, 0–1. */
function inForce(run: Run, row: number): number {
  const { s, o } = run;
  const troops = o.extra[3 * row]!;
  const police = o.extra[3 * row + 1]!;
  let sum = 0;
  let parts = 0;
  if (troops > 0) { sum += Math.min(1, s.ceilingTroops[0]! / troops); parts++; }
  if (police > 0) { sum += Math.min(1, s.ceilingPolice[0]! / police); parts++; }
  if (asksRobust(run, row)) { sum += s.robustMandate[0]!; parts++; }
  return parts > 0 ? sum / parts : 1;
}

function stepRequest(run: Run, row: number): void {
  const { s, t, o, day, k0, k1 } = run;
  const lifted = lifts(s.rowRelief[row]!, MANDATE);
  if (s.decisionDay[row]! < 0) {
    const recorded = recordedDay(run, Math.max(0, s.rowStartDay[row]!));
    if (lifted) grant(run, row, 1);
    else if (recorded >= 0) {
      if (recorded <= day) s.decisionDay[row] = recorded;
    } else {
      const threshold = exponential(uniform(k0, k1, word(STREAMS.councilDecision, 0, 0), o.key[row]!), 1);
      s.requestHazard[row]! += hazardOf(run, row);
      const cut = t.p.draftCut * (s.councilSpread[0]! + 0.5 * s.councilVeto[0]!) * (1 - s.attention[0]!);
      if (s.requestHazard[row]! >= threshold) grant(run, row, 1 - clamp01(cut));
      else s.rowProgress[row] = progressOf(s.requestHazard[row]! / threshold, 0);
    }
    if (s.decisionDay[row]! < 0) {
      if (recorded >= 0) s.rowProgress[row] = progressOf(clamp01((day - s.rowStartDay[row]!) / Math.max(1, recorded - s.rowStartDay[row]!)), 0);
      s.rowEffect[row] = 0;
      s.rowConstraint[row] = MANDATE;
      return;
    }
  } else if (lifted && inForce(run, row) < 1) grant(run, row, 1);
  const effect = inForce(run, row);
  s.rowEffect[row] = effect;
  s.rowProgress[row] = progressOf(1, effect);
  s.rowConstraint[row] = effect >= FULL_EFFECT ? NONE : MANDATE;
}

export const council: Mechanism = {
  name: 'council', phase: 11,
  reads: ['attention', 'will', 'councilSpread', 'councilVeto', 'memberPosition', 'rowState', 'rowStartDay', 'rowRelief', 'ceilingTroops', 'ceilingPolice', 'robustMandate', 'missionPresent', 'decisionDay', 'requestHazard'],
  writes: ['ceilingTroops', 'ceilingPolice', 'robustMandate', 'missionPresent', 'mandateEnds', 'decisionDay', 'requestHazard', 'lastDecisionDay', 'rowProgress', 'rowEffect', 'rowConstraint'],
  initialise: run => {
    const { s, t } = run;
    s.ceilingTroops[0] = t.mission0.troops;
    s.ceilingPolice[0] = t.mission0.police;
    s.robustMandate[0] = t.mission0.robust ? 1 : 0;
    s.missionPresent[0] = t.mission0.present ? 1 : 0;
    s.decisionDay.fill(-1);
    s.lastDecisionDay[0] = -1;
    s.mandateEnds[0] = t.mandateEnds0;
  },
  run: run => {
    const { s, o } = run;
    applyRecord(run);
    for (let row = 0; row < o.rows; row++) if (o.kind[row] === COUNCIL_REQUEST && s.rowState[row] === ROW_UNDER_WAY) stepRequest(run, row);
  },
};
