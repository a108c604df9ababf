/** Texts for readers in the language asked for. */
import type { LocalText } from './fields.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The text in `language`, or in English where the file has no translation. */
export function textIn(text: LocalText, language: Language): string {
  return (language === 'fr' ? text.fr : undefined) ?? text.en;
}
