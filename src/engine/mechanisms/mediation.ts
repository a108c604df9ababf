/**
 * Mediation — rounds of talks with a party, a ceasefire when they succeed, and its ageing and collapse.
 *
 * age = fightingDays of the party (parties.ts)                                                                [day]
 * ripeness = early · exp(−age/60) + middle + late · age/(age + 365): high early and late, low between     [factor]
 * talks: after a lead time each round lasts roundDays; while a round runs trust relaxes to 1 and the hazard of success grows by
 *   perRoundDay · ripeness · (0.5 + trust) · (1 + coercion) · (1 − 0.5 · hardening) · mission                [1/day]
 *   mission = 1 without one; multidimensional above 1; a mission of observers only below 1
 * hold′ = hold · (1 − erosion · (1 − backing)); backing = min(1, theatre troops/backingTroops)          [index 0–1]
 * collapse hazard = collapse · (young/(1 + age/90) + 1 + old · [age > two years]) · (1 − 0.7 · backing)    [1/day]
 *
 * Source: success 41 % an episode, 22 % beside observers freezing a live war (Greig and Diehl 2005); early and late
 * attempts shorten, middle ones lengthen (Regan and Stam 2000); mediated deals last less, the more so after two years
 * without troops (Beardsley 2008). The sign of the joint effect is disputed (Clayton and Dorussen 2022): a parameter. Forms MODEL.
 * Assumes: talks need no mandate; talks with the host government win an understanding that raises consent.
 * Reads fightingDays, coercion, hardening, missionPresent, theatreTroops, monitors, rowState, rowRelief. Writes trust, talksWork, ceasefire,
 * ceasefireAgeDays, ceasefireHazard, ceasefireEpisode, rowWork, rowProgress, rowEffect, rowConstraint. Draws: talks, ceasefireEnd.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01, exp } from '../../kernel/math.ts';
import { CONSENT, FULL_EFFECT, LEAD_TIME, MEDIATE, NONE, ROW_UNDER_WAY, lifts, progressOf } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

const TWO_YEARS = 730;
const MAX_EPISODE = 4095;

function missionFactor(run: Run): number {
  const { s, t } = run;
  if (s.missionPresent[0] === 0) return 1;
  return t.mission0.multidimensional || s.robustMandate[0] === 1 ? t.p.mediationWithMission : t.p.mediationWithObservers;
}

function settle(run: Run, i: number): void {
  const { s } = run;
  if (s.ceasefire[i] === 0) {
    s.ceasefireAgeDays[i] = 0;
    s.ceasefireHazard[i] = 0;
  }
  s.ceasefire[i] = 1;
}

/** Hold, age and collapse of the ceasefire of party i. */
function stepCeasefire(run: Run, i: number): void {
  const { s, t, k0, k1 } = run;
  const { p } = t;
  const backing = Math.min(1, s.theatreTroops[0]! / p.backingTroops);
  const age = s.ceasefireAgeDays[i]!;
  s.ceasefire[i]! *= 1 - p.ceasefireErosion * (1 - backing);
  s.ceasefireHazard[i]! += p.ceasefireCollapsePerDay * (p.ceasefireYoung / (1 + age / 90) + 1 + (age > TWO_YEARS ? p.ceasefireOld : 0)) * (1 - 0.7 * backing);
  s.ceasefireAgeDays[i] = age + 1;
  const threshold = exponential(uniform(k0, k1, word(STREAMS.ceasefireEnd, 0, Math.min(s.ceasefireEpisode[i]!, MAX_EPISODE)), t.partyKey[i]!), 1);
  if (s.ceasefireHazard[i]! < threshold && s.ceasefire[i]! > 0.05) return;
  s.ceasefire[i] = 0;
  s.ceasefireAgeDays[i] = 0;
  s.ceasefireHazard[i] = 0;
  s.ceasefireEpisode[i]!++;
  s.trust[i]! *= 0.5;
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
  const lead = lifts(relief, LEAD_TIME) ? 0 : p.talksLeadDays;
  s.rowWork[row]!++;
  const spent = s.rowWork[row]! - lead;
  if (spent < 0) {
    s.rowProgress[row] = progressOf(0.3 * s.rowWork[row]! / (lead + 1), s.ceasefire[i]!);
    s.rowEffect[row] = s.ceasefire[i]!;
    s.rowConstraint[row] = LEAD_TIME;
    return;
  }
  if (spent < length) {
    s.trust[i]! += (1 - s.trust[i]!) * p.trustPerDay;
    if (s.ceasefire[i]! < p.talksResumeBelow) {
      const age = s.fightingDays[i]!;
      const ripe = p.ripeEarly * exp(-age / 60) + p.ripeMiddle + p.ripeLate * age / (age + 365);
      s.talksWork[row]! += p.talksPerRoundDay * ripe * (0.5 + s.trust[i]!) * (1 + s.coercion[i]!) * (1 - 0.5 * s.hardening[i]!) * missionFactor(run);
      if (s.talksWork[row]! >= exponential(uniform(k0, k1, word(STREAMS.talks, 0, 0), o.key[row]!), 1)) {
        settle(run, i);
        s.talksWork[row] = 0;
        s.rowWork[row] = lead + length;
      }
    }
  }
  if (lifts(relief, CONSENT)) settle(run, i);
  const effect = s.ceasefire[i]!;
  s.rowEffect[row] = effect;
  s.rowProgress[row] = progressOf(effect > 0 ? 1 : 0.3 + 0.6 * clamp01(spent / length), effect);
  s.rowConstraint[row] = effect >= FULL_EFFECT ? NONE : CONSENT;
}

export const mediation: Mechanism = {
  name: 'mediation', phase: 12,
  reads: ['coercion', 'hardening', 'missionPresent', 'robustMandate', 'theatreTroops', 'rowState', 'rowRelief', 'rowWork', 'trust', 'talksWork', 'fightingDays', 'ceasefire', 'ceasefireAgeDays', 'ceasefireHazard', 'ceasefireEpisode'],
  writes: ['trust', 'talksWork', 'ceasefire', 'ceasefireAgeDays', 'ceasefireHazard', 'ceasefireEpisode', 'rowWork', 'rowProgress', 'rowEffect', 'rowConstraint'],
  initialise: run => run.s.trust.fill(run.t.p.trustAtStart),
  run: run => {
    const { s, t, o } = run;
    const { p } = t;
    for (let i = 0; i < t.P; i++) {
      s.trust[i]! += (p.trustAtStart - s.trust[i]!) / p.trustFadeDays;
      if (s.ceasefire[i]! > 0) stepCeasefire(run, i);
    }
    for (let row = 0; row < o.rows; row++) if (o.kind[row] === MEDIATE && s.rowState[row] === ROW_UNDER_WAY) stepTalks(run, row);
  },
};
