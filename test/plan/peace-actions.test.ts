/** Partners, consultation, programmes, readiness, and conditions in plans: rows, findings, sentences in both languages. */
import { describe, expect, it } from 'vitest';
import { READINESS_ITEMS } from '../../src/engine/schedule.ts';
import { withRecord } from '../../src/plan/actions/index.ts';
import { checkPlan } from '../../src/plan/check.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { planHash } from '../../src/plan/hash.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import { reviewPlan } from '../../src/plan/review.ts';
import type { Action, Condition } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const scenario = smallScenario();
const world = planWorld(scenario);
const ask: Action = { kind: 'partner-request', id: 'p1', start: 4, partner: 'union', ask: 'information', amount: 12 };
const support: Action = { kind: 'support-package', id: 'u1', start: 5, partner: 'union', amount: 2_500_000, screening: true };
const accord: Action = { kind: 'consultation', id: 'a1', start: 6, amount: 6, topics: ['visas', 'customs'] };
const work: Action = { kind: 'programme', id: 'h1', start: 7, field: 'reintegration', region: 'east', amount: 300_000 };
const ready: Action = { kind: 'readiness', id: 'z1', start: 0, item: 'stocks', amount: 15_000_000 };
const KINDS = [ask, support, accord, work, ready];

const codes = (...actions: Action[]): string[] => checkPlan(smallPlan(actions), world).map(({ severity, code, path }) => `${severity} ${code} ${path}`);
const rowOf = (action: Action) => compilePlan(smallPlan([action]), world)[0]!;

describe('each kind', () => {
  it('becomes one row', () => {
    expect(rowOf(ask)).toMatchObject({ kind: 'partner-request', amount: 12, region: -1, extra: [0, 2, 0], days: 4 });
    expect(rowOf(support)).toMatchObject({ kind: 'support-package', amount: 2_500_000, extra: [0, 1, 0] });
    expect(rowOf(accord)).toMatchObject({ kind: 'consultation', amount: 6, region: -1, extra: [2 + 8, 0, 0] });
    expect(rowOf({ ...accord, region: 'far-east' } as Action)).toMatchObject({ region: 3 });
    expect(rowOf(work)).toMatchObject({ kind: 'programme', amount: 300_000, region: 2, extra: [3, 0, 0] });
    expect(rowOf(ready)).toMatchObject({ kind: 'readiness', amount: 15_000_000, days: 0, extra: [READINESS_ITEMS.indexOf('stocks'), 0, 0] });
  });
  it('makes sense as it stands', () => { expect(codes(...KINDS).filter(code => code.startsWith('error'))).toEqual([]); });
  it('says in both languages what it does', () => {
    const { actions } = reviewPlan(smallPlan(KINDS), world);
    expect(actions.map(({ sentence }) => sentence.en)).toEqual([
      'D+4, 5 March 2027: ask Regional union for 12 analysts who share what it knows.',
      'D+5, 6 March 2027: support the force of Regional union with 2,500,000 USD a month, its units screened and trained for conduct.',
      'D+6, 7 March 2027: negotiate and keep an agreement with the host on visas, customs with 6 officers.',
      'D+7, 8 March 2027: fund a programme for disarmament and reintegration in East with 300,000 USD a month.',
      'D+0, 1 March 2027: have bought strategic stocks for 15,000,000 USD before D0.',
    ]);
    for (const { sentence, label } of actions) {
      expect(sentence.fr).not.toBe(sentence.en);
      expect(label.fr.length).toBeGreaterThan(5);
    }
  });
  it('names beforehand the outcome it should move, never its cost', () => {
    for (const action of KINDS) expect(withRecord(action, (_, record) => record.moves?.outcome), action.kind).not.toMatch(/^(?:cost|undefined)$/);
  });
});

