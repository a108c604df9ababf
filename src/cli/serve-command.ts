/** `forestall serve`: the planner in a browser, from this machine alone. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { isFile } from '../io/node.ts';
import { PROJECT_ROOT } from './library.ts';
import { EXIT, print, say, Stop, wholeNumber, withExamples } from './output.ts';
import { serve } from './serve.ts';

export function serveCommand(program: Command): void {
  withExamples(program.command('serve'), 'forestall serve --port 0')
    .description('serve the built planner and print its address')
    .option('--port <number>', 'first port to try; 0 lets the system choose', wholeNumber('--port', 0, 65535), 4173)
    .option('--host <address>', 'address to listen on; 0.0.0.0 for the local network', '127.0.0.1')
    .action(async (options: { port: number; host: string }) => {
      const root = join(PROJECT_ROOT, 'dist/app');
      if (!isFile(join(root, 'index.html'))) {
        say('The planner is not built yet: run "npm start", which builds and serves it.');
        throw new Stop(EXIT.badInput);
      }
      const served = await serve({ port: options.port, host: options.host, root });
      print(`Forestall is open at ${served.url}`);
      print('The example plan of Halvane opens by itself. Stop with Ctrl-C.');
      await new Promise<void>(resolve => { for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve()); });
      await served.close();
    });
}
