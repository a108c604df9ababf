/** Numbers, sums, dates, formulas and parameters make sense together. */
import { parseIsoDate } from '../kernel/calendar.ts';
import type { Report } from './check.ts';
import { didYouMean } from './diagnostics.ts';
import { compileFormula } from './formula.ts';
import { checkOverrides } from './parameters.ts';
import { OUTCOME_NAMES, type Scenario } from './schema.ts';
import { unitTypesOf } from './units.ts';

/** Armed people as a share of population above which a figure is likely a slip. MODEL. */
const MANY_ARMED = 0.2;
/** Units in place may pass the ceiling by this share (rotations overlap). MODEL. */
const OVER_CEILING = 1.1;

export function checkFigures(scenario: Scenario, report: Report): void {
  checkDates(scenario, report);
  checkPeople(scenario, report);
  checkMission(scenario, report);
  checkEntry(scenario, report);

  scenario.regions.forEach((region, i) => {
    region.concentration.forEach((share, j) => {
      if (j > 0 && share < region.concentration[j - 1]!) report('error', 'falling-concentration', `/regions/${i}/concentration/${j}`, `The concentration curve of "${region.id}" falls from ${region.concentration[j - 1]} to ${share}; the share near the n largest places cannot fall with n.`, 'List running totals.');
    });
  });
  const levels = scenario.warning.alertLevels;
  levels.forEach((level, i) => {
    if (!(level >= 0 && level <= 1)) report('error', 'alert-level', `/warning/alertLevels/${i}`, `Alert level ${i + 1} is ${level}; it is a probability from 0 to 1.`);
    if (i > 0 && !(level > levels[i - 1]!)) report('error', 'alert-level', `/warning/alertLevels/${i}`, `Alert level ${i + 1} (${level}) must lie above level ${i} (${levels[i - 1]}).`);
  });
  for (const [name] of Object.entries(scenario.tolerance)) {
    if (!(OUTCOME_NAMES as readonly string[]).includes(name)) report('error', 'unknown-outcome', `/tolerance/${name}`, `"${name}" is no outcome.`, didYouMean(name, OUTCOME_NAMES));
  }
  scenario.targets.forEach((target, i) => {
    if (target.value < 0) report('error', 'negative-target', `/targets/${i}/value`, `The target for ${target.outcome} is ${target.value}; outcomes are never negative.`);
    if (scenario.targets.findIndex(other => other.outcome === target.outcome) < i) report('warning', 'repeated-target', `/targets/${i}/outcome`, `There is already a target for ${target.outcome}; the first one is used.`);
  });
  scenario.indicators.forEach((indicator, i) => {
    for (const finding of compileFormula(indicator.formula, 'number').diagnostics) report(finding.severity, finding.code, `/indicators/${i}/formula`, finding.message, finding.suggestion);
  });
  const overrides = Object.fromEntries(Object.entries(scenario.parameters).map(([name, row]) => [name, row.value]));
  for (const finding of checkOverrides(overrides, '/parameters')) report(finding.severity, finding.code, finding.path, finding.message, finding.suggestion);
}

function checkDates(scenario: Scenario, report: Report): void {
  const start = parseIsoDate(scenario.start);
  if (start === undefined) {
    report('error', 'no-date', '/start', `"${scenario.start}" is no day of the calendar.`);
    return;
  }
  const inside = (date: number | string, path: string, what: string) => {
    const at = typeof date === 'number' ? date : parseIsoDate(date);
    if (at === undefined) { report('error', 'no-date', path, `"${date}" is no day of the calendar.`); return; }
    const day = typeof date === 'number' ? at : at - start;
    if (day < 0) report('error', 'before-start', path, `${what} falls ${-day} days before D0 (${scenario.start}).`, 'What came before D0 belongs in the state on D0.');
    else if (day >= scenario.days) report('warning', 'after-end', path, `${what} falls on day ${day}; the scenario ends after day ${scenario.days - 1}.`, 'It will never happen: lengthen the scenario or take it out.');
  };
  if (scenario.politics.mission.expires !== undefined) inside(scenario.politics.mission.expires, '/politics/mission/expires', 'The last day of the mandate');
  scenario.events.forEach((event, i) => inside(event.date, `/events/${i}/date`, `The event "${event.id}"`));
  scenario.politics.council.decisions.forEach((decision, i) => inside(decision.date, `/politics/council/decisions/${i}/date`, `Decision ${i}`));
  scenario.contributors.forEach((contributor, i) => contributor.pledges.forEach((pledge, j) => {
    if (pledge.from >= scenario.days) report('warning', 'after-end', `/contributors/${i}/pledges/${j}/from`, `The pledge opens on day ${pledge.from}; the scenario ends after day ${scenario.days - 1}.`);
  }));
  scenario.climates.forEach((climate, i) => {
    for (const field of ['wetFrom', 'wetTo'] as const) {
      if (parseIsoDate(`2001-${climate[field]}`) === undefined) report('error', 'no-date', `/climates/${i}/${field}`, `"${climate[field]}" is no day of the year.`, 'Write month and day, such as 06-01.');
    }
  });
}

