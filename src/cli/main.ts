/** The command line of this process. */
import { EXIT } from './output.ts';
import { runCommandLine } from './program.ts';

// a reader that closes the pipe early, such as head, is no failure
process.stdout.on('error', error => { if ((error as { code?: string }).code === 'EPIPE') process.exit(EXIT.done); });

process.exitCode = await runCommandLine(process.argv.slice(2));
