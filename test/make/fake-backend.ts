/** A backend that answers from generated results when told to, so that tests decide the order of events. */
import { fakeCheck, fakeDelay, fakeHash, fakeModel, fakeRegion, fakeResult, fakeTrace } from './fake-session.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { smallScenario } from './small-scenario.ts';
import type { Backend, DelayRequest, Job, SimulateRequest, TimingRequest } from '../../src/session/backend.ts';
import { seedFrom } from '../../src/study/seed.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import type { DelayCurve, PlanResult } from '../../src/study/results.ts';
import type { TimingMap } from '../../src/study/timing.ts';

/** One piece of work in hand. */
export interface Held<R, P> {
  readonly request: R;
  readonly cancelled: boolean;
  /** Gives a partial answer. */
  partial(value: P): void;
  /** Gives the final answer and lets promises run. */
  finish(value: P): Promise<void>;
  fail(message: string): Promise<void>;
}

export const settle = async (): Promise<void> => { for (let i = 0; i < 12; i++) await Promise.resolve(); };

function cancelled(): Error {
  const error = new Error('given up');
  error.name = 'Cancelled';
  return error;
}

export interface FakeBackend extends Backend {
  readonly simulations: Held<SimulateRequest, PlanResult>[];
  readonly delays: Held<DelayRequest, DelayCurve>[];
  readonly timings: Held<TimingRequest, TimingMap>[];
  /** Plans checked so far. */
  readonly checked: Plan[];
  /** The generated result of a request. */
  resultOf(request: SimulateRequest, runs?: number): PlanResult;
  /** Settles every simulation in hand, draft first; returns how many there were. */
  runAll(): Promise<number>;
}

export function fakeBackend(scenario: Scenario = smallScenario()): FakeBackend {
  const model = fakeModel(scenario);
  const simulations: Held<SimulateRequest, PlanResult>[] = [];
  const delays: Held<DelayRequest, DelayCurve>[] = [];
  const timings: Held<TimingRequest, TimingMap>[] = [];
  const checked: Plan[] = [];
  const hold = <R, P>(list: Held<R, P>[], request: R, onPartial: (value: P) => void): Job<P> => {
    let isCancelled = false;
    let resolve: (value: P) => void = () => {};
    let reject: (error: Error) => void = () => {};
    const done = new Promise<P>((yes, no) => { resolve = yes; reject = no; });
    done.catch(() => {});
    const out = (): void => { const at = list.indexOf(held); if (at >= 0) list.splice(at, 1); };
    const held: Held<R, P> = {
      request, get cancelled() { return isCancelled; },
      partial: value => { if (!isCancelled) onPartial(value); },
      finish: async value => { out(); resolve(value); await settle(); },
      fail: async message => { out(); reject(new Error(message)); await settle(); },
    };
    list.push(held);
    return { done, cancel: () => { isCancelled = true; out(); reject(cancelled()); } };
  };
  const now = <T>(value: T): Job<T> => ({ done: Promise.resolve(value), cancel: () => {} });
  const resultOf = (request: SimulateRequest, runs = request.runs): PlanResult => fakeResult(request.plan, model, runs, request.seed);
  return {
    simulations, delays, timings, checked, resultOf, workers: 1, dispose: () => {},
    openScenario: async (text, file) => (text === 'bad' ? { diagnostics: [{ severity: 'error', code: 'json/syntax', file, line: 3, path: '', message: 'This is not JSON.' }] } : { model, diagnostics: [] }),
    readPlan: async (text, file) => {
      try {
        return { plan: JSON.parse(text) as Plan, diagnostics: [] };
      } catch {
        return { diagnostics: [{ severity: 'error', code: 'json/syntax', file, line: 1, path: '', message: 'This is not JSON.' }] };
      }
    },
    seedOf: async text => seedFrom(text),
    checkPlan: async plan => { checked.push(plan); return fakeCheck(plan, model); },
    simulate: (request, onResult) => hold(simulations, request, onResult),
    delay: (request, onCurve) => hold(delays, request, onCurve),
    timing: (request, onMap) => hold(timings, request, onMap),
    future: (plan, _seed, run) => now(fakeTrace(plan, model, run)),
    region: (plan, _seed, runs, region, day) => now({ ...fakeRegion(plan, model, region, day, runs) }),
    runAll: async () => {
      let count = 0;
      for (let held = simulations[0]; held !== undefined; held = simulations[0]) {
        count++;
        held.partial(resultOf(held.request, held.request.draft));
        await held.finish(resultOf(held.request));
      }
      for (let held = delays[0]; held !== undefined; held = delays[0]) await held.finish(fakeDelay(held.request.plan, held.request.action, model));
      return count;
    },
  };
}

export { fakeHash };
