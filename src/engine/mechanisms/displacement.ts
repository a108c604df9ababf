/**
 * Displacement — people flee violence within and across borders, flee again, and come home when it is quiet.
 *
 * push  = attacks + 0.6 · battles + deaths/5;  fear′ = fear · q + (1 − q) · push/(push + half), q = 1 − 1/fearMemoryDays
 * leave = (residents + returned) · flightPerDay · fear;  again = hosted · secondFlightPerDay · fear          [people/day]
 * share of destination d ∝ weight · (1 − fear)² · (1 + pull · presence) inside, weight · open · host factor abroad
 * home  = away · homecomingPerDay · (1 − tension), only while fear < homecomingFear                          [people/day]
 *
 * Source: violence drives flight (Davenport, Moore and Poe 2003); state perpetrators push people abroad and richer
 * neighbours draw them (Moore and Shellman 2006); weak pull toward bases (Sundberg 2020); forms and rates MODEL.
 * Assumes: origin is kept by region, not person by person; whole people; both accounts of people.ts hold exactly.
 * Reads attacksToday, battlesToday, killed…Today, attacksByPartyToday, tension, presentTroops, borderOpen, own stocks.
 * Writes fear, residents, returned, away, hosted, refugees, leftToday, returnedToday, flowTotal.
 * Draws: flight, flightDestination, homecoming.
 */
import { stochasticRound } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

/** Scratch weights, one candidate list at a time; overwritten before each use, so no state hides here. */
const weights = new Float64Array(256);

/** Fills `weights` for the candidates of region r; returns their sum. */
function weigh(run: Run, r: number, hostShare: number): number {
  const { s, t } = run;
  const from = t.destinationStart[r]!;
  const to = t.destinationStart[r + 1]!;
  let sum = 0;
  for (let d = from; d < to; d++) {
    const q = t.destination[d]!;
    let w = t.destinationWeight[d]!;
    if (q >= 0) {
      const safe = 1 - s.fear[q]!;
      w *= safe * safe * (1 + t.p.presencePull * s.coverage[q]!) * (s.hosted[q]! < t.siteCapacity[q]! ? 1.5 : 1);
    } else w *= s.borderOpen[-1 - q] === 1 ? 1 + (t.p.refugeeShareHost - 1) * hostShare : 0.05;
    weights[d - from] = w;
    sum += w;
  }
  return sum;
}

/** Sends `people` from region r to its candidates in whole numbers by systematic rounding with one uniform. */
function send(run: Run, r: number, people: number, sum: number, u: number, index: number): void {
  const { s, t } = run;
  const from = t.destinationStart[r]!;
  const to = t.destinationStart[r + 1]!;
  let cumulative = 0;
  let before = 0;
  for (let d = from; d < to; d++) {
    cumulative += weights[d - from]!;
    const upTo = d === to - 1 ? people : Math.min(people, Math.floor(people * cumulative / sum + u));
    const moved = upTo - before;
    before = upTo;
    if (moved === 0) continue;
    const q = t.destination[d]!;
    if (q >= 0) s.hosted[q]! += moved;
    else s.refugees[-1 - q]! += moved;
    if (index === 0) s.flowTotal[d]! += moved;
  }
}

function goHome(run: Run, r: number, people: number): void {
  const { s, t } = run;
  const from = t.destinationStart[r]!;
  const to = t.destinationStart[r + 1]!;
  let stock = 0;
  for (let d = from; d < to; d++) {
    const q = t.destination[d]!;
    stock += q >= 0 ? s.hosted[q]! : s.refugees[-1 - q]!;
  }
  let left = Math.min(people, stock);
  const wanted = left;
  for (let pass = 0; pass < 2 && left > 0; pass++) {
    for (let d = from; d < to && left > 0; d++) {
      const q = t.destination[d]!;
      const here = q >= 0 ? s.hosted[q]! : s.refugees[-1 - q]!;
      const share = pass === 0 ? Math.floor(wanted * here / stock) : left;
      const moved = Math.min(here, share, left);
      if (q >= 0) s.hosted[q]! -= moved;
      else s.refugees[-1 - q]! -= moved;
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
    const { R, p } = t;
    const q = 1 - 1 / p.fearMemoryDays;
    const host = t.hostParty * R;
    s.leftToday.fill(0);
    s.returnedToday.fill(0);
    for (let r = 0; r < R; r++) {
      const attacks = s.attacksToday[r]!;
      const push = attacks + 0.6 * s.battlesToday[r]! + 0.2 * (s.killedInAttacksToday[r]! + s.killedInBattlesToday[r]!);
      s.fear[r] = s.fear[r]! * q + (push > 0 ? (1 - q) * push / (push + p.fearHalf) : 0);
    }
    for (let r = 0; r < R; r++) {
      const fear = s.fear[r]!;
      const key = t.regionKey[r]!;
      if (fear > 1e-5) {
        const home = s.residents[r]! + s.returned[r]!;
        const u = uniform(k0, k1, word(STREAMS.flight, day, 0), key);
        const leaving = Math.min(home, stochasticRound(home * p.flightPerDay * fear, u));
        const again = Math.min(s.hosted[r]!, stochasticRound(s.hosted[r]! * p.secondFlightPerDay * fear, uniform(k0, k1, word(STREAMS.flight, day, 1), key)));
        if (leaving + again > 0) {
          const attacks = s.attacksToday[r]!;
          const sum = weigh(run, r, attacks > 0 ? s.attacksByPartyToday[host + r]! / attacks : 0);
          if (sum > 0) {
            const fromReturned = home > 0 ? Math.floor(leaving * s.returned[r]! / home) : 0;
            s.returned[r]! -= fromReturned;
            s.residents[r]! -= leaving - fromReturned;
            s.away[r]! += leaving;
            s.hosted[r]! -= again;
            s.leftToday[r] = leaving;
            send(run, r, leaving, sum, uniform(k0, k1, word(STREAMS.flightDestination, day, 0), key), 0);
            if (again > 0) send(run, r, again, sum, uniform(k0, k1, word(STREAMS.flightDestination, day, 1), key), 1);
          }
        }
      }
      if (fear < p.homecomingFear && s.away[r]! > 0) {
        const home = stochasticRound(s.away[r]! * p.homecomingPerDay * (1 - s.tension[r]!), uniform(k0, k1, word(STREAMS.homecoming, day, 0), key));
        if (home > 0) goHome(run, r, Math.min(home, s.away[r]!));
      }
    }
  },
};
