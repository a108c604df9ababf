import { describe, expect, it } from 'vitest';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { runToEnd, startRun } from '../../src/engine/run.ts';
import { OUTCOME_NAMES } from '../../src/scenario/schema.ts';
import { agreement, CHECKPOINT_DAYS, type Checkpoints } from '../../src/study/checkpoints.ts';
import { drawParameters } from '../../src/study/ensemble.ts';
import type { ObserveChunk, ObserveTask, PlanInput } from '../../src/study/job.ts';
import { OUTCOMES } from '../../src/study/outcomes.ts';
import { PlanReducer } from '../../src/study/reduce.ts';
import { SERIES } from '../../src/study/results.ts';
import { reportRun, worldHasher } from '../../src/study/run-report.ts';
import { seedFrom } from '../../src/study/seed.ts';
import { scaleFacts } from '../../src/study/series.ts';
import { Simulator } from '../../src/study/simulator.ts';
import { World, worldOf, worldParameters } from '../../src/study/world.ts';
import { PARAMETERS } from '../../src/scenario/parameters.ts';
import { buildTables } from '../../src/engine/build-tables.ts';
import { orderRow, planInput, responseRows } from '../make/order-rows.ts';
import { smallScenario } from '../make/small-scenario.ts';

const input = worldOf(smallScenario());
const world = new World(input);
const t = world.tables;
const facts = scaleFacts(t);
const observe = (plan: PlanInput, more: Partial<ObserveTask> = {}): ObserveTask => ({ kind: 'observe', plan, seed: 7, ensemble: 'events', firstRun: 0, count: 6, record: false, ...more });
const base = planInput('a', responseRows());

describe('outcomes', () => {
  it('are those the schema names, in order', () => expect(OUTCOMES.map(outcome => outcome.name)).toEqual([...OUTCOME_NAMES]));

  it('follow from the state of the run', () => {
    const chunk = new Simulator(input).perform(observe(base, { count: 4 }));
    const o = buildSchedule(base.rows, t.initialUnits);
    const at = (name: (typeof OUTCOME_NAMES)[number]) => OUTCOME_NAMES.indexOf(name);
    for (let i = 0; i < 4; i++) {
      let peak = 0;
      let personDays = 0;
      const run = startRun(t, o, 7, i);
      runToEnd(run, ({ s }) => {
        const away = s.away.reduce((sum, people) => sum + people, 0);
        peak = Math.max(peak, away);
        personDays += away;
      });
      const value = (name: (typeof OUTCOME_NAMES)[number]) => chunk.outcomes[i * OUTCOMES.length + at(name)]!;
      expect(value('peakDisplaced')).toBe(peak);
      expect(value('displacedPersonDays')).toBe(personDays);
      expect(value('civiliansKilled')).toBe(run.s.civiliansKilled.reduce((sum, people) => sum + people, 0));
      expect(value('cost')).toBe(run.s.spent[0]);
      expect(value('refugees')).toBe(run.s.refugees[0]);
      expect(value('allDeaths')).toBeGreaterThanOrEqual(value('civiliansKilled'));
      expect(value('daysToFirstEffect')).toBe(Math.min(...[...run.s.rowFirstEffectDay].map(day => (day < 0 ? t.days : day))));
      expect(chunk.series[(i * SERIES.length + 1) * t.days + t.days - 1]).toBe(Math.fround(run.s.away.reduce((sum, people) => sum + people, 0)));
    }
  });
});

describe('paired futures', () => {
  it('are the same bits before the day on which a start differs', () => {
    const a = new Simulator(input).perform(observe(base));
    const b = new Simulator(input).perform(observe(planInput('b', responseRows(30))));
    const row = (chunk: ObserveChunk, i: number, from: number, to: number) => [...chunk.series.subarray(i * t.days + from, i * t.days + to)];
    let differ = 0;
    for (let i = 0; i < 6 * SERIES.length; i++) {
      expect(row(b, i, 0, 40)).toEqual(row(a, i, 0, 40));
      if (row(b, i, 40, t.days).some((value, k) => value !== row(a, i, 40, t.days)[k])) differ++;
    }
    expect(differ).toBeGreaterThan(0);
  });

  it('have assumptions of their own, the same for all plans and within their ranges', () => {
    const p = worldParameters(input);
    const one = drawParameters(p, new Set(['flightPerDay']), 3, 0);
    expect(drawParameters(p, new Set(['flightPerDay']), 3, 0)).toEqual(one);
    expect(one.flightPerDay).toBe(p.flightPerDay);
    const two = drawParameters(p, new Set(), 3, 1);
    let moved = 0;
    for (const row of PARAMETERS) {
      const value = two[row.name as keyof typeof two];
      expect(value).toBeGreaterThanOrEqual(Math.min(row.low, p[row.name as keyof typeof p]));
      expect(value).toBeLessThanOrEqual(Math.max(row.high, p[row.name as keyof typeof p]));
      if (value !== one[row.name as keyof typeof one]) moved++;
    }
    expect(moved).toBeGreaterThan(PARAMETERS.filter(row => row.distribution !== 'fixed').length * 0.9);
  });

  it('have tables that differ in parameters alone', () => {
    const drawn = world.tablesOf('events+assumptions', 3, 1);
    expect(drawn).toEqual(buildTables(input.scenario, drawn.p));
    expect(world.tablesOf('events', 3, 1)).toBe(t);
  });
});

