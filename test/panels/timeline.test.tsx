/** The time line in a document without layout: 1040 px wide, 168 of them labels; the axis begins 44 px further right. */
import { act, Profiler, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { edgeSpeed, KEY_PAUSE, keyMove, placeStart, snapDay } from '../../src/panels/bar-move.ts';
import { placeCaptions } from '../../src/panels/delay-strip.tsx';
import { limitAt } from '../../src/panels/action-bar.tsx';
import { NudgeBar } from '../../src/panels/nudge-bar.tsx';
import { ribbonReading } from '../../src/panels/ribbon-reading.ts';
import { endLabels } from '../../src/panels/ribbon-drawing.ts';
import { rangeText } from '../../src/panels/series-text.ts';
import { Timeline } from '../../src/panels/timeline.tsx';
import { ribbonHeights } from '../../src/panels/timeline-axis.ts';
import { barTracks, eventDays, laneOf, LANES, placeLanes, planBars } from '../../src/panels/timeline-bars.ts';
import { pixelsPerDay, timelineView, WIDEST_DAY } from '../../src/panels/timeline-view.ts';
import { Transport } from '../../src/panels/transport.tsx';
import { SessionProvider } from '../../src/panels/use-session.ts';
import { CONSTRAINTS } from '../../src/engine/schedule.ts';
import type { Action } from '../../src/plan/schema.ts';
import { fakeCheck, fakePlans, fakeResult, fakeModel, fakeSession, type FakeSession } from '../make/fake-session.ts';
import { smallScenario } from '../make/small-scenario.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let host: HTMLElement;
let session: FakeSession;

const setWidth = (width: number): void => { (window as unknown as { happyDOM: { setViewport(size: { width: number; height: number }): void } }).happyDOM.setViewport({ width, height: 900 }); };

beforeEach(() => {
  setWidth(1440);
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  session = fakeSession();
});
afterEach(() => {
  act(() => { root.unmount(); });
  host.remove();
  vi.useRealTimers();
});

const show = (element: ReactElement): void => { act(() => { root.render(<SessionProvider session={session}>{element}</SessionProvider>); }); };
/** Elements by role, in document order, with a part of their name. */
const all = (role: string, name = ''): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(role === 'button' ? 'button' : `[role="${role}"]`)].filter(e => (e.getAttribute('aria-label') ?? e.textContent ?? '').includes(name));
const bar = (id: string): HTMLElement => host.querySelector<HTMLElement>(`#bar-${id}`)!;
const key = (element: Element, name: string, modifiers: KeyboardEventInit = {}): void => { act(() => { element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...modifiers })); }); };
const pointer = (element: Element, type: string, clientX: number, more: PointerEventInit = {}): void => { act(() => { element.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, clientX, clientY: 5, button: 0, buttons: type === 'pointerup' ? 0 : 1, pointerId: 1, ...more })); }); };
const frame = async (): Promise<void> => { await act(async () => { await new Promise(done => { requestAnimationFrame(() => { done(undefined); }); }); }); };
const made = (name: string): unknown[][] => session.calls.filter(call => call[0] === name).map(call => call.slice(1));
/** Pixels of a day: the 1040 px of the fallback, less labels and margins, over 200 days. */
const DAY = (1040 - 168 - 44 - 52) / 200;

