/** Aid, bases and works before the run: do they last long enough to work, can the roads carry them, does anybody need them? */
import type { ReportAction } from './action.ts';
import { rangeText, type Forecast } from './forecast.ts';
import { sumOfPhases } from './lead-times.ts';
import type { ActionOf } from './schema.ts';
import { dayText } from './world.ts';
import { findWay, nodeOf, seasonCapacity, type Way } from './ways.ts';

type At = (path: string) => ReportAction;

/** Closed days of an aid order from which the rains are pointed out. MODEL. */
const LONG_CLOSED = 45;
/** Share of days in the rains from which works are said to fall into them. MODEL. */
const MOSTLY = 0.8;

export function checkSupply(forecast: Forecast, add: At): void {
  const ways = new Map<string, Way | undefined>();
  const wayTo = (region: string): Way | undefined => {
    if (!ways.has(region)) ways.set(region, findWay(forecast.world.scenario, forecast.world.scenario.entry.port, region, 'dry', forecast.p));
    return ways.get(region);
  };
  forecast.plan.actions.forEach((action, i) => {
    const report = add(`/actions/${i}`);
    if (action.kind === 'aid' && action.amount > 0 && forecast.world.regionAt(action.region) >= 0) checkAid(forecast, action, wayTo(action.region), report);
    else if (action.kind === 'forward-base' && action.amount > 0 && forecast.world.regionAt(action.region) >= 0) checkBase(forecast, action, report);
    else if (action.kind === 'open-route' && action.amount > 0) checkWorks(forecast, action, wayTo, report);
  });
  checkSharedWays(forecast, wayTo, add);
}

function checkAid({ world, p, roads, span }: Forecast, action: ActionOf<'aid'>, way: Way | undefined, report: ReportAction): void {
  const { scenario } = world;
  const { from, to, days } = span(action);
  const dispatch = sumOfPhases([{ median: p.aidDispatchDays, sigma: p.fieldSigma }], 0, 0);
  if (days < p.aidDispatchDays) report('warning', 'aid-too-short', action.until === undefined ? '/start' : '/until', `The order lasts ${days} days; dispatch alone takes ${rangeText(dispatch)}, so little or nothing arrives.`, 'Let it last longer, or start earlier.');
  if (way !== undefined && action.amount > way.tonnesADay) report('warning', 'aid-over-way', '/amount', `${action.amount} t a day are sent to "${action.region}"; the way carries ${Math.round(way.tonnesADay)} t a day when open and dry.`, 'Send less, or share it with a region that a better road reaches.');
  const people = scenario.regions[world.regionAt(action.region)]!.population;
  const fed = (action.amount * 1000) / p.aidKgPerPersonDay;
  if (fed > people) report('advice', 'aid-over-people', '/amount', `${action.amount} t a day are enough for ${Math.round(fed / 1000)} thousand people; "${action.region}" has ${Math.round(people / 1000)} thousand.`, 'Send less, or to several regions.');
  if (action.stock > action.amount * days) report('advice', 'stock-left-over', '/stock', `${action.stock} t are placed in advance; the order sends ${Math.round(action.amount * days)} t in its ${days} days.`, 'Place less, or send more a day.');
  const store = (scenario.stocks.aid + action.stock) / action.amount;
  if (store < p.aidPipelineDays && days > store + p.aidDispatchDays) report('warning', 'store-runs-dry', '/amount', `The store of relief lasts ${Math.round(store)} days at ${action.amount} t a day; what is bought comes after ${rangeText(sumOfPhases([{ median: p.aidPipelineDays, sigma: p.fieldSigma }], 0, 0))}.`, 'Place stock in advance, or begin with less a day.');
  const closed = way === undefined || way.flies ? { days: 0, from: 0 } : roads.longestClosed(action.region, from, to);
  if (closed.days >= LONG_CLOSED) report('advice', 'aid-in-rains', '/region', `No road to "${action.region}" is open for ${closed.days} days from ${dayText(world, closed.from).en}.`, 'Place stock before the rains, or open the route with works.');
}

function checkBase({ p, arrivals, span, plan }: Forecast, action: ActionOf<'forward-base'>, report: ReportAction): void {
  const { from, days } = span(action);
  const built = sumOfPhases([{ median: p.forwardBaseDays, sigma: p.forwardBaseSigma }], 0, 0);
  if (days < built.median) report('warning', 'base-too-short', action.until === undefined ? '/start' : '/until', `The order lasts ${days} days; a base takes ${rangeText(built)} to build.`, 'Let it last longer, or start earlier.');
  const coming = arrivals.filter(arrival => arrival.action.destination === action.region);
  const people = coming.reduce((sum, arrival) => sum + arrival.people, 0);
  const room = plan.actions.reduce((sum, other) => sum + (other.kind === 'forward-base' && other.region === action.region ? other.amount : 0), 0);
  if (people > 0 && room < 0.5 * people) report('advice', 'base-too-small', '/amount', `${people} people are ordered to "${action.region}"; the base houses ${room}.`, `House ${people}, or say why the rest need no base.`);
  const first = Math.min(...coming.map(arrival => arrival.from + arrival.lead.median));
  if (Number.isFinite(first) && from + built.median > first && typeof action.start !== 'object') report('advice', 'base-after-units', '/start', `The base stands about day ${Math.round(from + built.median)}; the first unit is expected about day ${Math.round(first)} and has to make its own.`, `Start it by day ${Math.max(0, Math.floor(first - built.high))}.`);
}

