/** The same scene as SVG: for print, and for machines on which no canvas starts. */
import type { Session } from '../session/types.ts';
import type { MapBase } from './base.ts';
import type { Size, View } from './camera.ts';
import type { Palette } from './colours.ts';
import type { Box, Line } from './geometry.ts';
import { hoverLayer } from './layers/selection.ts';
import { createMapController, type MapController, type MapOptions } from './map-controller.ts';
import { labelAt, type Drawing, type Label, type Painted, type UnitSymbol } from './marks.ts';
import type { Scene } from './scene-model.ts';
import type { Measure } from './scene-input.ts';

const round = (n: number): string => (Math.round(n * 100) / 100).toString();
const escape = (text: string): string => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
const kept = new WeakMap<object, { open?: string; closed?: string }>();

function pathData(lines: readonly Line[], closed: boolean): string {
  const key: object = lines.length === 1 ? lines[0]! : lines;
  let data = kept.get(key);
  if (data === undefined) kept.set(key, (data = {}));
  return (data[closed ? 'closed' : 'open'] ??= lines.map(line => `M${line.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${closed ? 'Z' : ''}`).join(''));
}

function strokeOf({ stroke, width, alpha, dash, ...mark }: Painted): string {
  if (stroke === undefined || width === undefined) return '';
  const cap = mark.kind === 'drawing' && mark.butt === true ? 'butt' : 'round';
  return ` stroke="${stroke}" stroke-width="${width}"${alpha === undefined ? '' : ` stroke-opacity="${round(alpha)}"`}${dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`} stroke-linecap="${cap}" stroke-linejoin="round"`;
}

function drawingSvg(mark: Drawing): string {
  const d = pathData(mark.lines, mark.closed);
  const fill = mark.hatch !== undefined ? `url(#hatch-${mark.hatch})` : (mark.fill ?? 'none');
  return `<path d="${d}" fill="${fill}" fill-rule="evenodd"${mark.fillAlpha === undefined ? '' : ` fill-opacity="${mark.fillAlpha}"`}${strokeOf(mark)} vector-effect="non-scaling-stroke"/>`;
}

function labelSvg(label: Label, view: View, size: Size, covers: readonly Box[]): string {
  const at = labelAt(label, view, size, label.text.length * label.size * 0.56, covers);
  if (at === undefined) return '';
  const [x, y] = at;
  const halo = label.haloWidth > 0 ? ` paint-order="stroke" stroke="${label.halo}" stroke-width="${label.haloWidth}" stroke-linejoin="round"` : '';
  return `<text x="${round(x)}" y="${round(y)}" dy="0.35em" text-anchor="middle" font-size="${label.size}" font-weight="${label.weight}"${label.italic === true ? ' font-style="italic"' : ''}${label.spacing === undefined ? '' : ` letter-spacing="${label.spacing}"`}${label.alpha === undefined ? '' : ` opacity="${label.alpha}"`} fill="${label.ink}"${halo}>${escape(label.text)}</text>`;
}

/** Draws one unit symbol as SVG with its anchor; the drawer of symbols is loaded apart. */
export type SymbolSvg = (mark: UnitSymbol, palette: Palette) => { readonly svg: string; readonly x: number; readonly y: number };

/**
 * A whole map as an SVG document.
 * @param symbolSvg how unit symbols are drawn; without it frames stand empty
 */
