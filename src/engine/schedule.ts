/**
 * The schedule: a plan as order rows. The engine knows rows and columns, never plans.
 *
 * A row says what (kind, amount, parameters), where (region, link, party) and when: `rule` 0 a day,
 * 1 n days after another row began to have effect, 2 n days after the country reached an alert level,
 * 3 n days after the decision on a Council request row. Rows keep the order of the plan.
 */

import { assert } from '../kernel/assert.ts';
import { cellKey } from '../kernel/draws.ts';
import { buildTriggers, type ConditionRow, type Triggers } from './trigger-table.ts';

/** Kinds of order row; the number is the index. Append only. */
export const ROW_KINDS = ['monitors', 'mediate', 'council-request', 'sanction', 'deploy', 'redeploy', 'open-route', 'forward-base', 'aid',
  'source', 'fact-finding', 'alert-levels', 'assembly', 'council-vote', 'community-mediation',
  'partner-request', 'support-package', 'consultation', 'programme', 'readiness'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What an agreement with the host may be about; bit n of a row is topic n. */
export const TOPICS = ['movement', 'visas', 'land', 'customs'] as const;
/** What a regional partner may be asked for; the number is the index. */
export const PARTNER_ASKS = ['monitors', 'mediators', 'information'] as const;
/** Fields of programmes; the number is the index. Append only. */
export const PROGRAMME_FIELDS = ['police-and-courts', 'peace-committees', 'jobs-and-services', 'reintegration', 'elections', 'inclusion', 'rights'] as const;
export type ProgrammeField = (typeof PROGRAMME_FIELDS)[number];
/** What readiness may be bought before D0; the number is the index. */
export const READINESS_ITEMS = ['standby', 'stocks', 'training', 'sources', 'funds'] as const;

/** What can limit an order; the number is the index. 'none' first; 'start' is a start day the plan chose itself. */
export const CONSTRAINTS = ['none', 'mandate', 'consent', 'lead-time', 'lift', 'route', 'supply', 'money', 'partner', 'security', 'start'] as const;
export type Constraint = (typeof CONSTRAINTS)[number];

/** Stages of a unit; the number is the index. */
export const UNIT_PHASES = ['waiting', 'authorisation', 'generation', 'readiness', 'lift', 'movement', 'reception', 'operational', 'refused', 'withdrawn'] as const;
export type UnitPhase = (typeof UNIT_PHASES)[number];

export const START_RULE = { day: 0, afterRow: 1, afterAlert: 2, afterDecision: 3 } as const;

/** One order row as the plan writes it; indexes are those of `Tables`; −1 where a field does not apply. */
export interface OrderRow {
  /** Id of the action, for reading results back. */
  readonly id: string;
  readonly kind: RowKind;
  /** Units, people, tonnes a day or rounds, by kind; 0 is a placebo that must change nothing in the world. */
  readonly amount: number;
  readonly rule: number;
  /** Row index (rule 1, 3) or alert level 1–3 (rule 2). */
  readonly ref: number;
  /** The start day (rule 0) or the days after the reference. */
  readonly days: number;
  /** Last day of the order; the scenario's length when open-ended. */
  readonly until: number;
  readonly region: number;
  /** Region a redeployment leaves; −1 otherwise. */
  readonly from: number;
  readonly link: number;
  readonly party: number;
  /** Index in Tables.unitTypes, or −1. */
  readonly unitType: number;
  readonly contributor: number;
  /** READINESS index of the pledge used, or −1. */
  readonly readiness: number;
  /** Chance that the pledge is honoured, 0–1. */
  readonly reliability: number;
  /** Kind-specific numbers: Council request [troops, police, robust]; aid [stock t]; others empty. */
  readonly extra: readonly number[];
  /** What must hold, from the start day on, before the order begins. */
  readonly when?: ConditionRow | undefined;
  /** What ends the order once it is under way. */
  readonly stop?: ConditionRow | undefined;
}

export const READINESS = ['rapid', 'standard', 'transfer', 'rehat', 'bridging'] as const;

/** The rows as dense columns. `unitFirst`/`unitCount` point into the unit slots after those in place on D0. */
export interface Schedule {
  readonly rows: number;
  readonly units: number;
  readonly ids: readonly string[];
  readonly kind: Int32Array;
  readonly key: Int32Array;
  readonly amount: Float64Array;
  readonly rule: Int32Array;
  readonly ref: Int32Array;
  readonly days: Int32Array;
  readonly until: Int32Array;
  readonly region: Int32Array;
  readonly from: Int32Array;
  readonly link: Int32Array;
  readonly party: Int32Array;
  readonly unitType: Int32Array;
  readonly contributor: Int32Array;
  readonly readiness: Int32Array;
  readonly reliability: Float64Array;
  /** Three numbers a row. */
  readonly extra: Float64Array;
  readonly unitFirst: Int32Array;
  readonly unitCount: Int32Array;
  /** Row of a unit slot, −1 for units in place on D0. */
  readonly unitRow: Int32Array;
  /** Unit type of a slot. */
  readonly unitTypeOf: Int32Array;
  /** Cell key of a slot, from action id and number in the order. */
  readonly unitKey: Int32Array;
  /** Conditions that begin or end orders. */
  readonly triggers: Triggers;
}

/** What makes an order begin or end, as the agenda log says it; the number is the index. Append only. */
export const AGENDA_CAUSES = ['none', 'day', 'effect', 'alert', 'decision', 'condition', 'review', 'last-day', 'consent-withdrawn'] as const;
export type AgendaCause = (typeof AGENDA_CAUSES)[number];

/** Units already in place on D0, as `Tables` lists them. */
export interface InitialUnits {
  readonly type: readonly number[];
  readonly key: readonly number[];
}

/**
 * Packs rows into columns and gives every ordered unit a slot after the units in place on D0.
 * @throws when a row points at a row that does not exist (a programming error: the plan's checks come first)
 */
export function buildSchedule(rows: readonly OrderRow[], initial: InitialUnits): Schedule {
  const n = rows.length;
  const int = (read: (row: OrderRow) => number) => Int32Array.from(rows, read);
  const unitFirst = new Int32Array(n);
  const unitCount = new Int32Array(n);
  const unitRow: number[] = initial.type.map(() => -1);
  const unitTypeOf: number[] = [...initial.type];
  const unitKey: number[] = [...initial.key];
  const extra = new Float64Array(n * 3);
  rows.forEach((row, i) => {
    assert(row.rule !== START_RULE.afterRow && row.rule !== START_RULE.afterDecision ? true : row.ref >= 0 && row.ref < n, `row ${row.id} refers to row ${row.ref}`);
    row.extra.forEach((value, j) => { if (j < 3) extra[i * 3 + j] = value; });
    unitFirst[i] = unitRow.length;
    if (row.kind !== 'deploy') return;
    unitCount[i] = Math.max(0, Math.floor(row.amount));
    for (let u = 0; u < unitCount[i]!; u++) {
      unitRow.push(i);
      unitTypeOf.push(row.unitType);
      unitKey.push(cellKey(`${row.id}/${u}`));
    }
  });
  return {
    rows: n, units: unitRow.length, ids: rows.map(row => row.id),
    kind: int(row => ROW_KINDS.indexOf(row.kind)), key: int(row => cellKey(row.id)),
    amount: Float64Array.from(rows, row => row.amount), rule: int(row => row.rule), ref: int(row => row.ref), days: int(row => row.days),
    until: int(row => row.until), region: int(row => row.region), from: int(row => row.from), link: int(row => row.link), party: int(row => row.party),
    unitType: int(row => row.unitType), contributor: int(row => row.contributor), readiness: int(row => row.readiness),
    reliability: Float64Array.from(rows, row => row.reliability), extra, unitFirst, unitCount,
    unitRow: Int32Array.from(unitRow), unitTypeOf: Int32Array.from(unitTypeOf), unitKey: Int32Array.from(unitKey),
    triggers: buildTriggers(rows),
  };
}
