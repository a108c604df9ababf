/** The limit an order names is the one that holds it: lifted for the day, the order ends the day further on. */
import { describe, expect, it } from 'vitest';
import { NONE, ROW_UNDER_WAY, START } from '../../src/engine/constraints.ts';
import { step, type Run } from '../../src/engine/run.ts';
import { CONSTRAINTS, ROW_KINDS, type OrderRow } from '../../src/engine/schedule.ts';
import { copyState } from '../../src/engine/snapshot.ts';
import { emptyState } from '../../src/engine/state.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { deployRow, orderRow, runOf, tablesOf, unitTypeIndex } from '../make/deployment.ts';
import { smallScenario } from '../make/small-scenario.ts';

const small = smallScenario();
const mission = { ...small.politics.mission, units: [...small.politics.mission.units, { unit: 'quick-reaction-company', region: 'east', number: 2, strength: 1 }] };
const politics = (more: Partial<Scenario['politics']>): Scenario['politics'] => ({ ...small.politics, mission, ...more });

/** Worlds in which one thing after the other is short. */
const WORLDS: Readonly<Record<string, Partial<Scenario>>> = {
  plain: { politics: politics({}) },
  'low ceiling': { politics: politics({ mission: { ...mission, troops: 2300, police: 100 } }) },
  'no mission': { politics: politics({ mission: { ...mission, present: false, troops: 0, police: 0, units: [] } }) },
  'host unwilling': { politics: politics({ consent: 0.12, acceptance: 0.2 }) },
  'host slow': { politics: politics({ consent: 0.3 }) },
  'no money': { politics: politics({}), money: { budget: 1_000_000, commitment: 900_000, liquidity: 0.2 } },
  'little lift': { politics: politics({}), lift: { airSeats: 6, seaTonnes: 25, sailing: 12 } },
  'unsafe roads': { politics: politics({}), links: small.links.map(link => ({ ...link, insecurity: link.mode === 'road' ? 0.85 : 0 })) },
  'thin roads': { politics: politics({}), links: small.links.map(link => ({ ...link, capacity: link.mode === 'road' ? 6 : link.capacity })), stocks: { ...small.stocks, aid: 60, daysAtBases: 4 } },
};

const ROWS: readonly OrderRow[] = [
  deployRow('infantry-battalion', 2, 'transfer', { id: 'd1', reliability: 0.6 }),
  deployRow('quick-reaction-company', 2, 'rapid', { id: 'd2', region: 1, reliability: 0.5, days: 3 }),
  deployRow('infantry-battalion', 1, 'rehat', { id: 'd3', region: 3, reliability: 0.9 }),
  deployRow('special-forces-company', 2, 'bridging', { id: 'd4', region: 3, reliability: 0.9, days: 6 }),
  deployRow('formed-police-unit', 2, 'standard', { id: 'd5', region: 0, reliability: 0.8 }),
  orderRow('redeploy', 1, { id: 'r1', unitType: unitTypeIndex('quick-reaction-company'), from: 2, region: 3, days: 4 }),
  orderRow('monitors', 15, { id: 'm1', region: 3 }),
  orderRow('open-route', 2, { id: 'o1', link: 2, days: 30 }),
  orderRow('forward-base', 300, { id: 'b1', region: 3, days: 2 }),
  orderRow('aid', 40, { id: 'x1', region: 2, extra: [300], days: 1 }),
  orderRow('aid', 12, { id: 'x2', region: 3, days: 8 }),
  orderRow('partner-request', 20, { id: 'p1', region: 2, extra: [0, 0, 0], days: 4 }),
  orderRow('support-package', 2e6, { id: 'u1', region: -1, extra: [0, 1, 0], days: 3 }),
  orderRow('consultation', 6, { id: 'a1', region: 3, days: 5 }),
  orderRow('programme', 3e5, { id: 'h1', region: 2, extra: [1, 0, 0], days: 6 }),
  orderRow('programme', 2e5, { id: 'h2', region: 3, extra: [2, 0, 0], days: 1 }),
  orderRow('source', 2, { id: 'w1', region: -1, extra: [1, 0, 0], days: 2 }),
  orderRow('fact-finding', 25, { id: 'f1', region: -1, days: 3 }),
  orderRow('community-mediation', 4, { id: 'k1', region: 2, days: 4 }),
  orderRow('assembly', 1, { id: 'g1', region: -1, extra: [0, 0, 0], days: 2 }),
  orderRow('assembly', 1, { id: 'g2', region: -1, extra: [1, 0, 0], days: 2 }),
  orderRow('council-vote', 1, { id: 'v1', region: -1, extra: [0, 0, 0], days: 5 }),
  orderRow('council-vote', 1, { id: 'v2', region: -1, extra: [1, 0, 0], days: 5 }),
];

