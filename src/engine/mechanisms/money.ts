/**
 * Money — what the response costs, what is left to commit, what comes in.
 *
 * income = (budget + budgetPerHeadDay · people a decision added and a budget covers) · paid            [USD/day]
 * paid = liquidity + (1 − liquidity) · (1 − exp(−day/arrearsDays))                                         [share]
 * budgetedPeople′ = budgetedPeople + (authorised − budgetedPeople)/budgetDays (budgetVotedDays once voted), upwards only                [people]
 * running = usual work of the warning sources + people · sustainmentUsd + payments to contributors                                          [USD/day]
 * committed = Σ over units on their way: payments and sustainment over commitDays + lift                   [USD]
 * cash never holds more than the commitment authority and commitDays of income: the rest lapses            [USD]
 *
 * Source: cost by head from budgets of UN missions; commitment authority before a budget (UN financial rules); lags MODEL.
 * Assumes: running costs are met even when cash is short; a shortage then holds back every new order.
 * Reads ceilingTroops, ceilingPolice, unit columns. Writes spent, cash, committed, budgetedPeople. Draws: none.
 */
import { exp } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { cargoOf, peopleOf, PHASE_GENERATION, PHASE_RECEPTION } from '../unit-stages.ts';

const DAYS_PER_MONTH = 30.4375;

/** Spends `usd` today. */
export function pay(run: Run, usd: number): void {
  run.s.spent[0]! += usd;
  run.s.cash[0]! -= usd;
}

/** Money a new decision can still bind, USD. */
export function available(run: Run): number {
  return run.s.cash[0]! - run.s.committed[0]!;
}

/** Money bound when a unit is ordered, USD. */
export function commitmentOf(run: Run, u: number): number {
  const { t, o } = run;
  const { p } = t;
  const people = peopleOf(run, u);
  return p.commitDays * (t.unitMonthlyCost[o.unitTypeOf[u]!]! / DAYS_PER_MONTH + people * p.sustainmentUsd) + cargoOf(run, u) * p.seaLiftUsd + people * p.airSeatUsd;
}

/** USD a day from a monthly rate. */
export function perDay(usdPerMonth: number): number {
  return usdPerMonth / DAYS_PER_MONTH;
}

export const money: Mechanism = {
  name: 'money', phase: 19,
  reads: ['ceilingTroops', 'ceilingPolice', 'unitPhase', 'unitArrived', 'unitMovedBy', 'budgetedPeople', 'budgetVoted', 'cash', 'spent', 'readyFunds'],
  writes: ['spent', 'cash', 'committed', 'budgetedPeople'],
  initialise: run => {
    const { s, t } = run;
    s.cash[0] = t.commitment + s.readyFunds[0]!;
    s.budgetedPeople[0] = t.mission0.troops + t.mission0.police;
  },
  run: run => {
    const { s, t, o, day } = run;
    const { p } = t;
    const { unitPhase, unitArrived } = s;
    const authorised = s.ceilingTroops[0]! + s.ceilingPolice[0]!;
    if (authorised > s.budgetedPeople[0]!) s.budgetedPeople[0]! += (authorised - s.budgetedPeople[0]!) / (s.budgetVoted[0] === 1 ? p.budgetVotedDays : p.budgetDays);
    const added = s.budgetedPeople[0]! - t.mission0.troops - t.mission0.police;
    const paid = t.liquidity + (1 - t.liquidity) * (1 - exp(-day / p.arrearsDays));
    const income = (t.budgetPerDay + p.budgetPerHeadDay * added) * paid;
    let running = t.warningUsdPerDay;
    let bound = 0;
    for (let u = 0; u < o.units; u++) {
      const here = unitArrived[u]!;
      if (here > 0) running += here * (p.sustainmentUsd + t.unitMonthlyCost[o.unitTypeOf[u]!]! / (DAYS_PER_MONTH * peopleOf(run, u)));
      const phase = unitPhase[u]!;
      if (phase >= PHASE_GENERATION && phase <= PHASE_RECEPTION && s.unitMovedBy[u] === 0) bound += commitmentOf(run, u);
    }
    s.committed[0] = bound;
    s.spent[0]! += running;
    s.cash[0] = Math.min(s.cash[0]! + income - running, t.commitment + s.readyFunds[0]! + p.commitDays * income);
  },
};
