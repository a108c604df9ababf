/** Feasibility before the run: lift, roads, seasons, money, time. Reckoned from the plan alone, once its references and dates hold. */
import { hasErrors, type Diagnostic } from '../scenario/diagnostics.ts';
import type { ReportAction } from './action.ts';
import { checkLift } from './check-lift.ts';
import { checkMoney } from './check-money.ts';
import { checkSupply } from './check-supply.ts';
import { checkTiming } from './check-timing.ts';
import { forecastOf } from './forecast.ts';
import type { Plan } from './schema.ts';
import type { PlanWorld } from './world.ts';

/** Adds findings; says nothing while `before` holds an error, since sums over a plan that cannot run mislead. */
export function checkFeasibility(plan: Plan, world: PlanWorld, add: (path: string) => ReportAction, before: readonly Diagnostic[]): void {
  if (hasErrors(before) || plan.actions.length === 0) return;
  const forecast = forecastOf(plan, world);
  checkTiming(forecast, add);
  checkLift(forecast, add);
  checkSupply(forecast, add);
  checkMoney(forecast, add);
}
