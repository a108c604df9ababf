/** What threads say to each other: plain data, one answer to each question. The number `id` joins them. */
import type { Plan } from '../plan/schema.ts';
import type { PlanCheck } from '../study/backend.ts';
import type { PlanInput, Task, TaskResult } from '../study/job.ts';
import type { StartVariant } from '../study/delay.ts';
import type { WorldInput } from '../study/world.ts';
import type { Diagnostic } from '../scenario/diagnostics.ts';
import type { ScenarioModel } from '../scenario/model.ts';

/** To a simulating thread. */
export type SimulatorQuestion =
  | { readonly ask: 'open'; readonly id: number; readonly world: WorldInput; /** Bytes for checkpoints. */ readonly budget: number }
  | { readonly ask: 'perform'; readonly id: number; readonly task: Task };

/** To the thread that reads and checks files. */
export type DeskQuestion =
  | { readonly ask: 'scenario'; readonly id: number; readonly text: string; readonly file: string }
  | { readonly ask: 'plan'; readonly id: number; readonly text: string; readonly file: string }
  | { readonly ask: 'check'; readonly id: number; readonly plan: Plan }
  | { readonly ask: 'prepare'; readonly id: number; readonly plan: Plan }
  | { readonly ask: 'variants'; readonly id: number; readonly plan: Plan; readonly action: string; readonly from: number; readonly to: number; readonly step: number }
  | { readonly ask: 'pairs'; readonly id: number; readonly plan: Plan; readonly actions: readonly [string, string]; readonly count: number; readonly span: number };

type Unnumbered<Q> = Q extends unknown ? Omit<Q, 'id'> : never;
/** A question to the desk before it has its number. */
export type DeskWish = Unnumbered<DeskQuestion>;

/** What each question is answered with. */
export interface Answers {
  readonly open: true;
  readonly perform: TaskResult;
  readonly scenario: { readonly model?: ScenarioModel; readonly diagnostics: readonly Diagnostic[] };
  readonly plan: { readonly plan?: Plan; readonly diagnostics: readonly Diagnostic[] };
  readonly check: PlanCheck;
  readonly prepare: PlanInput;
  readonly variants: { readonly present: number; readonly variants: readonly StartVariant[] };
  /** Variants row by row, then the plan as it stands. */
  readonly pairs: { readonly present: readonly [number, number]; readonly days: readonly [readonly number[], readonly number[]]; readonly variants: readonly StartVariant[] };
}

export type Answer =
  | { readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly id: number; readonly error: string };
