/**
 * Three kinds of test. `node`: everything without a screen. `dom`: panels in a document without a browser.
 * `browser`: Node drives a real Chromium over the built planner, one file after the other, when the rest is done.
 *
 * FORESTALL_REPORT names a file for the counts in JSON (used by .ci/run).
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = process.env['FORESTALL_REPORT'];
const MINUTE = 60_000; // ms

export default defineConfig({
  root,
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/panels/**'],
          setupFiles: 'test/make/property-seed.ts',
          pool: 'threads',
          // Statistical suites have fixed budgets of runs, not of time.
          testTimeout: 3 * MINUTE,
          hookTimeout: 3 * MINUTE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: 'dom',
          include: ['test/panels/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          pool: 'threads',
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/setup.ts',
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
          expect: { poll: { timeout: MINUTE / 2, interval: 60 } },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
