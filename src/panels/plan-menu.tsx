/** What can be done with the plan as a whole: keep a copy, rename, delete, compare with, import and download. */
import { useState, type ReactElement } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { AppDialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { useLocal, useText } from './text.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUi } from './use-ui.ts';
import './controls.css';
import './menu.css';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Letter that the next plan will have. */
export function useNextLetter(): string {
  return useSelect(state => [...LETTERS].find(letter => !state.document.plans.some(plan => plan.letter === letter)) ?? '');
}

/** Keeps what one sees as a plan of its own. */
export function KeepPlan(): ReactElement {
  const t = useText();
  const session = useSession();
  const letter = useNextLetter();
  return <Button className="button primary" onPress={() => { session.addPlan(session.get().document.activePlan); }}>{t('plans.keep', { letter })}</Button>;
}

export function PlanMenu(): ReactElement {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const ui = useUi();
  const plan = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan));
  const many = useSelect(state => state.document.plans.length > 1);
  const isBaseline = useSelect(state => state.baseline === state.document.activePlan);
  const letter = useNextLetter();
  const [renaming, setRenaming] = useState<string | null>(null);
  const run = (key: string): void => {
    if (plan === undefined) return;
    if (key === 'keep') session.addPlan(plan.id);
    else if (key === 'new') session.addPlan(null);
    else if (key === 'rename') setRenaming(local(plan.title));
    else if (key === 'delete') session.removePlan(plan.id);
    else if (key === 'baseline') session.setBaseline(isBaseline ? null : plan.id);
    else if (key === 'table') ui.openDialog('planTable');
    else if (key === 'import') ui.importPlanFile();
    else ui.downloadPlan();
  };
  return (
    <>
      <MenuTrigger>
        <Button className="button plain" aria-label={t('plans.menu', { letter: plan?.letter ?? '' })}><Icon name="more" /></Button>
        <Popover className="popover" placement="bottom start">
          <Menu className="menu" onAction={key => { run(String(key)); }} disabledKeys={many ? [] : ['delete']}>
            <MenuItem id="table" className="menu-item">{t('plans.table')}</MenuItem>
            <Separator className="menu-rule" />
            <MenuItem id="keep" className="menu-item">{t('plans.keep', { letter })}</MenuItem>
            <MenuItem id="new" className="menu-item">{t('plans.new', { letter })}</MenuItem>
            <MenuItem id="rename" className="menu-item">{t('plans.rename')}</MenuItem>
            <MenuItem id="baseline" className="menu-item">{isBaseline ? t('plans.noBaseline') : t('plans.baseline')}</MenuItem>
            <MenuItem id="delete" className="menu-item">{t('plans.delete')}</MenuItem>
            <Separator className="menu-rule" />
            <MenuItem id="import" className="menu-item">{t('plans.import')}</MenuItem>
            <MenuItem id="download" className="menu-item">{t('plans.download')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <AppDialog title={t('plans.renameTitle', { letter: plan?.letter ?? '' })} isOpen={renaming !== null} onClose={() => { setRenaming(null); }} size="small" actions={<>
        <Button className="button" onPress={() => { setRenaming(null); }}>{t('dialog.cancel')}</Button>
        <Button className="button primary" isDisabled={renaming?.trim() === ''} onPress={() => { if (plan !== undefined && renaming !== null) session.renamePlan(plan.id, renaming.trim()); setRenaming(null); }}>{t('plans.renameDo')}</Button>
      </>}>
        <form className="field" onSubmit={event => { event.preventDefault(); if (plan !== undefined && renaming !== null && renaming.trim() !== '') { session.renamePlan(plan.id, renaming.trim()); setRenaming(null); } }}>
          <label>{t('table.name')}<input className="input" autoFocus value={renaming ?? ''} maxLength={200} onChange={event => { setRenaming(event.currentTarget.value); }} /></label>
        </form>
      </AppDialog>
    </>
  );
}
