/**
 * Force generation — from an order to a unit ready to move: authorised, funded, found, prepared.
 *
 * authorised: people of orders past this gate + the unit ≤ ceiling of troops or police                 [people]
 * funded: cash − committed ≥ payments and sustainment over commitDays + lift                              [USD]
 * found: log-normal days by readiness; then honoured with chance reliability · (1 − caution · shock)
 *   refused: another contributor is sought for log-normal days; a second refusal is final               [days]
 * prepared: log-normal days, less the part that went on during the search                               [days]
 *
 * Source: phase durations of planning practice and anchors in parameters; peaks reach 92.5 % of the ceiling (Rappa 2016).
 * Assumes: a bridging force has an authority of its own and stands under no ceiling, nor do civilians; a substitute is of standard
 * readiness; all phases of a run share one log-normal shock.
 * Reads ceilingTroops, ceilingPolice, missionPresent, cash, casualtyShock, rowState, rowRelief.
 * Writes unitPhase, unitWork, unitDuration, unitPledged, unitReady, unitAttempt, unitConstraint, troopsOrdered,
 *   policeOrdered, committed, missionDelayFactor, and the places of units on D0. Draws: missionDelay, phaseDuration, pledgeHonoured.
 */
import { logNormal } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { DEPLOY, LEAD_TIME, lifts, MANDATE, MONEY, NONE, PARTNER, ROW_OVER, ROW_UNDER_WAY, unitRelief } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';
import {
  BRIDGING, cargoOf, CARGO_DONE, CARGO_LOADING, DRAW_REFUSAL, generationDays, loadingDays, peopleOf, PEOPLE_DONE, PEOPLE_HOME, PHASE_AUTHORISATION, PHASE_GENERATION,
  PHASE_LIFT, PHASE_OPERATIONAL, PHASE_READINESS, PHASE_REFUSED, PHASE_WAITING, PHASE_WITHDRAWN, readinessDays, readinessOf, REHAT, stageDays,
} from '../unit-stages.ts';
import { commitmentOf } from './money.ts';

/** Number of the last contributor asked: the first and one substitute. */
export const LAST_ATTEMPT = 1;
const MAX_ATTEMPT = 15;

/** Bridging forces and civilian teams stand under no ceiling. */
function isUncounted(run: Run, u: number): boolean {
  return readinessOf(run, u) === BRIDGING || run.t.unitIsCivilian[run.o.unitTypeOf[u]!] === 1;
}

/** Counts a unit of type `type` against its ceiling, `sign` 1 or −1. */
function count(run: Run, u: number, sign: number): void {
  if (isUncounted(run, u)) return;
  const ordered = run.t.unitIsPolice[run.o.unitTypeOf[u]!] === 1 ? run.s.policeOrdered : run.s.troopsOrdered;
  ordered[0]! += sign * peopleOf(run, u);
}

function isAuthorised(run: Run, u: number): boolean {
  const { s, t, o } = run;
  if (readinessOf(run, u) === BRIDGING) return true;
  if (s.missionPresent[0] !== 1) return false;
  if (t.unitIsCivilian[o.unitTypeOf[u]!] === 1) return true;
  const people = peopleOf(run, u);
  return t.unitIsPolice[o.unitTypeOf[u]!] === 1 ? s.policeOrdered[0]! + people <= s.ceilingPolice[0]! : s.troopsOrdered[0]! + people <= s.ceilingTroops[0]!;
}

function isHonoured(run: Run, u: number): boolean {
  const { s, t, o, k0, k1 } = run;
  const attempt = Math.min(s.unitAttempt[u]!, MAX_ATTEMPT);
  const reliability = attempt === 0 ? o.reliability[o.unitRow[u]!]! : t.p.substituteReliability;
  return uniform(k0, k1, word(STREAMS.pledgeHonoured, 0, attempt), o.unitKey[u]!) < reliability * (1 - t.p.cautionFromShock * s.casualtyShock[0]!);
}

