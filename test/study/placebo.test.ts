/** What the result hash covers, and what must leave the world as it is: placebos, days before an action, draws elsewhere. */
import { describe, expect, it } from 'vitest';
import { openPlan, openScenario } from '../../src/cli/library.ts';
import { buildTables } from '../../src/engine/build-tables.ts';
import { runToEnd, startRun, type Run } from '../../src/engine/run.ts';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { COLUMNS } from '../../src/engine/state.ts';
import { ACTIONS } from '../../src/plan/actions/index.ts';
import { checkPlan } from '../../src/plan/check.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { planHash } from '../../src/plan/hash.ts';
import type { Action, ActionKind, Plan } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { reportRun, worldHasher } from '../../src/study/run-report.ts';
import { worldOf } from '../../src/study/world.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const DAYS = 120;
const SEEDS = [1, 2, 3, 5, 8];
const scenario = smallScenario({ days: DAYS, events: [{ ...smallScenario().events[0]!, date: 10 }] });
const world = planWorld(scenario);
const tables = buildTables(scenario, parametersFor('conservative'));

/** One action of every kind, started on day 0, none of which another plan of this file holds. */
const EXTRA: { readonly [K in ActionKind]: Extract<Action, { kind: K }> } = {
  monitors: { kind: 'monitors', id: 'extra', start: 0, region: 'north', amount: 10 },
  mediate: { kind: 'mediate', id: 'extra', start: 0, party: 'eastern-front', amount: 6 },
  'council-request': { kind: 'council-request', id: 'extra', start: 0, troops: 12000, police: 1500, robust: true },
  sanction: { kind: 'sanction', id: 'extra', start: 0, party: 'government', measures: ['asset-freeze', 'travel-ban', 'arms-embargo'] },
  deploy: { kind: 'deploy', id: 'extra', start: 0, unit: 'quick-reaction-company', amount: 1, contributor: 'northland', destination: 'north' },
  redeploy: { kind: 'redeploy', id: 'extra', start: 0, unit: 'infantry-battalion', amount: 1, from: 'capital', destination: 'north' },
  'open-route': { kind: 'open-route', id: 'extra', start: 0, link: 'capital-north', amount: 2 },
  'forward-base': { kind: 'forward-base', id: 'extra', start: 0, region: 'north', amount: 400 },
  aid: { kind: 'aid', id: 'extra', start: 0, region: 'north', amount: 40, stock: 300 },
  source: { kind: 'source', id: 'extra', start: 0, source: 'open', amount: 3 },
  'fact-finding': { kind: 'fact-finding', id: 'extra', start: 0, region: 'east', amount: 30 },
  'alert-levels': { kind: 'alert-levels', id: 'extra', start: 0, level1: 0.1, level2: 0.2, level3: 0.3 },
  assembly: { kind: 'assembly', id: 'extra', start: 0, ask: 'special-session' },
  'council-vote': { kind: 'council-vote', id: 'extra', start: 0, ask: 'statement' },
  'community-mediation': { kind: 'community-mediation', id: 'extra', start: 0, region: 'east', amount: 6 },
  'partner-request': { kind: 'partner-request', id: 'extra', start: 0, partner: 'union', ask: 'monitors', amount: 20, region: 'north' },
  'support-package': { kind: 'support-package', id: 'extra', start: 0, partner: 'union', amount: 3_000_000, screening: true },
  consultation: { kind: 'consultation', id: 'extra', start: 0, amount: 8, topics: ['movement', 'visas', 'land', 'customs'] },
  programme: { kind: 'programme', id: 'extra', start: 0, field: 'peace-committees', region: 'north', amount: 400_000 },
  readiness: { kind: 'readiness', id: 'extra', start: 0, item: 'standby', amount: 20_000_000 },
};
const KINDS = Object.keys(ACTIONS) as ActionKind[];

/** The plan of every kind, fitted to the days. */
const base: Plan = smallPlan(smallPlan().actions.map(action => ({ ...action, ...(action.until === undefined ? {} : { until: DAYS - 10 }), ...(action.kind === 'deploy' ? { start: 20 } : {}) })));
const withExtra = (action: Action): Plan => ({ ...base, actions: [...base.actions, action] });

