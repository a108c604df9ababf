/**
 * Deployment table: when each unit of a plan passes each phase, over many futures, beside what doctrine promises and what
 * the record shows. The three columns are three sets of parameters (presets) over the same futures, ports and roads.
 */
import { runToEnd, startRun, type Run } from '../engine/run.ts';
import { buildSchedule } from '../engine/schedule.ts';
import { PHASE_GENERATION, PHASE_LIFT, PHASE_OPERATIONAL, PHASE_READINESS } from '../engine/unit-stages.ts';
import type { Plan } from '../plan/schema.ts';
import { unitTypesOf } from '../scenario/units.ts';
import type { EnsembleMode } from './ensemble.ts';
import { hxlCsv, type HxlColumn } from './hxl.ts';
import type { PlanInput } from './job.ts';
import { quantile } from './statistics.ts';
import { World, type WorldInput } from './world.ts';

/** Phases whose dates are shown: authorised and funded; contributor found; ready to move; equipment through the port; people there; half at work; at work. */
export const UNIT_DATES = ['authorised', 'found', 'ready', 'equipment', 'people', 'initial', 'full'] as const;
export type UnitDate = (typeof UNIT_DATES)[number];

/** Share of a unit at work that counts as initial and as full operating capability. MODEL. */
const INITIAL = 0.5;
const FULL = 0.95;
/** Passes for a whole in sums of floating numbers. */
const WHOLE = 0.9999;

/** Paces shown side by side: the assumptions asked for, the doctrinal promise, the observed record. */
export const PACES = ['plan', 'promise', 'record'] as const;
export type Pace = (typeof PACES)[number];

export interface DateQuantiles {
  /** Days from D0; Infinity where so many futures never get there within the scenario. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of futures that get there. */
  readonly reached: number;
}

export interface DeploymentRow {
  readonly action: string;
  /** Number of the unit in its order, from 1. */
  readonly number: number;
  readonly unit: string;
  readonly people: number;
  readonly contributor: string;
  readonly destination: string;
  readonly dates: Readonly<Record<Pace, Readonly<Record<UnitDate, DateQuantiles>>>>;
}

export interface DeploymentTable {
  readonly scenario: string;
  readonly plan: string;
  readonly runs: number;
  readonly seed: number;
  readonly rows: readonly DeploymentRow[];
}

export interface TableRequest {
  readonly world: WorldInput;
  readonly plan: Plan;
  readonly input: PlanInput;
  readonly seed: number;
  readonly runs: number;
  readonly ensemble?: EnsembleMode;
}

/** Whether unit u has passed a phase today. */
function hasPassed(run: Run, u: number, date: number): boolean {
  const { s, t, o } = run;
  const phase = s.unitPhase[u]!;
  const people = t.unitPeople[o.unitTypeOf[u]!]!;
  if (date === 0) return phase >= PHASE_GENERATION;
  if (date === 1) return phase >= PHASE_READINESS && phase <= PHASE_OPERATIONAL;
  if (date === 2) return phase >= PHASE_LIFT && phase <= PHASE_OPERATIONAL;
  if (date === 3) return s.unitCargoLifted[u]! > 0 && s.unitCargoLifted[u]! >= WHOLE * t.unitCargo[o.unitTypeOf[u]!]!;
  if (date === 4) return s.unitArrived[u]! >= WHOLE * people;
  return s.unitOperational[u]! >= (date === 5 ? INITIAL : FULL) * people;
}

