/** Facts about missions: how fast they grow, what they hold back, what they lose, when they come too late. */
import { baseExperiment, BASE_MONTHS, RADII } from './base-experiment.ts';
import { endingExperiment, optionsExperiment } from './atrocity-experiments.ts';
import { besides, columnOf, type Fact } from './fact.ts';
import { ofMean, ofMedian, ofSums, ofTrials, ratioOf, type Estimate } from './estimate.ts';
import type { Rows } from './experiment.ts';
import { missionExperiment, toll, TOLL } from './mission-experiment.ts';
import { DELAYS, delayExperiment, portfolioExperiment, relapseExperiment } from './portfolio-experiments.ts';
import { rampExperiment } from './ramp-experiment.ts';
import { riskExperiment } from './risk-experiment.ts';
import type { Part } from './verdict.ts';

/** Ratio of a sum between two arms of the mission experiment. */
function armRatio(runs: readonly Rows[], what: (typeof TOLL)[number], arm: string, against = 'none'): Estimate {
  return ofSums(besides(runs, arm, against), ratioOf(toll(what), TOLL.length + toll(what)));
}

/** Ratio of a reading at one radius with the base to that without. */
function baseRatio(runs: readonly Rows[], perpetrator: 'rebels' | 'government', read: (dead: Float64Array, offset: number) => number): Estimate {
  return ofSums(besides(runs, `${perpetrator} dead base`, `${perpetrator} dead without`), sums => read(sums, 0) / read(sums, RADII.length));
}
const within = (km: (typeof RADII)[number]) => (dead: Float64Array, offset: number): number => dead[offset + RADII.indexOf(km)]!;
const ring = (from: (typeof RADII)[number], to: (typeof RADII)[number]) => (dead: Float64Array, offset: number): number => within(to)(dead, offset) - within(from)(dead, offset);

const rampMedian = (runs: readonly Rows[], arm: string, at: number): Estimate => ofMedian(columnOf(runs, arm).map(row => row[at]!));

