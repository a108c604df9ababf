/**
 * Keeps results in step with the plans: the active plan first, then the one it is compared with, each 64 futures and
 * then 512. While a bar moves only the newest draft counts. Settled results are remembered, so undo brings every number
 * back at once. `refresh` compares what is wanted with what runs; it never blocks and may be called at any time.
 */
import type { Plan } from '../plan/schema.ts';
import type { PlanResult } from '../study/results.ts';
import type { Backend, Job } from './backend.ts';
import { contentKey, createMemory } from './content-key.ts';
import { createLatest, isCancelled } from './latest.ts';
import type { Store } from './store.ts';
import type { ResultState, SessionState } from './types.ts';

/** Futures of the first answer. */
export const DRAFT_RUNS = 64;
/** Futures of the very first answer while a bar moves; the draft follows where the pointer rests. */
export const PREVIEW_RUNS = 16;
/** Futures of the settled answer. */
export const SETTLED_RUNS = 512;
/** Settled results remembered; about 0.4 MB each on Halvane. */
const REMEMBERED = 24;
/** Drafts remembered, so that a bar dragged back has its numbers at once; about 0.1 MB each on Halvane. */
const REMEMBERED_DRAFTS = 48;

export interface Simulations {
  refresh(): void;
  /** Runs again what failed. */
  retry(): void;
  /** Takes what is shown away: it belongs to other futures. Runs of the new seed follow with `refresh`. */
  reseeded(): void;
  /** Forgets everything: another scenario was opened. */
  reset(): void;
}

export interface SimulationHooks {
  /** A first or better result of a plan (or of its preview) is in the store. */
  arrived(plan: Plan): void;
  /** The settled result of a plan is in the store; `before` is the settled result of the same plan before the last change, if any. */
  settled(plan: Plan, before: PlanResult | undefined, after: PlanResult): void;
  /** A run failed; its state says why. */
  failed(): void;
}

interface Flight {
  readonly key: string;
  readonly job: Job<PlanResult>;
}

/** The plan that is edited. */
export function activePlanOf(state: SessionState): Plan | undefined {
  return state.document.plans.find(plan => plan.id === state.document.activePlan);
}

/** The plan that Compare sets beside the one being edited: the one chosen, else the first other that is not the baseline, else the baseline. */
export function comparedPlanOf({ document, compare, baseline }: SessionState): Plan | undefined {
  const others = document.plans.filter(plan => plan.id !== document.activePlan);
  return others.find(plan => plan.id === compare.other) ?? others.find(plan => plan.id !== baseline) ?? others[0];
}

