/**
 * Reports — what reaches the desk of what happened: late, in part, sometimes false.
 *
 * An incident is seen by the first source, in the order of the scenario, whose chance it falls under:
 *   chance = detection · sight;  sight by kind: satellite (1 − cloud · wetness), human by acceptance, patrol by troops,
 *   monitors by people at work and consent, partners and open reports by access                                [share]
 * It arrives after an exponential delay with the source's mean, at most the length of the ring           [day]
 * Deaths: a first count with the report, a share of the rest over months through the backlog                  [people]
 * Preparations of a campaign: chance a week by source and sight; false alarms: Poisson over all sources  [1/day]
 *
 * Source: form MODEL; coverage and delay are scenario data; counts catch up over months (South Sudan 2013-18).
 * Assumes: the largest incident of a day is seen with two chances; false alarms look like true reports; the desk
 * reviews the coverage of its sources once a week.
 * Reads battlesToday, attacksToday, killed…Today, largestEventToday, campaign, strength, wetness, presentTroops, monitors, acceptance,
 * consent. Writes pending rings, deathBacklog, reported…, reportQuality, falseAlarmRate.
 * Draws: reportCount, reportDelay, falseAlarm, preparationReport.
 */
import { exponential, poisson } from '../../kernel/distributions.ts';
import { stir, uniform, uniformAt, word } from '../../kernel/draws.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { REPORT_RING } from '../state.ts';
import { STREAMS } from '../streams.ts';
import { EXECUTING, PREPARING } from './campaigns.ts';

const SATELLITE = 0;
const HUMAN = 1;
const PATROL = 2;
const MONITORS = 3;
const MAX_REPORTS = 2000;
const REVIEW_DAYS = 7;

/** Share of what source i could see in region r that it sees today; 0 out of its reach. */
function sight(run: Run, i: number, r: number): number {
  const { s, t } = run;
  if (t.sourceReach[i * t.R + r] === 0) return 0;
  switch (t.sourceKind[i]) {
    case SATELLITE: return 1 - t.p.satelliteCloud * s.wetness[t.regionClimate[r]!]!;
    case HUMAN: return 0.4 + 0.6 * s.acceptance[0]!;
    case PATROL: return s.presentTroops[r]! / (s.presentTroops[r]! + t.p.patrolHalf);
    case MONITORS: return s.monitors[r]! / (s.monitors[r]! + t.p.monitorsHalf) * (0.4 + 0.6 * s.consent[0]!);
    default: return 0.3 + 0.7 * t.access[r]!;
  }
}

/** Coverage and false alarms of region r as the desk knows them. */
function review(run: Run, r: number): void {
  const { s, t } = run;
  let blind = 1;
  let alarms = 0;
  for (let i = 0; i < t.S; i++) {
    const seen = sight(run, i, r);
    blind *= 1 - t.sourceDetection[i]! * seen;
    alarms += t.sourceFalse[i]! * seen;
  }
  s.reportQuality[r] = 1 - blind;
  s.falseAlarmRate[r] = alarms;
}

/** The source that reports incident e of region r, or −1: one uniform shared out among the sources in order. */
function witness(run: Run, r: number, e: number, chances: number): number {
  const { t, day, k0, k1 } = run;
  let u = uniform(k0, k1, word(STREAMS.reportCount, day, e), t.regionKey[r]!);
  for (let i = 0; i < t.S; i++) {
    let chance = t.sourceDetection[i]! * sight(run, i, r);
    if (chances > 1) chance = 1 - (1 - chance) * (1 - chance);
    if (u < chance) return i;
    u = (u - chance) / (1 - chance);
  }
  return -1;
}

function slotAfter(run: Run, r: number, stream: number, index: number, mean: number): number {
  const { t, day, k0, k1 } = run;
  const delay = Math.min(REPORT_RING - 1, Math.floor(exponential(uniform(k0, k1, word(stream, day, index), t.regionKey[r]!), 1) * mean));
  return ((day + delay) % REPORT_RING) * t.R + r;
}

function reportIncidents(run: Run, r: number, incidents: number): void {
  const { s, t } = run;
  const deaths = s.killedInAttacksToday[r]! + s.killedInBattlesToday[r]!;
  const largest = Math.min(deaths, s.largestEventToday[r]!);
  const rest = incidents > 1 ? (deaths - largest) / (incidents - 1) : 0;
  const count = Math.min(incidents, MAX_REPORTS);
  for (let e = 0; e < count; e++) {
    const own = e === 0 ? (incidents > 1 ? largest : deaths) : rest;
    const source = witness(run, r, e, e === 0 && largest > t.p.largeEvent ? 2 : 1);
    if (source < 0) {
      s.deathBacklog[r]! += own * t.p.lateCount * t.access[r]!;
      continue;
    }
    const slot = slotAfter(run, r, STREAMS.reportDelay, e, t.sourceDelay[source]!);
    s.pendingIncidents[slot]!++;
    s.pendingDeaths[slot]! += own * t.p.firstCount;
    s.deathBacklog[r]! += own * (1 - t.p.firstCount) * t.p.lateCount;
  }
}

