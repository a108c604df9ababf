import { beforeAll, describe, expect, it } from 'vitest';
import { UNIT_PHASES } from '../../src/engine/schedule.ts';
import { buildBase, type MapBase } from '../../src/map/base.ts';
import { paletteOf } from '../../src/map/colours.ts';
import type { Point } from '../../src/map/geometry.ts';
import { insideRings } from '../../src/map/geometry.ts';
import { flowsOf, MOST_ARROWS } from '../../src/map/layers/flows.ts';
import { INCIDENT_DAYS, incidentsOf } from '../../src/map/layers/incidents.ts';
import { partyPresence, unitStacks } from '../../src/map/layers/units.ts';
import { labelAt, type Label } from '../../src/map/marks.ts';
import { boxAt, createOccupancy, touches } from '../../src/map/occupancy.ts';
import { buildScene } from '../../src/map/scene-model.ts';
import type { SceneInput } from '../../src/map/scene-input.ts';
import { sceneSvg } from '../../src/map/svg-map.ts';
import { fakeModel, fakePlans, fakeTrace } from '../make/fake-session.ts';
import { smallScenario } from '../make/small-scenario.ts';

const scenario = smallScenario();
const model = fakeModel(scenario);
const [plan] = fakePlans(scenario);
const trace = fakeTrace(plan!, model, 20);
const measure = (text: string, size: number): number => text.length * size * 0.56;
let base: MapBase;
let input: SceneInput;

beforeAll(async () => {
  base = await buildBase(model);
  input = { base, trace, plan, day: 80, layer: 'tension', marks: { routes: true, units: true, incidents: true, flows: true, sites: true, labels: true }, selected: 2, palette: paletteOf('light'), language: 'en', level: 0, scale: 2, measure };
});

const pixels = (label: Label, scale: number): ReturnType<typeof boxAt> => boxAt([label.at[0] * scale, label.at[1] * scale], measure(label.text, label.size), label.size, label.dx, label.dy);

describe('the base', () => {
  it('has a heart inside every region and picks it there', () => {
    base.regions.forEach((region, r) => {
      expect(insideRings(region.rings, region.heart)).toBe(true);
      expect(base.picker.at(region.heart)).toBe(r);
      expect(region.spots.every(spot => insideRings(region.rings, spot.at) && spot.clear >= 0)).toBe(true);
    });
    expect(base.picker.at([-5000, 0])).toBe(-1);
  });
  it('draws the smaller region where two overlap', async () => {
    const ring = (size: number): [number, number][] => [[0, 0], [size, 0], [size, size], [0, size]];
    const overlapping = fakeModel({ ...scenario, regions: scenario.regions.map((region, i) => ({ ...region, centre: [5 + i * 100, 5] as [number, number], polygon: [i === 0 ? ring(60) : i === 1 ? ring(20) : ring(4).map(([x, y]) => [x + 200 + 9 * i, y] as [number, number])] })) });
    const { picker } = await buildBase(overlapping);
    expect(picker.at([10, -10])).toBe(1);
    expect(picker.at([40, -40])).toBe(0);
  });
});

