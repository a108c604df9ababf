import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPlanner, PATIENCE, readOutcomes, settle, startBrowser } from './pages.ts';

const url = inject('plannerUrl');
const isLocal = (address: string): boolean => /^(?:blob:|data:)/.test(address) || ['localhost', '127.0.0.1'].includes(new URL(address).hostname);

describe('the planner', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await startBrowser(); });
  afterAll(() => browser.close());

  it('shows its notice once, opens the example and settles to 512 runs, with nothing from elsewhere and no error', async () => {
    const { page, context, errors, requests } = await openPlanner(browser, url, { isNoticeSeen: false });
    const notice = page.getByRole('dialog');
    await notice.waitFor();
    expect(await notice.innerText()).toContain('not the world');
    await page.keyboard.press('Enter');
    await notice.waitFor({ state: 'detached' });

    const hash = await settle(page);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(await page.locator('.result-state').innerText()).toContain('512 runs');
    expect(await page.locator('.scenario-button').innerText()).toContain('fictional');
    expect(await page.title()).toContain('Forestall');

    const { words, lines } = await readOutcomes(page);
    expect(words).toHaveLength(3);
    for (const reading of words) expect(reading).toMatch(/\d.*in 9 of 10 futures.*(?:of 100|no difference)/);
    expect(lines.length).toBeGreaterThanOrEqual(15);
    expect(new Set(lines).size).toBe(lines.length);
    expect(await page.locator('.ribbon').count()).toBe(3);
    expect(await page.locator('.bar').count()).toBeGreaterThanOrEqual(10);
    await expect.poll(() => page.locator('.map-host canvas').count(), { timeout: PATIENCE }).toBe(1);
    expect(await page.locator('.status-line .disclaimer').isVisible()).toBe(true);
    expect(await page.locator('.status-line .disclaimer').innerText()).toContain('not the world');
    await expect.poll(() => page.locator('.status-sentence').innerText()).toMatch(/\w{3,}/);

    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/\b(?:lives saved|significant(?:ly)?|will happen|undefined|NaN|\[object)\b/i);
    expect(text).not.toMatch(/\b(?:timeline|shell|map|action|inspector)\.[a-z]+\.[a-z]+/i);

    await page.reload();
    await page.locator('.bar').first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter(address => !isLocal(address))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ['svg', '.map-host svg path'],
    ['canvas', '.map-host canvas'],
  ] as const)('draws the map with ?renderer=%s', async (renderer, drawn) => {
    const { page, context, errors } = await openPlanner(browser, url, { at: `?renderer=${renderer}` });
    await page.locator(drawn).first().waitFor({ state: 'attached' });
    await page.locator('.map-state').waitFor({ state: 'detached' });
    // regions and their names, not an empty sheet
    await expect.poll(async () => (await page.locator('.map-host').screenshot()).length, { timeout: PATIENCE }).toBeGreaterThan(12_000);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('without WebGL', () => {
  it('the planner still has its map', async () => {
    const browser = await startBrowser(['--disable-webgl', '--disable-3d-apis']);
    const { page, errors } = await openPlanner(browser, url);
    expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl'))).toBeNull();
    await page.locator('.map-host canvas, .map-host svg').first().waitFor({ state: 'attached' });
    await page.locator('.map-state').waitFor({ state: 'detached' });
    await expect.poll(async () => (await page.locator('.map-host').screenshot()).length, { timeout: PATIENCE }).toBeGreaterThan(12_000);
    expect(errors).toEqual([]);
    await browser.close();
  });
});
