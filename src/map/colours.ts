/** Colours of the map: the tokens of a theme, and the few mixed from them. */
import { MAP_COLOURS, type MapColours } from '../charts/map-signs.ts';
import { tokensOf, type Colour, type Theme, type Tokens } from '../charts/tokens.ts';
import { classOf, coarseClass, type Confidence, type LayerClasses } from '../session/region-values.ts';

/** A theme's tokens with the map's own colours. */
export interface Palette extends MapColours {
  readonly theme: Theme;
  readonly tokens: Tokens;
}

const channel = (colour: Colour, at: number): number => Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16);

/** `share` of b over a. */
export function mixed(a: Colour, b: Colour, share: number): Colour {
  return `#${[0, 1, 2].map(i => Math.round(channel(a, i) * (1 - share) + channel(b, i) * share).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, 0–1 (WCAG 2.2). */
export function luminance(colour: Colour): number {
  const part = (i: number): number => { const c = channel(colour, i) / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
}

/** Contrast of two colours, 1–21. */
export function contrast(a: Colour, b: Colour): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

export const paletteOf = (theme: Theme): Palette => ({ theme, tokens: tokensOf(theme), ...MAP_COLOURS[theme] });

/** How a region is filled: its colour and the hatch over it. */
export interface Fill {
  readonly colour: Colour;
  readonly hatch: 'none' | 'lines' | 'cross';
}

/** Five classes where the value is well known, three where roughly, one grey with a hatch where hardly, a cross-hatch where not at all. */
export function fillOf(value: number, confidence: Confidence, classes: LayerClasses, { tokens }: Palette): Fill {
  if (confidence === 'none') return { colour: tokens.noData, hatch: 'cross' };
  if (confidence === 'low') return { colour: tokens.tensionLow[0], hatch: 'lines' };
  const five = classOf(value, classes);
  return { colour: confidence === 'high' ? tokens.tension[five]! : tokens.tensionMedium[coarseClass(five)]!, hatch: 'none' };
}

/** Ink and halo for letters on a fill. */
export function lettersOn(fill: Colour, { tokens, theme }: Palette): { readonly ink: Colour; readonly halo: Colour } {
  const dark = theme === 'light' ? tokens.ink : tokens.casing;
  const light = theme === 'light' ? tokens.casing : tokens.ink;
  return contrast(fill, dark) >= contrast(fill, light) ? { ink: dark, halo: mixed(fill, light, 0.35) } : { ink: light, halo: mixed(fill, dark, 0.35) };
}
