/**
 * Twins of deployments of the record: the same force sent by the same rules into a plain country. One rule for all, no
 * setting for one case alone:
 * - readiness is what the record calls the force: re-hatted, transferred from another mission, a bridging force with its
 *   own lift, European forces at high readiness (rapid), all others standard;
 * - reliability by readiness as in the scenarios that ship; the sea leg is the published one, or else 18 days;
 * - port 900 t and ships 900 t a day, 300 seats a day, a mandate and money on the day of authorisation;
 * - a host that obstructs in the record has consent 0.35, any other 0.7.
 */
import { step, type Run } from '../../src/engine/run.ts';
import { READINESS, type OrderRow } from '../../src/engine/schedule.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { deployRow, orderRow, runOf, tablesOf, unitTypeIndex } from './deployment.ts';
import { smallScenario } from './small-scenario.ts';

type Readiness = (typeof READINESS)[number];
const RELIABILITY: Readonly<Record<Readiness, number>> = { standard: 0.75, rapid: 0.85, transfer: 0.9, rehat: 0.95, bridging: 0.95 };

export interface Force { readonly unit: string; readonly number: number; readonly readiness: Readiness }

export interface Twin {
  readonly forces: readonly Force[];
  /** Authorised troops and police together. */
  readonly ceiling: number;
  readonly sailing?: number;
  /** Road from the port to the mission, km. */
  readonly roadKm: number;
  readonly surface: 'paved' | 'laterite' | 'track';
  readonly obstructed?: boolean;
  readonly days: number;
}

const USUAL_SAILING = 18;
const REGION = 2;

function worldOfTwin({ ceiling, sailing = USUAL_SAILING, roadKm, surface, obstructed = false, days }: Twin): Partial<Scenario> {
  const small = smallScenario();
  return {
    days, events: [], lift: { airSeats: 300, seaTonnes: 900, sailing }, money: { budget: 3e9, commitment: 2e9, liquidity: 1 },
    links: small.links.map(link => (link.id === 'capital-east' ? { ...link, length: roadKm, surface, capacity: 600, insecurity: 0.2 } : link)),
    politics: { ...small.politics, consent: obstructed ? 0.35 : 0.7, mission: { ...small.politics.mission, troops: ceiling, police: ceiling, units: [] } },
  };
}

/** Sees one run day by day and gives a value after the last day. */
export interface Reader { day(run: Run): void; value(): number }

/** Runs a twin; each of `reads` sees all runs. @returns values by reader */
export function twinValues(twin: Twin, runs: number, reads: readonly (() => Reader)[], parameters: Record<string, number> = {}): number[][] {
  const t = tablesOf(worldOfTwin(twin), parameters);
  // contributors send a battalion or two each, so that none waits for the fourth of another
  const rows: OrderRow[] = twin.forces.flatMap(({ unit, number, readiness }, i) => Array.from({ length: Math.ceil(number / 2) }, (_, j) =>
    deployRow(unit, Math.min(2, number - 2 * j), readiness, { id: `f${i}-${j}`, region: REGION, reliability: RELIABILITY[readiness] })));
  const values: number[][] = reads.map(() => []);
  for (let n = 0; n < runs; n++) {
    const run = runOf(t, rows, 11, n);
    const readers = reads.map(read => read());
    while (run.day < t.days) {
      step(run);
      for (const reader of readers) reader.day(run);
    }
    readers.forEach((reader, i) => values[i]!.push(reader.value()));
  }
  return values;
}

type Counts = (run: Run, u: number) => boolean;
const all: Counts = () => true;
/** Units under the troop ceiling. */
export const isTroops: Counts = (run, u) => run.t.unitIsPolice[run.o.unitTypeOf[u]!] === 0;
/** Units that change their command. */
export const isRehatted: Counts = (run, u) => run.o.readiness[run.o.unitRow[u]!] === READINESS.indexOf('rehat');

const arrived = (run: Run, counts: Counts): number => run.s.unitArrived.reduce((sum, people, u) => sum + (counts(run, u) ? people : 0), 0);

/** First day with so many people there; Infinity where never. */
export const dayOfStrength = (people: number, counts = all) => (): Reader => {
  let found = Infinity;
  return { day: run => { if (found === Infinity && arrived(run, counts) >= people) found = run.day - 1; }, value: () => found };
};

/** First day on which anybody has come into the theatre. */
export const dayOfFirst = (): Reader => {
  let found = Infinity;
  return { day: run => { if (found === Infinity && run.s.unitLifted.some(people => people > 0)) found = run.day - 1; }, value: () => found };
};

/** People there on a day, and `more` that were there before. */
export const strengthOn = (day: number, counts = all, more = 0) => (): Reader => {
  let people = 0;
  return { day: run => { if (run.day - 1 === day) people = arrived(run, counts); }, value: () => people + more };
};

/** Days from the first tonne embarked to all equipment and people in the region. */
export const daysFromLoading = (): Reader => {
  let from = Infinity;
  let to = Infinity;
  return {
    day: run => {
      if (from === Infinity && run.s.unitCargoShipped[0]! > 0) from = run.day - 1;
      if (to === Infinity && run.s.unitCargoArrived[0]! >= 0.999 * run.t.unitCargo[run.o.unitTypeOf[0]!]! && run.s.unitArrived[0]! > 0) to = run.day - 1;
    },
    // a unit that never embarks is no case of a lift
    value: () => (from === Infinity ? NaN : to - from),
  };
};

/** Days on the road of a convoy of a unit in place that moves over one contested track. */
export function convoyDays(km: number, runs: number): number[] {
  const small = smallScenario();
  const t = tablesOf({
    days: 120, events: [], links: small.links.map(link => (link.id === 'capital-east' ? { ...link, length: km, surface: 'track' as const, insecurity: 0.9 } : link)),
    politics: { ...small.politics, mission: { ...small.politics.mission, units: [{ unit: 'infantry-battalion', region: 'east', number: 1, strength: 1 }] } },
    // the convoy has formed: no wait for an escort
  }, { convoyWaitDays: 0 });
  const row = orderRow('redeploy', 1, { from: REGION, region: 0, unitType: unitTypeIndex('infantry-battalion') });
  return Array.from({ length: runs }, (_, n) => {
    const run = runOf(t, [row], 11, n);
    let from = Infinity;
    let to = Infinity;
    while (run.day < t.days && to === Infinity) {
      step(run);
      if (from === Infinity && run.s.unitPeopleWork[0]! > 0) from = run.day - 1;
      if (run.s.unitPeopleWork[0]! >= 1) to = run.day;
    }
    return to - from;
  });
}