describe('bars', () => {
  it('stand in five lanes, named by action, with start and date in words', () => {
    show(<Timeline />);
    expect(all('group').map(e => e.getAttribute('aria-label')).slice(0, 5)).toEqual(['Warning & diplomacy', 'Council & measures', 'Deployments', 'Logistics', 'Aid & partners']);
    const deploy = bar('d1');
    expect(deploy.getAttribute('role')).toBe('slider');
    expect(deploy.getAttribute('aria-label')).toBe('deploy d1');
    expect(deploy.getAttribute('aria-valuetext')).toBe('deploy d1, starts D+30, 31 March');
    expect(deploy.getAttribute('aria-valuenow')).toBe('30');
    expect(all('slider').filter(e => e.id.startsWith('bar-'))).toHaveLength(9);
  });
  it('say in French what they say in English', () => {
    session.patch({ language: 'fr' });
    show(<Timeline />);
    expect(bar('d1').getAttribute('aria-valuetext')).toBe('deploy d1, débute J+30, 31 mars');
    expect(all('group', 'Déploiements')).toHaveLength(1);
  });
  it('are one stop for Tab, the selected bar', () => {
    show(<Timeline />);
    expect(all('slider').filter(e => e.id.startsWith('bar-') && e.tabIndex === 0).map(e => e.id)).toEqual(['bar-d1']);
  });
  it('show the stages of a deployment and what holds it back today', () => {
    show(<Timeline />);
    expect([...bar('d1').querySelectorAll('.stretch')].map(e => e.classList[1])).toEqual(['authorisation', 'generation', 'lift', 'movement', 'buildUp', 'operational']);
    expect(bar('d1').querySelector('.bar-limit')?.textContent).toBe('route');
    act(() => { session.setDay(40); });
    expect(bar('d1').querySelector('.bar-limit')?.textContent).toBe('lead time');
  });
  it('are hatched where they cannot work', () => {
    session.moveAction('d1', 10);
    show(<Timeline />);
    expect(bar('d1').dataset['infeasible']).toBe('true');
    expect(bar('d1').getAttribute('aria-valuetext')).toContain('infeasible: pledge and lift take 20 days');
  });
});

describe('keys on a bar', () => {
  it.each([
    ['ArrowRight', {}, 31], ['ArrowLeft', {}, 29], ['ArrowRight', { shiftKey: true }, 37], ['ArrowLeft', { shiftKey: true }, 23],
    ['PageDown', {}, 60], ['PageUp', {}, 20], ['Home', {}, 20], ['End', {}, 199],
  ])('%s %o starts it on day %d', (name, modifiers, day) => {
    show(<Timeline />);
    key(bar('d1'), name, modifiers);
    expect(made('previewMove').at(-1)).toEqual(['d1', day]);
    expect(bar('d1').getAttribute('aria-valuenow')).toBe(String(day));
  });
  it('add up to one step when they pause', () => {
    vi.useFakeTimers();
    show(<Timeline />);
    key(bar('d1'), 'ArrowRight');
    key(bar('d1'), 'ArrowRight');
    expect(made('commitPreview')).toHaveLength(0);
    act(() => { vi.advanceTimersByTime(KEY_PAUSE); });
    expect(made('commitPreview')).toHaveLength(1);
    expect(session.get().document.plans[0]!.actions.find(a => a.id === 'd1')!.start).toBe(32);
    expect(bar('d1').getAttribute('aria-valuetext')).toContain('2 days later');
  });
  it('move the end with Alt, also of an open-ended action', () => {
    show(<Timeline />);
    key(bar('x1'), 'ArrowRight', { altKey: true });
    expect(made('previewMove').at(-1)).toEqual(['x1', 20, 151]);
    act(() => { session.select({ action: 'd1' }); });
    key(bar('d1'), 'ArrowLeft', { altKey: true });
    expect(made('previewMove').at(-1)).toEqual(['d1', 30, 199]);
  });
  it('leave the rule of a waiting start alone when the end moves', () => {
    show(<Timeline />);
    act(() => { session.select({ action: 'b1' }); });
    key(all('slider', 'forward-base b1, end')[0]!, 'ArrowLeft');
    expect(made('previewMove').at(-1)).toEqual(['b1', 50, 199]);
  });
  it('give up with Escape', () => {
    show(<Timeline />);
    key(bar('d1'), 'PageDown');
    key(bar('d1'), 'Escape');
    expect(made('cancelPreview')).toHaveLength(1);
    expect(bar('d1').getAttribute('aria-valuenow')).toBe('30');
    expect(bar('d1').getAttribute('aria-valuetext')).not.toContain('later');
  });
  it('go to the other bars up and down', () => {
    show(<Timeline />);
    act(() => { bar('d1').focus(); });
    key(bar('d1'), 'ArrowDown');
    expect(document.activeElement?.id).toBe('bar-r1');
    expect(session.get().selection.action).toBe('r1');
    key(bar('r1'), 'ArrowUp');
    expect(document.activeElement?.id).toBe('bar-d1');
  });
  it('edit and remove', () => {
    const edited: string[] = [];
    show(<Timeline onEdit={id => { edited.push(id); }} />);
    key(bar('d1'), 'Enter');
    expect(edited).toEqual(['d1']);
    key(bar('d1'), 'Delete');
    expect(made('removeAction')).toEqual([['d1']]);
    expect(bar('d1')).toBeNull();
  });
  it('leave keys with Ctrl to the page', () => {
    expect(keyMove({ key: 'ArrowLeft', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false })).toBeUndefined();
  });
});

