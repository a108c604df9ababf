/** Formulas of need, warning, the Council, consent, talks, sanctions, and of the mission at risk. */
import { attention } from '../../engine/mechanisms/attention.ts';
import { ceasefires } from '../../engine/mechanisms/ceasefires.ts';
import { council } from '../../engine/mechanisms/council.ts';
import { consent } from '../../engine/mechanisms/consent.ts';
import { riskEstimates } from '../../engine/mechanisms/estimate.ts';
import { mediation } from '../../engine/mechanisms/mediation.ts';
import { missionRisk } from '../../engine/mechanisms/mission-risk.ts';
import { needs } from '../../engine/mechanisms/needs.ts';
import { reports } from '../../engine/mechanisms/reports.ts';
import { sanctions } from '../../engine/mechanisms/sanctions.ts';
import type { Run } from '../../engine/run.ts';
import { REPORT_RING } from '../../engine/state.ts';
import { STREAMS } from '../../engine/streams.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { log } from '../../kernel/math.ts';
import { aroundBase, formula, grid, rateFrom, type Formula, type Values } from './grid.ts';
import { FRONT, FRONT_IN_HILLS, HILLS, HOST, MANY, tinyOrder, tinyRun, tinyScenario, TOWN } from './tiny-world.ts';

/** Days so many that what relaxes over them stands still to ten digits. */
const FROZEN = 1e12;

const need = formula('need', 'displaced people staying, fear (0–1), coverage by presence, relief in store (t) → people in need, people reached, unmet share of need, relief left (t)', 'ownMeans',
  grid({ guests: [0, 300_000, 3_000_000], fear: [0, 0.3, 0.8], coverage: [0, 0.6], stock: [0, 200, 5000] }), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.hosted[HILLS] = input.guests;
    s.away[TOWN] = input.guests;
    s.settled[HILLS] = input.guests;
    s.fear[HILLS] = input.fear;
    s.coverage[HILLS] = input.coverage;
    s.aidStock[HILLS] = input.stock;
    needs.run(run);
    return { need: s.need[HILLS]!, reached: s.reached[HILLS]!, unmet: s.unmetDays[HILLS]!, stock: s.aidStock[HILLS] };
  });

const mortality = formula('mortality', 'five million displaced people of whom a share has settled, unmet share of need over the memory, fear (0–1) → deaths today for 10,000 displaced, and among ten million at home', 'unmetMortality',
  grid({ settledShare: [0, 0.5, 1], unmet: [0, 0.3, 0.9], fear: [0, 0.5] }), (input, overrides) => {
    const guests = 5_000_000;
    const deaths = (home: number): number => {
      const run = tinyRun(overrides);
      const { s, t } = run;
      s.hosted[HILLS] = guests;
      s.away[TOWN] = guests;
      s.settled[HILLS] = guests * input.settledShare;
      s.fear[HILLS] = input.fear;
      s.residents[HILLS] = home;
      s.aidStock[HILLS] = 1e9;
      s.unmetDays[HILLS] = input.unmet * t.p.unmetMemoryDays;
      needs.run(run);
      return s.excessDeathsToday[HILLS]!;
    };
    const inCamps = deaths(0);
    return { per10000Displaced: inCamps / (guests / 10_000), atHome: deaths(MANY) - inCamps };
  });

