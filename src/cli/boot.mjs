/** `npm run -s forestall -- …`: brings the command line up to date with its sources, then runs it. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { buildCommandLine } from './build.mjs';

try {
  const folder = await buildCommandLine(line => process.stderr.write(`${line}\n`));
  await import(pathToFileURL(join(folder, 'main.js')).href);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
