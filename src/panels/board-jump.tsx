/** Ways to the parts of a long board: a row of buttons, each of which brings its part into view and puts the focus there. */
import { useRef, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { useText } from './text.ts';

/** @param parts accessible name of the part to go to, and what its button says */
export function BoardJump({ parts }: { readonly parts: readonly (readonly [part: string, label: string])[] }): ReactElement {
  const t = useText();
  const own = useRef<HTMLElement>(null);
  const go = (part: string): void => {
    const target = [...own.current?.closest('.board')?.querySelectorAll<HTMLElement>('section[aria-label]') ?? []].find(item => item.getAttribute('aria-label') === part);
    if (target === undefined) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView?.({ block: 'start' });
  };
  return (
    <nav ref={own} className="board-jump" aria-label={t('boards.jump')}>
      {parts.map(([part, label]) => <Button key={part} className="cell-button" onPress={() => { go(part); }}>{label}</Button>)}
    </nav>
  );
}