describe('dragging a bar', () => {
  it('drafts on the way and is one step on release', async () => {
    timelineView(session).set({ snap: false });
    show(<Timeline />);
    pointer(bar('d1'), 'pointerdown', 400);
    pointer(bar('d1'), 'pointermove', 400 + 10 * DAY);
    await frame();
    expect(made('previewMove')).toEqual([['d1', 40]]);
    expect(session.get().document.plans[0]!.actions.find(a => a.id === 'd1')!.start).toBe(30);
    expect(bar('d1').style.left).toBe(`${44 + 40 * DAY}px`);
    expect(host.querySelector('.bar-ghost')?.textContent).toBe('was D+30');
    pointer(bar('d1'), 'pointerup', 400 + 12 * DAY);
    expect(made('previewMove').at(-1)).toEqual(['d1', 42]);
    expect(made('commitPreview')).toHaveLength(1);
    expect(session.get().document.plans[0]!.actions.find(a => a.id === 'd1')!.start).toBe(42);
  });
  it('takes what waits on it along before any result says so', async () => {
    show(<Timeline />);
    const before = Number(bar('b1').getAttribute('aria-valuenow'));
    pointer(bar('d1'), 'pointerdown', 400);
    pointer(bar('d1'), 'pointermove', 400 + 14 * DAY, { shiftKey: true });
    await frame();
    expect(Number(bar('b1').getAttribute('aria-valuenow'))).toBe(before + 14);
  });
  it('stops at the earliest day and says why', async () => {
    show(<Timeline />);
    pointer(bar('d1'), 'pointerdown', 400);
    pointer(bar('d1'), 'pointermove', 400 - 25 * DAY, { shiftKey: true });
    await frame();
    expect(made('previewMove').at(-1)).toEqual(['d1', 20]);
    expect(bar('d1').querySelector('.bar-tip')?.textContent).toBe('Not before D+20: pledge and lift take 20 days');
  });
  it('goes there when infeasible starts are allowed', async () => {
    session.patch({ allowInfeasible: true });
    show(<Timeline />);
    pointer(bar('d1'), 'pointerdown', 400);
    pointer(bar('d1'), 'pointermove', 400 - 25 * DAY, { shiftKey: true });
    await frame();
    expect(made('previewMove').at(-1)).toEqual(['d1', 5]);
  });
  it('gives up with Escape, wherever the focus is', async () => {
    show(<Timeline />);
    pointer(bar('d1'), 'pointerdown', 400);
    pointer(bar('d1'), 'pointermove', 460);
    await frame();
    key(document.body, 'Escape');
    expect(made('cancelPreview')).toHaveLength(1);
    pointer(bar('d1'), 'pointerup', 460);
    expect(made('commitPreview')).toHaveLength(0);
  });
  it('is no step when the bar comes back to where it was', async () => {
    show(<Timeline />);
    pointer(bar('d1'), 'pointerdown', 400);
    pointer(bar('d1'), 'pointermove', 460);
    await frame();
    pointer(bar('d1'), 'pointerup', 400);
    expect(made('commitPreview')).toHaveLength(0);
    expect(made('cancelPreview')).toHaveLength(1);
  });
  it('is a mere selection without travel', () => {
    show(<Timeline />);
    pointer(bar('x1'), 'pointerdown', 400);
    pointer(bar('x1'), 'pointerup', 401);
    expect(session.get().selection.action).toBe('x1');
    expect(made('previewMove')).toHaveLength(0);
  });
  it('of the right edge changes the end', async () => {
    timelineView(session).set({ snap: false });
    session.select({ action: 'x1' });
    show(<Timeline />);
    const end = all('slider', 'aid x1, end')[0]!;
    expect(end.getAttribute('aria-valuetext')).toBe('ends D+150, 29 July');
    pointer(end, 'pointerdown', 700);
    pointer(end, 'pointermove', 700 - 20 * DAY);
    await frame();
    expect(made('previewMove').at(-1)).toEqual(['x1', 20, 130]);
    pointer(end, 'pointerup', 700 - 20 * DAY);
    expect(made('commitPreview')).toHaveLength(1);
  });

  it('at the edge of the visible days scrolls these, and goes on while the pointer rests', async () => {
    show(<Timeline />);
    act(() => { timelineView(session).set({ zoom: 0.6 }); });
    const scroller = host.querySelector('.timeline-scroll')!;
    scroller.getBoundingClientRect = () => ({ left: 0, right: 1040, width: 1040, top: 0, bottom: 400, height: 400, x: 0, y: 0, toJSON: () => ({}) });
    await frame();
    scroller.scrollLeft = 0;
    pointer(bar('d1'), 'pointerdown', 400);
    pointer(bar('d1'), 'pointermove', 600, { shiftKey: true });
    await frame();
    expect(scroller.scrollLeft).toBe(0);
    pointer(bar('d1'), 'pointermove', 1030, { shiftKey: true });
    await frame();
    const there = scroller.scrollLeft;
    expect(there).toBeGreaterThan(0);
    for (let i = 0; i < 2; i++) await frame();
    expect(scroller.scrollLeft).toBeGreaterThan(there + 8);
    // further than the pointer went by itself
    expect(Number(bar('d1').getAttribute('aria-valuenow'))).toBeGreaterThan(30 + 630 / pixelsPerDay(DAY, 0.6));
    // back inside, the days stand still
    pointer(bar('d1'), 'pointermove', 500, { shiftKey: true });
    await frame();
    const left = scroller.scrollLeft;
    await frame();
    expect(scroller.scrollLeft).toBe(left);
    pointer(bar('d1'), 'pointerup', 500, { shiftKey: true });
    expect(made('commitPreview')).toHaveLength(1);
  }, 20_000);
  it('scrolls faster the nearer the edge, never beyond its speed, and not at all on a screen without width', () => {
    expect(edgeSpeed(500, 168, 1040)).toBe(0);
    expect(edgeSpeed(1010, 168, 1040)).toBeGreaterThan(0);
    expect(edgeSpeed(1035, 168, 1040)).toBeGreaterThan(edgeSpeed(1010, 168, 1040));
    expect(edgeSpeed(5000, 168, 1040)).toBe(16);
    expect(edgeSpeed(170, 168, 1040)).toBeLessThan(0);
    expect(edgeSpeed(-5000, 168, 1040)).toBe(-16);
    expect(edgeSpeed(100, 0, 0)).toBe(0);
  });
});

