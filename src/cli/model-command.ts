/** `forestall model`: makes the generated parts of the model document anew. */
import type { Command } from 'commander';
import { readText, writeText } from '../io/node.ts';
import { relativeToHere } from './library.ts';
import { MODEL_DOCUMENT, readSources, refreshed } from './model-document.ts';
import { EXIT, print, printJson, say, Stop, withExamples } from './output.ts';

export function modelCommand(program: Command): void {
  withExamples(program.command('model'), 'forestall model', 'forestall model --check')
    .description('rewrite the generated parts of the model document: mechanisms, parameters, columns, draws')
    .option('--check', 'write nothing; exit code 3 when a part is out of date')
    .option('--json', 'print one JSON object')
    .action((options: { check?: boolean; json?: boolean }) => {
      const read = readText(MODEL_DOCUMENT);
      if ('error' in read) stop(read.error, EXIT.badInput);
      const text = refreshed(read.text, readSources());
      const current = text === read.text;
      if (options.check !== true && !current) {
        const { error } = writeText(MODEL_DOCUMENT, text);
        if (error !== undefined) stop(error, EXIT.badInput);
      }
      const file = relativeToHere(MODEL_DOCUMENT);
      if (options.json === true) printJson({ file, current, written: options.check !== true && !current });
      else if (current) print(`${file} is up to date.`);
      else if (options.check !== true) print(`${file} written.`);
      if (options.check === true && !current) stop(`${file} is out of date; "forestall model" rewrites it.`, EXIT.failed);
    });
}

function stop(sentence: string, code: number): never {
  say(sentence);
  throw new Stop(code);
}
