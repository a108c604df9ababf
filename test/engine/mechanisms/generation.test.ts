/** Force generation: gates in turn, refusals, and the chance that a pledge is honoured. */
import { describe, expect, it } from 'vitest';
import { MANDATE, MONEY, PARTNER } from '../../../src/engine/constraints.ts';
import { commitmentOf } from '../../../src/engine/mechanisms/money.ts';
import { step, type Run } from '../../../src/engine/run.ts';
import { PHASE_AUTHORISATION, PHASE_GENERATION, PHASE_OPERATIONAL, PHASE_REFUSED, PHASE_WITHDRAWN } from '../../../src/engine/unit-stages.ts';
import { deployRow, runOf, tablesOf } from '../../make/deployment.ts';

const t = tablesOf();
const first = (run: Run): number => run.o.unitFirst[0]!;

describe('units in place on D0', () => {
  it('are at work in their region and count against the ceiling', () => {
    const { s } = runOf(t, []);
    expect([...s.unitPhase.subarray(0, 3)]).toEqual([PHASE_OPERATIONAL, PHASE_OPERATIONAL, PHASE_OPERATIONAL]);
    expect(s.unitRegion[1]).toBe(2);
    expect(s.troopsOrdered[0]).toBe(850 + 2 * 6);
  });
});

describe('the gates', () => {
  it('hold back what the ceiling does not cover, and let it through when the ceiling rises', () => {
    const run = runOf(t, [deployRow('infantry-battalion', 4, 'standard')]);
    step(run);
    const phases = [0, 1, 2, 3].map(n => run.s.unitPhase[first(run) + n]);
    // 4,000 authorised, 862 there: three battalions fit
    expect(phases).toEqual([PHASE_GENERATION, PHASE_GENERATION, PHASE_GENERATION, PHASE_AUTHORISATION]);
    expect(run.s.unitConstraint[first(run) + 3]).toBe(MANDATE);
    run.s.ceilingTroops[0] = 5000;
    run.s.cash[0] = 1e9;
    step(run);
    expect(run.s.unitPhase[first(run) + 3]).toBe(PHASE_GENERATION);
  });
  it('hold back what there is no money for', () => {
    const run = runOf(t, [deployRow('infantry-battalion', 3, 'standard')]);
    run.s.cash[0] = 1.5 * commitmentOf(run, first(run));
    step(run);
    expect(run.s.unitPhase[first(run)]).toBe(PHASE_GENERATION);
    expect(run.s.unitConstraint[first(run) + 1]).toBe(MONEY);
  });
  it('do not hold back a bridging force, which has an authority of its own', () => {
    const run = runOf(t, [deployRow('infantry-battalion', 1, 'bridging')]);
    run.s.missionPresent[0] = 0;
    run.s.ceilingTroops[0] = 0;
    step(run);
    expect(run.s.unitPhase[first(run)]).toBe(PHASE_GENERATION);
  });
});

describe('pledges', () => {
  const RUNS = 400;
  it('are honoured with their reliability; a second refusal is final', () => {
    let refusedOnce = 0;
    let never = 0;
    for (let n = 0; n < RUNS; n++) {
      const run = runOf(tablesOf({ days: 900 }, { missionDelaySigma: 0.1 }), [deployRow('guard-company', 1, 'rapid', { reliability: 0.75 })], 21, n);
      const u = first(run);
      // only the stages at home matter here
      while (run.day < 900 && run.s.unitPhase[u]! !== 4 && run.s.unitPhase[u]! !== PHASE_OPERATIONAL && !(run.s.unitPhase[u] === PHASE_REFUSED && run.s.unitAttempt[u] === 1)) step(run);
      if (run.s.unitAttempt[u]! > 0) refusedOnce++;
      if (run.s.unitPhase[u] === PHASE_REFUSED) never++;
    }
    // four standard errors; chances 0.25 and 0.25 · 0.3, less the odd shock to contributors
    expect(refusedOnce / RUNS).toBeGreaterThan(0.25 - 4 * Math.sqrt(0.25 * 0.75 / RUNS));
    expect(refusedOnce / RUNS).toBeLessThan(0.25 + 4 * Math.sqrt(0.25 * 0.75 / RUNS) + 0.02);
    expect(never / RUNS).toBeGreaterThan(0.02);
    expect(never / RUNS).toBeLessThan(0.14);
  });
  it('refused, name the contributor and free the ceiling', () => {
    const run = runOf(tablesOf({ days: 900 }, { substituteReliability: 0.5 }), [deployRow('guard-company', 1, 'rapid', { reliability: 0 })], 21, 1);
    const u = first(run);
    step(run);
    expect(run.s.troopsOrdered[0]).toBe(862 + 170);
    while (run.s.unitPhase[u] !== PHASE_REFUSED) step(run);
    expect(run.s.unitConstraint[u]).toBe(PARTNER);
    expect(run.s.unitPledged[u]).toBe(0);
  });
  it('go home when the order is over', () => {
    const run = runOf(t, [deployRow('guard-company', 1, 'rapid', { until: 20 })]);
    for (let day = 0; day < 22; day++) step(run);
    expect(run.s.unitPhase[first(run)]).toBe(PHASE_WITHDRAWN);
    expect(run.s.troopsOrdered[0]).toBe(862);
  });
});
