/** Requests, talks, sanctions and the mission at risk: rates of the record, true limits, placebos. */
import { describe, expect, it } from 'vitest';
import { buildTables } from '../../src/engine/build-tables.ts';
import { NONE } from '../../src/engine/constraints.ts';
import { COERCES, CONSTRAINS, SIGNALS, sanctionOutcome } from '../../src/engine/mechanisms/sanctions.ts';
import { step, stateFor, type Run } from '../../src/engine/run.ts';
import { buildSchedule, type OrderRow } from '../../src/engine/schedule.ts';
import { copyState } from '../../src/engine/snapshot.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { orderRow, runOf, tablesOf } from '../make/deployment.ts';
import { median } from '../../src/study/validate/readings.ts';
import { nullWorld } from '../../src/study/validate/null-world.ts';
import { smallScenario } from '../make/small-scenario.ts';

const FRONT = 1;
const REQUEST = orderRow('council-request', 0, { id: 'request', extra: [9000, 900, 1] });
const TALKS = orderRow('mediate', 3, { id: 'talks', party: FRONT });
const FREEZE = orderRow('sanction', 0, { id: 'freeze', party: FRONT, extra: [7, 0, 0] });

const misses = (value: number, low: number, high: number, what: string): string[] => (value >= low && value <= high ? [] : [`${what} is ${value}, band ${low} to ${high}`]);

const withMission = (mission: Partial<Scenario['politics']['mission']>, days: number): Partial<Scenario> => {
  const { politics } = smallScenario();
  return { days, events: [], politics: { ...politics, mission: { ...politics.mission, units: [], ...mission } } };
};

/** First day on which `reached` holds, or the length of the world. */
function dayOf(t: Tables, rows: readonly OrderRow[], run: number, reached: (run: Run) => boolean): number {
  const future = runOf(t, rows, 11, run);
  while (future.day < t.days && !reached(future)) step(future);
  return future.day;
}

describe('the limit an order names', () => {
  const cases = [['council-request', REQUEST], ['mediate', TALKS], ['sanction', FREEZE]] as const;
  it.each(cases)('is true: %s goes on further on the day it is lifted', (_, order) => {
    const t = tablesOf({ days: 260 });
    const untrue: string[] = [];
    let named = 0;
    for (let future = 0; future < 4; future++) {
      const run = runOf(t, [order], 3, future);
      const lifted: Run = { ...run, s: stateFor(t, run.o) };
      while (run.day < t.days) {
        copyState(run.s, lifted.s);
        lifted.day = run.day;
        const underWay = run.s.rowState[0] === 1;
        step(run);
        const limit = run.s.rowConstraint[0]!;
        if (!underWay || limit === NONE) continue;
        named++;
        lifted.s.rowRelief[0] = 1 << limit;
        step(lifted);
        if (!(lifted.s.rowProgress[0]! + lifted.s.rowEffect[0]! > run.s.rowProgress[0]! + run.s.rowEffect[0]!)) untrue.push(`day ${run.day - 1}: limit ${limit}`);
      }
    }
    expect(named).toBeGreaterThan(20);
    expect(untrue).toEqual([]);
  });
});

describe('a placebo', () => {
  it('of no rounds leaves trust, ceasefires and violence as they were', () => {
    const t = tablesOf({ days: 150 });
    const without = runOf(t, [], 3, 1);
    const placebo = runOf(t, [{ ...TALKS, amount: 0 }], 3, 1);
    for (let day = 0; day < 150; day++) { step(without); step(placebo); }
    const world = placebo.s.layout.columns.filter(column => column.world).map(column => column.name as 'trust');
    expect(world.filter(name => placebo.s[name].some((value, i) => value !== without.s[name][i]))).toEqual([]);
  });
});

