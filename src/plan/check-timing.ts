/** Decisions, talks, monitors and waiting before the run: is there time, is there consent, can what is waited for ever come? */
import type { ReportAction } from './action.ts';
import { rangeText, type Forecast } from './forecast.ts';
import { sumOfPhases } from './lead-times.ts';
import type { Action } from './schema.ts';
import { earliestStart, waitsFor } from './starts.ts';

type At = (path: string) => ReportAction;

/** Position below which a member with a veto is expected to use it. */
const VETO = -0.5;
/** Mean of the risk factors from which a region counts as dangerous for the unarmed. MODEL. */
const DANGEROUS = 0.55;

export function checkTiming(forecast: Forecast, add: At): void {
  forecast.plan.actions.forEach((action, i) => {
    const report = add(`/actions/${i}`);
    checkWaiting(forecast, action, report);
    if ('amount' in action && action.amount === 0) report('advice', 'orders-nothing', '/amount', 'The amount is 0; the action changes nothing.', 'Give an amount, or take the action out.');
    else checkKind(forecast, action, report);
  });
}

function checkWaiting({ plan, world }: Forecast, action: Action, report: ReportAction): void {
  const { start } = action;
  if (typeof start !== 'object') return;
  const awaited = plan.actions.find(other => other.id === waitsFor(start));
  if ('afterAction' in start && awaited !== undefined && 'amount' in awaited && awaited.amount === 0) report('warning', 'waits-for-nothing', '/start/afterAction', `"${awaited.id}" orders nothing, so its first effect never comes and this action never starts.`, 'Give it an amount, or start on a day.');
  if (earliestStart(action, plan, world) >= world.days) report('warning', 'waits-past-end', '/start', `The action cannot start before day ${earliestStart(action, plan, world)}; the scenario ends after day ${world.days - 1}.`, 'Wait fewer days, or start on a day.');
  if ('afterAlert' in start && start.afterAlert === 3) report('advice', 'rare-alert', '/start/afterAlert', 'Alert level 3 is not reached in every future; where it is not, the action never starts.', 'Wait for level 2, or start on a day.');
}

function checkKind({ world, p, plan, span }: Forecast, action: Action, report: ReportAction): void {
  const { scenario } = world;
  const { politics } = scenario;
  const { from, days } = span(action);
  const end = action.until === undefined ? '/start' : '/until';
  if (action.kind === 'council-request') {
    const veto = politics.council.members.find(member => member.veto && member.position < VETO);
    if (veto !== undefined) report('warning', 'veto-in-sight', '', `The member "${veto.id}" has a veto and stands at ${veto.position}; the request is likely to be blocked.`, 'Ask for less, or prepare a way that needs no decision: partners, a bridging force.');
    const decision = sumOfPhases([{ median: politics.mission.present ? p.decisionDaysWithMission : p.decisionDaysWithout, sigma: p.fieldSigma }], 0, 0);
    if (from + decision.median >= world.days) report('warning', 'decided-too-late', '/start', `A decision takes ${rangeText(decision)} from the request; the scenario ends after day ${world.days - 1}.`, 'Ask earlier.');
  } else if (action.kind === 'monitors') {
    if (politics.consent < p.consentForMonitors) report('warning', 'monitors-unwelcome', '', `Host consent is ${politics.consent} on D0; monitors are let in from ${p.consentForMonitors}.`, 'Work on consent first: talks, fewer pressures.');
    if (days < p.monitorsDays) report('warning', 'monitors-too-short', end, `The order lasts ${days} days; recruiting and placing monitors takes ${rangeText(sumOfPhases([{ median: p.monitorsDays, sigma: p.fieldSigma }], p.monitorsRampDays, 0))}.`, 'Let it last longer, or start earlier.');
    const region = scenario.regions[world.regionAt(action.region)];
    const risk = region === undefined ? 0 : Object.values(region.risk).reduce((sum, value) => sum + value, 0) / 8;
    const armed = politics.mission.units.some(row => row.region === action.region && (world.unitType(row.unit)?.protection ?? 0) > 0) || plan.actions.some(other => (other.kind === 'deploy' || other.kind === 'redeploy') && other.destination === action.region && other.amount > 0 && (world.unitType(other.unit)?.protection ?? 0) > 0);
    if (risk >= DANGEROUS && !armed) report('advice', 'observers-alone', '/region', `No armed unit is in "${action.region}" or ordered there; observers alone have gone with more killing, not less, in the record.`, 'Pair them with a unit that can protect, in this region or the next.');
  } else if (action.kind === 'mediate') {
    const wanted = p.talksLeadDays + action.amount * p.roundDays;
    if (days < wanted) report('warning', 'talks-cut-short', end, `${action.amount} rounds take about ${Math.round(wanted)} days with first contacts; the order lasts ${days}.`, 'Order fewer rounds, or start earlier.');
  } else if (action.kind === 'sanction') {
    const host = scenario.parties.find(party => party.id === action.party)?.kind === 'host-government';
    if (host) report('advice', 'listing-the-host', '/party', 'Sanctions on the host government cost consent, on which movement, visas and the mission itself depend.', 'Be sure that it is worth it, or list another party.');
  } else if (action.kind === 'deploy' && politics.consent < p.consentToEnter) {
    report('warning', 'host-bars-entry', '', `Host consent is ${politics.consent} on D0; nobody embarks below ${p.consentToEnter}.`, 'Work on consent first.');
  }
}
