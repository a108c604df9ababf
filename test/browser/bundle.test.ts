/** What the browser loads first, from the manifest of the build: nothing heavy in the shell, and within the budgets. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

const KB = 1000;
/**
 * The shell (scripts, styles, page), compressed, bytes. The aim is 220 kB: React and its accessible components alone are
 * 150 kB, the messages of both languages 21 kB. It must not grow.
 */
const SHELL = 254 * KB;
/** Everything that loads until the map of the example stands, compressed, bytes: shell, font, worker, Phaser, unit symbols, scenario. */
const FIRST_LOAD = 860 * KB;
const HEAVY = ['phaser', 'zod', 'mathjs', 'milsymbol', 'seedrandom'] as const;
/** Words that only the library's own code says; minifying leaves strings alone. */
const SIGNS: Readonly<Record<(typeof HEAVY)[number], RegExp>> = {
  phaser: /phaser\.io/i, zod: /ZodError|invalid_union/, mathjs: /mathjs|createTypedFunction|SimplifyConstant/i, milsymbol: /milsymbol|MILSYMBOL/i, seedrandom: /seedrandom/i,
};

const folder = inject('plannerFolder');
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;
const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry === true)!;
const packed = (file: string): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

/** A chunk and all that it imports at once. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of manifest[name]?.imports ?? []) withImports(next, found);
  return found;
}

const filesOf = (names: Iterable<string>): string[] => [...new Set([...names].flatMap(name => [manifest[name]!.file, ...(manifest[name]!.css ?? [])]))];
const shell = [...filesOf(withImports(entry[0])), 'index.html'];
/** The script of the workers: they carry parsing, schemas and formulas, and stand in the manifest of nobody. */
const workers = readdirSync(join(folder, 'assets')).filter(name => /^worker.*\.js$/.test(name)).map(name => `assets/${name}`);
const font = Object.entries(manifest).find(([name]) => name.endsWith('noto-sans-latin-wght-normal.woff2'))![1].file;
const sizes = (files: readonly string[]): string => files.map(file => `${file} ${(packed(file) / KB).toFixed(1)} kB`).join('\n');
const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + packed(file), 0);

describe('the build', () => {
  it('has what the manifest names', () => {
    for (const { file } of Object.values(manifest)) expect([file, existsSync(join(folder, file))]).toEqual([file, true]);
    expect(workers.length).toBeGreaterThan(0);
  });

  it.each(HEAVY)('keeps %s out of the shell', library => {
    for (const file of shell.filter(name => name.endsWith('.js'))) {
      expect([file, SIGNS[library].test(readFileSync(join(folder, file), 'utf8'))]).toEqual([file, false]);
      expect(file).not.toContain(library);
    }
  });
  it('has unit symbols drawn already, and nowhere what draws them', () => {
    for (const name of readdirSync(join(folder, 'assets')).filter(item => item.endsWith('.js'))) expect([name, SIGNS.milsymbol.test(readFileSync(join(folder, 'assets', name), 'utf8'))]).toEqual([name, false]);
  });
  it.each(['phaser'] as const)('would know %s if it saw it', library => {
    const own = Object.values(manifest).find(chunk => new RegExp(`/${library}-`).test(chunk.file))!;
    expect(readFileSync(join(folder, own.file), 'utf8')).toMatch(SIGNS[library]);
  });
  it('would know schemas and formulas if it saw them', () => {
    const text = readdirSync(join(folder, 'assets')).filter(name => name.endsWith('.js') && !shell.includes(`assets/${name}`)).map(name => readFileSync(join(folder, 'assets', name), 'utf8')).join('');
    expect(text).toMatch(SIGNS.zod);
    expect(text).toMatch(SIGNS.mathjs);
  });

  it('has a shell that has not grown', () => {
    expect(total(shell), sizes(shell)).toBeLessThanOrEqual(SHELL);
  });

  it('loads no more than it did until the map of the example stands', () => {
    const after = Object.keys(manifest).filter(name => /src\/(?:app\/dialogs|map\/)|phaser\.esm|halvane\//.test(name));
    const files = [...new Set([...shell, ...filesOf(after.flatMap(name => [...withImports(name)])), ...workers, font])];
    expect(total(files), sizes(files)).toBeLessThanOrEqual(FIRST_LOAD);
  });
});