describe('rates of the record', () => {
  it('sanctions coerce, constrain and signal as often as recorded (SF-07)', () => {
    const t = tablesOf();
    const rows = Array.from({ length: 6000 }, (_, i) => ({ ...FREEZE, id: `freeze ${i}` }));
    const run = runOf(t, rows);
    const outcomes = rows.map((_, row) => sanctionOutcome(run, row));
    const share = (of: (outcome: number) => boolean) => outcomes.filter(of).length / outcomes.length;
    expect([
      ...misses(share(bits => (bits & COERCES) !== 0), 0.08, 0.22, 'coerce'),
      ...misses(share(bits => (bits & CONSTRAINS) !== 0), 0.2, 0.4, 'constrain'),
      ...misses(share(bits => (bits & SIGNALS) !== 0), 0.26, 0.32, 'signal'),
      ...misses(share(bits => bits !== 0), 0.36, 0.4, 'any'),
    ]).toEqual([]);
  });

  it('authorisation takes about a year without a mission and days with one (SF-15)', () => {
    const decided = (run: Run) => run.s.decisionDay[0]! >= 0;
    const without = tablesOf(withMission({ present: false, troops: 0, police: 0 }, 1500));
    const present = tablesOf(withMission({}, 400));
    const days = (t: Tables, runs: number) => Array.from({ length: runs }, (_, run) => dayOf(t, [REQUEST], run, decided));
    const from = days(without, 80);
    expect([
      ...misses(median(from) / 30.4, 6, 20, 'median without a mission, months'),
      ...misses(median(days(present, 80)), 4, 45, 'median with a mission, days'),
    ]).toEqual([]);
    expect(Math.min(...from)).toBeLessThan(60);
  });

  it('mediation succeeds in two of five episodes, in half as many beside observers (SF-14)', () => {
    const settled = (run: Run) => run.s.ceasefire[FRONT]! > 0;
    const success = (t: Tables) => Array.from({ length: 300 }, (_, run) => dayOf(t, [TALKS], run, settled)).filter(day => day < t.days).length / 300;
    expect([
      ...misses(success(tablesOf(withMission({ present: false, troops: 0, police: 0 }, 130))), 0.3, 0.45, 'success without a mission'),
      ...misses(success(tablesOf(withMission({ multidimensional: false }, 130))), 0.14, 0.3, 'success beside observers'),
    ]).toEqual([]);
  });

  it('a mission among the violence loses as many people as recorded (SF-06)', () => {
    let people = 0;
    let killed = 0;
    let died = 0;
    let attacked = 0;
    const worlds = 24;
    for (let seed = 1; seed <= worlds; seed++) {
      const t = buildTables(nullWorld(seed, 1100, 'moderate').scenario, parametersFor('conservative'));
      const run = runOf(t, [], 5, seed);
      while (run.day < t.days) {
        run.s.presentTroops.fill(400);
        people += 400 * t.R;
        step(run);
      }
      killed += run.s.missionKilled[0]!;
      died += run.s.missionDied[0]!;
      if (run.s.missionKilled[0]! > 0) attacked++;
    }
    const years = people / 1000 / 365.25;
    expect([
      ...misses(killed / years, 0.2, 0.6, 'hostile deaths for 1,000 and year'),
      ...misses((killed + died) / years, 0.8, 1.5, 'deaths of all causes for 1,000 and year'),
    ]).toEqual([]);
    expect(attacked / worlds).toBeGreaterThan(0.5);
  });
});

describe('a record of decisions', () => {
  it('applies by itself, and a request gets what the record gave on its day', () => {
    const { politics } = smallScenario();
    const t = tablesOf({ days: 120, events: [], politics: { ...politics, council: { ...politics.council, decisions: [{ date: 60, troops: 5500, police: 423, robust: true }] } } });
    const run = runOf(t, [REQUEST]);
    while (run.day < 60) step(run);
    expect(run.s.ceilingTroops[0]).toBe(4000);
    expect(run.s.decisionDay[0]).toBe(-1);
    step(run);
    expect([run.s.ceilingTroops[0], run.s.ceilingPolice[0], run.s.robustMandate[0], run.s.decisionDay[0]]).toEqual([5500, 423, 1, 60]);
    expect(buildSchedule([REQUEST], t.initialUnits).rows).toBe(1);
  });
});
