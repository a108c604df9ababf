/** `forestall bench`: what the engine costs on this machine. Seeded work, warm-up, repeats; minimum and median; a sink. */
import { Option, type Command } from 'commander';
import { buildTables } from '../engine/build-tables.ts';
import { runToEnd, startRun } from '../engine/run.ts';
import { buildSchedule } from '../engine/schedule.ts';
import type { State } from '../engine/state.ts';
import { compilePlan } from '../plan/compile.ts';
import { planHash } from '../plan/hash.ts';
import { planWorld } from '../plan/world.ts';
import { parametersFor } from '../scenario/parameters.ts';
import { delayCurve, delayGoal } from '../study/delay.ts';
import { chunkRuns, chunksOf, type ObserveTask } from '../study/job.ts';
import { startVariants } from '../study/start-variants.ts';
import { worldOf } from '../study/world.ts';
import { executorFor } from '../workers/node-pool.ts';
import { formulasBench } from './bench-formulas.ts';
import { benchWorld } from './bench-world.ts';
import { openPlan, openScenario } from './library.ts';
import { print, printJson, withExamples } from './output.ts';
import { startProgress } from './progress.ts';
import { referenceReplication } from './reference-step.ts';

const now = (): number => performance.now();

interface Times { readonly min: number; readonly median: number; readonly sink: number }

/** How much is measured: rounds of each measurement, and the work of a round. */
interface Size { readonly rounds: number; readonly runs: number; readonly replications: number; readonly draft: number; readonly settled: number; readonly lastStart: number; readonly curve: number }

const FULL: Size = { rounds: 11, runs: 24, replications: 60, draft: 64, settled: 512, lastStart: 364, curve: 200 };
const QUICK: Size = { ...FULL, rounds: 3 };
/** Measures nothing worth reading; the shape of the answer for tests. */
const TRIAL: Size = { rounds: 1, runs: 1, replications: 2, draft: 2, settled: 4, lastStart: 7, curve: 2 };

/** Repeats a piece of work after a warm-up; milliseconds. */
async function repeat(rounds: number, work: () => number | Promise<number>): Promise<Times> {
  let sink = await work();
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = now();
    sink += await work();
    times.push(now() - start);
  }
  times.sort((a, b) => a - b);
  return { min: times[0]!, median: times[times.length >> 1]!, sink };
}

async function engineBench({ rounds, runs }: Size): Promise<Record<string, number>> {
  const { scenario, plan } = benchWorld();
  const t = buildTables(scenario, parametersFor('conservative'));
  const o = buildSchedule(compilePlan(plan, planWorld(scenario)), t.initialUnits);
  let into: State | undefined;
  let incidents = 0;
  let index = 0;
  const { min, median, sink } = await repeat(rounds, () => {
    let deaths = 0;
    for (let i = 0; i < runs; i++) {
      const run = startRun(t, o, 7, index++ % 200, into);
      into = run.s;
      runToEnd(run, ({ s }) => { for (let r = 0; r < t.R; r++) incidents += s.battlesToday[r]! + s.attacksToday[r]!; });
      for (let r = 0; r < t.R; r++) deaths += run.s.civiliansKilled[r]!;
    }
    return deaths;
  });
  const regionDays = runs * t.R * t.days;
  return {
    regionDaysPerSecond: Math.round((regionDays / median) * 1000), nsPerRegionDay: (median * 1e6) / regionDays, runsPerSecond: (runs / median) * 1000, bestRegionDaysPerSecond: Math.round((regionDays / min) * 1000),
    incidentsPerRegionDay: incidents / (regionDays * (rounds + 1)), stateBytesPerRegion: into!.layout.byteLength / t.R, sink,
  };
}

async function referenceBench({ rounds, replications }: Size): Promise<Record<string, number>> {
  let index = 0;
  const { min, median, sink } = await repeat(rounds, () => { let sum = 0; for (let i = 0; i < replications; i++) sum += referenceReplication(1, index++ % 500).incidents; return sum; });
  return { replicationsPerSecond: (replications / median) * 1000, bestReplicationsPerSecond: (replications / min) * 1000, sink };
}

