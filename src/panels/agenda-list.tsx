/** The agenda log up to the day shown: what began, was reviewed and ended, and why; newest first. */
import { useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { AgendaEntry } from '../study/agenda-log.ts';
import { useText } from './text.ts';
import { useDays } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';
import { alertName } from './warning-log.tsx';

const SHORT = 6;

export function AgendaList({ agenda }: { readonly agenda: readonly AgendaEntry[] }): ReactElement {
  const t = useText();
  const { day: dayName, date } = useDays();
  const session = useSession();
  const language = useSelect(state => state.language);
  const day = useSelect(state => state.day);
  const checks = useSelect(state => state.checks[state.document.activePlan]);
  const [all, setAll] = useState(false);
  const known = agenda.filter(entry => entry.day <= day).toReversed();
  const nameOf = (id: string): string => checks?.actions.find(check => check.id === id)?.label[language] ?? id;
  return (
    <section className="section" aria-label={t('boards.agenda')}>
      <h3 className="strong">{t('boards.agenda')}</h3>
      {known.length === 0 ? <p className="muted">{t('boards.agenda.none')}</p> : (
        <ol className="log" aria-label={t('boards.agenda')}>
          {(all ? known : known.slice(0, SHORT)).map((entry, i) => (
            <li key={`${entry.day} ${entry.what} ${entry.action ?? ''} ${i}`}>
              <span className="log-day">{dayName(entry.day)} <span className="muted">{date(entry.day)}</span></span>
              {entry.action === undefined ? <span>{t('inspector.log.alert', { level: t(`inspector.alert.${alertName(entry.level ?? 0)}`) })}</span> : (
                <span><Button className="cell-button" onPress={() => { session.select({ action: entry.action! }); }}>{nameOf(entry.action)}</Button> {t(`boards.agenda.${entry.what === 'alert' ? 'begins' : entry.what}`)}{entry.why !== undefined && entry.why !== 'none' && `, ${t(`boards.why.${entry.why}`)}`}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {known.length > SHORT && <Button className="button" aria-expanded={all} onPress={() => { setAll(!all); }}>{all ? t('boards.fewer') : t('boards.all', { count: known.length })}</Button>}
    </section>
  );
}
