/** Stages of a unit on its way, and how long each takes by readiness of the pledge. */
import { logNormal } from '../kernel/distributions.ts';
import { uniform, word } from '../kernel/draws.ts';
import { log } from '../kernel/math.ts';
import { READINESS, UNIT_PHASES, type UnitPhase } from './schedule.ts';
import type { Run } from './run.ts';
import { STREAMS } from './streams.ts';

const phase = (name: UnitPhase): number => UNIT_PHASES.indexOf(name);

export const PHASE_WAITING = phase('waiting');
export const PHASE_AUTHORISATION = phase('authorisation');
export const PHASE_GENERATION = phase('generation');
export const PHASE_READINESS = phase('readiness');
export const PHASE_LIFT = phase('lift');
export const PHASE_MOVEMENT = phase('movement');
export const PHASE_RECEPTION = phase('reception');
export const PHASE_OPERATIONAL = phase('operational');
export const PHASE_REFUSED = phase('refused');
export const PHASE_WITHDRAWN = phase('withdrawn');

/** People: at home, in the queue for seats, travelling on, being received, at work. */
export const PEOPLE_STAGES = ['home', 'seats', 'travel', 'reception', 'done'] as const;
export const PEOPLE_HOME = 0;
export const PEOPLE_SEATS = 1;
export const PEOPLE_TRAVEL = 2;
export const PEOPLE_RECEPTION = 3;
export const PEOPLE_DONE = 4;

/** Equipment: loading, in the queue for sea lift, sailing, clearing papers, in the port's queue, on the road, there. */
export const CARGO_STAGES = ['loading', 'embarking', 'sailing', 'clearance', 'port', 'travel', 'done'] as const;
export const CARGO_LOADING = 0;
export const CARGO_EMBARKING = 1;
export const CARGO_SAILING = 2;
export const CARGO_CLEARANCE = 3;
export const CARGO_PORT = 4;
export const CARGO_TRAVEL = 5;
export const CARGO_DONE = 6;

export const RAPID = READINESS.indexOf('rapid');
export const STANDARD = READINESS.indexOf('standard');
export const TRANSFER = READINESS.indexOf('transfer');
export const REHAT = READINESS.indexOf('rehat');
export const BRIDGING = READINESS.indexOf('bridging');

/** Numbers of the drawn stages: index of the draw is attempt · 16 + number. */
export const DRAW_GENERATION = 0;
export const DRAW_READINESS = 1;
export const DRAW_LOADING = 2;
export const DRAW_SAILING = 3;
export const DRAW_CLEARANCE = 4;
export const DRAW_CARGO_TRAVEL = 5;
export const DRAW_PEOPLE_TRAVEL = 6;
export const DRAW_RECEPTION = 7;
export const DRAW_REFUSAL = 8;
export const DRAW_REDEPLOYMENT = 9;

const MAX_ATTEMPT = 15;

/** Readiness of the pledge in use: a substitute comes at standard readiness. */
export function readinessOf(run: Run, u: number): number {
  const row = run.o.unitRow[u]!;
  if (run.s.unitAttempt[u]! > 0 || row < 0) return STANDARD;
  const readiness = run.o.readiness[row]!;
  return readiness < 0 ? STANDARD : readiness;
}

/** One log-normal duration of a unit's stage, days; the same for the same unit, attempt and stage. */
export function stageDays(run: Run, u: number, stage: number, median: number, sigma: number): number {
  const index = Math.min(run.s.unitAttempt[u]!, MAX_ATTEMPT) * 16 + stage;
  return logNormal(uniform(run.k0, run.k1, word(STREAMS.phaseDuration, 0, index), run.o.unitKey[u]!), log(median), sigma);
}

/** As `stageDays`, times the shock all stages of this run share. */
export function sharedStageDays(run: Run, u: number, stage: number, median: number, sigma: number): number {
  return stageDays(run, u, stage, median, sigma) * run.s.missionDelayFactor[0]!;
}

/** Number of units asked for before this one in the same order: a contributor fills a large order in waves. */
function successionOf(run: Run, u: number): number {
  const row = run.o.unitRow[u]!;
  return row < 0 || run.s.unitAttempt[u]! > 0 ? 0 : u - run.o.unitFirst[row]!;
}

/** Force generation, days. */
export function generationDays(run: Run, u: number): number {
  const p = run.t.p;
  const readiness = readinessOf(run, u);
  const median = readiness === RAPID ? p.rapidGenerationDays : readiness === TRANSFER ? p.transferGenerationDays : readiness === REHAT ? p.rehatGenerationDays : readiness === BRIDGING ? p.bridgingGenerationDays : p.generationDays;
  if (readiness !== STANDARD) return sharedStageDays(run, u, DRAW_GENERATION, median, p.variantSigma) * (1 - run.s.readyStandby[0]!);
  return sharedStageDays(run, u, DRAW_GENERATION, median * (1 + p.generationSuccession * successionOf(run, u)), p.generationSigma) * (1 - run.s.readyStandby[0]!);
}

/** Readiness left after generation, days: part of it went on in parallel. */
export function readinessDays(run: Run, u: number): number {
  const p = run.t.p;
  const readiness = readinessOf(run, u);
  if (readiness === STANDARD) {
    const whole = sharedStageDays(run, u, DRAW_READINESS, p.readinessDays, p.readinessSigma) * (1 - run.s.readyStandby[0]!);
    return Math.max(p.preparationFloor * whole, whole - p.preparationOverlap * generationDays(run, u));
  }
  const median = readiness === RAPID ? p.rapidReadinessDays : readiness === TRANSFER ? p.transferReadinessDays : readiness === REHAT ? p.rehatReadinessDays : p.bridgingReadinessDays;
  return sharedStageDays(run, u, DRAW_READINESS, median, p.variantSigma) * (1 - run.s.readyStandby[0]!);
}

/** Tender, loading and waiting for the sailing date, days. */
export function loadingDays(run: Run, u: number): number {
  const p = run.t.p;
  const readiness = readinessOf(run, u);
  if (readiness === STANDARD) return sharedStageDays(run, u, DRAW_LOADING, p.loadingDays, p.loadingSigma) * (1 - run.s.readyStocks[0]!);
  const median = readiness === RAPID ? p.rapidLoadingDays : readiness === TRANSFER ? p.transferLoadingDays : p.bridgingLoadingDays;
  return sharedStageDays(run, u, DRAW_LOADING, median, p.variantSigma) * (1 - run.s.readyStocks[0]!);
}

/** Sailing, or for a bridging force the rotations of its own aircraft, days. */
export function sailingDays(run: Run, u: number): number {
  const { p, sailingDays: median } = run.t;
  if (readinessOf(run, u) === BRIDGING) return stageDays(run, u, DRAW_SAILING, p.bridgingFlightDays, p.variantSigma);
  return median <= 0 ? 0 : stageDays(run, u, DRAW_SAILING, median, p.sailingSigma);
}

/** All equipment of a unit that has to be moved, t. */
export function cargoOf(run: Run, u: number): number {
  const cargo = run.t.unitCargo[run.o.unitTypeOf[u]!]!;
  return readinessOf(run, u) === BRIDGING ? cargo * run.t.p.bridgingCargoShare : cargo;
}

/** Full strength of a unit, people. */
export function peopleOf(run: Run, u: number): number {
  return run.t.unitPeople[run.o.unitTypeOf[u]!]!;
}
