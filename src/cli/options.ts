/** Options that run, study and delay share, and the world they make. */
import { Option, type Command } from 'commander';
import { MECHANISMS } from '../engine/phases.ts';
import { checkOverrides, PRESETS, type PresetName } from '../scenario/parameters.ts';
import { scenarioHash } from '../scenario/model.ts';
import { compilePlan } from '../plan/compile.ts';
import { planHash } from '../plan/hash.ts';
import type { Plan } from '../plan/schema.ts';
import { planWorld, type PlanWorld } from '../plan/world.ts';
import { ENSEMBLES, type EnsembleMode } from '../study/ensemble.ts';
import type { PlanInput } from '../study/job.ts';
import { seedFrom } from '../study/seed.ts';
import { worldOf, type WorldInput } from '../study/world.ts';
import { defaultWorkers } from '../workers/node-pool.ts';
import { openPlan, openScenario, type OpenScenario } from './library.ts';
import { idList, refuse, repeated, stopOnErrors, wholeNumber } from './output.ts';
import { didYouMean, type Diagnostic } from '../scenario/diagnostics.ts';

export interface WorldOptions {
  readonly preset: PresetName;
  readonly set: readonly string[];
  /** Names of mechanisms left out of the tick. */
  readonly without?: readonly string[];
  readonly json?: boolean;
}

const oneOf = <T extends string>(name: string, known: readonly T[]) => (text: string): T => (known as readonly string[]).includes(text) ? text as T : refuse(`${name} is "${text}"; it is one of ${known.join(', ')}.`);

/** Adds `--preset` and `--set`. */
export function withWorldOptions(command: Command): Command {
  return command
    .addOption(presetOption())
    .addOption(settings())
    .option('--json', 'print one JSON object');
}

/** `--without`, for commands that simulate. */
export function withoutOption(): Option {
  return new Option('--without <mechanism>', 'leave a mechanism out of the tick: its columns stay as on the eve of D0; may be repeated, or joined by commas').argParser((text: string, before: readonly string[]) => [...before, ...idList(text).map(mechanismName)]).default([], 'none');
}

function mechanismName(typed: string): string {
  const known = MECHANISMS.map(({ name }) => name);
  return known.includes(typed) ? typed : refuse(`--without is "${typed}". ${didYouMean(typed, known) ?? `It is one of ${known.join(', ')}.`}`);
}

/** `--set`, the same for all commands. */
export function settings(): Option {
  return new Option('--set <name=value>', 'another value for a parameter, as "forestall parameters" lists them; may be repeated').argParser(repeated).default([], 'none');
}

/** `--preset` for commands that only show values. */
export function presetOption(): Option {
  return new Option('--preset <name>', `assumptions: ${PRESETS.join(', ')}; the first two on the effect of peacekeeping, the last two on the pace of deployment`).argParser(oneOf('--preset', PRESETS)).default('conservative');
}

/** Adds `--seed`. */
export function withSeed(command: Command): Command {
  return command.option('--seed <seed>', 'whole number or any text; the same seed gives the same futures', text => (text.trim() === '' ? refuse('--seed is empty; write a whole number or any text.') : seedFrom(text)), 1);
}

/** Adds `--ensemble` and `--workers`. */
export function withStudyOptions(command: Command, runs: number): Command {
  return withSeed(command)
    .option('--runs <number>', 'futures of each plan', wholeNumber('--runs', 1, 1_000_000), runs)
    .option('--ensemble <mode>', `what varies between futures: ${ENSEMBLES.join(' or ')} (parameters drawn from their ranges too)`, oneOf('--ensemble', ENSEMBLES), 'events')
    .option('--workers <number>', 'threads; results do not depend on it', wholeNumber('--workers', 1, 64), defaultWorkers());
}

export interface StudyOptionsTyped extends WorldOptions {
  readonly seed: number;
  readonly runs: number;
  readonly ensemble: EnsembleMode;
  readonly workers: number;
}

/** An open scenario with its assumptions, ready to run plans. */
export interface Desk {
  readonly open: OpenScenario;
  readonly world: WorldInput;
  readonly planWorld: PlanWorld;
  readonly scenarioHash: string;
}

/** What `--set` says, as typed; names are checked by `checkOverrides`. */
export function overridesOf(set: readonly string[]): Record<string, number> {
  const overrides: Record<string, number> = {};
  for (const pair of set) {
    const match = /^([A-Za-z][A-Za-z0-9]*)=(.+)$/.exec(pair);
    if (match === null || !Number.isFinite(Number(match[2]))) refuse(`--set is "${pair}"; write name=value, such as --set branching=0.3.`);
    overrides[match[1]!] = Number(match[2]);
  }
  return overrides;
}

/** Opens a scenario and sets its assumptions; stops on findings that are errors. */
export function openDesk(typed: string, options: WorldOptions): Desk {
  const opened = openScenario(typed);
  stopOnErrors(opened.diagnostics, options.json === true);
  const open = opened.value!;
  const overrides = overridesOf(options.set);
  stopOnErrors(checkOverrides(overrides, '').map(finding => ({ ...finding, file: '--set' })), options.json === true);
  return { open, world: worldOf(open.scenario, options.preset, overrides, options.without), planWorld: planWorld(open.scenario), scenarioHash: scenarioHash(open.scenario) };
}

/** Reads plans by id or path, all findings at once; stops on errors. */
export function openPlans(desk: Desk, ids: readonly string[], json: boolean): Plan[] {
  const findings: Diagnostic[] = [];
  const plans: Plan[] = [];
  for (const id of ids) {
    const { value, diagnostics } = openPlan(desk.open, id);
    findings.push(...diagnostics);
    if (value !== undefined) plans.push(value);
  }
  stopOnErrors(findings, json);
  return plans;
}

/** A plan ready to run. */
export function planInput(plan: Plan, world: PlanWorld): PlanInput {
  return { id: plan.id, hash: planHash(plan), rows: compilePlan(plan, world) };
}
