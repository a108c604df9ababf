/** The seed of the futures, as somebody uses it: opened by its key, typed, in the address, kept over a reload, drawn by chance. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { nextFrames, openPlanner, readOutcomes, settle, startBrowser, undoLabel, type Planner } from './pages.ts';

const url = inject('plannerUrl');
let browser: Browser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser();
  planner = await openPlanner(browser, url);
});
afterAll(async () => { await browser?.close(); });

const seedButton = () => planner.page.getByRole('button', { name: /^Seed of the futures: / });

/** Gives the seed by key and field, and waits for its numbers. */
async function give(seed: string): Promise<void> {
  const { page } = planner;
  await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
  await page.keyboard.press('s');
  const field = page.getByRole('textbox', { name: 'Seed of the futures' });
  await field.fill(seed);
  await field.press('Enter');
  await expect.poll(() => seedButton().getAttribute('aria-label')).toContain(`: ${seed}.`);
  await settle(page);
}

describe('the seed', () => {
  it('gives other numbers for the same plan, the old ones when it is given back, and no step to take back', async () => {
    const { page } = planner;
    const hash = await settle(page);
    const one = await readOutcomes(page);
    await give('late rains');
    expect(await settle(page)).toBe(hash);
    const other = await readOutcomes(page);
    expect(other.lines).not.toEqual(one.lines);
    expect(await undoLabel(page)).toBe('');
    await give('1');
    await expect.poll(async () => (await readOutcomes(page)).lines).toEqual(one.lines);
  });
  it('stands in the address and comes back with it', async () => {
    const { page } = planner;
    await give('late rains');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('seed=late+rains');
    const before = await readOutcomes(page);
    await page.reload();
    await settle(page);
    await expect.poll(() => seedButton().getAttribute('aria-label')).toContain(': late rains.');
    await settle(page);
    await expect.poll(async () => (await readOutcomes(page)).lines).toEqual(before.lines);
  });
  it('drawn by chance is another whole number', async () => {
    const { page } = planner;
    await seedButton().click();
    await page.getByRole('button', { name: 'Another by chance' }).click();
    await expect.poll(() => seedButton().getAttribute('aria-label')).toMatch(/: \d{1,6}\. /);
    await page.keyboard.press('Escape');
    await nextFrames(page);
    expect(planner.errors).toEqual([]);
  });
});
