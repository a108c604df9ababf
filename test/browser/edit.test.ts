import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { planHash as hashOf } from '../../src/plan/hash.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { barIds, nextFrames, openPlanner, planHash, readOutcomes, settle, startBrowser, startDay, undoAll, undoLabel, type Planner } from './pages.ts';

const url = inject('plannerUrl');
const BAR = 'bn-east';
const KINDS = ['monitors', 'mediate', 'council-request', 'sanction', 'deploy', 'redeploy', 'open-route', 'forward-base', 'aid'] as const;

interface Shown {
  readonly hash: string;
  readonly start: number;
  readonly outcomes: { readonly words: string[]; readonly lines: string[] };
}

let browser: Browser;
let planner: Planner;
let page: Page;
let before: Shown;

async function shown(): Promise<Shown> {
  const hash = await settle(page);
  return { hash, start: await startDay(page, BAR), outcomes: await readOutcomes(page) };
}

/** Waits for the bar's start, lets the step be made, and reads what is shown then. */
async function shownWith(start: number): Promise<Shown> {
  await expect.poll(() => startDay(page, BAR)).toBe(start);
  await expect.poll(() => undoLabel(page)).not.toBe('');
  return shown();
}

async function pixelsPerDay(): Promise<number> {
  const places = await page.locator('.bar').evaluateAll(bars => bars.map(bar => [Number(bar.getAttribute('aria-valuenow')), bar.getBoundingClientRect().left] as const).sort((a, b) => a[0] - b[0]));
  const [first, last] = [places[0]!, places.at(-1)!];
  return (last[1] - first[1]) / (last[0] - first[0]);
}

/** Takes the bar near its start and moves it by days; Shift keeps it from snapping. */
async function drag(days: number): Promise<void> {
  // lanes may have been scrolled by what was added before
  await page.locator(`#bar-${BAR}`).evaluate(bar => { bar.scrollIntoView({ block: 'nearest' }); });
  const box = (await page.locator(`#bar-${BAR}`).boundingBox())!;
  const [x, y, travel] = [box.x + 8, box.y + box.height / 2, days * await pixelsPerDay()];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.keyboard.down('Shift');
  for (let i = 1; i <= 6; i++) await page.mouse.move(x + travel * i / 6, y + (i % 2));
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await page.mouse.move(5, 5);
}

