/** What a kind of action is: a record of pure functions beside its schema. Menu, checks, reports and compilation read the same record. */
import type { OrderRow, RowKind } from '../engine/schedule.ts';
import { didYouMean, type Severity } from '../scenario/diagnostics.ts';
import type { LocalText } from '../scenario/fields.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { ActionKind, ActionOf, Plan } from './schema.ts';
import type { Lane } from './lanes.ts';
import type { PlanWorld } from './world.ts';

/** Texts in both languages. */
export interface Words { readonly en: string; readonly fr: string }

/** Takes one finding of an action; `path` is relative to the action, such as "/amount". */
export type ReportAction = (severity: Severity, code: string, path: string, message: string, suggestion?: string) => void;

/** First start day that can work, and why not earlier; reason empty when day 0 will do. */
export interface Earliest { readonly day: number; readonly reason: Words }

export const AT_ONCE: Earliest = { day: 0, reason: { en: '', fr: '' } };

/** What an action adds to the fields that all order rows share. */
export type RowFields = Partial<Pick<OrderRow, 'amount' | 'region' | 'from' | 'link' | 'party' | 'unitType' | 'contributor' | 'readiness' | 'reliability' | 'extra'>> & {
  /** First day on which what is ordered can be had; an order given on a day before it waits. */
  readonly opens?: number;
};

/**
 * What a kind of action is for, said beforehand: the outcome it should move, and which way. Never cost, never the
 * action's own count. `forestall check --audit` shows that it does (study/audit-cases.ts: where, and how strongly).
 */
export interface Move {
  readonly outcome: OutcomeName;
  readonly direction: 'less' | 'more';
  /** Scenario in which it shows; any of those that ship where it is left out. */
  readonly scenario?: string;
}

export interface ActionRecord<K extends ActionKind = ActionKind> {
  readonly kind: K & RowKind;
  readonly lane: Lane;
  /** Kinds with an amount take 0 as a placebo. */
  readonly hasAmount: boolean;
  /** The outcome it should move, and which way. */
  readonly moves: Move;
  /** Name of the kind in menus. */
  readonly title: Words;
  /** Short name of one action for bars and lists: "Infantry battalion → East Valley". */
  label(action: ActionOf<K>, world: PlanWorld): Words;
  /** What is ordered, as a sentence without its start: "Deploy one infantry battalion (850 people) …". */
  describe(action: ActionOf<K>, world: PlanWorld): Words;
  /** Findings on this action alone; references and dates that all kinds share are checked elsewhere. */
  check(action: ActionOf<K>, world: PlanWorld, report: ReportAction): void;
  /** First feasible start. */
  earliest(action: ActionOf<K>, world: PlanWorld, plan: Plan): Earliest;
  /** Fields of the order row; ids end here. */
  schedule(action: ActionOf<K>, world: PlanWorld, plan: Plan): RowFields;
}

/** Declares a kind; a helper for types. */
export function defineAction<K extends ActionKind>(record: ActionRecord<K>): ActionRecord<K> {
  return record;
}

/** Reports an id that is not among the known ones; returns whether it is. */
export function wantsKnown(report: ReportAction, path: string, what: string, id: string, known: readonly { readonly id: string }[]): boolean {
  if (known.some(item => item.id === id)) return true;
  report('error', `unknown-${what.replaceAll(' ', '-')}`, path, `There is no ${what} "${id}" in the scenario.`, didYouMean(id, known.map(item => item.id)) ?? `Known: ${known.map(item => item.id).slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`);
  return false;
}

/** 12,000 in English, 12 000 in French, without the machine's own locale. */
export function grouped(value: number): Words {
  const digits = String(Math.round(value));
  const join = (mark: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, mark);
  return { en: join(','), fr: join('\u202f') };
}

/** "one infantry battalion" or "2 × infantry battalion". */
export function unitsText(amount: number, name: LocalText): Words {
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const fr = lower(name.fr ?? name.en);
  const feminine = /^(?:compagnie|unité|équipe)/.test(fr);
  return amount === 1 ? { en: `one ${lower(name.en)}`, fr: `${feminine ? 'une' : 'un'} ${fr}` } : { en: `${amount} × ${lower(name.en)}`, fr: `${amount} × ${fr}` };
}

/** 0.5 in English, 0,5 in French. */
export function decimal(value: number): Words {
  return { en: String(value), fr: String(value).replace('.', ',') };
}

/** "in East Valley", or "in the whole country" without a region. */
export function inRegion(world: PlanWorld, region: string | undefined): Words {
  if (region === undefined) return { en: 'in the whole country', fr: 'dans tout le pays' };
  const name = named(world, region);
  return { en: `in ${name.en}`, fr: `dans la région ${name.fr}` };
}

/** Name of a place or party in both languages. */
export function named(world: PlanWorld, id: string): Words {
  const name = world.name(id);
  return { en: name.en, fr: name.fr ?? name.en };
}
