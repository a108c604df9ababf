/**
 * User formulas: mathjs parses, a white list admits, units are checked, and a small stack program remains.
 * Nothing is ever evaluated by mathjs or by the host language.
 *
 * Grammar: numbers, columns, the units people and days after a number, + − * / ^ (whole exponents), comparisons,
 * and, or, not, condition ? a : b, and the functions of `formula-units.ts`.
 */
import { create, parseDependencies, type MathNode } from 'mathjs/number';
import { didYouMean, type Diagnostic } from './diagnostics.ts';
import { CODE, STACK_SIZE, type FormulaAverage, type FormulaProgram, type Op } from './formula-run.ts';
import { COLUMN_NOTES, dimensionName, FORMULA_COLUMNS, FORMULA_FUNCTIONS, FORMULA_UNITS, FREE, PURE, type Dimension, type FormulaColumn } from './formula-units.ts';

const math = create({ ...parseDependencies });

/** Longest formula read, characters. */
export const LONGEST_FORMULA = 400;
const DEEPEST = 24;
/** Nested operators; a sum of many terms nests to the left. */
const DEEPEST_TREE = 150;
const HIGHEST_POWER = 8;
const MOST_NUMBERS = 200;
/** Means of one formula, and the longest of them, days. */
const MOST_AVERAGES = 8;
const LONGEST_AVERAGE = 90;

export type { FormulaProgram } from './formula-run.ts';
export { evaluateFormula } from './formula-run.ts';

interface Typed { readonly kind: 'number' | 'condition'; readonly dimension: Dimension }

class Refusal extends Error {
  readonly code: string;
  readonly suggestion: string | undefined;
  /** Place in the text, from 0, where the thrower knows it. */
  readonly at: number | undefined;
  constructor(code: string, message: string, suggestion?: string, at?: number) {
    super(message);
    this.code = code;
    this.suggestion = suggestion;
    this.at = at;
  }
}

/** What was found in a formula; `position` counts characters from 1. */
export interface FormulaFinding extends Diagnostic { readonly position: number }

const FORBIDDEN = /[{}[\]"'`;#@$\\\n\r]|=>|(?<![=!<>])=(?!=)/;
/** Names and numbers, the leaves of the tree, in the order in which the compiler meets them. */
const LEAVES = /0[xob][\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\p{L}_][\p{L}\p{N}_]*/giu;
const OPERATOR_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'xor', 'mod', 'to', 'in']);

/** Refuses what no formula may hold before it is parsed at all. */
function screen(text: string): void {
  if (text.length > LONGEST_FORMULA) throw new Refusal('too-long', `The formula has ${text.length} characters; at most ${LONGEST_FORMULA} are read.`, undefined, LONGEST_FORMULA);
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) throw new Refusal('not-allowed', 'A formula holds no texts, lists, objects, assignments or comments.', `Use columns, numbers and ${[...FORMULA_FUNCTIONS.keys()].join(', ')}.`, forbidden.index);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    depth += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0;
    if (depth > DEEPEST) throw new Refusal('too-deep', `Brackets lie more than ${DEEPEST} deep.`, undefined, i);
  }
}

/** The tree of a text; what mathjs cannot read is refused where it stopped. */
function parsed(text: string): MathNode {
  try {
    return math.parse(text);
  } catch (error) {
    const char = (error as { char?: unknown }).char;
    const reason = error instanceof Error ? error.message.replace(/ \(char \d+\)$/, '') : 'unknown';
    throw new Refusal('syntax', `The formula cannot be read: ${reason}.`, undefined, typeof char === 'number' ? char - 1 : 0);
  }
}

/**
 * Compiles a formula.
 * @param text formula, at most 400 characters
 * @param wants `number` for indicators and probabilities (a pure number), `condition` for triggers
 */
