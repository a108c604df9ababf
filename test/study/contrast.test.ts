import { describe, expect, it } from 'vitest';
import { MECHANISMS } from '../../src/engine/phases.ts';
import { OUTCOME_NAMES, type OutcomeName } from '../../src/scenario/schema.ts';
import { channelOf, isEntry, partedForGood } from '../../src/study/contrast.ts';
import type { ContrastTask, OutcomesTask } from '../../src/study/job.ts';
import { beyondName, hasParts, monthsOf } from '../../src/study/ledger.ts';
import { OUTCOMES, outcomeIndex } from '../../src/study/outcomes.ts';
import { Simulator } from '../../src/study/simulator.ts';
import { worldOf } from '../../src/study/world.ts';
import { planInput, responseRows } from '../make/order-rows.ts';
import { smallScenario } from '../make/small-scenario.ts';

const RUNS = 8;
const scenario = smallScenario();
const simulator = new Simulator(worldOf(scenario));
const nothing = planInput('none', []);
const response = planInput('b', responseRows());
const entries = MECHANISMS.filter(isEntry).map(({ name }) => name);
const task = (outcome: OutcomeName, held: readonly (readonly string[])[], more: Partial<ContrastTask> = {}): ContrastTask => ({ kind: 'contrast', base: nothing, plan: response, seed: 3, ensemble: 'events', outcome, held, firstRun: 0, count: RUNS, ...more });
const plain = (plan: typeof nothing, outcome: OutcomeName): number[] => {
  const { outcomes } = simulator.perform({ kind: 'outcomes', plan, seed: 3, ensemble: 'events', record: false, firstRun: 0, count: RUNS } satisfies OutcomesTask);
  return Array.from({ length: RUNS }, (_, i) => outcomes[i * OUTCOMES.length + outcomeIndex(outcome)]!);
};

describe('two plans in step', () => {
  it('give each plan the outcome it has alone, held or not', () => {
    for (const outcome of ['civiliansKilled', 'cost', 'needReached'] as const) {
      const { values } = simulator.perform(task(outcome, [[], ['presence']]));
      expect(Array.from({ length: RUNS }, (_, i) => values[i * 4]!)).toEqual(plain(nothing, outcome));
      expect(Array.from({ length: RUNS }, (_, i) => values[i * 4 + 1]!)).toEqual(plain(response, outcome));
      expect(Array.from({ length: RUNS }, (_, i) => values[i * 4 + 2]!)).toEqual(plain(response, outcome));
    }
  });

  it('are one world, bit for bit, when every way in is held: the ways in together carry all of the difference', () => {
    for (const outcome of ['civiliansKilled', 'allDeaths', 'peakDisplaced', 'displacedPersonDays', 'refugees', 'needReached', 'missionDeaths', 'cost', 'regionDaysWithoutPresence'] as const) {
      const { values } = simulator.perform(task(outcome, [entries]));
      let differ = 0;
      for (let i = 0; i < RUNS; i++) {
        expect(values[i * 3 + 2]).toBe(values[i * 3]);
        if (values[i * 3 + 1] !== values[i * 3]) differ++;
      }
      expect(differ).toBeGreaterThan(0);
    }
  });

  it('change nothing when what is held never differs', () => {
    const { values } = simulator.perform(task('civiliansKilled', [['season'], ['events']]));
    for (let i = 0; i < RUNS; i++) expect([values[i * 4 + 2], values[i * 4 + 3]]).toEqual([values[i * 4 + 1], values[i * 4 + 1]]);
  });

  it('lose the difference in killing when violence is held, and part of it when presence is', () => {
    const { values } = simulator.perform(task('civiliansKilled', [['violence'], ['presence']]));
    let moved = 0;
    for (let i = 0; i < RUNS; i++) {
      expect(values[i * 4 + 2]).toBe(values[i * 4]);
      if (values[i * 4 + 3] !== values[i * 4 + 1]) moved++;
    }
    expect(moved).toBeGreaterThan(0);
  });

  it('do not depend on the size of a chunk', () => {
    const whole = simulator.perform(task('allDeaths', [['presence']]));
    const later = simulator.perform(task('allDeaths', [['presence']], { firstRun: 5, count: 3 }));
    expect([...later.values]).toEqual([...whole.values.subarray(15)]);
    expect([...later.parted]).toEqual([...whole.parted.subarray(10)]);
  });
});

describe('parts of the difference', () => {
  it('sum to it over places and over months, for every outcome that has parts', () => {
    for (const outcome of OUTCOME_NAMES.filter(hasParts)) {
      const { values, places, months } = simulator.perform(task(outcome, []));
      const width = scenario.regions.length + 1;
      const m = monthsOf(scenario.days);
      for (let i = 0; i < RUNS; i++) {
        const difference = values[i * 2 + 1]! - values[i * 2]!;
        const near = Math.max(1e-9, Math.abs(difference) * 1e-9, Math.abs(values[i * 2]!) * 1e-9);
        const sum = (of: Float64Array, from: number, n: number) => of.subarray(from, from + n).reduce((total, part) => total + part, 0);
        expect(Math.abs(sum(places, i * width, width) - difference), outcome).toBeLessThan(near);
        expect(Math.abs(sum(months, i * m, m) - difference)).toBeLessThan(near);
      }
    }
  });

  it('are absent from outcomes that are no sum', () => {
    const { places, months } = simulator.perform(task('massAtrocity', []));
    expect([places.length, months.length]).toEqual([0, 0]);
    expect(beyondName('civiliansKilled')).toBe('');
    expect(beyondName('refugees')).not.toBe('');
  });
});

describe('the day of parting', () => {
  it('is not before the first order, and the same plan never parts', () => {
    const { parted } = simulator.perform(task('civiliansKilled', []));
    for (let i = 0; i < RUNS; i++) expect(parted[i * 2]).toBeGreaterThanOrEqual(5);
    const same = simulator.perform(task('civiliansKilled', [['presence']], { base: response }));
    expect([...same.parted]).toEqual(Array.from({ length: 2 * RUNS }, () => -1));
    for (let i = 0; i < RUNS; i++) expect(new Set(same.values.subarray(i * 3, i * 3 + 3)).size).toBe(1);
  });

  it('for good is the day after the last on which two series agree', () => {
    expect(partedForGood([1, 2, 3, 4], [1, 9, 3, 5])).toBe(3);
    expect(partedForGood([1, 2, 3], [1, 5, 3])).toBe(-1);
    expect(partedForGood([1, 2], [0, 3])).toBe(0);
  });
});

it('every mechanism that is no entry has a channel or writes orders alone', () => {
  expect(entries).toEqual(expect.arrayContaining(['presence', 'relief', 'mediation', 'sanctions', 'council', 'supply']));
  for (const name of ['violence', 'displacement', 'tension', 'season']) expect(entries).not.toContain(name);
  expect(channelOf(MECHANISMS.find(({ name }) => name === 'presence')!)).not.toContain('unitEffect');
});
