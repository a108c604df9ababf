/** Conditions of actions: a comparison of a column or indicator, or a formula; checked, compiled, and put into words. */
import type { ConditionRow } from '../engine/trigger-table.ts';
import { didYouMean } from '../scenario/diagnostics.ts';
import { compileFormula, type FormulaFinding, type FormulaProgram } from '../scenario/formula.ts';
import { FORMULA_COLUMNS } from '../scenario/formula-units.ts';
import type { Action, Condition } from './schema.ts';
import { type ReportAction, type Words, wantsKnown } from './action.ts';
import type { PlanWorld } from './world.ts';

const SIGN = { above: '>', below: '<' } as const;

/** The formula a condition stands for; undefined when it names no column or indicator. */
function formulaOf(condition: Condition, world: Pick<PlanWorld, 'scenario'>): string | undefined {
  if ('formula' in condition) return condition.formula;
  const { indicator, is, value } = condition;
  const left = (FORMULA_COLUMNS as readonly string[]).includes(indicator) ? indicator : world.scenario.indicators.find(item => item.id === indicator)?.formula;
  return left === undefined ? undefined : `(${left}) ${SIGN[is]} ${value}`;
}

/** Compiles a condition's formula. */
function programOf(condition: Condition, world: Pick<PlanWorld, 'scenario'>): { value?: FormulaProgram; diagnostics: FormulaFinding[] } {
  const formula = formulaOf(condition, world);
  return formula === undefined ? { diagnostics: [] } : compileFormula(formula, 'condition');
}

/** Findings on the conditions of an action. */
export function checkConditions(action: Action, world: PlanWorld, report: ReportAction): void {
  for (const field of ['when', 'stop'] as const) {
    const condition = action[field];
    if (condition === undefined) continue;
    const at = `/${field}`;
    if (!('formula' in condition) && formulaOf(condition, world) === undefined) {
      const known = [...FORMULA_COLUMNS, ...world.scenario.indicators.map(item => item.id)];
      report('error', 'unknown-indicator', `${at}/indicator`, `"${condition.indicator}" is neither a column nor an indicator of the scenario.`, didYouMean(condition.indicator, known) ?? `Known: ${known.join(', ')}.`);
    }
    for (const finding of programOf(condition, world).diagnostics) report('error', 'bad-formula', `${at}/${'formula' in condition ? 'formula' : 'indicator'}`, finding.message, finding.suggestion);
    if (condition.region !== undefined) wantsKnown(report, `${at}/region`, 'region', condition.region, world.scenario.regions);
    if (condition.reviews !== undefined && condition.reviews.first >= world.days) report('warning', 'review-after-end', `${at}/reviews/first`, `The first review falls on day ${condition.reviews.first}; the scenario ends after day ${world.days - 1}, so it is never held.`);
  }
}

/**
 * A condition as the engine reads it; undefined for none.
 * @throws when the formula does not compile (checks come first, so that is a programming error)
 */
export function conditionRow(condition: Condition | undefined, world: PlanWorld): ConditionRow | undefined {
  if (condition === undefined) return undefined;
  const program = programOf(condition, world).value;
  if (program === undefined) throw new Error('a condition that does not compile reached the schedule');
  const { region, days, reviews } = condition;
  return { program, region: region === undefined ? -1 : world.regionAt(region), days, first: reviews?.first ?? -1, every: reviews?.every ?? 0 };
}

/** Names of the columns for sentences. */
const COLUMN_WORDS: Readonly<Record<(typeof FORMULA_COLUMNS)[number], Words>> = {
  tension: { en: 'tension', fr: 'la tension' }, displaced: { en: 'the number of displaced people', fr: 'le nombre de personnes déplacées' },
  incidents: { en: 'incidents reported a day', fr: 'le nombre d’incidents signalés par jour' }, deaths: { en: 'deaths reported a day', fr: 'le nombre de morts signalés par jour' },
  reach: { en: 'the share of need reached', fr: 'la part des besoins couverts' }, risk: { en: 'the risk estimate', fr: 'le risque estimé' },
  attention: { en: 'attention of the Council', fr: 'l’attention du Conseil' }, consent: { en: 'consent of the host', fr: 'le consentement de l’hôte' },
  will: { en: 'political will', fr: 'la volonté politique' }, day: { en: 'the day', fr: 'le jour' }, acceptance: { en: 'local acceptance', fr: 'l’acceptation locale' },
  alert: { en: 'the alert level', fr: 'le niveau d’alerte' }, ceasefire: { en: 'the hold of ceasefires', fr: 'la tenue des cessez-le-feu' }, troops: { en: 'the number of operational troops', fr: 'l’effectif militaire opérationnel' },
  need: { en: 'the number of people in need', fr: 'le nombre de personnes dans le besoin' }, supply: { en: 'days of supply', fr: 'l’autonomie en jours' },
  missionDeaths: { en: 'deaths in the mission by hostile acts', fr: 'le nombre de morts de la mission par actes hostiles' }, ceiling: { en: 'the ceiling of troops', fr: 'le plafond militaire' },
};

/** "attention of the Council is above 0.5 for 7 days" and the like. */
export function conditionText(condition: Condition, world: PlanWorld): Words {
  const place = condition.region === undefined ? undefined : world.name(condition.region);
  const [inEn, inFr] = place === undefined ? ['', ''] : [` in ${place.en}`, ` (${place.fr ?? place.en})`];
  const { days, reviews } = condition;
  const [forEn, forFr] = days > 1 ? [` for ${days} days`, ` pendant ${days} jours`] : ['', ''];
  const each = reviews === undefined ? ['', ''] : reviews.every > 0 ? [`, reviewed from day ${reviews.first} every ${reviews.every} days`, `, examen à partir du jour ${reviews.first} tous les ${reviews.every} jours`] : [`, at the review of day ${reviews.first}`, `, à l’examen du jour ${reviews.first}`];
  if ('formula' in condition) return { en: `“${condition.formula}”${inEn} holds${forEn}${each[0]}`, fr: `« ${condition.formula} »${inFr} est vérifié${forFr}${each[1]}` };
  const words = COLUMN_WORDS[condition.indicator as keyof typeof COLUMN_WORDS] ?? world.scenario.indicators.find(item => item.id === condition.indicator)?.name ?? { en: condition.indicator, fr: condition.indicator };
  const value = String(condition.value);
  return {
    en: `${words.en}${inEn} is ${condition.is} ${value}${forEn}${each[0]}`,
    fr: `${words.fr ?? words.en}${inFr} est ${condition.is === 'above' ? 'supérieur à' : 'inférieur à'} ${value.replace('.', ',')}${forFr}${each[1]}`,
  };
}