describe('reduction', () => {
  const simulator = new Simulator(input);
  const chunks = [0, 4, 8, 12].map(firstRun => simulator.perform(observe(base, { firstRun, count: 4 })));
  const reduce = (list: readonly ObserveChunk[]) => {
    const reducer = new PlanReducer(base, 7, facts, 16);
    for (const chunk of list) reducer.add(chunk);
    return reducer.result();
  };
  const whole = reduce(chunks);

  it('does not depend on the order or size of chunks', () => {
    expect(reduce([chunks[2]!, chunks[0]!, chunks[3]!, chunks[1]!])).toEqual(whole);
    expect(reduce([simulator.perform(observe(base, { firstRun: 0, count: 16 }))])).toEqual(whole);
    expect(reduce([simulator.perform(observe(base, { firstRun: 11, count: 5 })), simulator.perform(observe(base, { firstRun: 0, count: 11 }))])).toEqual(whole);
  });

  it('gives bands in order, paths spread by rank and three futures for the map', () => {
    for (const { name } of SERIES) for (let i = 0; i < whole.bands[name].length; i += 5) for (let q = 1; q < 5; q++) expect(whole.bands[name][i + q]).toBeGreaterThanOrEqual(whole.bands[name][i + q - 1]!);
    expect(whole.paths.runs).toHaveLength(12);
    expect(new Set(whole.paths.runs).size).toBe(12);
    const harm = (run: number) => whole.outcomes.civiliansKilled[run]!;
    expect(harm(whole.typical.quiet)).toBeLessThanOrEqual(harm(whole.typical.typical));
    expect(harm(whole.typical.typical)).toBeLessThanOrEqual(harm(whole.typical.violent));
  });

  it('tells of each action its milestones, limits and days lost', () => {
    const deploy = whole.actions.find(action => action.id === 'd1')!;
    expect(deploy.milestones.begun).toBe(40);
    expect(deploy.milestones.authorised).toBeGreaterThanOrEqual(40);
    expect(deploy.milestones.generated).toBeGreaterThan(deploy.milestones.authorised);
    expect([...deploy.limits.subarray(0, 40)].every(limit => limit === 255)).toBe(true);
    expect(deploy.limits[41]).not.toBe(255);
    const underWay = deploy.constraintDays.reduce((sum, days) => sum + days, 0);
    expect(underWay).toBeGreaterThan(0);
    expect(underWay).toBeLessThanOrEqual(t.days - 40);
  });
});

describe('checkpoints', () => {
  const moves = [-25, 25, 60, 3];

  it.each(moves)('give the same bits as full runs when a start moves by %s days', shift => {
    const simulator = new Simulator(input);
    simulator.perform(observe(base, { record: true }));
    const moved = planInput('b', responseRows(shift));
    const full = new Simulator(input).perform(observe(moved));
    expect(simulator.perform(observe(moved, { record: true }))).toEqual(full);
    // and again from what the moved run left, and back
    expect(simulator.perform(observe(moved))).toEqual(full);
    expect(simulator.perform(observe(base))).toEqual(new Simulator(input).perform(observe(base)));
  });

  it('serve outcomes and drawn assumptions as well', () => {
    const simulator = new Simulator(input);
    const task = { kind: 'outcomes', seed: 2, ensemble: 'events+assumptions', firstRun: 3, count: 3 } as const;
    simulator.perform({ ...task, plan: base, record: true });
    const moved = planInput('b', responseRows(50));
    expect(simulator.perform({ ...task, plan: moved, record: false })).toEqual(new Simulator(input).perform({ ...task, plan: moved, record: false }));
  });

  it('hold up to the earlier of two start days and only for what is otherwise the same', () => {
    const schedule = (rows: ReturnType<typeof responseRows>) => buildSchedule(rows, t.initialUnits);
    const rows = responseRows();
    expect(agreement(schedule(rows), schedule(responseRows(30)))).toBe(40);
    expect(agreement(schedule(rows), schedule(responseRows(-25)))).toBe(15);
    expect(agreement(schedule(rows), schedule(rows.map(row => (row.id === 'x1' ? { ...row, amount: 31 } : row))))).toBe(0);
    expect(agreement(schedule(rows), schedule([...rows, orderRow('x2', 'aid', 100, { region: 1 })]))).toBe(0);
    // an order that waits for a decision may begin as soon as the request may
    expect(agreement(schedule(rows), schedule(rows.map(row => (row.id === 's1' ? { ...row, days: 9 } : row))))).toBe(13);
  });

  it('really re-run only the days after it', () => {
    const simulator = new Simulator(input);
    simulator.perform(observe(base, { record: true, count: 1 }));
    const checkpoints = (simulator as unknown as { checkpoints: Checkpoints }).checkpoints;
    expect(checkpoints.size).toBeGreaterThan(0);
    const o = buildSchedule(responseRows(100), t.initialUnits);
    const run = startRun(t, o, 7, 0);
    checkpoints.restore('other', run, 0, (simulator as unknown as { plans: Map<string, { full: never }> }).plans.values().next().value!.full, false);
    expect(run.day).toBe(CHECKPOINT_DAYS);
  });

  it('stay within their budget', () => {
    const budget = 1_000_000;
    const simulator = new Simulator(input, budget);
    for (const shift of [0, 5, 10, 15, 20]) {
      const plan = planInput('p', responseRows(shift));
      expect(simulator.perform(observe(plan, { record: true, count: 8 }))).toEqual(new Simulator(input).perform(observe(plan, { count: 8 })));
      expect((simulator as unknown as { checkpoints: Checkpoints }).checkpoints.size).toBeLessThanOrEqual(budget);
    }
  });
});

