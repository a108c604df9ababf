/**
 * Colour tokens of both themes, as drawing code needs them: charts and the map read colours from here,
 * style sheets read the same values as CSS variables (app/theme.ts).
 *
 * The values stand in assets/tokens.json; the rules they obey stand in test/palette.test.ts.
 */
import file from '../../assets/tokens.json' with { type: 'json' };

export type Theme = 'light' | 'dark';

/** `#rrggbb`. */
export type Colour = string;

/** A plan's letter, or the reference plan that others are compared with. */
export type PlanColour = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'baseline';

type Three = readonly [Colour, Colour, Colour];
type Five = readonly [Colour, Colour, Colour, Colour, Colour];

/** One theme. Scales run from low to high; `diverging` from "A better" to "B better". */
export interface Tokens {
  readonly bg: Colour;
  readonly surface: Colour;
  readonly raised: Colour;
  readonly text: Colour;
  readonly muted: Colour;
  readonly hairline: Colour;
  readonly control: Colour;
  readonly accent: Colour;
  readonly critical: Colour;
  readonly warning: Colour;
  readonly ok: Colour;
  readonly focusInner: Colour;
  readonly focusOuter: Colour;
  readonly sea: Colour;
  readonly noData: Colour;
  readonly noDataHatch: Colour;
  /** High confidence, five classes. */
  readonly tension: Five;
  /** Medium confidence, three classes. */
  readonly tensionMedium: Three;
  /** Low confidence, one class under a hatch in `hatch`. */
  readonly tensionLow: readonly [Colour];
  readonly hatch: Colour;
  readonly diverging: Five;
  readonly plans: Readonly<Record<PlanColour, Colour>>;
  readonly ink: Colour;
  readonly route: Colour;
  readonly flow: Colour;
  readonly coverage: Colour;
  /** Outline under lines and labels on the map. */
  readonly casing: Colour;
}

/** Dash pattern of a plan's line (SVG `stroke-dasharray`): colour is never the only cue. */
export const PLAN_DASH: Readonly<Record<PlanColour, string>> = {
  A: '',
  B: '8 4',
  C: '2 4',
  D: '12 3 2 3',
  E: '5 3',
  F: '1 3',
  baseline: '',
};

// JSON arrays are typed as lists of unknown length; test/palette.test.ts checks the lengths stated above.
const THEMES = { light: file.light, dark: file.dark } as unknown as Readonly<Record<Theme, Tokens>>;

/** All colours of a theme. */
export function tokensOf(theme: Theme): Tokens {
  return THEMES[theme];
}

/** `#rrggbb` as 0xrrggbb, the form Phaser wants. */
export function colourNumber(colour: Colour): number {
  return Number.parseInt(colour.slice(1), 16);
}
