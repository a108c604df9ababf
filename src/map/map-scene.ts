/**
 * The Phaser scene. Fills are one Polygon a ring, coloured anew only when their class changes; line work is painted on two
 * canvas textures, so that hairlines are smooth in every renderer; symbols are Images, names are Texts at device pixels.
 * It draws when the controller has a new frame and lets the game sleep when it has none.
 */
import * as Phaser from 'phaser';
import { colourNumber } from '../charts/tokens.ts';
import type { MapBase } from './base.ts';
import type { Frame, MapController } from './map-controller.ts';
import { hoverLayer } from './layers/selection.ts';
import { labelAt, type UnitSymbol } from './marks.ts';
import { createCanvasPainter } from './paint-canvas.ts';
import { unitSymbol } from './unit-symbols.ts';

export const FONT = '"Noto Sans Variable", "Noto Sans", system-ui, sans-serif';
/** Idle frames before the game sleeps. */
const IDLE = 12;

interface Surface { readonly texture: Phaser.Textures.CanvasTexture; readonly image: Phaser.GameObjects.Image; }
interface KeptText { readonly look: string; readonly text: Phaser.GameObjects.Text; }

export class MapScene extends Phaser.Scene {
  readonly #controller: MapController;
  readonly #dpr: () => number;
  readonly #painter = createCanvasPainter();
  #ground: Surface | undefined;
  #ink: Surface | undefined;
  #regions: Phaser.GameObjects.Container | undefined;
  #polygons: { readonly polygon: Phaser.GameObjects.Polygon; readonly region: number }[] = [];
  #base: MapBase | undefined;
  readonly #texts = new Map<string, KeptText>();
  #symbols: Phaser.GameObjects.Image[] = [];
  #idle = 0;

  constructor(controller: MapController, dpr: () => number) {
    super('map');
    this.#controller = controller;
    this.#dpr = dpr;
  }

