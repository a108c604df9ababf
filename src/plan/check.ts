/** Does a plan make sense in its scenario? All findings at once, each with a JSON Pointer into the plan and a fix. */
import { didYouMean, sortFindings, type Diagnostic } from '../scenario/diagnostics.ts';
import { UNIT_TYPES } from '../scenario/units.ts';
import type { ReportAction } from './action.ts';
import { withRecord } from './actions/index.ts';
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
  });
  checkPledges(plan, world, add);
  checkRedeployments(plan, world, add);
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
  if (Number.isNaN(first)) report('error', 'no-date', '/start', `"${String(start)}" is no day of the calendar.`);
  else if (typeof start !== 'object' && first < 0) report('error', 'before-start', '/start', `The start falls ${-first} days before D0 (${world.scenario.start}).`, 'Start on day 0 or later.');
  else if (typeof start !== 'object' && first > last) report('warning', 'after-end', '/start', `The action starts on day ${first}; the scenario ends after day ${last}, so it never begins.`);
  else if (typeof start !== 'object') {
    const earliest = withRecord(action, (one, record) => record.earliest(one, world, plan));
    if (first < earliest.day) report('warning', 'too-early', '/start', `Started on ${dayText(world, first).en}, the action has to wait: ${earliest.reason.en}.`, `Start on day ${earliest.day} or later.`);
  }
  if (action.until !== undefined) {
    const until = dayOf(world, action.until);
    if (until === undefined) report('error', 'no-date', '/until', `"${String(action.until)}" is no day of the calendar.`);
    else if (until < earliestStart(action, plan, world)) report('error', 'ends-before-start', '/until', `The action ends on day ${until}, before it can start (day ${earliestStart(action, plan, world)}).`, 'Take "until" out, or set a later day.');
  }
}

/** Units called from one pledge, all actions together. */
function checkPledges(plan: Plan, world: PlanWorld, add: (at: string) => ReportAction): void {
  const called = new Map<string, number>();
  plan.actions.forEach((action, i) => {
    if (action.kind !== 'deploy') return;
    const pledge = world.pledge(action.contributor, action.unit);
    if (pledge === undefined) return;
    const key = `${action.contributor} ${action.unit}`;
    const sum = (called.get(key) ?? 0) + action.amount;
    called.set(key, sum);
    if (sum > pledge.number) add(`/actions/${i}`)('error', 'pledge-exceeded', '/amount', `The plan calls ${sum} units of the type "${action.unit}" from "${action.contributor}", which has pledged ${pledge.number}.`, 'Call fewer, or turn to another contributor.');
  });
}

/** Redeployments take units that are there on D0 or were sent there before. */
function checkRedeployments(plan: Plan, world: PlanWorld, add: (at: string) => ReportAction): void {
  plan.actions.forEach((action, i) => {
    if (action.kind !== 'redeploy' || action.amount === 0 || world.regionAt(action.from) < 0 || !UNIT_TYPES.some(type => type.id === action.unit)) return;
    let there = world.inPlace(action.unit, action.from);
    for (const other of plan.actions) {
      if (other === action || (other.kind !== 'deploy' && other.kind !== 'redeploy') || other.unit !== action.unit) continue;
      if (other.destination === action.from) there += other.amount;
      if (other.kind === 'redeploy' && other.from === action.from && plan.actions.indexOf(other) < i) there -= other.amount;
    }
    if (action.amount > there) add(`/actions/${i}`)('error', 'nothing-to-redeploy', '/amount', `${action.amount} units of the type "${action.unit}" are to leave "${action.from}"; ${Math.max(0, there)} are there or on the way.`, 'Send units there first, or move fewer.');
  });
}
