/** Formula goldens: grids of inputs through single formulas, six digits; and a control that one per cent is seen. Rewritten by `forestall bless` only. */
import { describe, expect, it } from 'vitest';
import { formulaGoldenNames, readFormulaGolden } from '../../src/cli/formula-goldens.ts';
import { computeControl, computeFormula, formulaText, grid, rateFrom, sixDigits, type FormulaGolden } from '../../src/cli/formulas/grid.ts';
import { FORMULAS } from '../../src/cli/formulas/index.ts';

describe.each(FORMULAS)('formula $name', formula => {
  const now = computeFormula(formula);
  it('gives the blessed numbers; otherwise: forestall bless', () => {
    const text = readFormulaGolden(formula);
    expect(text, `test/goldens/formulas/${formula.name}.json`).toBeDefined();
    const golden = JSON.parse(text!) as FormulaGolden;
    for (const [i, row] of golden.rows.entries()) expect(now.rows[i], JSON.stringify(row.in)).toEqual(row);
    expect(text).toBe(formulaText(now));
  });
  it('has numbers in every row, and not the same ones in all', () => {
    const outs = now.rows.map(row => JSON.stringify(row.out));
    for (const out of outs) expect(out).not.toMatch(/NaN|null|undefined/);
    expect(new Set(outs).size).toBeGreaterThan(1);
    expect(new Set(now.rows.map(row => JSON.stringify(row.in))).size, 'no row twice').toBe(now.rows.length);
  });
  it('differs when its control moves by one per cent', () => {
    expect(computeControl(formula).rows.map(row => row.out)).not.toEqual(now.rows.map(row => row.out));
  });
});

describe('the files', () => {
  it('belong to a formula each, and every name is used once', () => {
    const names = FORMULAS.map(({ name }) => name);
    expect([...formulaGoldenNames()].sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the grid', () => {
  it('combines all values, the last input fastest, and rounds to six digits', () => {
    expect(grid({ a: [1, 2], b: [3, 4] })).toEqual([{ a: 1, b: 3 }, { a: 1, b: 4 }, { a: 2, b: 3 }, { a: 2, b: 4 }]);
    expect(sixDigits(0.123456789)).toBe(0.123457);
    expect(sixDigits(1234567.8)).toBe(1234570);
  });
  it('finds a rate from the multiple at which its first incident falls', () => {
    expect(rateFrom(0.7, multiple => 0.013 * multiple > 0.7)).toBeCloseTo(0.013, 12);
    expect(rateFrom(0.7, () => false)).toBe(0);
  });
});