const SEEDS = 3;
/** Most probes of one constraint and kind in one world. */
const PROBES = 3;

interface Probe { readonly constraint: number; readonly kind: number; readonly gain: number; readonly where: string }

/** Runs a world to its end and probes order-days: the same day again with the named limit lifted. */
function probe(world: string, seed: number): Probe[] {
  const run = runOf(tablesOf(WORLDS[world]), ROWS, 11, seed);
  const before = emptyState(run.s.layout);
  const again: Run = { ...run, s: emptyState(run.s.layout) };
  const probed = new Map<number, number>();
  const probes: Probe[] = [];
  while (run.day < run.t.days) {
    copyState(run.s, before);
    const { day } = run;
    step(run);
    // a different row first each day, so that no row hides another
    for (let n = 0; n < ROWS.length; n++) {
      const i = (n + day) % ROWS.length;
      const constraint = run.s.rowConstraint[i]!;
      if (run.s.rowState[i] !== ROW_UNDER_WAY || constraint === NONE || constraint === START) continue;
      const kind = run.o.kind[i]!;
      const key = constraint * 64 + kind;
      const sofar = probed.get(key) ?? 0;
      if (sofar >= PROBES || (sofar > 0 && (day * 7 + i) % 5 !== 0)) continue;
      probed.set(key, sofar + 1);
      copyState(before, again.s);
      again.day = day;
      again.s.rowRelief[i] = 1 << constraint;
      step(again);
      const gain = again.s.rowProgress[i]! + again.s.rowEffect[i]! - run.s.rowProgress[i]! - run.s.rowEffect[i]!;
      probes.push({ constraint, kind, gain, where: `${world}, seed ${seed}, day ${day}, ${run.o.ids[i]}: ${CONSTRAINTS[constraint]}` });
    }
  }
  return probes;
}

const probes = Object.keys(WORLDS).flatMap(world => Array.from({ length: SEEDS }, (_, seed) => probe(world, seed)).flat());

describe('the limit of an order', () => {
  it('is sampled on at least 200 order-days', () => {
    expect(probes.length).toBeGreaterThanOrEqual(200);
  });
  it('is true: without it the order ends the day further on', () => {
    expect(probes.filter(p => !(p.gain > 0)).map(p => `${p.where}, gain ${p.gain}`)).toEqual([]);
  });
  it.each(['mandate', 'consent', 'lead-time', 'lift', 'route', 'supply', 'money', 'partner', 'security'] as const)('is %s somewhere', name => {
    expect(probes.filter(p => CONSTRAINTS[p.constraint] === name).length).toBeGreaterThan(0);
  });
  it.each(['monitors', 'deploy', 'redeploy', 'open-route', 'forward-base', 'aid', 'source', 'fact-finding', 'community-mediation', 'assembly', 'council-vote', 'partner-request', 'support-package', 'consultation', 'programme'] as const)('is named for orders of the kind %s', kind => {
    expect(probes.filter(p => ROW_KINDS[p.kind] === kind).length).toBeGreaterThan(3);
  });
});