describe('a run report', () => {
  const request = { world: input, scenarioHash: 'x', plan: base, seed: 1 };

  it('has the same hash twice, and another with another seed', () => {
    const report = reportRun(request);
    expect(reportRun(request)).toEqual(report);
    expect(reportRun({ ...request, seed: 2 }).hashes.result).not.toBe(report.hashes.result);
    expect(report.outcomes.peakDisplaced.unit).toBe('people');
    expect(Object.keys(report.mandateClock)).not.toContain('none');
  });

  it('does not see an order that starts after the last day', () => {
    const never = (id: string) => reportRun({ ...request, plan: planInput(id, [...responseRows(), orderRow('late', 'monitors', t.days, { amount: 20, region: 1 })]) });
    expect(never('b').hashes.result).toBe(reportRun(request).hashes.result);
  });

  it('sees every world column', () => {
    const o = buildSchedule([], t.initialUnits);
    const run = startRun(t, o, 1, 0);
    const digest = () => { const hash = worldHasher(run.s); hash.day(); return hash.digest(); };
    const before = digest();
    run.s.hosted[3]! += 1;
    expect(digest()).not.toBe(before);
    run.s.hosted[3]! -= 1;
    run.s.clockDays[2]! += 1;
    expect(digest()).toBe(before);
  });

  it('gives a trace with one row a day', () => {
    const rows: Record<string, number>[] = [];
    const report = reportRun({ ...request, days: 50 }, row => rows.push({ ...row }));
    expect(rows).toHaveLength(50);
    expect(report.days).toBe(50);
    expect(rows[49]!['tension.east']).toBeGreaterThan(0);
    expect(rows[49]!['harmed']).toBe(report.outcomes.civiliansKilled.value);
  });
});

describe('seeds', () => {
  it('keep integers and read any other text', () => {
    expect(seedFrom('42')).toBe(42);
    expect(seedFrom(' 0 ')).toBe(0);
    expect(seedFrom('9007199254740991')).toBe(9007199254740991);
    expect(seedFrom('halvane')).toBe(seedFrom('halvane'));
    expect(seedFrom('halvane')).not.toBe(seedFrom('Halvane'));
    for (const text of ['halvane', '9007199254740992', '-1', '1.5']) expect(Number.isSafeInteger(seedFrom(text))).toBe(true);
    expect(seedFrom('9007199254740992')).not.toBe(9007199254740992);
    expect(() => seedFrom('  ')).toThrow(/at least one/);
  });
});

describe('a future in full', () => {
  it('agrees with the futures of the study', () => {
    const simulator = new Simulator(input);
    const trace = simulator.perform({ kind: 'future', plan: base, seed: 7, ensemble: 'events', run: 2 });
    const chunk = simulator.perform(observe(base));
    const series = (i: number) => chunk.series.subarray((2 * SERIES.length + i) * t.days, (2 * SERIES.length + i + 1) * t.days);
    expect(trace.country.displaced).toEqual(series(1));
    expect(trace.country.consent).toEqual(series(5));
    expect(trace.log.find(entry => entry.row === 4 && entry.what === 'begun')?.day).toBe(40);
    const region = simulator.perform({ kind: 'region', plan: base, seed: 7, ensemble: 'events', firstRun: 2, count: 1, record: false, region: 2 });
    expect(region.series[t.days + 150]).toBe(trace.regions.displaced[150 * t.R + 2]);
  });
});
