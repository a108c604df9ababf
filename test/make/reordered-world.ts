/** Two worlds that differ in the order of their lists only, and the state of one carried over into the other by id. */
import { buildTables } from '../../src/engine/build-tables.ts';
import { MECHANISMS } from '../../src/engine/phases.ts';
import { startRun, type Run } from '../../src/engine/run.ts';
import { buildSchedule, type OrderRow } from '../../src/engine/schedule.ts';
import { COLUMNS, type ColumnName } from '../../src/engine/state.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

export interface Pair {
  readonly a: Run;
  readonly b: Run;
  /** For each column, the index in b of each value of a; −1 where b has none. */
  readonly places: ReadonlyMap<ColumnName, Int32Array>;
  /** Indexes in b of the regions and links of a. */
  readonly regionAt: Int32Array;
  readonly linkAt: Int32Array;
}

/** Lists that may come in any order; the order of the rest (rows of a plan, units in place, sources) is part of its meaning. */
export type Reordered = 'regions' | 'links' | 'parties' | 'neighbours' | 'climates';

/** A scenario with one more region in first place: nobody there, nobody armed, no road, no border. */
export function withEmptyRegion(scenario: Scenario): Scenario {
  const like = scenario.regions[0]!;
  const quiet = { instability: 0, violations: 0, weakState: 0, motives: 0, capacity: 0, noMitigation: 0, enabling: 0, triggers: 0 };
  const nowhere: Scenario['regions'][number] = { ...like, id: 'nowhere', name: { en: 'Nowhere', fr: 'Nulle part' }, centre: [like.centre[0] + 5000, like.centre[1] + 5000], population: 1, borders: [], risk: quiet };
  return { ...scenario, regions: [nowhere, ...scenario.regions] };
}

/** A scenario with some lists turned round, so that no entry but a middle one keeps its place. */
export function reordered(scenario: Scenario, lists: readonly Reordered[]): Scenario {
  const copy = { ...scenario };
  for (const list of lists) Object.assign(copy, { [list]: [...scenario[list]].reverse() });
  return copy;
}

const sizesOf = (t: Tables): Record<string, number> => ({ region: t.R, party: t.P, climate: t.K, neighbour: t.N, link: t.L, node: t.V, destination: t.D });

function indexesIn(ids: readonly string[], others: readonly string[]): Int32Array {
  return Int32Array.from(ids, id => others.indexOf(id));
}

/** Index in b of every candidate destination of a, by origin and place. */
function destinationsAt(a: Tables, b: Tables): Int32Array {
  const named = (t: Tables): string[] => {
    const names: string[] = [];
    for (let r = 0; r < t.R; r++) for (let d = t.destinationStart[r]!; d < t.destinationStart[r + 1]!; d++) names.push(`${t.regionIds[r]} to ${t.destination[d]! >= 0 ? t.regionIds[t.destination[d]!] : t.neighbourIds[-1 - t.destination[d]!]}`);
    return names;
  };
  return indexesIn(named(a), named(b));
}

