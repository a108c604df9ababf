/**
 * Quantities with units, read by mathjs: "40 t/day", "60 days", "15 L/person/day", "0.3/month".
 *
 * Added to mathjs units: person (people, persons), USD (dollar, dollars), vehicle. mathjs's own month is
 * 30.4375 days and its year 365.25 days. Results are rounded to 14 significant digits, so that the same
 * file gives the same bits wherever it is read.
 */
import { create, createUnitDependencies, unitDependencies, type Unit } from 'mathjs';

const math = create({ ...unitDependencies, ...createUnitDependencies });
math.createUnit('person', { aliases: ['persons', 'people'] });
math.createUnit('USD', { aliases: ['usd', 'dollar', 'dollars'] });
math.createUnit('vehicle', { aliases: ['vehicles'] });

const SIGNIFICANT_DIGITS = 14;
const LONGEST_TEXT = 80;

/** Names of dimensions for messages; the first that fits is used. */
const DIMENSIONS: readonly (readonly [unit: string, name: string])[] = [
  ['km', 'a length'], ['km^2', 'an area'], ['L', 'a volume'], ['t', 'a mass'], ['day', 'a time'], ['person', 'a number of people'], ['USD', 'an amount of money'],
  ['t/day', 'a load'], ['km/day', 'a speed'], ['person/day', 'a flow of people'], ['USD/day', 'an amount of money over time'], ['day^-1', 'a rate'],
  ['L/person/day', 'a volume by person and time'], ['t/person/day', 'a mass by person and time'], ['L/day', 'a flow of liquid'], ['USD/person', 'an amount of money by person'],
  ['person/km^2', 'a density of people'], ['vehicle', 'a number of vehicles'],
];

const units = new Map<string, Unit>();

/** mathjs reads no unit that begins with a fraction; "1/day" and "/day" become "day^-1". */
function withoutLeadingFraction(text: string): string {
  return text.replace(/^(\s*[-+]?[\d.]*(?:[eE][-+]?\d+)?)\s*\/\s*([A-Za-z]+)/, (_, number: string, unit: string) => `${number.trim()} ${unit}^-1`.trim());
}

function unitOf(text: string): Unit {
  let unit = units.get(text);
  if (unit === undefined) {
    const plain = withoutLeadingFraction(text).replace(/^1 /, '');
    unit = math.unit(1, plain);
    units.set(text, unit);
  }
  return unit;
}

function nameOf(unit: Unit): string {
  for (const [text, name] of DIMENSIONS) if (unit.equalBase(unitOf(text))) return name;
  return `a quantity in ${unit.formatUnits()}`;
}

/**
 * Reads a text such as "40 t/day" as a number in `unit`.
 * @param text number and unit; a bare number is taken to be in `unit`
 * @param unit unit wanted, a mathjs unit expression such as "t/day" or "1/month"
 * @returns the value, or a sentence that names the unit got and the unit wanted
 * @throws when `unit` itself is no unit (a programming error)
 */
export function readQuantity(text: string, unit: string): { value: number } | { error: string } {
  const wanted = unitOf(unit);
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  const wish = `this field wants ${nameOf(wanted)} in ${unit}`;
  if (text.length > LONGEST_TEXT) return { error: `"${shown}" is too long for a quantity; ${wish}` };
  const trimmed = text.trim();
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(trimmed)) return finite(Number(trimmed), shown, wish);
  if (!/^[-+]?[\d.]/.test(trimmed)) return { error: `"${shown}" does not begin with a number; ${wish}` };
  if (/^[-+]?\d{1,3}(?:[ ,'\u00a0\u202f]\d{3})+/.test(trimmed)) return { error: `"${shown}" has a separator inside the number; ${wish}, written like "12000 ${unit}"` };
  let read: Unit;
  try {
    read = math.unit(withoutLeadingFraction(trimmed));
  } catch {
    return { error: `"${shown}" is not a quantity; ${wish}, such as "40 ${unit}"` };
  }
  if (!read.equalBase(wanted)) return { error: `"${shown}" is ${nameOf(read)}; ${wish}` };
  let value: number;
  try {
    value = read.toNumber(withoutLeadingFraction(unit).replace(/^1 /, ''));
  } catch {
    return { error: `"${shown}" cannot be converted; ${wish}` };
  }
  return finite(value, shown, wish);
}

function finite(value: number, shown: string, wish: string): { value: number } | { error: string } {
  if (!Number.isFinite(value)) return { error: `"${shown}" is not a finite number; ${wish}` };
  return { value: Number(value.toPrecision(SIGNIFICANT_DIGITS)) };
}