describe('a scene', () => {
  it('is the same for the same day, and another for another', () => {
    expect(buildScene(input)).toEqual(buildScene(input));
    expect(buildScene({ ...input, day: 20 }).fills).not.toEqual(buildScene(input).fills);
  });
  it('draws only what is on', () => {
    const none = { routes: false, units: false, incidents: false, flows: false, sites: false, labels: false };
    const bare = buildScene({ ...input, marks: none });
    expect(bare.symbols).toEqual([]);
    expect(bare.labels).toEqual([]);
    expect(bare.ink.filter(mark => mark.kind === 'glyph')).toEqual([]);
    expect(buildScene({ ...input, marks: { ...none, units: true } }).symbols.length).toBeGreaterThan(0);
  });
  it('names every region once, within the map', () => {
    const names = buildScene(input).labels.filter(label => label.key.startsWith('region '));
    expect(names.map(label => label.text).sort()).toEqual(scenario.regions.map(region => region.name.en).sort());
    expect(buildScene({ ...input, language: 'fr' }).labels.some(label => label.text === 'Harbour')).toBe(false);
  });
  it('keeps labels apart', () => {
    for (const [level, scale] of [[0, 2], [1, 4], [2, 8]] as const) {
      const { labels } = buildScene({ ...input, level, scale });
      const placed = labels.filter(label => !label.key.startsWith('water'));
      expect(placed.length).toBeGreaterThan(4);
      for (let i = 0; i < placed.length; i++) for (let j = 0; j < i; j++) expect(touches(pixels(placed[i]!, scale), pixels(placed[j]!, scale)), `${placed[i]!.text} / ${placed[j]!.text}`).toBe(false);
    }
  });
  it('shows no fill before there is a future', () => {
    const scene = buildScene({ ...input, trace: null });
    expect(new Set(scene.fills.map(fill => fill.colour)).size).toBe(1);
    expect(scene.symbols.length).toBe(partyPresence(input, 2).length);
  });
  it('selects one region, and none when none is selected', () => {
    expect(buildScene({ ...input, selected: -1 }).ink.length).toBe(buildScene(input).ink.length - 2);
  });
  it('becomes a well-formed picture', () => {
    const named = { ...input, base: { ...base, model: { ...model, scenario: { ...scenario, regions: scenario.regions.map((region, r) => (r === 0 ? { ...region, name: { en: 'A & <B>', fr: 'A' } } : region)) } } } };
    const svg = sceneSvg(base, buildScene(named), { scale: 2, x: 200, y: 300 }, { width: 900, height: 400 }, input.palette);
    expect(svg).toContain('A &amp; &lt;B&gt;');
    expect(svg).not.toContain('NaN');
    expect(svg).not.toContain('undefined');
    const opened = [...svg.matchAll(/<(svg|g|defs|pattern|text)\b/g)].length, closed = [...svg.matchAll(/<\/(svg|g|defs|pattern|text)>/g)].length;
    expect(opened).toBe(closed);
    expect((svg.match(/fill-rule="evenodd"/g) ?? []).length).toBeGreaterThan(base.regions.length);
  });
});

describe('movements', () => {
  const width = model.destinations.list.length;
  const moving = (perDay: (d: number) => number): typeof trace => ({ ...trace, flows: Float32Array.from({ length: trace.days * width }, (_, i) => Math.floor(i / width) * perDay(i % width)) });
  it('count the last 30 days, largest first', () => {
    const { shown } = flowsOf({ base, trace: moving(d => (d === 0 ? 100 : 10)), day: 80 });
    expect(shown[0]).toMatchObject({ from: 0, to: model.destinations.list[0], people: 3000 });
    expect(shown.slice(1).every(flow => flow.people === 300)).toBe(true);
    expect(flowsOf({ base, trace: moving(() => 10), day: 12 }).shown[0]!.people).toBe(120);
  });
  it('add up: what has no arrow is among the others', () => {
    const { shown, others } = flowsOf({ base, trace: moving(d => (d === 0 ? 1000 : 1)), day: 80 });
    expect(shown).toHaveLength(1);
    expect(others).toEqual({ count: width - 1, people: 30 * (width - 1) });
    expect(shown.length).toBeLessThanOrEqual(MOST_ARROWS);
  });
  it('never draw more than twelve arrows', () => {
    const many = { ...model, destinations: { start: Int32Array.from([0, 20, 20, 20, 20]), list: Int32Array.from({ length: 20 }, (_, i) => 1 + (i % 3)) } };
    const crowd = { ...trace, flows: Float32Array.from({ length: trace.days * 20 }, (_, i) => Math.floor(i / 20) * 100) };
    const { shown, others } = flowsOf({ base: { ...base, model: many }, trace: crowd, day: 80 });
    expect(shown).toHaveLength(MOST_ARROWS);
    expect(others).toEqual({ count: 8, people: 8 * 3000 });
  });
});

describe('incidents', () => {
  const quiet = new Uint16Array(trace.regions.battles.length);
  it('count 14 days and know how old the newest is', () => {
    const battles = quiet.slice();
    for (const [day, count] of [[60, 9], [67, 2], [75, 1]] as const) battles[day * 4 + 1] = count;
    const found = incidentsOf({ base, trace: { ...trace, regions: { ...trace.regions, battles, attacks: quiet } }, day: 80 });
    expect(found).toEqual([{ region: 1, kind: 'battle', count: 3, age: 5 }]);
    expect(incidentsOf({ base, trace: { ...trace, regions: { ...trace.regions, battles, attacks: quiet } }, day: 75 + INCIDENT_DAYS })).toEqual([]);
  });
});

