/** Which pledge each deployment calls on: orders are served in the order of the plan, the readiest units first. */
import { READINESS } from '../engine/schedule.ts';
import type { Plan } from './schema.ts';
import type { PlanWorld } from './world.ts';

/** What an order gets from the pledges of its contributor. */
export interface Call {
  /** READINESS index: that of the slowest pledge it draws on. */
  readonly readiness: number;
  /** Mean chance that its units are honoured, 0–1. */
  readonly reliability: number;
  /** First day on which all pledges it draws on are open. */
  readonly opens: number;
  /** Units called from this contributor and of this type by the plan up to here, and units pledged. */
  readonly called: number;
  readonly pledged: number;
  /** Number of readiness levels it draws on; above 1 the order is slowed down to the slowest. */
  readonly mixed: number;
}

/** READINESS from the readiest. */
const READIEST_FIRST: readonly string[] = ['bridging', 'rapid', 'transfer', 'rehat', 'standard'];

interface Open { readonly readiness: string; readonly reliability: number; readonly from: number; left: number }

/** The calls of a plan, by place in the list of actions; undefined for other kinds and where nothing is pledged. */
export function callsOf(plan: Pick<Plan, 'actions'>, world: Pick<PlanWorld, 'scenario'>): readonly (Call | undefined)[] {
  const ledgers = new Map<string, { readonly open: readonly Open[]; readonly pledged: number; called: number }>();
  return plan.actions.map(action => {
    if (action.kind !== 'deploy') return undefined;
    const key = `${action.contributor} ${action.unit}`;
    const ledger = ledgers.get(key) ?? openLedger(world, action.contributor, action.unit);
    ledgers.set(key, ledger);
    if (ledger.open.length === 0) return undefined;
    ledger.called += action.amount;
    return draw(ledger.open, action.amount, ledger.called, ledger.pledged);
  });
}

function openLedger(world: Pick<PlanWorld, 'scenario'>, contributor: string, unit: string) {
  const pledges = world.scenario.contributors.find(row => row.id === contributor)?.pledges.filter(pledge => pledge.unit === unit && pledge.number > 0) ?? [];
  const open: Open[] = pledges.map(pledge => ({ readiness: pledge.readiness, reliability: pledge.reliability, from: pledge.from, left: pledge.number }));
  open.sort((a, b) => READIEST_FIRST.indexOf(a.readiness) - READIEST_FIRST.indexOf(b.readiness) || a.from - b.from);
  return { open, pledged: pledges.reduce((sum, pledge) => sum + pledge.number, 0), called: 0 };
}

/** Takes units of the readiest pledge that holds the whole order, or else of several; an order beyond the pledges leans on the last. */
function draw(open: readonly Open[], amount: number, called: number, pledged: number): Call {
  const whole = open.find(pledge => pledge.left >= amount && pledge.left > 0);
  const taken: { readonly pledge: Open; readonly units: number }[] = [];
  let wanted = amount;
  for (const pledge of whole === undefined ? open : [whole]) {
    const units = Math.min(wanted, pledge.left);
    if (units === 0 && whole === undefined) continue;
    pledge.left -= units;
    wanted -= units;
    taken.push({ pledge, units });
    if (wanted === 0) break;
  }
  if (taken.length === 0) taken.push({ pledge: open.at(-1)!, units: amount });
  const units = taken.reduce((sum, part) => sum + part.units, 0);
  const slowest = taken.reduce((a, b) => (READIEST_FIRST.indexOf(b.pledge.readiness) > READIEST_FIRST.indexOf(a.pledge.readiness) ? b : a)).pledge;
  return {
    readiness: (READINESS as readonly string[]).indexOf(slowest.readiness),
    reliability: units > 0 ? taken.reduce((sum, part) => sum + part.pledge.reliability * part.units, 0) / units : slowest.reliability,
    opens: Math.max(...taken.map(part => part.pledge.from)), called, pledged,
    mixed: new Set(taken.map(part => part.pledge.readiness)).size,
  };
}

/** The call of one action of the plan, by id. */
export function callOf(id: string, plan: Pick<Plan, 'actions'>, world: Pick<PlanWorld, 'scenario'>): Call | undefined {
  return callsOf(plan, world)[plan.actions.findIndex(action => action.id === id)];
}
