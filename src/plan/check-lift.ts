/** Lift and movement before the run: can the units be there in time, and is there a way, a port, a seat for them? */
import { READINESS } from '../engine/schedule.ts';
import { AIRCRAFT, NORMS } from '../scenario/norms.ts';
import type { ReportAction } from './action.ts';
import { rangeText, type Arrival, type Forecast } from './forecast.ts';
import { portOf, seatsOf } from './load-plan.ts';
import type { ActionOf } from './schema.ts';
import { dayText } from './world.ts';
import { findWay, nodeOf, seasonCapacity } from './ways.ts';

type At = (path: string) => ReportAction;

/** Days in a queue above which it is pointed out. MODEL. */
const LONG_QUEUE = 45;
/** Chance of a pledge below which it is pointed out. MODEL. */
const SHAKY = 0.6;
/** Casualties reach a surgeon within two hours by helicopter: 115 to 135 km. */
const CASUALTY_KM = 135;
/** People in a region from which a surgeon is asked for. MODEL. */
const MANY_PEOPLE = 300;
/** Share of a port's work left in the rains below which it is pointed out. MODEL. */
const PORT_IN_RAINS = 0.5;
/** Days without a road, beyond stocks, from which supply by air is reckoned. MODEL. */
const LONG_CLOSED = 30;

const arrivesByItself = (arrival: Arrival): boolean => ['bridging', 'rehat'].includes(READINESS[arrival.call.readiness] ?? '');

export function checkLift(forecast: Forecast, add: At): void {
  for (const arrival of forecast.arrivals) {
    const report = add(`/actions/${arrival.index}`);
    checkLeadTime(forecast, arrival, report);
    checkWay(forecast, arrival, report);
    checkPlace(forecast, arrival, report);
    checkPledge(arrival, report);
  }
  checkQueues(forecast, add);
  checkAirSupply(forecast, add);
  forecast.plan.actions.forEach((action, i) => { if (action.kind === 'redeploy' && action.amount > 0) checkMove(forecast, action, add(`/actions/${i}`)); });
}

function checkLeadTime({ world, span }: Forecast, { action, from, lead }: Arrival, report: ReportAction): void {
  const { to } = span(action);
  const expected = from + lead.median;
  const says = `The lead time is ${rangeText(lead)}, ${Math.round(lead.median)} at the median`;
  if (from + lead.low > to) report('warning', 'never-in-time', '/start', `${says}; the order ends on ${dayText(world, to).en}, before even a quick arrival (day ${Math.round(from + lead.low)}).`, 'Order it earlier, call a readier pledge, or let the order last longer.');
  else if (expected > to) report('warning', 'hardly-in-time', '/start', `${says}; the unit is expected on day ${Math.round(expected)}, after the order ends on day ${to}.`, `Order it ${Math.ceil(expected - to)} days earlier, or call a readier pledge.`);
}

function checkPledge({ call }: Arrival, report: ReportAction): void {
  if (call.reliability < SHAKY) report('advice', 'shaky-pledge', '/contributor', `The pledge is honoured in ${Math.round(call.reliability * 100)} of 100 futures; otherwise another contributor has to be found.`, 'Have a second contributor in the plan, or ask one that is surer.');
}

function checkWay(forecast: Forecast, arrival: Arrival, report: ReportAction): void {
  const { world, p, roads, plan } = forecast;
  const { scenario } = world;
  const { action, from, lead, cargo } = arrival;
  if (arrivesByItself(arrival) && READINESS[arrival.call.readiness] === 'rehat') return;
  const way = findWay(scenario, scenario.entry.port, action.destination, 'dry', p);
  if (way === undefined || way.flies) return;
  const expected = Math.min(world.days - 1, Math.round(from + lead.median));
  if (!roads.isOpen(action.destination, expected)) {
    // works that are ordered on a link of the way keep it open: the planner has seen it
    const works = plan.actions.some(other => other.kind === 'open-route' && other.amount > 0 && way.links.some(link => link.id === other.link && seasonCapacity(link, 'rains', p) === 0));
    const open = roads.firstOpen(action.destination, expected);
    if (!works) report('warning', 'closed-on-arrival', '/destination', `Equipment is expected about day ${expected}, in the rains: no road to "${action.destination}" is open before ${open === undefined ? 'the end of the scenario' : dayText(world, open).en}.`, 'Order it to come before the rains, or open the route with works.');
  }
  const queue = way.tonnesADay > 0 ? cargo / (way.tonnesADay * p.routeShareUnits) : Infinity;
  if (Number.isFinite(way.tonnesADay) && queue > LONG_QUEUE) report('warning', 'narrow-way', '/amount', `The way to "${action.destination}" carries ${Math.round(way.tonnesADay * p.routeShareUnits)} t a day for units; ${Math.round(cargo)} t of equipment need ${Math.round(queue)} days.`, 'Send fewer or lighter units, or choose a region that a better road reaches.');
  if (way.links.some(link => link.insecurity > p.escortAtRisk)) report('advice', 'escorted-way', '/destination', `Convoys to "${action.destination}" go escorted: ${way.links.filter(link => link.insecurity > p.escortAtRisk).map(link => `"${link.id}"`).join(', ')} ${way.days > 10 ? `make it ${Math.round(way.days)} days` : 'cost time'}.`, 'Allow for it, or secure the route first.');
}

