/** What orders may not do: touch days before their start, act with amount 0, or move other orders' draws. */
import { describe, expect, it } from 'vitest';
import { step, type Run } from '../../src/engine/run.ts';
import type { OrderRow } from '../../src/engine/schedule.ts';
import { deployRow, orderRow, runOf, tablesOf, unitTypeIndex } from '../make/deployment.ts';
import { smallScenario } from '../make/small-scenario.ts';

const politics = smallScenario().politics;
const t = tablesOf({ politics: { ...politics, mission: { ...politics.mission, units: [...politics.mission.units, { unit: 'quick-reaction-company', region: 'east', number: 2, strength: 1 }] } } });

/** All columns of the world on one day, as text that differs when a bit differs. */
function worldOf(run: Run): string {
  return run.s.layout.columns.filter(column => column.world).map(column => {
    const view = run.s[column.name as keyof Run['s']] as Float64Array;
    return `${column.name}:${Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('base64')}`;
  }).join('\n');
}

const everyKind = (amount: number, start: number): OrderRow[] => [
  deployRow('infantry-battalion', amount, 'rapid', { id: 'd', days: start }),
  orderRow('redeploy', amount, { id: 'r', unitType: unitTypeIndex('quick-reaction-company'), from: 2, region: 3, days: start }),
  orderRow('monitors', amount, { id: 'm', region: 3, days: start }),
  orderRow('open-route', amount, { id: 'o', link: 2, days: start }),
  orderRow('forward-base', amount, { id: 'b', region: 3, days: start }),
  orderRow('aid', amount, { id: 'x', region: 2, extra: [100], days: start }),
  orderRow('mediate', amount, { id: 'e', party: 1, region: -1, days: start }),
  orderRow('mediate', amount, { id: 'ec', party: 1, region: -1, extra: [1, 1, 0], days: start }),
  orderRow('source', 2 * amount, { id: 'w', region: -1, extra: [0, 0, 0], days: start }),
  orderRow('source', 2 * amount, { id: 'wr', region: 3, extra: [1, 0, 0], days: start }),
  orderRow('fact-finding', 20 * amount, { id: 'f', region: -1, days: start }),
  orderRow('fact-finding', 20 * amount, { id: 'fr', region: 2, days: start }),
  orderRow('community-mediation', 4 * amount, { id: 'k', region: 2, days: start }),
  orderRow('partner-request', 5 * amount, { id: 'pm', region: 3, extra: [0, 0, 0], days: start }),
  orderRow('partner-request', 5 * amount, { id: 'pt', region: -1, extra: [0, 1, 0], days: start }),
  orderRow('partner-request', 5 * amount, { id: 'pi', region: -1, extra: [0, 2, 0], days: start }),
  orderRow('support-package', 1e6 * amount, { id: 'u', region: -1, extra: [0, 1, 0], days: start }),
  orderRow('consultation', 3 * amount, { id: 'a', region: -1, extra: [15, 0, 0], days: start }),
  orderRow('consultation', 3 * amount, { id: 'l', region: 3, days: start }),
  ...[0, 1, 2, 3, 4, 5, 6].map(field => orderRow('programme', 2e5 * amount, { id: `h${field}`, region: 3, extra: [field, 0, 0], days: start })),
];

/** Kinds without an amount: what the desk, the Council and the Assembly are asked for. */
const withoutAmount = (start: number): OrderRow[] => [
  orderRow('council-request', 1, { id: 'c', region: -1, extra: [9000, 900, 1 + 2 * 2], days: start }),
  orderRow('sanction', 1, { id: 's', region: -1, party: 0, extra: [7, 30, 0], days: start }),
  orderRow('alert-levels', 1, { id: 'l', region: -1, extra: [0.1, 0.15, 0.2], days: start }),
  orderRow('assembly', 1, { id: 'g0', region: -1, extra: [0, 0, 0], days: start }),
  orderRow('assembly', 1, { id: 'g1', region: -1, extra: [1, 0, 0], days: start }),
  ...[0, 1, 2].map(ask => orderRow('council-vote', 1, { id: `v${ask}`, region: -1, extra: [ask, 0, 0], days: start })),
];

