/** Ids are unique and every reference resolves. */
import type { Report } from './check.ts';
import { didYouMean } from './diagnostics.ts';
import type { Scenario } from './schema.ts';
import { UNIT_TYPES } from './units.ts';

/** Ids that are names of parts of JavaScript objects. */
const RESERVED: readonly string[] = ['constructor', 'prototype'];

export function checkReferences(scenario: Scenario, report: Report): void {
  const { regions, links, sites, parties, politics, contributors, neighbours, events, warning } = scenario;
  const ids = (list: readonly { readonly id: string }[]) => list.map(item => item.id);
  const unique = (list: readonly { readonly id: string }[], path: string, what: string) => {
    const first = new Map<string, number>();
    list.forEach((item, i) => {
      const before = first.get(item.id);
      if (before !== undefined) report('error', 'repeated-id', `${path}/${i}/id`, `Two ${what} have the id "${item.id}": entries ${before} and ${i}.`, 'Give one of them another id.');
      else first.set(item.id, i);
      if (RESERVED.includes(item.id)) report('error', 'reserved-id', `${path}/${i}/id`, `"${item.id}" cannot be an id.`, 'Choose another word.');
    });
  };
  unique(scenario.climates, '/climates', 'climates');
  unique(regions, '/regions', 'regions');
  unique(links, '/links', 'links');
  unique(sites, '/sites', 'sites');
  unique(parties, '/parties', 'parties');
  unique(neighbours, '/neighbours', 'neighbours');
  unique(contributors, '/contributors', 'contributors');
  unique(politics.council.members, '/politics/council/members', 'Council members');
  unique(politics.partners, '/politics/partners', 'partners');
  unique(warning.sources, '/warning/sources', 'warning sources');
  unique(events, '/events', 'events');
  unique(scenario.indicators, '/indicators', 'indicators');
  unique(scenario.sources, '/sources', 'sources');

  // regions, sites and neighbours are all nodes of the transport network: one name, one node
  const regionIds = new Set(ids(regions));
  const siteIds = new Set(ids(sites));
  sites.forEach((site, i) => { if (regionIds.has(site.id)) report('error', 'repeated-id', `/sites/${i}/id`, `A region and a site have the id "${site.id}"; links could not tell them apart.`, 'Give the site another id.'); });
  neighbours.forEach((neighbour, i) => { if (regionIds.has(neighbour.id) || siteIds.has(neighbour.id)) report('error', 'repeated-id', `/neighbours/${i}/id`, `The neighbour "${neighbour.id}" shares its id with a region or site.`, 'Give one of them another id.'); });

  const known = {
    region: ids(regions), site: ids(sites), party: ids(parties), neighbour: ids(neighbours), climate: ids(scenario.climates), partner: ids(politics.partners),
    'unit type': UNIT_TYPES.map(type => type.id), node: [...ids(regions), ...ids(sites), ...ids(neighbours)],
  };
  const sets = new Map(Object.entries(known).map(([what, list]) => [what, new Set(list)]));
  const refer = (what: keyof typeof known, id: string | undefined, path: string) => {
    if (id === undefined || sets.get(what)!.has(id)) return;
    const name = what === 'node' ? 'region, site or neighbour' : what;
    report('error', `unknown-${what === 'unit type' ? 'unit' : what === 'node' ? 'link-end' : what}`, path, `There is no ${name} "${id}".`, didYouMean(id, known[what]));
  };
  const referAll = (what: keyof typeof known, list: readonly string[], path: string) => list.forEach((id, i) => refer(what, id, `${path}/${i}`));

  regions.forEach((region, i) => {
    refer('climate', region.climate, `/regions/${i}/climate`);
    referAll('region', region.borders, `/regions/${i}/borders`);
    region.borders.forEach((other, j) => {
      if (other === region.id) report('error', 'own-border', `/regions/${i}/borders/${j}`, `The region "${region.id}" borders itself.`, 'Take the entry out.');
      else if (regions.find(candidate => candidate.id === other)?.borders.includes(region.id) === false) report('advice', 'one-sided-border', `/regions/${i}/borders/${j}`, `"${region.id}" borders "${other}", which does not list it back; the model takes borders both ways.`, `Add "${region.id}" to the borders of "${other}".`);
    });
  });
  links.forEach((link, i) => {
    refer('node', link.from, `/links/${i}/from`);
    refer('node', link.to, `/links/${i}/to`);
    if (link.from === link.to) report('error', 'own-link', `/links/${i}`, `The link "${link.id}" begins and ends at "${link.from}".`, 'Give it two different ends.');
  });
  sites.forEach((site, i) => refer('region', site.region, `/sites/${i}/region`));
  parties.forEach((party, i) => {
    for (const field of ['strength', 'victims'] as const) for (const id of Object.keys(party[field])) refer('region', id, `/parties/${i}/${field}/${id}`);
  });
  refer('region', politics.mission.headquarters, '/politics/mission/headquarters');
  politics.mission.units.forEach((unit, i) => {
    refer('unit type', unit.unit, `/politics/mission/units/${i}/unit`);
    refer('region', unit.region, `/politics/mission/units/${i}/region`);
  });
  contributors.forEach((contributor, i) => {
    refer('partner', contributor.partner, `/contributors/${i}/partner`);
    refer('node', contributor.origin, `/contributors/${i}/origin`);
    contributor.pledges.forEach((pledge, j) => refer('unit type', pledge.unit, `/contributors/${i}/pledges/${j}/unit`));
  });
  refer('site', scenario.entry.port, '/entry/port');
  refer('site', scenario.entry.airfield, '/entry/airfield');
  warning.sources.forEach((source, i) => referAll('region', source.regions ?? [], `/warning/sources/${i}/regions`));
  neighbours.forEach((neighbour, i) => referAll('region', neighbour.borders, `/neighbours/${i}/borders`));
  events.forEach((event, i) => {
    if (event.kind === 'trigger') {
      refer('party', event.party, `/events/${i}/party`);
      referAll('region', event.regions, `/events/${i}/regions`);
    } else if (event.kind === 'border') refer('neighbour', event.neighbour, `/events/${i}/neighbour`);
  });
}
