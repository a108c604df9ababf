/** Finds every control of a part of the page, uses it by keyboard, and says which of them did nothing. */
import type { ElementHandle, Page } from 'playwright-core';
import { nextFrames } from './pages.ts';

/** What can be used, by role. */
const CONTROLS = 'button, a[href], input, select, textarea, [role="tab"], [role="slider"], [role="radio"], [role="separator"], [role="switch"], [role="checkbox"], [role="application"], tr[tabindex]';
/** What changes by itself while results come in, and what follows the focus alone. */
const RESTLESS = '[role="tooltip"], .tooltip, .map-tooltip, .ribbon-readout, .strip-picture, .strip-caption, .lane-strip-label, .range, .result-state, .readings, .fan, .ribbon-tick, .ribbon-end, .status-line, .saved, .bar-tip';
const PATIENCE = 2500; // ms
const SETTLING = 30_000; // ms

export interface Found {
  /** `button Play 0`: role, name, and which one of those. */
  readonly key: string;
  readonly isDisabled: boolean;
}

/** Puts the helpers into the page. */
export async function prepareWalk(page: Page): Promise<void> {
  await page.addInitScript(({ controls, restless }) => {
    const isThere = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0 && element.closest('[inert], [aria-hidden="true"], [hidden]') === null;
    const nameOf = (element: Element): string => (element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.innerText ?? (element as HTMLElement).innerText ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 80);
    const find = (scope: string): Map<string, Element> => {
      const found = new Map<string, Element>();
      for (const root of document.querySelectorAll(scope)) for (const element of root.querySelectorAll(controls)) {
        // React Aria draws radios and checkboxes over hidden inputs: those are the controls
        if (!isThere(element) && !(element instanceof HTMLInputElement && element.closest('label') !== null && isThere(element.closest('label')!))) continue;
        if ([...found.values()].includes(element)) continue;
        const name = `${element.getAttribute('role') ?? (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase())} ${element instanceof HTMLInputElement && element.type === 'radio' ? element.value : nameOf(element)}`;
        let n = 0;
        while (found.has(`${name} ${n}`)) n++;
        found.set(`${name} ${n}`, element);
      }
      return found;
    };
    const skipped = /^(?:id|aria-controls|aria-describedby|aria-labelledby|aria-owns|tabindex|data-(?:pressed|hovered|focus(?:ed|-visible|-within)?|rac|react-aria.*|collection|key|shown|near))$/;
    const print = (): string => {
      const parts: string[] = [location.hash.replace(/day=\d+/, ''), document.documentElement.lang, document.documentElement.dataset['theme'] ?? ''];
      const walk = (element: Element): void => {
        if (element.matches(restless) || (!window.walkSeesMap && element.matches('.map-host'))) return;
        parts.push(element.tagName);
        for (const { name, value } of element.attributes) if (!skipped.test(name)) parts.push(`${name}=${value}`);
        if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) parts.push(element.value, String((element as HTMLInputElement).checked));
        if (element.scrollLeft !== 0 || element.scrollTop !== 0) parts.push(`${element.scrollLeft},${element.scrollTop}`);
        for (const child of element.childNodes) {
          if (child instanceof Element) walk(child);
          else if (child.nodeType === Node.TEXT_NODE) parts.push(child.textContent ?? '');
        }
      };
      walk(document.body);
      return parts.join('\n');
    };
    Object.assign(window, { walkSeesMap: false, walkFind: find, walkPrint: print, walkFocus: () => [...document.querySelectorAll('*')].indexOf(document.activeElement ?? document.body) });
  }, { controls: CONTROLS, restless: RESTLESS });
}

declare global {
  interface Window {
    /** Whether what the map draws counts: much to read, so only where it is what changes. */
    walkSeesMap: boolean;
    walkFind(scope: string): Map<string, Element>;
    walkPrint(): string;
    walkFocus(): number;
    walkBefore: { readonly print: string; readonly focus: number };
  }
}

export function findControls(page: Page, scope: string): Promise<Found[]> {
  return page.evaluate(place => [...window.walkFind(place)].map(([key, element]) => ({ key, isDisabled: element.matches(':disabled, [aria-disabled="true"], [data-disabled]') })), scope);
}

