/** The plan as a table: the twin of the time line. Every action as a sentence, with start and end as fields. */
import { useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { Action, Plan } from '../plan/schema.ts';
import { mainLimit } from '../session/status.ts';
import { KIND_WORDS, LIMIT_WORDS } from '../session/words.ts';
import { DayField } from './day-field.tsx';
import { AppDialog } from './dialog.tsx';
import { Findings } from './findings-list.tsx';
import { fixedDay } from './format.ts';
import { Icon } from './icons.tsx';
import { useLocal, useText } from './text.ts';
import { useDays, useShownResult } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUi, useUiState } from './use-ui.ts';
import './plan-table.css';

export function PlanTableDialog(): ReactElement {
  const t = useText();
  const ui = useUi();
  const session = useSession();
  const isOpen = useUiState(state => state.dialog === 'planTable');
  const plan = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan));
  const undo = useSelect(state => state.undo.length > 0);
  return (
    <AppDialog title={t('table.title', { letter: plan?.letter ?? '' })} isOpen={isOpen} onClose={() => { ui.closeDialog(); }} size="large" actions={<>
      <Button className="button" isDisabled={!undo} onPress={() => { session.undo(); }}><Icon name="undo" />{t('table.undo')}</Button>
      <span className="grow" />
      <Button className="button primary" onPress={() => { ui.editAction(null); }}><Icon name="plus" />{t('action.add')}</Button>
    </>}>
      {plan !== undefined && <PlanTable plan={plan} />}
    </AppDialog>
  );
}

/** The table without a dialog around it. */
export function PlanTable({ plan }: { readonly plan: Plan }): ReactElement {
  const t = useText();
  const local = useLocal();
  const check = useSelect(state => state.checks[plan.id]);
  const order = new Map((check?.actions ?? []).map(item => [item.id, item.startDay]));
  const sorted = [...plan.actions].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const general = (check?.diagnostics ?? []).filter(item => !(check?.actions ?? []).some(action => action.diagnostics.includes(item)));
  return (
    <>
      <PlanName plan={plan} />
      {plan.note !== undefined && <p className="muted">{local(plan.note)}</p>}
      {plan.actions.length === 0 ? <p className="muted">{t('action.emptyPlan')}</p> : (
        <div className="table-scroll">
          <table className="plan-table">
            <caption className="unseen">{t('table.caption')}</caption>
            <thead>
              <tr><th scope="col">{t('table.action')}</th><th scope="col">{t('field.start')}</th><th scope="col">{t('field.until')}</th><th scope="col">{t('table.limit')}</th><th scope="col">{t('table.effect')}</th><th scope="col"><span className="unseen">{t('table.do')}</span></th></tr>
            </thead>
            <tbody>{sorted.map(action => <ActionRow key={action.id} action={action} planId={plan.id} />)}</tbody>
          </table>
        </div>
      )}
      <Findings items={general} />
    </>
  );
}

function PlanName({ plan }: { readonly plan: Plan }): ReactElement {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const title = local(plan.title);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && typed.trim() !== '' && typed !== title) session.renamePlan(plan.id, typed.trim());
    setTyped(null);
  };
  return (
    <div className="row plan-name">
      <i className={`plan-key letter-${plan.letter.toLowerCase()}`} aria-hidden="true" />
      <input className="input" aria-label={t('table.name')} value={typed ?? title} maxLength={200} onChange={event => { setTyped(event.currentTarget.value); }} onBlur={keep} onKeyDown={event => { if (event.key === 'Enter') event.currentTarget.blur(); }} />
      <span className="muted no-wrap">{t('table.count', { count: plan.actions.length })}</span>
    </div>
  );
}

function ActionRow({ action, planId }: { readonly action: Action; readonly planId: string }): ReactElement {
  const t = useText();
  const { day } = useDays();
  const session = useSession();
  const ui = useUi();
  const language = useSelect(state => state.language);
  const model = useSelect(state => state.model);
  const chosen = useSelect(state => state.selection.action === action.id);
  const check = useSelect(state => state.checks[planId]?.actions.find(item => item.id === action.id));
  const result = useShownResult()?.actions.find(item => item.id === action.id);
  const limit = result === undefined ? undefined : mainLimit(result);
  const name = check?.label[language] ?? KIND_WORDS[action.kind][language];
  const last = model?.scenario.days ?? 1;
  const start = check?.startDay ?? fixedDay(action.start, model?.scenario.start ?? '');
  const errors = (check?.diagnostics ?? []).filter(item => item.severity === 'error');
  const move = (days: number): void => {
    if (start !== undefined) session.moveAction(action.id, Math.min(last, Math.max(0, start + days)));
  };
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      <th scope="row">
        <Button className="cell-button" aria-label={t('table.select', { name })} aria-pressed={chosen} onPress={() => { session.select({ action: action.id }); }}><b>{name}</b></Button>
        <p className="muted">{check?.sentence[language] ?? ''}</p>
        <Findings items={errors} compact />
      </th>
      <td>
        <div className="row start-cell">
          <Button className="button icon-only" aria-label={t('table.earlier', { name })} onPress={() => { move(-1); }}><Icon name="minus" size={12} /></Button>
          <DayField label={t('table.startOf', { name })} value={start} max={last} onChange={next => { if (next !== undefined) session.moveAction(action.id, next); }} />
          <Button className="button icon-only" aria-label={t('table.later', { name })} onPress={() => { move(1); }}><Icon name="plus" size={12} /></Button>
        </div>
        {typeof action.start === 'object' && <span className="small muted">{t('action.waits')}</span>}
      </td>
      <td><DayField label={t('table.untilOf', { name })} value={fixedDay(action.until, model?.scenario.start ?? '')} emptyText={t('field.untilEnd')} max={last}
        onChange={next => { session.changeAction(action.id, { until: next }, { en: `Change the end of ${check?.label.en ?? action.id}`, fr: `Changer la fin de ${check?.label.fr ?? action.id}` }); }} /></td>
      <td>{limit === undefined ? <span className="muted">{t('table.noLimit')}</span> : <span className="chip limit" title={t('action.limitDays', { from: day(limit.from), to: day(limit.to) })}>{LIMIT_WORDS[limit.constraint][language]}</span>}</td>
      <td className="no-wrap">{result === undefined ? '' : result.milestones.firstEffect < 0 ? <span className="muted">{t('table.never')}</span> : <>{day(result.milestones.firstEffect)}{result.milestones.fullEffect >= 0 && <span className="muted"> – {day(result.milestones.fullEffect)}</span>}</>}</td>
      <td>
        <div className="row tools">
          <Button className="button plain icon-only" aria-label={t('table.edit', { name })} onPress={() => { ui.editAction(action.id); }}><Icon name="edit" /></Button>
          <Button className="button plain icon-only" aria-label={t('table.duplicate', { name })} onPress={() => { session.duplicateAction(action.id); }}><Icon name="copy" /></Button>
          <Button className="button plain icon-only" aria-label={t('table.delete', { name })} onPress={() => { session.removeAction(action.id); }}><Icon name="trash" /></Button>
        </div>
      </td>
    </tr>
  );
}
