import { afterEach, describe, expect, it } from 'vitest';
import { ActionPanel } from '../../src/panels/action-panel.tsx';
import { Inspector } from '../../src/panels/inspector.tsx';
import type { FutureTrace } from '../../src/study/results.ts';
import { fakeModel, fakePlans, fakeTrace } from '../make/fake-session.ts';
import { panelBench, type PanelBench } from '../make/panel-bench.tsx';
import { smallScenario } from '../make/small-scenario.ts';

let bench: PanelBench | undefined;
afterEach(() => { bench?.close(); bench = undefined; });

const FAR_EAST = 3;
/** The made-up future with a base in Far East, whose only road is cut from D+61 to D+109. */
function traceWithFarBase(): FutureTrace {
  const scenario = smallScenario();
  const trace = fakeTrace(fakePlans(scenario)[0]!, fakeModel(scenario), 20);
  return { ...trace, regions: { ...trace.regions, troops: trace.regions.troops.map((value, i) => (i % 4 === FAR_EAST ? 300 : value)) } };
}
const board = (state: NonNullable<Parameters<typeof panelBench>[1]>['state'] = {}): PanelBench => (bench = panelBench(<Inspector />, { ui: { tab: 'logistics' }, state }));

describe('the logistics board', () => {
  it('draws the way from the port to the chosen base with load and state of each link', async () => {
    const { one, all, press, text, session } = board({ day: 100 });
    expect(one('heading', 'From Harbour to East')).toBeTruthy();
    const step = all('listitem', /^\d+ of 150East/)[0]!;
    expect(step.className).toContain('degraded');
    expect(step.textContent).toContain('degraded');
    await press(one('button', /^Capital, /));
    expect(session.calls.at(-1)).toEqual(['select', { region: 'capital' }]);
    expect(text()).toContain('The base is at the port.');
  });
  it('shows the way last used, and where it is cut, when none is open', () => {
    const { text, all } = board({ day: 80, trace: traceWithFarBase(), selection: { action: null, region: 'far-east' } });
    expect(text()).toContain('No way is open today; the one of D+60 is shown.');
    expect(all('listitem', /^cutFar East/)[0]!.textContent).toBe('cutFar Eastopen on D+110');
  });
  it('has the same numbers as a table', async () => {
    const { one, press, all } = board({ day: 80, trace: traceWithFarBase(), selection: { action: null, region: 'far-east' } });
    await press(one('button', /From Harbour to Far East/));
    const rows = all('row').map(row => [...row.children].map(cell => cell.textContent));
    expect(rows).toContainEqual(['Link', 'State', 'Used, t/day', 'Capacity, t/day', 'Next change']);
    const cut = rows.find(row => row.length === 5 && row[0] === 'East → Far East')!;
    expect([cut[1], cut[3], cut[4]]).toEqual(['cut', '90', 'open on D+110']);
  });
  it('lists bases by the day on which something runs out, then by days of supply', () => {
    const trace = traceWithFarBase();
    const supply = trace.supply.map((value, i) => { const region = Math.floor(i / 4) % 4; const day = Math.floor(i / 16); return region === 2 && i % 4 === 1 && day >= 120 ? 0 : Math.max(value, 3); });
    const { all, text } = board({ day: 80, trace: { ...trace, supply } });
    const names = all('button', /, (?:rations|water|fuel|spares)$/).map(button => button.textContent);
    expect(names[0]).toBe('East, water');
    expect(names.slice(1).map(name => name!.split(',')[0])).toEqual(['Far East', 'Capital']);
    expect(text()).toContain('First to run out: water, East');
    expect(text()).toContain('out on D+120');
  });
  it('names orders that route, lift or supply hold back, for how long, and leads to them', async () => {
    const { one, text, all, press, session } = board({ day: 100 });
    const held = one('button', 'deploy d1').closest('li')!;
    expect(held.textContent).toBe('deploy d141 daysroute');
    expect(held.querySelector('.chip')!.getAttribute('title')).toMatch(/^Held back by route from D\+60 to D\+\d+ in this future$/);
    expect(text()).toContain('Held back by lift, route or supply');
    await press(one('button', 'aid x1'));
    expect(session.calls.at(-1)).toEqual(['select', { action: 'x1' }]);
    expect(all('button', 'aid x1')[0]!.getAttribute('aria-current')).toBe('true');
  });
  it('says so when nothing is held back', () => {
    expect(board({ day: 3 }).text()).toContain('No order is held back by lift, route or supply today.');
  });
});