function checkPeople(scenario: Scenario, report: Report): void {
  const population = new Map(scenario.regions.map(region => [region.id, region.population]));
  const armed = new Map<string, number>();
  scenario.parties.forEach((party, i) => {
    for (const [region, people] of Object.entries(party.strength)) armed.set(region, (armed.get(region) ?? 0) + people);
    for (const [region, share] of Object.entries(party.victims)) {
      if (share > 1) report('error', 'share-above-one', `/parties/${i}/victims/${region}`, `${share} of the people of "${region}" cannot be exposed; a share is at most 1.`, 'Write 40 % as 0.4.');
    }
  });
  for (const [region, people] of armed) {
    const all = population.get(region);
    if (all === undefined) continue;
    if (people > all) report('error', 'more-armed-than-people', '/parties', `The parties have ${people} armed people in "${region}", which has ${all} inhabitants.`);
    else if (people > MANY_ARMED * all) report('warning', 'many-armed', '/parties', `The parties have ${people} armed people in "${region}", ${Math.round((100 * people) / all)} % of its inhabitants.`, 'Check the strengths.');
  }
  const hosts = scenario.parties.filter(party => party.kind === 'host-government');
  if (hosts.length !== 1) report('error', 'host-government', '/parties', hosts.length === 0 ? 'No party is the host government.' : `${hosts.length} parties are host governments: ${hosts.map(party => party.id).join(', ')}.`, 'Exactly one party has the kind "host-government".');
}

function checkMission(scenario: Scenario, report: Report): void {
  const { mission } = scenario.politics;
  let troops = 0;
  let police = 0;
  const types = new Map(unitTypesOf(scenario).map(type => [type.id, type]));
  for (const unit of mission.units) {
    const type = types.get(unit.unit);
    if (type === undefined || type.isCivilian) continue;
    // a ceiling is filled by whole units, however many of their people are there
    if (type.isPolice) police += type.people * unit.number;
    else troops += type.people * unit.number;
  }
  if (!mission.present && mission.units.length > 0) report('error', 'units-without-mission', '/politics/mission/units', 'Units are in place but the mission is not present.', 'Set "present" to true, or leave the list empty.');
  if (troops > mission.troops * OVER_CEILING) report('warning', 'over-ceiling', '/politics/mission/troops', `Units in place hold ${Math.round(troops)} troops at full strength; ${mission.troops} are authorised.`, 'Raise the ceiling or list fewer units.');
  if (police > mission.police * OVER_CEILING) report('warning', 'over-ceiling', '/politics/mission/police', `Units in place hold ${Math.round(police)} police at full strength; ${mission.police} are authorised.`, 'Raise the ceiling or list fewer units.');
  if (mission.present && mission.headquarters === undefined) report('advice', 'no-headquarters', '/politics/mission', 'The mission is present but has no headquarters.', 'Name the region of its headquarters.');
}

function checkEntry(scenario: Scenario, report: Report): void {
  const port = scenario.sites.findIndex(site => site.id === scenario.entry.port);
  const airfield = scenario.sites.findIndex(site => site.id === scenario.entry.airfield);
  if (port >= 0) {
    const site = scenario.sites[port]!;
    if (!['port', 'depot', 'border-crossing'].includes(site.kind)) report('error', 'entry-kind', '/entry/port', `"${site.id}" is of the kind ${site.kind}; equipment enters at a port, a depot or a border crossing.`);
    if (!(site.throughput !== undefined && site.throughput > 0)) report('error', 'no-throughput', `/sites/${port}/throughput`, `"${site.id}" clears no cargo, so no equipment can enter.`, 'Give its throughput, such as "400 t/day".');
  }
  if (airfield >= 0) {
    const site = scenario.sites[airfield]!;
    if (site.kind !== 'airfield') report('error', 'entry-kind', '/entry/airfield', `"${site.id}" is of the kind ${site.kind}; people enter at an airfield.`);
    if (site.passengers === undefined) report('advice', 'no-passengers', `/sites/${airfield}`, `"${site.id}" has no number of passengers a day; the lift pool alone limits arrivals.`, 'Give "passengers", such as "200 person/day".');
    else if (site.passengers === 0) report('error', 'no-passengers', `/sites/${airfield}/passengers`, `"${site.id}" takes no passengers, so nobody can enter.`);
  }
  scenario.sites.forEach((site, i) => {
    if ((site.kind === 'camp' || site.kind === 'protected-site') && site.capacity === undefined) report('warning', 'no-capacity', `/sites/${i}`, `"${site.id}" is a ${site.kind === 'camp' ? 'camp' : 'protected site'} without a capacity; it holds nobody.`, 'Give "capacity" in people.');
  });
}
