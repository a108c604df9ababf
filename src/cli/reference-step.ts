/**
 * The reference step TENSION-30: a small fixed workload for measuring kernels side by side, not the model of the
 * product. 30 regions on a lattice, 365 days, 20 units with supply along routes, tension, self-exciting incidents with
 * heavy-tailed deaths, displaced people. Built from the kernel's own exp, keyed draws, normal and Poisson.
 *
 * Known means for each replication, any correct port and generator: 1,747 incidents, 2,878 deaths, 10,184 displaced on
 * the last day (standard errors at 1,000 replications 6.2, 11, 44).
 */
import { normalQuantile, poisson } from '../kernel/distributions.ts';
import { runKey, uniform, word } from '../kernel/draws.ts';
import { clamp01, logistic } from '../kernel/math.ts';

const WIDTH = 6;
const HEIGHT = 5;
const R = WIDTH * HEIGHT;
const DAYS = 365;
const UNITS = 20;
const SHOCK = 1;
const COUNT = 2;
const SIZE = 3;

/** Means of one replication that a correct port reproduces, with their standard errors at 1,000 replications. */
export const REFERENCE_MEANS = { incidents: { mean: 1747, error: 6.2 }, deaths: { mean: 2878, error: 11 }, displaced: { mean: 10184, error: 44 } } as const;

export interface ReferenceTotals { readonly incidents: number; readonly deaths: number; readonly displaced: number }

interface World {
  readonly pop: Float64Array; readonly mu: Float64Array;
  readonly nearStart: Int32Array; readonly near: Int32Array;
  readonly home: Int32Array; readonly men: Float64Array; readonly start: Int32Array;
  readonly routeStart: Int32Array; readonly route: Int32Array;
}

/** The fixed world, from a 32-bit congruential generator drawn in a fixed order. */
function buildWorld(): World {
  let s = 12345;
  const lcg = () => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return s * 2.3283064365386963e-10; };
  const lists: number[][] = [];
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const list: number[] = [];
      for (const [dx, dy] of [[-1, -1], [0, -1], [-1, 0], [1, 0], [0, 1], [1, 1]] as const) {
        const [nx, ny] = [x + dx, y + dy];
        if (nx >= 0 && nx < WIDTH && ny >= 0 && ny < HEIGHT) list.push(ny * WIDTH + nx);
      }
      lists.push(list);
    }
  }
  const pop = new Float64Array(R);
  const mu = new Float64Array(R);
  for (let r = 0; r < R; r++) { pop[r] = 20000 + 180000 * lcg(); mu[r] = 0.15 + 0.45 * lcg(); }
  const parent = new Int32Array(R).fill(-1);
  const queue = [0];
  for (let at = 0; at < queue.length; at++) {
    for (const q of lists[queue[at]!]!) if (q !== 0 && parent[q] === -1) { parent[q] = queue[at]!; queue.push(q); }
  }
  const home = new Int32Array(UNITS);
  const men = new Float64Array(UNITS);
  const start = new Int32Array(UNITS);
  const routes: number[][] = [];
  for (let u = 0; u < UNITS; u++) {
    home[u] = Math.floor(lcg() * R);
    men[u] = 150 + 700 * lcg();
    start[u] = Math.floor(180 * lcg());
    const path: number[] = [];
    for (let r = home[u]!; r > 0; r = parent[r]!) path.unshift(r);
    routes.push(path.length > 0 ? path : [0]);
  }
  const compress = (rows: number[][]) => {
    const begin = new Int32Array(rows.length + 1);
    rows.forEach((row, i) => { begin[i + 1] = begin[i]! + row.length; });
    return { begin, flat: Int32Array.from(rows.flat()) };
  };
  const near = compress(lists);
  const route = compress(routes);
  return { pop, mu, nearStart: near.begin, near: near.flat, home, men, start, routeStart: route.begin, route: route.flat };
}

const world = buildWorld();
const tension = new Float64Array(R);
const before = new Float64Array(R);
const flow = new Float64Array(R);
const flowBefore = new Float64Array(R);
const excitation = new Float64Array(R);
const displaced = new Float64Array(R);
const strength = new Float64Array(R);
const protection = new Float64Array(R);
const rate = new Float64Array(R);
const stock = new Float64Array(UNITS);
const key = new Int32Array(2);

