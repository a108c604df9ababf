import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipelineChart, pipelineStages, placeOf, type StageMark } from '../../src/charts/pipeline.ts';

const marks = (...days: number[]): StageMark[] => days.map((day, i) => ({ stage: ['generation', 'lift', 'movement', 'build-up'][i]!, day }));

describe('stages of a pipeline', () => {
  it('follow one another, each ending at its mark', () => {
    expect(pipelineStages(10, marks(30, 45, 50, 60), 100)).toEqual([
      { stage: 'generation', from: 10, to: 30, state: 'done' }, { stage: 'lift', from: 30, to: 45, state: 'done' },
      { stage: 'movement', from: 45, to: 50, state: 'done' }, { stage: 'build-up', from: 50, to: 60, state: 'done' },
    ]);
  });
  it('last to the end where most futures stop, and are not reached after that', () => {
    expect(pipelineStages(10, marks(30, -1, -1), 100).map(({ from, to, state }) => [from, to, state])).toEqual([[10, 30, 'done'], [30, 100, 'open'], [100, 100, 'never']]);
  });
  it('end where the next known one lies when a mark is missing between two', () => {
    expect(pipelineStages(10, marks(30, -1, 50), 100).map(({ from, to }) => [from, to])).toEqual([[10, 30], [30, 50], [50, 50]]);
  });
  it('may run beside the stage before', () => {
    const found = pipelineStages(10, [...marks(30, 45, 80), { stage: 'build-up', day: 90, from: 50 }], 100);
    expect([found[3]!.from, found[3]!.to]).toEqual([50, 90]);
    expect(pipelineStages(10, [...marks(30, -1, -1), { stage: 'build-up', day: -1, from: 50 }], 100)[3]).toEqual({ stage: 'build-up', from: 50, to: 100, state: 'open' });
  });
  it('never run backwards, whatever the marks', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.array(fc.integer({ min: -1, max: 200 }), { minLength: 1, maxLength: 4 }), (begun, days) => {
      const found = pipelineStages(begun, marks(...days), 200);
      expect(found).toHaveLength(days.length);
      let last = begun;
      for (const { from, to, state } of found) {
        expect(to).toBeGreaterThanOrEqual(from);
        if (state === 'done') expect([from, to >= last]).toEqual([last, true]);
        if (state === 'done') last = to;
      }
    }));
  });
});

describe('the axis of a pipeline', () => {
  it('holds stages and spans, and no day after the last', () => {
    const chart = pipelineChart(10, marks(30, 45), 100, [{ low: 60, median: 70, high: 80 }]);
    expect([chart.from, chart.to]).toEqual([10, 83]);
    expect(pipelineChart(10, marks(30, 45), 100, [{ low: 60, median: 170, high: 280 }]).to).toBe(100);
    expect(pipelineChart(10, marks(30, -1), 100).to).toBe(100);
    for (const tick of chart.ticks) expect(tick >= chart.from && tick <= chart.to).toBe(true);
  });
  it('places days from 0 to 1 and keeps those outside at its ends', () => {
    const chart = pipelineChart(0, marks(50), 200);
    expect([placeOf(chart, 0), placeOf(chart, 26), placeOf(chart, 999), placeOf(chart, -5)]).toEqual([0, 0.5, 1, 0]);
  });
  it('has a width even on the last day', () => {
    const chart = pipelineChart(99, marks(-1), 99);
    expect(chart.to).toBeGreaterThan(chart.from);
  });
});
