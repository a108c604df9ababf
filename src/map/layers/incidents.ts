/**
 * Incidents of the last 14 days by shape: crossed strokes for battles, a square under a bar for attacks on civilians. One
 * sign a kind and region with its count; near by, single signs. The ring around a sign fades as the incident ages.
 * Places within a region are not in the model: signs stand where there is room.
 */
import { INCIDENT_SIGNS } from '../../charts/map-signs.ts';
import { scatter, type Point } from '../geometry.ts';
import { disc, glyph, type Glyph, type Label } from '../marks.ts';
import { boxAt } from '../occupancy.ts';
import type { Placing, SceneInput } from '../scene-input.ts';

export const INCIDENT_DAYS = 14;
export const MOST_SINGLE = 60;

export type IncidentKind = keyof typeof INCIDENT_SIGNS;

export interface Incidents {
  readonly region: number;
  readonly kind: IncidentKind;
  readonly count: number;
  /** Days since the newest. */
  readonly age: number;
}

/** What happened in each region in the 14 days up to the day shown. */
export function incidentsOf({ base, trace, day }: Pick<SceneInput, 'base' | 'trace' | 'day'>): Incidents[] {
  if (trace === null) return [];
  const n = base.regions.length;
  const found: Incidents[] = [];
  for (let r = 0; r < n; r++)
    for (const [kind, column] of [['battle', trace.regions.battles], ['attack', trace.regions.attacks]] as const) {
      let count = 0, age = INCIDENT_DAYS;
      for (let k = day; k > Math.max(-1, day - INCIDENT_DAYS); k--) {
        const today = column[k * n + r]!;
        if (today > 0 && count === 0) age = day - k;
        count += today;
      }
      if (count > 0) found.push({ region: r, kind, count, age });
    }
  return found;
}

/** The sign at a place: dark on a disc, in a ring that fades with age. */
export function incidentSign(at: Point, kind: IncidentKind, age: number, { tokens }: SceneInput['palette'], size = 6.5, dx = 0, dy = 0): Glyph[] {
  const fresh = 1 - age / INCIDENT_DAYS;
  const { stroke, solid } = INCIDENT_SIGNS[kind];
  return [
    glyph(at, disc(size + 3), { dx, dy, stroke: tokens.ink, width: 1.4, alpha: 0.1 + 0.55 * fresh }),
    glyph(at, disc(size), { dx, dy, fill: tokens.surface, stroke: tokens.ink, width: 1.1 }),
    ...(solid === '' ? [] : [glyph(at, solid, { dx, dy, fill: tokens.ink })]),
    glyph(at, stroke, { dx, dy, stroke: tokens.ink, width: 1.8 }),
  ];
}

export function incidentsLayer(scene: Placing): { readonly marks: Glyph[]; readonly labels: Label[] } {
  const { base, palette, occupancy, scale, level, day } = scene;
  const marks: Glyph[] = [];
  const labels: Label[] = [];
  const all = incidentsOf(scene).sort((a, b) => a.age - b.age || b.count - a.count);
  let singles = 0;
  for (const { region, kind, count, age } of all) {
    const single = level >= 2;
    const wanted = single ? Math.min(count, Math.max(1, MOST_SINGLE - singles)) : 1;
    for (let i = 0; i < wanted; i++) {
      const text = single || count === 1 ? '' : String(count);
      const width = 20 + (text === '' ? 0 : 4 + 7 * text.length);
      const { spots } = base.regions[region]!;
      const first = Math.floor(scatter(region, kind === 'battle' ? 1 : 2, single ? i + (day >> 3) : 0) * spots.length * (single ? 1 : 0.5));
      for (let s = 0; s < spots.length; s++) {
        const { at, clear } = spots[(first + s) % spots.length]!;
        const box = boxAt([at[0] * scale, at[1] * scale], width, 20, (width - 20) / 2, 0);
        if (clear * scale < 11 || !occupancy.isFree(box)) continue;
        occupancy.take(box);
        marks.push(...incidentSign(at, kind, age, palette));
        if (text !== '') labels.push({ kind: 'label', key: `incidents ${region} ${kind}`, at, dx: 11 + 3.5 * text.length, dy: 0, text, size: 12, weight: 600, ink: palette.tokens.ink, halo: palette.tokens.casing, haloWidth: 3 });
        if (single) singles++;
        break;
      }
    }
  }
  return { marks, labels };
}
