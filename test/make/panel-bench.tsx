/** Panels in a document without a browser: a fake session, a shell that records what it is asked, and ways to find and use things as a person would. */
import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { SessionProvider } from '../../src/panels/use-session.ts';
import { createUiStore, UiProvider, type Ui, type UiState } from '../../src/panels/use-ui.ts';
import type { SessionState } from '../../src/session/types.ts';
import { fakeSession, type FakeSession } from './fake-session.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

export interface PanelBench {
  readonly session: FakeSession;
  readonly ui: Ui;
  /** Doors of the shell that were opened: name and arguments. */
  readonly asked: (readonly [name: string, ...values: unknown[]])[];
  /** The one element of a role whose accessible name has this in it. @throws when there is none, or more than one */
  one(role: string, name: string | RegExp): HTMLElement;
  all(role: string, name?: string | RegExp): HTMLElement[];
  text(): string;
  press(element: HTMLElement): Promise<void>;
  key(element: HTMLElement, key: string): Promise<void>;
  /** Types into a field and leaves it. */
  fill(element: HTMLElement, text: string): Promise<void>;
  choose(element: HTMLElement, value: string): Promise<void>;
  settle(): Promise<void>;
  /** Lets time pass. */
  wait(milliseconds: number): Promise<void>;
  close(): void;
}

const TAGS: Readonly<Record<string, string>> = { button: 'button', textbox: 'input[type="text"], input:not([type]), textarea', spinbutton: 'input[type="number"]', combobox: 'select', checkbox: 'input[type="checkbox"]', radio: 'input[type="radio"]', row: 'tr', table: 'table', heading: 'h1, h2, h3, h4', listitem: 'li' };

/** Accessible name as far as these panels use it: label by reference, label, its own label element, title, text. */
function nameOf(element: HTMLElement): string {
  const by = element.getAttribute('aria-labelledby');
  if (by !== null) return by.split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ');
  const own = element.getAttribute('aria-label');
  if (own !== null) return own;
  const label = element.id === '' ? element.closest('label') : document.querySelector(`label[for="${CSS.escape(element.id)}"]`) ?? element.closest('label');
  if (label !== null) return label.textContent ?? '';
  return element.textContent === '' ? element.getAttribute('title') ?? '' : element.textContent ?? '';
}

export function panelBench(panel: ReactElement, change: { readonly state?: Partial<SessionState>; readonly ui?: Partial<UiState> } = {}): PanelBench {
  const session = fakeSession({ state: change.state ?? {} });
  const store = createUiStore(change.ui ?? {});
  const asked: [string, ...unknown[]][] = [];
  const ui = new Proxy({ store } as Ui, {
    get: (target, name) => (name === 'store' ? target.store : name === 'showTab' ? (tab: UiState['tab']) => { store.set({ tab }); } : name === 'findSaved' ? async () => new Map() : (...values: unknown[]) => { asked.push([String(name), ...values]); if (name === 'closeDialog') store.set({ dialog: null, form: null, question: null }); }),
  });
  const host = document.createElement('div');
  document.body.append(host);
  let root: Root | undefined;
  act(() => { root = createRoot(host); root.render(<SessionProvider session={session}><UiProvider ui={ui}>{panel}</UiProvider></SessionProvider>); });
  const wait = async (milliseconds: number): Promise<void> => { await act(async () => { await new Promise(resolve => { setTimeout(resolve, milliseconds); }); }); };
  const settle = async (): Promise<void> => { await wait(0); };
  const all = (role: string, name?: string | RegExp): HTMLElement[] => [...document.body.querySelectorAll<HTMLElement>([`[role="${role}"]`, ...(TAGS[role] === undefined ? [] : [TAGS[role]])].join(', '))]
    .filter(element => element.getAttribute('role') === null || element.getAttribute('role') === role)
    .filter(element => name === undefined || (typeof name === 'string' ? nameOf(element).replaceAll(/\s+/g, ' ').trim() === name : name.test(nameOf(element))));
  const setValue = (element: HTMLElement, value: string): void => {
    const prototype = element instanceof HTMLSelectElement ? HTMLSelectElement.prototype : element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(element, value);
  };
  return {
    session, ui, asked, all, settle, wait,
    one: (role, name) => {
      const found = all(role, name);
      if (found.length !== 1) throw new Error(`${found.length} elements of role ${role} named ${String(name)}; there are: ${all(role).map(element => nameOf(element).trim()).join(' | ')}`);
      return found[0]!;
    },
    text: () => document.body.textContent ?? '',
    press: async element => { await act(async () => { element.click(); await Promise.resolve(); }); },
    key: async (element, key) => { await act(async () => { if (document.activeElement !== element) element.focus(); element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); element.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true })); await Promise.resolve(); }); },
    fill: async (element, text) => {
      await act(async () => { element.focus(); await Promise.resolve(); });
      await act(async () => { setValue(element, text); element.dispatchEvent(new Event('input', { bubbles: true })); await Promise.resolve(); });
      await act(async () => { await new Promise(resolve => { setTimeout(resolve, 20); }); element.blur(); await Promise.resolve(); });
    },
    choose: async (element, value) => { await act(async () => { setValue(element, value); element.dispatchEvent(new Event('change', { bubbles: true })); await Promise.resolve(); }); },
    close: () => { act(() => { root?.unmount(); }); host.remove(); document.body.replaceChildren(); },
  };
}
