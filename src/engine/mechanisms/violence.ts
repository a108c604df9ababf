/**
 * Violence — battles and one-sided killing as two self-exciting processes, with heavy-tailed sizes.
 *
 * battles[p, r]  rate = battleRate · max(spell of either side) · exp(b·(tension − 0.5)) · contest · (1 − hold) · season · battleFactor
 * attacks[p, r]  rate = civilianRate · (spell + campaign) · exp(b·(tension − 0.5)) · men/(men + half) · reach · (1 − hold)
 *                       · season · protection                                                    [incidents/day]
 * spell = (scale of the offensive, or backgroundShare outside one) · vigour of the party; campaign = multiplier · (1 + surge · exp(−age/days))
 * each process adds branching · (1 − q) · E with E′ = q·E + n, q = 1 − 1/excitationDays
 * deaths of an incident: none with a fixed chance, else discrete power law cut off by exposure and means  [people]
 * protection = theatre · local for rebels and militias; local host factor for the host government         [factor]
 *
 * Source: sizes UCDP GED 20.1 (alpha 2.0 civilian events, 2.08–2.37 all); excitation Lewis et al. 2012 and ACLED fits;
 * protection evidence in presence.ts; forms MODEL.
 * Assumes: battles are between the host and each other party; deaths fall on residents and displaced by their numbers.
 * Reads tension, vigour, offensive, offensiveScale, strength, ceasefire, wetness, campaign, campaignAgeDays, reachable, means,
 *   battleFactor, attackFactor, localRebelFactor, localHostFactor, localPeace, residents, returned, hosted, excitations.
 * Writes …Today, excitations, strength, recentLosses, civiliansKilled…, fightersKilled, residents, returned, hosted, away, dead.
 * Draws: battleCount, battleSize, battleCivilianShare, attackCount, attackSize.
 */
import { poisson, powerLaw, stochasticRound } from '../../kernel/distributions.ts';
import { stir, uniform, uniformAt, word } from '../../kernel/draws.ts';
import { exp } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import { killAtHome, killHosted } from '../people.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';
import { EXECUTING } from './campaigns.ts';

/** Index of militias in Tables.partyKind. */
const MILITIA = 2;

/** Incidents of one kind, party and region and day are numbered below this; more are cut off. */
const MAX_INCIDENTS = 4000;
/** Parties of a scenario at most (scenario/schema.ts). */
const MAX_PARTIES = 12;

/** Scratch, overwritten each day, so no state hides here: how much a campaign of each party adds, and what its ceasefire leaves. */
const campaignLift = new Float64Array(MAX_PARTIES);
const battleHold = new Float64Array(MAX_PARTIES);
const attackHold = new Float64Array(MAX_PARTIES);

/** Takes the dead from people at home and displaced, by their numbers; returns those taken. */
function takeCivilians(run: Run, r: number, people: number): number {
  const s = run.s;
  const home = s.residents[r]! + s.returned[r]!;
  const hosted = s.hosted[r]!;
  if (people <= 0 || home + hosted === 0) return 0;
  const away = Math.min(hosted, Math.floor(people * hosted / (home + hosted)));
  const hit = killHosted(run, r, away);
  return hit + killAtHome(run, r, people - hit);
}

