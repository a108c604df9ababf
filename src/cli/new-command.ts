/** `forestall new case`: a folder that is a whole case, for somebody to fill in. */
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { filesIn, foldersIn, isFile, isFolder, readText, writeText } from '../io/node.ts';
import { PROJECT_ROOT } from './library.ts';
import { EXIT, print, printJson, refuse, say, Stop, withExamples } from './output.ts';

const TEMPLATE = join(PROJECT_ROOT, 'assets', 'new-case');
/** Stands in the template wherever the id of the case goes. */
const PLACEHOLDER = 'CASE-ID';

interface NewOptions { readonly id?: string; readonly json?: boolean }

export function newCommand(program: Command): void {
  const command = withExamples(program.command('new'), 'forestall new case ~/cases/my-case').description('start something of your own: a case');
  withExamples(command.command('case'), 'forestall new case ~/cases/my-case', 'forestall backtest ~/cases/my-case')
    .argument('<folder>', 'a folder that does not exist yet, or is empty').description('a commented case: scenario, plans, tables of the record, brief')
    .option('--id <id>', 'id of the case; the name of the folder by default')
    .option('--json', 'print one JSON object')
    .action((folder: string, options: NewOptions) => {
      const id = options.id ?? basename(resolve(folder));
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) refuse(`"${id}" is no id: lower-case letters and digits joined by hyphens, such as "my-case". Name the folder so, or add --id.`);
      if (isFile(folder)) refuse(`"${folder}" is a file.`);
      if (isFolder(folder) && foldersIn(folder).length + filesIn(folder, '').length > 0) refuse(`"${folder}" is not empty.`);
      const files = writeCase(folder, id);
      if (options.json === true) printJson({ id, folder, files });
      else {
        print(`${files.length} files in ${folder}: ${files.join(', ')}.`);
        print(`Next: forestall check ${folder}. README.md there says how to go on.`);
      }
    });
}

/** Copies the template; returns the files written, in order. */
function writeCase(folder: string, id: string): string[] {
  const names = ['', ...foldersIn(TEMPLATE)].flatMap(part => filesIn(join(TEMPLATE, part), '').map(name => join(part, name)));
  for (const name of names) {
    const read = readText(join(TEMPLATE, name));
    const problem = 'error' in read ? read.error : writeText(join(folder, name), read.text.replaceAll(PLACEHOLDER, id)).error;
    if (problem === undefined) continue;
    say(problem);
    throw new Stop(EXIT.badInput);
  }
  return names;
}
