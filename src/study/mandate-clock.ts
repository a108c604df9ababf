/** The mandate clock in words, and as a distribution over futures. */
import { CONSTRAINTS, type Constraint } from '../engine/schedule.ts';
import { quantile } from './statistics.ts';
import { BAND_LEVELS } from './results.ts';

const WEEK = 7;

/** What each cause is called in a sentence on lost weeks. */
const CAUSES: Readonly<Record<Exclude<Constraint, 'none' | 'start'>, { readonly en: string; readonly fr: string }>> = {
  mandate: { en: 'the Council', fr: 'le Conseil' },
  consent: { en: 'the host’s consent', fr: 'le consentement de l’hôte' },
  'lead-time': { en: 'force generation and preparation', fr: 'la constitution des forces et la préparation' },
  lift: { en: 'lift', fr: 'le transport' },
  route: { en: 'routes', fr: 'les itinéraires' },
  supply: { en: 'supply', fr: 'le ravitaillement' },
  money: { en: 'money', fr: 'le financement' },
  partner: { en: 'partners and parties', fr: 'les partenaires et les parties' },
  security: { en: 'insecurity', fr: 'l’insécurité' },
};

/**
 * "Of 19 weeks lost, 8 were force generation and preparation and 5 the Council." The start days that the plan chose itself are
 * not lost.
 * @param days days by cause, indexed like CONSTRAINTS
 */
export function clockSentence(days: ArrayLike<number>): { readonly en: string; readonly fr: string } {
  const parts = CONSTRAINTS.map((cause, c) => ({ cause, days: days[c]! })).filter((part): part is { cause: keyof typeof CAUSES; days: number } => part.cause !== 'none' && part.cause !== 'start' && part.days > 0);
  const total = Math.round(parts.reduce((sum, part) => sum + part.days, 0) / WEEK);
  if (total === 0) return { en: 'No week was lost between the first signal and full effect.', fr: 'Aucune semaine n’a été perdue entre le premier signal et le plein effet.' };
  const top = parts.sort((a, b) => b.days - a.days).map(part => ({ cause: CAUSES[part.cause], weeks: Math.round(part.days / WEEK) })).filter(part => part.weeks > 0).slice(0, 2);
  const list = (language: 'en' | 'fr', and: string) => top.map((part, i) => `${part.weeks}${i === 0 ? (language === 'en' ? ' were' : ' tiennent à') : language === 'fr' ? ' à' : ''} ${part.cause[language]}`).join(and);
  const weeks = (en: boolean) => (total === 1 ? (en ? 'the one week' : 'la semaine perdue') : en ? `${total} weeks` : `${total} semaines perdues`);
  if (top.length === 0) return { en: `Of ${weeks(true)} lost, no cause took a whole one.`, fr: `Sur ${weeks(false)}, aucune cause n’en a pris une entière.` };
  return { en: `Of ${weeks(true)} lost, ${list('en', ' and ')}.`, fr: `Sur ${weeks(false)}, ${list('fr', ' et ')}.` };
}

/**
 * Quantiles (`BAND_LEVELS`) of the days lost to each cause: [cause · 5 + level].
 * @param clock days by run and cause: [run · causes + cause]
 */
export function clockBands(clock: Float64Array, runs: number): Float64Array {
  const bands = new Float64Array(CONSTRAINTS.length * BAND_LEVELS.length);
  for (let c = 0; c < CONSTRAINTS.length; c++) {
    const values = Float64Array.from({ length: runs }, (_, run) => clock[run * CONSTRAINTS.length + c]!).sort();
    BAND_LEVELS.forEach((level, i) => { bands[c * BAND_LEVELS.length + i] = quantile(values, level); });
  }
  return bands;
}
