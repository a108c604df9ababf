/** The content notice: shown once on each device, before anything else. And the question that waits for yes or no. */
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { AppDialog } from './dialog.tsx';
import { useText } from './text.ts';
import { useUi, useUiState } from './use-ui.ts';

export function NoticeDialog(): ReactElement {
  const t = useText();
  const ui = useUi();
  const isOpen = useUiState(state => state.dialog === 'notice');
  const close = (): void => { ui.closeDialog(); };
  return (
    <AppDialog title={t('notice.title')} isOpen={isOpen} onClose={close} size="small" isDismissable={false} actions={<Button className="button primary" autoFocus onPress={close}>{t('notice.go')}</Button>}>
      <p>{t('notice.text')}</p>
      <p>{t('about.disclaimer')}</p>
      <p className="muted">{t('shell.independent')}</p>
    </AppDialog>
  );
}

export function QuestionDialog(): ReactElement | null {
  const t = useText();
  const ui = useUi();
  const question = useUiState(state => state.question);
  if (question === null) return null;
  const close = (): void => { ui.closeDialog(); };
  return (
    <AppDialog title={t(question.title, question.values)} isOpen onClose={close} size="small" role="alertdialog" isDismissable={false} actions={<>
      <Button className="button" autoFocus onPress={close}>{t('dialog.cancel')}</Button>
      <Button className="button primary" onPress={() => { close(); question.run(); }}>{t(question.confirm, question.values)}</Button>
    </>}>
      <p>{t(question.text, question.values)}</p>
    </AppDialog>
  );
}
