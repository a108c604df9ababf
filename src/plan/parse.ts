/** Plan file → Plan: JSON, format ladder, shapes, sense. All findings at once, with lines. */
import { hasErrors, sortFindings, type Diagnostic } from '../scenario/diagnostics.ts';
import { findingsOfIssues } from '../scenario/issues.ts';
import { readJson } from '../scenario/json.ts';
import type { Scenario } from '../scenario/schema.ts';
import { checkPlan } from './check.ts';
import { migratePlan } from './migrate.ts';
import { planSchema, type Plan } from './schema.ts';
import { planWorld } from './world.ts';

/**
 * Reads a plan file against a scenario.
 * @param text the file
 * @param file its name, for findings
 * @returns the plan when there is no error, and every finding, errors first
 */
export function parsePlan(text: string, file: string | undefined, scenario: Scenario): { plan?: Plan; diagnostics: Diagnostic[] } {
  const reading = readJson(text, file);
  if (reading.value === undefined) return { diagnostics: reading.diagnostics };
  const { lineOf } = reading;
  const migrated = migratePlan(reading.value, file);
  const before = [...reading.diagnostics, ...migrated.diagnostics.map(finding => ({ ...finding, line: lineOf(finding.path) }))];
  if (migrated.value === undefined) return { diagnostics: sortFindings(before) };
  const parsed = planSchema.safeParse(migrated.value, { reportInput: false });
  if (!parsed.success) return { diagnostics: sortFindings([...before, ...findingsOfIssues(parsed.error, planSchema, migrated.value, 'plan', file, lineOf)]) };
  const sense = checkPlan(parsed.data, planWorld(scenario)).map(finding => ({ ...finding, file, line: lineOf(finding.path) }));
  const diagnostics = sortFindings([...before, ...sense]);
  return hasErrors(diagnostics) ? { diagnostics } : { plan: parsed.data, diagnostics };
}

/** The file of a plan: two spaces deep, with a line end; reads back as the same plan. */
export function planText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}