const KINDS = ['open-reports', 'satellite', 'human', 'patrol', 'monitors', 'partners'] as const;
const REPORT = { kind: 'open-reports', detection: 0.4, wetness: 0, acceptance: 0.5, consent: 0.7, troops: 0, monitors: 0 };
const reportChance = formula('report-chance', 'kind of source, its detection and false alarms at 0.3 a day, wetness, acceptance, consent (0–1), troops and monitors in the region → chance that an incident is reported, false alarms (1/day)', 'patrolHalf',
  KINDS.flatMap(kind => aroundBase({ ...REPORT, kind: kind as string }, { detection: [0.8], wetness: [1], acceptance: [0.1, 0.9], consent: [0.2], troops: [100, 850], monitors: [10, 60] })), (input, overrides) => {
    const source = { ...tinyScenario().warning.sources[0]!, kind: input.kind as (typeof KINDS)[number], detection: input.detection };
    const run = tinyRun(overrides, [], { warning: { sources: [source], alertLevels: [0.25, 0.45, 0.65] } });
    const { s } = run;
    s.wetness[0] = input.wetness;
    s.acceptance[0] = input.acceptance;
    s.regionAcceptance.fill(input.acceptance);
    s.consent[0] = input.consent;
    s.presentTroops[HILLS] = input.troops;
    s.monitors[HILLS] = input.monitors;
    reports.run(run);
    return { chance: s.reportQuality[HILLS]!, falseAlarmsPerDay: s.falseAlarmRate[HILLS]! };
  });

const reportDelay = formula('report-delay', 'mean delay of the source (day), number of the future → days until an incident with 40 deaths on D0 is on the desk, deaths in the first report, deaths left for later counts', 'firstCount',
  grid({ meanDelay: [0.5, 3, 9], future: [0, 1, 2, 3, 4, 5] }), (input, overrides): Values => {
    const source = { ...tinyScenario().warning.sources[0]!, detection: 1, delay: input.meanDelay, falseAlarms: 0 };
    const run = tinyRun(overrides, [], { warning: { sources: [source], alertLevels: [0.25, 0.45, 0.65] } }, input.future);
    run.t.access.fill(1);
    const { s } = run;
    s.attacksToday[HILLS] = 1;
    s.killedInAttacksToday[HILLS] = 40;
    s.largestEventToday[HILLS] = 40;
    // a report of today is taken off the ring at once
    reports.run(run);
    if (s.reportedIncidentsToday[HILLS] === 1) return { days: 0, deaths: s.reportedDeathsToday[HILLS]!, later: s.deathBacklog[HILLS]! };
    for (let days = 1; days < REPORT_RING; days++) if (s.pendingIncidents[days * run.t.R + HILLS] === 1) return { days, deaths: s.pendingDeaths[days * run.t.R + HILLS]!, later: s.deathBacklog[HILLS]! };
    return { days: 'never', deaths: 0, later: s.deathBacklog[HILLS]! };
  });

const estimate = formula('risk-estimate', 'reports of the month and of half a year, of preparations, of the month next door, quality of the sources (0–1) → estimated chance of an incident within a month, confidence, alert level', 'riskRecent',
  aroundBase({ recent: 0, slow: 0, preparations: 0, nextDoor: 0, quality: 0.5 }, { recent: [0.5, 2, 8], slow: [2, 12], preparations: [0.5, 3], nextDoor: [1, 6], quality: [0.1, 0.9] })
    .concat(grid({ recent: [2, 8], slow: [6, 30], preparations: [0, 2], nextDoor: [0, 4], quality: [0.7] })), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.recentReports[HILLS] = input.recent;
    s.recentReports[TOWN] = input.nextDoor;
    s.slowReports[HILLS] = input.slow;
    s.preparationSignal[HILLS] = input.preparations;
    s.reportQuality[HILLS] = input.quality;
    riskEstimates.run(run);
    return { risk: s.riskEstimate[HILLS]!, confidence: s.riskConfidence[HILLS]!, level: s.alertLevel[HILLS]! };
  });

const councilAttention = formula('council-attention', 'reported deaths in view and reported today, refugees, attention before (0–1) → attention and political will after a day', 'attentionDeathsHalf',
  grid({ inView: [0, 300, 3000], today: [0, 100], refugees: [0, 200_000], attention: [0.2, 0.8] }), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.deathsInView[0] = input.inView;
    s.reportedDeathsToday[HILLS] = input.today;
    s.refugees[0] = input.refugees;
    s.attention[0] = input.attention;
    attention.run(run);
    return { attention: s.attention[0], will: s.will[0]! };
  });

