/**
 * `node test/battery/run.mjs [ORDER …]`: dieharder (Debian package of that name) over the keyed draws, order by order,
 * with a fixed list of tests. Takes an hour; not part of `npm test`. Writes test/battery/result.txt.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ORDERS = ['indices', 'days', 'cells', 'runs', 'streams', 'seeds', 'alternating'];
// birthdays, OPERM5, ranks, bit stream, count the 1s, parking lot, spheres, squeeze, runs, craps, STS monobit, runs and
// serial, bit distribution, minimum distance, lagged sums, Kolmogorov–Smirnov, byte distribution, DCT, fill trees, monobit 2
const TESTS = [
  ['-d', '0'], ['-d', '1'], ['-d', '2'], ['-d', '3'], ['-d', '4'], ['-d', '8'], ['-d', '10'], ['-d', '11'], ['-d', '12'], ['-d', '13'], ['-d', '15'], ['-d', '16'],
  ['-d', '100'], ['-d', '101'], ['-d', '102'], ['-d', '200', '-n', '6'], ['-d', '201', '-n', '3'], ['-d', '203', '-n', '5'], ['-d', '204'], ['-d', '205'], ['-d', '206'], ['-d', '207'], ['-d', '208'], ['-d', '209'],
];

const folder = mkdtempSync(join(tmpdir(), 'forestall-battery-'));
await build({ configFile: false, root: ROOT, logLevel: 'error', publicDir: false, ssr: { target: 'node' }, build: { ssr: true, target: 'node20', outDir: folder, rolldownOptions: { input: { stream: join(ROOT, 'test/battery/stream.ts') } } } });
const wanted = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ORDERS;
const lines = [];
const counts = { PASSED: 0, WEAK: 0, FAILED: 0 };
for (const order of wanted) {
  for (const test of TESTS) {
    const shell = `node ${join(folder, 'stream.js')} ${order} | dieharder -g 200 ${test.join(' ')}`;
    const out = spawnSync('bash', ['-c', shell], { encoding: 'utf8', maxBuffer: 1e8 }).stdout ?? '';
    for (const line of out.split('\n')) {
      const verdict = /\|\s*(PASSED|WEAK|FAILED)\s*$/.exec(line)?.[1];
      if (verdict === undefined) continue;
      counts[verdict]++;
      lines.push(`${order.padEnd(12)}|${line.trim()}`);
      process.stderr.write(`${lines.at(-1)}\n`);
    }
  }
}
rmSync(folder, { recursive: true, force: true });
lines.push('', `passed ${counts.PASSED}, weak ${counts.WEAK}, failed ${counts.FAILED}`);
if (process.argv.length <= 2) writeFileSync(join(ROOT, 'test/battery/result.txt'), `${lines.join('\n')}\n`);
process.stdout.write(`${lines.at(-1)}\n`);
process.exitCode = counts.FAILED > 0 ? 3 : 0;
