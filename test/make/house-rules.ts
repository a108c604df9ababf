/**
 * The house as data, and the rules that hold it together. test/house.test.ts applies them to the repository; every
 * finding is a sentence that begins with the file.
 */
import { posix } from 'node:path';
import { codeOf, importsOf } from './source-text.ts';

export interface SourceFile {
  /** From the top of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

interface Room {
  /** Folders (or files) this one looks at; what those reach, it reaches too. */
  readonly arrows: readonly string[];
  readonly packages?: readonly string[];
  /** Folders that it knows by type only, but for the named files. */
  readonly typesOnly?: Readonly<Record<string, readonly string[]>>;
}

const MAIN_THREAD_FREE_OF = ['zod', 'mathjs', 'seedrandom'];

/** Folders and their arrows; a longer path wins over a shorter one, so single files may have rows of their own. */
export const HOUSE: Readonly<Record<string, Room>> = {
  'src/kernel': { arrows: [] },
  'src/scenario': { arrows: ['src/kernel'], packages: ['zod', 'mathjs'] },
  'src/engine': { arrows: ['src/scenario', 'src/engine/mechanisms'] },
  'src/engine/mechanisms': { arrows: ['src/engine'] },
  'src/plan': {
    arrows: ['src/engine', 'src/plan/actions'],
    packages: ['zod', 'immer'],
    typesOnly: { 'src/engine': ['src/engine/schedule.ts'] },
  },
  'src/plan/actions': { arrows: ['src/plan'], packages: ['zod', 'immer'], typesOnly: { 'src/engine': ['src/engine/schedule.ts'] } },
  'src/study': { arrows: ['src/plan'], packages: ['seedrandom'] },
  'src/workers': { arrows: ['src/study'] },
  'src/workers/node-pool.ts': { arrows: ['src/workers'], packages: ['node:'] },
  'src/workers/node-worker.ts': { arrows: ['src/workers'], packages: ['node:'] },
  'src/session': { arrows: ['src/study'], packages: ['immer'] },
  'src/charts': { arrows: ['src/kernel', 'assets'] },
  'src/panels': {
    arrows: ['src/session', 'src/charts', 'assets'],
    packages: ['react', 'react-dom', 'react-aria-components', 'intl-messageformat'],
  },
  'src/map': { arrows: ['src/session', 'src/charts', 'assets'], packages: ['phaser', 'd3-delaunay', 'topojson-client', 'world-atlas'] },
  'src/io': { arrows: ['src/kernel'], packages: ['idb'] },
  'src/io/node.ts': { arrows: ['src/io'], packages: ['node:'] },
  'src/app': {
    arrows: ['src/panels', 'src/map', 'src/workers', 'src/io'],
    packages: ['react', 'react-dom', 'react-aria-components', '@fontsource-variable/noto-sans'],
  },
  'src/cli': { arrows: ['src/workers', 'src/workers/node-pool.ts', 'src/session', 'src/charts', 'src/io', 'src/io/node.ts', 'assets'], packages: ['commander', 'node:'] },
  'src/index.ts': { arrows: ['src/study'] },
  // Run by Node before and while building, never part of the product.
  'src/app/vite.config.ts': { arrows: ['src/app'], packages: ['vite', '@vitejs/plugin-react', 'node:'] },
  'src/cli/build.mjs': { arrows: [], packages: ['vite', 'node:'] },
  'src/cli/boot.mjs': { arrows: ['src/cli/build.mjs'], packages: ['node:'] },
  assets: { arrows: [] },
};

/** Edges outside the table that are tolerated; it may only shrink, and it is empty. */
export const ALLOWED: readonly string[] = [];

/** Worker entries: loaded by URL from the pools, imported by nobody. */
const WORKER_ENTRIES = ['src/workers/coordinator.ts', 'src/workers/worker.ts', 'src/workers/node-worker.ts'];
const PURE = ['src/kernel', 'src/scenario', 'src/engine', 'src/plan'];
const LINES = 450;

const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The row of the table that a path belongs to. */
function roomOf(path: string): string | undefined {
  return Object.keys(HOUSE)
    .filter(room => inside(path, room))
    .sort((a, b) => b.length - a.length)[0];
}

