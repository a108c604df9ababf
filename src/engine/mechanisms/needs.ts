/**
 * Needs — who needs aid, who is reached, and who dies when need is not met.
 *
 * need    = displacedInNeed · hosted + insecureInNeed · fear · people at home                               [people]
 * access  = access of D0 · (1 − fear · loss) · (0.75 + 0.25 · coverage), at most 1                              [share]
 * reached = min(need, own means + aid): own means = share · (1 − burden of sanctions) · access · need · people/(people + strain · need);
 *           aid = min(access · need, stock · 1000/kg), and the stock falls by what is handed out        [people, t]
 * unmet′  = unmet · (1 − 1/memory) + (1 − reached/need)                                                        [day]
 * deaths  = hosted · (unmetMortality · u + newMortality · new · (0.5 + 0.5·u)) + a fraction for people at home [1/day]
 *           u = unmet/memory; new = 1 − settled/hosted, settled following hosted over settlingDays
 *
 * Source: threshold 1 for 10,000 a day and higher mortality in new camps and camps near fighting (MSF; Spiegel et al.
 * 2002); indirect deaths 1 to 4 times the violent ones (Checchi et al. 2018; Geneva Declaration 2008); forms MODEL.
 * Assumes: baseline births and deaths cancel, so only deaths above them count; relief is one item measured in tonnes.
 * Reads hosted, fear, residents, returned, coverage, aidStock. Writes need, reached, unmetDays, aidStock, settled, excessDeaths…, residents,
 * returned, hosted, away, dead. Draws: mortality (two a region with deaths to come).
 */
import { stochasticRound } from '../../kernel/distributions.ts';
import { stir, uniformAt, word } from '../../kernel/draws.ts';
import { clamp01 } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import { killAtHome, killHosted } from '../people.ts';
import { STREAMS } from '../streams.ts';

export const needs: Mechanism = {
  name: 'needs', phase: 9,
  reads: ['hosted', 'fear', 'residents', 'returned', 'coverage', 'aidStock', 'sanctionBurden', 'settled', 'unmetDays', 'away'],
  writes: ['need', 'reached', 'unmetDays', 'aidStock', 'settled', 'excessDeaths', 'excessDeathsToday', 'residents', 'returned', 'hosted', 'away', 'dead'],
  run: run => {
    const { s, t, day, k0, k1 } = run;
    const { hosted, fear, residents, returned, need, reached, unmetDays, aidStock, settled, excessDeaths, excessDeathsToday, coverage } = s;
    const { R, p, access: accessOf, population, regionKey } = t;
    const ownMeans = p.ownMeans * (1 - s.sanctionBurden[0]!);
    const { displacedInNeed, insecureInNeed, settlingDays, accessLossFear, hostStrain, unmetMemoryDays, unmetMortality, newcomerMortality, homeMortalityShare } = p;
    const campWord = stir(k0, word(STREAMS.mortality, day, 0));
    const homeWord = stir(k0, word(STREAMS.mortality, day, 1));
    const keep = 1 - 1 / unmetMemoryDays;
    const tonnesPerPerson = p.aidKgPerPersonDay / 1000;
    for (let r = 0; r < R; r++) {
      const guests = hosted[r]!;
      const home = residents[r]! + returned[r]!;
      const wanting = displacedInNeed * guests + insecureInNeed * fear[r]! * home;
      const before = settled[r]!;
      const settledNow = before + (guests - before) / settlingDays;
      settled[r] = settledNow;
      excessDeathsToday[r] = 0;
      if (wanting < 1) {
        need[r] = 0;
        reached[r] = 0;
        unmetDays[r]! *= keep;
        continue;
      }
      const access = Math.min(1, accessOf[r]! * (1 - accessLossFear * fear[r]!) * (0.75 + 0.25 * coverage[r]!));
      const own = ownMeans * access * wanting * population[r]! / (population[r]! + hostStrain * wanting);
      const aided = Math.min(wanting - own, access * wanting, aidStock[r]! / tonnesPerPerson);
      aidStock[r] = Math.max(0, aidStock[r]! - aided * tonnesPerPerson);
      need[r] = wanting;
      reached[r] = own + aided;
      const unmetSum = unmetDays[r]! * keep + clamp01(1 - (own + aided) / wanting);
      unmetDays[r] = unmetSum;
      const unmet = unmetSum / unmetMemoryDays;
      const fresh = guests > 0 ? clamp01(1 - settledNow / guests) : 0;
      const inCamps = 1e-4 * guests * (unmetMortality * unmet + newcomerMortality * fresh * (0.5 + 0.5 * unmet));
      const atHome = 1e-4 * unmetMortality * homeMortalityShare * unmet * insecureInNeed * fear[r]! * home;
      const key = regionKey[r]!;
      const dieInCamps = inCamps > 0 ? stochasticRound(inCamps, uniformAt(campWord, k1, key)) : 0;
      const dieAtHome = atHome > 0 ? stochasticRound(atHome, uniformAt(homeWord, k1, key)) : 0;
      if (dieInCamps + dieAtHome === 0) continue;
      const dead = (dieInCamps > 0 ? killHosted(run, r, dieInCamps) : 0) + (dieAtHome > 0 ? killAtHome(run, r, dieAtHome) : 0);
      excessDeathsToday[r] = dead;
      excessDeaths[r]! += dead;
    }
  },
};
