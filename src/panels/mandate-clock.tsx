/** The mandate clock: days from first warning to full effect, by what they were lost to. */
import type { ReactElement } from 'react';
import { CONSTRAINTS, type Constraint } from '../engine/schedule.ts';
import { LIMIT_WORDS } from '../session/words.ts';
import { decimalText } from './format.ts';
import { useText } from './text.ts';
import { useSelect } from './use-session.ts';

/** Order of the parts, roughly that of a deployment; the shade of each follows it. */
const ORDER: readonly Constraint[] = ['start', 'mandate', 'consent', 'partner', 'money', 'lead-time', 'lift', 'route', 'supply', 'security'];

/**
 * @param days days by constraint, indexed like CONSTRAINTS
 * @param title what the days belong to
 */
export function MandateClock({ days, title, hint }: { readonly days: ArrayLike<number>; readonly title: string; readonly hint: string }): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const parts = ORDER.map((name, shade) => ({ name, shade, days: days[CONSTRAINTS.indexOf(name)] ?? 0 })).filter(part => part.days >= 0.5);
  const total = parts.reduce((sum, part) => sum + part.days, 0);
  const number = (value: number): string => decimalText(value, language, 0);
  return (
    <div className="clock">
      <div className="row"><h3 className="strong no-wrap">{title}</h3><span className="muted clip">{hint}</span><span className="grow" /><b className="no-wrap">{t('clock.days', { days: number(total) })}</b></div>
      {parts.length === 0 ? <p className="muted">{t('clock.nothing')}</p> : (
        <>
          <div className="clock-bar" role="img" aria-label={parts.map(part => `${LIMIT_WORDS[part.name][language]} ${number(part.days)}`).join(', ')}>
            {parts.map(part => <span key={part.name} className={`clock-part shade-${part.shade}`} style={{ flexGrow: part.days }}>{part.days / total > 0.055 ? number(part.days) : ''}</span>)}
          </div>
          <ul className="clock-legend">{parts.map(part => <li key={part.name}><i className={`shade-${part.shade}`} />{LIMIT_WORDS[part.name][language]} <b>{number(part.days)}</b></li>)}</ul>
        </>
      )}
    </div>
  );
}
