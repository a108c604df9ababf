import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/scenario/diagnostics.ts';
import { planHash } from '../../src/plan/hash.ts';
import { ACTIONS } from '../../src/plan/actions/index.ts';
import { planSchemaText } from '../../src/plan/json-schema.ts';
import { parsePlan, planText } from '../../src/plan/parse.ts';
import { isFeasibility } from '../../src/plan/plan-rules.ts';
import { scenarioSchemaText } from '../../src/scenario/json-schema.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const scenario = smallScenario();
const text = planText(smallPlan());
const read = (from: string, to: string) => {
  expect(text).toContain(from);
  return parsePlan(text.replace(from, to), 'a.json', scenario);
};
const lineWith = (whole: string, part: string) => whole.slice(0, whole.indexOf(part)).split('\n').length;

describe('a plan file', () => {
  it('opens without findings and is written out as it was', () => {
    const { plan, diagnostics } = parsePlan(text, 'a.json', scenario);
    expect(diagnostics.filter(finding => !isFeasibility(finding.code))).toEqual([]);
    expect(plan).toEqual(smallPlan());
    expect(planText(plan!)).toBe(text);
  });

  it('may give amounts with units and leave the stock and the letter out', () => {
    const { plan, diagnostics } = parsePlan(text.replace('"amount": 30', '"amount": "30000 kg/day"').replace(/,\s*"stock": 500/, '').replace(/\s*"letter": "A",/, ''), 'a.json', scenario);
    expect(diagnostics.filter(finding => !isFeasibility(finding.code))).toEqual([]);
    expect(plan!.actions.find(action => action.id === 'x1')).toMatchObject({ amount: 30, stock: 0 });
    expect(plan!.letter).toBe('');
  });

  it('has one hash whatever units, key order, names and remarks it has, and another when an amount differs', () => {
    const hash = planHash(smallPlan());
    const { id, actions, ...rest } = JSON.parse(text) as { id: string; actions: { kind: string }[] };
    const turned = { ...rest, actions: actions.map(({ kind, ...fields }) => ({ ...fields, note: 'why', kind })), id, title: { en: 'Another name' } };
    expect(planHash(parsePlan(JSON.stringify(turned), 'a.json', scenario).plan!)).toBe(hash);
    expect(planHash(read('"amount": 30', '"amount": "30 t/day"').plan!)).toBe(hash);
    expect(planHash(read('"amount": 30', '"amount": 31').plan!)).not.toBe(hash);
    expect(planHash(read('"start": 60', '"start": 61').plan!)).not.toBe(hash);
  });
});