describe('the playhead', () => {
  it('moves without rendering the time line', () => {
    let renders = 0;
    show(<Profiler id="timeline" onRender={() => { renders++; }}><Timeline /></Profiler>);
    act(() => { session.setDay(76); });
    const before = renders;
    act(() => { session.setDay(77); });
    act(() => { session.setDay(78); });
    expect(renders).toBe(before);
    const flag = all('slider', 'Day shown')[0]!;
    expect(flag.textContent).toBe('D+78');
    expect(flag.getAttribute('aria-valuetext')).toBe('D+78, 18 May');
    expect(host.querySelectorAll<HTMLElement>('.playhead-line')).toHaveLength(2);
    for (const line of host.querySelectorAll<HTMLElement>('.playhead-line')) expect(line.style.transform).toBe(`translateX(${44 + 78 * DAY}px)`);
    expect(host.querySelector('.ribbon-value')?.textContent).toMatch(/ by D\+78$/);
  });
  it('goes where a ribbon is pressed, and by its own keys', () => {
    show(<Timeline />);
    pointer(host.querySelector('.ribbon-plot')!, 'pointerdown', 44 + 100 * DAY);
    expect(session.get().day).toBe(100);
    key(all('slider', 'Day shown')[0]!, 'ArrowLeft', { shiftKey: true });
    expect(session.get().day).toBe(93);
  });
});

