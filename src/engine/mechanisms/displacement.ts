/**
 * Displacement — people flee violence within and across borders, flee again, and come home when it is quiet.
 *
 * push  = attacks + 0.6 · battles + deaths/5;  fear′ = fear · q + (1 − q) · push/(push + half), q = 1 − 1/fearMemoryDays
 * leave = (residents + returned) · flightPerDay · fear;  again = hosted · secondFlightPerDay · fear          [people/day]
 * share of destination d ∝ weight · (1 − fear)² · (1 + pull · presence) inside, weight · open · host factor abroad
 * home  = away · 7 · homecomingPerDay · (1 − tension) once a week, only while fear < homecomingFear            [people/week]
 *
 * Source: violence drives flight (Davenport, Moore and Poe 2003); state perpetrators push people abroad and richer
 * neighbours draw them (Moore and Shellman 2006); weak pull toward bases (Sundberg 2020); forms and rates MODEL.
 * Assumes: origin is kept by region, not person by person; whole people; both accounts of people.ts hold exactly.
 * Reads attacksToday, battlesToday, killed…Today, attacksByPartyToday, tension, coverage, borderOpen, own stocks.
 * Writes fear, residents, returned, away, hosted, refugees, leftToday, returnedToday, flowTotal.
 * Draws: flight, flightDestination, homecoming.
 */
import { stochasticRound } from '../../kernel/distributions.ts';
import { stir, uniform, uniformAt, word } from '../../kernel/draws.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

/** People go home in groups, once a week from each region. */
const HOMECOMING_DAYS = 7;

/** Regions of a scenario at most (scenario/schema.ts). */
const MAX_REGIONS = 2000;
/** Scratch, overwritten before each use, so no state hides here: weights of one candidate list, draw of each region today. */
const weights = new Float64Array(256);
const appeal = new Float64Array(MAX_REGIONS);

/** Fills `weights` for the candidates of region r; returns their sum. */
function weigh(run: Run, r: number, hostShare: number): number {
  const { s, t } = run;
  const { hosted, borderOpen } = s;
  const { destination, destinationWeight, siteCapacity } = t;
  const from = t.destinationStart[r]!;
  const to = t.destinationStart[r + 1]!;
  const abroad = 1 + (t.p.refugeeShareHost - 1) * hostShare;
  let sum = 0;
  for (let d = from; d < to; d++) {
    const q = destination[d]!;
    let w = destinationWeight[d]!;
    if (q >= 0) w *= hosted[q]! < siteCapacity[q]! ? appeal[q]! * 1.5 : appeal[q]!;
    else w *= borderOpen[-1 - q] === 1 ? abroad : 0.05;
    weights[d - from] = w;
    sum += w;
  }
  return sum;
}

/** Sends `people` from region r to its candidates in whole numbers by systematic rounding with one uniform. */
function send(run: Run, r: number, people: number, sum: number, u: number, index: number): void {
  const { s, t } = run;
  const { hosted, refugees, flowTotal } = s;
  const { destination } = t;
  const from = t.destinationStart[r]!;
  const to = t.destinationStart[r + 1]!;
  const each = people / sum;
  let cumulative = 0;
  let before = 0;
  for (let d = from; d < to; d++) {
    cumulative += weights[d - from]!;
    let upTo = d === to - 1 ? people : Math.floor(cumulative * each + u);
    if (upTo > people) upTo = people;
    const moved = upTo - before;
    before = upTo;
    if (moved === 0) continue;
    const q = destination[d]!;
    if (q >= 0) hosted[q]! += moved;
    else refugees[-1 - q]! += moved;
    if (index === 0) flowTotal[d]! += moved;
  }
}

function goHome(run: Run, r: number, people: number): void {
  const { s, t } = run;
  const { hosted, refugees } = s;
  const { destination } = t;
  const from = t.destinationStart[r]!;
  const to = t.destinationStart[r + 1]!;
  let stock = 0;
  for (let d = from; d < to; d++) {
    const q = destination[d]!;
    stock += q >= 0 ? hosted[q]! : refugees[-1 - q]!;
  }
  let left = Math.min(people, stock);
  const wanted = left;
  for (let pass = 0; pass < 2 && left > 0; pass++) {
    for (let d = from; d < to && left > 0; d++) {
      const q = destination[d]!;
      const here = q >= 0 ? hosted[q]! : refugees[-1 - q]!;
      const share = pass === 0 ? Math.floor(wanted * here / stock) : left;
      const moved = Math.min(here, share, left);
      if (q >= 0) hosted[q]! -= moved;
      else refugees[-1 - q]! -= moved;
      left -= moved;
    }
  }
  const home = wanted - left;
  s.away[r]! -= home;
  s.returned[r]! += home;
  s.returnedToday[r] = home;
}

