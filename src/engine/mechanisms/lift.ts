/**
 * Lift — people by air and equipment by sea into the theatre, through queues that all orders share.
 *
 * equipment: loading (log-normal days) → sea tonnes a day → sailing → clearance · obstruction → port tonnes a day   [t]
 * people: at home until the equipment clears customs, or at once for ready units → seats a day                [people]
 * port today = throughput · (1 − (1 − wet share) · wetness), of which units may use portShareUnits           [t/day]
 *
 * Source: phases of planning practice; port dwell Mombasa 2005 (World Bank 2010); people by air, equipment by sea.
 * Assumes: queues serve orders in the order of the plan; a bridging force comes with its equipment in its own
 * aircraft; no consent, no embarkation.
 * Reads unitPhase, consent, obstruction, wetness, rowRelief. Writes unitCargo…, unitPeople…, unitLifted, unitWork,
 *   unitDuration, unitConstraint, seaLeft, seatsLeft, portLeft, spent, cash. Draws: phaseDuration.
 */
import { CONSENT, LEAD_TIME, LIFT, lifts, unitRelief } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import {
  BRIDGING, CARGO_CLEARANCE, cargoOf, CARGO_DONE, CARGO_EMBARKING, CARGO_LOADING, CARGO_PORT, CARGO_SAILING, CARGO_TRAVEL, DRAW_CARGO_TRAVEL, DRAW_CLEARANCE, DRAW_PEOPLE_TRAVEL, peopleOf, PEOPLE_HOME,
  PEOPLE_SEATS, PEOPLE_TRAVEL, PHASE_LIFT, PHASE_RECEPTION, readinessOf, sailingDays, sharedStageDays, stageDays, STANDARD,
} from '../unit-stages.ts';
import { pay } from './money.ts';

/** Obstruction from which the host, not the work itself, is the larger part of a delay. */
export const HOST_DELAYS = 2;

/** Factor of obstruction on clearance, movement and reception; 1 when consent is lifted as a limit. */
export function obstructionOf(run: Run, relief: number): number {
  return lifts(relief, CONSENT) ? 1 : Math.max(1, run.s.obstruction[0]!);
}

/** Wetness at a node; dry outside the regions. */
function wetnessAt(run: Run, node: number): number {
  return node < run.t.R ? run.s.wetness[run.t.regionClimate[node]!]! : 0;
}

function beginCargo(run: Run, u: number, stage: number, days: number): void {
  run.s.unitCargoStage[u] = stage;
  run.s.unitWork[u] = 0;
  run.s.unitDuration[u] = days;
}

/** A day of a stage that takes time; whether it is over. */
function waited(run: Run, u: number, days: number, relief: number): boolean {
  run.s.unitWork[u]! += days;
  return run.s.unitWork[u]! >= run.s.unitDuration[u]! || lifts(relief, LEAD_TIME);
}

/** The way to the region: the travel factor is drawn once for the unit. */
export function beginCargoTravel(run: Run, u: number): void {
  beginCargo(run, u, CARGO_TRAVEL, stageDays(run, u, DRAW_CARGO_TRAVEL, 1, run.t.p.travelSigma));
}

/** Equipment up to the port's gate; returns the limit that stopped it, or 0 past the port. */
function stepCargo(run: Run, u: number, relief: number): number {
  const { s, t } = run;
  const { p } = t;
  const cargo = cargoOf(run, u);
  const isBridging = readinessOf(run, u) === BRIDGING;
  if (s.unitCargoStage[u] === CARGO_LOADING) {
    if (!waited(run, u, 1, relief)) return LEAD_TIME;
    if (isBridging) beginCargo(run, u, CARGO_SAILING, sailingDays(run, u));
    else beginCargo(run, u, CARGO_EMBARKING, 0);
    if (isBridging && !lifts(relief, LEAD_TIME)) return LEAD_TIME;
  }
  if (s.unitCargoStage[u] === CARGO_EMBARKING) {
    const welcome = s.consent[0]! >= p.consentToEnter || lifts(relief, CONSENT);
    const left = cargo - s.unitCargoShipped[u]!;
    const space = lifts(relief, LIFT) ? left : Math.min(left, s.seaLeft[0]!);
    s.unitWork[u] = (welcome ? 0.5 : 0) + (space > 0 ? 0.5 : 0);
    if (!welcome) return CONSENT;
    s.seaLeft[0]! -= Math.min(space, s.seaLeft[0]!);
    s.unitCargoShipped[u]! += space;
    pay(run, space * p.seaLiftUsd);
    if (space < left) return LIFT;
    beginCargo(run, u, CARGO_SAILING, sailingDays(run, u));
    if (!lifts(relief, LEAD_TIME)) return LEAD_TIME;
  }
  if (s.unitCargoStage[u] === CARGO_SAILING) {
    if (!waited(run, u, 1, relief)) return LEAD_TIME;
    if (isBridging) {
      s.unitCargoShipped[u] = cargo;
      s.unitCargoLifted[u] = cargo;
      pay(run, cargo * p.seaLiftUsd);
      beginCargoTravel(run, u);
      return 0;
    }
    beginCargo(run, u, CARGO_CLEARANCE, sharedStageDays(run, u, DRAW_CLEARANCE, p.clearanceDays, p.clearanceSigma));
  }
  if (s.unitCargoStage[u] === CARGO_CLEARANCE) {
    const obstruction = lifts(relief, CONSENT) ? 1 : Math.max(1, s.customsObstruction[0]!);
    if (!waited(run, u, 1 / obstruction, relief)) return obstruction >= HOST_DELAYS ? CONSENT : LEAD_TIME;
    beginCargo(run, u, CARGO_PORT, 0);
  }
  if (s.unitCargoStage[u] === CARGO_PORT) {
    const left = cargo - s.unitCargoLifted[u]!;
    const share = (1 - p.portShareUnits) * t.portTonnes;
    const free = Math.max(0, s.portLeft[0]! - share);
    const through = lifts(relief, LIFT) ? left : Math.min(left, free);
    s.portLeft[0]! -= Math.min(through, free);
    s.unitCargoLifted[u]! += through;
    if (through < left) return LIFT;
    beginCargoTravel(run, u);
  }
  return 0;
}

