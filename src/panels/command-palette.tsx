/** Command search: every command, region, action and plan by name; arrows choose, Enter runs. */
import { useMemo, useState, type ReactElement } from 'react';
import { Autocomplete, Button, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import { COMMANDS, commandLabel, keyText, type Command } from '../session/commands.ts';
import { Icon } from './icons.tsx';
import { isApple } from './platform.ts';
import { useLocal, useText } from './text.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUi, useUiState } from './use-ui.ts';
import './palette.css';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly key?: string;
  readonly run: () => void;
}

/** Lower case without accents, so that "emilie" finds "Émilie". */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export function CommandPalette(): ReactElement {
  const t = useText();
  const ui = useUi();
  const isOpen = useUiState(state => state.dialog === 'palette');
  return (
    <ModalOverlay className="dialog-overlay palette-overlay" isOpen={isOpen} isDismissable onOpenChange={open => { if (!open) ui.closeDialog(); }}>
      <Modal className="dialog-box palette-box">
        <Dialog className="dialog" aria-label={t('palette.title')}>{isOpen && <Search />}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Search(): ReactElement {
  const t = useText();
  const ui = useUi();
  const entries = useEntries();
  const [typed, setTyped] = useState('');
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const shown = entries.filter(entry => { const text = plain(`${entry.label} ${entry.hint}`); return words.every(word => text.includes(word)); });
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className="palette-search" aria-label={t('palette.title')} autoFocus>
        <Icon name="search" />
        <Input className="palette-input" placeholder={t('palette.hint')} />
        <Button slot={null} className="button plain icon-only" aria-label={t('dialog.close')} onPress={() => { ui.closeDialog(); }}><Icon name="close" /></Button>
      </SearchField>
      <Menu className="menu palette-list" aria-label={t('palette.results')} items={shown} renderEmptyState={() => <p className="muted palette-empty">{t('palette.nothing')}</p>} onAction={id => { ui.closeDialog(); entries.find(entry => entry.id === id)?.run(); }}>
        {entry => <MenuItem id={entry.id} textValue={entry.label} className="menu-item"><span className="clip">{entry.label}</span><span className="muted no-wrap palette-hint">{entry.hint}</span>{entry.key !== undefined && <kbd className="key">{entry.key}</kbd>}</MenuItem>}
      </Menu>
    </Autocomplete>
  );
}

function useEntries(): readonly Entry[] {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const ui = useUi();
  const language = useSelect(state => state.language);
  const state = useSelect(current => current);
  return useMemo(() => {
    const { model, document, checks } = state;
    const commands = (COMMANDS as readonly Command[]).filter(command => command.id !== 'palette' && command.enabled(state)).map((command): Entry => ({
      id: `command/${command.id}`, label: commandLabel(command, state, language).replace('…', ''), hint: t(`help.group.${command.group}`), ...(command.keys?.[0] === undefined ? {} : { key: keyText(command.keys[0], isApple(), language) }), run: () => { command.run({ session, ui }); },
    }));
    const regions = (model?.scenario.regions ?? []).map((region): Entry => ({ id: `region/${region.id}`, label: local(region.name), hint: t('palette.region'), run: () => { session.select({ region: region.id }); ui.showTab('region'); } }));
    const actions = (checks[document.activePlan]?.actions ?? []).map((action): Entry => ({ id: `action/${action.id}`, label: action.label[language], hint: t('palette.action'), run: () => { session.select({ action: action.id }); ui.focusPane('timeline'); } }));
    const plans = document.plans.map((plan): Entry => ({ id: `plan/${plan.id}`, label: `${plan.letter} · ${local(plan.title)}`, hint: t('palette.plan'), run: () => { session.activatePlan(plan.id); } }));
    return [...commands, ...plans, ...actions, ...regions];
  }, [state, language, t, local, session, ui]);
}
