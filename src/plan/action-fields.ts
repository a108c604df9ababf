/** Fields that actions share: name, start, end, remark. Shapes only; sense is in each kind's `check` and in check.ts. */
import * as z from 'zod';
import { count, day, id, isoDate } from '../scenario/fields.ts';

/** Most rounds of mediation one action may hold. MODEL. */
export const MOST_ROUNDS = 12;
/** Most engineer companies' worth of work one route can take at a time. MODEL. */
export const MOST_WORKS = 4;
/** Longest wait of a start rule, days. */
const LONGEST_WAIT = 3000;

export const MEASURES = ['asset-freeze', 'travel-ban', 'arms-embargo'] as const;

const wait = z.number().int().min(0).max(LONGEST_WAIT).meta({ title: 'Days after the reference', unit: 'day' });

const start = z
  .union([
    day,
    isoDate,
    z.strictObject({ afterAction: id.meta({ title: 'Action whose first effect is waited for' }), days: wait }),
    z.strictObject({ afterDecision: id.meta({ title: 'Council request whose decision is waited for' }), days: wait }),
    z.strictObject({ afterAlert: z.number().int().min(1).max(3).meta({ title: 'Alert level that the country reaches', unit: 'level 1–3' }), days: wait }),
  ])
  .meta({ title: 'Day on which the order is given: a day, a date, or days after an action, a decision or an alert', unit: 'day' });

/** A place of the scenario by id; `what` says which role it plays. */
export const reference = (title: string) => id.meta({ title });

/** A whole number of things that the action orders; 0 orders nothing. */
export const amount = (title: string, unit: string, max: number) => count({ title, unit }, max);

/** The fields every action has, with its kind. */
export function timedAction<K extends string>(kind: K) {
  return z.strictObject({
    kind: z.literal(kind).meta({ title: 'Kind of action' }),
    id: id.meta({ title: 'Id, unique in the plan' }),
    start,
    until: z.union([day, isoDate]).optional().meta({ title: 'Last day of the order; absent for the end of the scenario', unit: 'day' }),
    note: z.string().max(2000).optional().meta({ title: 'Reason or remark' }),
  });
}