export const displacement: Mechanism = {
  name: 'displacement', phase: 8,
  reads: ['attacksToday', 'battlesToday', 'killedInAttacksToday', 'killedInBattlesToday', 'attacksByPartyToday', 'tension', 'coverage', 'borderOpen', 'fear', 'residents', 'returned', 'away', 'hosted', 'refugees'],
  writes: ['fear', 'residents', 'returned', 'away', 'hosted', 'refugees', 'leftToday', 'returnedToday', 'flowTotal'],
  initialise: run => { for (let r = 0; r < run.t.R; r++) run.s.residents[r] = run.t.population[r]!; },
  run: run => {
    const { s, t, day, k0, k1 } = run;
    const { R, p, regionKey } = t;
    const { coverage, fear, residents, returned, away, hosted, attacksToday, battlesToday, killedInAttacksToday, killedInBattlesToday, leftToday, returnedToday, tension } = s;
    const q = 1 - 1 / p.fearMemoryDays;
    const host = t.hostParty * R;
    const { fearHalf, flightPerDay, secondFlightPerDay, homecomingFear, homecomingPerDay } = p;
    const { presencePull } = p;
    const flightWord = stir(k0, word(STREAMS.flight, day, 0));
    const againWord = stir(k0, word(STREAMS.flight, day, 1));
    for (let r = 0; r < R; r++) {
      leftToday[r] = 0;
      returnedToday[r] = 0;
      let dread = fear[r]! * q;
      if (attacksToday[r]! + battlesToday[r]! > 0) {
        const push = attacksToday[r]! + 0.6 * battlesToday[r]! + 0.2 * (killedInAttacksToday[r]! + killedInBattlesToday[r]!);
        dread += (1 - q) * push / (push + fearHalf);
      }
      fear[r] = dread;
      appeal[r] = (1 - dread) * (1 - dread) * (1 + presencePull * coverage[r]!);
    }
    for (let r = 0; r < R; r++) {
      const dread = fear[r]!;
      const key = regionKey[r]!;
      if (dread > 1e-5) {
        const home = residents[r]! + returned[r]!;
        const leaving = Math.min(home, stochasticRound(home * flightPerDay * dread, uniformAt(flightWord, k1, key)));
        const guests = hosted[r]!;
        const again = guests > 0 ? Math.min(guests, stochasticRound(guests * secondFlightPerDay * dread, uniformAt(againWord, k1, key))) : 0;
        if (leaving + again > 0) {
          const attacks = attacksToday[r]!;
          const sum = weigh(run, r, attacks > 0 ? s.attacksByPartyToday[host + r]! / attacks : 0);
          if (sum > 0) {
            const fromReturned = home > 0 ? Math.floor(leaving * returned[r]! / home) : 0;
            returned[r]! -= fromReturned;
            residents[r]! -= leaving - fromReturned;
            away[r]! += leaving;
            hosted[r]! -= again;
            leftToday[r] = leaving;
            if (leaving > 0) send(run, r, leaving, sum, uniform(k0, k1, word(STREAMS.flightDestination, day, 0), key), 0);
            if (again > 0) send(run, r, again, sum, uniform(k0, k1, word(STREAMS.flightDestination, day, 1), key), 1);
          }
        }
      }
      if (dread < homecomingFear && away[r]! > 0 && (day + (key & 0xffff)) % HOMECOMING_DAYS === 0) {
        const home = stochasticRound(away[r]! * HOMECOMING_DAYS * homecomingPerDay * (1 - tension[r]!), uniform(k0, k1, word(STREAMS.homecoming, day, 0), key));
        if (home > 0) goHome(run, r, Math.min(home, away[r]!));
      }
    }
  },
};
