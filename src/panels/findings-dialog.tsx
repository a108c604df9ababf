/** All findings of the file read last, and of the active plan. */
import type { ReactElement } from 'react';
import { AppDialog } from './dialog.tsx';
import { Findings } from './findings-list.tsx';
import { useText } from './text.ts';
import { useSelect } from './use-session.ts';
import { useUi, useUiState } from './use-ui.ts';

export function FindingsDialog(): ReactElement {
  const t = useText();
  const ui = useUi();
  const isOpen = useUiState(state => state.dialog === 'findings');
  const file = useSelect(state => state.diagnostics);
  const plan = useSelect(state => state.checks[state.document.activePlan]?.diagnostics);
  const letter = useSelect(state => state.document.plans.find(item => item.id === state.document.activePlan)?.letter ?? '');
  const own = plan ?? [];
  return (
    <AppDialog title={t('findings.title')} isOpen={isOpen} onClose={() => { ui.closeDialog(); }}>
      {file.length === 0 && own.length === 0 && <p>{t('findings.none')}</p>}
      {file.length > 0 && <section><h3>{t('findings.file')}</h3><Findings items={file} /></section>}
      {own.length > 0 && <section><h3>{t('findings.plan', { letter })}</h3><Findings items={own} /></section>}
    </AppDialog>
  );
}
