/** What must stand over every view of a historical case: the dates, the watermark and the note on boundaries. */
import type { ReactElement } from 'react';
import { dateText } from './format.ts';
import { useText } from './text.ts';
import { useSelect } from './use-session.ts';
import './watermark.css';

export function Watermark(): ReactElement | null {
  const t = useText();
  const language = useSelect(state => state.language);
  const model = useSelect(state => state.model);
  if (model === null || model.scenario.kind !== 'historical') return null;
  const { start, days } = model.scenario;
  return (
    <aside className="watermark" aria-label={t('history.watermark')}>
      <p className="strong">{t('history.watermark')}</p>
      <p>{t('history.span', { from: dateText(start, 0, language, true), to: dateText(start, days - 1, language, true) })} · {t('history.boundaries')}</p>
    </aside>
  );
}
