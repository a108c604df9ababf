import { describe, expect, it } from 'vitest';
import { createSession, type OpenSession } from '../../src/session/session.ts';
import { findLatestScenario, findSavedWork } from '../../src/session/autosave.ts';
import type { Action, Plan } from '../../src/plan/schema.ts';
import { seedFrom } from '../../src/study/seed.ts';
import { fakeBackend, settle, type FakeBackend } from '../make/fake-backend.ts';
import { fakePlans } from '../make/fake-session.ts';
import { smallScenario } from '../make/small-scenario.ts';

const files = (plans: readonly Plan[]) => plans.map(plan => ({ text: JSON.stringify(plan), file: `${plan.id}.json` }));
const PLANS = fakePlans(smallScenario());

interface Bench {
  readonly session: OpenSession;
  readonly backend: FakeBackend;
  readonly kept: Map<string, unknown>;
  /** Runs what waits for a pause in editing. */
  pause(): Promise<void>;
}

function bench(kept = new Map<string, unknown>()): Bench {
  const backend = fakeBackend();
  const waiting = new Set<() => void>();
  const session = createSession({
    backend, schedule: work => { work(); }, frame: () => {}, now: () => 1_800_000_000_000,
    later: work => { waiting.add(work); return () => { waiting.delete(work); }; },
    storage: {
      load: async key => structuredClone(kept.get(key)),
      save: async (key, value) => { kept.set(key, structuredClone(value)); },
      remove: async key => { kept.delete(key); },
    },
  });
  return { session, backend, kept, pause: async () => { for (const work of waiting) work(); waiting.clear(); await settle(); } };
}

async function opened(kept?: Map<string, unknown>): Promise<Bench> {
  const made = bench(kept);
  expect(await made.session.openScenario('{}', 'small.json', files(PLANS))).toBe(true);
  await made.backend.runAll();
  return made;
}

const startOf = (session: OpenSession, id: string): unknown => session.get().document.plans.find(plan => plan.id === session.get().document.activePlan)!.actions.find(action => action.id === id)?.start;

describe('opening', () => {
  it('shows plan A settled, its first deployment selected, and a sentence', async () => {
    const { session } = await opened();
    const state = session.get();
    expect(state.document.activePlan).toBe('a');
    expect(state.resultState['a']).toEqual({ phase: 'settled', runs: 512 });
    expect(state.selection).toEqual({ action: 'd1', region: 'east' });
    expect(state.status.en).toMatch(/^Plan A: people displaced at peak, median /);
    expect(state.trace?.planId).toBe('a');
    expect(state.region?.region).toBe(2);
    expect(state.delay?.curve?.action).toBe('d1');
    expect(state.checks['b']?.actions).toHaveLength(9);
  });
  it('begins with an empty plan that is no step where there are none', async () => {
    const { session, backend } = bench();
    await session.openScenario('{}', 'small.json', []);
    await backend.runAll();
    expect(session.get().document.plans.map(plan => plan.letter)).toEqual(['A']);
    expect(session.get().undo).toHaveLength(0);
  });
  it('keeps what is open when a file cannot be read, and shows why', async () => {
    const { session } = await opened();
    expect(await session.openScenario('bad', 'x.json', [])).toBe(false);
    expect(session.get().model?.scenario.id).toBe('small');
    expect(session.get().diagnostics[0]).toMatchObject({ file: 'x.json', line: 3, message: 'This is not JSON.' });
  });
  it('imports a plan beside the others under a free letter', async () => {
    const { session } = await opened();
    expect(await session.importPlan(JSON.stringify(PLANS[0]), 'a.json')).toBe(true);
    expect(session.get().document.plans.map(plan => plan.letter)).toEqual(['A', 'B', 'C', 'D']);
    expect(await session.importPlan('{', 'b.json')).toBe(false);
    expect(session.get().document.plans).toHaveLength(4);
  });
});

