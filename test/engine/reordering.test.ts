/**
 * The order of a scenario's lists is no part of the world. Two worlds that differ in it are stepped side by side, every
 * mechanism from the same state, and what it wrote is compared by id: to the bit where a mechanism is local, to rounding
 * where it sums. Where the order does decide, it stands in `BY_ORDER` with the reason; that list may only shrink.
 */
import { describe, expect, it } from 'vitest';
import { benchWorld } from '../../src/cli/bench-world.ts';
import { openDesk, openPlans } from '../../src/cli/options.ts';
import { runToEnd } from '../../src/engine/run.ts';
import { COLUMNS, type ColumnName } from '../../src/engine/state.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { nullWorld } from '../../src/study/validate/null-world.ts';
import { compareMechanisms, differenceIn, pairOf, reordered, rowsOf, withEmptyRegion, type Reordered } from '../make/reordered-world.ts';

/** Sums over at most 60 regions, parties or units in another order: 60 · 2⁻⁵³ ≈ 7e-15 of the sum, relative. */
const ROUNDING = 1e-14;
/** Mechanisms that add up over regions or neighbouring regions, and so may differ by rounding. */
const SUMMING = ['tension', 'parties', 'campaigns', 'violence', 'estimate', 'attention', 'council', 'consent'];

/** What the order of a list decides today: "mechanism.column", by list. */
const BY_ORDER: readonly { readonly list: Reordered; readonly why: string; readonly columns: readonly string[] }[] = [
  { list: 'regions', why: 'an offensive that begins today spreads the same day to regions later in the list', columns: ['parties.offensiveHazard', 'parties.offensive', 'parties.offensiveThreshold', 'parties.offensiveEpisode', 'parties.offensiveScale'] },
  { list: 'regions', why: 'people who arrive today can be among those who flee again from regions later in the list, and places at sites go to the first', columns: ['displacement.hosted', 'displacement.refugees', 'displacement.flowTotal'] },
  { list: 'regions', why: 'the origin of displaced people who die is taken in the order of the list after the neighbours', columns: ['needs.away', 'needs.dead'] },
  { list: 'regions', why: 'reports of the same day stand in the inbox in the order of the list', columns: ['reports.inboxRegion', 'reports.inboxReceived', 'reports.inboxCredibility', 'reports.inboxDeaths', 'reports.inboxSource', 'reports.inboxKind'] },
  { list: 'regions', why: 'bases share a road and the helicopters first come, first served', columns: ['supply.linkLeft', 'supply.supplyStock', 'supply.supplyDays', 'supply.supplyEffect'] },
  { list: 'links', why: 'of two paths of the same length one must be taken', columns: ['routes.routeLink'] },
  { list: 'parties', why: 'the host meets the parties one after the other, with the men it has left', columns: ['violence.strength', 'violence.recentLosses'] },
  { list: 'neighbours', why: 'whole people are shared out among neighbours by one uniform, in the order of the list', columns: ['displacement.refugees', 'displacement.flowTotal'] },
];

const desk = openDesk('halvane', { preset: 'conservative', set: [] });
const halvane = { name: 'Halvane, plan a', scenario: desk.open.scenario, rows: rowsOf(openPlans(desk, ['a'], false)[0]!), days: 300 };
const bench = benchWorld();
const WORLDS = [
  halvane,
  { name: 'the bench world', scenario: bench.scenario, rows: rowsOf(bench.plan), days: 150 },
  { name: 'a null world at war', scenario: nullWorld(11, 400, 'war').scenario, rows: () => [], days: 300 },
];

/** What differs between two orders, over all worlds; sums to rounding left out. */
function apartIn(other: (scenario: Scenario) => Scenario): Map<string, number> {
  const found = new Map<string, number>();
  for (const { scenario, rows, days } of WORLDS) {
    for (const [where, apart] of compareMechanisms(pairOf(scenario, other(scenario), rows, 5, 1), days)) {
      if (apart <= ROUNDING && SUMMING.includes(where.slice(0, where.indexOf('.')))) continue;
      found.set(where, Math.max(apart, found.get(where) ?? 0));
    }
  }
  return found;
}

describe.each(['regions', 'links', 'parties', 'neighbours', 'climates'] as const)('%s in another order', list => {
  const found = apartIn(scenario => reordered(scenario, [list]));
  const known = BY_ORDER.filter(entry => entry.list === list).flatMap(entry => entry.columns);
  it('change no column of any mechanism, but for what BY_ORDER names', () => {
    expect([...found].filter(([where]) => !known.includes(where))).toEqual([]);
  });
  it('and BY_ORDER names nothing that has been mended', () => {
    expect(known.filter(where => !found.has(where))).toEqual([]);
  });
});

describe('a whole run', () => {
  it('is the same to the bit with links and climates in another order', () => {
    const pair = pairOf(halvane.scenario, reordered(halvane.scenario, ['links', 'climates']), halvane.rows, 5, 1);
    runToEnd(pair.a);
    runToEnd(pair.b);
    expect(COLUMNS.filter(({ name }) => differenceIn(pair, name) > 0).map(({ name }) => name)).toEqual([]);
  });
});

describe('one more region, empty and out of reach, in first place', () => {
  // what a mean over all regions or people moves, and what the number of the region decides: the weekday on which sources are reviewed, and so their false alarms
  const expected = ['parties.activityHazard', 'programmes.relapseRelief', 'consent.acceptance'];
  it('changes no draw and no column of any other region, but for means over the country and the day of review', () => {
    expect([...apartIn(withEmptyRegion).keys()].filter(where => !expected.includes(where) && !where.startsWith('reports.'))).toEqual([]);
  });
  it('leaves the violence and the flight of a day untouched to the bit', () => {
    for (const { scenario, rows, days } of WORLDS) {
      const found = compareMechanisms(pairOf(scenario, withEmptyRegion(scenario), rows, 7, 2), days);
      expect([...found.keys()].filter(where => /^(violence|mission-risk|displacement|needs|campaigns|tension)\./.test(where))).toEqual([]);
    }
  });
});

describe('the comparison itself', () => {
  it('sees a region that takes another one’s draws', () => {
    const { scenario, rows } = halvane;
    const pair = pairOf(scenario, reordered(scenario, ['regions']), rows, 5, 1);
    const keys = pair.b.t.regionKey;
    [keys[0], keys[1]] = [keys[1]!, keys[0]!];
    expect(compareMechanisms(pair, 5).get('tension.tension' satisfies `tension.${ColumnName}`)!).toBeGreaterThan(1e-6);
  });
});
