import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Inspector } from '../../src/panels/inspector.tsx';
import { CONSENT_CAUSES } from '../../src/engine/columns-peace.ts';
import { causesOn } from '../../src/panels/consent-causes.tsx';
import { partyFacts } from '../../src/panels/party-facts.ts';
import { inboxOn } from '../../src/panels/report-inbox.tsx';
import { fakeState } from '../make/fake-session.ts';
import { panelBench, type PanelBench } from '../make/panel-bench.tsx';
import type { SessionState } from '../../src/session/types.ts';
import type { FutureTrace } from '../../src/study/results.ts';
import type { InspectorTab } from '../../src/session/commands.ts';

let bench: PanelBench | undefined;
const show = (tab: InspectorTab, state: Partial<SessionState> = {}): PanelBench => (bench = panelBench(<Inspector />, { ui: { tab }, state }));
afterEach(() => { bench?.close(); bench = undefined; });

const trace = fakeState().trace!;
const model = fakeState().model!;
/** The fake future with some of its standing replaced. */
const traceWith = (change: Partial<FutureTrace['standing']>, more: Partial<FutureTrace> = {}): FutureTrace => ({ ...trace, ...more, standing: { ...trace.standing, ...change } });
const NO_REPORTS: FutureTrace['standing']['reports'] = { count: 0, seen: new Int16Array(0), received: new Int16Array(0), region: new Uint8Array(0), source: new Uint8Array(0), kind: new Uint8Array(0), credibility: new Uint8Array(0), deaths: new Float32Array(0) };
/** Any space as a plain one. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
const cells = (row: Element): string[] => [...row.children].map(cell => cell.textContent ?? '');
const rowsIn = (name: string): string[][] => [...document.querySelectorAll(`table[aria-label="${name}"] tbody tr`)].map(cells);

describe('the report inbox', () => {
  const { reports } = trace.standing;
  it('never holds a report that has not arrived, and holds the newest 64', () => {
    for (const day of [0, 3, 40, 199]) {
      const rows = inboxOn(reports, day, -1);
      expect(rows.every(n => reports.received[n]! <= day)).toBe(true);
      expect(rows).toHaveLength(Math.min(64, reports.received.filter(received => received <= day).length));
      expect(rows.map(n => reports.received[n])).toEqual(rows.map(n => reports.received[n]!).sort((a, b) => b - a));
    }
  });
  it('shows when it was seen and received, its source, grade and matter', async () => {
    const { session } = show('warning', { day: 12 });
    expect(rowsIn('Reports on the desk')[0]).toEqual(['D+10 → D+12', 'North', 'patrol', 'B6', 'incident, 5 deaths']);
    await act(async () => { session.patch({ day: 0 }); });
    expect(rowsIn('Reports on the desk')).toEqual([]);
    expect(document.body.textContent).toContain('No report has reached the desk by this day.');
  });
  it('is cut to the chosen region and opened in full by buttons', async () => {
    const { one, press } = show('warning', { day: 150 });
    expect(rowsIn('Reports on the desk')).toHaveLength(8);
    await press(one('button', 'All 64'));
    expect(rowsIn('Reports on the desk')).toHaveLength(64);
    await press(one('button', 'Only East'));
    expect(new Set(rowsIn('Reports on the desk').map(row => row[1]))).toEqual(new Set(['East']));
  });
});

describe('the warning log', () => {
  it('tells the steps from the first signal to the first effect', () => {
    show('warning');
    const steps = [...document.querySelectorAll('ol.response-steps li')].map(item => item.textContent!.replaceAll(/\s+/g, ' ').trim());
    expect(steps).toHaveLength(7);
    expect(steps[0]).toBe('D0 first signal');
    expect(steps[2]).toBe('D+11 first alert');
    expect(steps[3]).toBe('D+20 the Council is told 9 days after the alert');
  });
  it('is a press away from the top of the board', async () => {
    const { one, press } = show('warning');
    await press(one('button', 'Response'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('From warning to response');
    await press(one('button', 'Reports'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Reports on the desk');
  });
  it('says so when there is no alert', () => {
    const { text } = show('warning', { trace: traceWith({ firsts: { signal: -1, alert: -1, told: -1, decision: -1 }, reports: NO_REPORTS }, { log: [] }) });
    expect(text()).toContain('never first alert');
    expect(text()).toContain('No alert is raised in this future.');
  });
});

describe('the Council board', () => {
  it('shows the positions of the day, member by member', async () => {
    const { one, press, session } = show('council', { day: 0 });
    await press(one('button', 'Each member'));
    const first = rowsIn('Each member');
    expect(first.map(row => row[2])).toEqual(['+0.50', '+0.30', '−0.20']);
    await act(async () => { session.patch({ day: 199 }); });
    expect(rowsIn('Each member').map(row => row[2])).toEqual(['+0.70', '+0.50', '0.00']);
    expect(document.body.textContent).toContain('Positions are mixed; a veto is possible.');
  });
  it('names causes of consent that sum to the change', () => {
    const { large, rest, sum } = causesOn(trace.standing.causes.consent, CONSENT_CAUSES, 150);
    expect(large.reduce((total, { value }) => total + value, rest)).toBeCloseTo(sum, 9);
    expect(large.map(({ name }) => name)).toEqual(['sanctions', 'ceasefire']);
    show('council', { day: 150 });
    const rows = rowsIn('Causes: Host consent');
    const points = rows.map(row => Number(row[2]!.replace('−', '-').replace(' pt', '')));
    expect(points.at(-1)).toBeCloseTo(points.slice(0, -1).reduce((a, b) => a + b, 0), 1);
    expect(plain(rows.at(-1)![0]!)).toBe('change from 70 % on D0');
  });
  it('lists partners with means and conduct, and the agenda up to the day', async () => {
    const { one, press, session } = show('council', { day: 100 });
    expect(rowsIn('Regional partners')[0]!.map(plain)).toEqual(['Regional union', '70 %', '60 %', '60 %', '85 %']);
    await press(one('button', 'monitors m1'));
    expect(session.get().selection.action).toBe('m1');
  });
  it('has empty states', () => {
    const { text } = show('council', { day: 0, trace: traceWith({ causes: { consent: new Float32Array(200 * 9), acceptance: new Float32Array(200 * 7) } }, { agenda: [] }) });
    expect(text()).toContain('Nothing has begun or been decided by this day.');
    expect(plain(text())).toContain('Nothing has moved it from the 70 % of D0.');
  });
});

describe('the parties board', () => {
  it('shows as known first, and the truth when asked', async () => {
    const { one, press, text } = show('parties', { day: 120 });
    expect(text()).toContain('incidents, preparations');
    expect(text()).not.toContain('campaign under way');
    await press(one('radio', 'Truth'));
    expect(text()).toContain('campaign under way');
  });
  it('knows nothing of the truth: intent and stage of the known side stay when the hidden state moves', () => {
    const hidden = { ...trace, parties: { ...trace.parties, intent: trace.parties.intent.map(() => 0.99), campaign: trace.parties.campaign.map(() => 1) } };
    for (const day of [0, 60, 199]) {
      const now = partyFacts(trace, model, 1, day), then = partyFacts(hidden, model, 1, day);
      expect([then.intentKnown, then.signs]).toEqual([now.intentKnown, now.signs]);
      expect(then.intentTrue).not.toBe(now.intentTrue);
    }
    const blind = { ...traceWith({ reports: NO_REPORTS }), regions: { ...trace.regions, lastReportDay: trace.regions.lastReportDay.map(() => -1) } };
    expect(partyFacts(blind, model, 1, 60)).toMatchObject({ intentKnown: null, signs: 'none' });
  });
  it('says what sanctions and talks do, and leads to the talks', async () => {
    const { one, press, text, session } = show('parties', { day: 120 });
    expect(plain(text())).toContain('means −24 %, conduct −12 %');
    expect(text()).toContain('under way since D+10');
    await press(one('button', 'mediate t1'));
    expect(session.get().selection.action).toBe('t1');
  });
  it('says so when the plan holds no talks, in French too', () => {
    const state = fakeState();
    const plans = state.document.plans.map(plan => ({ ...plan, actions: plan.actions.filter(action => action.kind !== 'mediate') }));
    const { text } = show('parties', { language: 'fr', document: { ...state.document, plans } });
    expect(text()).toContain('Ce plan ne prévoit pas de pourparlers avec cette partie.');
    expect(text()).toContain('pas de cessez-le-feu');
  });
  it('is reached by keyboard from the tab before it', async () => {
    const { one, key, ui } = show('council');
    await key(one('tab', /^Council/), 'ArrowRight');
    expect(ui.store.get().tab).toBe('parties');
  });
});
