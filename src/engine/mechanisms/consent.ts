/**
 * Consent — the host's consent and local acceptance by named cause, the obstruction that follows, and withdrawal.
 *
 * consent = consent of D0 + Σ causes; each cause relaxes to its goal over consentDays                     [index 0–1]
 *   sanctions −(constraint + hardening of the host); posture − for a robust mandate; monitors − w/(w + 60);
 *   ceasefire + understanding with the host; partners + legitimacy − 0.5 of those there; conduct − their harm;
 *   promises − orders long without effect; consultation + agreement; rights − watch of rights staff and programmes
 * acceptance of a region likewise over acceptanceDays: relief · (reached/need − 0.5), presence · coverage, partners,
 *   conduct, promises, consultation; failure: attacks under cover, a loss a day that heals over acceptanceDays  [index 0–1]
 * promise of a region = max over its orders of (1 − effect) · min(1, days beyond promiseDays / promiseDays)   [index 0–1]
 * obstruction of a topic = 1 + obstructionMost · (1 − consent)² · (1 − eased)                            [factor, 1 to 3]
 * withdrawal hazard = withdrawalPerDay · ((below − consent)/below)² below withdrawalBelow while a mission is there   [1/day]
 *   it ends the mission exitDays later: ceilings 0, its orders over, its units home
 *
 * Source: consent is a spectrum, and obstruction falls on movement, visas and rights reporting (Duursma 2020);
 * withdrawn consent ended missions in Chad, Burundi and Ethiopia-Eritrea. No rate is known: MODEL.
 * Assumes: one consent for the country; acceptance of the country is the mean over regions by people; consent once
 * withdrawn stays so; a bridging force, under an authority of its own, stays.
 * Reads constraint, hardening, robustMandate, missionPresent, monitors, rightsWatch, ceasefire, reached, need, coverage, attacksToday,
 *   partner…, hostAgreement, liaison, eased, rightsWork, rowState, rowStartDay, rowEffect. Writes consent, consentCauses, acceptance, regionAcceptance,
 *   acceptanceCauses, obstruction, visa…, land…, customsObstruction, withdrawal…, missionPresent, ceilings, row columns. Draws: consentWithdrawn.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { clamp01 } from '../../kernel/math.ts';
import { ACCEPTANCE_CAUSES, CONSENT_CAUSES } from '../columns-peace.ts';
import { AID, CONSULTATION, DEPLOY, FORWARD_BASE, MONITORS, PROGRAMME, REDEPLOY, ROW_OVER, ROW_UNDER_WAY } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';
import { BRIDGING } from '../unit-stages.ts';
import { BY_WITHDRAWN_CONSENT, endRow } from './agenda.ts';

const CAUSES = ACCEPTANCE_CAUSES.length;
/** Regions of a scenario at most (scenario/schema.ts). */
const MAX_REGIONS = 2000;
/** Scratch: unmet promise of each region today; overwritten each day, so no state hides here. */
const promise = new Float64Array(MAX_REGIONS);
/** Scratch: goals of the causes at hand. */
const goals = new Float64Array(Math.max(CONSENT_CAUSES.length, CAUSES));

/** Unmet promises of the orders under way, by region; their mean over regions with an order. */
function weighPromises(run: Run): number {
  const { s, t, o, day } = run;
  promise.fill(0, 0, t.R);
  let sum = 0;
  let promises = 0;
  for (let i = 0; i < o.rows; i++) {
    const kind = o.kind[i]!;
    if (s.rowState[i] !== ROW_UNDER_WAY || !(o.amount[i]! > 0) || (kind !== DEPLOY && kind !== AID && kind !== FORWARD_BASE && kind !== PROGRAMME)) continue;
    const late = Math.min(1, Math.max(0, (day - s.rowStartDay[i]!) / t.p.promiseDays - 1));
    const unmet = late * Math.max(0, 1 - s.rowEffect[i]!);
    const r = o.region[i]!;
    if (unmet > promise[r]!) promise[r] = unmet;
    sum += unmet;
    promises++;
  }
  return promises > 0 ? sum / promises : 0;
}

function stepConsent(run: Run, promised: number): void {
  const { s, t } = run;
  const { R, p, hostParty } = t;
  let watchers = 0;
  let partners = 0;
  let standing = 0;
  let harm = 0;
  let rights = 0;
  for (let r = 0; r < R; r++) {
    watchers += s.monitors[r]!;
    partners += s.partnerPeople[r]!;
    standing += s.partnerStanding[r]!;
    harm += s.partnerHarm[r]!;
    rights += s.rightsWork[r]!;
  }
  goals[0] = -p.consentFromSanctions * (s.constraint[hostParty]! + s.hardening[hostParty]!);
  goals[1] = s.missionPresent[0] === 1 && s.robustMandate[0] === 1 && !t.mission0.robust ? -p.consentFromRobust : 0;
  goals[2] = -p.consentFromMonitors * watchers / (watchers + 60);
  goals[3] = p.consentFromDiplomacy * s.ceasefire[hostParty]!;
  const weight = partners > 0 ? 1 / (partners + p.partnerPeopleHalf) : 0;
  goals[4] = p.consentFromPartners * standing * weight;
  goals[5] = -p.consentFromConduct * harm * weight;
  goals[6] = -p.consentFromPromises * promised;
  goals[7] = p.consentFromConsultation * s.hostAgreement[0]!;
  goals[8] = -p.consentFromRights * s.rightsWatch[0]! - p.consentFromRightsWork * Math.min(1, rights);
  let consent = t.consent0;
  for (let c = 0; c < CONSENT_CAUSES.length; c++) {
    s.consentCauses[c]! += (goals[c]! - s.consentCauses[c]!) / p.consentDays;
    consent += s.consentCauses[c]!;
  }
  s.consent[0] = clamp01(consent);
}

