/** What is open: the document (edits, undo), what is selected, where the playhead stands, and the results that belong to it. */
import type { Action, Plan } from '../plan/schema.ts';
import type { Diagnostic } from '../scenario/diagnostics.ts';
import type { Language } from '../scenario/localize.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import type { DelayCurve, FutureTrace, PlanResult, RegionResult, SeriesName } from '../study/results.ts';
import type { TimingMap } from '../study/timing.ts';
import type { ActionCheck, PlanCheck } from './backend.ts';

/** What the status line says when the machine refuses. */
export const FAILED = {
  save: { en: 'Not saved: this browser refuses to keep data. Download the plan to keep it.', fr: 'Non enregistré : ce navigateur refuse de garder des données. Téléchargez le plan pour le conserver.' },
} as const;

/** Quantity that fills the regions of the map. */
export const MAP_LAYERS = ['tension', 'displaced', 'needReached', 'coverage'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** What else the map draws; each may be switched. */
export const MAP_MARKS = ['routes', 'units', 'incidents', 'flows', 'sites', 'labels'] as const;
export type MapMark = (typeof MAP_MARKS)[number];

/** Screens of the page. */
export const SCREENS = ['plan', 'compare'] as const;
export type Screen = (typeof SCREENS)[number];

/** What the Compare screen sets beside the plan being edited: another plan (null: the first that fits), on one outcome. */
export interface CompareChoice {
  readonly other: string | null;
  readonly outcome: OutcomeName;
  /** Actions of the timing map; null: the first that fit. */
  readonly timing: readonly [string, string] | null;
}

/** Which future the map and the boards show. */
export type FutureChoice = 'quiet' | 'typical' | 'violent' | number;

export const SPEEDS = [1, 2, 5] as const;
export type Speed = (typeof SPEEDS)[number];
/** Days a second at speed 1. */
export const DAYS_PER_SECOND = 2;

export type ResultState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'drafting' | 'refining' | 'settled' | 'stale'; readonly runs: number }
  | { readonly phase: 'error'; readonly message: string };

/** The document: what edits change and undo brings back. */
export interface Document {
  readonly plans: readonly Plan[];
  /** Plan being edited. */
  readonly activePlan: string;
}

/** One step that undo can take back. */
export interface HistoryStep {
  readonly label: { readonly en: string; readonly fr: string };
}

export interface Selection {
  readonly action: string | null;
  readonly region: string | null;
}

/** A bar on its way: the plan as it would be, drafted while the pointer or key moves, not yet part of history. */
export interface Preview {
  readonly plan: Plan;
  readonly action: string;
  readonly label: { readonly en: string; readonly fr: string };
}

/** Everything readable. Slices change at three speeds: document, playhead, results. */
export interface SessionState {
  readonly model: ScenarioModel | null;
  readonly scenarioFile: string;
  readonly document: Document;
  /** Steps that can be taken back and brought back; the next one is the last of its list. */
  readonly undo: readonly HistoryStep[];
  readonly redo: readonly HistoryStep[];
  readonly revision: number;
  readonly savedAt: number | null;
  /** Plan that others are compared with ("vs"); null for none. */
  readonly baseline: string | null;
  readonly screen: Screen;
  readonly compare: CompareChoice;
  readonly selection: Selection;
  readonly preview: Preview | null;
  readonly day: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly layer: MapLayer;
  readonly marks: Readonly<Record<MapMark, boolean>>;
  readonly ribbons: readonly SeriesName[];
  readonly future: FutureChoice;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  /** Names the set of futures that all plans meet; `seedText` is what was typed. */
  readonly seed: number;
  readonly seedText: string;
  readonly results: Readonly<Record<string, PlanResult>>;
  readonly resultState: Readonly<Record<string, ResultState>>;
  readonly checks: Readonly<Record<string, PlanCheck>>;
  /** Trace of the chosen future of the active plan. */
  readonly trace: FutureTrace | null;
  readonly delay: { readonly action: string; readonly planHash: string; readonly curve: DelayCurve | null; readonly running: boolean } | null;
  readonly timing: { readonly map: TimingMap | null; readonly running: boolean } | null;
  readonly region: RegionResult | null;
  readonly status: { readonly en: string; readonly fr: string };
  /** Findings of the last file that was read, or of the open plan; empty when all is well. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a bar may be placed where it cannot work. */
  readonly allowInfeasible: boolean;
}

/** What a person can do; each call is one undo step where it edits. All edits check nothing: the checks follow. */
export interface Session {
  get(): SessionState;
  /** Calls `listener` at most once a frame after `select` gives another value (Object.is). Returns the way to stop. */
  subscribe<T>(select: (state: SessionState) => T, listener: (value: T) => void): () => void;

  openScenario(text: string, file: string, plans: readonly { readonly text: string; readonly file: string }[]): Promise<boolean>;
  importPlan(text: string, file: string): Promise<boolean>;

  addAction(action: Action): void;
  changeAction(id: string, change: Partial<Record<string, unknown>>, label: { readonly en: string; readonly fr: string }): void;
  /** Sets the start day; actions that start after this one move with it. */
  moveAction(id: string, start: number): void;
  removeAction(id: string): void;
  duplicateAction(id: string): void;
  addPlan(from: string | null): void;
  renamePlan(id: string, title: string): void;
  removePlan(id: string): void;
  undo(): void;
  redo(): void;

  /** A draft while a bar moves: simulates 64 futures of the plan with the action at `start`; `commit` makes it a step, `cancelPreview` forgets it. */
  previewMove(id: string, start: number, until?: number): void;
  commitPreview(): void;
  cancelPreview(): void;

  activatePlan(id: string): void;
  setBaseline(id: string | null): void;
  /** Goes to a screen; Compare keeps the results of all plans up to date. */
  setScreen(screen: Screen): void;
  setCompare(choice: Partial<CompareChoice>): void;
  /** Keeps the plan being edited, with the two actions of the timing map on these days, as another plan. */
  keepTiming(starts: readonly [number, number]): void;
  select(selection: Partial<Selection>): void;
  setDay(day: number): void;
  play(playing: boolean): void;
  setSpeed(speed: Speed): void;
  setLayer(layer: MapLayer): void;
  setMark(mark: MapMark, on: boolean): void;
  setRibbons(ribbons: readonly SeriesName[]): void;
  setFuture(future: FutureChoice): void;
  /** Takes another set of futures, by number or text; every result is computed anew. False where the text is empty or too long. No step of undo. */
  setSeed(text: string): Promise<boolean>;
  /** Takes a set of futures by chance. */
  rollSeed(): Promise<boolean>;
  setLanguage(language: Language): void;
  setTheme(theme: 'light' | 'dark'): void;
  setAllowInfeasible(on: boolean): void;
  retry(): void;
  /** What checking would say of the active plan with this action added, or in the place of the one with its id; nothing is kept. */
  tryAction(action: Action): Promise<ActionCheck | undefined>;
  /** The scenario file as it was read, for downloading; empty when nothing is open. */
  scenarioText(): string;
  dispose(): void;
}
