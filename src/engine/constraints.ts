/**
 * What holds an order back. Each day every order under way names one limit, and the name must be true: with that
 * limit lifted for the day (`rowRelief`) the order's progress plus effect at the end of the day is higher.
 *
 * Mechanisms keep that promise by treating an order as a chain of gates and stages: it moves on until one stops
 * it, and that one is named. Where two bounds act at once, the tighter is named and each has its share of progress.
 */
import { CONSTRAINTS, type Constraint, ROW_KINDS, type RowKind } from './schedule.ts';
import type { Run } from './run.ts';

const code = (constraint: Constraint): number => CONSTRAINTS.indexOf(constraint);

export const NONE = code('none');
export const MANDATE = code('mandate');
export const CONSENT = code('consent');
export const LEAD_TIME = code('lead-time');
export const LIFT = code('lift');
export const ROUTE = code('route');
export const SUPPLY = code('supply');
export const MONEY = code('money');
export const PARTNER = code('partner');
export const SECURITY = code('security');
export const START = code('start');

const kind = (name: RowKind): number => ROW_KINDS.indexOf(name);

export const MONITORS = kind('monitors');
export const MEDIATE = kind('mediate');
export const COUNCIL_REQUEST = kind('council-request');
export const SANCTION = kind('sanction');
export const DEPLOY = kind('deploy');
export const REDEPLOY = kind('redeploy');
export const OPEN_ROUTE = kind('open-route');
export const FORWARD_BASE = kind('forward-base');
export const AID = kind('aid');
export const SOURCE = kind('source');
export const FACT_FINDING = kind('fact-finding');
export const ALERT_LEVELS = kind('alert-levels');
export const ASSEMBLY = kind('assembly');
export const COUNCIL_VOTE = kind('council-vote');
export const COMMUNITY_MEDIATION = kind('community-mediation');
export const PARTNER_REQUEST = kind('partner-request');
export const SUPPORT_PACKAGE = kind('support-package');
export const CONSULTATION = kind('consultation');
export const PROGRAMME = kind('programme');
export const READINESS = kind('readiness');

/** Values of rowState. */
export const ROW_WAITING = 0;
export const ROW_UNDER_WAY = 1;
export const ROW_OVER = 2;

/** Progress of an order on the day it is given. */
export const PROGRESS_BEGUN = 0.02;
/** Effect from which an order counts as fully effective. */
export const FULL_EFFECT = 0.95;

/** Whether a bit set of lifted limits holds one. */
export function lifts(relief: number, constraint: number): boolean {
  return (relief & (1 << constraint)) !== 0;
}

/** Limits lifted today for a unit: those of the order that raised it and of the redeployment that moves it. */
export function unitRelief(run: Run, u: number): number {
  const row = run.o.unitRow[u]!;
  const mover = run.s.unitMovedBy[u]! - 1;
  return (row >= 0 ? run.s.rowRelief[row]! : 0) | (mover >= 0 ? run.s.rowRelief[mover]! : 0);
}

/** Progress of an order: most of it the way to its effect, the rest the effect itself. */
export function progressOf(way: number, effect: number): number {
  return PROGRESS_BEGUN + (1 - PROGRESS_BEGUN) * (0.7 * way + 0.3 * effect);
}
