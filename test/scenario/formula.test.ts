/** User formulas: what they can say, and two hundred that are refused, each with a position and a reason. */
import { describe, expect, it } from 'vitest';
import { compileFormula, evaluateFormula } from '../../src/scenario/formula.ts';
import { CODE, OPS } from '../../src/scenario/formula-run.ts';
import { FORMULA_COLUMNS, type FormulaColumn } from '../../src/scenario/formula-units.ts';

const VALUES: Partial<Record<FormulaColumn, number>> = { tension: 0.6, displaced: 50000, incidents: 3, deaths: 12, reach: 0.4, risk: 0.7, attention: 0.3, consent: 0.55, will: 0.45, day: 90, alert: 2, troops: 4000, supply: 12 };
const columns = Float64Array.from([...FORMULA_COLUMNS.map(name => VALUES[name] ?? 0), 21, 34]);

function evaluated(text: string, wants: 'number' | 'condition'): number {
  const { value, diagnostics } = compileFormula(text, wants);
  if (value === undefined) throw new Error(`${text}: ${diagnostics[0]!.message}`);
  return evaluateFormula(value, columns);
}

describe('a formula', () => {
  it.each([
    ['tension + risk', 1.3], ['2 * tension - risk / 2', 0.85], ['tension^2 * 10', 3.6], ['-tension', -0.6], ['mean(tension, risk, will)', (0.6 + 0.7 + 0.45) / 3], ['mean(tension)', 0.6],
    ['min(tension, risk, 0.5)', 0.5], ['max(tension, risk)', 0.7], ['abs(tension - risk)', 0.1], ['clamp(3 * tension, 0, 1)', 1], ['sqrt(risk * risk)', 0.7], ['exp(0) + log(1)', 1],
    ['displaced / (100000 people)', 0.5], ['deaths / incidents / (1 people)', 4], ['risk > 0.5 ? tension : will', 0.6], ['day / (30 days)', 3], ['average(tension, 7 days)', 21], ['average(tension, 7 days) + average(risk, 14)', 55],
    ['supply / (1 days) - alert', 10],
  ])('%s is %d', (text, value) => { expect(evaluated(text, 'number')).toBeCloseTo(value, 12); });
  it.each([
    ['risk > 0.5 and consent < 0.6', 1], ['risk > 0.5 and consent < 0.5', 0], ['not (risk > 0.5) or troops >= 4000 people', 1], ['0.3 < consent < 0.6', 1], ['0.56 < consent < 0.6', 0], ['alert == 2', 1], ['alert != 2', 0],
    ['deaths > 10', 1], ['risk > 60 %', 1], ['deaths * (7 days) > 80 people', 1], ['displaced + need > 40000 people', 1], ['true', 1],
  ])('%s is %d', (text, value) => { expect(evaluated(text, 'condition')).toBe(value); });
  it('averages two lengths of one column apart, and one length once', () => {
    expect(compileFormula('average(risk, 7 days) > average(risk, 30 days)', 'condition').value!.averages).toEqual([{ column: 5, days: 7 }, { column: 5, days: 30 }]);
    expect(compileFormula('average(risk, 7 days) > 0.2 and average(risk, 7) < 0.9', 'condition').value!.averages).toHaveLength(1);
  });
  it('has one number for every operation, in a fixed order', () => {
    expect(OPS.map(op => CODE[op])).toEqual(OPS.map((_, i) => i));
    expect(OPS.slice(0, 5)).toEqual(['number', 'column', 'add', 'subtract', 'multiply']);
  });
  it('gives 0 where the arithmetic leaves the numbers', () => {
    for (const text of ['1 / (risk - risk)', 'log(-1)', 'sqrt(-1)', 'exp(1000)']) expect(evaluated(text, 'number')).toBe(0);
  });
});

