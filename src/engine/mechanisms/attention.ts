/**
 * Attention — what the Council hears of, and the political will that follows.
 *
 * seen′ = seen · (1 − 1/30) + reported deaths                                                              [people]
 * attention relaxes to 1 − (1 − attention of D0) · exp(−(seen/deathsHalf + refugees/refugeesHalf)
 *   · (1 + partners + rightsAttention · watch)) · (1 − alertAttention · (alert − 1)/2 · (1 − fatigue)), jumps by attention events
 *   and by statements                                                                                 [index 0–1]
 * fatigue grows over alertFatigueDays while alert 2 or 3 stands and few deaths are reported, and fades else   [index 0–1]
 * will relaxes to 0.5 + 0.35 · position − 0.25 · divergence + 0.5 · (attention − 0.3) − 0.3 · shock + 0.1 · Assembly [index 0–1]
 *
 * Source: deadly conflicts get attention, spill-over speeds it (Lundgren and Klamberg 2023; Binder and Golub 2020, signs only).
 * Forms MODEL.
 * Assumes: the Council hears of deaths as reported, of alerts as given, and of conduct as documented.
 * Reads reportedDeathsToday, refugees, rightsWatch, nationalAlert, councilMean, councilSpread, casualtyShock, assemblySupport,
 * lastDecisionDay. Writes attention, will, deathsInView, alertFatigue, toldDay, firstDecisionDay. Draws: none.
 */
import { clamp01, exp } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { EVENT_ATTENTION } from './events.ts';

const LN2 = Math.LN2;
const SEEN_DAYS = 30;
const ALERTED = 2;
/** Rise of attention from which the Council counts as told. MODEL. */
const TOLD = 0.05;

/** Weight of partners' calls: mean of will times legitimacy over contributors that belong to one, 0–1. */
export function partnersCall(run: Run): number {
  const { t } = run;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < t.contributorPartner.length; i++) {
    if (t.contributorPartner[i]! < 0) continue;
    sum += t.partnerWill[i]! * t.partnerLegitimacy[i]!;
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** Where political will tends at an attention. */
function willGoal(run: Run, attention: number): number {
  const { s } = run;
  return clamp01(0.5 + 0.35 * s.councilMean[0]! - 0.25 * s.councilSpread[0]! + 0.5 * (attention - 0.3) - 0.3 * s.casualtyShock[0]! + 0.1 * s.assemblySupport[0]!);
}

export const attention: Mechanism = {
  name: 'attention', phase: 11,
  reads: ['reportedDeathsToday', 'refugees', 'rightsWatch', 'nationalAlert', 'councilMean', 'councilSpread', 'casualtyShock', 'assemblySupport', 'attention', 'will', 'deathsInView', 'alertFatigue', 'lastDecisionDay'],
  writes: ['attention', 'will', 'deathsInView', 'alertFatigue', 'toldDay', 'firstDecisionDay'],
  initialise: run => {
    const { s, t } = run;
    s.attention[0] = t.attention0;
    s.councilMean[0] = t.councilPosition;
    s.councilSpread[0] = t.councilDivergence;
    s.will[0] = willGoal(run, t.attention0);
    s.toldDay[0] = -1;
    s.firstDecisionDay[0] = -1;
  },
  run: run => {
    const { s, t, day } = run;
    const { p } = t;
    let reported = 0;
    for (let r = 0; r < t.R; r++) reported += s.reportedDeathsToday[r]!;
    const seen = s.deathsInView[0]! * (1 - 1 / SEEN_DAYS) + reported;
    s.deathsInView[0] = seen;
    let refugees = 0;
    for (let n = 0; n < t.N; n++) refugees += s.refugees[n]!;
    const pressure = (seen / p.attentionDeathsHalf + refugees / p.attentionRefugeesHalf) * (1 + partnersCall(run) + p.rightsAttention * s.rightsWatch[0]!);
    const level = s.nationalAlert[0]!;
    const worn = level >= ALERTED && seen < p.alertFatigueDeaths ? 1 : 0;
    s.alertFatigue[0]! += (worn - s.alertFatigue[0]!) / p.alertFatigueDays;
    const alarm = level >= ALERTED ? p.alertAttention * 0.5 * (level - 1) * (1 - s.alertFatigue[0]!) : 0;
    const goal = 1 - (1 - t.attention0) * exp(-LN2 * pressure) * (1 - alarm);
    s.attention[0]! += (goal - s.attention[0]!) / p.attentionDays;
    const e = t.events;
    for (let i = 0; i < e.count && e.day[i]! <= day; i++) {
      if (e.day[i] === day && e.kind[i] === EVENT_ATTENTION) s.attention[0] = clamp01(s.attention[0]! + e.strength[i]!);
    }
    if (s.toldDay[0]! < 0 && s.attention[0]! >= t.attention0 + TOLD) s.toldDay[0] = day;
    if (s.firstDecisionDay[0]! < 0) s.firstDecisionDay[0] = s.lastDecisionDay[0]!;
    s.will[0]! += (willGoal(run, s.attention[0]!) - s.will[0]!) / p.willDays;
  },
};