describe('placebo orders', () => {
  const none = runOf(t, [], 4);
  const zero = runOf(t, everyKind(0, 10), 4);
  const late = runOf(t, [...everyKind(2, t.days), ...withoutAmount(t.days)], 4);
  while (none.day < t.days) [none, zero, late].forEach(step);
  it('of amount 0 leave the world as it is', () => {
    expect(worldOf(zero)).toBe(worldOf(none));
  });
  it('that start after the last day leave the world as it is', () => {
    expect(worldOf(late)).toBe(worldOf(none));
  });
  it('begin all the same', () => {
    expect([...zero.s.rowStartDay]).toEqual(zero.o.ids.map(() => 10));
  });
});

describe('an order', () => {
  it.each(everyKind(1, 0).map((_, i) => i))('of each kind (%i) leaves the days before its start untouched and then acts', kind => {
    const START = 60;
    const without = runOf(t, [], 9);
    const row = everyKind(1, START)[kind]!;
    const withOrder = runOf(t, [row], 9);
    for (let day = 0; day < START; day++) {
      step(without);
      step(withOrder);
      expect(worldOf(withOrder), `day ${day}`).toBe(worldOf(without));
    }
    while (without.day < t.days) [without, withOrder].forEach(step);
    expect(worldOf(withOrder)).not.toBe(worldOf(without));
  });
  it.each(withoutAmount(0).map((row, i) => [row.id, i] as const))('without an amount (%s) leaves the days before its start untouched and then acts', (_, kind) => {
    const START = 10;
    // sanctions bite within the days of this world
    const swift = { ...t, p: { ...t.p, sanctionLagDays: 15, sanctionAdoptionPerDay: 0.3 } };
    const without = runOf(swift, [], 9);
    const withOrder = runOf(swift, [withoutAmount(START)[kind]!], 9);
    for (let day = 0; day < START; day++) {
      step(without);
      step(withOrder);
      expect(worldOf(withOrder), `day ${day}`).toBe(worldOf(without));
    }
    while (without.day < t.days) [without, withOrder].forEach(step);
    expect(worldOf(withOrder)).not.toBe(worldOf(without));
  });
  it('for one region leaves the stages of units for another untouched', () => {
    const other = deployRow('guard-company', 2, 'rapid', { id: 'other', region: 3 });
    const few = runOf(t, [deployRow('guard-company', 1, 'rapid', { id: 'here', region: 1 }), other], 5);
    const many = runOf(t, [deployRow('guard-company', 2, 'rapid', { id: 'here', region: 1 }), other], 5);
    for (let day = 0; day < 40; day++) {
      step(few);
      step(many);
      const of = (run: Run) => [0, 1].map(n => run.o.unitFirst[1]! + n).map(u => [Math.min(4, run.s.unitPhase[u]!), run.s.unitAttempt[u], run.s.unitPhase[u]! <= 3 ? run.s.unitDuration[u] : 0]);
      expect(of(many)).toEqual(of(few));
    }
  });
  it('waits for what it follows: days after first effect, after an alert, after its own day', () => {
    const run = runOf(t, [orderRow('monitors', 5, { id: 'm' }), orderRow('aid', 5, { id: 'x', rule: 1, ref: 0, days: 7 }), orderRow('aid', 5, { id: 'y', rule: 2, ref: 1, days: 3 })], 2);
    while (run.day < t.days) step(run);
    expect(run.s.rowStartDay[1]).toBe(run.s.rowFirstEffectDay[0]! + 7);
    expect(run.s.firstAlertDay[1]).toBeGreaterThanOrEqual(0);
    expect(run.s.rowStartDay[2]).toBe(run.s.firstAlertDay[1]! + 3);
  });
  it('is over after its last day', () => {
    const run = runOf(t, [orderRow('monitors', 5, { until: 80 })], 2);
    while (run.day <= 80) step(run);
    expect(run.s.monitors[2]).toBeGreaterThan(12);
    step(run);
    expect(run.s.rowState[0]).toBe(2);
    expect(run.s.rowEffect[0]).toBe(0);
    expect(run.s.monitors[2]).toBeLessThanOrEqual(12);
  });
});
