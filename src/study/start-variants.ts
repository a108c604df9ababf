/** The same plan with one action, or all of them, started on other days, for start-date curves. */
import { withRecord } from '../plan/actions/index.ts';
import { checkPlan } from '../plan/check.ts';
import { compilePlan } from '../plan/compile.ts';
import { movedPlan, shiftedPlan } from '../plan/edit.ts';
import { planHash } from '../plan/hash.ts';
import type { Plan } from '../plan/schema.ts';
import { earliestStart } from '../plan/starts.ts';
import type { PlanWorld } from '../plan/world.ts';
import type { StartVariant } from './delay.ts';

/** Stands for all actions together where the id of one is asked for. */
export const ALL_ACTIONS = 'all';

/** Whether a finding is on the action at that place of the plan. */
function concerns(path: string, index: number): boolean {
  return path === `/actions/${index}` || path.startsWith(`/actions/${index}/`);
}

/** The plan by start day: of one action, or of all together for `all` (unless an action has that id). */
export function variantsOf(plan: Plan, actionId: string, world: PlanWorld): ReturnType<typeof startVariants> {
  return actionId === ALL_ACTIONS && !plan.actions.some(action => action.id === actionId) ? planVariants(plan, world) : startVariants(plan, actionId, world);
}

/**
 * A start is feasible from the earliest day its kind names, when the checks find no error in the moved action.
 * @returns the day the action starts now (the earliest its rule can give), and a maker of variants, moved as the edit moves them
 * @throws when the plan has no such action
 */
export function startVariants(plan: Plan, actionId: string, world: PlanWorld): { readonly present: number; readonly variant: (start: number) => StartVariant } {
  const index = plan.actions.findIndex(action => action.id === actionId);
  const action = plan.actions[index];
  if (action === undefined) throw new Error(`The plan ${plan.id} has no action ${actionId}.`);
  const present = earliestStart(action, plan, world);
  const earliest = withRecord(action, (one, record) => record.earliest(one, world, plan));
  return {
    present,
    variant: start => {
      const other = movedPlan(plan, actionId, present, start);
      const late = start >= world.days;
      const error = late || start < earliest.day ? undefined : checkPlan(other, world).find(finding => finding.severity === 'error' && concerns(finding.path, index));
      const feasible = !late && start >= earliest.day && error === undefined;
      const reason = late ? AFTER_END : error === undefined ? { ...earliest.reason } : { en: error.message, fr: error.message };
      return {
        start, feasible,
        reason: feasible ? { en: '', fr: '' } : reason,
        plan: { id: plan.id, hash: planHash(other), rows: compilePlan(other, world) },
      };
    },
  };
}

const AFTER_END = { en: 'the scenario is over by then', fr: 'le scénario est terminé à cette date' } as const;

/**
 * All actions that start on a day or a date, moved together; those that wait for something move with it.
 * @returns the day the first of them starts now, and a maker of variants by the day it starts
 * @throws when no action of the plan starts on a day or a date
 */
export function planVariants(plan: Plan, world: PlanWorld): { readonly present: number; readonly variant: (start: number) => StartVariant } {
  const days = plan.actions.filter(action => typeof action.start !== 'object').map(action => earliestStart(action, plan, world));
  if (days.length === 0) throw new Error(`No action of the plan ${plan.id} starts on a day.`);
  const present = Math.min(...days);
  return {
    present,
    variant: start => {
      const other = shiftedPlan(plan, start - present);
      const reason = start >= world.days ? AFTER_END : planObstacle(other, world);
      return { start, feasible: reason === undefined, reason: reason ?? { en: '', fr: '' }, plan: { id: plan.id, hash: planHash(other), rows: compilePlan(other, world) } };
    },
  };
}

/** Why a plan cannot work as it is dated: the first error, the first action that has to wait or begins after the end; undefined when it can. */
export function planObstacle(plan: Plan, world: PlanWorld): { readonly en: string; readonly fr: string } | undefined {
  const error = checkPlan(plan, world).find(finding => finding.severity === 'error');
  if (error !== undefined) return { en: error.message, fr: error.message };
  for (const action of plan.actions) {
    if (typeof action.start === 'object') continue;
    const start = earliestStart(action, plan, world);
    const { label, earliest } = withRecord(action, (one, record) => ({ label: record.label(one, world), earliest: record.earliest(one, world, plan) }));
    if (start < earliest.day) return { en: `${label.en}: ${earliest.reason.en}`, fr: `${label.fr} : ${earliest.reason.fr}` };
    if (start >= world.days) return { en: `${label.en}: ${AFTER_END.en}`, fr: `${label.fr} : ${AFTER_END.fr}` };
  }
  return undefined;
}

/**
 * Two actions on days of their own, the second moved after the first.
 * @returns the days both start now, and a maker of variants by their start days
 * @throws when the plan has no such action
 */
export function pairVariants(plan: Plan, [first, second]: readonly [string, string], world: PlanWorld): { readonly present: readonly [number, number]; readonly variant: (first: number, second: number) => StartVariant } {
  const startOf = (id: string, of: Plan): number => {
    const action = of.actions.find(one => one.id === id);
    if (action === undefined) throw new Error(`The plan ${plan.id} has no action ${id}.`);
    return earliestStart(action, of, world);
  };
  const present = [startOf(first, plan), startOf(second, plan)] as const;
  return {
    present,
    variant: (one, two) => {
      const moved = movedPlan(plan, first, present[0], one);
      const other = movedPlan(moved, second, startOf(second, moved), two);
      const reason = obstacleOn(other, [first, second], world);
      return { start: one, feasible: reason === undefined, reason: reason ?? { en: '', fr: '' }, plan: { id: plan.id, hash: planHash(other), rows: compilePlan(other, world) } };
    },
  };
}

/** Why one of the actions cannot work on its day; undefined when all can. */
function obstacleOn(plan: Plan, ids: readonly string[], world: PlanWorld): { readonly en: string; readonly fr: string } | undefined {
  const errors = checkPlan(plan, world).filter(finding => finding.severity === 'error');
  for (const id of ids) {
    const index = plan.actions.findIndex(action => action.id === id);
    const action = plan.actions[index]!;
    const error = errors.find(finding => concerns(finding.path, index));
    const start = earliestStart(action, plan, world);
    const earliest = withRecord(action, (one, record) => record.earliest(one, world, plan));
    const reason = start >= world.days ? AFTER_END : start < earliest.day ? earliest.reason : error === undefined ? undefined : { en: error.message, fr: error.message };
    if (reason !== undefined) return { en: `${id}: ${reason.en}`, fr: `${id} : ${reason.fr}` };
  }
  return undefined;
}