/** Battles of party i against the host in region r; u is the uniform of their count. */
function fight(run: Run, i: number, r: number, u: number, rate: number): void {
  const { s, t, day, k0, k1 } = run;
  const { p } = t;
  const j = i * t.R + r;
  const key = t.partyRegionKey[j]!;
  const n = Math.min(MAX_INCIDENTS, poisson(u, rate));
  if (n === 0) return;
  const host = t.hostParty * t.R + r;
  let deaths = 0;
  const cut = Math.max(1, Math.min(p.eventCutoff, s.strength[j]! + s.strength[host]!));
  for (let e = 0; e < n; e++) {
    const v = uniform(k0, k1, word(STREAMS.battleSize, day, e), key);
    if (v < p.battleNoDeaths) continue;
    const size = powerLaw((v - p.battleNoDeaths) / (1 - p.battleNoDeaths), p.battleAlpha, cut);
    deaths += size;
    if (size > s.largestEventToday[r]!) s.largestEventToday[r] = size;
  }
  s.battlesToday[r]! += n;
  if (deaths === 0) return;
  const civilians = takeCivilians(run, r, Math.min(deaths, stochasticRound(deaths * p.battleCivilianShare, uniform(k0, k1, word(STREAMS.battleCivilianShare, day, 0), key))));
  const fighters = deaths - civilians;
  s.killedInBattlesToday[r]! += civilians;
  s.civiliansKilled[r]! += civilians;
  s.fightersKilledToday[r]! += fighters;
  s.fightersKilled[r]! += fighters;
  const sum = s.strength[j]! + s.strength[host]!;
  if (sum <= 0) return;
  // losses fall on the two sides in inverse proportion to their numbers, half and half at parity
  const ownShare = s.strength[host]! / sum;
  const own = Math.min(s.strength[j]!, fighters * ownShare);
  const theirs = Math.min(s.strength[host]!, fighters - own);
  s.strength[j]! -= own;
  s.strength[host]! -= theirs;
  s.recentLosses[i]! += own;
  s.recentLosses[t.hostParty]! += theirs;
}

/** Incidents against civilians by party i in region r; u is the uniform of their count. */
function attack(run: Run, i: number, r: number, u: number, rate: number): void {
  const { s, t, day, k0, k1 } = run;
  const { p } = t;
  const j = i * t.R + r;
  const key = t.partyRegionKey[j]!;
  const n = Math.min(MAX_INCIDENTS, poisson(u, rate));
  if (n === 0) return;
  const exposed = t.exposed[j]! * (s.residents[r]! + s.returned[r]! + s.hosted[r]!);
  const cut = Math.max(1, Math.min(p.eventCutoff * (0.6 + 0.8 * s.means[i]!), 0.02 * exposed));
  let deaths = 0;
  for (let e = 0; e < n; e++) {
    const v = uniform(k0, k1, word(STREAMS.attackSize, day, e), key);
    if (v < p.attackNoDeaths) continue;
    const size = powerLaw((v - p.attackNoDeaths) / (1 - p.attackNoDeaths), p.attackAlpha, cut);
    deaths += size;
    if (size > s.largestEventToday[r]!) s.largestEventToday[r] = size;
  }
  s.attacksToday[r]! += n;
  s.attacksByPartyToday[j] = n;
  s.attackExcitation[j]! += n;
  if (deaths === 0) return;
  const killed = takeCivilians(run, r, deaths);
  s.killedInAttacksToday[r]! += killed;
  s.civiliansKilled[r]! += killed;
  if (i === t.hostParty) s.civiliansKilledByHost[0]! += killed;
}

