/** The report inbox: what reached the desk by the day shown, newest first, with its grade. */
import { useMemo, useState, type ReactElement } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import type { ReportTrace } from '../study/standing-trace.ts';
import { countText } from './format.ts';
import { useLocal, useText } from './text.ts';
import { useDays } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';

/** Reports kept in the inbox, and those shown before one asks for the rest. */
export const INBOX_LENGTH = 64;
const SHORT = 8;

/** Indexes of the newest reports on the desk by `day`, newest first; of one region where `region` ≥ 0. */
export function inboxOn(reports: ReportTrace, day: number, region: number): readonly number[] {
  const known = Array.from({ length: reports.count }, (_, n) => n).filter(n => reports.received[n]! <= day && (region < 0 || reports.region[n] === region));
  return known.sort((a, b) => reports.received[b]! - reports.received[a]! || reports.seen[b]! - reports.seen[a]! || b - a).slice(0, INBOX_LENGTH);
}

export function ReportInbox({ reports }: { readonly reports: ReportTrace }): ReactElement {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const { day: dayName } = useDays();
  const language = useSelect(state => state.language);
  const model = useSelect(state => state.model)!;
  const day = useSelect(state => state.day);
  const chosen = useSelect(state => state.selection.region);
  const [onlyChosen, setOnlyChosen] = useState(false);
  const [all, setAll] = useState(false);
  const { regions, warning } = model.scenario;
  const at = chosen === null ? -1 : model.regionIndex[chosen] ?? -1;
  const place = regions[at];
  const rows = useMemo(() => inboxOn(reports, day, onlyChosen ? at : -1), [reports, day, onlyChosen, at]);
  const shown = all ? rows : rows.slice(0, SHORT);
  return (
    <section className="section" aria-label={t('boards.inbox')}>
      <div className="row">
        <h3 className="strong">{t('boards.inbox')}</h3><span className="muted no-wrap">{countText(rows.length, language)}</span><span className="grow" />
        {place !== undefined && <ToggleButton className="button" isSelected={onlyChosen} onChange={setOnlyChosen}>{t('boards.inbox.only', { place: local(place.name) })}</ToggleButton>}
      </div>
      {rows.length === 0 ? <p className="muted">{t('boards.inbox.none')}</p> : (
        <table className="board-table" aria-label={t('boards.inbox')}>
          <thead><tr>{(['days', 'place', 'source', 'grade', 'what'] as const).map(name => <th key={name} scope="col">{t(`boards.inbox.${name}`)}</th>)}</tr></thead>
          <tbody>
            {shown.map(n => {
              const source = warning.sources[reports.source[n]!]!;
              const region = regions[reports.region[n]!]!;
              const credibility = reports.credibility[n]! as 1 | 2 | 3 | 4 | 5 | 6;
              const deaths = Math.round(reports.deaths[n]!);
              const seen = reports.seen[n]!;
              const received = reports.received[n]!;
              return (
                <tr key={n}>
                  <td className="no-wrap">{t('boards.inbox.span', { seen: dayName(seen), received: dayName(received) })}</td>
                  <th scope="row" className="clip"><Button className="cell-button clip" onPress={() => { session.select({ region: region.id }); }}>{local(region.name)}</Button></th>
                  <td title={local(source.name)}>{t(`boards.source.${source.kind}`)}</td>
                  <td title={t('boards.grade', { reliability: t(`boards.reliability.${source.reliability}`), credibility: t(`boards.credibility.${credibility}`) })}><b>{source.reliability}{credibility}</b></td>
                  <td>{reports.kind[n] === 1 ? t('boards.inbox.preparations') : deaths > 0 ? t('boards.inbox.deaths', { count: deaths }) : t('boards.inbox.incident')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {rows.length > SHORT && <Button className="button" aria-expanded={all} onPress={() => { setAll(!all); }}>{all ? t('boards.fewer') : t('boards.all', { count: rows.length })}</Button>}
      {rows.length > 0 && <p className="small muted">{t('boards.grade.hint')}</p>}
    </section>
  );
}
