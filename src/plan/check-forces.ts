/** Units across all actions of a plan: called within pledges, under the ceilings, and there when they are to move. */
import type { ReportAction } from './action.ts';
import { roomFor } from './mandate.ts';
import { callsOf } from './pledges.ts';
import type { ActionOf, Plan } from './schema.ts';
import { earliestStart } from './starts.ts';
import type { PlanWorld } from './world.ts';

type At = (path: string) => ReportAction;

export function checkForces(plan: Plan, world: PlanWorld, add: At): void {
  checkPledges(plan, world, add);
  checkCeilings(plan, world, add);
  checkRedeployments(plan, world, add);
}

/** Units called from one contributor's pledges of a type, all actions together. */
function checkPledges(plan: Plan, world: PlanWorld, add: At): void {
  callsOf(plan, world).forEach((call, i) => {
    const action = plan.actions[i]!;
    if (call === undefined || action.kind !== 'deploy') return;
    if (call.called > call.pledged && action.amount > 0) add(`/actions/${i}`)('error', 'pledge-exceeded', '/amount', `The plan calls ${call.called} units of the type "${action.unit}" from "${action.contributor}", which has pledged ${call.pledged}.`, 'Call fewer, or turn to another contributor.');
    else if (call.mixed > 1) add(`/actions/${i}`)('advice', 'mixed-readiness', '/amount', `The order draws on pledges of ${call.mixed} levels of readiness; all of it comes at the pace of the slowest.`, 'Order the readier units in an action of their own.');
  });
}

/** Orders that no ceiling in sight can hold wait for ever. */
function checkCeilings(plan: Plan, world: PlanWorld, add: At): void {
  plan.actions.forEach((action, i) => {
    if (action.kind !== 'deploy') return;
    const room = roomFor(action, plan, world);
    if (room === undefined || room.day !== undefined) return;
    const who = room.police ? 'police' : 'troops';
    add(`/actions/${i}`)('warning', 'over-ceiling', '/amount', `With this order the mission holds ${room.people} ${who}; the highest ceiling in sight is ${room.highest}, so units wait for a mandate.`, 'Ask the Council for a higher ceiling, or order fewer.');
  });
}

/** Redeployments take units that are there on D0 or were sent there before, and that no earlier one has taken. */
function checkRedeployments(plan: Plan, world: PlanWorld, add: At): void {
  const day = new Map(plan.actions.map(action => [action, earliestStart(action, plan, world)]));
  plan.actions.forEach((action, i) => {
    if (action.kind !== 'redeploy' || action.amount === 0 || world.regionAt(action.from) < 0 || world.unitType(action.unit) === undefined) return;
    const before = (other: Plan['actions'][number]) => day.get(other)! < day.get(action)! || (day.get(other) === day.get(action) && plan.actions.indexOf(other) < i);
    const others = plan.actions.filter((other): other is ActionOf<'deploy'> | ActionOf<'redeploy'> => other !== action && (other.kind === 'deploy' || other.kind === 'redeploy') && other.unit === action.unit);
    const inPlace = world.inPlace(action.unit, action.from);
    const arriving = others.filter(other => other.destination === action.from);
    const takers = others.filter((other): other is ActionOf<'redeploy'> => other.kind === 'redeploy' && other.from === action.from && other.amount > 0 && before(other));
    const sum = (list: readonly { readonly amount: number }[]) => list.reduce((total, row) => total + row.amount, 0);
    const ever = inPlace + sum(arriving) - sum(takers);
    const then = inPlace + sum(arriving.filter(before)) - sum(takers);
    const report = add(`/actions/${i}`);
    const taken = takers.length === 0 ? '' : ` (${takers.map(other => `"${other.id}" takes ${other.amount}`).join(', ')} before it)`;
    if (action.amount > ever) report('error', 'nothing-to-redeploy', '/amount', `${action.amount} units of the type "${action.unit}" are to leave "${action.from}"; ${Math.max(0, ever)} are there or on the way${taken}.`, 'Send units there first, or move fewer.');
    else if (action.amount > then) report('warning', 'redeployed-before-arrival', '/start', `${action.amount} units of the type "${action.unit}" are to leave "${action.from}", but only ${Math.max(0, then)} can be there by its start${taken}; it waits for the rest.`, 'Start later, or move fewer.');
  });
}