function begin(run: Run, u: number, phase: number, days: number): void {
  run.s.unitPhase[u] = phase;
  run.s.unitWork[u] = 0;
  run.s.unitDuration[u] = days;
}

/** Adds a day of work; whether the stage is over. */
function worked(run: Run, u: number, relief: number): boolean {
  run.s.unitWork[u]!++;
  return run.s.unitWork[u]! >= run.s.unitDuration[u]! || lifts(relief, LEAD_TIME);
}

/** Hands a ready unit to lift, or, when it is in the theatre already, to its new command. */
function makeReady(run: Run, u: number): void {
  const { s } = run;
  const people = peopleOf(run, u);
  s.unitReady[u] = people;
  if (readinessOf(run, u) === REHAT) {
    begin(run, u, PHASE_OPERATIONAL, 0);
    s.unitPeopleStage[u] = PEOPLE_DONE;
    s.unitCargoStage[u] = CARGO_DONE;
    s.unitLifted[u] = people;
    s.unitArrived[u] = people;
    s.unitCargoLifted[u] = cargoOf(run, u);
    s.unitCargoArrived[u] = cargoOf(run, u);
    return;
  }
  begin(run, u, PHASE_LIFT, loadingDays(run, u));
  s.unitPeopleStage[u] = PEOPLE_HOME;
  s.unitCargoStage[u] = CARGO_LOADING;
}

function stepUnit(run: Run, u: number): void {
  const { s, t } = run;
  const relief = unitRelief(run, u);
  if (s.unitPhase[u] === PHASE_WAITING) begin(run, u, PHASE_AUTHORISATION, 0);
  if (s.unitPhase[u] === PHASE_AUTHORISATION) {
    // work 1 marks an authorised unit that waits for money
    const authorised = isAuthorised(run, u) || lifts(relief, MANDATE);
    const cost = commitmentOf(run, u);
    const funded = s.cash[0]! - s.committed[0]! >= cost || lifts(relief, MONEY);
    s.unitWork[u] = (authorised ? 0.5 : 0) + (funded ? 0.5 : 0);
    s.unitConstraint[u] = authorised ? MONEY : MANDATE;
    if (!authorised || !funded) return;
    count(run, u, 1);
    s.committed[0]! += cost;
    s.unitPledged[u] = peopleOf(run, u);
    begin(run, u, PHASE_GENERATION, generationDays(run, u));
  }
  if (s.unitPhase[u] === PHASE_REFUSED) {
    s.unitConstraint[u] = PARTNER;
    if (!lifts(relief, PARTNER)) {
      if (s.unitAttempt[u]! >= LAST_ATTEMPT) return;
      s.unitWork[u]!++;
      if (s.unitWork[u]! < s.unitDuration[u]!) return;
    } else if (s.unitAttempt[u]! >= LAST_ATTEMPT) count(run, u, 1);
    s.unitAttempt[u]!++;
    s.unitPledged[u] = peopleOf(run, u);
    begin(run, u, PHASE_GENERATION, generationDays(run, u));
  }
  if (s.unitPhase[u] === PHASE_GENERATION) {
    // a search that ends in a refusal is held up by the contributor, not by the work
    const honoured = isHonoured(run, u);
    s.unitConstraint[u] = honoured ? LEAD_TIME : PARTNER;
    const found = !honoured && lifts(relief, PARTNER);
    if (!worked(run, u, honoured ? relief : 0) && !found) return;
    if (!honoured && !found) {
      s.unitPledged[u] = 0;
      if (s.unitAttempt[u]! >= LAST_ATTEMPT) count(run, u, -1);
      begin(run, u, PHASE_REFUSED, stageDays(run, u, DRAW_REFUSAL, t.p.refusalDays, t.p.refusalSigma));
      return;
    }
    begin(run, u, PHASE_READINESS, readinessDays(run, u));
    if (!lifts(relief, LEAD_TIME)) return;
  }
  if (s.unitPhase[u] === PHASE_READINESS) {
    s.unitConstraint[u] = LEAD_TIME;
    if (worked(run, u, relief)) makeReady(run, u);
  }
}

