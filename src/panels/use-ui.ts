/** What the shell shows beside the session: the open dialog, the inspector's tab, what was asked for by a command. Never part of undo. */
import { createContext, createElement, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { CommandUi, DialogName, InspectorTab } from '../session/commands.ts';
import { createStore, type Store } from '../session/store.ts';
import type { TextKey } from './text.ts';

/** A scenario that ships with the program, before it is opened. */
export interface ShippedScenario {
  readonly id: string;
  readonly kind: 'fictional' | 'historical';
  readonly title: { readonly en: string; readonly fr?: string | undefined };
  readonly summary: { readonly en: string; readonly fr?: string | undefined };
  /** ISO date of D0 and length in days. */
  readonly start: string;
  readonly days: number;
  readonly regions: number;
  readonly plans: number;
  readonly sources: readonly string[];
}

export interface UiState {
  readonly dialog: DialogName | null;
  /** The form: an action's id, null for a new one; absent when closed. */
  readonly form: { readonly action: string | null } | null;
  readonly tab: InspectorTab;
  /** Counters: each request raises one, so that panels can answer. */
  readonly regionTable: number;
  readonly legend: number;
  /** A question that waits for yes or no. */
  readonly question: { readonly title: TextKey; readonly text: TextKey; readonly values?: Readonly<Record<string, string>>; readonly confirm: TextKey; readonly run: () => void } | null;
  readonly shipped: readonly ShippedScenario[] | null;
  /** A historical case whose notice stands before it opens; `run` opens it. */
  readonly historical: { readonly scenario: Omit<ShippedScenario, 'summary' | 'regions' | 'plans'>; readonly run: () => void } | null;
  /** Whether the inspector is open where it can be closed. */
  readonly inspector: boolean;
}

/** The shell's doors, for panels. */
export interface Ui extends CommandUi {
  readonly store: Store<UiState>;
  closeDialog(): void;
  ask(question: NonNullable<UiState['question']>): void;
  /** Opens a scenario that ships with the program; `fresh` forgets the work saved on it. */
  openShipped(id: string, fresh: boolean): Promise<void>;
  /** Ids of scenarios with saved work and when it was saved (milliseconds since 1970). */
  findSaved(): Promise<ReadonlyMap<string, number>>;
}

export const initialUi: UiState = { dialog: null, form: null, tab: 'region', regionTable: 0, legend: 0, question: null, shipped: null, historical: null, inspector: true };

/** A store of the shell, told at once. */
export const createUiStore = (change: Partial<UiState> = {}): Store<UiState> => createStore<UiState>({ ...initialUi, ...change }, work => { work(); });

const UiContext = createContext<Ui | null>(null);

export function UiProvider({ ui, children }: { readonly ui: Ui; readonly children: ReactNode }): ReactNode {
  return createElement(UiContext.Provider, { value: ui }, children);
}

/**
 * The shell of the page.
 * @throws outside a `UiProvider` (a programming error)
 */
export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (ui === null) throw new Error('useUi needs a UiProvider above it');
  return ui;
}

/** A value of the shell's state. */
export function useUiState<T>(select: (state: UiState) => T): T {
  const { store } = useUi();
  return useSyncExternalStore(changed => store.subscribe(state => state, changed), () => select(store.get()));
}
