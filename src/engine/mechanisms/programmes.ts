/**
 * Programmes — capacity building, technical assistance, peacebuilding and development: slow stocks by region and field.
 *
 * gates in turn: consent → money → preparation, log-normal days                                                  [day]
 * ramp′ = ramp + work/lag of the field; work = safe · welcome                                                    [share]
 *   safe = half/(half + fear), welcome = min(1, 0.4 + acceptance)
 * held up by the orders under way = ceiling of the field · usd/(usd + half · people) · ramp                 [index 0–1]
 * stock = max(held up, stock · (1 − 1/fadeDays − warLoss · fear))                                          [index 0–1]
 * structural relief = fromProgrammes · Σ weight · stock; elections count −stock where tension > strain            [share]
 * local protection = most · stock of police and courts; rights work = stock of rights                           [share]
 * fighters of parties other than the host leave at reintegrationPerDay · stock · (0.1 + hold of their ceasefire)   [1/day]
 * relapse relief = fromProgrammes · mean by people of min(1, (police + jobs + reintegration + inclusion)/3)         [share]
 *
 * Source: relapse falls with spending and with missions (Collier, Hoeffler and Soderbom 2008; Fortna); lags, weights MODEL.
 * Assumes: several orders of one field in a region add up to at most its ceiling; what is built stays when the mission
 * leaves and fades slowly: that is what a hand-over hands over.
 * Reads consent, cash, fear, regionAcceptance, tension, ceasefire, strength, rowState, rowRelief. Writes programmeStock,
 *   structuralRelief, localProtection, rightsWork, relapseRelief, strength, row columns, spent, cash. Draws: phaseDuration.
 */
