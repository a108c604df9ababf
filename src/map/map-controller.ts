/**
 * The map without a renderer: it follows the session, keeps the view, answers pointers, and says when there is something
 * new to draw. Phaser and SVG both draw what `step` gives.
 */
import type { ScenarioModel } from '../scenario/model.ts';
import { regionInDirection, type Direction } from '../session/region-neighbours.ts';
import type { Session, SessionState } from '../session/types.ts';
import { buildBase, type MapBase } from './base.ts';
import { centredOn, fitClear, held, levelAt, panned, pinched, toPlane, zoomedAbout, type Level, type Size, type View } from './camera.ts';
import { paletteOf, type Palette } from './colours.ts';
import type { Box, Point } from './geometry.ts';
import { buildScene, type Scene } from './scene-model.ts';
import type { Measure } from './scene-input.ts';

/** A region under the pointer, for a tooltip: its index and where, CSS pixels from the map's corner. */
export interface Hover {
  readonly region: number;
  readonly x: number;
  readonly y: number;
}

export interface MapOptions {
  /** 'auto' takes WebGL where the machine draws it in hardware, else a 2D canvas; SVG when neither starts. */
  readonly renderer?: 'auto' | 'webgl' | 'canvas' | 'svg';
  /** Boxes of panels that lie over the map, CSS pixels from its corner; fitting keeps the country clear of them. */
  readonly overlays?: () => readonly Box[];
  readonly onHover?: (hover: Hover | null) => void;
  /** Something went wrong that the map cannot mend, as a sentence for a log. */
  readonly onProblem?: (problem: string) => void;
}

export interface Frame {
  readonly base: MapBase;
  readonly scene: Scene;
  readonly view: View;
  readonly palette: Palette;
  readonly size: Size;
  readonly hovered: number;
  /** Panels over the map. */
  readonly covers: readonly Box[];
  /** What differs from the frame before: only the view's place, or more. */
  readonly isMoved: boolean;
}

export interface MapController {
  /** The next frame, or undefined when nothing changed. `now` in milliseconds. */
  step(now: number): Frame | undefined;
  resize(size: Size): void;
  fit(isSmooth?: boolean): void;
  /** Overlays changed: a map that shows the whole country fits again. */
  keepClear(): void;
  zoomBy(factor: number, at?: Point): void;
  panTo(region: string): void;
  nextRegion(direction: Direction): void;
  press(pointer: number, at: Point, now: number): void;
  move(pointer: number, at: Point): void;
  release(pointer: number, at: Point, now: number): void;
  leave(): void;
  wheel(at: Point, deltaY: number, isFine: boolean): void;
  readonly isDragging: boolean;
  /** Whether the view is still on its way, so that frames must go on. */
  readonly isMoving: boolean;
  /** Whether the session shows something else than what was drawn last. */
  readonly isStale: boolean;
  destroy(): void;
}

const GLIDE = 180; // ms
const CLICK_SLACK = 4; // px a click may wander
const DOUBLE = 320; // ms between the clicks of a double click
const STEP = 1.6;

/** What a scene depends on besides the view's place. */
const facts = (state: SessionState): readonly unknown[] => [state.trace, Math.floor(state.day), state.layer, state.marks, state.selection.region, state.theme, state.language];

