/** Partners, consultation, consent by cause, withdrawal, programmes, readiness: what each does, and that the causes add up. */
import { describe, expect, it } from 'vitest';
import { ACCEPTANCE_CAUSES, CONSENT_CAUSES } from '../../../src/engine/columns-peace.ts';
import { step, type Run } from '../../../src/engine/run.ts';
import { PROGRAMME_FIELDS, type OrderRow, type ProgrammeField } from '../../../src/engine/schedule.ts';
import { agendaLog } from '../../../src/study/agenda-log.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { deployRow, orderRow, runOf, tablesOf } from '../../make/deployment.ts';
import { smallScenario } from '../../make/small-scenario.ts';

const EAST = 2;
const FAR_EAST = 3;
const { politics } = smallScenario();
const partner = { ...politics.partners[0]!, readiness: 0.8, means: 0.5, conduct: 0.6, money: 50_000 };
const world = (more: Partial<Scenario['politics']> = {}, rest: Partial<Scenario> = {}): Partial<Scenario> => ({ events: [], ...rest, politics: { ...politics, partners: [partner], ...more } });

const request = (ask: number, amount: number, more: Partial<OrderRow> = {}): OrderRow => orderRow('partner-request', amount, { id: 'p', region: FAR_EAST, extra: [0, ask, 0], ...more });
const support = (usd: number, screening = 0): OrderRow => orderRow('support-package', usd, { id: 'u', region: -1, extra: [0, screening, 0] });
const programme = (field: ProgrammeField, usd: number, more: Partial<OrderRow> = {}): OrderRow => orderRow('programme', usd, { id: `h-${field}`, region: EAST, extra: [PROGRAMME_FIELDS.indexOf(field), 0, 0], ...more });
/** Union units: contributor 1 of the small world belongs to the partner. */
const contributor = smallScenario().contributors.findIndex(item => item.partner === 'union');
const brigade = deployRow('infantry-battalion', 1, 'bridging', { id: 'b', region: FAR_EAST, contributor, reliability: 1 });

function runFor(days: number, rows: readonly OrderRow[], of: Partial<Scenario> = world(), parameters: Record<string, number> = {}, daily?: (run: Run) => void, seed = 1): Run {
  const run = runOf(tablesOf(of, parameters), rows, 5, seed);
  while (run.day < days) {
    daily?.(run);
    step(run);
  }
  return run;
}

describe('regional partners', () => {
  it('monitors, mediators and information come after deliberation and work in their own ways', () => {
    const none = runFor(120, []);
    expect([none.s.informationShared[0], none.s.partnerMediation[0], none.s.partnerPeople[FAR_EAST]]).toEqual([0, 0, 0]);
    const monitors = runFor(120, [request(0, 20)]);
    expect(monitors.s.monitors[FAR_EAST]! - none.s.monitors[FAR_EAST]!).toBeCloseTo(20, 6);
    expect(monitors.s.partnerPeople[FAR_EAST]).toBeCloseTo(20, 4);
    expect(runFor(120, [request(1, 6)]).s.partnerMediation[0]).toBeCloseTo(0.7 * 6 / 10, 6);
    const told = runFor(120, [request(2, 30)]);
    expect(told.s.informationShared[0]).toBeCloseTo(0.7 * 30 / 45, 6);
  });
  it('come sooner when they are readier, and faster when they are willing', () => {
    const day = (more: object) => runFor(200, [request(1, 6)], world({ partners: [{ ...partner, ...more }] })).s.rowFirstEffectDay[0]!;
    expect(day({ readiness: 0.9 })).toBeLessThan(day({ readiness: 0.1 }));
    expect(day({ will: 0.95 })).toBeLessThan(day({ will: 0.1 }));
  });
  it('a force with thin support has less effect; a package lifts it, the more the more is spent', () => {
    const effect = (rows: readonly OrderRow[]) => { const run = runFor(160, [brigade, ...rows]); return run.s.unitEffect[run.o.unitFirst[0]!]!; };
    const alone = effect([]);
    expect(alone).toBeGreaterThan(0);
    expect(effect([support(2e6)])).toBeGreaterThan(alone);
    expect(effect([support(12e6)])).toBeGreaterThan(effect([support(2e6)]));
    const well = runFor(160, [brigade], world({ partners: [{ ...partner, means: 1 }] }));
    expect(well.s.unitEffect[well.o.unitFirst[0]!]).toBeCloseTo(2 * alone, 1);
  });
  it('whose conduct is bad cost acceptance, whose legitimacy is high add to it; screening mends conduct: both signs', () => {
    const gain = (more: object, rows: readonly OrderRow[] = []) => runFor(180, [brigade, ...rows], world({ partners: [{ ...partner, ...more }] }, { days: 200 })).s;
    const at = FAR_EAST * ACCEPTANCE_CAUSES.length;
    const good = gain({ legitimacy: 0.9, conduct: 0.98 }).acceptanceCauses;
    const bad = gain({ legitimacy: 0.5, conduct: 0.2 }).acceptanceCauses;
    const screened = gain({ legitimacy: 0.5, conduct: 0.2 }, [support(3e6, 1)]).acceptanceCauses;
    const [partners, conduct] = [ACCEPTANCE_CAUSES.indexOf('partners'), ACCEPTANCE_CAUSES.indexOf('conduct')];
    expect(good[at + partners]! + good[at + conduct]!).toBeGreaterThan(0.02);
    expect(bad[at + partners]! + bad[at + conduct]!).toBeLessThan(-0.02);
    expect(screened[at + conduct]).toBeGreaterThan(bad[at + conduct]!);
  });
});

