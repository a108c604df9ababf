/** The command line: one file a command; exit codes in output.ts. */
import { Command, CommanderError } from 'commander';
import { ENGINE_VERSION, MODEL_VERSION } from '../engine/version.ts';
import { benchCommand } from './bench-command.ts';
import { blessCommand } from './bless-command.ts';
import { checkCommand } from './check-command.ts';
import { delayCommand } from './delay-command.ts';
import { listCommand } from './list.ts';
import { EXIT, say, Stop } from './output.ts';
import { parametersCommand } from './parameters-command.ts';
import { runCommand } from './run-command.ts';
import { serveCommand } from './serve-command.ts';
import { studyCommand } from './study-command.ts';
import { verifyCommand } from './verify-command.ts';

const program = new Command('forestall')
  .description('Peacekeeping mission planning simulator: when should we act, with what, and how sure are we?')
  .version(`${ENGINE_VERSION}, model ${MODEL_VERSION}`)
  .showHelpAfterError('Add --help for the options.')
  .addHelpText('after', '\nExit codes: 0 done, 1 bad input, 2 wrong usage, 3 a check did not hold, 130 stopped by Ctrl-C.\nProgress goes to standard error, results to standard output.');
// settings are inherited by commands added after them
program.exitOverride();
for (const add of [listCommand, checkCommand, runCommand, studyCommand, delayCommand, verifyCommand, parametersCommand, benchCommand, blessCommand, serveCommand]) add(program);

// a reader that closes the pipe early, such as head, is no failure
process.stdout.on('error', error => { if ((error as { code?: string }).code === 'EPIPE') process.exit(EXIT.done); });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Stop) process.exitCode = error.code;
  else if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else {
    say(`Something broke inside the program: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    process.exitCode = EXIT.failed;
  }
}