export function createSimulations(store: Store<SessionState>, backend: Backend, hooks: SimulationHooks): Simulations {
  const memory = createMemory<PlanResult>(REMEMBERED);
  const tried = createMemory<PlanResult>(REMEMBERED_DRAFTS);
  const drafts = createLatest<PlanResult>();
  /** Content whose result stands in the store, by plan. */
  const shown = new Map<string, string>();
  /** Last settled result by plan, for the status sentence. */
  const settledBefore = new Map<string, PlanResult>();
  let flight: Flight | undefined;
  let failed: string | undefined;
  let turns = 0;

  const keyOf = (plan: Plan): string => `${store.get().seed} ${contentKey(plan)}`;
  const setState = (plan: string, phase: ResultState): void => { store.set({ resultState: { ...store.get().resultState, [plan]: phase } }); };
  const show = (plan: Plan, key: string, result: PlanResult, phase: 'drafting' | 'refining' | 'settled'): void => {
    shown.set(plan.id, key);
    const { results, resultState } = store.get();
    store.set({ results: { ...results, [plan.id]: result }, resultState: { ...resultState, [plan.id]: { phase, runs: result.runs } } });
  };
  const settle = (plan: Plan, key: string, result: PlanResult): void => {
    const before = settledBefore.get(plan.id);
    show(plan, key, result, 'settled');
    settledBefore.set(plan.id, result);
    hooks.arrived(plan);
    hooks.settled(plan, before === result ? undefined : before, result);
  };
  const stop = (): void => {
    const old = flight;
    flight = undefined;
    old?.job.cancel();
  };

  const start = (plan: Plan, key: string): void => {
    setState(plan.id, { phase: 'drafting', runs: 0 });
    const turn = ++turns;
    const job = backend.simulate({ plan, seed: store.get().seed, draft: DRAFT_RUNS, runs: SETTLED_RUNS }, result => {
      if (turn !== turns || flight === undefined || result.runs >= SETTLED_RUNS) return;
      show(plan, key, result, 'refining');
      hooks.arrived(plan);
    });
    flight = { key, job };
    void follow(plan, flight);
  };
  const follow = async (plan: Plan, mine: Flight): Promise<void> => {
    const outcome = await mine.job.done.then(result => ({ result }), (error: unknown) => ({ error }));
    if (flight !== mine) return;
    flight = undefined;
    if ('result' in outcome) {
      memory.keep(mine.key, outcome.result);
      settle(plan, mine.key, outcome.result);
    } else if (!isCancelled(outcome.error)) {
      failed = mine.key;
      setState(plan.id, { phase: 'error', message: outcome.error instanceof Error ? outcome.error.message : String(outcome.error) });
      hooks.failed();
    }
    refresh();
  };

  const preview = (plan: Plan): void => {
    stop();
    const key = `draft ${keyOf(plan)}`;
    const arrive = (result: PlanResult): void => {
      if (store.get().preview === null) return;
      show(plan, key, result, 'drafting');
      hooks.arrived(plan);
    };
    const known = tried.find(key);
    if (known !== undefined) {
      drafts.drop();
      arrive(known);
      return;
    }
    drafts.want({
      key,
      start: () => backend.simulate({ plan, seed: store.get().seed, draft: PREVIEW_RUNS, runs: DRAFT_RUNS, isTry: true }, result => {
        arrive(result);
        drafts.giveWay();
      }),
      done: result => {
        tried.keep(key, result);
        arrive(result);
      },
      failed: error => { if (store.get().preview !== null) setState(plan.id, { phase: 'error', message: error.message }); },
    }, true);
  };

  const refresh = (): void => {
    const state = store.get();
    if (state.model === null) { stop(); drafts.drop(); return; }
    if (state.preview !== null) { preview(state.preview.plan); return; }
    drafts.drop();
    const active = activePlanOf(state);
    const baseline = state.document.plans.find(plan => plan.id === state.baseline);
    // where plans are compared the results of all of them are wanted, those of the pair first
    const first = state.screen === 'compare' ? [active, comparedPlanOf(state)] : [active];
    const others = state.screen === 'compare' ? state.document.plans : [];
    const wanted = [...first, baseline, ...others].filter((plan, i, list): plan is Plan => plan !== undefined && list.indexOf(plan) === i);
    let next: Plan | undefined;
    for (const plan of wanted) {
      const key = keyOf(plan);
      const known = memory.find(key);
      if (known !== undefined) {
        if (shown.get(plan.id) !== key || store.get().resultState[plan.id]?.phase !== 'settled') settle(plan, key, known);
      } else if (next === undefined && failed !== key) next = plan;
    }
    // results of plans that were changed without being run are of an older plan
    for (const plan of state.document.plans)
      if (!wanted.includes(plan) && shown.has(plan.id) && shown.get(plan.id) !== keyOf(plan) && store.get().resultState[plan.id]?.phase !== 'stale')
        setState(plan.id, { phase: 'stale', runs: store.get().results[plan.id]?.runs ?? 0 });
    const key = next === undefined ? undefined : keyOf(next);
    if (flight !== undefined && flight.key === key) return;
    stop();
    if (next !== undefined && key !== undefined) start(next, key);
  };

  return {
    refresh,
    retry: () => { failed = undefined; refresh(); },
    reseeded: () => {
      stop();
      drafts.drop();
      shown.clear();
      settledBefore.clear();
      failed = undefined;
      store.set({ results: {}, resultState: {} });
    },
    reset: () => { stop(); drafts.drop(); memory.clear(); tried.clear(); shown.clear(); settledBefore.clear(); failed = undefined; },
  };
}
