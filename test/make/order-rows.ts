/** Order rows for tests, without a plan file: the fields that matter, the rest at rest. Indexes are those of `smallScenario`. */
import type { OrderRow } from '../../src/engine/schedule.ts';
import { UNIT_TYPES } from '../../src/scenario/units.ts';
import { hashJson } from '../../src/kernel/hash.ts';
import type { PlanInput } from '../../src/study/job.ts';

export function orderRow(id: string, kind: OrderRow['kind'], days: number, more: Partial<OrderRow> = {}): OrderRow {
  return { id, kind, amount: 1, rule: 0, ref: -1, days, until: 10000, region: -1, from: -1, link: -1, party: -1, unitType: -1, contributor: -1, readiness: -1, reliability: 1, extra: [0, 0, 0], ...more };
}

/** A response of every kind; `shift` moves the deployment and what follows it. */
export function responseRows(shift = 0): OrderRow[] {
  const battalion = UNIT_TYPES.findIndex(type => type.id === 'infantry-battalion');
  const reaction = UNIT_TYPES.findIndex(type => type.id === 'quick-reaction-company');
  return [
    orderRow('m1', 'monitors', 5, { amount: 12, region: 2, until: 150 }),
    orderRow('t1', 'mediate', 10, { amount: 3, party: 1 }),
    orderRow('c1', 'council-request', 8, { amount: 0, extra: [9000, 900, 1] }),
    orderRow('s1', 'sanction', 5, { amount: 0, rule: 3, ref: 2, party: 1, extra: [3, 0, 0] }),
    orderRow('d1', 'deploy', 40 + shift, { amount: 2, region: 2, unitType: battalion, contributor: 1, readiness: 2, reliability: 0.9 }),
    orderRow('q1', 'deploy', 30, { amount: 1, region: 3, unitType: reaction, contributor: 0, readiness: 0, reliability: 0.85 }),
    orderRow('r1', 'redeploy', 60 + shift, { amount: 1, from: 0, region: 2, unitType: battalion }),
    orderRow('o1', 'open-route', 25, { amount: 1, link: 1, until: 120 }),
    orderRow('b1', 'forward-base', 0, { amount: 850, rule: 1, ref: 4, region: 2 }),
    orderRow('x1', 'aid', 20, { amount: 30, region: 2, until: 160, extra: [500, 0, 0] }),
  ];
}

export function planInput(id: string, rows: readonly OrderRow[]): PlanInput {
  return { id, hash: hashJson(rows), rows };
}
