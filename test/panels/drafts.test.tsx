/** What a bar in hand redraws at once, and what waits until it rests. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ribbonFan } from '../../src/panels/ribbon-drawing.ts';
import { restedState } from '../../src/panels/rested.ts';
import { Timeline } from '../../src/panels/timeline.tsx';
import { Rested, SessionProvider, useSelect } from '../../src/panels/use-session.ts';
import { fakeSession, type FakeSession } from '../make/fake-session.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

vi.setConfig({ testTimeout: 60_000 });

let session: FakeSession;
let root: Root;
let host: HTMLElement;

beforeEach(() => {
  (window as unknown as { happyDOM: { setViewport(size: { width: number; height: number }): void } }).happyDOM.setViewport({ width: 1440, height: 900 });
  vi.useFakeTimers();
  session = fakeSession();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => { root.unmount(); });
  host.remove();
  vi.useRealTimers();
});

describe('the rested state', () => {
  it('stands still while a bar moves and follows when it rests', () => {
    const state = restedState(session, 100);
    const told = vi.fn<() => void>();
    const stop = state.subscribe(told);
    const before = session.get();
    session.previewMove('d1', 40);
    expect(state.get()).toBe(before);
    vi.advanceTimersByTime(80);
    session.previewMove('d1', 47);
    vi.advanceTimersByTime(80);
    expect(state.get()).toBe(before);
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(state.get()).toBe(session.get());
    expect(told).toHaveBeenCalledTimes(1);
    // what comes in while it rests is taken at once
    session.setDay(12);
    expect(state.get().day).toBe(12);
    stop();
  });
  it('follows at once when the bar is let go, and when none moves', () => {
    const state = restedState(session, 100);
    const told = vi.fn<() => void>();
    const stop = state.subscribe(told);
    session.setDay(7);
    expect(state.get().day).toBe(7);
    session.previewMove('d1', 40);
    session.cancelPreview();
    expect(state.get()).toBe(session.get());
    expect(state.get().preview).toBeNull();
    stop();
    const calls = told.mock.calls.length;
    session.setDay(9);
    expect(told).toHaveBeenCalledTimes(calls);
  });
  it('is what panels below Rested see', () => {
    const Runs = (): string => String(useSelect(state => state.results[state.document.activePlan]?.runs));
    act(() => { root.render(<SessionProvider session={session}><b><Runs /></b><Rested><i><Runs /></i></Rested></SessionProvider>); });
    act(() => { session.previewMove('d1', 40); });
    expect([host.querySelector('b')!.textContent, host.querySelector('i')!.textContent]).toEqual(['64', '512']);
    act(() => { vi.advanceTimersByTime(1000); });
    expect(host.querySelector('i')!.textContent).toBe('64');
  });
});

describe('ribbons', () => {
  const lines = (name: string): string[] => [...host.querySelectorAll(`.${name}`)].map(path => path.getAttribute('d') ?? '');
  const show = (): void => { act(() => { root.render(<SessionProvider session={session}><Timeline /></SessionProvider>); }); };

  it('draw a draft at once, without single futures, and all again when the bar is put back', () => {
    show();
    const before = ['fan-wide', 'fan-narrow', 'fan-edges', 'fan-samples', 'fan-median'].map(lines);
    for (const paths of before) for (const d of paths) expect(d).not.toBe('');
    const said = host.querySelector('.ribbon-plot')!.getAttribute('aria-label');
    act(() => { session.previewMove('d1', 60); });
    expect(lines('fan-median')).not.toEqual(before[4]);
    expect(lines('fan-samples')).toEqual(['', '', '']);
    expect(host.querySelector('.ribbon-plot')!.getAttribute('aria-label')).toBe(said);
    act(() => { vi.advanceTimersByTime(1000); });
    expect(host.querySelector('.ribbon-plot')!.getAttribute('aria-label')).not.toBe(said);
    act(() => { session.cancelPreview(); });
    expect(['fan-wide', 'fan-narrow', 'fan-edges', 'fan-samples', 'fan-median'].map(lines)).toEqual(before);
  });
  it('have fewer points in a draft, the last day always among them', () => {
    const result = session.get().results['a']!;
    const points = (isDraft: boolean, pixelsPerDay: number): string[] => ribbonFan('harmed', result, [0, 5000], isDraft, pixelsPerDay).median.split(/[ML]/).slice(1);
    expect(points(false, 1)).toHaveLength(200);
    expect(points(true, 4)).toEqual(points(false, 4));
    expect(points(true, 1)).toHaveLength(68);
    expect(points(true, 1).at(-1)).toBe(points(false, 1).at(-1));
    expect(points(false, 1)).toEqual(expect.arrayContaining(points(true, 1)));
  });
  it('keep the greater axis while a bar moves', () => {
    show();
    const ticks = (): string[] => [...host.querySelectorAll('.ribbon-tick')].map(tick => tick.textContent ?? '');
    const before = ticks();
    act(() => { session.previewMove('d1', 180); });
    const late = ticks();
    expect(late).not.toEqual(before);
    act(() => { session.previewMove('d1', 30); });
    expect(ticks()).toEqual(late);
    act(() => { session.cancelPreview(); });
    expect(ticks()).toEqual(before);
  });
});
