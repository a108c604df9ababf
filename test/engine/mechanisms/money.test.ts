/** Money: income, running costs, and what new orders may bind; and the record of what held them up. */
import { describe, expect, it } from 'vitest';
import { CONSENT, LEAD_TIME } from '../../../src/engine/constraints.ts';
import { available, commitmentOf, money, pay } from '../../../src/engine/mechanisms/money.ts';
import { record } from '../../../src/engine/mechanisms/record.ts';
import { step } from '../../../src/engine/run.ts';
import { deployRow, orderRow, runOf, tablesOf } from '../../make/deployment.ts';

describe('money', () => {
  it('starts with the commitment authority; spending is counted once on each side', () => {
    const run = runOf(tablesOf(), []);
    expect(available(run)).toBe(50_000_000);
    pay(run, 1000);
    expect([run.s.spent[0], run.s.cash[0]]).toEqual([1000, 49_999_000]);
  });
  it('pays for the people who are there and gets what of the budget is paid', () => {
    const run = runOf(tablesOf(), []);
    run.s.ceilingTroops[0] = 4000;
    run.s.ceilingPolice[0] = 500;
    money.run(run);
    const running = 765 * (75 + 2900 / 30.4375) + 12 * (75 + 5000 / 30.4375) + run.t.warningUsdPerDay;
    expect(run.s.spent[0]).toBeCloseTo(running, 4);
    expect(run.s.cash[0]).toBeCloseTo(50_000_000 + 0.8 * 300_000_000 / 365.25 - running, 2);
  });
  it('follows a decision that adds people, months later', () => {
    const run = runOf(tablesOf(), []);
    run.s.ceilingTroops[0] = 9000;
    run.s.ceilingPolice[0] = 500;
    for (let day = 0; day < 150; day++) money.run(run);
    // 1 − (1 − 1/150)^150 of 5,000 more
    expect(run.s.budgetedPeople[0]).toBeCloseTo(4500 + 5000 * (1 - (1 - 1 / 150) ** 150), 6);
  });
  it('binds a unit\'s first months and lift while it is on its way', () => {
    const run = runOf(tablesOf(), [deployRow('infantry-battalion', 1, 'standard')]);
    const u = run.o.unitFirst[0]!;
    const cost = commitmentOf(run, u);
    expect(cost).toBeCloseTo(90 * (850 * 2900 / 30.4375 + 850 * 75) + 3000 * 450 + 850 * 1200, 4);
    step(run);
    expect(run.s.committed[0]).toBeCloseTo(cost, 6);
  });
});

describe('the mandate clock', () => {
  it('starts with the first report, shares each day among the orders still behind, and stops with the last', () => {
    const run = runOf(tablesOf(), [orderRow('monitors', 5, { id: 'a' }), orderRow('monitors', 5, { id: 'b', region: 3 })]);
    const { s } = run;
    s.rowState.fill(1);
    s.rowConstraint.set([CONSENT, LEAD_TIME]);
    s.firstSignalDay[0] = -1;
    record.run(run);
    expect(s.clockDays[CONSENT]).toBe(0);
    s.firstSignalDay[0] = 0;
    record.run(run);
    expect([s.clockDays[CONSENT], s.clockDays[LEAD_TIME]]).toEqual([0.5, 0.5]);
    s.rowEffect[1] = 1;
    record.run(run);
    expect([s.clockDays[CONSENT], s.clockDays[LEAD_TIME]]).toEqual([1.5, 0.5]);
    s.rowEffect[0] = 0.96;
    record.run(run);
    expect(s.clockDays[CONSENT]).toBe(1.5);
    expect([...s.rowFullEffectDay]).toEqual([0, 0]);
  });
});
