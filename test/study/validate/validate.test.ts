/** The validation: the register of facts is whole, reports do not depend on who performs, and facts can fail. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkScenario } from '../../../src/scenario/check.ts';
import type { Executor } from '../../../src/study/executor.ts';
import { EXPERIMENTS, FACTS } from '../../../src/study/validate/facts.ts';
import { nullWorld } from '../../../src/study/validate/null-world.ts';
import { performPiece } from '../../../src/study/validate/piece.ts';
import { validate, type ValidationReport } from '../../../src/study/validate/validate.ts';
import { atrocityCountry, cellCountry, chainCountry } from '../../../src/study/validate/worlds.ts';
import { worldOf } from '../../../src/study/world.ts';
import { InlineExecutor } from '../../../src/workers/inline.ts';

/** Seconds together; the whole takes minutes and is the command's. */
const FAST = ['SF-04', 'SF-05', 'SF-07', 'SF-14'];
const request = { facts: FACTS.filter(fact => FAST.includes(fact.id)), preset: 'conservative', overrides: {}, without: [], seed: 5, quick: true } as const;

/** Performs tasks last first, as a pool may. */
const backwards: Pick<Executor, 'perform'> = {
  perform: async (tasks, onResult) => { for (const task of [...tasks].reverse()) if (task.kind === 'piece') onResult(performPiece(task) as never, task); },
};

const timeless = (report: ValidationReport): unknown => ({ ...report, facts: report.facts.map(fact => ({ ...fact, seconds: 0 })) });

async function run(more: Partial<Parameters<typeof validate>[1]> = {}): Promise<ValidationReport> {
  const executor = new InlineExecutor();
  await executor.open(worldOf(chainCountry(2)));
  return validate(executor, { ...request, ...more });
}

describe('the register', () => {
  it('holds twenty facts and ten sign checks, each with source, grade and target', () => {
    const numbered = (prefix: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`);
    expect(FACTS.map(fact => fact.id)).toEqual([...numbered('SF', 20), ...numbered('SC', 10)]);
    for (const fact of FACTS) {
      for (const text of [fact.title, fact.target, fact.source, fact.grade]) expect(text.length, fact.id).toBeGreaterThan(0);
      expect(fact.id.startsWith('SC'), fact.id).toBe(fact.grade === 'sign');
      // a fact that cannot be shown says why
      expect(fact.experiment === undefined, fact.id).toBe(fact.reason !== undefined);
    }
    expect(new Set(EXPERIMENTS.map(experiment => experiment.name)).size).toBe(EXPERIMENTS.length);
  });
  it('runs in countries that a user could open', () => {
    const worlds = [nullWorld(3, 400, 'quiet').scenario, nullWorld(4, 400, 'war').scenario, chainCountry(50), chainCountry(50, {}, 1300), cellCountry(50, 'rebels'), atrocityCountry(50, 'militia', 0.09)];
    for (const scenario of worlds) expect(checkScenario(scenario).filter(finding => finding.severity === 'error')).toEqual([]);
  });
});

describe('a report', () => {
  let report: ValidationReport;
  beforeAll(async () => { report = await run(); });

  it('is the same for any order of work, but for the seconds', async () => {
    expect(timeless(await validate(backwards as Executor, request))).toEqual(timeless(report));
  });
  it('has a value, an interval and a verdict for what was computed, and a reason for what was not', () => {
    for (const fact of report.facts) {
      if (fact.id === 'SF-04') continue;
      expect(fact.value, fact.id).toBeTypeOf('number');
      expect(fact.interval![0], fact.id).toBeLessThanOrEqual(fact.value!);
      expect(fact.interval![1], fact.id).toBeGreaterThanOrEqual(fact.value!);
      expect(fact.verdict === 'pass', fact.id).toBe(fact.reason === null);
    }
    const missing = report.facts.find(fact => fact.id === 'SF-04')!;
    expect(missing.reason === null).toBe(missing.verdict === 'pass');
  });
  it('differs for another seed', async () => {
    const sanctions = FACTS.filter(fact => fact.id === 'SF-07');
    const [other] = (await run({ seed: 6, facts: sanctions })).facts;
    expect(other!.value).not.toBe(report.facts.find(fact => fact.id === 'SF-07')!.value);
  });
  it('turns to a miss when the model is wrong: sanctions that always work, talks that never do', async () => {
    const wrong = await run({ facts: FACTS.filter(fact => fact.id === 'SF-07' || fact.id === 'SF-14'), overrides: { sanctionAny: 0.9, sanctionCoerce: 0.8, talksPerRoundDay: 0.0001 } });
    expect(wrong.facts.map(fact => fact.verdict)).toEqual(['miss', 'miss']);
  });
  it('refuses an experiment nobody knows', () => {
    expect(() => performPiece({ kind: 'piece', experiment: 'astrology', preset: 'conservative', overrides: {}, without: [], seed: 1, firstRun: 0, count: 1 })).toThrow('astrology');
  });
});
