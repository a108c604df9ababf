/**
 * Running formulas: the stack program that `formula.ts` leaves, over named columns. No parser, no library, no object is
 * touched here; the tick runs this.
 */
import { clamp, exp, log } from '../kernel/math.ts';
import type { FormulaColumn } from './formula-units.ts';

/** Operations; the number is the code. Append only: `runFormula` switches on these numbers. */
export const OPS = [
  'number', 'column', 'add', 'subtract', 'multiply', 'divide', 'negate', 'power', 'less', 'lessEqual', 'greater', 'greaterEqual', 'equal', 'unequal', 'and', 'or', 'not', 'choose', 'min', 'max', 'abs', 'exp', 'log', 'sqrt', 'clamp',
  'columnLess', 'columnLessEqual', 'columnGreater', 'columnGreaterEqual',
] as const;
export type Op = (typeof OPS)[number];
export const CODE = Object.fromEntries(OPS.map((op, i) => [op, i])) as Record<Op, number>;

/** Deepest stack a program may need. */
export const STACK_SIZE = 256;

/** A mean over the last days of a column, whose value stands after the columns. */
export interface FormulaAverage {
  /** Index in FORMULA_COLUMNS. */
  readonly column: number;
  /** Length, days. */
  readonly days: number;
}

/** A compiled formula: pairs of operation and operand, and the constants they point to. Plain data; may be cloned, sent and written as JSON. */
export interface FormulaProgram {
  /**
   * Operation, operand, operation, operand, … Operand: constant, column or exponent; 0 where there is none. A column that
   * is compared with a number is one operation of two pairs: operation, column, 0, constant.
   */
  readonly code: readonly number[];
  readonly constants: readonly number[];
  /** Deepest stack the program needs. */
  readonly depth: number;
  /** Columns read. */
  readonly columns: readonly FormulaColumn[];
  /** Means over days; column operands from FORMULA_COLUMNS.length on point to them, in order. */
  readonly averages: readonly FormulaAverage[];
  /** Unit of the result, in words. */
  readonly unit: string;
}

const STACK = new Float64Array(STACK_SIZE);

/**
 * Runs a program that lies in a longer list of programs. The top of the stack is kept apart in `x`.
 * @param code operations of all programs; this one stands from `from` to before `to`
 * @param constants constants of all programs; this one's begin at `base`
 * @param columns values in the order of FORMULA_COLUMNS, then this program's means
 * @returns the number, or 1 or 0 for a condition; 0 where the arithmetic leaves the finite numbers (a division by zero, a logarithm of a negative number)
 */
export function runFormula(code: Uint8Array, from: number, to: number, constants: Float64Array, base: number, columns: Float64Array): number {
  const stack = STACK;
  let top = -1;
  let x = 0;
  for (let i = from; i < to; i += 2) {
    const operand = code[i + 1]!;
    switch (code[i]!) {
      case 0: stack[++top] = x; x = constants[base + operand]!; break;
      case 1: stack[++top] = x; x = columns[operand]!; break;
      case 2: x = stack[top--]! + x; break;
      case 3: x = stack[top--]! - x; break;
      case 4: x = stack[top--]! * x; break;
      case 5: x = stack[top--]! / x; break;
      case 6: x = -x; break;
      case 7: { let y = 1; for (let k = 0; k < operand; k++) y *= x; x = y; break; }
      case 8: x = stack[top--]! < x ? 1 : 0; break;
      case 9: x = stack[top--]! <= x ? 1 : 0; break;
      case 10: x = stack[top--]! > x ? 1 : 0; break;
      case 11: x = stack[top--]! >= x ? 1 : 0; break;
      case 12: x = stack[top--]! === x ? 1 : 0; break;
      case 13: x = stack[top--]! !== x ? 1 : 0; break;
      case 14: x = stack[top--]! !== 0 && x !== 0 ? 1 : 0; break;
      case 15: x = stack[top--]! !== 0 || x !== 0 ? 1 : 0; break;
      case 16: x = x === 0 ? 1 : 0; break;
      case 17: { top -= 2; x = stack[top + 1]! !== 0 ? stack[top + 2]! : x; break; }
      case 18: { const y = stack[top--]!; x = y < x ? y : x; break; }
      case 19: { const y = stack[top--]!; x = y > x ? y : x; break; }
      case 20: x = x < 0 ? -x : x; break;
      case 21: x = exp(x); break;
      case 22: x = log(x); break;
      case 23: x = Math.sqrt(x); break;
      case 25: stack[++top] = x; i += 2; x = columns[operand]! < constants[base + code[i + 1]!]! ? 1 : 0; break;
      case 26: stack[++top] = x; i += 2; x = columns[operand]! <= constants[base + code[i + 1]!]! ? 1 : 0; break;
      case 27: stack[++top] = x; i += 2; x = columns[operand]! > constants[base + code[i + 1]!]! ? 1 : 0; break;
      case 28: stack[++top] = x; i += 2; x = columns[operand]! >= constants[base + code[i + 1]!]! ? 1 : 0; break;
      case 24: { top -= 2; x = clamp(stack[top + 1]!, stack[top + 2]!, x); break; }
    }
  }
  // x − x is 0 for finite numbers alone
  return x - x === 0 ? x : 0;
}

/** Runs a program that stands alone, outside the tick; columns and result as in `runFormula`. */
export function evaluateFormula(program: FormulaProgram, columns: Float64Array): number {
  return runFormula(Uint8Array.from(program.code), 0, program.code.length, Float64Array.from(program.constants), 0, columns);
}