const unit = async (change: Parameters<typeof panelBench>[1] = {}): Promise<PanelBench> => {
  bench = panelBench(<ActionPanel />, change);
  for (let i = 0; i < 40 && !/Strength on|Effectifs à/.test(bench.text()); i++) await bench.wait(25);
  return bench;
};
const strengths = (): string[] => [...document.querySelectorAll('.strengths > div')].map(item => item.textContent ?? '');

describe('the unit panel', () => {
  it('counts the six strengths of the day shown', async () => {
    const { text } = await unit({ state: { day: 60 } });
    expect(text()).toContain('Strength on D+60people of 850, future shown');
    expect(strengths()).toEqual(['authorised850', 'pledged850', 'ready850', 'lifted0', 'arrived0', 'operational0']);
  });
  it('draws the stages with their days, and a press goes there', async () => {
    const { all, press, session } = await unit({ state: { day: 60 } });
    const buttons = all('button', /: show D\+\d+$/);
    expect(buttons).toHaveLength(5);
    const days = buttons.map(button => Number(/\d+$/.exec(button.textContent!)![0]));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    await press(buttons[2]!);
    expect(session.calls.at(-1)).toEqual(['setDay', days[2]]);
    expect(session.get().day).toBe(days[2]);
  });
  it('sets doctrine and record beside it: the record is slower and wider', async () => {
    const { one, press, all } = await unit();
    await press(one('button', /Pipeline/));
    const row = (name: string): number[] => all('row').map(item => [...item.children].map(cell => cell.textContent)).find(cells => cells[0] === name && cells.length === 4)!.slice(1).map(cell => Number(/\d+$/.exec(cell!)![0]));
    const [promiseLow, promiseHigh, promiseMedian] = row('Doctrine');
    const [recordLow, recordHigh, recordMedian] = row('Record');
    expect(promiseLow! < promiseMedian! && promiseMedian! < promiseHigh!).toBe(true);
    expect(recordMedian).toBeGreaterThan(promiseMedian!);
    expect(recordHigh! - recordLow!).toBeGreaterThan(promiseHigh! - promiseLow!);
  });
  it('shows what a redeployment moves, without lead times', async () => {
    const { text } = await unit({ state: { day: 60, selection: { action: 'r1', region: null } } });
    expect(strengths().slice(0, 4)).toEqual(['authorised850', 'pledged850', 'ready850', 'lifted850']);
    expect(text()).not.toContain('Doctrine');
    expect(text()).not.toContain('Load plan');
  });
  it('is there for units only, and speaks French', async () => {
    const { text } = await unit({ state: { language: 'fr', day: 60 } });
    expect(strengths()[5]).toBe('opérationnels0');
    expect(text()).toContain('Constaté');
    bench!.close();
    bench = panelBench(<ActionPanel />, { state: { selection: { action: 'x1', region: null } } });
    await bench.wait(60);
    expect(bench.text()).not.toContain('Strength on');
  });
});

describe('the load plan', () => {
  it('is folded at first, and shows each sum when opened', async () => {
    const { one, press, text, wait } = await unit();
    const fold = one('button', 'Load plan');
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(text()).not.toContain('kg a head and day');
    await press(fold);
    for (let i = 0; i < 40 && !text().includes('kg a head and day'); i++) await wait(25);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    expect(text()).toContain('850 people × 2.2 kg a head and day ÷ 1,000 kg a tonne = 1.87 t a day');
    expect(document.querySelector('.load-lines')!.textContent).toMatch(/Il-76[\d,]+ sorties.*\d+ sailings.*\d+ lorries.*\d+ days/);
  });
});
