/** The agency audit: every kind of action says what it should move, and does, beyond the 99.9 % interval of the paired difference. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScenario } from '../../src/cli/library.ts';
import { ACTIONS } from '../../src/plan/actions/index.ts';
import type { ActionKind } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { AUDIT_CASES, type AuditCase } from '../../src/study/audit-cases.ts';
import { auditCase, type Baselines } from '../../src/study/audit.ts';
import { worldOf } from '../../src/study/world.ts';
import { InlineExecutor } from '../../src/workers/inline.ts';

const SEED = 20270301;
/** Cases of more futures than these take a minute together; `forestall check halvane --audit` runs them with all others. */
const LONG = 250;
const KINDS = Object.keys(ACTIONS) as ActionKind[];
const scenario = openScenario('halvane').value!.scenario;
const world = planWorld(scenario);
const executor = new InlineExecutor();
const baselines: Baselines = new Map();

beforeAll(() => executor.open(worldOf(scenario)));
afterAll(() => executor.close());

describe('every kind of action', () => {
  it('says beforehand what it should move, and never its cost or its own count', () => {
    expect(KINDS.filter(kind => ['cost', 'daysToFirstEffect', 'daysToFullEffect'].includes(ACTIONS[kind].moves.outcome))).toEqual([]);
  });
  it('has a case, and kinds that can backfire one that shows it', () => {
    const shown = (kind: ActionKind, backfires: boolean) => AUDIT_CASES.some(one => one.action.kind === kind && (one.backfires !== undefined) === backfires);
    expect(KINDS.filter(kind => !shown(kind, false))).toEqual([]);
    expect((['fact-finding', 'council-vote', 'sanction', 'deploy', 'monitors'] as const).filter(kind => !shown(kind, true))).toEqual([]);
  });
});

describe('the audit', () => {
  it('leaves few cases to the command', () => {
    expect(AUDIT_CASES.filter(one => one.runs > LONG).length).toBeLessThanOrEqual(4);
  });
  it.each(AUDIT_CASES.filter(one => one.runs <= LONG).map((one): [string, AuditCase] => [`${one.action.kind}, ${one.circumstance}`, one]))('holds for %s', async (_, one) => {
    const finding = await auditCase(executor, one, world, SEED, baselines);
    expect(finding, `${finding.action}: ${finding.outcome} ${finding.difference}, ${finding.interval.join(' to ')}`).toMatchObject({ holds: true });
  }, 300_000);
  it('finds nothing where the action is of amount 0', async () => {
    const one = AUDIT_CASES.find(other => other.action.kind === 'aid')!;
    const placebo = await auditCase(executor, { ...one, action: { ...one.action, amount: 0 } as AuditCase['action'], runs: 24 }, world, SEED, baselines);
    expect([placebo.difference, placebo.holds]).toEqual([0, false]);
  }, 300_000);
});
