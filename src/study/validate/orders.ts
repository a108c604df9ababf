/** Order rows for experiments, without a plan file. */
import { READINESS, START_RULE, type OrderRow, type RowKind } from '../../engine/schedule.ts';
import { UNIT_TYPES } from '../../scenario/units.ts';

/** One order row from a day on; what is left out does not apply. */
export function order(kind: RowKind, amount: number, day: number, more: Partial<OrderRow> = {}): OrderRow {
  return {
    id: kind, kind, amount, rule: START_RULE.day, ref: -1, days: day, until: 9999, region: 2, from: -1, link: -1, party: -1, unitType: -1, contributor: -1, readiness: -1, reliability: 1, extra: [], ...more,
  };
}

/** `amount` units of one type to a region, without a contributor of their own. */
export function deployment(unit: string, amount: number, readiness: (typeof READINESS)[number], day: number, more: Partial<OrderRow> = {}): OrderRow {
  return order('deploy', amount, day, { unitType: UNIT_TYPES.findIndex(type => type.id === unit), readiness: READINESS.indexOf(readiness), ...more });
}
