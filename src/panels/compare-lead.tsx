/** The answer in words: how often the plan being edited is better, by how much, and on what it is worse. */
import type { ReactElement } from 'react';
import { drawbacks, MORE_IS_BETTER, type CompareReading } from '../session/compare-reading.ts';
import { OUTCOME_CLAUSES } from '../session/compare-words.ts';
import { outcomeNumber } from '../session/status.ts';
import { OUTCOME_WORDS } from '../session/words.ts';
import { verbalBand } from '../study/compare.ts';
import type { Language } from '../scenario/localize.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { shareText } from './format.ts';
import { useText, type TextKey, type TextValues } from './text.ts';
import { planVariable } from './timeline-text.ts';
import { useSelect } from './use-session.ts';
import type { Pair } from './use-pair.ts';

type Say = (key: TextKey, values?: TextValues) => string;

const COUNTED: ReadonlySet<OutcomeName> = new Set(['civiliansKilled', 'allDeaths', 'peakDisplaced', 'refugees', 'missionDeaths', 'regionDaysWithoutPresence', 'daysToFirstEffect', 'daysToFullEffect']);
/** Relative differences beyond this say nothing that the count does not. */
const TELLING = 10;

/** "8,000 fewer", "3 % more", "none". */
export function differenceText(outcome: OutcomeName, value: number, language: Language, t: Say): string {
  // people and days come whole
  const size = COUNTED.has(outcome) ? Math.round(Math.abs(value)) : Math.abs(value);
  const text = outcomeNumber(outcome, size, language);
  if (size === 0 || text === outcomeNumber(outcome, 0, language)) return t('compare.none');
  const isLess = value < 0;
  return COUNTED.has(outcome) ? t(isLess ? 'compare.fewer' : 'compare.moreCount', { value: text }) : t(isLess ? 'compare.lower' : 'compare.moreAmount', { value: text });
}

/** First sentence: always told from the side that comes out better. */
export function leadSentence(reading: CompareReading, a: string, b: string, language: Language, t: Say): string {
  if (reading.same) return t('compare.same', { a, b, runs: reading.runs });
  const isMineBetter = reading.share >= 0.5;
  const clause = OUTCOME_CLAUSES[reading.outcome][MORE_IS_BETTER.has(reading.outcome) ? 'more' : 'less'][language];
  return t('compare.lead', { n: Math.round(100 * (isMineBetter ? reading.share : 1 - reading.share)), clause, a: isMineBetter ? a : b, b: isMineBetter ? b : a });
}

/** Second sentence, from the same side: the words for it, with their band and the sampling error. */
export function verdictSentence(reading: CompareReading, a: string, b: string, language: Language, t: Say): string {
  const isMineBetter = reading.share >= 0.5;
  const { words, band, from, to } = verbalBand(isMineBetter ? reading.share : 1 - reading.share);
  const isEven = from < 0.5 && to > 0.5;
  return t(isEven ? 'compare.verdictEven' : 'compare.verdict', { name: isMineBetter ? a : b, words: words[language], band: band[language], error: Math.max(1, Math.ceil(reading.error)) });
}

export function CompareLead({ pair }: { readonly pair: Pair }): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const { a, b, reading } = pair;
  if (reading === undefined || a.result === undefined || b.result === undefined) return <section className="compare-lead"><p className="muted" role="status">{t('compare.waiting')}</p></section>;
  const worse = drawbacks(a.result, b.result, reading.outcome).slice(0, 3).map(({ outcome, hundred, relative }) => {
    const name = OUTCOME_WORDS[outcome][language];
    if (!Number.isFinite(relative) || Math.abs(relative) > TELLING || Math.round(relative * 100) === 0) return t('compare.worseItem', { outcome: name, hundred });
    return t('compare.worseItemChange', { outcome: name, hundred, change: `${relative > 0 ? '+' : '−'}${shareText(Math.abs(relative), language)}` });
  });
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(worse);
  return (
    <section className="compare-lead" aria-label={t('compare.title')} aria-live="polite">
      <h2>{leadSentence(reading, a.name, b.name, language, t)}</h2>
      {!reading.same && <p className="compare-verdict">{verdictSentence(reading, a.name, b.name, language, t)}</p>}
      {!reading.same && <p>{t('compare.typical', { a: a.name, b: b.name, median: differenceText(reading.outcome, reading.median, language, t), low: differenceText(reading.outcome, reading.p5, language, t), high: differenceText(reading.outcome, reading.p95, language, t) })}</p>}
      <p>{worse.length > 0 ? t('compare.worse', { a: a.name, list }) : t('compare.notWorse', { a: a.name, b: b.name })}</p>
      <p className="compare-key" aria-hidden="true">
        {[a, b].map(side => <span key={side.plan.id}><i style={{ background: planVariable(side.plan.letter) }} />{side.name}</span>)}
      </p>
    </section>
  );
}