export const PEACEKEEPING_FACTS: readonly Fact[] = [
  {
    id: 'SF-03', title: 'Deployment ramp after authorisation', target: 'half of the 36-month peak after 5–8 months (re-hatted 3–5, from scratch inland 8–13), nine tenths after 12–20; plateau 92.5 % (88–96) of the ceiling', grade: 'A',
    source: 'Geo-PKO, ten missions; Rappa 2016', recipe: 'process', role: 'used', experiment: rampExperiment,
    read: runs => [
      { name: 'half of the peak, median', unit: 'month', band: { low: 5, high: 8 }, estimate: rampMedian(runs, 'standard', 0) },
      { name: 'nine tenths of the peak, median', unit: 'month', band: { low: 12, high: 20 }, estimate: rampMedian(runs, 'standard', 1) },
      { name: 'plateau by ceiling, mean', unit: 'share', band: { low: 0.88, high: 0.96 }, estimate: ofMean(columnOf(runs, 'standard').map(row => row[2]!)) },
      { name: 'half, five of twelve battalions re-hatted', unit: 'month', band: { low: 3, high: 5 }, estimate: rampMedian(runs, 'partly', 0) },
      { name: 'half, inland over 1,300 km of road', unit: 'month', band: { low: 8, high: 13 }, estimate: rampMedian(runs, 'inland', 0) },
      { name: 'half, all re-hatted', unit: 'month', estimate: rampMedian(runs, 'wholly', 0) },
    ],
  },
  {
    id: 'SF-04', title: 'An unassisted mission reaches an attack under way', target: '20 % (10–30)', grade: 'A', source: 'OIOS 2014 (A/68/787), 507 incidents', recipe: 'process', role: 'none',
    reason: 'Nobody in the model answers a single attack: presence lowers the rate of killing, and no unit moves to an incident.', read: () => [],
  },
  {
    id: 'SF-05', title: 'Opening a base: rebels deterred, the government not', target: 'killing inside 20 km within three months: rebels × 0.5 (0.4–0.7), government × 1.0 (0.75–1.3)', grade: 'B',
    source: 'Kunkel; Fjelde, Hultman and Nilsson 2019; Phayal and Prins 2020', recipe: 'paired worlds', role: 'none', experiment: baseExperiment, note: 'Cells of 20 km; one company of 150.',
    read: runs => [
      { name: 'killed by rebels within 20 km', unit: 'ratio', band: { low: 0.4, high: 0.7 }, estimate: baseRatio(runs, 'rebels', within(20)) },
      { name: 'killed by the government within 20 km', unit: 'ratio', band: { low: 0.75, high: 1.3 }, estimate: baseRatio(runs, 'government', within(20)) },
    ],
  },
  {
    id: 'SF-06', title: 'Deaths of the mission', target: 'for 1,000 people and year: all causes 1.0 (0.8–1.5), hostile 0.4 (0.2–0.6); over half attacked; more with strong rebels and after their losses', grade: 'A',
    source: 'SIPRI 2015; Cruz report; Salverda 2013; Fjelde, Hultman and Lindberg Bromley 2016', recipe: 'process', role: 'used', experiment: riskExperiment, note: 'Quiet, moderate and war countries in equal parts; an attack counts when it kills.',
    read: runs => {
      const sums = columnOf(runs, 'sums');
      return [
        { name: 'hostile deaths for 1,000 and year', unit: 'people', band: { low: 0.2, high: 0.6 }, estimate: ofSums(sums, ratioOf(1, 0)) },
        { name: 'deaths of all causes for 1,000 and year', unit: 'people', band: { low: 0.8, high: 1.5 }, estimate: ofSums(sums, all => (all[1]! + all[2]!) / all[0]!) },
        { name: 'missions with a deadly attack in three years', unit: 'share', band: { low: 0.5 }, estimate: ofTrials(sums.filter(row => row[1]! > 0).length, sums.length) },
        { name: 'hostile deaths with twice as many rebels', unit: 'ratio', band: { low: 1 }, estimate: ofSums(besides(runs, 'doubled', 'sums'), all => (all[1]! / all[0]!) / (all[4]! / all[3]!)) },
        { name: 'hostile deaths after months of heavy rebel losses', unit: 'ratio', band: { low: 1 }, estimate: ofSums(columnOf(runs, 'months'), all => (all[3]! / all[2]!) / (all[1]! / all[0]!)) },
      ];
    },
  },
  {
    id: 'SF-09', title: 'Battle deaths under 10,000 troops', target: '× 0.41 (0.25–0.70); monotone in troops', grade: 'B+', source: 'Hultman, Kathman and Shannon 2014, re-estimated', recipe: 'paired worlds', role: 'input', experiment: missionExperiment, note: 'Twelve battalions, 10,200 troops; three years after the first month.',
    read: runs => [
      { name: 'battle deaths, twelve battalions', unit: 'ratio', band: { low: 0.25, high: 0.7 }, estimate: armRatio(runs, 'battleDeaths', 'twelve') },
      { name: 'three battalions over none', unit: 'ratio', band: { high: 1 }, estimate: armRatio(runs, 'battleDeaths', 'three') },
      { name: 'six over three', unit: 'ratio', band: { high: 1 }, estimate: armRatio(runs, 'battleDeaths', 'six', 'three') },
      { name: 'twelve over six', unit: 'ratio', band: { high: 1 }, estimate: armRatio(runs, 'battleDeaths', 'twelve', 'six') },
      { name: 'under the preset published', unit: 'ratio', estimate: armRatio(runs, 'battleDeaths', 'publishedTwelve', 'publishedNone') },
    ],
  },
  {
    id: 'SF-12', title: 'Civilian deaths under 8,000–10,000 troops where rebels do most of the killing', target: '× 0.4 (0.15–0.60), preset conservative', grade: 'B', source: 'Hultman, Kathman and Shannon 2013, re-estimated', recipe: 'paired worlds', role: 'input', experiment: missionExperiment,
    read: runs => [
      { name: 'civilians killed, twelve battalions', unit: 'ratio', band: { low: 0.15, high: 0.6 }, estimate: armRatio(runs, 'civiliansKilled', 'twelve') },
      { name: 'under the preset published', unit: 'ratio', estimate: armRatio(runs, 'civiliansKilled', 'publishedTwelve', 'publishedNone') },
      { name: 'share of one-sided deaths by rebels and militias, no mission', unit: 'share', estimate: ofSums(columnOf(runs, 'none'), sums => 1 - sums[toll('killedByHost')]! / sums[toll('killedInAttacks')]!) },
    ],
  },
  {
    id: 'SF-13', title: 'Radius of protection from rebels', target: 'five or more killed in a month: −2.2 to −2.5 points within 15–20 km; smaller beyond, same sign', grade: 'B-', source: 'Kunkel, bases and UCDP', recipe: 'paired worlds', role: 'none', experiment: baseExperiment,
    note: 'Band of the change: 95 % interval of the two published estimates. The country is as violent as places where bases opened (any killing within 10 km in 1.7 % of months), which is printed.',
    read: runs => {
      const months = BASE_MONTHS * runs.length;
      const many = besides(runs, 'rebels many base', 'rebels many without');
      const change = (km: (typeof RADII)[number]): Estimate => ofSums(many, sums => 100 * (within(km)(sums, 0) - within(km)(sums, RADII.length)) / months);
      const relative = (sums: Float64Array, read: (sums: Float64Array, offset: number) => number): number => read(sums, 0) / read(sums, RADII.length);
      const dead = besides(runs, 'rebels dead base', 'rebels dead without');
      return [
        { name: 'change of the chance of five or more killed within 20 km', unit: 'points a month', band: { low: -4, high: -0.7 }, estimate: change(20) },
        { name: 'killing within 20 km by killing from 20 to 50 km, with over without', unit: 'ratio', band: { high: 1 }, estimate: ofSums(dead, sums => relative(sums, within(20)) / relative(sums, ring(20, 50))) },
        { name: 'killing from 20 to 50 km', unit: 'ratio', band: { high: 1 }, estimate: ofSums(dead, sums => relative(sums, ring(20, 50))) },
        { name: 'chance of any killing within 10 km without a base', unit: 'percent a month', estimate: ofSums(columnOf(runs, 'rebels any without'), sums => 100 * within(10)(sums, 0) / months) },
        { name: 'chance of five or more killed within 20 km without a base', unit: 'percent a month', estimate: ofSums(many, sums => 100 * within(20)(sums, RADII.length) / months) },
      ];
    },
  },
  {
    id: 'SF-16', title: 'Observers alone, police alone', target: 'observers: civilians killed × 0.95–1.3; police: no effect on battle deaths', grade: 'B-', source: 'Hultman, Kathman and Shannon 2013, 2014', recipe: 'paired worlds', role: 'input', experiment: missionExperiment, note: 'No effect: within 5 %.',
    read: runs => [
      { name: 'civilians killed beside observers', unit: 'ratio', band: { low: 0.95, high: 1.3 }, estimate: armRatio(runs, 'civiliansKilled', 'observers') },
      { name: 'battle deaths beside police', unit: 'ratio', band: { low: 0.95, high: 1.05 }, estimate: armRatio(runs, 'battleDeaths', 'police') },
    ],
  },
  {
    id: 'SF-17', title: 'Portfolio of countries', target: 'country-years in major conflict −45 to −67 % with large missions and strong mandates against none; weak mandates much less', grade: 'B-', source: 'Hegre, Hultman and Nygård 2019 (a simulation)', recipe: 'paired worlds', role: 'none', experiment: portfolioExperiment,
    note: '24 countries, 13 missions of twelve battalions with a robust mandate, or of two without, ordered when a year’s battle deaths reach 25, first come first served; major conflict is 1,000 battle deaths a year.',
    read: runs => {
      const change = (arm: string, at: number): Estimate => ofSums(besides(runs, arm, 'none'), sums => 100 * (sums[at]! / sums[3 + at]! - 1));
      return [
        { name: 'country-years in major conflict, strong', unit: 'percent', band: { low: -67, high: -45 }, estimate: change('strong', 0) },
        { name: 'fall under weak mandates by fall under strong ones', unit: 'ratio', band: { high: 0.5 }, estimate: ofSums(besides(runs, 'weak', 'strong', 'none'), sums => (sums[6]! - sums[0]!) / (sums[6]! - sums[3]!)) },
        { name: 'country-years in conflict (25 battle deaths), strong', unit: 'percent', estimate: change('strong', 1) },
        { name: 'country-years in major conflict without missions', unit: 'share', estimate: ofMean(columnOf(runs, 'none').map(row => row[0]! / (24 * 13))) },
      ];
    },
  },
  {
    id: 'SF-18', title: 'Rwanda-type killing: what options save', target: 'of the toll: 6,000 effective on day 34 20 % (15–25); 15,000 by phases 25 % (20–30); 5,000 in the capital before onset over 50 %; speed beats size', grade: 'C+', source: 'Kuperman 2000 (a judgement); Feil 1998 disputes it', recipe: 'case', role: 'none', experiment: optionsExperiment,
    note: 'A generated dense country whose killers are a militia; a government is not deterred in the model. Robust mandate under consent. The curve of the killing is set to the case by campaignSurge 8, the end of its range.',
    read: runs => {
      const tolls = columnOf(runs, 'tolls');
      const saved = (at: number): Estimate => ofSums(tolls, sums => 100 * (1 - sums[at]! / sums[0]!));
      return [
        { name: '6,000 from day 34', unit: 'percent', band: { low: 15, high: 25 }, estimate: saved(2) },
        { name: '15,000 by phases', unit: 'percent', band: { low: 20, high: 30 }, estimate: saved(3) },
        { name: '5,000 in the capital before onset', unit: 'percent', band: { low: 50 }, estimate: saved(4) },
        { name: 'saved by 6,000 twice as fast over 12,000', unit: 'ratio', band: { low: 1 }, estimate: ofSums(tolls, sums => (sums[0]! - sums[5]!) / (sums[0]! - sums[6]!)) },
        { name: 'share of deaths in the first 24 days', unit: 'share', band: { low: 0.6, high: 0.73 }, estimate: ofSums(tolls, ratioOf(1, 0)) },
      ];
    },
  },
  {
    id: 'SC-01', title: 'Troops and a government that kills', target: 'one-sided deaths −25 % to +30 %', grade: 'sign', source: 'Fjelde, Hultman and Nilsson 2019; Carnegie and Mikulaschek 2020; Kunkel', recipe: 'paired worlds', role: 'input', experiment: missionExperiment,
    read: runs => [{ name: 'killed by the government, twelve battalions', unit: 'ratio', band: { low: 0.75, high: 1.3 }, estimate: armRatio(runs, 'killedByHost', 'hostTwelve', 'hostNone') }],
  },
  {
    id: 'SC-02', title: 'A determined government', target: 'force under consent ends the killing in under 10 % of runs with 50,000 dead or more', grade: 'sign', source: 'Conley and Hazlett 2021', recipe: 'paired worlds', role: 'none', experiment: endingExperiment,
    note: 'Ended: from day 80 to 140 less than a tenth is killed of what is killed without the force.',
    read: runs => {
      const vast = columnOf(runs, 'endings').filter(([dead, without]) => dead! >= 50_000 && without! > 0);
      return [
        { name: 'runs in which force ends the killing', unit: 'share', band: { high: 0.1 }, estimate: ofTrials(vast.filter(([, without, during]) => during! < 0.1 * without!).length, vast.length) },
        { name: 'runs with 50,000 dead or more', unit: 'share', estimate: ofTrials(vast.length, runs.length) },
      ];
    },
  },
  {
    id: 'SC-03', title: 'Alert networks and mobile reserves', target: '50–85 % of warned threats get some response', grade: 'sign', source: 'MONUSCO 2017–18, 6,170 alerts', recipe: 'process', role: 'none',
    reason: 'Nobody in the model answers a single alert: alert levels start orders of a plan, and no reserve is sent to a threat.', read: () => [],
  },
  {
    id: 'SC-05', title: 'Relapse', target: 'lower with a mission, lower again with a larger one, falling with time at peace', grade: 'sign', source: 'Fortna 2008; Gilligan and Sergenti 2008; Collier, Hoeffler and Söderbom 2008', recipe: 'paired worlds', role: 'none', experiment: relapseExperiment,
    note: 'Battalions ordered after 180 quiet days; relapse is 25 battle deaths within a year, in the three years after. Any battle death within a year of quiet: 37 % in the record.',
    read: runs => {
      const relapsed = columnOf(runs, 'relapsed').filter(row => row.length > 0);
      return [
        { name: 'relapse, twelve battalions over none', unit: 'ratio', band: { high: 1 }, estimate: ofSums(relapsed, ratioOf(2, 0)) },
        { name: 'relapse, twelve over four', unit: 'ratio', band: { high: 1 }, estimate: ofSums(relapsed, ratioOf(2, 1)) },
        { name: 'hazard after a year over hazard of the first half-year', unit: 'ratio', band: { high: 1 }, estimate: ofSums(columnOf(runs, 'hazard'), sums => (sums[3]! / sums[2]!) / (sums[1]! / sums[0]!)) },
        { name: 'relapse within three years without a mission', unit: 'share', estimate: ofSums(relapsed, ratioOf(0, 3)) },
        { name: 'any battle death within a year without a mission', unit: 'share', estimate: ofSums(relapsed, ratioOf(4, 3)) },
      ];
    },
  },
  {
    id: 'SC-09', title: 'The cost of delay', target: 'deaths averted fall with every delay', grade: 'sign', source: 'front-loading of episodes; Phayal and Prins 2020; Kathman and Benson 2019', recipe: 'paired worlds', role: 'none', experiment: delayExperiment,
    read: runs => {
      const dead = columnOf(runs, 'dead');
      const step = (k: number): Part => ({ name: `more deaths by ordering on day ${DELAYS[k]} than on day ${DELAYS[k - 1]}`, unit: 'percent', band: { low: 0 }, estimate: ofSums(dead, sums => 100 * (sums[1 + k]! - sums[k]!) / sums[0]!) });
      return [{ name: 'deaths averted by ordering on day 0', unit: 'percent', band: { low: 0 }, estimate: ofSums(dead, sums => 100 * (1 - sums[1]! / sums[0]!)) }, ...DELAYS.slice(1).map((_, k) => step(k + 1))];
    },
  },
];