/** Everything a row reaches by following arrows, itself included. */
function reach(room: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(room)) {
    seen.add(room);
    for (const next of HOUSE[room]?.arrows ?? []) reach(next, seen);
  }
  return seen;
}

/** A relative import as a path from the top; a worker is named by its built form, `.js`. */
function resolve(from: string, specifier: string, known: ReadonlySet<string>): string {
  const path = specifier.startsWith('/') ? specifier.slice(1) : posix.join(posix.dirname(from), specifier);
  const plain = path.replace(/\?.*$/, '');
  const source = plain.replace(/\.js$/, '.ts');
  return known.has(source) ? source : plain;
}

const isRelative = (specifier: string): boolean => /^[./]/.test(specifier);

/** Edges between folders and to packages that the table does not hold. */
export function findForbiddenImports(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(f => f.path));
  const findings: string[] = [];
  for (const { path, text } of files.filter(f => /\.(ts|tsx|mjs)$/.test(f.path) && f.path.startsWith('src/'))) {
    const room = roomOf(path);
    if (room === undefined) {
      findings.push(`${path}: its folder has no row in the table of the house`);
      continue;
    }
    const reachable = reach(room);
    for (const { specifier, how, names } of importsOf(text)) {
      const edge = `${path}: imports ${specifier}`;
      if (!isRelative(specifier)) {
        const allowed = (HOUSE[room]!.packages ?? []).some(p => specifier === p || specifier.startsWith(p.endsWith(':') ? p : `${p}/`));
        if (!allowed) findings.push(`${edge}, a package that ${room} does without`);
        if (specifier === 'zod' && how === 'value' && !/^\* as \w+$/.test(names)) findings.push(`${edge} by name; write import * as z, or all of it is bundled`);
        continue;
      }
      const target = resolve(path, specifier, known);
      const targetRoom = roomOf(target);
      if (how === 'url' && !/\.[cm]?tsx?$/.test(target)) continue;
      if (WORKER_ENTRIES.includes(target)) {
        if (how !== 'url' || !path.startsWith('src/workers/')) findings.push(`${edge}, a worker that only the pools load, by URL`);
      } else if (targetRoom === undefined || !reachable.has(targetRoom)) {
        findings.push(`${edge}, which no arrow from ${room} reaches`);
      } else if (how !== 'type') {
        for (const [folder, open] of Object.entries(HOUSE[room]!.typesOnly ?? {}))
          if (inside(target, folder) && !open.includes(target)) findings.push(`${edge}; ${room} knows ${folder} by type only`);
      }
    }
  }
  return findings.filter(finding => !ALLOWED.includes(finding));
}

/** What the browser's main thread would load that belongs to workers: the mechanisms, schemas, units, the command line. */
export function findMainThreadWeight(files: readonly SourceFile[], entry = 'src/app/main.tsx'): string[] {
  const byPath = new Map(files.map(f => [f.path, f.text]));
  const known = new Set(byPath.keys());
  const findings: string[] = [];
  const from = new Map<string, string>([[entry, entry]]);
  const chain = (path: string): string => (from.get(path) === path ? path : `${chain(from.get(path)!)} → ${path}`);
  for (const path of from.keys()) {
    if (inside(path, 'src/engine/mechanisms')) findings.push(`${path}: the main thread reaches a mechanism by ${chain(path)}`);
    for (const { specifier, how } of importsOf(byPath.get(path) ?? '')) {
      if (how === 'type' || how === 'url') continue;
      if (MAIN_THREAD_FREE_OF.includes(specifier)) findings.push(`${path}: the main thread reaches ${specifier} by ${chain(path)}`);
      const target = isRelative(specifier) ? resolve(path, specifier, known) : '';
      if (byPath.has(target) && !from.has(target)) from.set(target, path);
    }
  }
  return findings;
}

