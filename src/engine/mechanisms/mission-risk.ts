/**
 * Mission at risk — hostile attacks on the mission, deaths by accident and illness, the shock of casualties.
 *
 * attacks[p, r] rate = perThousand · people/1000 · men/(men + half) · exp(−2·attitude) · exp(b·(tension − 0.5) − c·(acceptance −
 *                      acceptance of D0))
 *                      · (1 + revenge · losses/(losses + 0.1·strength)) · refusal                [incidents/day]
 * refusal = 1 for rebels, militias and outsiders; (1 − consent)² for the host government          [factor]
 * deaths of an attack: none with a fixed chance, else discrete power law cut off at the people present      [people]
 * other deaths: Poisson with a rate for each thousand and year                                             [people]
 * shock′ = shock · (1 − 1/memory); then shock + (1 − shock) · killed/(killed + half)                 [index 0–1]
 *
 * Source: hostile 0.4, all causes 1.0 for each thousand and year (SIPRI; Cruz report); stronger rebels attack more
 * (Salverda 2013); attacks follow rebel losses (Fjelde, Hultman and Lindberg Bromley 2016); the shock is MODEL.
 * Assumes: the dead are replaced by rotation; attacks on the mission kill no civilians.
 * Reads presentTroops, presentPolice, monitors, strength, recentLosses, tension, consent (yesterday's).
 * Writes missionKilledToday, missionKilled, missionDied, casualtyShock. Draws: missionAttack, missionAttackSize, missionDeathOther.
 */
import { poisson, powerLaw } from '../../kernel/distributions.ts';
import { stir, uniform, uniformAt, word } from '../../kernel/draws.ts';
import { exp } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

const DAYS_PER_YEAR = 365.25;
const MAX_ATTACKS = 200;
/** Parties of a scenario at most (scenario/schema.ts). */
const MAX_PARTIES = 12;

/** Scratch: how each party's attitude to the mission lifts its attacks; overwritten each day, so no state hides here. */
const hostility = new Float64Array(MAX_PARTIES);

/** Deaths among the `people` of the mission in region r at the hands of party i, at `rate` attacks a day; v is the uniform of their count. */
function strike(run: Run, i: number, r: number, people: number, v: number, rate: number): number {
  const { t, day, k0, k1 } = run;
  const { p } = t;
  const key = t.partyRegionKey[i * t.R + r]!;
  const n = Math.min(MAX_ATTACKS, poisson(v, rate));
  let deaths = 0;
  for (let e = 0; e < n; e++) {
    const u = uniform(k0, k1, word(STREAMS.missionAttackSize, day, e), key);
    if (u >= p.missionAttackNoDeaths) deaths += powerLaw((u - p.missionAttackNoDeaths) / (1 - p.missionAttackNoDeaths), p.missionAttackAlpha, Math.min(p.missionAttackCutoff, people));
  }
  return Math.min(people, deaths);
}

export const missionRisk: Mechanism = {
  name: 'mission-risk', phase: 7,
  reads: ['presentTroops', 'presentPolice', 'monitors', 'strength', 'recentLosses', 'tension', 'consent', 'neutrality', 'casualtyShock', 'regionAcceptance'],
  writes: ['missionKilledToday', 'missionKilled', 'missionDied', 'casualtyShock'],
  run: run => {
    const { s, t, day, k0, k1 } = run;
    const { missionKilledToday, presentTroops, presentPolice, monitors, strength, recentLosses, tension, regionAcceptance } = s;
    const { P, R, p, hostParty, partyRegionKey } = t;
    const { contestHalf, missionAttackRevenge, violenceTension } = p;
    const missionAttackPerDay = p.missionAttackPerDay * (1 + p.attackFromPartiality * (1 - s.neutrality[0]!));
    const attackWord = stir(k0, word(STREAMS.missionAttack, day, 0));
    const refusal = 1 - s.consent[0]!;
    for (let i = 0; i < P; i++) hostility[i] = exp(-2 * t.attitude[i]!);
    let exposed = 0;
    let killed = 0;
    for (let r = 0; r < R; r++) {
      missionKilledToday[r] = 0;
      const people = Math.floor(presentTroops[r]! + presentPolice[r]! + monitors[r]!);
      if (people < 1) continue;
      exposed += people;
      const heat = missionAttackPerDay * (people / 1000) * exp(violenceTension * (tension[r]! - 0.5) - p.attacksFromAcceptance * (regionAcceptance[r]! - t.acceptance0));
      let dead = 0;
      for (let i = 0; i < P; i++) {
        const j = i * R + r;
        const men = strength[j]!;
        if (men < 1) continue;
        const losses = recentLosses[i]!;
        const revenge = 1 + missionAttackRevenge * losses / (losses + 0.1 * men);
        const rate = heat * (men / (men + contestHalf)) * hostility[i]! * revenge * (i === hostParty ? refusal * refusal : 1);
        const v = uniformAt(attackWord, k1, partyRegionKey[j]!);
        // the count is 0 up to here, as in the squeeze of poisson()
        if (v > 1 - rate) dead += strike(run, i, r, people - dead, v, rate);
      }
      missionKilledToday[r] = dead;
      killed += dead;
    }
    s.casualtyShock[0]! *= 1 - 1 / p.casualtyShockDays;
    if (exposed === 0) return;
    if (killed > 0) {
      s.missionKilled[0]! += killed;
      s.casualtyShock[0]! += (1 - s.casualtyShock[0]!) * killed / (killed + p.casualtyShockHalf);
    }
    s.missionDied[0]! += poisson(uniform(k0, k1, word(STREAMS.missionDeathOther, day, 0), t.missionKey), p.missionDeathsOther * exposed / (1000 * DAYS_PER_YEAR));
  },
};
