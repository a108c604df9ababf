/** A small valid plan for tests in the world of small-scenario.ts: one action of every kind, every form of start. */
import type { Action, Plan } from '../../src/plan/schema.ts';

/** A fresh plan of nine actions; `actions` replaces them. */
export function smallPlan(actions?: readonly Action[]): Plan {
  return {
    format: 1, id: 'a', scenario: 'small', title: { en: 'Early', fr: 'Tôt' }, letter: 'A', note: { en: 'For tests.', fr: 'Pour les essais.' },
    actions: actions === undefined ? [
      { kind: 'monitors', id: 'm1', start: 5, until: 150, region: 'east', amount: 12 },
      { kind: 'mediate', id: 't1', start: 10, party: 'eastern-front', amount: 3 },
      { kind: 'council-request', id: 'c1', start: 12, troops: 9000, police: 900, robust: true },
      { kind: 'sanction', id: 's1', start: { afterDecision: 'c1', days: 5 }, party: 'eastern-front', measures: ['travel-ban', 'arms-embargo'] },
      { kind: 'deploy', id: 'd1', start: 60, unit: 'infantry-battalion', amount: 1, contributor: 'northland', origin: 'high-sea', destination: 'east' },
      { kind: 'redeploy', id: 'r1', start: 40, unit: 'military-observer-team', amount: 1, from: 'east', destination: 'north' },
      { kind: 'open-route', id: 'o1', start: '2027-04-02', link: 'east-far-east', amount: 1 },
      { kind: 'forward-base', id: 'b1', start: { afterAction: 'd1', days: 3 }, until: 180, region: 'east', amount: 850 },
      { kind: 'aid', id: 'x1', start: { afterAlert: 2, days: 7 }, until: '2027-08-28', region: 'east', amount: 30, stock: 500 },
    ] : [...actions],
  };
}

/** The action of an id in a plan. */
export function actionOf<K extends Action['kind']>(plan: Plan, kind: K): Extract<Action, { kind: K }> {
  return plan.actions.find((action): action is Extract<Action, { kind: K }> => action.kind === kind)!;
}
