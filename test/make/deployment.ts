/** Order rows and a mission to be deployed, for tests of the response. */
import { buildTables } from '../../src/engine/build-tables.ts';
import { startRun, type Run } from '../../src/engine/run.ts';
import { buildSchedule, READINESS, START_RULE, type OrderRow, type RowKind } from '../../src/engine/schedule.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { UNIT_TYPES } from '../../src/scenario/units.ts';
import { smallScenario } from './small-scenario.ts';

/** One order row; what is left out does not apply. */
export function orderRow(kind: RowKind, amount: number, more: Partial<OrderRow> = {}): OrderRow {
  return {
    id: kind, kind, amount, rule: START_RULE.day, ref: -1, days: 0, until: 9999, region: 2, from: -1, link: -1, party: -1, unitType: -1, contributor: -1, readiness: -1, reliability: 1, extra: [], ...more,
  };
}

export function unitTypeIndex(id: string): number {
  return UNIT_TYPES.findIndex(type => type.id === id);
}

/** `amount` units of a readiness to a region. */
export function deployRow(unit: string, amount: number, readiness: (typeof READINESS)[number], more: Partial<OrderRow> = {}): OrderRow {
  return orderRow('deploy', amount, { unitType: unitTypeIndex(unit), readiness: READINESS.indexOf(readiness), ...more });
}

/** Tables of the small world with some parameters set. */
export function tablesOf(overrides: Partial<Scenario> = {}, parameters: Record<string, number> = {}): Tables {
  return buildTables(smallScenario(overrides), parametersFor('conservative', parameters));
}

export function runOf(t: Tables, rows: readonly OrderRow[], seed = 1, run = 0): Run {
  return startRun(t, buildSchedule(rows, t.initialUnits), seed, run);
}

/** A new mission of twelve battalions in a country with a port, authorised on D0, money for all of it. */
export function newMission(days: number): Partial<Scenario> {
  const small = smallScenario();
  return {
    days, events: [],
    politics: { ...small.politics, mission: { ...small.politics.mission, troops: 12 * 850, units: [] } },
    money: { budget: 900_000_000, commitment: 400_000_000, liquidity: 0.9 },
    lift: { airSeats: 300, seaTonnes: 900, sailing: 18 },
  };
}
