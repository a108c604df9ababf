/** The nudge bar of narrow screens: the start of the selected action by buttons and date, without dragging. */
import { useMemo, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { formatIsoDate, parseIsoDate } from '../kernel/calendar.ts';
import { textIn } from '../scenario/localize.ts';
import { activePlanOf } from '../session/simulations.ts';
import { placeStart } from './bar-move.ts';
import { dayText } from './format.ts';
import { ribbonReading } from './ribbon-reading.ts';
import { rangeText, seriesText } from './series-text.ts';
import { useText } from './text.ts';
import './timeline.css';
import { planBars } from './timeline-bars.ts';
import { clause, differenceText } from './timeline-text.ts';
import { timelineView, useView } from './timeline-view.ts';
import { useSelect, useSession } from './use-session.ts';

const STEPS = [-7, -1, 1, 7] as const;

export function NudgeBar(): ReactElement {
  const session = useSession();
  const view = timelineView(session);
  const t = useText();
  const language = useSelect(state => state.language);
  const scenario = useSelect(state => state.model?.scenario);
  const plan = useSelect(state => state.preview?.plan ?? activePlanOf(state));
  const check = useSelect(state => state.checks[state.document.activePlan]);
  const result = useSelect(state => state.results[state.document.activePlan]);
  const selected = useSelect(state => state.selection.action);
  const series = useSelect(state => state.ribbons[0]);
  const allowInfeasible = useSelect(state => state.allowInfeasible);
  const moved = useView(v => v.moved);
  const bar = useMemo(() => (plan === undefined || scenario === undefined ? undefined : planBars(plan, scenario, check, result).find(b => b.id === selected)), [plan, scenario, check, result, selected]);
  if (bar === undefined || scenario === undefined) return <div className="nudge-bar" role="group" aria-label={t('timeline.nudge')}><span className="muted">{t('timeline.nudge.none')}</span></div>;

  const zero = parseIsoDate(scenario.start) ?? 0;
  const go = (day: number): void => {
    const place = placeStart(day, bar.earliest, scenario.days, allowInfeasible);
    if (view.get().moved?.action !== bar.id) view.set({ moved: { action: bar.id, from: bar.start } });
    if (place.day !== bar.start) session.moveAction(bar.id, place.day);
  };
  const difference = moved?.action === bar.id ? bar.start - moved.from : 0;
  const reading = series === undefined || result === undefined ? undefined : ribbonReading(series, result, undefined);
  const button = (by: number): ReactElement => <Button key={by} className="button" aria-label={t('timeline.nudge.by', { days: by > 0 ? `+${by}` : `−${-by}` })} isDisabled={by < 0 && bar.start <= bar.earliest && !allowInfeasible} onPress={() => { go(bar.start + by); }}>{by > 0 ? `+${by}` : `−${-by}`}</Button>;
  return (
    <div className="nudge-bar" role="group" aria-label={t('timeline.nudge')}>
      <b className="clip">{textIn(bar.label, language)}</b>
      <span className="muted">{t('timeline.nudge.start')}</span>
      {STEPS.slice(0, 2).map(button)}
      <label className="nudge-date">
        <b>{dayText(bar.start, language)}</b>
        <input
          type="date" aria-label={t('timeline.nudge.date')} value={formatIsoDate(zero + bar.start)} min={formatIsoDate(zero + (allowInfeasible ? 0 : bar.earliest))} max={formatIsoDate(zero + scenario.days - 1)}
          onChange={event => { const day = parseIsoDate(event.target.value); if (day !== undefined) go(day - zero); }}
        />
      </label>
      {STEPS.slice(2).map(button)}
      <span className="clip">
        {[differenceText(difference, t), bar.start <= bar.earliest && bar.earliest > 0 ? t('timeline.bar.notBefore', { day: dayText(bar.earliest, language), reason: clause(textIn(bar.earliestReason, language)) }) : ''].filter(part => part !== '').join(' · ')}
        {reading !== undefined && series !== undefined && <> <span className="muted">{t(`timeline.series.${series}`)}</span> <b>{seriesText(series, reading.median, language)}</b> <span className="muted">({rangeText(series, reading.low, reading.high, language)})</span></>}
      </span>
      <span className="grow" />
      <span className="muted clip">{t('timeline.nudge.model')}</span>
    </div>
  );
}
