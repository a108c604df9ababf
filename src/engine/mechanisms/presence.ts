/**
 * Presence — who is at work where, and the two channels by which that protects.
 *
 * effect of a unit = present share · kit · supply · freedom · boldness · willingness · growth · mandate              [share]
 *   kit = kitlessEffect + (1 − kitlessEffect) · equipment there; freedom, willingness full from one half upwards
 * theatre: T = Σ effective troops; battles × exp(−theatreBattles · min(T, Tsat)/1000), attacks likewise           [factor]
 * local: n bases = effective people/troopsPerBase · (1 + spread by forward bases); coverage = concentration(n) ·
 *   (patrolSlowGround + (1 − patrolSlowGround) · mobility) · reach · (1 + coverageFromAcceptance · (acceptance − that of D0))                                                 [share]
 *   what is watched (warning-orders.ts) lowers both;
 *   rebels and militias × 1 − (1 − rebelsAroundBases) · mandate · coverage; host × 1 + (hostAroundBases − 1) · coverage
 *
 * Source: troops and battle deaths (Hultman, Kathman and Shannon 2014, re-estimated); bases (Kunkel; Fjelde, Hultman
 * and Nilsson 2019); host governments not deterred; siting matters more than totals (Geo-PKO). Caveats, consent: MODEL.
 * Assumes: troops act in both channels, police in the local one only, observers in neither; the theatre effect is that
 * of the country-level record and the local one that of the record near bases: neither is fitted to the other's data.
 * Reads unit columns, supplyEffect, consent, casualtyShock, will, robustMandate, missionPresent, wetness, baseCapacity,
 *   rowEffect. Writes presentTroops, presentPolice, monitors, effectiveTroops, theatreTroops, coverage, engineers,
 *   battleFactor, attackFactor, localRebelFactor, localHostFactor, unitOperational, unitEffect, unitConstraint. Draws: none.
 */
import { exp } from '../../kernel/math.ts';
import { UNIT_TYPES } from '../../scenario/units.ts';
import { CONSENT, LEAD_TIME, lifts, MANDATE, MONITORS, NONE, PARTNER, PARTNER_REQUEST, ROW_UNDER_WAY, SECURITY, SUPPLY, unitRelief } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { ASK_MONITORS, partnerOf } from './partners.ts';
import { restrainByWatch } from './warning-orders.ts';
import { BRIDGING, cargoOf, peopleOf, PEOPLE_DONE, PHASE_LIFT, PHASE_MOVEMENT, PHASE_OPERATIONAL, readinessOf, REHAT } from '../unit-stages.ts';

const CONCENTRATION_PLACES = 12;
/** Reach of an infantry battalion, km: the unit of the concentration curves. */
const USUAL_REACH_KM = 45;
/** A factor above this holds nothing back. */
const WHOLE = 0.999;

const HOSPITAL = UNIT_TYPES.findIndex(type => type.id === 'level-2-hospital');

/** Scratch sums by region, overwritten before each use: mobility and reach weighted by effective people. */
let mobility = new Float64Array(0);
let reach = new Float64Array(0);

/** Loss from an index that does no harm from one half upwards. */
function belowHalf(index: number): number {
  return index >= 0.5 ? 0 : 1 - 2 * index;
}

