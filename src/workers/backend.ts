/** The machinery behind a session: a desk that reads and checks, an executor that simulates. */
import type { Plan } from '../plan/schema.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import type { Backend, DelayRequest, Job, SimulateRequest, TimingRequest } from '../study/backend.ts';
import { delayCurve, delayGoal } from '../study/delay.ts';
import { cancelled, type Executor } from '../study/executor.ts';
import type { PlanInput } from '../study/job.ts';
import { studyRegion } from '../study/region.ts';
import type { DelayCurve, FutureTrace, PlanResult, RegionResult } from '../study/results.ts';
import { seedFrom } from '../study/seed.ts';
import type { ScaleFacts } from '../study/series.ts';
import { simulatePlan } from '../study/simulate.ts';
import { timingMap, type TimingMap } from '../study/timing.ts';
import type { Answers, DeskWish } from './messages.ts';

/** Whoever reads and checks. */
export interface DeskClient {
  ask<W extends DeskWish>(wish: W): Promise<Answers[W['ask']]>;
  close(): void;
}

/** What waits for a pointer goes first. */
const PRIORITY = { draft: 0, future: 1, settle: 2, region: 3, delay: 4, timing: 5 } as const;
const EVENTS = 'events';
const DAYS_OF_YEAR = 365.25;

interface Opened {
  readonly model: ScenarioModel;
  readonly facts: ScaleFacts;
  readonly regions: number;
}

function opened(model: ScenarioModel): Opened {
  const { regions, days, money } = model.scenario;
  const people = regions.reduce((sum, region) => sum + region.population, 0);
  return { model, regions: regions.length, facts: { people, days, budgetPerDay: money.budget / DAYS_OF_YEAR, commitment: money.commitment } };
}

class WorkerBackend implements Backend {
  private readonly executor: Executor;
  private readonly desk: DeskClient;
  private world: Opened | undefined;
  private readonly plans = new WeakMap<Plan, Promise<PlanInput>>();
  private readonly running = new Set<AbortController>();

  constructor(executor: Executor, desk: DeskClient) {
    this.executor = executor;
    this.desk = desk;
  }

  get workers(): number {
    return this.executor.workers;
  }

  async openScenario(text: string, file: string): ReturnType<Backend['openScenario']> {
    const answer = await this.desk.ask({ ask: 'scenario', text, file });
    if (answer.model === undefined) return answer;
    for (const controller of this.running) controller.abort();
    const { scenario } = answer.model;
    await this.executor.open({ scenario, preset: 'conservative', overrides: {} });
    this.world = opened(answer.model);
    return answer;
  }

  readPlan(text: string, file: string): ReturnType<Backend['readPlan']> {
    return this.desk.ask({ ask: 'plan', text, file });
  }

  checkPlan(plan: Plan): ReturnType<Backend['checkPlan']> {
    return this.desk.ask({ ask: 'check', plan });
  }

  async seedOf(text: string): Promise<number> {
    return seedFrom(text);
  }

  simulate(request: SimulateRequest, onResult: (result: PlanResult) => void): Job<PlanResult> {
    const { seed, draft, runs, isTry = false } = request;
    return this.job(async signal => {
      const { regions, facts } = this.open();
      const plan = await this.prepare(request.plan);
      // a try leaves no checkpoints: those of the settled plan serve the next try
      return simulatePlan(this.executor, { plan, seed, ensemble: EVENTS, draft, runs, regions, facts, record: !isTry, isTry, signal, priority: isTry ? PRIORITY.draft : PRIORITY.settle }, onResult);
    });
  }

  delay(request: DelayRequest, onCurve: (curve: DelayCurve) => void): Job<DelayCurve> {
    const { plan, action, seed, runs, from, to, step } = request;
    return this.job(async signal => {
      const { model, regions, facts } = this.open();
      const { present, variants } = await this.desk.ask({ ask: 'variants', plan, action, from, to, step });
      const byStart = new Map(variants.map(variant => [variant.start, variant]));
      const goal = delayGoal(model.scenario, request.outcome);
      return delayCurve(this.executor, {
        scenario: model.scenario.id, plan: plan.id, action, present, from, to, step, runs, seed, ensemble: EVENTS, ...goal,
        regions, days: facts.days, variant: start => byStart.get(start)!, signal, priority: PRIORITY.delay,
      }, onCurve);
    });
  }

  timing(request: TimingRequest, onMap: (map: TimingMap) => void): Job<TimingMap> {
    const { plan, actions, seed, runs, count, span, outcome } = request;
    return this.job(async signal => {
      const { model, regions, facts } = this.open();
      const { present, days, variants } = await this.desk.ask({ ask: 'pairs', plan, actions, count, span });
      const width = days[1].length;
      const cellOf = (first: number, second: number): number => days[0].indexOf(first) * width + days[1].indexOf(second);
      return timingMap(this.executor, {
        scenario: model.scenario.id, plan: plan.id, actions, outcome, tolerance: delayGoal(model.scenario, outcome).tolerance, runs, seed, ensemble: EVENTS, present, days,
        regions, length: facts.days, variant: (first, second) => variants[cellOf(first, second)] ?? variants.at(-1)!, signal, priority: PRIORITY.timing,
      }, onMap);
    });
  }

  future(plan: Plan, seed: number, run: number): Job<FutureTrace> {
    return this.job(async signal => {
      this.open();
      const input = await this.prepare(plan);
      const traces: FutureTrace[] = [];
      await this.executor.perform([{ kind: 'future', plan: input, seed, ensemble: EVENTS, run }], trace => traces.push(trace), { signal, priority: PRIORITY.future });
      return traces[0]!;
    });
  }

  region(plan: Plan, seed: number, runs: number, region: string, day: number): Job<RegionResult> {
    return this.job(async signal => {
      const { model, regions, facts } = this.open();
      const index = model.regionIndex[region];
      if (index === undefined) throw new Error(`There is no region "${region}".`);
      const input = await this.prepare(plan);
      return studyRegion(this.executor, { plan: input, seed, ensemble: EVENTS, runs, region: index, day, size: { regions, days: facts.days, people: facts.people } }, signal, PRIORITY.region);
    });
  }

  dispose(): void {
    for (const controller of this.running) controller.abort();
    this.desk.close();
    void this.executor.close();
  }

  private open(): Opened {
    if (this.world === undefined) throw new Error('No scenario is open.');
    return this.world;
  }

  private prepare(plan: Plan): Promise<PlanInput> {
    const known = this.plans.get(plan);
    if (known !== undefined) return known;
    const asked = this.desk.ask({ ask: 'prepare', plan });
    this.plans.set(plan, asked);
    return asked;
  }

  private job<T>(work: (signal: AbortSignal) => Promise<T>): Job<T> {
    const controller = new AbortController();
    const { signal } = controller;
    this.running.add(controller);
    const given = new Promise<never>((_, reject) => { signal.addEventListener('abort', () => reject(cancelled()), { once: true }); });
    const done = Promise.race([work(signal), given]).finally(() => this.running.delete(controller));
    // whoever cancels may have stopped listening
    done.catch(() => {});
    return { done, cancel: () => controller.abort() };
  }
}

/** A backend over any executor and desk. */
export function createBackend(executor: Executor, desk: DeskClient): Backend {
  return new WorkerBackend(executor, desk);
}
