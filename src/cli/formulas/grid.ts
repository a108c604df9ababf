/**
 * Formula goldens: a grid of inputs through one formula of the model, six significant digits, one file a formula.
 * Rows can be read beside the header of the mechanism: what went in, what came out.
 */
import { parametersFor, type ParameterName } from '../../scenario/parameters.ts';

export type Values = Readonly<Record<string, number | string>>;

export interface Formula {
  /** Name of its file in test/goldens/formulas. */
  readonly name: string;
  /** What goes in and out, with units. */
  readonly says: string;
  /** What the negative control raises by one per cent, so that numbers must move: a parameter, or an input where the formula has none. */
  readonly control: ParameterName | { readonly input: string };
  /** Inputs, one object a row. */
  readonly inputs: readonly Values[];
  /** @param overrides parameters by name, in the register's units */
  readonly compute: (input: Values, overrides: Readonly<Record<string, number>>) => Values;
}

/** One row of a golden file. */
export interface FormulaRow { readonly in: Values; readonly out: Values }

export interface FormulaGolden { readonly formula: string; readonly says: string; readonly rows: readonly FormulaRow[] }

/** A formula whose inputs are of one shape. */
export function formula<Input extends Values>(name: string, says: string, control: Formula['control'], inputs: readonly Input[], compute: (input: Input, overrides: Readonly<Record<string, number>>) => Values): Formula {
  return { name, says, control, inputs, compute: compute as Formula['compute'] };
}

/** All combinations of the values of each input, the last input varying fastest. */
export function grid<Input extends Values>(axes: { readonly [K in keyof Input]: readonly Input[K][] }): Input[] {
  let rows: Values[] = [{}];
  for (const [name, values] of Object.entries(axes) as [string, readonly (number | string)[]][]) rows = rows.flatMap(row => values.map(value => ({ ...row, [name]: value })));
  return rows as Input[];
}

/** A base row, then each input at its other values while the rest stay. */
export function aroundBase<Input extends Values>(base: Input, others: { readonly [K in keyof Input]?: readonly Input[K][] }): Input[] {
  return [base, ...(Object.entries(others) as [string, readonly (number | string)[]][]).flatMap(([name, values]) => values.map(value => ({ ...base, [name]: value })))];
}

/** A number at six significant digits. */
export function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}

/** Runs a formula over its grid. */
export function computeFormula({ name, says, inputs, compute }: Formula, overrides: Readonly<Record<string, number>> = {}): FormulaGolden {
  const rounded = (values: Values): Values => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'number' && Number.isFinite(value) ? sixDigits(value) : String(value)]));
  return { formula: name, says, rows: inputs.map(input => ({ in: input, out: rounded(compute(input, overrides)) })) };
}

/** The text of a golden file: one row a line. */
export function formulaText({ formula: name, says, rows }: FormulaGolden): string {
  const line = (values: Values): string => `{ ${Object.entries(values).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(', ')} }`;
  return `{\n  "formula": ${JSON.stringify(name)},\n  "says": ${JSON.stringify(says)},\n  "rows": [\n${rows.map(row => `    { "in": ${line(row.in)}, "out": ${line(row.out)} }`).join(',\n')}\n  ]\n}\n`;
}

/**
 * The rate of a Poisson count from the least multiple of it at which the count is no longer 0: P(0) = e^−rate, so the
 * rate at multiple m is −ln u/m, to thirteen digits.
 * @param minusLogU −ln of the uniform that decides the count
 * @param happens whether the count is above 0 at a multiple; must be monotone in it
 */
export function rateFrom(minusLogU: number, happens: (multiple: number) => boolean): number {
  let high = 1;
  while (!happens(high)) {
    high *= 4;
    if (high > 1e12) return 0;
  }
  let low = 0;
  for (let n = 0; n < 200 && high - low > high * 1e-13; n++) {
    const middle = 0.5 * (low + high);
    if (happens(middle)) high = middle;
    else low = middle;
  }
  return minusLogU / high;
}

/** The formula computed with its control raised by one per cent. */
export function computeControl(of: Formula): FormulaGolden {
  const { control } = of;
  if (typeof control === 'string') return computeFormula(of, { [control]: 1.01 * parametersFor('conservative')[control] });
  return computeFormula({ ...of, inputs: of.inputs.map(input => ({ ...input, [control.input]: 1.01 * Number(input[control.input]) })) });
}
