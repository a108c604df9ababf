/** Scenario file → Scenario: JSON, format ladder, shapes, sense. All findings at once. */
import { checkScenario } from './check.ts';
import { hasErrors, sortFindings, type Diagnostic } from './diagnostics.ts';
import { findingsOfIssues } from './issues.ts';
import { readJson } from './json.ts';
import { migrateScenario } from './migrate.ts';
import { scenarioSchema, type Scenario } from './schema.ts';

export { readJson } from './json.ts';

/**
 * Reads a scenario file.
 * @param text the file
 * @param file its name, for findings
 * @returns the scenario when there is no error, and every finding, errors first
 */
export function parseScenario(text: string, file?: string): { value?: Scenario; diagnostics: Diagnostic[] } {
  const reading = readJson(text, file);
  if (reading.value === undefined) return { diagnostics: reading.diagnostics };
  const { lineOf } = reading;
  const migrated = migrateScenario(reading.value, file);
  const before = [...reading.diagnostics, ...migrated.diagnostics.map(finding => ({ ...finding, line: lineOf(finding.path) }))];
  if (migrated.value === undefined) return { diagnostics: sortFindings(before) };
  const parsed = scenarioSchema.safeParse(migrated.value, { reportInput: false });
  if (!parsed.success) return { diagnostics: sortFindings([...before, ...findingsOfIssues(parsed.error, scenarioSchema, migrated.value, 'scenario', file, lineOf)]) };
  const sense = checkScenario(parsed.data).map(finding => ({ ...finding, file, line: lineOf(finding.path) }));
  const diagnostics = sortFindings([...before, ...sense]);
  return hasErrors(diagnostics) ? { diagnostics } : { value: parsed.data, diagnostics };
}
