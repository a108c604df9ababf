/** Every outcome of every plan: median and the range in nine of ten futures; how often the plan being edited is better. */
import { useMemo, type ReactElement } from 'react';
import { compareReading, OUTCOME_NAMES } from '../session/compare-reading.ts';
import { outcomeNumber } from '../session/status.ts';
import { OUTCOME_WORDS } from '../session/words.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { verbalBand } from '../study/compare.ts';
import { summaryOf } from '../study/statistics.ts';
import type { PlanResult } from '../study/results.ts';
import { axisText } from './format.ts';
import { differenceText } from './compare-lead.tsx';
import { useLocal, useText } from './text.ts';
import { planVariable } from './timeline-text.ts';
import { planName, type Pair } from './use-pair.ts';
import { useSelect, useSession } from './use-session.ts';

export function CompareTable({ pair }: { readonly pair: Pair }): ReactElement {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const language = useSelect(state => state.language);
  const plans = useSelect(state => state.document.plans);
  const results = useSelect(state => state.results);
  const chosen = useSelect(state => state.compare.outcome);
  const { a, b, reading } = pair;
  const rows = useMemo(() => OUTCOME_NAMES.map(outcome => ({ outcome, reading: a.result === undefined || b.result === undefined ? undefined : compareReading(outcome, a.result, b.result) })), [a.result, b.result]);
  return (
    <section className="compare-panel compare-table" aria-label={t('compare.table')}>
      <header><h3><span className="panel-number">6</span>{t('compare.table')}</h3><span className="muted">{t('compare.tableHint')}</span></header>
      <div className="compare-table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('compare.tableOutcome')}</th>
              {plans.map(plan => <th key={plan.id} scope="col" className="end" style={{ color: planVariable(plan.letter) }}>{plan.letter !== undefined && plan.letter !== '' && <b>{plan.letter} </b>}<span className="clip">{local(plan.title)}</span></th>)}
              <th scope="col" className="end">{t('compare.tableBetter', { a: a.name, b: b.name })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ outcome, reading: row }) => (
              <tr key={outcome} data-chosen={outcome === chosen || undefined}>
                <th scope="row"><button type="button" className="compare-outcome" aria-pressed={outcome === chosen} onClick={() => { session.setCompare({ outcome }); }}>{OUTCOME_WORDS[outcome][language]}</button></th>
                {plans.map(plan => <td key={plan.id} className="end"><Cell outcome={outcome} result={results[plan.id]} /></td>)}
                <td className="end no-wrap">{row === undefined ? '…' : row.same ? <span className="muted">{t('compare.tableSame')}</span> : <><Share value={row.share} letter={a.plan.letter} /><span className="compare-words">{t('compare.tableCell', { hundred: Math.round(row.share * 100), words: verbalBand(row.share).words[language] })}</span></>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reading !== undefined && !reading.same && <p className="muted compare-small">{t('compare.small', { mean: differenceText(reading.outcome, reading.mean, language, t), low: differenceText(reading.outcome, reading.ci95[0], language, t), high: differenceText(reading.outcome, reading.ci95[1], language, t), runs: reading.runs })}</p>}
      <p className="muted compare-small">{plans.map(plan => `${planName(plan, local)}: ${results[plan.id]?.runs ?? 0}`).join(' · ')}</p>
    </section>
  );
}

function Cell({ outcome, result }: { readonly outcome: OutcomeName; readonly result: PlanResult | undefined }): ReactElement {
  const language = useSelect(state => state.language);
  const summary = useMemo(() => (result === undefined ? undefined : summaryOf(result.outcomes[outcome])), [result, outcome]);
  if (summary === undefined) return <span className="muted">…</span>;
  // millions are shortened, so that columns of five plans stand beside each other
  const number = (value: number): string => (outcome !== 'cost' && Math.abs(value) >= 1e6 ? axisText(value, language) : outcomeNumber(outcome, value, language));
  // a yes or no a future has no median worth reading: its share is the number
  if (outcome === 'massAtrocity') return <b>{number(summary.mean)}</b>;
  return <><b>{number(summary.median)}</b> <span className="muted">{number(summary.p5)} – {number(summary.p95)}</span></>;
}

/** A short bar of a share, with a tick at one half. */
function Share({ value, letter }: { readonly value: number; readonly letter: string | undefined }): ReactElement {
  return <svg className="compare-share" width={42} height={8} aria-hidden="true"><rect className="whole" width={42} height={8} /><rect width={42 * value} height={8} fill={planVariable(letter)} /><path d="M21 0V8" /></svg>;
}
