/**
 * Reads JSON (RFC 8259) from strangers: bounded size and depth, every finding with line and path.
 *
 * Beyond JSON.parse: says where, refuses repeated keys, keys that name parts of JavaScript objects, and
 * numbers too large to hold; skips a byte-order mark. Repeated and refused keys do not stop the reading.
 */
import { pointer, type Diagnostic } from './diagnostics.ts';

/** Longest text read, characters; longer files are refused unread. */
export const JSON_SIZE_LIMIT = 20_000_000;
/** Deepest nesting of lists and objects. */
export const JSON_DEPTH_LIMIT = 64;
/** Most keys of one object and most entries of one list; no field of a scenario or plan comes near. */
export const JSON_KEYS_LIMIT = 5000;
export const JSON_ENTRIES_LIMIT = 100_000;
const FINDINGS_LIMIT = 100;
const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export interface JsonReading {
  /** The value; absent when the text is no JSON. */
  readonly value?: unknown;
  /** Line of the value at a JSON Pointer, from 1; of its nearest ancestor when it is absent. */
  readonly lineOf: (path: string) => number | undefined;
  readonly diagnostics: Diagnostic[];
}

/** Thrown inside this file only, to leave the descent. */
class Stop extends Error {}

interface Places { readonly at: number; readonly children: Map<string, number> | number[] }

/**
 * Reads a text.
 * @param text whole file
 * @param file name for findings
 */
export function readJson(text: string, file?: string): JsonReading {
  const diagnostics: Diagnostic[] = [];
  if (text.length > JSON_SIZE_LIMIT) {
    diagnostics.push({ severity: 'error', code: 'json/too-large', file, line: 1, path: '', message: `The file holds ${(text.length / 1e6).toFixed(1)} million characters; at most ${JSON_SIZE_LIMIT / 1e6} million are read.`, suggestion: 'Thin out polygons, or check that this is the right file.' });
    return { lineOf: () => undefined, diagnostics };
  }
  const reader = new Reader(text, file, diagnostics);
  try {
    const value = reader.document();
    return { value, lineOf: path => reader.lineOf(value, path), diagnostics };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { lineOf: () => undefined, diagnostics };
  }
}

class Reader {
  private readonly text: string;
  private readonly file: string | undefined;
  private readonly diagnostics: Diagnostic[];
  private readonly keys: (string | number)[] = [];
  /** Offsets where the open lists and objects began. */
  private readonly opened: number[] = [];
  private readonly places = new Map<object, Places>();
  private at = 0;
  private lineStarts: number[] | undefined;

  constructor(text: string, file: string | undefined, diagnostics: Diagnostic[]) {
    this.text = text;
    this.file = file;
    this.diagnostics = diagnostics;
  }

  document(): unknown {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    this.space();
    if (this.at >= this.text.length) this.stop('empty', 'The file is empty.', 'A scenario or plan file is one JSON object.');
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.stop('syntax', `Nothing may follow the closing ${typeof value === 'object' ? 'bracket' : 'value'}, but ${this.seen()} does.`);
    return value;
  }

  /** Line of the value at `path`. */
  lineOf(root: unknown, path: string): number | undefined {
    let offset = root !== null && typeof root === 'object' ? this.places.get(root)?.at : 0;
    let node: unknown = root;
    for (const part of path.split('/').slice(1)) {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const places = node !== null && typeof node === 'object' ? this.places.get(node) : undefined;
      const child = places === undefined ? undefined : Array.isArray(places.children) ? places.children[Number(key)] : places.children.get(key);
      if (child === undefined) break;
      offset = child;
      node = (node as Record<string, unknown>)[key];
    }
    return offset === undefined ? undefined : this.line(offset);
  }

