/**
 * Reports — what reaches the desk of what happened: late, in part, sometimes false.
 *
 * An incident is seen by the first source, in the order of the scenario, whose chance it falls under:
 *   chance = detection · sight;  sight by kind: satellite (1 − cloud · wetness), human by acceptance, patrol by troops,
 *   monitors by monitors and rights staff at work and consent, partners and open reports by access             [share]
 *   with e times its usual work bought on top: chance + (1 − chance) · m/(1 + m), m = e · detection · sight, beyond its
 *   usual reach too; delay/(1 + e/2); false alarms · (1 + 0.3 · e)
 * Grades: reliability of the source A–F; credibility 1 or 2 where another source would have seen it too, else 3, 4 or 6; of a
 *   false alarm 2 to 6. Weight of a report = weight of its reliability · weight of its credibility, 1 for C3   [incidents]
 * It arrives after an exponential delay with the source's mean, at most the length of the ring           [day]
 * Deaths: a first count with the report, a share of the rest over months through the backlog                  [people]
 * Preparations of a campaign: chance a week by source and sight; false alarms: Poisson over all sources  [1/day]
 *
 * Source: form MODEL; coverage and delay are scenario data; counts catch up over months (South Sudan 2013-18).
 * Assumes: the largest incident of a day is seen with two chances; false alarms look like true reports; the desk
 * reviews the coverage of its sources once a week; weights of grades are MODEL.
 * Reads battlesToday, attacksToday, killed…Today, largestEventToday, campaign, strength, wetness, presentTroops, monitors, rightsStaff,
 * sourceEffort, regionAcceptance, informationShared, readySources, consent. Writes pending rings, deathBacklog, reported…, reportQuality, falseAlarmRate, inbox….
 * Draws: reportCount, reportDelay, falseAlarm, falseSource, preparationReport, credibility.
 */
import { exponential, poisson } from '../../kernel/distributions.ts';
import { stir, uniform, uniformAt, word } from '../../kernel/draws.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { INBOX, REPORT_RING } from '../state.ts';
import { STREAMS } from '../streams.ts';
import { EXECUTING, PREPARING } from './campaigns.ts';

const SATELLITE = 0;
const HUMAN = 1;
const PATROL = 2;
const MONITORS = 3;
const PARTNERS = 4;
const MAX_REPORTS = 2000;
const REVIEW_DAYS = 7;

/** Weight of a report by the reliability of its source, A to F, and by its credibility, 1 to 6. */
const RELIABILITY_WEIGHT = [1.15, 1.05, 1, 0.8, 0.55, 0.75] as const;
const CREDIBILITY_WEIGHT = [0, 1.3, 1.1, 1, 0.6, 0.3, 0.8] as const;
const INCIDENT = 0;
const PREPARATION = 1;

/** What local knowledge shared by partners adds to a sight. */
function shared(run: Run, seen: number): number {
  const { s, t } = run;
  return seen + (1 - seen) * t.p.partnerInformationGain * s.informationShared[0]!;
}

/** Share of what source i could see in region r that its methods show today. */
function sight(run: Run, i: number, r: number): number {
  const { s, t } = run;
  switch (t.sourceKind[i]) {
    case SATELLITE: return 1 - t.p.satelliteCloud * s.wetness[t.regionClimate[r]!]!;
    case HUMAN: return shared(run, 0.4 + 0.6 * s.regionAcceptance[r]!);
    case PATROL: return s.presentTroops[r]! / (s.presentTroops[r]! + t.p.patrolHalf);
    case MONITORS: {
      const people = s.monitors[r]! + s.rightsStaff[r]!;
      return people / (people + t.p.monitorsHalf) * (0.4 + 0.6 * s.consent[0]!);
    }
    case PARTNERS: return shared(run, 0.3 + 0.7 * t.access[r]!);
    default: return 0.3 + 0.7 * t.access[r]!;
  }
}

/** Chance that source i reports from region r what it reports with chance `base` of what it sees; 0 out of its reach. */
function chanceOf(run: Run, i: number, r: number, base: number): number {
  const { s, t } = run;
  const j = i * t.R + r;
  const effort = s.sourceEffort[j]!;
  const inReach = t.sourceReach[j] === 1;
  if (!inReach && effort === 0) return 0;
  const plain = base * sight(run, i, r);
  const seen = plain + (1 - plain) * s.readySources[0]! * plain;
  const usual = inReach ? seen : 0;
  return effort === 0 ? usual : usual + (1 - usual) * effort * seen / (1 + effort * seen);
}

/** Mean days from event to desk of source i in region r. */
function delayOf(run: Run, i: number, r: number): number {
  return run.t.sourceDelay[i]! / (1 + 0.5 * run.s.sourceEffort[i * run.t.R + r]!);
}

