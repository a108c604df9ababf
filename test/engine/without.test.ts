import { describe, expect, it } from 'vitest';
import { buildTables } from '../../src/engine/build-tables.ts';
import { MECHANISMS } from '../../src/engine/phases.ts';
import { mechanismsWithout, runToEnd, startRun } from '../../src/engine/run.ts';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { COLUMNS } from '../../src/engine/state.ts';
import { worldOf, worldParameters } from '../../src/study/world.ts';
import { responseRows } from '../make/order-rows.ts';
import { smallScenario } from '../make/small-scenario.ts';

const input = worldOf(smallScenario({ days: 120 }));
const t = buildTables(input.scenario, worldParameters(input));
const o = buildSchedule(responseRows(), t.initialUnits);
const WRITERS = new Map<string, number>();
for (const { writes } of MECHANISMS) for (const name of writes) WRITERS.set(name, (WRITERS.get(name) ?? 0) + 1);

describe('the tick without a mechanism', () => {
  it('is the whole tick, the very list, when nothing is left out; the order holds', () => {
    expect(mechanismsWithout([])).toBe(MECHANISMS);
    const names = mechanismsWithout(['presence', 'violence']).map(({ name }) => name);
    expect(names).toEqual(MECHANISMS.map(({ name }) => name).filter(name => name !== 'presence' && name !== 'violence'));
    expect(() => mechanismsWithout(['nothing'])).toThrow(/no mechanism/);
  });

  it.each(MECHANISMS.map(({ name }) => name))('without %s runs to its end, and what only it writes stays as on the eve of D0', name => {
    const mechanisms = mechanismsWithout([name]);
    const run = startRun(t, o, 1, 0, undefined, mechanisms);
    const own = MECHANISMS.find(mechanism => mechanism.name === name)!.writes.filter(column => WRITERS.get(column) === 1);
    const eve = own.map(column => run.s[column].slice());
    runToEnd(run);
    own.forEach((column, i) => expect(run.s[column], column).toEqual(eve[i]));
    for (const column of COLUMNS) expect(run.s[column.name].every(value => !Number.isNaN(value)), column.name).toBe(true);
  });
});