describe('the delay strip', () => {
  it('reads the present start and moves the start to a chosen cell', () => {
    show(<Timeline />);
    const strip = all('slider', 'Outcome by start day')[0]!;
    expect(strip.getAttribute('aria-valuetext')).toMatch(/^Start on D\+28, 29 March: displaced .* at the median, .* in 9 of 10 futures, target met in \d+ of 100$/);
    key(strip, 'ArrowRight');
    key(strip, 'ArrowRight');
    key(strip, 'Enter');
    expect(made('previewMove').at(-1)).toEqual(['d1', 42]);
    expect(made('commitPreview')).toHaveLength(1);
  });
  it('names the infeasible days and refuses them', () => {
    show(<Timeline />);
    const strip = all('slider', 'Outcome by start day')[0]!;
    key(strip, 'ArrowLeft');
    key(strip, 'ArrowLeft');
    expect(strip.getAttribute('aria-valuetext')).toBe('D+14, infeasible: pledge and lift take 20 days');
    key(strip, 'Enter');
    expect(made('previewMove').at(-1)).toEqual(['d1', 20]);
  });
  it('says what darker means and marks the last responsible day', () => {
    show(<Timeline />);
    expect(host.textContent).toContain('darker = more displaced');
    expect(host.textContent).toContain('last responsible day D+77');
    expect(host.querySelectorAll('.strip-cell').length).toBeGreaterThan(20);
  });
  it('lets no two captions overlap', () => {
    const captions = [{ key: 'a', text: 'aaaaaaaaaa', x: 100, anchor: 'middle' }, { key: 'b', text: 'bbbbbbbbbb', x: 120, anchor: 'middle' }, { key: 'c', text: 'cccc', x: 300, anchor: 'end' }] as const;
    expect(placeCaptions(captions, 0, 400).map(caption => caption.key)).toEqual(['a', 'c']);
  });
});

describe('ribbons', () => {
  it('say in a sentence what they draw, and change places when one is chosen twice', () => {
    show(<Timeline aside={<p>aside</p>} />);
    expect(all('img')[1]!.getAttribute('aria-label')).toMatch(/^People displaced, 512 futures: [\d,]+ on D0, median [\d,]+ at D\+199, [\d,]+ to [\d,]+ in 9 of 10 futures\.$/);
    expect(host.querySelectorAll('.fan-wide')).toHaveLength(3);
  });
  it('compare future by future', () => {
    session.patch({ baseline: 'b' });
    show(<Timeline aside={<p>aside</p>} />);
    const { a, b } = session.get().results as Record<string, ReturnType<typeof fakeResult>>;
    const fewer = a!.outcomes.civiliansKilled.reduce((sum, value, i) => sum + (value < b!.outcomes.civiliansKilled[i]! ? 1 : value === b!.outcomes.civiliansKilled[i]! ? 0.5 : 0), 0) / 512;
    const count = Math.round(100 * fewer);
    expect(host.querySelector('.reading')?.textContent).toContain(count >= 50 ? `fewer in ${count} of 100` : `more in ${100 - count} of 100`);
  });
  it('find no difference in the same plan', () => {
    const result = session.get().results['a']!;
    expect(ribbonReading('harmed', result, result).versus).toMatchObject({ difference: 0, below: 50, same: true });
    expect(ribbonReading('tension', result, undefined).versus).toBeUndefined();
  });
  it('compare a draft with the first runs of a settled result', () => {
    const model = fakeModel();
    const [plan] = fakePlans(model.scenario);
    const draft = fakeResult(plan!, model, 64);
    expect(ribbonReading('displaced', draft, session.get().results['a']).versus!.below).toBeGreaterThanOrEqual(0);
  });
  it('share their height, the one in focus taking nearly half', () => {
    expect(ribbonHeights(3, 240, -1)).toEqual([80, 80, 80]);
    const heights = ribbonHeights(3, 240, 1);
    expect(heights.reduce((a, b) => a + b)).toBeCloseTo(240, 9);
    expect(heights[1]).toBeGreaterThan(100);
  });
  it('keep the labels at the line ends apart', () => {
    for (const [own, other] of [[0.5, 0.5], [0.02, 0], [1, 0.99], [0.2, 0.25]] as const) {
      const [a, b] = endLabels(own, other, 80);
      expect(Math.abs(a - b)).toBeGreaterThanOrEqual(14);
      for (const y of [a, b]) expect(y >= 7 && y <= 73).toBe(true);
    }
  });
  it('write the sign of a share once', () => {
    expect(rangeText('needReached', 0.54, 0.78, 'en')).toBe('54–78 %');
    expect(rangeText('harmed', 2000, 5100, 'en')).toBe('2,000–5,100');
  });
});

