/**
 * Council — attention, political will, and decisions on requests.
 *
 * seen′ = seen · (1 − 1/30) + reported deaths                                                              [people]
 * attention relaxes to 1 − (1 − attention of D0) · exp(−(seen/deathsHalf + refugees/refugeesHalf) · (1 + partners)),
 *   jumps by attention events                                                                      [index 0–1]
 * will relaxes to 0.5 + 0.35 · position − 0.25 · divergence + 0.5 · (attention − 0.3) − 0.3 · shock [index 0–1]
 * request decided at hazard base · exp(2·(attention − 0.3) + 2·(will − 0.5) − divergence · reluctance − draft)
 *   · (1 − veto · 0.75); base = ln 2 over the median delay with or without a mission                   [1/day]
 *   draft = 0.3 · ((asked − ceiling)/10,000 − 0.5), and 0.2 for a robust mandate
 * granted = ceiling + (asked − ceiling) · (1 − cut), cut = draftCut · (divergence + 0.5 · veto) · (1 − attention)
 *
 * Source: deaths and spill-over speed the agenda, differing preferences slow it (Binder and Golub 2020); median about
 * 12 months from crisis to authorisation, days where a mission exists (Darfur, Côte d'Ivoire, Mali, South Sudan; dates
 * in the model document). Forms MODEL.
 * Assumes: a decision never lowers a ceiling unless the record says so; while the record still holds decisions, requests
 * wait for them and get what they gave.
 * Reads reportedDeathsToday, refugees, casualtyShock, rowState, rowRelief. Writes attention, will, deathsInView, ceilings, robustMandate,
 * missionPresent, decisionDay, requestHazard, lastDecisionDay, rowProgress, rowEffect, rowConstraint. Draws: councilDecision.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01, exp } from '../../kernel/math.ts';
import { COUNCIL_REQUEST, FULL_EFFECT, MANDATE, NONE, ROW_UNDER_WAY, lifts, progressOf } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';
import { EVENT_ATTENTION } from './events.ts';

const LN2 = Math.LN2;
const SEEN_DAYS = 30;

/** Weight of partners' calls: mean of will times legitimacy over contributors that belong to one, 0–1. */
function partnersCall(run: Run): number {
  const { t } = run;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < t.contributorPartner.length; i++) {
    if (t.contributorPartner[i]! < 0) continue;
    sum += t.partnerWill[i]! * t.partnerLegitimacy[i]!;
    count++;
  }
  return count > 0 ? sum / count : 0;
}

function stepAttention(run: Run): void {
  const { s, t, day } = run;
  const { p } = t;
  let reported = 0;
  for (let r = 0; r < t.R; r++) reported += s.reportedDeathsToday[r]!;
  s.deathsInView[0] = s.deathsInView[0]! * (1 - 1 / SEEN_DAYS) + reported;
  let refugees = 0;
  for (let n = 0; n < t.N; n++) refugees += s.refugees[n]!;
  const pressure = (s.deathsInView[0]! / p.attentionDeathsHalf + refugees / p.attentionRefugeesHalf) * (1 + partnersCall(run));
  const goal = 1 - (1 - t.attention0) * exp(-LN2 * pressure);
  s.attention[0]! += (goal - s.attention[0]!) / p.attentionDays;
  const e = t.events;
  for (let i = 0; i < e.count && e.day[i]! <= day; i++) {
    if (e.day[i] === day && e.kind[i] === EVENT_ATTENTION) s.attention[0] = clamp01(s.attention[0]! + e.strength[i]!);
  }
  const will = 0.5 + 0.35 * t.councilPosition - 0.25 * t.councilDivergence + 0.5 * (s.attention[0]! - 0.3) - 0.3 * s.casualtyShock[0]!;
  s.will[0]! += (clamp01(will) - s.will[0]!) / p.willDays;
}

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

function hazardOf(run: Run, row: number): number {
  const { s, t, o } = run;
  const { p } = t;
  const extra = Math.max(0, o.extra[3 * row]! - s.ceilingTroops[0]!) / 10000;
  const robust = o.extra[3 * row + 2]! > s.robustMandate[0]! ? 0.2 : 0;
  const base = LN2 / (s.missionPresent[0] === 1 ? p.decisionDaysWithMission : p.decisionDaysWithout);
  return base * exp(2 * (s.attention[0]! - 0.3) + 2 * (s.will[0]! - 0.5) - p.divergenceReluctance * t.councilDivergence - 0.3 * (extra - 0.5) - robust) * (1 - 0.75 * t.vetoOpposed);
}

function grant(run: Run, row: number, share: number): void {
  const { s, o, day } = run;
  const troops = o.extra[3 * row]!;
  const police = o.extra[3 * row + 1]!;
  s.ceilingTroops[0]! += Math.max(0, troops - s.ceilingTroops[0]!) * share;
  s.ceilingPolice[0]! += Math.max(0, police - s.ceilingPolice[0]!) * share;
  if (o.extra[3 * row + 2] === 1 && share >= run.t.p.robustNeedsShare) s.robustMandate[0] = 1;
  if (s.ceilingTroops[0]! + s.ceilingPolice[0]! > 0) s.missionPresent[0] = 1;
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
  if (o.extra[3 * row + 2] === 1) { sum += s.robustMandate[0]!; parts++; }
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
      const cut = t.p.draftCut * (t.councilDivergence + 0.5 * t.vetoOpposed) * (1 - s.attention[0]!);
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
  reads: ['reportedDeathsToday', 'refugees', 'casualtyShock', 'rowState', 'rowStartDay', 'rowRelief', 'attention', 'will', 'deathsInView', 'ceilingTroops', 'ceilingPolice', 'robustMandate', 'missionPresent', 'decisionDay', 'requestHazard'],
  writes: ['attention', 'will', 'deathsInView', 'ceilingTroops', 'ceilingPolice', 'robustMandate', 'missionPresent', 'decisionDay', 'requestHazard', 'lastDecisionDay', 'rowProgress', 'rowEffect', 'rowConstraint'],
  initialise: run => {
    const { s, t } = run;
    s.attention[0] = t.attention0;
    s.will[0] = clamp01(0.5 + 0.35 * t.councilPosition - 0.25 * t.councilDivergence + 0.5 * (t.attention0 - 0.3));
    s.ceilingTroops[0] = t.mission0.troops;
    s.ceilingPolice[0] = t.mission0.police;
    s.robustMandate[0] = t.mission0.robust ? 1 : 0;
    s.missionPresent[0] = t.mission0.present ? 1 : 0;
    s.decisionDay.fill(-1);
    s.lastDecisionDay[0] = -1;
  },
  run: run => {
    const { s, o } = run;
    stepAttention(run);
    applyRecord(run);
    for (let row = 0; row < o.rows; row++) if (o.kind[row] === COUNCIL_REQUEST && s.rowState[row] === ROW_UNDER_WAY) stepRequest(run, row);
  },
};