describe('edits', () => {
  it('move an action, draft then settle, and tell the effect', async () => {
    const { session, backend } = await opened();
    session.moveAction('d1', 90);
    expect(startOf(session, 'd1')).toBe(90);
    expect(session.get().undo.at(-1)!.label.en).toMatch(/^Move .* 60 days later$/);
    const [held] = backend.simulations;
    expect(held!.request).toMatchObject({ draft: 64, runs: 512 });
    held!.partial(backend.resultOf(held!.request, 64));
    expect(session.get().resultState['a']).toEqual({ phase: 'refining', runs: 64 });
    await backend.runAll();
    expect(session.get().resultState['a']).toEqual({ phase: 'settled', runs: 512 });
    expect(session.get().status.en).toMatch(/^Moved .* 60 days later: people displaced at peak, median [\d,]+ → [\d,]+ \(.*\)\. Limit now: route, /);
  });
  it('are taken back with every number, without a new run', async () => {
    const { session, backend } = await opened();
    const before = session.get().results['a'];
    session.moveAction('d1', 90);
    await backend.runAll();
    expect(session.get().results['a']).not.toBe(before);
    session.undo();
    expect(startOf(session, 'd1')).toBe(30);
    expect(session.get().results['a']).toBe(before);
    expect(backend.simulations).toHaveLength(0);
    expect(session.get().status.en).toMatch(/^Undid “Move /);
    session.redo();
    expect(startOf(session, 'd1')).toBe(90);
    expect(session.get().resultState['a']?.phase).toBe('settled');
  });
  it('give up the run that a newer edit makes stale', async () => {
    const { session, backend } = await opened();
    session.moveAction('d1', 60);
    const [first] = backend.simulations;
    session.moveAction('d1', 70);
    expect(first!.cancelled).toBe(true);
    expect(backend.simulations).toHaveLength(1);
    expect(backend.simulations[0]!.request.plan.actions.find(action => action.id === 'd1')!.start).toBe(70);
  });
  it('add, change, duplicate and remove actions, each one step', async () => {
    const { session } = await opened();
    const action = { kind: 'aid', id: 'x1', start: 10, region: 'north', amount: 5, stock: 0 } as Action;
    session.addAction(action);
    expect(session.get().selection.action).toBe('x1-2');
    session.changeAction('x1-2', { amount: 9 }, { en: 'Change aid', fr: 'Modifier l’aide' });
    session.duplicateAction('x1-2');
    const copy = session.get().selection.action!;
    expect(copy).not.toBe('x1-2');
    session.removeAction(copy);
    expect(session.get().selection.action).toBeNull();
    expect(session.get().undo).toHaveLength(4);
    for (let i = 0; i < 4; i++) session.undo();
    expect(session.get().document.plans[0]).toEqual(PLANS[0]);
    expect(session.get().revision).toBe(0);
  });
  it('keep, rename and remove plans', async () => {
    const { session } = await opened();
    session.addPlan('a');
    expect(session.get().document.activePlan).toBe('d');
    session.renamePlan('d', 'Later east');
    expect(session.get().document.plans.at(-1)!.title.en).toBe('Later east');
    session.removePlan('d');
    expect(session.get().document.plans).toHaveLength(3);
  });
  it('run the plan others are compared with after the active one, and once', async () => {
    const { session, backend } = await opened();
    session.setBaseline('b');
    expect(backend.simulations.map(held => held.request.plan.id)).toEqual(['b']);
    await backend.runAll();
    session.moveAction('d1', 44);
    expect(await backend.runAll()).toBe(1);
    expect(session.get().resultState['b']?.phase).toBe('settled');
  });
  it('tell of a failed run, keep the last numbers, and try again when asked', async () => {
    const { session, backend } = await opened();
    const before = session.get().results['a'];
    session.moveAction('d1', 80);
    await backend.simulations[0]!.fail('out of memory');
    expect(session.get().resultState['a']).toEqual({ phase: 'error', message: 'out of memory' });
    expect(session.get().results['a']).toBe(before);
    expect(backend.simulations).toHaveLength(0);
    session.retry();
    expect(await backend.runAll()).toBe(1);
    expect(session.get().resultState['a']?.phase).toBe('settled');
  });
  it('check an action that is not kept', async () => {
    const { session } = await opened();
    const check = await session.tryAction({ kind: 'deploy', id: 'd9', start: 3, unit: 'infantry-battalion', amount: 1, contributor: 'northland', destination: 'east' });
    expect(check?.diagnostics[0]?.code).toBe('plan/too-early');
    expect(session.get().document.plans[0]!.actions).toHaveLength(9);
  });
});

