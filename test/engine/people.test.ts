/** What must hold in every world on every day: people are conserved, indexes stay in range, mechanisms write what they say. */
import { describe, expect, it } from 'vitest';
import { buildTables } from '../../src/engine/build-tables.ts';
import { MECHANISMS } from '../../src/engine/phases.ts';
import { startRun, step, type Run } from '../../src/engine/run.ts';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { COLUMNS } from '../../src/engine/state.ts';
import { viewOf } from '../../src/kernel/columns.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import { openDesk, openPlans, planInput } from '../../src/cli/options.ts';
import { benchWorld } from '../../src/cli/bench-world.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { planWorld } from '../../src/plan/world.ts';
import { nullWorld } from '../../src/study/validate/null-world.ts';

/** Worlds of different size, with and without a plan. */
function runs(): { name: string; run: Run }[] {
  const desk = openDesk('halvane', { preset: 'conservative', set: [] });
  const [plan] = openPlans(desk, ['a'], false);
  const halvane = buildTables(desk.open.scenario, parametersFor('conservative'));
  const sudan = openDesk('south-sudan-2013', { preset: 'conservative', set: [] });
  const [surge] = openPlans(sudan, ['historical'], false);
  const record = buildTables(sudan.open.scenario, parametersFor('conservative'));
  const bench = benchWorld();
  const dense = buildTables(bench.scenario, parametersFor('conservative'));
  return [
    { name: 'Halvane, plan a', run: startRun(halvane, buildSchedule(planInput(plan!, desk.planWorld).rows, halvane.initialUnits), 5, 1) },
    { name: 'South Sudan, historical', run: startRun(record, buildSchedule(planInput(surge!, sudan.planWorld).rows, record.initialUnits), 5, 2) },
    { name: 'bench world', run: startRun(dense, buildSchedule(compilePlan(bench.plan, planWorld(bench.scenario)), dense.initialUnits), 5, 3) },
    ...[11, 12].map(seed => {
      const t = buildTables(nullWorld(seed, 400, 'war').scenario, parametersFor('conservative'));
      return { name: `null world ${seed}`, run: startRun(t, buildSchedule([], t.initialUnits), seed, 0) };
    }),
  ];
}

describe.each(runs())('in $name', ({ run }) => {
  const { s, t } = run;
  it('people are conserved exactly, every day, by origin and by place', () => {
    let moved = 0;
    while (run.day < t.days) {
      step(run);
      let away = 0;
      let hosted = 0;
      for (let r = 0; r < t.R; r++) {
        expect(s.residents[r]! + s.returned[r]! + s.away[r]! + s.dead[r]!, `${t.regionIds[r]} on day ${run.day - 1}`).toBe(t.population[r]);
        for (const column of [s.residents, s.returned, s.away, s.dead, s.hosted]) expect(column[r]! >= 0 && Number.isInteger(column[r])).toBe(true);
        away += s.away[r]!;
        hosted += s.hosted[r]!;
      }
      for (let n = 0; n < t.N; n++) hosted += s.refugees[n]!;
      expect(hosted, `day ${run.day - 1}`).toBe(away);
      moved = Math.max(moved, away);
      if (run.day % 20 === 0) {
        for (const { name, unit, dims } of COLUMNS) {
          const values = s[name] as ArrayLike<number>;
          for (let i = 0; i < values.length; i++) {
            const value = values[i]!;
            if (Number.isNaN(value)) throw new Error(`${name}[${i}] is NaN on day ${run.day}`);
            if (unit === 'index 0–1' && !(value >= 0 && value <= 1)) throw new Error(`${name}[${i}] (${dims.join(', ')}) = ${value} on day ${run.day}, an index from 0 to 1`);
          }
        }
      }
    }
    expect(moved, 'people moved at all').toBeGreaterThan(100);
  });
});

describe('mechanisms', () => {
  it('write no column they do not declare', () => {
    const written = new Map(MECHANISMS.map(mechanism => [mechanism.name, new Set<string>()]));
    for (const { run } of runs()) {
      const columns = run.s.layout.columns.map(column => ({ name: column.name, now: viewOf(column, run.s.buffer) }));
      const bytes = columns.map(({ now }) => new Uint8Array(now.buffer, now.byteOffset, now.byteLength));
      const before = bytes.map(view => view.slice());
      const days = Math.min(run.t.days, 200);
      while (run.day < days) {
        for (const mechanism of MECHANISMS) {
          bytes.forEach((view, i) => before[i]!.set(view));
          mechanism.run(run);
          bytes.forEach((view, i) => {
            const old = before[i]!;
            for (let j = 0; j < view.length; j++) if (view[j] !== old[j]) { written.get(mechanism.name)!.add(columns[i]!.name); break; }
          });
        }
        run.day++;
      }
    }
    const undeclared = MECHANISMS.flatMap(({ name, writes }) => [...written.get(name)!].filter(column => !(writes as readonly string[]).includes(column)).map(column => `${name} writes ${column}`));
    expect(undeclared).toEqual([]);
  });
});
