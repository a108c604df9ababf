/** Two plans on one outcome in plain words: futures first, then the percentage, then the verbal scale with its band. */
import { monteCarloError, verbalBand } from '../study/compare.ts';
import type { StudyComparison } from '../study/study.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';

const COUNTED: readonly string[] = ['people', 'person-days', 'region-days'];

/** "8,000 fewer", "2.1 M lower", "no difference". */
export function differenceText(value: number, unit: string): string {
  if (value === 0) return 'no difference';
  const [more, less] = COUNTED.includes(unit) ? ['more', 'fewer'] : ['higher', 'lower'];
  return `${amountText(Math.abs(value), unit)} ${value > 0 ? more : less}`;
}

/** "between 3,000 more and 19,000 fewer"; "none" where there is no difference at all. */
export function rangeText(from: number, to: number, unit: string): string {
  if (from === to) return from === 0 ? 'none' : `always ${differenceText(from, unit)}`;
  return `between ${differenceText(from, unit)} and ${differenceText(to, unit)}`;
}

/** "72 (±4) of 100 futures"; the Monte Carlo error is said where it could change the words. */
export function futuresText(share: number, runs: number): string {
  const error = monteCarloError(share, runs) / 100;
  const doubtful = verbalBand(Math.max(0, share - error)) !== verbalBand(Math.min(1, share + error));
  const round = (value: number): string => (value > 0 && value < 0.01 ? 'fewer than 1' : value < 1 && value > 0.99 ? 'more than 99' : String(Math.round(value * 100)));
  return `${round(share)}${doubtful ? ` (±${Math.max(1, Math.round(error * 100))})` : ''} of 100 futures`;
}

/** What is not known yet, or an empty text. */
export function openText({ verdict, moreRuns }: Pick<StudyComparison, 'verdict' | 'moreRuns'>): string {
  if (verdict !== 'open') return '';
  return `Cannot tell these plans apart yet, ${moreRuns === null ? 'more than a million more runs' : `about ${amountText(moreRuns, 'runs')} more runs`}.`;
}

/** One or two sentences on a comparison, from B's side. */
export function comparisonText(c: StudyComparison): string {
  const { a, b, outcome, unit, difference } = c;
  const runs = c.aBetter + c.bBetter + c.ties;
  const head = `${b} against ${a}, ${OUTCOME_WORDS[outcome]}:`;
  if (c.ties === runs) return `${head} no difference in any of ${runs} futures.`;
  const { value } = c.share;
  const { words, band } = verbalBand(value);
  const label = c.verdict === 'same' ? 'no difference between the plans beyond an even chance (45–55 %)' : value === 0.5 ? `an even chance (${band.en})` : `${words.en} (${band.en})`;
  const typical = difference.median === 0 ? 'Typically no difference' : `Typical difference ${differenceText(difference.median, unit)}`;
  const small = c.verdict !== 'same' && c.material === 'no' ? ', too small to matter here' : '';
  return [`${head} ${b} is better in ${futuresText(value, runs)}, ${Math.round(value * 100)} %: ${label}.`, `${typical}${small}; in 9 of 10 futures ${rangeText(difference.p5, difference.p95, unit)}.`, openText(c)].filter(Boolean).join(' ');
}

/** How well the runs pin down the average, in small print. */
export function meanText({ difference: { mean, ci95 }, unit, outcome }: StudyComparison, runs: number): string {
  return `mean difference in ${OUTCOME_WORDS[outcome]} ${differenceText(mean, unit)}, 95 % bootstrap interval ${rangeText(ci95[0], ci95[1], unit)}: how well ${runs} runs pin down the average`;
}
