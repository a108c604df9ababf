/** Autosave: the open scenario and its plans, kept by an injected storage half a second after the last edit, and read back after a reload. */
import type { Plan } from '../plan/schema.ts';

/** Where saved work is kept; the browser gives IndexedDB, tests a map. Values must survive structured cloning. */
export interface Storage {
  load(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Saved work on one scenario. */
export interface SavedWork {
  readonly format: 1;
  /** The scenario file as it was read. */
  readonly text: string;
  readonly file: string;
  readonly plans: readonly Plan[];
  readonly activePlan: string;
  readonly baseline: string | null;
  readonly day: number;
  /** Seed text; absent in work saved before there was a choice. */
  readonly seed?: string;
  /** Undo and redo, as the history keeps them. */
  readonly history: unknown;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Waits, and may be called off. */
export type Later = (work: () => void, milliseconds: number) => () => void;

const QUIET = 500; // ms after the last edit
const LATEST = 'latest';
const keyOf = (scenario: string): string => `work/${scenario}`;

export interface Autosave {
  /** Saves what `read` gives, soon; calls in between are one. */
  touch(): void;
  /** Saves now what waits. */
  flush(): Promise<void>;
  stop(): void;
}

/**
 * @param read the scenario's id and the work as it stands; undefined when nothing is open
 * @param saved called with the time of each save
 * @param failed called when the storage refuses; the work stays open and is tried again at the next edit
 */
export function createAutosave(storage: Storage, later: Later, read: () => { readonly scenario: string; readonly work: SavedWork } | undefined, saved: (at: number) => void, failed: (error: unknown) => void): Autosave {
  let cancel: (() => void) | undefined;
  const write = async (): Promise<void> => {
    cancel = undefined;
    const now = read();
    if (now === undefined) return;
    try {
      await storage.save(keyOf(now.scenario), now.work);
      await storage.save(LATEST, now.scenario);
      saved(now.work.savedAt);
    } catch (error) {
      failed(error);
    }
  };
  return {
    touch: () => {
      cancel?.();
      cancel = later(() => void write(), QUIET);
    },
    flush: async () => {
      if (cancel === undefined) return;
      cancel();
      await write();
    },
    stop: () => { cancel?.(); cancel = undefined; },
  };
}

/** Saved work on a scenario; undefined when there is none or it cannot be read. */
export async function findSavedWork(storage: Storage, scenario: string): Promise<SavedWork | undefined> {
  try {
    const value = await storage.load(keyOf(scenario)) as Partial<SavedWork> | undefined;
    const whole = value?.format === 1 && typeof value.text === 'string' && typeof value.file === 'string' && Array.isArray(value.plans) && value.plans.length > 0 && typeof value.activePlan === 'string';
    return whole ? value as SavedWork : undefined;
  } catch {
    return undefined;
  }
}

/** Scenario of the work saved last; undefined when nothing was saved. */
export async function findLatestScenario(storage: Storage): Promise<string | undefined> {
  try {
    const value = await storage.load(LATEST);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the saved work on a scenario. */
export async function forgetWork(storage: Storage, scenario: string): Promise<void> {
  await storage.remove(keyOf(scenario));
}
