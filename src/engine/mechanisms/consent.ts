/**
 * Consent — the host's consent, local acceptance, and the obstruction that follows.
 *
 * consent relaxes to consent of D0 − sanctions · (constraint + hardening of the host) − robust − monitors · watched
 *   + diplomacy · understanding with the host + recovered by a ceasefire                              [index 0–1]
 * acceptance relaxes to acceptance of D0 + relief · (reached/need − 0.5) + presence · coverage − failure · attacks under cover
 *                                                                                                  [index 0–1]
 * obstruction = 1 + obstructionMost · (1 − consent)²                                          [factor, 1 to 3]
 *
 * Source: consent is a spectrum, and obstruction falls on movement, visas and rights reporting (Duursma 2020);
 * withdrawn consent ended missions in Chad, Burundi and Ethiopia-Eritrea. No rate is known: MODEL.
 * Assumes: one consent for the country; acceptance is the mean over regions by people.
 * Reads constraint, hardening, robustMandate, missionPresent, monitors, ceasefire, civiliansKilledByHost, reached, need, coverage, attacksToday.
 * Writes consent, acceptance, obstruction. Draws: none.
 */
import { clamp01 } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';

export const consent: Mechanism = {
  name: 'consent', phase: 11,
  reads: ['constraint', 'hardening', 'robustMandate', 'missionPresent', 'monitors', 'ceasefire', 'reached', 'need', 'coverage', 'attacksToday', 'consent', 'acceptance'],
  writes: ['consent', 'acceptance', 'obstruction'],
  initialise: run => {
    const { s, t } = run;
    s.consent[0] = t.consent0;
    s.acceptance[0] = t.acceptance0;
    s.obstruction[0] = 1 + t.p.obstructionMost * (1 - t.consent0) * (1 - t.consent0);
  },
  run: run => {
    const { s, t } = run;
    const { R, p, hostParty } = t;
    let people = 0;
    let covered = 0;
    let failed = 0;
    let need = 0;
    let reached = 0;
    let watchers = 0;
    for (let r = 0; r < R; r++) {
      people += t.population[r]!;
      covered += t.population[r]! * s.coverage[r]!;
      failed += s.coverage[r]! * s.attacksToday[r]!;
      need += s.need[r]!;
      reached += s.reached[r]!;
      watchers += s.monitors[r]!;
    }
    const pressed = p.consentFromSanctions * (s.constraint[hostParty]! + s.hardening[hostParty]!);
    const robust = s.missionPresent[0] === 1 && s.robustMandate[0] === 1 && !t.mission0.robust ? p.consentFromRobust : 0;
    const watched = p.consentFromMonitors * watchers / (watchers + 60);
    const goal = clamp01(t.consent0 - pressed - robust - watched + p.consentFromDiplomacy * s.ceasefire[hostParty]!);
    s.consent[0]! += (goal - s.consent[0]!) / p.consentDays;
    const relief = need >= 1 ? p.acceptanceFromRelief * (reached / need - 0.5) : 0;
    const liked = clamp01(t.acceptance0 + relief + p.acceptanceFromPresence * covered / people);
    s.acceptance[0] = clamp01(s.acceptance[0]! + (liked - s.acceptance[0]!) / p.acceptanceDays - p.acceptanceFromFailure * failed / (failed + 2));
    const refusal = 1 - s.consent[0]!;
    s.obstruction[0] = 1 + p.obstructionMost * refusal * refusal;
  },
};
