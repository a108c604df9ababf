/** Undo and redo by immer patches, with a name for each step and a revision that stays true across them. */
import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer';
import type { DraftDocument, Edit, PlanDocument } from './edit.ts';

enablePatches();

/** Most steps that can be taken back. */
const MOST_STEPS = 200;

export interface Step {
  readonly label: { readonly en: string; readonly fr: string };
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  readonly group: string | undefined;
  /** Revisions before and after. */
  readonly before: number;
  readonly after: number;
}

export interface History {
  readonly document: PlanDocument;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** Number of this very state of the document: undo brings the old number back. */
  readonly revision: number;
  /** Last number given. */
  readonly last: number;
}

export function startHistory(document: PlanDocument): History {
  return { document, done: [], undone: [], revision: 0, last: 0 };
}

/** Applies an edit; one that changes nothing leaves the history as it is, one of the group of the last step joins it. */
export function applyEdit(history: History, edit: Edit): History {
  const [document, patches, inverse] = produceWithPatches(history.document as DraftDocument, edit.recipe);
  if (patches.length === 0) return history;
  const after = history.last + 1;
  const joins = edit.group !== undefined && history.undone.length === 0 && history.done.at(-1)?.group === edit.group;
  const earlier = joins ? history.done.slice(0, -1) : history.done.slice(-(MOST_STEPS - 1));
  const first = joins ? history.done.at(-1) : undefined;
  const step: Step = {
    label: edit.label, group: edit.group, before: first?.before ?? history.revision, after,
    patches: [...(first?.patches ?? []), ...patches], inverse: [...inverse, ...(first?.inverse ?? [])],
  };
  return { document, done: [...earlier, step], undone: [], revision: after, last: after };
}

/** Takes the last step back; the same history when there is none. */
export function undo(history: History): History {
  const step = history.done.at(-1);
  if (step === undefined) return history;
  return { ...history, document: applyPatches(history.document, step.inverse as Patch[]), done: history.done.slice(0, -1), undone: [...history.undone, step], revision: step.before };
}

/** Does the step taken back last again. */
export function redo(history: History): History {
  const step = history.undone.at(-1);
  if (step === undefined) return history;
  return { ...history, document: applyPatches(history.document, step.patches as Patch[]), done: [...history.done, step], undone: history.undone.slice(0, -1), revision: step.after };
}
