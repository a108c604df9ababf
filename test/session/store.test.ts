import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/session/store.ts';

interface Pair { readonly a: number; readonly b: number }

function counted() {
  const frames: (() => void)[] = [];
  const store = createStore<Pair>({ a: 1, b: 2 }, work => { frames.push(work); });
  return { store, frames, frame: () => { for (const work of frames.splice(0)) work(); } };
}

describe('the store', () => {
  it('changes at once and tells listeners once a frame', () => {
    const { store, frames, frame } = counted();
    const heard: number[] = [];
    store.subscribe(state => state.a, value => { heard.push(value); });
    store.set({ a: 2 });
    store.set({ a: 3 });
    store.set({ a: 4 });
    expect(store.get().a).toBe(4);
    expect(heard).toEqual([]);
    expect(frames).toHaveLength(1);
    frame();
    expect(heard).toEqual([4]);
  });
  it('tells only those whose value changed, and nobody when it came back', () => {
    const { store, frame } = counted();
    const heard: string[] = [];
    store.subscribe(state => state.a, value => { heard.push(`a${value}`); });
    store.subscribe(state => state.b, value => { heard.push(`b${value}`); });
    store.set({ b: 5 });
    frame();
    store.set({ a: 9 });
    store.set({ a: 1 });
    frame();
    expect(heard).toEqual(['b5']);
  });
  it('asks for no frame when a field is set to what it is', () => {
    const { store, frames } = counted();
    store.set({ a: 1 });
    expect(frames).toHaveLength(0);
  });
  it('stops telling a listener that left, also during the telling', () => {
    const { store, frame } = counted();
    const heard: string[] = [];
    const stops: (() => void)[] = [];
    store.subscribe(state => state.a, () => { heard.push('first'); stops[0]!(); });
    stops.push(store.subscribe(state => state.a, () => { heard.push('second'); }));
    store.set({ a: 7 });
    frame();
    expect(heard).toEqual(['first']);
  });
  it('hears changes made while it tells at the next frame', () => {
    const { store, frame } = counted();
    const heard: number[] = [];
    store.subscribe(state => state.a, value => { heard.push(value); if (value < 4) store.set({ a: value + 1 }); });
    store.set({ a: 2 });
    frame();
    expect(heard).toEqual([2]);
    frame();
    frame();
    expect(heard).toEqual([2, 3, 4]);
  });
});