const decision = formula('council-decision', 'attention and political will (0–1), a mission in place (0 or 1), troops under the ceiling, troops asked for, a robust mandate asked for (0 or 1) → hazard of a decision (1/day)', 'divergenceReluctance', [
  ...grid({ attention: [0.1, 0.4, 0.8], will: [0.3, 0.7], mission: [0, 1], ceiling: [0], asked: [5000], robust: [0] }),
  ...aroundBase({ attention: 0.4, will: 0.5, mission: 1, ceiling: 4000, asked: 9000, robust: 0 }, { ceiling: [0, 9000, 12000], asked: [2000, 20000], robust: [1] }),
], (input, overrides) => {
  const run = tinyRun({ ...overrides, attentionDays: FROZEN, willDays: FROZEN }, [tinyOrder('council-request', 0, { extra: [input.asked, 0, input.robust] })]);
  const { s } = run;
  s.attention[0] = input.attention;
  s.will[0] = input.will;
  s.missionPresent[0] = input.mission;
  s.ceilingTroops[0] = input.ceiling;
  council.run(run);
  return { hazardPerDay: s.requestHazard[0]! };
});

const hostConsent = formula('consent', 'sanctions on the host (0–1), a robust mandate (0 or 1), monitors, a ceasefire with the host (0–1), coverage, attacks under cover, share of need reached → where consent and acceptance stand after a day, obstruction (factor)', 'consentFromMonitors',
  aroundBase({ constraint: 0, robust: 0, monitors: 0, ceasefire: 0, coverage: 0, attacks: 0, reachedShare: 0.5 }, { constraint: [0.3, 0.8], robust: [1], monitors: [20, 200], ceasefire: [1], coverage: [0.4, 0.9], reachedShare: [0, 1] })
    .concat(grid({ constraint: [0], robust: [0], monitors: [0], ceasefire: [0], coverage: [0.5], attacks: [1, 5, 20], reachedShare: [0.5] })), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.constraint[HOST] = input.constraint;
    s.robustMandate[0] = input.robust;
    s.monitors[HILLS] = input.monitors;
    s.ceasefire[HOST] = input.ceasefire;
    s.coverage.fill(input.coverage);
    s.attacksToday[HILLS] = input.attacks;
    s.need[HILLS] = 1000;
    s.reached[HILLS] = 1000 * input.reachedShare;
    consent.run(run);
    return { consent: s.consent[0]!, acceptance: s.acceptance[0]!, obstruction: s.obstruction[0]! };
  });

const talks = formula('talks', 'age of the conflict (days), trust, coercion and hardening of the party by sanctions (0–1), a mission in place (0 or 1) → hazard that a day of talks ends in a ceasefire (1/day), trust after it', 'talksPerRoundDay',
  aroundBase({ ageDays: 60, trust: 0.3, coercion: 0, hardening: 0, mission: 1 }, { ageDays: [0, 30, 180, 700, 2500], trust: [0, 0.8], coercion: [0.5], hardening: [0.5], mission: [0] }), (input, overrides) => {
    const run = tinyRun(overrides, [tinyOrder('mediate', 5)]);
    const { s, t } = run;
    s.fightingDays[FRONT] = input.ageDays;
    s.trust[FRONT] = input.trust;
    s.coercion[FRONT] = input.coercion;
    s.hardening[FRONT] = input.hardening;
    s.missionPresent[0] = input.mission;
    s.rowWork[0] = t.p.talksLeadDays;
    mediation.run(run);
    return { hazardPerDay: s.talksWork[0]!, trust: s.trust[FRONT] };
  });

const ceasefire = formula('ceasefire', 'age of the ceasefire (days), effective troops in the country, hold (0–1) → hazard of collapse (1/day), hold after a day', 'ceasefireCollapsePerDay', grid({ ageDays: [0, 45, 300, 900], troops: [0, 4000, 20000], hold: [1, 0.4] }), (input, overrides) => {
  const run = tinyRun(overrides);
  const { s } = run;
  s.ceasefire[FRONT] = input.hold;
  s.ceasefireAgeDays[FRONT] = input.ageDays;
  s.theatreTroops[0] = input.troops;
  ceasefires.run(run);
  return { hazardPerDay: s.ceasefireHazard[FRONT]!, hold: s.ceasefire[FRONT] };
});

