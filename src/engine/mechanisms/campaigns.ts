/**
 * Campaigns — organised killing of civilians as a regime of a party: dormant → preparing → executing → ended.
 *
 * onset (dormant → preparing) = onset · risk · exp(2(intent − 0.5) + (means − 0.5) + 2(tension − 0.4) + push) · deterrence · (1 − 0.8 · hold)
 * start (preparing → executing) = exp(push)/preparation;  given up = (1 − deterrence + 0.5 · hold)/preparation
 * end   = (0.5 + attention + 2·coercion + hold)/spell + max(0, 0.5 − reach)/30;  flare = relapse · deterrence · (1 − 0.8 · hold)/(1 + age/half)   [1/day]
 * deterrence = theatre factor for rebels and militias, 1 for a host government; times (1 − watch · attention)
 *   · (1 − rightsDeterCampaign · documented) · (1 − statementDeterrence · statement)
 * reach[p, r] falls by incidents and flight, recovers slowly                                      [share]
 *
 * Source: form MODEL; mass killing ends when perpetrators finish, are driven out or change strategy (Conley and
 * Hazlett 2021); organisers avoided mass killing where foreigners watched (Kuperman 2000).
 * Assumes: one campaign a party; consent-based troops do not deter a host government.
 * Reads intent, means, tension, strength, triggerPush, attackFactor, attention, coercion, ceasefire, attacksByPartyToday, leftToday, residents.
 * Writes campaign, campaignAgeDays, campaignHazard, campaignThreshold, campaignEpisode, reachable. Draws: campaignTransition.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { exp } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

export const DORMANT = 0;
export const PREPARING = 1;
export const EXECUTING = 2;
export const ENDED = 3;

/** Regions of a scenario at most (scenario/schema.ts). */
const MAX_REGIONS = 2000;
/** Scratch, overwritten each day, so no state hides here. */
const flight = new Float64Array(MAX_REGIONS);
const keptByFlight = new Float64Array(MAX_REGIONS);

function drawStage(run: Run, i: number): void {
  const episode = Math.min(run.s.campaignEpisode[i]!, 2047);
  run.s.campaignHazard[i] = 0;
  run.s.campaignAgeDays[i] = 0;
  run.s.campaignThreshold[i] = exponential(uniform(run.k0, run.k1, word(STREAMS.campaignTransition, 0, 2 * episode), run.t.partyKey[i]!), 1);
}

/** Share of exposed people party i can still reach, over the regions where it stands. */
function meanReach(run: Run, i: number): number {
  const { s, t } = run;
  let sum = 0;
  let weight = 0;
  for (let r = 0; r < t.R; r++) {
    const j = i * t.R + r;
    const exposed = s.strength[j]! >= 1 ? t.exposed[j]! * t.population[r]! : 0;
    sum += exposed * s.reachable[j]!;
    weight += exposed;
  }
  return weight > 0 ? sum / weight : 0;
}

/** What flight leaves of the reach of every party in each region: e^(−2 · share of people at home who left), 1 without flight. */
function weighFlight(run: Run): void {
  const { s, t } = run;
  const { leftToday, residents, returned } = s;
  for (let r = 0; r < t.R; r++) {
    const left = leftToday[r]!;
    const home = residents[r]! + returned[r]!;
    flight[r] = left > 0 && home > 0 ? 2 * left / (home + left) : 0;
    keptByFlight[r] = left > 0 ? exp(-flight[r]!) : 1;
  }
}

function stepReach(run: Run, i: number): void {
  const { s, t } = run;
  const { p, R, exposed } = t;
  const { reachable, attacksByPartyToday } = s;
  const recovery = p.reachRecoveryPerDay;
  const { reachLossPerIncident } = p;
  for (let r = 0, j = i * R; r < R; r++, j++) {
    if (exposed[j] === 0) continue;
    const incidents = attacksByPartyToday[j]!;
    const reach = reachable[j]! * (incidents === 0 ? keptByFlight[r]! : exp(-reachLossPerIncident * incidents - flight[r]!));
    reachable[j] = reach + recovery * (1 - reach);
  }
}

export const campaigns: Mechanism = {
  name: 'campaigns', phase: 5,
  reads: ['intent', 'means', 'tension', 'strength', 'triggerPush', 'attackFactor', 'attention', 'rightsWatch', 'statementPush', 'coercion', 'ceasefire', 'attacksByPartyToday', 'leftToday', 'residents', 'returned', 'reachable', 'campaign'],
  writes: ['campaign', 'campaignAgeDays', 'campaignHazard', 'campaignThreshold', 'campaignEpisode', 'reachable'],
  initialise: run => {
    run.s.reachable.fill(1);
    for (let i = 0; i < run.t.P; i++) drawStage(run, i);
  },
  run: run => {
    const { s, t, k0, k1 } = run;
    const { P, R, p } = t;
    const { strength, tension: tensionOf, triggerPush } = s;
    weighFlight(run);
    // documented conduct and a statement hold campaigns back like attention does
    const held = (1 - p.rightsDeterCampaign * s.rightsWatch[0]!) * (1 - p.statementDeterrence * s.statementPush[0]!);
    for (let i = 0; i < P; i++) {
      if (t.campaignRisk[i] === 0) continue;
      stepReach(run, i);
      let push = 0;
      let tension = 0;
      let men = 0;
      for (let r = 0, j = i * R; r < R; r++, j++) {
        if (triggerPush[j]! > push) push = triggerPush[j]!;
        tension += strength[j]! * tensionOf[r]!;
        men += strength[j]!;
      }
      tension = men > 0 ? tension / men : 0;
      const watched = (1 - p.attentionDeterrence * s.attention[0]!) * held;
      const deterrence = (i === t.hostParty ? 1 : s.attackFactor[0]! > 0 ? s.attackFactor[0]! : 1) * watched;
      const hold = i === t.hostParty ? 0 : s.ceasefire[i]!;
      let forward = 0;
      let back = 0;
      const stage = s.campaign[i]!;
      if (stage === DORMANT) forward = p.campaignOnsetPerDay * t.campaignRisk[i]! * exp(2 * (s.intent[i]! - 0.5) + s.means[i]! - 0.5 + 2 * (tension - 0.4) + push) * deterrence * (1 - 0.8 * hold);
      else if (stage === PREPARING) {
        forward = exp(push) / p.campaignPreparationDays;
        back = (1 - deterrence + 0.5 * hold) / p.campaignPreparationDays;
      } else if (stage === EXECUTING) forward = (0.5 + s.attention[0]! + 2 * s.coercion[i]! + hold) / p.campaignSpellDays + Math.max(0, 0.5 - meanReach(run, i)) / 30;
      else forward = p.campaignRelapsePerDay * deterrence * (1 - 0.8 * hold) / (1 + s.campaignAgeDays[i]! / p.campaignRelapseHalfDays);
      s.campaignAgeDays[i]!++;
      s.campaignHazard[i]! += forward + back;
      if (s.campaignHazard[i]! < s.campaignThreshold[i]!) continue;
      const which = uniform(k0, k1, word(STREAMS.campaignTransition, 0, 2 * Math.min(s.campaignEpisode[i]!, 2047) + 1), t.partyKey[i]!);
      s.campaign[i] = stage === DORMANT ? PREPARING : stage === PREPARING ? (which * (forward + back) < forward ? EXECUTING : DORMANT) : stage === EXECUTING ? ENDED : EXECUTING;
      s.campaignEpisode[i]!++;
      drawStage(run, i);
    }
  },
};
