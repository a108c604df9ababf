/** Golden runs: one future, its hash every thirty days, and outcomes for human eyes beside a range that a source makes plausible. */
import { runToEnd, startRun } from '../engine/run.ts';
import { buildSchedule } from '../engine/schedule.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { PlanInput } from './job.ts';
import { Observer } from './observe.ts';
import { OUTCOMES } from './outcomes.ts';
import { worldHasher } from './run-report.ts';
import { World, type WorldInput } from './world.ts';

const EVERY_DAYS = 30;

export interface GoldenOutcome {
  /** null before the first blessing. */
  readonly value: number | null;
  readonly unit: string;
  /** Lowest and highest value that anybody would believe, written before the first run. */
  readonly plausible: readonly [number, number];
  /** Why that range. */
  readonly source: string;
}

export interface Golden {
  readonly format: number;
  /** MODEL_VERSION that gave the numbers; 0 before the first blessing. */
  readonly model: number;
  readonly scenario: string;
  readonly plan: string;
  readonly seed: number;
  /** Hashes of scenario, plan and parameters, joined. */
  readonly inputs: string;
  /** Running hash of the world's columns after so many days. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Partial<Record<OutcomeName, GoldenOutcome>>>;
}

export interface Replay {
  readonly hashes: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<OutcomeName, number>>;
}

/** Runs the future of a golden. */
export function replay(input: WorldInput, plan: PlanInput, seed: number): Replay {
  const t = new World(input).tables;
  const o = buildSchedule(plan.rows, t.initialUnits);
  const run = startRun(t, o, seed, 0);
  const observer = new Observer(t, o, false);
  observer.begin(run);
  const hash = worldHasher(run.s);
  const hashes: Record<string, string> = {};
  runToEnd(run, () => {
    observer.day();
    hash.day();
    if ((run.day + 1) % EVERY_DAYS === 0) hashes[String(run.day + 1)] = hash.digest();
  });
  const values = new Float64Array(OUTCOMES.length);
  observer.outcomes(values, 0);
  return { hashes, outcomes: Object.fromEntries(OUTCOMES.map(({ name }, i) => [name, values[i]!])) as Record<OutcomeName, number> };
}

/** First day whose hash differs, or undefined. */
export function firstDifferentDayOf(golden: Golden, now: Replay): number | undefined {
  const day = Object.keys(now.hashes).find(key => golden.hashes[key] !== now.hashes[key]);
  return day === undefined ? undefined : Number(day);
}
