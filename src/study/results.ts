/**
 * What a study gives back, as plain data that crosses threads: outcomes run by run, bands by day, and one future in
 * full. Shapes only. Days run from 0; `days` is the length of the scenario; index [day · n + i] unless said otherwise.
 */
import type { AgendaEntry } from './agenda-log.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { StandingTrace } from './standing-trace.ts';

/** Series by day, in the order in which ribbons offer them. */
export const SERIES = [
  { name: 'harmed', unit: 'people', better: 'less' }, // civilians killed since D0
  { name: 'displaced', unit: 'people', better: 'less' }, // displaced now, refugees included
  { name: 'needReached', unit: 'share', better: 'more' }, // people reached / people in need today
  { name: 'tension', unit: 'index 0–1', better: 'less' }, // mean over people
  { name: 'will', unit: 'index 0–1', better: 'more' },
  { name: 'consent', unit: 'index 0–1', better: 'more' },
  { name: 'cost', unit: 'USD', better: 'less' }, // spent since D0
  { name: 'missionDeaths', unit: 'people', better: 'less' }, // mission members killed or dead since D0
] as const;
export type SeriesName = (typeof SERIES)[number]['name'];

/** Quantiles kept of each day, in this order. */
export const BAND_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Days by which half of an order's units (or the order itself) have passed a stage. */
export const MILESTONES = ['begun', 'authorised', 'generated', 'lifted', 'arrived', 'firstEffect', 'fullEffect'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Outcomes kept for every region, at the end of the scenario: residents killed as civilians, and people of the region who are away from home. */
export const REGION_OUTCOMES = ['civiliansKilled', 'displacedFrom'] as const;
export type RegionOutcome = (typeof REGION_OUTCOMES)[number];

/** Some futures of one plan, reduced. */
export interface PlanResult {
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  readonly runs: number;
  readonly days: number;
  /** One value a run, in run order. Days to an effect never reached count as `days`. */
  readonly outcomes: Readonly<Record<OutcomeName, Float64Array>>;
  /** days × 5 quantiles (`BAND_LEVELS`). */
  readonly bands: Readonly<Record<SeriesName, Float32Array>>;
  /** Twelve futures, chosen by rank of people displaced at the end so that they are spread evenly: paths[i · days + day]. */
  readonly paths: { readonly runs: Int32Array; readonly series: Readonly<Record<SeriesName, Float32Array>> };
  /** Futures to show on the map, from the first 64: run numbers by rank of harm (5th, 50th, 95th percentile). */
  readonly typical: { readonly quiet: number; readonly typical: number; readonly violent: number };
  readonly actions: readonly ActionResult[];
  /** Outcomes by region, run by run: [run · R + region]. */
  readonly regions: Readonly<Record<RegionOutcome, Float32Array>>;
  /** Days lost by cause from first warning to full effect, mean over runs; index of CONSTRAINTS. */
  readonly mandateClock: Float64Array;
  /** Quantiles of the same over runs: [cause · 5 + level of BAND_LEVELS], days. */
  readonly mandateClockBands?: Float64Array;
}

/** One action over the futures. */
export interface ActionResult {
  readonly id: string;
  /** Median day of each milestone; −1 where most futures do not reach it. */
  readonly milestones: Readonly<Record<Milestone, number>>;
  /** Mean days a run under each constraint; index of CONSTRAINTS. */
  readonly constraintDays: Float32Array;
  /** Commonest constraint of each day among runs in which the order is under way; 0 none; 255 not under way. */
  readonly limits: Uint8Array;
}

/** One future in full, for the map, the boards and the inspector. */
export interface FutureTrace {
  readonly planId: string;
  readonly planHash: string;
  readonly run: number;
  readonly days: number;
  readonly regions: {
    /** True values [day · R + region]. */
    readonly tension: Float32Array;
    /** Displaced people staying here. */
    readonly displaced: Float32Array;
    /** Share of need reached, 0–1; 1 where there is no need. */
    readonly needReached: Float32Array;
    /** Share of exposed people within reach of a base. */
    readonly coverage: Float32Array;
    /** Estimate from reports and its confidence, 0–1. */
    readonly risk: Float32Array;
    readonly confidence: Float32Array;
    readonly lastReportDay: Int16Array;
    readonly troops: Float32Array;
    readonly police: Float32Array;
    readonly monitors: Float32Array;
    readonly supplyDays: Float32Array;
    readonly battles: Uint16Array;
    readonly attacks: Uint16Array;
    readonly killed: Float32Array;
    /** Incidents that reached the desk that day. */
    readonly reported: Uint16Array;
    readonly alert: Uint8Array;
  };
  /** Days of supply [(day · R + region) · 4 + commodity]: rations, water, fuel, spares. */
  readonly supply: Float32Array;
  readonly links: { readonly state: Uint8Array; readonly capacity: Float32Array; readonly used: Float32Array };
  /** Ways of equipment and supply from the entry port. Nodes are the regions, then other places; `from`, `to`: nodes of each link; `link`: last link of the way to a node, −1 none, [day · nodes + node]. */
  readonly ways: { readonly nodes: number; readonly entry: number; readonly from: Int16Array; readonly to: Int16Array; readonly link: Int16Array };
  /** Units in place on D0 first, then those ordered. `phase`: UNIT_PHASES index; `region` −1 outside; `strength`: operational share 0–1; `pledged`, `ready`, `lifted`, `arrived`: people; `mover`: row of the redeployment that moved the unit last, −1 none. */
  readonly units: { readonly count: number; readonly type: Int16Array; readonly row: Int16Array; readonly phase: Uint8Array; readonly region: Int16Array; readonly strength: Float32Array; readonly pledged: Float32Array; readonly ready: Float32Array; readonly lifted: Float32Array; readonly arrived: Float32Array; readonly mover: Int16Array };
  /** People who fled so far by candidate destination (ScenarioModel.destinations), [day · D + d]. */
  readonly flows: Float32Array;
  readonly refugees: Float32Array;
  readonly rows: { readonly constraint: Uint8Array; readonly effect: Float32Array; readonly progress: Float32Array };
  /** One value a day. */
  readonly country: Readonly<Record<'alert' | 'attention' | 'will' | 'consent' | 'acceptance' | 'ceilingTroops' | 'ceilingPolice' | 'theatreTroops' | 'spent' | 'cash' | 'harmed' | 'displaced' | 'needReached' | 'missionDeaths', Float32Array>>;
  /** Intent, means, campaign stage and ceasefire hold by party, [day · P + party]. */
  readonly parties: Readonly<Record<'intent' | 'means' | 'campaign' | 'ceasefire' | 'strength', Float32Array>>;
  readonly log: readonly { readonly day: number; readonly row: number; readonly what: 'begun' | 'firstEffect' | 'fullEffect' | 'over' | 'decided' | 'alert'; readonly value: number }[];
  /** What began, was reviewed and ended, when and why. */
  readonly agenda: readonly AgendaEntry[];
  /** Reports, Council, causes of consent, partners, agreements. */
  readonly standing: StandingTrace;
}

/** One region over the futures. */
export interface RegionResult {
  readonly region: number;
  readonly runs: number;
  /** days × 5 quantiles. */
  readonly bands: Readonly<Record<'tension' | 'displaced' | 'needReached' | 'troops', Float32Array>>;
  /** Displaced people here, run by run: [run · days + day] would be large, so at the day asked for. */
  readonly displacedAt: Float64Array;
  readonly day: number;
}

/** One start day of a start-date curve. */
export interface DelayPoint {
  readonly start: number;
  readonly feasible: boolean;
  /** Sentence, English and French; empty when feasible. */
  readonly reason: { readonly en: string; readonly fr: string };
  readonly p5: number; readonly p25: number; readonly median: number; readonly p75: number; readonly p95: number;
  /** Share of futures that meet the target. */
  readonly met: number;
  /** Whether 90 % of paired differences from the present start lie within the scenario's tolerance. */
  readonly flat: boolean;
}

export interface DelayCurve {
  readonly scenario: string;
  readonly plan: string;
  readonly action: string;
  readonly outcome: OutcomeName;
  readonly unit: string;
  readonly better: 'less' | 'more';
  readonly target: number;
  readonly odds: number;
  readonly runs: number;
  readonly points: readonly DelayPoint[];
  /** Latest feasible start that still meets the target with the stated odds; null when none does. */
  readonly lastResponsibleDay: number | null;
  /** 90 % range of that day over futures drawn again, null where no start meets the target; `none`: share of draws in which none does. */
  readonly lastResponsibleRange: { readonly low: number | null; readonly high: number | null; readonly none: number };
  /** First and last start around the present one that make no material difference. */
  readonly flatZone: readonly [number, number];
}
