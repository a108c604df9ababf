/**
 * Conduct of the subject: fictional worlds name no real place, historical cases are dated, past, sourced and of
 * the closed list, texts use calm words.
 */
import { addDays, formatIsoDate, parseIsoDate } from '../kernel/calendar.ts';
import type { Report } from './check.ts';
import { COUNTRY_NAMES } from './country-names.ts';
import type { LocalText } from './fields.ts';
import { LOADED_WORDS } from './loaded-words.ts';
import type { Scenario } from './schema.ts';

/** Historical cases that may open: id prefix, and the years each lies in. */
const HISTORICAL_CASES: readonly { readonly prefix: string; readonly from: number; readonly to: number }[] = [
  { prefix: 'rwanda', from: 1993, to: 1995 },
  { prefix: 'east-timor', from: 1998, to: 2000 },
  { prefix: 'cote-divoire', from: 2010, to: 2012 },
  { prefix: 'darfur', from: 2003, to: 2009 },
  { prefix: 'ituri', from: 2002, to: 2004 },
  { prefix: 'south-sudan', from: 2013, to: 2016 },
];

export function checkConduct(scenario: Scenario, report: Report): void {
  if (scenario.kind === 'fictional') checkFictional(scenario, report);
  else checkHistorical(scenario, report);
  for (const { text, path } of textsOf(scenario, '')) {
    for (const language of ['en', 'fr'] as const) {
      const words = text[language];
      if (words === undefined) continue;
      for (const { pattern, instead } of LOADED_WORDS[language]) {
        const found = pattern.exec(words)?.[0];
        if (found !== undefined) report('advice', 'loaded-word', `${path}/${language}`, `"${found}" is a loaded word.`, `Rather: ${instead}.`);
      }
    }
  }
}

function checkFictional(scenario: Scenario, report: Report): void {
  if (!Array.isArray(scenario.geometry.outline)) report('error', 'real-geography', '/geometry/outline', 'A fictional scenario has no outline of a real country.', 'Draw the outline.');
  const names: { text: LocalText; path: string }[] = [
    { text: scenario.title, path: '/title' }, { text: scenario.politics.mission.name, path: '/politics/mission/name' },
    ...list(scenario.regions, '/regions'), ...list(scenario.sites, '/sites'), ...list(scenario.parties, '/parties'), ...list(scenario.neighbours, '/neighbours'),
    ...list(scenario.contributors, '/contributors'), ...list(scenario.politics.partners, '/politics/partners'), ...list(scenario.politics.council.members, '/politics/council/members'),
  ];
  for (const { text, path } of names) {
    for (const language of ['en', 'fr'] as const) {
      const found = text[language] === undefined ? undefined : countryIn(text[language]);
      if (found !== undefined) report('error', 'real-name', `${path}/${language}`, `"${text[language]}" holds the name of a real country or territory (${found}).`, 'A fictional scenario invents its names.');
    }
  }
}

function list(items: readonly { readonly name: LocalText }[], path: string): { text: LocalText; path: string }[] {
  return items.map((item, i) => ({ text: item.name, path: `${path}/${i}/name` }));
}

/** The first country name in a text, as whole words, or undefined. */
export function countryIn(text: string): string | undefined {
  const words = text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('’', "'").split(/[^a-z'-]+/).filter(word => word !== '');
  for (let i = 0; i < words.length; i++) {
    for (let n = 1; n <= 4 && i + n <= words.length; n++) {
      const name = words.slice(i, i + n).join(' ');
      if (COUNTRY_NAMES.has(name)) return name;
    }
  }
  return undefined;
}

function checkHistorical(scenario: Scenario, report: Report): void {
  const start = parseIsoDate(scenario.start);
  const known = HISTORICAL_CASES.find(entry => scenario.id === entry.prefix || scenario.id.startsWith(`${entry.prefix}-`));
  if (known === undefined) {
    report('error', 'not-a-listed-case', '/id', `"${scenario.id}" is not one of the historical cases this program opens.`, `Historical cases begin with: ${HISTORICAL_CASES.map(entry => entry.prefix).join(', ')}.`);
  } else if (start !== undefined) {
    const from = Number(scenario.start.slice(0, 4));
    const to = Number(formatIsoDate(addDays(start, scenario.days - 1)).slice(0, 4));
    if (from < known.from || to > known.to) report('error', 'outside-the-record', '/start', `The case runs from ${from} to ${to}; the record of ${known.prefix} lies in ${known.from} to ${known.to}.`, 'A historical case is dated, past and closed.');
  }
  if (start !== undefined && !(/\d{4}/.test(scenario.title.en) && (scenario.title.fr === undefined || /\d{4}/.test(scenario.title.fr)))) report('warning', 'undated-title', '/title', 'The title of a historical case carries its years.', `Add ${scenario.start.slice(0, 4)} to the title.`);
  if (scenario.sources.length === 0) report('error', 'no-sources', '/sources', 'A historical case lists its sources.');
  const wanted = (item: { readonly source?: string | undefined }, path: string, what: string) => {
    if (item.source === undefined || item.source.trim() === '') report('warning', 'unsourced', path, `${what} has no source.`, 'Give author and year, or MODEL for a design value.');
  };
  scenario.regions.forEach((item, i) => wanted(item, `/regions/${i}`, `The region "${item.id}"`));
  scenario.links.forEach((item, i) => wanted(item, `/links/${i}`, `The link "${item.id}"`));
  scenario.sites.forEach((item, i) => wanted(item, `/sites/${i}`, `The site "${item.id}"`));
  scenario.parties.forEach((item, i) => wanted(item, `/parties/${i}`, `The party "${item.id}"`));
  scenario.climates.forEach((item, i) => wanted(item, `/climates/${i}`, `The climate "${item.id}"`));
  scenario.contributors.forEach((item, i) => wanted(item, `/contributors/${i}`, `The contributor "${item.id}"`));
  scenario.neighbours.forEach((item, i) => wanted(item, `/neighbours/${i}`, `The neighbour "${item.id}"`));
  scenario.events.forEach((item, i) => wanted(item, `/events/${i}`, `The event "${item.id}"`));
  scenario.politics.mission.units.forEach((item, i) => wanted(item, `/politics/mission/units/${i}`, `Unit ${i} in place`));
  scenario.politics.council.decisions.forEach((item, i) => wanted(item, `/politics/council/decisions/${i}`, `Decision ${i}`));
  scenario.politics.partners.forEach((item, i) => wanted(item, `/politics/partners/${i}`, `The partner "${item.id}"`));
  scenario.warning.sources.forEach((item, i) => wanted(item, `/warning/sources/${i}`, `The warning source "${item.id}"`));
  scenario.targets.forEach((item, i) => wanted(item, `/targets/${i}`, `The target for ${item.outcome}`));
  wanted(scenario.lift, '/lift', 'The lift pool');
  wanted(scenario.money, '/money', 'The budget');
}

/** Every text for readers, with its path. */
function* textsOf(value: unknown, path: string): Generator<{ text: LocalText; path: string }> {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    // lists of numbers (polygons) hold no texts
    if (typeof value[0] === 'number' || Array.isArray(value[0])) return;
    for (let i = 0; i < value.length; i++) yield* textsOf(value[i], `${path}/${i}`);
    return;
  }
  if ('en' in value && typeof value.en === 'string') { yield { text: value as LocalText, path }; return; }
  for (const [key, child] of Object.entries(value)) yield* textsOf(child, `${path}/${key}`);
}