  create(): void {
    this.#regions = this.add.container(0, 0).setDepth(1);
    this.input.addPointer(2);
    const at = (pointer: Phaser.Input.Pointer): [number, number] => [pointer.x / this.#dpr(), pointer.y / this.#dpr()];
    this.input.on('pointerdown', (pointer: Phaser.Input.Pointer) => { if (pointer.button === 0 || pointer.wasTouch) this.#controller.press(pointer.id, at(pointer), performance.now()); });
    this.input.on('pointermove', (pointer: Phaser.Input.Pointer) => { this.#controller.move(pointer.id, at(pointer)); this.#showCursor(); });
    const up = (pointer: Phaser.Input.Pointer): void => { this.#controller.release(pointer.id, at(pointer), performance.now()); this.#showCursor(); };
    this.input.on('pointerup', up);
    this.input.on('pointerupoutside', up);
    this.input.on('gameout', () => { this.#controller.leave(); });
    this.input.on('wheel', (pointer: Phaser.Input.Pointer, _over: unknown, _dx: number, dy: number) => { this.#controller.wheel(at(pointer), dy, (pointer.event as WheelEvent).ctrlKey); });
  }

  override update(now: number): void {
    const frame = this.#controller.step(now);
    if (frame === undefined) {
      if (this.#controller.isMoving) this.#idle = 0;
      else if (++this.#idle > IDLE) this.game.loop.sleep();
      return;
    }
    this.#idle = 0;
    this.#draw(frame);
  }

  #showCursor(): void {
    this.game.canvas.style.cursor = this.#controller.isDragging ? 'grabbing' : 'default';
  }

  #draw(frame: Frame): void {
    const { base, scene, view, palette, size, hovered } = frame;
    const dpr = this.#dpr();
    const [width, height] = [Math.round(size.width * dpr), Math.round(size.height * dpr)];
    if (base !== this.#base) this.#setBase(base);
    this.#ground = this.#surface('ground', this.#ground, width, height, 0);
    this.#ink = this.#surface('ink', this.#ink, width, height, 2);
    this.#painter.paint(this.#ground.texture.context, scene.ground, view, palette, dpr, palette.tokens.sea);
    this.#painter.paint(this.#ink.texture.context, [...scene.ink, ...hoverLayer({ base, palette }, hovered)], view, palette, dpr);
    this.#ground.texture.refresh();
    this.#ink.texture.refresh();
    this.#regions!.setPosition(view.x * dpr, view.y * dpr).setScale(view.scale * dpr);
    if (!frame.isMoved) for (const { polygon, region } of this.#polygons) polygon.setFillStyle(colourNumber(scene.fills[region]!.colour), 1);
    const toScreen = (mark: { readonly at: readonly [number, number]; readonly dx: number; readonly dy: number }): [number, number] => [(mark.at[0] * view.scale + view.x + mark.dx) * dpr, (mark.at[1] * view.scale + view.y + mark.dy) * dpr];
    this.#drawSymbols(scene.symbols, frame, toScreen, dpr);
    this.#drawLabels(frame, dpr);
  }

  /** Polygons of a new scenario, the largest below, because a Polygon has no holes. */
  #setBase(base: MapBase): void {
    this.#base = base;
    this.#regions!.removeAll(true);
    const rings = base.regions.flatMap((region, r) => region.rings.map(ring => ({ region: r, ring, size: (region.box.right - region.box.left) * (region.box.bottom - region.box.top) })));
    this.#polygons = rings.sort((a, b) => b.size - a.size).map(({ region, ring }) => {
      const polygon = this.add.polygon(0, 0, ring.flatMap(([x, y]) => [x, y])).setOrigin(0, 0);
      this.#regions!.add(polygon);
      return { polygon, region };
    });
  }

  #surface(key: string, before: Surface | undefined, width: number, height: number, depth: number): Surface {
    if (before !== undefined && before.texture.width === width && before.texture.height === height) return before;
    before?.image.destroy();
    if (before !== undefined) this.textures.remove(before.texture);
    const texture = this.textures.createCanvas(key, width, height)!;
    return { texture, image: this.add.image(0, 0, texture).setOrigin(0, 0).setDepth(depth) };
  }

  #drawSymbols(symbols: readonly UnitSymbol[], { palette }: Frame, toScreen: (mark: UnitSymbol) => [number, number], dpr: number): void {
    symbols.forEach((mark, i) => {
      const symbol = unitSymbol(mark, palette);
      const name = `${symbol.key} ${dpr}`;
      if (!this.textures.exists(name)) this.textures.addCanvas(name, symbol.canvas(dpr));
      let image = this.#symbols[i];
      if (image === undefined) this.#symbols.push((image = this.add.image(0, 0, name).setDepth(3)));
      const [x, y] = toScreen(mark);
      const { anchor } = symbol;
      image.setTexture(name).setVisible(true).setOrigin(0, 0).setPosition(Math.round(x - anchor.x * dpr), Math.round(y - anchor.y * dpr));
    });
    for (const image of this.#symbols.slice(symbols.length)) image.setVisible(false);
  }

  #drawLabels({ scene: { labels }, view, size, covers }: Frame, dpr: number): void {
    const shown = new Set<string>();
    labels.forEach((label, order) => {
      shown.add(label.key);
      const look = `${label.text} ${label.size} ${label.weight} ${label.ink} ${label.halo} ${label.haloWidth} ${dpr}`;
      let kept = this.#texts.get(label.key);
      if (kept?.look !== look) {
        kept?.text.destroy();
        const text = this.add.text(0, 0, label.text, {
          fontFamily: FONT, fontSize: `${label.size * dpr}px`, fontStyle: `${label.italic === true ? 'italic ' : ''}${label.weight}`, color: label.ink,
          ...(label.haloWidth > 0 ? { stroke: label.halo, strokeThickness: label.haloWidth * dpr } : {}), padding: { x: 2 * dpr, y: dpr },
        });
        if (label.spacing !== undefined) text.setLetterSpacing(label.spacing * dpr);
        kept = { look, text: text.setOrigin(0, 0) };
        this.#texts.set(label.key, kept);
      }
      const at = labelAt(label, view, size, kept.text.width / dpr, covers);
      kept.text.setVisible(at !== undefined);
      if (at === undefined) return;
      const [x, y] = [at[0] * dpr, at[1] * dpr];
      kept.text.setAlpha(label.alpha ?? 1).setDepth(4 + order / 10000).setPosition(Math.round(x - kept.text.width / 2), Math.round(y - kept.text.height / 2));
    });
    for (const [key, { text }] of this.#texts) {
      if (shown.has(key)) continue;
      text.destroy();
      this.#texts.delete(key);
    }
  }
}
