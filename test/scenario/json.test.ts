import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JSON_DEPTH_LIMIT, JSON_SIZE_LIMIT, readJson } from '../../src/scenario/json.ts';

const codes = (text: string) => readJson(text).diagnostics.map(finding => finding.code);

describe('the JSON reader', () => {
  it('agrees with JSON.parse on anything JSON.stringify writes', () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const reading = readJson(text);
      if (reading.diagnostics.length === 0) expect(reading.value).toEqual(JSON.parse(text));
      else expect(reading.diagnostics.every(finding => finding.code === 'json/refused-key' || finding.code === 'json/too-deep')).toBe(true);
    }), { numRuns: 300, seed: 1 });
  });

  it('refuses what JSON.parse refuses', () => {
    const alphabet = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', 'a', '1', '-', '.', 'e', 'true', 'null', ' ', '\n', '\\', '"k":');
    fc.assert(fc.property(fc.array(alphabet, { maxLength: 12 }), parts => {
      const text = parts.join('');
      let accepted = true;
      try { JSON.parse(text); } catch { accepted = false; }
      const own = readJson(text).diagnostics.filter(finding => finding.code !== 'json/repeated-key');
      expect(own.length === 0, text).toBe(accepted);
    }), { numRuns: 3000, seed: 2 });
  });

  it('finds the line of every value', () => {
    const reading = readJson('{\n "a": 1,\n "b": [\n  2,\n  {"c~/d": 3}\n ]\n}');
    expect(['', '/a', '/b', '/b/0', '/b/1', '/b/1/c~0~1d', '/b/9/x', '/zzz'].map(path => reading.lineOf(path))).toEqual([1, 2, 3, 4, 5, 5, 3, 1]);
  });

  it('says where a truncated file was cut', () => {
    const text = '{\n "regions": [\n  {"id": "no';
    expect(readJson(text, 'x.json').diagnostics).toMatchObject([{ severity: 'error', code: 'json/truncated', file: 'x.json', line: 3, path: '/regions/0/id' }]);
    for (let n = 1; n < text.length; n++) expect(codes(text.slice(0, n)), text.slice(0, n)).toEqual(['json/truncated']);
  });

  it('refuses keys that name parts of objects, and leaves the prototype alone', () => {
    const reading = readJson('{"a": {"__proto__": {"polluted": 1}, "constructor": 2, "prototype": 3, "ok": 4}}');
    expect(reading.diagnostics.map(finding => finding.path)).toEqual(['/a/__proto__', '/a/constructor', '/a/prototype']);
    expect(reading.value).toEqual({ a: { ok: 4 } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('finds a repeated key and goes on', () => expect(readJson('{"a":1,\n"a":2,"b":3,"b":4}').diagnostics.map(finding => [finding.code, finding.line])).toEqual([['json/repeated-key', 2], ['json/repeated-key', 2]]));

  it('skips a byte-order mark', () => expect(readJson('\ufeff{"a":1}').value).toEqual({ a: 1 }));

  it('stops at the depth limit without filling the stack', () => {
    expect(codes('['.repeat(JSON_DEPTH_LIMIT) + ']'.repeat(JSON_DEPTH_LIMIT))).toEqual([]);
    expect(codes('['.repeat(2_000_000))).toEqual(['json/too-deep']);
    expect(codes('{"a":'.repeat(500_000))).toEqual(['json/too-deep']);
  });

  it('refuses a file over the size limit unread', () => expect(codes(' '.repeat(JSON_SIZE_LIMIT + 1))).toEqual(['json/too-large']));

  it('refuses floods of keys and entries', () => {
    expect(codes(`{${Array.from({ length: 6000 }, (_, i) => `"k${i}":1`).join()}}`)).toEqual(['json/too-many']);
    expect(codes(`[${'1,'.repeat(200_000)}1]`)).toEqual(['json/too-many']);
  });

  it.each([
    ['{"a": NaN}', 'JSON has no NaN'], ['{"a": Infinity}', 'JSON has no Infinity'], ["{'a': 1}", 'A key in double quotes'], ['{"a": \'x\'}', 'double quotes'], ['{"a": 1,}', 'A comma stands before the closing brace'], ['[1,]', 'A comma stands before the closing bracket'],
    ['{"a": 01}', 'no number of JSON'], ['{"a": 1 "b": 2}', 'A comma or the closing brace was expected'], ['{"a" 1}', 'A colon after the key'], ['{} {}', 'Nothing may follow'], ['// x\n{}', 'no comments'], ['{"a": "x\ny"}', 'not closed on its line'], ['{"a": "\\q"}', 'no escape'], ['', 'empty'],
  ])('explains %s', (text, part) => expect(readJson(text).diagnostics[0]?.message).toContain(part));

  it('refuses a number no computer number holds', () => expect(codes('{"a": 1e999}')).toEqual(['json/number-too-large']));
});