/** Runs a command of a menu by its words. */
async function choose(menu: string, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: menu, exact: false }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Moves the focus with Tab until the focused element matches. */
async function tabTo(selector: string): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 60; i++) {
    const at = await page.evaluate(wanted => (document.activeElement?.matches(wanted) === true ? '' : document.activeElement?.outerHTML.replaceAll(/ (?:data-|id=|tabindex=|type="b)[^ >]*/g, '').slice(0, 80) ?? 'nothing'), selector);
    if (at === '') return;
    passed.push(at);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${selector}, but to ${[...new Set(passed)].join(', ')}`);
}

async function importFile(text: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await choose('More about plan', /Import a plan file/);
  await (await asked).setFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function downloaded(): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent('download');
  await choose('More about plan', /Download this plan/);
  const file = await coming;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

beforeAll(async () => {
  browser = await startBrowser();
  planner = await openPlanner(browser, url);
  page = planner.page;
  before = await shown();
});
beforeEach(async () => {
  for (let i = 0; i < 5 && await page.getByRole('dialog').count() > 0; i++) { await page.keyboard.press('Escape'); await page.waitForTimeout(300); }
  expect(await page.getByRole('dialog').count()).toBe(0);
  await undoAll(page);
});
afterAll(async () => {
  expect(planner.errors).toEqual([]);
  await browser.close();
});

describe('moving an action', () => {
  it('by drag, by keyboard and by buttons is the same edit with the same numbers, and undo gives everything back', async () => {
    expect(before.start).toBe(90);
    const target = before.start + 30;

    await drag(30);
    const dragged = await shownWith(target);
    expect(dragged.hash).not.toBe(before.hash);
    expect(dragged.outcomes).not.toEqual(before.outcomes);
    expect(await undoLabel(page)).toMatch(/^Undo: move /);
    expect(await page.locator('.status-sentence').innerText()).toMatch(/90|30|120/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => startDay(page, BAR)).toBe(before.start);
    expect(await shown()).toEqual(before);
    await page.keyboard.press('Control+Shift+Z');
    expect(await shownWith(target)).toEqual(dragged);
    await page.keyboard.press('Control+z');
    expect(await shown()).toEqual(before);

    await page.locator(`#bar-${BAR}`).focus();
    await page.keyboard.press('PageDown');
    expect(await shownWith(target)).toEqual(dragged);
    await undoAll(page);
    expect(await shown()).toEqual(before);

    // 4 × 7 + 2 × 1, an undo step each
    const panel = page.locator('.action-panel .start-row');
    for (const name of ['+7', '+7', '+7', '+7', '+1', '+1']) {
      const was = await startDay(page, BAR);
      await panel.getByText(name, { exact: true }).click();
      await expect.poll(() => startDay(page, BAR)).toBe(was + Number(name));
      // buttons start from the checked day: the check of the last step must have come back
      await page.waitForFunction(day => new RegExp(`\\+${day}\\b`).test(document.querySelector<HTMLInputElement>('.start-row .start-day')?.value ?? ''), was + Number(name));
    }
    expect(await shownWith(target)).toEqual(dragged);
    for (let i = 0; i < 6; i++) { await page.keyboard.press('Control+z'); await nextFrames(page); }
    expect(await shown()).toEqual(before);
  });

  it('by keys goes a day, a week, a month, to the ends, and Escape puts it back', async () => {
    const bar = page.locator(`#bar-${BAR}`);
    await bar.focus();
    for (const [key, start] of [['ArrowRight', 91], ['Shift+ArrowRight', 98], ['PageDown', 128], ['PageUp', 98], ['Shift+ArrowLeft', 91], ['ArrowLeft', 90], ['End', 539]] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => startDay(page, BAR)).toBe(start);
    }
    await page.keyboard.press('Home');
    await expect.poll(() => startDay(page, BAR)).toBeLessThan(90);
    await page.keyboard.press('Enter'); // lets go at once
    await expect.poll(() => undoLabel(page)).toMatch(/^Undo: move /);
    await page.keyboard.press('Control+z');
    await expect.poll(() => startDay(page, BAR)).toBe(90);
    expect(await undoLabel(page)).toBe('');

    const box = (await bar.boundingBox())!;
    await page.mouse.move(box.x + 8, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 10, { steps: 4 });
    await expect.poll(() => startDay(page, BAR)).toBeGreaterThan(100);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => startDay(page, BAR)).toBe(90);
    expect(await undoLabel(page)).toBe('');
    expect(await shown()).toEqual(before);
  });

  it('is found again after a reload, with its undo', async () => {
    await drag(30);
    const dragged = await shownWith(120);
    await page.locator('.saved').waitFor();
    await page.waitForTimeout(800); // autosave waits for a quiet half second
    await page.reload();
    expect(await shownWith(120)).toEqual(dragged);
    await page.keyboard.press('Control+z');
    await expect.poll(() => startDay(page, BAR)).toBe(90);
    expect((await shown()).hash).toBe(before.hash);
  });
});

