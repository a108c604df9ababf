/**
 * Parties — intent, means, strength; spells of activity in the country and offensives in regions.
 *
 * intent relaxes to its base, less coercion, ceasefire and a carried-out agreement, more after losses                       [index 0–1]
 * means relax to their base less the constraint of sanctions                                      [index 0–1]
 * strength relaxes to base · means/base means (recruitment), less fighters killed                 [people]
 * activity on-hazard = on · (1 + resume · age/(age + 60)) · exp(2·(intent − 0.5) + 2·(tension − 0.4) + push); off-hazard
 *   = exp(−2·(intent − 0.5))/spell; age counts days of activity up, days of quiet down, at least 0                       [1/day, day]
 * vigour = 1 + surge · exp(−age/surgeDays) while active or in a campaign, offensiveWhenDormant otherwise   [factor]
 * offensive on-hazard = on · exp(k·(tension − 0.4) + push) · intent/0.5 · (1 + spread · share of near regions
 *   with an offensive) · (1 − hold) · dormancy; off-hazard = 1/spell; scale log-normal             [1/day]
 *
 * Source: form MODEL; episodes are front-loaded, resumption falls with quiet time, persistence after Hultman, Kathman and Shannon 2014 data and ACLED (evidence in parameters).
 * Both on-hazards × (1 − relapse relief of programmes, programmes.ts).
 * Assumes: host forces take the offensive like any other party; a spell ends when gathered hazard passes one
 * exponential draw keyed by party, region and number of the spell.
 * Reads tension, triggerPush, ceasefire, coercion, constraint, hardening, fightersKilledToday (yesterday's).
 * Writes intent, means, strength, recentLosses, activity…, fightingDays, vigour, offensive…. Draws: offensiveOnset, offensiveEnd, partyActivity.
 */
import { exponential, logNormal } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01, exp } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';
import { EXECUTING } from './campaigns.ts';

/** Regions of a scenario at most (scenario/schema.ts). */
const MAX_REGIONS = 2000;
/** Scratch: how much tension lifts the onset of offensives in each region today; overwritten each day, so no state hides here. */
const tensionLift = new Float64Array(MAX_REGIONS);

const LOSS_MEMORY_DAYS = 30;
const MAX_EPISODE = 4095;
const RESUME_HALF_DAYS = 60;
const AGE_ON_D0 = 120;

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

/** Hazard that party i becomes active, before any ceasefire, 1/day. */
function onHazard(run: Run, i: number, age: number, meanTension: number, push: number): number {
  const { s, t } = run;
  return (1 - s.relapseRelief[0]!) * t.p.activityOnPerDay * (1 + t.p.activityResume * age / (age + RESUME_HALF_DAYS)) * exp(2 * (s.intent[i]! - 0.5) + 2 * (meanTension - 0.4) + push);
}

/** On D0 a party is active with the chance of its long-run mean, and has then been so for a while. */
function drawFirstActivity(run: Run, i: number): void {
  const { s, t } = run;
  let tension = 0;
  for (let r = 0; r < t.R; r++) tension += t.structuralRisk[r]! / t.R;
  const on = onHazard(run, i, AGE_ON_D0, tension, 0);
  const off = exp(-2 * (s.intent[i]! - 0.5)) / t.p.activitySpellDays;
  const active = uniform(run.k0, run.k1, word(STREAMS.partyActivity, 1, 0), t.partyKey[i]!) * (on + off) < on;
  s.activity[i] = active ? 1 : 0;
  s.fightingDays[i] = active ? AGE_ON_D0 : 0;
}

