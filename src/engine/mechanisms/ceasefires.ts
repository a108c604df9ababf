/**
 * Ceasefires — how a ceasefire holds, is carried out, erodes and collapses.
 *
 * hold′ = hold · (1 − erosion · (1 − backing)); backing = min(1, theatre troops/backingTroops)          [index 0–1]
 * implementation′ = implementation + perDay · (0.3 + 0.7 · backing) · hold · (1 − implementation)        [index 0–1]
 *   a carried-out agreement lowers intent (parties.ts)
 * collapse hazard = collapse · (young/(1 + age/90) + 1 + old · [age > two years]) · (1 − 0.7 · backing)
 *   · (1 − guaranteesHold · guaranteed) · (1 − implementationHold · implementation)
 *   · (1 + spoilerHazard · (share of the other armed parties that are active without a ceasefire − 1/2))        [1/day]
 * collapse when the hazard passes one exponential draw, or the hold falls under 0.05; then half of what was carried out is lost
 *
 * Source: mediated deals last less, the more so after two years without troops (Beardsley 2008); 2,202 ceasefires in 109
 * conflicts, so most fail (Clayton et al. 2022). Forms MODEL.
 * Assumes: parties left out spoil an agreement by fighting on; the hazard of the register is that with half of them fighting.
 * Reads theatreTroops, activity, guaranteed, ceasefire…. Writes ceasefire, ceasefireAgeDays, ceasefireHazard, ceasefireEpisode,
 * implementation, guaranteed, trust. Draws: ceasefireEnd.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

const TWO_YEARS = 730;
const MAX_EPISODE = 4095;
const LEAST_HOLD = 0.05;

/** Share of the armed parties other than i and the host that are active and bound by nothing, less a half; 0 where there is no other. */
function spoilers(run: Run, i: number): number {
  const { s, t } = run;
  let others = 0;
  let fighting = 0;
  for (let n = 0; n < t.P; n++) {
    if (n === i || n === t.hostParty) continue;
    others++;
    if (s.activity[n] === 1 && s.ceasefire[n] === 0) fighting++;
  }
  return others > 0 ? fighting / others - 0.5 : 0;
}

/** One day of the ceasefire of party i. */
export function stepCeasefire(run: Run, i: number): void {
  const { s, t, k0, k1 } = run;
  const { p } = t;
  const backing = Math.min(1, s.theatreTroops[0]! / p.backingTroops);
  const age = s.ceasefireAgeDays[i]!;
  const done = s.implementation[i]!;
  s.ceasefire[i]! *= 1 - p.ceasefireErosion * (1 - backing);
  s.implementation[i] = done + p.implementationPerDay * (0.3 + 0.7 * backing) * s.ceasefire[i]! * (1 - done);
  const ageing = p.ceasefireYoung / (1 + age / 90) + 1 + (age > TWO_YEARS ? p.ceasefireOld : 0);
  const held = (1 - 0.7 * backing) * (1 - p.guaranteesHold * s.guaranteed[i]!) * (1 - p.implementationHold * done);
  s.ceasefireHazard[i]! += p.ceasefireCollapsePerDay * ageing * held * (1 + p.spoilerHazard * spoilers(run, i));
  s.ceasefireAgeDays[i] = age + 1;
  const threshold = exponential(uniform(k0, k1, word(STREAMS.ceasefireEnd, 0, Math.min(s.ceasefireEpisode[i]!, MAX_EPISODE)), t.partyKey[i]!), 1);
  if (s.ceasefireHazard[i]! < threshold && s.ceasefire[i]! > LEAST_HOLD) return;
  s.ceasefire[i] = 0;
  s.ceasefireAgeDays[i] = 0;
  s.ceasefireHazard[i] = 0;
  s.ceasefireEpisode[i]!++;
  s.guaranteed[i] = 0;
  s.implementation[i]! *= 0.5;
  s.trust[i]! *= 0.5;
}

export const ceasefires: Mechanism = {
  name: 'ceasefires', phase: 12,
  reads: ['theatreTroops', 'activity', 'guaranteed', 'ceasefire', 'ceasefireAgeDays', 'ceasefireHazard', 'ceasefireEpisode', 'implementation', 'trust'],
  writes: ['ceasefire', 'ceasefireAgeDays', 'ceasefireHazard', 'ceasefireEpisode', 'implementation', 'guaranteed', 'trust'],
  run: run => { for (let i = 0; i < run.t.P; i++) if (run.s.ceasefire[i]! > 0) stepCeasefire(run, i); },
};
