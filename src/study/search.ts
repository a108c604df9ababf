/**
 * Search among variants of a plan under noise. Generations of variants are weeded out by sequential halving: all are
 * simulated over few futures, the better half over twice as many, and so on, so that effort goes where the decision
 * is close (Karnin, Koren and Somekh 2013, Almost optimal exploration in multi-armed bandits, ICML). All meet the same
 * futures (common random numbers), which takes most noise out of comparisons. Survivors breed the next generation.
 *
 * At the end the best few are run over all futures. Variants the futures cannot tell from the best, by paired signs
 * (verdict.ts), are as good as it; the simplest of them is what a planner should look at first.
 * Ranking is by the mean outcome; a variant whose mean cost is over the budget is out.
 */
import { drawer } from './bootstrap.ts';
import { comparePaired, differencesOf } from './compare.ts';
import type { Choice, SearchSpace } from './search-space.ts';
import { meanOf, sorted } from './statistics.ts';
import { ERROR_RATE, verdictOf, type Verdict } from './verdict.ts';

/** Values of one choice over futures from … to − 1. */
export interface Sample {
  readonly values: Float64Array;
  readonly costs: Float64Array;
}

/** Simulates choices over futures from … to − 1. */
export type Evaluate = (choices: readonly Choice[], from: number, to: number) => Promise<readonly Sample[]>;

export interface SearchOptions {
  readonly space: SearchSpace;
  readonly better: 'less' | 'more';
  /** Most mean cost, USD. */
  readonly budget: number;
  /** Difference too small to matter. */
  readonly tolerance: number;
  /** Futures of finalists. */
  readonly runs: number;
  /** Futures simulated at most, all variants together. */
  readonly simulations: number;
  readonly seed: number;
  readonly evaluate: Evaluate;
  /** Futures simulated so far, and the best mean within the budget. */
  readonly onProgress?: (done: number, best: Tried | undefined) => void;
}

/** One variant as far as it was simulated. */
export interface Tried {
  readonly choice: Choice;
  readonly values: Float64Array;
  readonly costs: Float64Array;
}

export interface SearchResult {
  readonly base: Tried;
  /** Undefined when nothing feasible within the budget was found. */
  readonly best: Tried | undefined;
  readonly simplest: Tried | undefined;
  /** Variants that are not dominated in mean cost and mean outcome, cheapest first, with their mean regret. */
  readonly front: readonly { readonly tried: Tried; readonly regret: number }[];
  readonly simulations: number;
  readonly tried: number;
  readonly feasible: number;
}

/** Futures of the first sieve. */
const FIRST_RUNS = 8;
/** Variants of a generation, survivors of a sieve, rows of a front. */
const GENERATION = 48;
const SURVIVORS = 6;
const FRONT = 8;
/** Share of the simulations kept for the finals. */
const FINALS = 0.35;

class Search {
  private readonly options: SearchOptions;
  private readonly known = new Map<string, Tried>();
  private readonly draw: (n: number) => number;
  simulations = 0;
  feasible = 0;

  constructor(options: SearchOptions) {
    this.options = options;
    this.draw = drawer(options.seed | 0);
  }

  get tried(): readonly Tried[] { return [...this.known.values()].filter(one => one.values.length > 0); }

  /** The variant of a choice; undefined when it cannot be had. The plan as it stands can always be. */
  take(choice: Choice): Tried | undefined {
    const key = choice.join(' ');
    const found = this.known.get(key);
    if (found !== undefined) return found;
    if (key !== this.options.space.base.join(' ') && this.options.space.obstacle(choice) !== undefined) return undefined;
    this.feasible++;
    const fresh: Tried = { choice, values: new Float64Array(0), costs: new Float64Array(0) };
    this.known.set(key, fresh);
    return fresh;
  }

  /** Brings variants up to so many futures; each is asked for what it lacks. */
  async extend(list: readonly Tried[], runs: number): Promise<Tried[]> {
    const groups = new Map<number, Tried[]>();
    for (const one of list) if (one.values.length < runs) groups.set(one.values.length, [...(groups.get(one.values.length) ?? []), one]);
    for (const [from, group] of groups) {
      const samples = await this.options.evaluate(group.map(one => one.choice), from, runs);
      group.forEach((one, i) => this.known.set(one.choice.join(' '), { choice: one.choice, values: joined(one.values, samples[i]!.values), costs: joined(one.costs, samples[i]!.costs) }));
      this.simulations += group.length * (runs - from);
      this.options.onProgress?.(this.simulations, this.best(runs));
    }
    return list.map(one => this.known.get(one.choice.join(' '))!);
  }

