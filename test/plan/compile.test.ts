import { describe, expect, it } from 'vitest';
import { buildTables } from '../../src/engine/build-tables.ts';
import { buildSchedule, READINESS, ROW_KINDS, START_RULE } from '../../src/engine/schedule.ts';
import { ACTIONS } from '../../src/plan/actions/index.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { KINDS_WITH_AMOUNT, LANE_OF_KIND } from '../../src/plan/lanes.ts';
import type { Action } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const scenario = smallScenario();
const world = planWorld(scenario);
const rows = compilePlan(smallPlan(), world);
const row = (id: string) => rows.find(candidate => candidate.id === id)!;
const unit = (id: string) => world.unitAt(id);

describe('each kind becomes one order row', () => {
  it('in the order of the plan, the nine kinds of the small plan; later kinds have tests of their own', () => {
    expect(rows.map(({ id }) => id)).toEqual(smallPlan().actions.map(action => action.id));
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(ROW_KINDS.slice(0, 9)));
  });

  it.each([
    ['m1', { kind: 'monitors', amount: 12, region: 2, until: 150, party: -1, link: -1, from: -1, unitType: -1, contributor: -1, extra: [] }],
    ['t1', { kind: 'mediate', amount: 3, party: 1, region: -1, until: 200 }],
    ['c1', { kind: 'council-request', amount: 1, extra: [9000, 900, 1] }],
    ['s1', { kind: 'sanction', amount: 1, party: 1, extra: [6, 0, 0] }],
    ['d1', { kind: 'deploy', amount: 1, region: 2, unitType: unit('infantry-battalion'), contributor: 0, readiness: READINESS.indexOf('standard'), reliability: 0.8, extra: [] }],
    ['r1', { kind: 'redeploy', amount: 1, from: 2, region: 1, unitType: unit('military-observer-team') }],
    ['o1', { kind: 'open-route', amount: 1, link: 2 }],
    ['b1', { kind: 'forward-base', amount: 850, region: 2, until: 180 }],
    ['x1', { kind: 'aid', amount: 30, region: 2, until: 180, extra: [500, 0, 0] }],
  ])('%s', (id, fields) => { expect(row(id)).toMatchObject(fields); });

  it('records, lanes and kinds with an amount tell the same', () => {
    for (const kind of ROW_KINDS) {
      expect(ACTIONS[kind].kind).toBe(kind);
      expect(ACTIONS[kind].lane).toBe(LANE_OF_KIND[kind]);
      expect(ACTIONS[kind].hasAmount).toBe(KINDS_WITH_AMOUNT.includes(kind));
      expect(ACTIONS[kind].title.fr).not.toBe('');
    }
  });

  it('an amount of 0 stays a row', () => {
    const none = smallPlan(smallPlan().actions.map(action => ('amount' in action ? { ...action, amount: 0 } : action)) as Action[]);
    expect(compilePlan(none, world).map(({ amount }) => amount)).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0]);
  });
});

describe('start rules', () => {
  it.each([
    ['a day', 'd1', { rule: START_RULE.day, ref: -1, days: 60 }],
    ['a date', 'o1', { rule: START_RULE.day, ref: -1, days: 32 }],
    ['after an action, by its row', 'b1', { rule: START_RULE.afterRow, ref: 4, days: 3 }],
    ['after a decision, by its row', 's1', { rule: START_RULE.afterDecision, ref: 2, days: 5 }],
    ['after an alert, by its level', 'x1', { rule: START_RULE.afterAlert, ref: 2, days: 7 }],
  ])('%s', (_, id, fields) => { expect(row(id)).toMatchObject(fields); });

  it('an order before its pledge opens waits for it', () => {
    const early: Action = { kind: 'deploy', id: 'd1', start: 3, unit: 'infantry-battalion', amount: 1, contributor: 'union-brigade', destination: 'east' };
    expect(compilePlan(smallPlan([early]), world)[0]!.days).toBe(10);
    expect(compilePlan(smallPlan([{ ...early, start: 12 }]), world)[0]!.days).toBe(12);
  });

  it('a start on the last day + 1 stays there', () => {
    const late = smallPlan(smallPlan().actions.map(action => ({ ...action, start: scenario.days, until: undefined })) as Action[]);
    expect(compilePlan(late, world).map(({ rule, days, until }) => [rule, days, until])).toEqual(late.actions.map(() => [START_RULE.day, 200, 200]));
  });
});

describe('pledges', () => {
  const pledged = planWorld(smallScenario({ contributors: [{ id: 'northland', name: { en: 'Northland' }, pledges: [
    { unit: 'infantry-battalion', number: 2, readiness: 'standard', from: 20, reliability: 0.6 },
    { unit: 'infantry-battalion', number: 1, readiness: 'rapid', from: 0, reliability: 0.9 },
  ] }] }));
  const order = (id: string, amount: number): Action => ({ kind: 'deploy', id, start: 5, unit: 'infantry-battalion', amount, contributor: 'northland', destination: 'east' });
  const calls = (...amounts: number[]) => compilePlan(smallPlan(amounts.map((amount, i) => order(`d${i}`, amount))), pledged).map(({ readiness, reliability, days }) => [READINESS[readiness], Number(reliability.toFixed(3)), days]);

  it('the readiest that holds the order comes first', () => expect(calls(1, 1)).toEqual([['rapid', 0.9, 5], ['standard', 0.6, 20]]));
  it('an order too large for the readiest takes another', () => expect(calls(2, 1)).toEqual([['standard', 0.6, 20], ['rapid', 0.9, 5]]));
  it('an order over several comes at the pace of the slowest, with the mean of their chances', () => expect(calls(3)).toEqual([['standard', 0.7, 20]]));
  it('a placebo takes no unit', () => expect(calls(0, 1)).toEqual([['rapid', 0.9, 5], ['rapid', 0.9, 5]]));
});

describe('the schedule of the engine', () => {
  it('has the indexes of the tables and a slot for every unit', () => {
    const t = buildTables(scenario, parametersFor('conservative', {}));
    expect(t.regionIds[row('d1').region]).toBe('east');
    expect(t.regionIds[row('r1').from]).toBe('east');
    expect(t.partyIds[row('t1').party]).toBe('eastern-front');
    expect(t.linkIds[row('o1').link]).toBe('east-far-east');
    expect(t.contributorIds[row('d1').contributor]).toBe('northland');
    expect(t.unitTypes[row('d1').unitType]!.id).toBe('infantry-battalion');
    const o = buildSchedule(rows, t.initialUnits);
    expect(o.rows).toBe(9);
    expect(o.units).toBe(t.initialUnits.type.length + 1);
    expect([...o.unitRow].at(-1)).toBe(4);
  });
});
