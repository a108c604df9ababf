/** The worker of the Node pool, built once for a test file into a folder of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds it; the way back removes the folder. */
export async function buildNodeWorker(): Promise<{ readonly entry: URL; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'forestall-worker-'));
  await build({
    configFile: false, root: ROOT, logLevel: 'error', publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: true, target: 'node20', outDir: folder, emptyOutDir: false, minify: false, rolldownOptions: { input: { 'node-worker': join(ROOT, 'src/workers/node-worker.ts') }, output: { entryFileNames: '[name].js' } } },
  });
  // the folder has no package.json that would say so
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return { entry: pathToFileURL(join(folder, 'node-worker.js')), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