/** People up to the entry airfield; returns the limit that stopped them, or 0 once they are there. */
function stepPeople(run: Run, u: number, relief: number): number {
  const { s, t } = run;
  const { p } = t;
  const readiness = readinessOf(run, u);
  if (s.unitPeopleStage[u] === PEOPLE_HOME) {
    const gate = readiness === BRIDGING ? CARGO_SAILING : readiness === STANDARD ? CARGO_CLEARANCE : CARGO_LOADING;
    if (s.unitCargoStage[u]! < gate) return LEAD_TIME;
    s.unitPeopleStage[u] = PEOPLE_SEATS;
  }
  if (s.unitPeopleStage[u] === PEOPLE_SEATS) {
    const welcome = s.consent[0]! >= p.consentToEnter || lifts(relief, CONSENT);
    const left = peopleOf(run, u) - s.unitLifted[u]!;
    const seats = lifts(relief, LIFT) || readiness === BRIDGING ? left : Math.min(left, s.seatsLeft[0]!);
    s.unitPeopleWork[u] = (welcome ? 0.5 : 0) + (seats > 0 ? 0.5 : 0);
    if (!welcome) return CONSENT;
    if (readiness !== BRIDGING) s.seatsLeft[0]! -= Math.min(seats, s.seatsLeft[0]!);
    s.unitLifted[u]! += seats;
    pay(run, seats * p.airSeatUsd);
    if (seats < left) return LIFT;
    s.unitPeopleStage[u] = PEOPLE_TRAVEL;
    s.unitPeopleWork[u] = 0;
    s.unitPeopleDuration[u] = stageDays(run, u, DRAW_PEOPLE_TRAVEL, 1, p.travelSigma);
  }
  return 0;
}

export const lift: Mechanism = {
  name: 'lift', phase: 14,
  reads: ['unitPhase', 'consent', 'customsObstruction', 'wetness', 'rowRelief', 'unitMovedBy', 'unitCargoStage', 'unitPeopleStage', 'unitAttempt'],
  writes: [
    'unitCargoStage', 'unitCargoShipped', 'unitCargoLifted', 'unitPeopleStage', 'unitPeopleWork', 'unitPeopleDuration', 'unitLifted', 'unitWork', 'unitDuration', 'unitConstraint',
    'seaLeft', 'seatsLeft', 'portLeft', 'spent', 'cash',
  ],
  run: run => {
    const { s, t, o } = run;
    s.seaLeft[0] = t.seaTonnes;
    s.seatsLeft[0] = t.airSeats * (1 - (1 - t.airfieldWet) * wetnessAt(run, t.entryAirfield));
    s.portLeft[0] = t.portTonnes * (1 - (1 - t.portWet) * wetnessAt(run, t.entryPort));
    const { unitPhase, unitMovedBy, unitConstraint, unitCargoStage } = s;
    for (let u = t.initialUnits.region.length; u < o.units; u++) {
      const phase = unitPhase[u]!;
      if (phase < PHASE_LIFT || phase > PHASE_RECEPTION || unitMovedBy[u]! > 0) continue;
      const relief = unitRelief(run, u);
      const cargo = unitCargoStage[u]! < CARGO_TRAVEL ? stepCargo(run, u, relief) : 0;
      const people = s.unitPeopleStage[u]! < PEOPLE_TRAVEL ? stepPeople(run, u, relief) : 0;
      if (cargo !== 0) unitConstraint[u] = cargo;
      else if (people !== 0 && unitCargoStage[u] === CARGO_DONE) unitConstraint[u] = people;
    }
  },
};