export function sceneSvg(base: MapBase, scene: Scene, view: View, size: Size, palette: Palette, symbolSvg?: SymbolSvg, hovered = -1, covers: readonly Box[] = []): string {
  const { tokens } = palette;
  const k = 1 / view.scale;
  const hatch = (id: string, side: number, d: string, stroke: string, width: number, opacity: number): string => `<pattern id="hatch-${id}" width="${side}" height="${side}" patternUnits="userSpaceOnUse" patternTransform="scale(${k}) rotate(45)"><path d="${d}" stroke="${stroke}" stroke-width="${width}" opacity="${opacity}" fill="none"/></pattern>`;
  const plane = (marks: readonly string[]): string => `<g transform="translate(${round(view.x)} ${round(view.y)}) scale(${view.scale})">${marks.join('')}</g>`;
  const sign = (mark: Painted & { readonly kind: 'glyph' }): string => `<path transform="translate(${round(mark.at[0] * view.scale + view.x + mark.dx)} ${round(mark.at[1] * view.scale + view.y + mark.dy)})" d="${mark.d}" fill="${mark.fill ?? 'none'}"${strokeOf(mark)}/>`;
  const ink = [...scene.ink, ...hoverLayer({ base, palette }, hovered)];
  const units = scene.symbols.map(mark => {
    const x = mark.at[0] * view.scale + view.x + mark.dx, y = mark.at[1] * view.scale + view.y + mark.dy;
    const drawn = symbolSvg?.(mark, palette);
    return drawn === undefined
      ? `<rect x="${round(x - mark.size / 2)}" y="${round(y - mark.size / 3)}" width="${mark.size}" height="${round(mark.size / 1.5)}" fill="${mark.hollow ? tokens.surface : mark.fill}" stroke="${tokens.ink}" stroke-width="1.3"${mark.planned ? ' stroke-dasharray="4 2.5"' : ''}/>`
      : drawn.svg.replace('<svg ', `<svg x="${round(x - drawn.x)}" y="${round(y - drawn.y)}" `);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="'Noto Sans Variable','Noto Sans',system-ui,sans-serif">`,
    `<defs>${hatch('lines', 6, 'M0 0V6', tokens.hatch, 1.6, 0.38)}${hatch('cross', 7, 'M0 0V7M0 0H7', tokens.noDataHatch, 1, 0.6)}</defs>`,
    `<rect width="100%" height="100%" fill="${tokens.sea}"/>`,
    plane([...scene.ground.map(drawingSvg), ...base.regions.map((region, r) => `<path d="${pathData(region.rings, true)}" fill="${scene.fills[r]!.colour}" fill-rule="evenodd"/>`), ...ink.filter(mark => mark.kind === 'drawing').map(drawingSvg)]),
    ...ink.filter(mark => mark.kind === 'glyph').map(sign),
    ...units, ...scene.labels.map(label => labelSvg(label, view, size, covers)), '</svg>',
  ].join('');
}

/** Shows the map as SVG in a host. Returns the way to stop. */
export function mountSvg(host: HTMLElement, session: Session, options: MapOptions, measure: Measure, symbolSvg?: SymbolSvg): { readonly controller: MapController; readonly destroy: () => void } {
  const layer = document.createElement('div');
  layer.setAttribute('aria-hidden', 'true');
  layer.style.cssText = 'position:absolute;inset:0;touch-action:none;overflow:hidden';
  host.append(layer);
  let request = 0;
  const draw = (now: number): void => {
    request = 0;
    const frame = controller.step(now);
    if (frame === undefined) {
      if (controller.isMoving) wake();
      return;
    }
    layer.innerHTML = sceneSvg(frame.base, frame.scene, frame.view, frame.size, frame.palette, symbolSvg, frame.hovered, frame.covers);
    wake();
  };
  const wake = (): void => { if (request === 0) request = requestAnimationFrame(draw); };
  const controller = createMapController(session, options, measure, wake, () => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const at = (event: MouseEvent): [number, number] => { const box = layer.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  const listen = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(name: K, run: (event: HTMLElementEventMap[K]) => void, passive = true): void => { layer.addEventListener(name, run, { signal: listen.signal, passive }); };
  on('pointerdown', event => { if (event.button === 0) { layer.setPointerCapture(event.pointerId); controller.press(event.pointerId, at(event), event.timeStamp); } });
  on('pointermove', event => { controller.move(event.pointerId, at(event)); });
  on('pointerup', event => { controller.release(event.pointerId, at(event), event.timeStamp); });
  on('pointercancel', event => { controller.release(event.pointerId, at(event), event.timeStamp); });
  on('pointerleave', () => { controller.leave(); });
  on('wheel', event => { event.preventDefault(); controller.wheel(at(event), event.deltaY, event.ctrlKey); }, false);
  const stop = session.subscribe(state => state, wake);
  const observer = new ResizeObserver(() => { controller.resize({ width: host.clientWidth, height: host.clientHeight }); });
  observer.observe(host);
  controller.resize({ width: host.clientWidth, height: host.clientHeight });
  wake();
  return { controller, destroy: () => { listen.abort(); stop(); observer.disconnect(); cancelAnimationFrame(request); controller.destroy(); layer.remove(); } };
}
