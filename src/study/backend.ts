/**
 * What a session asks of the machinery behind it: reading files, checking plans, simulating. Everything heavy
 * (zod, mathjs, the engine) runs in workers; the main thread knows only this interface and plain data.
 */
import type { PlanCheck } from '../plan/review.ts';
import type { Plan } from '../plan/schema.ts';
import type { Diagnostic } from '../scenario/diagnostics.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { DelayCurve, FutureTrace, PlanResult, RegionResult } from './results.ts';
import type { TimingMap } from './timing.ts';

/** A piece of work that may be given up. After `cancel`, `done` rejects with an Error named "Cancelled" within one chunk. */
export interface Job<T> {
  readonly done: Promise<T>;
  cancel(): void;
}

export type { ActionCheck, PlanCheck } from '../plan/review.ts';

export interface SimulateRequest {
  readonly plan: Plan;
  readonly seed: number;
  /** Futures of the first answer and of the settled one. */
  readonly draft: number;
  readonly runs: number;
  /** A plan that is only tried, while a bar moves: it goes first and leaves no checkpoints. */
  readonly isTry?: boolean;
}

export interface DelayRequest {
  readonly plan: Plan;
  readonly action: string;
  readonly seed: number;
  readonly runs: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly outcome?: OutcomeName;
}

export interface TimingRequest {
  readonly plan: Plan;
  /** Ids of two actions; the first goes down, the second across. */
  readonly actions: readonly [string, string];
  readonly seed: number;
  readonly runs: number;
  /** Start days of each action, and days before and after the present ones. */
  readonly count: number;
  readonly span: number;
  readonly outcome: OutcomeName;
}

export interface Backend {
  /** Reads a scenario file; findings in every case, a model when there is no error. Replaces the open scenario. */
  openScenario(text: string, file: string): Promise<{ readonly model?: ScenarioModel; readonly diagnostics: readonly Diagnostic[] }>;
  /** Reads a plan file against the open scenario. */
  readPlan(text: string, file: string): Promise<{ readonly plan?: Plan; readonly diagnostics: readonly Diagnostic[] }>;
  checkPlan(plan: Plan): Promise<PlanCheck>;
  /** The number of a seed text that is not a plain number (study/seed.ts). */
  seedOf(text: string): Promise<number>;
  /** Calls `onResult` with the draft, then with every refinement, and resolves with the settled result. */
  simulate(request: SimulateRequest, onResult: (result: PlanResult) => void): Job<PlanResult>;
  /** Calls `onCurve` as points sharpen. */
  delay(request: DelayRequest, onCurve: (curve: DelayCurve) => void): Job<DelayCurve>;
  /** Calls `onMap` as the map sharpens. */
  timing(request: TimingRequest, onMap: (map: TimingMap) => void): Job<TimingMap>;
  /** One future in full. */
  future(plan: Plan, seed: number, run: number): Job<FutureTrace>;
  region(plan: Plan, seed: number, runs: number, region: string, day: number): Job<RegionResult>;
  /** Number of workers. */
  readonly workers: number;
  dispose(): void;
}