/** Waits until nothing on the page changes any more by itself. */
export async function rest(page: Page): Promise<void> {
  const isQuiet = await page.evaluate(async patience => {
    const until = performance.now() + patience;
    let last = '';
    while (performance.now() < until) {
      await new Promise(done => { setTimeout(done, 50); });
      const now = window.walkPrint();
      if (now === last) return true;
      last = now;
    }
    return false;
  }, SETTLING);
  if (!isQuiet) throw new Error('the page never came to rest');
}

const remember = (page: Page): Promise<void> => page.evaluate(() => { window.walkBefore = { print: window.walkPrint(), focus: window.walkFocus() }; });

function hasChanged(page: Page): Promise<boolean> {
  return page.evaluate(() => window.walkPrint() !== window.walkBefore.print || window.walkFocus() !== window.walkBefore.focus);
}

async function waitForChange(page: Page, isElsewhere: () => boolean): Promise<boolean> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    if (isElsewhere() || await hasChanged(page)) return true;
    await page.waitForTimeout(40);
  }
  return false;
}

/** Keys that use a control, in turn until one does something. */
async function keysFor(control: ElementHandle): Promise<readonly (readonly string[])[]> {
  const { tag, type, role, isChosen, isDay } = await control.evaluate(node => {
    const element = node as HTMLInputElement;
    return { tag: element.tagName, type: element.type ?? '', role: element.getAttribute('role') ?? '', isChosen: element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-selected') === 'true' || (element.type === 'radio' && element.checked), isDay: element.classList.contains('day-field') };
  });
  if (tag === 'SELECT') return [['ArrowDown'], ['ArrowUp']];
  if (tag === 'TEXTAREA' || (tag === 'INPUT' && ['text', 'search'].includes(type))) return isDay ? [['Control+a', '2', '0', '0', 'Enter'], ['Control+a', '2', '1', '0', 'Enter']] : [['End', 'x', 'Tab']];
  if (tag === 'INPUT' && type === 'number') return [['ArrowUp', 'Tab'], ['ArrowDown', 'Tab']];
  if (tag === 'INPUT' && type === 'date') return [['ArrowUp']];
  if (tag === 'INPUT' && type === 'range') return [['ArrowRight'], ['ArrowLeft']];
  if (role === 'slider' || role === 'separator' || role === 'application') return [['ArrowRight'], ['ArrowLeft'], ['ArrowDown'], ['ArrowUp']];
  if (role === 'radio' || type === 'radio') return isChosen ? [['ArrowRight'], ['ArrowLeft'], ['ArrowUp']] : [[' '], ['Enter']];
  if (role === 'tab') return [['ArrowRight'], ['ArrowLeft']];
  if (type === 'checkbox' || role === 'checkbox' || role === 'switch') return [[' ']];
  return [['Enter']];
}

export interface Walk {
  /** Selector of the part of the page whose controls are used. */
  readonly scope: string;
  /** Brings the page to where the part is there. */
  readonly open: () => Promise<void>;
  /** Which controls to use; all by default. */
  readonly only?: (key: string) => boolean;
  /** How many to use at most, where a list has many alike. */
  readonly most?: number;
  /** Further preparation for a control, by the start of its key: what it does shows only then. */
  readonly before?: Readonly<Record<string, () => Promise<void>>>;
}

/** Uses every control of a part. Returns those that did nothing, and how many were used. */
export async function walkControls(page: Page, { scope, open, only = () => true, most = Infinity, before = {} }: Walk): Promise<{ readonly dead: string[]; readonly used: number }> {
  const dead: string[] = [];
  let used = 0;
  let elsewhere = false;
  const listen = (): void => { elsewhere = true; };
  page.on('filechooser', listen);
  page.on('download', listen);
  await restore(page);
  await open();
  await rest(page);
  const found = (await findControls(page, scope)).filter(item => !item.isDisabled && only(item.key)).slice(0, most);
  for (const { key } of found) {
    await restore(page);
    await open();
    for (const [start, prepare] of Object.entries(before)) if (key.startsWith(start)) await prepare();
    await rest(page);
    const handle = await page.evaluateHandle(([place, name]) => window.walkFind(place!).get(name!) ?? null, [scope, key]);
    const control = handle.asElement();
    if (control === null) { dead.push(`${key} (gone)`); continue; }
    // what is chosen already cannot be chosen again
    if (await control.evaluate(element => element.matches(':disabled, [aria-disabled="true"], [data-disabled], [aria-current="true"]') || (element instanceof HTMLSelectElement && element.options.length < 2))) continue;
    used++;
    elsewhere = false;
    let isAlive = false;
    for (const keys of await keysFor(control)) {
      await control.evaluate(element => { (element as HTMLElement).focus(); });
      await nextFrames(page);
      await remember(page);
      for (const press of keys) await page.keyboard.press(press);
      isAlive = await waitForChange(page, () => elsewhere);
      // leaving a field is no change of its own
      if (isAlive && keys.at(-1) === 'Tab') isAlive = await page.evaluate(() => window.walkPrint() !== window.walkBefore.print);
      if (isAlive) break;
    }
    if (!isAlive) dead.push(key);
    await control.dispose();
  }
  await restore(page);
  page.off('filechooser', listen);
  page.off('download', listen);
  return { dead, used };
}

/** Back to the bare screen: nothing open, nothing playing, nothing changed, in English. */
export async function restore(page: Page): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await nextFrames(page);
    const wanted = await page.evaluate(() => {
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], .region-table, [data-held]') !== null) return 'Escape';
      (document.activeElement as HTMLElement | null)?.blur();
      if (document.querySelector<HTMLElement>('.transport-play')?.innerText === 'Pause') return ' ';
      if (document.documentElement.lang !== 'en') { document.querySelector<HTMLElement>('.language')?.click(); return 'Shift'; }
      const undo = document.querySelector<HTMLButtonElement>('.top-bar button[aria-label^="Undo"]');
      return undo?.disabled === false ? 'Control+z' : '';
    });
    if (wanted === '') return;
    await page.keyboard.press(wanted);
    if (wanted === 'Escape') await page.waitForTimeout(60);
  }
  throw new Error('the page could not be brought back');
}

