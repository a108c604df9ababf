/** The seed of the futures in the top bar: seen, typed, drawn by chance, by pointer and keyboard, in both languages. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SeedControl } from '../../src/panels/seed-control.tsx';
import { SessionProvider } from '../../src/panels/use-session.ts';
import { createUiStore, UiProvider, type Ui, type UiState } from '../../src/panels/use-ui.ts';
import { COMMANDS, findCommand } from '../../src/session/commands.ts';
import type { Store } from '../../src/session/store.ts';
import { fakeSession, type FakeSession } from '../make/fake-session.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let host: HTMLElement;
let session: FakeSession;
let store: Store<UiState>;

const uiOf = (): Ui => {
  const own: Partial<Ui> = { store, openDialog: dialog => { store.set({ dialog }); }, closeDialog: () => { store.set({ dialog: null }); } };
  return own as Ui;
};
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  session = fakeSession();
  store = createUiStore();
  act(() => { root.render(<SessionProvider session={session}><UiProvider ui={uiOf()}><SeedControl /></UiProvider></SessionProvider>); });
});
afterEach(() => {
  act(() => { root.unmount(); });
  host.remove();
});

const button = (name: RegExp): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find(e => name.test(e.getAttribute('aria-label') ?? e.textContent ?? ''));
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
const press = async (element: Element): Promise<void> => { await act(async () => { element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); await Promise.resolve(); }); };
const open = (): void => { act(() => { COMMANDS.find(command => command.id === 'seed')!.run({ session, ui: uiOf() }); }); };
const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('.seed-form input')!;
const type = (text: string): void => {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field(), text);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
};
const submit = async (): Promise<void> => { await act(async () => { document.querySelector('.seed-form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })); await Promise.resolve(); }); };

describe('the seed', () => {
  it('stands in the button, in words', () => {
    expect(button(/Seed of the futures: 1\./).textContent).toBe('Seed 1');
    act(() => { session.patch({ language: 'fr', seedText: 'récolte' }); });
    expect(button(/Germe des futurs : récolte\./).textContent).toBe('Germe récolte');
  });
  it('opens by the key S, with its value in a labelled field', () => {
    expect(findCommand('s', session.get())?.id).toBe('seed');
    open();
    expect(field().value).toBe('1');
    expect(field().closest('label')!.textContent).toContain('Seed of the futures');
  });
  it('is changed by Enter, and the form closes', async () => {
    open();
    type('late rains');
    await submit();
    expect(session.calls.filter(([name]) => name === 'setSeed')).toEqual([['setSeed', 'late rains']]);
    expect(store.get().dialog).toBeNull();
    expect(session.get().seedText).toBe('late rains');
  });
  it('is not taken when empty, or unchanged', async () => {
    open();
    expect(button(/^Compute$/).disabled).toBe(true);
    type('  ');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(button(/^Compute$/).disabled).toBe(true);
    await submit();
    expect(store.get().dialog).toBe('seed');
    expect(session.get().seedText).toBe('1');
  });
  it('drawn by chance shows at once, and the form stays for another', async () => {
    open();
    await press(button(/Another by chance/));
    expect(session.get().seedText).toBe('2');
    expect(field().value).toBe('2');
    expect(store.get().dialog).toBe('seed');
  });
});
