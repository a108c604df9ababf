/** Does a plan make sense in its scenario? All findings at once, each with a JSON Pointer into the plan and a fix. */
import { didYouMean, sortFindings, type Diagnostic } from '../scenario/diagnostics.ts';
import type { ReportAction } from './action.ts';
import { withRecord } from './actions/index.ts';
import { checkFeasibility } from './check-feasibility.ts';
import { checkForces } from './check-forces.ts';
import { checkRoutes } from './check-routes.ts';
import { checkConditions } from './conditions.ts';
import type { Action, Plan } from './schema.ts';
import { circularStarts, earliestStart, resolveStart, waitsFor } from './starts.ts';
import { dayOf, dayText, type PlanWorld } from './world.ts';

/**
 * Checks a plan against its scenario.
 * @returns findings, errors first; codes begin with `plan/`
 */
export function checkPlan(plan: Plan, world: PlanWorld): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const add = (at: string): ReportAction => (severity, code, path, message, suggestion) => {
    findings.push(suggestion === undefined ? { severity, code: `plan/${code}`, path: `${at}${path}`, message } : { severity, code: `plan/${code}`, path: `${at}${path}`, message, suggestion });
  };
  if (plan.scenario !== world.scenario.id) add('')('warning', 'other-scenario', '/scenario', `The plan is made for "${plan.scenario}"; it is read with "${world.scenario.id}".`, 'Check that this is the right scenario.');
  const circles = new Set(circularStarts(plan));
  plan.actions.forEach((action, i) => {
    const report = add(`/actions/${i}`);
    const twin = plan.actions.findIndex(other => other.id === action.id);
    if (twin < i) report('error', 'id-twice', '/id', `The id "${action.id}" is taken by action ${twin + 1} already.`, 'Give each action an id of its own.');
    checkTimes(action, plan, world, report);
    if (circles.has(action.id)) report('error', 'circular-start', '/start', `"${action.id}" waits, through other actions, for itself.`, 'Give one of them a day or a date.');
    withRecord(action, (one, record) => record.check(one, world, report));
    checkConditions(action, world, report);
  });
  checkForces(plan, world, add);
  checkRoutes(plan, world, add);
  checkFeasibility(plan, world, add, findings);
  return sortFindings(findings);
}

function checkTimes(action: Action, plan: Plan, world: PlanWorld, report: ReportAction): void {
  const { start } = action;
  const last = world.days - 1;
  const awaited = waitsFor(start);
  if (awaited !== undefined) {
    const ref = plan.actions.find(other => other.id === awaited);
    const key = typeof start === 'object' && 'afterAction' in start ? 'afterAction' : 'afterDecision';
    if (ref === undefined) report('error', 'unknown-action', `/start/${key}`, `The start waits for the action "${awaited}", which is not in the plan.`, didYouMean(awaited, plan.actions.map(other => other.id)));
    else if (key === 'afterDecision' && ref.kind !== 'council-request') report('error', 'no-decision', '/start/afterDecision', `"${awaited}" is no request to the Council; there is no decision on it.`, 'Wait for its effect instead: {"afterAction": …}.');
  }
  const first = resolveStart(start, plan, world).days;
  if (Number.isNaN(first)) report('error', 'no-date', '/start', `"${String(start)}" is no day of the calendar.`, 'Write a day of the scenario, or a date such as 2027-03-01.');
  else if (typeof start !== 'object' && first < 0) report('error', 'before-start', '/start', `The start falls ${-first} days before D0 (${world.scenario.start}).`, 'Start on day 0 or later.');
  else if (typeof start !== 'object' && first > last) report('warning', 'after-end', '/start', `The action starts on day ${first}; the scenario ends after day ${last}, so it never begins.`, 'Start it earlier, or take it out.');
  else if (typeof start !== 'object') {
    const earliest = withRecord(action, (one, record) => record.earliest(one, world, plan));
    if (first < earliest.day) report('warning', 'too-early', '/start', `Started on ${dayText(world, first).en}, the action has to wait: ${earliest.reason.en}.`, `Start on day ${earliest.day} or later.`);
  }
  if (action.until !== undefined) {
    const until = dayOf(world, action.until);
    if (until === undefined) report('error', 'no-date', '/until', `"${String(action.until)}" is no day of the calendar.`, 'Write a day of the scenario, or a date such as 2027-03-01.');
    else if (until < earliestStart(action, plan, world)) report('error', 'ends-before-start', '/until', `The action ends on day ${until}, before it can start (day ${earliestStart(action, plan, world)}).`, 'Take "until" out, or set a later day.');
  }
}
