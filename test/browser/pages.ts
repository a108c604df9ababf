/** What every browser test does first: starts Chromium, opens the planner as somebody who has seen the notice, waits for numbers, reads them. */
import { createHash } from 'node:crypto';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Debian's Chromium. */
export const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Patience with anything that simulates, ms. The machine may be busy with other work. */
export const PATIENCE = 90_000;

/** @param flags further flags of Chromium */
export function startBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: [...QUIET, ...flags] });
}

export interface OpenOptions {
  /** After the address of the planner: `?renderer=svg`, `#/plan/halvane/a`. */
  readonly at?: string;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'en' | 'fr';
  readonly width?: number;
  readonly height?: number;
  /** Whether the content notice was accepted on an earlier visit. */
  readonly isNoticeSeen?: boolean;
}

/** An open planner. */
export interface Planner {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts, as they come. */
  readonly errors: string[];
  /** Addresses asked for. */
  readonly requests: string[];
}

/** Opens the planner in a fresh profile. */
export async function openPlanner(browser: Browser, url: string, options: OpenOptions = {}): Promise<Planner> {
  const { at = '', theme = 'light', language = 'en', width = 1440, height = 900, isNoticeSeen = true } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale: language === 'fr' ? 'fr-FR' : 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', acceptDownloads: true });
  context.setDefaultTimeout(PATIENCE);
  if (isNoticeSeen) await context.addInitScript(() => { localStorage.setItem('forestall.notice', 'true'); });
  await context.addInitScript(chosen => { if (localStorage.getItem('forestall.theme') === null) localStorage.setItem('forestall.theme', chosen); }, theme);
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', error => { errors.push(error.stack ?? error.message); });
  context.on('request', request => { requests.push(request.url()); });
  await page.goto(url + at);
  return { page, context, errors, requests };
}

/** Waits until two more frames were drawn: listeners of the session are told once a frame. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>(done => { requestAnimationFrame(() => requestAnimationFrame(() => { done(); })); }));
}

/** Waits until the active plan and the one it is compared with have their whole number of futures; gives the plan's hash. */
export async function settle(page: Page): Promise<string> {
  await nextFrames(page);
  await page.locator('.page[data-plan-hash] .result-state [data-phase="settled"]').waitFor({ timeout: PATIENCE });
  return planHash(page);
}

/** Hash of the plan that the numbers on the screen belong to. */
export async function planHash(page: Page): Promise<string> {
  return (await page.locator('.page').getAttribute('data-plan-hash')) ?? '';
}

/** What the ribbons show: their readings in words, and a digest of each line that is drawn. */
export async function readOutcomes(page: Page): Promise<{ readonly words: string[]; readonly lines: string[] }> {
  const { words, lines } = await page.evaluate(() => ({
    words: [...document.querySelectorAll<HTMLElement>('.reading')].map(item => item.innerText.replaceAll(/\s+/g, ' ')),
    lines: [...document.querySelectorAll('.fan path:not(.fan-grid)')].map(item => item.getAttribute('d') ?? ''),
  }));
  if (lines.some(line => /NaN|Infinity|undefined/.test(line))) throw new Error('a ribbon is drawn with a number that is none');
  return { words, lines: lines.map(line => createHash('sha1').update(line).digest('hex').slice(0, 12)) };
}

/** Start day of an action as its bar says it; −1 when there is no such bar. */
export async function startDay(page: Page, action: string): Promise<number> {
  const bar = page.locator(`[id="bar-${action}"]`);
  return await bar.count() === 0 ? -1 : Number(await bar.getAttribute('aria-valuenow'));
}

/** Ids of the bars of the plan. */
export function barIds(page: Page): Promise<string[]> {
  return page.locator('.bar').evaluateAll(bars => bars.map(bar => bar.id.slice('bar-'.length)).sort());
}

/** Text by which the undo button names what it would take back; empty when there is nothing. */
export async function undoLabel(page: Page): Promise<string> {
  const button = page.locator('.top-bar button[aria-label^="Undo"]');
  return await button.isDisabled() ? '' : ((await button.getAttribute('aria-label')) ?? '');
}

/** Takes back everything. */
export async function undoAll(page: Page): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await nextFrames(page);
    if (await undoLabel(page) === '') return;
    await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
    await page.keyboard.press('Control+z');
  }
  throw new Error('undo never came to an end');
}
