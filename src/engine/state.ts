/**
 * The state of a run: everything that changes from day to day, in one buffer with named views.
 * Scalars are arrays of length one. Units and ranges stand with the columns.
 */
import { layoutOf, viewsOf, type Layout } from '../kernel/columns.ts';
import { AGENDA_COLUMNS } from './columns-agenda.ts';
import { CONFLICT_COLUMNS } from './columns-conflict.ts';
import { ACCEPTANCE_CAUSES, CONSENT_CAUSES, PEACE_COLUMNS } from './columns-peace.ts';
import { POLITICS_COLUMNS } from './columns-politics.ts';
import { RESPONSE_COLUMNS } from './columns-response.ts';
import { WARNING_COLUMNS } from './columns-warning.ts';
import { CONSTRAINTS, PROGRAMME_FIELDS, type Schedule, TOPICS } from './schedule.ts';
import type { Tables } from './tables.ts';

export const COLUMNS = [...CONFLICT_COLUMNS, ...POLITICS_COLUMNS, ...RESPONSE_COLUMNS, ...WARNING_COLUMNS, ...AGENDA_COLUMNS, ...PEACE_COLUMNS] as const;

type Spec = (typeof COLUMNS)[number];
export type ColumnName = Spec['name'];
interface ViewOf { readonly f64: Float64Array; readonly f32: Float32Array; readonly i32: Int32Array; readonly u8: Uint8Array }

/** Typed views over one buffer. */
export type State = { readonly [S in Spec as S['name']]: ViewOf[S['type']] } & { readonly buffer: ArrayBuffer; readonly layout: Layout };

/** Days a report may travel at most, plus one: length of the report rings. */
export const REPORT_RING = 16;
/** Reports the inbox holds: the newest. */
export const INBOX = 64;
/** Rations, water, fuel, spares. */
export const COMMODITIES = ['rations', 'water', 'fuel', 'spares'] as const;

/** Sizes of the dimensions for a scenario and a schedule; at least one each, so that no column is empty. */
export function layoutFor(t: Tables, o: Schedule): Layout {
  const at = (n: number) => Math.max(1, n);
  return layoutOf(COLUMNS, {
    region: t.R, party: t.P, partyRegion: t.P * t.R, climate: t.K, neighbour: at(t.N), destination: at(t.D), link: at(t.L), node: t.V,
    source: t.S, inbox: INBOX, member: t.M, reportDay: REPORT_RING, alert: 4, row: at(o.rows), unit: at(o.units), constraint: CONSTRAINTS.length, commodity: COMMODITIES.length,
    trigger: at(o.triggers.count), averageDay: at(o.triggers.ringLength),
    partner: at(t.partners.count), consentCause: CONSENT_CAUSES.length, acceptanceCause: ACCEPTANCE_CAUSES.length, topic: TOPICS.length, programme: PROGRAMME_FIELDS.length,
  });
}

/** The first state made; all others are copies of it with views of their own. */
let pattern: Record<string, unknown> | undefined;

/**
 * An empty state of that layout. All states are objects of one shape: built anew from a list, each would be of a shape
 * of its own, and every mechanism would be compiled again for it (measured: runs four times slower).
 */
export function emptyState(layout: Layout): State {
  const buffer = new ArrayBuffer(layout.byteLength);
  const views = viewsOf(layout, buffer);
  pattern ??= { ...views, buffer, layout };
  const state: Record<string, unknown> = { ...pattern };
  for (const { name } of layout.columns) state[name] = views[name];
  state['buffer'] = buffer;
  state['layout'] = layout;
  return state as unknown as State;
}