export function compileFormula(text: string, wants: 'number' | 'condition'): { value?: FormulaProgram; diagnostics: FormulaFinding[] } {
  const compiler = new Compiler(text);
  try {
    screen(text);
    const result = compiler.node(parsed(text), 0);
    if (result.kind !== wants) throw new Refusal('wrong-type', wants === 'number' ? 'The formula is a condition; a number is wanted.' : 'The formula is a number; a condition is wanted.', wants === 'number' ? 'Write "condition ? 1 : 0".' : 'Compare it with something, such as "> 0.5".', 0);
    if (wants === 'number' && (result.dimension.people !== 0 || result.dimension.days !== 0)) throw new Refusal('wrong-unit', `The formula gives ${dimensionName(result.dimension)}; a pure number is wanted.`, 'Divide by an amount with its unit, such as "displaced / (100000 people)".', 0);
    return { value: compiler.program(wants === 'condition' ? 'condition' : dimensionName(PURE)), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const position = Math.min(text.length, Math.max(0, error.at ?? compiler.position)) + 1;
    return { diagnostics: [{ severity: 'error', code: `formula/${error.code}`, path: '', position, message: `At character ${position}: ${error.message}`, ...(error.suggestion === undefined ? {} : { suggestion: error.suggestion }) }] };
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

/** Comparisons of a column with a number, as one operation. */
const FUSED: Partial<Record<Op, Op>> = { less: 'columnLess', lessEqual: 'columnLessEqual', greater: 'columnGreater', greaterEqual: 'columnGreaterEqual' };

class Compiler {
  private readonly code: number[] = [];
  /** Where each operation begins. */
  private readonly starts: number[] = [];
  private readonly constants: number[] = [];
  private readonly columns = new Set<FormulaColumn>();
  private readonly averages: FormulaAverage[] = [];
  private height = 0;
  private highest = 0;
  /** Places of the leaves in the text, and how many have been met. */
  private readonly leaves: readonly number[];
  private met = 0;

  constructor(text: string) {
    this.leaves = [...text.slice(0, LONGEST_FORMULA).matchAll(LEAVES)].filter(match => !OPERATOR_WORDS.has(match[0])).map(match => match.index);
  }

  /** Place of the leaf met last, from 0. */
  get position(): number {
    return this.leaves[Math.max(0, this.met - 1)] ?? 0;
  }

  /** Place of the leaf that comes next: where a construct begins whose parts have not been met. */
  private get next(): number {
    return this.leaves[Math.min(this.met, this.leaves.length - 1)] ?? 0;
  }

  program(unit: string): FormulaProgram {
    const { averages } = this;
    return { code: [...this.code], constants: [...this.constants], depth: this.highest, columns: FORMULA_COLUMNS.filter((name, c) => this.columns.has(name) || averages.some(({ column }) => column === c)), averages, unit };
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
      default: throw new Refusal('not-allowed', `A formula may not hold ${NODE_NAMES[node.type] ?? 'this construct'}.`, undefined, this.next);
    }
  }

  private emit(op: Op, operand: number, taken: number): void {
    const { code } = this;
    const fused = FUSED[op];
    const at = code.length - 4;
    if (fused !== undefined && at >= 0 && this.starts.at(-2) === at && code[at] === CODE.column && code[at + 2] === CODE.number) {
      // column, number, comparison → one operation
      code[at] = CODE[fused];
      code[at + 2] = 0;
      this.starts.pop();
    } else {
      this.starts.push(code.length);
      code.push(CODE[op], operand);
    }
    this.height += 1 - taken;
    if (this.height > this.highest) this.highest = this.height;
    if (this.highest > STACK_SIZE) throw new Refusal('too-deep', 'The formula needs too many numbers at once.');
  }

  private push(value: number): void {
    if (this.constants.length >= MOST_NUMBERS) throw new Refusal('too-long', `The formula holds more than ${MOST_NUMBERS} numbers.`);
    this.constants.push(value);
    this.emit('number', this.constants.length - 1, 0);
  }

  private constant(value: unknown): Typed {
    this.met++;
    if (typeof value === 'boolean') { this.push(value ? 1 : 0); return { kind: 'condition', dimension: PURE }; }
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal('not-allowed', `"${String(value).slice(0, 40)}" is not a finite number.`);
    this.push(value);
    return { kind: 'number', dimension: FREE };
  }

  private symbol(name: string): Typed {
    this.met++;
    const index = (FORMULA_COLUMNS as readonly string[]).indexOf(name);
    if (index >= 0) {
      const column = FORMULA_COLUMNS[index]!;
      this.columns.add(column);
      this.emit('column', index, 0);
      return { kind: 'number', dimension: COLUMN_NOTES[column].dimension };
    }
    const unit = FORMULA_UNITS.get(name);
    if (unit !== undefined) { this.push(1); return { kind: 'number', dimension: unit }; }
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
    throw new Refusal('not-allowed', `The operator "${name}" is not allowed in a formula.`, undefined, this.next);
  }

  private power(base: Node, exponent: Node, depth: number): Typed {
    const bare = unwrap(exponent);
    const n = bare.type === 'ConstantNode' && typeof bare.value === 'number' ? bare.value : NaN;
    if (!(Number.isInteger(n) && n >= 0 && n <= HIGHEST_POWER)) throw new Refusal('wrong-power', `An exponent is a whole number from 0 to ${HIGHEST_POWER}.`, 'Use sqrt, or exp and log.', this.next);
    const dimension = this.number(base, depth, 'power');
    this.met++;
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
    const called = node.fn as Node;
    // a method of something, such as a.max(1), has a name too
    if (called.type !== 'SymbolNode') throw new Refusal('not-allowed', `A formula may not hold ${NODE_NAMES[called.type] ?? 'this construct'}.`, undefined, this.next);
    const name = called.name ?? '';
    this.met++;
    const bounds = FORMULA_FUNCTIONS.get(name);
    if (bounds === undefined) throw new Refusal('unknown-function', `"${name.slice(0, 40)}" is no function of formulas.`, didYouMean(name, [...FORMULA_FUNCTIONS.keys()]));
    const args = node.args ?? [];
    if (args.length < bounds[0] || args.length > bounds[1]) throw new Refusal('arguments', `${name} takes ${bounds[0] === bounds[1] ? bounds[0] : `${bounds[0]} to ${bounds[1]}`} argument${bounds[1] === 1 ? '' : 's'}; it has ${args.length}.`);
    if (name === 'average') return this.average(args[0]!, args[1]!);
    const dimensions: Dimension[] = [];
    args.forEach((arg, i) => {
      dimensions.push(this.number(arg, depth, name));
      if ((name === 'min' || name === 'max') && i > 0) this.emit(name, 0, 2);
      if (name === 'mean' && i > 0) this.emit('add', 0, 2);
    });
    if (name === 'mean' && args.length > 1) {
      this.push(args.length);
      this.emit('divide', 0, 2);
    }
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

  /** average(column, 14 days): the mean of a column over the last days. */
  private average(what: Node, length: Node): Typed {
    this.met++;
    const column = (FORMULA_COLUMNS as readonly string[]).indexOf(unwrap(what).name ?? '');
    if (unwrap(what).type !== 'SymbolNode' || column < 0) throw new Refusal('wrong-average', 'average takes one column, then a number of days.', `Columns: ${FORMULA_COLUMNS.join(', ')}.`);
    this.met++;
    const bare = unwrap(length);
    const parts = bare.type === 'OperatorNode' && bare.implicit === true && bare.args?.[1]?.name === 'days' ? bare.args[0]! : bare;
    const days = parts.type === 'ConstantNode' && typeof parts.value === 'number' ? parts.value : NaN;
    if (!(Number.isInteger(days) && days >= 2 && days <= LONGEST_AVERAGE)) throw new Refusal('wrong-average', `The length of an average is a whole number of days from 2 to ${LONGEST_AVERAGE}.`, 'Write "average(deaths, 14 days)".');
    if (parts !== bare) this.met++;
    let slot = this.averages.findIndex(other => other.column === column && other.days === days);
    if (slot < 0) slot = this.averages.push({ column, days }) - 1;
    if (slot >= MOST_AVERAGES) throw new Refusal('too-long', `A formula holds at most ${MOST_AVERAGES} averages.`);
    this.emit('column', FORMULA_COLUMNS.length + slot, 0);
    return { kind: 'number', dimension: COLUMN_NOTES[FORMULA_COLUMNS[column]!].dimension };
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

const WORDS: Readonly<Record<string, string>> = { min: 'take the least of', max: 'take the greatest of', clamp: 'clamp between', mean: 'average' };
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
