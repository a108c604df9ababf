/** What the time line shows of a plan: a bar for each action, with the days it begins, takes effect and ends, in five lanes. */
import { packTracks, stretches, type Stretch } from '../charts/bars.ts';
import { parseIsoDate } from '../kernel/calendar.ts';
import type { Action, Plan } from '../plan/schema.ts';
import type { LocalText } from '../scenario/fields.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { ActionCheck, PlanCheck } from '../session/backend.ts';
import type { ActionResult, Milestone, PlanResult } from '../study/results.ts';

export const LANES = ['diplomacy', 'council', 'deployments', 'logistics', 'aid'] as const;
export type LaneName = (typeof LANES)[number];

export interface Bar {
  readonly id: string;
  readonly kind: Action['kind'];
  readonly lane: LaneName;
  readonly label: LocalText;
  /** Day of the order. */
  readonly start: number;
  /** The start as the check resolves it, the earliest day of a rule that waits; `start` is the likely one. */
  readonly resolved: number;
  /** Last day shown; the scenario's length when open-ended. */
  readonly end: number;
  readonly openEnd: boolean;
  /** A moment rather than a period: a request to the Council, whose end is the decision. */
  readonly moment: boolean;
  /** Whether the start waits on another action, a decision or an alert. */
  readonly waits: boolean;
  readonly earliest: number;
  readonly earliestReason: LocalText;
  readonly stretches: readonly Stretch[];
  readonly result: ActionResult | undefined;
  /** Days between this bar and the result it is drawn from: a bar in hand moves before its result does. */
  readonly shift: number;
}

/** Stretches of a bar and the milestones that end them. */
const PHASES: Readonly<Record<'deploy' | 'redeploy' | 'moment' | 'other', readonly [phases: readonly string[], marks: readonly Milestone[]]>> = {
  deploy: [['authorisation', 'generation', 'lift', 'movement', 'buildUp', 'operational'], ['authorised', 'generated', 'lifted', 'arrived', 'fullEffect']],
  redeploy: [['movement', 'buildUp', 'operational'], ['arrived', 'fullEffect']],
  moment: [['deliberation'], []],
  other: [['preparation', 'partly', 'operational'], ['firstEffect', 'fullEffect']],
};

/** Stretches in which nothing is in the theatre or no effect is felt: drawn hatched. */
export const AWAY: ReadonlySet<string> = new Set(['authorisation', 'generation', 'lift', 'preparation', 'deliberation']);

/** Day number of a day or an ISO date; undefined for a rule. */
export function fixedDay(day: Action['start'] | undefined, scenarioStart: string): number | undefined {
  if (typeof day === 'number') return day;
  if (typeof day !== 'string') return undefined;
  const number = parseIsoDate(day);
  const zero = parseIsoDate(scenarioStart);
  return number === undefined || zero === undefined ? undefined : number - zero;
}

/** Action that a start rule points at. */
export function referenceOf(action: Action): string | undefined {
  const { start } = action;
  if (typeof start !== 'object') return undefined;
  return 'afterAction' in start ? start.afterAction : 'afterDecision' in start ? start.afterDecision : undefined;
}

/** The lane of an action: deployments by a regional partner stand with aid and partners. */
export function laneOf(action: Action, scenario: Pick<Scenario, 'contributors'>): LaneName {
  switch (action.kind) {
    case 'monitors':
    case 'source':
    case 'fact-finding':
    case 'alert-levels':
    case 'community-mediation':
    case 'consultation':
    case 'mediate': return 'diplomacy';
    case 'council-request':
    case 'council-vote':
    case 'assembly':
    case 'sanction': return 'council';
    case 'deploy': return scenario.contributors.find(c => c.id === action.contributor)?.partner === undefined ? 'deployments' : 'aid';
    case 'redeploy': return 'deployments';
    case 'open-route':
    case 'readiness':
    case 'forward-base': return 'logistics';
    case 'partner-request':
    case 'support-package':
    case 'programme':
    case 'aid': return 'aid';
  }
}

/**
 * Bars of a plan, in plan order.
 * Check and result may belong to an older state of the plan, as while a bar is dragged: days that a rule gives are
 * then taken relative to the action it waits on, and milestones move with the start.
 */
export function planBars(plan: Plan, scenario: Scenario, check: PlanCheck | undefined, result: PlanResult | undefined): Bar[] {
  const checks = new Map(check?.actions.map(c => [c.id, c]));
  const results = new Map(result?.actions.map(r => [r.id, r]));
  const actions = new Map(plan.actions.map(a => [a.id, a]));
  const starts = new Map<string, number>();
  const known = (id: string): number | undefined => {
    const begun = results.get(id)?.milestones.begun ?? -1;
    return begun >= 0 ? begun : checks.get(id)?.startDay;
  };
  const startOf = (action: Action): number => {
    const found = starts.get(action.id);
    if (found !== undefined) return found;
    const fixed = fixedDay(action.start, scenario.start);
    starts.set(action.id, fixed ?? known(action.id) ?? 0); // also ends circles, which the plan's check reports
    if (fixed !== undefined) return fixed;
    const reference = actions.get(referenceOf(action) ?? '');
    const moved = reference === undefined ? 0 : startOf(reference) - (known(reference.id) ?? startOf(reference));
    const start = Math.max(0, (known(action.id) ?? 0) + moved);
    starts.set(action.id, start);
    return start;
  };
  return plan.actions.map(action => barOf(action, startOf(action), scenario, checks.get(action.id), results.get(action.id)));
}

