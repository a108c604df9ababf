/** Help: how the screen reads, and every key. The keys come from the commands themselves. */
import type { ReactElement } from 'react';
import { COMMANDS, keyText, type Command } from '../session/commands.ts';
import { AppDialog } from './dialog.tsx';
import { isApple } from './platform.ts';
import { useText, type TextKey } from './text.ts';
import { useSelect } from './use-session.ts';
import { useUi, useUiState } from './use-ui.ts';
import './help.css';

const GROUPS = ['plan', 'time', 'view', 'file', 'help'] as const;
/** Keys that belong to a place rather than to a command. */
const PLACES: readonly { readonly keys: string; readonly text: TextKey }[] = [
  { keys: '← →', text: 'help.bar.day' }, { keys: 'Shift ← →', text: 'help.bar.week' }, { keys: 'PgUp PgDn', text: 'help.bar.month' }, { keys: 'Home End', text: 'help.bar.ends' },
  { keys: 'Alt ← →', text: 'help.bar.length' }, { keys: '↑ ↓', text: 'help.bar.other' }, { keys: 'Enter', text: 'help.bar.edit' }, { keys: 'Esc', text: 'help.bar.cancel' },
];
const MAP: readonly { readonly keys: string; readonly text: TextKey }[] = [{ keys: '← ↑ → ↓', text: 'help.map.arrows' }, { keys: '+ − 0', text: 'help.map.zoom' }, { keys: 'Enter', text: 'help.map.open' }];

export function HelpDialog(): ReactElement {
  const t = useText();
  const ui = useUi();
  const isOpen = useUiState(state => state.dialog === 'help');
  const language = useSelect(state => state.language);
  const apple = isApple();
  const keyed = (COMMANDS as readonly Command[]).filter(command => command.keys !== undefined);
  return (
    <AppDialog title={t('help.title')} isOpen={isOpen} onClose={() => { ui.closeDialog(); }} isText size="large">
      <div className="help">
        <section>
          <h3>{t('help.question')}</h3>
          <ol className="steps">{(['help.step.drag', 'help.step.read', 'help.step.strip', 'help.step.limit', 'help.step.keep'] as const).map(key => <li key={key}>{t(key)}</li>)}</ol>
          <h3>{t('help.words')}</h3>
          <dl className="words">{(['future', 'ninety', 'flat', 'last', 'clock', 'limit'] as const).map(word => <div key={word}><dt>{t(`help.word.${word}`)}</dt><dd>{t(`help.word.${word}.text`)}</dd></div>)}</dl>
          <p className="muted">{t('help.letters')}</p>
        </section>
        <section className="keys">
          <h3>{t('help.onBar')}</h3>
          <KeyList rows={PLACES.map(row => [language === 'fr' ? row.keys.replace('Shift', 'Maj') : row.keys, t(row.text)])} />
          <h3>{t('help.onMap')}</h3>
          <KeyList rows={MAP.map(row => [row.keys, t(row.text)])} />
        </section>
        <section className="keys">
          {GROUPS.map(group => (
            <div key={group}>
              {keyed.some(command => command.group === group) && <h3>{t(`help.group.${group}`)}</h3>}
              <KeyList rows={keyed.filter(command => command.group === group).map(command => [keyText(command.keys![0]!, apple, language), command.label[language].replace('…', '')])} />
            </div>
          ))}
        </section>
      </div>
    </AppDialog>
  );
}

function KeyList({ rows }: { readonly rows: readonly (readonly [string, string])[] }): ReactElement {
  return <dl className="key-list">{rows.map(([keys, text]) => <div key={`${keys}${text}`}><dt><kbd className="key">{keys}</kbd></dt><dd>{text}</dd></div>)}</dl>;
}
