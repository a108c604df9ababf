/** What checking a plan says, as plain data that crosses threads. Shapes only. */
import type { Diagnostic } from '../scenario/diagnostics.ts';

/** A text in both languages of the program. */
export interface Both {
  readonly en: string;
  readonly fr: string;
}

/** What checking says of one action. */
export interface ActionCheck {
  readonly id: string;
  /** Sentences for lists and reports. */
  readonly sentence: Both;
  /** Short name for bars and lists, such as "Infantry battalion → East Valley". */
  readonly label: Both;
  /** Start day resolved from the rule; for rules that wait on events, the earliest day they could give. */
  readonly startDay: number;
  /** Last day of the order, at most the last day of the scenario; never before the start day. */
  readonly endDay: number;
  /** First start day that is feasible at all, and why not earlier. */
  readonly earliest: number;
  readonly earliestReason: Both;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanCheck {
  readonly planHash: string;
  /** In the order of the plan. */
  readonly actions: readonly ActionCheck[];
  /** Findings on the plan as a whole and on its actions, errors first. */
  readonly diagnostics: readonly Diagnostic[];
}
