/** The way of supply to a base in one future: from the entry port link by link, with state, load and the next change of each. */
import type { FutureTrace } from '../study/results.ts';

/** States of a link; the number in a trace is the index. */
export const LINK_STATES = ['open', 'degraded', 'cut'] as const;
export type LinkState = (typeof LINK_STATES)[number];

export interface WayStep {
  /** Index of the link, and of the nodes at its near and far end, the port's side first. */
  readonly link: number;
  readonly from: number;
  readonly to: number;
  readonly state: LinkState;
  /** Capacity today and what was carried, t/day. */
  readonly capacity: number;
  readonly used: number;
  /** First later day on which the state is another one, and that state; −1 when it stays to the end. */
  readonly changes: number;
  readonly next: LinkState;
}

export interface SupplyWay {
  /** Empty at the port itself, and where no way leads on any day. */
  readonly steps: readonly WayStep[];
  /** Day of the way shown: today, or the last day on which there was one (else the next); −1 never. */
  readonly day: number;
  readonly isOpen: boolean;
}

/** The way to a node on a day, found back from its end; undefined where none leads. */
function linksOf({ ways }: FutureTrace, day: number, node: number): number[] | undefined {
  const links: number[] = [];
  for (let v = node; v !== ways.entry;) {
    const link = ways.link[day * ways.nodes + v] ?? -1;
    if (link < 0 || links.length > ways.nodes) return undefined;
    links.unshift(link);
    v = ways.from[link] === v ? ways.to[link]! : ways.from[link]!;
  }
  return links;
}

/** The day nearest to `day` with a way to the node, earlier days first; −1 when there is none. */
function dayWithWay(trace: FutureTrace, day: number, node: number): number {
  for (let on = day; on >= 0; on--) if (linksOf(trace, on, node) !== undefined) return on;
  for (let on = day + 1; on < trace.days; on++) if (linksOf(trace, on, node) !== undefined) return on;
  return -1;
}

/**
 * The way from the entry port to a region on a day. Where none is open, the one that was used last, with the link that
 * is cut now.
 */
export function supplyWay(trace: FutureTrace, day: number, region: number): SupplyWay {
  const on = dayWithWay(trace, day, region);
  if (on < 0) return { steps: [], day: -1, isOpen: false };
  const { links, ways } = trace;
  const n = ways.from.length;
  const stateOf = (link: number, when: number): LinkState => LINK_STATES[links.state[when * n + link] ?? 0] ?? 'open';
  let node = ways.entry;
  const steps = linksOf(trace, on, region)!.map((link): WayStep => {
    const from = node;
    node = ways.from[link] === from ? ways.to[link]! : ways.from[link]!;
    const state = stateOf(link, day);
    let changes = -1;
    for (let later = day + 1; later < trace.days && changes < 0; later++) if (stateOf(link, later) !== state) changes = later;
    return { link, from, to: node, state, capacity: links.capacity[day * n + link] ?? 0, used: links.used[day * n + link] ?? 0, changes, next: changes < 0 ? state : stateOf(link, changes) };
  });
  return { steps, day: on, isOpen: on === day };
}
