/** The Plan screen in both themes at three sizes: pictures into test/browser/shots, and what one can see of them without eyes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { nextFrames, openPlanner, settle, startBrowser, type Planner } from './pages.ts';

const url = inject('plannerUrl');
const SHOTS = fileURLToPath(new URL('shots', import.meta.url));
const SIZES = [[1440, 900], [1366, 768], [1024, 768]] as const;
const NAMES: Readonly<Record<string, string>> = { r: 'regions', n: 'form', p: 'table', '?': 'help', 'Control+k': 'palette' };
const LEAST_TEXT = 12; // px
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Rules of axe that may fail at a place, and why. */
const EXCEPTIONS: readonly { readonly rule: string; readonly target: RegExp; readonly why: string }[] = [
  { rule: 'target-size', target: /\.bar-end/, why: 'the end of an action is also a field of the action panel and of the plan table, and moves by keys' },
  { rule: 'target-size', target: /\.strip-cells/, why: 'the start of an action is also a field of the action panel and of the plan table, and moves by keys' },
  { rule: 'scrollable-region-focusable', target: /react-aria/, why: 'arrow keys in the search field above walk the list of the palette, which scrolls with them' },
];

/** Texts that are drawn smaller than a person should have to read. */
function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(least => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!;
      if (node.textContent!.trim() === '' || /^(?:SCRIPT|STYLE|NOSCRIPT|TITLE)$/i.test(element.tagName) || !element.checkVisibility()) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < least) found.push(`${size} px: ${node.textContent!.trim().slice(0, 40)} (${element.className})`);
    }
    return found;
  }, LEAST_TEXT);
}

/** Elements that stick out of the window at the right, unless something around them scrolls or cuts. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.right <= window.innerWidth + 1 || !element.checkVisibility()) continue;
      let isCut = false;
      for (let around = element.parentElement; around !== null && !isCut; around = around.parentElement) isCut = getComputedStyle(around).overflowX !== 'visible' && around.getBoundingClientRect().right <= window.innerWidth + 1;
      if (!isCut) found.push(`${element.tagName} ${element.getAttribute('class') ?? ''} to ${Math.round(box.right)}`);
    }
    return found;
  });
}

type PlaceOf = readonly [pane: string, x: number, y: number, width: number, height: number];

/** For places of a picture: the number of colours (in steps of 16) and the share of the commonest. */
async function coloursOf(context: BrowserContext, picture: Buffer, places: readonly PlaceOf[]): Promise<{ readonly pane: string; readonly colours: number; readonly commonest: number }[]> {
  const sheet = await context.newPage();
  const found = await sheet.evaluate(async ({ source, parts }) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    canvas.drawImage(image, 0, 0);
    return parts.map(([pane, x, y, width, height]) => {
      const { data } = canvas.getImageData(x, y, width, height);
      const counts = new Map<number, number>();
      for (let i = 0; i < data.length; i += 4) {
        const colour = ((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4);
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return { pane, colours: counts.size, commonest: Math.max(...counts.values()) / (data.length / 4) };
    });
  }, { source: `data:image/png;base64,${picture.toString('base64')}`, parts: places });
  await sheet.close();
  return found;
}

/** Serious and critical findings of axe, in the whole page or a part. */
async function violations(page: Page, part = 'html'): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include(part).withTags(RULES).analyze();
  return found.filter(item => item.impact === 'serious' || item.impact === 'critical')
    .flatMap(item => item.nodes.map(node => `${item.id} at ${node.target.join(' ')}: ${node.failureSummary?.replaceAll(/\s+/g, ' ').slice(0, 200) ?? ''}`))
    .filter(text => !EXCEPTIONS.some(exception => text.startsWith(`${exception.rule} `) && exception.target.test(text)));
}

let browser: Browser;
let planner: Planner;
let page: Page;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await startBrowser();
  planner = await openPlanner(browser, url);
  page = planner.page;
  await settle(page);
  await page.locator('.map-state').waitFor({ state: 'detached' });
});
afterAll(async () => {
  expect(planner.errors).toEqual([]);
  await browser.close();
});

describe.each(['light', 'dark'] as const)('the Plan screen, %s', theme => {
  beforeAll(async () => {
    if (theme === 'dark') await page.getByRole('button', { name: 'Switch between light and dark' }).click();
    await nextFrames(page);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'] ?? 'light')).toBe(theme);
  });

  it.each(SIZES)('at %i × %i is drawn, readable and whole', async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.mouse.move(2, 2);
    await nextFrames(page);
    await page.waitForTimeout(500); // the map fits itself
    const picture = await page.screenshot();
    writeFileSync(`${SHOTS}/plan-${theme}-${width}.png`, picture);
    const places = await page.evaluate(panes => panes.map(pane => { const { x, y, width: w, height: h } = document.querySelector(pane)!.getBoundingClientRect(); return [pane, x, y, w, h] as const; }), ['body', '.map-host', '.timeline-ribbons', '.lanes']);
    for (const { pane, colours, commonest } of await coloursOf(planner.context, picture, places)) expect([pane, colours > (pane === 'body' ? 60 : 8), commonest < (pane === 'body' ? 0.75 : 0.97)]).toEqual([pane, true, true]);
    expect(await smallTexts(page)).toEqual([]);
    expect(await overflowing(page)).toEqual([]);
    if (width !== 1366) expect(await violations(page)).toEqual([]);
  });

  it('has no serious barrier in its boards and dialogs', async () => {
    const found: string[] = [];
    await page.setViewportSize({ width: 1440, height: 900 });
    await nextFrames(page);
    for (const tab of (await page.getByRole('tab').all()).slice(1)) {
      await tab.click();
      found.push(...await violations(page, '.page-inspector'));
    }
    for (const key of ['r', 'n', 'p', '?', 'Control+k']) {
      await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
      await page.keyboard.press(key);
      await page.locator('.dialog, .region-table').first().waitFor();
      await page.waitForTimeout(300);
      writeFileSync(`${SHOTS}/${theme}-${NAMES[key]}.png`, await page.screenshot());
      found.push(...await violations(page, '.dialog, .region-table'), ...await smallTexts(page));
      for (let i = 0; i < 4 && await page.locator('.dialog, .region-table').count() > 0; i++) { await page.keyboard.press('Escape'); await page.waitForTimeout(200); }
    }
    expect([...new Set(found)]).toEqual([]);
  });
});