describe('findings', () => {
  it.each([
    ['an unknown partner', { ...ask, partner: 'onion' }, 'error plan/unknown-partner /actions/0/partner'],
    ['monitors nowhere', { ...ask, ask: 'monitors' }, 'error plan/no-region /actions/0/region'],
    ['a crowd of mediators', { ...ask, ask: 'mediators', amount: 200 }, 'warning plan/many-mediators /actions/0/amount'],
    ['an unknown region', { ...work, region: 'nowhere' }, 'error plan/unknown-region /actions/0/region'],
    ['a programme beyond use', { ...work, amount: 50_000_000 }, 'warning plan/large-programme /actions/0/amount'],
    ['elections', { ...work, field: 'elections' }, 'advice plan/elections-strain /actions/0/field'],
    ['readiness bought too late', { ...ready, start: 10 }, 'error plan/not-before-d0 /actions/0/start'],
    ['readiness that waits', { ...ready, when: { formula: 'risk > 0.5', days: 1 } }, 'error plan/not-before-d0 /actions/0/when'],
    ['a topic twice', { ...accord, topics: ['land', 'land'] }, 'warning plan/topic-twice /actions/0/topics'],
  ] as const)('%s', (_, action, code) => { expect(codes(action as unknown as Action)).toContain(code); });
});

describe('conditions', () => {
  const withCondition = (when: Condition, more: Partial<Action> = {}): Action => ({ ...accord, when, ...more }) as Action;
  it('become programs over columns, with region, days and reviews', () => {
    const row = rowOf(withCondition({ indicator: 'risk', is: 'above', value: 0.6, region: 'east', days: 14, reviews: { first: 30, every: 60 } }, { stop: { formula: 'average(consent, 30 days) < 0.4', days: 1 } }));
    expect(row.when).toMatchObject({ region: 2, days: 14, first: 30, every: 60, program: { columns: ['risk'], unit: 'condition' } });
    expect(row.stop).toMatchObject({ region: -1, days: 1, first: -1, program: { averages: [{ days: 30 }] } });
    expect(rowOf(accord)).not.toHaveProperty('when');
  });
  it('may compare an indicator of the scenario', () => {
    expect(rowOf(withCondition({ indicator: 'strain', is: 'below', value: 0.3, days: 1 })).when!.program.columns).toEqual(['tension', 'displaced']);
  });
  it.each([
    ['an unknown indicator', { indicator: 'rsk', is: 'above', value: 1, days: 1 }, 'error plan/unknown-indicator /actions/0/when/indicator'],
    ['a formula that is no condition', { formula: 'risk + 1', days: 1 }, 'error plan/bad-formula /actions/0/when/formula'],
    ['a hostile formula', { formula: 'risk.constructor("x")()', days: 1 }, 'error plan/bad-formula /actions/0/when/formula'],
    ['an unknown region', { formula: 'risk > 0.5', region: 'nowhere', days: 1 }, 'error plan/unknown-region /actions/0/when/region'],
    ['a review after the end', { formula: 'risk > 0.5', days: 1, reviews: { first: 900, every: 0 } }, 'warning plan/review-after-end /actions/0/when/reviews/first'],
  ] as const)('%s is found', (_, when, code) => { expect(codes(withCondition(when as unknown as Condition))).toContain(code); });
  it('are read aloud', () => {
    const { sentence } = reviewPlan(smallPlan([withCondition({ indicator: 'attention', is: 'above', value: 0.5, days: 7 }, { stop: { formula: 'consent < 0.3', days: 1, reviews: { first: 90, every: 90 } } })]), world).actions[0]!;
    expect(sentence.en).toBe('D+6, 7 March 2027, once attention of the Council is above 0.5 for 7 days: negotiate and keep an agreement with the host on visas, customs with 6 officers; ends when “consent < 0.3” holds, reviewed from day 90 every 90 days.');
    expect(sentence.fr).toContain('dès que l’attention du Conseil est supérieur à 0,5 pendant 7 jours');
  });
  it('are part of the plan: file, hash', () => {
    const file = { ...smallPlan([]), actions: [{ ...accord, when: { indicator: 'risk', is: 'above', value: 0.6 } }] };
    const { plan, diagnostics } = parsePlan(JSON.stringify(file), 'a.json', scenario);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan!.actions[0]!.when).toEqual({ indicator: 'risk', is: 'above', value: 0.6, days: 1 });
    expect(planHash(plan!)).not.toBe(planHash(smallPlan([accord])));
  });
});
