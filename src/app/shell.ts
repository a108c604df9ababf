/** The shell's doors: dialogs, panes, files, the shelf. Everything that buttons and commands ask of the page itself. */
import { createUiStore, type Ui, type UiState } from '../panels/use-ui.ts';
import { findSavedWork, forgetWork, type Storage } from '../session/autosave.ts';
import type { PaneName } from '../session/commands.ts';
import type { OpenSession } from '../session/session.ts';
import { downloadText, openTextFile, type OpenedFile } from '../io/browser.ts';
import { EXAMPLE, findShipped, readShelf, shippedIds } from './library.ts';

const PANES: readonly PaneName[] = ['top', 'compare', 'map', 'inspector', 'timeline', 'ribbons', 'status'];
const PLACES: Readonly<Record<PaneName, string>> = { top: '[data-pane="top"]', compare: '[data-pane="compare"]', map: '[data-pane="map"]', inspector: '[data-pane="inspector"]', timeline: '[data-pane="timeline"]', ribbons: '.timeline-ribbons', status: '[data-pane="status"]' };
/** What takes the focus inside a pane: its chosen thing, else the first that can. */
const CHOSEN = '.bar[data-selected] [role="slider"], .bar[data-selected][tabindex], [role="tab"][aria-selected="true"]';
const FOCUSABLE = 'button:not([disabled]), [href], input:not([disabled]), select, textarea, [tabindex="0"]';

export interface Shell extends Ui {
  /** Opens a scenario by id: the work saved on it, else its shipped files. Without a known id, the example. */
  openById(id: string): Promise<void>;
  /** Opens a file that was chosen or dropped: a scenario, or a plan for the open one. */
  openFile(file: OpenedFile): Promise<void>;
}

export function createShell(session: OpenSession, storage: Storage, initial: Partial<UiState> = {}): Shell {
  const store = createUiStore(initial);
  const set = (change: Partial<UiState>): void => { store.set(change); };
  const paneOf = (name: PaneName): HTMLElement | null => document.querySelector<HTMLElement>(PLACES[name]);
  const focusPane = (name: PaneName): void => {
    const pane = paneOf(name);
    if (pane === null) return;
    const target = pane.querySelector<HTMLElement>(CHOSEN) ?? pane.querySelector<HTMLElement>(FOCUSABLE) ?? pane;
    target.focus();
  };
  const openFresh = async (id: string): Promise<boolean> => {
    const files = await findShipped(id);
    return files !== undefined && session.openScenario(files.text, files.file, files.plans);
  };
  const openById = async (id: string): Promise<void> => {
    await session.saveNow();
    const saved = await findSavedWork(storage, id);
    if (saved !== undefined && await session.restore(saved)) return;
    if (await openFresh(id) || id === EXAMPLE) return;
    await openById(EXAMPLE);
  };
  const openFile = async (file: OpenedFile): Promise<void> => {
    const isScenario = /"regions"\s*:/.test(file.text) || session.get().model === null;
    await session.saveNow();
    const good = isScenario ? await session.openScenario(file.text, file.name, []) : await session.importPlan(file.text, file.name);
    const { diagnostics, model } = session.get();
    if (!good || diagnostics.some(item => item.severity === 'error')) { set({ dialog: 'findings' }); return; }
    if (isScenario && model !== null && model.scenario.kind === 'historical') {
      const { id, title, start, days, sources } = model.scenario;
      set({ historical: { scenario: { id, kind: 'historical', title, start, days, sources: sources.map(source => source.text) }, run: () => {} } });
    }
  };
  const choose = async (): Promise<void> => {
    const file = await openTextFile();
    if (file !== undefined) await openFile(file);
  };

  return {
    store,
    openDialog: dialog => {
      set({ dialog, form: null });
      if (dialog === 'scenarios' && store.get().shipped === null) void readShelf().then(shipped => { set({ shipped }); return shipped; });
    },
    closeDialog: () => {
      // a form over the plan table leaves the table open
      if (store.get().form !== null) set({ form: null });
      else set({ dialog: null, question: null });
    },
    ask: question => { set({ question }); },
    editAction: action => { set({ form: { action } }); },
    focusPane,
    cyclePane: direction => {
      const there = PANES.filter(name => paneOf(name) !== null);
      const at = there.findIndex(name => paneOf(name)?.contains(document.activeElement) === true && !(name === 'timeline' && paneOf('ribbons')?.contains(document.activeElement) === true));
      const next = there[(at + direction + there.length + (at < 0 && direction < 0 ? 1 : 0)) % there.length];
      if (next !== undefined) focusPane(next);
    },
    showTab: tab => { set({ tab, inspector: true }); },
    showRegionTable: () => { set({ regionTable: store.get().regionTable + 1 }); },
    showLegend: () => { set({ legend: store.get().legend + 1 }); },
    openScenarioFile: () => { void choose(); },
    importPlanFile: () => { void choose(); },
    downloadPlan: () => {
      const { document: open, model } = session.get();
      const plan = open.plans.find(item => item.id === open.activePlan);
      if (plan !== undefined && model !== null) downloadText(`${model.scenario.id}-${plan.id}.json`, `${JSON.stringify(plan, null, 2)}\n`);
    },
    downloadScenario: () => {
      const { model } = session.get();
      if (model !== null) downloadText(`${model.scenario.id}.json`, session.scenarioText());
    },
    openShipped: async (id, fresh) => {
      if (!fresh) { await openById(id); return; }
      await session.saveNow();
      await forgetWork(storage, id).catch(() => {});
      await openFresh(id);
    },
    findSaved: async () => {
      const found = await Promise.all(shippedIds().map(async id => [id, (await findSavedWork(storage, id))?.savedAt] as const));
      return new Map(found.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
    },
    openById, openFile,
  };
}