function barOf(action: Action, start: number, scenario: Scenario, check: ActionCheck | undefined, result: ActionResult | undefined): Bar {
  const { days } = scenario;
  const begun = result?.milestones.begun ?? -1;
  const shift = begun >= 0 ? start - begun : 0;
  const mark = (milestone: Milestone): number => {
    const day = result?.milestones[milestone] ?? -1;
    return day < 0 ? -1 : day + shift;
  };
  const moment = action.kind === 'council-request';
  const decided = mark('fullEffect') >= 0 ? mark('fullEffect') : mark('firstEffect') >= 0 ? mark('firstEffect') : mark('authorised');
  const until = fixedDay(action.until, scenario.start);
  const checkedEnd = check === undefined ? days : check.endDay >= days ? days : check.endDay + (start - check.startDay);
  const end = Math.max(start, Math.min(days, moment ? Math.max(decided, start) : until ?? checkedEnd));
  const [phases, marks] = PHASES[moment ? 'moment' : action.kind === 'deploy' || action.kind === 'redeploy' ? action.kind : 'other'];
  return {
    id: action.id, kind: action.kind, lane: laneOf(action, scenario), label: check?.label ?? { en: action.id }, start, resolved: check?.startDay ?? start, end, openEnd: !moment && end >= days, moment,
    waits: typeof action.start === 'object', earliest: check?.earliest ?? 0, earliestReason: check?.earliestReason ?? { en: '' },
    stretches: result === undefined ? [{ phase: 'operational', from: start, to: end }] : stretches(start, end, phases, marks.map(mark)), result, shift,
  };
}

/** Heights of the parts of a lane, px. */
export interface LaneMeasures {
  readonly row: number;
  readonly strip: number;
}

export interface PlacedBar {
  readonly bar: Bar;
  /** Top of the bar's row in the lane, px. */
  readonly top: number;
}

export interface PlacedLane {
  readonly name: LaneName;
  /** Top in the block of lanes, px. */
  readonly top: number;
  readonly height: number;
  readonly tracks: number;
  /** Top of the delay strip, or −1. */
  readonly stripTop: number;
  readonly bars: readonly PlacedBar[];
}

/** Whether a bar is too short for its name: the name then stands to its right. */
export function nameOutside(bar: Bar, pixelsPerDay: number): boolean {
  return bar.moment || (bar.end - bar.start) * pixelsPerDay < 64;
}

/** Track of each bar by id, so that no bar or its name covers another. Take the plan as it stands, not the one in hand: bars keep their tracks while one moves. */
export function barTracks(bars: readonly Bar[], pixelsPerDay: number): ReadonlyMap<string, number> {
  const tracks = new Map<string, number>();
  for (const lane of LANES) {
    const own = bars.filter(bar => bar.lane === lane);
    const packed = packTracks(own.map(bar => {
      const from = bar.start * pixelsPerDay;
      const name = nameOutside(bar, pixelsPerDay) ? 20 + Math.min(190, bar.label.en.length * 6.4) : 0;
      return { from, to: Math.max(bar.end * pixelsPerDay, from + 14) + name };
    }), 3);
    own.forEach((bar, i) => tracks.set(bar.id, packed[i]!));
  }
  return tracks;
}

/** Places bars in rows and lanes under each other; the lane of the selected bar has room for its delay strip below it. */
export function placeLanes(bars: readonly Bar[], tracks: ReadonlyMap<string, number>, selected: string | null, lanes: readonly LaneName[], { row, strip }: LaneMeasures): PlacedLane[] {
  let top = 0;
  return lanes.map(name => {
    const own = bars.filter(bar => bar.lane === name);
    const chosen = own.find(bar => bar.id === selected);
    const chosenTrack = chosen === undefined ? Infinity : tracks.get(chosen.id) ?? 0;
    const count = Math.max(1, ...own.map(bar => (tracks.get(bar.id) ?? 0) + 1));
    const trackTop = (track: number): number => track * row + (track > chosenTrack ? strip : 0);
    const lane: PlacedLane = {
      name, top, height: count * row + (chosen === undefined ? 0 : strip), tracks: count,
      stripTop: chosen === undefined ? -1 : trackTop(chosenTrack) + row,
      bars: own.map(bar => ({ bar, top: trackTop(tracks.get(bar.id) ?? 0) })),
    };
    top += lane.height;
    return lane;
  });
}

/** Bars in the order in which arrow keys go through them: lane by lane, by start. */
export function barOrder(lanes: readonly PlacedLane[]): string[] {
  return lanes.flatMap(lane => [...lane.bars].sort((a, b) => a.bar.start - b.bar.start || a.top - b.top).map(({ bar }) => bar.id));
}

/** Days worth stopping at: starts, effects and ends of actions, and the first and last day. */
export function eventDays(bars: readonly Bar[], days: number): number[] {
  const found = new Set([0, days - 1]);
  for (const bar of bars) {
    const m = bar.result?.milestones;
    for (const day of [bar.start, bar.end, ...(m === undefined ? [] : [m.firstEffect, m.fullEffect].filter(d => d >= 0).map(d => d + bar.shift))])
      if (day >= 0 && day < days) found.add(Math.round(day));
  }
  return [...found].sort((a, b) => a - b);
}