/** Starts the same future in both worlds; `rows` compiles the same plan for each. */
export function pairOf(one: Scenario, two: Scenario, rows: (scenario: Scenario) => readonly OrderRow[], seed: number, future: number): Pair {
  const start = (scenario: Scenario): Run => {
    const t = buildTables(scenario, parametersFor('conservative'));
    return startRun(t, buildSchedule(rows(scenario), t.initialUnits), seed, future);
  };
  const a = start(one);
  const b = start(two);
  const maps: Record<string, Int32Array> = {
    region: indexesIn(a.t.regionIds, b.t.regionIds), party: indexesIn(a.t.partyIds, b.t.partyIds), climate: indexesIn(a.t.climateIds, b.t.climateIds), neighbour: indexesIn(a.t.neighbourIds, b.t.neighbourIds),
    link: indexesIn(a.t.linkIds, b.t.linkIds), node: indexesIn(a.t.nodeIds, b.t.nodeIds), destination: destinationsAt(a.t, b.t),
  };
  const sizeA = sizesOf(a.t);
  const sizeB = sizesOf(b.t);
  const places = new Map<ColumnName, Int32Array>();
  for (const { name, dims } of COLUMNS) {
    const axes = dims.flatMap(dim => (dim === 'partyRegion' ? ['party', 'region'] : [dim]));
    const length = (a.s[name] as ArrayLike<number>).length;
    let at = Int32Array.of(0);
    // at most one axis of a column is of neither world: its size is what the others leave
    const other = length / axes.reduce((product, axis) => product * Math.max(1, sizeA[axis] ?? 1), 1);
    for (const axis of axes) {
      const size = Math.max(1, sizeA[axis] ?? other);
      const map = maps[axis];
      const sizeThere = Math.max(1, sizeB[axis] ?? size);
      at = Int32Array.from({ length: at.length * size }, (_, k) => {
        const before = at[Math.floor(k / size)]!;
        const here = map === undefined || map.length === 0 ? k % size : map[k % size]!;
        return before < 0 || here < 0 ? -1 : before * sizeThere + here;
      });
    }
    if (at.length !== length) throw new Error(`${name}: ${at.length} places for ${length} values (${axes.join(' · ')})`);
    places.set(name, at);
  }
  return { a, b, places, regionAt: maps['region']!, linkAt: maps['link']! };
}

/** A value of a column of a as b would hold it: indexes of regions and links are those of b. */
function translated(pair: Pair, name: ColumnName, value: number): number {
  if (name === 'unitRegion' || name === 'inboxRegion') return pair.regionAt[value]!;
  return name === 'routeLink' && value >= 0 ? pair.linkAt[value]! : value;
}

/** Gives b what a holds in some columns; places of b that a does not know keep what they hold. */
export function carryOver(pair: Pair, names: readonly ColumnName[] = COLUMNS.map(column => column.name)): void {
  for (const name of names) {
    const from = pair.a.s[name];
    const to = pair.b.s[name];
    const at = pair.places.get(name)!;
    for (let k = 0; k < at.length; k++) if (at[k]! >= 0) to[at[k]!] = translated(pair, name, from[k]!);
  }
}

/** Largest difference between the two states in a column, relative to the larger value (or 1); 0 when they are equal to the bit, 1 where one of them is infinite. */
export function differenceIn(pair: Pair, name: ColumnName): number {
  const one = pair.a.s[name];
  const other = pair.b.s[name];
  const at = pair.places.get(name)!;
  let most = 0;
  for (let k = 0; k < at.length; k++) {
    if (at[k]! < 0) continue;
    const x = translated(pair, name, one[k]!);
    const y = other[at[k]!]!;
    if (x === y) continue;
    const apart = Math.abs(x - y) / Math.max(1, Math.abs(x), Math.abs(y));
    most = Math.max(most, Number.isFinite(apart) ? apart : 1);
  }
  return most;
}

/**
 * Steps both worlds day by day, each mechanism from the same state: what it wrote is compared, then b takes over what a has.
 * @returns for each "mechanism.column" that ever differed, by how much at most
 */
export function compareMechanisms(pair: Pair, days: number): Map<string, number> {
  const apart = new Map<string, number>();
  carryOver(pair);
  while (pair.a.day < days) {
    pair.b.day = pair.a.day;
    for (const mechanism of MECHANISMS) {
      mechanism.run(pair.a);
      mechanism.run(pair.b);
      for (const name of mechanism.writes) {
        const most = differenceIn(pair, name);
        if (most > 0) apart.set(`${mechanism.name}.${name}`, Math.max(most, apart.get(`${mechanism.name}.${name}`) ?? 0));
      }
      carryOver(pair, mechanism.writes);
    }
    pair.a.day++;
  }
  return apart;
}

/** Compiles a plan for each world. */
export function rowsOf(plan: Plan): (scenario: Scenario) => readonly OrderRow[] {
  return scenario => compilePlan(plan, planWorld(scenario));
}
