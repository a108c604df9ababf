/**
 * The ladder of plan formats: each rung lifts a raw plan to the next format, before parsing. Format 1 is the first, so
 * the ladder has no rung yet.
 */
import type { Diagnostic } from '../scenario/diagnostics.ts';
import { PLAN_FORMAT } from './schema.ts';

type Raw = Record<string, unknown>;

/** Rung i lifts format i + 1 to i + 2. */
const RUNGS: readonly ((raw: Raw) => Raw)[] = [];

/** Lifts a raw plan to the present format; an error when the format is unknown. */
export function migratePlan(raw: unknown, file?: string): { value?: unknown; diagnostics: Diagnostic[] } {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return { diagnostics: [{ severity: 'error', code: 'plan/wrong-type', file, path: '', message: 'A plan file is one JSON object.' }] };
  const format = (raw as Raw)['format'];
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1 || format > PLAN_FORMAT) {
    const shown = format === undefined ? 'missing' : JSON.stringify(format)?.slice(0, 40) ?? 'no number';
    const newer = typeof format === 'number' && format > PLAN_FORMAT;
    return { diagnostics: [{ severity: 'error', code: 'plan/unknown-format', file, path: '/format', message: `"format" is ${shown}; this program reads format ${PLAN_FORMAT}.`, suggestion: newer ? 'Open it with a newer version of the program.' : `A plan file begins with "format": ${PLAN_FORMAT}.` }] };
  }
  let value = raw as Raw;
  for (let rung = format; rung < PLAN_FORMAT; rung++) value = RUNGS[rung - 1]!(value);
  return { value, diagnostics: [] };
}
