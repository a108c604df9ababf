/** Which regions lie next to each other: a shared border, or a road or river between them. */
import type { Scenario } from './schema.ts';

/**
 * Neighbouring regions, both ways, in order of index.
 * @returns rows by region: those of region r are `list[start[r]]` … `list[start[r + 1] − 1]`
 */
export function adjacency(scenario: Pick<Scenario, 'regions' | 'links' | 'sites'>): { start: Int32Array; list: Int32Array } {
  const at = new Map(scenario.regions.map((region, r) => [region.id, r]));
  for (const site of scenario.sites) if (site.region !== undefined && at.has(site.region)) at.set(site.id, at.get(site.region)!);
  const sets = scenario.regions.map(() => new Set<number>());
  const join = (a: number | undefined, b: number | undefined) => {
    if (a === undefined || b === undefined || a === b) return;
    sets[a]!.add(b);
    sets[b]!.add(a);
  };
  scenario.regions.forEach((region, r) => region.borders.forEach(other => join(r, at.get(other))));
  for (const link of scenario.links) if (link.mode === 'road' || link.mode === 'river') join(at.get(link.from), at.get(link.to));
  const rows = sets.map(set => [...set].sort((a, b) => a - b));
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => { start[r + 1] = start[r]! + row.length; });
  return { start, list: Int32Array.from(rows.flat()) };
}
