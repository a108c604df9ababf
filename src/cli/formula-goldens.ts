/** The golden files of formulas: where they lie, and what has moved since they were written. */
import { join } from 'node:path';
import { filesIn, readText } from '../io/node.ts';
import { computeFormula, formulaText, type Formula, type FormulaGolden } from './formulas/grid.ts';
import { FORMULAS } from './formulas/index.ts';
import { GOLDENS_FOLDER } from './goldens.ts';

export const FORMULAS_FOLDER = join(GOLDENS_FOLDER, 'formulas');

/** Names of the files there are. */
export function formulaGoldenNames(): string[] {
  return filesIn(FORMULAS_FOLDER, '.json').map(name => name.slice(0, -'.json'.length));
}

/** Text of a formula's file; undefined before the first blessing. */
export function readFormulaGolden(formula: Formula): string | undefined {
  const read = readText(join(FORMULAS_FOLDER, `${formula.name}.json`));
  return 'error' in read ? undefined : read.text;
}

export interface FormulaWrite {
  readonly path: string;
  readonly text: string;
  /** Whether a row that is in both has other numbers: the model moved, not the grid. */
  readonly moved: boolean;
}

function hasMoved(before: FormulaGolden, now: FormulaGolden): boolean {
  const outs = new Map(before.rows.map(row => [JSON.stringify(row.in), JSON.stringify(row.out)]));
  return now.rows.some(row => (outs.get(JSON.stringify(row.in)) ?? JSON.stringify(row.out)) !== JSON.stringify(row.out));
}

/** What blessing would write: the files that are new or no longer right. */
export function formulaWrites(): FormulaWrite[] {
  return FORMULAS.flatMap(formula => {
    const before = readFormulaGolden(formula);
    const now = computeFormula(formula);
    const text = formulaText(now);
    return before === text ? [] : [{ path: join(FORMULAS_FOLDER, `${formula.name}.json`), text, moved: before !== undefined && hasMoved(JSON.parse(before) as FormulaGolden, now) }];
  });
}
