/** The state of a session before anything is open, and what every opening sets back. */
import type { PlanDocument } from '../plan/edit.ts';
import { startHistory, type History, type Step } from '../plan/history.ts';
import { MAP_MARKS, type SessionState } from './types.ts';

/** Fields that belong to the open scenario. */
export function openingState(): Pick<SessionState, 'undo' | 'redo' | 'revision' | 'savedAt' | 'baseline' | 'compare' | 'selection' | 'preview' | 'day' | 'playing' | 'results' | 'resultState' | 'checks' | 'trace' | 'delay' | 'timing' | 'region' | 'status' | 'diagnostics'> {
  return {
    undo: [], redo: [], revision: 0, savedAt: null, baseline: null, compare: { other: null, outcome: 'peakDisplaced', timing: null }, selection: { action: null, region: null }, preview: null, day: 0, playing: false,
    results: {}, resultState: {}, checks: {}, trace: null, delay: null, timing: null, region: null, status: { en: '', fr: '' }, diagnostics: [],
  };
}

/** Nothing open. */
export function emptyState(): SessionState {
  return {
    ...openingState(), model: null, scenarioFile: '', document: { plans: [], activePlan: '' }, screen: 'plan', speed: 1, layer: 'tension',
    marks: Object.fromEntries(MAP_MARKS.map(mark => [mark, true])) as SessionState['marks'], ribbons: ['harmed', 'displaced', 'needReached'],
    future: 'typical', language: 'en', theme: 'light', seed: 1, seedText: '1', allowInfeasible: false,
  };
}

const isStep = (value: unknown): value is Step => {
  const step = value as Partial<Step> | null;
  return typeof step === 'object' && step !== null && typeof step.label?.en === 'string' && typeof step.label.fr === 'string' && Array.isArray(step.patches) && Array.isArray(step.inverse) && typeof step.before === 'number' && typeof step.after === 'number';
};

/** A history as it was saved; without steps where they cannot be read. */
export function readHistory(document: PlanDocument, saved: unknown): History {
  const value = saved as Partial<Omit<History, 'document'>> | null | undefined;
  const fresh = startHistory(document);
  if (!Array.isArray(value?.done) || !Array.isArray(value.undone) || typeof value.revision !== 'number' || typeof value.last !== 'number') return fresh;
  if (!value.done.every(isStep) || !value.undone.every(isStep)) return fresh;
  return { document, done: value.done, undone: value.undone, revision: value.revision, last: value.last };
}