/** Halvane as the planner asks for it: a draft while a bar moves, a settled answer, a start-date curve. */
async function plannerBench(workers: number, { rounds, draft, settled: many, lastStart, curve: curveRuns }: Size): Promise<Record<string, number> | undefined> {
  const opened = openScenario('halvane').value;
  const plan = opened === undefined ? undefined : openPlan(opened, 'a').value;
  if (opened === undefined || plan === undefined) return undefined;
  const { scenario } = opened;
  const world = planWorld(scenario);
  const executor = executorFor(workers);
  await executor.open(worldOf(scenario));
  const size = chunkRuns(scenario.regions.length, scenario.days);
  const action = plan.actions.find(one => one.kind === 'deploy' && typeof one.start === 'number')!;
  const { present, variant } = startVariants(plan, action.id, world);
  const ask = async (rows: ReturnType<typeof compilePlan>, hash: string, runs: number, record: boolean): Promise<number> => {
    let sum = 0;
    const tasks = chunksOf(0, runs, Math.min(size, Math.ceil(runs / workers))).map((chunk): ObserveTask => ({ kind: 'observe', plan: { id: plan.id, hash, rows }, seed: 1, ensemble: 'events', record, ...chunk }));
    await executor.perform(tasks, chunk => { sum += chunk.outcomes[0]!; });
    return sum;
  };
  const rows = compilePlan(plan, world);
  await ask(rows, planHash(plan), draft, true);
  let shift = 0;
  const drafts: number[] = [];
  for (let i = 0; i < rounds * 3; i++) {
    const moved = variant(present + 1 + (shift++ % 20));
    const start = now();
    await ask([...moved.plan.rows], moved.plan.hash, draft, false);
    drafts.push(now() - start);
  }
  drafts.sort((a, b) => a - b);
  const settled = await repeat(Math.max(2, rounds >> 2), () => ask(rows, `settled-${shift++}`, many, false));
  const start = now();
  await delayCurve(executor, { scenario: scenario.id, plan: plan.id, action: action.id, present, from: 0, to: lastStart, step: 7, runs: curveRuns, seed: 1, ensemble: 'events', ...delayGoal(scenario), regions: scenario.regions.length, days: scenario.days, variant });
  const curve = now() - start;
  await executor.close();
  return { draft64MedianMs: drafts[drafts.length >> 1]!, draft64P95Ms: drafts[Math.floor(drafts.length * 0.95)]!, settled512Ms: settled.median, startDateCurve53x200Ms: curve };
}

export function benchCommand(program: Command): void {
  withExamples(program.command('bench'), 'forestall bench --quick', 'forestall bench --json').description('what the engine costs on this machine: ratios and rates, nothing is judged')
    .option('--quick', '3 rounds of each measurement instead of 11')
    .addOption(new Option('--trial', 'the shape of the answer only').hideHelp())
    .option('--json', 'print one JSON object')
    .action(async (options: { quick?: boolean; trial?: boolean; json?: boolean }) => {
      const size = options.trial === true ? TRIAL : options.quick === true ? QUICK : FULL;
      const progress = startProgress('bench');
      progress.update(0.02, 'engine');
      const engine = await engineBench(size);
      progress.update(0.35, 'reference step');
      const reference = await referenceBench(size);
      const formulas = formulasBench(size.rounds);
      progress.update(0.5, 'planner, one thread');
      const one = await plannerBench(1, size);
      progress.update(0.75, 'planner, two threads');
      const two = await plannerBench(2, size);
      progress.end('bench');
      const ratios = { regionDaysPerReferenceReplication: engine['regionDaysPerSecond']! / reference['replicationsPerSecond']!, twoWorkersAgainstOne: one === undefined || two === undefined ? null : one['settled512Ms']! / two['settled512Ms']! };
      const result = { engine, reference, formulas, planner: { oneWorker: one ?? null, twoWorkers: two ?? null }, ratios };
      if (options.json === true) {
        printJson(result);
        return;
      }
      const f = (value: number, digits = 0) => value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
      print(`Bench world, 30 regions × 365 days × 20 units, ${engine['incidentsPerRegionDay']!.toFixed(2)} incidents a region and day, one core: ${f(engine['regionDaysPerSecond']! / 1e6, 2)} million region-days/s (median; best ${f(engine['bestRegionDaysPerSecond']! / 1e6, 2)}), ${f(engine['nsPerRegionDay']!)} ns a region-day, ${f(engine['runsPerSecond']!)} runs/s, ${f(engine['stateBytesPerRegion']!)} bytes of state a region.`);
      print(`Reference step TENSION-30, one core: ${f(reference['replicationsPerSecond']!)} replications/s (best ${f(reference['bestReplicationsPerSecond']!)}).`);
      print(`User formulas in the tick: ${f(formulas.formulaNs)} ns a condition, by hand ${f(formulas.byHandNs)} ns: ${formulas.ratio.toFixed(1)} ×.`);
      for (const [label, row] of [['one thread', one], ['two threads', two]] as const) if (row !== undefined) print(`Halvane, ${label}: draft of 64 futures ${f(row['draft64MedianMs']!)} ms (95th percentile ${f(row['draft64P95Ms']!)}), settled 512 ${f(row['settled512Ms']!)} ms, start-date curve 53 × 200 ${f(row['startDateCurve53x200Ms']! / 1000, 1)} s.`);
      if (ratios.twoWorkersAgainstOne !== null) print(`Two threads against one: ${ratios.twoWorkersAgainstOne.toFixed(2)} ×.`);
    });
}
