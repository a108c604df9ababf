/** Every control does something: in the screen, in its boards, dialogs and menus; and the keyboard comes to all of them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findControls, prepareWalk, rest, restore, walkControls, walkMenu } from './controls.ts';
import { nextFrames, openPlanner, settle, startBrowser, startDay, type Planner } from './pages.ts';

const url = inject('plannerUrl');
let browser: Browser;
let planner: Planner;
let page: Page;

const press = async (key: string): Promise<void> => {
  await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
  await page.keyboard.press(key);
};
const dialog = async (key: string): Promise<void> => {
  await press(key);
  await page.locator('.dialog').first().waitFor();
  await page.waitForTimeout(80);
};
const playhead = (): Promise<number> => page.locator('.playhead-flag').getAttribute('aria-valuenow').then(Number);

beforeAll(async () => {
  browser = await startBrowser();
  // the map as SVG, so that what it draws is in the document
  planner = await openPlanner(browser, url, { at: '?renderer=svg' });
  page = planner.page;
  await prepareWalk(page);
  await page.reload();
  await settle(page);
  await page.locator('.map-state').waitFor({ state: 'detached' });
});
afterAll(async () => {
  expect(planner.errors).toEqual([]);
  await browser.close();
});

describe('every control does something', () => {
  const zoomIn = async (): Promise<void> => { await page.getByRole('button', { name: 'Zoom in', exact: true }).first().click(); };
  /** The Plan screen with plan A: a walk through the top bar may have left it. */
  const planA = async (): Promise<void> => {
    await page.evaluate(() => { document.querySelector<HTMLElement>('.screens a[href="#/plan"]:not([aria-current])')?.click(); });
    await page.locator('.page-main .bar').first().waitFor();
    await page.evaluate(() => { document.querySelector<HTMLElement>('.plan-chip[aria-label^="A "][aria-checked="false"]')?.click(); });
  };
  /** Plan A with the bar that the action panel is about. */
  const barSelected = async (): Promise<void> => {
    await planA();
    await nextFrames(page);
    await page.evaluate(() => { if (document.querySelector('#bar-bn-east[data-selected]') === null) document.getElementById('bar-bn-east')?.focus(); document.querySelector<HTMLElement>('.action-fields [aria-expanded="false"]')?.click(); });
  };

  it.each([
    ['the top bar', '.top-bar', 6],
    ['the map', '.page-map', 8],
    ['the inspector', '.page-inspector', 4],
    ['the transport', '.page-transport', 15],
    ['the time line', '.page-timeline', 20],
    ['the splitters and the status line', '.page-main, .status-line', 2],
  ] as const)('in %s', async (_, scope, least) => {
    const only = scope.startsWith('.page-main') ? (key: string) => key.startsWith('separator') || key.includes('describe the model') || key.includes('finding') : undefined;
    await page.evaluate(isMap => { window.walkSeesMap = isMap; }, scope === '.page-map');
    const { dead, used } = await walkControls(page, { scope, open: scope === '.page-timeline' ? barSelected : planA, only, before: { 'button Zoom out': zoomIn, 'button Fit': zoomIn, 'button Show the whole': zoomIn } });
    expect(dead).toEqual([]);
    expect(used).toBeGreaterThanOrEqual(least);
  });

  it.each(['Warning', 'Logistics', 'Council', 'Parties'])('in the %s board', async name => {
    const { dead } = await walkControls(page, { scope: '.page-inspector [role="tabpanel"]', open: async () => { await planA(); await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click(); }, most: 6 });
    expect(dead).toEqual([]);
    await page.getByRole('tab').first().click();
  });

  it('in the Compare screen', async () => {
    const compare = async (): Promise<void> => {
      await page.evaluate(() => { document.querySelector<HTMLElement>('.screens a[href="#/compare"]:not([aria-current])')?.click(); });
      await page.locator('.compare-bar').waitFor();
    };
    const { dead, used } = await walkControls(page, { scope: '.compare', open: compare, only: key => !/D\+|Numbers of|select with/.test(key) });
    expect(dead).toEqual([]);
    expect(used).toBeGreaterThanOrEqual(10);
    await planA();
  });

  it('in the table of regions', async () => {
    const { dead, used } = await walkControls(page, { scope: '.region-table', open: async () => { await press('r'); await page.locator('.region-table').waitFor(); }, only: key => !key.startsWith('tr') || key.includes('East Valley') });
    expect(dead).toEqual([]);
    expect(used).toBeGreaterThanOrEqual(13);
  });

  it.each([
    ['help', '?', 1], ['the palette', 'Control+k', 1], ['the findings', 'findings', 1],
  ] as const)('in %s', async (_, key, least) => {
    const open = key === 'findings' ? async () => { await dialog('Control+k'); await page.keyboard.type('findings'); await page.keyboard.press('ArrowDown'); await page.keyboard.press('Enter'); await page.getByRole('heading', { name: 'Findings' }).waitFor(); } : () => dialog(key);
    const { dead, used } = await walkControls(page, { scope: '.dialog', open });
    expect(dead).toEqual([]);
    expect(used).toBeGreaterThanOrEqual(least);
  });

  it('in the plan table', async () => {
    // rows are alike
    const { dead, used } = await walkControls(page, { scope: '.dialog-head, .dialog-foot, .plan-name, .plan-table tbody tr:nth-child(1)', open: async () => { await planA(); await nextFrames(page); await dialog('p'); } });
    expect(dead).toEqual([]);
    expect(used).toBeGreaterThanOrEqual(8);
  });

  // four of the twenty; edit.test.ts takes kinds through the form by keyboard
  it.each(['monitors', 'council-request', 'sanction', 'deploy'])('in the form for %s', async kind => {
    const { dead, used } = await walkControls(page, {
      scope: kind === 'deploy' ? '.dialog' : '.form-body',
      // start, end and note are the same for all kinds
      only: kind === 'deploy' ? undefined : key => !/ (?:Start|Until|Note)\b/.test(key),
      open: async () => { await dialog('n'); await page.locator(`.kinds [type="radio"][value="${kind}"]`).focus(); await page.keyboard.press(' '); },
    });
    expect(dead).toEqual([]);
    expect(used).toBeGreaterThanOrEqual(kind === 'deploy' ? 15 : 2);
  });

  it.each(['.top-bar > button[aria-haspopup]', '.page-transport button[aria-label^="More about plan"]', '.map-over.top.left button[aria-haspopup]', '.map-over.top.right button[aria-haspopup]', '.baseline button', '.ribbon-picker'])('in the menu of %s', async button => {
    await page.evaluate(isMap => { window.walkSeesMap = isMap; }, button.startsWith('.map-over'));
    const { dead, used } = await walkMenu(page, button);
    expect(dead).toEqual([]);
    expect(used).toBeGreaterThanOrEqual(2);
  });
});