function startPlan(plan: Plan, seed: number): Run {
  return startRun(tables, buildSchedule(compilePlan(plan, world), tables.initialUnits), seed, 0);
}
/** Running hash of the world's columns at the end of each day. */
function hashesByDay(plan: Plan, seed: number): string[] {
  const run = startPlan(plan, seed);
  const hash = worldHasher(run.s);
  const hashes: string[] = [];
  runToEnd(run, () => { hash.day(); hashes.push(hash.digest()); });
  return hashes;
}
const resultOf = (plan: Plan, seed: number): string => reportRun({ world: worldOf(scenario), scenarioHash: '', plan: { id: plan.id, hash: planHash(plan), rows: compilePlan(plan, world) }, seed }).hashes.result;
const baseDays = new Map(SEEDS.map(seed => [seed, hashesByDay(base, seed)]));

describe('hashes.result', () => {
  it('covers regions, parties, politics and stocks; not order rows, units, limits', () => {
    const covered = COLUMNS.filter(column => column.world);
    const dims = new Set(covered.flatMap(column => column.dims as readonly string[]));
    for (const dim of ['region', 'party', 'partyRegion', 'neighbour', 'link']) expect(dims).toContain(dim);
    for (const dim of ['row', 'unit', 'constraint']) expect(dims).not.toContain(dim);
    const names = covered.map(column => column.name);
    for (const name of ['tension', 'hosted', 'civiliansKilled', 'need', 'strength', 'attention', 'ceilingTroops', 'consent', 'trust', 'supplyStock', 'aidStock', 'cash', 'spent', 'presentTroops', 'linkRisk']) expect(names).toContain(name);
  });
  it('changes with any value of any world column on any day, and with no other', () => {
    const run = startPlan(base, 1);
    const digestAfter = (touch: (day: number) => void): string => {
      const hash = worldHasher(run.s);
      for (let day = 0; day < 3; day++) { touch(day); hash.day(); }
      return hash.digest();
    };
    const plain = digestAfter(() => {});
    for (const { name, world: covered } of COLUMNS) {
      const column = run.s[name];
      for (const at of new Set([0, column.length - 1])) {
        const kept = column[at]!;
        // touched on the middle day only
        const touched = digestAfter(day => { column[at] = day === 1 ? kept + 1 : kept; });
        column[at] = kept;
        expect(touched === plain, `${name}[${at}]`).toBe(!covered);
      }
    }
  });
  it('is that of all days, and another each day', () => {
    for (const seed of SEEDS) {
      expect(resultOf(base, seed)).toBe(baseDays.get(seed)!.at(-1));
      expect(new Set(baseDays.get(seed)).size).toBe(DAYS);
    }
    expect(new Set([...baseDays.values()].map(hashes => hashes.at(-1))).size).toBe(SEEDS.length);
  });
});

describe('a placebo leaves the world as it is', () => {
  it('has a specimen of every kind, of which the checks find no error and which does something', () => {
    expect(Object.keys(EXTRA).sort()).toEqual([...KINDS].sort());
    for (const kind of KINDS) {
      const plan = withExtra(EXTRA[kind]);
      expect(checkPlan(plan, world).filter(finding => finding.severity === 'error'), kind).toEqual([]);
      expect(SEEDS.some(seed => resultOf(plan, seed) !== baseDays.get(seed)!.at(-1)), kind).toBe(true);
    }
  });
  it.each(KINDS.filter(kind => ACTIONS[kind].hasAmount))('%s of nothing', kind => {
    const plan = withExtra({ ...EXTRA[kind], amount: 0 } as Action);
    expect(checkPlan(plan, world).filter(finding => finding.severity === 'error')).toEqual([]);
    expect(buildSchedule(compilePlan(plan, world), tables.initialUnits).rows).toBe(base.actions.length + 1);
    for (const seed of SEEDS) expect(resultOf(plan, seed)).toBe(baseDays.get(seed)!.at(-1));
  });
  it.each(KINDS)('%s ordered on the day after the last', kind => {
    const plan = withExtra({ ...EXTRA[kind], start: DAYS });
    expect(buildSchedule(compilePlan(plan, world), tables.initialUnits).rows).toBe(base.actions.length + 1);
    for (const seed of SEEDS) expect(resultOf(plan, seed)).toBe(baseDays.get(seed)!.at(-1));
  });
  it('even alone, and before all others', () => {
    const none = { ...base, actions: [] };
    for (const kind of KINDS) {
      const late = { ...EXTRA[kind], start: DAYS } as Action;
      expect(resultOf({ ...base, actions: [late] }, 1), kind).toBe(resultOf(none, 1));
      expect(resultOf({ ...base, actions: [late, ...base.actions] }, 1), kind).toBe(baseDays.get(1)!.at(-1));
    }
  });
});

