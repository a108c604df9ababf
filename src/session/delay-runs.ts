/** The start-date curve of the selected action: computed when the plan has settled, sharpened point by point, given up when the plan moves on. */
import type { DelayCurve } from '../study/results.ts';
import type { Backend } from './backend.ts';
import { contentKey, createMemory } from './content-key.ts';
import { createLatest } from './latest.ts';
import { activePlanOf } from './simulations.ts';
import type { Store } from './store.ts';
import type { SessionState } from './types.ts';

/** Paired futures of each start day. */
export const DELAY_RUNS = 64;
/** Start days on the strip, at most. */
const MOST_STARTS = 54;
const REMEMBERED = 24;

export interface DelayRuns {
  refresh(): void;
  reset(): void;
}

/** Days between start days on the strip: at least one, weeks on scenarios of a year. */
export const delayStep = (days: number): number => Math.max(1, Math.ceil(days / MOST_STARTS));

/** @param after called when a curve is done or has failed */
export function createDelayRuns(store: Store<SessionState>, backend: Backend, after: () => void = () => {}): DelayRuns {
  const latest = createLatest<DelayCurve>();
  const memory = createMemory<DelayCurve>(REMEMBERED);

  const refresh = (): void => {
    const state = store.get();
    const plan = activePlanOf(state);
    const action = state.selection.action;
    if (state.preview !== null) { latest.drop(); return; }
    if (state.model === null || plan === undefined || action === null || !plan.actions.some(item => item.id === action)) {
      latest.drop();
      store.set({ delay: null });
      return;
    }
    const key = `${state.seed} ${action} ${contentKey(plan)}`;
    const result = state.results[plan.id];
    // the plan it is compared with comes first: its line stands in every ribbon
    const isWaitedFor = state.baseline !== null && state.baseline !== plan.id && !['settled', 'error'].includes(state.resultState[state.baseline]?.phase ?? '');
    const settled = state.resultState[plan.id]?.phase === 'settled' && result !== undefined && !isWaitedFor;
    const planHash = result?.planHash ?? '';
    const known = memory.find(key);
    if (known !== undefined) {
      latest.drop();
      if (state.delay?.curve !== known) store.set({ delay: { action, planHash, curve: known, running: false } });
      return;
    }
    // the old curve of the same action stays in sight until the first new point comes
    const old = state.delay?.action === action ? state.delay.curve : null;
    if (!settled) {
      latest.drop();
      if (state.delay?.action !== action) store.set({ delay: { action, planHash, curve: null, running: true } });
      return;
    }
    if (latest.wanted() === key) return;
    store.set({ delay: { action, planHash, curve: old, running: true } });
    const { days } = state.model.scenario;
    latest.want({
      key,
      start: () => backend.delay({ plan, action, seed: state.seed, runs: DELAY_RUNS, from: 0, to: days - 1, step: delayStep(days) }, curve => {
        if (latest.wanted() === key) store.set({ delay: { action, planHash, curve, running: true } });
      }),
      done: curve => {
        memory.keep(key, curve);
        store.set({ delay: { action, planHash, curve, running: false } });
        after();
      },
      failed: () => {
        store.set({ delay: { action, planHash, curve: null, running: false } });
        after();
      },
    });
  };
  return { refresh, reset: () => { latest.drop(); memory.clear(); } };
}
