/** A dialog over the page: focus goes in and comes back, Escape and a click outside close it. */
import type { ReactElement, ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from './icons.tsx';
import { useText } from './text.ts';
import './controls.css';
import './dialog.css';

export interface AppDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** False for a question that wants an answer: nothing but its buttons closes it. */
  readonly isDismissable?: boolean;
  /** Whether the body is text without controls: it takes the focus, so that keys scroll it. */
  readonly isText?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

export function AppDialog({ title, isOpen, onClose, children, actions, size = 'medium', isDismissable = true, isText = false, role = 'dialog' }: AppDialogProps): ReactElement {
  const t = useText();
  return (
    <ModalOverlay className="dialog-overlay" isOpen={isOpen} isDismissable={isDismissable} isKeyboardDismissDisabled={!isDismissable} onOpenChange={open => { if (!open) onClose(); }}>
      <Modal className={`dialog-box ${size}`}>
        <Dialog role={role} className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">{title}</Heading>
            {isDismissable && <Button className="button plain icon-only" aria-label={t('dialog.close')} onPress={onClose}><Icon name="close" /></Button>}
          </header>
          <div className="dialog-body" tabIndex={isText ? 0 : undefined}>{children}</div>
          {actions !== undefined && <footer className="dialog-foot">{actions}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
