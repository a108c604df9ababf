/**
 * The command line as one build: src/cli/main.ts and the worker of the Node pool, for a Node that does not read
 * TypeScript. Plain JavaScript, since it runs before anything is built.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILDS = join(ROOT, 'dist/cli');
const HOUR = 3_600_000; // ms

/** Hash of everything the build reads: sources, imported data, the packages' versions. */
function contentHash() {
  const hash = createHash('sha256');
  const add = path => {
    const full = join(ROOT, path);
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else if (/\.(ts|tsx|mjs|json)$/.test(path)) hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  };
  for (const path of ['src', 'assets', 'package-lock.json', 'tsconfig.json']) add(path);
  return hash.digest('hex').slice(0, 16);
}

/** A process that started earlier may still load its worker from an older build, so builds go after an hour. */
function removeOldBuilds(current) {
  for (const name of readdirSync(BUILDS)) {
    const folder = join(BUILDS, name);
    try {
      if (name !== current && Date.now() - statSync(folder).mtimeMs > HOUR) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another process removed it first.
    }
  }
}

/**
 * Builds the command line unless this very source is built already.
 *
 * Each build has a folder of its own, named by content, and arrives there by one rename: processes that start at the
 * same time, or while sources change, never see half a build or a worker of another version.
 *
 * @param {(line: string) => void} say receives one line when there is something to wait for
 * @returns {Promise<string>} folder that holds main.js and node-worker.js
 */
export async function buildCommandLine(say) {
  const name = contentHash();
  const folder = join(BUILDS, name);
  if (existsSync(join(folder, 'main.js'))) return folder;

  say('Preparing the command line…');
  const { build } = await import('vite').catch(() => {
    throw new Error('The packages are not installed yet: run "npm ci" first.');
  });
  const unfinished = join(BUILDS, `${name}.${process.pid}.unfinished`);
  mkdirSync(unfinished, { recursive: true });
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'warn',
      publicDir: false,
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: true,
        target: 'node20',
        outDir: unfinished,
        emptyOutDir: false,
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { main: join(ROOT, 'src/cli/main.ts'), 'node-worker': join(ROOT, 'src/workers/node-worker.ts') },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Whoever built the same source first has put it there.
    if (!existsSync(join(folder, 'main.js'))) throw error;
  }
  removeOldBuilds(name);
  return folder;
}
