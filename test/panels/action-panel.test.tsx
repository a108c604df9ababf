import { afterEach, describe, expect, it } from 'vitest';
import { ActionFormDialog } from '../../src/panels/action-form.tsx';
import { ActionPanel } from '../../src/panels/action-panel.tsx';
import { PlanTable } from '../../src/panels/plan-table.tsx';
import { KINDS, newAction } from '../../src/panels/action-specs.ts';
import { fakeModel, fakePlans } from '../make/fake-session.ts';
import { panelBench, type PanelBench } from '../make/panel-bench.tsx';
import { smallScenario } from '../make/small-scenario.ts';
import { useSelect } from '../../src/panels/use-session.ts';
import { parsePlan } from '../../src/plan/parse.ts';

let bench: PanelBench | undefined;
afterEach(() => { bench?.close(); bench = undefined; });

function OpenTable() {
  const plan = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan)!);
  return <PlanTable plan={plan} />;
}

describe('the action panel', () => {
  it('nudges the start by a day and by a week, and stops at the earliest', async () => {
    const { one, press, session } = (bench = panelBench(<ActionPanel />));
    await press(one('button', 'One week earlier'));
    expect(session.calls.at(-1)).toEqual(['moveAction', 'd1', 23]);
    await press(one('button', 'One day later'));
    expect(session.calls.at(-1)).toEqual(['moveAction', 'd1', 24]);
    await press(one('button', 'One week earlier'));
    expect(session.calls.at(-1)).toEqual(['moveAction', 'd1', 20]);
    const { length } = session.calls;
    await press(one('button', 'One week earlier'));
    expect(session.calls).toHaveLength(length);
  });
  it('takes a day, a D-day or a date, and refuses nonsense', async () => {
    const { one, fill, session } = (bench = panelBench(<ActionPanel />));
    const field = one('textbox', 'Start day');
    await fill(field, '45');
    expect(session.calls.at(-1)).toEqual(['moveAction', 'd1', 45]);
    await fill(field, 'D+52');
    expect(session.calls.at(-1)).toEqual(['moveAction', 'd1', 52]);
    await fill(field, '2027-04-30');
    expect(session.calls.at(-1)).toEqual(['moveAction', 'd1', 60]);
    const { length } = session.calls;
    await fill(field, 'soon');
    await fill(field, '9999');
    expect(session.calls).toHaveLength(length);
    expect((field as HTMLInputElement).value).toBe('D+60 · 30 Apr');
  });
  it('shows range, limits and days lost', () => {
    const { text } = (bench = panelBench(<ActionPanel />));
    expect(text()).toContain('earliest D+20');
    expect(text()).toContain('flat D+23–D+38');
    expect(text()).toContain('last responsible D+77');
    expect(text()).toMatch(/Days lost.*60 days/);
    expect(text()).toContain('first effect D+74, full D+90');
  });
  it('edits fields, a rule for the start among them', async () => {
    const { one, all, choose, fill, press, session } = (bench = panelBench(<ActionPanel />));
    await fill(one('spinbutton', 'Amount'), '2');
    expect(session.calls.at(-1)).toEqual(['changeAction', 'd1', { amount: 2 }, { en: 'Change deploy d1', fr: 'Modifier deploy d1' }]);
    await choose(one('combobox', 'Unit'), 'formed-police-unit');
    expect(session.calls.at(-1)![2]).toEqual({ unit: 'formed-police-unit', contributor: 'union-brigade' });
    await choose(one('combobox', 'Begins'), 'afterAlert');
    expect(session.calls.at(-1)![2]).toEqual({ start: { afterAlert: 2, days: 7 } });
    expect(all('combobox', 'Waits for')).toHaveLength(1);
    await press(one('button', 'Duplicate the action'));
    await press(one('button', 'Delete the action'));
    expect(session.calls.slice(-2).map(call => call[0])).toEqual(['duplicateAction', 'removeAction']);
  });
  it('offers a new action when none is selected', async () => {
    const { one, press, asked } = (bench = panelBench(<ActionPanel />, { state: { selection: { action: null, region: null } } }));
    await press(one('button', 'New action'));
    expect(asked).toEqual([['editAction', null]]);
  });
});

describe('the plan table', () => {
  it('lists every action in order of its start, and moves, edits, copies and removes it', async () => {
    const { one, all, press, fill, session, asked } = (bench = panelBench(<OpenTable />));
    expect(all('row')).toHaveLength(10);
    await press(one('button', 'One day later: deploy d1'));
    expect(session.calls.at(-1)).toEqual(['moveAction', 'd1', 31]);
    await fill(one('textbox', 'Start of aid x1'), '33');
    expect(session.calls.at(-1)).toEqual(['moveAction', 'x1', 33]);
    await fill(one('textbox', 'End of aid x1'), '');
    expect(session.calls.at(-1)!.slice(0, 3)).toEqual(['changeAction', 'x1', { until: undefined }]);
    await press(one('button', 'Edit aid x1'));
    expect(asked).toEqual([['editAction', 'x1']]);
    await press(one('button', 'Duplicate aid x1'));
    await press(one('button', 'Delete aid x1'));
    expect(all('button', 'Delete aid x1')).toHaveLength(0);
  });
  it('renames the plan', async () => {
    const { one, fill, session } = (bench = panelBench(<OpenTable />));
    await fill(one('textbox', 'Name of the plan'), 'Sooner');
    expect(session.calls.at(-1)).toEqual(['renamePlan', 'a', 'Sooner']);
  });
});

describe('the form', () => {
  it('adds an action of another kind with its own fields', async () => {
    const { one, press, session, settle, wait, text } = (bench = panelBench(<ActionFormDialog />, { ui: { form: { action: null } } }));
    await settle();
    await press(one('radio', /^Aid/));
    expect(one('spinbutton', 'Stock bought')).toBeTruthy();
    await wait(200);
    expect(text()).toMatch(/From D\+75: aid x2/);
    await press(one('button', 'Add to the plan'));
    expect(session.calls.at(-1)).toEqual(['addAction', { kind: 'aid', id: 'x2', start: 75, region: 'east', amount: 30, stock: 500 }]);
  });
  it('says why an action cannot work, and still lets it be kept', async () => {
    const { one, fill, wait, text, press, session } = (bench = panelBench(<ActionFormDialog />, { ui: { form: { action: 'd1' } } }));
    await fill(one('textbox', 'Start'), '3');
    await wait(200);
    expect(text()).toContain('The pledge and the lift take 20 days.');
    await press(one('button', 'Save'));
    expect(session.calls.at(-1)!.slice(0, 2)).toEqual(['changeAction', 'd1']);
  });
  it('begins each of the nine kinds with values that the plan file accepts', () => {
    const scenario = smallScenario();
    const model = fakeModel(scenario);
    const [plan] = fakePlans(scenario);
    const actions = KINDS.map(kind => newAction(kind, { ...plan!, actions: [] }, model, 40, 'east'));
    const { value, diagnostics } = parsePlan(JSON.stringify({ ...plan, actions }), 'new.json', scenario) as { value?: { actions: unknown[] }; diagnostics: readonly { severity: string; message: string }[] };
    expect(diagnostics.filter(item => item.severity === 'error')).toEqual([]);
    expect(value === undefined ? 9 : value.actions.length).toBe(9);
  });
});