describe('plans', () => {
  const chips = (): Promise<string[]> => page.locator('.plan-chip').evaluateAll(items => items.map(item => item.getAttribute('aria-label') ?? ''));

  it('are duplicated, renamed and deleted, one undo step each', async () => {
    const first = await chips();
    await page.locator('.action-panel').getByRole('button', { name: /Keep as Plan/ }).click();
    await expect.poll(async () => (await chips()).length).toBe(first.length + 1);
    expect(await settle(page)).toBe(before.hash);

    await choose('More about plan', /Rename/);
    await page.getByRole('dialog').getByRole('textbox').fill('Second thoughts');
    await page.keyboard.press('Enter');
    await expect.poll(chips).toContainEqual(expect.stringContaining('Second thoughts'));
    expect(await undoLabel(page)).toMatch(/rename/i);

    await choose('More about plan', /^Delete/);
    await expect.poll(chips).toEqual(first);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await chips()).length).toBe(first.length + 1);
    await undoAll(page);
    await expect.poll(chips).toEqual(first);
    await page.locator('.plan-chip').first().waitFor();
    if (await planHash(page) !== before.hash) await page.locator('.plan-chip[aria-label^="A "]').click();
    expect(await settle(page)).toBe(before.hash);
  });

  it('take each kind of action through the form by keyboard alone, and give it up again', async () => {
    const first = await barIds(page);
    for (let i = 0; i < KINDS.length; i++) {
      await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
      await page.keyboard.press('n');
      await page.getByRole('dialog').waitFor();
      await tabTo('.kinds [type="radio"]');
      const chosen = (): Promise<number> => page.locator('.kinds [type="radio"]').evaluateAll(radios => radios.findIndex(radio => (radio as HTMLInputElement).checked));
      while (await chosen() !== i) await page.keyboard.press(await chosen() < i ? 'ArrowDown' : 'ArrowUp');
      await expect.poll(() => page.locator('.form-sentence').innerText()).toMatch(/\w{3,}.*\w{3,}/);
      await tabTo('.dialog-foot .primary');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(async () => (await barIds(page)).length).toBe(first.length + i + 1);
    }
    const added = (await barIds(page)).filter(id => !first.includes(id));
    const kinds = await page.locator('.bar').evaluateAll((bars, ids) => bars.filter(bar => ids.includes(bar.id.slice(4))).map(bar => bar.getAttribute('data-kind')).sort(), added);
    expect(kinds).toEqual([...KINDS].sort());
    expect(await settle(page)).not.toBe(before.hash);

    await page.locator(`[id="bar-${added[0]}"]`).focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => barIds(page)).not.toContain(added[0]);
    expect(await undoLabel(page)).toMatch(/remove|delete/i);
    await undoAll(page);
    await expect.poll(() => barIds(page)).toEqual(first);
    expect(await settle(page)).toBe(before.hash);
  });

  it('refuse a bad file with findings that say where, and change nothing', async () => {
    const first = await chips();
    const dialog = page.getByRole('dialog');
    const bad = (destination: string, amount: string): string => `{
  "format": 1, "id": "bad", "scenario": "halvane", "title": { "en": "Bad" }, "letter": "Z",
  "actions": [
    { "kind": "deploy", "id": "d1", "start": 60, "unit": "infantry-battalion", "amount": 1, "contributor": "ansted", "destination": "${destination}" },
    { "kind": "aid", "id": "x1", "start": 30, "region": "fordlands", "amount": "${amount}" }
  ]
}
`;
    await importFile(bad('fordlands', '40 km'));
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/40 km[^]*line 5 · \/actions\/1\/amount/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await importFile(bad('atlantis', '40 t/day'));
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/atlantis[^]*line 4 · \/actions\/0\/destination/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await chips()).toEqual(first);
    expect(await undoLabel(page)).toBe('');

    await importFile('{ "format": 1, "id": "cut", "actions": [ { "kind"');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/line 1/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await chips()).toEqual(first);
    expect(await settle(page)).toBe(before.hash);
  });

  it('are downloaded as they are open, and come back the same', async () => {
    const { value: scenario } = parseScenario(readFileSync(new URL('../../scenarios/halvane/scenario.json', import.meta.url), 'utf8'), 'scenario.json');
    await drag(30);
    const dragged = await shownWith(120);
    const { name, text } = await downloaded();
    expect(name).toMatch(/^halvane-.+\.json$/);
    const { plan, diagnostics } = parsePlan(text, name, scenario!);
    expect(diagnostics.filter(item => item.severity === 'error')).toEqual([]);
    expect(hashOf(plan!)).toBe(dragged.hash);
    expect(plan!.actions.find(action => action.id === BAR)?.start).toBe(120);

    const first = await chips();
    await undoAll(page);
    await importFile(text);
    await expect.poll(async () => (await chips()).length).toBe(first.length + 1);
    expect(await settle(page)).toBe(dragged.hash);
  });
});
