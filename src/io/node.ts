/** Files for the command line. The only place below the shells that touches a disk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Longest file read, bytes: the reader of JSON refuses far shorter texts with a better sentence. */
const BYTES_LIMIT = 120_000_000;

/** The text of a file, or a sentence that says why it cannot be read. */
export function readText(path: string): { readonly text: string } | { readonly error: string } {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { error: `"${path}" is a folder, not a file.` };
    if (stat.size > BYTES_LIMIT) return { error: `"${path}" holds ${Math.round(stat.size / 1e6)} million bytes; at most ${BYTES_LIMIT / 1e6} million are read.` };
    const bytes = readFileSync(path);
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      return { error: `"${path}" is not a text in UTF-8.` };
    }
  } catch (error) {
    return { error: errorSentence(error, path, 'read') };
  }
}

/**
 * Writes a whole file or nothing: to a neighbour first, then by one rename.
 * @returns a sentence when it cannot be written
 */
export function writeText(path: string, text: string): { readonly error?: string } {
  const full = resolve(path);
  const part = join(dirname(full), `.${basename(full)}.${process.pid}.part`);
  try {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(part, text);
    renameSync(part, full);
    return {};
  } catch (error) {
    rmSync(part, { force: true });
    return { error: errorSentence(error, path, 'written') };
  }
}

/** Names of the folders in a folder, sorted; empty when it does not exist. */
export function foldersIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort() : [];
}

/** Names of the files with an ending in a folder, sorted; empty when it does not exist. */
export function filesIn(path: string, ending: string): string[] {
  return existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter(entry => entry.isFile() && entry.name.endsWith(ending)).map(entry => entry.name).sort() : [];
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function errorSentence(error: unknown, path: string, what: string): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return `"${path}" does not exist.`;
  if (code === 'EACCES' || code === 'EPERM') return `"${path}" may not be ${what}: permission denied.`;
  if (code === 'ENOSPC') return `"${path}" cannot be written: the disk is full.`;
  return `"${path}" cannot be ${what}: ${error instanceof Error ? error.message : String(error)}.`;
}
