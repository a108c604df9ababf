/** What a report says: the recommendation, how sure it is, and what would change it. */
import { withRecord } from '../plan/actions/index.ts';
import type { Plan } from '../plan/schema.ts';
import { startText } from '../plan/starts.ts';
import { dayText, dayOf, type PlanWorld } from '../plan/world.ts';
import { verbalBand } from '../study/compare.ts';
import { OUTCOMES, outcomeOf } from '../study/outcomes.ts';
import { comparisonText, futuresText, meanText } from './comparison-text.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { pairOf, shareOver, type ReportData } from './report-data.ts';

/** "plan B (Reinforce early)". */
function planName(data: ReportData, at: number): string {
  const plan = data.plans[at]!;
  return `plan ${plan.letter === '' ? plan.id : plan.letter} (${plan.title.en})`;
}

const labelOf = (action: Plan['actions'][number], world: PlanWorld): string => withRecord(action, (one, record) => record.label(one, world)).en;

/** "D+60, 14 March 2027, until D+120, 13 May 2027: Deploy one infantry battalion …" */
export function actionSentence(action: Plan['actions'][number], plan: Plan, world: PlanWorld): string {
  const label = (id: string) => {
    const other = plan.actions.find(each => each.id === id);
    return other === undefined ? { en: id, fr: id } : withRecord(other, (one, record) => record.label(one, world));
  };
  const until = action.until === undefined ? undefined : dayOf(world, action.until);
  return `${startText(action, world, label).en}${until === undefined ? '' : `, until ${dayText(world, until).en}`}: ${withRecord(action, (one, record) => record.describe(one, world)).en}.`;
}

/** Futures of 100 in which a plan meets the target; undefined without one. */
function metBy(data: ReportData, at: number): number | undefined {
  const { target } = data.goal;
  if (Number.isNaN(target)) return undefined;
  const values = data.results[at]!.outcomes[data.outcome];
  const { better } = outcomeOf(data.outcome);
  return values.filter(value => (better === 'less' ? value <= target : value >= target)).length / values.length;
}

function goalText({ outcome, goal }: ReportData): string {
  const { unit, better } = outcomeOf(outcome);
  return `${OUTCOME_WORDS[outcome]} ${better === 'less' ? 'at most' : 'at least'} ${amountText(goal.target, unit)} in ${Math.round(goal.odds * 100)} of 100 futures`;
}

export function recommendation(data: ReportData): string[] {
  const { study, outcome, lead, rival, decided } = data;
  const what = OUTCOME_WORDS[outcome];
  if (rival < 0) return [`One plan only, ${planName(data, lead)}: there is nothing to compare it with.`];
  const ids = study.plans.map(plan => plan.id);
  const share = shareOver(study, ids[lead]!, ids[rival]!, outcome);
  const first = decided
    ? `On ${what}, choose ${planName(data, lead)}: it is better than each of the other plans in more futures than chance allows, and better than ${planName(data, rival)}, which comes next, in ${futuresText(share, study.runs)}.`
    : `On ${what} no plan can be recommended over all others yet. ${planName(data, lead).replace(/^p/, 'P')} is ahead: better than ${planName(data, rival)}, which comes next, in ${futuresText(share, study.runs)}.`;
  const met = metBy(data, lead);
  return [first, ...(met === undefined ? [] : [`It meets the scenario's target (${goalText(data)}) in ${Math.round(met * 100)} of 100 futures${met >= data.goal.odds ? '' : ', which is short of the odds asked for'}.`]), 'This rests on one outcome. What the plan gives on the others stands below, and no single score adds them up.'];
}

export function howSure(data: ReportData): string[] {
  const { study, outcome, lead, drawn } = data;
  const id = study.plans[lead]!.id;
  const pairs = study.comparisons.filter(c => c.outcome === outcome && (c.a === id || c.b === id));
  const lines = pairs.map(c => `${comparisonText(c)}`);
  if (drawn !== undefined) {
    const { words, band } = verbalBand(drawn.share);
    lines.push(`With the parameters of the model drawn from their ranges as well, plan ${id} is better than plan ${study.plans[data.rival]!.id} in ${futuresText(drawn.share, drawn.runs)}: ${words.en} (${band.en}).`);
  }
  lines.push(`These shares count futures that the model makes from one seed, ${study.runs} of each plan; all plans meet the same random events. They do not say how well the model fits the world.`);
  return lines.concat(pairs.map(c => `Small print: ${meanText(c, study.runs)}.`));
}

export function changeOfMind(data: ReportData): string[] {
  const { study, outcome, lead, rival, curve, curveAction, present, planWorld, drawn } = data;
  const lines: string[] = [];
  if (rival >= 0) {
    const [id, other] = [study.plans[lead]!.id, study.plans[rival]!.id];
    const share = shareOver(study, id, other, outcome);
    for (const { name } of OUTCOMES) {
      const found = name === outcome ? undefined : pairOf(study, id, other, name);
      if (found === undefined || found.pair.verdict !== (found.isA ? 'b' : 'a')) continue;
      lines.push(`If ${OUTCOME_WORDS[name]} weighed more: there plan ${other} is better than plan ${id} in ${futuresText(shareOver(study, other, id, name), study.runs)}.`);
    }
    if (drawn !== undefined && (drawn.share > 0.5) !== (share > 0.5)) lines.push('If the parameters were drawn from their ranges: the order of the two plans turns round.');
    else if (drawn !== undefined) lines.push(`If other assumptions held: with drawn parameters plan ${other} is better in ${futuresText(1 - drawn.share, drawn.runs)}; "forestall sensitivity" names the assumptions that turn the order round.`);
  }
  if (curve !== undefined && curveAction !== undefined) {
    const label = labelOf(curveAction, planWorld);
    if (!Number.isNaN(curve.target)) {
      lines.push(curve.lastResponsibleDay === null ? `No start day of “${label}” alone meets the target.`
        : curve.lastResponsibleDay === curve.points.at(-1)!.start ? `Not a delay of “${label}” alone: every start tried, up to D+${curve.lastResponsibleDay}, still meets the target.`
        : curve.lastResponsibleDay < present ? `“${label}” starts on D+${present}; the last start that meets the target is D+${curve.lastResponsibleDay}.` : `If “${label}” could not start by D+${curve.lastResponsibleDay}: after that the target is not met any more.`);
    }
    lines.push(curve.flatZone[0] === curve.flatZone[1] ? `If “${label}” moved: starts near D+${present} already make a material difference.` : `Not the exact day of “${label}”: starts from D+${curve.flatZone[0]} to D+${curve.flatZone[1]} make no material difference.`);
  }
  return lines;
}
