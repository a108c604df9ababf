/** Painting marks on a 2D canvas. Paths are built once in the plane and scaled by the canvas; widths stay in pixels. */
import type { View } from './camera.ts';
import type { Palette } from './colours.ts';
import type { Line } from './geometry.ts';
import type { Drawing, Painted } from './marks.ts';

const built = new WeakMap<object, { open?: Path2D; closed?: Path2D }>();
const signs = new Map<string, Path2D>();

/** Path of lines of the plane, kept for as long as the lines live. */
function pathOf({ lines, closed }: Drawing): Path2D {
  const key: object = lines.length === 1 ? lines[0]! : lines;
  let kept = built.get(key);
  if (kept === undefined) built.set(key, (kept = {}));
  return (kept[closed ? 'closed' : 'open'] ??= trace(lines, closed));
}

function trace(lines: readonly Line[], closed: boolean): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    line.forEach(([x, y], i) => { if (i === 0) path.moveTo(x, y); else path.lineTo(x, y); });
    if (closed) path.closePath();
  }
  return path;
}

function signOf(d: string): Path2D {
  let path = signs.get(d);
  if (path === undefined) {
    if (signs.size > 2000) signs.clear();
    signs.set(d, (path = new Path2D(d)));
  }
  return path;
}

/** Sides of the hatches' squares, pixels: lines at 45°, and crossed ones. */
const HATCH = { lines: 6, cross: 8 } as const;

/** A square that repeats into a hatch. */
function hatchSquare(kind: keyof typeof HATCH, { tokens }: Palette, dpr: number): HTMLCanvasElement {
  const side = Math.round(HATCH[kind] * Math.SQRT2 * dpr);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const ctx = canvas.getContext('2d')!;
  ctx.lineWidth = (kind === 'lines' ? 1.3 : 0.9) * dpr;
  ctx.strokeStyle = kind === 'lines' ? tokens.hatch : tokens.noDataHatch;
  ctx.globalAlpha = kind === 'lines' ? 0.42 : 0.62;
  ctx.beginPath();
  for (const d of [-side, 0, side]) {
    ctx.moveTo(d, side); ctx.lineTo(d + side, 0);
    if (kind === 'cross') { ctx.moveTo(d, 0); ctx.lineTo(d + side, side); }
  }
  ctx.stroke();
  return canvas;
}

export interface CanvasPainter {
  /** Clears the canvas and paints marks from first to last. */
  paint(ctx: CanvasRenderingContext2D, marks: readonly Painted[], view: View, palette: Palette, dpr: number, background?: string): void;
}

export function createCanvasPainter(): CanvasPainter {
  const squares = new Map<string, HTMLCanvasElement>();
  return {
    paint: (ctx, marks, view, palette, dpr, background) => {
      const { width, height } = ctx.canvas;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.globalAlpha = 1;
      if (background === undefined) ctx.clearRect(0, 0, width, height);
      else { ctx.fillStyle = background; ctx.fillRect(0, 0, width, height); }
      const k = view.scale * dpr;
      ctx.lineJoin = 'round';
      for (const mark of marks) {
        let path: Path2D;
        let unit: number;
        if (mark.kind === 'drawing') {
          path = pathOf(mark);
          unit = view.scale;
          ctx.setTransform(k, 0, 0, k, view.x * dpr, view.y * dpr);
        } else {
          const x = mark.at[0] * view.scale + view.x + mark.dx, y = mark.at[1] * view.scale + view.y + mark.dy;
          if (x < -700 || y < -700 || x * dpr > width + 700 || y * dpr > height + 700) continue;
          path = signOf(mark.d);
          unit = 1;
          ctx.setTransform(dpr, 0, 0, dpr, x * dpr, y * dpr);
        }
        if (mark.fill !== undefined) {
          ctx.globalAlpha = (mark.kind === 'drawing' ? mark.fillAlpha : mark.alpha) ?? 1;
          ctx.fillStyle = mark.fill;
          ctx.fill(path, 'evenodd');
        }
        if (mark.kind === 'drawing' && mark.hatch !== undefined) {
          const key = `${mark.hatch} ${palette.theme} ${dpr}`;
          let square = squares.get(key);
          if (square === undefined) squares.set(key, (square = hatchSquare(mark.hatch, palette, dpr)));
          const pattern = ctx.createPattern(square, 'repeat')!;
          pattern.setTransform(new DOMMatrix().scale(1 / k));
          ctx.globalAlpha = 1;
          ctx.fillStyle = pattern;
          ctx.fill(path, 'evenodd');
        }
        if (mark.stroke !== undefined && mark.width !== undefined) {
          ctx.globalAlpha = mark.alpha ?? 1;
          ctx.strokeStyle = mark.stroke;
          ctx.lineWidth = mark.width / unit;
          ctx.lineCap = mark.kind === 'drawing' && mark.butt === true ? 'butt' : 'round';
          ctx.setLineDash(mark.dash === undefined ? [] : mark.dash.map(d => d / unit));
          ctx.stroke(path);
        }
      }
      ctx.setLineDash([]);
      ctx.globalAlpha = 1;
    },
  };
}
