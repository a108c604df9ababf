/** The form for a new action or a change to one: nine kinds, sensible values, and what checking says while one types. */
import { useEffect, useState, type ReactElement } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import type { Action, ActionKind } from '../plan/schema.ts';
import type { ActionCheck } from '../session/backend.ts';
import { KIND_WORDS } from '../session/words.ts';
import { KindFields, StartFields, UntilField, type ActionChange } from './action-fields.tsx';
import { KINDS, newAction } from './action-specs.ts';
import { ConditionFields } from './condition-fields.tsx';
import { AppDialog } from './dialog.tsx';
import { Findings } from './findings-list.tsx';
import { useText } from './text.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUi, useUiState } from './use-ui.ts';
import './action-form.css';

const QUIET = 120; // ms between typing and checking

export function ActionFormDialog(): ReactElement | null {
  const ui = useUi();
  const form = useUiState(state => state.form);
  const model = useSelect(state => state.model);
  if (form === null || model === null) return null;
  return <ActionForm key={form.action ?? 'new'} id={form.action} onClose={() => { ui.closeDialog(); }} />;
}

function ActionForm({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }): ReactElement | null {
  const t = useText();
  const session = useSession();
  const language = useSelect(state => state.language);
  const model = useSelect(state => state.model);
  const plan = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan));
  const [draft, setDraft] = useState<Action | undefined>(() => {
    const state = session.get();
    const old = plan?.actions.find(action => action.id === id);
    return old ?? (plan === undefined || state.model === null ? undefined : newAction('deploy', plan, state.model, state.day, state.selection.region));
  });
  const [check, setCheck] = useState<ActionCheck | undefined>();
  useEffect(() => {
    if (draft === undefined) return undefined;
    let current = true;
    const timer = setTimeout(() => { void (async () => { const answer = await session.tryAction(draft); if (current) setCheck(answer); })(); }, QUIET);
    return () => { current = false; clearTimeout(timer); };
  }, [draft, session]);
  if (draft === undefined || plan === undefined || model === null) return null;

  const isNew = id === null;
  const change = (next: ActionChange): void => { setDraft({ ...draft, ...next } as Action); };
  const errors = check?.diagnostics.some(item => item.severity === 'error') ?? false;
  const save = (): void => {
    if (isNew) session.addAction(draft);
    else {
      const { kind: _, id: own, ...fields } = draft;
      const label = check?.label ?? { en: own, fr: own };
      session.changeAction(own, fields, { en: `Change ${label.en}`, fr: `Modifier ${label.fr}` });
    }
    onClose();
  };
  return (
    <AppDialog title={isNew ? t('form.new') : t('form.edit')} isOpen onClose={onClose} size={isNew ? 'large' : 'medium'} actions={<>
      {errors && <span className="problem grow">{t('form.hasErrors')}</span>}
      <Button className="button" onPress={onClose}>{t('dialog.cancel')}</Button>
      <Button className="button primary" onPress={save}>{isNew ? t('form.add') : t('form.save')}</Button>
    </>}>
      <div className={isNew ? 'action-form with-kinds' : 'action-form'}>
        {isNew && (
          <RadioGroup className="kinds" aria-label={t('form.kind')} value={draft.kind} onChange={kind => { setDraft(newAction(kind as ActionKind, plan, model, session.get().day, session.get().selection.region)); }}>
            {KINDS.map(kind => <Radio key={kind} value={kind} className="kind"><b>{KIND_WORDS[kind][language]}</b><span className="muted">{t(`kind.${kind}`)}</span></Radio>)}
          </RadioGroup>
        )}
        <div className="form-body">
          <p className="form-sentence" aria-live="polite">{check === undefined ? ' ' : check.sentence[language]}</p>
          <div className="field-grid">
            <KindFields action={draft} model={model} onChange={change} />
            <StartFields action={draft} model={model} resolved={typeof draft.start === 'number' ? draft.start : check?.startDay ?? session.get().day} onChange={change} />
            <UntilField action={draft} model={model} onChange={change} />
            <ConditionFields action={draft} model={model} onChange={change} />
          </div>
          <label className="field note"><span className="field-label">{t('field.note')}</span><textarea value={draft.note ?? ''} maxLength={2000} onChange={event => { const text = event.currentTarget.value; change({ note: text === '' ? undefined : text }); }} /></label>
          <div className="form-findings">{check === undefined ? <p className="muted">{t('form.checking')}</p> : check.diagnostics.length === 0 ? <p className="muted">{t('form.good')}</p> : <Findings items={check.diagnostics} compact />}</div>
        </div>
      </div>
    </AppDialog>
  );
}
