/** The command line as a function: one file a command; exit codes in output.ts. */
import { Command, CommanderError } from 'commander';
import { ENGINE_VERSION, MODEL_VERSION } from '../engine/version.ts';
import { backtestCommand } from './backtest-command.ts';
import { benchCommand } from './bench-command.ts';
import { blessCommand } from './bless-command.ts';
import { checkCommand } from './check-command.ts';
import { delayCommand } from './delay-command.ts';
import { explainCommand } from './explain-command.ts';
import { listCommand } from './list.ts';
import { loadCommand } from './load-command.ts';
import { modelCommand } from './model-command.ts';
import { newCommand } from './new-command.ts';
import { EXIT, say, Stop, withExamples } from './output.ts';
import { parametersCommand } from './parameters-command.ts';
import { runCommand } from './run-command.ts';
import { searchCommand } from './search-command.ts';
import { sensitivityCommand } from './sensitivity-command.ts';
import { serveCommand } from './serve-command.ts';
import { studyCommand } from './study-command.ts';
import { timingCommand } from './timing-command.ts';
import { tablesCommand } from './tables-command.ts';
import { validateCommand } from './validate-command.ts';
import { warningValueCommand } from './warning-command.ts';
import { verifyCommand } from './verify-command.ts';

const COMMANDS = [listCommand, checkCommand, runCommand, studyCommand, delayCommand, timingCommand, searchCommand, warningValueCommand, explainCommand, sensitivityCommand, verifyCommand, validateCommand, backtestCommand, newCommand, tablesCommand, loadCommand, parametersCommand, modelCommand, benchCommand, blessCommand, serveCommand];

/** All commands with their options. */
export function commandLine(): Command {
  const program = new Command('forestall')
    .description('Peacekeeping mission planning simulator: when should we act, with what, and how sure are we?')
    .version(`${ENGINE_VERSION}, model ${MODEL_VERSION}`)
    .showHelpAfterError('Add --help for the options.')
    // settings are inherited by commands added after them
    .exitOverride();
  for (const add of COMMANDS) add(program);
  return withExamples(program, 'forestall list', 'forestall study halvane --plans none,a,b,c', 'forestall delay halvane --plan a --action bn-east')
    .addHelpText('after', `\nExit codes: 0 done, 1 bad input, 2 wrong usage, 3 a check did not hold, 130 stopped by Ctrl-C.\nProgress goes to standard error, results to standard output.`);
}

/**
 * Runs one command.
 * @param args what was typed after the program's name
 * @returns the exit code
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    await commandLine().parseAsync([...args], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof Stop) return error.code;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    say(`Something broke inside the program: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    return EXIT.failed;
  }
}
