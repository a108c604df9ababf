/**
 * User formulas: mathjs parses, a white list admits, units are checked, and a small stack program remains.
 * Nothing is ever evaluated by mathjs or by the host language.
 *
 * Grammar: numbers, columns, the units people and days after a number, + − * / ^ (whole exponents), comparisons,
 * and, or, not, condition ? a : b, and the functions of `formula-units.ts`.
 */
import { create, parseDependencies, type MathNode } from 'mathjs/number';
import { clamp, exp, log } from '../kernel/math.ts';
import { didYouMean, type Diagnostic } from './diagnostics.ts';
import { COLUMN_NOTES, dimensionName, FORMULA_COLUMNS, FORMULA_FUNCTIONS, FORMULA_UNITS, FREE, PURE, type Dimension, type FormulaColumn } from './formula-units.ts';

const math = create({ ...parseDependencies });

const LONGEST = 400;
const DEEPEST = 24;
/** Nested operators; a sum of many terms nests to the left. */
const DEEPEST_TREE = 150;
const STACK_SIZE = 256;
const HIGHEST_POWER = 8;

/** Operations; the number is the code. Append only. */
const OPS = ['number', 'column', 'add', 'subtract', 'multiply', 'divide', 'negate', 'power', 'less', 'lessEqual', 'greater', 'greaterEqual', 'equal', 'unequal', 'and', 'or', 'not', 'choose', 'min', 'max', 'abs', 'exp', 'log', 'sqrt', 'clamp'] as const;
type Op = (typeof OPS)[number];
const CODE = Object.fromEntries(OPS.map((op, i) => [op, i])) as Record<Op, number>;

/** A compiled formula: pairs of operation and operand, and the constants they point to. Plain data; may be cloned and sent. */
export interface FormulaProgram {
  /** Operation, operand, operation, operand, … Operand: constant, column or exponent; 0 where there is none. */
  readonly code: Uint8Array;
  readonly constants: Float64Array;
  /** Deepest stack the program needs. */
  readonly depth: number;
  /** Columns read. */
  readonly columns: readonly FormulaColumn[];
  /** Unit of the result, in words. */
  readonly unit: string;
}

interface Typed { readonly kind: 'number' | 'condition'; readonly dimension: Dimension }

class Refusal extends Error {
  readonly code: string;
  readonly suggestion: string | undefined;
  constructor(code: string, message: string, suggestion?: string) {
    super(message);
    this.code = code;
    this.suggestion = suggestion;
  }
}

/**
 * Compiles a formula.
 * @param text formula, at most 400 characters
 * @param wants `number` for indicators and probabilities (a pure number), `condition` for triggers
 */
