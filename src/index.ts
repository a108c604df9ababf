/**
 * Forestall as a library: read scenarios and plans, check them, run futures, compare plans. No input or output, no clock,
 * no document, no side effects; works in Node, in browsers and in workers.
 *
 * ```ts
 * const { value: scenario, diagnostics } = parseScenario(text, 'scenario.json');
 * const { plan } = parsePlan(planJson, 'plan.json', scenario);
 * const report = reportRun({
 *   world: worldOf(scenario), scenarioHash: scenarioHash(scenario), plan: preparePlan(plan, planWorld(scenario)), seed: 1,
 * });
 * ```
 * Studies take an `Executor`, whoever does the work: one that calls `Simulator.perform` in this thread is five lines.
 */
export { findingLine, hasErrors, type Diagnostic, type Severity } from './scenario/diagnostics.ts';
export { parseScenario } from './scenario/parse.ts';
export { scenarioHash } from './scenario/model.ts';
export { PARAMETERS, PRESETS, type PresetName } from './scenario/parameters.ts';
export type { OutcomeName, Scenario } from './scenario/schema.ts';
export { UNIT_TYPES, type UnitType } from './scenario/units.ts';

export { checkPlan } from './plan/check.ts';
export { planHash } from './plan/hash.ts';
export { parsePlan, planText } from './plan/parse.ts';
export type { Action, ActionKind, Plan } from './plan/schema.ts';
export { planWorld, type PlanWorld } from './plan/world.ts';

export { delayCurve, delayGoal, type DelayOptions } from './study/delay.ts';
export { ENSEMBLES, type EnsembleMode } from './study/ensemble.ts';
export type { Executor, PerformOptions } from './study/executor.ts';
export type { PlanInput, ResultOf, Task } from './study/job.ts';
export { OUTCOMES } from './study/outcomes.ts';
export { preparePlan } from './study/prepare.ts';
export type { DelayCurve, DelayPoint } from './study/results.ts';
export { reportRun, type RunReport, type RunRequest, type TraceRow } from './study/run-report.ts';
export { seedFrom } from './study/seed.ts';
export { Simulator } from './study/simulator.ts';
export { startVariants } from './study/start-variants.ts';
export { ENGINE, runStudy, type StudyReport, type StudyRequest } from './study/study.ts';
export { verifyResult } from './study/verify.ts';
export { parametersHash, worldOf, type WorldInput } from './study/world.ts';
