import { describe, expect, it } from 'vitest';
import { contrast, fillOf, lettersOn, mixed, paletteOf } from '../../src/map/colours.ts';
import { classOf, coarseClass, layerClasses, layerConfidence, layerValue } from '../../src/session/region-values.ts';
import { regionInDirection } from '../../src/session/region-neighbours.ts';
import { mapLegend } from '../../src/session/map-legend.ts';
import { MAP_LAYERS } from '../../src/session/types.ts';
import { fakeModel, fakeState } from '../make/fake-session.ts';
import { smallScenario } from '../make/small-scenario.ts';

const state = fakeState();
const model = state.model!;
const trace = state.trace!;

describe('classes', () => {
  it('put tension on its scale of 1–5 in equal steps', () => {
    const classes = layerClasses(model, 'tension');
    expect([1, 1.79, 1.8, 2.7, 3.4, 4.3, 5].map(value => classOf(value, classes))).toEqual([0, 0, 1, 2, 3, 4, 4]);
    const region = 2;
    const raw = trace.regions.tension[60 * 4 + region]!;
    expect(layerValue(trace, 'tension', 60, region)).toBeCloseTo(1 + 4 * raw, 6);
  });
  it('call little aid the worst class', () => {
    const classes = layerClasses(model, 'needReached');
    expect([0, 0.3, 0.5, 0.7, 1].map(value => classOf(value, classes))).toEqual([4, 3, 2, 1, 0]);
  });
  it('depend on the scenario, rise strictly, and are round', () => {
    for (const layer of MAP_LAYERS) { const { limits } = layerClasses(model, layer); expect([...limits].sort((a, b) => a - b)).toEqual([...limits]); expect(new Set(limits).size).toBe(4); }
    const scenario = smallScenario();
    const bigger = fakeModel({ ...scenario, regions: scenario.regions.map(region => ({ ...region, population: region.population * 10 })) });
    const small = layerClasses(model, 'displaced').limits, large = layerClasses(bigger, 'displaced').limits;
    small.forEach((limit, i) => { expect(large[i]! / limit).toBeCloseTo(10, 9); expect([1, 2, 5]).toContain(Number(String(limit)[0])); });
  });
});

describe('confidence', () => {
  const known = (confidence: number, last: number, day = 100): ReturnType<typeof layerConfidence> => layerConfidence({ ...trace, regions: { ...trace.regions, confidence: new Float32Array(trace.regions.confidence.length).fill(confidence), lastReportDay: new Int16Array(trace.regions.lastReportDay.length).fill(last) } }, 'tension', day, 1);
  it('loses classes as less is known', () => {
    expect([known(0.7, 99), known(0.4, 99), known(0.1, 99), known(0.1, -1), known(0.1, 60)]).toEqual(['high', 'medium', 'low', 'none', 'none']);
    const palette = paletteOf('light');
    const classes = layerClasses(model, 'tension');
    const count = (confidence: 'high' | 'medium' | 'low' | 'none'): number => new Set([1, 2, 3, 4, 5].map(value => fillOf(value, confidence, classes, palette).colour)).size;
    expect([count('high'), count('medium'), count('low'), count('none')]).toEqual([5, 3, 1, 1]);
    expect(fillOf(3, 'low', classes, palette).hatch).toBe('lines');
    expect(fillOf(3, 'none', classes, palette).hatch).toBe('cross');
    expect([0, 1, 2, 3, 4].map(coarseClass)).toEqual([0, 0, 1, 2, 2]);
  });
  it('is whole for what the mission does itself', () => {
    expect(layerConfidence(trace, 'coverage', 50, 0)).toBe('high');
  });
});

describe('letters', () => {
  it('read on every fill of both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      const palette = paletteOf(theme);
      for (const fill of [...palette.tokens.tension, ...palette.tokens.tensionMedium, palette.tokens.tensionLow[0], palette.tokens.noData]) {
        const { ink, halo } = lettersOn(fill, palette);
        expect(contrast(ink, halo), `${theme} ${fill}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink, fill), `${theme} ${fill}`).toBeGreaterThanOrEqual(4);
      }
    }
  });
  it('mixes colours by share', () => {
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(contrast('#000000', '#ffffff')).toBe(21);
  });
});

describe('walking between regions', () => {
  const at = (id: string): number => model.regionIndex[id]!;
  it('goes to the neighbour in a direction and stays at the edge', () => {
    expect(regionInDirection(model, at('capital'), 'right')).toBe(at('east'));
    expect(regionInDirection(model, at('capital'), 'up')).toBe(at('north'));
    expect(regionInDirection(model, at('east'), 'right')).toBe(at('far-east'));
    expect(regionInDirection(model, at('far-east'), 'right')).toBe(at('far-east'));
    expect(regionInDirection(model, at('capital'), 'left')).toBe(at('capital'));
    expect(regionInDirection(model, -1, 'left')).toBe(0);
  });
});

describe('the legend', () => {
  it('lists only what is on', () => {
    const all = mapLegend(state)!;
    expect(all.signs).toEqual(expect.arrayContaining(['route-open', 'people', 'battle', 'mission', 'army', 'group', 'port', 'camp']));
    expect(all.signs).not.toContain('hospital'); // the world has none
    const none = mapLegend({ ...state, marks: { routes: false, units: false, incidents: false, flows: false, sites: false, labels: true } })!;
    expect(none.signs).toEqual([]);
    expect(mapLegend({ ...state, layer: 'coverage' })!.signs).toContain('reach');
    expect(mapLegend({ ...state, layer: 'coverage' })!.confidence).toEqual(['high']);
    expect(mapLegend({ ...state, model: null })).toBeUndefined();
  });
});
