/** Outlines of all regions as path data, for small maps that are drawn beside charts. */
import type { ScenarioModel } from '../scenario/model.ts';
import { buildBase } from './base.ts';
import type { Ring } from './geometry.ts';

export interface RegionShapes {
  /** Box of the country: left, top, width, height, km. */
  readonly viewBox: readonly [number, number, number, number];
  readonly regions: readonly { readonly d: string; readonly at: readonly [number, number] }[];
  readonly coast: string;
}

const MARGIN = 0.02;
const round = (n: number): number => Math.round(n * 10) / 10;
const pathOf = (rings: readonly Ring[]): string => rings.map(ring => `M${ring.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`).join('');

/** Shapes of an open scenario, the same as on its map. */
export async function regionShapes(model: ScenarioModel): Promise<RegionShapes> {
  const { box, regions, outline } = await buildBase(model);
  const margin = MARGIN * Math.max(box.right - box.left, box.bottom - box.top);
  return {
    viewBox: [box.left - margin, box.top - margin, box.right - box.left + 2 * margin, box.bottom - box.top + 2 * margin].map(round) as unknown as RegionShapes['viewBox'],
    regions: regions.map(({ rings, heart: [x, y] }) => ({ d: pathOf(rings), at: [round(x), round(y)] })), coast: pathOf(outline),
  };
}
