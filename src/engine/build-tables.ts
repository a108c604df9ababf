/** Scenario → Tables. Ids end here. */
import { assert } from '../kernel/assert.ts';
import { addDays, dayOfYear, parseIsoDate } from '../kernel/calendar.ts';
import { cellKey, cellKeyPair } from '../kernel/draws.ts';
import type { Parameters } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/schema.ts';
import { unitTypesOf } from '../scenario/units.ts';
import { callOfPartners, councilTables, evasionWeights, knownArmed } from './politics-tables.ts';
import { partnerTables } from './partner-tables.ts';
import { projectKm } from './projection.ts';
import { linkClimateOf } from './link-climate.ts';
import type { Tables } from './tables.ts';

const sqrt = Math.sqrt;
const CONCENTRATION_PLACES = 12;
const DESTINATIONS_PER_REGION = 7;
const RISK_FACTORS = ['instability', 'violations', 'weakState', 'motives', 'capacity', 'noMitigation', 'enabling', 'triggers'] as const;
const PARTY_KINDS = ['host-government', 'rebel', 'militia', 'external'];
const LINK_MODES = ['road', 'river', 'rail', 'air', 'sea'];
const SURFACES = ['paved', 'laterite', 'track', 'water', 'air'];
const SOURCE_KINDS = ['satellite', 'human', 'patrol', 'monitors', 'partners', 'open-reports'];
/** Share of off-road and patrol mobility left, dry and wet. MODEL, after the movement rates of planning practice. */
const MOBILITY: Record<Scenario['regions'][number]['terrain'], readonly [number, number]> = {
  plain: [0.9, 0.5], hills: [0.7, 0.45], mountain: [0.4, 0.3], wetland: [0.5, 0.1], forest: [0.5, 0.3], urban: [0.9, 0.85],
};

/** Compressed rows: start offsets and one flat list. */
function compress(lists: readonly (readonly number[])[]): { start: Int32Array; flat: Int32Array } {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => { start[i + 1] = start[i]! + list.length; });
  return { start, flat: Int32Array.from(lists.flat()) };
}

/**
 * Builds the tables of a checked scenario.
 * @throws when a reference does not resolve (checks come first, so that is a programming error)
 */
