/** The selected action beside its lane: start with nudges, the range of good starts, days lost and to what, findings, and all its fields. */
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { CONSTRAINTS } from '../engine/schedule.ts';
import type { Action, ActionOf } from '../plan/schema.ts';
import { nudge } from '../session/commands.ts';
import { mainLimit } from '../session/status.ts';
import { KIND_WORDS, LIMIT_WORDS } from '../session/words.ts';
import { KindFields, StartFields, UntilField, type ActionChange } from './action-fields.tsx';
import { DayField } from './day-field.tsx';
import { Findings } from './findings-list.tsx';
import { decimalText } from './format.ts';
import { Icon } from './icons.tsx';
import { MandateClock } from './mandate-clock.tsx';
import { KeepPlan } from './plan-menu.tsx';
import { useText } from './text.ts';
import { useDays, useShownPlan, useShownResult } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUi } from './use-ui.ts';
import './controls.css';
import './action-panel.css';

// lead times and load plans bring parameters and norms along
const UnitPanel = lazy(() => import('./unit-panel.tsx').then(({ UnitPanel }) => ({ default: UnitPanel })));
const LoadPlanSection = lazy(() => import('./load-plan-section.tsx').then(({ LoadPlanSection }) => ({ default: LoadPlanSection })));

export function ActionPanel(): ReactElement {
  const t = useText();
  const ui = useUi();
  const plan = useShownPlan();
  const id = useSelect(state => state.selection.action);
  const action = plan?.actions.find(item => item.id === id);
  if (action === undefined) {
    return (
      <div className="action-panel empty">
        <p className="muted">{plan?.actions.length === 0 ? t('action.emptyPlan') : t('action.none')}</p>
        <Button className="button" onPress={() => { ui.editAction(null); }}><Icon name="plus" />{t('action.add')}</Button>
      </div>
    );
  }
  return <SelectedAction key={action.id} action={action} />;
}

function SelectedAction({ action }: { readonly action: Action }): ReactElement {
  const t = useText();
  const session = useSession();
  const ui = useUi();
  const language = useSelect(state => state.language);
  const letter = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan)?.letter ?? '');
  const check = useSelect(state => state.checks[state.document.activePlan]?.actions.find(item => item.id === action.id));
  const name = check?.label[language] ?? KIND_WORDS[action.kind][language];
  return (
    <div className="action-panel" role="group" aria-label={t('action.selected', { name })}>
      <header className="row">
        <i className={`plan-key letter-${letter.toLowerCase()}`} aria-hidden="true" />
        <h2 className="board-title clip" title={check?.sentence[language]}>{name}</h2>
        <span className="grow" />
        <Button className="button plain icon-only" aria-label={t('action.edit')} onPress={() => { ui.editAction(action.id); }}><Icon name="edit" /></Button>
        <Button className="button plain icon-only" aria-label={t('action.duplicate')} onPress={() => { session.duplicateAction(action.id); }}><Icon name="copy" /></Button>
        <Button className="button plain icon-only" aria-label={t('action.delete')} onPress={() => { session.removeAction(action.id); }}><Icon name="trash" /></Button>
      </header>
      <StartRow action={action} />
      <StartRange action={action} />
      <Findings items={check?.diagnostics ?? []} compact />
      <DaysLost action={action} />
      {(action.kind === 'deploy' || action.kind === 'redeploy') && <Suspense fallback={null}><UnitPanel action={action} /></Suspense>}
      {action.kind === 'deploy' && <LoadPlan action={action} />}
      <Fields action={action} />
      <div className="row"><span className="grow" /><KeepPlan /></div>
    </div>
  );
}

function StartRow({ action }: { readonly action: Action }): ReactElement {
  const t = useText();
  const session = useSession();
  const days = useSelect(state => state.model?.scenario.days ?? 1);
  const day = useSelect(state => state.preview?.action === action.id && typeof action.start === 'number' ? action.start : state.checks[state.document.activePlan]?.actions.find(item => item.id === action.id)?.startDay);
  const waits = typeof action.start === 'object';
  return (
    <div className="row start-row">
      <span className="muted">{t('action.start')}</span>
      <Button className="button nudge" aria-label={t('action.weekEarlier')} onPress={() => { nudge(session, -7); }}>−7</Button>
      <Button className="button nudge" aria-label={t('action.dayEarlier')} onPress={() => { nudge(session, -1); }}>−1</Button>
      <DayField className="start-day" label={t('action.startDay')} value={day} max={days} onChange={next => { if (next !== undefined) session.moveAction(action.id, next); }} />
      <Button className="button nudge" aria-label={t('action.dayLater')} onPress={() => { nudge(session, 1); }}>+1</Button>
      <Button className="button nudge" aria-label={t('action.weekLater')} onPress={() => { nudge(session, 7); }}>+7</Button>
      {waits && <span className="chip" title={t('action.waitsHelp')}>{t('action.waits')}</span>}
    </div>
  );
}