/** Series of the last replication: incidents, deaths and displaced people by day. */
export const referenceSeries = { incidents: new Float32Array(DAYS), deaths: new Float32Array(DAYS), displaced: new Float32Array(DAYS) };

/** One replication: 365 days of 30 regions. */
export function referenceReplication(seed: number, replication: number): ReferenceTotals {
  const { pop, mu, nearStart, near, home, men, start, routeStart, route } = world;
  runKey(seed, replication, key);
  const k0 = key[0]!;
  const k1 = key[1]!;
  tension.set(mu);
  flow.fill(0);
  excitation.fill(0);
  displaced.fill(0);
  stock.fill(15);
  let incidents = 0;
  let deaths = 0;
  let people = 0;
  for (let day = 0; day < DAYS; day++) {
    strength.fill(0);
    for (let u = 0; u < UNITS; u++) {
      if (day < start[u]!) continue;
      let safe = 1;
      for (let i = routeStart[u]!; i < routeStart[u + 1]!; i++) safe *= 1 - 0.04 * tension[route[i]!]!;
      const used = stock[u]! - (1 + 0.5 * tension[home[u]!]!);
      const left = (used > 0 ? used : 0) + 1.6 * safe;
      stock[u] = left < 30 ? left : 30;
      strength[home[u]!]! += men[u]! * (stock[u]! < 5 ? stock[u]! / 5 : 1);
    }
    before.set(tension);
    flowBefore.set(flow);
    const shock = word(SHOCK, day, 0);
    for (let r = 0; r < R; r++) {
      const from = nearStart[r]!;
      const to = nearStart[r + 1]!;
      let around = 0;
      let sumTension = 0;
      let sumFlow = 0;
      for (let i = from; i < to; i++) {
        const q = near[i]!;
        around += strength[q]!;
        sumTension += before[q]!;
        sumFlow += flowBefore[q]!;
      }
      const x = (strength[r]! + 0.25 * around) / (0.004 * pop[r]!);
      const p = x / (1 + x);
      protection[r] = p;
      const d = 0.99 * displaced[r]! + sumFlow;
      displaced[r] = d;
      const own = before[r]!;
      const z = normalQuantile(uniform(k0, k1, shock, r));
      tension[r] = clamp01(own + 0.05 * (mu[r]! - own) + 0.04 * (sumTension / (to - from) - own) + 0.03 * z + 0.01 * excitation[r]! - 0.03 * p + 0.05 * d / pop[r]!);
    }
    for (let r = 0; r < R; r++) rate[r] = 1.2 * (1 - 0.8 * protection[r]!) * logistic(-4 + 5 * tension[r]! + 0.25 * excitation[r]!);
    const count = word(COUNT, day, 0);
    let dayIncidents = 0;
    let dayDeaths = 0;
    let dayDisplaced = 0;
    for (let r = 0; r < R; r++) {
      let n = poisson(uniform(k0, k1, count, r), rate[r]!);
      if (n > 12) n = 12;
      let killed = 0;
      for (let i = 0; i < n; i++) {
        const size = Math.floor(1 / Math.sqrt(uniform(k0, k1, word(SIZE, day, i), r)));
        killed += size < 500 ? size : 500;
      }
      const left = 0.8 * excitation[r]! + n;
      excitation[r] = left < 20 ? left : 20;
      const leaving = 0.0004 * n + 0.0001 * killed;
      flow[r] = (leaving < 0.01 ? leaving : 0.01) * (1 - 0.5 * protection[r]!) * pop[r]! / (nearStart[r + 1]! - nearStart[r]!);
      dayIncidents += n;
      dayDeaths += killed;
      dayDisplaced += displaced[r]!;
    }
    referenceSeries.incidents[day] = dayIncidents;
    referenceSeries.deaths[day] = dayDeaths;
    referenceSeries.displaced[day] = dayDisplaced;
    incidents += dayIncidents;
    deaths += dayDeaths;
    people = dayDisplaced;
  }
  return { incidents, deaths, displaced: people };
}