describe('a preview', () => {
  it('drafts the newest place while a bar moves and is no step', async () => {
    const { session, backend } = await opened();
    session.previewMove('d1', 40);
    session.previewMove('d1', 41);
    session.previewMove('d1', 42);
    expect(backend.simulations).toHaveLength(1);
    expect(backend.simulations[0]!.request).toMatchObject({ draft: 16, runs: 64, isTry: true });
    // the first answer is enough when a newer place waits: the rest is given up
    backend.simulations[0]!.partial(backend.resultOf(backend.simulations[0]!.request, 32));
    expect(session.get().resultState['a']).toEqual({ phase: 'drafting', runs: 32 });
    expect(backend.simulations).toHaveLength(1);
    expect(backend.simulations[0]!.request.plan.actions.find(action => action.id === 'd1')!.start).toBe(42);
    await backend.simulations[0]!.finish(backend.resultOf(backend.simulations[0]!.request));
    expect(session.get().resultState['a']).toEqual({ phase: 'drafting', runs: 64 });
    expect(backend.simulations).toHaveLength(0);
    expect(session.get().undo).toHaveLength(0);
    expect(startOf(session, 'd1')).toBe(30);
  });
  it('remembers drafts: a bar dragged back is answered without a run', async () => {
    const { session, backend } = await opened();
    session.previewMove('d1', 40);
    await backend.simulations[0]!.finish(backend.resultOf(backend.simulations[0]!.request));
    const first = session.get().results['a'];
    session.previewMove('d1', 44);
    expect(backend.simulations).toHaveLength(1);
    session.previewMove('d1', 40);
    expect(backend.simulations).toHaveLength(0);
    expect(session.get().results['a']).toBe(first);
    expect(session.get().resultState['a']).toEqual({ phase: 'drafting', runs: 64 });
  });
  it('becomes one step when it is kept', async () => {
    const { session, backend } = await opened();
    session.previewMove('d1', 60);
    session.previewMove('d1', 61);
    session.commitPreview();
    expect(startOf(session, 'd1')).toBe(61);
    expect(session.get().preview).toBeNull();
    expect(session.get().undo).toHaveLength(1);
    await backend.runAll();
    expect(session.get().resultState['a']).toEqual({ phase: 'settled', runs: 512 });
    session.undo();
    expect(startOf(session, 'd1')).toBe(30);
  });
  it('leaves nothing behind when it is called off', async () => {
    const { session, backend } = await opened();
    const before = session.get().results['a'];
    session.previewMove('d1', 99);
    const [held] = backend.simulations;
    await held!.finish(backend.resultOf(held!.request));
    expect(session.get().results['a']).not.toBe(before);
    session.cancelPreview();
    expect(session.get().results['a']).toBe(before);
    expect(session.get().resultState['a']?.phase).toBe('settled');
    expect(session.get().undo).toHaveLength(0);
    session.commitPreview();
    expect(session.get().undo).toHaveLength(0);
  });
  it('back where it was is no step either', async () => {
    const { session } = await opened();
    session.previewMove('d1', 50);
    session.previewMove('d1', 30);
    session.commitPreview();
    expect(session.get().undo).toHaveLength(0);
    expect(session.get().preview).toBeNull();
  });
});

describe('autosave', () => {
  it('writes once after a pause and brings plans, steps and place back', async () => {
    const { session, kept, pause } = await opened();
    session.moveAction('d1', 55);
    session.moveAction('d1', 56);
    expect(kept.size).toBe(0);
    await pause();
    expect(session.get().savedAt).toBe(1_800_000_000_000);
    const storage = { load: async (key: string) => kept.get(key), save: async () => {}, remove: async () => {} };
    expect(await findLatestScenario(storage)).toBe('small');
    const work = await findSavedWork(storage, 'small');

    const again = bench(kept);
    expect(await again.session.restore(work!)).toBe(true);
    await again.backend.runAll();
    expect(startOf(again.session, 'd1')).toBe(56);
    expect(again.session.get().undo).toHaveLength(2);
    again.session.undo();
    again.session.undo();
    expect(startOf(again.session, 'd1')).toBe(30);
    again.session.redo();
    expect(startOf(again.session, 'd1')).toBe(55);
  });
  it('says so when the storage refuses, and goes on', async () => {
    const { session, kept, pause } = await opened();
    kept.set = () => { throw new Error('full'); };
    session.moveAction('d1', 55);
    await pause();
    expect(session.get().savedAt).toBeNull();
    expect(session.get().status.en).toMatch(/^Not saved/);
    expect(startOf(session, 'd1')).toBe(55);
  });
  it('drops steps that do not fit, never the plans', async () => {
    const { session, kept, pause } = await opened();
    session.moveAction('d1', 55);
    await pause();
    const work = { ...(kept.get('work/small') as Parameters<OpenSession['restore']>[0]), history: { done: [{ nonsense: true }], undone: [], revision: 1, last: 1 } };
    const again = bench();
    expect(await again.session.restore(work)).toBe(true);
    expect(startOf(again.session, 'd1')).toBe(55);
    expect(again.session.get().undo).toHaveLength(0);
  });
});

