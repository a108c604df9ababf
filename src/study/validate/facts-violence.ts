/** Facts about violence that is left alone: sizes, persistence, excitation, onset, spread, shape. */
import { columnOf, type Fact } from './fact.ts';
import { medianOf, ofMean, ofParts, ofPooled, ofSums, ratioOf, type Estimate } from './estimate.ts';
import type { Rows } from './experiment.ts';
import { nullExperiment } from './null-experiment.ts';
import { onsetExperiment } from './portfolio-experiments.ts';
import { tailExponent, topTenthShare } from './readings.ts';
import { PROXIMITY_CLASSES } from './spread.ts';
import type { Part } from './verdict.ts';

const KINDS = ['moderate', 'war'] as const;
const ofKind = (runs: readonly Rows[], kind: number): Rows[] => runs.filter(rows => rows['kind']![0] === kind);

/** A judged quantity over all countries, and the same for each kind of country, printed beside it. */
function byKind(runs: readonly Rows[], name: string, unit: string, band: Part['band'], estimate: (runs: readonly Rows[]) => Estimate): Part[] {
  return [{ name, unit, band, estimate: estimate(runs) }, ...KINDS.map((kind, k) => ({ name: `${name}, ${kind} countries`, unit, estimate: estimate(ofKind(runs, k)) }))];
}

const pooledSizes = (runs: readonly Rows[]): number[] => runs.flatMap(rows => [...rows['sizes']!]);
const pooled = (name: string) => (runs: readonly Rows[]): Estimate => ofPooled(columnOf(runs, name), medianOf);

