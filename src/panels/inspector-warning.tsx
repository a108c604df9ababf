/** Warning board: what is known region by region against what is true, the alerts raised, what followed them, and the report inbox. */
import { useMemo, useState, type ReactElement } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { FutureTrace } from '../study/results.ts';
import { BoardJump } from './board-jump.tsx';
import { countText } from './format.ts';
import { Icon } from './icons.tsx';
import { ReportInbox } from './report-inbox.tsx';
import { useLocal, useText } from './text.ts';
import { confidenceOf, regionsOf, TREND_DAYS, trendOf, useDays } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';
import { alertName, WarningLog } from './warning-log.tsx';

const PIPS = 4;
const RISK_STEP = 0.04;
const WINDOW = 30; // days over which incidents are counted

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
    return { region: r, level: level[at] ?? 0, trend: known ? trendOf(trace.standing.riskTrend[at] ?? 0, 0, RISK_STEP) : trendOf(level[at] ?? 0, level[before * n + r] ?? 0, RISK_STEP), confidence: regions.confidence[at] ?? 0, newest: regions.lastReportDay[at] ?? -1, incidents, alert: regions.alert[at] ?? 0 };
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
        <h2 className="board-title no-wrap">{t('inspector.warning.country', { level: t(`inspector.alert.${alertName(alert)}`) })}</h2>
        <span className="muted clip">{t(`inspector.trend.${trend}`)}</span>
        <span className="grow" />
        <ToggleButtonGroup className="segments" selectionMode="single" disallowEmptySelection selectedKeys={[known ? 'known' : 'truth']} onSelectionChange={keys => { setKnown(keys.has('known')); }} aria-label={t('inspector.warning.view')}>
          <ToggleButton id="known">{t('inspector.warning.known')}</ToggleButton>
          <ToggleButton id="truth">{t('inspector.warning.truth')}</ToggleButton>
        </ToggleButtonGroup>
      </header>
      <BoardJump parts={[[t('boards.jump.regions'), t('boards.jump.regions')], [t('inspector.log'), t('boards.jump.response')], [t('boards.inbox'), t('boards.jump.reports')]]} />
      <div className="board-scroll">
        <section aria-label={t('boards.jump.regions')}><table className="grid-table">
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
        </table></section>
        <WarningLog trace={trace} />
        <ReportInbox reports={trace.standing.reports} />
      </div>
    </>
  );
}
