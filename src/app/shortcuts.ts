/** Keys of the whole page: one listener that looks a press up among the commands. */
import { findCommand, keyName, type CommandContext } from '../session/commands.ts';

/** Kinds of input in which letters are text. */
const TYPED = new Set(['text', 'search', 'number', 'date', 'email', 'password', 'url', 'tel', 'time']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && TYPED.has(target.type);
}

/** Whether a press belongs to the control that has the focus: Space presses buttons, arrows move menus. */
function isTaken(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const role = target.getAttribute('role') ?? target.tagName.toLowerCase();
  if (name === ' ') return /^(?:button|switch|checkbox|radio|tab|menuitem|option|slider|input|a)$/.test(role);
  return /^(?:menu|menuitem|listbox|option)$/.test(role) && name.length === 1;
}

/**
 * Listens on the document. Single keys wait until no text field has the focus and no dialog is open.
 * @returns the way to stop
 */
export function listenForShortcuts(context: CommandContext, target: Document = document): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = keyName(event);
    const single = !name.includes('mod+') && !/^(?:shift\+)?f\d+$/.test(name);
    const inDialog = target.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    if (isTyping(event.target) && (single || name === 'mod+z' || name === 'mod+shift+z' || name === 'mod+y')) return;
    if (inDialog && (single || /f\d+$/.test(name))) return;
    if (single && isTaken(event.target, name)) return;
    const command = findCommand(name, context.session.get());
    if (command === undefined) return;
    event.preventDefault();
    command.run(context);
  };
  target.addEventListener('keydown', listener);
  return () => { target.removeEventListener('keydown', listener); };
}
