/**
 * Rules that a plan is checked against before it runs, by code: what each is about and how grave it is. Kinds of action
 * add rules of their own in their `check`; those that reckon lift, roads, money and time ahead are marked `feasibility`.
 */
import type { Severity } from '../scenario/diagnostics.ts';

export interface PlanRule {
  readonly about: 'form' | 'sense' | 'feasibility';
  readonly severity: Severity;
  readonly says: string;
}

const rule = (about: PlanRule['about'], severity: Severity, says: string): PlanRule => ({ about, severity, says });

export const PLAN_RULES = {
  // references, dates and starts
  'id-twice': rule('form', 'error', 'two actions of one id'), 'unknown-action': rule('form', 'error', 'a start that waits for a missing action'), 'no-decision': rule('form', 'error', 'a start that waits for a decision on what is no request'),
  'circular-start': rule('form', 'error', 'a start that waits for itself'), 'no-date': rule('form', 'error', 'no day of the calendar'), 'before-start': rule('form', 'error', 'a start before D0'), 'ends-before-start': rule('form', 'error', 'an end before the start'),
  'unknown-region': rule('form', 'error', 'an unknown region'), 'unknown-party': rule('form', 'error', 'an unknown party'), 'unknown-route': rule('form', 'error', 'an unknown route'), 'unknown-contributor': rule('form', 'error', 'an unknown contributor'),
  'unknown-unit-type': rule('form', 'error', 'an unknown type of unit'), 'unknown-place-of-origin': rule('form', 'error', 'an unknown origin'), 'other-scenario': rule('form', 'warning', 'a plan of another scenario'),
  'after-end': rule('sense', 'warning', 'a start after the end'), 'too-early': rule('sense', 'warning', 'a start before it can take effect'), 'waits-for-nothing': rule('feasibility', 'warning', 'a start that waits for a placebo'),
  'waits-past-end': rule('feasibility', 'warning', 'a start that waits beyond the end'), 'rare-alert': rule('feasibility', 'advice', 'a start that waits for a level seldom reached'), 'orders-nothing': rule('feasibility', 'advice', 'an amount of 0'),
  // forces
  'no-pledge': rule('sense', 'error', 'a unit nobody pledged there'), 'pledge-exceeded': rule('sense', 'error', 'more units than pledged'), 'mixed-readiness': rule('sense', 'advice', 'pledges of several levels in one order'),
  'no-mandate-yet': rule('sense', 'advice', 'units without a mission'), 'over-ceiling': rule('sense', 'warning', 'more people than any ceiling holds'), 'nothing-to-redeploy': rule('sense', 'error', 'units that are not there'),
  'redeployed-before-arrival': rule('sense', 'warning', 'units that come later'), 'goes-nowhere': rule('sense', 'warning', 'a move to where it starts'), 'shaky-pledge': rule('feasibility', 'advice', 'a pledge seldom honoured'),
  'leaves-nobody': rule('feasibility', 'advice', 'a move that empties a region'), 'observers-alone': rule('feasibility', 'advice', 'unarmed people alone in danger'), 'far-from-surgeon': rule('feasibility', 'advice', 'no surgeon within two hours'),
  // time
  'never-in-time': rule('feasibility', 'warning', 'an order over before a quick arrival'), 'hardly-in-time': rule('feasibility', 'warning', 'an order over before the expected arrival'), 'decided-too-late': rule('feasibility', 'warning', 'a decision after the end'),
  'monitors-too-short': rule('feasibility', 'warning', 'monitors gone before they are placed'), 'talks-cut-short': rule('feasibility', 'warning', 'fewer days than the rounds take'), 'aid-too-short': rule('feasibility', 'warning', 'aid over before dispatch'),
  'base-too-short': rule('feasibility', 'warning', 'a base over before it stands'), 'works-too-short': rule('feasibility', 'warning', 'works over before they are done'), 'base-after-units': rule('feasibility', 'advice', 'a base after its units'),
  // lift
  'no-sea-lift': rule('feasibility', 'warning', 'no ships'), 'no-seats': rule('feasibility', 'warning', 'no seats by air'), 'sea-queue': rule('feasibility', 'warning', 'a long queue for ships'), 'port-queue': rule('feasibility', 'warning', 'a long queue at the port'),
  'seat-queue': rule('feasibility', 'warning', 'a long queue for seats'), 'port-in-rains': rule('feasibility', 'advice', 'a port that works little in the rains'), 'airlift-short': rule('feasibility', 'warning', 'more rotations than helicopters'),
  // ways
  'no-route': rule('sense', 'warning', 'a region no route reaches'), 'closed-on-arrival': rule('feasibility', 'warning', 'no road open on arrival'), 'narrow-way': rule('feasibility', 'warning', 'a way too narrow for the equipment'),
  'escorted-way': rule('feasibility', 'advice', 'convoys under escort'), 'no-airfield': rule('feasibility', 'warning', 'aeroplanes without an airfield'), 'no-river': rule('feasibility', 'warning', 'boats without a river'),
  'no-way-between': rule('feasibility', 'warning', 'a move without a way'), 'move-in-rains': rule('feasibility', 'warning', 'a move over cut roads'), 'no-works-there': rule('sense', 'error', 'works at sea or in the air'), 'too-many-works': rule('sense', 'warning', 'more works than find room'),
  'works-in-rains': rule('feasibility', 'warning', 'works in the rains'), 'works-not-needed': rule('feasibility', 'advice', 'works on a good road'), 'works-for-nobody': rule('feasibility', 'advice', 'works on a road nobody uses'),
  // supply and aid
  'aid-over-way': rule('feasibility', 'warning', 'more aid than the way carries'), 'aid-over-people': rule('feasibility', 'advice', 'aid for more people than live there'), 'stock-left-over': rule('feasibility', 'advice', 'stock that is never sent'),
  'store-runs-dry': rule('feasibility', 'warning', 'a store empty before more comes'), 'aid-in-rains': rule('feasibility', 'advice', 'aid over closed roads'), 'crowded-way': rule('feasibility', 'warning', 'supply and aid on one narrow link'),
  'aid-over-port': rule('feasibility', 'warning', 'more aid than the port clears'), 'empty-base': rule('sense', 'advice', 'a base for nobody'), 'base-too-small': rule('feasibility', 'advice', 'a base too small'),
  // politics
  'asks-for-nothing': rule('sense', 'warning', 'a request for what there is'), 'decisions-of-the-record': rule('sense', 'advice', 'a request beside fixed decisions'), 'veto-in-sight': rule('feasibility', 'warning', 'a veto to be expected'),
  'talks-with-host': rule('sense', 'error', 'talks of the host with itself'), 'talks-twice': rule('sense', 'advice', 'two talks with one party'), 'measure-twice': rule('sense', 'warning', 'a measure listed twice'), 'measures-twice': rule('sense', 'advice', 'the same measures asked for twice'),
  'listing-the-host': rule('feasibility', 'advice', 'sanctions that cost consent'), 'many-monitors': rule('sense', 'warning', 'more monitors than missions field'), 'monitors-unwelcome': rule('feasibility', 'warning', 'monitors not let in'), 'host-bars-entry': rule('feasibility', 'warning', 'units not let in'),
  // money
  'never-funded': rule('feasibility', 'warning', 'a unit that is never funded'), 'base-over-money': rule('feasibility', 'warning', 'a base that is never funded'), 'aid-over-money': rule('feasibility', 'warning', 'aid that is never funded'), 'budget-short': rule('feasibility', 'warning', 'running costs over the budget'),
} as const satisfies Readonly<Record<string, PlanRule>>;
export type PlanRuleCode = keyof typeof PLAN_RULES;

/** Whether a finding reckons ahead (lift, roads, money, time) instead of judging the plan's own sense. */
export function isFeasibility(code: string): boolean {
  const name = code.replace(/^plan\//, '');
  return Object.hasOwn(PLAN_RULES, name) && PLAN_RULES[name as PlanRuleCode].about === 'feasibility';
}