function stepAcceptance(run: Run): void {
  const { s, t } = run;
  const { R, p } = t;
  const { acceptanceCauses } = s;
  const pace = 1 / p.acceptanceDays;
  let people = 0;
  let sum = 0;
  for (let r = 0; r < R; r++) {
    const need = s.need[r]!;
    const coverage = s.coverage[r]!;
    const partners = s.partnerPeople[r]!;
    const weight = partners > 0 ? 1 / (partners + p.partnerPeopleHalf) : 0;
    const failed = coverage * s.attacksToday[r]!;
    goals[0] = need >= 1 ? p.acceptanceFromRelief * (s.reached[r]! / need - 0.5) : 0;
    goals[1] = p.acceptanceFromPresence * coverage;
    goals[2] = 0;
    goals[3] = p.acceptanceFromPartners * s.partnerStanding[r]! * weight;
    goals[4] = -p.acceptanceFromConduct * s.partnerHarm[r]! * weight;
    goals[5] = -p.acceptanceFromPromises * promise[r]!;
    goals[6] = p.acceptanceFromConsultation * s.liaison[r]!;
    const at = r * CAUSES;
    let acceptance = t.acceptance0;
    for (let c = 0; c < CAUSES; c++) {
      acceptanceCauses[at + c]! += (goals[c]! - acceptanceCauses[at + c]!) * pace;
      acceptance += acceptanceCauses[at + c]!;
    }
    if (failed > 0) acceptanceCauses[at + 2]! -= p.acceptanceFromFailure * failed / (failed + 2);
    s.regionAcceptance[r] = clamp01(acceptance);
    people += t.population[r]!;
    sum += t.population[r]! * s.regionAcceptance[r]!;
  }
  s.acceptance[0] = sum / people;
}

function obstruct(run: Run): void {
  const { s, t } = run;
  const refusal = 1 - s.consent[0]!;
  const most = t.p.obstructionMost * refusal * refusal;
  s.obstruction[0] = 1 + most * (1 - s.eased[0]!);
  s.visaObstruction[0] = 1 + most * (1 - s.eased[1]!);
  s.landObstruction[0] = 1 + most * (1 - s.eased[2]!);
  s.customsObstruction[0] = 1 + most * (1 - s.eased[3]!);
}

/** Whether an order belongs to the mission and ends with it. */
function isOfMission(run: Run, i: number): boolean {
  const { o } = run;
  const kind = o.kind[i]!;
  return (kind === DEPLOY && o.readiness[i] !== BRIDGING) || kind === REDEPLOY || kind === FORWARD_BASE || kind === MONITORS || kind === CONSULTATION;
}

/** Withdrawal of consent, and the end of the mission when its time to leave is over. */
function stepWithdrawal(run: Run): void {
  const { s, t, o, day } = run;
  const { p } = t;
  if (s.withdrawalDay[0]! < 0) {
    const short = 1 - s.consent[0]! / p.withdrawalBelow;
    if (short <= 0 || s.missionPresent[0] === 0) return;
    s.withdrawalHazard[0]! += p.withdrawalPerDay * short * short;
    if (s.withdrawalHazard[0]! >= exponential(uniform(run.k0, run.k1, word(STREAMS.consentWithdrawn, 0, 0), t.missionKey), 1)) s.withdrawalDay[0] = day;
    return;
  }
  if (day < s.withdrawalDay[0]! + p.exitDays) return;
  s.missionPresent[0] = 0;
  s.ceilingTroops[0] = 0;
  s.ceilingPolice[0] = 0;
  for (let i = 0; i < o.rows; i++) if (s.rowState[i] !== ROW_OVER && isOfMission(run, i)) endRow(run, i, BY_WITHDRAWN_CONSENT);
}

export const consent: Mechanism = {
  name: 'consent', phase: 11,
  reads: [
    'constraint', 'hardening', 'robustMandate', 'missionPresent', 'monitors', 'rightsWatch', 'ceasefire', 'reached', 'need', 'coverage', 'attacksToday', 'partnerPeople', 'partnerStanding', 'partnerHarm', 'hostAgreement',
    'liaison', 'eased', 'rightsWork', 'rowState', 'rowStartDay', 'rowEffect', 'consent', 'acceptance', 'consentCauses', 'acceptanceCauses', 'regionAcceptance', 'withdrawalHazard', 'withdrawalDay',
  ],
  writes: [
    'consent', 'consentCauses', 'acceptance', 'regionAcceptance', 'acceptanceCauses', 'obstruction', 'visaObstruction', 'landObstruction', 'customsObstruction', 'withdrawalHazard', 'withdrawalDay', 'missionPresent',
    'ceilingTroops', 'ceilingPolice', 'rowState', 'rowEndDay', 'rowEndCause', 'rowEffect', 'rowConstraint',
  ],
  initialise: run => {
    const { s, t } = run;
    s.consent[0] = t.consent0;
    s.acceptance[0] = t.acceptance0;
    s.regionAcceptance.fill(t.acceptance0);
    s.withdrawalDay[0] = -1;
    obstruct(run);
  },
  run: run => {
    const promised = weighPromises(run);
    stepConsent(run, promised);
    stepAcceptance(run);
    obstruct(run);
    stepWithdrawal(run);
  },
};
