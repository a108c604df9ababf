/**
 * Redeployment — units at work in one region pack, move by road and set up in another.
 *
 * packing and setting up: log-normal days; on the road: Σ 1/(path days · factor · obstruction) reaches 1          [day]
 * while it moves a unit has no effect and draws on no base
 *
 * Source: redeployDays in parameters; travel as in routes.ts.
 * Assumes: units are taken in the order of the plan, those in place on D0 first; an order that finds too few takes more
 * as they come; nobody goes back when the order is over.
 * Reads unit columns, linkDays, linkClass, obstruction, rowRelief. Writes unit columns, rowWork, supplyStock. Draws: phaseDuration.
 */
import { LEAD_TIME, lifts, REDEPLOY, ROW_UNDER_WAY, unitRelief } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import { searchPaths } from '../path-search.ts';
import type { Run } from '../run.ts';
import { DRAW_PEOPLE_TRAVEL, DRAW_REDEPLOYMENT, PHASE_MOVEMENT, PHASE_OPERATIONAL, stageDays } from '../unit-stages.ts';
import { bringStocks, travelLimit, travelShare } from './movement.ts';

/** Scratch for paths from the region left; overwritten before each use. */
let days = new Float64Array(0);
let riskDays = new Float64Array(0);

/** Takes units at work in the source region until the order has its number. */
function take(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const wanted = Math.floor(o.amount[i]!);
  for (let u = 0; u < o.units && s.rowWork[i]! < wanted; u++) {
    if (s.unitPhase[u] !== PHASE_OPERATIONAL || s.unitRegion[u] !== o.from[i] || o.unitTypeOf[u] !== o.unitType[i]) continue;
    s.rowWork[i]!++;
    s.unitMovedBy[u] = i + 1;
    s.unitPhase[u] = PHASE_MOVEMENT;
    s.unitRegion[u] = o.region[i]!;
    s.unitWork[u] = 0;
    s.unitDuration[u] = stageDays(run, u, DRAW_REDEPLOYMENT, p.redeployDays, p.fieldSigma);
    s.unitPeopleWork[u] = 0;
    s.unitPeopleDuration[u] = stageDays(run, u, DRAW_PEOPLE_TRAVEL, 1, p.travelSigma);
    s.unitOperational[u] = 0;
    s.unitEffect[u] = 0;
  }
}

/** Moves unit u for a day; `searched` says whether the paths of its row are at hand. Returns whether they are now. */
function stepUnit(run: Run, i: number, u: number, searched: boolean): boolean {
  const { s, t, o } = run;
  const relief = unitRelief(run, u);
  if (s.unitWork[u]! < s.unitDuration[u]!) {
    s.unitConstraint[u] = LEAD_TIME;
    s.unitWork[u]!++;
    if (lifts(relief, LEAD_TIME)) s.unitWork[u] = s.unitDuration[u]!;
    if (s.unitWork[u]! < s.unitDuration[u]!) return searched;
  }
  if (!searched) {
    if (days.length < t.V) {
      days = new Float64Array(t.V);
      riskDays = new Float64Array(t.V);
    }
    searchPaths(run, o.from[i]!, false, days, riskDays);
  }
  const to = o.region[i]!;
  s.unitPeopleWork[u] = Math.min(1, s.unitPeopleWork[u]! + travelShare(run, days[to]!, riskDays[to]!, s.unitPeopleDuration[u]!, relief));
  s.unitConstraint[u] = travelLimit(run, days[to]!, riskDays[to]!, relief);
  if (s.unitPeopleWork[u]! < 1) return true;
  s.unitPhase[u] = PHASE_OPERATIONAL;
  bringStocks(run, u, t.p.arrivalReserveDays, true);
  return true;
}

export const redeployment: Mechanism = {
  name: 'redeployment', phase: 15,
  reads: ['rowState', 'rowRelief', 'unitPhase', 'unitRegion', 'linkDays', 'linkClass', 'obstruction', 'rowWork'],
  writes: ['rowWork', 'unitMovedBy', 'unitPhase', 'unitRegion', 'unitWork', 'unitDuration', 'unitPeopleWork', 'unitPeopleDuration', 'unitOperational', 'unitEffect', 'unitConstraint', 'supplyStock'],
  run: run => {
    const { s, o } = run;
    for (let i = 0; i < o.rows; i++) {
      if (o.kind[i] !== REDEPLOY || s.rowState[i] !== ROW_UNDER_WAY) continue;
      take(run, i);
      let searched = false;
      for (let u = 0; u < o.units; u++) if (s.unitMovedBy[u] === i + 1 && s.unitPhase[u] === PHASE_MOVEMENT) searched = stepUnit(run, i, u, searched);
    }
  },
};
