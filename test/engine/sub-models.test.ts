/**
 * Sub-models sampled alone, 10,000 times where a sample is cheap: target and value of the facts and sign checks of the model
 * document that speak of warning, response to attacks, sanctions, talks, agreements and the Council.
 */
import { describe, expect, it } from 'vitest';
import { stepCeasefire } from '../../src/engine/mechanisms/ceasefires.ts';
import { attention } from '../../src/engine/mechanisms/attention.ts';
import { council } from '../../src/engine/mechanisms/council.ts';
import { councilVotes } from '../../src/engine/mechanisms/council-votes.ts';
import { mediation } from '../../src/engine/mechanisms/mediation.ts';
import { members } from '../../src/engine/mechanisms/members.ts';
import { COERCES, CONSTRAINS, SIGNALS, sanctionOutcome } from '../../src/engine/mechanisms/sanctions.ts';
import { startRun, type Run } from '../../src/engine/run.ts';
import { buildSchedule, type OrderRow } from '../../src/engine/schedule.ts';
import type { Tables } from '../../src/engine/tables.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { orderRow, runOf, tablesOf } from '../make/deployment.ts';
import { smallScenario } from '../make/small-scenario.ts';

const SAMPLES = 10_000;
const FRONT = 1;
const MONTH = 30.4375;

/** Days until `reached`, `limit` where it never is, for each of the samples; `setting` prepares a run, `day` computes its day. */
function sample(t: Tables, rows: readonly OrderRow[], limit: number, setting: (run: Run, n: number) => void, day: (run: Run) => void, reached: (run: Run) => boolean, samples = SAMPLES): Float64Array {
  const o = buildSchedule(rows, t.initialUnits);
  let state: Run['s'] | undefined;
  return Float64Array.from({ length: samples }, (_, n) => {
    const run = startRun(t, o, 17, n, state);
    state = run.s;
    run.s.rowState.fill(1);
    run.s.rowStartDay.fill(0);
    setting(run, n);
    while (run.day < limit && !reached(run)) {
      day(run);
      run.day++;
    }
    return run.day;
  });
}

const shareUnder = (days: Float64Array, limit: number): number => days.filter(day => day < limit).length / days.length;
const quantileOf = (days: Float64Array, level: number): number => days.slice().sort()[Math.floor(level * (days.length - 1))]!;
const inBand = (value: number, low: number, high: number, what: string): string[] => (value >= low && value <= high ? [] : [`${what}: ${value}, band ${low} to ${high}`]);

const { politics } = smallScenario();
const without: Partial<Scenario> = { days: 3000, events: [], politics: { ...politics, mission: { ...politics.mission, present: false, troops: 0, police: 0, units: [] } } };
const beside: Partial<Scenario> = { days: 3000, events: [], politics: { ...politics, mission: { ...politics.mission, multidimensional: false, units: [] } } };

describe('sub-models alone', () => {
  it('SF-07: sanctions coerce 8-22 %, constrain 20-40 %, signal 26-32 %, any 36-40 %', () => {
    const row = orderRow('sanction', 1, { party: FRONT, extra: [7, 0, 0] });
    const rows = Array.from({ length: 200 }, (_, i) => ({ ...row, id: `s${i}` }));
    const t = tablesOf();
    const outcomes: number[] = [];
    for (let n = 0; outcomes.length < SAMPLES; n++) {
      const run = runOf(t, rows, 23, n);
      for (let i = 0; i < rows.length; i++) outcomes.push(sanctionOutcome(run, i));
    }
    const share = (bit: number) => outcomes.filter(bits => (bits & bit) !== 0).length / outcomes.length;
    expect([...inBand(share(COERCES), 0.08, 0.22, 'coerce'), ...inBand(share(CONSTRAINS), 0.2, 0.4, 'constrain'), ...inBand(share(SIGNALS), 0.26, 0.32, 'signal'), ...inBand(share(7), 0.36, 0.4, 'any')]).toEqual([]);
  });

  it('SF-14: talks succeed in 30-45 % of episodes, 14-30 % beside observers, more at the start and late than between', () => {
    const talks = orderRow('mediate', 3, { party: FRONT });
    const success = (t: Tables, age: (n: number) => number, samples: number) => shareUnder(sample(t, [talks], 105, (run, n) => { run.s.fightingDays[FRONT] = age(n); }, run => { mediation.run(run); }, run => run.s.ceasefire[FRONT]! > 0, samples), 105);
    // ages of conflicts at the first round: a few months to some years
    const usual = (n: number) => 20 + 900 * ((n * 0.6180339887) % 1);
    const overall = success(tablesOf(without), usual, SAMPLES);
    const observers = success(tablesOf(beside), usual, SAMPLES);
    const [early, middle, late] = [0, 150, 1500].map(age => success(tablesOf(without), () => age, 3000));
    expect([...inBand(overall, 0.3, 0.45, 'without a mission'), ...inBand(observers, 0.14, 0.3, 'beside observers')]).toEqual([]);
    expect(early).toBeGreaterThan(middle! + 0.02);
    expect(late).toBeGreaterThan(middle! + 0.02);
  });

  it('SF-15: crisis to authorisation takes a median of about 12 months without a mission (1 to 54), days with one', () => {
    const request = orderRow('council-request', 1, { extra: [9000, 900, 1] });
    const day = (run: Run) => {
      // a crisis that is reported: thirty deaths a day for months on end
      run.s.reportedDeathsToday[2] = 4;
      attention.run(run);
      members.run(run);
      council.run(run);
      councilVotes.run(run);
    };
    const decided = (run: Run) => run.s.decisionDay[0]! >= 0;
    const from = sample(tablesOf(without), [request], 1900, () => {}, day, decided);
    const there = sample(tablesOf(beside), [request], 400, () => {}, day, decided, 4000);
    expect([
      ...inBand(quantileOf(from, 0.5) / MONTH, 6, 18, 'median, months'),
      ...inBand(quantileOf(from, 0.05) / MONTH, 0, 2, 'one in twenty, months'),
      ...inBand(quantileOf(from, 0.95) / MONTH, 20, 62, 'nineteen in twenty, months'),
      ...inBand(quantileOf(there, 0.5), 4, 45, 'median with a mission, days'),
    ]).toEqual([]);
  });

  it('SC-10: agreements fail faster after two years unless troops back them', () => {
    const t = tablesOf({ days: 3000, events: [] });
    // share of agreements alive at the start of a year that fail within it
    const hazards = (troops: number) => {
      const ends = sample(t, [], 4 * 365, run => {
        run.s.ceasefire[FRONT] = 1;
      }, run => {
        run.s.theatreTroops[0] = troops;
        stepCeasefire(run, FRONT);
      }, run => run.s.ceasefire[FRONT] === 0);
      const alive = (year: number) => ends.filter(day => day >= year * 365).length;
      return [1, 2, 3].map(year => 1 - alive(year + 1) / alive(year));
    };
    const [second, third, fourth] = hazards(0);
    const backed = hazards(t.p.backingTroops);
    expect(Math.max(third!, fourth!)).toBeGreaterThan(1.15 * second!);
    for (const [i, hazard] of backed.entries()) expect(hazard).toBeLessThan(0.6 * [second!, third!, fourth!][i]!);
  });
});
