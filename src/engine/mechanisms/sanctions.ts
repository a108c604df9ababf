/**
 * Sanctions — targeted measures on a party: they constrain, coerce or signal, late and in part, and may harden.
 *
 * adopted at hazard adoption · exp(2·(attention − 0.5) + 2·(will − 0.5)) · (1 − veto · 0.75); at once when the order
 *   follows a decision                                                                                [1/day]
 * bite = ramp over sanctionRampDays after a log-normal lag · (1 − evasion)                              [share]
 *   evasion = sanctionEvasion · mean over neighbours of open · (1 + evasionConflict · their own conflict), weighted by
 *   whether the party stands along their border, at most 1
 * suspended (bite · sanctionSuspended) once a ceasefire of the party has held half or more for `liftAfter` days, lifted for
 *   good after as long again, back in force when it collapses before                                        [day]
 * an episode works for at least one purpose with chance sanctionAny; then constrains, coerces, signals with
 *   their own chances; without coercion it hardens                                                        [outcome]
 * goals: constraint = weight of measures · bite · (1 or residual); coercion = coercionMost · bite if it coerces, signalled to
 *   others at a fifth; hardening = hardeningMost · weight · bite if not. A promise to suspend adds sanctionPromise · weight ·
 *   bite to coercion and takes 0.3 off hardening. Columns relax to the goals.                           [index 0–1]
 * burden on the people = sanctionBurdenMost · (1 on the host, 0.3 on others) · [an asset freeze] · bite  [share]
 *
 * Source: coerce 10, constrain 24, signal 29, any 38 % of episodes (UN SanctionsApp); lags, weights and evasion MODEL.
 * Assumes: measures of several orders add up as 1 − Π(1 − x); when an order ends its effect fades.
 * Reads attention, will, councilVeto, borderOpen, ceasefire, rowState, rowRelief. Writes constraint, coercion, hardening, sanctionBurden,
 * sanctionHeldDays, decisionDay, requestHazard, rowWork, rowDuration,
 * rowProgress, rowEffect, rowConstraint. Draws: councilDecision, sanctionLag, sanctionOutcome.
 */
import { exponential, logNormal } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01, exp, log } from '../../kernel/math.ts';
import { FULL_EFFECT, LEAD_TIME, MANDATE, NONE, PARTNER, ROW_UNDER_WAY, SANCTION, lifts, progressOf } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { START_RULE } from '../schedule.ts';
import { STREAMS } from '../streams.ts';

export const ASSET_FREEZE = 1;
export const TRAVEL_BAN = 2;
export const ARMS_EMBARGO = 4;

/** Hold of a ceasefire from which it counts as kept. */
const KEPT = 0.5;

export const COERCES = 1;
export const CONSTRAINS = 2;
export const SIGNALS = 4;

/** Purposes an episode serves, as bits, from four uniforms: chances of the register; any episode that works at least signals. */
export function sanctionOutcome(run: Run, row: number): number {
  const { t, o, k0, k1 } = run;
  const { p } = t;
  const key = o.key[row]!;
  if (uniform(k0, k1, word(STREAMS.sanctionOutcome, 0, 0), key) >= p.sanctionAny) return 0;
  const coerces = uniform(k0, k1, word(STREAMS.sanctionOutcome, 0, 1), key) < p.sanctionCoerce / p.sanctionAny ? COERCES : 0;
  const constrains = uniform(k0, k1, word(STREAMS.sanctionOutcome, 0, 2), key) < p.sanctionConstrain / p.sanctionAny ? CONSTRAINS : 0;
  // the rest of the chance to signal, once episodes that serve no other purpose have signalled
  const alone = (1 - p.sanctionCoerce / p.sanctionAny) * (1 - p.sanctionConstrain / p.sanctionAny);
  const signals = (p.sanctionSignal / p.sanctionAny - alone) / (1 - alone);
  return coerces | constrains | (coerces + constrains === 0 || uniform(k0, k1, word(STREAMS.sanctionOutcome, 0, 3), key) < signals ? SIGNALS : 0);
}

