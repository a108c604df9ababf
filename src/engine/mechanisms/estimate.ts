/**
 * Estimate — risk, confidence and alerts from what the desk knows: reports, its sources, and the risk factors of D0.
 *
 * recent′ = recent · (1 − 1/30) + reported incidents; slow′ over 180 days; signal′ = signal · (1 − 1/60) + preparations
 * logit risk = base + structural · (s − 0.4) + recent · R/(R + 1) + slow · S/(S + 4) + near · mean of R/(R + 1) nearby
 *              + preparation · Q/(Q + 1)                                                                 [log odds]
 * confidence = quality · (0.55 + 0.45 · R/(R + 1))                                                     [index 0–1]
 * alert level: risk at or above its threshold; falls once risk is `alertMargin` below; the country's level is the
 * highest that a region has held for `alertLastingDays`                                                      [level]
 *
 * Source: form after the logit on own and neighbours' history (ACLED, Central African Republic: area under the curve
 * 0.82 at one month); weights MODEL, set on that benchmark.
 * Assumes: nobody at the desk sees anything but reports: the type of the argument holds no other column.
 * Reads reported…Today, reportQuality. Writes recentReports, slowReports, preparationSignal, riskEstimate, riskConfidence,
 * lastReportDay, alertLevel, alertHeldDays, nationalAlert, firstAlertDay. Draws: none.
 */
import { clamp01, logistic } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';

const KNOWN = ['reportedIncidentsToday', 'reportedDeathsToday', 'reportedPreparationToday', 'reportQuality'] as const;
const OWN = ['recentReports', 'slowReports', 'preparationSignal', 'riskEstimate', 'riskConfidence', 'lastReportDay', 'alertLevel', 'alertHeldDays', 'nationalAlert', 'firstAlertDay'] as const;

/** The columns an estimate may see: what was reported, and its own. */
export type ReportColumns = Pick<State, (typeof KNOWN)[number] | (typeof OWN)[number]>;
/** What the desk knows of the country: its map, its risk factors on D0, its own thresholds. */
export type KnownTables = Pick<Tables, 'R' | 'structuralRisk' | 'nearStart' | 'near' | 'alertLevels' | 'p'>;

const RECENT_DAYS = 30;
const SLOW_DAYS = 180;
const SIGNAL_DAYS = 60;

/** Level of a risk, given the level of the day before. */
function levelOf(risk: number, before: number, thresholds: Float64Array, margin: number): number {
  let level = 0;
  for (let n = 0; n < thresholds.length; n++) if (risk >= thresholds[n]! - (n < before ? margin : 0)) level = n + 1;
  return level;
}

/** Scratch: R/(R + 1) of the recent reports of each region; overwritten before each use. */
let recentShare = new Float64Array(0);

/** Brings the desk's picture up to the end of `day`. */
export function estimate(reports: ReportColumns, t: KnownTables, day: number): void {
  const { recentReports, slowReports, preparationSignal, riskEstimate, riskConfidence, reportQuality, alertLevel, alertHeldDays, reportedIncidentsToday, reportedPreparationToday } = reports;
  const { R, p, near: nearOf, nearStart, structuralRisk, alertLevels } = t;
  const { riskBase, riskStructural, riskRecent, riskSlow, riskNear, riskPreparation, alertMargin, alertLastingDays } = p;
  if (recentShare.length < R) recentShare = new Float64Array(R);
  const share = recentShare;
  for (let r = 0; r < R; r++) {
    const incidents = reportedIncidentsToday[r]!;
    const preparations = reportedPreparationToday[r]!;
    const recent = recentReports[r]! * (1 - 1 / RECENT_DAYS) + incidents;
    recentReports[r] = recent;
    share[r] = recent / (recent + 1);
    slowReports[r] = slowReports[r]! * (1 - 1 / SLOW_DAYS) + incidents;
    preparationSignal[r] = preparationSignal[r]! * (1 - 1 / SIGNAL_DAYS) + preparations;
    if (incidents + preparations > 0) reports.lastReportDay[r] = day;
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
    const risk = logistic(riskBase + riskStructural * (structuralRisk[r]! - 0.4) + riskRecent * own + riskSlow * slow
      + (to > from ? riskNear * near / (to - from) : 0) + riskPreparation * signal);
    riskEstimate[r] = risk;
    riskConfidence[r] = clamp01(reportQuality[r]! * (0.55 + 0.45 * own));
    const before = alertLevel[r]!;
    const level = levelOf(risk, before, alertLevels, alertMargin);
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
  reads: [...KNOWN, 'recentReports', 'slowReports', 'preparationSignal', 'alertLevel', 'alertHeldDays', 'firstAlertDay'],
  writes: OWN,
  initialise: run => {
    run.s.lastReportDay.fill(-1);
    run.s.firstAlertDay.fill(-1);
  },
  run: run => estimate(run.s, run.t, run.day),
};
