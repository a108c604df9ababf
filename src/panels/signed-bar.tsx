/** A bar to the left or right of its middle, for a number of either sign; the number stands beside it in the table. */
import type { ReactElement } from 'react';
import type { Language } from '../scenario/localize.ts';
import { decimalText } from './format.ts';

/** "+0.12", "−0.05", "0.00". */
export function signedText(value: number, language: Language, digits = 2): string {
  const text = decimalText(Math.abs(value), language, digits);
  return /[1-9]/.test(text) ? `${value > 0 ? '+' : '−'}${text}` : text;
}

/** @param reach value whose bar fills its half */
export function SignedBar({ value, reach }: { readonly value: number; readonly reach: number }): ReactElement {
  const width = 50 * Math.min(1, Math.abs(value) / reach);
  return (
    <span className="signed" aria-hidden="true">
      <span className={value < 0 ? 'signed-fill below' : 'signed-fill'} style={{ left: `${value < 0 ? 50 - width : 50}%`, width: `${width}%` }} />
    </span>
  );
}