/** Effect of unit u at full strength under today's conditions; names the tightest in unitConstraint once it is whole. */
function conditionsOf(run: Run, u: number, freedom: number, boldness: number, willingness: number): number {
  const { s, t } = run;
  const { p } = t;
  const relief = unitRelief(run, u);
  const readiness = readinessOf(run, u);
  const mandate = s.missionPresent[0] === 1 || readiness === BRIDGING || lifts(relief, MANDATE) ? 1 : 0;
  const partner = partnerOf(run, u);
  const fed = lifts(relief, SUPPLY) ? 1 : s.supplyEffect[s.unitRegion[u]!]! * (partner < 0 ? 1 : s.partnerSupport[partner]!);
  const free = lifts(relief, CONSENT) ? 1 : freedom;
  const bold = lifts(relief, SECURITY) ? 1 : boldness;
  const willing = lifts(relief, PARTNER) ? 1 : willingness;
  let growth = 1;
  if (readiness === REHAT && s.unitPhase[u] === PHASE_OPERATIONAL && s.unitMovedBy[u] === 0) {
    s.unitWork[u]!++;
    growth = lifts(relief, LEAD_TIME) ? 1 : Math.min(1, p.rehatQuality + (1 - p.rehatQuality) * s.unitWork[u]! / p.rehatGrowthDays);
  }
  if (s.unitPhase[u] === PHASE_OPERATIONAL) {
    let least = WHOLE;
    let limit = NONE;
    if (mandate < least) { least = mandate; limit = MANDATE; }
    if (fed < least) { least = fed; limit = SUPPLY; }
    if (free < least) { least = free; limit = CONSENT; }
    if (bold < least) { least = bold; limit = SECURITY; }
    if (growth < least) { least = growth; limit = LEAD_TIME; }
    if (willing < least) limit = PARTNER;
    s.unitConstraint[u] = limit;
  }
  return mandate * fed * free * bold * willing * growth;
}

/** Adds up units by region; returns effective troops of the theatre. */
function countUnits(run: Run): number {
  const { s, t, o } = run;
  const { p } = t;
  let hospitals = 0;
  for (let u = 0; u < o.units; u++) if (o.unitTypeOf[u] === HOSPITAL && s.unitPhase[u] === PHASE_OPERATIONAL) hospitals++;
  const freedom = 1 - p.freedomLoss * belowHalf(s.consent[0]!);
  const boldness = 1 - (1 - s.readyTraining[0]!) * p.cautionFromShock * (hospitals > 0 ? p.hospitalCaution : 1) * s.casualtyShock[0]!;
  const willingness = 1 - (1 - s.readyTraining[0]!) * p.willOnEffect * belowHalf(s.will[0]!);
  let theatre = 0;
  for (let u = 0; u < o.units; u++) {
    const phase = s.unitPhase[u]!;
    if (phase < PHASE_LIFT || phase > PHASE_OPERATIONAL || s.unitPeopleStage[u] !== PEOPLE_DONE || (phase === PHASE_MOVEMENT && s.unitMovedBy[u]! > 0)) continue;
    const type = o.unitTypeOf[u]!;
    const r = s.unitRegion[u]!;
    const kit = p.kitlessEffect + (1 - p.kitlessEffect) * s.unitCargoArrived[u]! / cargoOf(run, u);
    const operational = s.unitArrived[u]! * kit;
    const conditions = conditionsOf(run, u, freedom, boldness, willingness);
    s.unitOperational[u] = operational;
    s.unitEffect[u] = operational / peopleOf(run, u) * conditions;
    if (t.unitIsObserver[type] === 1) {
      s.monitors[r]! += operational * conditions;
      continue;
    }
    const strong = operational * conditions * t.unitProtection[type]!;
    s.engineers[r]! += s.unitEffect[u]! * t.unitEngineering[type]!;
    s.effectiveTroops[r]! += strong;
    mobility[r]! += strong * t.unitMobility[type]!;
    reach[r]! += strong * t.unitReachKm[type]!;
    if (t.unitIsPolice[type] === 1) s.presentPolice[r]! += operational;
    else {
      s.presentTroops[r]! += operational;
      theatre += strong;
    }
  }
  return theatre;
}

/** Share of exposed people within 20 km of n bases at the largest places of region r; n need not be whole. */
export function concentrationAt(curve: Float64Array, r: number, n: number): number {
  const row = r * CONCENTRATION_PLACES;
  if (n <= 1) return n > 0 ? n * curve[row]! : 0;
  if (n >= CONCENTRATION_PLACES) return curve[row + CONCENTRATION_PLACES - 1]!;
  const whole = Math.floor(n);
  const before = curve[row + whole - 1]!;
  return before + (n - whole) * (curve[row + whole]! - before);
}

