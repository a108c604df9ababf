/** How far a unit is on its way to work, 0–1: each gate and stage has a share, and every day's work moves it on. */
import type { Run } from './run.ts';
import {
  CARGO_CLEARANCE, CARGO_DONE, CARGO_EMBARKING, CARGO_LOADING, CARGO_PORT, CARGO_SAILING, CARGO_TRAVEL, cargoOf, peopleOf, PEOPLE_DONE, PEOPLE_RECEPTION, PEOPLE_SEATS, PEOPLE_TRAVEL, PHASE_AUTHORISATION, PHASE_GENERATION,
  PHASE_OPERATIONAL, PHASE_READINESS, PHASE_REFUSED, PHASE_WITHDRAWN,
} from './unit-stages.ts';

function done(work: number, duration: number): number {
  return duration > 0 ? Math.min(1, work / duration) : 1;
}

function cargoWay(run: Run, u: number): number {
  const { s } = run;
  const stage = s.unitCargoStage[u]!;
  if (stage === CARGO_DONE) return 1;
  const cargo = cargoOf(run, u);
  const waited = done(s.unitWork[u]!, s.unitDuration[u]!);
  if (stage === CARGO_LOADING) return 0.2 * waited;
  if (stage === CARGO_EMBARKING) return 0.2 + 0.02 * s.unitWork[u]! + 0.08 * s.unitCargoShipped[u]! / cargo;
  if (stage === CARGO_SAILING) return 0.3 + 0.2 * waited;
  if (stage === CARGO_CLEARANCE) return 0.5 + 0.1 * waited;
  if (stage === CARGO_PORT) return 0.6 + 0.1 * s.unitCargoLifted[u]! / cargo;
  return stage === CARGO_TRAVEL ? 0.7 + 0.06 * s.unitCargoSent[u]! / cargo + 0.09 * Math.min(1, s.unitWork[u]!) + 0.15 * s.unitCargoArrived[u]! / cargo : 0;
}

function peopleWay(run: Run, u: number): number {
  const { s } = run;
  const stage = s.unitPeopleStage[u]!;
  if (stage === PEOPLE_DONE) return 1;
  if (stage === PEOPLE_SEATS) return 0.1 + 0.05 * s.unitPeopleWork[u]! + 0.25 * s.unitLifted[u]! / peopleOf(run, u);
  if (stage === PEOPLE_TRAVEL) return 0.4 + 0.3 * Math.min(1, s.unitPeopleWork[u]!);
  return stage === PEOPLE_RECEPTION ? 0.7 + 0.3 * done(s.unitPeopleWork[u]!, s.unitPeopleDuration[u]!) : 0;
}

/** Way of a unit from order to work, 0–1. */
export function unitWay(run: Run, u: number): number {
  const { s } = run;
  const phase = s.unitPhase[u]!;
  if (phase === PHASE_OPERATIONAL) return 1;
  if (phase === PHASE_WITHDRAWN || phase < PHASE_AUTHORISATION) return 0;
  if (phase === PHASE_AUTHORISATION) return 0.02 * s.unitWork[u]!;
  const waited = done(s.unitWork[u]!, s.unitDuration[u]!);
  if (phase === PHASE_REFUSED) return 0.03 + 0.05 * waited;
  if (phase === PHASE_GENERATION) return 0.1 + 0.15 * waited;
  if (phase === PHASE_READINESS) return 0.25 + 0.15 * waited;
  if (s.unitMovedBy[u]! > 0) return 0.4 + 0.5 * moveWay(run, u);
  return 0.4 + 0.3 * peopleWay(run, u) + 0.3 * cargoWay(run, u);
}

/** Way of a unit that a redeployment moves, 0–1. */
export function moveWay(run: Run, u: number): number {
  const { s } = run;
  const phase = s.unitPhase[u]!;
  if (phase === PHASE_OPERATIONAL) return 1;
  return phase === PHASE_WITHDRAWN ? 0 : 0.4 * done(s.unitWork[u]!, s.unitDuration[u]!) + 0.5 * Math.min(1, s.unitPeopleWork[u]!);
}