export function createMapController(session: Session, options: MapOptions, measure: Measure, wake: () => void, isStill: () => boolean): MapController {
  let base: MapBase | undefined;
  let loading: unknown = null;
  let size: Size = { width: 0, height: 0 };
  let view: View = { scale: 1, x: 0, y: 0 };
  let fitted: View = view;
  let isFitted = true;
  let covers: readonly Box[] = [];
  let level: Level = 0;
  let glide: { readonly from: View; readonly to: View; readonly start: number } | undefined;
  let wanted: View | undefined;
  let palette = paletteOf(session.get().theme);
  let scene: Scene | undefined;
  let drawn: { readonly facts: readonly unknown[]; readonly scale: number; readonly level: Level; readonly palette: Palette } | undefined;
  let drawnView: View | undefined;
  let drawnHover = -1;
  let hovered = -1;
  let mustDraw = true;
  let isOver = false;
  const down = new Map<number, Point>();
  let pressedAt: Point | undefined;
  let wandered = false;
  let lastClick = { at: -Infinity, x: 0, y: 0 };

  const load = (): void => {
    const { model } = session.get();
    if (model === loading) return;
    loading = model;
    base = undefined;
    scene = undefined;
    if (model === null) return;
    void open(model);
  };
  const open = async (model: ScenarioModel): Promise<void> => {
    try {
      const built = await buildBase(model);
      if (isOver || loading !== model) return;
      base = built;
      isFitted = true;
      refit(false);
      mustDraw = true;
      wake();
    } catch (problem) {
      options.onProblem?.(problem instanceof Error ? problem.message : String(problem));
    }
  };
  const refit = (isSmooth: boolean): void => {
    if (base === undefined || size.width < 2 || size.height < 2) return;
    covers = options.overlays?.() ?? [];
    mustDraw = true;
    fitted = fitClear(base.edge, base.box, size, covers);
    if (isFitted) goTo(fitted, isSmooth);
    else wake();
  };
  const goTo = (to: View, isSmooth = true): void => {
    glide = undefined;
    if (isSmooth && !isStill()) wanted = to;
    else { wanted = undefined; view = to; }
    wake();
  };
  const within = (next: View): View => (base === undefined ? next : held(next, base.box, size));
  const regionAt = (at: Point): number => (base === undefined ? -1 : base.picker.at(toPlane(view, at)));
  const setHover = (region: number, at: Point): void => {
    if (region === hovered && region < 0) return;
    hovered = region;
    options.onHover?.(region < 0 ? null : { region, x: at[0], y: at[1] });
    wake();
  };
  const controller: MapController = {
    get isDragging() { return pressedAt !== undefined && wandered; },
    get isMoving() { return wanted !== undefined || glide !== undefined; },
    get isStale() {
      const state = session.get();
      return state.model !== loading || drawn === undefined || !facts(state).every((fact, i) => Object.is(fact, drawn!.facts[i]));
    },
    step: now => {
      load();
      if (base === undefined) return undefined;
      const state = session.get();
      if (wanted !== undefined) { glide = { from: view, to: wanted, start: now }; wanted = undefined; }
      if (glide !== undefined) {
        const t = Math.min(1, (now - glide.start) / GLIDE);
        const ease = 1 - (1 - t) * (1 - t) * (1 - t);
        // Scale by ratio and place by the fixed point of the move, so that a zoom does not sway.
        const scale = glide.from.scale * (glide.to.scale / glide.from.scale) ** ease;
        const share = Math.abs(glide.to.scale - glide.from.scale) < 1e-9 ? ease : (scale - glide.from.scale) / (glide.to.scale - glide.from.scale);
        view = { scale, x: glide.from.x + (glide.to.x - glide.from.x) * share, y: glide.from.y + (glide.to.y - glide.from.y) * share };
        if (t >= 1) { view = glide.to; glide = undefined; }
      }
      if (palette.theme !== state.theme) palette = paletteOf(state.theme);
      level = levelAt(view.scale / fitted.scale, level);
      const now_ = facts(state);
      const isSame = drawn !== undefined && scene !== undefined && drawn.scale === view.scale && drawn.level === level && drawn.palette === palette && drawn.facts.every((fact, i) => Object.is(fact, now_[i]));
      const isStay = drawnView !== undefined && drawnView.x === view.x && drawnView.y === view.y && drawnHover === hovered;
      if (isSame && isStay && !mustDraw) return undefined;
      if (!isSame) {
        const { model } = base;
        const plan = state.preview !== null && state.preview.plan.id === state.trace?.planId ? state.preview.plan : state.document.plans.find(p => p.id === state.trace?.planId);
        const days = state.trace?.days ?? model.scenario.days;
        scene = buildScene({ base, plan, trace: state.trace !== null && state.trace.regions.tension.length === state.trace.days * base.regions.length ? state.trace : null, day: Math.max(0, Math.min(days - 1, Math.floor(state.day))), layer: state.layer, marks: state.marks,
          selected: state.selection.region === null ? -1 : (model.regionIndex[state.selection.region] ?? -1), palette, language: state.language, level, scale: view.scale, measure });
        drawn = { facts: now_, scale: view.scale, level, palette };
      }
      const isMoved = isSame && !mustDraw && drawnHover === hovered;
      mustDraw = false;
      drawnView = view;
      drawnHover = hovered;
      return { base, scene: scene!, view, palette, size, hovered, covers, isMoved };
    },
    resize: next => {
      if (next.width === size.width && next.height === size.height) return;
      const before = size;
      size = next;
      mustDraw = true;
      refit(false);
      if (!isFitted && before.width > 0) view = within(panned(view, (next.width - before.width) / 2, (next.height - before.height) / 2));
      wake();
    },
    keepClear: () => { refit(true); },
    fit: (isSmooth = true) => { isFitted = true; refit(isSmooth); },
    zoomBy: (factor, at = [size.width / 2, size.height / 2]) => { isFitted = false; goTo(within(zoomedAbout(wanted ?? glide?.to ?? view, at, factor, fitted.scale))); },
    panTo: id => {
      const region = base?.regions[base.model.regionIndex[id] ?? -1];
      if (region === undefined) return;
      isFitted = false;
      const scale = Math.max(view.scale, fitted.scale * STEP);
      goTo(centredOn({ ...view, scale }, region.heart, size));
    },
    nextRegion: direction => {
      const { model, selection } = session.get();
      if (model === null) return;
      const next = regionInDirection(model, selection.region === null ? -1 : (model.regionIndex[selection.region] ?? -1), direction);
      const region = model.scenario.regions[next];
      if (region !== undefined) session.select({ region: region.id });
    },
    press: (pointer, at) => {
      down.set(pointer, at);
      glide = undefined;
      wanted = undefined;
      if (down.size === 1) { pressedAt = at; wandered = false; } else wandered = true;
    },
    move: (pointer, at) => {
      const before = down.get(pointer);
      if (before === undefined) { setHover(regionAt(at), at); return; }
      if (down.size >= 2) {
        const others = [...down].filter(([id]) => id !== pointer);
        const other = others[0]![1];
        view = within(pinched(view, [before, other], [at, other], fitted.scale));
        isFitted = false;
      } else if (wandered || Math.abs(at[0] - pressedAt![0]) + Math.abs(at[1] - pressedAt![1]) > CLICK_SLACK) {
        if (!wandered) setHover(-1, at);
        wandered = true;
        isFitted = false;
        view = within(panned(view, at[0] - before[0], at[1] - before[1]));
      }
      down.set(pointer, at);
      wake();
    },
    release: (pointer, at, now) => {
      if (!down.delete(pointer)) return;
      if (down.size > 0) return;
      const isClick = !wandered && pressedAt !== undefined;
      pressedAt = undefined;
      if (!isClick) { wake(); return; }
      const isDouble = now - lastClick.at < DOUBLE && Math.abs(at[0] - lastClick.x) + Math.abs(at[1] - lastClick.y) < 3 * CLICK_SLACK;
      lastClick = isDouble ? { at: -Infinity, x: 0, y: 0 } : { at: now, x: at[0], y: at[1] };
      if (isDouble) { controller.zoomBy(2, at); return; }
      const region = base?.model.scenario.regions[regionAt(at)];
      if (region !== undefined) session.select({ region: region.id });
      wake();
    },
    leave: () => { setHover(-1, [0, 0]); },
    wheel: (at, deltaY, isFine) => {
      isFitted = false;
      glide = undefined;
      wanted = undefined;
      view = within(zoomedAbout(view, at, Math.exp(-Math.max(-240, Math.min(240, deltaY)) * (isFine ? 0.01 : 0.0018)), fitted.scale));
      setHover(regionAt(at), at);
      wake();
    },
    destroy: () => { isOver = true; options.onHover?.(null); },
  };
  load();
  return controller;
}

