/**
 * Boxes that hold many cases of interest: the patient rule induction method of Friedman and Fisher (1999, Statistics and
 * Computing 9:123–143).
 *
 * Peeling takes the share α of the points off one side of the box, that side whose removal leaves the highest mean, until
 * less than the share β of all points is left; pasting then puts points back on as long as the mean rises. Of the boxes on
 * the way (the trajectory) the one with the best balance of coverage and density is taken: their harmonic mean. Limits
 * that a binomial test does not need (quasi-p ≥ 0.05) go (Bryant and Lempert 2010, Technological Forecasting & Social
 * Change 77:34–49). Further boxes are sought among the points that no box holds (covering).
 */

export interface PrimOptions {
  /** Share peeled at a time, 0.05 by default: patience. */
  readonly alpha?: number;
  /** Least share of all points in a box, 0.05 by default. */
  readonly least?: number;
  /** Most boxes. */
  readonly boxes?: number;
}

/** Points with their cases: values [point · dimensions + dimension], cases 1 where it is one of interest, else 0. */
export interface PrimData {
  readonly dimensions: number;
  readonly values: Float64Array;
  readonly cases: Uint8Array;
}

/** Limits of a box: a point is inside when low ≤ value ≤ high in all dimensions; −Infinity and Infinity where there is none. */
export interface Limits { readonly low: Float64Array; readonly high: Float64Array }

export interface BoxMeasure {
  /** Points in the box, and cases among them. */
  readonly points: number;
  readonly hits: number;
  /** Share of all cases that lie in the box, and share of its points that are cases. */
  readonly coverage: number;
  readonly density: number;
}

export interface PrimBox extends Limits, BoxMeasure {
  /** Dimensions with a limit. */
  readonly limited: readonly number[];
}

const QUASI_P = 0.05;

function holds(data: PrimData, { low, high }: Limits, point: number): boolean {
  const { dimensions, values } = data;
  for (let d = 0; d < dimensions; d++) {
    const value = values[point * dimensions + d]!;
    if (value < low[d]! || value > high[d]!) return false;
  }
  return true;
}

function measureOf(data: PrimData, limits: Limits, among: readonly number[], allCases: number): BoxMeasure {
  let points = 0;
  let hits = 0;
  for (const i of among) {
    if (!holds(data, limits, i)) continue;
    points++;
    hits += data.cases[i]!;
  }
  return { points, hits, coverage: allCases > 0 ? hits / allCases : 0, density: points > 0 ? hits / points : 0 };
}

/** Coverage and density of a box on points, such as ones that were not used to find it. */
export function measureBox(data: PrimData, limits: Limits): BoxMeasure {
  const all = Array.from(data.cases, (_, i) => i);
  return measureOf(data, limits, all, data.cases.reduce((sum, one) => sum + one, 0));
}

const unlimited = (n: number): Limits => ({ low: new Float64Array(n).fill(-Infinity), high: new Float64Array(n).fill(Infinity) });
const copyOf = ({ low, high }: Limits): Limits => ({ low: low.slice(), high: high.slice() });

/** A limit moved, what stays inside, and its mean. */
interface Move { readonly d: number; readonly side: 'low' | 'high'; readonly to: number; readonly inside: readonly number[]; readonly mean: number }

const meanCases = (data: PrimData, points: readonly number[]): number => points.reduce((sum, i) => sum + data.cases[i]!, 0) / points.length;

/** The peel that leaves the highest mean; of equal ones that which leaves most points. Undefined when none takes anything off. */
function bestPeel(data: PrimData, inside: readonly number[], alpha: number): Move | undefined {
  const { dimensions, values } = data;
  const off = Math.max(1, Math.floor(alpha * inside.length));
  let best: Move | undefined;
  for (let d = 0; d < dimensions; d++) {
    const at = (i: number): number => values[i * dimensions + d]!;
    const sorted = Float64Array.from(inside, at).sort();
    for (const side of ['low', 'high'] as const) {
      // the first value that stays; equal values go or stay together
      const edge = side === 'low' ? sorted[off]! : sorted[sorted.length - 1 - off]!;
      const left = side === 'low' ? inside.filter(i => at(i) >= edge) : inside.filter(i => at(i) <= edge);
      if (left.length === inside.length || left.length === 0) continue;
      const mean = meanCases(data, left);
      if (best === undefined || mean > best.mean || (mean === best.mean && left.length > best.inside.length)) best = { d, side, to: edge, inside: left, mean };
    }
  }
  return best;
}