/** Share of the bite of measures on party i lost through open borders. */
function evasion(run: Run, i: number): number {
  const { s, t } = run;
  let open = 0;
  let weight = 0;
  for (let n = 0; n < t.N; n++) {
    const w = t.evasionWeight[i * t.N + n]!;
    weight += w;
    open += w * s.borderOpen[n]! * (1 + t.p.evasionConflict * t.neighbourConflict[n]!);
  }
  return weight > 0 ? Math.min(1, t.p.sanctionEvasion * open / weight) : 0;
}

/** What is left of measures today: 1 in force, less while suspended, 0 once lifted for good. */
function standing(run: Run, row: number): number {
  const { s, t, o } = run;
  const after = o.extra[3 * row + 1]!;
  if (after === 0) return 1;
  if (s.sanctionHeldDays[row]! >= 2 * after) return 0;
  s.sanctionHeldDays[row] = s.ceasefire[o.party[row]!]! >= KEPT ? s.sanctionHeldDays[row]! + 1 : 0;
  return s.sanctionHeldDays[row]! >= after ? t.p.sanctionSuspended : 1;
}

/** Whether the measures of a row have been adopted by today. */
function adopted(run: Run, row: number): boolean {
  const { s, t, o, day, k0, k1 } = run;
  const { p } = t;
  if (s.decisionDay[row]! >= 0) return true;
  const threshold = exponential(uniform(k0, k1, word(STREAMS.councilDecision, 0, 1), o.key[row]!), 1);
  s.requestHazard[row]! += p.sanctionAdoptionPerDay * exp(2 * (s.attention[0]! - 0.5) + 2 * (s.will[0]! - 0.5)) * (1 - 0.75 * s.councilVeto[0]!);
  const now = o.rule[row] === START_RULE.afterDecision || lifts(s.rowRelief[row]!, MANDATE) || s.requestHazard[row]! >= threshold;
  if (now) s.decisionDay[row] = day;
  else s.rowProgress[row] = progressOf(0.3 * s.requestHazard[row]! / threshold, 0);
  return now;
}

/** Bite of a row today, 0–1; keeps its progress, effect and constraint. */
function stepRow(run: Run, row: number): number {
  const { s, t, o, k0, k1 } = run;
  const { p } = t;
  if (!adopted(run, row)) {
    s.rowEffect[row] = 0;
    s.rowConstraint[row] = MANDATE;
    return 0;
  }
  const relief = s.rowRelief[row]!;
  if (s.rowDuration[row] === 0) s.rowDuration[row] = logNormal(uniform(k0, k1, word(STREAMS.sanctionLag, 0, 0), o.key[row]!), log(p.sanctionLagDays), p.sanctionLagSigma);
  const lag = s.rowDuration[row]!;
  s.rowWork[row]!++;
  const ramp = lifts(relief, LEAD_TIME) ? 1 : clamp01((s.rowWork[row]! - lag) / p.sanctionRampDays);
  const lost = lifts(relief, PARTNER) ? 0 : evasion(run, o.party[row]!);
  const bite = ramp * (1 - lost);
  s.rowEffect[row] = bite;
  s.rowProgress[row] = progressOf(0.3 + 0.7 * (lifts(relief, LEAD_TIME) ? 1 : clamp01(s.rowWork[row]! / (lag + p.sanctionRampDays))), bite);
  s.rowConstraint[row] = ramp < 1 ? LEAD_TIME : bite < FULL_EFFECT ? PARTNER : NONE;
  return bite * standing(run, row);
}

/** Weight of a set of measures, 0–1. */
function weightOf(run: Run, bits: number): number {
  const { p } = run.t;
  return ((bits & ASSET_FREEZE) !== 0 ? p.weightAssetFreeze : 0) + ((bits & TRAVEL_BAN) !== 0 ? p.weightTravelBan : 0) + ((bits & ARMS_EMBARGO) !== 0 ? p.weightArmsEmbargo : 0);
}

