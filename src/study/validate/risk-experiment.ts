/** A mission of twelve battalions for three years in quiet, moderate and war countries by turns: what it loses, and to whom. */
import { runToEnd, type Run } from '../../engine/run.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { missionInPlace } from './base-country.ts';
import { begin, tablesIn, total, worldSeed, type Experiment, type Rows, type Setting } from './experiment.ts';
import { nullWorld, type WorldKind } from './null-world.ts';

const DAYS = 3 * 365;
const SITES = 12;
const KINDS: readonly WorldKind[] = ['quiet', 'moderate', 'war'];
const MONTH = 30;

function withMission(scenario: Scenario): Scenario {
  return missionInPlace(scenario, scenario.regions.slice(0, SITES).map(({ id }) => ({ unit: 'infantry-battalion', region: id, number: 1 })));
}

function rebelLosses({ s, t }: Run): number {
  let sum = 0;
  for (let i = 0; i < t.P; i++) if (i !== t.hostParty) sum += s.recentLosses[i]!;
  return sum;
}

/** Thousands of people times years, killed, died otherwise; months by whether rebels lost more than in the median month: people-months and killed. */
function losses(setting: Setting, scenario: Scenario, index: number): Rows {
  const run = begin(setting, tablesIn(setting, withMission(scenario)), index);
  let people = 0;
  const months: { lost: number; people: number; killed: number }[] = [];
  runToEnd(run, now => {
    const { s, day } = now;
    const present = total(s.presentTroops) + total(s.presentPolice) + total(s.monitors);
    people += present;
    // losses as they stood when the month began
    if (day % MONTH === 0) months.push({ lost: rebelLosses(now), people: 0, killed: 0 });
    const month = months[months.length - 1]!;
    month.people += present;
    month.killed += total(s.missionKilledToday);
  });
  const middle = months.map(month => month.lost).sort((a, b) => a - b)[Math.floor(months.length / 2)]!;
  const sums = (high: boolean): number[] => months.filter(month => month.lost > middle === high).reduce((all, month) => [all[0]! + month.people, all[1]! + month.killed], [0, 0]);
  return { sums: Float64Array.of(people / 1000 / 365.25, run.s.missionKilled[0]!, run.s.missionDied[0]!), months: Float64Array.of(...sums(false), ...sums(true)) };
}

function observe(setting: Setting, index: number): Rows {
  const { scenario } = nullWorld(worldSeed(setting, index), DAYS, KINDS[index % KINDS.length]!);
  const doubled = { ...scenario, parties: scenario.parties.map(party => (party.kind === 'host-government' ? party : { ...party, strength: Object.fromEntries(Object.entries(party.strength).map(([region, men]) => [region, 2 * men])) })) };
  const { sums, months } = losses(setting, scenario, index);
  return { kind: Float64Array.of(index % KINDS.length), sums: sums!, months: months!, doubled: losses(setting, doubled, index)['sums']! };
}

export const riskExperiment: Experiment = { name: 'missions at risk', runs: 300, quick: 15, run: observe };
