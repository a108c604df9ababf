/**
 * Shortest paths over links by travel time, from one node to all: label-correcting search with a queue, which is
 * linear in the links of a road map. Scratch memory is kept between calls and grows only with the map.
 */
import type { Run } from './run.ts';

const MODE_AIR = 3;
const MODE_SEA = 4;
/** Days added in the search, not in the answer, where equipment would have to fly: roads come first. */
const FLIGHT_IS_LAST = 60;

let weight = new Float64Array(0);
let queue = new Int32Array(0);
let queued = new Uint8Array(0);
let predecessor = new Int32Array(0);

function grow(nodes: number): void {
  if (weight.length >= nodes) return;
  weight = new Float64Array(nodes);
  queue = new Int32Array(nodes + 1);
  queued = new Uint8Array(nodes);
  predecessor = new Int32Array(nodes);
}

/**
 * Fills `days` with travel times from node `source` and `riskDays` with the part owed to escorts and contested roads;
 * `Infinity` where no path is open. Sea links lie before the entry port and are left out.
 * @param flies whether air links cost no more than their time (people), or are a last resort (equipment)
 * @param link receives the last link of each node's path, −1 at the source and where none leads; may be undefined
 */
export function searchPaths(run: Run, source: number, flies: boolean, days: Float64Array, riskDays: Float64Array, link?: Int32Array): void {
  const { s, t } = run;
  const { V, linkFrom, linkTo, linkMode, linksAt, linksAtStart, p } = t;
  const { linkDays, linkClass } = s;
  grow(V);
  for (let v = 0; v < V; v++) {
    weight[v] = Infinity;
    predecessor[v] = -1;
    days[v] = Infinity;
    riskDays[v] = 0;
    queued[v] = 0;
  }
  weight[source] = 0;
  days[source] = 0;
  const size = V + 1;
  let head = 0;
  let tail = 1;
  queue[0] = source;
  while (head !== tail) {
    const v = queue[head]!;
    head = head + 1 === size ? 0 : head + 1;
    queued[v] = 0;
    for (let n = linksAtStart[v]!; n < linksAtStart[v + 1]!; n++) {
      const l = linksAt[n]!;
      const mode = linkMode[l]!;
      if (mode === MODE_SEA) continue;
      const step = linkDays[l]!;
      const to = linkFrom[l] === v ? linkTo[l]! : linkFrom[l]!;
      const reach = weight[v]! + step + (mode === MODE_AIR && !flies ? FLIGHT_IS_LAST : 0);
      if (!(reach < weight[to]!)) continue;
      weight[to] = reach;
      predecessor[to] = l;
      days[to] = days[v]! + step;
      // a link under escort takes contestedSpeed of the open speed
      riskDays[to] = riskDays[v]! + (isEscorted(linkClass[l]!) ? step * (1 - p.contestedSpeed) : 0);
      if (queued[to] === 1) continue;
      queued[to] = 1;
      queue[tail] = to;
      tail = tail + 1 === size ? 0 : tail + 1;
    }
  }
  // one wait for an escort on the way, however many links need it
  for (let v = 0; v < V; v++) {
    if (link !== undefined) link[v] = predecessor[v]!;
    if (!(riskDays[v]! > 0)) continue;
    riskDays[v]! += p.convoyWaitDays;
    days[v]! += p.convoyWaitDays;
  }
}

/** Class of a link: state (0–2) + 3 · quarter of the rains (0–3) + 12 where convoys go escorted. */
export function classOf(state: number, quarter: number, escorted: boolean): number {
  return state + 3 * quarter + (escorted ? 12 : 0);
}

export function isEscorted(linkClass: number): boolean {
  return linkClass >= 12;
}
