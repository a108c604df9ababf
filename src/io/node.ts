/** Files for the command line. The only place below the shells that touches a disk. */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Longest file read, bytes: the reader of JSON refuses far shorter texts with a better sentence. */
const BYTES_LIMIT = 120_000_000;

/** Why a file cannot be read: a sentence, and the line where that can be told. */
export interface Unreadable { readonly error: string; readonly line?: number }

/** The text of a file, or why it cannot be read. */
export function readText(path: string): { readonly text: string } | Unreadable {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { error: `"${path}" is a folder, not a file.` };
    // a pipe or a device may never end
    if (!stat.isFile()) return { error: `"${path}" is no file.` };
    if (stat.size > BYTES_LIMIT) return { error: `"${path}" holds ${Math.round(stat.size / 1e6)} million bytes; at most ${BYTES_LIMIT / 1e6} million are read.` };
    const bytes = readFileSync(path);
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      const line = lineNotUtf8(bytes);
      return { error: `"${path}" is not a text in UTF-8: line ${line} holds bytes of another encoding.`, line };
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

/** A sentence when a file could not be written there, told before the work that would fill it; undefined when it could. */
export function writeProblem(path: string): string | undefined {
  const full = resolve(path);
  if (isFolder(full)) return `"${path}" is a folder, not a file.`;
  let folder = dirname(full);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  if (!isFolder(folder)) return `"${path}" cannot be written: "${folder}" is no folder.`;
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return errorSentence(error, path, 'written');
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
  return statsOf(path)?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}

/** What the disk says of a path; undefined when there is nothing, or no way to it. */
function statsOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** First line, from 1, whose bytes are no UTF-8; a line end is never part of a longer character. */
function lineNotUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    try {
      decoder.decode(bytes.subarray(from, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    from = end + 1;
  }
}

function errorSentence(error: unknown, path: string, what: string): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return `"${path}" does not exist.`;
  if (code === 'EROFS') return `"${path}" cannot be written: the disk is read-only.`;
  if (code === 'EACCES' || code === 'EPERM') return `"${path}" may not be ${what}: permission denied.`;
  if (code === 'ENOSPC') return `"${path}" cannot be written: the disk is full.`;
  return `"${path}" cannot be ${what}: ${error instanceof Error ? error.message : String(error)}.`;
}
