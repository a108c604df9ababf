import { afterEach, describe, expect, it } from 'vitest';
import CompareScreen from '../../src/panels/compare-screen.tsx';
import { panelBench, type PanelBench } from '../make/panel-bench.tsx';

let bench: PanelBench | undefined;
const shapes = (model: { readonly scenario: { readonly regions: readonly unknown[] } }) => Promise.resolve({ viewBox: [0, 0, 100, 100] as const, regions: model.scenario.regions.map((_, r) => ({ d: `M${r} 0H9V9Z`, at: [r, 0] as const })), coast: 'M0 0H9V9Z' });
const show = (...options: Parameters<typeof panelBench> extends [unknown, ...infer Rest] ? Rest : never): PanelBench => (bench = panelBench(<CompareScreen shapes={shapes} />, { ...options[0], state: { compare: { other: 'b', outcome: 'peakDisplaced', timing: null }, ...options[0]?.state } }));
afterEach(() => { bench?.close(); bench = undefined; });

describe('the Compare screen', () => {
  it('says in words which plan is better, how sure that is, and by how much', () => {
    const { text } = show();
    expect(text()).toMatch(/In \d+ of 100 futures fewer people are displaced at peak with [AB] than with [AB]\./);
    expect(text()).toMatch(/(?:to be better \((?:\d+–\d+ %|more than 99 in 100)\)|Even \(45–55 %\))/);
    expect(text()).toMatch(/Sampling error: ±\d+ in 100\./);
    expect(text()).not.toMatch(/signific|prove/i);
  });
  it('draws fifty dots, two fans, a curve and a map, each with its numbers as a table', async () => {
    const { all, press } = show();
    await new Promise(done => { setTimeout(done, 0); });
    expect(all('img').length).toBeGreaterThanOrEqual(3);
    expect(document.querySelectorAll('.compare-room circle[r]').length).toBeGreaterThanOrEqual(50);
    const buttons = all('button').filter(button => (button.getAttribute('aria-label') ?? '').startsWith('Numbers of'));
    expect(buttons.length).toBeGreaterThanOrEqual(3);
    await press(buttons[0]!);
    const table = document.querySelector('.numbers-table table')!;
    expect(table.querySelectorAll('tbody tr')).toHaveLength(5);
    expect(all('dialog')).toHaveLength(1);
  });
  it('takes another outcome from its table, and marks it', async () => {
    const { one, press, session, text } = show();
    await press(one('button', 'cost'));
    expect(session.get().compare.outcome).toBe('cost');
    expect(text()).toMatch(/Cost\. Each dot|no difference/);
    await press(one('button', 'refugees'));
    expect(text()).toMatch(/fewer people flee abroad/);
    expect(one('button', 'refugees').getAttribute('aria-pressed')).toBe('true');
  });
  it('walks the timing map by arrow keys and keeps a pair of days as a plan', async () => {
    const { all, key, press, session } = show({ state: { selection: { action: 'd1', region: null } } });
    const cells = all('button', /median/).filter(button => button.className.startsWith('timing-cell'));
    expect(cells).toHaveLength(11);
    const now = cells.find(cell => (cell.getAttribute('aria-label') ?? '').includes('The plan as it stands.'))!;
    expect(now.tabIndex).toBe(0);
    await key(now, 'ArrowUp');
    const next = document.activeElement as HTMLElement;
    expect(next.getAttribute('aria-label')).toMatch(/D\+10.*Press to keep as a new plan\./);
    await press(next);
    expect(session.calls.filter(([name]) => name === 'keepTiming')).toEqual([['keepTiming', [10, 12]]]);
  });
  it('says when two plans make no difference', () => {
    const { session } = show();
    const { results } = session.get();
    bench!.close();
    const same = show({ state: { results: { ...results, b: { ...results['a']!, planId: 'b' } }, compare: { other: 'b', outcome: 'peakDisplaced', timing: null } } });
    expect(same.text()).toContain('A and B make no difference to this outcome in any of 512 futures.');
    expect(same.text()).toContain('no difference');
  });
  it('leads on when there is only one plan, and waits for results', async () => {
    const first = show();
    const { document: open } = first.session.get();
    bench!.close();
    const lonely = show({ state: { document: { ...open, plans: open.plans.slice(0, 1) } } });
    expect(lonely.text()).toContain('There is only one plan.');
    await lonely.press(lonely.one('button', 'Duplicate the plan'));
    expect(lonely.session.calls.map(([name]) => name)).toContain('addPlan');
    bench!.close();
    expect(show({ state: { results: {} } }).text()).toContain('Simulating both plans over the same futures');
  });
  it('speaks French', () => {
    expect(show({ state: { language: 'fr' } }).text()).toMatch(/Dans \d+ futurs sur 100, moins de personnes sont déplacées au plus fort avec [AB] qu’avec [AB]\./);
  });
});