describe('consent and acceptance', () => {
  it('are their value on D0 and the sum of their causes', () => {
    const run = runFor(150, [brigade, orderRow('consultation', 8, { id: 'a', region: -1, extra: [15, 0, 0] }), orderRow('aid', 20, { id: 'x', region: EAST })], world(), {}, ({ s }) => { s.constraint[0] = 0.4; });
    const { s, t } = run;
    const sum = (list: ArrayLike<number>, from: number, n: number) => { let total = 0; for (let i = from; i < from + n; i++) total += list[i]!; return total; };
    expect(s.consent[0]).toBeCloseTo(t.consent0 + sum(s.consentCauses, 0, CONSENT_CAUSES.length), 5);
    expect(s.consentCauses[CONSENT_CAUSES.indexOf('sanctions')]).toBeLessThan(-0.05);
    expect(s.consentCauses[CONSENT_CAUSES.indexOf('consultation')]).toBeGreaterThan(0.05);
    for (let r = 0; r < t.R; r++) expect(s.regionAcceptance[r]).toBeCloseTo(Math.min(1, Math.max(0, t.acceptance0 + sum(s.acceptanceCauses, r * ACCEPTANCE_CAUSES.length, ACCEPTANCE_CAUSES.length))), 5);
  });
  it('an agreement lifts the obstruction it names and no other', () => {
    const run = runFor(150, [orderRow('consultation', 20, { id: 'a', region: -1, extra: [2 + 8, 0, 0] })], world({ consent: 0.4 }));
    const { s } = run;
    expect(s.visaObstruction[0]).toBeLessThan(s.obstruction[0]!);
    expect(s.customsObstruction[0]).toBe(s.visaObstruction[0]);
    expect(s.landObstruction[0]).toBe(s.obstruction[0]);
  });
  it('orders long without effect cost both; liaison with communities gains acceptance where it is', () => {
    const promise = runFor(190, [deployRow('infantry-battalion', 4, 'standard', { id: 'd', region: EAST })], world({ mission: { ...politics.mission, troops: 900 } }), { promiseDays: 60 });
    expect(promise.s.acceptanceCauses[EAST * ACCEPTANCE_CAUSES.length + ACCEPTANCE_CAUSES.indexOf('promises')]).toBeLessThan(-0.02);
    expect(promise.s.consentCauses[CONSENT_CAUSES.indexOf('promises')]).toBeLessThan(-0.01);
    const liaison = runFor(150, [orderRow('consultation', 10, { id: 'l', region: EAST })]);
    const none = runFor(150, []);
    expect(liaison.s.regionAcceptance[EAST]).toBeGreaterThan(none.s.regionAcceptance[EAST]! + 0.05);
    expect(liaison.s.regionAcceptance[0]).toBeCloseTo(none.s.regionAcceptance[0]!, 1);
  });
  it('withdrawn, ends the mission: ceilings, orders, units', () => {
    const hostile = world({ consent: 0.05, acceptance: 0.3 }, { days: 400 });
    const run = runFor(1, [deployRow('infantry-battalion', 1, 'rapid', { id: 'd' }), orderRow('monitors', 8, { id: 'm' })], hostile, { withdrawalPerDay: 0.03, exitDays: 30 });
    while (run.day < 399 && run.s.withdrawalDay[0]! < 0) step(run);
    const withdrawn = run.s.withdrawalDay[0]!;
    expect(withdrawn).toBeGreaterThan(0);
    expect(run.s.missionPresent[0]).toBe(1);
    while (run.day < withdrawn + 33) step(run);
    const { s } = run;
    expect([s.missionPresent[0], s.ceilingTroops[0], s.ceilingPolice[0], s.rowState[0], s.rowState[1]]).toEqual([0, 0, 0, 2, 2]);
    step(run);
    expect([...s.presentTroops].every(people => people === 0)).toBe(true);
    expect(agendaLog(run).filter(entry => entry.why === 'consent-withdrawn').map(entry => entry.action)).toEqual(['d', 'm']);
    // with consent it never happens
    expect(runFor(199, [], world({ consent: 0.7 })).s.withdrawalDay[0]).toBe(-1);
  });
});