describe('the seed', () => {
  it('is 1 at first; another one computes plan and baseline anew, and is no step of undo', async () => {
    const { session, backend } = await opened();
    session.setBaseline('b');
    await backend.runAll();
    expect(session.get().seed).toBe(1);
    const steps = session.get().undo;
    expect(await session.setSeed(' 20270301 ')).toBe(true);
    expect(session.get().seedText).toBe('20270301');
    // nothing of the old futures stays in sight beside the new ones
    expect([session.get().results, session.get().trace, session.get().delay?.curve ?? null, session.get().region]).toEqual([{}, null, null, null]);
    expect(session.get().status.en).toBe('Seed 20270301: other futures, the same for all plans.');
    expect(backend.simulations.map(held => held.request.seed)).toEqual([20270301]);
    await backend.runAll();
    expect(Object.keys(session.get().results).sort()).toEqual(['a', 'b']);
    expect(session.get().resultState['b']).toEqual({ phase: 'settled', runs: 512 });
    expect(session.get().undo).toEqual(steps);
    // the sentence tells of the plan, not of a change between two sets of futures
    expect(session.get().status.en).toMatch(/^Plan A: people displaced at peak, median /);
  });
  it('takes words, through the worker, and refuses nothing at all', async () => {
    const { session, backend } = await opened();
    expect(await session.setSeed('late rains')).toBe(true);
    expect(session.get().seed).toBe(seedFrom('late rains'));
    expect(session.get().seed).not.toBe(seedFrom('early rains'));
    expect(session.get().seedText).toBe('late rains');
    await backend.runAll();
    expect(await session.setSeed('   ')).toBe(false);
    expect(await session.setSeed('x'.repeat(65))).toBe(false);
    expect(session.get().seedText).toBe('late rains');
    expect(backend.simulations).toEqual([]);
  });
  it('written another way is the same futures: nothing runs', async () => {
    const { session, backend } = await opened();
    await session.setSeed('007');
    await backend.runAll();
    await session.setSeed('7');
    expect(session.get().seedText).toBe('7');
    expect(backend.simulations).toEqual([]);
  });
  it('taken back by hand brings every number back without a new run', async () => {
    const { session, backend } = await opened();
    const before = session.get().results['a'];
    await session.setSeed('2');
    await backend.runAll();
    expect(session.get().results['a']).not.toBe(before);
    await session.setSeed('1');
    expect(session.get().results['a']).toBe(before);
    expect(backend.simulations).toEqual([]);
  });
  it('of the last wish wins, whatever comes back first', async () => {
    const { session } = await opened();
    const slow = session.setSeed('a word');
    expect(await session.setSeed('5')).toBe(true);
    expect(await slow).toBe(false);
    expect(session.get().seedText).toBe('5');
  });
  it.each(['quiet', 'typical', 'violent'] as const)('gives a %s future of its own for the map', async kind => {
    const { session, backend } = await opened();
    session.setFuture(kind);
    await settle();
    for (const seed of ['3', 'harvest']) {
      await session.setSeed(seed);
      await backend.runAll();
      expect(session.get().future).toBe(kind);
      expect(session.get().trace?.run).toBe(session.get().results['a']!.typical[kind]);
    }
  });
  it('by chance is a whole number that can be read out, other than before', async () => {
    const { session } = await opened();
    expect(await session.rollSeed()).toBe(true);
    expect(session.get().seedText).toBe('2');
  });
  it('ends a draft, and is kept with the work', async () => {
    const first = await opened();
    first.session.previewMove('d1', 10);
    await first.session.setSeed('harvest');
    expect(first.session.get().preview).toBeNull();
    await first.backend.runAll();
    await first.pause();
    const second = bench(first.kept);
    expect(await second.session.restore((await findSavedWork({ load: async key => structuredClone(first.kept.get(key)), save: async () => {}, remove: async () => {} }, 'small'))!)).toBe(true);
    expect([second.session.get().seedText, second.session.get().seed]).toEqual(['harvest', seedFrom('harvest')]);
    expect(second.backend.simulations.map(held => held.request.seed)).toEqual([seedFrom('harvest')]);
  });
});
