/** One future in full: every day of every region, link, unit, order and party, for the map, the boards and the inspector. */
import { ROW_OVER, ROW_UNDER_WAY } from '../engine/constraints.ts';
import { dailyUse, NOBODY_DRAWS } from '../engine/mechanisms/supply.ts';
import { step, type Run } from '../engine/run.ts';
import { PHASE_OPERATIONAL, PHASE_RECEPTION, peopleOf } from '../engine/unit-stages.ts';
import { agendaLog } from './agenda-log.ts';
import type { PlanInput } from './job.ts';
import type { FutureTrace } from './results.ts';
import { COST, DAY_VALUES, DISPLACED, HARMED, MISSION_DEATHS, NEED_REACHED, observeDay } from './series.ts';
import { StandingRecorder } from './standing-trace.ts';

const COMMODITY_COUNT = 4;
const COUNTRY = ['alert', 'attention', 'will', 'consent', 'acceptance', 'ceilingTroops', 'ceilingPolice', 'theatreTroops', 'spent', 'cash', 'harmed', 'displaced', 'needReached', 'missionDeaths'] as const;
const PARTY = ['intent', 'means', 'campaign', 'ceasefire', 'strength'] as const;

type Log = FutureTrace['log'][number];

/** Days of supply of one commodity in region r, as the supply board shows it. */
function supplyDaysOf(run: Run, r: number, commodity: number): number {
  const use = dailyUse(run, r, commodity);
  return use > 0 ? Math.min(NOBODY_DRAWS, run.s.supplyStock[r * COMMODITY_COUNT + commodity]! / use) : NOBODY_DRAWS;
}

