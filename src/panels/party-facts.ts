/** What can be said of an armed party on a day, in classes and never in places: as reports let one know it, or as it is in the future shown. */
import type { ScenarioModel } from '../scenario/model.ts';
import type { FutureTrace } from '../study/results.ts';
import { regionsOf } from './use-now.ts';

/** Days over which reports count. */
const RECENT = 60;
/** Credibility from which a report is left out: improbable, cannot be judged. */
const DOUBTFUL = 5;
export const LEVELS = ['veryLow', 'low', 'middling', 'high', 'veryHigh'] as const;
export type LevelName = (typeof LEVELS)[number];
export const STAGES = ['dormant', 'preparing', 'executing', 'ended'] as const;
export const SIGNS = ['none', 'incidents', 'preparations', 'both'] as const;
export const HOLDS = ['none', 'fragile', 'partial', 'firm'] as const;
/** Bounds between classes of strength, armed people. */
const SIZES = [500, 2000, 5000, 20000] as const;

/** A share 0–1 in five classes. */
export const levelOf = (value: number): LevelName => LEVELS[Math.min(4, Math.max(0, Math.floor(value * 5)))]!;
/** Class 0–4 of a number of armed people; the words are `boards.strength.0` to `.4`. */
export const sizeOf = (people: number): 0 | 1 | 2 | 3 | 4 => SIZES.filter(size => people >= size).length as 0 | 1 | 2 | 3 | 4;
/** How a ceasefire holds. */
export const holdOf = (value: number): (typeof HOLDS)[number] => (value < 0.05 ? 'none' : value < 0.4 ? 'fragile' : value < 0.7 ? 'partial' : 'firm');

export interface PartyFacts {
  /** Intent as reports from where the party is present suggest; null without any report there. */
  readonly intentKnown: LevelName | null;
  readonly intentTrue: LevelName;
  /** What reports of the last 60 days from there speak of. */
  readonly signs: (typeof SIGNS)[number];
  readonly stage: (typeof STAGES)[number];
  readonly means: LevelName;
  readonly strength: 0 | 1 | 2 | 3 | 4;
  readonly ceasefire: number;
  readonly implementation: number;
  readonly trust: number;
  readonly constraint: number;
  readonly coercion: number;
  readonly hardening: number;
}

/** Facts of party i on a day. The known side reads reports and the estimate alone, weighted by where the party stood on D0. */
export function partyFacts(trace: FutureTrace, model: ScenarioModel, i: number, day: number): PartyFacts {
  const { scenario } = model;
  const R = regionsOf(trace);
  const P = scenario.parties.length;
  const at = day * P + i;
  const { accords, reports } = trace.standing;
  const here = scenario.regions.map(region => scenario.parties[i]!.strength[region.id] ?? 0);
  let weight = 0;
  let risk = 0;
  here.forEach((people, r) => {
    if (people <= 0 || (trace.regions.lastReportDay[day * R + r] ?? -1) < 0) return;
    weight += people;
    risk += people * (trace.regions.risk[day * R + r] ?? 0);
  });
  const spoken = [false, false]; // incidents, preparations
  for (let n = 0; n < reports.count; n++) {
    if (reports.received[n]! > day || reports.received[n]! <= day - RECENT || here[reports.region[n]!]! <= 0 || reports.credibility[n]! >= DOUBTFUL) continue;
    spoken[reports.kind[n]!] = true;
  }
  return {
    intentKnown: weight > 0 ? levelOf(risk / weight) : null, intentTrue: levelOf(trace.parties.intent[at] ?? 0),
    signs: SIGNS[(spoken[0] ? 1 : 0) + (spoken[1] ? 2 : 0)]!, stage: STAGES[Math.min(3, Math.round(trace.parties.campaign[at] ?? 0))]!,
    means: levelOf(trace.parties.means[at] ?? 0), strength: sizeOf(trace.parties.strength[at] ?? 0), ceasefire: trace.parties.ceasefire[at] ?? 0,
    implementation: accords.implementation[at] ?? 0, trust: accords.trust[at] ?? 0, constraint: accords.constraint[at] ?? 0, coercion: accords.coercion[at] ?? 0, hardening: accords.hardening[at] ?? 0,
  };
}