function checkWorks({ world, p, roads, plan, arrivals, span }: Forecast, action: ActionOf<'open-route'>, wayTo: (region: string) => Way | undefined, report: ReportAction): void {
  const { scenario } = world;
  const link = scenario.links.find(row => row.id === action.link);
  if (link === undefined || link.mode === 'air' || link.mode === 'sea') return;
  const { from, to, days } = span(action);
  const km = p.routeWorksShare * link.length;
  const work = p.routeWorksDays + km / (action.amount * p.routeWorksPerDay);
  if (days < work) report('warning', 'works-too-short', action.until === undefined ? '/start' : '/until', `The order lasts ${days} days; survey and ${Math.round(km)} km of works take about ${Math.round(work)} days in the dry season.`, 'Let it last longer, start earlier, or order more companies.');
  const end = scenario.regions.find(region => region.id === nodeOf(scenario, link.from)) ?? scenario.regions.find(region => region.id === nodeOf(scenario, link.to));
  let wet = 0;
  if (end !== undefined) for (let day = Math.max(0, from); day <= to; day++) if (roads.wetness(end.id, day) > 0.5) wet++;
  if (days > 0 && wet >= MOSTLY * days) report('warning', 'works-in-rains', '/start', `${wet} of the ${days} days of works fall into the rains, when a company does ${Math.round(p.routeWorksInRains * 100)} % of its dry work.`, 'Do the works before the rains.');
  if (seasonCapacity(link, 'rains', p) === 1 && link.insecurity <= p.escortAtRisk) report('advice', 'works-not-needed', '/link', `"${link.id}" stays open in the rains (${link.surface}) and is quiet; works gain little there unless it is damaged.`, 'Work on a link that the rains cut.');
  const users = [...arrivals.map(arrival => arrival.action.destination), ...plan.actions.flatMap(other => (other.kind === 'aid' && other.amount > 0 ? [other.region] : [])), ...scenario.politics.mission.units.map(row => row.region)];
  if (!users.some(region => wayTo(region)?.links.some(row => row.id === link.id))) report('advice', 'works-for-nobody', '/link', `No unit and no aid of this plan goes over "${link.id}" in the dry season.`, 'Work on a link of the ways that are used, or keep it for a detour.');
}

/** Aid and supply together on the narrowest link they share. */
function checkSharedWays({ world, p, plan, arrivals, span }: Forecast, wayTo: (region: string) => Way | undefined, add: At): void {
  const { scenario } = world;
  const load = new Map<string, number>();
  const put = (region: string, tonnes: number) => wayTo(region)?.links.forEach(link => load.set(link.id, (load.get(link.id) ?? 0) + tonnes));
  for (const row of scenario.politics.mission.units) {
    const type = world.unitType(row.unit);
    if (type !== undefined) put(row.region, (type.people * row.number * row.strength * (type.supplyKgPerHeadDay + p.waterKg)) / 1000);
  }
  for (const { action, people, type } of arrivals) put(action.destination, (people * (type.supplyKgPerHeadDay + p.waterKg)) / 1000);
  const port = scenario.sites.find(site => site.id === scenario.entry.port)?.throughput ?? Infinity;
  let aid = 0;
  plan.actions.forEach((action, i) => {
    if (action.kind !== 'aid' || action.amount === 0 || span(action).days <= 0) return;
    aid += action.amount;
    put(action.region, action.amount);
    const tight = wayTo(action.region)?.links.find(link => load.get(link.id)! > link.capacity);
    if (tight !== undefined && action.amount <= tight.capacity) add(`/actions/${i}`)('warning', 'crowded-way', '/amount', `With this order ${Math.round(load.get(tight.id)!)} t a day of supply and aid go over "${tight.id}", which carries ${tight.capacity} t a day when open and dry.`, 'Send less, or over another road.');
    if (aid > port) add(`/actions/${i}`)('warning', 'aid-over-port', '/amount', `With this order ${Math.round(aid)} t of aid a day are to pass "${scenario.entry.port}", which clears ${port} t.`, 'Send less.');
  });
}
