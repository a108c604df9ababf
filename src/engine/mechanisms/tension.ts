/**
 * Tension — how close a region is to violence.
 *
 * memory′ = memory · (1 − 1/memoryDecayDays) + yesterday's incidents                              [incidents]
 * tension′ = clamp01(tension + return · (structural · (1 − relief) − communityTension · local peace − tension) + neighbour · (mean near − tension) + sd · z
 *            + fromMemory · m/(m + half) + fromHosts · min(1, hosted/population) − fromCeasefire · hold)   [index 0–1]
 *
 * Source: form MODEL; own history dominates neighbours (ACLED, Central African Republic 2013-22).
 * Assumes: structural risk changes by programmes alone; neighbours act through yesterday's values.
 * Reads tensionBefore, memory, battlesToday, attacksToday (yesterday's), hosted, ceasefire, localPeace, structuralRelief.
 * Writes tension, tensionBefore, memory. Draws: tensionShock (one a region and day).
 */
import { normal } from '../../kernel/distributions.ts';
import { stir, uniformAt, word } from '../../kernel/draws.ts';
import { clamp01 } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import { STREAMS } from '../streams.ts';

export const tension: Mechanism = {
  name: 'tension', phase: 4,
  reads: ['tension', 'tensionBefore', 'memory', 'battlesToday', 'attacksToday', 'hosted', 'ceasefire', 'localPeace', 'structuralRelief'],
  writes: ['tension', 'tensionBefore', 'memory'],
  initialise: run => { for (let r = 0; r < run.t.R; r++) run.s.tension[r] = run.t.structuralRisk[r]!; },
  run: run => {
    const { s, t, day, k0, k1 } = run;
    const { tension, tensionBefore, memory, hosted, battlesToday, attacksToday, structuralRelief } = s;
    const { R, p, near: nearOf, nearStart, regionKey, structuralRisk, population } = t;
    const { localPeace } = s;
    const { communityTension, tensionShockSd, tensionFromMemory, tensionFromHosts } = p;
    const keep = 1 - 1 / p.memoryDecayDays;
    const half = p.memoryHalf;
    const back = p.tensionReturnPerDay;
    const coupling = p.tensionNeighbourPerDay;
    const shock = stir(k0, word(STREAMS.tensionShock, day, 0));
    const calmed = p.tensionFromCeasefire * holdOfCeasefires(s.ceasefire, t.P, t.hostParty);
    tensionBefore.set(tension);
    for (let r = 0; r < R; r++) {
      const m = memory[r]! * keep + battlesToday[r]! + attacksToday[r]!;
      memory[r] = m;
      const own = tensionBefore[r]!;
      const from = nearStart[r]!;
      const to = nearStart[r + 1]!;
      let near = own;
      if (to > from) {
        near = 0;
        for (let i = from; i < to; i++) near += tensionBefore[nearOf[i]!]!;
        near /= to - from;
      }
      const z = normal(uniformAt(shock, k1, regionKey[r]!), 0, tensionShockSd);
      const crowding = hosted[r]! / population[r]!;
      tension[r] = clamp01(own + back * (structuralRisk[r]! * (1 - structuralRelief[r]!) - communityTension * localPeace[r]! - own) + coupling * (near - own) + z
        + tensionFromMemory * m / (m + half) + tensionFromHosts * (crowding < 1 ? crowding : 1) - calmed);
    }
  },
};

/** Mean hold of ceasefires over the armed parties, weighted equally; 0 where there is none. */
function holdOfCeasefires(ceasefire: Float64Array, P: number, host: number): number {
  let sum = 0;
  let parties = 0;
  for (let i = 0; i < P; i++) {
    if (i === host) continue;
    sum += ceasefire[i]!;
    parties++;
  }
  return parties > 0 ? sum / parties : 0;
}
