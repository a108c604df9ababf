/** The status sentence: the last change, what it did to the outcome the scenario aims at, and what limits the action now. English and French. */
import { CONSTRAINTS, type Constraint } from '../engine/schedule.ts';
import type { Language } from '../scenario/localize.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { ActionResult, PlanResult } from '../study/results.ts';
import { LIMIT_WORDS, OUTCOME_WORDS, SHARE_OUTCOMES } from './words.ts';

export interface Sentence {
  readonly en: string;
  readonly fr: string;
}

/** Step labels are orders ("Move …"); a sentence tells what was done ("Moved …"). French keeps the noun-like infinitive. */
const DONE: readonly (readonly [RegExp, string])[] = [[/^Move /, 'Moved '], [/^Add /, 'Added '], [/^Change /, 'Changed '], [/^Remove /, 'Removed '], [/^Duplicate /, 'Duplicated '], [/^Keep /, 'Kept '], [/^Rename /, 'Renamed '], [/^Import /, 'Imported ']];

/** The label of a step as something done. */
export const asDone = (label: Sentence): Sentence => ({ en: DONE.reduce((text, [order, done]) => text.replace(order, done), label.en), fr: label.fr });
/** The label of a step that was undone. */
export const takenBack = (label: Sentence): Sentence => ({ en: `Undid “${label.en}”`, fr: `Annulation de « ${label.fr} »` });
/** The label of a step that was done again. */
export const broughtBack = (label: Sentence): Sentence => ({ en: `Did again “${label.en}”`, fr: `Rétablissement de « ${label.fr} »` });

/** Said while the futures of another seed are computed. */
export const seedTaken = (seed: string): Sentence => ({ en: `Seed ${seed}: other futures, the same for all plans.`, fr: `Germe ${seed} : d’autres futurs, les mêmes pour tous les plans.` });

/** A limit and the longest stretch of days on which it was the commonest one. */
export interface LimitStretch {
  readonly constraint: Constraint;
  readonly from: number;
  readonly to: number;
}

const UNDER_WAY = 255; // from here on the action is not under way
const SIGNIFICANT = 2;

/** Quantile p (0–1) of values, with straight lines between order statistics (Hyndman & Fan 1996, type 7). NaN of none. */
export function quantileOf(values: Float64Array, p: number): number {
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const a = sorted[low] ?? Number.NaN;
  const b = sorted[Math.min(sorted.length - 1, low + 1)] ?? a;
  return a + (b - a) * (at - low);
}

/** The limit that held an action for most days, and its longest unbroken stretch; undefined when nothing did. */
export function mainLimit(action: ActionResult): LimitStretch | undefined {
  const counts = new Float64Array(CONSTRAINTS.length);
  const start = CONSTRAINTS.indexOf('start');
  for (const limit of action.limits) if (limit > 0 && limit < UNDER_WAY && limit !== start && limit < counts.length) counts[limit]! += 1;
  const most = counts.reduce((best, days, i) => (days > counts[best]! ? i : best), 0);
  if (counts[most] === 0) return undefined;
  let best = { from: 0, to: -1 };
  let from = -1;
  for (let day = 0; day <= action.limits.length; day++) {
    if (action.limits[day] === most) { if (from < 0) from = day; continue; }
    if (from >= 0 && day - 1 - from > best.to - best.from) best = { from, to: day - 1 };
    from = -1;
  }
  return { constraint: CONSTRAINTS[most]!, ...best };
}

/** A limit with its days: "route, D+61–D+84". */
export function limitText(limit: LimitStretch, language: Language): string {
  const letter = language === 'fr' ? 'J' : 'D';
  const span = limit.from === limit.to ? `${letter}+${limit.from}` : `${letter}+${limit.from}–${letter}+${limit.to}`;
  return `${LIMIT_WORDS[limit.constraint][language]}, ${span}`;
}

/** An outcome's number with two significant digits; shares in per cent, money in millions. */
export function outcomeNumber(outcome: OutcomeName, value: number, language: Language): string {
  const format = new Intl.NumberFormat(language, { maximumSignificantDigits: SIGNIFICANT });
  if (SHARE_OUTCOMES.has(outcome)) return `${new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value * 100)} %`;
  if (outcome === 'cost') return language === 'fr' ? `${format.format(value / 1e6)} M$` : `$${format.format(value / 1e6)} m`;
  return format.format(value);
}

/** Outcome that a scenario aims at first. */
export const leadOutcome = (model: ScenarioModel): OutcomeName => model.scenario.targets[0]!.outcome;

function effect(outcome: OutcomeName, before: PlanResult | undefined, after: PlanResult, language: Language): string {
  const number = (value: number): string => outcomeNumber(outcome, value, language);
  const at = (result: PlanResult, p: number): string => number(quantileOf(result.outcomes[outcome], p));
  if (outcome === 'massAtrocity') { // a share of futures has no range over futures
    const share = (result: PlanResult): string => number(result.outcomes[outcome].reduce((sum, value) => sum + value, 0) / result.runs);
    return before === undefined || share(before) === share(after) ? share(after) : `${share(before)} → ${share(after)}`;
  }
  const range = language === 'fr' ? `${at(after, 0.05)} à ${at(after, 0.95)} dans 9 futurs sur 10` : `${at(after, 0.05)}–${at(after, 0.95)} in 9 of 10 futures`;
  const [old, now] = [before === undefined ? undefined : at(before, 0.5), at(after, 0.5)];
  const median = language === 'fr' ? 'médiane' : 'median';
  if (old === undefined) return `${median} ${now} (${range})`;
  if (old === now) return language === 'fr' ? `${median} inchangée, ${now} (${range})` : `${median} unchanged at ${now} (${range})`;
  return `${median} ${old} → ${now} (${range})`;
}

/**
 * The sentence after a plan has settled.
 * @param change label of the last edit, such as "Moved Bn 1 East 30 days earlier"; undefined when the plan was only opened
 * @param action id of the action the edit was about, whose limit is named
 */
export function statusSentence(model: ScenarioModel, letter: string, change: Sentence | undefined, action: string | null, before: PlanResult | undefined, after: PlanResult): Sentence {
  const outcome = leadOutcome(model);
  const result = action === null ? undefined : after.actions.find(item => item.id === action);
  const limit = result === undefined ? undefined : mainLimit(result);
  const sentence = (language: Language): string => {
    const head = (change === undefined ? `Plan ${letter}`.trim() : asDone(change)[language]);
    const colon = language === 'fr' ? ' : ' : ': ';
    const tail = limit === undefined ? '' : language === 'fr' ? ` Limite actuelle : ${limitText(limit, language)}.` : ` Limit now: ${limitText(limit, language)}.`;
    return `${head}${colon}${OUTCOME_WORDS[outcome][language]}, ${effect(outcome, change === undefined ? undefined : before, after, language)}.${tail}`;
  };
  return { en: sentence('en'), fr: sentence('fr') };
}
