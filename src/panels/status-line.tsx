/** The status line: what the last change did, read out when the run has settled; findings; what results mean. */
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { FindingsButton } from './findings-list.tsx';
import { Icon } from './icons.tsx';
import { useText } from './text.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUi } from './use-ui.ts';
import './status-line.css';

export function StatusLine(): ReactElement {
  const t = useText();
  const session = useSession();
  const ui = useUi();
  const language = useSelect(state => state.language);
  const sentence = useSelect(state => state.status[state.language]);
  const phase = useSelect(state => state.resultState[state.document.activePlan]);
  const cut = sentence.indexOf(language === 'fr' ? ' : ' : ': ');
  const failed = phase?.phase === 'error';
  return (
    <footer className="status-line" data-pane="status" tabIndex={-1} aria-label={t('shell.status')}>
      <span className={failed ? 'problem' : 'status-sign'}><Icon name={failed ? 'warning' : phase?.phase === 'settled' ? 'check' : 'steady'} size={14} /></span>
      <p className="status-sentence clip" role="status" aria-live="polite" title={failed ? phase.message : sentence}>
        {failed ? t('shell.failed', { reason: phase.message }) : cut < 0 ? sentence : <><b>{sentence.slice(0, cut)}</b>{sentence.slice(cut)}</>}
      </p>
      {failed && <Button className="button" onPress={() => { session.retry(); }}>{t('shell.retry')}</Button>}
      <FindingsButton />
      <span className="grow" />
      <Button className="button link disclaimer" onPress={() => { ui.openDialog('about'); }}>{t('shell.disclaimerShort')}</Button>
    </footer>
  );
}