describe('programmes', () => {
  const calm = { intent: 0.2 };
  const quiet = world({}, { parties: smallScenario().parties.map(party => ({ ...party, ...calm, battleRate: 0, civilianRate: 0 })), days: 700, money: { budget: 600_000_000, commitment: 200_000_000, liquidity: 1 } });
  const stockOf = (run: Run, field: ProgrammeField, r = EAST) => run.s.programmeStock[r * PROGRAMME_FIELDS.length + PROGRAMME_FIELDS.indexOf(field)]!;
  it('build slow stocks, each at a pace of its own, up to a ceiling', () => {
    const after = (field: ProgrammeField, days: number, usd = 3e5) => stockOf(runFor(days, [programme(field, usd)], quiet), field);
    expect(after('jobs-and-services', 120)).toBeGreaterThan(0);
    expect(after('jobs-and-services', 240)).toBeGreaterThan(after('jobs-and-services', 120));
    expect(after('peace-committees', 200)).toBeGreaterThan(after('police-and-courts', 200) * 0.9);
    expect(after('rights', 650, 9e7)).toBeLessThanOrEqual(0.7);
  });
  it('lower structural risk, tension and relapse', () => {
    const none = runFor(600, [], quiet);
    const all = runFor(600, [programme('jobs-and-services', 6e5), programme('inclusion', 6e5), programme('peace-committees', 6e5)], quiet);
    expect(all.s.structuralRelief[EAST]).toBeGreaterThan(0.1);
    expect(all.s.relapseRelief[0]).toBeGreaterThan(0.03);
    expect(none.s.relapseRelief[0]).toBe(0);
    let lower = 0;
    for (let seed = 0; seed < 6; seed++) lower += runFor(600, [], quiet, {}, undefined, seed).s.tension[EAST]! - runFor(600, [programme('jobs-and-services', 6e5), programme('inclusion', 6e5)], quiet, {}, undefined, seed).s.tension[EAST]!;
    expect(lower).toBeGreaterThan(0);
  });
  it('what is built outlasts them and protects when the mission has gone; it fades', () => {
    const run = runFor(600, [programme('police-and-courts', 6e5, { until: 400 })], quiet);
    expect(run.s.rowState[0]).toBe(2);
    expect(run.s.localProtection[EAST]).toBeGreaterThan(0.03);
    expect(run.s.localRebelFactor[EAST]).toBeLessThan(1);
    const built = runFor(400, [programme('police-and-courts', 6e5, { until: 400 })], quiet);
    expect(stockOf(run, 'police-and-courts')).toBeLessThan(stockOf(built, 'police-and-courts'));
  });
  it('stand still in fear', () => {
    const afraid = runFor(300, [programme('peace-committees', 4e5)], quiet, {}, ({ s }) => { s.fear.fill(0.9); });
    expect(stockOf(afraid, 'peace-committees')).toBeLessThan(0.6 * stockOf(runFor(300, [programme('peace-committees', 4e5)], quiet), 'peace-committees'));
  });
  it('elections lower risk where tension is low and raise it where it is high: both signs', () => {
    const relief = (tension: number) => runFor(300, [programme('elections', 5e5)], quiet, {}, ({ s }) => { s.tension.fill(tension); }).s.structuralRelief[EAST]!;
    expect(relief(0.3)).toBeGreaterThan(0.01);
    expect(relief(0.8)).toBeLessThan(-0.01);
  });
  it('reintegration takes fighters out of a party that keeps a ceasefire, hardly any out of one at war', () => {
    const left = (hold: number, rows: OrderRow[]) => runFor(300, rows, quiet, {}, ({ s }) => { s.ceasefire[1] = hold; s.ceasefireHazard[1] = 0; }).s.strength[1 * 4 + EAST]!;
    const work = [programme('reintegration', 6e5)];
    const held = left(1, work) / left(1, []);
    const war = left(0, work) / left(0, []);
    expect(held).toBeLessThan(0.92);
    expect(war).toBeGreaterThan(held);
  });
});

