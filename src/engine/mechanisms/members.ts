/**
 * Members — positions of the members of the Council, their blocs, divergence and the danger of a veto.
 *
 * once a week: position relaxes to position of D0 + 2 · memberResponse · a · (attention − attention of D0)
 *   + 2 · memberPartners · b · (call of partners − that of D0) − 2 · memberCosts · c · people authorised since D0/10,000
 *   + memberAssembly · recommendation of the Assembly, half of it for members with a veto, and by 0.3 to its bloc's mean
 *   a, b, c: the member's own responses, 0.5 where the scenario gives none                             [index −1–1]
 * veto = largest over members with a veto of (vetoFrom + 0.1 − position)/0.2, between 0 and 1               [index 0–1]
 *
 * Source: differing preferences of permanent and elected members slow the Council (Binder and Golub 2020); African members
 * send more troops where they prefer (Carnegie and Mikulaschek 2020, sign only). Forms MODEL.
 * Assumes: members consult their capitals once a week; nobody changes interest, only position.
 * Reads attention, ceilingTroops, ceilingPolice, assemblySupport, memberPosition. Writes memberPosition, councilMean, councilSpread,
 * councilVeto. Draws: none.
 */
import { clamp } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { partnersCall } from './attention.ts';

const sqrt = Math.sqrt;
const WEEK = 7;
const PULL_OF_BLOC = 0.3;
const PEOPLE_UNIT = 10_000;
/** Distance over which opposition of a member with a veto grows into the danger of one. */
const VETO_WIDTH = 0.2;

/** Mean position of bloc b. */
function blocMean(run: Run, b: number): number {
  const { s, t } = run;
  let sum = 0;
  let count = 0;
  for (let m = 0; m < t.M; m++) {
    if (t.memberBloc[m] !== b) continue;
    sum += s.memberPosition[m]!;
    count++;
  }
  return sum / count;
}

/** Mean, divergence and danger of a veto from the positions. */
function summarise(run: Run): void {
  const { s, t } = run;
  let sum = 0;
  for (let m = 0; m < t.M; m++) sum += s.memberPosition[m]!;
  const mean = sum / t.M;
  let squares = 0;
  let veto = 0;
  for (let m = 0; m < t.M; m++) {
    const position = s.memberPosition[m]!;
    squares += (position - mean) * (position - mean);
    if (t.memberVeto[m] === 1) veto = Math.max(veto, clamp((t.p.vetoFrom + VETO_WIDTH / 2 - position) / VETO_WIDTH, 0, 1));
  }
  s.councilMean[0] = mean;
  s.councilSpread[0] = sqrt(squares / t.M);
  s.councilVeto[0] = veto;
}

export const members: Mechanism = {
  name: 'members', phase: 11,
  reads: ['attention', 'ceilingTroops', 'ceilingPolice', 'assemblySupport', 'memberPosition'],
  writes: ['memberPosition', 'councilMean', 'councilSpread', 'councilVeto'],
  initialise: run => {
    run.s.memberPosition.set(run.t.memberPosition0);
    summarise(run);
  },
  run: run => {
    const { s, t, day } = run;
    if (day % WEEK !== 0) return;
    const { p } = t;
    const noticed = 2 * p.memberResponse * (s.attention[0]! - t.attention0);
    const called = 2 * p.memberPartners * (partnersCall(run) - t.partnersCall0);
    const dear = 2 * p.memberCosts * Math.max(0, s.ceilingTroops[0]! + s.ceilingPolice[0]! - t.mission0.troops - t.mission0.police) / PEOPLE_UNIT;
    const urged = p.memberAssembly * s.assemblySupport[0]!;
    const step = Math.min(1, WEEK / p.memberDays);
    for (let m = 0; m < t.M; m++) {
      let goal = t.memberPosition0[m]! + t.memberAttention[m]! * noticed + t.memberPartners[m]! * called - t.memberCosts[m]! * dear + (t.memberVeto[m] === 1 ? 0.5 : 1) * urged;
      const bloc = t.memberBloc[m]!;
      if (bloc >= 0) goal += PULL_OF_BLOC * (blocMean(run, bloc) - goal);
      s.memberPosition[m]! += (clamp(goal, -1, 1) - s.memberPosition[m]!) * step;
    }
    summarise(run);
  },
};
