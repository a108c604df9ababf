/** The fields of one action: what it needs by kind, its start and its end. Used by the action panel and by the form. */
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { TOPICS } from '../engine/schedule.ts';
import type { Action, Start } from '../plan/schema.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import { choicesOf, contributorFor, FIELD_SPECS, MEASURES, type FieldSpec } from './action-specs.ts';
import { DayField } from './day-field.tsx';
import { fixedDay } from './format.ts';
import { useLocal, useText } from './text.ts';
import { useSelect } from './use-session.ts';

export type ActionChange = Readonly<Partial<Record<string, unknown>>>;

interface FieldsProps {
  readonly action: Action;
  readonly model: ScenarioModel;
  readonly onChange: (change: ActionChange) => void;
}

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }): ReactElement {
  const id = useId();
  return <div className="field"><label htmlFor={id}>{label}</label>{children(id)}</div>;
}

/** A number that is kept on Enter and when the field is left. */
function NumberField({ id, value, max, step, unit, onChange }: { readonly id: string; readonly value: number; readonly max: number; readonly step: number; readonly unit: string; readonly onChange: (value: number) => void }): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : Number(typed.replace(',', '.'));
  const wrong = typed !== null && (typed.trim() === '' || !(read >= 0 && read <= max) || (step >= 1 && !Number.isInteger(read)));
  const keep = (): void => {
    setTyped(null);
    if (typed !== null && !wrong && read !== value) onChange(read);
  };
  return (
    <span className="with-unit">
      <input id={id} type="number" min={0} max={max} step={step} value={typed ?? String(value)} aria-invalid={wrong} onChange={event => { setTyped(event.currentTarget.value); }} onBlur={keep}
        onKeyDown={event => { if (event.key === 'Enter') { event.preventDefault(); keep(); } if (event.key === 'Escape' && typed !== null) { event.stopPropagation(); setTyped(null); } }} />
      <span className="unit">{unit}</span>
    </span>
  );
}

/** Fields that belong to the action's kind. */
export function KindFields({ action, model, onChange }: FieldsProps): ReactElement {
  return <>{FIELD_SPECS[action.kind].map(spec => <KindField key={spec.name} spec={spec} action={action} model={model} onChange={onChange} />)}</>;
}

function KindField({ spec, action, model, onChange }: FieldsProps & { readonly spec: FieldSpec }): ReactElement {
  const t = useText();
  const local = useLocal();
  const value = (action as unknown as Readonly<Record<string, unknown>>)[spec.name];
  const label = t(`field.${spec.name}` as 'field.region');
  if (spec.type === 'number') {
    return <Labelled label={label}>{id => <NumberField id={id} value={typeof value === 'number' ? value : 0} max={spec.max} step={spec.step} unit={t(`unit.${spec.unit}`, { count: typeof value === 'number' ? value : 0 })} onChange={next => { onChange({ [spec.name]: next }); }} />}</Labelled>;
  }
  if (spec.type === 'switch') {
    return <label className="check"><input type="checkbox" checked={value === true} onChange={event => { onChange({ [spec.name]: event.currentTarget.checked }); }} /> {label}</label>;
  }
  if (spec.type === 'measures') {
    const list = Array.isArray(value) ? value as readonly string[] : [];
    return (
      <fieldset className="field checks"><legend className="field-label">{label}</legend>
        {MEASURES.map(measure => (
          <label key={measure} className="check">
            <input type="checkbox" checked={list.includes(measure)} disabled={list.length === 1 && list.includes(measure)} onChange={event => { const on = event.currentTarget.checked; onChange({ measures: MEASURES.filter(item => (item === measure ? on : list.includes(item))) }); }} /> {t(`measure.${measure}`)}
          </label>
        ))}
      </fieldset>
    );
  }
  if (spec.type === 'choice') {
    return <Labelled label={label}>{id => <select id={id} value={String(value)} onChange={event => { onChange({ [spec.name]: event.currentTarget.value }); }}>{spec.of.map(option => <option key={option} value={option}>{t(`choice.${option}` as 'choice.statement')}</option>)}</select>}</Labelled>;
  }
  if (spec.type === 'topics') {
    const list = Array.isArray(value) ? value as readonly string[] : [];
    return (
      <fieldset className="field checks"><legend className="field-label">{label}</legend>
        {TOPICS.map(topic => (
          <label key={topic} className="check">
            <input type="checkbox" checked={list.includes(topic)} onChange={event => { const on = event.currentTarget.checked; onChange({ topics: TOPICS.filter(item => (item === topic ? on : list.includes(item))) }); }} /> {t(`topic.${topic}`)}
          </label>
        ))}
      </fieldset>
    );
  }
  const choices = choicesOf(spec.type, model, action);
  return (
    <Labelled label={label}>
      {id => (
        <select id={id} value={typeof value === 'string' ? value : ''} onChange={event => {
          const next = event.currentTarget.value;
          const change: Record<string, unknown> = { [spec.name]: next === '' ? undefined : next };
          // another unit needs a contributor who has pledged it
          if (spec.name === 'unit' && action.kind === 'deploy' && !model.scenario.contributors.some(item => item.id === action.contributor && item.pledges.some(pledge => pledge.unit === next))) change['contributor'] = contributorFor(model, next) ?? action.contributor;
          onChange(change);
        }}>
          {(spec.optional === true || !choices.some(choice => choice.id === value)) && <option value="">{spec.optional === true ? t(spec.type === 'region' ? 'field.everywhere' : 'field.any') : typeof value === 'string' ? value : ''}</option>}
          {choices.map(choice => <option key={choice.id} value={choice.id}>{local(choice.name)}</option>)}
        </select>
      )}
    </Labelled>
  );
}

