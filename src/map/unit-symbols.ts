/**
 * Unit symbols in the colours of the theme. Their shapes stand in assets/unit-symbols.json, drawn by milsymbol from the
 * codes of the unit catalogue (test/map/unit-symbols.test.ts writes and checks them), so that the planner loads ten
 * kilobytes instead of the whole of military symbology.
 */
import shapes from '../../assets/unit-symbols.json' with { type: 'json' };
import type { Palette } from './colours.ts';
import type { UnitSymbol } from './marks.ts';

/** A friend's frame is 1.5 times as wide as the size a symbol is drawn at. */
const FRAME = 1.5;
/** Size at which shapes are kept. */
const WHOLE = 100;
const CONTEXT_DIGIT = 2;
const STATUS_DIGIT = 6;
const PLANNED = '1';
const TEXT_FONT = 'Arial';

/** One stroke of the pen. Fill and stroke are colour names or parts of a palette; absent means none. */
export interface SymbolMark {
  /** Path data, or a circle, or a text centred on its place. */
  readonly d?: string;
  readonly circle?: readonly [x: number, y: number, radius: number];
  readonly text?: readonly [x: number, y: number, size: number, words: string];
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
  readonly round?: true;
}

/** A symbol at size 100. */
export interface SymbolShape {
  /** Left, top, width and height of its picture. */
  readonly box: readonly [number, number, number, number];
  /** Place of its heart in the picture. */
  readonly anchor: readonly [number, number];
  readonly marks: readonly SymbolMark[];
}

export interface DrawnSymbol {
  /** Name of the picture: the same for the same look. */
  readonly key: string;
  /** Place of its heart in the picture, px. */
  readonly anchor: { readonly x: number; readonly y: number };
  svg(): string;
  /** @param ratio device pixels for each pixel */
  canvas(ratio: number): HTMLCanvasElement;
}

const SHAPES = shapes as unknown as Readonly<Record<string, SymbolShape>>;

/** The code under which a symbol's shape stands. */
export function symbolKey(code: string, planned: boolean): string {
  // The context "exercise" would add a letter to each sign; a planning map says so once, in its legend.
  const plain = `${code.slice(0, CONTEXT_DIGIT)}0${code.slice(CONTEXT_DIGIT + 1)}`;
  return planned ? plain.slice(0, STATUS_DIGIT) + PLANNED + plain.slice(STATUS_DIGIT + 1) : plain;
}

/** @throws for a code outside the catalogue, which a test would have found */
export function unitSymbol({ code, size, fill, hollow, planned }: UnitSymbol, { theme, tokens }: Palette): DrawnSymbol {
  const sidc = symbolKey(code, planned);
  const shape = SHAPES[sidc];
  if (shape === undefined) throw new Error(`There is no symbol for the code ${code}.`);
  const ground = hollow ? tokens.surface : fill;
  const scale = size / FRAME / WHOLE;
  const inks: Readonly<Record<string, string>> = { ground, ink: tokens.ink, casing: tokens.casing };
  const colour = (name: string | undefined): string | undefined => (name === undefined ? undefined : inks[name] ?? name);
  return {
    key: `${sidc} ${size} ${ground} ${theme}`, anchor: { x: shape.anchor[0] * scale, y: shape.anchor[1] * scale },
    svg: () => shapeSvg(shape, scale, colour), canvas: ratio => shapeCanvas(shape, scale * ratio, colour),
  };
}

type Colour = (name: string | undefined) => string | undefined;

function shapeSvg({ box: [x, y, width, height], marks }: SymbolShape, scale: number, colour: Colour): string {
  const parts = marks.map(mark => {
    const look = `fill="${colour(mark.fill) ?? 'none'}"${mark.stroke === undefined ? '' : ` stroke="${colour(mark.stroke)}" stroke-width="${mark.width}"`}${mark.dash === undefined ? '' : ` stroke-dasharray="${mark.dash}"`}${mark.round ? ' stroke-linecap="round" stroke-linejoin="round"' : ''}`;
    if (mark.circle !== undefined) return `<circle cx="${mark.circle[0]}" cy="${mark.circle[1]}" r="${mark.circle[2]}" ${look}/>`;
    if (mark.text !== undefined) return `<text x="${mark.text[0]}" y="${mark.text[1]}" text-anchor="middle" dominant-baseline="middle" font-family="${TEXT_FONT}" font-weight="bold" font-size="${mark.text[2]}" ${look}>${mark.text[3]}</text>`;
    return `<path d="${mark.d}" ${look}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="${x} ${y} ${width} ${height}">${parts.join('')}</svg>`;
}

function pathOf({ d, circle }: SymbolMark): Path2D {
  const path = new Path2D(d);
  if (circle !== undefined) path.arc(circle[0], circle[1], circle[2], 0, 2 * Math.PI);
  return path;
}

function shapeCanvas({ box: [x, y, width, height], marks }: SymbolShape, scale: number, colour: Colour): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const ctx = canvas.getContext('2d')!;
  ctx.scale(scale, scale);
  ctx.translate(-x, -y);
  for (const mark of marks) {
    const fill = colour(mark.fill);
    const stroke = colour(mark.stroke);
    ctx.fillStyle = fill ?? 'transparent';
    ctx.strokeStyle = stroke ?? 'transparent';
    ctx.lineWidth = mark.width ?? 1;
    ctx.setLineDash(mark.dash === undefined ? [] : mark.dash.split(',').map(Number));
    ctx.lineCap = mark.round ? 'round' : 'butt';
    ctx.lineJoin = mark.round ? 'round' : 'miter';
    if (mark.text !== undefined) {
      const [left, top, size, words] = mark.text;
      ctx.font = `bold ${size}px ${TEXT_FONT}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillText(words, left, top);
      continue;
    }
    const path = pathOf(mark);
    if (fill !== undefined) ctx.fill(path);
    if (stroke !== undefined) ctx.stroke(path);
  }
  return canvas;
}
