/** What the map is drawn from: marks in the plane, with sizes in screen pixels. One list serves canvas, Phaser and SVG. */
import type { Colour } from '../charts/tokens.ts';
import type { Size, View } from './camera.ts';
import type { Box, Line, Point } from './geometry.ts';

/** Lines or areas of the plane; widths in pixels whatever the zoom. */
export interface Drawing {
  readonly kind: 'drawing';
  /** Same object for the same shape, so that painters can keep what they built from it. */
  readonly lines: readonly Line[];
  readonly closed: boolean;
  readonly fill?: Colour;
  readonly fillAlpha?: number;
  readonly hatch?: 'lines' | 'cross';
  readonly stroke?: Colour;
  readonly width?: number;
  readonly alpha?: number;
  readonly dash?: readonly number[];
  readonly butt?: boolean;
}

/** A small sign at a place: path in pixels around it. */
export interface Glyph {
  readonly kind: 'glyph';
  readonly at: Point;
  /** Pixels from the place. */
  readonly dx: number;
  readonly dy: number;
  /** SVG path, pixels. */
  readonly d: string;
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly width?: number;
  readonly alpha?: number;
  readonly dash?: readonly number[];
}

/** A unit symbol after MIL-STD-2525D / APP-6D. */
export interface UnitSymbol {
  readonly kind: 'symbol';
  readonly at: Point;
  readonly dx: number;
  readonly dy: number;
  readonly code: string;
  /** Width of the frame, pixels. */
  readonly size: number;
  readonly fill: Colour;
  /** Not yet operational. */
  readonly hollow: boolean;
  readonly planned: boolean;
}

export interface Label {
  readonly kind: 'label';
  /** Same key for the same label from scene to scene. */
  readonly key: string;
  readonly at: Point;
  readonly dx: number;
  readonly dy: number;
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 500 | 600;
  readonly italic?: boolean;
  /** Letter spacing, pixels. */
  readonly spacing?: number;
  readonly ink: Colour;
  readonly halo: Colour;
  /** Width of the halo, pixels; 0 for none. */
  readonly haloWidth: number;
  readonly alpha?: number;
  /** Names a wide area: other offsets at which it would stand well; it takes the first that is in sight, or is left out. */
  readonly choices?: readonly Point[];
}

/**
 * Centre of a label on the screen, CSS pixels; undefined when none of its choices is in sight.
 * @param covers boxes of panels over the map
 */
export function labelAt(label: Label, view: View, size: Size, width: number, covers: readonly Box[]): Point | undefined {
  const x = label.at[0] * view.scale + view.x, y = label.at[1] * view.scale + view.y;
  if (label.choices === undefined) return [x + label.dx, y + label.dy];
  const halfWidth = width / 2 + 6, halfHeight = label.size;
  const choice = label.choices.find(([dx, dy]) => {
    const [left, right, top, bottom] = [x + dx - halfWidth, x + dx + halfWidth, y + dy - halfHeight, y + dy + halfHeight];
    return left >= 0 && right <= size.width && top >= 0 && bottom <= size.height && !covers.some(cover => right > cover.left && left < cover.right && bottom > cover.top && top < cover.bottom);
  });
  return choice === undefined ? undefined : [x + choice[0], y + choice[1]];
}

export type Painted = Drawing | Glyph;

export const drawing = (lines: readonly Line[], closed: boolean, style: Omit<Drawing, 'kind' | 'lines' | 'closed'>): Drawing => ({ kind: 'drawing', lines, closed, ...style });
export const glyph = (at: Point, d: string, style: Omit<Glyph, 'kind' | 'at' | 'd' | 'dx' | 'dy'> & { readonly dx?: number; readonly dy?: number }): Glyph => ({ kind: 'glyph', at, d, ...style, dx: style.dx ?? 0, dy: style.dy ?? 0 });
/** A circle as a path. */
export const disc = (r: number): string => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
