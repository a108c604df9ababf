/** The one future on the map and the spread of the selected region, kept in step with the plan and its preview; the newest wish wins. */
import type { Plan } from '../plan/schema.ts';
import type { FutureTrace, RegionResult } from '../study/results.ts';
import type { Backend } from './backend.ts';
import { contentKey } from './content-key.ts';
import { createLatest } from './latest.ts';
import { activePlanOf, DRAFT_RUNS, SETTLED_RUNS } from './simulations.ts';
import type { Later } from './autosave.ts';
import type { Store } from './store.ts';
import type { SessionState } from './types.ts';

/** While a bar moves the map waits until the pointer rests so long: ribbons come first. Milliseconds. */
const REST = 300;

export interface Futures {
  refresh(): void;
  reset(): void;
}

/** Number of the future that is shown; undefined before the plan's first result. */
export function chosenRun(state: SessionState, plan: string): number | undefined {
  return typeof state.future === 'number' ? state.future : state.results[plan]?.typical[state.future];
}

export function createFutures(store: Store<SessionState>, backend: Backend, later: Later): Futures {
  const traces = createLatest<FutureTrace>();
  const regions = createLatest<RegionResult>();

  const wantTrace = (plan: Plan, state: SessionState): void => {
    const run = chosenRun(state, plan.id);
    if (run === undefined) return;
    traces.want({
      key: `${state.seed} ${run} ${contentKey(plan)}`,
      start: () => backend.future(plan, state.seed, run),
      done: trace => { store.set({ trace }); },
    });
  };
  /** Plan and region of the first 64 futures that have been counted. */
  let drafted = '';
  const wantRegion = (plan: Plan, state: SessionState): void => {
    const { region } = state.selection;
    if (region === null || state.model === null) {
      regions.drop();
      store.set({ region: null });
      return;
    }
    const index = state.model.regionIndex[region];
    if (index === undefined) return;
    if (state.region !== null && state.region.region !== index) store.set({ region: null });
    const day = state.model.scenario.days - 1;
    const what = `${state.seed} ${region} ${contentKey(plan)}`;
    const settled = state.preview === null && state.resultState[plan.id]?.phase === 'settled';
    // 64 futures first, so that there is something to see; all of them when the plan has settled
    const runs = settled && drafted === what ? SETTLED_RUNS : DRAFT_RUNS;
    regions.want({
      key: `${runs} ${what}`,
      start: () => backend.region(plan, state.seed, runs, region, day),
      done: result => {
        drafted = what;
        const now = store.get();
        if (result.region !== now.model?.regionIndex[now.selection.region ?? '']) return;
        store.set({ region: result });
        const shown = now.preview?.plan ?? activePlanOf(now);
        if (runs < SETTLED_RUNS && shown !== undefined) wantRegion(shown, store.get());
      },
    });
  };
  let stopWaiting: (() => void) | undefined;
  return {
    refresh: () => {
      const state = store.get();
      const plan = state.preview?.plan ?? activePlanOf(state);
      stopWaiting?.();
      stopWaiting = undefined;
      if (state.model === null || plan === undefined || state.results[plan.id] === undefined) return;
      if (state.preview !== null) {
        // the workers are wanted for drafts
        traces.drop();
        regions.drop();
        stopWaiting = later(() => {
          const now = store.get();
          if (now.preview?.plan === plan) wantTrace(plan, now);
        }, REST);
        return;
      }
      wantTrace(plan, state);
      wantRegion(plan, state);
    },
    reset: () => { stopWaiting?.(); traces.drop(); regions.drop(); drafted = ''; },
  };
}
