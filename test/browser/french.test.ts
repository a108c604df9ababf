import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MESSAGES, type TextKey } from '../../src/panels/messages/index.ts';
import { COMMANDS, type Command } from '../../src/session/commands.ts';
import { openPlanner, settle, startBrowser, type Planner } from './pages.ts';

const url = inject('plannerUrl');
/** A condition in its own words between quotes: formulas are the same in every language. */
const FORMULA = /« [^»]*[<>(][^»]* »/g;
/** English words of the chrome that French does not share. */
const ENGLISH = /\b(?:the|and|with|from|start|undo|redo|deploy|deployment|warning|council|money|supply|lift|lead time|settled|draft|runs|futures|selected|action panel|people|harmed|displaced|need|reached|days?|week|earlier|later|keep as|rename|delete|saved|search|help|legend|region table|speed|play|fewer|more|compared|describes?|model|not the world)\b/i;
/** Words that both languages write alike. */
const BOTH = /\b(?:action|mandate|route|plan|tension|transport|pause|region)\b/gi;

describe('French', () => {
  let browser: Browser;
  let planner: Planner;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    planner = await openPlanner(browser, url, { language: 'fr' });
    page = planner.page;
    await settle(page);
  });
  afterAll(() => browser.close());

  it('has every message, and hardly any that is the English one', () => {
    const keys = Object.keys(MESSAGES.en) as TextKey[];
    expect(Object.keys(MESSAGES.fr).sort()).toEqual([...keys].sort());
    const same = keys.filter(key => MESSAGES.fr[key] === MESSAGES.en[key]);
    expect(same.filter(key => ENGLISH.test(MESSAGES.en[key].replaceAll(/\{[^}]*\}/g, '').replaceAll(BOTH, '')))).toEqual([]);
    for (const command of COMMANDS as readonly Command[]) expect([command.id, command.label.fr === '' || (command.label.fr === command.label.en && ENGLISH.test(command.label.en))]).toEqual([command.id, false]);
  });

  const linesOf = (root: string): Promise<string[]> => page.locator(root).evaluateAll(elements => elements.flatMap(element => [
    ...(element as HTMLElement).innerText.split('\n'),
    ...[element, ...element.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext]')].flatMap(item => ['aria-label', 'title', 'placeholder', 'aria-valuetext'].map(name => item.getAttribute(name) ?? '')),
  ]).map(line => line.trim()).filter(line => line !== ''));
  const english = async (root: string): Promise<string[]> => [...new Set(await linesOf(root))].filter(line => ENGLISH.test(line.replaceAll(BOTH, '').replaceAll(FORMULA, '')));

  it('is all there is on the screen', async () => {
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    expect(await page.locator('.result-state').innerText()).toContain('Établi');
    expect(await english('body')).toEqual([]);
    expect((await linesOf('body')).length).toBeGreaterThan(80);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      expect(await english('[data-pane="inspector"]')).toEqual([]);
    }
  });

  it.each([['?', 'help'], ['n', 'form'], ['p', 'table'], ['r', 'regions'], ['Control+k', 'palette']])('is all there is behind %s (%s)', async key => {
    await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
    await page.keyboard.press(key);
    await page.locator('.dialog, .region-table').first().waitFor();
    await page.waitForTimeout(400);
    expect(await english('.dialog, .region-table')).toEqual([]);
    await page.keyboard.press('Escape');
    if (key === 'Control+k') await page.keyboard.press('Escape');
    await page.locator('.dialog, .region-table').first().waitFor({ state: 'detached' });
  });

  it('comes and goes by its button, and stays after a reload', async () => {
    await page.locator('.top-bar .language').click();
    await page.locator('.result-state').getByText('Settled').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.locator('.top-bar .language').click();
    await page.locator('.result-state').getByText('Établi').waitFor();
    await page.reload();
    await page.locator('.bar').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    expect(planner.errors).toEqual([]);
  });
});
