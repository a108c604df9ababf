/** Moving a bar: where it may stand, what it snaps to, and the steps from taking it in hand to letting it go. */
import { within } from '../charts/scale.ts';
import type { Session } from '../session/types.ts';
import { timelineView, type TimelineViewStore } from './timeline-view.ts';
import type { Bar } from './timeline-bars.ts';

/** Days nearer than this to a snapping day take it, px. */
const SNAP_REACH = 5;
/** Pause after the last key before a move by keyboard becomes a step, ms. */
export const KEY_PAUSE = 500;

/** A start day within the scenario and, unless infeasible starts are allowed, not before the earliest feasible one. */
export function placeStart(day: number, earliest: number, days: number, allowInfeasible: boolean): { readonly day: number; readonly stopped: boolean } {
  const whole = within(Math.round(day), 0, days - 1);
  return whole < earliest && !allowInfeasible ? { day: Math.min(earliest, days - 1), stopped: true } : { day: whole, stopped: false };
}

/** The day itself or a week's or event's day close by. */
export function snapDay(day: number, events: readonly number[], pixelsPerDay: number): number {
  const week = Math.round(day / 7) * 7;
  let best = day;
  let reach = SNAP_REACH / pixelsPerDay;
  for (const target of [...events, week]) {
    const distance = Math.abs(target - day);
    if (distance <= reach) {
      best = target;
      reach = distance;
    }
  }
  return Math.round(best);
}

/** Width of the zone at either edge of the visible days in which a held bar makes them scroll, px. */
const EDGE = 36;
/** Fastest scroll, px a frame. */
const EDGE_SPEED = 16;

/** Pixels a frame by which the axis scrolls while a bar is held at `x`: none between the edges, faster the further out, negative towards D0. */
export function edgeSpeed(x: number, left: number, right: number): number {
  const edge = Math.min(EDGE, (right - left) / 4);
  if (!(edge > 0)) return 0;
  const beyond = x < left + edge ? x - left - edge : x > right - edge ? x - right + edge : 0;
  return beyond === 0 ? 0 : within(EDGE_SPEED * beyond / edge, -EDGE_SPEED, EDGE_SPEED);
}

/** What a key on a bar asks for: days by which start or end move, or the day itself. */
export type KeyMove = { readonly part: 'start' | 'end'; readonly by: number } | { readonly part: 'start'; readonly to: 'earliest' | 'latest' };

/** The move a key means (design text: 1, 7 or 30 days, earliest, latest; with Alt the end). */
export function keyMove(event: { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }): KeyMove | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  const sign = event.key === 'ArrowLeft' || event.key === 'PageUp' ? -1 : 1;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': return { part: event.altKey ? 'end' : 'start', by: sign * (event.shiftKey ? 7 : 1) };
    case 'PageUp':
    case 'PageDown': return { part: 'start', by: sign * 30 };
    case 'Home': return { part: 'start', to: 'earliest' };
    case 'End': return { part: 'start', to: 'latest' };
    default: return undefined;
  }
}

/** A bar in hand. Drafts follow each change of day; `drop` makes it one step, `cancel` puts it back. */
export class BarMove {
  readonly #session: Session;
  readonly #view: TimelineViewStore;
  #bar: Bar | null = null;
  #start = 0;
  #end = 0;
  #changed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#view = timelineView(session);
  }

  /** Id of the bar in hand. */
  get held(): string | null {
    return this.#bar?.id ?? null;
  }

  /** Day the start (or, while an end is moved, the end) stands on now. */
  get start(): number { return this.#start; }
  get end(): number { return this.#end; }

  take(bar: Bar, part: 'start' | 'end'): void {
    if (this.#bar !== null && this.#bar.id !== bar.id) this.drop();
    if (this.#bar === null) {
      this.#bar = bar;
      this.#start = bar.start;
      this.#end = bar.end;
      this.#changed = false;
    }
    this.#view.set({ held: { action: bar.id, end: part === 'end', stopped: false } });
  }

  /** Puts the start on a day, as far as it may go. */
  toStart(day: number): void {
    const bar = this.#bar;
    if (bar === null) return;
    const state = this.#session.get();
    const days = state.model?.scenario.days ?? 0;
    const place = placeStart(day, bar.earliest, days, state.allowInfeasible);
    const held = this.#view.get().held;
    if (held === null || held.stopped !== place.stopped || held.end) this.#view.set({ held: { action: bar.id, end: false, stopped: place.stopped } });
    if (place.day === this.#start) return;
    this.#start = place.day;
    this.#changed = true;
    const moved = this.#view.get().moved;
    if (moved?.action !== bar.id) this.#view.set({ moved: { action: bar.id, from: bar.start } });
    this.#session.previewMove(bar.id, place.day);
  }

  /** Puts the end on a day, at least one day after the start. */
  toEnd(day: number): void {
    const bar = this.#bar;
    if (bar === null || bar.moment) return;
    const days = this.#session.get().model?.scenario.days ?? 0;
    const end = within(Math.round(day), Math.min(days - 1, this.#start + 1), days - 1);
    if (end === this.#end) return;
    this.#end = end;
    this.#changed = true;
    // Only the end moves: a start that waits on something goes on waiting.
    this.#session.previewMove(bar.id, bar.waits && this.#start === bar.start ? bar.resolved : this.#start, end);
  }

  /** A move by keyboard: it becomes a step when no other key follows for a while. */
  key(bar: Bar, move: KeyMove): void {
    this.take(bar, move.part);
    const days = this.#session.get().model?.scenario.days ?? 0;
    if ('to' in move) this.toStart(move.to === 'earliest' ? bar.earliest : days - 1);
    else if (move.part === 'start') this.toStart(this.#start + move.by);
    else this.toEnd((this.#end >= days ? days : this.#end) + move.by);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.drop(); }, KEY_PAUSE);
  }

  /** Lets go: what changed is one step. */
  drop(): void {
    const bar = this.#bar;
    if (bar === null) return;
    this.#release();
    if (!this.#changed) return;
    // There and back again is no step.
    if (this.#start === bar.start && this.#end === bar.end) this.#session.cancelPreview();
    else this.#session.commitPreview();
  }

  /** Puts the bar back where it was. */
  cancel(): void {
    const bar = this.#bar;
    if (bar === null) return;
    const { moved } = this.#view.get();
    this.#release();
    if (moved?.action === bar.id && moved.from === bar.start) this.#view.set({ moved: null });
    if (this.#changed) this.#session.cancelPreview();
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#bar = null;
    this.#view.set({ held: null });
  }
}
