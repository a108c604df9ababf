/** Money before the run: can what is ordered be bound, and can it be kept? */
import type { ReportAction } from './action.ts';
import type { Forecast } from './forecast.ts';

type At = (path: string) => ReportAction;

const DAYS_PER_MONTH = 30.4375;
const DAYS_PER_YEAR = 365.25;
/** Days of aid, and months of monitors and works, that must be at hand before they begin; as in the engine. */
const AID_DAYS_AHEAD = 14;
/** A year's running costs may pass the budget by this share before it is said. MODEL. */
const OVER_BUDGET = 1.1;

const millions = (usd: number): string => `${Math.round(usd / 1e5) / 10} million USD`;

export function checkMoney(forecast: Forecast, add: At): void {
  const { world, p, arrivals, plan } = forecast;
  const { money, politics } = world.scenario;
  // cash never holds more than the commitment authority and commitDays of income
  const most = money.commitment + (p.commitDays * money.budget) / DAYS_PER_YEAR;
  for (const { index, type } of arrivals) {
    const cost = p.commitDays * (type.monthlyCostUsd / DAYS_PER_MONTH + type.people * p.sustainmentUsd) + type.cargoTonnes * p.seaLiftUsd + type.people * p.airSeatUsd;
    if (cost > most) add(`/actions/${index}`)('warning', 'never-funded', '', `One unit binds ${millions(cost)} when it is ordered; commitment authority and ${Math.round(p.commitDays)} days of budget together are ${millions(most)}, so it is never funded.`, 'Choose a cheaper unit; the scenario needs a larger commitment authority otherwise.');
  }
  plan.actions.forEach((action, i) => {
    const report = add(`/actions/${i}`);
    if (action.kind === 'forward-base' && action.amount * p.forwardBaseUsd > most) report('warning', 'base-over-money', '/amount', `The base costs ${millions(action.amount * p.forwardBaseUsd)}; at most ${millions(most)} can be at hand.`, 'Build a smaller one, or two at different times.');
    else if (action.kind === 'aid' && AID_DAYS_AHEAD * action.amount * p.aidUsd > most) report('warning', 'aid-over-money', '/amount', `${AID_DAYS_AHEAD} days of this aid cost ${millions(AID_DAYS_AHEAD * action.amount * p.aidUsd)} and must be at hand; at most ${millions(most)} can be.`, 'Send less a day.');
  });
  const yearly = (people: number, monthly: number) => DAYS_PER_YEAR * (people * p.sustainmentUsd + monthly / DAYS_PER_MONTH);
  let running = 0;
  for (const row of politics.mission.units) {
    const type = world.unitType(row.unit);
    if (type !== undefined) running += row.number * row.strength * yearly(type.people, type.monthlyCostUsd);
  }
  let added = 0;
  for (const { index, action, type, people } of arrivals) {
    added += people;
    running += yearly(people, type.monthlyCostUsd * action.amount);
    // a decision that raises the ceiling brings money for the people it adds
    const budget = money.budget + DAYS_PER_YEAR * p.budgetPerHeadDay * added;
    if (running > OVER_BUDGET * budget) add(`/actions/${index}`)('warning', 'budget-short', '/amount', `With this order the mission costs ${millions(running)} a year; the budget is ${millions(money.budget)} and would grow to ${millions(budget)} with the people added.`, 'Order fewer units, or end earlier ones.');
  }
}
