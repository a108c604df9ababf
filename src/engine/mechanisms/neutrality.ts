/**
 * Neutrality — how far the parties take the response for a side.
 *
 * neutrality relaxes to 1 − neutralityFromSanctions · |pressure on the host − most pressure on another party|
 *   − neutralityFromRobust where powers to use force came after D0; pressure = constraint + coercion, at most 1   [index 0–1]
 * less of it: attacks on the mission · (1 + attackFromPartiality · (1 − neutrality)) (mission-risk.ts), and trust in
 *   talks grows as much slower (mediation.ts)
 *
 * Source: impartiality is not neutrality (doctrine); no rate is known: MODEL.
 * Assumes: parties judge by what is imposed on whom, not by what is said.
 * Reads constraint, coercion, robustMandate, neutrality. Writes neutrality. Draws: none.
 */
import { clamp01 } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';

export const neutrality: Mechanism = {
  name: 'neutrality', phase: 11,
  reads: ['constraint', 'coercion', 'robustMandate', 'neutrality'],
  writes: ['neutrality'],
  initialise: run => { run.s.neutrality[0] = 1; },
  run: run => {
    const { s, t } = run;
    const { p, P, hostParty } = t;
    let others = 0;
    for (let i = 0; i < P; i++) if (i !== hostParty) others = Math.max(others, Math.min(1, s.constraint[i]! + s.coercion[i]!));
    const host = Math.min(1, s.constraint[hostParty]! + s.coercion[hostParty]!);
    const robust = s.robustMandate[0] === 1 && !t.mission0.robust ? p.neutralityFromRobust : 0;
    const goal = clamp01(1 - p.neutralityFromSanctions * Math.abs(host - others) - robust);
    s.neutrality[0]! += (goal - s.neutrality[0]!) / p.neutralityDays;
  },
};
