import { describe, expect, it } from 'vitest';
import { compareReading, differenceClass, drawbacks, MORE_IS_BETTER, OUTCOME_NAMES, regionDifferences, seriesOf } from '../../src/session/compare-reading.ts';
import { OUTCOME_CLAUSES } from '../../src/session/compare-words.ts';
import { comparedPlanOf } from '../../src/session/simulations.ts';
import { OUTCOMES } from '../../src/study/outcomes.ts';
import type { PlanResult } from '../../src/study/results.ts';
import { fakeState } from '../make/fake-session.ts';

const state = fakeState();
const base = state.results['a']!;
const runs = base.runs;

/** The result with an outcome's values replaced. */
const withOutcome = (result: PlanResult, name: keyof PlanResult['outcomes'], value: (run: number) => number): PlanResult => ({ ...result, outcomes: { ...result.outcomes, [name]: Float64Array.from({ length: result.runs }, (_, run) => value(run)) } });

describe('what Compare reads', () => {
  it('knows which outcomes are better when there is more', () => {
    expect([...MORE_IS_BETTER].sort()).toEqual(OUTCOMES.filter(outcome => outcome.better === 'more').map(outcome => outcome.name).sort());
    expect([...OUTCOME_NAMES].sort()).toEqual(OUTCOMES.map(outcome => outcome.name).sort());
    for (const name of OUTCOME_NAMES) {
      expect(Object.keys(OUTCOME_CLAUSES[name])).toEqual(['less', 'more']);
      expect(base.bands[seriesOf(name)]).toBeDefined();
    }
  });

  it('says how often A is better and by how much, A minus B', () => {
    const a = withOutcome(base, 'peakDisplaced', run => 1000 + run);
    const b = withOutcome(base, 'peakDisplaced', run => 1000 + run + (run % 4 === 0 ? -10 : 30));
    const reading = compareReading('peakDisplaced', a, b)!;
    expect(reading.share).toBeCloseTo(0.75, 10);
    expect(reading.below).toBeCloseTo(0.75, 10);
    expect(reading.median).toBe(-30);
    expect(reading.mean).toBeCloseTo(-20, 10);
    expect(reading.ci95[0]).toBeLessThan(-20);
    expect(reading.ci95[1]).toBeGreaterThan(-20);
    // a reach of need goes the other way
    const more = compareReading('needReached', withOutcome(base, 'needReached', () => 0.6), withOutcome(base, 'needReached', () => 0.5))!;
    expect([more.share, more.below]).toEqual([1, 0]);
  });

  it('adds up to a hundred both ways, and calls equal plans equal', () => {
    const a = base;
    const b = state.results['b']!;
    for (const name of OUTCOME_NAMES) {
      const [there, back] = [compareReading(name, a, b)!, compareReading(name, b, a)!];
      expect(there.share + back.share).toBeCloseTo(1, 12);
      expect(there.median).toBeCloseTo(-back.median, 6);
      expect(compareReading(name, a, a)).toMatchObject({ same: true, share: 0.5, median: 0 });
    }
  });

  it('lists what A is worse on, the clearest first', () => {
    const a = withOutcome(withOutcome(base, 'cost', () => 114), 'refugees', run => (run % 3 === 0 ? 0 : 10));
    const b = withOutcome(withOutcome(base, 'cost', () => 100), 'refugees', () => 5);
    const found = drawbacks(a, b, 'peakDisplaced');
    expect(found.map(item => item.outcome)).toEqual(['cost', 'refugees']);
    expect(found[0]!.hundred).toBe(0);
    expect(found[0]!.relative).toBeCloseTo(0.14, 10);
    expect(drawbacks(a, b, 'cost').map(item => item.outcome)).toEqual(['refugees']);
  });

  it('reads regions run by run', () => {
    const R = base.regions.displacedFrom.length / runs;
    const shifted: PlanResult = { ...base, regions: { ...base.regions, displacedFrom: base.regions.displacedFrom.map((value, i) => (i % R === 1 ? value + 50 : value)) } };
    const differences = regionDifferences('displacedFrom', base, shifted);
    expect(differences).toHaveLength(R);
    expect(differences[1]).toMatchObject({ median: -50, p5: -50, p95: -50, below: 1 });
    expect(differenceClass(differences[1]!)).toBe(0);
    expect(differenceClass(differences[0]!)).toBe(2);
    expect(regionDifferences('displacedFrom', shifted, base).map(differenceClass)[1]).toBe(4);
  });

  it('sets the first other plan beside the one being edited, and never the plan itself', () => {
    expect(comparedPlanOf({ ...state, compare: { ...state.compare, other: 'a' } })?.id).not.toBe('a');
    for (const plan of state.document.plans.filter(item => item.id !== 'a')) expect(comparedPlanOf({ ...state, compare: { ...state.compare, other: plan.id } })).toBe(plan);
    expect(comparedPlanOf({ ...state, document: { ...state.document, plans: state.document.plans.slice(0, 1) } })).toBeUndefined();
  });
});
