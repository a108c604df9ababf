/** The playhead: plays over a finished run at two days a second times the speed, steps, and jumps between events. */
import { parseIsoDate } from '../kernel/calendar.ts';
import type { Store } from './store.ts';
import { DAYS_PER_SECOND, type SessionState } from './types.ts';

/** Calls `work` once at the next frame with the time in milliseconds. */
export type Frame = (work: (now: number) => void) => void;

export interface Playback {
  /** Starts or stops. At the last day, starting begins again at day 0. */
  play(on: boolean): void;
  /** Moves the playhead; a step while playing pauses first. */
  setDay(day: number): void;
}

const MILLISECONDS = 1000;
/** Longest time one frame may stand for: a tab that slept must not jump. */
const LONGEST_FRAME = 250; // ms

/** Days on which something happens that the planner can look at: action starts and ends, milestones, decisions, alerts, the scenario's events. Sorted, each once. */
export function eventDays(state: SessionState): readonly number[] {
  const { model, trace, document } = state;
  if (model === null) return [];
  const last = model.scenario.days - 1;
  const days = new Set<number>([0, last]);
  const add = (day: number): void => { if (Number.isFinite(day) && day >= 0 && day <= last) days.add(Math.round(day)); };
  for (const entry of trace?.log ?? []) add(entry.day);
  for (const check of state.checks[document.activePlan]?.actions ?? []) { add(check.startDay); add(check.endDay); }
  for (const result of state.results[document.activePlan]?.actions ?? []) { add(result.milestones.firstEffect); add(result.milestones.fullEffect); }
  const start = parseIsoDate(model.scenario.start) ?? 0;
  for (const event of model.scenario.events) add(typeof event.date === 'number' ? event.date : (parseIsoDate(event.date) ?? Number.NaN) - start);
  return [...days].sort((a, b) => a - b);
}

/** The next day with an event after `day`, or the last one before it. Where there is none, `day` itself. */
export function nextEventDay(state: SessionState, direction: 1 | -1): number {
  const days = eventDays(state);
  const found = direction > 0 ? days.find(day => day > state.day) : days.findLast(day => day < state.day);
  return found ?? state.day;
}

export function createPlayback(store: Store<SessionState>, frame: Frame): Playback {
  let exact = 0;
  let before: number | undefined;
  let running = false;

  const lastDay = (): number => (store.get().model?.scenario.days ?? 1) - 1;
  const advance = (now: number): void => {
    const { playing, speed, day } = store.get();
    if (!playing) { running = false; return; }
    const elapsed = before === undefined ? 0 : Math.min(LONGEST_FRAME, now - before);
    before = now;
    exact = Math.min(lastDay(), exact + (elapsed / MILLISECONDS) * DAYS_PER_SECOND * speed);
    const whole = Math.floor(exact + 1e-6); // sums of frames fall short of a whole day by rounding
    const done = exact >= lastDay();
    if (whole !== day || done) store.set({ day: whole, playing: !done });
    if (done) { running = false; return; }
    frame(advance);
  };
  return {
    play: on => {
      const { day, playing, model } = store.get();
      if (on === playing || (on && model === null)) return;
      exact = day >= lastDay() ? 0 : day;
      before = undefined;
      store.set({ playing: on, ...(on ? { day: exact } : {}) });
      if (on && !running) { running = true; frame(advance); }
    },
    setDay: day => {
      const whole = Math.min(lastDay(), Math.max(0, Math.round(day)));
      exact = whole;
      store.set({ day: whole, playing: false });
    },
  };
}
