/** The session: one store, edits with undo, and the runs that follow them. What it cannot do by itself is given to it. */
import { addAction, addPlan, changeAction, duplicateAction, freeActionId, importPlan, moveAction, movedPlan, removeAction, removePlan, renamePlan, type Edit } from '../plan/edit.ts';
import { applyEdit, redo, startHistory, undo, type History } from '../plan/history.ts';
import type { Plan } from '../plan/schema.ts';
import { earliestStart } from '../plan/starts.ts';
import { parseIsoDate } from '../kernel/calendar.ts';
import type { Diagnostic } from '../scenario/diagnostics.ts';
import type { PlanResult } from '../study/results.ts';
import { createAutosave, type Later, type SavedWork, type Storage } from './autosave.ts';
import type { Backend } from './backend.ts';
import { createDelayRuns } from './delay-runs.ts';
import { createFutures } from './futures.ts';
import { createPlayback, type Frame } from './playback.ts';
import { activePlanOf, createSimulations } from './simulations.ts';
import { findPlainSeed, LONGEST_SEED } from '../study/plain-seed.ts';
import { emptyState, openingState, readHistory } from './opening.ts';
import { seedTaken, statusSentence, takenBack, broughtBack, type Sentence } from './status.ts';
import { createTimingRuns, timingActions } from './timing-runs.ts';
import { createStore, type Schedule } from './store.ts';
import { KIND_WORDS } from './words.ts';
import { FAILED, type Session, type SessionState } from './types.ts';

/** What the session is given. */
export interface SessionParts {
  readonly backend: Backend;
  readonly storage: Storage;
  /** Tells listeners of changes; once a frame in a browser. */
  readonly schedule: Schedule;
  /** Drives playback. */
  readonly frame: Frame;
  readonly later: Later;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number by chance, 0 to 1; without it the next seed follows the present one. */
  readonly random?: () => number;
  /** Preferences of the device and the like. */
  readonly initial?: Partial<SessionState>;
}

/** The session with what only the shell needs. */
export interface OpenSession extends Session {
  /** Opens saved work: the scenario, its plans, undo and all. False when it cannot be read any more. */
  restore(work: SavedWork): Promise<boolean>;
  /** Saves now what waits to be saved. */
  saveNow(): Promise<void>;
  /** Tells listeners now. */
  flush(): void;
}

/** Seeds by chance are whole numbers from 1 to this: short enough to read out. */
const ROLLED_SEEDS = 999_999;

interface Change {
  readonly label: Sentence;
  readonly action: string | null;
}

