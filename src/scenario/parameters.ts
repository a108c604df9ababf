/**
 * The parameter register: numbers of the model that a user may dispute, with unit, range, source and grade.
 * Mechanisms read the values as `t.p.<name>`. Weights that stand as literals in an equation are not in it; the
 * headers of the mechanisms show them (assets/model.md, known failures).
 */
import { assert } from '../kernel/assert.ts';
import { didYouMean, type Diagnostic } from './diagnostics.ts';
import { PARAMETER_GRADES, type ParameterGrade, type ParameterSpec } from './parameter.ts';
import { CONFLICT_PARAMETERS } from './parameters-conflict.ts';
import { PEACE_PARAMETERS } from './parameters-peace.ts';
import { POLITICS_PARAMETERS } from './parameters-politics.ts';
import { RESPONSE_PARAMETERS } from './parameters-response.ts';
import { WARNING_PARAMETERS } from './parameters-warning.ts';

type Row = (typeof CONFLICT_PARAMETERS)[number] | (typeof POLITICS_PARAMETERS)[number] | (typeof RESPONSE_PARAMETERS)[number] | (typeof WARNING_PARAMETERS)[number] | (typeof PEACE_PARAMETERS)[number];
export type ParameterName = Row['name'];
/** One value for each name, in the register's units. */
export type Parameters = Readonly<Record<ParameterName, number>>;
export type PresetName = 'conservative' | 'published' | 'promise' | 'record';
export const PRESETS: readonly PresetName[] = ['conservative', 'published', 'promise', 'record'];
/** Presets that set the pace of deployment on purpose, in part beyond the ranges of the register; an ensemble leaves their values alone. */
const PACES: readonly PresetName[] = ['promise', 'record'];

/** All rows in register order. */
export const PARAMETERS: readonly ParameterSpec[] = [...CONFLICT_PARAMETERS, ...POLITICS_PARAMETERS, ...RESPONSE_PARAMETERS, ...WARNING_PARAMETERS, ...PEACE_PARAMETERS];

const BY_NAME = new Map(PARAMETERS.map(row => [row.name, row]));

/**
 * The values of a preset, with overrides.
 * @param preset `conservative` takes each row's value; the others take the row's value of that name where it has one:
 *   `published` effects of peacekeeping, `promise` the doctrinal pace of deployment, `record` the phases as observed, one after the other
 * @param overrides values by name, in the register's units; check them first with `checkOverrides`
 * @throws when an override names no parameter or is not finite (a programming error)
 */
export function parametersFor(preset: PresetName = 'conservative', overrides: Readonly<Record<string, number>> = {}): Parameters {
  const values: Record<string, number> = {};
  for (const row of PARAMETERS) values[row.name] = row.presets?.[preset] ?? row.value;
  for (const [name, value] of Object.entries(overrides)) {
    assert(BY_NAME.has(name), `parameter ${name} is not in the register`);
    assert(Number.isFinite(value), `parameter ${name} is ${value}`);
    values[name] = value;
  }
  // a copy of a finished record is laid out as one shape, which the tick reads several times faster
  return { ...values } as Parameters;
}

/** Names of the parameters that a preset fixes, so that an ensemble does not draw them. */
export function fixedBy(preset: PresetName): string[] {
  return PACES.includes(preset) ? PARAMETERS.filter(row => row.presets?.[preset] !== undefined).map(row => row.name) : [];
}

/**
 * Findings on overrides from a file or the command line: unknown names are errors, values outside the range warnings.
 * @param path JSON Pointer of the record that holds them
 */
export function checkOverrides(overrides: Readonly<Record<string, number>>, path: string): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const [name, value] of Object.entries(overrides)) {
    const row = BY_NAME.get(name);
    const at = `${path}/${name}`;
    if (row === undefined) {
      findings.push({ severity: 'error', code: 'parameters/unknown', path: at, message: `"${name}" is not a parameter of the model.`, suggestion: didYouMean(name, PARAMETERS.map(known => known.name)) });
    } else if (!Number.isFinite(value)) {
      findings.push({ severity: 'error', code: 'parameters/not-finite', path: at, message: `"${name}" must be a finite number in ${row.unit}.` });
    } else if (value < row.low || value > row.high) {
      findings.push({ severity: 'warning', code: 'parameters/outside-range', path: at, message: `${name} = ${value} ${row.unit} lies outside its range of ${row.low} to ${row.high}.`, suggestion: 'Keep it when the reason says why.' });
    }
  }
  return findings;
}

/**
 * Findings on the register itself: each row needs a name, a unit, a source and low ≤ value ≤ high.
 * @param rows the register; a parameter so that tests can show a bad row is found
 */
export function checkParameters(rows: readonly ParameterSpec[] = PARAMETERS): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const seen = new Set<string>();
  const add = (code: string, path: string, message: string) => findings.push({ severity: 'error', code: `parameters/${code}`, file: 'parameters', path, message });
  rows.forEach((row, i) => {
    const at = `/${i}`;
    const name = row.name === '' ? `row ${i}` : row.name;
    if (!/^[a-z][A-Za-z0-9]*$/.test(row.name)) add('name', `${at}/name`, `"${row.name}" is not a camel-case name.`);
    if (seen.has(row.name)) add('twice', `${at}/name`, `${name} is in the register twice.`);
    seen.add(row.name);
    if (row.unit.trim() === '') add('unit', `${at}/unit`, `${name} has no unit; a pure number says "factor", "share" or "index".`);
    if (row.source.trim() === '') add('source', `${at}/source`, `${name} has no source; a design value says MODEL.`);
    else if (!/MODEL/.test(row.source) && row.grade === 'invented') add('grade', `${at}/grade`, `${name} is graded invented but its source does not say MODEL.`);
    if (!PARAMETER_GRADES.includes(row.grade)) add('grade', `${at}/grade`, `${name} has the unknown grade "${row.grade}".`);
    if (row.mechanism.trim() === '') add('mechanism', `${at}/mechanism`, `${name} belongs to no mechanism.`);
    const values = [row.value, row.presets?.conservative, row.presets?.published].filter(value => value !== undefined);
    if (!Number.isFinite(row.low) || !Number.isFinite(row.high) || values.some(value => !(value >= row.low && value <= row.high))) add('range', at, `${name} = ${values.join(' / ')} ${row.unit} lies outside its range of ${row.low} to ${row.high}.`);
    const paces = PACES.map(preset => row.presets?.[preset]).filter(value => value !== undefined);
    if (paces.some(value => !(Number.isFinite(value) && value >= 0))) add('range', at, `The value of ${name} in a preset of pace is ${paces.join(' / ')} ${row.unit}; it must be a number from 0 up.`);
    if (row.low === row.high && row.distribution !== 'fixed') add('range', at, `${name} has an empty range; a fixed value says distribution "fixed".`);
    if (row.distribution === 'log-normal' && !(row.low > 0)) add('range', `${at}/low`, `${name} is log-normal and needs a low end above 0.`);
  });
  return findings;
}

/** Number of rows by grade, and of rows whose source says MODEL. */
export function countParameters(rows: readonly ParameterSpec[] = PARAMETERS): Record<ParameterGrade | 'total' | 'model', number> {
  const counts = { total: rows.length, measured: 0, judged: 0, invented: 0, model: 0 };
  for (const row of rows) {
    counts[row.grade]++;
    if (/MODEL/.test(row.source)) counts.model++;
  }
  return counts;
}
