/** The top bar: which scenario is open, the screens, search for commands, undo and redo by name, language, theme, help. */
import type { ReactElement } from 'react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Header, Tooltip, TooltipTrigger } from 'react-aria-components';
import { COMMANDS, commandLabel, commandOf, keyText, type Command, type CommandId } from '../session/commands.ts';
import { SCREENS } from '../session/types.ts';
import { isApple } from './platform.ts';
import { Icon, type IconName } from './icons.tsx';
import { SeedControl } from './seed-control.tsx';
import { useLocal, useText } from './text.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUi } from './use-ui.ts';
import './menu.css';
import './top-bar.css';

/** Commands of the main menu, in order. */
const MENU: readonly CommandId[] = ['scenarios', 'open-scenario', 'import-plan', 'download-plan', 'download-scenario', 'plan-table', 'findings', 'help', 'about'];

export function TopBar(): ReactElement {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const ui = useUi();
  const model = useSelect(state => state.model);
  const language = useSelect(state => state.language);
  const theme = useSelect(state => state.theme);
  const screen = useSelect(state => state.screen);
  const apple = isApple();
  return (
    <header className="top-bar" data-pane="top" tabIndex={-1} aria-label={t('shell.top')}>
      <MainMenu />
      <svg className="brand-mark" viewBox="0 0 22 22" width="24" height="24" aria-hidden="true"><path d="M3 17 9.5 5.5 13 11" fill="none" stroke="var(--control)" strokeWidth="1.6" /><path d="M3 17h6.2L19 5" fill="none" stroke="var(--accent)" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" /><circle cx="9.2" cy="17" r="2.3" fill="var(--surface)" stroke="var(--accent)" strokeWidth="1.8" /></svg>
      <span className="brand wide-only">Forestall</span>
      <span className="rule wide-only" />
      {model !== null && (
        <Button className="scenario-button" onPress={() => { ui.openDialog('scenarios'); }} aria-label={t('shell.scenario', { name: local(model.scenario.title) })}>
          <b className="clip">{local(model.scenario.title)}</b>
          <span className={`kind-chip ${model.scenario.kind}`}>{t(`shell.kind.${model.scenario.kind}`)} · v{model.scenario.version}</span>
        </Button>
      )}
      <nav className="screens" aria-label={t('shell.screens')}>
        {SCREENS.map(name => (
          <a key={name} href={`#/${name}`} aria-current={screen === name ? 'page' : undefined} onClick={event => { event.preventDefault(); session.setScreen(name); if (name === 'plan') ui.focusPane('timeline'); }}>{t(name === 'plan' ? 'shell.plan' : 'compare.title')}</a>
        ))}
      </nav>
      <span className="grow" />
      <Button className="button search-button wide-only" onPress={() => { ui.openDialog('palette'); }}><Icon name="search" /><span className="grow">{t('shell.search')}</span><kbd className="key">{keyText('mod+k', apple, language)}</kbd></Button>
      {model !== null && <SeedControl />}
      <CommandButton id="undo" icon="undo" />
      <CommandButton id="redo" icon="redo" />
      <Saved />
      <span className="rule wide-only" />
      <Button className="button plain language" aria-label={commandOf('language').label[language]} onPress={() => { session.setLanguage(language === 'en' ? 'fr' : 'en'); }}>{language === 'en' ? 'EN' : 'FR'}</Button>
      <CommandButton id="theme" icon={theme === 'dark' ? 'moon' : 'sun'} />
      <CommandButton id="help" icon="help" />
    </header>
  );
}

/** A button for a command, with its label and key as a tip. */
export function CommandButton({ id, icon }: { readonly id: CommandId; readonly icon: IconName }): ReactElement {
  const session = useSession();
  const ui = useUi();
  const command = commandOf(id);
  const language = useSelect(state => state.language);
  const enabled = useSelect(state => command.enabled(state));
  const label = useSelect(state => commandLabel(command, state, state.language));
  const keys = command.keys?.[0];
  return (
    <TooltipTrigger delay={500}>
      <Button className="button plain icon-only" aria-label={label} isDisabled={!enabled} onPress={() => { command.run({ session, ui }); }}><Icon name={icon} /></Button>
      <Tooltip className="tooltip">{label}{keys !== undefined && <kbd className="key">{keyText(keys, isApple(), language)}</kbd>}</Tooltip>
    </TooltipTrigger>
  );
}

function Saved(): ReactElement | null {
  const t = useText();
  const language = useSelect(state => state.language);
  const at = useSelect(state => state.savedAt);
  if (at === null) return null;
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  return <span className="muted no-wrap saved">{t('shell.saved', { time })}</span>;
}

function MainMenu(): ReactElement {
  const t = useText();
  const session = useSession();
  const ui = useUi();
  const language = useSelect(state => state.language);
  const state = useSelect(current => current);
  const commands = MENU.map(id => commandOf(id));
  return (
    <MenuTrigger>
      <Button className="button plain icon-only" aria-label={t('shell.menu')}><Icon name="menu" /></Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" onAction={key => { (COMMANDS as readonly Command[]).find(command => command.id === key)?.run({ session, ui }); }} disabledKeys={commands.filter(command => !command.enabled(state)).map(command => command.id)}>
          <MenuSection>
            <Header className="menu-head muted">{t('shell.independent')}</Header>
            {commands.map(command => <MenuItem key={command.id} id={command.id} className="menu-item">{commandLabel(command, state, language)}{command.keys?.[0] !== undefined && <kbd className="key">{keyText(command.keys[0], isApple(), language)}</kbd>}</MenuItem>)}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
