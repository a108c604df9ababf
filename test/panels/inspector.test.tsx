import { afterEach, describe, expect, it } from 'vitest';
import { Inspector } from '../../src/panels/inspector.tsx';
import { panelBench, type PanelBench } from '../make/panel-bench.tsx';

let bench: PanelBench | undefined;
const show = (...options: Parameters<typeof panelBench> extends [unknown, ...infer Rest] ? Rest : never): PanelBench => (bench = panelBench(<Inspector />, ...options));
afterEach(() => { bench?.close(); bench = undefined; });

describe('the region board', () => {
  it('shows the region, its numbers with ranges, and fifty dots', () => {
    const { one, all } = show();
    expect(one('heading', 'East')).toBeTruthy();
    expect(all('row').map(row => row.textContent)).toEqual(expect.arrayContaining([expect.stringMatching(/^Tension, 1–5[1-5]\.\d[1-5]\.\d–[1-5]\.\d · (?:rising|steady|falling)$/), expect.stringMatching(/^Displaced now[\d,]+[\d,]+–[\d,]+$/)]));
    expect(document.querySelectorAll('circle.dot')).toHaveLength(50);
  });
  it('moves the threshold by key and counts again, down to none above the highest', async () => {
    const { one, key, text, session } = show();
    const threshold = one('slider', 'Threshold of people displaced');
    const before = text();
    await key(threshold, 'ArrowRight');
    expect(text()).not.toBe(before);
    await key(threshold, 'Home');
    const count = (): number => Number(/(\d+) of 100/.exec(threshold.getAttribute('aria-valuetext') ?? '')![1]);
    const most = count();
    await key(threshold, 'End');
    expect(count()).toBeLessThanOrEqual(2);
    expect(most).toBeGreaterThan(90);
    const values = session.get().region!.displacedAt;
    const line = Number(threshold.getAttribute('aria-valuenow'));
    expect(count()).toBe(Math.round((values.filter(value => value > line).length / values.length) * 100));
  });
  it('names the limit of an action under way there and leads to it', async () => {
    const { one, text, press, session } = show();
    expect(text()).toMatch(/Limit: /);
    await press(one('button', 'Show'));
    expect(session.get().selection.action).not.toBeNull();
  });
  it('offers the regions when none is chosen', async () => {
    const { one, press, session } = show({ state: { selection: { action: null, region: null } } });
    await press(one('button', 'North'));
    expect(session.calls.at(-1)).toEqual(['select', { region: 'north' }]);
  });
});

describe('the warning board', () => {
  it('shows risk as known first, and the truth when asked', async () => {
    const { one, all, press, text } = show({ ui: { tab: 'warning' } });
    expect(text()).toContain('Reports, 30 d');
    const known = all('row').map(row => row.textContent);
    await press(one('radio', 'Truth'));
    expect(text()).toContain('Incidents, 30 d');
    expect(all('row').map(row => row.textContent)).not.toEqual(known);
  });
  it('tells what followed the first alert', async () => {
    const { one, press, text } = show({ ui: { tab: 'warning' } });
    expect(text()).toMatch(/D\+11 first alert/);
    await press(one('button', /^What followed/));
    expect(text()).toContain('Country: elevated');
  });
});

describe('the logistics and Council boards', () => {
  it('show links with their load and units on their way', () => {
    const { text } = show({ ui: { tab: 'logistics' }, state: { day: 45 } });
    expect(text()).toMatch(/Capital → East/);
    expect(text()).toContain('Units on their way');
    expect(text()).toMatch(/1 unit · generation/);
  });
  it('show ceiling, consent, members and the mandate clock in French', () => {
    const { text, all } = show({ ui: { tab: 'council' }, state: { language: 'fr' } });
    expect(text()).toContain('Consentement de l’hôte');
    expect(text()).toContain('Horloge du mandat');
    expect(all('listitem', /dispose d’un veto/)).toHaveLength(2);
  });
  it('mark each tab by keyboard', async () => {
    const { one, key, ui } = show();
    const tab = one('tab', /^Region/);
    await key(tab, 'ArrowRight');
    expect(ui.store.get().tab).toBe('warning');
  });
});