/** Runways, rivers and surgeons. */
function checkPlace({ world, p, plan }: Forecast, { action, type }: Arrival, report: ReportAction): void {
  const { scenario } = world;
  const sitesThere = scenario.sites.filter(site => site.region === action.destination);
  if (type.id === 'fixed-wing-unit' && !sitesThere.some(site => site.kind === 'airfield')) report('warning', 'no-airfield', '/destination', `"${action.destination}" has no airfield for fixed-wing aircraft.`, `Airfields: ${scenario.sites.filter(site => site.kind === 'airfield' && site.region !== undefined).map(site => site.region).join(', ') || 'none'}.`);
  if (type.id === 'riverine-unit' && !scenario.links.some(link => link.mode === 'river' && [nodeOf(scenario, link.from), nodeOf(scenario, link.to)].includes(action.destination))) report('warning', 'no-river', '/destination', `No river route touches "${action.destination}"; boats have nowhere to go.`, 'Choose a region on a river.');
  if (type.medicalLevel > 0 || type.isCivilian || type.people * action.amount < MANY_PEOPLE) return;
  const hospitals = [...scenario.politics.mission.units.filter(row => (world.unitType(row.unit)?.medicalLevel ?? 0) >= 2 && row.number > 0).map(row => row.region),
    ...plan.actions.flatMap(other => (other.kind === 'deploy' && other.amount > 0 && (world.unitType(other.unit)?.medicalLevel ?? 0) >= 2 ? [other.destination] : [])), ...scenario.sites.filter(site => site.kind === 'hospital').map(site => site.region ?? site.id)];
  const helicopters = [...scenario.politics.mission.units.map(row => row.unit), ...plan.actions.flatMap(other => (other.kind === 'deploy' && other.amount > 0 ? [other.unit] : []))].includes('utility-helicopter-unit');
  const near = hospitals.some(region => nodeOf(scenario, region) === action.destination || (findWay(scenario, region, action.destination, 'dry', p)?.km ?? Infinity) <= (helicopters ? 2 : 1) * CASUALTY_KM);
  if (!near) report('advice', 'far-from-surgeon', '/destination', `No surgical hospital lies within two hours of "${action.destination}" (${helicopters ? 'by helicopter' : 'about 135 km'}); casualties weigh more on the willingness to patrol.`, helicopters ? 'Send a level 2 hospital with it.' : 'Send a level 2 hospital or utility helicopters.');
}

/** Queues that all orders share: ships, port, seats. */
function checkQueues({ world, p, roads, arrivals }: Forecast, add: At): void {
  const { scenario } = world;
  const queue = arrivals.filter(arrival => !arrivesByItself(arrival));
  const first = queue[0];
  if (first === undefined) return;
  const port = portOf(scenario, p);
  const seats = seatsOf(scenario);
  if (scenario.lift.seaTonnes === 0) add(`/actions/${first.index}`)('warning', 'no-sea-lift', '', 'The scenario has no sea lift; equipment cannot leave.', 'Give "lift.seaTonnes", or call bridging forces that bring their own.');
  if (seats === 0) add(`/actions/${first.index}`)('warning', 'no-seats', '', 'There is no seat by air into the theatre; people cannot leave.', 'Give "lift.airSeats", or passengers of the entry airfield.');
  const site = scenario.sites.find(row => row.id === scenario.entry.port);
  for (const arrival of queue) {
    // those that are to move within the same two months
    const near = queue.filter(other => Math.abs(other.from - arrival.from) <= 60 && other.index <= arrival.index);
    const cargo = near.reduce((sum, other) => sum + other.cargo, 0);
    const people = near.reduce((sum, other) => sum + other.people, 0);
    const report = add(`/actions/${arrival.index}`);
    if (scenario.lift.seaTonnes > 0 && cargo / scenario.lift.seaTonnes > LONG_QUEUE) report('warning', 'sea-queue', '/amount', `With this order ${Math.round(cargo)} t wait for ships that carry ${scenario.lift.seaTonnes} t a day: ${Math.round(cargo / scenario.lift.seaTonnes)} days.`, 'Spread the orders over time, or take the most urgent first: the queue serves them in the order of the plan.');
    if (port > 0 && cargo / port > LONG_QUEUE) report('warning', 'port-queue', '/amount', `With this order ${Math.round(cargo)} t pass "${scenario.entry.port}", which clears ${Math.round(port)} t a day for units: ${Math.round(cargo / port)} days.`, 'Spread the orders over time.');
    if (seats > 0 && people / seats > LONG_QUEUE) report('warning', 'seat-queue', '/amount', `With this order ${people} people wait for ${seats} seats a day: ${Math.round(people / seats)} days.`, 'Spread the orders over time.');
    const embarks = Math.min(world.days - 1, Math.round(arrival.from + arrival.lead.median / 2));
    if (site?.region !== undefined && (site.wetSeason ?? 1) < PORT_IN_RAINS && roads.wetness(site.region, embarks) > 0.5) report('advice', 'port-in-rains', '/start', `Equipment comes to "${site.id}" about day ${embarks}, in the rains, when it clears ${Math.round((site.wetSeason ?? 1) * 100)} % of its dry tonnage.`, 'Order it to come before or after the rains.');
  }
}