export const VIOLENCE_FACTS: readonly Fact[] = [
  {
    id: 'SF-01', title: 'Tail of event sizes', target: 'exponent 2.0 (1.9–2.3) from 5 to 20 dead; largest tenth 60–75 % of deaths; median 1–3', grade: 'A',
    source: 'UCDP GED 20.1, events whose dead were all civilians; Clauset, Young and Gleditsch 2007', recipe: 'null worlds', role: 'used', experiment: nullExperiment,
    read: runs => [
      ...[5, 10, 20].map((xmin): Part => ({ name: `exponent from ${xmin} dead`, unit: 'exponent', band: { low: 1.9, high: 2.3 }, estimate: ofParts(runs, part => tailExponent(pooledSizes(part), xmin)) })),
      { name: 'share of deaths in the largest tenth', unit: 'share', band: { low: 0.6, high: 0.75 }, estimate: ofParts(runs, part => topTenthShare(pooledSizes(part))) },
      { name: 'median deaths', unit: 'people', band: { low: 1, high: 3 }, estimate: ofParts(runs, part => medianOf(Float64Array.from(pooledSizes(part)))) },
    ],
  },
  {
    id: 'SF-02', title: 'Persistence of violent months', target: 'dyad-months 0.67 (0.55–0.75) after violence, 0.03 (0.02–0.20) after quiet; region-months 0.40 (0.30–0.62), 0.09 (0.05–0.16); variance/mean 3–20', grade: 'A',
    source: 'Hultman, Kathman and Shannon 2014 data; ACLED, Central African Republic 2013–22', recipe: 'null worlds', role: 'used', experiment: nullExperiment,
    read: runs => [
      ...byKind(runs, 'violent dyad-months given violent', 'share', { low: 0.55, high: 0.75 }, part => ofSums(columnOf(part, 'dyads'), ratioOf(1, 0))),
      ...byKind(runs, 'violent dyad-months given quiet', 'share', { low: 0.02, high: 0.2 }, part => ofSums(columnOf(part, 'dyads'), ratioOf(3, 2))),
      ...byKind(runs, 'violent region-months given violent', 'share', { low: 0.3, high: 0.62 }, part => ofSums(columnOf(part, 'regions'), ratioOf(1, 0))),
      ...byKind(runs, 'violent region-months given quiet', 'share', { low: 0.05, high: 0.16 }, part => ofSums(columnOf(part, 'regions'), ratioOf(3, 2))),
      ...byKind(runs, 'variance over mean of monthly incidents', 'ratio', { low: 3, high: 20 }, pooled('dispersion')),
    ],
  },
  {
    id: 'SF-08', title: 'Onset risk a year', target: 'under 1 % without recent violence; over 9 % after', grade: 'A', source: 'Mueller 2017; Walter 2010', recipe: 'null worlds', role: 'none', experiment: onsetExperiment,
    note: 'Countries at peace, moderate and at war 2 : 1 : 1, 20 years; conflict is 25 battle deaths a year; recent is within five years, none is ten years without.',
    read: runs => {
      const counts = columnOf(runs, 'counts');
      return [
        { name: 'onsets a year after ten years of peace', unit: 'share', band: { high: 0.01 }, estimate: ofSums(counts, ratioOf(1, 0)) },
        { name: 'onsets a year within five years of conflict', unit: 'share', band: { low: 0.09 }, estimate: ofSums(counts, ratioOf(3, 2)) },
      ];
    },
  },
  {
    id: 'SF-10', title: 'Self-excitation', target: 'branching 0.5 (0.35–0.75); decay 2–40 days', grade: 'B+', source: 'Lewis, Mohler, Brantingham and Bertozzi 2012; ACLED fits, Central African Republic', recipe: 'null worlds', role: 'used', experiment: nullExperiment,
    read: runs => [
      ...byKind(runs, 'branching, constant background', 'ratio', { low: 0.35, high: 0.75 }, pooled('branching')),
      { name: 'decay', unit: 'day', band: { low: 2, high: 40 }, estimate: pooled('decay')(runs) },
      { name: 'branching, monthly background', unit: 'ratio', estimate: pooled('monthlyBranching')(runs) },
    ],
  },
  {
    id: 'SC-04', title: 'Violence expands rather than moves', target: 'violent regions grow in number with intensity; the centre moves less than violence is spread', grade: 'sign', source: 'Schutte and Weidmann 2011', recipe: 'null worlds', role: 'none', experiment: nullExperiment,
    note: 'The centre is taken by half-years with 20 incidents or more.',
    read: runs => [
      { name: 'correlation of incidents with regions touched', unit: 'correlation', band: { low: 0 }, estimate: ofMean(Float64Array.from(runs.flatMap(rows => [...rows['growth']!]))) },
      { name: 'drift of the centre over half a year by spread around it', unit: 'ratio', band: { high: 1 }, estimate: ofSums(columnOf(runs, 'drift'), sums => (sums[0]! / sums[1]!) / (sums[2]! / sums[3]!)) },
    ],
  },
  {
    id: 'SC-07', title: 'An episode without a response is front-loaded', target: 'the first fifth of the months holds over a fifth of the deaths', grade: 'sign', source: 'Hultman, Kathman and Shannon data, 70 episodes', recipe: 'null worlds', role: 'used', experiment: nullExperiment,
    note: 'Episodes of 100 deaths and five months or more between 24 quiet months.',
    read: runs => [{ name: 'share of deaths in the first fifth of the months', unit: 'share', band: { low: 0.2 }, estimate: ofPooled(columnOf(runs, 'firstFifth'), values => values.reduce((a, b) => a + b, 0) / values.length) }],
  },
  {
    id: 'SC-08', title: 'Events cluster in space and time', target: 'pairs of events exceed chance most at short distance and lag, and fade with both', grade: 'sign', source: 'ACLED, Central African Republic', recipe: 'null worlds', role: 'none', experiment: nullExperiment,
    note: 'Ratio of pairs to those expected if each region’s incidents fell on any week alike.',
    read: runs => {
      const rows = runs.map(run => Float64Array.from([...run['pairs']!, ...run['expectedPairs']!]));
      const n = 3 * PROXIMITY_CLASSES;
      const excess = (sums: Float64Array, distance: number, lag: number): number => sums[distance * PROXIMITY_CLASSES + lag]! / sums[n + distance * PROXIMITY_CLASSES + lag]!;
      const more = (name: string, a: readonly [number, number], b: readonly [number, number]): Part => ({ name, unit: 'ratio', band: { low: 1 }, estimate: ofSums(rows, sums => excess(sums, ...a) / excess(sums, ...b)) });
      return [
        { name: 'excess in the same region within a week', unit: 'ratio', band: { low: 1 }, estimate: ofSums(rows, sums => excess(sums, 0, 0)) },
        more('same region, within a week over 2 to 4 weeks', [0, 0], [0, 1]), more('same region, 2 to 4 over 5 to 12 weeks', [0, 1], [0, 2]), more('same region, 5 to 12 over 13 to 26 weeks', [0, 2], [0, 3]),
        more('within a week, same region over near regions', [0, 0], [1, 0]), more('within a week, near over far regions', [1, 0], [2, 0]),
      ];
    },
  },
];
