/**
 * Supply — stocks at the bases of each region, consumption, resupply, and what a shortage does.
 *
 * use = people · (rations, water, spares) + fuel by unit type                                             [t/day]
 * order = min(pace · use, (stockTargetDays + baseStoreDays · housed) · use − stock) + transport companies     [t/day]
 * by road ≤ capacity left on the path; by helicopter what the road leaves short, from one pool                [t/day]
 * days of supply = least of stock/use; effect 1 at 14 days, 0.75 at 7, 0.4 at 3, 0.15 at 0                     [share]
 *
 * Source: rations, fuel and water by head of UN missions; states of supply in planning practice; effects MODEL.
 * Assumes: the national depot does not run out; wells cover most water; bases of one region share their stocks.
 * Reads unit columns, rowRamp, routes and capacity, baseCapacity. Writes supplyStock, basePeople, baseFuel, supplyDays,
 *   supplyEffect, linkLeft. Draws: none.
 */
import { UNIT_TYPES } from '../../scenario/units.ts';
import { MONITORS, ROW_UNDER_WAY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { PEOPLE_RECEPTION, PHASE_LIFT, PHASE_MOVEMENT, PHASE_OPERATIONAL } from '../unit-stages.ts';
import { takeFromPath } from './routes.ts';

export const RATIONS = 0;
export const WATER = 1;
export const FUEL = 2;
export const SPARES = 3;
const COMMODITIES = 4;
/** Days of supply shown where nobody draws on stocks. */
export const NOBODY_DRAWS = 999;

const HELICOPTERS = UNIT_TYPES.findIndex(type => type.id === 'utility-helicopter-unit');
const TRANSPORT = UNIT_TYPES.findIndex(type => type.id === 'transport-company');

/** Adds tonnes of a commodity to the stocks of region r. */
export function addStock(run: Run, r: number, commodity: number, tonnes: number): void {
  run.s.supplyStock[r * COMMODITIES + commodity]! += tonnes;
}

/** Adds the reserve of rations and water that `people` bring to region r. */
export function bringReserve(run: Run, r: number, people: number): void {
  const { p } = run.t;
  const tonnes = people * p.arrivalReserveDays * 0.001;
  addStock(run, r, RATIONS, tonnes * p.rationsKg);
  addStock(run, r, WATER, tonnes * p.waterKg);
  addStock(run, r, SPARES, tonnes * p.sparesKg);
}

/** Effect left with so many days of supply: green over 14, amber over 7, red over 3, then static defence. */
export function effectOfDays(days: number): number {
  if (days >= 14) return 1;
  if (days >= 7) return 0.75 + (0.25 * (days - 7)) / 7;
  if (days >= 3) return 0.4 + (0.35 * (days - 3)) / 4;
  return 0.15 + (0.25 * days) / 3;
}

/** Tonnes a day of one commodity in region r. */
export function dailyUse(run: Run, r: number, commodity: number): number {
  const { s, t } = run;
  const tonnes = s.basePeople[r]! * 0.001;
  return commodity === RATIONS ? tonnes * t.p.rationsKg : commodity === WATER ? tonnes * t.p.waterKg : commodity === SPARES ? tonnes * t.p.sparesKg : s.baseFuel[r]!;
}

/** Whether unit u lives at a base of its region. */
function isAtBase(run: Run, u: number): boolean {
  const { unitPhase, unitMovedBy, unitPeopleStage } = run.s;
  const phase = unitPhase[u]!;
  return phase >= PHASE_LIFT && phase <= PHASE_OPERATIONAL && unitPeopleStage[u]! >= PEOPLE_RECEPTION && !(phase === PHASE_MOVEMENT && unitMovedBy[u]! > 0);
}

/** Counts people and fuel by region; returns units' worth of transport companies. */
function countBases(run: Run): number {
  const { s, t, o } = run;
  const { p } = t;
  s.basePeople.fill(0);
  s.baseFuel.fill(0);
  let companies = 0;
  for (let u = 0; u < o.units; u++) {
    if (!isAtBase(run, u)) continue;
    const r = s.unitRegion[u]!;
    const type = o.unitTypeOf[u]!;
    const people = s.unitArrived[u]!;
    s.basePeople[r]! += people;
    s.baseFuel[r]! += people * 0.001 * Math.max(0, t.unitSupplyKg[type]! - p.rationsKg - p.sparesKg);
    if (type === TRANSPORT) companies += s.unitEffect[u]!;
  }
  for (let i = 0; i < o.rows; i++) if (o.kind[i] === MONITORS && s.rowState[i] === ROW_UNDER_WAY) s.basePeople[o.region[i]!]! += o.amount[i]! * s.rowRamp[i]!;
  return companies;
}

/** Tonnes the helicopters of the theatre can fly today. */
function flyingTonnes(run: Run): number {
  const { s, t, o } = run;
  let units = 0;
  for (let u = 0; u < o.units; u++) if (o.unitTypeOf[u] === HELICOPTERS) units += s.unitEffect[u]!;
  return units * t.p.aircraftPerUnit * t.p.helicopterTonnes;
}

/** A day of stocks in region r; returns the tonnes flown in. */
function stepRegion(run: Run, r: number, fleet: number, flying: number): number {
  const { s, t } = run;
  const { p } = t;
  const { supplyStock } = s;
  const row = r * COMMODITIES;
  const people = s.basePeople[r]!;
  const tonnes = people * 0.001;
  const rations = tonnes * p.rationsKg;
  const water = tonnes * p.waterKg;
  const fuel = s.baseFuel[r]!;
  const spares = tonnes * p.sparesKg;
  const use = rations + water + fuel + spares;
  const target = p.stockTargetDays + p.baseStoreDays * Math.min(1, s.baseCapacity[r]! / people);
  const r0 = Math.max(0, supplyStock[row + RATIONS]! - rations);
  const w0 = Math.max(0, supplyStock[row + WATER]! - water);
  const f0 = Math.max(0, supplyStock[row + FUEL]! - fuel);
  const s0 = Math.max(0, supplyStock[row + SPARES]! - spares);
  const r1 = Math.max(0, target * rations - r0);
  const w1 = Math.max(0, target * water - w0);
  const f1 = Math.max(0, target * fuel - f0);
  const s1 = Math.max(0, target * spares - s0);
  const missing = r1 + w1 + f1 + s1;
  let flown = 0;
  let share = 0;
  if (missing > 0) {
    const wanted = Math.min(missing, use * p.refillPace + fleet);
    const road = takeFromPath(run, r, wanted);
    flown = Math.min(wanted - road, flying);
    share = (road + flown) / missing;
  }
  const rations1 = r0 + share * r1;
  const water1 = w0 + share * w1;
  const fuel1 = f0 + share * f1;
  const spares1 = s0 + share * s1;
  supplyStock[row + RATIONS] = rations1;
  supplyStock[row + WATER] = water1;
  supplyStock[row + FUEL] = fuel1;
  supplyStock[row + SPARES] = spares1;
  let days = Math.min(rations1 / rations, spares1 / spares);
  if (water > 0) days = Math.min(days, water1 / water);
  if (fuel > 0) days = Math.min(days, fuel1 / fuel);
  s.supplyDays[r] = days;
  s.supplyEffect[r] = effectOfDays(days);
  return flown;
}

export const supply: Mechanism = {
  name: 'supply', phase: 16,
  reads: ['unitPhase', 'unitMovedBy', 'unitPeopleStage', 'unitArrived', 'unitEffect', 'unitRegion', 'rowState', 'rowRamp', 'routeLink', 'linkLeft', 'linkCapacity', 'baseCapacity', 'supplyStock'],
  writes: ['supplyStock', 'basePeople', 'baseFuel', 'supplyDays', 'supplyEffect', 'linkLeft'],
  initialise: run => {
    const { s, t } = run;
    s.supplyDays.fill(NOBODY_DRAWS);
    s.supplyEffect.fill(1);
    countBases(run);
    for (let r = 0; r < t.R; r++) for (let c = 0; c < COMMODITIES; c++) addStock(run, r, c, t.stockDays * dailyUse(run, r, c));
  },
  run: run => {
    const { s, t, o } = run;
    if (o.units === 0 && o.rows === 0) return;
    const companies = countBases(run);
    const { basePeople, supplyDays, supplyEffect } = s;
    let bases = 0;
    for (let r = 0; r < t.R; r++) if (basePeople[r]! > 0) bases++;
    const fleet = bases > 0 ? (companies * t.p.transportTonnes) / bases : 0;
    let flying = flyingTonnes(run);
    for (let r = 0; r < t.R; r++) {
      if (basePeople[r]! > 0) flying -= stepRegion(run, r, fleet, flying);
      else {
        supplyDays[r] = NOBODY_DRAWS;
        supplyEffect[r] = 1;
      }
    }
  },
};
