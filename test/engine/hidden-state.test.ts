/** The desk's estimate sees reports and nothing else: with the world hidden from it, it comes to the same picture. */
import { describe, expect, it } from 'vitest';
import { estimate, riskEstimates, type KnownTables, type ReportColumns } from '../../src/engine/mechanisms/estimate.ts';
import { step } from '../../src/engine/run.ts';
import { COLUMNS, type State } from '../../src/engine/state.ts';
import { buildTables } from '../../src/engine/build-tables.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import { orderRow, runOf, tablesOf } from '../make/deployment.ts';
import { nullWorld } from '../../src/study/validate/null-world.ts';

/** What the desk may see of the state, and what of the scenario. */
const REPORTS = ['reportedIncidentsToday', 'reportedDeathsToday', 'reportedPreparationToday', 'reportedCreditToday', 'reportedSignalToday', 'reportQuality', 'alertThreshold'] as const;
const OWN = riskEstimates.writes;
const KNOWN = ['R', 'structuralRisk', 'knownArmed', 'nearStart', 'near', 'p'] as const;

/** An object with the named members only, which throws on any other. */
function only<T extends object>(of: T, names: readonly string[], what: string): T {
  return new Proxy(Object.fromEntries(names.map(name => [name, of[name as keyof T]])) as T, {
    get: (target, name) => {
      if (typeof name === 'string' && !names.includes(name)) throw new Error(`the estimate reads ${what} ${name}`);
      return target[name as keyof T];
    },
  });
}

describe('the estimate', () => {
  it('comes to the same picture when everything but reports is hidden', () => {
    const t = buildTables(nullWorld(3, 400, 'war').scenario, parametersFor('conservative'));
    const run = runOf(t, [orderRow('monitors', 15, { days: 20 }), orderRow('alert-levels', 1, { id: 'l', days: 50, extra: [0.2, 0.3, 0.4] })], 4, 2);
    const desk = Object.fromEntries(OWN.map(name => [name, run.s[name].slice()])) as unknown as State;
    const known = only(t, KNOWN, 'the table') as KnownTables;
    let seen = 0;
    while (run.day < t.days) {
      const { day } = run;
      step(run);
      for (const name of REPORTS) (desk as unknown as Record<string, unknown>)[name] = run.s[name].slice();
      estimate(only(desk, [...REPORTS, ...OWN], 'the column') as ReportColumns, known, day);
      for (const name of OWN) expect([...desk[name]], `${name}, day ${day}`).toEqual([...run.s[name]]);
      for (const count of run.s.reportedIncidentsToday) seen += count;
    }
    expect(seen).toBeGreaterThan(20);
  });

  it('declares no column of the world beyond reports', () => {
    const allowed: readonly string[] = [...REPORTS, ...OWN];
    expect(riskEstimates.reads.filter(name => !allowed.includes(name))).toEqual([]);
    expect(COLUMNS.filter(column => allowed.includes(column.name)).length).toBe(allowed.length);
  });

  it('would be caught reading anything else', () => {
    const run = runOf(tablesOf(), []);
    expect(() => only(run.s, REPORTS, 'the column').tension).toThrow('the estimate reads the column tension');
  });
});

describe('a report', () => {
  it('is graded, dated and signed, and a better source weighs more', () => {
    const t = buildTables(nullWorld(3, 400, 'war').scenario, parametersFor('conservative'));
    const run = runOf(t, [orderRow('monitors', 15)], 4, 2);
    while (run.day < 400) step(run);
    const { s } = run;
    const filed = Math.min(s.inboxCount[0]!, s.inboxSeen.length);
    expect(s.inboxCount[0]).toBeGreaterThan(20);
    for (let n = 0; n < filed; n++) {
      expect(s.inboxCredibility[n]).toBeGreaterThanOrEqual(1);
      expect(s.inboxCredibility[n]).toBeLessThanOrEqual(6);
      expect(s.inboxReceived[n]).toBeGreaterThanOrEqual(s.inboxSeen[n]!);
      expect(s.inboxSource[n]).toBeLessThan(t.S);
      expect(s.inboxRegion[n]).toBeLessThan(t.R);
    }
    const creditOf = (grade: number) => {
      const graded = runOf({ ...t, sourceReliability: t.sourceReliability.map(() => grade) }, [], 4, 2);
      let credit = 0;
      while (graded.day < 400) {
        step(graded);
        for (const weight of graded.s.reportedCreditToday) credit += weight;
      }
      return credit;
    };
    expect(creditOf(0)).toBeGreaterThan(1.5 * creditOf(4));
  });
});
