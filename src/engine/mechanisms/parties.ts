/**
 * Parties — intent, means, strength; spells of activity in the country and offensives in regions.
 *
 * intent relaxes to its base, less coercion and ceasefire, more after losses                       [index 0–1]
 * means relax to their base less the constraint of sanctions                                      [index 0–1]
 * strength relaxes to base · means/base means (recruitment), less fighters killed                 [people]
 * activity on-hazard = on · exp(2·(intent − 0.5) + 2·(tension − 0.4) + push); off-hazard = 1/spell [1/day]
 * offensive on-hazard = on · exp(k·(tension − 0.4) + push) · intent/0.5 · (1 + spread · share of near regions
 *   with an offensive) · (1 − hold) · dormancy; off-hazard = 1/spell; scale log-normal             [1/day]
 *
 * Source: form MODEL; persistence after Hultman, Kathman and Shannon 2014 data and ACLED (evidence in parameters).
 * Assumes: host forces take the offensive like any other party; a spell ends when gathered hazard passes one
 * exponential draw keyed by party, region and number of the spell.
 * Reads tension, triggerPush, ceasefire, coercion, constraint, hardening, fightersKilledToday (yesterday's).
 * Writes intent, means, strength, recentLosses, activity…, offensive…. Draws: offensiveOnset, offensiveEnd, partyActivity, regionActivity.
 */
import { exponential, logNormal } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01, exp } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

const LOSS_MEMORY_DAYS = 30;
const MAX_EPISODE = 4095;

function drawActivity(run: Run, i: number): void {
  const episode = run.s.activityEpisode[i]!;
  run.s.activityHazard[i] = 0;
  run.s.activityThreshold[i] = exponential(uniform(run.k0, run.k1, word(STREAMS.partyActivity, 0, Math.min(episode, MAX_EPISODE)), run.t.partyKey[i]!), 1);
}

function drawOffensive(run: Run, j: number): void {
  const { s, t, k0, k1 } = run;
  const episode = Math.min(s.offensiveEpisode[j]!, MAX_EPISODE);
  s.offensiveHazard[j] = 0;
  s.offensiveThreshold[j] = exponential(uniform(k0, k1, word(STREAMS.offensiveOnset, 0, episode), t.partyRegionKey[j]!), 1);
  if (s.offensive[j] === 1) s.offensiveScale[j] = logNormal(uniform(k0, k1, word(STREAMS.offensiveEnd, 0, episode), t.partyRegionKey[j]!), -0.5 * t.p.offensiveScaleSigma * t.p.offensiveScaleSigma, t.p.offensiveScaleSigma);
}

/** Intent, means, strength and activity of party i; returns its factor on the onset of offensives. */
function stepParty(run: Run, i: number, meanTension: number): number {
  const { s, t } = run;
  const { R, p } = t;
  const hold = i === t.hostParty ? 0 : s.ceasefire[i]!;
  const row = i * R;
  let total = 0;
  for (let r = 0; r < R; r++) total += s.strength[row + r]!;
  const losses = s.recentLosses[i]!;
  const hurt = total > 0 ? losses / (losses + 0.1 * total) : 0;
  const base = clamp01(t.intent0[i]! * (1 - 0.5 * s.coercion[i]!) * (1 - 0.5 * hold) + p.intentFromLosses * hurt * (1 - hold) + 0.1 * s.hardening[i]!);
  s.intent[i]! += (base - s.intent[i]!) / 45;
  s.means[i]! += (t.means0[i]! * (1 - 0.6 * s.constraint[i]!) - s.means[i]!) / 120;
  const supply = t.means0[i]! > 0 ? s.means[i]! / t.means0[i]! : 1;
  for (let r = 0; r < R; r++) {
    const j = row + r;
    const goal = t.strength0[j]!;
    if (goal === 0) continue;
    const present = s.strength[j]!;
    s.strength[j] = present + p.recruitmentPerDay * (goal * supply - present);
  }
  s.recentLosses[i] = losses * (1 - 1 / LOSS_MEMORY_DAYS);
  let push = 0;
  for (let r = 0; r < R; r++) push = Math.max(push, s.triggerPush[row + r]!);
  const rate = s.activity[i] === 1 ? 1 / p.activitySpellDays : p.activityOnPerDay * exp(2 * (s.intent[i]! - 0.5) + 2 * (meanTension - 0.4) + push) * (1 - 0.8 * hold);
  s.activityHazard[i]! += rate;
  if (s.activityHazard[i]! >= s.activityThreshold[i]!) {
    s.activity[i] = 1 - s.activity[i]!;
    s.activityEpisode[i]!++;
    drawActivity(run, i);
  }
  return (s.intent[i]! / 0.5) * (1 - 0.85 * hold) * (s.activity[i] === 1 || s.campaign[i] === 2 ? 1 : p.offensiveWhenDormant);
}

export const parties: Mechanism = {
  name: 'parties', phase: 5,
  reads: ['tension', 'triggerPush', 'ceasefire', 'coercion', 'constraint', 'hardening', 'campaign', 'recentLosses', 'strength', 'intent', 'means', 'offensive'],
  writes: ['intent', 'means', 'strength', 'recentLosses', 'activity', 'activityHazard', 'activityThreshold', 'activityEpisode', 'offensive', 'offensiveHazard', 'offensiveThreshold', 'offensiveEpisode', 'offensiveScale'],
  initialise: run => {
    const { s, t } = run;
    s.strength.set(t.strength0);
    s.intent.set(t.intent0);
    s.means.set(t.means0);
    for (let i = 0; i < t.P; i++) drawActivity(run, i);
    for (let j = 0; j < t.P * t.R; j++) drawOffensive(run, j);
  },
  run: run => {
    const { s, t } = run;
    const { R, P, p } = t;
    let meanTension = 0;
    for (let r = 0; r < R; r++) meanTension += s.tension[r]!;
    meanTension /= R;
    const offRate = 1 / p.offensiveSpellDays;
    for (let i = 0; i < P; i++) {
      const factor = stepParty(run, i, meanTension);
      const row = i * R;
      for (let r = 0; r < R; r++) {
        const j = row + r;
        if (s.strength[j]! < 1) continue;
        let rate = offRate;
        if (s.offensive[j] === 0) {
          const from = t.nearStart[r]!;
          const to = t.nearStart[r + 1]!;
          let active = 0;
          for (let n = from; n < to; n++) active += s.offensive[row + t.near[n]!]!;
          const spread = to > from ? 1 + p.offensiveSpread * active / (to - from) : 1;
          rate = p.offensiveOnPerDay * factor * spread * exp(p.offensiveTension * (s.tension[r]! - 0.4) + s.triggerPush[j]!);
        }
        s.offensiveHazard[j]! += rate;
        if (s.offensiveHazard[j]! >= s.offensiveThreshold[j]!) {
          s.offensive[j] = 1 - s.offensive[j]!;
          s.offensiveEpisode[j]!++;
          drawOffensive(run, j);
        }
      }
    }
  },
};
