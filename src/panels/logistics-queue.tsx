/** Who waits, and for what: orders held back by lift, routes or supply, then units on their way. */
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { UNIT_PHASES } from '../engine/schedule.ts';
import { LIMIT_WORDS } from '../session/words.ts';
import type { FutureTrace } from '../study/results.ts';
import { useText } from './text.ts';
import { useDays, useShownPlan } from './use-now.ts';
import { useSelect } from './use-session.ts';
import { waitingOrders, type WaitingOrder } from './waiting-orders.ts';

const REFUSED = UNIT_PHASES.indexOf('refused');

interface QueueProps {
  readonly trace: FutureTrace;
  readonly day: number;
  readonly onPick: (action: string) => void;
}

export function LogisticsQueue({ trace, day, onPick }: QueueProps): ReactElement {
  const t = useText();
  const orders = waitingOrders(trace, day);
  const held = orders.filter(order => order.isHeld);
  const moving = orders.filter(order => !order.isHeld);
  const { count, phase } = trace.units;
  let refused = 0;
  for (let u = 0; u < count; u++) if (phase[day * count + u] === REFUSED) refused++;
  const list = (rows: readonly WaitingOrder[]): ReactElement => <ul className="queue">{rows.map(order => <OrderLine key={order.row} order={order} day={day} onPick={onPick} />)}</ul>;
  return (
    <>
      <section className="section" aria-label={t('logistics.held')}>
        <h3 className="small muted">{t('logistics.held')}</h3>
        {held.length === 0 ? <p className="muted">{t('logistics.held.none')}</p> : list(held)}
      </section>
      <section className="section" aria-label={t('inspector.logistics.queue')}>
        <h3 className="small muted">{t('inspector.logistics.queue')}</h3>
        {moving.length === 0 ? <p className="muted">{t('inspector.logistics.noQueue')}</p> : list(moving)}
        {refused > 0 && <p className="warn">{t('inspector.logistics.refused', { count: refused })}</p>}
      </section>
    </>
  );
}

function OrderLine({ order, day, onPick }: { readonly order: WaitingOrder; readonly day: number; readonly onPick: (action: string) => void }): ReactElement {
  const t = useText();
  const { day: dayName } = useDays();
  const language = useSelect(state => state.language);
  const plan = useShownPlan();
  const action = plan?.actions[order.row];
  const label = useSelect(state => state.checks[state.document.activePlan]?.actions.find(check => check.id === action?.id)?.label[language]);
  const selected = useSelect(state => state.selection.action);
  const limit = LIMIT_WORDS[order.limit][language];
  return (
    <li className="row">
      {action === undefined ? <b>{order.row + 1}</b> : <Button className="cell-button clip strong" aria-current={action.id === selected ? 'true' : undefined} onPress={() => { onPick(action.id); }}>{label ?? action.id}</Button>}
      {order.units > 0 && <span className="muted no-wrap">{t('inspector.logistics.units', { count: order.units })} · {t(`inspector.phase.${UNIT_PHASES[order.phase]!}`)}</span>}
      <span className="grow" />
      {order.isHeld && <span className="no-wrap">{t('inspector.days', { days: day - order.since + 1 })}</span>}
      {order.limit !== 'none' && <span className="chip limit" title={order.isHeld ? t('logistics.held.span', { limit, since: dayName(order.since), until: dayName(order.until) }) : undefined}>{limit}</span>}
    </li>
  );
}
