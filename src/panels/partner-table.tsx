/** Regional partners on the day shown: legitimacy, will, the effect they can keep up, conduct. */
import type { ReactElement } from 'react';
import type { FutureTrace } from '../study/results.ts';
import { shareText } from './format.ts';
import { useLocal, useText } from './text.ts';
import { useSelect } from './use-session.ts';

/** Conduct under this costs acceptance in a way that a planner should see. */
const POOR_CONDUCT = 0.7;

export function PartnerTable({ partners }: { readonly partners: FutureTrace['standing']['partners'] }): ReactElement {
  const t = useText();
  const local = useLocal();
  const language = useSelect(state => state.language);
  const day = useSelect(state => state.day);
  const list = useSelect(state => state.model)!.scenario.politics.partners;
  return (
    <section className="section" aria-label={t('boards.partners')}>
      <h3 className="strong">{t('boards.partners')}</h3>
      {list.length === 0 ? <p className="muted">{t('boards.partners.none')}</p> : (
        <table className="board-table" aria-label={t('boards.partners')}>
          <thead><tr><th scope="col">{t('boards.partners.name')}</th>{(['legitimacy', 'will', 'means', 'conduct'] as const).map(name => <th key={name} scope="col" className="end">{t(`boards.partners.${name}`)}</th>)}</tr></thead>
          <tbody>
            {list.map((partner, i) => {
              const conduct = partners.conduct[day * list.length + i] ?? 0;
              return (
                <tr key={partner.id}>
                  <th scope="row">{local(partner.name)}</th>
                  {[partner.legitimacy, partner.will, partners.means[day * list.length + i] ?? 0].map((value, n) => <td key={n} className="end no-wrap">{shareText(value, language)}</td>)}
                  <td className={conduct < POOR_CONDUCT ? 'end no-wrap warn' : 'end no-wrap'}>{shareText(conduct, language)}{conduct < POOR_CONDUCT && <span className="unseen"> {t('boards.partners.poor')}</span>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
