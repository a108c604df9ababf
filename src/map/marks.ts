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
  /** Names a wide area: it may slide to stay on the screen, and is left out where it cannot. */
  readonly floats?: boolean;
}

/** How far the name of a wide area may slide, pixels. */
const SLIDE = 90;

/**
 * Centre of a label on the screen, CSS pixels; undefined when a floating one finds no room.
 * @param covers boxes of panels over the map
 */
export function labelAt(label: Label, view: View, size: Size, width: number, covers: readonly Box[]): Point | undefined {
  const x = label.at[0] * view.scale + view.x + label.dx, y = label.at[1] * view.scale + view.y + label.dy;
  if (label.floats !== true) return [x, y];
  const halfWidth = width / 2 + 6, halfHeight = label.size;
  let [inX, inY] = [Math.min(size.width - halfWidth, Math.max(halfWidth, x)), Math.min(size.height - halfHeight, Math.max(halfHeight, y))];
  for (const cover of covers) {
    if (inX + halfWidth <= cover.left || inX - halfWidth >= cover.right || inY + halfHeight <= cover.top || inY - halfHeight >= cover.bottom) continue;
    // Out of the panel by the shortest way.
    const ways = [[cover.left - halfWidth, inY], [cover.right + halfWidth, inY], [inX, cover.top - halfHeight], [inX, cover.bottom + halfHeight]] as const;
    [inX, inY] = ways.reduce((a, b) => (Math.abs(b[0] - inX) + Math.abs(b[1] - inY) < Math.abs(a[0] - inX) + Math.abs(a[1] - inY) ? b : a));
  }
  const isLost = inX < halfWidth - 1 || inX > size.width - halfWidth + 1 || inY < halfHeight - 1 || inY > size.height - halfHeight + 1;
  return isLost || Math.abs(inX - x) > SLIDE || Math.abs(inY - y) > SLIDE / 3 ? undefined : [inX, inY];
}

export type Painted = Drawing | Glyph;

export const drawing = (lines: readonly Line[], closed: boolean, style: Omit<Drawing, 'kind' | 'lines' | 'closed'>): Drawing => ({ kind: 'drawing', lines, closed, ...style });
export const glyph = (at: Point, d: string, style: Omit<Glyph, 'kind' | 'at' | 'd' | 'dx' | 'dy'> & { readonly dx?: number; readonly dy?: number }): Glyph => ({ kind: 'glyph', at, d, ...style, dx: style.dx ?? 0, dy: style.dy ?? 0 });
/** A circle as a path. */
export const disc = (r: number): string => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
