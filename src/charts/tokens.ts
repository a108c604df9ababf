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

/** Letters with a colour of their own. */
export const PLAN_LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;

/** A plan's letter, or the reference plan that others are compared with. */
export type PlanColour = (typeof PLAN_LETTERS)[number] | 'baseline';

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
  G: '16 3',
  H: '10 3 2 3 2 3',
  baseline: '',
};

const place = (letter: string): number => (/^[A-Z]$/.test(letter) ? letter.charCodeAt(0) - 'A'.charCodeAt(0) : -1);

/** Colour of a plan: its own up to H, from I on that of A, B … again; grey for a plan without a letter. */
export function planColour(letter: string): PlanColour {
  const at = place(letter);
  return at < 0 ? 'baseline' : PLAN_LETTERS[at % PLAN_LETTERS.length]!;
}

/** Dash of a plan's line. Letters that share a colour do not share a dash. */
export function planDash(letter: string): string {
  const at = place(letter);
  return at < 0 ? PLAN_DASH.baseline : PLAN_DASH[PLAN_LETTERS[(at + Math.floor(at / PLAN_LETTERS.length)) % PLAN_LETTERS.length]!];
}

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
