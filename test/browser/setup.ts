/**
 * Once for all browser tests: builds the planner as `npm run build` does and serves it on a free port.
 *
 * FORESTALL_PLANNER names a folder with a planner that is already built; then nothing is built.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serve } from '../../src/cli/serve.ts';
import { CHROMIUM } from './pages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the served planner, with a slash at its end. */
    plannerUrl: string;
    /** Folder of the built planner. */
    plannerFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(CHROMIUM)) throw new Error(`The browser tests need Chromium at ${CHROMIUM}: apt-get install chromium`);
  const built = process.env['FORESTALL_PLANNER'];
  const folder = built ?? `${ROOT}dist/app`;
  // a process of its own: in this one React would be built for tests
  if (built === undefined) execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '-c', 'src/app/vite.config.ts', '--logLevel', 'error'], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
  const served = await serve({ port: 0, host: '127.0.0.1', root: folder });
  project.provide('plannerUrl', served.url);
  project.provide('plannerFolder', folder);
  return () => served.close();
}
