/**
 * Assembly — the General Assembly recommends in an emergency special session, and votes the mission's budget.
 *
 * session adopted at hazard ln 2/sessionDays · exp(2·(attention − 0.3)) · (1, or 0.2 where under two thirds back it)
 *   two thirds: support + 0.3 · (attention − 0.3) + 0.07 ≥ 2/3; the recommendation stands at 1 and fades over sessionFadeDays.
 *   It moves members (members.ts), will (attention.ts) and binds nobody: no ceiling, no power, no sanction   [1/day]
 * budget voted at hazard ln 2/budgetVoteDays · support/0.6 once a mission is authorised; money for what the Council has
 *   authorised then follows within budgetVotedDays instead of the yearly calendar (money.ts)                [1/day]
 *
 * Source: Uniting for Peace procedure; the Assembly approves budgets of missions (UN financial rules). Rates MODEL.
 * Assumes: the support of the Assembly is that of D0 and its attention that of the Council.
 * Reads attention, missionPresent, assemblySupport, rowState, rowRelief. Writes assemblySupport, budgetVoted, decisionDay, requestHazard,
 * rowProgress, rowEffect, rowConstraint. Draws: assemblyVote.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { exp } from '../../kernel/math.ts';
import { ASSEMBLY, lifts, MANDATE, NONE, PARTNER, progressOf, ROW_UNDER_WAY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

const LN2 = Math.LN2;
const ASKS_BUDGET = 1;
const TWO_THIRDS = 2 / 3;
const UNDECIDED_SWAYED = 0.07;

function hazardOf(run: Run, isBudget: boolean): number {
  const { s, t } = run;
  const { p } = t;
  if (isBudget) return LN2 / p.budgetVoteDays * t.assemblySupport0 / 0.6;
  const heard = s.attention[0]! - 0.3;
  return LN2 / p.sessionDays * exp(2 * heard) * (t.assemblySupport0 + 0.3 * heard + UNDECIDED_SWAYED >= TWO_THIRDS ? 1 : 0.2);
}

function stepRow(run: Run, row: number): void {
  const { s, o, day, k0, k1 } = run;
  const isBudget = o.extra[3 * row] === ASKS_BUDGET;
  const relief = s.rowRelief[row]!;
  if (s.decisionDay[row]! < 0) {
    s.rowEffect[row] = 0;
    const mandated = !isBudget || s.missionPresent[0] === 1 || lifts(relief, MANDATE);
    const threshold = exponential(uniform(k0, k1, word(STREAMS.assemblyVote, 0, 0), o.key[row]!), 1);
    if (mandated) s.requestHazard[row]! += hazardOf(run, isBudget);
    s.rowProgress[row] = progressOf(0.9 * Math.min(1, s.requestHazard[row]! / threshold), 0);
    if (!mandated || (s.requestHazard[row]! < threshold && !lifts(relief, PARTNER))) {
      s.rowConstraint[row] = mandated ? PARTNER : MANDATE;
      return;
    }
    s.decisionDay[row] = day;
    if (isBudget) s.budgetVoted[0] = 1;
    else s.assemblySupport[0] = 1;
  }
  s.rowEffect[row] = 1;
  s.rowProgress[row] = 1;
  s.rowConstraint[row] = NONE;
}

export const assembly: Mechanism = {
  name: 'assembly', phase: 11,
  reads: ['attention', 'missionPresent', 'assemblySupport', 'rowState', 'rowRelief', 'requestHazard', 'decisionDay'],
  writes: ['assemblySupport', 'budgetVoted', 'decisionDay', 'requestHazard', 'rowProgress', 'rowEffect', 'rowConstraint'],
  run: run => {
    const { s, t, o } = run;
    s.assemblySupport[0]! *= 1 - 1 / t.p.sessionFadeDays;
    for (let row = 0; row < o.rows; row++) if (o.kind[row] === ASSEMBLY && s.rowState[row] === ROW_UNDER_WAY) stepRow(run, row);
  },
};