export function buildTables(scenario: Scenario, p: Parameters): Tables {
  const regions = scenario.regions;
  const R = regions.length;
  const parties = scenario.parties;
  const P = parties.length;
  const regionIds = regions.map(region => region.id);
  const indexIn = (ids: readonly string[], what: string) => {
    const at = new Map(ids.map((id, i) => [id, i]));
    return (id: string): number => {
      const i = at.get(id);
      assert(i !== undefined, `${what} "${id}" is not in the scenario`);
      return i!;
    };
  };
  const regionAt = indexIn(regionIds, 'region');
  const partyIds = parties.map(party => party.id);
  const partyAt = indexIn(partyIds, 'party');
  const neighbourIds = scenario.neighbours.map(neighbour => neighbour.id);
  const neighbourAt = indexIn(neighbourIds, 'neighbour');
  const climateIds = scenario.climates.map(climate => climate.id);
  const climateAt = indexIn(climateIds, 'climate');

  // nodes: regions, then sites off the map, then neighbours
  const siteRegion = new Map(scenario.sites.map(site => [site.id, site.region] as const));
  const offMap = scenario.sites.filter(site => site.region === undefined);
  const nodeIds = [...regionIds, ...offMap.map(site => site.id), ...neighbourIds];
  const nodeOf = new Map(nodeIds.map((id, i) => [id, i]));
  const nodeAt = (id: string): number => {
    const inRegion = siteRegion.get(id);
    const node = inRegion === undefined ? nodeOf.get(id) : nodeOf.get(inRegion);
    assert(node !== undefined, `"${id}" is no region, site or neighbour of the scenario`);
    return node!;
  };
  const V = nodeIds.length;

  const project = projectKm(scenario);
  const places = regions.map(region => project(region.centre));
  const x = Float64Array.from(places, place => place[0]);
  const y = Float64Array.from(places, place => place[1]);

  // time
  const startDate = parseIsoDate(scenario.start);
  assert(startDate !== undefined, `start date ${scenario.start}`);
  const days = scenario.days;
  const doy = new Int32Array(days + 1);
  for (let k = 0; k <= days; k++) doy[k] = dayOfYear(addDays(startDate!, k));
  const dayNumber = (date: number | string): number => (typeof date === 'number' ? date : parseIsoDate(date)! - startDate!);
  const monthDay = (text: string): number => dayOfYear(parseIsoDate(`2001-${text}`)!);
  const wetFrom = Int32Array.from(scenario.climates, climate => monthDay(climate.wetFrom));
  const wetTo = Int32Array.from(scenario.climates, climate => monthDay(climate.wetTo));

  // adjacency
  const nearSets = regions.map(() => new Set<number>());
  const join = (a: number, b: number) => { if (a !== b && a < R && b < R) { nearSets[a]!.add(b); nearSets[b]!.add(a); } };
  regions.forEach((region, r) => region.borders.forEach(other => join(r, regionAt(other))));
  const landLinks = scenario.links.filter(link => link.mode === 'road' || link.mode === 'river');
  for (const link of landLinks) join(nodeAt(link.from), nodeAt(link.to));
  const near = compress(nearSets.map(set => [...set].sort((a, b) => a - b)));

  // candidate destinations of flight
  const borderLists = regions.map(region => scenario.neighbours.flatMap((neighbour, n) => (neighbour.borders.includes(region.id) ? [n] : [])));
  const destinations: { to: number; weight: number }[][] = regions.map((region, r) => {
    const inside = regions.map((other, q) => {
      const km = q === r ? 0.5 * sqrt(region.area) : sqrt((x[q]! - x[r]!) * (x[q]! - x[r]!) + (y[q]! - y[r]!) * (y[q]! - y[r]!));
      return { to: q, weight: sqrt(other.population) / (20 + km) / sqrt(20 + km) };
    });
    inside.sort((a, b) => b.weight - a.weight || a.to - b.to);
    const kept = inside.slice(0, Math.min(DESTINATIONS_PER_REGION, inside.length));
    const scale = kept[0]!.weight;
    const abroad = borderLists[r]!.map(n => {
      const neighbour = scenario.neighbours[n]!;
      return { to: -1 - n, weight: 0.35 * scale * sqrt(neighbour.income / Math.max(50, region.income)) };
    });
    return [...kept.sort((a, b) => a.to - b.to), ...abroad];
  });
  const destination = compress(destinations.map(list => list.map(row => row.to)));

  // parties
  const strength0 = new Float64Array(P * R);
  const exposed = new Float64Array(P * R);
  parties.forEach((party, i) => {
    for (const [id, people] of Object.entries(party.strength)) strength0[i * R + regionAt(id)] = people;
    for (const [id, share] of Object.entries(party.victims)) exposed[i * R + regionAt(id)] = share;
  });
  const partyKey = Int32Array.from(partyIds, cellKey);
  const regionKey = Int32Array.from(regionIds, cellKey);
  const partyRegionKey = new Int32Array(P * R);
  for (let i = 0; i < P; i++) for (let r = 0; r < R; r++) partyRegionKey[i * R + r] = cellKeyPair(partyKey[i]!, regionKey[r]!);
  const hostParty = parties.findIndex(party => party.kind === 'host-government');
  assert(hostParty >= 0, 'a scenario has one host government');

  // events
  const events = scenario.events.map(event => ({ event, day: dayNumber(event.date) })).sort((a, b) => a.day - b.day);
  const eventRegions = compress(events.map(({ event }) => (event.kind === 'trigger' ? event.regions.map(regionAt) : [])));

  // politics
  const members = scenario.politics.council.members;
  const meanPosition = members.reduce((sum, member) => sum + member.position, 0) / members.length;
  const variance = members.reduce((sum, member) => sum + (member.position - meanPosition) * (member.position - meanPosition), 0) / members.length;
  const decisions = scenario.politics.council.decisions.map(decision => ({ ...decision, day: dayNumber(decision.date) })).sort((a, b) => a.day - b.day);
  const mission = scenario.politics.mission;

  // units
  const unitTypes = unitTypesOf(scenario);
  const typeIds = unitTypes.map(type => type.id);
  const typeAt = indexIn(typeIds, 'unit type');
  const slots = mission.units.flatMap((unit, j) => Array.from({ length: unit.number }, (_, n) => ({ type: typeAt(unit.unit), region: regionAt(unit.region), strength: unit.strength, key: cellKey(`in-place/${j}/${n}/${unit.unit}/${unit.region}`) })));

  // links
  const links = scenario.links;
  const L = links.length;
  const linkFrom = Int32Array.from(links, link => nodeAt(link.from));
  const linkTo = Int32Array.from(links, link => nodeAt(link.to));
  const atNode: number[][] = Array.from({ length: V }, () => []);
  links.forEach((_, l) => { atNode[linkFrom[l]!]!.push(l); atNode[linkTo[l]!]!.push(l); });
  const linksAt = compress(atNode);
  const regionClimate = Int32Array.from(regions, region => climateAt(region.climate));
  const site = (id: string) => {
    const found = scenario.sites.find(candidate => candidate.id === id);
    assert(found !== undefined, `entry site "${id}"`);
    return found!;
  };
  const port = site(scenario.entry.port);
  const airfield = site(scenario.entry.airfield);

  const siteCapacity = new Float64Array(R);
  for (const place of scenario.sites) if (place.region !== undefined) siteCapacity[regionAt(place.region)]! += place.capacity ?? 0;

  const sources = scenario.warning.sources;
  const reach = new Uint8Array(sources.length * R);
  sources.forEach((source, i) => { for (let r = 0; r < R; r++) reach[i * R + r] = source.regions === undefined || source.regions.includes(regionIds[r]!) ? 1 : 0; });

  const partners = scenario.politics.partners;
  const partnerAt = indexIn(partners.map(partner => partner.id), 'partner');
  const contributorPartner = Int32Array.from(scenario.contributors, c => (c.partner === undefined ? -1 : partnerAt(c.partner)));
  const concentration = new Float64Array(R * CONCENTRATION_PLACES);
  regions.forEach((region, r) => {
    for (let n = 0; n < CONCENTRATION_PLACES; n++) concentration[r * CONCENTRATION_PLACES + n] = region.concentration[Math.min(n, region.concentration.length - 1)]!;
  });

  return {
    scenarioId: scenario.id, days, startDate: startDate!, dayOfYear: doy, p,
    R, P, L, K: climateIds.length, N: neighbourIds.length, V, D: destination.flat.length, S: sources.length,
    regionIds, partyIds, linkIds: links.map(link => link.id), nodeIds, neighbourIds, contributorIds: scenario.contributors.map(c => c.id), climateIds,
    regionKey, partyKey, partyRegionKey, linkKey: Int32Array.from(links, link => cellKey(link.id)),
    climateKey: Int32Array.from(climateIds, cellKey), neighbourKey: Int32Array.from(neighbourIds, cellKey), contributorKey: Int32Array.from(scenario.contributors, c => cellKey(c.id)), missionKey: cellKey('mission'),
    population: Float64Array.from(regions, region => region.population), areaKm2: Float64Array.from(regions, region => region.area), regionClimate,
    structuralRisk: Float64Array.from(regions, region => 0.05 + 0.7 * RISK_FACTORS.reduce((sum, factor) => sum + region.risk[factor], 0) / RISK_FACTORS.length),
    riskFactors: Float64Array.from(regions.flatMap(region => RISK_FACTORS.map(factor => region.risk[factor]))),
    income: Float64Array.from(regions, region => region.income), access: Float64Array.from(regions, region => region.access), concentration,
    mobilityDry: Float64Array.from(regions, region => MOBILITY[region.terrain][0]), mobilityWet: Float64Array.from(regions, region => MOBILITY[region.terrain][1]),
    exposed, siteCapacity, nearStart: near.start, near: near.flat, x, y,
    destinationStart: destination.start, destination: destination.flat, destinationWeight: Float64Array.from(destinations.flat(), row => row.weight),
    hostParty, partyKind: Int32Array.from(parties, party => PARTY_KINDS.indexOf(party.kind)), strength0,
    means0: Float64Array.from(parties, party => party.means), intent0: Float64Array.from(parties, party => party.intent),
    battleRate: Float64Array.from(parties, party => party.battleRate), civilianRate: Float64Array.from(parties, party => party.civilianRate),
    campaignRisk: Float64Array.from(parties, party => party.campaignRisk), attitude: Float64Array.from(parties, party => party.attitude),
    wetFrom, wetTo,
    events: {
      count: events.length, kind: Int32Array.from(events, ({ event }) => ['trigger', 'attention', 'border'].indexOf(event.kind)), day: Int32Array.from(events, row => row.day),
      party: Int32Array.from(events, ({ event }) => (event.kind === 'trigger' ? partyAt(event.party) : -1)),
      strength: Float64Array.from(events, ({ event }) => (event.kind === 'trigger' ? event.strength : event.kind === 'attention' ? event.amount : 0)),
      lasting: Int32Array.from(events, ({ event }) => (event.kind === 'trigger' ? event.lasting : 0)),
      neighbour: Int32Array.from(events, ({ event }) => (event.kind === 'border' ? neighbourAt(event.neighbour) : -1)),
      open: Int32Array.from(events, ({ event }) => (event.kind === 'border' && event.open ? 1 : 0)),
      regionStart: eventRegions.start, regions: eventRegions.flat,
    },
    borderOpen0: Int32Array.from(scenario.neighbours, neighbour => (neighbour.open ? 1 : 0)), neighbourIncome: Float64Array.from(scenario.neighbours, neighbour => neighbour.income),
    neighbourConflict: Float64Array.from(scenario.neighbours, neighbour => neighbour.conflict), borderStart: compress(borderLists).start, border: compress(borderLists).flat,
    sourceKind: Int32Array.from(sources, source => SOURCE_KINDS.indexOf(source.kind)), sourceKey: Int32Array.from(sources, source => cellKey(source.id)),
    sourceDetection: Float64Array.from(sources, source => source.detection), sourcePreparation: Float64Array.from(sources, source => source.preparation),
    sourceDelay: Float64Array.from(sources, source => source.delay), sourceFalse: Float64Array.from(sources, source => source.falseAlarms / 30.4375),
    sourceReliability: Int32Array.from(sources, source => 'ABCDEF'.indexOf(source.reliability)), sourceReach: reach, sourceIds: sources.map(source => source.id),
    sourceUsd: Float64Array.from(sources, source => source.cost), warningUsdPerDay: sources.reduce((sum, source) => sum + source.cost, 0) / 30.4375, knownArmed: knownArmed(strength0, hostParty, R),
    alertLevels: Float64Array.from(scenario.warning.alertLevels),
    mission0: { present: mission.present, troops: mission.troops, police: mission.police, robust: mission.robust, protection: mission.protection, multidimensional: mission.multidimensional, headquarters: mission.headquarters === undefined ? -1 : regionAt(mission.headquarters) },
    attention0: scenario.politics.council.attention, consent0: scenario.politics.consent, acceptance0: scenario.politics.acceptance,
    councilPosition: meanPosition, councilDivergence: sqrt(variance), vetoOpposed: members.some(member => member.veto && member.position < -0.5) ? 1 : 0,
    ...councilTables(scenario), partnersCall0: callOfPartners(contributorPartner, partners), mandateEnds0: mission.expires === undefined ? -1 : dayNumber(mission.expires), evasionWeight: evasionWeights(scenario, hostParty),
    decisionDays: Int32Array.from(decisions, decision => decision.day), decisionTroops: Float64Array.from(decisions, decision => decision.troops),
    decisionPolice: Float64Array.from(decisions, decision => decision.police), decisionRobust: Int32Array.from(decisions, decision => (decision.robust ? 1 : 0)),
    unitTypes, unitPeople: Float64Array.from(unitTypes, type => type.people), unitCargo: Float64Array.from(unitTypes, type => type.cargoTonnes), unitVehicles: Float64Array.from(unitTypes, type => type.vehicles),
    unitIsPolice: Uint8Array.from(unitTypes, type => (type.isPolice ? 1 : 0)), unitProtection: Float64Array.from(unitTypes, type => type.protection), unitReachKm: Float64Array.from(unitTypes, type => type.reachKm),
    unitMonthlyCost: Float64Array.from(unitTypes, type => type.monthlyCostUsd), unitEngineering: Float64Array.from(unitTypes, type => type.engineering), unitMobility: Float64Array.from(unitTypes, type => type.mobility),
    unitSupplyKg: Float64Array.from(unitTypes, type => type.supplyKgPerHeadDay), unitSelfDays: Float64Array.from(unitTypes, type => type.selfSustainmentDays), unitIsObserver: Uint8Array.from(unitTypes, type => (type.isObserver ? 1 : 0)), unitIsCivilian: Uint8Array.from(unitTypes, type => (type.isCivilian ? 1 : 0)),
    initialUnits: { type: slots.map(slot => slot.type), key: slots.map(slot => slot.key), region: slots.map(slot => slot.region), strength: slots.map(slot => slot.strength) },
    linkFrom, linkTo, linkMode: Int32Array.from(links, link => LINK_MODES.indexOf(link.mode)), linkSurface: Int32Array.from(links, link => SURFACES.indexOf(link.surface)),
    linkKm: Float64Array.from(links, link => link.length), linkCapacity0: Float64Array.from(links, link => link.capacity), linkInsecurity: Float64Array.from(links, link => link.insecurity),
    linkClimate: Int32Array.from(links, (_, l) => linkClimateOf(linkFrom[l]!, linkTo[l]!, regionClimate, wetFrom, wetTo)),
    linksAtStart: linksAt.start, linksAt: linksAt.flat, entryPort: nodeAt(port.id), entryAirfield: nodeAt(airfield.id),
    portTonnes: port.throughput ?? 0, portWet: port.wetSeason ?? 1, airSeats: Math.min(scenario.lift.airSeats, airfield.passengers ?? scenario.lift.airSeats), airfieldWet: airfield.wetSeason ?? 1,
    seaTonnes: scenario.lift.seaTonnes, sailingDays: scenario.lift.sailing, stockAid: scenario.stocks.aid, stockDays: scenario.stocks.daysAtBases,
    budgetPerDay: scenario.money.budget / 365.25, commitment: scenario.money.commitment, liquidity: scenario.money.liquidity,
    partners: partnerTables(partners), contributorPartner, partnerWill: Float64Array.from(contributorPartner, i => (i < 0 ? 0 : partners[i]!.will)), partnerLegitimacy: Float64Array.from(contributorPartner, i => (i < 0 ? 0 : partners[i]!.legitimacy)),
  };
}
