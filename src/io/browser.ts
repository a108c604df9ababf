/** What a browser page reads and keeps: files from the person, downloads, IndexedDB, small preferences. */
import { openDB, type IDBPDatabase } from 'idb';

/** Largest file that is read at all, bytes; the readers refuse far smaller ones with a better sentence. */
const LARGEST = 64_000_000;
const DATABASE = 'forestall';
const STORE = 'kept';

export interface OpenedFile {
  readonly name: string;
  readonly text: string;
}

/** Asks for a file and reads it as text. Undefined when the person gives none. */
export function openTextFile(accept = '.json,application/json'): Promise<OpenedFile | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => { resolve(undefined); });
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(undefined);
      else void readFile(file).then(resolve);
    });
    input.click();
  });
}

/** Reads a file that was chosen or dropped; a file beyond all measure is cut, and its reader will say so. */
export async function readFile(file: File): Promise<OpenedFile> {
  return { name: file.name, text: await file.slice(0, LARGEST).text() };
}

/** Saves a text under a name, as the browser saves downloads. */
export function downloadText(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 10_000);
}

/** A store of values by key in IndexedDB. Where the browser has none, every call rejects. */
export function indexedStorage(): { load(key: string): Promise<unknown>; save(key: string, value: unknown): Promise<void>; remove(key: string): Promise<void> } {
  let opened: Promise<IDBPDatabase> | undefined;
  const database = (): Promise<IDBPDatabase> => {
    opened ??= openDB(DATABASE, 1, { upgrade: db => { db.createObjectStore(STORE); } });
    return opened;
  };
  return {
    load: async key => (await database()).get(STORE, key) as Promise<unknown>,
    save: async (key, value) => { await (await database()).put(STORE, value, key); },
    remove: async key => { await (await database()).delete(STORE, key); },
  };
}

/** A small preference of this device as JSON; undefined when there is none or storage is blocked. */
export function readPreference(name: string): unknown {
  try {
    const text = localStorage.getItem(`forestall.${name}`);
    return text === null ? undefined : JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Keeps a preference; where storage is blocked it lasts as long as the page. */
export function keepPreference(name: string, value: unknown): void {
  try {
    localStorage.setItem(`forestall.${name}`, JSON.stringify(value));
  } catch {
    // Storage may be blocked.
  }
}
