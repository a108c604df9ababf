/** The words of the panels in the reader's language: ICU messages by key. */
import { IntlMessageFormat } from 'intl-messageformat';
import { useCallback } from 'react';
import type { LocalText } from '../scenario/fields.ts';
import { textIn, type Language } from '../scenario/localize.ts';
import { MESSAGES, type TextKey } from './messages/index.ts';
import { useSelect } from './use-session.ts';

export type TextValues = Readonly<Record<string, string | number>>;
export type { TextKey };

const compiled = new Map<string, IntlMessageFormat>();

/** The message of a key in a language, with its values filled in. */
export function textOf(language: Language, key: TextKey, values?: TextValues): string {
  const name = `${language} ${key}`;
  let message = compiled.get(name);
  if (message === undefined) {
    message = new IntlMessageFormat(MESSAGES[language][key], language, undefined, { ignoreTag: true });
    compiled.set(name, message);
  }
  return String(message.format(values as Record<string, string | number> | undefined));
}

/** Messages in the session's language: `t('transport.play')`, `t('region.above', { count: 26, value: '15,000' })`. */
export function useText(): (key: TextKey, values?: TextValues) => string {
  const language = useSelect(state => state.language);
  return useCallback((key, values) => textOf(language, key, values), [language]);
}

/** Names from files in the session's language. */
export function useLocal(): (text: LocalText) => string {
  const language = useSelect(state => state.language);
  return useCallback(text => textIn(text, language), [language]);
}