export const violence: Mechanism = {
  name: 'violence', phase: 6,
  reads: ['tension', 'vigour', 'offensive', 'offensiveScale', 'strength', 'ceasefire', 'wetness', 'campaign', 'campaignAgeDays', 'reachable', 'means', 'battleFactor', 'attackFactor', 'localRebelFactor', 'localHostFactor', 'localPeace', 'residents', 'returned', 'hosted', 'away', 'battleExcitation', 'attackExcitation'],
  writes: ['battlesToday', 'attacksToday', 'attacksByPartyToday', 'killedInAttacksToday', 'killedInBattlesToday', 'fightersKilledToday', 'largestEventToday', 'battleExcitation', 'attackExcitation', 'strength', 'recentLosses', 'civiliansKilled', 'civiliansKilledByHost', 'fightersKilled', 'residents', 'returned', 'hosted', 'away', 'dead'],
  initialise: run => {
    const { s } = run;
    s.battleFactor[0] = 1;
    s.attackFactor[0] = 1;
    s.localRebelFactor.fill(1);
    s.localHostFactor.fill(1);
  },
  run: run => {
    const { s, t, day, k0, k1 } = run;
    const { R, P, p, hostParty, battleRate, civilianRate, exposed, partyRegionKey, regionClimate } = t;
    const { strength, offensive, offensiveScale, attackExcitation, battleExcitation, reachable, vigour, ceasefire, tension, wetness } = s;
    const { battlesToday, attacksToday, attacksByPartyToday, killedInAttacksToday, killedInBattlesToday, fightersKilledToday, largestEventToday, localHostFactor, localRebelFactor } = s;
    const q = 1 - 1 / p.excitationDays;
    const kick = p.branching * (1 - q);
    const host = hostParty * R;
    const half = p.contestHalf;
    const { partyKind } = t;
    const { localPeace } = s;
    const { communityMilitia, violenceTension, rainsViolence, backgroundShare, ceasefireBattles, ceasefireAttacks } = p;
    const theatreBattles = 4 * s.battleFactor[0]!;
    const theatreAttacks = s.attackFactor[0]!;
    const battleWord = stir(k0, word(STREAMS.battleCount, day, 0));
    const attackWord = stir(k0, word(STREAMS.attackCount, day, 0));
    for (let i = 0; i < P; i++) {
      campaignLift[i] = s.campaign[i] === EXECUTING ? p.campaignMultiplier * (1 + p.campaignSurge * exp(-s.campaignAgeDays[i]! / p.campaignSurgeDays)) : 0;
      const hold = i === hostParty ? 0 : ceasefire[i]!;
      battleHold[i] = 1 - ceasefireBattles * hold;
      attackHold[i] = 1 - ceasefireAttacks * hold;
    }
    for (let r = 0; r < R; r++) {
      battlesToday[r] = 0;
      attacksToday[r] = 0;
      killedInAttacksToday[r] = 0;
      killedInBattlesToday[r] = 0;
      fightersKilledToday[r] = 0;
      largestEventToday[r] = 0;
      const heat = exp(violenceTension * (tension[r]! - 0.5)) * (1 - rainsViolence * wetness[regionClimate[r]!]!);
      const hostMen = strength[host + r]!;
      const hostPresence = hostMen / (hostMen + half);
      const hostSpell = offensive[host + r] === 1 ? offensiveScale[host + r]! : backgroundShare;
      const excited = kick * battleExcitation[r]!;
      let fighting = 0;
      // an echo of battles is shared out among those who fight; without one nobody need be counted
      if (excited > 0) for (let i = 0; i < P; i++) if (i !== hostParty && strength[i * R + r]! >= 1) fighting++;
      for (let i = 0, j = r; i < P; i++, j += R) {
        const echo = attackExcitation[j]! * q;
        attackExcitation[j] = echo;
        attacksByPartyToday[j] = 0;
        const men = strength[j]!;
        if (men < 1) continue;
        const strong = vigour[i]!;
        const spell = offensive[j] === 1 ? offensiveScale[j]! * (strong > 1 ? strong : 1) : backgroundShare * strong;
        const presence = men / (men + half);
        if (i !== hostParty && hostMen >= 1) {
          const theirs = hostSpell * strong;
          const rate = (battleRate[i]! * (spell > theirs ? spell : theirs) * heat * presence * hostPresence * theatreBattles + (fighting > 0 ? excited / fighting : 0)) * battleHold[i]!;
          const u = uniformAt(battleWord, k1, partyRegionKey[j]!);
          if (u > 1 - rate) fight(run, i, r, u, rate);
        }
        const victims = exposed[j]!;
        if (victims === 0 || civilianRate[i] === 0) continue;
        let protection = i === hostParty ? localHostFactor[r]! : theatreAttacks * localRebelFactor[r]!;
        if (partyKind[i] === MILITIA) protection *= 1 - communityMilitia * localPeace[r]!;
        const rate = civilianRate[i]! * (spell + campaignLift[i]! * victims) * heat * 2 * presence * reachable[j]! * attackHold[i]! * protection + kick * echo;
        const u = uniformAt(attackWord, k1, partyRegionKey[j]!);
        if (u > 1 - rate) attack(run, i, r, u, rate);
      }
      battleExcitation[r] = battleExcitation[r]! * q + battlesToday[r]!;
    }
  },
};