const RULES = ['day', 'afterAction', 'afterDecision', 'afterAlert'] as const;
type RuleName = (typeof RULES)[number];

function ruleOf(start: Start): RuleName {
  if (typeof start !== 'object') return 'day';
  return 'afterAction' in start ? 'afterAction' : 'afterDecision' in start ? 'afterDecision' : 'afterAlert';
}

/** Start day, or the event the action waits for. */
export function StartFields({ action, model, resolved, onChange }: FieldsProps & { readonly resolved: number }): ReactElement {
  const t = useText();
  const checks = useSelect(state => state.checks[state.document.activePlan]);
  const plan = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan));
  const language = useSelect(state => state.language);
  const { start } = action;
  const rule = ruleOf(start);
  const others = (plan?.actions ?? []).filter(item => item.id !== action.id);
  const decisions = others.filter(item => item.kind === 'council-request');
  const nameOf = (id: string): string => checks?.actions.find(item => item.id === id)?.label[language] ?? id;
  const days = typeof start === 'object' ? start.days : 0;
  const change = (next: RuleName): void => {
    if (next === 'day') onChange({ start: resolved });
    else if (next === 'afterAction' && others[0] !== undefined) onChange({ start: { afterAction: others[0].id, days: 0 } });
    else if (next === 'afterDecision' && decisions[0] !== undefined) onChange({ start: { afterDecision: decisions[0].id, days: 5 } });
    else if (next === 'afterAlert') onChange({ start: { afterAlert: 2, days: 7 } });
  };
  const possible = (name: RuleName): boolean => name === 'day' || name === 'afterAlert' || (name === 'afterAction' ? others.length > 0 : decisions.length > 0);
  return (
    <>
      <Labelled label={t('field.startRule')}>{id => <select id={id} value={rule} onChange={event => { change(event.currentTarget.value as RuleName); }}>{RULES.filter(possible).map(name => <option key={name} value={name}>{t(`start.${name}`)}</option>)}</select>}</Labelled>
      {rule === 'day' && <div className="field"><span className="field-label">{t('field.start')}</span><DayField label={t('field.start')} value={fixedDay(start, model.scenario.start) ?? resolved} max={model.scenario.days} onChange={day => { if (day !== undefined) onChange({ start: day }); }} /></div>}
      {typeof start === 'object' && 'afterAction' in start && <Labelled label={t('field.reference')}>{id => <select id={id} value={start.afterAction} onChange={event => { onChange({ start: { afterAction: event.currentTarget.value, days } }); }}>{others.map(item => <option key={item.id} value={item.id}>{nameOf(item.id)}</option>)}</select>}</Labelled>}
      {typeof start === 'object' && 'afterDecision' in start && <Labelled label={t('field.decision')}>{id => <select id={id} value={start.afterDecision} onChange={event => { onChange({ start: { afterDecision: event.currentTarget.value, days } }); }}>{decisions.map(item => <option key={item.id} value={item.id}>{nameOf(item.id)}</option>)}</select>}</Labelled>}
      {typeof start === 'object' && 'afterAlert' in start && <Labelled label={t('field.alert')}>{id => <select id={id} value={String(start.afterAlert)} onChange={event => { onChange({ start: { afterAlert: Number(event.currentTarget.value), days } }); }}>{([1, 2, 3] as const).map(level => <option key={level} value={level}>{t(`alert.${level}`)}</option>)}</select>}</Labelled>}
      {typeof start === 'object' && <Labelled label={t('field.wait')}>{id => <NumberField id={id} value={days} max={3000} step={1} unit={t('unit.days', { count: days })} onChange={next => { onChange({ start: { ...start, days: next } }); }} />}</Labelled>}
    </>
  );
}

/** Last day; empty for the end of the scenario. */
export function UntilField({ action, model, onChange }: FieldsProps): ReactElement {
  const t = useText();
  return (
    <div className="field"><span className="field-label">{t('field.until')}</span>
      <DayField label={t('field.until')} value={fixedDay(action.until, model.scenario.start)} emptyText={t('field.untilEnd')} max={model.scenario.days} onChange={day => { onChange({ until: day }); }} /></div>
  );
}
