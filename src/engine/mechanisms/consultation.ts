/**
 * Consultation — agreements with the host on how the mission works, and liaison with communities.
 *
 * gates in turn: money → talks or recruitment, log-normal days                                                  [day]
 * strength = amount/(amount + consultationHalf) · ramp over consultationRampDays                          [index 0–1]
 * with the host: agreement of consent.ts, and agreementEase · strength of the obstruction of each topic it names    [share]
 * with communities: liaison of a region, which consent.ts turns into acceptance                            [index 0–1]
 *
 * Source: status-of-forces agreements and community liaison of UN practice; no rate known: MODEL.
 * Assumes: officers work where there is no mission yet; several orders of one sort add up to at most 1.
 * Reads cash, committed, rowState, rowRelief. Writes hostAgreement, eased, liaison, row columns, spent, cash. Draws: phaseDuration.
 */
import { CONSULTATION, FULL_EFFECT, LEAD_TIME, lifts, NONE, progressOf, ROW_UNDER_WAY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { TOPICS } from '../schedule.ts';
import { passGates, wayOf } from './field-orders.ts';
import { pay, perDay } from './money.ts';

const MONTHS_AHEAD = 3;

function step(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const r = o.region[i]!;
  const monthly = o.amount[i]! * p.liaisonUsd;
  const gate = passGates(run, i, 0, false, MONTHS_AHEAD * monthly, r < 0 ? p.agreementDays : p.liaisonDays, p.consultationSigma, 1, 0);
  if (gate !== 0) {
    s.rowEffect[i] = 0;
    s.rowConstraint[i] = gate;
    s.rowProgress[i] = progressOf(wayOf(run, i), 0);
    return;
  }
  const ramp = lifts(s.rowRelief[i]!, LEAD_TIME) ? 1 : Math.min(1, s.rowRamp[i]! + 1 / p.consultationRampDays);
  s.rowRamp[i] = ramp;
  pay(run, perDay(monthly) * ramp);
  s.rowEffect[i] = ramp;
  s.rowConstraint[i] = ramp < FULL_EFFECT ? LEAD_TIME : NONE;
  s.rowProgress[i] = progressOf(wayOf(run, i), ramp);
  const strength = ramp * o.amount[i]! / (o.amount[i]! + p.consultationHalf);
  if (r >= 0) {
    s.liaison[r] = Math.min(1, s.liaison[r]! + strength);
    return;
  }
  s.hostAgreement[0] = Math.min(1, s.hostAgreement[0]! + strength);
  for (let n = 0; n < TOPICS.length; n++) if ((o.extra[3 * i]! >> n & 1) === 1) s.eased[n] = Math.min(1, s.eased[n]! + p.agreementEase * strength);
}

export const consultation: Mechanism = {
  name: 'consultation', phase: 15,
  reads: ['consent', 'missionPresent', 'cash', 'committed', 'rowState', 'rowRelief', 'liaison', 'hostAgreement', 'eased'],
  writes: ['hostAgreement', 'eased', 'liaison', 'rowStage', 'rowWork', 'rowDuration', 'rowRamp', 'rowProgress', 'rowEffect', 'rowConstraint', 'spent', 'cash'],
  run: run => {
    const { s, o } = run;
    if (o.rows === 0) return;
    s.hostAgreement[0] = 0;
    s.eased.fill(0);
    s.liaison.fill(0);
    for (let i = 0; i < o.rows; i++) if (o.kind[i] === CONSULTATION && s.rowState[i] === ROW_UNDER_WAY && o.amount[i]! > 0) step(run, i);
  },
};
