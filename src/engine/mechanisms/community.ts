/**
 * Community mediation — local mediators between communities of a region.
 *
 * consent → money → choosing and training, log-normal days → teams at work over a month                         [day]
 * effect = ramp · min(1, acceptance/0.5): people must accept whom they let mediate                              [share]
 * local peace relaxes over communityGrowthDays to teams/(teams + communityHalf), teams = Σ amount · effect      [index 0–1]
 *   it lowers tension (tension.ts) and attacks by militias (violence.ts)
 *
 * Source: local organisations keep people in place (micro-studies of Aceh, Nepal and Colombia, sign only). Sizes MODEL.
 * Assumes: armed groups that fight for the country are not reached by it; peace made fades as slowly as it grew.
 * Reads consent, acceptance, cash, committed, localPeace, rowState, rowRelief. Writes localPeace, rowStage, rowWork, rowDuration, rowRamp,
 * rowProgress, rowEffect, rowConstraint, spent, cash. Draws: phaseDuration.
 */
import { COMMUNITY_MEDIATION, CONSENT, FULL_EFFECT, LEAD_TIME, lifts, NONE, ROW_UNDER_WAY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { passGates, settleOrder } from './field-orders.ts';
import { pay, perDay } from './money.ts';

const MONTHS_AHEAD = 3;
const RAMP_DAYS = 30;
const ENOUGH_ACCEPTANCE = 0.5;
/** Regions of a scenario at most (scenario/schema.ts). */
const MAX_REGIONS = 2000;
/** Scratch: teams at work by region; overwritten before each use. */
const teams = new Float64Array(MAX_REGIONS);

function stepTeams(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const relief = s.rowRelief[i]!;
  const monthly = o.amount[i]! * p.communityUsd;
  const gate = passGates(run, i, p.consentToEnter, false, MONTHS_AHEAD * monthly, p.communityDays, p.fieldSigma, 1, 0);
  if (gate !== 0) {
    settleOrder(run, i, 0, gate);
    return;
  }
  s.rowRamp[i] = lifts(relief, LEAD_TIME) ? 1 : Math.min(1, s.rowRamp[i]! + 1 / RAMP_DAYS);
  pay(run, perDay(monthly) * s.rowRamp[i]!);
  const accepted = lifts(relief, CONSENT) ? 1 : Math.min(1, s.acceptance[0]! / ENOUGH_ACCEPTANCE);
  const effect = s.rowRamp[i]! * accepted;
  settleOrder(run, i, effect, s.rowRamp[i]! < 1 ? LEAD_TIME : effect < FULL_EFFECT ? CONSENT : NONE);
}

export const community: Mechanism = {
  name: 'community', phase: 12,
  reads: ['consent', 'acceptance', 'cash', 'committed', 'localPeace', 'rowState', 'rowRelief'],
  writes: ['localPeace', 'rowStage', 'rowWork', 'rowDuration', 'rowRamp', 'rowProgress', 'rowEffect', 'rowConstraint', 'spent', 'cash'],
  run: run => {
    const { s, t, o } = run;
    let orders = 0;
    for (let i = 0; i < o.rows; i++) if (o.kind[i] === COMMUNITY_MEDIATION) orders++;
    if (orders === 0) return;
    const { R, p } = t;
    for (let r = 0; r < R; r++) teams[r] = 0;
    for (let i = 0; i < o.rows; i++) {
      if (o.kind[i] !== COMMUNITY_MEDIATION || s.rowState[i] !== ROW_UNDER_WAY || !(o.amount[i]! > 0)) continue;
      stepTeams(run, i);
      teams[o.region[i]!]! += o.amount[i]! * s.rowEffect[i]!;
    }
    const step = 1 / p.communityGrowthDays;
    for (let r = 0; r < R; r++) s.localPeace[r]! += (teams[r]! / (teams[r]! + p.communityHalf) - s.localPeace[r]!) * step;
  },
};
