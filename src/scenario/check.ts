/** Sense of a scenario: what a schema cannot see. Every finding at once, with path and suggestion. */
import { checkConduct } from './check-conduct.ts';
import { checkFigures } from './check-figures.ts';
import { checkMap } from './check-map.ts';
import { checkReferences } from './check-references.ts';
import type { Diagnostic, Severity } from './diagnostics.ts';
import type { Scenario } from './schema.ts';
import { checkUnitOverrides } from './unit-overrides.ts';

/** Takes one finding of a check. */
export type Report = (severity: Severity, code: string, path: string, message: string, suggestion?: string) => void;

const FINDINGS_LIMIT = 200;

/** Runs all checks on a scenario whose shapes are right. */
export function checkScenario(scenario: Scenario): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, advice: 0 };
  const report: Report = (severity, name, path, message, suggestion) => {
    // a flood of one severity never hides another
    counts[severity]++;
    if (counts[severity] > FINDINGS_LIMIT) {
      if (counts[severity] === FINDINGS_LIMIT + 1) findings.push({ severity, code: 'scenario/more', path: '', message: `There are more findings like these ${FINDINGS_LIMIT}.`, suggestion: 'Mend these first.' });
      return;
    }
    const code = name.includes('/') ? name : `scenario/${name}`;
    findings.push(suggestion === undefined ? { severity, code, path, message } : { severity, code, path, message, suggestion });
  };
  checkReferences(scenario, report);
  checkFigures(scenario, report);
  checkUnitOverrides(scenario, report);
  checkMap(scenario, report);
  checkConduct(scenario, report);
  return findings;
}
