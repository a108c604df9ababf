/** Host consent and local acceptance on the day shown, each with what moved it since D0: signed bars that sum to the change. */
import type { ReactElement } from 'react';
import { ACCEPTANCE_CAUSES, CONSENT_CAUSES } from '../engine/columns-peace.ts';
import type { FutureTrace } from '../study/results.ts';
import { shareText } from './format.ts';
import { SignedBar, signedText } from './signed-bar.tsx';
import { useText, type TextKey } from './text.ts';
import { useSelect } from './use-session.ts';

/** Causes smaller than this are summed as the rest. */
const SMALL = 0.005;
/** Least change that fills half a bar. */
const REACH = 0.1;

/** Causes of a day by size, and the rest of them. */
export function causesOn(series: Float32Array, names: readonly string[], day: number): { readonly large: readonly { readonly name: string; readonly value: number }[]; readonly rest: number; readonly sum: number } {
  const all = names.map((name, c) => ({ name, value: series[day * names.length + c] ?? 0 }));
  const large = all.filter(({ value }) => Math.abs(value) >= SMALL).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const sum = all.reduce((total, { value }) => total + value, 0);
  return { large, rest: sum - large.reduce((total, { value }) => total + value, 0), sum };
}

export function ConsentCauses({ trace }: { readonly trace: FutureTrace }): ReactElement {
  const t = useText();
  const day = useSelect(state => state.day);
  const { consent, acceptance } = useSelect(state => state.model)!.scenario.politics;
  const { causes } = trace.standing;
  return (
    <section className="section" aria-label={t('boards.causes')}>
      <CauseTable title={t('council.consent')} start={consent} now={trace.country.consent[day] ?? 0} series={causes.consent} names={CONSENT_CAUSES} prefix="boards.consent" />
      <CauseTable title={t('council.acceptance')} start={acceptance} now={trace.country.acceptance[day] ?? 0} series={causes.acceptance} names={ACCEPTANCE_CAUSES} prefix="boards.acceptance" />
    </section>
  );
}

interface CauseProps { readonly title: string; readonly start: number; readonly now: number; readonly series: Float32Array; readonly names: readonly string[]; readonly prefix: 'boards.consent' | 'boards.acceptance' }

function CauseTable({ title, start, now, series, names, prefix }: CauseProps): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const day = useSelect(state => state.day);
  const { large, rest, sum } = causesOn(series, names, day);
  const reach = Math.max(REACH, ...large.map(({ value }) => Math.abs(value)));
  const points = (value: number): string => t('boards.points', { points: signedText(value * 100, language, 1) });
  return (
    <>
      <div className="row"><h3 className="strong">{title}</h3><span className="grow" /><b className="no-wrap">{shareText(now, language)}</b></div>
      <span className="gauge" role="img" aria-label={t('boards.gauge', { name: title, now: shareText(now, language), start: shareText(start, language) })}>
        <span className="gauge-fill" style={{ width: `${Math.min(1, Math.max(0, now)) * 100}%` }} /><span className="gauge-mark" style={{ left: `${start * 100}%` }} />
      </span>
      {large.length === 0 ? <p className="muted">{t('boards.causes.none', { start: shareText(start, language) })}</p> : (
        <table className="board-table" aria-label={t('boards.causes.of', { name: title })}>
          <thead className="unseen"><tr><th scope="col">{t('boards.causes.cause')}</th><th scope="col">{t('boards.causes.bar')}</th><th scope="col">{t('boards.causes.points')}</th></tr></thead>
          <tbody>
            {large.map(({ name, value }) => <tr key={name}><th scope="row">{t(`${prefix}.${name}` as TextKey)}</th><td className="bar-room"><SignedBar value={value} reach={reach} /></td><td className="end no-wrap">{points(value)}</td></tr>)}
            {Math.abs(rest) >= 0.0005 && <tr><th scope="row" className="muted">{t('boards.causes.rest')}</th><td className="bar-room"><SignedBar value={rest} reach={reach} /></td><td className="end no-wrap">{points(rest)}</td></tr>}
            <tr className="sum"><th scope="row">{t('boards.causes.sum', { start: shareText(start, language) })}</th><td /><td className="end no-wrap strong">{points(sum)}</td></tr>
          </tbody>
        </table>
      )}
    </>
  );
}
