/**
 * Mediation — rounds of talks with a party, and a ceasefire when they succeed.
 *
 * age = fightingDays of the party (parties.ts)                                                                [day]
 * ripeness = early · exp(−age/60) + middle + late · age/(age + 365): high early and late, low between     [factor]
 * talks: after a lead time, longer where guarantors must be found, each round lasts roundDays; while a round runs trust relaxes
 *   to 1, by neutrality, and the hazard of success grows by
 *   perRoundDay · ripeness · (0.5 + trust) · (1 + coercion) · (1 − 0.5 · hardening) · mission · (1 + confidentialGain) · (1 + gain · partners' mediators)  [1/day]
 *   mission = 1 without one; multidimensional above 1; a mission of observers only below 1
 * confidential talks leak at leakPerDay: then trust halves and they are public                                [1/day]
 *
 * Source: success 41 % an episode, 22 % beside observers freezing a live war (Greig and Diehl 2005); early and late
 * attempts shorten, middle ones lengthen (Regan and Stam 2000). The sign of the joint effect is disputed (Clayton and
 * Dorussen 2022): a parameter. Forms MODEL.
 * Assumes: talks need no mandate; talks with the host government win an understanding that raises consent.
 * Reads fightingDays, coercion, hardening, neutrality, missionPresent, robustMandate, rowState, rowRelief. Writes trust, talksWork,
 * ceasefire, ceasefireAgeDays, ceasefireHazard, guaranteed, rowStage, rowWork, rowProgress, rowEffect, rowConstraint.
 * Draws: talks, leak.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01, exp } from '../../kernel/math.ts';
import { CONSENT, FULL_EFFECT, LEAD_TIME, MEDIATE, NONE, ROW_UNDER_WAY, lifts, progressOf } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

/** rowStage of talks that were to be confidential and are known. */
const LEAKED = 1;

function missionFactor(run: Run): number {
  const { s, t } = run;
  if (s.missionPresent[0] === 0) return 1;
  return t.mission0.multidimensional || s.robustMandate[0] === 1 ? t.p.mediationWithMission : t.p.mediationWithObservers;
}

/** A ceasefire begins, or one that has eroded is renewed. */
function settle(run: Run, i: number, row: number): void {
  const { s, o } = run;
  if (s.ceasefire[i] === 0) {
    s.ceasefireAgeDays[i] = 0;
    s.ceasefireHazard[i] = 0;
  }
  s.ceasefire[i] = 1;
  if (o.extra[3 * row + 1] === 1) s.guaranteed[i] = 1;
}

/** Whether the talks of a row are still confidential; they leak when the hazard of their days passes one draw. */
function isConfidential(run: Run, row: number, days: number): boolean {
  const { s, t, o, k0, k1 } = run;
  if (o.extra[3 * row] !== 1 || s.rowStage[row] === LEAKED) return false;
  if (days * t.p.leakPerDay < exponential(uniform(k0, k1, word(STREAMS.leak, 0, 0), o.key[row]!), 1)) return true;
  s.rowStage[row] = LEAKED;
  s.trust[o.party[row]!]! *= 0.5;
  return false;
}

/** One day of the talks of a row. */
function stepTalks(run: Run, row: number): void {
  const { s, t, o, k0, k1 } = run;
  const { p } = t;
  const i = o.party[row]!;
  const rounds = Math.floor(o.amount[row]!);
  if (rounds < 1 || i < 0) return;
  const relief = s.rowRelief[row]!;
  const length = rounds * p.roundDays;
  const lead = lifts(relief, LEAD_TIME) ? 0 : p.talksLeadDays + (o.extra[3 * row + 1] === 1 ? p.guaranteesLead : 0);
  s.rowWork[row]!++;
  const spent = s.rowWork[row]! - lead;
  if (spent < 0) {
    s.rowProgress[row] = progressOf(0.3 * s.rowWork[row]! / (lead + 1), s.ceasefire[i]!);
    s.rowEffect[row] = s.ceasefire[i]!;
    s.rowConstraint[row] = LEAD_TIME;
    return;
  }
  if (spent < length) {
    s.trust[i]! += (1 - s.trust[i]!) * p.trustPerDay * s.neutrality[0]!;
    if (s.ceasefire[i]! < p.talksResumeBelow) {
      const age = s.fightingDays[i]!;
      const quiet = isConfidential(run, row, spent) ? 1 + p.confidentialGain : 1;
      const ripe = p.ripeEarly * exp(-age / 60) + p.ripeMiddle + p.ripeLate * age / (age + 365);
      s.talksWork[row]! += p.talksPerRoundDay * ripe * (0.5 + s.trust[i]!) * (1 + s.coercion[i]!) * (1 - 0.5 * s.hardening[i]!) * missionFactor(run) * quiet * (1 + p.partnerMediationGain * s.partnerMediation[0]!);
      if (s.talksWork[row]! >= exponential(uniform(k0, k1, word(STREAMS.talks, 0, 0), o.key[row]!), 1)) {
        settle(run, i, row);
        s.talksWork[row] = 0;
        s.rowWork[row] = lead + length;
      }
    }
  }
  if (lifts(relief, CONSENT)) settle(run, i, row);
  const effect = s.ceasefire[i]!;
  s.rowEffect[row] = effect;
  s.rowProgress[row] = progressOf(effect > 0 ? 1 : 0.3 + 0.6 * clamp01(spent / length), effect);
  s.rowConstraint[row] = effect >= FULL_EFFECT ? NONE : CONSENT;
}

export const mediation: Mechanism = {
  name: 'mediation', phase: 12,
  reads: ['coercion', 'hardening', 'neutrality', 'partnerMediation', 'missionPresent', 'robustMandate', 'rowState', 'rowRelief', 'rowWork', 'rowStage', 'trust', 'talksWork', 'fightingDays', 'ceasefire'],
  writes: ['trust', 'talksWork', 'ceasefire', 'ceasefireAgeDays', 'ceasefireHazard', 'guaranteed', 'rowStage', 'rowWork', 'rowProgress', 'rowEffect', 'rowConstraint'],
  initialise: run => run.s.trust.fill(run.t.p.trustAtStart),
  run: run => {
    const { s, t, o } = run;
    const { p } = t;
    for (let i = 0; i < t.P; i++) s.trust[i]! += (p.trustAtStart - s.trust[i]!) / p.trustFadeDays;
    for (let row = 0; row < o.rows; row++) if (o.kind[row] === MEDIATE && s.rowState[row] === ROW_UNDER_WAY) stepTalks(run, row);
  },
};
