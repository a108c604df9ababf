/** Columns of the agenda: conditions of orders, and the log of what began and ended, when and why. */
import type { ColumnSpec } from '../kernel/columns.ts';

export const AGENDA_COLUMNS = [
  { name: 'rowStartCause', type: 'u8', dims: ['row'], unit: 'code', note: 'why the order began: AGENDA_CAUSES index, 0 not yet', world: false },
  { name: 'rowEndDay', type: 'i32', dims: ['row'], unit: 'day', note: 'day on which the order ended; −1 not yet', world: false },
  { name: 'rowEndCause', type: 'u8', dims: ['row'], unit: 'code', note: 'why it ended: AGENDA_CAUSES index, 0 not yet', world: false },
  { name: 'triggerHeldDays', type: 'i32', dims: ['trigger'], unit: 'day', note: 'days in a row for which the condition has held', world: false },
  { name: 'triggerFiredDay', type: 'i32', dims: ['trigger'], unit: 'day', note: 'day on which the condition fired; −1 not yet', world: false },
  { name: 'triggerReviews', type: 'i32', dims: ['trigger'], unit: 'count', note: 'reviews held so far', world: false },
  { name: 'triggerReviewDay', type: 'i32', dims: ['trigger'], unit: 'day', note: 'day of the newest review; −1 none', world: false },
  { name: 'averageRing', type: 'f64', dims: ['averageDay'], unit: 'of the column', note: 'last days of the columns that conditions average', world: false },
] as const satisfies readonly ColumnSpec[];
