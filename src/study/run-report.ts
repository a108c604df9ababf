/** One run in one object: `run --json`, and its trace by day for `--trace`. */
import { runToEnd, startRun } from '../engine/run.ts';
import { CONSTRAINTS, buildSchedule, type Constraint } from '../engine/schedule.ts';
import type { State } from '../engine/state.ts';
import { Hasher } from '../kernel/hash.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { agendaLog, type AgendaEntry } from './agenda-log.ts';
import type { EnsembleMode } from './ensemble.ts';
import type { PlanInput } from './job.ts';
import { Observer } from './observe.ts';
import { OUTCOMES } from './outcomes.ts';
import { SERIES } from './results.ts';
import { ENGINE, type EngineVersions } from './study.ts';
import { World, parametersHash, withoutField, type WorldInput } from './world.ts';
import { warningLog, type WarningLog } from './warning-log.ts';

export interface RunReport {
  readonly scenario: string;
  readonly plan: string;
  readonly seed: number;
  readonly days: number;
  /** Number of the future; absent for the first, 0. */
  readonly future?: number;
  /** Mechanisms left out of the tick; absent when none is. */
  readonly without?: readonly string[];
  readonly engine: EngineVersions;
  readonly hashes: { readonly scenario: string; readonly plan: string; readonly parameters: string; readonly result: string };
  readonly outcomes: Readonly<Record<OutcomeName, { readonly value: number; readonly unit: string }>>;
  /** Days lost by cause from first warning to full effect. */
  readonly mandateClock: Readonly<Record<Exclude<Constraint, 'none'>, number>>;
  /** From the first report to full effect. */
  readonly warning: WarningLog;
  /** What began, was reviewed and ended, when and why. */
  readonly agenda: readonly AgendaEntry[];
}

export interface RunRequest {
  readonly world: WorldInput;
  readonly scenarioHash: string;
  readonly plan: PlanInput;
  readonly seed: number;
  /** Number of the future, 0 by default. */
  readonly run?: number;
  readonly ensemble?: EnsembleMode;
  /** Days to run; all of the scenario's by default. */
  readonly days?: number;
}

/** Values of one day, by `<series>`, `<quantity>.<region>`, and `state.<action>` (0 waits, 1 under way, 2 over) and `effect.<action>`. */
export type TraceRow = Readonly<Record<string, number>>;

/** Feeds the bytes of every world column to a hasher, each once a day. */
export function worldHasher(s: State): { day(): void; digest(): string } {
  const hasher = new Hasher();
  const views = s.layout.columns.filter(column => column.world).map(column => {
    const words = column.type === 'f64' ? column.length * 2 : column.type === 'u8' ? Math.ceil(column.length / 4) : column.length;
    return new Int32Array(s.buffer, column.byteOffset, words);
  });
  return {
    day: () => { for (const view of views) hasher.words(view); },
    digest: () => hasher.digest(),
  };
}

const TRACED = ['tension', 'hosted', 'civiliansKilled', 'need', 'reached', 'presentTroops', 'presentPolice', 'monitors', 'supplyDays', 'riskEstimate'] as const;

/**
 * Runs one future.
 * @param onDay receives the trace of each day; leave it out when no trace is wanted
 */
export function reportRun(request: RunRequest, onDay?: (row: TraceRow) => void): RunReport {
  const { plan, seed, run: index = 0, ensemble = 'events' } = request;
  const world = new World(request.world);
  const all = world.tablesOf(ensemble, seed, index);
  const days = Math.min(all.days, request.days ?? all.days);
  const t = days === all.days ? all : { ...all, days };
  const o = buildSchedule(plan.rows, t.initialUnits);
  const run = startRun(t, o, seed, index, undefined, world.mechanisms);
  const observer = new Observer(t, o, true);
  observer.begin(run);
  const hash = worldHasher(run.s);
  runToEnd(run, () => {
    observer.day();
    hash.day();
    if (onDay === undefined) return;
    const row: Record<string, number> = { day: run.day };
    SERIES.forEach(({ name }, i) => { row[name] = observer.today[i]!; });
    for (const name of TRACED) t.regionIds.forEach((id, r) => { row[`${name}.${id}`] = run.s[name][r]!; });
    o.ids.forEach((id, i) => { row[`state.${id}`] = run.s.rowState[i]!; row[`effect.${id}`] = run.s.rowEffect[i]!; });
    onDay(row);
  });
  const values = new Float64Array(OUTCOMES.length);
  observer.outcomes(values, 0);
  const clock = new Float64Array(CONSTRAINTS.length);
  observer.clock(clock, 0);
  return {
    scenario: request.world.scenario.id, plan: plan.id, seed, days, ...(index === 0 ? {} : { future: index }), ...withoutField(request.world.without), engine: ENGINE,
    hashes: { scenario: request.scenarioHash, plan: plan.hash, parameters: parametersHash(request.world), result: hash.digest() },
    outcomes: Object.fromEntries(OUTCOMES.map(({ name, unit }, i) => [name, { value: values[i]!, unit }])) as RunReport['outcomes'],
    mandateClock: Object.fromEntries(CONSTRAINTS.flatMap((cause, c) => (cause === 'none' ? [] : [[cause, clock[c]!]]))) as RunReport['mandateClock'],
    warning: warningLog(run),
    agenda: agendaLog(run),
  };
}
