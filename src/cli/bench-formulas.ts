/** What user formulas cost in the tick: the same conditions as formulas and as code written by hand, over one state. */
import { buildTables } from '../engine/build-tables.ts';
import { step, startRun, type Run } from '../engine/run.ts';
import { buildSchedule, START_RULE, type OrderRow } from '../engine/schedule.ts';
import { fires } from '../engine/triggers.ts';
import { compileFormula } from '../scenario/formula.ts';
import { parametersFor } from '../scenario/parameters.ts';
import { benchWorld } from './bench-world.ts';

/** A condition as planners write it, and the same by hand. */
interface Pair { readonly formula: string; readonly region: number; readonly byHand: (run: Run, r: number) => boolean }

/** Sum of a column over the regions. */
function total(values: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let r = 0; r < n; r++) sum += values[r]!;
  return sum;
}

const PAIRS: readonly Pair[] = [
  { formula: 'risk > 0.7', region: 3, byHand: ({ s }, r) => s.riskEstimate[r]! > 0.7 },
  { formula: 'risk > 0.6 and consent < 0.5', region: 7, byHand: ({ s }, r) => s.riskEstimate[r]! > 0.6 && s.consent[0]! < 0.5 },
  { formula: 'mean(tension, risk) > 0.65', region: 14, byHand: ({ s }, r) => (s.tension[r]! + s.riskEstimate[r]!) / 2 > 0.65 },
  { formula: 'displaced > 90000 people or deaths > 200', region: -1, byHand: ({ s, t }) => total(s.hosted, t.R) > 90000 || total(s.reportedDeathsToday, t.R) > 200 },
  { formula: 'clamp(0.6 * tension + 0.4 * min(1, incidents * (2 days)), 0, 1) > 0.9', region: 21, byHand: ({ s }, r) => Math.min(1, Math.max(0, 0.6 * s.tension[r]! + 0.4 * Math.min(1, s.reportedIncidentsToday[r]! * 2))) > 0.9 },
  { formula: 'reach < 0.3 and need > 500000 people', region: -1, byHand: ({ s, t }) => { const need = total(s.need, t.R); return (need >= 1 ? total(s.reached, t.R) / need : 1) < 0.3 && need > 500000; } },
];

/** Days a condition must hold in these orders: never reached, so that all are looked at every day. */
const NEVER = 1e9;

/** The bench world at mid-run with one waiting order for each pair. */
function waitingRun(): Run {
  const { scenario } = benchWorld();
  const t = buildTables(scenario, parametersFor('conservative'));
  const rows = PAIRS.map(({ formula, region }, i): OrderRow => ({
    id: `order-${i}`, kind: 'monitors', amount: 1, rule: START_RULE.day, ref: -1, days: 0, until: t.days, region: 1, from: -1, link: -1, party: -1, unitType: -1, contributor: -1, readiness: -1, reliability: 1, extra: [],
    when: { program: compileFormula(formula, 'condition').value!, region, days: NEVER, first: -1, every: 0 },
  }));
  const run = startRun(t, buildSchedule(rows, t.initialUnits), 7, 0);
  while (run.day < 200) step(run);
  return run;
}

const held = new Int32Array(PAIRS.length);

/** One look at every condition by hand, with the days for which it has held. */
function byHand(run: Run): number {
  let fired = 0;
  for (let i = 0; i < PAIRS.length; i++) {
    held[i] = PAIRS[i]!.byHand(run, PAIRS[i]!.region) ? held[i]! + 1 : 0;
    if (held[i]! >= NEVER) fired++;
  }
  return fired;
}

function byFormula(run: Run): number {
  let fired = 0;
  for (let i = 0; i < PAIRS.length; i++) if (fires(run, i)) fired++;
  return fired;
}

/** Nanoseconds for one look at one condition, least of many repeats: as a formula and by hand; `agree` says that both saw the same. */
export function formulasBench(rounds: number): { readonly formulaNs: number; readonly byHandNs: number; readonly ratio: number; readonly agree: boolean } {
  const run = waitingRun();
  held.fill(0);
  run.s.triggerHeldDays.fill(0);
  byHand(run);
  byFormula(run);
  const agree = held.every((days, i) => days === run.s.triggerHeldDays[i]);
  const looks = 20000;
  const time = (work: (run: Run) => number): number => {
    const start = performance.now();
    let fired = 0;
    for (let k = 0; k < looks; k++) fired += work(run);
    return fired === 0 ? ((performance.now() - start) * 1e6) / (looks * PAIRS.length) : Infinity;
  };
  let byHandNs = Infinity;
  let formulaNs = Infinity;
  // in turn, so that a busy machine disturbs both
  for (let n = 0; n < 3 * rounds + 4; n++) {
    byHandNs = Math.min(byHandNs, time(byHand));
    formulaNs = Math.min(formulaNs, time(byFormula));
  }
  return { formulaNs, byHandNs, ratio: formulaNs / byHandNs, agree };
}