/** False alarms a day of source i in region r. */
function alarmsOf(run: Run, i: number, r: number): number {
  const { s, t } = run;
  const effort = s.sourceEffort[i * t.R + r]!;
  return t.sourceReach[i * t.R + r] === 0 && effort === 0 ? 0 : t.sourceFalse[i]! * sight(run, i, r) * (1 + 0.3 * effort);
}

/** Writes a report into the inbox; returns its weight. */
function file(run: Run, kind: number, i: number, r: number, delay: number, credibility: number, deaths: number): number {
  const { s, t, day } = run;
  const at = s.inboxCount[0]! % INBOX;
  s.inboxCount[0]!++;
  s.inboxSeen[at] = day;
  s.inboxReceived[at] = day + delay;
  s.inboxRegion[at] = r;
  s.inboxSource[at] = i;
  s.inboxKind[at] = kind;
  s.inboxCredibility[at] = credibility;
  s.inboxDeaths[at] = deaths;
  return RELIABILITY_WEIGHT[t.sourceReliability[i]!]! * CREDIBILITY_WEIGHT[credibility]!;
}

/** Credibility of a true report of source i from region r: confirmed as far as other sources would have seen it. */
function credibilityOf(run: Run, i: number, r: number, u: number, preparation: boolean): number {
  const { t } = run;
  const base = preparation ? t.sourcePreparation : t.sourceDetection;
  let alone = 1;
  for (let n = 0; n < t.S; n++) if (n !== i) alone *= 1 - chanceOf(run, n, r, base[n]!);
  if (u >= alone) return u >= alone + 0.5 * (1 - alone) ? 1 : 2;
  const rest = u / alone;
  return rest < 0.6 ? 3 : rest < 0.85 ? 4 : 6;
}

/** Credibility that the desk gives a false alarm. */
function falseCredibility(u: number): number {
  return u < 0.05 ? 2 : u < 0.35 ? 3 : u < 0.7 ? 4 : u < 0.9 ? 5 : 6;
}

/** Coverage and false alarms of region r as the desk knows them. */
function review(run: Run, r: number): void {
  const { s, t } = run;
  let blind = 1;
  let alarms = 0;
  for (let i = 0; i < t.S; i++) {
    blind *= 1 - chanceOf(run, i, r, t.sourceDetection[i]!);
    alarms += alarmsOf(run, i, r);
  }
  s.reportQuality[r] = 1 - blind;
  s.falseAlarmRate[r] = alarms;
}

/** The source that reports incident e of region r, or −1: one uniform shared out among the sources in order. */
function witness(run: Run, r: number, e: number, chances: number): number {
  const { t, day, k0, k1 } = run;
  let u = uniform(k0, k1, word(STREAMS.reportCount, day, e), t.regionKey[r]!);
  for (let i = 0; i < t.S; i++) {
    let chance = chanceOf(run, i, r, t.sourceDetection[i]!);
    if (chances > 1) chance = 1 - (1 - chance) * (1 - chance);
    if (u < chance) return i;
    u = (u - chance) / (1 - chance);
  }
  return -1;
}

/** Drawn days from event to desk. */
function drawDelay(run: Run, r: number, stream: number, index: number, mean: number): number {
  const { t, day, k0, k1 } = run;
  return Math.min(REPORT_RING - 1, Math.floor(exponential(uniform(k0, k1, word(stream, day, index), t.regionKey[r]!), 1) * mean));
}

/** Place in the rings of what reaches the desk after `delay` days. */
function slotAfter(run: Run, r: number, delay: number): number {
  return ((run.day + delay) % REPORT_RING) * run.t.R + r;
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
    const delay = drawDelay(run, r, STREAMS.reportDelay, e, delayOf(run, source, r));
    const slot = slotAfter(run, r, delay);
    s.pendingIncidents[slot]!++;
    const u = uniform(run.k0, run.k1, word(STREAMS.credibility, run.day, e), t.regionKey[r]!);
    s.pendingCredit[slot]! += file(run, INCIDENT, source, r, delay, credibilityOf(run, source, r, u, false), own * t.p.firstCount);
    s.pendingDeaths[slot]! += own * t.p.firstCount;
    s.deathBacklog[r]! += own * (1 - t.p.firstCount) * t.p.lateCount;
  }
}

