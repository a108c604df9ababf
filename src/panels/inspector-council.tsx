/** Council board: attention, will, consent and ceilings, the mandate clock of the plan, the members' positions, causes of consent, partners, decisions and the agenda. */
import type { ReactElement } from 'react';
import { AgendaList } from './agenda-list.tsx';
import { BoardJump } from './board-jump.tsx';
import { ConsentCauses } from './consent-causes.tsx';
import { CouncilMembers } from './council-members.tsx';
import { countText, moneyText, shareText } from './format.ts';
import { MandateClock } from './mandate-clock.tsx';
import { PartnerTable } from './partner-table.tsx';
import { useText } from './text.ts';
import { bandAt, TREND_DAYS, trendOf, useDays, useShownPlan, useShownResult } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';

const SHARE_STEP = 0.02;

export function CouncilBoard(): ReactElement {
  const t = useText();
  const { day: dayName, date } = useDays();
  const language = useSelect(state => state.language);
  const model = useSelect(state => state.model);
  const trace = useSelect(state => state.trace);
  const day = useSelect(state => state.day);
  const result = useShownResult();
  if (trace === null || model === null) return <p className="board-empty">{t('inspector.waiting')}</p>;
  const { money } = model.scenario;
  const { country } = trace;
  const at = (series: Float32Array): number => series[day] ?? 0;
  const trend = (series: Float32Array): string => {
    const way = trendOf(at(series), series[Math.max(0, day - TREND_DAYS)] ?? 0, SHARE_STEP);
    return t(`inspector.trend.${way > 0 ? 'rising' : way < 0 ? 'falling' : 'steady'}`);
  };
  const range = (name: 'will' | 'consent'): string => {
    if (result === undefined) return '';
    const [low, , , , high] = bandAt(result.bands[name], day);
    return `${shareText(low, language)}–${shareText(high, language)} · `;
  };
  const [costLow, , , , costHigh] = result === undefined ? [0, 0, 0, 0, 0] : bandAt(result.bands.cost, result.days - 1);
  const membersName = t('council.members', { count: model.scenario.politics.council.members.length });
  const inForce = at(country.ceilingTroops) > 0;
  const rows: readonly (readonly [string, string, string])[] = [
    [t('council.attention'), shareText(at(country.attention), language), trend(country.attention)],
    [t('council.will'), shareText(at(country.will), language), `${range('will')}${trend(country.will)}`],
    [t('council.consent'), shareText(at(country.consent), language), `${range('consent')}${trend(country.consent)}`],
    [t('council.acceptance'), shareText(at(country.acceptance), language), trend(country.acceptance)],
    [t('council.ceilingTroops'), countText(at(country.ceilingTroops), language), t('council.inTheatre', { count: countText(at(country.theatreTroops), language) })],
    [t('council.ceilingPolice'), countText(at(country.ceilingPolice), language), ''],
    [t('council.budget'), moneyText(money.budget, language), t('council.spent', { spent: moneyText(at(country.spent), language) })],
    [t('council.cost'), result === undefined ? '' : moneyText(bandAt(result.bands.cost, result.days - 1)[2], language), result === undefined ? '' : t('council.costRange', { low: moneyText(costLow, language), high: moneyText(costHigh, language) })],
  ];
  return (
    <>
      <header className="section row">
        <h2 className="board-title clip">{t('council.title')}</h2><span className="muted no-wrap">{dayName(day)} · {date(day)}</span>
        <span className="grow" />
        <span className={inForce ? 'chip ok' : 'chip limit'}>{inForce ? t('council.inForce') : t('council.noMandate')}</span>
      </header>
      <BoardJump parts={[[t('council.clock'), t('boards.jump.clock')], [membersName, t('boards.jump.members')], [t('boards.causes'), t('boards.jump.consent')], [t('boards.partners'), t('boards.jump.partners')], [t('boards.agenda'), t('boards.jump.agenda')]]} />
      <div className="board-scroll">
        <section className="section" aria-label={t('council.state')}>
          <table className="facts wide"><tbody>{rows.map(([name, value, more]) => <tr key={name}><th scope="row">{name}</th><td className="strong no-wrap">{value}</td><td className="muted end">{more}</td></tr>)}</tbody></table>
        </section>
        <section className="section" aria-label={t('council.clock')}>
          {result === undefined ? <p className="muted">{t('inspector.counting')}</p> : <MandateClock days={result.mandateClock} title={t('council.clock')} hint={t('council.clockHint')} />}
        </section>
        <CouncilMembers council={trace.standing.council} />
        <ConsentCauses trace={trace} />
        <PartnerTable partners={trace.standing.partners} />
        <Decisions />
        <AgendaList agenda={trace.agenda} />
      </div>
    </>
  );
}

/** Council requests of the plan and what became of them in this future. */
function Decisions(): ReactElement {
  const t = useText();
  const { day: dayName, date } = useDays();
  const language = useSelect(state => state.language);
  const trace = useSelect(state => state.trace);
  const checks = useSelect(state => state.checks[state.document.activePlan]);
  const plan = useShownPlan();
  const session = useSession();
  const selected = useSelect(state => state.selection.action);
  const requests = (plan?.actions ?? []).map((action, row) => ({ action, row })).filter(({ action }) => action.kind === 'council-request' || action.kind === 'sanction');
  return (
    <section className="section" aria-label={t('council.decisions')}>
      <h3 className="strong">{t('council.decisions')}</h3>
      {requests.length === 0 && <p className="muted">{t('council.noRequests')}</p>}
      <ul className="queue">
        {requests.map(({ action, row }) => {
          const begun = trace?.log.find(entry => entry.row === row && entry.what === 'begun');
          const decided = trace?.log.find(entry => entry.row === row && entry.what === 'decided');
          return (
            <li key={action.id} className="row">
              <button type="button" className="cell-button clip strong" aria-current={action.id === selected ? 'true' : undefined} onClick={() => { session.select({ action: action.id }); }}>{checks?.actions.find(check => check.id === action.id)?.label[language] ?? action.id}</button>
              <span className="grow" />
              <span className="muted no-wrap">{decided !== undefined ? `${dayName(decided.day)} · ${date(decided.day)}${begun === undefined ? '' : ` · ${t('council.after', { days: decided.day - begun.day })}`}` : begun !== undefined ? t('council.pending', { day: dayName(begun.day) }) : t('council.notAsked')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
