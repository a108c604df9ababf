import { describe, expect, it } from 'vitest';
import { createPlayback, eventDays, nextEventDay } from '../../src/session/playback.ts';
import { createStore } from '../../src/session/store.ts';
import { COMMANDS, findCommand, keyName, keyText, type Command } from '../../src/session/commands.ts';
import { fakeState } from '../make/fake-session.ts';

function playing(day: number) {
  const store = createStore(fakeState(undefined, { day }), work => { work(); });
  let waiting: ((now: number) => void)[] = [];
  const playback = createPlayback(store, work => { waiting.push(work); });
  let now = 0;
  /** Frames of 100 ms. */
  const run = (frames: number): void => {
    for (let i = 0; i < frames; i++) { const due = waiting; waiting = []; for (const work of due) work(now); now += 100; }
  };
  return { store, playback, run, frames: () => waiting.length };
}

describe('the playhead', () => {
  it('moves two days a second at speed 1 and ten at speed 5', () => {
    const { store, playback, run } = playing(10);
    playback.play(true);
    run(1 + 20);
    expect(store.get().day).toBe(14);
    store.set({ speed: 5 });
    run(10);
    expect(store.get().day).toBe(24);
  });
  it('pauses when stepped, and asks for no more frames', () => {
    const { store, playback, run, frames } = playing(10);
    playback.play(true);
    run(3);
    playback.setDay(50);
    expect(store.get()).toMatchObject({ day: 50, playing: false });
    run(3);
    expect(store.get().day).toBe(50);
    expect(frames()).toBe(0);
  });
  it('stops on the last day and begins again from the first', () => {
    const { store, playback, run } = playing(198);
    playback.play(true);
    run(20);
    expect(store.get()).toMatchObject({ day: 199, playing: false });
    playback.play(true);
    expect(store.get()).toMatchObject({ day: 0, playing: true });
  });
  it('does not jump after a pause of the page', () => {
    const store = createStore(fakeState(undefined, { day: 0 }), work => { work(); });
    const waiting: ((now: number) => void)[] = [];
    createPlayback(store, work => { waiting.push(work); }).play(true);
    waiting.shift()!(0);
    waiting.shift()!(60_000);
    expect(store.get().day).toBeLessThanOrEqual(1);
  });
  it('stays within the scenario', () => {
    const { store, playback } = playing(5);
    playback.setDay(-3);
    expect(store.get().day).toBe(0);
    playback.setDay(9999);
    expect(store.get().day).toBe(199);
  });
  it('jumps between days on which something happens', () => {
    const state = fakeState(undefined, { day: 40 });
    const days = eventDays(state);
    expect(days).toContain(40); // the disputed vote
    expect(days).toContain(120); // the border closes
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    expect(nextEventDay(state, 1)).toBe(days[days.indexOf(40) + 1]);
    expect(nextEventDay(state, -1)).toBe(days[days.indexOf(40) - 1]);
    expect(nextEventDay({ ...state, day: 199 }, 1)).toBe(199);
  });
});

describe('commands', () => {
  const press = (key: string, more: Partial<{ ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }> = {}): string => keyName({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  it('have ids and keys of their own and names in both languages', () => {
    const list = COMMANDS as readonly Command[];
    expect(new Set(list.map(command => command.id)).size).toBe(list.length);
    const keys = list.flatMap(command => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    for (const command of list) expect(command.label.en !== '' && command.label.fr !== '').toBe(true);
  });
  it('are found by their keys on every keyboard', () => {
    const state = fakeState();
    expect(findCommand(press('z', { ctrlKey: true }), state)?.id).toBe('undo');
    expect(findCommand(press('z', { metaKey: true }), state)?.id).toBe('undo');
    expect(findCommand(press('Z', { ctrlKey: true, shiftKey: true }), { ...state, redo: state.undo })?.id).toBe('redo');
    expect(findCommand(press('?', { shiftKey: true }), state)?.id).toBe('help');
    expect(findCommand(press('.', { shiftKey: true }), state)?.id).toBe('day-forward'); // French keyboards need shift for the full stop
    expect(findCommand(press('1', { shiftKey: true }), state)?.id).toBe('speed-1');
    expect(findCommand(press('N', { shiftKey: true }), state)).toBeUndefined();
  });
  it('that cannot run are not found', () => {
    const state = fakeState(undefined, { undo: [] });
    expect(findCommand('mod+z', state)).toBeUndefined();
  });
  it('name the step that undo takes back', () => {
    const undo = (COMMANDS as readonly Command[])[0]!;
    expect(undo.labelNow!(fakeState(), 'en')).toBe('Undo: move d1 30 days earlier');
    expect(undo.labelNow!(fakeState(), 'fr')).toBe('Annuler : avancer d1 de 30 jours');
  });
  it('show keys as people read them', () => {
    expect(keyText('mod+shift+z', false, 'en')).toBe('Ctrl Shift Z');
    expect(keyText('mod+k', true, 'en')).toBe('⌘ K');
    expect(keyText(' ', false, 'fr')).toBe('Espace');
  });
});