/** Reports of the preparations of party i in region r. */
function reportPreparations(run: Run, i: number, r: number): void {
  const { s, t, day, k0, k1 } = run;
  let hidden = 1;
  let slowest = 0;
  let best = -1;
  let most = 0;
  for (let n = 0; n < t.S; n++) {
    const chance = chanceOf(run, n, r, t.sourcePreparation[n]!);
    hidden *= 1 - chance;
    slowest = Math.max(slowest, chance > 0 ? delayOf(run, n, r) : 0);
    if (chance > most) {
      most = chance;
      best = n;
    }
  }
  const seen = (1 - hidden) / 7;
  const key = t.partyRegionKey[i * t.R + r]!;
  if (seen === 0 || uniform(k0, k1, word(STREAMS.preparationReport, day, 0), key) >= seen) return;
  const delay = drawDelay(run, r, STREAMS.preparationReport, 1 + i, slowest);
  const slot = slotAfter(run, r, delay);
  s.pendingPreparation[slot]!++;
  // the source most likely to have seen it signs the report
  s.pendingSignal[slot]! += file(run, PREPARATION, best, r, delay, credibilityOf(run, best, r, uniform(k0, k1, word(STREAMS.credibility, day, 0), key), true), 0);
}

/** False alarms of region r; u is the uniform of their count. */
function falseAlarms(run: Run, r: number, u: number): void {
  const { s, t, day, k0, k1 } = run;
  const key = t.regionKey[r]!;
  const n = poisson(u, s.falseAlarmRate[r]!);
  const slot = (day % REPORT_RING) * t.R + r;
  for (let e = 0; e < n; e++) {
    const preparation = uniform(k0, k1, word(STREAMS.falseAlarm, day, 1 + e), key) < t.p.falsePreparation;
    const v = uniform(k0, k1, word(STREAMS.falseSource, day, e), key);
    let source = 0;
    // the uniform shared out among the sources by their false alarms
    for (let left = v * s.falseAlarmRate[r]!; source < t.S - 1; source++) {
      left -= alarmsOf(run, source, r);
      if (left < 0) break;
    }
    const weight = file(run, preparation ? PREPARATION : INCIDENT, source, r, 0, falseCredibility(uniform(k0, k1, word(STREAMS.falseSource, day, 2048 + e), key)), 0);
    if (preparation) {
      s.pendingPreparation[slot]!++;
      s.pendingSignal[slot]! += weight;
    } else {
      s.pendingIncidents[slot]!++;
      s.pendingCredit[slot]! += weight;
    }
  }
}

export const reports: Mechanism = {
  name: 'reports', phase: 10,
  reads: ['battlesToday', 'attacksToday', 'killedInAttacksToday', 'killedInBattlesToday', 'largestEventToday', 'campaign', 'strength', 'wetness', 'presentTroops', 'monitors', 'rightsStaff', 'sourceEffort', 'regionAcceptance', 'informationShared', 'readySources', 'consent', 'pendingIncidents', 'pendingDeaths', 'pendingPreparation', 'pendingCredit', 'pendingSignal', 'deathBacklog', 'falseAlarmRate', 'inboxCount'],
  writes: ['pendingIncidents', 'pendingDeaths', 'pendingPreparation', 'pendingCredit', 'pendingSignal', 'deathBacklog', 'reportedIncidentsToday', 'reportedDeathsToday', 'reportedPreparationToday', 'reportedCreditToday', 'reportedSignalToday', 'reportedDeaths', 'reportQuality', 'falseAlarmRate', 'inboxCount', 'inboxSeen', 'inboxReceived', 'inboxRegion', 'inboxSource', 'inboxKind', 'inboxCredibility', 'inboxDeaths'],
  run: run => {
    const { s, t, day } = run;
    const { battlesToday, attacksToday, pendingIncidents, pendingDeaths, pendingPreparation, deathBacklog, reportedIncidentsToday, reportedDeathsToday, reportedPreparationToday, reportedDeaths, strength } = s;
    const { R, P, p, regionKey } = t;
    const { falseAlarmRate, pendingCredit, pendingSignal, reportedCreditToday, reportedSignalToday } = s;
    const alarmWord = stir(run.k0, word(STREAMS.falseAlarm, day, 0));
    for (let i = 0; i < P; i++) {
      const stage = s.campaign[i]!;
      if (stage !== PREPARING && stage !== EXECUTING) continue;
      for (let r = 0; r < R; r++) if (strength[i * R + r]! >= 1 && t.exposed[i * R + r]! > 0) reportPreparations(run, i, r);
    }
    const today = (day % REPORT_RING) * R;
    const late = 1 / p.backlogDays;
    for (let r = 0; r < R; r++) {
      if (day === 0 || (day + (regionKey[r]! & 0xffff)) % REVIEW_DAYS === 0) review(run, r);
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
      reportedCreditToday[r] = pendingCredit[slot]!;
      reportedSignalToday[r] = pendingSignal[slot]!;
      pendingCredit[slot] = 0;
      pendingSignal[slot] = 0;
      reportedDeaths[r]! += deaths;
      pendingIncidents[slot] = 0;
      pendingDeaths[slot] = 0;
      pendingPreparation[slot] = 0;
    }
  },
};
