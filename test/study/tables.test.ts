/** The deployment table and the sustainment table of a small plan. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/plan/compile.ts';
import { planHash } from '../../src/plan/hash.ts';
import type { Action } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { deploymentCsv, deploymentTable, UNIT_DATES, type DeploymentTable, type TableRequest } from '../../src/study/deployment-table.ts';
import { hxlCsv } from '../../src/study/hxl.ts';
import { COMMODITIES, sustainmentCsv, sustainmentTable, type SustainmentTable } from '../../src/study/sustainment-table.ts';
import { worldOf } from '../../src/study/world.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const RUNS = 12;
const scenario = smallScenario({ days: 400, money: { budget: 900_000_000, commitment: 400_000_000, liquidity: 0.9 } });
const deploy = (id: string, change: object): Action => ({ kind: 'deploy', id, start: 10, unit: 'infantry-battalion', amount: 1, contributor: 'northland', destination: 'east', ...change }) as Action;
const requestOf = (actions: readonly Action[]): TableRequest => {
  const plan = smallPlan(actions);
  return { world: worldOf(scenario), plan, input: { id: plan.id, hash: planHash(plan), rows: compilePlan(plan, planWorld(scenario)) }, seed: 5, runs: RUNS };
};
const request = requestOf([{ kind: 'council-request', id: 'c1', start: 0, troops: 9000, police: 900, robust: true }, deploy('d1', { amount: 2 }), deploy('d2', { contributor: 'union-brigade', destination: 'far-east' })]);

describe('the deployment table', () => {
  let table: DeploymentTable;
  beforeAll(() => { table = deploymentTable(request); });
  it('has a row for each unit, named by its order', () => {
    expect(table.rows.map(row => `${row.action} ${row.number} ${row.contributor} ${row.destination} ${row.people}`)).toEqual(['d1 1 northland east 850', 'd1 2 northland east 850', 'd2 1 union-brigade far-east 850']);
  });
  it('gives quantiles in order, phases in order, and counts those that get there', () => {
    for (const row of table.rows) {
      for (const dates of Object.values(row.dates)) {
        for (const date of UNIT_DATES) {
          const { p10, p50, p90, reached } = dates[date];
          expect(p10).toBeLessThanOrEqual(p50);
          expect(p50).toBeLessThanOrEqual(p90);
          expect(Number.isFinite(p90) ? reached : 0.9).toBeGreaterThanOrEqual(0.9);
          expect(reached * RUNS).toBeCloseTo(Math.round(reached * RUNS), 9);
        }
        for (const [before, after] of [['authorised', 'found'], ['found', 'ready'], ['ready', 'equipment'], ['initial', 'full']] as const) expect(dates[before].p50).toBeLessThanOrEqual(dates[after].p50);
      }
    }
  });
  it('puts the promise before the record', () => {
    for (const { dates } of table.rows.slice(0, 2)) {
      expect(dates.promise.full.p50).toBeLessThan(dates.record.full.p50 - 40);
      // a standard unit is promised in 30 to 90 days from the order; found, ready and through the port
      expect(dates.promise.equipment.p50 - 10).toBeLessThan(95);
      expect(dates.promise.authorised.reached).toBeGreaterThan(0.9);
      expect(dates.record.equipment.p50 - 10).toBeGreaterThan(120);
    }
  });
  it('is the same again, and another with another seed', () => {
    expect(deploymentTable({ ...request, runs: 3 })).toEqual(deploymentTable({ ...request, runs: 3 }));
    expect(deploymentTable({ ...request, seed: 6, runs: 3 }).rows[0]!.dates).not.toEqual(deploymentTable({ ...request, runs: 3 }).rows[0]!.dates);
  });
  it('is written as CSV with hashtags under the heads', () => {
    const [head, tags, ...rows] = deploymentCsv(table).trimEnd().split('\n').map(line => line.split(','));
    expect(rows).toHaveLength(3);
    expect(tags).toHaveLength(head!.length);
    for (const tag of tags!) expect(tag).toMatch(/^#[a-z0-9]+(?:\+[a-z0-9]+)*$/);
    expect(rows[0]![tags!.indexOf('#date+day+full+p50')]).toBe(String(Math.round(table.rows[0]!.dates.plan.full.p50 * 1000) / 1000));
    expect(rows.every(row => row.length === head!.length)).toBe(true);
  });
  it('of a plan without units is empty', () => expect(deploymentTable({ ...requestOf([]), runs: 1 }).rows).toEqual([]));
});

describe('the sustainment table', () => {
  let table: SustainmentTable;
  beforeAll(() => { table = sustainmentTable(request); });
  it('lists bases, the shortest first', () => {
    expect(table.rows.map(row => row.region)).toContain('capital');
    for (let i = 1; i < table.rows.length; i++) expect(table.rows[i]!.fewest.p50).toBeGreaterThanOrEqual(table.rows[i - 1]!.fewest.p50);
  });
  it('adds up: use by head, days under the lines, shares', () => {
    for (const row of table.rows) {
      expect(row.fewest.p10).toBeLessThanOrEqual(row.fewest.p90);
      expect(row.daysUnder[2]).toBeLessThanOrEqual(row.daysUnder[1]);
      expect(row.daysUnder[1]).toBeLessThanOrEqual(row.daysUnder[0]);
      expect(COMMODITIES).toContain(row.first.commodity);
      expect(row.first.share).toBeGreaterThan(0.25);
    }
    const capital = table.rows.find(row => row.region === 'capital')!;
    // 765 people in place eat 2.2 kg and use 8.2 kg of fuel a day
    expect(capital.use.rations).toBeCloseTo(0.765 * 2.2, 2);
    expect(capital.use.fuel).toBeCloseTo(0.765 * 8.2, 2);
  });
  it('shows the far east running short in the rains, not the capital', () => {
    const of = (region: string) => table.rows.find(row => row.region === region)!;
    expect(of('far-east').fewest.p50).toBeLessThan(of('capital').fewest.p50);
    expect(of('far-east').runsOut).toBeGreaterThan(0.3);
    expect(of('capital').runsOut).toBe(0);
  });
  it('is written as CSV with hashtags', () => {
    const lines = sustainmentCsv(table).trimEnd().split('\n');
    expect(lines).toHaveLength(2 + table.rows.length);
    expect(lines[1]).toMatch(/^#adm1\+code,#capacity\+num\+people,/);
  });
});

describe('hxlCsv', () => {
  it('quotes what needs it and leaves out what is no number', () => {
    expect(hxlCsv([{ head: 'a, b', tag: '#x', cell: (row: { v: string | number }) => row.v }, { head: 'n', tag: '#y+n', cell: () => Infinity }], [{ v: 'say "so"' }, { v: 1 / 3 }])).toBe('"a, b",n\n#x,#y+n\n"say ""so""",\n0.333,\n');
  });
});
