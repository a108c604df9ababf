/** The trace of reports, Council, causes and agreements, against a run stepped by hand. */
import { describe, expect, it } from 'vitest';
import { ACCEPTANCE_CAUSES, CONSENT_CAUSES } from '../../src/engine/columns-peace.ts';
import { startRun, step } from '../../src/engine/run.ts';
import { buildSchedule } from '../../src/engine/schedule.ts';
import type { FutureTrace } from '../../src/study/results.ts';
import { Simulator } from '../../src/study/simulator.ts';
import { World, worldOf } from '../../src/study/world.ts';
import { planInput, responseRows } from '../make/order-rows.ts';
import { smallScenario } from '../make/small-scenario.ts';

const scenario = smallScenario();
// sources that cry wolf, so that the inbox turns over more than once
const input = worldOf({ ...scenario, warning: { ...scenario.warning, sources: scenario.warning.sources.map(source => ({ ...source, falseAlarms: 3 })) } });
const { tables: t } = new World(input);
const plan = planInput('a', responseRows());
const trace = new Simulator(input).perform({ kind: 'future', plan, seed: 7, ensemble: 'events', run: 3 }) as FutureTrace;
const { standing } = trace;

describe('the standing of a future', () => {
  it('holds the columns of the run on every day', () => {
    const run = startRun(t, buildSchedule(plan.rows, t.initialUnits), 7, 3);
    while (run.day < t.days) {
      const day = run.day;
      step(run);
      const { s } = run;
      expect([...standing.council.positions.subarray(day * t.M, (day + 1) * t.M)]).toEqual([...s.memberPosition]);
      expect(standing.council.veto[day]).toBeCloseTo(s.councilVeto[0]!, 6);
      expect(standing.council.neutrality[day]).toBeCloseTo(s.neutrality[0]!, 6);
      expect(standing.riskTrend[day * t.R + 2]).toBe(s.riskTrend[2]);
      expect(standing.partners.conduct[day]).toBe(s.partnerConduct[0]);
      expect(standing.accords.hardening[day * t.P + 1]).toBeCloseTo(s.hardening[1]!, 6);
    }
    expect(standing.firsts).toEqual({ signal: run.s.firstSignalDay[0], alert: run.s.firstAlertDay[1], told: run.s.toldDay[0], decision: run.s.firstDecisionDay[0] });
    const { reports } = standing;
    expect(reports.count).toBeGreaterThan(64); // more than the inbox holds at once
    const newest = (run.s.inboxCount[0]! - 1) % 64;
    expect([reports.seen.at(-1), reports.received.at(-1), reports.region.at(-1), reports.source.at(-1), reports.kind.at(-1), reports.credibility.at(-1), reports.deaths.at(-1)])
      .toEqual([run.s.inboxSeen[newest], run.s.inboxReceived[newest], run.s.inboxRegion[newest], run.s.inboxSource[newest], run.s.inboxKind[newest], run.s.inboxCredibility[newest], run.s.inboxDeaths[newest]]);
  });
  it('has every report once, in order, with grades and places that exist', () => {
    const { reports } = standing;
    for (let n = 0; n < reports.count; n++) {
      expect(reports.received[n]).toBeGreaterThanOrEqual(reports.seen[n]!);
      if (n > 0) expect(reports.seen[n]).toBeGreaterThanOrEqual(reports.seen[n - 1]!);
      expect(reports.credibility[n]! >= 1 && reports.credibility[n]! <= 6).toBe(true);
      expect(reports.region[n]! < t.R && reports.source[n]! < t.S && reports.kind[n]! <= 1).toBe(true);
    }
  });
  it('has causes that sum to the change of consent and of acceptance', () => {
    const sum = (series: Float32Array, n: number, day: number): number => series.subarray(day * n, (day + 1) * n).reduce((total, value) => total + value, 0);
    let moved = 0;
    for (let day = 0; day < t.days; day++) {
      const change = sum(standing.causes.consent, CONSENT_CAUSES.length, day);
      moved = Math.max(moved, Math.abs(change));
      expect(trace.country.consent[day]).toBeCloseTo(Math.min(1, Math.max(0, t.consent0 + change)), 4);
      // attacks within reach of a base count from the next day on
      expect(Math.abs(trace.country.acceptance[day]! - t.acceptance0 - sum(standing.causes.acceptance, ACCEPTANCE_CAUSES.length, day))).toBeLessThan(0.05);
    }
    expect(moved).toBeGreaterThan(0.01);
  });
});