/** Runs a future that stands on the eve of D0 to its end and keeps everything that is shown. */
export function traceFuture(run: Run, plan: PlanInput, index: number): FutureTrace {
  const { s, t, o } = run;
  const { R, P, L, D, N, V, days } = t;
  const units = o.units;
  const f32 = (n: number) => new Float32Array(n * days);
  const u8 = (n: number) => new Uint8Array(n * days);
  const u16 = (n: number) => new Uint16Array(n * days);
  const regions = {
    tension: f32(R), displaced: f32(R), needReached: f32(R), coverage: f32(R), risk: f32(R), confidence: f32(R), lastReportDay: new Int16Array(R * days), troops: f32(R), police: f32(R), monitors: f32(R),
    supplyDays: f32(R), battles: u16(R), attacks: u16(R), killed: f32(R), reported: u16(R), alert: u8(R),
  };
  const supply = f32(R * COMMODITY_COUNT);
  const links = { state: u8(L), capacity: f32(L), used: f32(L) };
  const ways = { nodes: V, entry: t.entryPort, from: Int16Array.from(t.linkFrom), to: Int16Array.from(t.linkTo), link: new Int16Array(V * days) };
  const unitRows = { count: units, type: Int16Array.from(o.unitTypeOf), row: Int16Array.from(o.unitRow), phase: u8(units), region: new Int16Array(units * days), strength: f32(units), pledged: f32(units), ready: f32(units), lifted: f32(units), arrived: f32(units), mover: new Int16Array(units * days) };
  const flows = f32(D);
  const refugees = f32(N);
  const rows = { constraint: u8(o.rows), effect: f32(o.rows), progress: f32(o.rows) };
  const country = Object.fromEntries(COUNTRY.map(name => [name, f32(1)])) as Record<(typeof COUNTRY)[number], Float32Array>;
  const parties = Object.fromEntries(PARTY.map(name => [name, f32(P)])) as Record<(typeof PARTY)[number], Float32Array>;
  const log: Log[] = [];
  const today = new Float64Array(DAY_VALUES);
  const seen = new Int32Array(o.rows);
  let alert = 0;
  const standing = new StandingRecorder(run);

  for (let k = run.day; k < days; k++) {
    step(run);
    for (let r = 0; r < R; r++) {
      const at = k * R + r;
      regions.tension[at] = s.tension[r]!;
      regions.displaced[at] = s.hosted[r]!;
      regions.needReached[at] = s.need[r]! > 0 ? Math.min(1, s.reached[r]! / s.need[r]!) : 1;
      regions.coverage[at] = s.coverage[r]!;
      regions.risk[at] = s.riskEstimate[r]!;
      regions.confidence[at] = s.riskConfidence[r]!;
      regions.lastReportDay[at] = s.lastReportDay[r]!;
      regions.troops[at] = s.presentTroops[r]!;
      regions.police[at] = s.presentPolice[r]!;
      regions.monitors[at] = s.monitors[r]!;
      regions.supplyDays[at] = s.supplyDays[r]!;
      regions.battles[at] = s.battlesToday[r]!;
      regions.attacks[at] = s.attacksToday[r]!;
      regions.killed[at] = s.killedInAttacksToday[r]! + s.killedInBattlesToday[r]!;
      regions.reported[at] = s.reportedIncidentsToday[r]!;
      regions.alert[at] = s.alertLevel[r]!;
      for (let c = 0; c < COMMODITY_COUNT; c++) supply[at * COMMODITY_COUNT + c] = supplyDaysOf(run, r, c);
    }
    for (let l = 0; l < L; l++) {
      links.state[k * L + l] = s.linkState[l]!;
      links.capacity[k * L + l] = s.linkCapacity[l]!;
      links.used[k * L + l] = Math.max(0, s.linkCapacity[l]! - s.linkLeft[l]!);
    }
    for (let v = 0; v < V; v++) ways.link[k * V + v] = s.routeLink[v]!;
    for (let u = 0; u < units; u++) {
      const at = k * units + u;
      const phase = s.unitPhase[u]!;
      const full = peopleOf(run, u);
      unitRows.phase[at] = phase;
      unitRows.region[at] = phase === PHASE_RECEPTION || phase === PHASE_OPERATIONAL ? s.unitRegion[u]! : -1;
      unitRows.strength[at] = full > 0 ? Math.min(1, s.unitOperational[u]! / full) : 0;
      unitRows.pledged[at] = s.unitPledged[u]!;
      unitRows.ready[at] = s.unitReady[u]!;
      unitRows.lifted[at] = s.unitLifted[u]!;
      unitRows.arrived[at] = s.unitArrived[u]!;
      unitRows.mover[at] = s.unitMovedBy[u]! - 1;
    }
    for (let d = 0; d < D; d++) flows[k * D + d] = s.flowTotal[d]!;
    for (let n = 0; n < N; n++) refugees[k * N + n] = s.refugees[n]!;
    for (let i = 0; i < o.rows; i++) {
      rows.constraint[k * o.rows + i] = s.rowConstraint[i]!;
      rows.effect[k * o.rows + i] = s.rowEffect[i]!;
      rows.progress[k * o.rows + i] = s.rowProgress[i]!;
      noteRow(run, i, k, seen, log);
    }
    for (let i = 0; i < P; i++) {
      let strength = 0;
      for (let r = 0; r < R; r++) strength += s.strength[i * R + r]!;
      parties.strength[k * P + i] = strength;
      parties.intent[k * P + i] = s.intent[i]!;
      parties.means[k * P + i] = s.means[i]!;
      parties.campaign[k * P + i] = s.campaign[i]!;
      parties.ceasefire[k * P + i] = s.ceasefire[i]!;
    }
    standing.note(k);
    observeDay(run, today);
    const values = [s.nationalAlert[0], s.attention[0], s.will[0], s.consent[0], s.acceptance[0], s.ceilingTroops[0], s.ceilingPolice[0], s.theatreTroops[0], today[COST], s.cash[0], today[HARMED], today[DISPLACED], today[NEED_REACHED], today[MISSION_DEATHS]];
    COUNTRY.forEach((name, i) => { country[name][k] = values[i]!; });
    if (s.nationalAlert[0] !== alert) {
      alert = s.nationalAlert[0]!;
      log.push({ day: k, row: -1, what: 'alert', value: alert });
    }
  }
  return { planId: plan.id, planHash: plan.hash, run: index, days, regions, supply, links, ways, units: unitRows, flows, refugees, rows, country, parties, log, agenda: agendaLog(run), standing: standing.finish() };
}

const BEGUN = 1;
const FIRST = 2;
const FULL = 4;
const OVER = 8;
const DECIDED = 16;

/** Notes what happened to an order today; `seen` keeps what was noted before. */
function noteRow(run: Run, i: number, day: number, seen: Int32Array, log: Log[]): void {
  const { s } = run;
  const note = (bit: number, holds: boolean, what: Log['what'], value: number): void => {
    if (!holds || (seen[i]! & bit) !== 0) return;
    seen[i]! |= bit;
    log.push({ day, row: i, what, value });
  };
  note(BEGUN, s.rowState[i]! >= ROW_UNDER_WAY, 'begun', s.rowStartDay[i]!);
  note(DECIDED, s.rowState[i]! >= ROW_UNDER_WAY && s.decisionDay[i]! >= 0, 'decided', s.decisionDay[i]!);
  note(FIRST, s.rowState[i]! >= ROW_UNDER_WAY && s.rowFirstEffectDay[i]! >= 0, 'firstEffect', s.rowEffect[i]!);
  note(FULL, s.rowState[i]! >= ROW_UNDER_WAY && s.rowFullEffectDay[i]! >= 0, 'fullEffect', s.rowEffect[i]!);
  note(OVER, s.rowState[i]! === ROW_OVER, 'over', s.rowEffect[i]!);
}
