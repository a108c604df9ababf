/**
 * Routes — state, capacity and travel time of links, and the shortest open paths from the points of entry.
 *
 * condition = wetness · wet(surface) · (1 − gain · work) + damage; degraded at linkDegradedAt, cut at linkCutAt    [index]
 * damage hazard = wet rate · wetness · softness + war rate · mean of m/(m + half) at both ends             [1/day]
 * damage′ = damage − repair · (1 − 0.7 · wetness) · (1 + engineers at both ends)                        [index/day]
 * risk = insecurity + (1 − insecurity) · max m/(m + half) at both ends, m the memory of incidents          [index]
 * capacity = capacity on D0 · (1, linkDegradedCapacity, 0)                                                 [t/day]
 * days = km / speed(surface, quarter of the rains), over contestedSpeed where risk > escortAtRisk            [day]
 *
 * Source: convoy speeds of planning practice on published convoys (Khartoum–Juba, Juba–Wau, Kidal–Gao); closures at the
 * height of the rains (WFP); other rates MODEL.
 * Assumes: one climate a link; paths are searched again only when the class of some link has changed.
 * Reads wetness, memory, linkWork, engineers. Writes linkState, linkDamage, linkWork, linkHazard, linkThreshold,
 *   linkEpisode, linkRisk, linkClass, linkDays, linkCapacity, linkLeft, routeLink, routeDays, routeRiskDays, peopleDays,
 *   peopleRiskDays. Draws: linkDamage.
 */
import { exponential } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import type { Mechanism } from '../mechanism.ts';
import { classOf, searchPaths } from '../path-search.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

export const LINK_OPEN = 0;
export const LINK_DEGRADED = 1;
export const LINK_CUT = 2;

const MODE_RAIL = 2;
const MODE_AIR = 3;
const MODE_SEA = 4;
const SURFACE_WATER = 3;

/** Supply convoys without escort, km a day, surface · 4 + quarter of the rains: paved, laterite, track, water, air. MODEL on published convoys. */
const SPEED = Float64Array.from([
  350, 340, 320, 300,
  150, 115, 80, 45,
  80, 60, 35, 15,
  60, 60, 60, 60,
  1200, 1200, 1200, 1200,
]);
const RAIL_SPEED = 250;
/** Share of wet damage a surface takes: paved, laterite, track, water, air. MODEL. */
const SOFTNESS = Float64Array.from([0.3, 1, 1.3, 0, 0.2]);
const MAX_EPISODE = 2047;

function drawDamage(run: Run, l: number): void {
  const { s, t, k0, k1 } = run;
  s.linkHazard[l] = 0;
  s.linkThreshold[l] = exponential(uniform(k0, k1, word(STREAMS.linkDamage, 0, 2 * Math.min(s.linkEpisode[l]!, MAX_EPISODE)), t.linkKey[l]!), 1);
}

/** Damage of one washed-out bridge, mine or block: 0.3–0.9. */
function damageOf(run: Run, l: number): number {
  return 0.3 + 0.6 * uniform(run.k0, run.k1, word(STREAMS.linkDamage, 0, 2 * Math.min(run.s.linkEpisode[l]!, MAX_EPISODE) + 1), run.t.linkKey[l]!);
}

/** Scratch: heat of each node on its roads, 0–1, from the memory of incidents; overwritten each day, so no state hides here. */
let heat = new Float64Array(0);

/** Fills `heat`; nodes off the map have none. */
function heatRoads(memory: Float64Array, regions: number, nodes: number, half: number): void {
  if (heat.length < nodes) heat = new Float64Array(nodes);
  for (let r = 0; r < regions; r++) {
    const m = memory[r]!;
    heat[r] = m > 0 ? m / (m + half) : 0;
  }
  for (let v = regions; v < nodes; v++) heat[v] = 0;
}

/** Recomputes all links, with their whole capacity left; whether the class of one has changed. */
function stepLinks(run: Run): boolean {
  const { s, t } = run;
  const { p, L, R, linkFrom, linkTo, linkMode, linkSurface, linkClimate, linkInsecurity, linkCapacity0 } = t;
  const { wetness, memory, engineers, linkRisk, linkDamage, linkHazard, linkThreshold, linkWork, linkState, linkCapacity, linkClass, linkLeft } = s;
  const { linkRepairPerDay, linkDamageWetPerDay, linkDamageWarPerDay, linkWorkGain, linkCutAt, linkDegradedAt, linkDegradedCapacity, escortAtRisk, wetAir, wetPaved, wetLaterite, wetTrack } = p;
  const fade = 1 - 1 / p.linkWorkFadeDays;
  let changed = false;
  heatRoads(memory, R, t.V, p.linkRiskHalf);
  const hot = heat;
  for (let l = 0; l < L; l++) {
    const mode = linkMode[l]!;
    if (mode === MODE_SEA) {
      linkCapacity[l] = linkCapacity0[l]!;
      linkLeft[l] = linkCapacity0[l]!;
      if (linkClass[l] === -1) changed = setClass(run, l, LINK_OPEN, 0, false);
      continue;
    }
    const a = linkFrom[l]!;
    const b = linkTo[l]!;
    const surface = linkSurface[l]!;
    const wet = wetness[linkClimate[l]!]!;
    const heatFrom = hot[a]!;
    const heatTo = hot[b]!;
    const base = linkInsecurity[l]!;
    const risk = mode === MODE_AIR ? base : base + (1 - base) * (heatFrom > heatTo ? heatFrom : heatTo);
    linkRisk[l] = risk;
    let damage = linkDamage[l]!;
    if (damage > 0) {
      const companies = (a < R ? engineers[a]! : 0) + (b < R ? engineers[b]! : 0);
      damage = Math.max(0, damage - linkRepairPerDay * (1 - 0.7 * wet) * (1 + companies));
      linkDamage[l] = damage;
    }
    if (surface < SURFACE_WATER) {
      const hazard = linkHazard[l]! + linkDamageWetPerDay * wet * SOFTNESS[surface]! + linkDamageWarPerDay * 0.5 * (heatFrom + heatTo);
      linkHazard[l] = hazard;
      if (hazard >= linkThreshold[l]!) {
        damage = Math.min(1, damage + damageOf(run, l));
        linkDamage[l] = damage;
        s.linkEpisode[l]!++;
        drawDamage(run, l);
      }
    }
    const work = linkWork[l]! * fade;
    linkWork[l] = work;
    const softness = mode === MODE_AIR ? wetAir : surface === 0 ? wetPaved : surface === 1 ? wetLaterite : surface === 2 ? wetTrack : 0;
    const condition = wet * softness * (1 - linkWorkGain * work) + damage;
    const state = condition >= linkCutAt ? LINK_CUT : condition >= linkDegradedAt ? LINK_DEGRADED : LINK_OPEN;
    linkState[l] = state;
    const capacity = linkCapacity0[l]! * (state === LINK_OPEN ? 1 : state === LINK_DEGRADED ? linkDegradedCapacity : 0);
    linkCapacity[l] = capacity;
    linkLeft[l] = capacity;
    const quarter = wet < 0.25 ? 0 : wet < 0.5 ? 1 : wet < 0.75 ? 2 : 3;
    const isEscorted = risk > escortAtRisk;
    if (classOf(state, quarter, isEscorted) !== linkClass[l]) changed = setClass(run, l, state, quarter, isEscorted);
  }
  return changed;
}