describe('a faulty plan gives a finding with its place', () => {
  it.each([
    ['a length for a load', '"amount": 30', '"amount": "40 km"', 'plan/wrong-quantity', '/actions/8/amount', '"amount" (Relief sent, t/day): "40 km" is a length; this field wants a load in t/day'],
    ['a mass for a load', '"amount": 30', '"amount": "40 t"', 'plan/wrong-quantity', '/actions/8/amount', '"40 t" is a mass'],
    ['a negative amount', '"amount": 12', '"amount": -12', 'plan/too-small', '/actions/0/amount', '"amount" (Monitors, people) is -12; the least allowed is 0'],
    ['half a battalion', '"amount": 1,\n      "contributor"', '"amount": 0.5,\n      "contributor"', 'plan/wrong-type', '/actions/4/amount', 'a whole number'],
    ['a negative load', '"amount": 30', '"amount": "-30 t/day"', 'plan/not-allowed', '/actions/8/amount', '-30 t/day lies outside 0 to 5000 t/day'],
    ['too many rounds', '"amount": 3\n', '"amount": 13\n', 'plan/too-large', '/actions/1/amount', 'the most allowed is 12'],
    ['an unknown kind', '"kind": "deploy"', '"kind": "deplyo"', 'plan/unknown-kind', '/actions/4/kind', '"deplyo"; it must be one of monitors, mediate'],
    ['a field of no kind', '"region": "east",\n      "amount": 12', '"regoin": "east",\n      "amount": 12', 'plan/unknown-field', '/actions/0/regoin', '"regoin" is no field here'],
    ['an unknown measure', '"travel-ban"', '"travel-bann"', 'plan/unknown-value', '/actions/3/measures/0', 'asset-freeze, travel-ban, arms-embargo'],
    ['a start that is no day', '"start": 60', '"start": -4', 'plan/too-small', '/actions/4/start', 'the least allowed is 0'],
    ['a start in words', '"start": 60', '"start": "soon"', 'plan/wrong-form', '/actions/4/start', '2027-03-01'],
    ['a date that is not in the calendar', '"2027-04-02"', '"2027-02-30"', 'plan/wrong-form', '/actions/6/start', '2027-02-30'],
    ['an alert level that does not exist', '"afterAlert": 2', '"afterAlert": 4', 'plan/too-large', '/actions/8/start/afterAlert', 'the most allowed is 3'],
    ['a start rule without days', '"afterAction": "d1",\n        "days": 3', '"afterAction": "d1"', 'plan/missing', '/actions/7/start/days', 'is missing'],
    ['a start rule with a misspelt key', '"afterAction": "d1"', '"afterActoin": "d1"', 'plan/unknown-field', '/actions/7/start/afterActoin', '"afterActoin" is no field here'],
    ['a missing action', '"afterAction": "d1"', '"afterAction": "d2"', 'plan/unknown-action', '/actions/7/start/afterAction', 'waits for the action "d2", which is not in the plan'],
    ['an unknown region', '"region": "east",\n      "amount": 12', '"region": "eats",\n      "amount": 12', 'plan/unknown-region', '/actions/0/region', 'no region "eats"'],
    ['a refused key', '"id": "m1"', '"id": "m1", "__proto__": {"x": 1}', 'json/refused-key', '/actions/0/__proto__', '__proto__'],
  ])('%s', (_, from, to, code, path, part) => {
    const { plan, diagnostics } = read(from, to);
    expect(plan).toBeUndefined();
    const found = diagnostics.find(finding => finding.code === code && finding.path === path);
    expect(found ?? diagnostics).toMatchObject({ severity: 'error', file: 'a.json' });
    expect(found!.message).toContain(part);
    expect(found!.line).toBeGreaterThan(1);
  });

  it('the line is that of the value', () => expect(read('"amount": 12', '"amount": -12').diagnostics[0]!.line).toBe(lineWith(text, '"amount": 12')));
  it('the line of a finding of sense is that of the value', () => expect(read('"afterAction": "d1"', '"afterAction": "d2"').diagnostics[0]!.line).toBe(lineWith(text, '"afterAction": "d1"')));

  it('a misspelt name comes with the nearest known one', () => {
    expect(read('"afterAction": "d1"', '"afterAction": "d2"').diagnostics[0]!.suggestion).toBe('Did you mean "d1"?');
    expect(read('"party": "eastern-front",\n      "amount"', '"party": "eastern-fornt",\n      "amount"').diagnostics[0]!.suggestion).toBe('Did you mean "eastern-front"?');
    expect(read('"afterAlert": 2', '"afterAlrt": 2').diagnostics.find(finding => finding.code === 'plan/unknown-field')!.suggestion).toBe('Did you mean "afterAlert"?');
    expect(read('"kind": "deploy"', '"kind": "deplyo"').diagnostics.find(finding => finding.code === 'plan/unknown-kind')!.suggestion).toBe('Did you mean "deploy"?');
  });

  it('several faults are found at once', () => {
    const { diagnostics } = parsePlan(text.replace('"amount": 12', '"amount": -12').replace('"amount": 30', '"amount": "40 km"').replace('"start": 60', '"start": true'), 'a.json', scenario);
    expect(new Set(diagnostics.map(finding => finding.path))).toEqual(new Set(['/actions/0/amount', '/actions/8/amount', '/actions/4/start']));
  });

  it('another format is named', () => {
    expect(parsePlan('{"format": 2}', 'a.json', scenario).diagnostics[0]).toMatchObject({ code: 'plan/unknown-format', message: expect.stringContaining('2') });
    expect(parsePlan('{}', 'a.json', scenario).diagnostics[0]).toMatchObject({ code: 'plan/unknown-format' });
    expect(parsePlan('[]', 'a.json', scenario).diagnostics[0]).toMatchObject({ code: 'plan/wrong-type' });
  });

  it('a truncated file, a deep one and a 50 MB one are refused', () => {
    expect(parsePlan(text.slice(0, 400), 'a.json', scenario).diagnostics.map(finding => finding.code)).toEqual(['json/truncated']);
    expect(parsePlan(`{"format": 1, "actions": ${'['.repeat(90)}${']'.repeat(90)}}`, 'a.json', scenario).diagnostics.map(finding => finding.code)).toEqual(['json/too-deep']);
    expect(parsePlan(' '.repeat(50_000_000), 'a.json', scenario).diagnostics.map(finding => finding.code)).toEqual(['json/too-large']);
  });
});

describe('whatever the file holds, the reader gives a plan or errors and never throws', () => {
  const values = fc.oneof(fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 1e308, '', 'east', 'constructor', '40 km', '2027-02-30', '9999-12-31', [], {}, { afterAction: 'd1', days: 1 }, { afterAction: 'b1', days: 0 }, { afterAlert: 1 }), fc.anything({ maxDepth: 2 }));
  const paths: [number, string][] = smallPlan().actions.flatMap((action, i) => Object.keys(action).map((key): [number, string] => [i, key]));

  it('with values replaced and taken out', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), values, fc.boolean()), { minLength: 1, maxLength: 3 }), edits => {
      const raw = JSON.parse(text) as { actions: Record<string, unknown>[] };
      for (const [[i, key], value, remove] of edits) {
        if (remove) delete raw.actions[i]![key];
        else try { JSON.stringify(value); raw.actions[i]![key] = value; } catch { raw.actions[i]![key] = 'no JSON'; }
      }
      const { plan, diagnostics } = parsePlan(JSON.stringify(raw), 'fuzz.json', scenario);
      expect(plan === undefined).toBe(hasErrors(diagnostics));
      for (const finding of diagnostics) {
        expect(finding.code).toMatch(/^[a-z]+\/[a-z-]+$/);
        expect(finding.message).not.toMatch(/undefined|\[object|NaN/);
      }
    }), { numRuns: 700, seed: 21 });
  });

  it('cut off anywhere', () => {
    for (let n = 0; n < text.length; n += 29) expect(parsePlan(text.slice(0, n), 'a.json', scenario).plan).toBeUndefined();
  });
});

describe('the JSON Schemas in assets', () => {
  // after a change of a schema, `vitest run -u test/plan/parse.test.ts` writes them anew
  it.each([['plan', planSchemaText], ['scenario', scenarioSchemaText]] as const)('%s: is that of the reader', async (name, make) => {
    await expect(make()).toMatchFileSnapshot(`../../assets/${name}.schema.json`);
  });

  it('carry a title for every field of every action', () => {
    const schema = JSON.parse(planSchemaText()) as { properties: { actions: { items: { oneOf: { properties: Record<string, { title?: string }> }[] } } } };
    const kinds = schema.properties.actions.items.oneOf;
    expect(kinds).toHaveLength(Object.keys(ACTIONS).length);
    for (const kind of kinds) expect(Object.keys(kind.properties).filter(name => typeof kind.properties[name]!.title !== 'string')).toEqual([]);
  });
});
