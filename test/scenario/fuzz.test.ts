import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/scenario/diagnostics.ts';
import { parseScenario } from '../../src/scenario/parse.ts';

const small = readFileSync(new URL('small.json', import.meta.url), 'utf8');

/** Every path of the file, as lists of keys. */
function pathsOf(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...at, Array.isArray(value) ? Number(key) : key]))];
}
const paths = pathsOf(JSON.parse(small)).filter(path => path.length > 0);

function change(text: string, path: (string | number)[], edit: (holder: Record<string | number, unknown>, key: string | number) => void): string {
  const root = JSON.parse(text) as Record<string | number, unknown>;
  let holder = root;
  for (const key of path.slice(0, -1)) {
    const next = holder[key];
    if (next === null || typeof next !== 'object') return text;
    holder = next as Record<string | number, unknown>;
  }
  edit(holder, path.at(-1)!);
  return JSON.stringify(root);
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 1e308, -1e308, 5e-324, 1.5, 2 ** 53, '', ' ', 'north', 'nowhere', 'constructor', '40 km', '40 t/day', '1/0 day', '1e999 t', 'NaN', 'Infinity', '-5 person', '2027-02-30', '9999-12-31', '0000-00-00', '\u0000', '\ud800', '🙂', 'x'.repeat(9000), [], {}, [[]], [{}], { en: '' }, { en: 'x', fr: 'y', de: 'z' }, [1, 2, 3], { id: 'a' }),
  fc.anything({ maxDepth: 2 }), fc.double(), fc.string({ unit: 'binary', maxLength: 30 }),
);

function expectVerdict(text: string): void {
  const { value, diagnostics } = parseScenario(text, 'fuzz.json');
  expect(value === undefined, text.slice(0, 200)).toBe(hasErrors(diagnostics));
  for (const finding of diagnostics) {
    expect(finding.message.length).toBeGreaterThan(5);
    expect(finding.code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(finding.message).not.toMatch(/undefined|\[object/);
  }
}

describe('whatever the file holds, the reader gives a scenario or errors and never throws', () => {
  it('with values replaced', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 3 }), edits => {
      let text = small;
      for (const [path, value] of edits) {
        text = change(text, path, (holder, key) => {
          try { JSON.stringify(value); holder[key] = value; } catch { holder[key] = 'no JSON'; }
        });
      }
      expectVerdict(text);
    }), { numRuns: 1200, seed: 11 });
  });

  it('with fields taken out, doubled or renamed', () => {
    fc.assert(fc.property(fc.constantFrom(...paths), fc.constantFrom('delete', 'rename', 'duplicate', 'reserve'), (path, how) => {
      expectVerdict(change(small, path, (holder, key) => {
        const value = holder[key];
        if (how === 'delete') { if (Array.isArray(holder)) holder.splice(Number(key), 1); else delete holder[key]; }
        else if (how === 'rename') { if (!Array.isArray(holder)) { delete holder[key]; holder[`${key}x`] = value; } }
        else if (how === 'duplicate') { if (Array.isArray(holder)) holder.push(structuredClone(value)); }
        else holder[key] = 'constructor';
      }));
    }), { numRuns: 600, seed: 12 });
  });

  it('with characters cut, put in or swapped', () => {
    fc.assert(fc.property(fc.nat(small.length - 1), fc.nat(40), fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '0', '-', 'e9', '\u0000', '"__proto__":1,', '/*', 'NaN'), (at, cut, put) => {
      expectVerdict(small.slice(0, at) + put + small.slice(at + cut));
    }), { numRuns: 1200, seed: 13 });
  });

  it('cut off anywhere', () => {
    for (let n = 0; n < small.length; n += 23) expectVerdict(small.slice(0, n));
  });
});
