/**
 * The ladder of file formats: each rung lifts a raw scenario from one format to the next, before parsing.
 * A rung reads old names and writes new ones; it judges nothing, since the schema comes after. Each rung has
 * a file of the old form in test/scenario/old/.
 */
import type { Diagnostic } from './diagnostics.ts';
import { SCENARIO_FORMAT } from './schema.ts';

type Raw = Record<string, unknown>;

const FACTORS = ['instability', 'violations', 'weakState', 'motives', 'capacity', 'noMitigation', 'enabling', 'triggers'];

/** Rung i lifts format i + 1 to i + 2. */
const RUNGS: readonly ((raw: Raw) => Raw)[] = [fromFormat1];

/** Format 1 named the start `startDate` and gave each region one `tension` where format 2 asks for the eight risk factors. */
function fromFormat1(raw: Raw): Raw {
  const { startDate, ...rest } = raw;
  const regions = Array.isArray(raw['regions']) ? raw['regions'].map(lift) : raw['regions'];
  return { ...rest, ...(startDate === undefined ? {} : { start: startDate }), ...(regions === undefined ? {} : { regions }), format: 2 };
}

function lift(region: unknown): unknown {
  if (!isObject(region) || !('tension' in region)) return region;
  const { tension, ...rest } = region;
  return { ...rest, risk: Object.fromEntries(FACTORS.map(factor => [factor, tension])) };
}

function isObject(value: unknown): value is Raw {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * Lifts a raw scenario to the present format.
 * @param raw parsed JSON
 * @returns the lifted value, and findings: advice when it was lifted, an error when the format is unknown
 */
export function migrateScenario(raw: unknown, file?: string): { value?: unknown; diagnostics: Diagnostic[] } {
  if (!isObject(raw)) return { diagnostics: [{ severity: 'error', code: 'scenario/wrong-type', file, path: '', message: 'A scenario file is one JSON object.' }] };
  const format = raw['format'];
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1 || format > SCENARIO_FORMAT) {
    const shown = typeof format === 'number' || typeof format === 'string' ? JSON.stringify(format).slice(0, 40) : format === undefined ? 'missing' : 'no number';
    const newer = typeof format === 'number' && format > SCENARIO_FORMAT;
    return { diagnostics: [{ severity: 'error', code: 'scenario/unknown-format', file, path: '/format', message: `"format" is ${shown}; this program reads formats 1 to ${SCENARIO_FORMAT}.`, suggestion: newer ? 'Open it with a newer version of the program.' : `A scenario file begins with "format": ${SCENARIO_FORMAT}.` }] };
  }
  let value = raw;
  for (let rung = format; rung < SCENARIO_FORMAT; rung++) value = RUNGS[rung - 1]!(value);
  const lifted: Diagnostic[] = format === SCENARIO_FORMAT ? [] : [{ severity: 'advice', code: 'scenario/migrated', file, path: '/format', message: `The file has format ${format} and was read as format ${SCENARIO_FORMAT}.`, suggestion: 'Save it to write the present format.' }];
  return { value, diagnostics: lifted };
}
