/** The timing map of two actions: computed on the Compare screen once the plans stand and the start-date curve is done, given up when the plan moves on. */
import type { Plan } from '../plan/schema.ts';
import type { TimingMap } from '../study/timing.ts';
import type { Backend } from './backend.ts';
import { contentKey, createMemory } from './content-key.ts';
import { createLatest } from './latest.ts';
import { activePlanOf } from './simulations.ts';
import type { Store } from './store.ts';
import type { SessionState } from './types.ts';

/** Paired futures of each pair of start days. */
export const TIMING_RUNS = 64;
/** Start days of each action, and how far from the present ones. */
export const TIMING_COUNT = 7;
export const TIMING_SPAN = 90;
const REMEMBERED = 12;

export interface TimingRuns {
  refresh(): void;
  reset(): void;
}

/** The two actions of the map: those chosen, else the selected one and the first other that starts on a day of its own. */
export function timingActions(state: Pick<SessionState, 'document' | 'compare' | 'selection'>): readonly [string, string] | undefined {
  const plan = state.document.plans.find(item => item.id === state.document.activePlan);
  const ids = (plan?.actions ?? []).map(action => action.id);
  const { timing } = state.compare;
  if (timing !== null && timing[0] !== timing[1] && timing.every(id => ids.includes(id))) return timing;
  const fixed = (plan?.actions ?? []).filter(action => typeof action.start !== 'object').map(action => action.id);
  const first = state.selection.action !== null && ids.includes(state.selection.action) ? state.selection.action : fixed[0];
  const second = fixed.find(id => id !== first) ?? ids.find(id => id !== first);
  return first === undefined || second === undefined ? undefined : [first, second];
}

export function createTimingRuns(store: Store<SessionState>, backend: Backend): TimingRuns {
  const latest = createLatest<TimingMap>();
  const memory = createMemory<TimingMap>(REMEMBERED);

  const isReady = (state: SessionState, plan: Plan): boolean => state.resultState[plan.id]?.phase === 'settled' && state.delay?.running !== true;

  const refresh = (): void => {
    const state = store.get();
    const plan = activePlanOf(state);
    const actions = timingActions(state);
    if (state.model === null || plan === undefined || actions === undefined || state.screen !== 'compare' || state.preview !== null) {
      latest.drop();
      if (state.timing !== null) store.set({ timing: null });
      return;
    }
    const { outcome } = state.compare;
    const key = `${state.seed} ${actions.join(' ')} ${outcome} ${contentKey(plan)}`;
    const known = memory.find(key);
    if (known !== undefined) {
      latest.drop();
      if (state.timing?.map !== known) store.set({ timing: { map: known, running: false } });
      return;
    }
    if (!isReady(state, plan)) {
      latest.drop();
      if (state.timing?.running !== true || state.timing.map !== null) store.set({ timing: { map: null, running: true } });
      return;
    }
    if (latest.wanted() === key) return;
    store.set({ timing: { map: null, running: true } });
    latest.want({
      key,
      start: () => backend.timing({ plan, actions, seed: state.seed, runs: TIMING_RUNS, count: TIMING_COUNT, span: TIMING_SPAN, outcome }, map => {
        if (latest.wanted() === key) store.set({ timing: { map, running: true } });
      }),
      done: map => {
        memory.keep(key, map);
        store.set({ timing: { map, running: false } });
      },
      failed: () => { store.set({ timing: { map: null, running: false } }); },
    });
  };
  return { refresh, reset: () => { latest.drop(); memory.clear(); } };
}
