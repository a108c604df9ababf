/**
 * Estimate — risk, confidence and alerts from what the desk knows: reports, its sources, and the risk factors of D0.
 *
 * recent′ = recent · (1 − 1/30) + weighted reports of incidents; slow′ over 180 days; signal′ = signal · (1 − 1/60) + preparations,
 *   reports weighted by reliability and credibility (reports.ts)
 * logit risk = base + structural · (s − 0.4) + armed · known armed groups of D0 (0, 0.5, 1) + recent · R/(R + 1) + slow · S/(S + 4) + near · mean of R/(R + 1) nearby
 *              + preparation · Q/(Q + 1)                                                                 [log odds]
 * confidence = quality · (0.55 + 0.45 · R/(R + 1))                                                     [index 0–1]
 * trend = risk − its mean of the month before                                                            [probability]
 * alert level: risk at or above its threshold, which orders may set; falls once risk is `alertMargin` below; the country's level is the
 * highest that a region has held for `alertLastingDays`                                                      [level]
 *
 * Source: form after the logit on own and neighbours' history (ACLED, Central African Republic: area under the curve
 * 0.82 at one month); weights MODEL, set on that benchmark.
 * Assumes: nobody at the desk sees anything but reports, and the order of battle of D0 in three classes: the types of the
 * arguments hold nothing else.
 * Reads reported…Today, reportQuality, alertThreshold. Writes recentReports, slowReports, preparationSignal, riskEstimate, riskConfidence,
 * riskBefore, riskTrend, lastReportDay, firstSignalDay, alertLevel, alertHeldDays, nationalAlert, firstAlertDay. Draws: none.
 */
import { clamp01, logistic } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';

const KNOWN = ['reportedIncidentsToday', 'reportedDeathsToday', 'reportedPreparationToday', 'reportedCreditToday', 'reportedSignalToday', 'reportQuality', 'alertThreshold'] as const;
const OWN = ['recentReports', 'slowReports', 'preparationSignal', 'riskEstimate', 'riskConfidence', 'lastReportDay', 'alertLevel', 'alertHeldDays', 'nationalAlert', 'firstAlertDay', 'riskBefore', 'riskTrend', 'firstSignalDay'] as const;

/** The columns an estimate may see: what was reported, and its own. */
export type ReportColumns = Pick<State, (typeof KNOWN)[number] | (typeof OWN)[number]>;
/** What the desk knows of the country: its map, its risk factors and order of battle on D0. */
export type KnownTables = Pick<Tables, 'R' | 'structuralRisk' | 'knownArmed' | 'nearStart' | 'near' | 'p'>;

const RECENT_DAYS = 30;
const SLOW_DAYS = 180;
const SIGNAL_DAYS = 60;
const TREND_DAYS = 30;

/** Level of a risk, given the level of the day before; the threshold of level n stands at index n. */
function levelOf(risk: number, before: number, thresholds: Float64Array, margin: number): number {
  let level = 0;
  for (let n = 1; n < thresholds.length; n++) if (risk >= thresholds[n]! - (n <= before ? margin : 0)) level = n;
  return level;
}

/** Scratch: R/(R + 1) of the recent reports of each region; overwritten before each use. */
let recentShare = new Float64Array(0);

/** Brings the desk's picture up to the end of `day`. */
export function estimate(reports: ReportColumns, t: KnownTables, day: number): void {
  const { recentReports, slowReports, preparationSignal, riskEstimate, riskConfidence, reportQuality, alertLevel, alertHeldDays, reportedIncidentsToday, reportedPreparationToday, reportedCreditToday, reportedSignalToday, alertThreshold, riskBefore, riskTrend } = reports;
  const { R, p, near: nearOf, nearStart, structuralRisk, knownArmed } = t;
  const { riskBase, riskStructural, riskArmed, riskRecent, riskSlow, riskNear, riskPreparation, alertMargin, alertLastingDays } = p;
  if (recentShare.length < R) recentShare = new Float64Array(R);
  const share = recentShare;
  for (let r = 0; r < R; r++) {
    const incidents = reportedIncidentsToday[r]!;
    const preparations = reportedPreparationToday[r]!;
    const recent = recentReports[r]! * (1 - 1 / RECENT_DAYS) + reportedCreditToday[r]!;
    recentReports[r] = recent;
    share[r] = recent / (recent + 1);
    slowReports[r] = slowReports[r]! * (1 - 1 / SLOW_DAYS) + reportedCreditToday[r]!;
    preparationSignal[r] = preparationSignal[r]! * (1 - 1 / SIGNAL_DAYS) + reportedSignalToday[r]!;
    if (incidents + preparations > 0) {
      reports.lastReportDay[r] = day;
      if (reports.firstSignalDay[0]! < 0) reports.firstSignalDay[0] = day;
    }
  }
  let country = 0;
  for (let r = 0; r < R; r++) {
    const from = nearStart[r]!;
    const to = nearStart[r + 1]!;
    let near = 0;
    for (let n = from; n < to; n++) near += share[nearOf[n]!]!;
    const own = share[r]!;
    const slow = slowReports[r]! / (slowReports[r]! + 4);
    const signal = preparationSignal[r]! / (preparationSignal[r]! + 1);
    const risk = logistic(riskBase + riskStructural * (structuralRisk[r]! - 0.4) + riskArmed * knownArmed[r]! + riskRecent * own + riskSlow * slow
      + (to > from ? riskNear * near / (to - from) : 0) + riskPreparation * signal);
    riskEstimate[r] = risk;
    const month = day === 0 ? risk : riskBefore[r]!;
    riskTrend[r] = risk - month;
    riskBefore[r] = month + (risk - month) / TREND_DAYS;
    riskConfidence[r] = clamp01(reportQuality[r]! * (0.55 + 0.45 * own));
    const before = alertLevel[r]!;
    const level = levelOf(risk, before, alertThreshold, alertMargin);
    const held = level === before ? alertHeldDays[r]! + 1 : 0;
    alertHeldDays[r] = held;
    alertLevel[r] = level;
    if (level > country && held >= alertLastingDays) country = level;
  }
  reports.nationalAlert[0] = country;
  for (let n = 0; n <= country; n++) if (reports.firstAlertDay[n]! < 0) reports.firstAlertDay[n] = day;
}

export const riskEstimates: Mechanism = {
  name: 'estimate', phase: 10,
  reads: [...KNOWN, 'recentReports', 'slowReports', 'preparationSignal', 'alertLevel', 'alertHeldDays', 'firstAlertDay', 'riskBefore', 'firstSignalDay'],
  writes: OWN,
  initialise: run => {
    run.s.lastReportDay.fill(-1);
    run.s.firstAlertDay.fill(-1);
    run.s.firstSignalDay[0] = -1;
    for (let n = 0; n < run.t.alertLevels.length; n++) run.s.alertThreshold[n + 1] = run.t.alertLevels[n]!;
    // nothing is below level 0
    run.s.alertThreshold[0] = 0;
  },
  run: run => estimate(run.s, run.t, run.day),
};