export function createSession(parts: SessionParts): OpenSession {
  const { backend } = parts;
  const store = createStore<SessionState>({ ...emptyState(), ...parts.initial }, parts.schedule);
  const playback = createPlayback(store, parts.frame);
  let history: History = startHistory(store.get().document);
  let text = '';
  /** Name of the action checked last and not yet kept. */
  let tried: { readonly id: string; readonly label: Sentence } | undefined;
  /** Last edit whose effect has not settled yet. */
  let pending: Change | undefined;
  /** Edit that a preview would make. */
  let draft: { readonly edit: Edit; readonly action: string } | undefined;
  let opening = 0;
  const checked = new Map<string, Plan>();

  const describe = (plan: Plan, before: PlanResult | undefined, after: PlanResult): void => {
    const { model, document } = store.get();
    if (model === null || plan.id !== document.activePlan) return;
    store.set({ status: statusSentence(model, plan.letter, pending?.label, pending?.action ?? null, before, after) });
    pending = undefined;
  };
  const timings = createTimingRuns(store, backend);
  const delays = createDelayRuns(store, backend, () => { timings.refresh(); });
  const futures = createFutures(store, backend, parts.later);
  const simulations = createSimulations(store, backend, {
    arrived: () => { futures.refresh(); },
    settled: (plan, before, after) => { describe(plan, before, after); delays.refresh(); timings.refresh(); },
    failed: () => { delays.refresh(); timings.refresh(); },
  });
  const autosave = createAutosave(parts.storage, parts.later, () => {
    const { model, scenarioFile, document, baseline, day, seedText } = store.get();
    if (model === null) return undefined;
    return { scenario: model.scenario.id, work: { format: 1, text, file: scenarioFile, plans: document.plans, activePlan: document.activePlan, baseline, day, seed: seedText, history: { done: history.done, undone: history.undone, revision: history.revision, last: history.last }, savedAt: parts.now() } };
  }, savedAt => { store.set({ savedAt }); }, () => { store.set({ savedAt: null, status: FAILED.save }); });

  const check = async (plan: Plan): Promise<void> => {
    if (checked.get(plan.id) === plan) return;
    checked.set(plan.id, plan);
    const turn = opening;
    const answer = await backend.checkPlan(plan).catch(() => undefined);
    if (answer !== undefined && turn === opening && checked.get(plan.id) === plan) store.set({ checks: { ...store.get().checks, [plan.id]: answer } });
  };
  const refresh = (): void => {
    for (const plan of store.get().document.plans) void check(plan);
    simulations.refresh();
    futures.refresh();
    delays.refresh();
    timings.refresh();
  };
  /** Shows the history's document, and lets everything follow it. */
  const show = (next: History, selected?: string | null): void => {
    history = next;
    const { selection, baseline } = store.get();
    const { document } = next;
    const active = document.plans.find(plan => plan.id === document.activePlan);
    const action = selected === undefined ? selection.action : selected;
    const known = action !== null && active?.actions.some(item => item.id === action) === true;
    store.set({
      document, revision: next.revision, undo: next.done, redo: next.undone, preview: null,
      selection: { ...selection, action: known ? action : null },
      baseline: baseline !== null && document.plans.some(plan => plan.id === baseline) ? baseline : null,
    });
    draft = undefined;
    refresh();
  };
  const edit = (change: Edit, about: string | null, selected?: string): void => {
    const next = applyEdit(history, change);
    if (next === history) { if (store.get().preview !== null) cancelPreview(); return; }
    pending = { label: change.label, action: about };
    show(next, selected);
    autosave.touch();
  };
  const cancelPreview = (): void => {
    draft = undefined;
    if (store.get().preview === null) return;
    store.set({ preview: null });
    refresh();
  };
  const actionOf = (id: string): { readonly plan: Plan; readonly action: Plan['actions'][number] } | undefined => {
    const plan = activePlanOf(store.get());
    const action = plan?.actions.find(item => item.id === id);
    return plan === undefined || action === undefined ? undefined : { plan, action };
  };
  const nameOf = (action: Plan['actions'][number]): Sentence => store.get().checks[history.document.activePlan]?.actions.find(item => item.id === action.id)?.label ?? (tried?.id === action.id ? tried.label : KIND_WORDS[action.kind]);
  const startOf = (id: string, of?: Plan): number => {
    const plan = of ?? activePlanOf(store.get());
    const action = plan?.actions.find(item => item.id === id);
    const startDate = parseIsoDate(store.get().model?.scenario.start ?? '');
    return plan === undefined || action === undefined || startDate === undefined ? 0 : earliestStart(action, plan, { startDate });
  };
  const move = (id: string, start: number, until?: number): Edit | undefined => {
    const found = actionOf(id);
    if (found === undefined) return undefined;
    const name = nameOf(found.action);
    if (until === undefined) return moveAction(id, startOf(id), start, name);
    const same = typeof found.action.start !== 'number' && start === startOf(id);
    return changeAction(id, same ? { until } : { start, until }, { en: `Change the length of ${name.en}`, fr: `Changer la durée de ${name.fr}` });
  };

  /** Opens what was read: the scenario's model and plans that fit it. */
  const begin = (source: { readonly text: string; readonly file: string }, state: Partial<SessionState>, next: History): void => {
    text = source.text;
    simulations.reset();
    delays.reset();
    timings.reset();
    futures.reset();
    checked.clear();
    pending = undefined;
    draft = undefined;
    history = next;
    store.set({ ...openingState(), scenarioFile: source.file, ...state, document: next.document, undo: next.done, redo: next.undone, revision: next.revision });
    refresh();
  };
  const read = async (source: { readonly text: string; readonly file: string }, plans: readonly { readonly text: string; readonly file: string }[]) => {
    const turn = ++opening;
    const answer = await backend.openScenario(source.text, source.file);
    if (turn !== opening) return undefined;
    const diagnostics: Diagnostic[] = [...answer.diagnostics];
    if (answer.model === undefined) { store.set({ diagnostics }); return undefined; }
    const good: Plan[] = [];
    for (const plan of plans) {
      const reading = await backend.readPlan(plan.text, plan.file);
      if (turn !== opening) return undefined;
      diagnostics.push(...reading.diagnostics);
      if (reading.plan !== undefined) good.push(reading.plan);
    }
    return { model: answer.model, plans: good, diagnostics };
  };

  /** Last seed asked for: an answer that comes late is not wanted any more. */
  let seedTurn = 0;
  const seedOf = async (text: string): Promise<number | undefined> => {
    const turn = ++seedTurn;
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > LONGEST_SEED) return undefined;
    const seed = findPlainSeed(trimmed) ?? await backend.seedOf(trimmed).catch(() => undefined);
    return turn === seedTurn ? seed : undefined;
  };
  const takeSeed = (seed: number, seedText: string): void => {
    if (seed === store.get().seed) { store.set({ seedText }); return; }
    draft = undefined;
    pending = undefined;
    store.set({ seed, seedText, preview: null, trace: null, region: null, delay: null, status: seedTaken(seedText) });
    simulations.reseeded();
    refresh();
  };

  const own: OpenSession = {
    get: store.get, subscribe: store.subscribe, flush: store.flush,
    scenarioText: () => text,

    openScenario: async (source, file, plans) => {
      const found = await read({ text: source, file }, plans);
      if (found === undefined) return false;
      const { model, diagnostics } = found;
      const empty = addPlan(null, model.scenario.id, []);
      const blank = startHistory({ plans: found.plans, activePlan: '' });
      // a scenario without plans begins with an empty one, which is no step to take back
      const document = found.plans.length > 0 ? blank.document : applyEdit(blank, empty).document;
      const first = document.plans.find(plan => plan.letter === 'A') ?? document.plans.find(plan => plan.actions.length > 0) ?? document.plans[0]!;
      const lead = first.actions.find(action => action.kind === 'deploy') ?? first.actions[0];
      begin({ text: source, file }, {
        model, diagnostics, baseline: document.plans.find(plan => plan.id === 'none' && plan !== first)?.id ?? null, day: Math.round(model.scenario.days / 6),
        selection: { action: lead?.id ?? null, region: lead === undefined ? null : 'destination' in lead ? lead.destination : 'region' in lead ? lead.region ?? null : null },
      }, startHistory({ plans: document.plans, activePlan: first.id }));
      return true;
    },
    restore: async work => {
      const found = await read(work, work.plans.map(plan => ({ text: JSON.stringify(plan), file: `${plan.id}.json` })));
      if (found === undefined || found.plans.length === 0) return false;
      const { model, plans, diagnostics } = found;
      const activePlan = plans.some(plan => plan.id === work.activePlan) ? work.activePlan : plans[0]!.id;
      // steps fit only the very plans they were made on
      const whole = plans.length === work.plans.length;
      const document = whole ? { plans: work.plans, activePlan } : { plans, activePlan };
      const seed = work.seed === undefined ? undefined : await seedOf(work.seed);
      begin(work, { ...(seed === undefined ? {} : { seed, seedText: work.seed! }), model, diagnostics, savedAt: work.savedAt, baseline: plans.some(plan => plan.id === work.baseline) ? work.baseline : null, day: Math.min(model.scenario.days - 1, Math.max(0, Math.round(Number(work.day) || 0))) }, whole ? readHistory(document, work.history) : startHistory(document));
      return true;
    },
    saveNow: autosave.flush,
    importPlan: async (source, file) => {
      const turn = opening;
      const reading = await backend.readPlan(source, file);
      if (turn !== opening) return false;
      store.set({ diagnostics: reading.diagnostics });
      if (reading.plan === undefined) return false;
      edit(importPlan(reading.plan, history.document.plans), null);
      return true;
    },
    tryAction: async action => {
      const plan = activePlanOf(store.get());
      if (plan === undefined) return undefined;
      const at = plan.actions.findIndex(item => item.id === action.id);
      const clean = JSON.parse(JSON.stringify(action)) as typeof action;
      const answer = await backend.checkPlan({ ...plan, actions: at < 0 ? [...plan.actions, clean] : plan.actions.with(at, clean) });
      const found = answer.actions.find(item => item.id === action.id);
      if (found !== undefined) tried = found;
      return found;
    },

    addAction: action => {
      const plan = activePlanOf(store.get());
      if (plan === undefined) return;
      const id = freeActionId(plan, action.id);
      edit(addAction(action, nameOf(action)), id, id);
    },
    changeAction: (id, change, label) => { edit(changeAction(id, change as Readonly<Record<string, unknown>>, label), id); },
    moveAction: (id, start) => {
      const change = move(id, start);
      if (change !== undefined) edit(change, id);
    },
    removeAction: id => {
      const found = actionOf(id);
      if (found !== undefined) edit(removeAction(id, nameOf(found.action), startOf), null);
    },
    duplicateAction: id => {
      const found = actionOf(id);
      if (found === undefined) return;
      const change = duplicateAction(id, nameOf(found.action));
      const after = applyEdit(history, change).document.plans.find(plan => plan.id === found.plan.id);
      edit(change, null, after?.actions[found.plan.actions.indexOf(found.action) + 1]?.id);
    },
    addPlan: from => {
      const { model, document } = store.get();
      if (model !== null) edit(addPlan(document.plans.find(plan => plan.id === from) ?? null, model.scenario.id, document.plans), null);
    },
    renamePlan: (id, title) => { edit(renamePlan(id, title), null); },
    removePlan: id => {
      const plan = store.get().document.plans.find(item => item.id === id);
      if (plan !== undefined) edit(removePlan(id, plan.letter), null);
    },
    undo: () => {
      cancelPreview();
      const step = history.done.at(-1);
      if (step === undefined) return;
      pending = { label: takenBack(step.label), action: null };
      show(undo(history));
      autosave.touch();
    },
    redo: () => {
      cancelPreview();
      const step = history.undone.at(-1);
      if (step === undefined) return;
      pending = { label: broughtBack(step.label), action: null };
      show(redo(history));
      autosave.touch();
    },

    previewMove: (id, start, until) => {
      const change = move(id, start, until);
      if (change === undefined) return;
      const plan = applyEdit(history, change).document.plans.find(item => item.id === history.document.activePlan)!;
      draft = { edit: change, action: id };
      store.set({ preview: { plan, action: id, label: change.label } });
      simulations.refresh();
    },
    commitPreview: () => {
      const held = draft;
      if (held === undefined) return;
      edit(held.edit, held.action);
    },
    cancelPreview,

    activatePlan: id => {
      const plan = history.document.plans.find(item => item.id === id);
      if (plan === undefined || id === history.document.activePlan) return;
      show({ ...history, document: { ...history.document, activePlan: id } });
      const { results, resultState } = store.get();
      const result = results[id];
      if (result !== undefined && resultState[id]?.phase === 'settled') describe(plan, undefined, result);
      autosave.touch();
    },
    setBaseline: id => { store.set({ baseline: id }); simulations.refresh(); },
    setScreen: screen => {
      if (screen === store.get().screen) return;
      cancelPreview();
      store.set({ screen, playing: false });
      simulations.refresh();
      timings.refresh();
    },
    setCompare: choice => {
      store.set({ compare: { ...store.get().compare, ...choice } });
      simulations.refresh();
      timings.refresh();
    },
    keepTiming: ([first, second]) => {
      const { model, document } = store.get();
      const plan = activePlanOf(store.get());
      const actions = timingActions(store.get());
      if (model === null || plan === undefined || actions === undefined) return;
      const moved = movedPlan(plan, actions[0], startOf(actions[0], plan), first);
      edit(addPlan(movedPlan(moved, actions[1], startOf(actions[1], moved), second), model.scenario.id, document.plans), null);
    },
    select: selection => {
      store.set({ selection: { ...store.get().selection, ...selection } });
      futures.refresh();
      delays.refresh();
    },
    setDay: playback.setDay,
    play: playback.play,
    setSpeed: speed => { store.set({ speed }); },
    setLayer: layer => { store.set({ layer }); },
    setMark: (mark, on) => { store.set({ marks: { ...store.get().marks, [mark]: on } }); },
    setRibbons: ribbons => { store.set({ ribbons }); },
    setFuture: future => { store.set({ future }); futures.refresh(); },
    setSeed: async text => {
      const seed = await seedOf(text);
      if (seed === undefined) return false;
      takeSeed(seed, text.trim());
      autosave.touch();
      return true;
    },
    rollSeed: () => own.setSeed(String(parts.random === undefined ? store.get().seed + 1 : 1 + Math.floor(parts.random() * ROLLED_SEEDS))),
    setLanguage: language => { store.set({ language }); },
    setTheme: theme => { store.set({ theme }); },
    setAllowInfeasible: allowInfeasible => { store.set({ allowInfeasible }); },
    retry: () => { simulations.retry(); futures.refresh(); },
    dispose: () => {
      opening++;
      simulations.reset();
      delays.reset();
    timings.reset();
      futures.reset();
      autosave.stop();
      backend.dispose();
    },
  };
  return own;
}
