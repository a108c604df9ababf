/** Facts about warning, talks, sanctions, the Council, neighbours, and people in need. */
import { campExperiment } from './camp-experiment.ts';
import { besides, columnOf, type Fact } from './fact.ts';
import { medianOf, ofMean, ofMedian, ofParts, ofPooled, ofSums, ratioOf, type Estimate } from './estimate.ts';
import type { Rows } from './experiment.ts';
import { missionExperiment, toll, TOLL } from './mission-experiment.ts';
import { NULL_DAYS, nullExperiment } from './null-experiment.ts';
import { authorisationExperiment, ceasefireExperiment, sanctionExperiment, talksExperiment } from './politics-experiments.ts';
import { neighbourExperiment } from './portfolio-experiments.ts';
import { COERCES, CONSTRAINS, SIGNALS } from '../../engine/mechanisms/sanctions.ts';
import { areaUnderCurve, type Ranked } from './readings.ts';
import type { Part } from './verdict.ts';
import { WARNING_FIELDS, warningExperiment } from './warning-experiment.ts';

/** Region-months of some runs with what came of them: `at` 2 next month, 3 the sixth; only after six quiet months when asked. */
function ranked(runs: readonly Rows[], at: 2 | 3, quietOnly = false): Ranked[] {
  const list: Ranked[] = [];
  for (const { cases } of runs) for (let i = 0; i < cases!.length; i += WARNING_FIELDS) {
    if (!quietOnly || cases![i + 4] === 1) list.push({ estimate: cases![i + 1]!, happened: cases![i + at] === 1 });
  }
  return list;
}

/** Share of the violent region-months of the next month that the riskiest tenth of regions holds, month by month. */
function caughtByTopTenth(runs: readonly Rows[]): number {
  const months = new Map<number, Ranked[]>();
  for (const { cases } of runs) for (let i = 0; i < cases!.length; i += WARNING_FIELDS) {
    const list = months.get(cases![i]!) ?? [];
    list.push({ estimate: cases![i + 1]!, happened: cases![i + 2] === 1 });
    months.set(cases![i]!, list);
  }
  let caught = 0;
  let happened = 0;
  for (const list of months.values()) {
    list.sort((a, b) => b.estimate - a.estimate);
    happened += list.filter(row => row.happened).length;
    caught += list.slice(0, Math.round(list.length / 10)).filter(row => row.happened).length;
  }
  return happened > 0 ? caught / happened : NaN;
}

const auc = (runs: readonly Rows[], at: 2 | 3, quietOnly = false): Estimate => ofParts(runs, part => areaUnderCurve(ranked(part, at, quietOnly)));
const ofKind = (runs: readonly Rows[], kind: number): Rows[] => runs.filter(rows => rows['kind']![0] === kind);

const served = (runs: readonly Rows[], arm: string, at: number): Estimate => ofSums(columnOf(runs, arm), ratioOf(at + 1, at));

/** Ratio between two arms of the people who crossed a border, as a share of all who fled. */
function abroadShare(runs: readonly Rows[], arm: string, against: string): Estimate {
  const share = (sums: Float64Array, from: number): number => sums[from + toll('movedAbroad')]! / (sums[from + toll('movedAbroad')]! + sums[from + toll('movedInside')]!);
  return ofSums(besides(runs, arm, against), sums => share(sums, 0) / share(sums, TOLL.length));
}

