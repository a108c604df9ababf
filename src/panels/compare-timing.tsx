/** Timing map: an outcome for every pair of start days of two actions. A grid of buttons; arrow keys walk it, a press keeps the pair as a plan. */
import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { textIn } from '../scenario/localize.ts';
import { outcomeNumber } from '../session/status.ts';
import { timingActions } from '../session/timing-runs.ts';
import { OUTCOME_WORDS } from '../session/words.ts';
import type { TimingCell, TimingMap } from '../study/timing.ts';
import { axisText, dayText, shareText } from './format.ts';
import { useText } from './text.ts';
import { clause, planVariable } from './timeline-text.ts';
import type { Pair } from './use-pair.ts';
import { useSelect, useSession } from './use-session.ts';

/** Shades from better to worse. */
const SHADES = 6;
const STEPS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function CompareTiming({ pair }: { readonly pair: Pair }): ReactElement {
  const t = useText();
  const session = useSession();
  const language = useSelect(state => state.language);
  const timing = useSelect(state => state.timing);
  const outcome = useSelect(state => state.compare.outcome);
  const checks = useSelect(state => state.checks[pair.a.plan.id]);
  const chosen = useSelect(state => timingActions(state)?.join(' '))?.split(' ') as [string, string] | undefined;
  const { a } = pair;
  const labelOf = (id: string): string => { const found = checks?.actions.find(action => action.id === id); return found === undefined ? id : textIn(found.label, language); };
  const map = timing?.map ?? null;
  const words = OUTCOME_WORDS[outcome][language];
  const pick = (which: 0 | 1, id: string): void => {
    if (chosen === undefined) return;
    const next: [string, string] = [...chosen];
    // the action that is already on the other side changes sides
    if (next[1 - which] === id) next[1 - which] = next[which]!;
    next[which] = id;
    session.setCompare({ timing: next });
  };
  const name = `${t('compare.timing')} ${(chosen ?? []).map(labelOf).join(` ${t('compare.timingBy')} `)}`;
  return (
    <section className="compare-panel" aria-label={name}>
      <header>
        <h3><span className="panel-number">4</span>{t('compare.timing')}</h3>
        {chosen !== undefined && ([0, 1] as const).map(which => (
          <span key={which} className="row compare-pick-room">{which === 1 && <span>{t('compare.timingBy')}</span>}
            <select className="input compare-pick" aria-label={t(which === 0 ? 'compare.timingFirst' : 'compare.timingSecond')} value={chosen[which]} onChange={event => { pick(which, event.target.value); }}>
              {a.plan.actions.map(action => <option key={action.id} value={action.id}>{labelOf(action.id)}</option>)}
            </select>
          </span>
        ))}
      </header>
      <p className="muted" role="status">{chosen === undefined ? t('compare.timingNone') : map === null ? t('compare.timingWaiting') : t('compare.timingHint', { outcome: words.charAt(0).toLocaleUpperCase(language) + words.slice(1), a: a.name })}</p>
      {map !== null && <Grid map={map} names={[labelOf(map.actions[0]), labelOf(map.actions[1])]} letter={a.plan.letter} label={name} />}
    </section>
  );
}

interface GridProps {
  readonly map: TimingMap;
  readonly names: readonly [string, string];
  readonly letter: string | undefined;
  readonly label: string;
}

function Grid({ map, names, letter, label }: GridProps): ReactElement {
  const t = useText();
  const session = useSession();
  const language = useSelect(state => state.language);
  const { days, cells, present, best, outcome, better } = map;
  const width = days[1].length;
  const [at, setAt] = useState<readonly [number, number]>([Math.max(0, days[0].indexOf(present[0])), Math.max(0, days[1].indexOf(present[1]))]);
  const box = useRef<HTMLTableElement>(null);
  const shades = useMemo(() => {
    const values = cells.filter(cell => cell.feasible).map(cell => cell.median);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return cells.map(cell => {
      const share = high > low ? (cell.median - low) / (high - low) : 0;
      return Math.min(SHADES - 1, Math.floor((better === 'less' ? share : 1 - share) * SHADES));
    });
  }, [cells, better]);
  const number = (value: number): string => outcomeNumber(outcome, value, language);
  const short = (value: number): string => (map.unit === 'share' ? shareText(value, language) : axisText(value, language));
  const is = (cell: TimingCell, starts: readonly [number, number] | null): boolean => starts !== null && cell.starts[0] === starts[0] && cell.starts[1] === starts[1];
  const text = (cell: TimingCell): string => {
    const where = { first: names[0], firstDay: dayText(cell.starts[0], language), second: names[1], secondDay: dayText(cell.starts[1], language) };
    if (!cell.feasible) return t('compare.timingCannot', { ...where, reason: clause(textIn(cell.reason, language)) });
    const notes = [is(cell, present) ? t('compare.timingPresent') : cell.inFlatRegion ? t('compare.timingFlat') : '', is(cell, best) ? t('compare.timingBest') : '', is(cell, present) ? '' : t('compare.timingKeep')];
    return t('compare.timingCell', { ...where, median: number(cell.median), low: number(cell.p5), high: number(cell.p95), hundred: Math.round(cell.better * 100), note: notes.filter(note => note !== '').join(' ') });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = [Math.min(days[0].length - 1, Math.max(0, at[0] + step[0])), Math.min(width - 1, Math.max(0, at[1] + step[1]))] as const;
    setAt(next);
    box.current?.querySelector<HTMLButtonElement>(`[data-cell="${next[0]}-${next[1]}"]`)?.focus();
  };
  return (
    <table className="timing-grid" ref={box} aria-label={label} onKeyDown={onKeyDown}>
      <tbody>
        {days[0].map((day, y) => (
          <tr key={day}>
            <th scope="row">{dayText(day, language)}</th>
            {days[1].map((other, x) => {
              const cell = cells[y * width + x]!;
              const isPresent = is(cell, present);
              return (
                <td key={other}>
                  <button
                    type="button" data-cell={`${y}-${x}`} tabIndex={at[0] === y && at[1] === x ? 0 : -1} aria-label={text(cell)} title={text(cell)} className={`timing-cell ${cell.feasible ? `shade-${shades[y * width + x]!}` : 'barred'}`}
                    data-flat={cell.inFlatRegion || undefined} data-best={is(cell, best) || undefined} disabled={!cell.feasible && !(at[0] === y && at[1] === x)} onFocus={() => { setAt([y, x]); }}
                    onClick={() => { if (cell.feasible && !isPresent) session.keepTiming(cell.starts); }}
                  >
                    {isPresent ? <span className="timing-present" style={{ background: planVariable(letter) }}>{letter === undefined || letter === '' ? '0' : letter}</span> : cell.feasible ? short(cell.median) : ''}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot><tr><td />{days[1].map(day => <th key={day} scope="col">{dayText(day, language)}</th>)}</tr></tfoot>
    </table>
  );
}
