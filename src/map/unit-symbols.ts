/** Unit symbols drawn by milsymbol in the colours of the theme. */
import ms, { type ColorMode, type Symbol as MilitarySymbol } from 'milsymbol';
import type { Palette } from './colours.ts';
import type { UnitSymbol } from './marks.ts';

/** milsymbol draws a friend's frame 1.5 times as wide as its size. */
const FRAME = 1.5;
const CONTEXT_DIGIT = 2;
const STATUS_DIGIT = 6;
const PLANNED = '1';

export interface DrawnSymbol {
  /** Name of the picture: the same for the same look. */
  readonly key: string;
  readonly symbol: MilitarySymbol;
}

export function unitSymbol({ code, size, fill, hollow, planned }: UnitSymbol, { theme, tokens }: Palette): DrawnSymbol {
  // The context "exercise" would add a letter to each sign; a planning map says so once, in its legend.
  const plain = `${code.slice(0, CONTEXT_DIGIT)}0${code.slice(CONTEXT_DIGIT + 1)}`;
  const sidc = planned ? plain.slice(0, STATUS_DIGIT) + PLANNED + plain.slice(STATUS_DIGIT + 1) : plain;
  const ground = hollow ? tokens.surface : fill;
  const all = (colour: string): ColorMode => ({ Civilian: colour, Friend: colour, Hostile: colour, Neutral: colour, Unknown: colour, Suspect: colour });
  const symbol = new ms.Symbol(sidc, {
    size: size / FRAME, strokeWidth: 6, outlineWidth: 7, outlineColor: tokens.casing, colorMode: all(ground), frameColor: all(tokens.ink), iconColor: tokens.ink, infoFields: false, simpleStatusModifier: true,
  });
  return { key: `${sidc} ${size} ${ground} ${theme}`, symbol };
}
