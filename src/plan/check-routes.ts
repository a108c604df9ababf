/** Ways and works across all actions of a plan: what is ordered can be reached, and nothing is ordered twice over. */
import type { ReportAction } from './action.ts';
import { MOST_WORKS } from './action-fields.ts';
import type { Action, Plan } from './schema.ts';
import { earliestStart } from './starts.ts';
import { dayOf, type PlanWorld } from './world.ts';

type At = (path: string) => ReportAction;

export function checkRoutes(plan: Plan, world: PlanWorld, add: At): void {
  checkReach(plan, world, add);
  checkOverlaps(plan, world, add);
}

/** Regions that links reach from where equipment enters; links of capacity 0 and sea lanes do not count. */
export function reachedRegions(world: Pick<PlanWorld, 'scenario'>): ReadonlySet<string> {
  const { scenario } = world;
  const regionOf = new Map(scenario.sites.map(site => [site.id, site.region ?? site.id]));
  const node = (id: string) => regionOf.get(id) ?? id;
  const next = new Map<string, string[]>();
  const join = (a: string, b: string) => { next.set(a, [...(next.get(a) ?? []), b]); };
  for (const link of scenario.links) {
    if (link.mode === 'sea' || link.capacity === 0) continue;
    join(node(link.from), node(link.to));
    join(node(link.to), node(link.from));
  }
  const reached = new Set([node(scenario.entry.port), node(scenario.entry.airfield)]);
  for (const at of reached) for (const other of next.get(at) ?? []) reached.add(other);
  return reached;
}

function checkReach(plan: Plan, world: PlanWorld, add: At): void {
  const reached = reachedRegions(world);
  plan.actions.forEach((action, i) => {
    if ('amount' in action && action.amount === 0) return;
    const [field, region, what] = action.kind === 'aid' ? ['region', action.region, 'Aid'] : action.kind === 'deploy' || action.kind === 'redeploy' ? ['destination', action.destination, 'Units'] : action.kind === 'forward-base' ? ['region', action.region, 'Building material'] : ['', '', ''];
    if (field === '' || world.regionAt(region) < 0 || reached.has(region)) return;
    add(`/actions/${i}`)('warning', 'no-route', `/${field}`, `${what} cannot reach "${region}": no open route leads there from "${world.scenario.entry.port}" or "${world.scenario.entry.airfield}".`, 'Choose a region that a link reaches.');
  });
}

/** Two actions that order the same works or the same base at the same time. */
function checkOverlaps(plan: Plan, world: PlanWorld, add: At): void {
  const span = (action: Action) => [earliestStart(action, plan, world), action.until === undefined ? world.days - 1 : (dayOf(world, action.until) ?? world.days - 1)] as const;
  const overlap = (a: Action, b: Action) => span(a)[0] <= span(b)[1] && span(b)[0] <= span(a)[1];
  plan.actions.forEach((action, i) => {
    const report = add(`/actions/${i}`);
    const before = plan.actions.slice(0, i).filter(other => overlap(action, other));
    if (action.kind === 'open-route') {
      const works = before.reduce((sum, other) => sum + (other.kind === 'open-route' && other.link === action.link ? other.amount : 0), action.amount);
      if (works > MOST_WORKS) report('warning', 'too-many-works', '/amount', `${works} engineer companies' worth of work is ordered on "${action.link}" at the same time; ${MOST_WORKS} find room on one route.`, 'Spread the work over time or over routes.');
    } else if (action.kind === 'mediate' && action.amount > 0) {
      const twin = before.find(other => other.kind === 'mediate' && other.party === action.party && other.amount > 0);
      if (twin !== undefined) report('advice', 'talks-twice', '/party', `"${twin.id}" already holds talks with "${action.party}" at that time.`, 'Give one of them more rounds instead.');
    } else if (action.kind === 'sanction') {
      const twin = before.find(other => other.kind === 'sanction' && other.party === action.party && other.measures.some(measure => action.measures.includes(measure)));
      if (twin !== undefined) report('advice', 'measures-twice', '/measures', `"${twin.id}" already asks for the same measures against "${action.party}".`, 'Take the measure out of one of them.');
    } else if (action.kind === 'forward-base' && action.amount > 0 && world.regionAt(action.region) >= 0) {
      const used = plan.actions.some(other => (other.kind === 'deploy' || other.kind === 'redeploy') && other.destination === action.region && other.amount > 0) || world.scenario.politics.mission.units.some(row => row.region === action.region);
      if (!used) report('advice', 'empty-base', '/region', `No unit is in "${action.region}" on D0 or ordered there; the base would stand empty.`, 'Send units there, or choose another region.');
    }
  });
}
