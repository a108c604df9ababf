/**
 * The door of the map: `mountMap` shows it in an element and gives a handle. Loaded after the shell, with Phaser and the
 * unit symbols. The picture is hidden from assistive technology; the region table is its twin.
 */
import type { Direction } from '../session/region-neighbours.ts';
import type { Session } from '../session/types.ts';
import { createMapController, type MapController, type MapOptions } from './map-controller.ts';
import type { Measure } from './scene-input.ts';
import { mountSvg, type SymbolSvg } from './svg-map.ts';

export type { Hover, MapOptions } from './map-controller.ts';

export interface MapHandle {
  /** What draws: decided when mounting. */
  readonly renderer: 'webgl' | 'canvas' | 'svg';
  /** The whole country, clear of overlays. */
  fit(): void;
  /** Call when overlays came, went or grew: a map that shows the whole country fits again. */
  keepClear(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Brings a region to the middle. */
  panTo(region: string): void;
  /** Selects the neighbouring region in a direction. */
  nextRegion(direction: Direction): void;
  destroy(): void;
}

const ZOOM = 1.6;
/** Names of renderers that compute pictures on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether WebGL is there, and in hardware. */
function hasFastWebgl(): boolean {
  const gl = document.createElement('canvas').getContext('webgl');
  if (gl === null) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !SOFTWARE.test(name);
}

/** Width of texts in the font of the map, kept by look. */
function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, size, weight, spacing = 0) => {
    const key = `${weight} ${size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (context === null) width = text.length * size * 0.56;
      else { context.font = `${weight} ${size}px "Noto Sans Variable", "Noto Sans", system-ui, sans-serif`; width = context.measureText(text).width; }
      known.set(key, width);
    }
    return width + spacing * text.length;
  };
}

/** The map's font, or its stand-in when it does not come within a moment. */
async function awaitFont(): Promise<void> {
  const late = new Promise(done => { setTimeout(done, 1500); });
  const all = Promise.allSettled(['400', '500', '600'].map(weight => document.fonts.load(`${weight} 13px "Noto Sans Variable"`)));
  await Promise.race([all, late]);
}

const handleOf = (renderer: MapHandle['renderer'], controller: MapController, destroy: () => void): MapHandle => ({
  renderer, destroy,
  fit: () => { controller.fit(); }, keepClear: () => { controller.keepClear(); }, zoomIn: () => { controller.zoomBy(ZOOM); }, zoomOut: () => { controller.zoomBy(1 / ZOOM); },
  panTo: region => { controller.panTo(region); }, nextRegion: direction => { controller.nextRegion(direction); },
});

/**
 * Shows the map in an element that has a size and a position; follows the session until destroyed.
 * The page's address may name the renderer: `?renderer=webgl`, `canvas` or `svg`.
 */
export async function mountMap(host: HTMLElement, session: Session, options: MapOptions = {}): Promise<MapHandle> {
  const named = new URLSearchParams(location.search).get('renderer');
  const wanted = options.renderer ?? (named === 'webgl' || named === 'canvas' || named === 'svg' ? named : 'auto');
  const measure = createMeasure();
  await awaitFont();
  if (wanted !== 'svg') {
    try {
      return await mountPhaser(host, session, options, measure, wanted === 'webgl' || (wanted === 'auto' && hasFastWebgl()) ? 'webgl' : 'canvas');
    } catch (problem) {
      options.onProblem?.(problem instanceof Error ? problem.message : String(problem));
    }
  }
  const symbolSvg: SymbolSvg | undefined = await import('./unit-symbols.ts').then(({ unitSymbol }) => (mark: Parameters<SymbolSvg>[0], palette: Parameters<SymbolSvg>[1]) => {
    const symbol = unitSymbol(mark, palette);
    return { svg: symbol.svg(), ...symbol.anchor };
  }, () => undefined);
  const { controller, destroy } = mountSvg(host, session, options, measure, symbolSvg);
  return handleOf('svg', controller, destroy);
}

async function mountPhaser(host: HTMLElement, session: Session, options: MapOptions, measure: Measure, renderer: 'webgl' | 'canvas'): Promise<MapHandle> {
  const [Phaser, { MapScene }] = await Promise.all([import('phaser'), import('./map-scene.ts')]);
  const dpr = (): number => Math.min(3, window.devicePixelRatio || 1);
  const layer = document.createElement('div');
  layer.setAttribute('aria-hidden', 'true');
  layer.style.cssText = 'position:absolute;inset:0;overflow:hidden;touch-action:none';
  host.append(layer);
  let game: Phaser.Game | undefined;
  const wake = (): void => { if (game?.isRunning === true && !game.loop.running) game.loop.wake(); };
  const controller = createMapController(session, options, measure, wake, () => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const sizeNow = (): { readonly width: number; readonly height: number } => ({ width: Math.max(2, host.clientWidth), height: Math.max(2, host.clientHeight) });
  const first = sizeNow();
  try {
    game = new Phaser.Game({
      type: renderer === 'webgl' ? Phaser.WEBGL : Phaser.CANVAS, parent: layer, banner: false, disableContextMenu: false, backgroundColor: '#00000000', transparent: true,
      scale: { mode: Phaser.Scale.NONE, width: Math.round(first.width * dpr()), height: Math.round(first.height * dpr()), zoom: 1 / dpr() },
      render: { antialias: true, antialiasGL: false, powerPreference: 'low-power' }, audio: { noAudio: true }, input: { keyboard: false, gamepad: false },
      scene: new MapScene(controller, dpr),
    });
    const made = game;
    await new Promise<void>((done, failed) => {
      const late = setTimeout(() => { failed(new Error('the map did not start')); }, 8000);
      made.events.once(Phaser.Core.Events.READY, () => { clearTimeout(late); done(); });
    });
  } catch (problem) {
    game?.destroy(true);
    controller.destroy();
    layer.remove();
    throw problem;
  }
  const running = game;
  running.canvas.setAttribute('aria-hidden', 'true');
  running.canvas.tabIndex = -1;
  let shown = { width: 0, height: 0, dpr: 0 };
  const resize = (): void => {
    const size = sizeNow();
    const now = dpr();
    if (size.width === shown.width && size.height === shown.height && now === shown.dpr) return;
    shown = { ...size, dpr: now };
    running.scale.setZoom(1 / now);
    running.scale.resize(Math.round(size.width * now), Math.round(size.height * now));
    controller.resize(size);
    wake();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  resize();
  const stop = session.subscribe(state => state, () => { if (controller.isStale) wake(); });
  return handleOf(renderer, controller, () => {
    observer.disconnect();
    stop();
    controller.destroy();
    running.destroy(true);
    layer.remove();
  });
}
