/** The result hash of whole runs, from parsed scenarios and compiled rows handed in as data. */
import type { OrderRow } from '../../src/engine/schedule.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { reportRun } from '../../src/study/run-report.ts';
import { worldOf } from '../../src/study/world.ts';

export interface RunInput {
  readonly name: string;
  readonly scenario: Scenario;
  readonly scenarioHash: string;
  readonly plan: { readonly id: string; readonly hash: string; readonly rows: readonly OrderRow[] };
  readonly seed: number;
}

export function runBits(inputs: readonly RunInput[]): Record<string, string> {
  return Object.fromEntries(inputs.map(({ name, scenario, scenarioHash, plan, seed }) => [name, reportRun({ world: worldOf(scenario), scenarioHash, plan, seed }).hashes.result]));
}