/** Every way in that comes to mind, by family. */
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  'function definition': ['f(x) = x', 'f(x, y) = x + y', 'f() = 1', 'g(risk) = risk ^ 2', 'x -> x', '(x) => x', 'x => x + 1', 'function(x) x', 'map(risk, f(x) = x)', 'f(x) = f(x - 1) + 1', 'h(x)=x;h(1)', 'let x = 1', 'const x = 2', 'def f(x): x'],
  assignment: ['x = 1', 'risk = 0', 'tension = risk', 'a = b = 3', 'risk += 1', 'risk -= 1', 'risk *= 2', 'risk.x = 1', 'risk[1] = 2', '(risk = 1)', 'risk = risk + 1 > 0', '{a: 1}.a = 2', 'x=5; x', 'x = 1\ny = 2', 'constructor = 1', '__proto__ = 1', 'true = false'],
  import: ['import("fs")', 'import(fs)', 'require(fs)', 'require("child_process")', 'import({a: 1})', 'import fs', 'createUnit(foo)', 'config({})', 'parser()', 'chain(3)', 'typed(1)', 'reviver()', 'module(1)', 'process(1)', 'eval(1)', 'evaluate(1)', 'parse(1)', 'compile(1)', 'simplify(1)', 'derivative(risk, risk)'],
  'property access': ['risk.constructor', 'risk.__proto__', 'tension.x', 'risk["constructor"]', 'risk[0]', 'risk.a.b.c', '(risk).valueOf', 'min.name', 'abs.apply(1)', 'risk?.x', 'this.x', 'self.x', 'window.x', 'globalThis.x', 'global.process', 'document.cookie', 'Math.random', 'Math.max(1, 2)', 'JSON.parse(1)', 'Object.keys(1)'],
  'constructor tricks': ['constructor', 'constructor(1)', '__proto__', '__proto__(1)', 'prototype', 'toString', 'toString()', 'valueOf()', 'hasOwnProperty(1)', 'isPrototypeOf(1)', '__defineGetter__(1, 2)', '__lookupGetter__(1)', 'propertyIsEnumerable(1)', 'Function(1)', 'cos.constructor("return 1")()', '"".constructor', '[].constructor', '{}.constructor', 'abs.constructor("x")', 'super', 'new(1)'],
  'huge exponents': ['2 ^ 9', '10 ^ 308', 'risk ^ 1e9', 'risk ^ 999999999', '9 ^ 9 ^ 9', '2 ^ 2 ^ 2 ^ 2 ^ 2', 'risk ^ -1', 'risk ^ 0.5', 'risk ^ risk', 'exp(1) ^ exp(1)', '1e999', '-1e999', '1e309 * risk', 'risk ^ (1 + 1)', 'risk ^ Infinity', 'risk ^ (8 * 8)', 'pow(risk, 99)', 'risk .^ 2', 'risk ^^ 2', '(risk ^ 8) ^ 9', 'factorial(170)', 'risk!', '170!', 'gamma(171)'],
  'long sums': [`risk${' + 1'.repeat(1_000_000)}`, `risk${'+risk'.repeat(100)}`, `1${' * 2'.repeat(250_000)}`, `min(${'1,'.repeat(500)}1)`, `${'risk or '.repeat(80)}true`, '1'.repeat(401), ' '.repeat(500), `risk + ${'0'.repeat(400)}1`, `mean(${'1, '.repeat(60)}1)`, `1${'+1'.repeat(199)} + 1`],
  'deep nesting': [`${'('.repeat(25)}risk${')'.repeat(25)}`, `${'('.repeat(180)}1${')'.repeat(180)}`, `${'('.repeat(399)}`, `${'abs('.repeat(60)}1${')'.repeat(60)}`, `${'-'.repeat(300)}risk`, `${'(1 > '.repeat(26)}1`, `${'1 ? '.repeat(60)}`, `${'min(1, '.repeat(40)}1${')'.repeat(40)}`, `${'1?1:'.repeat(90)}1`, `${'+'.repeat(399)}1`],
  'texts, lists, objects': ['"risk"', '\'risk\'', '`risk`', '[1, 2, 3]', '[risk]', '{a: risk}', '{}', '[]', 'risk; tension', 'risk # comment', '1:10', '1:2:10', 'risk[1:3]', '[1, 2; 3, 4]', 'concat("a", "b")', 'matrix([1])', 'zeros(1000000)', 'ones(9, 9)', 'range(0, 1e9)', 'risk\n+ 1', '"\\u0000"', 'risk @ 2', '$risk', 'risk \\ 2'],
  'names and operators': ['foo', 'riskk', 'RISK', 'pi', 'e', 'i', 'Infinity', 'NaN', 'null', 'undefined', 'random()', 'randomInt(9)', 'sin(risk)', 'cos(risk)', 'round(risk)', 'sum(risk)', 'risk mod 2', 'risk % 2', 'risk xor tension', 'risk & 1', 'risk | 1', 'risk << 2', 'risk >> 1', 'risk >>> 1', '~risk', 'risk to km', '3 km', '5 kg', 'risk in days'],
  'wrong units and types': ['displaced + tension', 'displaced > tension', 'displaced', 'deaths - displaced', 'log(displaced)', 'exp(day)', '(risk > 1) + 1', 'min(risk > 1, 2)', 'risk and tension', 'not risk', 'risk ? 1 : 2', 'risk > 0.5 ? 1 : true', 'mean(displaced, risk)', 'clamp(risk, 1)', 'abs()', 'abs(1, 2)', 'average(risk)', 'average(risk, 1 days)', 'average(risk, 400 days)', 'average(risk, day)', 'average(risk + 1, 7 days)', 'average(7, 7 days)', 'average(risk, 7.5 days)', 'average(foo, 7 days)', 'day > 3 people'],
  'broken text': ['', ' ', '(', ')', 'risk +', '+ * 2', 'risk risk risk >', '1 2 3 >', '.', ',', 'min(1,', 'risk >', '> risk', '()', 'risk + )', '1..2', '0x', '0b12', '\u0000', 'risk \u2028 1', '\uFFFF', 'ри\u0441k', '\u{1F600}', 'risk ＋ 1'],
};

