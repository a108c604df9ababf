/** `forestall check --audit`: whether every kind of action moves what its file says it should. */
import { planWorld } from '../plan/world.ts';
import { ACTIONS } from '../plan/actions/index.ts';
import type { ActionKind } from '../plan/schema.ts';
import { AUDIT_CASES } from '../study/audit-cases.ts';
import { auditCase, type AuditFinding, type Baselines } from '../study/audit.ts';
import { worldOf } from '../study/world.ts';
import { defaultWorkers, executorFor } from '../workers/node-pool.ts';
import type { OpenScenario } from './library.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { print, say, table } from './output.ts';

/** Seed of the audit's futures. */
const AUDIT_SEED = 20270301;

/** Runs the cases of a scenario, in order. */
export async function auditScenario(open: OpenScenario): Promise<AuditFinding[]> {
  const cases = AUDIT_CASES.filter(one => one.scenario === open.scenario.id);
  const executor = executorFor(defaultWorkers());
  const world = planWorld(open.scenario);
  const findings: AuditFinding[] = [];
  const baselines: Baselines = new Map();
  try {
    await executor.open(worldOf(open.scenario));
    for (const [i, one] of cases.entries()) {
      say(`audit ${i + 1} of ${cases.length}: ${one.action.kind}, ${one.circumstance}`);
      findings.push(await auditCase(executor, one, world, AUDIT_SEED, baselines));
    }
  } finally {
    await executor.close();
  }
  return findings;
}

/** Kinds without a case in any scenario. */
export function kindsWithoutCase(): ActionKind[] {
  return (Object.keys(ACTIONS) as ActionKind[]).filter(kind => !AUDIT_CASES.some(one => one.action.kind === kind && one.backfires === undefined));
}

/** Prints the table of an audit; returns whether all cases hold. */
export function printAudit(findings: readonly AuditFinding[]): boolean {
  print(table(['kind', 'where', 'outcome', 'should be', 'difference', '99.9 % interval', 'runs', ''], findings.map(row => [
    row.kind, row.circumstance, OUTCOME_WORDS[row.outcome], row.direction, amountText(row.difference, row.unit), `${amountText(row.interval[0], row.unit)} to ${amountText(row.interval[1], row.unit)}`, String(row.runs), row.holds ? 'holds' : 'DOES NOT HOLD'])));
  return findings.every(row => row.holds);
}
