/** Room under the ceilings of the mandate: what is in place, what is ordered, what decisions and requests may bring. */
import { READINESS } from '../engine/schedule.ts';
import { callsOf } from './pledges.ts';
import type { ActionOf, Plan } from './schema.ts';
import { earliestStart } from './starts.ts';
import { dayOf, type PlanWorld } from './world.ts';

const BRIDGING = READINESS.indexOf('bridging');

/** When an order first has room under its ceiling. */
export interface Room {
  /** First day on which the ceiling may hold it: 0, the day of a decision of the record, or the start of a request; undefined for never. */
  readonly day: number | undefined;
  /** Id of the request that may bring it, where one does. */
  readonly request: string | undefined;
  /** People under the ceiling with this order: in place, ordered earlier in time, and its own. */
  readonly people: number;
  /** Highest ceiling in sight. */
  readonly highest: number;
  readonly police: boolean;
}

/** Room for a deployment; undefined where no ceiling applies: amount 0, bridging forces, civilians, unknown units. */
export function roomFor(action: ActionOf<'deploy'>, plan: Pick<Plan, 'actions'>, world: PlanWorld): Room | undefined {
  const type = world.unitType(action.unit);
  const calls = callsOf(plan, world);
  const own = plan.actions.findIndex(other => other.id === action.id);
  if (type === undefined || type.isCivilian || action.amount === 0 || calls[own]?.readiness === BRIDGING) return undefined;
  const police = type.isPolice;
  const start = earliestStart(action, plan, world);
  let people = type.people * action.amount;
  for (const row of world.scenario.politics.mission.units) {
    const there = world.unitType(row.unit);
    // whole units fill a ceiling, however many of their people are there
    if (there?.isPolice === police && !there.isCivilian) people += there.people * row.number;
  }
  plan.actions.forEach((other, i) => {
    if (other.kind !== 'deploy' || i === own || calls[i]?.readiness === BRIDGING) return;
    const ordered = world.unitType(other.unit);
    const day = earliestStart(other, plan, world);
    if (ordered?.isPolice === police && !ordered.isCivilian && (day < start || (day === start && i < own))) people += ordered.people * other.amount;
  });
  const steps = ceilings(plan, world, police);
  const enough = steps.find(step => step.ceiling >= people);
  return { day: enough?.day, request: enough?.request, people: Math.round(people), highest: Math.max(...steps.map(step => step.ceiling)), police };
}

interface Step { readonly day: number; readonly ceiling: number; readonly request: string | undefined }

/** The ceiling of D0, of decisions of the record and of requests as if granted at once, by day. */
function ceilings(plan: Pick<Plan, 'actions'>, world: PlanWorld, police: boolean): Step[] {
  const { mission, council } = world.scenario.politics;
  const steps: Step[] = [{ day: 0, ceiling: mission.present ? (police ? mission.police : mission.troops) : 0, request: undefined }];
  for (const decision of council.decisions) steps.push({ day: dayOf(world, decision.date) ?? 0, ceiling: police ? decision.police : decision.troops, request: undefined });
  for (const action of plan.actions) {
    if (action.kind === 'council-request') steps.push({ day: Math.max(0, earliestStart(action, plan, world)), ceiling: police ? action.police : action.troops, request: action.id });
  }
  return steps.sort((a, b) => a.day - b.day);
}

/** First day on which a mission may be there: 0, the first decision of the record, or the first request; undefined for never. */
export function missionDay(plan: Pick<Plan, 'actions'>, world: PlanWorld): number | undefined {
  return ceilings(plan, world, false).find(step => step.ceiling > 0)?.day;
}
