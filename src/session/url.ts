/** What the address says of the session: `#/plan/halvane/a?day=60&sel=d1&layer=tension`. Unknown parts are left out, never an error. */
import type { OutcomeName } from '../scenario/schema.ts';
import { LONGEST_SEED } from '../study/plain-seed.ts';
import { OUTCOME_WORDS } from './words.ts';
import { MAP_LAYERS, SCREENS, type MapLayer, type Screen } from './types.ts';

export interface Place {
  readonly scenario: string;
  /** The Plan screen when left out. */
  readonly screen?: Screen;
  readonly plan?: string;
  readonly day?: number;
  readonly action?: string;
  readonly region?: string;
  readonly layer?: MapLayer;
  /** Seed text of the futures. */
  readonly seed?: string;
  /** Plan that others are compared with. */
  readonly baseline?: string;
  /** On the Compare screen: the other plan, and the outcome. */
  readonly other?: string;
  readonly outcome?: OutcomeName;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 64;
const idOf = (text: string | null | undefined): string | undefined => (text && text.length <= LONGEST && ID.test(text) ? text : undefined);

/** The place that a hash names; undefined when it names no scenario. */
export function readPlace(hash: string): Place | undefined {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [empty, screenText, scenarioText, planText] = path.split('/');
  const screen = SCREENS.find(name => name === screenText);
  const scenario = idOf(scenarioText);
  if (empty !== '' || screen === undefined || scenario === undefined) return undefined;
  const values = new URLSearchParams(query);
  const dayText = values.get('day') ?? '';
  const layer = MAP_LAYERS.find(name => name === values.get('layer'));
  const place: { -readonly [K in keyof Place]: Place[K] } = { scenario };
  if (screen !== 'plan') place.screen = screen;
  const plan = idOf(planText);
  if (plan !== undefined) place.plan = plan;
  if (/^\d{1,4}$/.test(dayText)) place.day = Number(dayText);
  const action = idOf(values.get('sel'));
  if (action !== undefined) place.action = action;
  const region = idOf(values.get('region'));
  if (region !== undefined) place.region = region;
  if (layer !== undefined) place.layer = layer;
  const seed = values.get('seed')?.trim() ?? '';
  if (seed !== '' && seed.length <= LONGEST_SEED) place.seed = seed;
  const baseline = idOf(values.get('vs'));
  if (baseline !== undefined) place.baseline = baseline;
  const other = idOf(values.get('with'));
  if (other !== undefined) place.other = other;
  const outcome = (Object.keys(OUTCOME_WORDS) as OutcomeName[]).find(name => name === values.get('outcome'));
  if (outcome !== undefined) place.outcome = outcome;
  return place;
}

/** The hash of a place; `readPlace` reads it back. */
export function placeHash(place: Place): string {
  const values = new URLSearchParams();
  if (place.day !== undefined) values.set('day', String(place.day));
  if (place.action !== undefined) values.set('sel', place.action);
  if (place.region !== undefined) values.set('region', place.region);
  if (place.layer !== undefined) values.set('layer', place.layer);
  if (place.seed !== undefined) values.set('seed', place.seed);
  if (place.baseline !== undefined) values.set('vs', place.baseline);
  if (place.other !== undefined) values.set('with', place.other);
  if (place.outcome !== undefined) values.set('outcome', place.outcome);
  const query = values.toString();
  return `#/${place.screen ?? 'plan'}/${place.scenario}${place.plan === undefined ? '' : `/${place.plan}`}${query === '' ? '' : `?${query}`}`;
}
