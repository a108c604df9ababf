/** Warning board: what is known region by region against what is true, the alerts raised, and what followed them. */
import { useMemo, useState, type ReactElement } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { FutureTrace } from '../study/results.ts';
import { countText } from './format.ts';
import { Icon } from './icons.tsx';
import { useLocal, useText } from './text.ts';
import { confidenceOf, regionsOf, TREND_DAYS, trendOf, useDays } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';

const PIPS = 4;
const RISK_STEP = 0.04;
const WINDOW = 30; // days over which incidents are counted
/** Longest list of what happened since the first alert. */
const LOG_ENTRIES = 40;
export const ALERT_NAMES = ['none', 'watch', 'elevated', 'high'] as const;

/** Regions under alert on the day shown. */
export function useRaisedAlerts(): number {
  return useSelect(state => {
    const { trace, day } = state;
    if (trace === null) return 0;
    const n = regionsOf(trace);
    let count = 0;
    for (let r = 0; r < n; r++) if ((trace.regions.alert[day * n + r] ?? 0) >= 2) count++;
    return count;
  });
}

interface WarningRow {
  readonly region: number;
  readonly level: number;
  readonly trend: -1 | 0 | 1;
  readonly confidence: number;
  readonly newest: number;
  readonly incidents: number;
  readonly alert: number;
}

function rowsOf(trace: FutureTrace, day: number, known: boolean): readonly WarningRow[] {
  const n = regionsOf(trace);
  const { regions } = trace;
  const level = known ? regions.risk : regions.tension;
  const before = Math.max(0, day - TREND_DAYS);
  return Array.from({ length: n }, (_, r): WarningRow => {
    let incidents = 0;
    for (let on = Math.max(0, day - WINDOW + 1); on <= day; on++) incidents += known ? (regions.reported[on * n + r] ?? 0) : (regions.battles[on * n + r] ?? 0) + (regions.attacks[on * n + r] ?? 0);
    const at = day * n + r;
    return { region: r, level: level[at] ?? 0, trend: trendOf(level[at] ?? 0, level[before * n + r] ?? 0, RISK_STEP), confidence: regions.confidence[at] ?? 0, newest: regions.lastReportDay[at] ?? -1, incidents, alert: regions.alert[at] ?? 0 };
  }).sort((a, b) => b.level - a.level);
}

