/** How fast a mission grows after its authorisation (SF-03 of the model document), against the record of ten missions (Geo-PKO) and their peaks (Rappa 2016). */
import { beforeAll, describe, expect, it } from 'vitest';
import { step } from '../../src/engine/run.ts';
import type { OrderRow, READINESS } from '../../src/engine/schedule.ts';
import { deployRow, newMission, runOf, tablesOf } from '../make/deployment.ts';

const RUNS = 60;
const MONTHS_36 = 1095;
const DAYS_PER_MONTH = 30.4375;
const CEILING = 12 * 850;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Ramp { readonly half: number[]; readonly ninety: number[]; readonly plateau: number[] }

/** Months from authorisation to a share of the peak of troops in the regions, run by run, and the peak as a share of the ceiling. */
function rampOf(rows: readonly OrderRow[]): Ramp {
  const t = tablesOf(newMission(MONTHS_36 + 1));
  const ramp: Ramp = { half: [], ninety: [], plateau: [] };
  for (let n = 0; n < RUNS; n++) {
    const run = runOf(t, rows, 3, n);
    const present: number[] = [];
    while (run.day < MONTHS_36) {
      step(run);
      present.push(run.s.unitArrived.reduce((sum, people) => sum + people, 0));
    }
    const peak = Math.max(...present);
    ramp.half.push(present.findIndex(people => people >= 0.5 * peak) / DAYS_PER_MONTH);
    ramp.ninety.push(present.findIndex(people => people >= 0.9 * peak) / DAYS_PER_MONTH);
    ramp.plateau.push(peak / CEILING);
  }
  return ramp;
}

const battalions = (id: string, amount: number, readiness: (typeof READINESS)[number], region: number, reliability: number): OrderRow =>
  deployRow('infantry-battalion', amount, readiness, { id, region, reliability });

describe('twelve battalions pledged at standard readiness', () => {
  let ramp: Ramp;
  beforeAll(() => { ramp = rampOf([1, 2, 2].map((region, i) => battalions(`d${i}`, 4, 'standard', region, 0.75))); });
  it('reach half of their peak after five to eight months', () => {
    expect(median(ramp.half)).toBeGreaterThan(5);
    expect(median(ramp.half)).toBeLessThan(8);
  });
  it('reach nine tenths after twelve to twenty months', () => {
    expect(median(ramp.ninety)).toBeGreaterThan(12);
    expect(median(ramp.ninety)).toBeLessThan(20);
  });
  it('level off at 88 to 96 per cent of the ceiling', () => {
    expect(mean(ramp.plateau)).toBeGreaterThan(0.88);
    expect(mean(ramp.plateau)).toBeLessThan(0.96);
  });
  it('stay within the record run by run', () => {
    expect(ramp.half.filter(months => months < 3 || months > 13).length).toBeLessThanOrEqual(0.05 * RUNS);
    expect(ramp.ninety.filter(months => months < 7 || months > 30).length).toBeLessThanOrEqual(0.05 * RUNS);
  });
});

describe('a mission of which five battalions change their command', () => {
  it('reaches half of its peak after three to five months', () => {
    const { half } = rampOf([battalions('a', 5, 'rehat', 1, 0.95), battalions('b', 4, 'standard', 2, 0.75), battalions('c', 3, 'standard', 2, 0.75)]);
    expect(median(half)).toBeGreaterThan(3);
    expect(median(half)).toBeLessThan(5);
  });
});

describe('one battalion', () => {
  const t = tablesOf({ days: 200 });
  /** Days from the order to a share of full effect, median over runs; 200 when it is never reached. */
  const daysTo = (readiness: (typeof READINESS)[number], share: number, start = 0): number => median(Array.from({ length: RUNS }, (_, n) => {
    const run = runOf(t, [deployRow('infantry-battalion', 1, readiness, { region: 1, days: start })], 5, n);
    while (run.day < t.days) {
      step(run);
      if (run.s.rowEffect[0]! >= share) return run.day - start;
    }
    return t.days;
  }));
  it.each(['rapid', 'transfer'] as const)('at %s readiness works after 45 to 90 days', readiness => {
    expect(daysTo(readiness, 0.5)).toBeGreaterThan(45);
    expect(daysTo(readiness, 0.5)).toBeLessThan(90);
  });
  it('in a bridging force works within six weeks', () => {
    expect(daysTo('bridging', 0.5)).toBeLessThan(42);
  });
});
