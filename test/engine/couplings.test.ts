/**
 * Couplings: what must act on what. Each row of the table changes the first thing and sees the second change in the stated
 * direction, with the same seed; a coupling that is cut makes its row fail.
 */
import { describe, expect, it } from 'vitest';
import { step, type Run } from '../../src/engine/run.ts';
import type { OrderRow } from '../../src/engine/schedule.ts';
import type { Tables } from '../../src/engine/tables.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { orderRow, runOf, tablesOf } from '../make/deployment.ts';
import { smallScenario } from '../make/small-scenario.ts';

const RUNS = 12;

interface Coupling {
  readonly cause: string;
  readonly effect: string;
  /** Direction of the effect when the cause is stronger. */
  readonly direction: 'more' | 'less';
  readonly days: number;
  readonly world?: Partial<Scenario>;
  readonly parameters?: Record<string, number>;
  readonly rows?: readonly OrderRow[];
  /** Rows of the stronger case, where the cause is an order. */
  readonly strongerRows?: readonly OrderRow[];
  /** Sets the stage in both cases, before the first day or at the start of each day. */
  readonly stage?: (run: Run) => void;
  readonly stageDaily?: (run: Run) => void;
  /** Makes the cause stronger before the first day or at the start of each day. */
  readonly first?: (run: Run) => void;
  readonly daily?: (run: Run) => void;
  /** The effect, read on the last day or summed by `daily`. */
  readonly read: (run: Run) => number;
  /** Sum of `read` over the days instead of its last value. */
  readonly summed?: boolean;
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const quiet: Partial<Scenario> = { events: [] };
const EAST = 2;
const FAR_EAST = 3;
const FRONT = 1;
const request = orderRow('council-request', 0, { id: 'request', extra: [9000, 900, 1] });
const talks = (rounds: number) => orderRow('mediate', rounds, { id: 'talks', party: FRONT });
const sanction = orderRow('sanction', 0, { id: 'freeze', party: FRONT, extra: [7, 0, 0] });
const certain = { sanctionAny: 1, sanctionConstrain: 1, sanctionCoerce: 0, sanctionLagDays: 5, sanctionRampDays: 10, sanctionAdoptionPerDay: 5 };
const attackDaily = (run: Run) => { run.s.attackExcitation[FRONT * run.t.R + EAST]! += 20; };

const COUPLINGS: readonly Coupling[] = [
  { cause: 'tension of a neighbour', effect: 'tension', direction: 'more', days: 30, daily: run => { run.s.tension[FAR_EAST] = 1; }, read: run => run.s.tension[EAST]! },
  { cause: 'displaced hosts', effect: 'tension', direction: 'more', days: 40, first: run => { run.s.hosted[EAST] = 200_000; run.s.away[1] = 200_000; run.s.residents[1]! -= 200_000; }, read: run => run.s.tension[EAST]! },
  { cause: 'violence', effect: 'tension', direction: 'more', days: 60, daily: run => { run.s.memory[EAST]! += 2; }, read: run => run.s.tension[EAST]! },
  { cause: 'tension', effect: 'violence', direction: 'more', days: 120, daily: run => run.s.tension.fill(1), read: run => sum(run.s.attacksToday) + sum(run.s.battlesToday), summed: true },
  { cause: 'trigger event', effect: 'activity', direction: 'more', days: 90, first: run => run.s.triggerPush.fill(2.5), read: run => run.s.vigour[FRONT]!, summed: true },
  { cause: 'campaign', effect: 'civilians killed', direction: 'more', days: 60, first: run => { run.s.campaign[FRONT] = 2; run.s.campaignThreshold[FRONT] = 99; }, read: run => sum(run.s.civiliansKilled) },
  { cause: 'battles', effect: 'strength of a party', direction: 'less', days: 120, daily: run => { run.s.battleExcitation[EAST]! += 20; }, read: run => run.s.strength[FRONT * run.t.R + EAST]! },
  { cause: 'violence', effect: 'displacement', direction: 'more', days: 60, daily: attackDaily, read: run => sum(run.s.away) },
  { cause: 'displacement', effect: 'need', direction: 'more', days: 5, first: run => { run.s.hosted[EAST] = 50_000; run.s.away[1] = 50_000; run.s.residents[1]! -= 50_000; }, read: run => run.s.need[EAST]! },
  { cause: 'unmet need', effect: 'deaths', direction: 'more', days: 60, first: run => { run.s.hosted[EAST] = 90_000; run.s.away[1] = 90_000; run.s.residents[1]! -= 90_000; }, read: run => sum(run.s.excessDeaths) },
  { cause: 'aid in the region', effect: 'people reached', direction: 'more', days: 30, stage: run => { run.s.hosted[EAST] = 50_000; run.s.away[1] = 50_000; run.s.residents[1]! -= 50_000; }, daily: run => { run.s.aidStock[EAST] = 500; }, read: run => run.s.reached[EAST]! },
  { cause: 'violence', effect: 'reports', direction: 'more', days: 40, daily: attackDaily, read: run => sum(run.s.reportedIncidentsToday), summed: true },
  { cause: 'reports', effect: 'warning', direction: 'more', days: 40, daily: run => { run.s.pendingCredit[(run.day % 16) * run.t.R + EAST]! += 1; }, read: run => run.s.riskEstimate[EAST]! },
  { cause: 'preparations seen', effect: 'warning', direction: 'more', days: 20, daily: run => { run.s.pendingSignal[(run.day % 16) * run.t.R + EAST]! += 1; }, read: run => run.s.riskEstimate[EAST]! },
  { cause: 'monitors', effect: 'quality of reports', direction: 'more', days: 60, world: { ...quiet, warning: { ...tablesWarning() } }, daily: run => { run.s.monitors[EAST] = 30; }, read: run => run.s.reportQuality[EAST]! },
  { cause: 'reported deaths', effect: 'attention of the Council', direction: 'more', days: 30, daily: run => { run.s.pendingDeaths[(run.day % 16) * run.t.R + EAST]! += 60; }, read: run => run.s.attention[0]! },
  { cause: 'refugees', effect: 'attention of the Council', direction: 'more', days: 30, first: run => { run.s.refugees[0] = 300_000; run.s.away[FAR_EAST] = 200_000; run.s.residents[FAR_EAST]! -= 200_000; run.s.away[EAST] = 100_000; run.s.residents[EAST]! -= 100_000; }, read: run => run.s.attention[0]! },
  { cause: 'attention', effect: 'political will', direction: 'more', days: 40, daily: run => { run.s.attention[0] = 1; }, read: run => run.s.will[0]! },
  { cause: 'warning', effect: 'decision of the Council', direction: 'more', days: 30, rows: [request], parameters: { decisionDaysWithMission: 30 }, daily: run => { run.s.pendingDeaths[(run.day % 16) * run.t.R + EAST]! += 100; }, read: run => (run.s.decisionDay[0]! >= 0 ? run.t.days - run.s.decisionDay[0]! : 0) },
  { cause: 'decision of the Council', effect: 'ceiling', direction: 'more', days: 30, strongerRows: [request], read: run => run.s.ceilingTroops[0]! },
  { cause: 'sanctions on the host', effect: 'consent', direction: 'less', days: 60, daily: run => { run.s.constraint[0] = 0.6; }, read: run => run.s.consent[0]! },
  { cause: 'consent', effect: 'obstruction', direction: 'less', days: 2, daily: run => { run.s.consentCauses[7] = 0.25; }, read: run => run.s.obstruction[0]! },
  { cause: 'agreement with the host', effect: 'obstruction at customs', direction: 'less', days: 20, daily: run => { run.s.eased[3] = 0.7; }, read: run => run.s.customsObstruction[0]! },
  { cause: 'conduct of partners', effect: 'local acceptance', direction: 'less', days: 60, daily: run => { run.s.partnerPeople[EAST] = 800; run.s.partnerHarm[EAST] = 500; }, read: run => run.s.regionAcceptance[EAST]! },
  { cause: 'local acceptance', effect: 'mission deaths', direction: 'less', days: 100, parameters: { missionAttackPerDay: 1 }, stageDaily: run => { run.s.presentTroops[EAST] = 800; }, daily: run => { run.s.regionAcceptance.fill(1); }, read: run => run.s.missionKilled[0]! },
  { cause: 'information of partners', effect: 'quality of reports', direction: 'more', days: 20, world: { ...quiet, warning: { ...tablesWarning(), sources: tablesWarning().sources.map(source => ({ ...source, kind: 'human' as const })) } }, daily: run => { run.s.informationShared[0] = 1; }, read: run => run.s.reportQuality[EAST]! },
  { cause: 'programmes', effect: 'tension', direction: 'less', days: 60, daily: run => { run.s.structuralRelief[EAST] = 0.5; }, read: run => run.s.tension[EAST]! },
  { cause: 'programmes', effect: 'relapse into fighting', direction: 'less', days: 200, daily: run => { run.s.relapseRelief[0] = 0.6; }, read: run => run.s.activity[FRONT]! + run.s.offensive[FRONT * run.t.R + EAST]!, summed: true },
  { cause: 'local police and courts', effect: 'killing by rebels around them', direction: 'less', days: 3, world: { ...quiet, politics: { ...smallScenario().politics } }, daily: run => { run.s.localProtection[EAST] = 0.3; }, read: run => run.s.localRebelFactor[EAST]! },
  { cause: 'presence', effect: 'local acceptance', direction: 'more', days: 60, daily: run => { run.s.coverage.fill(0.8); }, read: run => run.s.acceptance[0]! },
  { cause: 'mediation', effect: 'ceasefire', direction: 'more', days: 120, parameters: { talksPerRoundDay: 0.05 }, rows: [talks(0)], strongerRows: [talks(4)], read: run => run.s.ceasefire[FRONT]!, summed: true },
  { cause: 'ceasefire', effect: 'violence', direction: 'less', days: 120, daily: run => { run.s.ceasefire[FRONT] = 1; run.s.ceasefireHazard[FRONT] = 0; }, read: run => sum(run.s.battlesToday), summed: true },
  { cause: 'ceasefire', effect: 'tension', direction: 'less', days: 60, daily: run => { run.s.ceasefire[FRONT] = 1; run.s.ceasefireHazard[FRONT] = 0; }, read: run => sum(run.s.tension) },
  { cause: 'theatre troops', effect: 'collapse of a ceasefire', direction: 'less', days: 200, stage: run => { run.s.ceasefire[FRONT] = 1; }, daily: run => { run.s.theatreTroops[0] = 8000; }, read: run => 1 - run.s.ceasefire[FRONT]! },
  { cause: 'sanctions', effect: 'constraint of a party', direction: 'more', days: 120, parameters: certain, strongerRows: [sanction], read: run => run.s.constraint[FRONT]! },
  { cause: 'constraint of a party', effect: 'its means', direction: 'less', days: 60, daily: run => { run.s.constraint[FRONT] = 0.8; }, read: run => run.s.means[FRONT]! },
  { cause: 'open borders', effect: 'bite of sanctions', direction: 'less', days: 120, parameters: certain, rows: [sanction], world: { events: [], neighbours: closedNeighbours() }, daily: run => { run.s.borderOpen[0] = 1; }, read: run => run.s.rowEffect[0]! },
  { cause: 'coercion of a party', effect: 'its intent', direction: 'less', days: 60, daily: run => { run.s.coercion[FRONT] = 0.8; }, read: run => run.s.intent[FRONT]! },
  { cause: 'strength of rebels', effect: 'mission deaths', direction: 'more', days: 100, parameters: { missionAttackPerDay: 1 }, first: run => { run.s.strength[FRONT * run.t.R + EAST]! = 6000; }, daily: run => { run.s.presentTroops[EAST] = 800; }, read: run => run.s.missionKilled[0]! },
  { cause: 'mission deaths', effect: 'casualty shock', direction: 'more', days: 30, parameters: { missionAttackPerDay: 0.5 }, daily: run => { run.s.presentTroops[EAST] = 3000; }, read: run => run.s.casualtyShock[0]! },
  { cause: 'casualty shock', effect: 'political will', direction: 'less', days: 60, daily: run => { run.s.casualtyShock[0] = 1; }, read: run => run.s.will[0]! },
  { cause: 'closed border', effect: 'refugees', direction: 'less', days: 90, world: quiet, stage: attackAtStart, stageDaily: attackDaily, daily: run => { run.s.borderOpen[0] = 0; }, read: run => sum(run.s.refugees) },
];

/** Warning by monitors alone, so that their number decides. */
function tablesWarning(): Scenario['warning'] {
  return { sources: [{ id: 'watch', name: { en: 'Monitors', fr: 'Observateurs' }, kind: 'monitors', detection: 0.8, preparation: 0.2, delay: 1, falseAlarms: 0.1, reliability: 'B', cost: 0 }], alertLevels: [0.25, 0.45, 0.65] };
}

function closedNeighbours(): Scenario['neighbours'] {
  return [{ id: 'neighbourland', name: { en: 'Neighbourland', fr: 'Voisinie' }, position: [360, 50], borders: ['far-east', 'east'], open: false, income: 900, conflict: 0.1 }];
}

function attackAtStart(run: Run): void {
  run.s.fear[EAST] = 0.2;
}

function measure(coupling: Coupling, t: Tables, stronger: boolean, seed: number): number {
  const run = runOf(t, (stronger ? coupling.strongerRows : undefined) ?? coupling.rows ?? [], 7, seed);
  coupling.stage?.(run);
  if (stronger) coupling.first?.(run);
  let total = 0;
  for (let day = 0; day < coupling.days; day++) {
    coupling.stageDaily?.(run);
    if (stronger) coupling.daily?.(run);
    step(run);
    total = coupling.summed ? total + coupling.read(run) : coupling.read(run);
  }
  return total;
}

describe('couplings', () => {
  it.each(COUPLINGS.map(coupling => [`${coupling.cause} → ${coupling.effect}`, coupling] as const))('%s', (_, coupling) => {
    const t = tablesOf(coupling.world ?? quiet, coupling.parameters);
    let difference = 0;
    for (let seed = 0; seed < RUNS; seed++) difference += measure(coupling, t, true, seed) - measure(coupling, t, false, seed);
    if (coupling.direction === 'more') expect(difference).toBeGreaterThan(0);
    else expect(difference).toBeLessThan(0);
  });

  it('would notice a cut: with no parameter of contagion a neighbour’s tension changes nothing', () => {
    const t = tablesOf(quiet, { tensionNeighbourPerDay: 0 });
    // two days: by the third, violence next door has found other ways
    const coupling = { ...COUPLINGS[0]!, days: 2 };
    expect(measure(coupling, tablesOf(quiet), true, 1)).toBeGreaterThan(measure(coupling, tablesOf(quiet), false, 1));
    expect(measure(coupling, t, true, 1)).toBe(measure(coupling, t, false, 1));
  });
});
