/** The record of a case on disk: the tables in reference/ beside its scenario. */
import { dirname, join } from 'node:path';
import { isFile, readText } from '../io/node.ts';
import { hashJson } from '../kernel/hash.ts';
import type { Diagnostic } from '../scenario/diagnostics.ts';
import { parseReference, REFERENCE_FILES, type Reference, type ReferenceFile } from '../study/backtest/reference.ts';
import { unreadable, type OpenScenario } from './library.ts';

export interface OpenReference {
  readonly reference: Reference;
  /** Tables that were there, and the hash of their texts. */
  readonly files: readonly ReferenceFile[];
  readonly hash: string;
  readonly folder: string;
  readonly diagnostics: Diagnostic[];
}

/** Reads the record beside a scenario; a scenario without one has no file. */
export function openReference(open: OpenScenario): OpenReference {
  const folder = join(dirname(open.place.file), 'reference');
  const diagnostics: Diagnostic[] = [];
  const texts: Partial<Record<ReferenceFile, string>> = {};
  for (const name of REFERENCE_FILES) {
    const path = join(folder, name);
    if (!isFile(path)) continue;
    const read = readText(path);
    if ('error' in read) diagnostics.push(unreadable(path, read));
    else texts[name] = read.text;
  }
  const { value, diagnostics: found } = parseReference(texts, open.scenario, folder);
  return { reference: value, files: REFERENCE_FILES.filter(name => texts[name] !== undefined), hash: hashJson(texts), folder, diagnostics: [...diagnostics, ...found] };
}