export const POLITICS_FACTS: readonly Fact[] = [
  {
    id: 'SF-07', title: 'What UN sanctions achieve', target: 'coerce 10 % (8–22), constrain 24 % (20–40), signal 29 %; any 38 %', grade: 'A', source: 'UN SanctionsApp', recipe: 'process', role: 'input', experiment: sanctionExperiment,
    note: 'Bands of signalling and of any purpose: two or three points around the published shares.',
    read: runs => {
      const outcomes = columnOf(runs, 'outcomes');
      const share = (name: string, has: (bits: number) => boolean, low: number, high: number): Part => ({ name, unit: 'share', band: { low, high }, estimate: ofMean(outcomes.flatMap(list => [...list].map(bits => (has(bits) ? 1 : 0)))) });
      return [share('coerce', bits => (bits & COERCES) !== 0, 0.08, 0.22), share('constrain', bits => (bits & CONSTRAINS) !== 0, 0.2, 0.4), share('signal', bits => (bits & SIGNALS) !== 0, 0.26, 0.32), share('any', bits => bits !== 0, 0.36, 0.4)];
    },
  },
  {
    id: 'SF-11', title: 'Skill of warning', target: 'area under the curve 0.82 (0.78–0.88) a month ahead, about 0.75 at six; 0.68 (0.60–0.72) after six quiet months; riskiest tenth catches 30–40 %', grade: 'B+',
    source: 'ACLED, Central African Republic, 70 districts; Goldstone et al. 2010; Early Warning Project', recipe: 'warning', role: 'used', experiment: warningExperiment, note: 'At six months: within five points of 0.75. Over 0.95 would be a leak from hidden state.',
    read: runs => [
      { name: 'area under the curve, one month ahead', unit: 'AUC', band: { low: 0.78, high: 0.88 }, estimate: auc(runs, 2) },
      { name: 'one month ahead, moderate countries', unit: 'AUC', estimate: auc(ofKind(runs, 0), 2) },
      { name: 'one month ahead, countries at war', unit: 'AUC', estimate: auc(ofKind(runs, 1), 2) },
      { name: 'six months ahead', unit: 'AUC', band: { low: 0.7, high: 0.8 }, estimate: auc(runs, 3) },
      { name: 'one month ahead, quiet for six months', unit: 'AUC', band: { low: 0.6, high: 0.72 }, estimate: auc(runs, 2, true) },
      { name: 'violent region-months caught by the riskiest tenth', unit: 'share', band: { low: 0.3, high: 0.4 }, estimate: ofParts(runs, caughtByTopTenth) },
    ],
  },
  {
    id: 'SF-14', title: 'Success of mediation', target: '41 % of episodes (30–45); 22 % beside observers freezing a live war; high early and late, low between', grade: 'B', source: 'Greig and Diehl 2005; Regan and Stam 2000', recipe: 'process', role: 'used', experiment: talksExperiment, note: 'Beside observers: within eight points of 22 %.',
    read: runs => {
      const success = columnOf(runs, 'success');
      return [
        { name: 'success without a mission', unit: 'share', band: { low: 0.3, high: 0.45 }, estimate: ofMean(success.map(row => row[0]!)) },
        { name: 'success beside observers only', unit: 'share', band: { low: 0.14, high: 0.3 }, estimate: ofMean(success.map(row => row[1]!)) },
        { name: 'early over middle', unit: 'ratio', band: { low: 1 }, estimate: ofSums(success, ratioOf(2, 3)) },
        { name: 'late over middle', unit: 'ratio', band: { low: 1 }, estimate: ofSums(success, ratioOf(4, 3)) },
      ];
    },
  },
  {
    id: 'SF-15', title: 'From crisis to authorisation', target: 'median about 12 months (1–54); days where a mission exists', grade: 'B', source: 'Darfur, Côte d’Ivoire, Mali, South Sudan', recipe: 'process', role: 'used', experiment: authorisationExperiment, note: 'Median within a third of 12 months; with a mission under 45 days.',
    read: runs => {
      const days = columnOf(runs, 'days');
      return [
        { name: 'median without a mission', unit: 'month', band: { low: 8, high: 16 }, estimate: ofMedian(days.map(row => row[0]! / 30.4375)) },
        { name: 'median with a mission', unit: 'day', band: { high: 45 }, estimate: ofMedian(days.map(row => row[1]!)) },
        { name: 'decided within 54 months', unit: 'share', estimate: ofMean(days.map(row => (row[0]! <= 54 * 30.4375 ? 1 : 0))) },
      ];
    },
  },
  {
    id: 'SF-19', title: 'Excess deaths and death in camps', target: 'indirect deaths by violent ones 1–4; new camps over 1 for 10,000 a day, under 1 within three to six months when served', grade: 'C+', source: 'Checchi et al. 2018; Spiegel et al. 2002; Geneva Declaration 2008', recipe: 'null worlds', role: 'used', experiment: nullExperiment,
    read: runs => [{ name: 'indirect by violent deaths', unit: 'ratio', band: { low: 1, high: 4 }, estimate: ofSums(columnOf(runs, 'excess'), ratioOf(0, 1)) }],
    also: {
      experiment: campExperiment,
      read: runs => [
        { name: 'deaths for 10,000 and day in the first month, not served', unit: 'people', band: { low: 1 }, estimate: served(runs, 'without', 0) },
        { name: 'three to six months on, served', unit: 'people', band: { high: 1 }, estimate: served(runs, 'served', 2) },
        { name: 'three to six months on, not served', unit: 'people', estimate: served(runs, 'without', 2) },
      ],
    },
  },
  {
    id: 'SF-20', title: 'Displaced people by reported death', target: '15–60 over a crisis, over 100 in the first two weeks; abroad more from the State and to richer neighbours; missions lower flight inside, not abroad', grade: 'C', source: 'South Sudan 2013–18, Darfur; Moore and Shellman 2006; Costalli, Di Salvatore and Ruggeri 2024', recipe: 'null worlds', role: 'used', experiment: nullExperiment,
    note: `Whole crisis: people displaced at the peak of ${NULL_DAYS / 365} years by all reported violent deaths. First two weeks: after 60 quiet days, with 50 dead or more.`,
    read: runs => [
      { name: 'displaced at the peak by reported violent death, median', unit: 'people', band: { low: 15, high: 60 }, estimate: ofPooled(columnOf(runs, 'displaced').map(row => (row[1]! > 0 ? [row[0]! / row[1]!] : [])), medianOf) },
      { name: 'fled by reported violent death in the first two weeks', unit: 'people', band: { low: 100 }, estimate: ofSums(columnOf(runs, 'starts'), ratioOf(0, 1)) },
    ],
    also: {
      experiment: missionExperiment,
      read: runs => [
        { name: 'share abroad where the State kills, over where rebels do', unit: 'ratio', band: { low: 1 }, estimate: abroadShare(runs, 'hostNone', 'none') },
        { name: 'share abroad beside a richer neighbour', unit: 'ratio', band: { low: 1 }, estimate: abroadShare(runs, 'richNeighbour', 'none') },
        { name: 'flight inside the country, twelve battalions', unit: 'ratio', band: { high: 1 }, estimate: ofSums(besides(runs, 'twelve', 'none'), ratioOf(toll('movedInside'), TOLL.length + toll('movedInside'))) },
        { name: 'flight abroad, twelve battalions', unit: 'ratio', band: { low: 0.95 }, estimate: ofSums(besides(runs, 'twelve', 'none'), ratioOf(toll('movedAbroad'), TOLL.length + toll('movedAbroad'))) },
      ],
    },
  },
  {
    id: 'SC-06', title: 'Conflict next door', target: 'raises onset; much less when a mission is in that conflict', grade: 'sign', source: 'Beardsley 2011', recipe: 'paired worlds', role: 'none', experiment: neighbourExperiment,
    note: 'The second half is not simulated: a neighbour of a scenario has no field for a mission.',
    read: runs => [{ name: 'years in conflict beside a neighbour at war', unit: 'ratio', band: { low: 1 }, estimate: ofSums(columnOf(runs, 'years'), ratioOf(1, 0)) }],
  },
  {
    id: 'SC-10', title: 'Agreements age', target: 'mediated agreements fail faster after two years, unless backed by troops', grade: 'sign', source: 'Beardsley 2008', recipe: 'process', role: 'input', experiment: ceasefireExperiment,
    read: runs => [
      { name: 'hazard after two years over that of the second, no troops', unit: 'ratio', band: { low: 1 }, estimate: ofSums(columnOf(runs, 'alone'), sums => (sums[3]! / sums[2]!) / (sums[1]! / sums[0]!)) },
      { name: 'hazard after two years, troops over none', unit: 'ratio', band: { high: 1 }, estimate: ofSums(besides(runs, 'backed', 'alone'), sums => (sums[3]! / sums[2]!) / (sums[7]! / sums[6]!)) },
    ],
  },
];
