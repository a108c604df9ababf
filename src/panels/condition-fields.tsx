/** The condition that begins an action, and the one that ends it: none, a comparison, or a formula; reviews on fixed days. */
import { useId, useState, type ReactElement } from 'react';
import type { Action, Condition } from '../plan/schema.ts';
import { FORMULA_COLUMNS } from '../scenario/formula-units.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import type { ActionChange } from './action-fields.tsx';
import { useLocal, useText } from './text.ts';

type Field = 'when' | 'stop';
type Form = 'none' | 'indicator' | 'formula';

const formOf = (condition: Condition | undefined): Form => (condition === undefined ? 'none' : 'formula' in condition ? 'formula' : 'indicator');
const NEW: Readonly<Record<Exclude<Form, 'none'>, Condition>> = { indicator: { indicator: 'risk', is: 'above', value: 0.6, days: 7 }, formula: { formula: 'risk > 0.6 and consent > 0.4', days: 7 } };

function Text({ label, value, number, onKeep }: { readonly label: string; readonly value: string; readonly number?: boolean; readonly onKeep: (text: string) => void }): ReactElement {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && typed !== value && typed.trim() !== '' && (number !== true || Number.isFinite(Number(typed.replace(',', '.'))))) onKeep(typed.replace(',', number === true ? '.' : ','));
    setTyped(null);
  };
  return (
    <div className="field"><label htmlFor={id}>{label}</label>
      <input id={id} value={typed ?? value} inputMode={number === true ? 'decimal' : 'text'} maxLength={400} onChange={event => { setTyped(event.currentTarget.value); }} onBlur={keep} onKeyDown={event => { if (event.key === 'Enter') { event.preventDefault(); keep(); } }} />
    </div>
  );
}

function Choice({ label, value, options, onChange }: { readonly label: string; readonly value: string; readonly options: readonly (readonly [string, string])[]; readonly onChange: (value: string) => void }): ReactElement {
  const id = useId();
  return <div className="field"><label htmlFor={id}>{label}</label><select id={id} value={value} onChange={event => { onChange(event.currentTarget.value); }}>{options.map(([key, name]) => <option key={key} value={key}>{name}</option>)}</select></div>;
}

/** Whole number of days from a field, at least `least`. */
const wholeDays = (text: string, least: number): number => Math.max(least, Math.round(Number(text)));

function OneCondition({ field, action, model, onChange }: { readonly field: Field; readonly action: Action; readonly model: ScenarioModel; readonly onChange: (change: ActionChange) => void }): ReactElement {
  const t = useText();
  const local = useLocal();
  const condition = action[field];
  const put = (next: Condition | undefined): void => { onChange({ [field]: next }); };
  const part = (change: Readonly<Record<string, unknown>>): void => {
    const next: Record<string, unknown> = { ...condition, ...change };
    for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key];
    put(next as unknown as Condition);
  };
  const forms = (['none', 'indicator', 'formula'] as const).map(name => [name, t(`condition.${name}`)] as const);
  const names = [...FORMULA_COLUMNS.map(name => [name, name] as const), ...model.scenario.indicators.map(item => [item.id, local(item.name)] as const)];
  return (
    <>
      <Choice label={t(`condition.${field}`)} value={formOf(condition)} options={forms} onChange={form => { put(form === 'none' ? undefined : NEW[form as 'formula']); }} />
      {condition !== undefined && 'indicator' in condition && <>
        <Choice label={t('condition.what')} value={condition.indicator} options={names} onChange={indicator => { part({ indicator }); }} />
        <Choice label={t('condition.is')} value={condition.is} options={[['above', t('condition.above')], ['below', t('condition.below')]]} onChange={is => { part({ is }); }} />
        <Text label={t('condition.value')} value={String(condition.value)} number onKeep={text => { part({ value: Number(text) }); }} />
      </>}
      {condition !== undefined && 'formula' in condition && <Text label={t('condition.text')} value={condition.formula} onKeep={formula => { part({ formula }); }} />}
      {condition !== undefined && <>
        <Choice label={t('condition.region')} value={condition.region ?? ''} options={[['', t('field.everywhere')], ...model.scenario.regions.map(item => [item.id, local(item.name)] as const)]} onChange={region => { part({ region: region === '' ? undefined : region }); }} />
        <Text label={t('condition.days')} value={String(condition.days)} number onKeep={text => { part({ days: Math.min(365, wholeDays(text, 1)) }); }} />
        <label className="check"><input type="checkbox" checked={condition.reviews !== undefined} onChange={event => { part({ reviews: event.currentTarget.checked ? { first: 90, every: 90 } : undefined }); }} /> {t('condition.reviewed')}</label>
        {condition.reviews !== undefined && <>
          <Text label={t('condition.first')} value={String(condition.reviews.first)} number onKeep={text => { part({ reviews: { first: wholeDays(text, 0), every: condition.reviews!.every } }); }} />
          <Text label={t('condition.every')} value={String(condition.reviews.every)} number onKeep={text => { part({ reviews: { first: condition.reviews!.first, every: wholeDays(text, 0) } }); }} />
        </>}
      </>}
    </>
  );
}

export function ConditionFields(props: { readonly action: Action; readonly model: ScenarioModel; readonly onChange: (change: ActionChange) => void }): ReactElement {
  return <><OneCondition field="when" {...props} /><OneCondition field="stop" {...props} /></>;
}