describe('units', () => {
  const [operational, generation, reception] = ['operational', 'generation', 'reception'].map(name => UNIT_PHASES.indexOf(name as never)) as [number, number, number];
  const units = (phases: readonly number[], regions: readonly number[], strengths: readonly number[], row = -1): typeof trace => {
    const count = phases.length;
    const fill = <A extends Uint8Array | Int16Array | Float32Array>(array: A, list: readonly number[]): A => { for (let i = 0; i < array.length; i++) array[i] = list[i % count]!; return array; };
    return { ...trace, units: { ...trace.units, count, type: new Int16Array(count), row: new Int16Array(count).fill(row), phase: fill(new Uint8Array(count * trace.days), phases), region: fill(new Int16Array(count * trace.days), regions), strength: fill(new Float32Array(count * trace.days), strengths) } };
  };
  it('stack by region and status', () => {
    const stacks = unitStacks({ base, day: 10, plan, trace: units([operational, operational, reception], [1, 1, 1], [1, 0.2, 0]) }, false);
    expect(stacks).toEqual([{ region: 1, type: 0, status: 'operational', count: 2, underStrength: true }, { region: 1, type: 0, status: 'arriving', count: 1, underStrength: false }]);
  });
  it('stand dashed where they are going while they are being raised', () => {
    const row = plan!.actions.findIndex(action => action.kind === 'deploy');
    const destination = (plan!.actions[row] as { destination: string }).destination;
    expect(unitStacks({ base, day: 10, plan, trace: units([generation], [-1], [0], row) }, true)).toEqual([{ region: model.regionIndex[destination], type: 0, status: 'planned', count: 1, underStrength: false }]);
    expect(unitStacks({ base, day: 10, plan: undefined, trace: units([generation], [-1], [0], row) }, true)).toEqual([]);
    const symbol = buildScene({ ...input, trace: units([generation], [-1], [0], row), marks: { ...input.marks, incidents: false, flows: false } }).symbols.find(mark => mark.planned);
    expect(symbol).toMatchObject({ planned: true, hollow: true });
  });
  it('show other parties in neutral and unknown frames, never hostile', () => {
    const codes = buildScene(input).symbols.filter(mark => mark.fill !== input.palette.frame.friend && !mark.hollow).map(mark => mark.code[3]);
    expect(codes.length).toBeGreaterThan(0);
    expect(new Set(codes)).toEqual(new Set(['1', '4']));
  });
});

describe('the name of a wide area', () => {
  const label: Label = { kind: 'label', key: 'water 0', at: [0, 0], dx: 0, dy: 0, text: 'Bay', size: 13, weight: 400, ink: '#000000', halo: '#ffffff', haloWidth: 0, choices: [[0, 0], [60, 0], [0, 60]] };
  const view = { scale: 1, x: 20, y: 100 };
  const size = { width: 400, height: 200 };
  it('takes the first choice in sight, and is left out when there is none', () => {
    expect(labelAt(label, { ...view, x: 100 }, size, 40, [])).toEqual([100, 100]);
    expect(labelAt(label, view, size, 40, [])).toEqual([80, 100]);
    expect(labelAt(label, { ...view, x: 100 }, size, 40, [{ left: 80, top: 80, right: 190, bottom: 110 }])).toEqual([100, 160]);
    expect(labelAt(label, { ...view, x: -300 }, size, 40, [])).toBeUndefined();
    expect(labelAt({ ...label, choices: undefined }, { ...view, x: -300 }, size, 40, [])).toEqual([-300, 100]);
  });
});

describe('occupancy', () => {
  it('knows what is taken', () => {
    const room = createOccupancy();
    const place: Point = [10, 10];
    room.take(boxAt(place, 10, 10));
    expect(room.isFree(boxAt(place, 4, 4, 20, 0))).toBe(true);
    expect(room.isFree(boxAt(place, 4, 4, 6, 0))).toBe(false);
    expect(room.overlap(boxAt(place, 10, 10, 5, 0))).toBe(50);
  });
});
