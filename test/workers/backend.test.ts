import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import type { Backend } from '../../src/study/backend.ts';
import { createBackend, type DeskClient } from '../../src/workers/backend.ts';
import { Desk } from '../../src/workers/desk.ts';
import { InlineExecutor } from '../../src/workers/inline.ts';
import type { DeskQuestion } from '../../src/workers/messages.ts';
import { smallScenario } from '../make/small-scenario.ts';

/** A desk on this thread; what crosses is cloned, as between threads. */
function inlineDesk(): DeskClient {
  const desk = new Desk();
  return { ask: async wish => structuredClone(desk.answer(structuredClone({ ...wish, id: 1 }) as unknown as DeskQuestion)) as never, close: () => {} };
}

const planText = (start: number) => JSON.stringify({
  format: 1, id: 'a', scenario: 'small', title: { en: 'A', fr: 'A' }, letter: 'A',
  actions: [
    { kind: 'monitors', id: 'm1', start: 5, until: 80, region: 'east', amount: 10 },
    { kind: 'deploy', id: 'd1', start, unit: 'quick-reaction-company', amount: 1, contributor: 'northland', destination: 'east' },
  ],
});

describe('the backend', () => {
  let backend: Backend;
  let plan: Plan;
  beforeAll(async () => {
    backend = createBackend(new InlineExecutor(), inlineDesk());
    const opened = await backend.openScenario(JSON.stringify(smallScenario({ days: 100 })), 'small.json');
    expect(opened.diagnostics.filter(finding => finding.severity === 'error')).toEqual([]);
    const read = await backend.readPlan(planText(20), 'a.json');
    expect(read.diagnostics.filter(finding => finding.severity === 'error')).toEqual([]);
    plan = read.plan!;
  });
  afterAll(() => backend.dispose());

  it('answers from a few futures first, then from all', async () => {
    const runs: number[] = [];
    const result = await backend.simulate({ plan, seed: 1, draft: 4, runs: 12 }, partial => runs.push(partial.runs)).done;
    expect(runs).toEqual([4, 8]);
    expect(result.runs).toBe(12);
    const check = await backend.checkPlan(plan);
    expect(result.planHash).toBe(check.planHash);
    // a draft is the beginning of the settled answer
    const draft = await backend.simulate({ plan, seed: 1, draft: 4, runs: 4 }, () => {}).done;
    expect(draft.outcomes.cost).toEqual(result.outcomes.cost.slice(0, 4));
  });

  it('draws the start-date curve of an action', async () => {
    const curve = await backend.delay({ plan, action: 'd1', seed: 1, runs: 4, from: 0, to: 99, step: 33 }, () => {}).done;
    expect(curve.points.map(point => point.start)).toEqual([0, 20, 33, 66, 99]);
    expect(curve.outcome).toBe('peakDisplaced');
    // moving the bar by hand gives the same numbers
    const moved = (await backend.readPlan(planText(66), 'a.json')).plan!;
    const result = await backend.simulate({ plan: moved, seed: 1, draft: 4, runs: 4 }, () => {}).done;
    const values = [...result.outcomes.peakDisplaced].sort((a, b) => a - b);
    expect(curve.points.find(point => point.start === 66)!.median).toBe((values[1]! + values[2]!) / 2);
  });

  it('follows one future and one region', async () => {
    const trace = await backend.future(plan, 1, 2).done;
    expect(trace.units.count).toBe(4);
    expect(trace.log.some(entry => entry.what === 'begun' && entry.row === 1 && entry.day === 20)).toBe(true);
    const region = await backend.region(plan, 1, 6, 'east', 99).done;
    expect(region.displacedAt[2]).toBe(trace.regions.displaced[99 * 4 + 2]);
    expect(region.bands.tension).toHaveLength(500);
    await expect(backend.region(plan, 1, 6, 'nowhere', 99).done).rejects.toThrow(/nowhere/);
  });

  it('gives up what is cancelled', async () => {
    const seen: number[] = [];
    const job = backend.simulate({ plan, seed: 1, draft: 4, runs: 512 }, partial => { seen.push(partial.runs); job.cancel(); });
    await expect(job.done).rejects.toMatchObject({ name: 'Cancelled' });
    expect(seen).toEqual([4]);
  });

  it('says why a plan cannot run', async () => {
    const broken = { ...plan, actions: plan.actions.map(action => ({ ...action, region: 'nowhere', destination: 'nowhere' })) } as unknown as Plan;
    await expect(backend.simulate({ plan: broken, seed: 1, draft: 1, runs: 1 }, () => {}).done).rejects.toThrow(/nowhere/);
    const bad = await backend.openScenario('{ "format": 2 ', 'bad.json');
    expect(bad.model).toBeUndefined();
    expect(bad.diagnostics.length).toBeGreaterThan(0);
  });
});