  /** Best first by mean over the futures all have; those over the budget behind, cheapest first. */
  rank(list: readonly Tried[]): Tried[] {
    const n = Math.min(...list.map(one => one.values.length));
    const { better, budget } = this.options;
    const sign = better === 'less' ? 1 : -1;
    const keyed = list.map(one => ({ one, mean: sign * meanOf(one.values.subarray(0, n)), cost: meanOf(one.costs.subarray(0, n)) }));
    const over = (cost: number): number => (cost > budget ? 1 : 0);
    keyed.sort((a, b) => over(a.cost) - over(b.cost) || (over(a.cost) === 1 ? a.cost - b.cost : a.mean - b.mean || a.cost - b.cost));
    return keyed.map(({ one }) => one);
  }

  isAffordable(one: Tried): boolean {
    return meanOf(one.costs) <= this.options.budget;
  }

  best(runs: number): Tried | undefined {
    const ready = this.tried.filter(one => one.values.length >= Math.min(runs, FIRST_RUNS) && this.isAffordable(one));
    return ready.length === 0 ? undefined : this.rank(ready)[0];
  }

  /** Sequential halving: survivors of a list, simulated over `runs` futures at most. */
  async sieve(list: readonly Tried[], left: () => number): Promise<Tried[]> {
    let alive: readonly Tried[] = list;
    for (let runs = FIRST_RUNS; alive.length > 0; runs = Math.min(this.options.runs, runs * 2)) {
      const room = alive.reduce((sum, one) => sum + Math.max(0, runs - one.values.length), 0);
      if (room > left()) return this.rank(alive.filter(one => one.values.length > 0)).slice(0, SURVIVORS);
      alive = this.rank(await this.extend(alive, runs));
      if (alive.length <= SURVIVORS) break;
      alive = alive.slice(0, Math.max(SURVIVORS, Math.ceil(alive.length / 2)));
      if (runs === this.options.runs) break;
    }
    return alive.slice(0, SURVIVORS);
  }

  /** Children of the survivors: one knob a step or a jump away, or knobs of two parents mixed. */
  breed(parents: readonly Tried[]): Tried[] {
    const { knobs } = this.options.space;
    const found = new Set<Tried>();
    for (let tries = 0; tries < GENERATION * 40 && found.size < GENERATION; tries++) {
      const choice = [...parents[this.draw(parents.length)]!.choice];
      if (parents.length > 1 && this.draw(3) === 0) {
        const other = parents[this.draw(parents.length)]!.choice;
        for (let k = 0; k < choice.length; k++) if (this.draw(2) === 0) choice[k] = other[k]!;
      }
      for (let changes = 1 + this.draw(2); changes > 0; changes--) {
        const k = this.draw(knobs.length);
        const n = knobs[k]!.values.length;
        choice[k] = this.draw(2) === 0 ? this.draw(n) : Math.max(0, Math.min(n - 1, choice[k]! + (this.draw(2) === 0 ? 1 : -1)));
      }
      const one = this.take(choice);
      if (one !== undefined && one.values.length === 0) found.add(one);
    }
    return [...found];
  }