/** Days on which each ordered unit first passes each phase: [(unit · dates + date) · runs + run], Infinity never. */
function datesOf(request: TableRequest, pace: Pace): { readonly days: Float64Array; readonly first: number; readonly units: number } {
  const { input, seed, runs, ensemble = 'events' } = request;
  const world = new World(pace === 'plan' ? request.world : { ...request.world, preset: pace });
  const first = world.tables.initialUnits.region.length;
  // what doctrine promises takes every pledge for granted
  const rows = pace === 'promise' ? input.rows.map(row => ({ ...row, reliability: 1 })) : input.rows;
  const o = buildSchedule(rows, world.tables.initialUnits);
  const units = o.units - first;
  const days = new Float64Array(units * UNIT_DATES.length * runs).fill(Infinity);
  for (let n = 0; n < runs; n++) {
    const run = startRun(world.tablesOf(ensemble, seed, n), o, seed, n);
    runToEnd(run, () => {
      for (let u = 0; u < units; u++) {
        for (let d = 0; d < UNIT_DATES.length; d++) {
          const at = (u * UNIT_DATES.length + d) * runs + n;
          if (days[at] === Infinity && hasPassed(run, first + u, d)) days[at] = run.day;
        }
      }
    });
  }
  return { days, first, units };
}

function quantilesOf(values: Float64Array): DateQuantiles {
  const sorted = values.slice().sort();
  const level = (q: number): number => {
    const rank = q * (sorted.length - 1);
    // between a day and never lies never; on a day lies the day
    return Number.isInteger(rank) ? sorted[rank]! : sorted[Math.ceil(rank)] === Infinity ? Infinity : quantile(sorted, q);
  };
  return { p10: level(0.1), p50: level(0.5), p90: level(0.9), reached: values.filter(Number.isFinite).length / values.length };
}

/** Runs a plan at three paces and reads off the dates of its units. */
export function deploymentTable(request: TableRequest): DeploymentTable {
  const { plan, input, runs, seed, world } = request;
  const types = new Map(unitTypesOf(world.scenario).map(type => [type.id, type]));
  const byPace = PACES.map(pace => datesOf(request, pace));
  const rows: DeploymentRow[] = [];
  plan.actions.forEach(action => {
    if (action.kind !== 'deploy') return;
    for (let number = 1; number <= Math.floor(action.amount); number++) {
      const u = rows.length;
      const dates = (pace: number) => Object.fromEntries(UNIT_DATES.map((date, d) => {
        const at = (u * UNIT_DATES.length + d) * runs;
        return [date, quantilesOf(byPace[pace]!.days.subarray(at, at + runs))];
      })) as Record<UnitDate, DateQuantiles>;
      rows.push({
        action: action.id, number, unit: action.unit, people: types.get(action.unit)?.people ?? 0, contributor: action.contributor, destination: action.destination,
        dates: { plan: dates(0), promise: dates(1), record: dates(2) },
      });
    }
  });
  return { scenario: world.scenario.id, plan: input.id, runs, seed, rows };
}

const LEVELS = ['p10', 'p50', 'p90'] as const;

/** Columns of the CSV: the order, then for each phase the three quantiles of the plan and the medians of promise and record. */
const COLUMNS: readonly HxlColumn<DeploymentRow>[] = [
  { head: 'action', tag: '#activity+code', cell: row => row.action },
  { head: 'unit of the order', tag: '#activity+num', cell: row => row.number },
  { head: 'unit type', tag: '#capacity+type', cell: row => row.unit },
  { head: 'people', tag: '#capacity+num+people', cell: row => row.people },
  { head: 'contributor', tag: '#org+contributor+code', cell: row => row.contributor },
  { head: 'destination', tag: '#adm1+code', cell: row => row.destination },
  ...UNIT_DATES.flatMap(date => [
    ...LEVELS.map(level => ({ head: `${date} ${level} (day)`, tag: `#date+day+${date}+${level}`, cell: (row: DeploymentRow) => row.dates.plan[date][level] })),
    { head: `${date} (share of futures)`, tag: `#indicator+share+${date}`, cell: (row: DeploymentRow) => row.dates.plan[date].reached },
    ...(['promise', 'record'] as const).flatMap(pace => LEVELS.map(level => ({ head: `${date} ${level} ${pace} (day)`, tag: `#date+day+${date}+${level}+${pace}`, cell: (row: DeploymentRow) => row.dates[pace][date][level] }))),
  ]),
];

export function deploymentCsv(table: DeploymentTable): string {
  return hxlCsv(COLUMNS, table.rows);
}
