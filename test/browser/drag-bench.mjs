/**
 * What a drag costs on Halvane: from the pointer's move to the draft on the ribbons, and how long the main thread is
 * blocked meanwhile. By hand, after `npm run build`, on an otherwise quiet machine:
 *
 *   node test/browser/drag-bench.mjs [--moves 30] [--renderer auto|svg|canvas|webgl] [--url http://…]
 *
 * Prints the median and the 95th percentile over all moves, and the longest task of the main thread (the Long Tasks API
 * counts tasks of 50 ms and more; 0 means that there was none). Aims: 150 ms at the 95th percentile and no task over
 * 50 ms on two cores in headless Chromium. It measures; it asserts nothing.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({ options: { moves: { type: 'string', default: '30' }, renderer: { type: 'string', default: 'auto' }, url: { type: 'string' }, folder: { type: 'string' } } });
const moves = Number(values.moves);
const folder = values.folder ?? fileURLToPath(new URL('../../dist/app', import.meta.url));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.woff2': 'font/woff2' };

async function serveFolder() {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('The planner is not built yet: run "npm run build" first.');
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(request.url.split('?')[0])).replace(/^(\.\.[/\\])+/, '');
    const file = join(folder, path.endsWith('/') ? 'index.html' : path);
    if (!file.startsWith(folder) || !existsSync(file)) { response.writeHead(404).end(); return; }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => { server.close(); server.closeAllConnections(); } };
}

const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.ceil(q * list.length) - 1)];

const served = values.url === undefined ? await serveFolder() : { url: values.url, close: () => {} };
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => { localStorage.setItem('forestall.notice', 'true'); });
  const opened = performance.now();
  await page.goto(served.url + (values.renderer === 'auto' ? '' : `?renderer=${values.renderer}`));
  await page.locator('.fan-median').first().waitFor({ state: 'attached', timeout: 120_000 });
  const first = performance.now() - opened;
  await page.locator('.page[data-plan-hash]').waitFor({ timeout: 120_000 });
  const settled = performance.now() - opened;
  // the start-day curve uses the same workers
  await page.locator('.strip-picture:not([data-running])').waitFor({ state: 'attached', timeout: 120_000 });
  const curve = performance.now() - opened;

  const box = await page.locator('#bar-bn-east').boundingBox();
  await page.evaluate(() => {
    const bench = { moved: 0, drafts: [], long: [], frames: [] };
    window.bench = bench;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) bench.long.push(entry.duration); }).observe({ type: 'longtask' });
    addEventListener('pointermove', () => { if (bench.moved === 0) bench.moved = performance.now(); }, true);
    // a new draft is a new line of the median; it counts when its frame was drawn
    new MutationObserver(changes => {
      if (bench.moved === 0 || !changes.some(change => change.target.classList?.contains('fan-median'))) return;
      const from = bench.moved;
      bench.moved = 0;
      requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.addEventListener('message', () => { bench.drafts.push(performance.now() - from); }); channel.port1.start(); channel.port2.postMessage(0); });
    }).observe(document.querySelector('.timeline-ribbons'), { subtree: true, attributes: true, attributeFilter: ['d'] });
    let last = performance.now();
    const frame = () => { const now = performance.now(); bench.frames.push(now - last); last = now; requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  });
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.evaluate(() => { window.bench.moved = 0; window.bench.long.length = 0; window.bench.frames.length = 0; });
  let missed = 0;
  for (let i = 1; i <= moves; i++) {
    const before = await page.evaluate(() => window.bench.drafts.length);
    await page.mouse.move(box.x + 8 + i * 9, box.y + box.height / 2);
    await page.waitForFunction(count => window.bench.drafts.length > count, before, { timeout: 3000, polling: 10 }).catch(() => { missed++; });
    await page.evaluate(() => { window.bench.moved = 0; });
  }
  await page.mouse.up();
  const { drafts, long, frames } = await page.evaluate(() => window.bench);
  const line = (name, value, unit = 'ms') => { console.log(`${name.padEnd(52)} ${String(Math.round(value)).padStart(7)} ${unit}`); };
  line('open to first ribbons', first);
  line('open to settled (512 futures, two plans)', settled);
  line('open to start-day curve', curve);
  line('moves', moves, '');
  line('moves without a new draft within 3 s', missed, '');
  line('pointer move to draft ribbons, median', quantile(drafts, 0.5));
  line('pointer move to draft ribbons, 95th percentile', quantile(drafts, 0.95));
  line('longest task of the main thread (0: none from 50 ms)', Math.max(0, ...long));
  line('tasks of 50 ms and more', long.length, '');
  line('longest time between frames', Math.max(0, ...frames));
} finally {
  await browser.close();
  served.close();
}
