/** A day as a field: shows "D+60 · 14 Mar", reads "60", "D+60" or a date; Enter or leaving the field keeps it, Escape brings the old one back. */
import { useState, type ReactElement } from 'react';
import { dateText, dayText, readDay } from './format.ts';
import { useText } from './text.ts';
import { useSelect } from './use-session.ts';

export interface DayFieldProps {
  readonly label: string;
  /** Undefined shows an empty field, where that is allowed. */
  readonly value: number | undefined;
  readonly onChange: (day: number | undefined) => void;
  /** Text for an empty field; absent where a day is needed. */
  readonly emptyText?: string;
  readonly max: number;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

export function DayField({ label, value, onChange, emptyText, max, isDisabled = false, className = '' }: DayFieldProps): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const start = useSelect(state => state.model?.scenario.start ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readDay(typed, start);
  const shortText = value === undefined ? '' : dayText(value, language);
  const wrong = typed !== null && !(typed.trim() === '' && emptyText !== undefined) && (read === undefined || read > max);
  const keep = (): void => {
    if (typed === null) return;
    setTyped(null);
    if (typed.trim() === '' && emptyText !== undefined) { if (value !== undefined) onChange(undefined); return; }
    if (!wrong && read !== undefined && read !== value) onChange(read);
  };
  return (
    <input
      className={`input day-field ${className}`} type="text" inputMode="text" aria-label={label} disabled={isDisabled} aria-invalid={wrong} title={wrong ? t('field.day.wrong', { last: dayText(max, language) }) : t('field.day.hint')}
      placeholder={emptyText} value={typed ?? (value === undefined ? '' : `${dayText(value, language)} · ${dateText(start, value, language)}`)}
      onFocus={event => { setTyped(shortText); const field = event.currentTarget; requestAnimationFrame(() => { if (document.activeElement === field) field.select(); }); }}
      onChange={event => { setTyped(event.currentTarget.value); }} onBlur={keep}
      onKeyDown={event => {
        // the focus stays, or a dialog around the field would lose it
        const field = event.currentTarget;
        const select = (): void => { requestAnimationFrame(() => { if (document.activeElement === field) field.select(); }); };
        if (event.key === 'Enter') { event.preventDefault(); keep(); select(); }
        if (event.key === 'Escape' && typed !== null && typed !== shortText) { event.stopPropagation(); setTyped(null); select(); }
      }}
    />
  );
}
