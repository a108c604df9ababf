/** The legend of the map as data: what is on, in words' keys and numbers. Drawing it is a panel's business. */
import { layerClasses, SILENT_DAYS, type Confidence, type LayerClasses } from './region-values.ts';
import type { MapLayer, MapMark, SessionState } from './types.ts';

/** Signs the legend explains. Depots, hospitals and crossings come with zoom, when their names stand beside them. */
export type LegendSign = 'route-open' | 'route-degraded' | 'route-cut' | 'people' | 'battle' | 'attack' | 'mission' | 'planned' | 'army' | 'group' | 'port' | 'airfield' | 'camp' | 'protected-site' | 'reach';

export interface MapLegend {
  readonly layer: MapLayer;
  readonly classes: LayerClasses;
  /** Levels of confidence a fill can have; only `high` where everything is known. */
  readonly confidence: readonly Confidence[];
  readonly silentDays: number;
  readonly day: number;
  readonly signs: readonly LegendSign[];
  /** Run number of the future shown; null before there is one. */
  readonly run: number | null;
  readonly approximate: boolean;
  readonly historical: boolean;
}

const SIGNS: Readonly<Record<Exclude<MapMark, 'sites' | 'labels'>, readonly LegendSign[]>> = {
  routes: ['route-open', 'route-degraded', 'route-cut'], flows: ['people'], incidents: ['battle', 'attack'], units: ['mission', 'planned', 'army', 'group'],
};

/** Entries for what is on; undefined while no scenario is open. */
export function mapLegend(state: Pick<SessionState, 'model' | 'layer' | 'marks' | 'day' | 'trace'>): MapLegend | undefined {
  const { model, layer, marks } = state;
  if (model === null) return undefined;
  const { scenario } = model;
  const parties = new Set(scenario.parties.map(party => (party.kind === 'host-government' ? 'army' : 'group')));
  const signs = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).filter(mark => marks[mark]).flatMap(mark => SIGNS[mark]).filter(sign => (sign !== 'army' && sign !== 'group') || parties.has(sign));
  const kinds = new Set(scenario.sites.filter(site => site.region !== undefined).map(site => site.kind));
  if (marks.sites) for (const kind of ['port', 'airfield', 'camp', 'protected-site'] as const) if (kinds.has(kind)) signs.push(kind);
  if (layer === 'coverage') signs.push('reach');
  return { layer, classes: layerClasses(model, layer), confidence: layer === 'coverage' ? ['high'] : ['high', 'medium', 'low', 'none'], silentDays: SILENT_DAYS, day: state.day, signs, run: state.trace?.run ?? null,
    approximate: scenario.geometry.approximate, historical: scenario.kind === 'historical' };
}