  private value(): unknown {
    const c = this.text.charCodeAt(this.at);
    if (c === 0x7b) return this.object();
    if (c === 0x5b) return this.list();
    if (c === 0x22) return this.string();
    if (c === 0x2d || (c >= 0x30 && c <= 0x39)) return this.number();
    for (const [word, value] of [['true', true], ['false', false], ['null', null]] as const) {
      if (this.text.startsWith(word, this.at)) { this.at += word.length; return value; }
    }
    if (this.at >= this.text.length) return this.truncated();
    const word = /^[A-Za-z]+/.exec(this.text.slice(this.at, this.at + 20))?.[0];
    if (word === 'NaN' || word === 'Infinity' || word === 'undefined') return this.stop('syntax', `JSON has no ${word}.`, 'Leave the field out, or give a number.');
    if (c === 0x27) return this.stop('syntax', "Texts stand in double quotes; a single quote (') was found.");
    if (c === 0x2f) return this.stop('syntax', 'JSON has no comments.', 'Move the remark into a "note" field.');
    return this.stop('syntax', `A value was expected, but ${this.seen()} was found.`);
  }

  private object(): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const children = new Map<string, number>();
    this.open(value, children);
    this.space();
    if (this.take(0x7d)) return this.close(value);
    for (;;) {
      if (this.at >= this.text.length) this.truncated();
      const keyAt = this.at;
      if (this.text.charCodeAt(this.at) !== 0x22) {
        this.stop('syntax', this.text.charCodeAt(this.at) === 0x7d ? 'A comma stands before the closing brace.' : `A key in double quotes was expected, but ${this.seen()} was found.`);
      }
      const key = this.string();
      this.space();
      if (!this.take(0x3a)) this.expected('a colon after the key', key);
      this.space();
      if (children.size >= JSON_KEYS_LIMIT) this.stop('too-many', `One object holds more than ${JSON_KEYS_LIMIT} keys.`);
      this.keys.push(key);
      const valueAt = this.at;
      const child = this.value();
      if (REFUSED_KEYS.has(key)) this.find('refused-key', keyAt, `The key "${shorten(key)}" is not allowed.`, 'Use another name.');
      else if (children.has(key)) this.find('repeated-key', keyAt, `The key "${shorten(key)}" appears twice in one object, first on line ${this.line(children.get(key)!)}.`, 'Keep one of the two.');
      else { value[key] = child; children.set(key, valueAt); }
      this.keys.pop();
      this.space();
      if (this.take(0x7d)) return this.close(value);
      if (!this.take(0x2c)) this.expected('a comma or the closing brace', key);
      this.space();
    }
  }

  private list(): unknown[] {
    const value: unknown[] = [];
    const children: number[] = [];
    this.open(value, children);
    this.space();
    if (this.take(0x5d)) return this.close(value);
    for (;;) {
      this.keys.push(value.length);
      if (this.text.charCodeAt(this.at) === 0x5d) this.stop('syntax', 'A comma stands before the closing bracket.');
      if (children.length >= JSON_ENTRIES_LIMIT) this.stop('too-many', `One list holds more than ${JSON_ENTRIES_LIMIT} entries.`);
      children.push(this.at);
      value.push(this.value());
      this.keys.pop();
      this.space();
      if (this.take(0x5d)) return this.close(value);
      if (!this.take(0x2c)) this.expected('a comma or the closing bracket', undefined);
      this.space();
    }
  }

  private open(value: object, children: Map<string, number> | number[]): void {
    if (this.opened.length >= JSON_DEPTH_LIMIT) this.stop('too-deep', `Lists and objects lie more than ${JSON_DEPTH_LIMIT} deep.`, 'No field of a scenario or plan is nested so deeply.');
    this.places.set(value, { at: this.at, children });
    this.opened.push(this.at);
    this.at++;
  }

  private close<T>(value: T): T {
    this.opened.pop();
    return value;
  }

  private string(): string {
    const start = this.at++;
    let plain = true;
    for (;;) {
      const c = this.text.charCodeAt(this.at);
      if (c === 0x22) break;
      if (this.at >= this.text.length) this.truncated(start);
      if (c < 0x20) this.stop('syntax', c === 0x0a || c === 0x0d ? 'A text is not closed on its line.' : 'A text holds a control character.', 'Close it with a double quote; write \\n for a new line.');
      if (c === 0x5c) {
        plain = false;
        const next = this.text[this.at + 1];
        if (next === 'u' ? !/^[0-9a-fA-F]{4}$/.test(this.text.slice(this.at + 2, this.at + 6)) : next === undefined || !'"\\/bfnrt'.includes(next)) {
          // an escape that the end of the file cut, not a wrong one
          if (next === undefined || (next === 'u' && this.at + 6 > this.text.length && /^[0-9a-fA-F]*$/.test(this.text.slice(this.at + 2)))) this.truncated(start);
          this.stop('syntax', `\\${next ?? ''} is no escape of JSON.`, 'Write \\\\ for a backslash.');
        }
        this.at++;
      }
      this.at++;
    }
    this.at++;
    return plain ? this.text.slice(start + 1, this.at - 1) : (JSON.parse(this.text.slice(start, this.at)) as string);
  }

  private number(): number {
    const found = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/.exec(this.text.slice(this.at, this.at + 400))?.[0];
    if (found === undefined || found.length >= 400 || /[\w.+-]/.test(this.text[this.at + found.length] ?? ' ')) {
      if (this.at + (found?.length ?? 1) >= this.text.length) this.truncated();
      return this.stop('syntax', `"${/^[\w.+-]{1,30}/.exec(this.text.slice(this.at, this.at + 30))?.[0] ?? ''}" is no number of JSON.`, 'Write numbers like 12, -0.5 or 3e6; a quantity with a unit is a text such as "40 t/day".');
    }
    const value = Number(found);
    if (!Number.isFinite(value)) this.find('number-too-large', this.at, `${shorten(found)} is too large for a number.`);
    this.at += found.length;
    return value;
  }

  private space(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.at);
      if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) this.at++;
      else return;
    }
  }

  private take(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at++;
    return true;
  }

  private expected(what: string, key: string | undefined): never {
    if (this.at >= this.text.length) return this.truncated();
    return this.stop('syntax', `${what[0]!.toUpperCase()}${what.slice(1)} was expected${key === undefined ? '' : ` near "${shorten(key)}"`}, but ${this.seen()} was found.`);
  }

  private truncated(textStart?: number): never {
    const start = textStart ?? this.opened.at(-1) ?? 0;
    this.at = this.text.length;
    const what = textStart !== undefined ? 'the text' : this.text[start] === '[' ? 'the list' : 'the object';
    return this.stop('truncated', `The file ends before ${what} that opens on line ${this.line(start)} is closed.`, 'The file may have been cut off while it was copied or saved.');
  }

  private seen(): string {
    return this.at >= this.text.length ? 'the end of the file' : JSON.stringify(String.fromCodePoint(this.text.codePointAt(this.at)!));
  }

  private stop(code: string, message: string, suggestion?: string): never {
    this.find(code, this.at, `${message.replace(/\.$/, '')} (column ${this.column(this.at)}).`, suggestion, true);
    throw new Stop();
  }

  private find(code: string, offset: number, message: string, suggestion?: string, always = false): void {
    if (!always && this.diagnostics.length >= FINDINGS_LIMIT) return;
    this.diagnostics.push({ severity: 'error', code: `json/${code}`, file: this.file, line: this.line(offset), path: pointer(this.keys.map(key => (typeof key === 'string' ? shorten(key) : key))), message, suggestion });
  }

  /** Line of an offset, from 1. */
  private line(offset: number): number {
    if (this.lineStarts === undefined) {
      this.lineStarts = [0];
      for (let i = this.text.indexOf('\n'); i >= 0; i = this.text.indexOf('\n', i + 1)) this.lineStarts.push(i + 1);
    }
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  private column(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1) + 1;
  }
}

/** A key or number fit to be shown. */
function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
