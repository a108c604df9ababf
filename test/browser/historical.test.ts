import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPlanner, settle, startBrowser } from './pages.ts';

const url = inject('plannerUrl');

describe('a historical case', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await startBrowser(); });
  afterAll(() => browser.close());

  it('stands behind its notice, under its watermark', async () => {
    const { page, context, errors } = await openPlanner(browser, url, { at: '#/plan/south-sudan-2013/historical' });
    const notice = page.getByRole('dialog');
    await notice.waitFor();
    const text = await notice.innerText();
    expect(text).toContain('Illustrative only');
    expect(text).toContain('Boundaries and names');
    expect(text).toMatch(/2013/);
    expect(await notice.locator('.sources li').count()).toBeGreaterThan(2);
    expect(await page.locator('.bar').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await notice.count()).toBe(1); // it wants an answer
    await notice.getByRole('button').last().click();

    const mark = page.locator('.watermark');
    await mark.waitFor();
    expect(await mark.innerText()).toMatch(/Historical case[^]*2013[^]*Boundaries and names/);
    expect(await settle(page)).toMatch(/^[0-9a-f]{16}$/);
    expect(await mark.isVisible()).toBe(true);
    expect(await page.locator('.scenario-button').innerText()).toContain('historical case');
    expect(await page.title()).toMatch(/South Sudan.*2013/);
    expect(await page.locator('.reading').count()).toBe(3);
    for (const tab of await page.getByRole('tab').all()) { await tab.click(); expect(await mark.isVisible()).toBe(true); }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is chosen from the shelf, with its notice again', async () => {
    const { page, context, errors } = await openPlanner(browser, url);
    await page.locator('.scenario-button').click();
    const shelf = page.getByRole('dialog');
    await shelf.locator('.scenario-card').first().waitFor();
    expect(await shelf.locator('.scenario-card').count()).toBeGreaterThanOrEqual(2);
    await shelf.getByRole('button', { name: /Open.*South Sudan/ }).click();
    const notice = page.getByRole('dialog').filter({ hasText: 'Illustrative only' });
    await notice.waitFor();
    expect(await page.locator('.scenario-button').innerText()).not.toContain('South Sudan');
    await notice.getByRole('button').first().click(); // back to the shelf
    await page.locator('.scenario-card').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.watermark').count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });
});