/** Bases that the rains cut off for longer than their stocks last: how many helicopters it takes, and how many there are. */
function checkAirSupply({ world, plan, p, roads, arrivals }: Forecast, add: At): void {
  const { scenario } = world;
  const units = scenario.politics.mission.units.reduce((sum, row) => sum + (row.unit === 'utility-helicopter-unit' ? row.number : 0), 0) + plan.actions.reduce((sum, action) => sum + (action.kind === 'deploy' && action.unit === 'utility-helicopter-unit' ? action.amount : 0), 0);
  const owned = units * p.aircraftPerUnit;
  const seen = new Set<string>();
  for (const { index, action, from, lead } of arrivals) {
    if (seen.has(action.destination)) continue;
    seen.add(action.destination);
    const there = arrivals.filter(other => other.action.destination === action.destination);
    const tonnes = there.reduce((sum, other) => sum + (other.people * other.type.supplyKgPerHeadDay) / 1000, 0);
    const stocks = Math.max(...there.map(other => other.type.selfSustainmentDays), p.stockTargetDays);
    const closed = roads.longestClosed(action.destination, Math.round(from + lead.median), world.days - 1);
    const works = plan.actions.some(other => other.kind === 'open-route' && other.amount > 0);
    if (closed.days <= stocks + LONG_CLOSED || works) continue;
    const wanted = Math.ceil(tonnes / NORMS.helicopterTonnesDay.value);
    const rotations = Math.ceil(tonnes / AIRCRAFT.find(row => row.id === 'mi-17')!.tonnes.value);
    if (wanted > owned) add(`/actions/${index}`)('warning', 'airlift-short', '/destination', `No road to "${action.destination}" is open for ${closed.days} days from ${dayText(world, closed.from).en}, longer than ${stocks} days of stocks. Supply by air takes ${Math.round(tonnes * 10) / 10} t a day: ${rotations} rotations, ${wanted} helicopters; the plan has ${owned}.`, 'Open the route before the rains, send helicopters, or send fewer people there.');
  }
}

function checkMove({ world, p, roads, plan, span }: Forecast, action: ActionOf<'redeploy'>, report: ReportAction): void {
  const { scenario } = world;
  if (world.regionAt(action.from) < 0 || world.regionAt(action.destination) < 0 || action.from === action.destination) return;
  const { from } = span(action);
  const way = findWay(scenario, action.from, action.destination, 'dry', p);
  if (way === undefined) report('warning', 'no-way-between', '/destination', `No open way leads from "${action.from}" to "${action.destination}".`, 'Name a region that a road, river or airfield reaches.');
  else if (!way.flies && way.links.some(link => !roads.isLinkOpen(link.id, from)) && findWay(scenario, action.from, action.destination, 'rains', p) === undefined) report('warning', 'move-in-rains', '/start', `The move starts on ${dayText(world, from).en}, when the rains cut ${way.links.filter(link => !roads.isLinkOpen(link.id, from)).map(link => `"${link.id}"`).join(', ')}.`, 'Move before the rains, or after them.');
  const stays = scenario.politics.mission.units.filter(row => row.region === action.from && !(world.unitType(row.unit)?.isObserver ?? false)).reduce((sum, row) => sum + row.number, 0)
    + plan.actions.reduce((sum, other) => sum + ((other.kind === 'deploy' || other.kind === 'redeploy') && other.destination === action.from ? other.amount : 0), 0)
    - plan.actions.reduce((sum, other) => sum + (other.kind === 'redeploy' && other.from === action.from && !(world.unitType(other.unit)?.isObserver ?? false) ? other.amount : 0), 0);
  if (stays <= 0 && !(world.unitType(action.unit)?.isObserver ?? false)) report('advice', 'leaves-nobody', '/from', `The move leaves no unit in "${action.from}".`, 'Leave one behind, or send another there first.');
}