import { clamp } from '../../kernel/math.ts';
import { FULL_EFFECT, LEAD_TIME, lifts, NONE, PROGRAMME, progressOf, ROW_UNDER_WAY, SECURITY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { PROGRAMME_FIELDS } from '../schedule.ts';
import { passGates, wayOf } from './field-orders.ts';
import { pay, perDay } from './money.ts';

const FIELDS = PROGRAMME_FIELDS.length;
const field = (name: (typeof PROGRAMME_FIELDS)[number]): number => PROGRAMME_FIELDS.indexOf(name);
const POLICE = field('police-and-courts');
const JOBS = field('jobs-and-services');
const REINTEGRATION = field('reintegration');
const ELECTIONS = field('elections');
const INCLUSION = field('inclusion');
const RIGHTS = field('rights');

/** By field, in the order of PROGRAMME_FIELDS: days to full work, ceiling of the stock, weight in structural relief. MODEL. */
const LAG_DAYS = Float64Array.of(300, 120, 360, 240, 150, 270, 180);
const CEILING = Float64Array.of(0.7, 0.6, 0.8, 0.8, 0.6, 0.7, 0.7);
const WEIGHT = Float64Array.of(0.25, 0.3, 0.3, 0.1, 0.15, 0.25, 0.1);
/** Months of spending an order must find before it begins. */
const MONTHS_AHEAD = 3;
const MAX_REGIONS = 2000;
/** Scratch: what orders hold up today; overwritten each day, so no state hides here. */
const heldUp = new Float64Array(MAX_REGIONS * FIELDS);

function step(run: Run, i: number): void {
  const { s, t, o } = run;
  const { p } = t;
  const r = o.region[i]!;
  const kind = o.extra[3 * i]!;
  const monthly = o.amount[i]!;
  const relief = s.rowRelief[i]!;
  const gate = passGates(run, i, p.consentToEnter, false, MONTHS_AHEAD * monthly, p.programmePreparationDays, p.fieldSigma, 1, 0);
  if (gate !== 0) {
    s.rowEffect[i] = 0;
    s.rowConstraint[i] = gate;
    s.rowProgress[i] = progressOf(wayOf(run, i), 0);
    return;
  }
  const safe = lifts(relief, SECURITY) ? 1 : p.programmeSecurity / (p.programmeSecurity + s.fear[r]!);
  const welcome = Math.min(1, 0.4 + s.regionAcceptance[r]!);
  const ramp = lifts(relief, LEAD_TIME) ? 1 : Math.min(1, s.rowRamp[i]! + safe * welcome / LAG_DAYS[kind]!);
  s.rowRamp[i] = ramp;
  pay(run, perDay(monthly) * (0.3 + 0.7 * safe));
  s.rowEffect[i] = ramp;
  s.rowConstraint[i] = ramp >= FULL_EFFECT ? NONE : safe < 0.5 ? SECURITY : LEAD_TIME;
  s.rowProgress[i] = progressOf(wayOf(run, i), ramp);
  const at = r * FIELDS + kind;
  heldUp[at] = Math.min(CEILING[kind]!, heldUp[at]! + CEILING[kind]! * ramp * monthly / (monthly + p.programmeHalfUsd * t.population[r]!));
}

/** Fighters of region r that lay down their arms. */
function reintegrate(run: Run, r: number, stock: number): void {
  const { s, t } = run;
  for (let i = 0; i < t.P; i++) if (i !== t.hostParty) s.strength[i * t.R + r]! *= 1 - t.p.reintegrationPerDay * stock * (0.1 + s.ceasefire[i]!);
}

/** Stocks of region r and what they do there; returns their part in keeping the peace, 0–1. */
function stepRegion(run: Run, r: number): number {
  const { s, t } = run;
  const { p } = t;
  const { programmeStock } = s;
  const keep = 1 - 1 / p.programmeFadeDays - p.programmeWarLoss * s.fear[r]!;
  const at = r * FIELDS;
  let relief = 0;
  for (let f = 0; f < FIELDS; f++) {
    const stock = Math.max(heldUp[at + f]!, programmeStock[at + f]! * keep);
    programmeStock[at + f] = stock;
    relief += f === ELECTIONS && s.tension[r]! > p.electionStrain ? -2 * WEIGHT[f]! * stock : WEIGHT[f]! * stock;
  }
  s.structuralRelief[r] = clamp(p.structuralFromProgrammes * relief, -0.3, 0.7);
  s.localProtection[r] = p.localProtectionMost * programmeStock[at + POLICE]!;
  s.rightsWork[r] = programmeStock[at + RIGHTS]!;
  if (programmeStock[at + REINTEGRATION]! > 0) reintegrate(run, r, programmeStock[at + REINTEGRATION]!);
  return (programmeStock[at + POLICE]! + programmeStock[at + JOBS]! + programmeStock[at + REINTEGRATION]! + programmeStock[at + INCLUSION]!) / 3;
}

export const programmes: Mechanism = {
  name: 'programmes', phase: 18,
  reads: ['consent', 'missionPresent', 'cash', 'committed', 'fear', 'regionAcceptance', 'tension', 'ceasefire', 'strength', 'programmeStock', 'rowState', 'rowRelief'],
  writes: ['programmeStock', 'structuralRelief', 'localProtection', 'rightsWork', 'relapseRelief', 'strength', 'rowStage', 'rowWork', 'rowDuration', 'rowRamp', 'rowProgress', 'rowEffect', 'rowConstraint', 'spent', 'cash'],
  run: run => {
    const { s, t, o } = run;
    let any = false;
    for (let i = 0; i < o.rows; i++) if (o.kind[i] === PROGRAMME && s.rowState[i]! >= ROW_UNDER_WAY && o.amount[i]! > 0) any = true;
    if (!any) return;
    heldUp.fill(0, 0, t.R * FIELDS);
    for (let i = 0; i < o.rows; i++) if (o.kind[i] === PROGRAMME && s.rowState[i] === ROW_UNDER_WAY && o.amount[i]! > 0) step(run, i);
    let people = 0;
    let peace = 0;
    for (let r = 0; r < t.R; r++) {
      peace += t.population[r]! * Math.min(1, stepRegion(run, r));
      people += t.population[r]!;
    }
    s.relapseRelief[0] = t.p.relapseFromProgrammes * peace / people;
  },
};
