/**
 * A session over generated results, for rendering panels without an engine. Numbers are smooth curves that depend on
 * the plan's start days, so that an edit moves them; they mean nothing.
 */
import { CONSTRAINTS, UNIT_PHASES } from '../../src/engine/schedule.ts';
import { scenarioModel, type ScenarioModel } from '../../src/scenario/model.ts';
import { OUTCOME_NAMES, type OutcomeName, type Scenario } from '../../src/scenario/schema.ts';
import type { Action, Plan } from '../../src/plan/schema.ts';
import type { ActionCheck, PlanCheck } from '../../src/session/backend.ts';
import type { Session, SessionState } from '../../src/session/types.ts';
import type { TimingMap } from '../../src/study/timing.ts';
import { BAND_LEVELS, SERIES, type DelayCurve, type FutureTrace, type PlanResult, type RegionResult, type SeriesName } from '../../src/study/results.ts';
import { fakeStanding } from './fake-standing.ts';
import { smallScenario } from './small-scenario.ts';

/** A number 0–1 that depends on its arguments only. */
function chance(...parts: readonly number[]): number {
  let h = 2166136261;
  for (const part of parts) h = Math.imul(h ^ (part * 7919 + 13), 16777619) ^ (h >>> 13);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** The model of `smallScenario`, or of another one. */
export function fakeModel(scenario: Scenario = smallScenario()): ScenarioModel {
  const n = scenario.regions.length;
  const list = scenario.regions.flatMap((_, r) => [(r + 1) % n, ...(scenario.neighbours.length > 0 ? [-1] : [])]);
  const width = n === 0 ? 0 : list.length / n;
  return scenarioModel(scenario, { start: Int32Array.from({ length: n + 1 }, (_, r) => r * width), list: Int32Array.from(list) });
}

/** Three plans for a scenario: A acts early, B late, C talks first. */
export function fakePlans(scenario: Scenario): readonly Plan[] {
  const region = scenario.regions[Math.min(2, scenario.regions.length - 1)]!.id;
  const from = scenario.regions[0]!.id;
  const rebel = scenario.parties.find(party => party.kind !== 'host-government')?.id ?? scenario.parties[0]!.id;
  const contributor = scenario.contributors.find(c => c.pledges.some(p => p.unit === 'infantry-battalion'))?.id;
  const road = scenario.links.find(link => link.mode === 'road')!.id;
  const actions = (shift: number): Action[] => [
    { kind: 'monitors', id: 'm1', start: 5, until: 180, region, amount: 12 },
    { kind: 'mediate', id: 't1', start: 10, party: rebel, amount: 3 },
    { kind: 'council-request', id: 'c1', start: 12 + shift / 2, troops: 9000, police: 900, robust: true },
    { kind: 'sanction', id: 's1', start: { afterDecision: 'c1', days: 5 }, party: rebel, measures: ['asset-freeze', 'travel-ban'] },
    { kind: 'deploy', id: 'd1', start: 30 + shift, unit: 'infantry-battalion', amount: 1, contributor, destination: region },
    { kind: 'open-route', id: 'o1', start: 25, until: 90, link: road, amount: 1 },
    { kind: 'forward-base', id: 'b1', start: { afterAction: 'd1', days: 0 }, region, amount: 850 },
    { kind: 'redeploy', id: 'r1', start: 40, unit: 'infantry-battalion', amount: 1, from, destination: region },
    { kind: 'aid', id: 'x1', start: 20, until: 150, region, amount: 30, stock: 500 },
  ] as Action[];
  const plan = (id: string, letter: string, en: string, fr: string, shift: number): Plan => ({ format: 1, id, scenario: scenario.id, letter, title: { en, fr }, actions: actions(shift) }) as Plan;
  return [plan('a', 'A', 'Early east', 'L’est d’abord', 0), plan('b', 'B', 'As agreed', 'Comme convenu', 30), plan('c', 'C', 'Talks first', 'Négocier d’abord', 60)];
}

/** First day of an action as a number: the day, or a guess for rules that wait. */
export function fakeStart(plan: Plan, id: string): number {
  const action = plan.actions.find(a => a.id === id);
  const start = action?.start as unknown;
  if (typeof start === 'number') return start;
  if (typeof start === 'object' && start !== null) {
    const rule = start as { afterAction?: string; afterDecision?: string; days: number };
    const ref = rule.afterAction ?? rule.afterDecision;
    return (ref === undefined ? 20 : fakeStart(plan, ref) + 20) + rule.days;
  }
  return 0;
}

/** Checks as the backend gives them; deployments are infeasible before day 20. */
export function fakeCheck(plan: Plan, model: ScenarioModel): PlanCheck {
  const { days } = model.scenario;
  const actions = plan.actions.map((action): ActionCheck => {
    const start = fakeStart(plan, action.id);
    const earliest = action.kind === 'deploy' ? 20 : 0;
    const label = { en: `${action.kind} ${action.id}`, fr: `${action.kind} ${action.id}` };
    const diagnostics = start < earliest ? [{ severity: 'error' as const, code: 'plan/too-early', path: `/actions/${action.id}/start`, message: 'The pledge and the lift take 20 days.', suggestion: 'Start on D+20 or later.' }] : [];
    return {
      id: action.id, label, startDay: start, endDay: (action as { until?: number }).until ?? days, earliest,
      sentence: { en: `From D+${start}: ${label.en}.`, fr: `À partir de J+${start} : ${label.fr}.` },
      earliestReason: earliest > 0 ? { en: 'Pledge and lift take 20 days.', fr: 'L’engagement et le transport prennent 20 jours.' } : { en: '', fr: '' }, diagnostics,
    };
  });
  return { planHash: fakeHash(plan), actions, diagnostics: actions.flatMap(a => a.diagnostics) };
}

/** Same plan, same text. */
export const fakeHash = (plan: Plan): string => `${plan.id}-${Math.floor(chance(...[...JSON.stringify(plan.actions)].map(c => c.charCodeAt(0))) * 1e12).toString(16)}`;

const SHAPE: Readonly<Record<SeriesName, (x: number, early: number) => number>> = {
  harmed: (x, early) => 3400 * x * x * (1.4 - 0.6 * early),
  displaced: (x, early) => 4000 + 60000 * x * (1 - 0.45 * x) * (1.5 - 0.8 * early),
  needReached: (x, early) => 0.8 - 0.4 * x * (1.2 - early),
  tension: (x, early) => 0.45 + 0.3 * Math.sin(x * 3) * (1.2 - 0.6 * early),
  will: x => 0.35 + 0.25 * x,
  consent: x => 0.7 - 0.2 * x,
  cost: x => 3e8 * x,
  missionDeaths: x => 12 * x,
};

/** Results of a plan over `runs` futures. */
export function fakeResult(plan: Plan, model: ScenarioModel, runs: number, seed = 1): PlanResult {
  const { days } = model.scenario;
  const deploy = plan.actions.find(a => a.kind === 'deploy');
  const early = deploy === undefined ? 0 : Math.max(0, 1 - fakeStart(plan, deploy.id) / days);
  const spread = (i: number): number => 0.6 + 0.9 * chance(seed, i) * (0.6 + chance(seed, i, 2));
  const levels = BAND_LEVELS.map(level => 0.62 + 0.9 * level * level);
  const bands = Object.fromEntries(SERIES.map(({ name }) => [name, Float32Array.from({ length: days * 5 }, (_, i) => {
    const value = SHAPE[name](Math.floor(i / 5) / days, early);
    return name === 'needReached' || name === 'tension' || name === 'will' || name === 'consent' ? Math.min(1, Math.max(0, value + (i % 5 - 2) * 0.06 * (Math.floor(i / 5) / days))) : value * levels[i % 5]!;
  })])) as Record<SeriesName, Float32Array>;
  const series = Object.fromEntries(SERIES.map(({ name }) => [name, Float32Array.from({ length: 12 * days }, (_, i) => {
    const path = Math.floor(i / days), day = i % days;
    const wobble = 1 + 0.12 * Math.sin(day / (6 + path) + path);
    const value = SHAPE[name](day / days, early) * (0.65 + 0.07 * path) * wobble;
    return name === 'needReached' || name === 'tension' || name === 'will' || name === 'consent' ? Math.min(1, Math.max(0, value)) : value;
  })])) as Record<SeriesName, Float32Array>;
  const LEVEL: Readonly<Record<OutcomeName, number>> = {
    civiliansKilled: SHAPE.harmed(1, early), allDeaths: 2 * SHAPE.harmed(1, early), peakDisplaced: SHAPE.displaced(1, early), displacedPersonDays: 60 * SHAPE.displaced(1, early),
    refugees: 8000 * (1.4 - early), needReached: SHAPE.needReached(1, early), missionDeaths: 12, cost: 3e8, regionDaysWithoutPresence: 300 * (1.2 - early),
    daysToFirstEffect: 60 * (1.2 - early), daysToFullEffect: 110 * (1.2 - early), massAtrocity: 0.2,
    daysToAlert: 40, daysToMandate: 90 * (1.2 - early), daysLost: 120 * (1.2 - early), meanConsent: 0.6,
  };
  const outcomes = Object.fromEntries(OUTCOME_NAMES.map(name => [name, Float64Array.from({ length: runs }, (_, i) =>
    name === 'massAtrocity' ? Number(chance(seed, i, 9) < 0.2 * (1.5 - early)) : name === 'needReached' ? Math.min(1, LEVEL[name] * (0.8 + 0.4 * chance(seed, i, 4))) : LEVEL[name] * spread(i))])) as Record<OutcomeName, Float64Array>;
  return {
    planId: plan.id, planHash: fakeHash(plan), seed, runs, days, outcomes, bands,
    paths: { runs: Int32Array.from({ length: 12 }, (_, i) => i * 5), series }, typical: { quiet: 3, typical: 20, violent: 41 },
    regions: {
      civiliansKilled: Float32Array.from({ length: runs * model.scenario.regions.length }, (_, i) => Math.round(LEVEL.civiliansKilled * spread(i) / model.scenario.regions.length)),
      displacedFrom: Float32Array.from({ length: runs * model.scenario.regions.length }, (_, i) => Math.round(LEVEL.peakDisplaced * spread(i + 7) / model.scenario.regions.length)),
    },
    actions: plan.actions.map((action, a) => {
      const start = fakeStart(plan, action.id);
      const after = (lag: number): number => (start + lag < days ? start + lag : -1);
      const limits = Uint8Array.from({ length: days }, (_, day) => (day < start ? 255 : day < start + 8 ? 1 : day < start + 22 ? 3 : day < start + 34 ? 4 : day < start + 60 ? 5 : 0));
      const constraintDays = new Float32Array(CONSTRAINTS.length);
      for (const limit of limits) if (limit < CONSTRAINTS.length) constraintDays[limit]! += 1;
      return { id: action.id, constraintDays, limits, milestones: { begun: after(0), authorised: after(8), generated: after(22 + a), lifted: after(34), arrived: after(40), firstEffect: after(44), fullEffect: after(60) } };
    }),
    mandateClock: Float64Array.from(CONSTRAINTS, (_, i) => [0, 8, 2, 24, 14, 10, 3, 0, 0, 5, 6][i]!),
  };
}

/** Ways from the entry port over links that are not cut, links of equal length. */
function fakeWays(scenario: Scenario, isCut: (day: number, link: number) => boolean): FutureTrace['ways'] {
  const ids = [...scenario.regions.map(item => item.id), ...scenario.sites.filter(site => site.region === undefined).map(site => site.id), ...scenario.neighbours.map(item => item.id)];
  const nodeAt = (id: string): number => ids.indexOf(scenario.sites.find(site => site.id === id)?.region ?? id);
  const from = Int16Array.from(scenario.links, link => nodeAt(link.from));
  const to = Int16Array.from(scenario.links, link => nodeAt(link.to));
  const entry = nodeAt(scenario.entry.port);
  const link = new Int16Array(scenario.days * ids.length).fill(-1);
  for (let day = 0; day < scenario.days; day++) {
    const seen = [entry];
    for (const v of seen) scenario.links.forEach(({ mode }, l) => {
      const next = from[l] === v ? to[l]! : to[l] === v ? from[l]! : -1;
      if (next < 0 || mode === 'sea' || isCut(day, l) || seen.includes(next)) return;
      link[day * ids.length + next] = l;
      seen.push(next);
    });
  }
  return { nodes: ids.length, entry, from, to, link };
}

/** One future. */
export function fakeTrace(plan: Plan, model: ScenarioModel, run: number): FutureTrace {
  const { scenario } = model;
  const { days } = scenario;
  const R = scenario.regions.length, L = scenario.links.length, P = scenario.parties.length;
  const D = model.destinations.list.length;
  const floats = (read: (day: number, r: number) => number, n = R): Float32Array => Float32Array.from({ length: days * n }, (_, i) => read(Math.floor(i / n), i % n));
  const hot = (r: number): number => chance(r, 5) * 0.5 + (r === 2 ? 0.5 : 0.15);
  const wave = (day: number, r: number): number => Math.min(1, Math.max(0, hot(r) * (0.55 + 0.6 * (day / days)) + 0.08 * Math.sin(day / 9 + r * 2 + run)));
  const ints = <A extends Uint8Array | Uint16Array | Int16Array>(array: A, read: (day: number, r: number) => number, n = R): A => {
    for (let i = 0; i < array.length; i++) array[i] = read(Math.floor(i / n), i % n);
    return array;
  };
  const initial = scenario.politics.mission.units.flatMap(unit => Array.from({ length: unit.number }, () => ({ type: model.unitTypes.findIndex(t => t.id === unit.unit), region: model.regionIndex[unit.region]!, row: -1, start: -1 })));
  const ordered = plan.actions.flatMap((action, row) => (action.kind === 'deploy' ? Array.from({ length: Math.max(0, action.amount) }, () => ({ type: model.unitTypes.findIndex(t => t.id === action.unit), region: model.regionIndex[action.destination]!, row, start: fakeStart(plan, action.id) })) : []));
  const units = [...initial, ...ordered];
  const U = units.length;
  const phaseAt = (u: number, day: number): number => {
    const { start } = units[u]!;
    const name = start < 0 ? 'operational' : day < start ? 'waiting' : day < start + 8 ? 'authorisation' : day < start + 22 ? 'generation' : day < start + 34 ? 'lift' : day < start + 40 ? 'movement' : day < start + 46 ? 'reception' : 'operational';
    return UNIT_PHASES.indexOf(name);
  };
  const country = (read: (x: number, day: number) => number): Float32Array => Float32Array.from({ length: days }, (_, day) => read(day / days, day));
  const mover = plan.actions.findIndex(action => action.kind === 'redeploy');
  const moved = model.unitTypes.findIndex(type => type.id === (plan.actions[mover] as { unit?: string } | undefined)?.unit);
  /** People of a unit from so many days after its start on. */
  const peopleFrom = (after: number) => (day: number, u: number): number => (units[u]!.start < 0 || day >= units[u]!.start + after ? model.unitTypes[units[u]!.type]?.people ?? 0 : 0);
  return {
    planId: plan.id, planHash: fakeHash(plan), run, days,
    regions: {
      tension: floats(wave), displaced: floats((day, r) => Math.round(40000 * wave(day, r) * (day / days))), needReached: floats((day, r) => 0.9 - 0.5 * wave(day, r)), coverage: floats((_, r) => 0.15 + 0.5 * chance(r, 8)),
      risk: floats((day, r) => Math.min(1, wave(day, r) * (0.8 + 0.3 * chance(r, day >> 4)))), confidence: floats((_, r) => [0.85, 0.3, 0.7, 0.1][r % 4]!),
      lastReportDay: ints(new Int16Array(days * R), (day, r) => (r % 4 === 3 ? -1 : Math.max(-1, day - (r * 3) % 7))),
      troops: floats((day, r) => (r === 0 ? 850 : r === 2 && day > 75 ? 580 : 0)), police: floats((_, r) => (r === 0 ? 140 : 0)), monitors: floats((day, r) => (r === 2 && day > 12 ? 12 : 0)),
      supplyDays: floats((day, r) => Math.max(1, 25 - 0.15 * day - 4 * r)), battles: ints(new Uint16Array(days * R), (day, r) => Number(chance(day, r, run) < 0.08 * wave(day, r) * 4)),
      attacks: ints(new Uint16Array(days * R), (day, r) => Number(chance(day, r, run, 3) < 0.2 * wave(day, r))), killed: floats((day, r) => (chance(day, r, run, 3) < 0.2 * wave(day, r) ? 1 + Math.floor(9 * chance(day, r)) : 0)),
      reported: ints(new Uint16Array(days * R), (day, r) => Number(chance(day - 2, r, run, 3) < 0.15 * wave(day, r))), alert: ints(new Uint8Array(days * R), (day, r) => (wave(day, r) > 0.65 ? 3 : wave(day, r) > 0.45 ? 2 : wave(day, r) > 0.25 ? 1 : 0)),
    },
    supply: Float32Array.from({ length: days * R * 4 }, (_, i) => { const day = Math.floor(i / (R * 4)), r = Math.floor(i / 4) % R, c = i % 4; return Math.max(0.5, [22, 14, 9, 28][c]! - 0.06 * day - 2 * r + 3 * Math.sin(day / 12 + c)); }),
    links: { state: ints(new Uint8Array(days * L), (day, l) => (l % 3 === 2 && day > 60 && day < 110 ? 2 : l % 3 === 1 && day > 40 ? 1 : 0), L), capacity: floats((_, l) => scenario.links[l]!.capacity * (l % 3 === 1 ? 0.5 : 1), L), used: floats((day, l) => scenario.links[l]!.capacity * 0.4 * (0.4 + 0.6 * (day / days)), L) },
    ways: fakeWays(scenario, (day, l) => l % 3 === 2 && day > 60 && day < 110),
    units: { count: U, type: Int16Array.from(units, u => u.type), row: Int16Array.from(units, u => u.row), phase: ints(new Uint8Array(days * U), (day, u) => phaseAt(u, day), U), region: ints(new Int16Array(days * U), (day, u) => (units[u]!.start < 0 || day > units[u]!.start + 40 ? units[u]!.region : -1), U), strength: floats((day, u) => (units[u]!.start < 0 ? 0.9 : Math.min(1, Math.max(0, (day - units[u]!.start - 40) / 20))), U), pledged: floats(peopleFrom(8), U), ready: floats(peopleFrom(22), U), lifted: floats(peopleFrom(34), U), arrived: floats(peopleFrom(40), U), mover: ints(new Int16Array(days * U), (day, u) => (units[u]!.row < 0 && units[u]!.type === moved && day >= fakeStart(plan, 'r1') ? mover : -1), U) },
    flows: floats((day, d) => Math.round(9000 * chance(d, 4) * (day / days) ** 2), D), refugees: country(x => 9000 * x * x),
    rows: { constraint: ints(new Uint8Array(days * plan.actions.length), (day, o) => (day < fakeStart(plan, plan.actions[o]!.id) ? 0 : day < fakeStart(plan, plan.actions[o]!.id) + 30 ? 3 : 5), plan.actions.length), effect: floats((day, o) => Math.min(1, Math.max(0, (day - fakeStart(plan, plan.actions[o]!.id) - 44) / 20)), plan.actions.length), progress: floats((day, o) => Math.min(1, Math.max(0, (day - fakeStart(plan, plan.actions[o]!.id)) / 44)), plan.actions.length) },
    country: {
      alert: country(x => (x > 0.4 ? 3 : x > 0.2 ? 2 : x > 0.05 ? 1 : 0)), attention: country(x => 0.25 + 0.4 * x), will: country(x => 0.35 + 0.25 * x), consent: country(x => 0.7 - 0.2 * x), acceptance: country(x => 0.55 - 0.1 * x),
      ceilingTroops: country((_, day) => (day < 28 ? 4000 : 9000)), ceilingPolice: country((_, day) => (day < 28 ? 500 : 900)), theatreTroops: country((_, day) => (day < 75 ? 850 : 1700)), spent: country(x => 3e8 * x), cash: country(x => 8e7 - 3e7 * x),
      harmed: country(x => SHAPE.harmed(x, 0.8)), displaced: country(x => SHAPE.displaced(x, 0.8)), needReached: country(x => SHAPE.needReached(x, 0.8)), missionDeaths: country(x => 12 * x),
    },
    parties: { intent: floats(() => 0.5, P), means: floats(() => 0.5, P), campaign: floats((day, i) => (i === 1 && day > 70 ? 2 : 0), P), ceasefire: floats(() => 0, P), strength: floats((_, i) => 2000 + 3000 * i, P) },
    agenda: [{ day: 11, what: 'alert' as const, level: 1 }, ...plan.actions.slice(0, 3).map(action => ({ day: fakeStart(plan, action.id), what: 'begins' as const, action: action.id, why: 'day' as const }))].sort((a, b) => a.day - b.day),
    standing: fakeStanding(scenario),
    log: plan.actions.flatMap((action, row) => { const start = fakeStart(plan, action.id); return [{ day: start, row, what: 'begun' as const, value: 0 }, ...(action.kind === 'council-request' ? [{ day: start + 16, row, what: 'decided' as const, value: 1 }] : []), { day: start + 44, row, what: 'firstEffect' as const, value: 0 }]; }).concat([{ day: 11, row: -1, what: 'alert' as never, value: 1 }, { day: 34, row: -1, what: 'alert' as never, value: 2 }]).filter(entry => entry.day < days).sort((a, b) => a.day - b.day),
  };
}

/** Start-date curve of an action. */
export function fakeDelay(plan: Plan, action: string, model: ScenarioModel): DelayCurve {
  const { days } = model.scenario;
  const present = fakeStart(plan, action);
  const points = Array.from({ length: Math.ceil(days / 7) }, (_, i) => {
    const start = i * 7;
    const median = 20000 + 26000 * (1 / (1 + Math.exp(-(start - 80) / 22)));
    const feasible = start >= 20;
    return { start, feasible, reason: feasible ? { en: '', fr: '' } : { en: 'Pledge and lift take 20 days.', fr: 'L’engagement et le transport prennent 20 jours.' }, p5: median * 0.6, p25: median * 0.82, median, p75: median * 1.25, p95: median * 1.6, met: Math.max(0, 1 - start / days), flat: Math.abs(start - present) <= 10 };
  });
  return { scenario: model.scenario.id, plan: plan.id, action, outcome: 'peakDisplaced', unit: 'people', better: 'less', target: 40000, odds: 0.6, runs: 64, points, lastResponsibleDay: 77, lastResponsibleRange: { low: null, high: null, none: 0 }, flatZone: [present - 7, present + 8] };
}

/** One region over futures. */
export function fakeRegion(plan: Plan, model: ScenarioModel, region: string, day: number, runs = 512): RegionResult {
  const { days } = model.scenario;
  const band = (top: number, cap: number): Float32Array => Float32Array.from({ length: days * 5 }, (_, i) => Math.min(cap, top * (0.3 + 0.7 * (Math.floor(i / 5) / days)) * (0.62 + 0.2 * (i % 5))));
  const deploy = plan.actions.find(a => a.kind === 'deploy');
  const level = 8000 + 60 * (deploy === undefined ? 180 : fakeStart(plan, deploy.id));
  return { region: model.regionIndex[region] ?? 0, runs, day, bands: { tension: band(0.7, 1), displaced: band(12000, 1e9), needReached: band(0.6, 1), troops: band(800, 1e5) },
    displacedAt: Float64Array.from({ length: runs }, (_, i) => Math.round((0.25 + 0.75 * (day / days)) * level * (0.5 + 1.1 * chance(i, 21) * chance(i, 22) + 0.5 * chance(i, 23)))) };
}

export interface FakeSession extends Session {
  /** Replaces fields of the state and tells listeners at once. */
  patch(change: Partial<SessionState>): void;
  /** Names and arguments of the calls made so far. */
  readonly calls: readonly (readonly [name: string, ...values: unknown[]])[];
}

/** A map of d1 by c1, better to the upper left. */
export function fakeTiming(plan: Plan): TimingMap {
  const days = [[10, 40, 70], [5, 12, 30, 60]] as const;
  return {
    scenario: plan.scenario, plan: plan.id, actions: ['d1', 'c1'], outcome: 'peakDisplaced', unit: 'people', better: 'less', tolerance: 1500, runs: 64, seed: 1, ensemble: 'events', days, present: [40, 12], best: [10, 5],
    cells: days[0].flatMap(first => days[1].map(second => {
      const median = 30000 + 120 * first + 60 * second;
      const now = 30000 + 120 * 40 + 60 * 12;
      return {
        starts: [first, second] as const, feasible: !(first === 10 && second === 60), reason: first === 10 && second === 60 ? { en: 'the mandate comes later', fr: 'le mandat vient plus tard' } : { en: '', fr: '' },
        p5: median * 0.6, median, p95: median * 1.5, difference: { p5: median - now - 900, median: median - now, p95: median - now + 900 }, better: median < now ? 0.8 : median > now ? 0.2 : 0.5,
        flat: Math.abs(median - now) < 1500, inFlatRegion: Math.abs(median - now) < 1500, nearBest: first === 10 && second < 30,
      };
    })),
  };
}

/** The state of a settled session: plan A active, B as baseline, one deployment and one region selected. */
export function fakeState(scenario: Scenario = smallScenario(), change: Partial<SessionState> = {}): SessionState {
  const model = fakeModel(scenario);
  const plans = fakePlans(scenario);
  const results = Object.fromEntries(plans.map(plan => [plan.id, fakeResult(plan, model, 512)]));
  const region = scenario.regions[Math.min(2, scenario.regions.length - 1)]!.id;
  const day = Math.min(75, scenario.days - 1);
  return {
    model, scenarioFile: `${scenario.id}.json`, document: { plans, activePlan: 'a' }, undo: [{ label: { en: 'Move d1 30 days earlier', fr: 'Avancer d1 de 30 jours' } }], redo: [], revision: 1, savedAt: 43440000,
    baseline: 'b', screen: 'plan', compare: { other: null, outcome: 'peakDisplaced', timing: null }, timing: { map: fakeTiming(plans[0]!), running: false }, selection: { action: 'd1', region }, preview: null, day, playing: false, speed: 1, layer: 'tension',
    marks: { routes: true, units: true, incidents: true, flows: true, sites: true, labels: true }, ribbons: ['harmed', 'displaced', 'needReached'], future: 'typical', language: 'en', theme: 'light', seed: 1, seedText: '1',
    results, resultState: Object.fromEntries(plans.map(plan => [plan.id, { phase: 'settled' as const, runs: 512 }])), checks: Object.fromEntries(plans.map(plan => [plan.id, fakeCheck(plan, model)])),
    trace: fakeTrace(plans[0]!, model, 20), delay: { action: 'd1', planHash: fakeHash(plans[0]!), curve: fakeDelay(plans[0]!, 'd1', model), running: false }, region: fakeRegion(plans[0]!, model, region, scenario.days - 1),
    status: { en: 'Moved d1 30 days earlier: peak displaced, median 41,000 → 33,000 (21,000–52,000). Limit now: route.', fr: 'd1 avancée de 30 jours : pic de déplacés, médiane 41 000 → 33 000 (21 000–52 000). Limite actuelle : route.' },
    diagnostics: [], allowInfeasible: false, ...change,
  };
}

/** A session whose edits change the plan and its made-up results at once. */
export function fakeSession(options: { readonly scenario?: Scenario; readonly state?: Partial<SessionState> } = {}): FakeSession {
  let state = fakeState(options.scenario, options.state);
  const listeners = new Set<() => void>();
  const calls: [string, ...unknown[]][] = [];
  const patch = (change: Partial<SessionState>): void => { state = { ...state, ...change }; for (const listener of listeners) listener(); };
  const activePlan = (): Plan => state.document.plans.find(plan => plan.id === state.document.activePlan)!;
  const replace = (plan: Plan): void => {
    const model = state.model!;
    patch({ document: { ...state.document, plans: state.document.plans.map(p => (p.id === plan.id ? plan : p)) }, results: { ...state.results, [plan.id]: fakeResult(plan, model, 512) },
      checks: { ...state.checks, [plan.id]: fakeCheck(plan, model) }, trace: fakeTrace(plan, model, 20), preview: null, revision: state.revision + 1 });
  };
  const changed = (id: string, change: Partial<Record<string, unknown>>): Plan => { const plan = activePlan(); return { ...plan, actions: plan.actions.map(a => (a.id === id ? ({ ...a, ...change } as Action) : a)) }; };
  const own: Session = {
    get: () => state,
    subscribe: (select, listener) => { let last = select(state); const check = (): void => { const now = select(state); if (!Object.is(now, last)) { last = now; listener(now); } }; listeners.add(check); return () => { listeners.delete(check); }; },
    openScenario: async () => true, importPlan: async () => true,
    addAction: action => { const plan = activePlan(); replace({ ...plan, actions: [...plan.actions, action] }); patch({ selection: { ...state.selection, action: action.id } }); },
    changeAction: (id, change) => { replace(changed(id, change)); },
    moveAction: (id, start) => { replace(changed(id, { start })); },
    removeAction: id => { const plan = activePlan(); replace({ ...plan, actions: plan.actions.filter(a => a.id !== id) }); patch({ selection: { ...state.selection, action: null } }); },
    duplicateAction: id => { const plan = activePlan(); const action = plan.actions.find(a => a.id === id)!; replace({ ...plan, actions: [...plan.actions, { ...action, id: `${id}-2` }] }); },
    addPlan: from => { const source = state.document.plans.find(p => p.id === from); const id = `p${state.document.plans.length + 1}`; const plan = { ...(source ?? { ...activePlan(), actions: [] }), id, letter: 'ABCDEF'[state.document.plans.length] } as Plan; patch({ document: { plans: [...state.document.plans, plan], activePlan: id } }); replace(plan); },
    renamePlan: (id, title) => { patch({ document: { ...state.document, plans: state.document.plans.map(p => (p.id === id ? ({ ...p, title: { ...p.title, [state.language]: title } } as Plan) : p)) } }); },
    removePlan: id => { patch({ document: { plans: state.document.plans.filter(p => p.id !== id), activePlan: state.document.plans.find(p => p.id !== id)!.id } }); },
    undo: () => {}, redo: () => {},
    previewMove: (id, start, until) => { const plan = changed(id, { start, ...(until === undefined ? {} : { until }) }); patch({ preview: { plan, action: id, label: { en: `Move ${id}`, fr: `Déplacer ${id}` } }, results: { ...state.results, [plan.id]: fakeResult(plan, state.model!, 64) }, resultState: { ...state.resultState, [plan.id]: { phase: 'drafting', runs: 64 } } }); },
    commitPreview: () => { if (state.preview !== null) { const { plan } = state.preview; replace(plan); patch({ resultState: { ...state.resultState, [plan.id]: { phase: 'settled', runs: 512 } } }); } },
    cancelPreview: () => { if (state.preview !== null) replace(activePlan()); },
    activatePlan: id => { patch({ document: { ...state.document, activePlan: id }, trace: fakeTrace(state.document.plans.find(p => p.id === id)!, state.model!, 20) }); },
    setBaseline: baseline => { patch({ baseline }); },
    setScreen: screen => { patch({ screen }); },
    keepTiming: () => {},
    setCompare: choice => { patch({ compare: { ...state.compare, ...choice } }); },
    select: selection => { const next = { ...state.selection, ...selection }; patch({ selection: next, region: next.region === null ? null : fakeRegion(activePlan(), state.model!, next.region, state.model!.scenario.days - 1), delay: next.action === null ? null : { action: next.action, planHash: fakeHash(activePlan()), curve: fakeDelay(activePlan(), next.action, state.model!), running: false } }); },
    setDay: day => { patch({ day: Math.min(state.model!.scenario.days - 1, Math.max(0, day)) }); }, play: playing => { patch({ playing }); }, setSpeed: speed => { patch({ speed }); }, setLayer: layer => { patch({ layer }); },
    setMark: (mark, on) => { patch({ marks: { ...state.marks, [mark]: on } }); }, setRibbons: ribbons => { patch({ ribbons }); }, setFuture: future => { patch({ future }); },
    setSeed: async text => { if (text.trim() === '') return false; patch({ seed: /^\d+$/.test(text.trim()) ? Number(text) : 77, seedText: text.trim() }); return true; }, rollSeed: () => own.setSeed(String(state.seed + 1)),
    setLanguage: language => { patch({ language }); }, setTheme: theme => { patch({ theme }); }, setAllowInfeasible: allowInfeasible => { patch({ allowInfeasible }); }, retry: () => {},
    tryAction: async action => { const plan = activePlan(); const others = plan.actions.filter(a => a.id !== action.id); return fakeCheck({ ...plan, actions: [...others, action] }, state.model!).actions.at(-1); }, scenarioText: () => '{}', dispose: () => { listeners.clear(); },
  };
  const recorded = Object.fromEntries(Object.entries(own).map(([name, run]) => [name, name === 'get' || name === 'subscribe' ? run : (...values: unknown[]) => { calls.push([name, ...values]); return (run as (...v: unknown[]) => unknown)(...values); }])) as unknown as Session;
  return { ...recorded, patch, calls };
}
