/**
 * A seeded generator of small countries left alone: no mission, no response, no events. Regions lie on a jittered
 * grid; each armed group has a home area of its own, so that the dead of a region's battles belong to one dyad.
 */
import { cellKey, runKey, uniform } from '../../kernel/draws.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { baseCountry, evenRisk, plainRegion } from './base-country.ts';

type Party = Scenario['parties'][number];

/** Kinds of conflict; they differ in scenario data alone. */
export type WorldKind = 'quiet' | 'moderate' | 'war';

export interface NullWorld {
  readonly scenario: Scenario;
  /** Home regions of each armed group, by index of party. */
  readonly homes: readonly (readonly number[])[];
}

const SPACING_KM = 110;
const COLUMNS = 4;

/**
 * A country of 12 to 16 regions and about ten million people, with two or three armed groups of moderate activity.
 * @param seed any whole number; the same seed gives the same country
 * @param days length
 * @param kind `quiet`: a country at peace with latent groups; `moderate`: groups that come and go; `war`: groups bent on
 *   fighting the host rather than on mass killing, so that violence is sustained
 */
export function nullWorld(seed: number, days: number, kind: WorldKind = 'moderate'): NullWorld {
  const keys = new Int32Array(2);
  runKey(seed, 0, keys);
  const draw = (name: string, low: number, high: number) => low + (high - low) * uniform(keys[0]!, keys[1]!, 0, cellKey(name));
  const count = 12 + Math.floor(draw('regions', 0, 5));
  const groups = 2 + Math.floor(draw('groups', 0, 2));
  const name = (r: number) => `region-${r}`;

  const near = (r: number): number[] => [r % COLUMNS > 0 ? r - 1 : -1, r % COLUMNS < COLUMNS - 1 ? r + 1 : -1, r - COLUMNS, r + COLUMNS].filter(q => q >= 0 && q < count);
  const [calm, tense] = kind === 'quiet' ? [0.1, 0.3] : [0.35, 0.75];
  const regions = Array.from({ length: count }, (_, r) => plainRegion(name(r), [(r % COLUMNS) * SPACING_KM + draw(`x ${r}`, -25, 25), Math.floor(r / COLUMNS) * SPACING_KM + draw(`y ${r}`, -25, 25)], near(r).map(name), {
    population: Math.round(draw(`people ${r}`, 250_000, 1_200_000)), risk: evenRisk(draw(`risk ${r}`, calm, tense)), access: draw(`access ${r}`, 0.3, 0.8),
  }));

  const homes: number[][] = [[]];
  for (let g = 0; g < groups; g++) homes.push(Array.from({ length: count }, (_, r) => r).filter(r => r % COLUMNS !== 0 && Math.floor((r * groups) / count) === g));
  const homeOf = (i: number) => homes[i]!;
  const byRegion = (list: readonly number[], what: string, low: number, high: number) => Object.fromEntries(list.map(r => [name(r), draw(`${what} ${r}`, low, high)]));
  const all = regions.map((_, r) => r);
  const host: Party = {
    id: 'government', name: { en: 'Government', fr: 'Gouvernement' }, kind: 'host-government', strength: byRegion(all, 'garrison', 400, 2500), means: 0.6, intent: 0.4, battleRate: 0.15, civilianRate: draw('host rate', 0.02, 0.06), campaignRisk: draw('host campaign', 0.01, 0.05),
    victims: byRegion(all, 'host victims', 0.05, 0.35), attitude: 0.1,
  };
  const intentOf = (g: number) => (kind === 'war' ? draw(`intent ${g}`, 0.85, 0.98) : kind === 'quiet' ? draw(`intent ${g}`, 0.1, 0.3) : draw(`intent ${g}`, 0.4, 0.65));
  const armed: Party[] = Array.from({ length: groups }, (_, g) => ({
    id: `group-${g}`, name: { en: `Group ${g}`, fr: `Groupe ${g}` }, kind: g === 2 ? 'militia' : 'rebel', strength: kind === 'quiet' ? byRegion(homeOf(g + 1), `men ${g}`, 20, 150) : byRegion(homeOf(g + 1), `men ${g}`, 200, 1200), means: draw(`means ${g}`, 0.35, 0.6), intent: intentOf(g),
    battleRate: draw(`battles ${g}`, 0.06, 0.2), civilianRate: draw(`attacks ${g}`, 0.06, 0.2), campaignRisk: kind === 'war' ? 0.03 : kind === 'quiet' ? 0.02 : draw(`campaign ${g}`, 0.02, 0.2), victims: byRegion(homeOf(g + 1), `victims ${g}`, 0.2, 0.6), attitude: -0.2,
  }));
  const links = all.flatMap(r => near(r).filter(q => q > r).map(q => ({ id: `road-${r}-${q}`, from: name(r), to: name(q), mode: 'road' as const, surface: 'laterite' as const, length: SPACING_KM * 1.2, capacity: 150, insecurity: 0.2 })));
  const country = baseCountry(regions, [host, ...armed], days, { id: `null-${seed}`, links });
  return { homes, scenario: { ...country, neighbours: [{ ...country.neighbours[0]!, borders: [name(count - 1), name(count - 2)] }] } };
}