/** Reports of the preparations of party i in region r. */
function reportPreparations(run: Run, i: number, r: number): void {
  const { s, t, day, k0, k1 } = run;
  let hidden = 1;
  let delay = 0;
  for (let n = 0; n < t.S; n++) {
    const chance = t.sourcePreparation[n]! * sight(run, n, r);
    hidden *= 1 - chance;
    delay = Math.max(delay, chance > 0 ? t.sourceDelay[n]! : 0);
  }
  const seen = (1 - hidden) / 7;
  if (seen === 0 || uniform(k0, k1, word(STREAMS.preparationReport, day, 0), t.partyRegionKey[i * t.R + r]!) >= seen) return;
  s.pendingPreparation[slotAfter(run, r, STREAMS.preparationReport, 1 + i, delay)]!++;
}

/** False alarms of region r; u is the uniform of their count. */
function falseAlarms(run: Run, r: number, u: number): void {
  const { s, t, day, k0, k1 } = run;
  const key = t.regionKey[r]!;
  const n = poisson(u, s.falseAlarmRate[r]!);
  const slot = (day % REPORT_RING) * t.R + r;
  for (let e = 0; e < n; e++) {
    if (uniform(k0, k1, word(STREAMS.falseAlarm, day, 1 + e), key) < t.p.falsePreparation) s.pendingPreparation[slot]!++;
    else s.pendingIncidents[slot]!++;
  }
}

export const reports: Mechanism = {
  name: 'reports', phase: 10,
  reads: ['battlesToday', 'attacksToday', 'killedInAttacksToday', 'killedInBattlesToday', 'largestEventToday', 'campaign', 'strength', 'wetness', 'presentTroops', 'monitors', 'acceptance', 'consent', 'pendingIncidents', 'pendingDeaths', 'pendingPreparation', 'deathBacklog', 'falseAlarmRate'],
  writes: ['pendingIncidents', 'pendingDeaths', 'pendingPreparation', 'deathBacklog', 'reportedIncidentsToday', 'reportedDeathsToday', 'reportedPreparationToday', 'reportedDeaths', 'reportQuality', 'falseAlarmRate'],
  run: run => {
    const { s, t, day } = run;
    const { battlesToday, attacksToday, pendingIncidents, pendingDeaths, pendingPreparation, deathBacklog, reportedIncidentsToday, reportedDeathsToday, reportedPreparationToday, reportedDeaths, strength } = s;
    const { R, P, p, regionKey } = t;
    const { falseAlarmRate } = s;
    const alarmWord = stir(run.k0, word(STREAMS.falseAlarm, day, 0));
    for (let i = 0; i < P; i++) {
      const stage = s.campaign[i]!;
      if (stage !== PREPARING && stage !== EXECUTING) continue;
      for (let r = 0; r < R; r++) if (strength[i * R + r]! >= 1 && t.exposed[i * R + r]! > 0) reportPreparations(run, i, r);
    }
    const today = (day % REPORT_RING) * R;
    const late = 1 / p.backlogDays;
    for (let r = 0; r < R; r++) {
      if (day === 0 || (day + r) % REVIEW_DAYS === 0) review(run, r);
      const incidents = battlesToday[r]! + attacksToday[r]!;
      if (incidents > 0) reportIncidents(run, r, incidents);
      const u = uniformAt(alarmWord, run.k1, regionKey[r]!);
      // the count is 0 up to here, as in the squeeze of poisson()
      if (u > 1 - falseAlarmRate[r]!) falseAlarms(run, r, u);
      const slot = today + r;
      const backlog = deathBacklog[r]!;
      const deaths = pendingDeaths[slot]! + backlog * late;
      deathBacklog[r] = backlog - backlog * late;
      reportedIncidentsToday[r] = pendingIncidents[slot]!;
      reportedDeathsToday[r] = deaths;
      reportedPreparationToday[r] = pendingPreparation[slot]!;
      reportedDeaths[r]! += deaths;
      pendingIncidents[slot] = 0;
      pendingDeaths[slot] = 0;
      pendingPreparation[slot] = 0;
    }
  },
};