function setClass(run: Run, l: number, state: number, quarter: number, isEscorted: boolean): true {
  const { s, t } = run;
  s.linkClass[l] = classOf(state, quarter, isEscorted);
  const speed = t.linkMode[l] === MODE_RAIL ? RAIL_SPEED : t.linkMode[l] === MODE_SEA ? SPEED[12]! * 8 : SPEED[t.linkSurface[l]! * 4 + quarter]!;
  s.linkDays[l] = state === LINK_CUT ? Infinity : t.linkKm[l]! / (isEscorted ? speed * t.p.contestedSpeed : speed);
  return true;
}

/**
 * Capacity left today on the path from the entry port to a node, t/day; Infinity at the port, 0 where no path leads.
 * @param keep share of each link's capacity that is not for the asker
 */
export function pathLeft(run: Run, node: number, keep: number): number {
  const { routeLink, linkLeft, linkCapacity } = run.s;
  const { entryPort, linkFrom, linkTo } = run.t;
  let left = Infinity;
  for (let v = node; v !== entryPort;) {
    const l = routeLink[v]!;
    if (l < 0) return 0;
    left = Math.min(left, linkLeft[l]! - keep * linkCapacity[l]!);
    v = linkFrom[l] === v ? linkTo[l]! : linkFrom[l]!;
  }
  return left > 0 ? left : 0;
}

/** Takes `tonnes` off the capacity left today along the path to a node. */
export function takePath(run: Run, node: number, tonnes: number): void {
  const { routeLink, linkLeft } = run.s;
  const { entryPort, linkFrom, linkTo } = run.t;
  for (let v = node; v !== entryPort;) {
    const l = routeLink[v]!;
    if (l < 0) return;
    linkLeft[l] = Math.max(0, linkLeft[l]! - tonnes);
    v = linkFrom[l] === v ? linkTo[l]! : linkFrom[l]!;
  }
}

/** Takes up to `tonnes` over the path to a node; returns what the path could carry. */
export function takeFromPath(run: Run, node: number, tonnes: number): number {
  const taken = Math.min(tonnes, pathLeft(run, node, 0));
  if (taken > 0) takePath(run, node, taken);
  return taken;
}

/** Highest insecurity on the path from the entry port to a node, 0–1. */
export function pathRisk(run: Run, node: number): number {
  const { s, t } = run;
  let risk = 0;
  for (let v = node; v !== t.entryPort;) {
    const l = s.routeLink[v]!;
    if (l < 0) return risk;
    risk = Math.max(risk, s.linkRisk[l]!);
    v = t.linkFrom[l] === v ? t.linkTo[l]! : t.linkFrom[l]!;
  }
  return risk;
}

export const routes: Mechanism = {
  name: 'routes', phase: 15,
  reads: ['wetness', 'memory', 'linkWork', 'engineers', 'linkClass', 'linkDamage', 'linkHazard'],
  writes: ['linkState', 'linkDamage', 'linkWork', 'linkHazard', 'linkThreshold', 'linkEpisode', 'linkRisk', 'linkClass', 'linkDays', 'linkCapacity', 'linkLeft', 'routeLink', 'routeDays', 'routeRiskDays', 'peopleDays', 'peopleRiskDays'],
  initialise: run => {
    run.s.linkClass.fill(-1);
    run.s.routeLink.fill(-1);
    run.s.routeDays.fill(Infinity);
    run.s.peopleDays.fill(Infinity);
    run.s.routeDays[run.t.entryPort] = 0;
    run.s.peopleDays[run.t.entryAirfield] = 0;
    for (let l = 0; l < run.t.L; l++) drawDamage(run, l);
  },
  run: run => {
    const { s, t } = run;
    const changed = stepLinks(run);
    if (!changed) return;
    searchPaths(run, t.entryPort, false, s.routeDays, s.routeRiskDays, s.routeLink);
    searchPaths(run, t.entryAirfield, true, s.peopleDays, s.peopleRiskDays);
  },
};