/** Intent, means, strength and activity of party i; returns its factor on the onset of offensives. */
function stepParty(run: Run, i: number, meanTension: number): number {
  const { s, t } = run;
  const { R, p, strength0 } = t;
  const { strength, triggerPush } = s;
  const hold = i === t.hostParty ? 0 : s.ceasefire[i]!;
  const row = i * R;
  let total = 0;
  let push = 0;
  for (let j = row; j < row + R; j++) {
    total += strength[j]!;
    if (triggerPush[j]! > push) push = triggerPush[j]!;
  }
  const losses = s.recentLosses[i]!;
  const hurt = total > 0 ? losses / (losses + 0.1 * total) : 0;
  const base = clamp01(t.intent0[i]! * (1 - 0.5 * s.coercion[i]!) * (1 - 0.5 * hold) * (1 - p.implementationIntent * s.implementation[i]!) + p.intentFromLosses * hurt * (1 - hold) + 0.1 * s.hardening[i]!);
  s.intent[i]! += (base - s.intent[i]!) / 45;
  s.means[i]! += (t.means0[i]! * (1 - 0.6 * s.constraint[i]!) - s.means[i]!) / 120;
  const supply = t.means0[i]! > 0 ? s.means[i]! / t.means0[i]! : 1;
  const { recruitmentPerDay } = p;
  for (let j = row; j < row + R; j++) {
    const goal = strength0[j]!;
    if (goal === 0) continue;
    const present = strength[j]!;
    strength[j] = present + recruitmentPerDay * (goal * supply - present);
  }
  s.recentLosses[i] = losses * (1 - 1 / LOSS_MEMORY_DAYS);
  const age = Math.max(0, s.fightingDays[i]! + (s.activity[i] === 1 ? 1 : -1));
  s.fightingDays[i] = age;
  const rate = s.activity[i] === 1 ? exp(-2 * (s.intent[i]! - 0.5)) / p.activitySpellDays : onHazard(run, i, age, meanTension, push) * (1 - 0.8 * hold);
  s.activityHazard[i]! += rate;
  if (s.activityHazard[i]! >= s.activityThreshold[i]!) {
    s.activity[i] = 1 - s.activity[i]!;
    s.activityEpisode[i]!++;
    drawActivity(run, i);
  }
  const awake = s.activity[i] === 1 || s.campaign[i] === EXECUTING;
  s.vigour[i] = awake ? 1 + p.activitySurge * exp(-age / p.activitySurgeDays) : p.offensiveWhenDormant;
  return (s.intent[i]! / 0.5) * (1 - 0.85 * hold) * s.vigour[i]!;
}

export const parties: Mechanism = {
  name: 'parties', phase: 5,
  reads: ['tension', 'triggerPush', 'ceasefire', 'implementation', 'coercion', 'constraint', 'hardening', 'campaign', 'recentLosses', 'strength', 'intent', 'means', 'offensive', 'activity', 'fightingDays', 'relapseRelief'],
  writes: ['intent', 'means', 'strength', 'recentLosses', 'activity', 'activityHazard', 'activityThreshold', 'activityEpisode', 'fightingDays', 'vigour', 'offensive', 'offensiveHazard', 'offensiveThreshold', 'offensiveEpisode', 'offensiveScale'],
  initialise: run => {
    const { s, t } = run;
    s.strength.set(t.strength0);
    s.intent.set(t.intent0);
    s.means.set(t.means0);
    for (let i = 0; i < t.P; i++) {
      drawActivity(run, i);
      drawFirstActivity(run, i);
    }
    for (let j = 0; j < t.P * t.R; j++) drawOffensive(run, j);
  },
  run: run => {
    const { s, t } = run;
    const { R, P, p, near, nearStart } = t;
    const { tension, strength, offensive, offensiveHazard, offensiveThreshold, offensiveEpisode, triggerPush } = s;
    let meanTension = 0;
    const { offensiveTension, offensiveSpread } = p;
    for (let r = 0; r < R; r++) {
      meanTension += tension[r]!;
      tensionLift[r] = exp(offensiveTension * (tension[r]! - 0.4));
    }
    meanTension /= R;
    const offRate = 1 / p.offensiveSpellDays;
    for (let i = 0; i < P; i++) {
      const onRate = (1 - s.relapseRelief[0]!) * p.offensiveOnPerDay * stepParty(run, i, meanTension);
      const row = i * R;
      // offensives of the party anywhere: without one no neighbour need be asked
      let anywhere = 0;
      for (let j = row; j < row + R; j++) anywhere += offensive[j]!;
      for (let r = 0; r < R; r++) {
        const j = row + r;
        if (strength[j]! < 1) continue;
        let rate = offRate;
        if (offensive[j] === 0) {
          let spread = 1;
          if (anywhere > 0) {
            const from = nearStart[r]!;
            const to = nearStart[r + 1]!;
            let active = 0;
            for (let n = from; n < to; n++) active += offensive[row + near[n]!]!;
            if (active > 0) spread = 1 + offensiveSpread * active / (to - from);
          }
          rate = onRate * spread * tensionLift[r]!;
          const push = triggerPush[j]!;
          if (push !== 0) rate *= exp(push);
        }
        const hazard = offensiveHazard[j]! + rate;
        offensiveHazard[j] = hazard;
        if (hazard < offensiveThreshold[j]!) continue;
        anywhere += 1 - 2 * offensive[j]!;
        offensive[j] = 1 - offensive[j]!;
        offensiveEpisode[j]!++;
        drawOffensive(run, j);
      }
    }
  },
};