/** Sends home what an order that is over has raised. */
function withdraw(run: Run, u: number): void {
  const { s } = run;
  const phase = s.unitPhase[u]!;
  const finallyRefused = phase === PHASE_REFUSED && s.unitAttempt[u]! >= LAST_ATTEMPT;
  if (phase > PHASE_AUTHORISATION && !finallyRefused) count(run, u, -1);
  s.unitPhase[u] = PHASE_WITHDRAWN;
  s.unitConstraint[u] = NONE;
  s.unitOperational[u] = 0;
  s.unitArrived[u] = 0;
  s.unitEffect[u] = 0;
}

/** The mission has left: the units it had on D0 go home too. */
function sendHome(run: Run): void {
  const { s, t } = run;
  for (let u = 0; u < t.initialUnits.region.length; u++) if (s.unitPhase[u] !== PHASE_WITHDRAWN) withdraw(run, u);
}

function placeInitialUnits(run: Run): void {
  const { s, t, o } = run;
  const { region, strength } = t.initialUnits;
  for (let u = 0; u < region.length; u++) {
    const people = peopleOf(run, u) * strength[u]!;
    const cargo = cargoOf(run, u);
    s.unitPhase[u] = PHASE_OPERATIONAL;
    s.unitRegion[u] = region[u]!;
    s.unitPeopleStage[u] = PEOPLE_DONE;
    s.unitCargoStage[u] = CARGO_DONE;
    s.unitPledged[u] = people;
    s.unitReady[u] = people;
    s.unitLifted[u] = people;
    s.unitArrived[u] = people;
    s.unitOperational[u] = people;
    s.unitCargoShipped[u] = cargo;
    s.unitCargoLifted[u] = cargo;
    s.unitCargoSent[u] = cargo;
    s.unitCargoArrived[u] = cargo;
    count(run, u, 1);
  }
  for (let u = region.length; u < o.units; u++) s.unitRegion[u] = o.region[o.unitRow[u]!]!;
}

export const generation: Mechanism = {
  name: 'generation', phase: 14,
  reads: ['ceilingTroops', 'ceilingPolice', 'missionPresent', 'cash', 'casualtyShock', 'rowState', 'rowRelief', 'unitMovedBy', 'withdrawalDay', 'readyStandby'],
  writes: [
    'unitPhase', 'unitRegion', 'unitWork', 'unitDuration', 'unitPledged', 'unitReady', 'unitLifted', 'unitArrived', 'unitOperational', 'unitEffect', 'unitCargoShipped', 'unitCargoLifted', 'unitCargoSent',
    'unitCargoArrived', 'unitPeopleStage', 'unitCargoStage', 'unitAttempt', 'unitConstraint', 'troopsOrdered', 'policeOrdered', 'committed', 'missionDelayFactor',
  ],
  initialise: run => {
    const { s, t } = run;
    s.missionDelayFactor[0] = logNormal(uniform(run.k0, run.k1, word(STREAMS.missionDelay, 0, 0), t.missionKey), 0, t.p.missionDelaySigma);
    placeInitialUnits(run);
  },
  run: run => {
    const { s, o } = run;
    const { rowState, unitPhase } = s;
    if (s.withdrawalDay[0]! >= 0 && run.day >= s.withdrawalDay[0]! + run.t.p.exitDays) sendHome(run);
    for (let i = 0; i < o.rows; i++) {
      if (o.kind[i] !== DEPLOY) continue;
      const first = o.unitFirst[i]!;
      const last = first + o.unitCount[i]!;
      if (rowState[i] === ROW_UNDER_WAY) {
        for (let u = first; u < last; u++) if (unitPhase[u]! <= PHASE_READINESS || unitPhase[u] === PHASE_REFUSED) stepUnit(run, u);
      } else if (rowState[i] === ROW_OVER) {
        for (let u = first; u < last; u++) if (unitPhase[u] !== PHASE_WITHDRAWN) withdraw(run, u);
      }
    }
  },
};