describe('the transport', () => {
  const button = (name: string): HTMLElement => all('button', name)[0]!;
  const press = (element: HTMLElement): void => { act(() => { element.click(); }); };
  it('plays, steps and goes from event to event', () => {
    show(<Transport />);
    press(button('Play'));
    expect(session.get().playing).toBe(true);
    expect(button('Pause')).toBeTruthy();
    press(button('Day forward'));
    expect(session.get().day).toBe(76);
    press(button('Previous event'));
    const { day } = session.get();
    expect(day).toBeLessThan(76);
    press(button('Next event'));
    expect(session.get().day).toBeGreaterThan(day);
  });
  it('changes speed and plan, and makes new plans', () => {
    show(<Transport />);
    press(button('2×'));
    expect(session.get().speed).toBe(2);
    press(button('B As agreed'));
    expect(session.get().document.activePlan).toBe('b');
    press(button('New plan from plan B'));
    expect(made('addPlan')).toEqual([['b']]);
  });
  it('zooms within bounds and switches snapping', () => {
    show(<Transport />);
    const view = timelineView(session);
    press(button('Zoom in on days'));
    expect(view.get().zoom).toBeCloseTo(0.1, 9);
    press(button('Snap to weeks'));
    expect(view.get().snap).toBe(false);
    expect([pixelsPerDay(4, 0), pixelsPerDay(4, 1), pixelsPerDay(40, 1)]).toEqual([4, WIDEST_DAY, 40]);
  });
  it.each([['drafting', 'Draft · 64 runs'], ['refining', 'Refining · 64 runs'], ['settled', 'Settled · 64 runs'], ['stale', 'Stale · 64 runs']] as const)('says %s as "%s"', (phase, text) => {
    session.patch({ resultState: { a: { phase, runs: 64 } } });
    show(<Transport />);
    expect(host.querySelector('.result-state')?.textContent).toContain(text);
  });
  it('offers to try again after an error', () => {
    session.patch({ resultState: { a: { phase: 'error', message: 'worker stopped' } } });
    show(<Transport />);
    expect(host.querySelector('[role="alert"]')?.getAttribute('title')).toBe('worker stopped');
    press(button('Try again'));
    expect(made('retry')).toHaveLength(1);
  });
});

describe('a narrow screen', () => {
  beforeEach(() => { setWidth(1024); });
  it('shows the lane of the selection and one ribbon, and the other lanes on demand', () => {
    show(<Timeline aside={<p>aside</p>} />);
    expect(host.querySelectorAll('.lane')).toHaveLength(1);
    expect(host.querySelectorAll('.ribbon')).toHaveLength(1);
    expect(host.textContent).not.toContain('aside');
    expect(bar('d1').style.height).toBe('44px');
    const more = all('button', '4 more lanes')[0]!;
    expect(more.getAttribute('aria-expanded')).toBe('false');
    act(() => { more.click(); });
    expect(host.querySelectorAll('.lane')).toHaveLength(5);
  });
});

describe('the nudge bar', () => {
  it('moves the start by buttons and date, not before the earliest day', () => {
    show(<NudgeBar />);
    act(() => { all('button', '+7 days')[0]!.click(); });
    expect(made('moveAction')).toEqual([['d1', 37]]);
    for (let i = 0; i < 3; i++) act(() => { all('button', '−7 days')[0]!.click(); });
    expect(session.get().document.plans[0]!.actions.find(a => a.id === 'd1')!.start).toBe(20);
    expect(all('button', '−1 days')[0]!.hasAttribute('disabled')).toBe(true);
    expect(host.textContent).toContain('Not before D+20');
  });
  it('asks for a selection when there is none', () => {
    session.select({ action: null });
    show(<NudgeBar />);
    expect(host.textContent).toContain('Select an action');
  });
});