describe('in Halvane', () => {
  const opened = openScenario('halvane').value!;
  const halvane = planWorld(opened.scenario);
  const plan = openPlan(opened, 'a').value!;
  const result = (actions: Plan['actions']): string =>
    reportRun({ world: worldOf(opened.scenario), scenarioHash: '', plan: { id: 'a', hash: '', rows: compilePlan({ ...plan, actions }, halvane) }, seed: 1 }).hashes.result;
  const specimens = KINDS.flatMap(kind => plan.actions.find(action => action.kind === kind) ?? []).map(action => ({ ...action, id: `placebo-${action.kind}`, start: 30, until: undefined }));

  it('a placebo of each kind of plan A, of both sorts, all at once', () => {
    expect(specimens.length).toBeGreaterThanOrEqual(8);
    const nothing = specimens.filter(action => ACTIONS[action.kind].hasAmount).map(action => ({ ...action, id: `${action.id}-0`, amount: 0 }) as Action);
    const late = specimens.map(action => ({ ...action, start: opened.scenario.days }));
    const plain = result(plan.actions);
    expect(result([...plan.actions, ...nothing])).toBe(plain);
    expect(result([...plan.actions, ...late])).toBe(plain);
    expect(result([...plan.actions, ...specimens])).not.toBe(plain);
  });
});

describe('an action that starts on day d', () => {
  it('readiness counts from day 0 alone: bought later it does nothing', () => {
    for (const start of [1, 40]) expect(resultOf(withExtra({ ...EXTRA.readiness, start }), 1)).toBe(baseDays.get(1)!.at(-1));
  });
  it.each(KINDS.filter(kind => kind !== 'readiness'))('%s leaves the days before as they are, and then makes a difference', kind => {
    let moved = 0;
    for (const seed of SEEDS)
      for (const d of [1, 17, 40]) {
        const before = baseDays.get(seed)!;
        const after = hashesByDay(withExtra({ ...EXTRA[kind], start: d }), seed);
        const first = after.findIndex((hash, k) => hash !== before[k]);
        expect(first < 0 ? d : first, `seed ${seed}, day ${d}`).toBeGreaterThanOrEqual(d);
        if (first >= 0) moved++;
      }
    expect(moved).toBeGreaterThan(0);
  });
});

describe('one more unit in one region', () => {
  /** The small world with an island: no border, no road. What happens there reaches others through money, politics and people only. */
  const island = (units: Scenario['politics']['mission']['units']): Scenario => {
    const { regions, politics } = scenario;
    return {
      ...scenario, regions: [...regions, { ...regions[1]!, id: 'isle', name: { en: 'Isle', fr: 'Île' }, borders: [], centre: [-400, -400] }],
      politics: { ...politics, mission: { ...politics.mission, units: [...units, ...politics.mission.units] } },
    };
  };
  const REGION_COLUMNS = COLUMNS.filter(column => column.world && column.dims.length === 1 && column.dims[0] === 'region');
  const valuesByDay = (one: Scenario, seed: number): { readonly incidents: number; readonly regions: readonly (readonly number[])[] }[] => {
    const t = buildTables(one, parametersFor('conservative'));
    const run = startRun(t, buildSchedule([], t.initialUnits), seed, 0);
    const days: { incidents: number; regions: number[][] }[] = [];
    runToEnd(run, ({ s }) => {
      let incidents = 0;
      for (let r = 0; r < t.R; r++) incidents += s.battlesToday[r]! + s.attacksToday[r]!;
      days.push({ incidents, regions: Array.from({ length: t.R }, (_, r) => REGION_COLUMNS.map(({ name }) => s[name][r]!)) });
    });
    return days;
  };

  it('leaves every value of every other region as it is until violence can tell of it, though all other units move one place', () => {
    let calm = 0;
    for (const seed of [...SEEDS, 13, 21]) {
      const without = valuesByDay(island([]), seed);
      const more = valuesByDay(island([{ unit: 'infantry-battalion', region: 'isle', number: 1, strength: 1 }]), seed);
      expect(more[0]!.regions[4]).not.toEqual(without[0]!.regions[4]);
      for (let k = 0; k < DAYS && without[k]!.incidents + more[k]!.incidents === 0; k++) {
        expect(more[k]!.regions.slice(0, 4), `seed ${seed}, day ${k}`).toEqual(without[k]!.regions.slice(0, 4));
        calm++;
      }
    }
    expect(calm).toBeGreaterThan(100);
  });
});
