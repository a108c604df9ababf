/** The layout of the house: who may import whom, and what may stand where (README.md, "Arrows"). */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  ALLOWED, findBorrowedName, findForbiddenImports, findImpurities, findMainThreadWeight, findMisplacedFiles, findPrivateWords,
  type SourceFile,
} from './make/house-rules.ts';
import { codeOf } from './make/source-text.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TOP = ['.ci', '.gitignore', 'README.md', 'assets', 'index.html', 'package-lock.json', 'package.json', 'scenarios', 'src', 'test', 'tsconfig.json'];
const TEXT = /\.(ts|tsx|mjs|js|json|md|css|html|sh|txt|csv)$|^\.ci\/|^\.gitignore$/;

function filesBelow(path: string): string[] {
  return readdirSync(ROOT + path).flatMap(name => (statSync(`${ROOT}${path}/${name}`).isDirectory() ? filesBelow(`${path}/${name}`) : `${path}/${name}`));
}

/** Tracked paths; in a copy without its history, everything that is not installed or built. */
function trackedPaths(): string[] {
  try {
    return execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n').filter(Boolean);
  } catch {
    return readdirSync(ROOT)
      .filter(name => !['node_modules', 'dist', '.git'].includes(name))
      .flatMap(name => (statSync(ROOT + name).isDirectory() ? filesBelow(name) : name));
  }
}

const tracked = trackedPaths();
const read = (path: string): SourceFile[] => {
  try {
    return [{ path, text: readFileSync(ROOT + path, 'utf8') }];
  } catch {
    return []; // tracked, and removed in the working tree
  }
};
const files = [...new Set([...tracked, ...filesBelow('src')])].filter(path => TEXT.test(path)).flatMap(read);

describe('the house', () => {
  it('is read whole', () => {
    expect(files.filter(f => f.path.startsWith('src/')).length).toBeGreaterThan(40);
  });
  it('imports along the arrows only', () => {
    expect(findForbiddenImports(files)).toEqual([]);
  });
  it('tolerates no edge outside the table', () => {
    expect(ALLOWED).toEqual([]);
  });
  it('keeps mechanisms, schemas and units off the main thread of the browser', () => {
    expect(findMainThreadWeight(files)).toEqual([]);
  });
  it('computes with exact arithmetic and keyed draws only', () => {
    expect(findImpurities(files)).toEqual([]);
  });
  it('has its components in panels and app, and files of one noun', () => {
    expect(findMisplacedFiles(files)).toEqual([]);
  });
  it('says nothing that only one machine understands', () => {
    expect(findPrivateWords(files)).toEqual([]);
  });
  it('borrows nobody\'s name', () => {
    expect(findBorrowedName(files)).toEqual([]);
  });
  it('has nothing else at its top', () => {
    expect([...new Set(tracked.map(path => path.split('/')[0]!))].sort()).toEqual([...TOP].sort());
  });
});

describe('the check of the house', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });

  it.each([
    ['src/engine/run.ts', "import { parsePlan } from '../plan/parse.ts';"],
    ['src/kernel/math.ts', "export * from '../scenario/schema.ts';"],
    ['src/engine/mechanisms/violence.ts', "import { produce } from 'immer';"],
    ['src/study/reduce.ts', "const pool = await import('../workers/node-pool.ts');"],
    ['src/session/session.ts', "import type { Pool } from '../workers/browser-pool.ts';"],
    ['src/plan/compile.ts', "import { step } from '../engine/run.ts';"],
    ['src/scenario/schema.ts', "import { z } from 'zod';"],
    ['src/app/main.tsx', "import '../workers/worker.ts';"],
    ['src/app/main.tsx', "new Worker(new URL('../workers/worker.ts', import.meta.url));"],
    ['src/workers/browser-pool.ts', "import os from 'node:os';"],
    ['src/map/mount.ts', "import {\n  Table,\n} from '../panels/table.tsx';"],
    ['src/newcomer/file.ts', "export const x = 1;"],
  ])('finds the bad import of %s', (path, text) => {
    expect(findForbiddenImports([file(path, text)])).toHaveLength(1);
  });
  it.each([
    ['src/plan/compile.ts', "import type { Run } from '../engine/run.ts';"],
    ['src/plan/compile.ts', "import { buildSchedule } from '../engine/schedule.ts';"],
    ['src/workers/browser-pool.ts', "new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });"],
    ['src/panels/results.tsx', "import { fanBands } from '../charts/fan.ts';\nimport { exp } from '../kernel/math.ts';"],
    ['src/engine/run.ts', " * import { parsePlan } from '../plan/parse.ts';\n// import '../plan/parse.ts'"],
  ])('lets the good import of %s pass', (path, text) => {
    expect(findForbiddenImports([file(path, text)])).toEqual([]);
  });
  it('finds schemas and mechanisms that the main thread would load', () => {
    const way = [
      file('src/app/main.tsx', "import { s } from '../session/session.ts';\nimport type { Run } from '../engine/run.ts';"),
      file('src/session/session.ts', "import { schema } from '../plan/schema.ts';\nimport '../engine/phases.ts';"),
      file('src/plan/schema.ts', "import * as z from 'zod';"),
      file('src/engine/phases.ts', "import { violence } from './mechanisms/violence.ts';"),
      file('src/engine/mechanisms/violence.ts', ''),
    ];
    expect(findMainThreadWeight(way)).toHaveLength(2);
    expect(findMainThreadWeight(way.slice(0, 1))).toEqual([]);
  });
  it.each(['Math.random()', 'Math.exp(x)', 'Math.tanh(x)', 'new Date()', 'performance.now()', 'x ** 0.5', 'const { log } = Math;', "Math['pow'](2, x)", 'a.localeCompare(b)', '`${Math.log(x)}`'])(
    'finds %s in the engine',
    text => {
      expect(findImpurities([file('src/engine/run.ts', text)])).toHaveLength(1);
    },
  );
  it('leaves comments, strings, templates and other folders alone', () => {
    const text = "/** x ** 2, Math.exp, Date */\nconst a = 'new Date()'; // Math.random\nconst b = `Date ${Math.sqrt(2)} **`;\nconst c = /\\*\\*Date/;\nconst d = 4 / 2 / Math.abs(1);";
    expect(findImpurities([file('src/engine/run.ts', text), file('src/panels/a.tsx', 'Date.now()')])).toEqual([]);
    expect(codeOf(text).split('\n')).toHaveLength(5);
  });
  it('finds a component outside panels, a long file and a wrong name', () => {
    expect(findMisplacedFiles([file('src/map/legend.tsx', ''), file('src/map/scene.ts', 'x\n'.repeat(451)), file('src/map/MapScene.ts', '')])).toHaveLength(3);
  });
  it('finds private paths, registries and marks of unfinished work', () => {
    const path = ['', 'work', 'notes'].join('/');
    const address = ['https:', '', 'registry.example', 'a.tgz'].join('/');
    expect(findPrivateWords([file('README.md', `see ${path}`), file('package-lock.json', address), file('src/a.ts', `// ${['TO', 'DO'].join('')}`)])).toHaveLength(3);
  });
  it('finds an organisation in the product\'s name', () => {
    const good = [file('package.json', '"name": "forestall"'), file('README.md', '# Forestall\n')];
    expect(findBorrowedName([...good, file('index.html', '<title>UN Forestall</title>')])).toHaveLength(1);
    expect(findBorrowedName([...good, file('index.html', '<title>Forestall</title>')])).toEqual([]);
  });
});