/** Share of exposed people of region r within reach of a base. */
function coverageOf(run: Run, r: number): number {
  const { s, t } = run;
  const { p } = t;
  const strong = s.effectiveTroops[r]!;
  const spread = s.baseCapacity[r]! > 0 ? 1 + p.forwardBaseSpread * Math.min(1, s.baseCapacity[r]! / strong) : 1;
  const ground = t.mobilityDry[r]! + (t.mobilityWet[r]! - t.mobilityDry[r]!) * s.wetness[t.regionClimate[r]!]!;
  const own = mobility[r]! / strong;
  const going = p.patrolSlowGround + (1 - p.patrolSlowGround) * (ground + (1 - ground) * own);
  const far = 0.7 + 0.3 * Math.min(2, reach[r]! / strong / USUAL_REACH_KM);
  const welcome = 1 + p.coverageFromAcceptance * (s.regionAcceptance[r]! - t.acceptance0);
  return Math.min(1, concentrationAt(t.concentration, r, strong / p.troopsPerBase * spread) * going * far * welcome);
}

export const presence: Mechanism = {
  name: 'presence', phase: 17,
  reads: ['unitPhase', 'unitPeopleStage', 'unitMovedBy', 'unitRegion', 'unitArrived', 'unitCargoArrived', 'unitWork', 'supplyEffect', 'consent', 'casualtyShock', 'will', 'robustMandate', 'missionPresent', 'wetness', 'baseCapacity', 'rowState', 'rowEffect', 'rowRelief', 'rightsWatch', 'rightsStaff', 'intent', 'partnerSupport', 'regionAcceptance', 'localProtection', 'rightsWork', 'readyTraining'],
  writes: ['presentTroops', 'presentPolice', 'monitors', 'effectiveTroops', 'theatreTroops', 'coverage', 'engineers', 'battleFactor', 'attackFactor', 'localRebelFactor', 'localHostFactor', 'unitOperational', 'unitEffect', 'unitConstraint', 'unitWork'],
  run: run => {
    const { s, t, o } = run;
    if (o.units === 0 && o.rows === 0) return;
    const { R, p } = t;
    if (mobility.length < R) {
      mobility = new Float64Array(R);
      reach = new Float64Array(R);
    }
    mobility.fill(0);
    reach.fill(0);
    s.presentTroops.fill(0);
    s.presentPolice.fill(0);
    s.monitors.fill(0);
    s.effectiveTroops.fill(0);
    s.engineers.fill(0);
    const theatre = countUnits(run);
    for (let i = 0; i < o.rows; i++) if ((o.kind[i] === MONITORS || (o.kind[i] === PARTNER_REQUEST && o.extra[3 * i + 1] === ASK_MONITORS)) && s.rowState[i] === ROW_UNDER_WAY) s.monitors[o.region[i]!]! += o.amount[i]! * s.rowEffect[i]!;
    s.theatreTroops[0] = theatre;
    const thousands = Math.min(theatre, p.theatreSaturation) / 1000;
    s.battleFactor[0] = exp(-p.theatreBattles * thousands);
    s.attackFactor[0] = exp(-p.theatreAttacks * thousands);
    const deterred = (1 - p.rebelsAroundBases) * (s.robustMandate[0] === 1 ? 1 : p.withoutRobustMandate);
    for (let r = 0; r < R; r++) {
      const coverage = s.effectiveTroops[r]! > 0 ? coverageOf(run, r) : 0;
      s.coverage[r] = coverage;
      s.localRebelFactor[r] = (1 - deterred * coverage) * (1 - s.localProtection[r]!);
      s.localHostFactor[r] = (1 + (p.hostAroundBases - 1) * coverage) * (1 - p.rightsDeterrence * s.rightsWork[r]!);
    }
    restrainByWatch(run);
  },
};
