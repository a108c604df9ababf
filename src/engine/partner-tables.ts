/** Regional partners as dense columns. */
import { cellKey } from '../kernel/draws.ts';
import type { Scenario } from '../scenario/schema.ts';

export interface PartnerTables {
  readonly count: number;
  readonly ids: readonly string[];
  readonly key: Int32Array;
  readonly will: Float64Array;
  readonly legitimacy: Float64Array;
  /** Effect its force keeps up with its own means, 0–1; 1 where the scenario does not say. */
  readonly means: Float64Array;
  readonly readiness: Float64Array;
  readonly conduct: Float64Array;
  /** Own funds, USD a day. */
  readonly usdPerDay: Float64Array;
}

/** What a partner is like where the scenario does not say. MODEL. */
const USUAL = { readiness: 0.5, means: 1, conduct: 0.85, money: 0 } as const;
const DAYS_PER_MONTH = 30.4375;

export function partnerTables(partners: Scenario['politics']['partners']): PartnerTables {
  type Partner = (typeof partners)[number];
  const column = (read: (partner: Partner) => number) => Float64Array.from(partners, read);
  return {
    count: partners.length, ids: partners.map(partner => partner.id), key: Int32Array.from(partners, partner => cellKey(`partner/${partner.id}`)),
    will: column(partner => partner.will), legitimacy: column(partner => partner.legitimacy), means: column(partner => partner.means ?? USUAL.means),
    readiness: column(partner => partner.readiness ?? USUAL.readiness), conduct: column(partner => partner.conduct ?? USUAL.conduct), usdPerDay: column(partner => (partner.money ?? USUAL.money) / DAYS_PER_MONTH),
  };
}