describe('hostile formulas', () => {
  const all = Object.values(HOSTILE).flat();
  it('are more than two hundred', () => { expect(new Set(all).size).toBeGreaterThanOrEqual(200); });
  it.each(Object.entries(HOSTILE))('%s: all refused, as a number and as a condition, with position and reason', (_, texts) => {
    for (const text of texts) {
      const shown = text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text;
      let refused = 0;
      for (const wants of ['number', 'condition'] as const) {
        const { value, diagnostics } = compileFormula(text, wants);
        if (value !== undefined) continue;
        refused++;
        expect(diagnostics, shown).toHaveLength(1);
        const [finding] = diagnostics;
        expect(finding!.code, shown).toMatch(/^formula\/[a-z-]+$/);
        expect(finding!.position, shown).toBeGreaterThanOrEqual(1);
        expect(finding!.position, shown).toBeLessThanOrEqual(text.length + 1);
        expect(finding!.message, shown).toMatch(/^At character \d+: .{10,}\.$/s);
      }
      expect(refused, shown).toBe(2);
    }
  });
  it('are refused at once', () => {
    const start = performance.now();
    for (const text of all) compileFormula(text, 'condition');
    expect(performance.now() - start).toBeLessThan(2000);
  });
  it('leave nothing behind on the prototypes of this program', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
  it.each([['tension + foo', 11], ['risk > 0.5 and consnt < 1', 16], ['risk + (displaced + tension)', 21], ['sin(risk)', 1], ['risk + [1]', 8], ['risk + ', 8], ['1 + 2 ^ 99', 5]])('the place in "%s" is character %d', (text, position) => {
    expect(compileFormula(text, 'number').diagnostics[0]!.position).toBe(position);
  });
});
