/**
 * What a search may change in a plan: start days, sizes, and the order in which deployments are listed (pledges are called
 * and room under a ceiling is taken in that order). A choice is one place in the values of each knob.
 */
import { callsOf } from '../plan/pledges.ts';
import { checkPlan } from '../plan/check.ts';
import { withRecord } from '../plan/actions/index.ts';
import { movedPlan } from '../plan/edit.ts';
import type { Action, Plan } from '../plan/schema.ts';
import { earliestStart, waitsFor } from '../plan/starts.ts';
import type { PlanWorld } from '../plan/world.ts';
import { planObstacle } from './start-variants.ts';

/** One thing that may change; `values[present]` is what the plan has. */
export interface Knob {
  readonly action: string;
  /** Start day; size, 0 for leaving the action out; place 1 first among deployments, 0 as listed. */
  readonly what: 'start' | 'amount' | 'order';
  readonly values: readonly number[];
  readonly present: number;
}

export type Choice = readonly number[];

export interface SearchSpace {
  readonly knobs: readonly Knob[];
  /** The plan as it stands. */
  readonly base: Choice;
  readonly planOf: (choice: Choice) => Plan;
  /** Why a choice cannot be had: pledges, mandate, earliest starts; undefined when it can. */
  readonly obstacle: (choice: Choice) => string | undefined;
}

export interface SpaceOptions {
  /** Days between start days tried, and days before and after the present start. */
  readonly step: number;
  readonly span: number;
  /** Actions that may change; all by default. */
  readonly actions?: readonly string[];
}

const SIZES = [0, 0.5, 1, 1.5, 2] as const;

const amountOf = (action: Action): number | undefined => ('amount' in action && typeof action.amount === 'number' ? action.amount : undefined);

function startKnob(action: Action, plan: Plan, world: PlanWorld, { step, span }: SpaceOptions): Knob | undefined {
  if (typeof action.start === 'object') return undefined;
  const present = earliestStart(action, plan, world);
  const days: number[] = [];
  for (let day = present - Math.floor(span / step) * step; day <= present + span; day += step) if (day >= 0 && day < world.days) days.push(day);
  return days.length < 2 ? undefined : { action: action.id, what: 'start', values: days, present: days.indexOf(present) };
}

function amountKnob(action: Action): Knob | undefined {
  const amount = amountOf(action);
  if (amount === undefined || amount <= 0 || !withRecord(action, (_, record) => record.hasAmount)) return undefined;
  const values = [...new Set(SIZES.map(size => (size === 1 ? amount : Math.round(amount * size))))].sort((a, b) => a - b);
  return { action: action.id, what: 'amount', values, present: values.indexOf(amount) };
}

/** The space around a plan. */
export function searchSpace(plan: Plan, world: PlanWorld, options: SpaceOptions): SearchSpace {
  const open = plan.actions.filter(action => options.actions === undefined || options.actions.includes(action.id));
  const deployments = open.filter(action => action.kind === 'deploy');
  const knobs = [
    ...open.flatMap(action => [startKnob(action, plan, world, options), amountKnob(action)].filter(knob => knob !== undefined)),
    ...(deployments.length < 2 ? [] : deployments.map((action): Knob => ({ action: action.id, what: 'order', values: [0, 1], present: 0 }))),
  ];
  const planOf = (choice: Choice): Plan => knobs.reduce((made, knob, k) => changed(made, knob, choice[k]!, world), plan);
  return {
    knobs, base: knobs.map(knob => knob.present),
    planOf: choice => withoutEmpty(planOf(choice), plan),
    obstacle: choice => obstacleOf(planOf(choice), world),
  };
}

/** The plan with one knob at place `at` of its values. */
function changed(plan: Plan, knob: Knob, at: number, world: PlanWorld): Plan {
  if (at === knob.present) return plan;
  const value = knob.values[at]!;
  const action = plan.actions.find(one => one.id === knob.action)!;
  switch (knob.what) {
    case 'start': return movedPlan(plan, knob.action, earliestStart(action, plan, world), value);
    case 'amount': return { ...plan, actions: plan.actions.map(one => (one === action ? { ...one, amount: value } as Action : one)) };
    case 'order': return { ...plan, actions: [action, ...plan.actions.filter(one => one !== action)] };
  }
}

/** Without the actions whose size went to zero, unless another waits for them. */
function withoutEmpty(plan: Plan, before: Plan): Plan {
  const dropped = (action: Action): boolean => amountOf(action) === 0 && amountOf(before.actions.find(one => one.id === action.id)!) !== 0 && plan.actions.every(other => waitsFor(other.start) !== action.id);
  return plan.actions.some(dropped) ? { ...plan, actions: plan.actions.filter(action => !dropped(action)) } : plan;
}

/** Limits that a plan on paper can break; lift, routes and money on the day are the engine's. */
function obstacleOf(plan: Plan, world: PlanWorld): string | undefined {
  const over = checkPlan(plan, world).find(finding => finding.code === 'plan/over-ceiling');
  const calls = callsOf(plan, world);
  const exceeded = plan.actions.find((action, i) => action.kind === 'deploy' && calls[i] !== undefined && calls[i].called > calls[i].pledged);
  return over?.message ?? planObstacle(plan, world)?.en ?? (exceeded === undefined ? undefined : `"${exceeded.id}" calls more units than are pledged.`);
}

/** What a choice changes in the plan. */
export interface Change {
  readonly action: string;
  readonly what: Knob['what'];
  readonly from: number;
  readonly to: number;
}

export function changesOf(space: SearchSpace, choice: Choice): Change[] {
  return space.knobs.flatMap((knob, k) => (choice[k] === knob.present ? [] : [{ action: knob.action, what: knob.what, from: knob.values[knob.present]!, to: knob.values[choice[k]!]! }]));
}

/** Number of choices, feasible or not. */
export function spaceSize(space: SearchSpace): number {
  return space.knobs.reduce((product, knob) => product * knob.values.length, 1);
}
