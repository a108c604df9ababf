/**
 * Movement — from the point of entry to the region: people, equipment, reception.
 *
 * equipment sent today ≤ capacity left on the path, units keeping to routeShareUnits of each link           [t/day]
 * the first convoy arrives when Σ 1/(path days · factor · obstruction) reaches 1; the rest follow at the mean pace sent
 * people: Σ 1/(path days · factor · obstruction) reaches 1, then reception, log-normal · obstruction            [day]
 *
 * Source: convoy times in routes.ts; spread of transit (World Bank 2010); reception of planning practice.
 * Assumes: one travel factor a unit; a base that is ready saves baseShelterGain of reception; a unit brings its own
 * stocks with its equipment and a reserve with its people.
 * Reads routes and capacity, obstruction, baseCapacity, basePeople. Writes unit columns, linkLeft, supplyStock. Draws: phaseDuration.
 */
import { CONSENT, LEAD_TIME, lifts, ROUTE, SECURITY, unitRelief } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import {
  cargoOf, CARGO_DONE, CARGO_TRAVEL, DRAW_RECEPTION, peopleOf, PEOPLE_DONE, PEOPLE_RECEPTION, PEOPLE_TRAVEL, PHASE_LIFT, PHASE_MOVEMENT, PHASE_OPERATIONAL, PHASE_RECEPTION, stageDays,
} from '../unit-stages.ts';
import { HOST_DELAYS, obstructionOf } from './lift.ts';
import { pathLeft, takePath } from './routes.ts';
import { addStock, FUEL, RATIONS, SPARES, WATER } from './supply.ts';

const SHORTEST_DAYS = 0.5;

/** Share of a way covered today: `days` of travel of which `riskDays` are owed to insecurity, times the unit's factor. */
export function travelShare(run: Run, days: number, riskDays: number, factor: number, relief: number): number {
  if (lifts(relief, ROUTE)) return 1;
  const open = lifts(relief, SECURITY) && riskDays > 0 ? days - riskDays : days;
  return 1 / (Math.max(SHORTEST_DAYS, open * factor) * obstructionOf(run, relief));
}

/** What makes a way long. */
export function travelLimit(run: Run, days: number, riskDays: number, relief: number): number {
  if (days === Infinity) return ROUTE;
  if (obstructionOf(run, relief) >= HOST_DELAYS) return CONSENT;
  return riskDays > 0.5 * days ? SECURITY : ROUTE;
}

function stepCargo(run: Run, u: number, relief: number): number {
  const { s } = run;
  const region = s.unitRegion[u]!;
  const cargo = cargoOf(run, u);
  const left = cargo - s.unitCargoSent[u]!;
  if (left > 0) {
    const free = Math.min(left, pathLeft(run, region, 1 - run.t.p.routeShareUnits));
    const sent = lifts(relief, ROUTE) ? left : free;
    takePath(run, region, free);
    s.unitCargoSent[u]! += sent;
    if (sent > 0) s.unitSendDays[u]!++;
  }
  if (s.unitWork[u]! < 1) {
    if (s.unitCargoSent[u] === 0) return ROUTE;
    const days = s.routeDays[region]!;
    const riskDays = s.routeRiskDays[region]!;
    const share = travelShare(run, days, riskDays, s.unitDuration[u]!, relief);
    s.unitWork[u] = Math.min(1, s.unitWork[u]! + share);
    if (s.unitWork[u]! < 1) return travelLimit(run, days, riskDays, relief);
  }
  const onTheWay = s.unitCargoSent[u]! - s.unitCargoArrived[u]!;
  const arrives = lifts(relief, ROUTE) ? onTheWay : Math.min(onTheWay, s.unitCargoSent[u]! / s.unitSendDays[u]!);
  s.unitCargoArrived[u]! += arrives;
  const ownDays = (arrives / cargo) * run.t.unitSelfDays[run.o.unitTypeOf[u]!]!;
  bringStocks(run, u, ownDays, true);
  if (s.unitCargoArrived[u]! < cargo * 0.9999) return ROUTE;
  s.unitCargoArrived[u] = cargo;
  s.unitCargoStage[u] = CARGO_DONE;
  return 0;
}

