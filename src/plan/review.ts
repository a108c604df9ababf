/** A plan as people read it: sentences, names, days and findings for every action. */
import type { Diagnostic } from '../scenario/diagnostics.ts';
import type { Words } from './action.ts';
import { withRecord } from './actions/index.ts';
import { checkPlan } from './check.ts';
import { conditionText } from './conditions.ts';
import { planHash } from './hash.ts';
import type { Action, Plan } from './schema.ts';
import { earliestStart, startText } from './starts.ts';
import { dayOf, type PlanWorld } from './world.ts';

/** What checking says of one action. */
export interface ActionCheck {
  readonly id: string;
  /** A sentence for lists and reports: "D+60, 14 March 2027: deploy one infantry battalion …". */
  readonly sentence: Words;
  /** Short name for bars and lists, such as "Infantry battalion → East Valley". */
  readonly label: Words;
  /** Start day resolved from the rule; for rules that wait on events, the earliest day they could give. */
  readonly startDay: number;
  /** Last day of the order. */
  readonly endDay: number;
  /** First start day that is feasible at all, and why not earlier. */
  readonly earliest: number;
  readonly earliestReason: Words;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanCheck {
  readonly planHash: string;
  readonly actions: readonly ActionCheck[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Name of an action in both languages. */
export function actionLabel(action: Action, world: PlanWorld): Words {
  return withRecord(action, (one, record) => record.label(one, world));
}

/** The sentence of an action, start first. */
export function actionSentence(action: Action, plan: Plan, world: PlanWorld): Words {
  const what = withRecord(action, (one, record) => record.describe(one, world));
  const when = startText(action, world, id => {
    const other = plan.actions.find(candidate => candidate.id === id);
    return other === undefined ? { en: id, fr: id } : actionLabel(other, world);
  });
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const [once, until] = [action.when, action.stop].map(condition => (condition === undefined ? undefined : conditionText(condition, world)));
  return {
    en: `${when.en}${once === undefined ? '' : `, once ${once.en}`}: ${lower(what.en)}${until === undefined ? '' : `; ends when ${until.en}`}.`,
    fr: `${when.fr}${once === undefined ? '' : `, dès que ${once.fr}`} : ${lower(what.fr)}${until === undefined ? '' : ` ; prend fin lorsque ${until.fr}`}.`,
  };
}

/** Checks a plan and writes its sentences. */
export function reviewPlan(plan: Plan, world: PlanWorld): PlanCheck {
  const diagnostics = checkPlan(plan, world);
  return {
    planHash: planHash(plan),
    diagnostics,
    actions: plan.actions.map((action, i) => {
      const at = `/actions/${i}`;
      const earliest = withRecord(action, (one, record) => record.earliest(one, world, plan));
      return {
        id: action.id, sentence: actionSentence(action, plan, world), label: actionLabel(action, world),
        startDay: earliestStart(action, plan, world), endDay: action.until === undefined ? world.days - 1 : dayOf(world, action.until) ?? world.days - 1,
        earliest: earliest.day, earliestReason: earliest.reason,
        diagnostics: diagnostics.filter(finding => finding.path === at || finding.path.startsWith(`${at}/`)),
      };
    }),
  };
}