export function WarningBoard(): ReactElement {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const { day: dayName } = useDays();
  const language = useSelect(state => state.language);
  const model = useSelect(state => state.model);
  const trace = useSelect(state => state.trace);
  const day = useSelect(state => state.day);
  const chosen = useSelect(state => state.selection.region);
  const [known, setKnown] = useState(true);
  const rows = useMemo(() => (trace === null ? [] : rowsOf(trace, day, known)), [trace, day, known]);
  if (trace === null || model === null) return <p className="board-empty">{t('inspector.waiting')}</p>;
  const alert = Math.round(trace.country.alert[day] ?? 0);
  const before = Math.round(trace.country.alert[Math.max(0, day - TREND_DAYS)] ?? 0);
  const trend = alert > before ? 'rising' : alert < before ? 'falling' : 'steady';
  return (
    <>
      <header className="section row">
        <h2 className="board-title no-wrap">{t('inspector.warning.country', { level: t(`inspector.alert.${ALERT_NAMES[Math.min(3, alert)]!}`) })}</h2>
        <span className="muted clip">{t(`inspector.trend.${trend}`)}</span>
        <span className="grow" />
        <ToggleButtonGroup className="segments" selectionMode="single" disallowEmptySelection selectedKeys={[known ? 'known' : 'truth']} onSelectionChange={keys => { setKnown(keys.has('known')); }} aria-label={t('inspector.warning.view')}>
          <ToggleButton id="known">{t('inspector.warning.known')}</ToggleButton>
          <ToggleButton id="truth">{t('inspector.warning.truth')}</ToggleButton>
        </ToggleButtonGroup>
      </header>
      <div className="board-scroll">
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('inspector.warning.region')}</th>
              <th scope="col">{known ? t('inspector.warning.risk') : t('inspector.warning.tension')}</th>
              <th scope="col">{t('inspector.warning.confidence')}</th>
              <th scope="col" className="end">{known ? t('inspector.warning.reports') : t('inspector.warning.incidents')}</th>
              <th scope="col" className="end">{t('inspector.warning.newest')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => {
              const region = model.scenario.regions[row.region]!;
              const pips = Math.min(PIPS, Math.max(0, Math.ceil(row.level * PIPS - 1e-6)));
              const confidence = confidenceOf(row.confidence);
              return (
                <tr key={region.id} className={region.id === chosen ? 'chosen' : undefined}>
                  <th scope="row" className="clip"><Button className="cell-button clip" aria-current={region.id === chosen ? 'true' : undefined} onPress={() => { session.select({ region: region.id }); }}>{local(region.name)}</Button></th>
                  <td className="no-wrap">
                    <span className="pips" role="img" aria-label={t('inspector.warning.pips', { level: pips, trend: t(`inspector.trend.${row.trend > 0 ? 'rising' : row.trend < 0 ? 'falling' : 'steady'}`) })}>
                      {Array.from({ length: PIPS }, (_, i) => <i key={i} className={i < pips ? 'on' : undefined} />)}
                      <Icon name={row.trend > 0 ? 'rising' : row.trend < 0 ? 'falling' : 'steady'} size={12} />
                    </span>
                  </td>
                  <td className={confidence === 'low' ? 'muted' : undefined}>{known ? t(`inspector.level.${confidence}`) : t('inspector.warning.exact')}</td>
                  <td className="end">{countText(row.incidents, language)}</td>
                  <td className="end muted no-wrap">{row.newest < 0 ? t('inspector.warning.noReport') : dayName(row.newest)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <AlertLog />
      </div>
    </>
  );
}

/** What followed the first alert: alerts, orders, decisions, first effects. */
function AlertLog(): ReactElement | null {
  const t = useText();
  const { day: dayName, date } = useDays();
  const language = useSelect(state => state.language);
  const trace = useSelect(state => state.trace);
  const plan = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan));
  const checks = useSelect(state => state.checks[state.document.activePlan]);
  const [open, setOpen] = useState(false);
  if (trace === null) return null;
  const entries = trace.log.toSorted((a, b) => a.day - b.day);
  const first = entries.find(entry => entry.what === 'alert');
  const act = entries.find(entry => entry.what === 'begun' && entry.day >= (first?.day ?? 0));
  const decision = entries.find(entry => entry.what === 'decided' && entry.day >= (first?.day ?? 0));
  const effect = entries.find(entry => entry.what === 'firstEffect' && entry.day >= (first?.day ?? 0));
  const nameOf = (row: number): string => {
    const id = plan?.actions[row]?.id;
    return checks?.actions.find(check => check.id === id)?.label[language] ?? id ?? '';
  };
  return (
    <section className="section" aria-label={t('inspector.log')}>
      {first === undefined ? <p className="muted">{t('inspector.log.noAlert')}</p> : (
        <ul className="chain">
          {[['alert', first] as const, ['begun', act] as const, ['decided', decision] as const, ['firstEffect', effect] as const].filter(([, entry]) => entry !== undefined).map(([what, entry]) => (
            <li key={what}><b>{entry!.day - first.day === 0 ? dayName(first.day) : t('inspector.log.after', { days: entry!.day - first.day })}</b> {t(`inspector.log.first.${what}`)}</li>
          ))}
        </ul>
      )}
      <Button className="button" onPress={() => { setOpen(!open); }} aria-expanded={open}><Icon name={open ? 'chevron' : 'forward'} size={12} />{t('inspector.log.show', { count: entries.length })}</Button>
      {open && (
        <ol className="log">
          {entries.slice(0, LOG_ENTRIES).map((entry, i) => (
            <li key={i}><span className="log-day">{dayName(entry.day)} <span className="muted">{date(entry.day)}</span></span>
              <span>{entry.what === 'alert' ? t('inspector.log.alert', { level: t(`inspector.alert.${ALERT_NAMES[Math.min(3, Math.max(0, Math.round(entry.value)))]!}`) }) : t(`inspector.log.${entry.what}`, { name: nameOf(entry.row) })}</span></li>
          ))}
        </ol>
      )}
    </section>
  );
}