describe('readiness bought before D0', () => {
  const buy = (item: number, usd: number, days = 0): OrderRow => orderRow('readiness', usd, { id: 'z', region: -1, extra: [item, 0, 0], days });
  const order = deployRow('infantry-battalion', 1, 'standard', { id: 'd', region: EAST });
  it('standby arrangements and stocks bring units sooner; it is paid for and binds no cash', () => {
    const ready = (rows: OrderRow[]) => { let days = 0; for (let seed = 0; seed < 12; seed++) { const run = runFor(199, [order, ...rows], world(), {}, undefined, seed); const first = run.s.rowFirstEffectDay[0]!; days += first < 0 ? 200 : first; } return days; };
    expect(ready([buy(0, 60e6), { ...buy(1, 60e6), id: 'y' }])).toBeLessThan(ready([]));
    const bought = runFor(1, [buy(0, 20e6)]);
    const none = runFor(1, []);
    expect(bought.s.spent[0]! - none.s.spent[0]!).toBeCloseTo(20e6, 3);
    expect(bought.s.cash[0]).toBe(none.s.cash[0]);
  });
  it('training dulls caution, sources see more, funds can be committed', () => {
    const seen = (rows: OrderRow[]) => runFor(30, rows).s.reportQuality[EAST]!;
    expect(seen([buy(3, 50e6)])).toBeGreaterThan(seen([]));
    const at = (rows: OrderRow[]) => { const run = runFor(3, rows, world({ mission: { ...politics.mission, units: [{ unit: 'infantry-battalion', region: 'east', number: 1, strength: 1 }] } }), {}, ({ s }) => { s.casualtyShock[0] = 0.8; }); return run.s.effectiveTroops[EAST]!; };
    expect(at([buy(2, 50e6)])).toBeGreaterThan(at([]));
    expect(runFor(1, [buy(4, 30e6)]).s.cash[0]! - runFor(1, []).s.cash[0]!).toBeCloseTo(30e6, 3);
  });
  it('counts from day 0 alone', () => {
    const late = runFor(60, [buy(0, 50e6, 30)]);
    expect([late.s.readyStandby[0], late.s.rowEffect[0]]).toEqual([0, 0]);
    expect(runFor(60, [buy(0, 50e6)]).s.rowEffect[0]).toBe(1);
  });
});