const IMPURE: readonly [RegExp, string][] = [
  [/\bMath\s*\.\s*(?!(?:abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2)\b)\w+/, 'whose bits differ between engines'],
  [/\bMath\s*\[|\}\s*=\s*Math\b/, 'a hidden way to Math'],
  [/\bDate\b/, 'which depends on the clock'],
  [/\bperformance\b/, 'which depends on the clock'],
  [/\*\*/, 'whose bits differ between engines'],
  [/\bIntl\b|\.\s*(?:localeCompare|toLocale\w+)\b/, 'which depends on the machine'],
];

/** Arithmetic and sources of chance that would make results differ between machines. */
export function findImpurities(files: readonly SourceFile[]): string[] {
  const findings: string[] = [];
  for (const { path, text } of files.filter(f => f.path.endsWith('.ts') && PURE.some(folder => inside(f.path, folder)))) {
    const lines = codeOf(text).split('\n');
    for (const [i, line] of lines.entries())
      for (const [pattern, why] of IMPURE) {
        const found = pattern.exec(line);
        if (found) findings.push(`${path}:${i + 1}: uses ${found[0].replace(/\s+/g, '')}, ${why}`);
      }
  }
  return findings;
}

/** Components outside panels and app; files that hold two nouns. */
export function findMisplacedFiles(files: readonly SourceFile[]): string[] {
  const findings: string[] = [];
  for (const { path, text } of files.filter(f => f.path.startsWith('src/'))) {
    if (path.endsWith('.tsx') && !inside(path, 'src/panels') && !inside(path, 'src/app')) findings.push(`${path}: components live in panels and app`);
    if (/\.(ts|tsx|mjs)$/.test(path) && text.split('\n').length - 1 > LINES) findings.push(`${path}: longer than ${LINES} lines`);
    if (/\.tsx?$/.test(path) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.config|\.d)?\.tsx?$/.test(posix.basename(path))) findings.push(`${path}: file names are lower case with hyphens`);
  }
  return findings;
}

// Classes of one letter, so that this file does not find itself.
const UNFINISHED = /TO[D]O|FIX[M]E|XX[X]|\.onl[y]\(|\.ski[p]\(|@ts-ignor[e]|@ts-expect-erro[r]|as an[y]\b/;
const PRIVATE_PATH = /(?:^|[\s"'`(=:])\/(?:wor[k]|roo[t]|hom[e])\//m;
const SCRATCH_PATH = /(?:^|[\s"'`(=:])\/tm[p]\//m;
const REGISTRY = /https?:\/\/[^\s/"')]*(?:registry|artifactory|nexus|verdaccio)[^\s"')]*/i;

/** Words that mean nothing to a reader elsewhere: paths of one machine, package registries, marks of unfinished work. */
export function findPrivateWords(files: readonly SourceFile[]): string[] {
  const findings: string[] = [];
  for (const { path, text } of files) {
    const report = (pattern: RegExp, what: string): void => {
      const found = pattern.exec(text);
      if (found) findings.push(`${path}:${text.slice(0, found.index).split('\n').length}: ${what} (${found[0].trim()})`);
    };
    report(PRIVATE_PATH, 'a path of one machine');
    if (!path.startsWith('test/')) report(SCRATCH_PATH, 'a path of one machine');
    report(REGISTRY, 'the address of a package registry');
    if (/\.(ts|tsx|mjs|css|html)$/.test(path)) report(UNFINISHED, 'a mark of unfinished work');
  }
  return findings;
}

/** The product's name stands for no organisation. */
export function findBorrowedName(files: readonly SourceFile[]): string[] {
  const named = (path: string, pattern: RegExp): string => pattern.exec(files.find(f => f.path === path)?.text ?? '')?.[1] ?? '';
  return [
    ['index.html', named('index.html', /<title>([^<]*)<\/title>/)],
    ['package.json', named('package.json', /"name":\s*"([^"]*)"/)],
    ['README.md', named('README.md', /^#\s+(.*)$/m)],
  ]
    .filter(([, name]) => name === '' || /\bun\b|united nations|nations unies|onu\b/i.test(name!))
    .map(([path, name]) => `${path}: ${name === '' ? 'names no product' : `the product's name holds an organisation's (${name})`}`);
}