describe('the plan as bars', () => {
  const scenario = smallScenario();
  const [plan] = fakePlans(scenario);
  const model = fakeModel(scenario);
  it('puts partners\' deployments with aid and partners', () => {
    expect(laneOf({ kind: 'deploy', contributor: 'union-brigade' } as Action, scenario)).toBe('aid');
    expect(laneOf({ kind: 'deploy', contributor: 'northland' } as Action, scenario)).toBe('deployments');
  });
  it('reads dates as days and open ends as the end of the scenario', () => {
    const dated = { ...plan!, actions: [{ kind: 'aid', id: 'x', start: '2027-03-11', until: '2027-03-31', region: 'east', amount: 5, stock: 0 }, { kind: 'monitors', id: 'm', start: 3, region: 'east', amount: 5 }] as Action[] };
    const [aid, monitors] = planBars(dated, scenario, undefined, undefined);
    expect([aid!.start, aid!.end, aid!.openEnd]).toEqual([10, 30, false]);
    expect([monitors!.start, monitors!.end, monitors!.openEnd]).toEqual([3, 200, true]);
  });
  it('survives rules that go in a circle', () => {
    const circle = { ...plan!, actions: ['p', 'q'].map((id, i) => ({ kind: 'monitors', id, start: { afterAction: ['q', 'p'][i]!, days: 1 }, region: 'east', amount: 1 })) as Action[] };
    expect(planBars(circle, scenario, undefined, undefined)).toHaveLength(2);
  });
  it('never places two bars of a lane over each other', () => {
    const bars = planBars(plan!, scenario, fakeCheck(plan!, model), fakeResult(plan!, model, 64));
    for (const px of [1, 4, 20]) {
      const lanes = placeLanes(bars, barTracks(bars, px), 'd1', LANES, { row: 26, strip: 36 });
      for (const lane of lanes) for (const a of lane.bars) for (const b of lane.bars) if (a !== b && a.top === b.top) expect(a.bar.end <= b.bar.start || b.bar.end <= a.bar.start).toBe(true);
      lanes.slice(1).forEach((lane, i) => { expect(lane.top).toBe(lanes[i]!.top + lanes[i]!.height); });
    }
  });
  it('has room for the strip below the selected bar only', () => {
    const bars = planBars(plan!, scenario, fakeCheck(plan!, model), undefined);
    const lanes = placeLanes(bars, barTracks(bars, 4), 'd1', LANES, { row: 26, strip: 36 });
    const deployments = lanes.find(lane => lane.name === 'deployments')!;
    expect(deployments.stripTop).toBe(deployments.bars.find(b => b.bar.id === 'd1')!.top + 26);
    expect(lanes.filter(lane => lane.stripTop >= 0)).toHaveLength(1);
  });
  it('knows the days worth stopping at', () => {
    const days = eventDays(planBars(plan!, scenario, fakeCheck(plan!, model), fakeResult(plan!, model, 64)), 200);
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    expect(days).toEqual(expect.arrayContaining([0, 5, 30, 90, 199]));
  });
  it('shows today\'s limit, else the one of most days, and never the plan\'s own choice', () => {
    const code = (name: string): number => CONSTRAINTS.indexOf(name as never);
    const days = new Float32Array(CONSTRAINTS.length);
    days[code('lift')] = 30;
    days[code('route')] = 10;
    days[code('start')] = 5;
    const result = { id: 'd', milestones: { begun: 0, authorised: 1, generated: 2, lifted: 3, arrived: 4, firstEffect: 5, fullEffect: 6 }, constraintDays: days, limits: Uint8Array.from([255, code('route'), code('start'), 0]) };
    expect(limitAt(result, 0, 0)).toEqual({ code: code('lift'), mostly: true });
    expect(limitAt(result, 0, 1)).toEqual({ code: code('route'), mostly: false });
    expect(limitAt(result, 0, 2).code).toBe(0);
    expect(limitAt(result, 0, 3).code).toBe(0);
    expect(limitAt(result, 5, 6).code).toBe(code('route'));
  });
});

describe('where a bar may stand', () => {
  it('stops at the earliest day unless told otherwise', () => {
    expect(placeStart(5, 20, 200, false)).toEqual({ day: 20, stopped: true });
    expect(placeStart(5, 20, 200, true)).toEqual({ day: 5, stopped: false });
    expect(placeStart(500, 20, 200, false).day).toBe(199);
  });
  it('snaps to a week or an event within reach, and to whole days else', () => {
    expect(snapDay(13.6, [], 4)).toBe(14);
    expect(snapDay(10.2, [], 4)).toBe(10);
    expect(snapDay(16.2, [17], 4)).toBe(17);
  });
});
