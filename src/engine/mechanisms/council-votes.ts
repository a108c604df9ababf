/**
 * Council votes — statements, the renewal of a mandate and its end.
 *
 * statement adopted at hazard ln 2/statementDays · exp(2·(attention − 0.3) + position) · (1 − 0.75 · veto)         [1/day]
 *   a fresh statement stands at 0.5 + 0.5 · position, lifts attention by 0.05 once, and fades over statementFadeDays  [index 0–1]
 * renewal: a year more when the last day is reached, unless a lapse falls, with chance
 *   (1 − renewalChance) · (1 + 4 · max(0, 0.5 − will) + 2 · veto) · (3 where consent < 0.2) · (1 − renewalPrepared · backing)
 *   backing grows over renewalDays while an order to renew is under way                                  [probability]
 * end: a request to end the mandate is adopted at hazard ln 2/30 · exp(−2·(attention − 0.3)); a mandate that has lapsed or
 *   ended authorises nobody: ceilings, powers and presence are at zero                                        [1/day]
 *
 * Source: withdrawn consent ended missions in Chad, Burundi and Ethiopia-Eritrea; otherwise mandates are renewed year by
 * year. Rates MODEL.
 * Assumes: a mandate without a last day is renewed without a vote.
 * Reads attention, will, consent, councilMean, councilVeto, missionPresent, mandateEnds, rowState, rowRelief. Writes statementPush,
 * attention, renewalBacking, mandateEnds, mandateRenewals, ceilings, robustMandate, missionPresent, lastDecisionDay, decisionDay,
 * requestHazard, rowProgress, rowEffect, rowConstraint. Draws: councilVote, renewalVote.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01, exp } from '../../kernel/math.ts';
import { COUNCIL_VOTE, FULL_EFFECT, LEAD_TIME, lifts, MANDATE, NONE, progressOf, ROW_UNDER_WAY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

const LN2 = Math.LN2;
export const ASKS_STATEMENT = 0;
export const ASKS_RENEWAL = 1;
const YEAR = 365;
const MONTH = 30;
const MOST_VOTES = 4095;
const STATEMENT_ATTENTION = 0.05;
const LEAST_CONSENT = 0.2;

/** Gathers hazard for a vote; whether it is adopted by today. */
function adopted(run: Run, row: number, hazard: number): boolean {
  const { s, o, day, k0, k1 } = run;
  if (s.decisionDay[row]! >= 0) return true;
  const threshold = exponential(uniform(k0, k1, word(STREAMS.councilVote, 0, 0), o.key[row]!), 1);
  s.requestHazard[row]! += hazard;
  if (s.requestHazard[row]! >= threshold || lifts(s.rowRelief[row]!, MANDATE)) {
    s.decisionDay[row] = day;
    return true;
  }
  s.rowEffect[row] = 0;
  s.rowProgress[row] = progressOf(0.9 * s.requestHazard[row]! / threshold, 0);
  s.rowConstraint[row] = MANDATE;
  return false;
}

function stepStatement(run: Run, row: number): void {
  const { s, t, day } = run;
  const { p } = t;
  const hazard = LN2 / p.statementDays * exp(2 * (s.attention[0]! - 0.3) + s.councilMean[0]!) * (1 - 0.75 * s.councilVeto[0]!);
  if (!adopted(run, row, hazard)) return;
  if (s.decisionDay[row] === day) {
    s.statementPush[0] = Math.max(s.statementPush[0]!, clamp01(0.5 + 0.5 * s.councilMean[0]!));
    s.attention[0] = clamp01(s.attention[0]! + STATEMENT_ATTENTION);
  }
  s.rowEffect[row] = 1;
  s.rowProgress[row] = 1;
  s.rowConstraint[row] = NONE;
}

function stepRenewal(run: Run, row: number): void {
  const { s, t } = run;
  const relief = s.rowRelief[row]!;
  if (s.missionPresent[0] === 0 && !lifts(relief, MANDATE)) {
    s.rowEffect[row] = 0;
    s.rowConstraint[row] = MANDATE;
    return;
  }
  s.renewalBacking[0] = lifts(relief, LEAD_TIME) ? 1 : Math.min(1, s.renewalBacking[0]! + 1 / t.p.renewalDays);
  const effect = s.renewalBacking[0]!;
  s.rowEffect[row] = effect;
  s.rowProgress[row] = progressOf(effect, effect);
  s.rowConstraint[row] = effect >= FULL_EFFECT ? NONE : LEAD_TIME;
}

/** The mission is no longer authorised. */
function endMandate(run: Run): void {
  const { s, day } = run;
  s.missionPresent[0] = 0;
  s.ceilingTroops[0] = 0;
  s.ceilingPolice[0] = 0;
  s.robustMandate[0] = 0;
  s.mandateEnds[0] = -1;
  s.lastDecisionDay[0] = day;
}

function stepEnd(run: Run, row: number): void {
  const { s, day } = run;
  if (!adopted(run, row, s.missionPresent[0] === 1 ? LN2 / MONTH * exp(-2 * (s.attention[0]! - 0.3)) : 0)) return;
  if (s.decisionDay[row] === day) endMandate(run);
  s.rowEffect[row] = 1;
  s.rowProgress[row] = 1;
  s.rowConstraint[row] = NONE;
}

/** Chance that a mandate whose last day has come is not renewed. */
export function lapseChance(run: Run): number {
  const { s, t } = run;
  const { p } = t;
  const unwilling = 1 + 4 * Math.max(0, 0.5 - s.will[0]!) + 2 * s.councilVeto[0]!;
  return Math.min(1, (1 - p.renewalChance) * unwilling * (s.consent[0]! < LEAST_CONSENT ? 3 : 1) * (1 - p.renewalPrepared * s.renewalBacking[0]!));
}

function voteOnRenewal(run: Run): void {
  const { s, t, k0, k1 } = run;
  const u = uniform(k0, k1, word(STREAMS.renewalVote, 0, Math.min(s.mandateRenewals[0]!, MOST_VOTES)), t.missionKey);
  if (u < lapseChance(run)) endMandate(run);
  // a renewal as it stands is no new decision
  else s.mandateEnds[0]! += YEAR;
  s.mandateRenewals[0]!++;
  s.renewalBacking[0] = 0;
}

export const councilVotes: Mechanism = {
  name: 'council-votes', phase: 11,
  reads: ['attention', 'will', 'consent', 'councilMean', 'councilVeto', 'missionPresent', 'mandateEnds', 'mandateRenewals', 'statementPush', 'renewalBacking', 'rowState', 'rowRelief', 'requestHazard', 'decisionDay'],
  writes: ['statementPush', 'attention', 'renewalBacking', 'mandateEnds', 'mandateRenewals', 'ceilingTroops', 'ceilingPolice', 'robustMandate', 'missionPresent', 'lastDecisionDay', 'decisionDay', 'requestHazard', 'rowProgress', 'rowEffect', 'rowConstraint'],
  run: run => {
    const { s, t, o, day } = run;
    s.statementPush[0]! *= 1 - 1 / t.p.statementFadeDays;
    for (let row = 0; row < o.rows; row++) {
      if (o.kind[row] !== COUNCIL_VOTE || s.rowState[row] !== ROW_UNDER_WAY) continue;
      const ask = o.extra[3 * row]!;
      if (ask === ASKS_STATEMENT) stepStatement(run, row);
      else if (ask === ASKS_RENEWAL) stepRenewal(run, row);
      else stepEnd(run, row);
    }
    if (s.mandateEnds[0]! >= 0 && day > s.mandateEnds[0]! && s.missionPresent[0] === 1) voteOnRenewal(run);
  },
};
