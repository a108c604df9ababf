/** Findings of a file or a plan: what is wrong, where, and what to do about it. */
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { Diagnostic } from '../scenario/diagnostics.ts';
import { Icon } from './icons.tsx';
import { useText } from './text.ts';
import { useUi } from './use-ui.ts';
import { useSelect } from './use-session.ts';
import './findings.css';

const SIGNS = { error: 'close', warning: 'warning', advice: 'info' } as const;
const MOST = 200;

export function Findings({ items, compact = false }: { readonly items: readonly Diagnostic[]; readonly compact?: boolean }): ReactElement | null {
  const t = useText();
  if (items.length === 0) return null;
  return (
    <ul className={compact ? 'findings compact' : 'findings'}>
      {items.slice(0, MOST).map((item, i) => (
        <li key={i} className={`finding ${item.severity}`}>
          <span className="finding-sign"><Icon name={SIGNS[item.severity]} size={14} /><span className="unseen">{t(`findings.${item.severity}`)}</span></span>
          <div>
            <p>{item.message}</p>
            {item.suggestion !== undefined && <p className="muted">{item.suggestion}</p>}
            {!compact && <p className="small muted finding-place">{[item.file, item.line === undefined ? undefined : t('findings.line', { line: item.line }), item.path === '' ? undefined : item.path].filter(Boolean).join(' · ')} <code>{item.code}</code></p>}
          </div>
        </li>
      ))}
      {items.length > MOST && <li className="muted">{t('findings.more', { count: items.length - MOST })}</li>}
    </ul>
  );
}

/** Findings of the file read last and of the active plan: a word in the status line that opens the list. */
export function FindingsButton(): ReactElement | null {
  const t = useText();
  const ui = useUi();
  const file = useSelect(state => state.diagnostics);
  const plan = useSelect(state => state.checks[state.document.activePlan]);
  const all = file.length === 0 ? plan?.diagnostics ?? [] : file;
  if (all.length === 0) return null;
  const errors = all.filter(item => item.severity === 'error').length;
  return (
    <Button className={`button plain findings-button ${errors > 0 ? 'critical' : ''}`} onPress={() => { ui.openDialog('findings'); }}>
      <Icon name="warning" size={14} />{errors > 0 ? t('findings.errors', { count: errors }) : t('findings.count', { count: all.length })}
    </Button>
  );
}
