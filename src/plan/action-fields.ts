/** Fields that actions share: name, start, end, remark. Shapes only; sense is in each kind's `check` and in check.ts. */
import * as z from 'zod';
import { count, day, id, isoDate } from '../scenario/fields.ts';

export { ASSEMBLY_ASKS, COUNCIL_ASKS } from './asks.ts';

/** Most rounds of mediation one action may hold. MODEL. */
export const MOST_ROUNDS = 12;
/** Most engineer companies' worth of work one route can take at a time. MODEL. */
export const MOST_WORKS = 4;
/** Longest wait of a start rule, days. */
const LONGEST_WAIT = 3000;

/** Most work of a warning source that can be bought on top of its usual work. MODEL. */
export const MOST_EFFORT = 10;
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

const reviews = z
  .strictObject({
    first: day.meta({ title: 'Day of the first review', unit: 'day' }),
    every: z.number().int().min(0).max(LONGEST_WAIT).default(0).meta({ title: 'Days between reviews; 0 for a single one', unit: 'day' }),
  })
  .meta({ title: 'Days of review on which alone the condition can act; absent for every day' });

const held = {
  region: id.optional().meta({ title: 'Region whose columns are read; absent for the country' }),
  days: z.number().int().min(1).max(365).default(1).meta({ title: 'Days in a row for which it must hold', unit: 'day' }),
  reviews: reviews.optional(),
};

/** A condition on named columns: a comparison, or a formula that is true or false. */
const condition = z.union([
  z.strictObject({
    indicator: z.string().min(1).max(64).meta({ title: 'Column, or indicator of the scenario' }),
    is: z.enum(['above', 'below']).meta({ title: 'Comparison' }),
    value: z.number().meta({ title: 'Value, in the unit of the column' }),
    ...held,
  }),
  z.strictObject({ formula: z.string().min(1).max(400).meta({ title: 'Formula over named columns that is true or false; scenario/formula.ts' }), ...held }),
]);

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
    when: condition.optional().meta({ title: 'What must hold, from the start day on, before the action begins' }),
    stop: condition.optional().meta({ title: 'What ends the action once it is under way' }),
    note: z.string().max(2000).optional().meta({ title: 'Reason or remark' }),
  });
}
