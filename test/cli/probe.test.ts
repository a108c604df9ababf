import { it } from 'vitest';
import { benchWorld } from '../../src/cli/bench-world.ts';
import { buildTables } from '../../src/engine/build-tables.ts';
import { runToEnd, startRun } from '../../src/engine/run.ts';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { planWorld } from '../../src/plan/world.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
it('p', () => {
  const { scenario, plan } = benchWorld();
  const t = buildTables(scenario, parametersFor('conservative'));
  const o = buildSchedule(compilePlan(plan, planWorld(scenario)), t.initialUnits);
  const out = [];
  for (let i = 0; i < 16; i++) { const run = startRun(t, o, 7, i); let n = 0; runToEnd(run, ({ s }) => { for (let r = 0; r < t.R; r++) n += s.battlesToday[r]! + s.attacksToday[r]!; }); out.push(+(n / (t.R * t.days)).toFixed(3)); }
  console.log(out.join(' '), out.reduce((a, b) => a + b) / out.length);
});
