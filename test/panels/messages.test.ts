import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { MESSAGES, type TextKey } from '../../src/panels/messages/index.ts';
import { textOf } from '../../src/panels/text.ts';

/** Names of the values that a message takes. */
function valuesOf(message: string, language: string): string[] {
  const names = new Set<string>();
  const walk = (parts: readonly { readonly type: number; readonly value?: unknown; readonly options?: Readonly<Record<string, { readonly value: never }>> }[]): void => {
    for (const part of parts) {
      if (part.type >= 1 && part.type <= 6 && typeof part.value === 'string') names.add(part.value);
      for (const option of Object.values(part.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() as never);
  return [...names].sort();
}

describe('messages', () => {
  const keys = Object.keys(MESSAGES.en) as TextKey[];
  it('are there in both languages', () => {
    expect(Object.keys(MESSAGES.fr).sort()).toEqual([...keys].sort());
    expect(keys.length).toBeGreaterThan(200);
  });
  it('are well formed and take the same values in both languages', () => {
    for (const key of keys) expect([key, valuesOf(MESSAGES.fr[key], 'fr')]).toEqual([key, valuesOf(MESSAGES.en[key], 'en')]);
  });
  it('say D+60 as J+60 in French and keep words of regions out', () => {
    for (const key of keys) {
      expect(MESSAGES.fr[key]).not.toMatch(/\bD\+/);
      expect(MESSAGES.en[key]).not.toMatch(/\b(?:kills|casualty count|lives saved|significant|proves|proof)\b/i);
    }
  });
  it('count', () => {
    expect(textOf('en', 'inspector.days', { days: 1 })).toBe('1 day');
    expect(textOf('fr', 'inspector.days', { days: 0 })).toBe('0 jour');
    expect(textOf('en', 'council.member', { name: 'X', position: 'opposes', veto: 'yes' })).toBe('X: opposes, holds a veto');
  });
});