/** Uses every item of a menu that a button opens. Returns the items that did nothing. */
export async function walkMenu(page: Page, button: string): Promise<{ readonly dead: string[]; readonly used: number }> {
  const ITEMS = '[role="menuitem"], [role="menuitemradio"], [role="menuitemcheckbox"], [role="option"]';
  const dead: string[] = [];
  let used = 0;
  let elsewhere = false;
  const listen = (): void => { elsewhere = true; };
  page.on('filechooser', listen);
  page.on('download', listen);
  const open = async (): Promise<void> => {
    await page.locator(button).first().focus();
    await page.keyboard.press('Enter');
    await page.locator(ITEMS).first().waitFor();
  };
  await restore(page);
  await open();
  const count = await page.locator(ITEMS).count();
  for (let i = 0; i < count; i++) {
    await restore(page);
    await rest(page);
    await remember(page);
    await open();
    const item = page.locator(ITEMS).nth(i);
    const name = (await item.innerText()).replaceAll(/\s+/g, ' ');
    const { isChosen, isDisabled, isCheck } = await item.evaluate(element => ({ isChosen: element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-selected') === 'true', isDisabled: element.getAttribute('aria-disabled') === 'true', isCheck: element.getAttribute('role') === 'menuitemcheckbox' }));
    if (isDisabled || (isChosen && !isCheck)) continue;
    used++;
    elsewhere = false;
    await item.focus();
    await page.keyboard.press('Enter');
    if (isCheck) await page.keyboard.press('Escape');
    await page.locator('[role="menu"], [role="listbox"]').first().waitFor({ state: 'detached' });
    const isAlive = await page.evaluate(() => window.walkPrint() !== window.walkBefore.print) || elsewhere || await waitForPrint(page, () => elsewhere);
    if (!isAlive) dead.push(`${button}: ${name}`);
    if (isCheck) { await open(); await page.locator(ITEMS).nth(i).focus(); await page.keyboard.press('Enter'); await page.keyboard.press('Escape'); }
  }
  await restore(page);
  page.off('filechooser', listen);
  page.off('download', listen);
  return { dead, used };
}

async function waitForPrint(page: Page, isElsewhere: () => boolean): Promise<boolean> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    if (isElsewhere() || await page.evaluate(() => window.walkPrint() !== window.walkBefore.print)) return true;
    await page.waitForTimeout(60);
  }
  return false;
}