/** The paste that raises the mean most; undefined when none does. */
function bestPaste(data: PrimData, limits: Limits, inside: readonly number[], among: readonly number[], alpha: number): Move | undefined {
  const { dimensions, values } = data;
  const wanted = Math.max(1, Math.floor(alpha * inside.length));
  const now = meanCases(data, inside);
  let best: Move | undefined;
  for (let d = 0; d < dimensions; d++) {
    for (const side of ['low', 'high'] as const) {
      const edge = limits[side][d]!;
      if (!Number.isFinite(edge)) continue;
      const open = copyOf(limits);
      open[side][d] = side === 'low' ? -Infinity : Infinity;
      const at = (i: number): number => values[i * dimensions + d]!;
      const near = among.filter(i => holds(data, open, i) && (side === 'low' ? at(i) < edge : at(i) > edge)).sort((a, b) => (side === 'low' ? at(b) - at(a) : at(a) - at(b)));
      if (near.length === 0) continue;
      const to = at(near[Math.min(wanted, near.length) - 1]!);
      const added = near.filter(i => (side === 'low' ? at(i) >= to : at(i) <= to));
      const all = [...inside, ...added];
      const mean = meanCases(data, all);
      if (mean > now && (best === undefined || mean > best.mean)) best = { d, side, to, inside: all, mean };
    }
  }
  return best;
}

/** The boxes met while peeling and pasting, from the whole to the smallest, each with its measures. */
export function peelingTrajectory(data: PrimData, among: readonly number[], allCases: number, alpha: number, least: number): (Limits & BoxMeasure)[] {
  const limits = unlimited(data.dimensions);
  const trajectory: (Limits & BoxMeasure)[] = [];
  const note = (): void => { trajectory.push({ ...copyOf(limits), ...measureOf(data, limits, among, allCases) }); };
  let inside = among;
  note();
  for (;;) {
    const peel = bestPeel(data, inside, alpha);
    if (peel === undefined || peel.inside.length < least) break;
    limits[peel.side][peel.d] = peel.to;
    inside = peel.inside;
    note();
    if (peel.mean === 1) break;
  }
  for (;;) {
    const paste = bestPaste(data, limits, inside, among, alpha);
    if (paste === undefined) break;
    limits[paste.side][paste.d] = paste.to;
    inside = paste.inside;
    note();
  }
  return trajectory;
}

/** Upper tail of the binomial: chance of `hits` or more among n with probability p. Sums of logarithms, for large n. */
export function binomialTail(hits: number, n: number, p: number): number {
  if (hits <= 0 || p >= 1) return 1;
  if (p <= 0) return 0;
  let logTerm = n * Math.log(1 - p);
  let below = 0;
  for (let k = 0; k < hits; k++) {
    below += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  return Math.max(0, 1 - below);
}

/** Drops limits, the least needed first, until each of those left makes the box denser than chance would. */
function simplified(data: PrimData, box: Limits, among: readonly number[], allCases: number): PrimBox {
  const limits = copyOf(box);
  const limited = (): number[] => Array.from(limits.low, (_, d) => d).filter(d => Number.isFinite(limits.low[d]!) || Number.isFinite(limits.high[d]!));
  for (;;) {
    const now = measureOf(data, limits, among, allCases);
    let worst = -1;
    let worstP = QUASI_P;
    for (const d of limited()) {
      const without = copyOf(limits);
      without.low[d] = -Infinity;
      without.high[d] = Infinity;
      const p = binomialTail(now.hits, now.points, measureOf(data, without, among, allCases).density);
      if (p >= worstP) {
        worst = d;
        worstP = p;
      }
    }
    if (worst < 0) return { ...limits, ...now, limited: limited() };
    limits.low[worst] = -Infinity;
    limits.high[worst] = Infinity;
  }
}

/** Boxes in the order in which they are found; none when there are no cases, or nothing but cases. */
export function findBoxes(data: PrimData, options: PrimOptions = {}): PrimBox[] {
  const { alpha = 0.05, least = 0.05, boxes = 1 } = options;
  const n = data.cases.length;
  const allCases = data.cases.reduce((sum, one) => sum + one, 0);
  const found: PrimBox[] = [];
  let among = Array.from({ length: n }, (_, i) => i);
  if (allCases === 0 || allCases === n) return found;
  while (found.length < boxes) {
    if (!among.some(i => data.cases[i] === 1)) break;
    const trajectory = peelingTrajectory(data, among, allCases, alpha, Math.max(2, Math.floor(least * n)));
    const balance = ({ coverage, density }: BoxMeasure): number => (coverage + density > 0 ? (2 * coverage * density) / (coverage + density) : 0);
    const best = trajectory.reduce((a, b) => (balance(b) > balance(a) ? b : a));
    const box = simplified(data, best, among, allCases);
    if (box.limited.length === 0) break;
    found.push(box);
    among = among.filter(i => !holds(data, box, i));
  }
  return found;
}