function StartRange({ action }: { readonly action: Action }): ReactElement {
  const t = useText();
  const { day } = useDays();
  const language = useSelect(state => state.language);
  const check = useSelect(state => state.checks[state.document.activePlan]?.actions.find(item => item.id === action.id));
  const curve = useSelect(state => (state.delay?.action === action.id ? state.delay.curve : null));
  const running = useSelect(state => state.delay?.action === action.id && state.delay.running);
  return (
    <p className="range">
      <span className="muted">{t('action.range')}</span>{' '}
      {check !== undefined && check.earliest > 0 && <span title={check.earliestReason[language]}>{t('action.earliest')} <b>{day(check.earliest)}</b> · </span>}
      {curve === null ? <span className="muted">{running ? t('action.trying') : t('action.noCurve')}</span> : (
        <>
          <span title={t('action.flatHelp')}>{t('action.flat')} <b>{day(curve.flatZone[0])}–{day(curve.flatZone[1])}</b></span> ·{' '}
          <span title={t('action.lastHelp', { odds: Math.round(curve.odds * 100) })}>{curve.lastResponsibleDay === null ? t('action.lastNone') : <>{t('action.last')} <b>{day(curve.lastResponsibleDay)}</b></>}</span>
        </>
      )}
    </p>
  );
}

function DaysLost({ action }: { readonly action: Action }): ReactElement | null {
  const t = useText();
  const { day } = useDays();
  const language = useSelect(state => state.language);
  const result = useShownResult();
  const own = result?.actions.find(item => item.id === action.id);
  if (own === undefined) return <p className="muted">{t('inspector.counting')}</p>;
  const limit = mainLimit(own);
  const { firstEffect, fullEffect } = own.milestones;
  return (
    <>
      <MandateClock days={own.constraintDays} title={t('action.clock')} hint={t('action.clockHint')} />
      <div className="row wrap">
        {limit !== undefined && <span className="chip limit" title={t('action.limitDays', { from: day(limit.from), to: day(limit.to) })}>{LIMIT_WORDS[limit.constraint][language]}</span>}
        {limit !== undefined && <span className="no-wrap">{t('action.limitSpan', { days: decimalText(own.constraintDays[CONSTRAINTS.indexOf(limit.constraint)] ?? 0, language, 0), from: day(limit.from), to: day(limit.to) })}</span>}
        <span className="muted no-wrap">{firstEffect < 0 ? t('action.noEffect') : fullEffect < 0 ? t('action.firstEffect', { day: day(firstEffect) }) : t('action.effects', { first: day(firstEffect), full: day(fullEffect) })}</span>
      </div>
    </>
  );
}

function LoadPlan({ action }: { readonly action: ActionOf<'deploy'> }): ReactElement | null {
  const t = useText();
  const model = useSelect(state => state.model);
  const [open, setOpen] = useState(false);
  if (model === null) return null;
  return (
    <section aria-label={t('load')}>
      <Button className="button link" aria-expanded={open} onPress={() => { setOpen(!open); }}><Icon name={open ? 'chevron' : 'forward'} size={12} />{t('load')}</Button>
      {open && <Suspense fallback={null}><LoadPlanSection action={action} model={model} /></Suspense>}
    </section>
  );
}

function Fields({ action }: { readonly action: Action }): ReactElement | null {
  const t = useText();
  const session = useSession();
  const model = useSelect(state => state.model);
  const resolved = useSelect(state => state.checks[state.document.activePlan]?.actions.find(item => item.id === action.id)?.startDay ?? 0);
  const label = useSelect(state => state.checks[state.document.activePlan]?.actions.find(item => item.id === action.id)?.label);
  const [open, setOpen] = useState(true);
  if (model === null) return null;
  const change = (next: ActionChange): void => {
    session.changeAction(action.id, { ...next }, { en: `Change ${label?.en ?? action.id}`, fr: `Modifier ${label?.fr ?? action.id}` });
  };
  return (
    <section className="action-fields">
      <Button className="button link" aria-expanded={open} onPress={() => { setOpen(!open); }}><Icon name={open ? 'chevron' : 'forward'} size={12} />{t('action.fields')}</Button>
      {open && (
        <div className="field-grid">
          <KindFields action={action} model={model} onChange={change} />
          <StartFields action={action} model={model} resolved={resolved} onChange={change} />
          <UntilField action={action} model={model} onChange={change} />
        </div>
      )}
    </section>
  );
}