/** What the measures of a row cost the people: freezes reach trade and payments, travel bans and embargoes on arms do not. */
function burdenOf(run: Run, row: number, bite: number): number {
  const { t, o } = run;
  if ((o.extra[3 * row]! & ASSET_FREEZE) === 0) return 0;
  return t.p.sanctionBurdenMost * (o.party[row] === t.hostParty ? 1 : 0.3) * bite;
}

/** Adds what a row asks of the party columns; `sanction…Goal` hold 1 − Π(1 − x). */
function addGoals(run: Run, row: number, bite: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const i = o.party[row]!;
  const outcome = sanctionOutcome(run, row);
  const weight = Math.min(1, weightOf(run, o.extra[3 * row]!));
  const promised = o.extra[3 * row + 1]! > 0;
  const constraint = weight * bite * ((outcome & CONSTRAINS) !== 0 ? 1 : p.sanctionResidual);
  s.constraintGoal[i] = 1 - (1 - s.constraintGoal[i]!) * (1 - constraint);
  if ((outcome & COERCES) !== 0) s.coercionGoal[i] = 1 - (1 - s.coercionGoal[i]!) * (1 - p.coercionMost * bite);
  else s.hardeningGoal[i] = 1 - (1 - s.hardeningGoal[i]!) * (1 - p.hardeningMost * weight * bite * (promised ? 0.7 : 1));
  if (promised) s.coercionGoal[i] = 1 - (1 - s.coercionGoal[i]!) * (1 - p.sanctionPromise * weight * bite);
  if ((outcome & SIGNALS) === 0) return;
  for (let other = 0; other < t.P; other++) if (other !== i) s.coercionGoal[other] = 1 - (1 - s.coercionGoal[other]!) * (1 - 0.2 * p.coercionMost * bite);
}

export const sanctions: Mechanism = {
  name: 'sanctions', phase: 12,
  reads: ['attention', 'will', 'councilVeto', 'borderOpen', 'ceasefire', 'sanctionHeldDays', 'sanctionBurden', 'rowState', 'rowRelief', 'rowWork', 'rowDuration', 'decisionDay', 'requestHazard', 'constraint', 'coercion', 'hardening'],
  writes: ['constraint', 'coercion', 'hardening', 'sanctionBurden', 'sanctionHeldDays', 'constraintGoal', 'coercionGoal', 'hardeningGoal', 'decisionDay', 'requestHazard', 'rowWork', 'rowDuration', 'rowProgress', 'rowEffect', 'rowConstraint'],
  run: run => {
    const { s, t, o } = run;
    let rows = 0;
    for (let row = 0; row < o.rows; row++) if (o.kind[row] === SANCTION) rows++;
    if (rows === 0) return;
    s.constraintGoal.fill(0);
    s.coercionGoal.fill(0);
    s.hardeningGoal.fill(0);
    let burden = 0;
    for (let row = 0; row < o.rows; row++) {
      if (o.kind[row] !== SANCTION || s.rowState[row] !== ROW_UNDER_WAY || o.party[row]! < 0) continue;
      const bite = stepRow(run, row);
      if (bite === 0) continue;
      addGoals(run, row, bite);
      burden += burdenOf(run, row, bite);
    }
    const step = 1 / t.p.sanctionFadeDays;
    s.sanctionBurden[0]! += (Math.min(1, burden) - s.sanctionBurden[0]!) * step;
    for (let i = 0; i < t.P; i++) {
      s.constraint[i]! += (s.constraintGoal[i]! - s.constraint[i]!) * step;
      s.coercion[i]! += (s.coercionGoal[i]! - s.coercion[i]!) * step;
      s.hardening[i]! += (s.hardeningGoal[i]! - s.hardening[i]!) * step;
    }
  },
};
