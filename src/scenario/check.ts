/** Sense of a scenario: what a schema cannot see. Every finding at once, with path and suggestion. */
import { checkConduct } from './check-conduct.ts';
import { checkFigures } from './check-figures.ts';
import { checkMap } from './check-map.ts';
import { checkReferences } from './check-references.ts';
import type { Diagnostic, Severity } from './diagnostics.ts';
import type { Scenario } from './schema.ts';

/** Takes one finding of a check. */
export type Report = (severity: Severity, code: string, path: string, message: string, suggestion?: string) => void;

/** Runs all checks on a scenario whose shapes are right. */
export function checkScenario(scenario: Scenario): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const report: Report = (severity, code, path, message, suggestion) => {
    findings.push(suggestion === undefined ? { severity, code: `scenario/${code}`, path, message } : { severity, code: `scenario/${code}`, path, message, suggestion });
  };
  checkReferences(scenario, report);
  checkFigures(scenario, report);
  checkMap(scenario, report);
  checkConduct(scenario, report);
  return findings;
}