const sanctionBite = formula('sanctions', 'measures (1 asset freeze, 2 travel ban, 4 arms embargo, summed), days since adoption, the border open (0 or 1), number of the future → constraint, coercion and hardening of the party after one more day (0–1)', 'weightAssetFreeze',
  grid({ measures: [1, 2, 4, 7], days: [10, 60, 400], borderOpen: [0, 1], future: [0, 3] }), (input, overrides) => {
    const run = tinyRun(overrides, [tinyOrder('sanction', 0, { extra: [input.measures, 0, 0] })], {}, input.future);
    const { s } = run;
    s.decisionDay[0] = 0;
    s.rowWork[0] = input.days - 1;
    s.borderOpen[0] = input.borderOpen;
    sanctions.run(run);
    return { effect: s.rowEffect[0]!, constraint: s.constraint[FRONT]!, coercion: s.coercion[FRONT]!, hardening: s.hardening[FRONT]! };
  });

/** A mission of so many people in the hills, every attack deadly. */
function atRisk(overrides: Readonly<Record<string, number>>, input: { people: number; men: number; tension: number; losses: number }): Run {
  const run = tinyRun({ ...overrides, missionAttackNoDeaths: 0 });
  const { s } = run;
  s.presentTroops.fill(0);
  s.presentTroops[HILLS] = input.people;
  s.strength.fill(0);
  s.strength[FRONT_IN_HILLS] = input.men;
  s.tension.fill(input.tension);
  s.recentLosses[FRONT] = input.losses;
  return run;
}

const missionAttacks = formula('mission-attacks', 'people of the mission in a region, men of the front there, tension (0–1), its recent losses (people), its attitude to the mission (−1 to 1) → attacks on the mission (1/day)', 'missionAttackRevenge',
  aroundBase({ people: 850, men: 600, tension: 0.5, losses: 0, attitude: 0 }, { people: [100, 3400], men: [50, 3000], tension: [0.2, 0.9], losses: [20, 300], attitude: [-0.5, 0.5] })
    .concat(grid({ people: [850], men: [1000], tension: [0.8], losses: [100], attitude: [-0.5, 0, 0.5] })), (input, overrides) => {
    // every multiple needs tables of its own; the draw is the same
    const at = (multiple: number): Run => {
      const run = atRisk(overrides, input);
      run.t.attitude[FRONT] = input.attitude - 0.5 * log(multiple);
      missionRisk.run(run);
      return run;
    };
    const first = at(1);
    const u = uniform(first.k0, first.k1, word(STREAMS.missionAttack, 0, 0), first.t.partyRegionKey[FRONT_IN_HILLS]!);
    return { attacksPerDay: rateFrom(-log(u), multiple => at(multiple).s.missionKilledToday[HILLS]! > 0) };
  });

const shock = formula('casualty-shock', 'shock before (0–1), half-saturation of the dead (people) → shock of contributors after a day of a deadly attack', 'casualtyShockDays', grid({ shock: [0, 0.3, 0.8], half: [5, 15, 40] }), (input, overrides) => {
  const run = atRisk({ ...overrides, casualtyShockHalf: input.half }, { people: 3400, men: 3000, tension: 0.9, losses: 300 });
  run.t.attitude[FRONT] = -3;
  run.s.casualtyShock[0] = input.shock;
  missionRisk.run(run);
  return { killed: run.s.missionKilledToday[HILLS]!, shock: run.s.casualtyShock[0] };
});

export const POLITICS_FORMULAS: readonly Formula[] = [need, mortality, reportChance, reportDelay, estimate, councilAttention, decision, hostConsent, talks, ceasefire, sanctionBite, missionAttacks, shock];
