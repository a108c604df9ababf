/** From warning to response in the future shown: first signal, report, alert, the Council told, act, decision, effect; and what followed in full. */
import { useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { FutureTrace } from '../study/results.ts';
import { Icon } from './icons.tsx';
import { useText } from './text.ts';
import { useDays } from './use-now.ts';
import { useSelect } from './use-session.ts';

/** Longest list of what happened since the first alert. */
const LOG_ENTRIES = 40;
export const ALERT_NAMES = ['none', 'watch', 'elevated', 'high'] as const;
export const alertName = (level: number): (typeof ALERT_NAMES)[number] => ALERT_NAMES[Math.min(3, Math.max(0, Math.round(level)))]!;

/** Steps of the chain with their days; −1 where a future never comes to it. */
export function responseSteps(trace: FutureTrace): readonly { readonly name: 'signal' | 'report' | 'alert' | 'told' | 'act' | 'decided' | 'effect'; readonly day: number }[] {
  const { reports, firsts } = trace.standing;
  let first = -1; // report that was the first to reach the desk
  for (let n = 0; n < reports.count; n++) if (first < 0 || reports.received[n]! < reports.received[first]!) first = n;
  const since = Math.max(0, firsts.alert);
  const after = (what: FutureTrace['log'][number]['what']): number => {
    const days = firsts.alert < 0 ? [] : trace.log.filter(entry => entry.what === what && entry.day >= since).map(entry => entry.day);
    return days.length === 0 ? -1 : Math.min(...days);
  };
  return [
    { name: 'signal', day: first < 0 ? -1 : Math.min(reports.seen[first]!, firsts.signal) }, { name: 'report', day: firsts.signal }, { name: 'alert', day: firsts.alert }, { name: 'told', day: firsts.told },
    { name: 'act', day: after('begun') }, { name: 'decided', day: firsts.decision }, { name: 'effect', day: after('firstEffect') },
  ];
}

export function WarningLog({ trace }: { readonly trace: FutureTrace }): ReactElement {
  const t = useText();
  const { day: dayName, date } = useDays();
  const language = useSelect(state => state.language);
  const shownDay = useSelect(state => state.day);
  const plan = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan));
  const checks = useSelect(state => state.checks[state.document.activePlan]);
  const [open, setOpen] = useState(false);
  const entries = trace.log.toSorted((a, b) => a.day - b.day);
  const steps = responseSteps(trace);
  const { alert } = trace.standing.firsts;
  const nameOf = (row: number): string => {
    const id = plan?.actions[row]?.id;
    return checks?.actions.find(check => check.id === id)?.label[language] ?? id ?? '';
  };
  return (
    <section className="section" aria-label={t('inspector.log')}>
      <h3 className="strong">{t('inspector.log')}</h3>
      <ol className="response-steps" aria-label={t('inspector.log')}>
        {steps.map(({ name, day }) => (
          <li key={name} className={day < 0 || day > shownDay ? 'muted' : undefined}>
            <b className="no-wrap">{day < 0 ? t('boards.never') : dayName(day)}</b>{' '}<span>{t(`boards.step.${name}`)}</span>{' '}
            <span className="muted end no-wrap">{day >= 0 && alert >= 0 && day > alert ? t('boards.afterAlert', { days: day - alert }) : ''}</span>
          </li>
        ))}
      </ol>
      {alert < 0 && <p className="muted">{t('inspector.log.noAlert')}</p>}
      <Button className="button" onPress={() => { setOpen(!open); }} aria-expanded={open}><Icon name={open ? 'chevron' : 'forward'} size={12} />{t('inspector.log.show', { count: entries.length })}</Button>
      {open && (
        <ol className="log">
          {entries.slice(0, LOG_ENTRIES).map((entry, i) => (
            <li key={i}><span className="log-day">{dayName(entry.day)} <span className="muted">{date(entry.day)}</span></span>
              <span>{entry.what === 'alert' ? t('inspector.log.alert', { level: t(`inspector.alert.${alertName(entry.value)}`) }) : t(`inspector.log.${entry.what}`, { name: nameOf(entry.row) })}</span></li>
          ))}
        </ol>
      )}
    </section>
  );
}