describe('the keyboard', () => {
  it('comes to every control with Tab, or with arrows inside a group that Tab comes to', async () => {
    await restore(page);
    await rest(page);
    await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); });
    const passed = new Set<string>();
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement!;
        for (const [key, control] of window.walkFind('.page')) if (control === element) return key;
        return element === document.body ? 'the end' : '';
      });
      if (at === 'the end' || (passed.has(at) && at !== '' && i > 30)) break;
      passed.add(at);
    }
    const groups = '[role="radiogroup"], [role="tablist"], .lanes, .region-table tbody, [role="toolbar"]';
    const missed = await page.evaluate(([reached, around]) => {
      const controls = window.walkFind('.page');
      const seen = new Set((reached as string[]).map(key => controls.get(key)));
      return [...controls].filter(([, element]) => !element.matches(':disabled, [aria-disabled="true"], [data-disabled]') && !seen.has(element) && ![...seen].some(other => other !== undefined && element.closest(around as string)?.contains(other) === true)).map(([key]) => key);
    }, [[...passed], groups] as const);
    expect(passed.size).toBeGreaterThan(30);
    expect(missed).toEqual([]);
  });

  it('cycles the panes with F6, both ways', async () => {
    const paneNow = (): Promise<string> => page.evaluate(() => (document.activeElement?.closest('.timeline-ribbons') !== null ? 'ribbons' : document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane']) ?? '');
    await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
    const panes: string[] = [];
    for (let i = 0; i < 7; i++) { await page.keyboard.press('F6'); panes.push(await paneNow()); }
    expect(panes).toEqual(['top', 'map', 'inspector', 'timeline', 'ribbons', 'status', 'top']);
    await page.keyboard.press('Shift+F6');
    expect(await paneNow()).toBe('status');
  });

  it('opens help that names every key, and closes it', async () => {
    await dialog('?');
    const text = await page.getByRole('dialog').innerText();
    for (const word of ['Ctrl Z', 'Ctrl K', 'F6', 'Space', 'Undo', 'Play or pause', 'PgUp PgDn', 'Home End']) expect(text).toContain(word);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('plays, pauses, steps and sets the speed', async () => {
    await restore(page);
    const first = await playhead();
    await press('.');
    await expect.poll(playhead).toBe(first + 1);
    await press(',');
    await press(',');
    await expect.poll(playhead).toBe(first - 1);
    for (const [key, speed] of [['2', '2×'], ['3', '5×'], ['1', '1×'], ['3', '5×']] as const) {
      await press(key);
      await expect.poll(() => page.locator('.segments [aria-checked="true"]', { hasText: '×' }).innerText()).toBe(speed);
    }
    await press(' ');
    await page.locator('.transport-play', { hasText: 'Pause' }).waitFor();
    await expect.poll(playhead).toBeGreaterThan(first + 3);
    await press(' ');
    await page.locator('.transport-play', { hasText: 'Play' }).waitFor();
    const stopped = await playhead();
    await page.waitForTimeout(400);
    expect(await playhead()).toBe(stopped);
    await press('1');
  });

  it('finds regions, actions and commands in the palette', async () => {
    await restore(page);
    await page.locator('.plan-chip[aria-label^="A "]').click();
    await dialog('Control+k');
    await page.keyboard.type('east vall');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.page-inspector').innerText()).toContain('East Valley');
    await dialog('Control+k');
    await page.keyboard.type('next plan');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.plan-chip[aria-checked="true"]').innerText()).toMatch(/^B/);
    await press('[');
    await expect.poll(() => page.locator('.plan-chip[aria-checked="true"]').innerText()).toMatch(/^A/);
    await nextFrames(page);
    expect(await startDay(page, 'bn-east')).toBe(90);
    expect((await findControls(page, '.page')).length).toBeGreaterThan(60);
  });
});