export function compileFormula(text: string, wants: 'number' | 'condition'): { value?: FormulaProgram; diagnostics: Diagnostic[] } {
  try {
    if (text.length > LONGEST) throw new Refusal('too-long', `The formula has ${text.length} characters; at most ${LONGEST} are read.`);
    if (/[{}[\]"'`;#@$\\]|=>|(?<![=!<>])=(?!=)/.test(text)) throw new Refusal('not-allowed', 'A formula holds no texts, lists, objects, assignments or comments.', `Use columns, numbers and ${[...FORMULA_FUNCTIONS.keys()].join(', ')}.`);
    let depth = 0;
    for (const c of text) { depth += c === '(' ? 1 : c === ')' ? -1 : 0; if (depth > DEEPEST) throw new Refusal('too-deep', `Brackets lie more than ${DEEPEST} deep.`); }
    let tree: MathNode;
    try {
      tree = math.parse(text);
    } catch (error) {
      throw new Refusal('syntax', `The formula cannot be read: ${error instanceof Error ? error.message : 'unknown'}.`);
    }
    const compiler = new Compiler();
    const result = compiler.node(tree, 0);
    if (result.kind !== wants) throw new Refusal('wrong-type', wants === 'number' ? 'The formula is a condition; a number is wanted.' : 'The formula is a number; a condition is wanted.', wants === 'number' ? 'Write "condition ? 1 : 0".' : 'Compare it with something, such as "> 0.5".');
    if (wants === 'number' && (result.dimension.people !== 0 || result.dimension.days !== 0)) throw new Refusal('wrong-unit', `The formula gives ${dimensionName(result.dimension)}; a pure number is wanted.`, 'Divide by an amount with its unit, such as "displaced / (100000 people)".');
    return { value: compiler.program(wants === 'condition' ? 'condition' : dimensionName(PURE)), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { diagnostics: [{ severity: 'error', code: `formula/${error.code}`, path: '', message: error.message, ...(error.suggestion === undefined ? {} : { suggestion: error.suggestion }) }] };
  }
}

/** What this file reads of mathjs nodes. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: unknown;
  readonly implicit?: boolean;
  readonly args?: readonly Node[];
  readonly content?: Node;
  readonly condition?: Node;
  readonly trueExpr?: Node;
  readonly falseExpr?: Node;
  readonly conditionals?: readonly string[];
  readonly params?: readonly Node[];
}

const ARITHMETIC: Readonly<Record<string, Op>> = { add: 'add', subtract: 'subtract', multiply: 'multiply', divide: 'divide' };
const COMPARISONS: Readonly<Record<string, Op>> = { smaller: 'less', smallerEq: 'lessEqual', larger: 'greater', largerEq: 'greaterEqual', equal: 'equal', unequal: 'unequal' };

class Compiler {
  private readonly code: number[] = [];
  private readonly constants: number[] = [];
  private readonly columns = new Set<FormulaColumn>();
  private height = 0;
  private highest = 0;

  program(unit: string): FormulaProgram {
    return { code: Uint8Array.from(this.code), constants: Float64Array.from(this.constants), depth: this.highest, columns: FORMULA_COLUMNS.filter(name => this.columns.has(name)), unit };
  }

  node(tree: unknown, depth: number): Typed {
    const node = tree as Node;
    if (depth > DEEPEST_TREE) throw new Refusal('too-deep', `The formula is nested more than ${DEEPEST_TREE} deep.`);
    switch (node.type) {
      case 'ParenthesisNode': return this.node(node.content!, depth + 1);
      case 'ConstantNode': return this.constant(node.value);
      case 'SymbolNode': return this.symbol(node.name!);
      case 'OperatorNode': return this.operator(node, depth);
      case 'ConditionalNode': return this.conditional(node, depth);
      case 'FunctionNode': return this.call(node, depth);
      case 'RelationalNode': return this.relation(node, depth);
      default: throw new Refusal('not-allowed', `A formula may not hold ${NODE_NAMES[node.type] ?? 'this construct'}.`);
    }
  }

  private emit(op: Op, operand: number, taken: number): void {
    this.code.push(CODE[op], operand);
    this.height += 1 - taken;
    if (this.height > this.highest) this.highest = this.height;
    if (this.highest > STACK_SIZE) throw new Refusal('too-deep', 'The formula needs too many numbers at once.');
  }

  private push(value: number): void {
    if (this.constants.length >= 200) throw new Refusal('too-long', 'The formula holds more than 200 numbers.');
    this.constants.push(value);
    this.emit('number', this.constants.length - 1, 0);
  }

  private constant(value: unknown): Typed {
    if (typeof value === 'boolean') { this.push(value ? 1 : 0); return { kind: 'condition', dimension: PURE }; }
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal('not-allowed', `"${String(value).slice(0, 40)}" is not a finite number.`);
    this.push(value);
    return { kind: 'number', dimension: FREE };
  }

  private symbol(name: string): Typed {
    const index = (FORMULA_COLUMNS as readonly string[]).indexOf(name);
    if (index >= 0) {
      const column = FORMULA_COLUMNS[index]!;
      this.columns.add(column);
      this.emit('column', index, 0);
      return { kind: 'number', dimension: COLUMN_NOTES[column].dimension };
    }
    const unit = FORMULA_UNITS.get(name);
    if (unit !== undefined) { this.push(1); return { kind: 'number', dimension: unit }; }
    if (name === 'true' || name === 'false') return this.constant(name === 'true');
    throw new Refusal('unknown-name', `"${name.slice(0, 40)}" is no column.`, didYouMean(name, FORMULA_COLUMNS) ?? `Columns: ${FORMULA_COLUMNS.join(', ')}.`);
  }

  private number(node: Node, depth: number, where: string): Dimension {
    const typed = this.node(node, depth + 1);
    if (typed.kind !== 'number') throw new Refusal('wrong-type', `A condition stands where a number is wanted (${where}).`, 'Write "condition ? 1 : 0".');
    return typed.dimension;
  }

  private condition(node: Node, depth: number, where: string): void {
    if (this.node(node, depth + 1).kind !== 'condition') throw new Refusal('wrong-type', `A number stands where a condition is wanted (${where}).`, 'Compare it with something, such as "> 0.5".');
  }

  private operator(node: Node, depth: number): Typed {
    const name = String(node.fn);
    const [a, b] = node.args ?? [];
    if (name === 'unaryMinus' || name === 'unaryPlus') {
      const dimension = this.number(a!, depth, 'sign');
      if (name === 'unaryMinus') this.emit('negate', 0, 1);
      return { kind: 'number', dimension };
    }
    if (name === 'not') { this.condition(a!, depth, 'not'); this.emit('not', 0, 1); return { kind: 'condition', dimension: PURE }; }
    if (name === 'and' || name === 'or') {
      this.condition(a!, depth, name);
      this.condition(b!, depth, name);
      this.emit(name, 0, 2);
      return { kind: 'condition', dimension: PURE };
    }
    if (name === 'pow') return this.power(a!, b!, depth);
    const arithmetic = Object.hasOwn(ARITHMETIC, name) ? ARITHMETIC[name] : undefined;
    if (arithmetic !== undefined) {
      const left = this.number(a!, depth, arithmetic);
      const right = this.number(b!, depth, arithmetic);
      this.emit(arithmetic, 0, 2);
      const dimension = arithmetic === 'add' || arithmetic === 'subtract' ? this.same([left, right], arithmetic) : product(left, right, arithmetic === 'multiply' ? 1 : -1);
      return { kind: 'number', dimension };
    }
    const comparison = Object.hasOwn(COMPARISONS, name) ? COMPARISONS[name] : undefined;
    if (comparison !== undefined) {
      this.same([this.number(a!, depth, 'comparison'), this.number(b!, depth, 'comparison')], 'compare');
      this.emit(comparison, 0, 2);
      return { kind: 'condition', dimension: PURE };
    }
    throw new Refusal('not-allowed', `The operator "${name}" is not allowed in a formula.`);
  }

  private power(base: Node, exponent: Node, depth: number): Typed {
    const bare = unwrap(exponent);
    const n = bare.type === 'ConstantNode' && typeof bare.value === 'number' ? bare.value : NaN;
    if (!(Number.isInteger(n) && n >= 0 && n <= HIGHEST_POWER)) throw new Refusal('wrong-power', `An exponent is a whole number from 0 to ${HIGHEST_POWER}.`, 'Use sqrt, or exp and log.');
    const dimension = this.number(base, depth, 'power');
    this.emit('power', n, 1);
    return { kind: 'number', dimension: dimension.free ? FREE : { people: dimension.people * n, days: dimension.days * n, free: false } };
  }

  /** a < b < c */
  private relation(node: Node, depth: number): Typed {
    const params = node.params ?? [];
    node.conditionals?.forEach((name, i) => {
      const op = COMPARISONS[name];
      if (op === undefined) throw new Refusal('not-allowed', `The operator "${name}" is not allowed in a formula.`);
      this.same([this.number(params[i]!, depth, 'comparison'), this.number(params[i + 1]!, depth, 'comparison')], 'compare');
      this.emit(op, 0, 2);
      if (i > 0) this.emit('and', 0, 2);
    });
    return { kind: 'condition', dimension: PURE };
  }

  private conditional(node: Node, depth: number): Typed {
    this.condition(node.condition!, depth, 'before "?"');
    const yes = this.node(node.trueExpr!, depth + 1);
    const no = this.node(node.falseExpr!, depth + 1);
    if (yes.kind !== no.kind) throw new Refusal('wrong-type', 'Both sides of ":" must be numbers, or both conditions.');
    this.emit('choose', 0, 3);
    return { kind: yes.kind, dimension: this.same([yes.dimension, no.dimension], 'choose between') };
  }

  private call(node: Node, depth: number): Typed {
    const name = (node.fn as Node | undefined)?.name ?? '';
    const bounds = FORMULA_FUNCTIONS.get(name);
    if (bounds === undefined) throw new Refusal('unknown-function', `"${name.slice(0, 40)}" is no function of formulas.`, didYouMean(name, [...FORMULA_FUNCTIONS.keys()]));
    const args = node.args ?? [];
    if (args.length < bounds[0] || args.length > bounds[1]) throw new Refusal('arguments', `${name} takes ${bounds[0] === bounds[1] ? bounds[0] : `${bounds[0]} to ${bounds[1]}`} argument${bounds[1] === 1 ? '' : 's'}; it has ${args.length}.`);
    const dimensions: Dimension[] = [];
    args.forEach((arg, i) => {
      dimensions.push(this.number(arg, depth, name));
      if ((name === 'min' || name === 'max') && i > 0) this.emit(name, 0, 2);
    });
    if (name === 'exp' || name === 'log') {
      const [d] = dimensions;
      if (d!.people !== 0 || d!.days !== 0) throw new Refusal('wrong-unit', `${name} takes a pure number, not ${dimensionName(d!)}.`, 'Divide by an amount with its unit first, such as "(100000 people)".');
      this.emit(name, 0, 1);
      return { kind: 'number', dimension: d!.free ? FREE : PURE };
    }
    if (name === 'sqrt') {
      const d = dimensions[0]!;
      this.emit('sqrt', 0, 1);
      return { kind: 'number', dimension: d.free ? FREE : { people: d.people / 2, days: d.days / 2, free: false } };
    }
    if (name === 'abs') this.emit('abs', 0, 1);
    if (name === 'clamp') this.emit('clamp', 0, 3);
    return { kind: 'number', dimension: this.same(dimensions, name) };
  }

  /** All dimensions are equal but for bare numbers; returns the common one. */
  private same(dimensions: readonly Dimension[], what: string): Dimension {
    const bound = dimensions.filter(dimension => !dimension.free);
    const first = bound[0];
    if (first === undefined) return FREE;
    const other = bound.find(dimension => dimension.people !== first.people || dimension.days !== first.days);
    if (other !== undefined) throw new Refusal('wrong-unit', `The formula would ${WORDS[what] ?? what} ${dimensionName(first)} and ${dimensionName(other)}.`, 'Divide by an amount with its unit first, such as "displaced / (100000 people)".');
    return first;
  }
}

const WORDS: Readonly<Record<string, string>> = { min: 'take the least of', max: 'take the greatest of', clamp: 'clamp between' };
const NODE_NAMES: Readonly<Record<string, string>> = { AssignmentNode: 'an assignment', FunctionAssignmentNode: 'a function definition', ArrayNode: 'a list', ObjectNode: 'an object', AccessorNode: 'a dot or index', IndexNode: 'an index', RangeNode: 'a range', BlockNode: 'several statements' };

function product(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  if (a.free && b.free) return FREE;
  return { people: a.people + sign * b.people, days: a.days + sign * b.days, free: false };
}

function unwrap(node: Node): Node {
  let at = node;
  while (at.type === 'ParenthesisNode') at = at.content!;
  return at;
}

const STACK = new Float64Array(STACK_SIZE);

/**
 * Runs a program.
 * @param columns values in the order of FORMULA_COLUMNS
 * @returns the number, or 1 or 0 for a condition; 0 where the arithmetic leaves the finite numbers (a division by zero, a logarithm of a negative number)
 */
export function evaluateFormula(program: FormulaProgram, columns: Float64Array): number {
  const { code, constants } = program;
  const stack = STACK;
  let top = -1;
  for (let i = 0; i < code.length; i += 2) {
    const operand = code[i + 1]!;
    switch (code[i]!) {
      case CODE.number: stack[++top] = constants[operand]!; break;
      case CODE.column: stack[++top] = columns[operand]!; break;
      case CODE.add: top--; stack[top] = stack[top]! + stack[top + 1]!; break;
      case CODE.subtract: top--; stack[top] = stack[top]! - stack[top + 1]!; break;
      case CODE.multiply: top--; stack[top] = stack[top]! * stack[top + 1]!; break;
      case CODE.divide: top--; stack[top] = stack[top]! / stack[top + 1]!; break;
      case CODE.negate: stack[top] = -stack[top]!; break;
      case CODE.power: { const x = stack[top]!; let y = 1; for (let k = 0; k < operand; k++) y *= x; stack[top] = y; break; }
      case CODE.less: top--; stack[top] = stack[top]! < stack[top + 1]! ? 1 : 0; break;
      case CODE.lessEqual: top--; stack[top] = stack[top]! <= stack[top + 1]! ? 1 : 0; break;
      case CODE.greater: top--; stack[top] = stack[top]! > stack[top + 1]! ? 1 : 0; break;
      case CODE.greaterEqual: top--; stack[top] = stack[top]! >= stack[top + 1]! ? 1 : 0; break;
      case CODE.equal: top--; stack[top] = stack[top]! === stack[top + 1]! ? 1 : 0; break;
      case CODE.unequal: top--; stack[top] = stack[top]! !== stack[top + 1]! ? 1 : 0; break;
      case CODE.and: top--; stack[top] = stack[top]! !== 0 && stack[top + 1]! !== 0 ? 1 : 0; break;
      case CODE.or: top--; stack[top] = stack[top]! !== 0 || stack[top + 1]! !== 0 ? 1 : 0; break;
      case CODE.not: stack[top] = stack[top]! === 0 ? 1 : 0; break;
      case CODE.choose: top -= 2; stack[top] = stack[top]! !== 0 ? stack[top + 1]! : stack[top + 2]!; break;
      case CODE.min: top--; stack[top] = Math.min(stack[top]!, stack[top + 1]!); break;
      case CODE.max: top--; stack[top] = Math.max(stack[top]!, stack[top + 1]!); break;
      case CODE.abs: stack[top] = Math.abs(stack[top]!); break;
      case CODE.exp: stack[top] = exp(stack[top]!); break;
      case CODE.log: stack[top] = log(stack[top]!); break;
      case CODE.sqrt: stack[top] = Math.sqrt(stack[top]!); break;
      case CODE.clamp: top -= 2; stack[top] = clamp(stack[top]!, stack[top + 1]!, stack[top + 2]!); break;
    }
  }
  const result = stack[0]!;
  return Number.isFinite(result) ? result : 0;
}
