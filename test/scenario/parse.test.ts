import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { scenarioHash } from '../../src/scenario/model.ts';
import { SCENARIO_FORMAT } from '../../src/scenario/schema.ts';
import { smallScenario } from '../make/small-scenario.ts';

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const small = file('small.json');
const lineWith = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
const broken = (from: string, to: string) => {
  expect(small).toContain(from);
  return parseScenario(small.replace(from, to), 'small.json');
};

describe('a scenario file', () => {
  it('opens without findings, with quantities in the schema’s units', () => {
    const { value, diagnostics } = parseScenario(small, 'small.json');
    expect(diagnostics).toEqual([]);
    expect(value?.links[1]?.capacity).toBe(300);
    expect(value?.warning.sources[0]?.delay).toBe(3);
    expect(value?.parties[0]?.battleRate).toBe(0.25);
  });

  it('opens again after it was written out, with the same hash', () => {
    const first = parseScenario(small).value!;
    const second = parseScenario(JSON.stringify(first)).value!;
    expect(second).toEqual(first);
    expect(scenarioHash(second)).toBe(scenarioHash(first));
  });

  it('has the same hash whatever units and key order it is written in', () => {
    const plain = small.replace('"12000 km^2"', '12000').replace('"300000 kg/day"', '"300 t/day"').replace('"72 hours"', '3');
    const { id, format, ...rest } = JSON.parse(plain) as Record<string, unknown>;
    expect(scenarioHash(parseScenario(JSON.stringify({ ...rest, format, id })).value!)).toBe(scenarioHash(parseScenario(small).value!));
  });

  it('has another hash when one figure differs', () => expect(scenarioHash(broken('"population": 400000', '"population": 400001').value!)).not.toBe(scenarioHash(parseScenario(small).value!)));

  it('opens in the first format and is the same world', () => {
    const { value, diagnostics } = parseScenario(file('old/format-1.json'), 'format-1.json');
    expect(diagnostics).toMatchObject([{ severity: 'advice', code: 'scenario/migrated', line: 2, path: '/format' }]);
    expect(value).toEqual(parseScenario(small).value);
    expect(value?.format).toBe(SCENARIO_FORMAT);
  });

  it('made for tests is valid and has no findings', () => expect(parseScenario(JSON.stringify(smallScenario())).diagnostics).toEqual([]));
});

describe('bad input gives a finding with line, path and sentence', () => {
  it.each([
    ['a wrong unit', '"200 t/day"', '"40 km"', 'scenario/wrong-quantity', '/links/0/capacity', '"40 km" is a length; this field wants a load in t/day'],
    ['a negative population', '"population": 400000', '"population": -5', 'scenario/too-small', '/regions/1/population', '-5'],
    ['a fraction of a person', '"population": 400000', '"population": 1.5', 'scenario/wrong-type', '/regions/1/population', 'a whole number'],
    ['a text for a number', '"population": 400000', '"population": "many"', 'scenario/wrong-type', '/regions/1/population', 'a number'],
    ['a huge number', '"population": 400000', '"population": 1e308', 'scenario/too-large', '/regions/1/population', 'the most allowed is 200000000'],
    ['a misspelt field', '"population": 400000', '"populaton": 400000', 'scenario/unknown-field', '/regions/1/populaton', '"populaton" is no field'],
    ['a misspelt choice', '"terrain": "plain"', '"terrain": "plane"', 'scenario/unknown-value', '/regions/1/terrain', '"plane"'],
    ['an event kind that would set violence', '"kind": "border"', '"kind": "violence"', 'scenario/unknown-kind', '/events/1/kind', 'trigger, attention, border'],
    ['a day that is not in the calendar', '"2027-04-10"', '"2027-02-30"', 'scenario/wrong-form', '/events/0/date', '2027-02-30'],
    ['an id with other letters', '"id": "north"', '"id": "nördlich"', 'scenario/wrong-form', '/regions/1/id', 'lower-case'],
    ['a key that is no id', '"capital": 4000', '"Capital": 4000', 'scenario/wrong-key', '/parties/0/strength/Capital', 'lower-case'],
    ['an unknown region', '"to": "north"', '"to": "nort"', 'scenario/unknown-link-end', '/links/0/to', 'nort'],
    ['a refused key', '"population": 400000', '"population": 400000, "__proto__": {"x": 1}', 'json/refused-key', '/regions/1/__proto__', '__proto__'],
  ])('%s', (_, from, to, code, path, part) => {
    const { value, diagnostics } = broken(from, to);
    expect(value).toBeUndefined();
    const found = diagnostics.find(finding => finding.code === code && finding.path === path);
    expect(found, JSON.stringify(diagnostics)).toMatchObject({ severity: 'error', file: 'small.json' });
    expect(found!.message).toContain(part);
    expect(found!.line).toBeGreaterThan(1);
  });

  it('the line is that of the value', () => expect(broken('"population": 400000', '"population": -5').diagnostics.at(-1)!.line).toBe(lineWith(small, '"population": 400000')));

  it('a misspelt name comes with the nearest known one', () => {
    expect(broken('"to": "north"', '"to": "nort"').diagnostics[0]!.suggestion).toBe('Did you mean "north"?');
    expect(broken('"population": 400000', '"populaton": 400000').diagnostics.at(-1)!.suggestion).toBe('Did you mean "population"?');
  });

  it('several faults are found at once', () => {
    const text = small.replace('"200 t/day"', '"40 km"').replace('"population": 400000', '"population": -5').replace('"terrain": "plain"', '"terrain": "plane"');
    expect(new Set(parseScenario(text).diagnostics.map(finding => finding.path))).toEqual(new Set(['/links/0/capacity', '/regions/1/population', '/regions/1/terrain']));
  });

  it('another format is named', () => {
    expect(parseScenario('{"format": 3}').diagnostics[0]).toMatchObject({ code: 'scenario/unknown-format', message: expect.stringContaining('3') });
    expect(parseScenario('{}').diagnostics[0]).toMatchObject({ code: 'scenario/unknown-format' });
    expect(parseScenario('[]').diagnostics[0]).toMatchObject({ code: 'scenario/wrong-type' });
  });

  it('a 50 MB file is refused unread', () => expect(parseScenario(' '.repeat(50_000_000)).diagnostics.map(finding => finding.code)).toEqual(['json/too-large']));
});