/** Adds `days` of the unit's consumption to the stocks of its region; fuel and spares come with equipment only. */
export function bringStocks(run: Run, u: number, days: number, withEquipment: boolean): void {
  const { s, t, o } = run;
  const { p } = t;
  const tonnes = peopleOf(run, u) * days * 0.001;
  const region = s.unitRegion[u]!;
  addStock(run, region, RATIONS, tonnes * p.rationsKg);
  addStock(run, region, WATER, tonnes * p.waterKg);
  if (!withEquipment) return;
  addStock(run, region, FUEL, tonnes * Math.max(0, t.unitSupplyKg[o.unitTypeOf[u]!]! - p.rationsKg - p.sparesKg));
  addStock(run, region, SPARES, tonnes * p.sparesKg);
}

function stepPeople(run: Run, u: number, relief: number): number {
  const { s, t } = run;
  const { p } = t;
  const region = s.unitRegion[u]!;
  if (s.unitPeopleStage[u] === PEOPLE_TRAVEL) {
    const days = s.peopleDays[region]!;
    const riskDays = s.peopleRiskDays[region]!;
    s.unitPeopleWork[u]! += travelShare(run, days, riskDays, s.unitPeopleDuration[u]!, relief);
    if (s.unitPeopleWork[u]! < 1) return travelLimit(run, days, riskDays, relief);
    s.unitPeopleStage[u] = PEOPLE_RECEPTION;
    s.unitPeopleWork[u] = 0;
    const isHoused = s.baseCapacity[region]! >= s.basePeople[region]! + peopleOf(run, u);
    s.unitPeopleDuration[u] = stageDays(run, u, DRAW_RECEPTION, p.receptionDays, p.receptionSigma) * (isHoused ? 1 - p.baseShelterGain : 1);
    s.unitArrived[u] = s.unitLifted[u]!;
    bringStocks(run, u, p.arrivalReserveDays, false);
    if (!lifts(relief, LEAD_TIME)) return LEAD_TIME;
  }
  if (s.unitPeopleStage[u] === PEOPLE_RECEPTION) {
    const obstruction = lifts(relief, CONSENT) ? 1 : Math.max(1, s.visaObstruction[0]!);
    s.unitPeopleWork[u]! += 1 / obstruction;
    if (s.unitPeopleWork[u]! < s.unitPeopleDuration[u]! && !lifts(relief, LEAD_TIME)) return obstruction >= HOST_DELAYS ? CONSENT : LEAD_TIME;
    s.unitPeopleStage[u] = PEOPLE_DONE;
  }
  return 0;
}

export const movement: Mechanism = {
  name: 'movement', phase: 15,
  reads: ['unitPhase', 'routeDays', 'routeRiskDays', 'routeLink', 'linkLeft', 'linkCapacity', 'peopleDays', 'peopleRiskDays', 'obstruction', 'visaObstruction', 'baseCapacity', 'basePeople', 'rowRelief', 'unitMovedBy', 'unitLifted'],
  writes: ['unitPhase', 'unitCargoStage', 'unitCargoSent', 'unitSendDays', 'unitCargoArrived', 'unitPeopleStage', 'unitPeopleWork', 'unitPeopleDuration', 'unitArrived', 'unitWork', 'unitConstraint', 'linkLeft', 'supplyStock'],
  run: run => {
    const { s, t, o } = run;
    const { unitPhase, unitMovedBy, unitCargoStage, unitPeopleStage, unitConstraint } = s;
    for (let u = t.initialUnits.region.length; u < o.units; u++) {
      const phase = unitPhase[u]!;
      if (phase < PHASE_LIFT || phase > PHASE_RECEPTION || unitMovedBy[u]! > 0) continue;
      const relief = unitRelief(run, u);
      const people = unitPeopleStage[u] === PEOPLE_TRAVEL || unitPeopleStage[u] === PEOPLE_RECEPTION ? stepPeople(run, u, relief) : 0;
      const cargo = unitCargoStage[u] === CARGO_TRAVEL ? stepCargo(run, u, relief) : 0;
      if (cargo !== 0) unitConstraint[u] = cargo;
      else if (people !== 0 && unitCargoStage[u] === CARGO_DONE) unitConstraint[u] = people;
      const isThere = unitCargoStage[u] === CARGO_DONE;
      unitPhase[u] = isThere && unitPeopleStage[u] === PEOPLE_DONE ? PHASE_OPERATIONAL
        : isThere && unitPeopleStage[u] === PEOPLE_RECEPTION ? PHASE_RECEPTION
        : unitCargoStage[u]! >= CARGO_TRAVEL ? PHASE_MOVEMENT : PHASE_LIFT;
      if (unitPhase[u] === PHASE_OPERATIONAL) s.unitWork[u] = 0;
    }
  },
};
