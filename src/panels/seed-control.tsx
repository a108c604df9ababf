/** The seed of the futures: what it is, another by number or word, another by chance. A setting of the view, no step of undo. */
import { useState, type ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { LONGEST_SEED } from '../study/plain-seed.ts';
import { Icon } from './icons.tsx';
import { useText } from './text.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUi, useUiState } from './use-ui.ts';
import './controls.css';
import './menu.css';
import './seed-control.css';

export function SeedControl(): ReactElement {
  const t = useText();
  const ui = useUi();
  const seed = useSelect(state => state.seedText);
  const isOpen = useUiState(state => state.dialog === 'seed');
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={open => { if (open) ui.openDialog('seed'); else ui.closeDialog(); }}>
      <Button className="button plain seed-button" aria-label={t('seed.button', { seed })}><Icon name="dice" /><span className="clip seed-text">{t('seed.short', { seed })}</span></Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="seed-dialog" aria-label={t('seed.title')}><SeedForm key={seed} /></Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function SeedForm(): ReactElement {
  const t = useText();
  const session = useSession();
  const ui = useUi();
  const seed = useSelect(state => state.seedText);
  const [typed, setTyped] = useState(seed);
  const isEmpty = typed.trim() === '';
  const take = async (): Promise<void> => { if (await session.setSeed(typed)) ui.closeDialog(); };
  return (
    <form className="seed-form" onSubmit={event => { event.preventDefault(); void take(); }}>
      <label className="field"><span className="field-label">{t('seed.title')}</span>
        <input className="input" autoFocus value={typed} maxLength={LONGEST_SEED} aria-invalid={isEmpty} onFocus={event => { event.currentTarget.select(); }} onChange={event => { setTyped(event.currentTarget.value); }} />
      </label>
      <p className="muted">{t('seed.hint')}</p>
      <div className="row">
        <Button className="button" onPress={() => { void session.rollSeed(); }}><Icon name="dice" />{t('seed.roll')}</Button>
        <span className="grow" />
        <Button className="button primary" type="submit" isDisabled={isEmpty || typed.trim() === seed}>{t('seed.take')}</Button>
      </div>
    </form>
  );
}