  /** The plan as it stands and everything one change away. */
  neighbours(of: Choice): Tried[] {
    const list = [this.take(of)];
    this.options.space.knobs.forEach((knob, k) => knob.values.forEach((_, v) => { if (v !== of[k]) list.push(this.take(of.map((old, i) => (i === k ? v : old)))); }));
    return list.filter(one => one !== undefined);
  }
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** B against A over the futures both have. */
export function versus(a: Tried, b: Tried, { better, tolerance }: Pick<SearchOptions, 'better' | 'tolerance'>): Verdict & ReturnType<typeof comparePaired> {
  const n = Math.min(a.values.length, b.values.length);
  const [one, two] = [a.values.subarray(0, n), b.values.subarray(0, n)];
  const paired = comparePaired(one, two, better);
  return { ...paired, ...verdictOf(paired, sorted(differencesOf(one, two)), { tolerance, alpha: ERROR_RATE }) };
}

/** Whether the futures do not show B to be worse than A by more than the tolerance. */
function isAsGood(a: Tried, b: Tried, options: SearchOptions): boolean {
  const { verdict, material } = versus(a, b, options);
  return verdict !== 'a' || material === 'no';
}

/** Searches; see the head of the file. */
export async function searchPlans(options: SearchOptions): Promise<SearchResult> {
  const search = new Search(options);
  const { space, runs, simulations } = options;
  const start = search.take(space.base)!;
  const left = (): number => Math.floor(simulations * (1 - FINALS)) - search.simulations;
  // the first generation: everything one change away, as far as the simulations go, evenly taken
  const near = search.neighbours(space.base);
  const most = Math.max(GENERATION, Math.floor(left() / (3 * FIRST_RUNS)));
  let parents = await search.sieve(near.filter((_, i) => i === 0 || near.length <= most || i % Math.ceil(near.length / most) === 0), left);
  while (left() > SURVIVORS * FIRST_RUNS) {
    const children = search.breed(parents);
    if (children.length === 0) break;
    const before = search.simulations;
    parents = await search.sieve([...parents, ...children], left);
    if (search.simulations === before) break;
  }
  const finalists = search.rank((await search.extend([start, ...parents.filter(one => one !== start)], runs)));
  let best = finalists.find(one => search.isAffordable(one));
  let simplest = best;
  const end = (): number => simulations - search.simulations;
  if (best !== undefined) {
    // the best as it is, with one change less, again and again while nothing is lost that the futures can tell
    for (let k = 0; k < space.knobs.length && end() >= runs; k++) {
      if (simplest!.choice[k] === space.base[k]) continue;
      const plainer = search.take(simplest!.choice.map((old, i) => (i === k ? space.base[i]! : old)));
      if (plainer === undefined) continue;
      const [tried] = await search.extend([plainer], runs);
      if (!search.isAffordable(tried!)) continue;
      if (search.rank([tried!, best!])[0] === tried) best = tried!;
      if (isAsGood(best!, tried!, options)) simplest = tried;
    }
    if (simplest !== best && !isAsGood(best, simplest!, options)) simplest = best;
  }
  const front = await frontOf(search, options, [start, ...(best === undefined ? [] : [best, simplest!])], end);
  return { base: (await search.extend([start], runs))[0]!, best, simplest, front, simulations: search.simulations, tried: search.tried.length, feasible: search.feasible };
}

/** Not dominated by any other in cost and outcome, cheapest first. */
function undominated(list: readonly Tried[], better: 'less' | 'more'): Tried[] {
  const n = Math.min(...list.map(one => one.values.length));
  const sign = better === 'less' ? 1 : -1;
  const rows = list.map(one => ({ one, harm: sign * meanOf(one.values.subarray(0, n)), cost: meanOf(one.costs.subarray(0, n)) })).sort((a, b) => a.cost - b.cost || a.harm - b.harm);
  let least = Infinity;
  return rows.filter(row => {
    if (row.harm >= least) return false;
    least = row.harm;
    return true;
  }).map(({ one }) => one);
}

async function frontOf(search: Search, options: SearchOptions, extra: readonly Tried[], end: () => number): Promise<SearchResult['front']> {
  const affordable = search.tried.filter(one => one.values.length >= 2 * FIRST_RUNS && search.isAffordable(one));
  const rough = affordable.length === 0 ? [] : undominated(affordable, options.better);
  const spread = rough.filter((_, i) => rough.length <= FRONT || i % Math.ceil(rough.length / FRONT) === 0);
  const runs = (one: Tried): number => Math.max(0, options.runs - one.values.length);
  const wanted: Tried[] = [];
  let room = end();
  for (const one of new Map([...extra, ...spread].map(one => [one.choice.join(' '), one])).values()) {
    if (runs(one) > room) continue;
    room -= runs(one);
    wanted.push(one);
  }
  const full = (await search.extend(wanted, options.runs)).filter(one => search.isAffordable(one));
  if (full.length === 0) return [];
  const members = undominated(full, options.better);
  const best = Float64Array.from({ length: options.runs }, (_, i) => (options.better === 'less' ? Math.min : Math.max)(...members.map(one => one.values[i]!)));
  return members.map(tried => ({ tried, regret: meanOf(tried.values.map((value, i) => Math.abs(value - best[i]!))) }));
}
