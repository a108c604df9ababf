/** Fields of each kind of action, as forms show them, and sensible values for a new one. */
import { PARTNER_ASKS, PROGRAMME_FIELDS, READINESS_ITEMS, ROW_KINDS, TOPICS } from '../engine/schedule.ts';
import { ASSEMBLY_ASKS, COUNCIL_ASKS } from '../plan/asks.ts';
import type { Action, ActionKind, Plan } from '../plan/schema.ts';
import type { ScenarioModel } from '../scenario/model.ts';

export type FieldSpec =
  | { readonly name: string; readonly type: 'region' | 'party' | 'link' | 'contributor' | 'unit' | 'place' | 'source' | 'partner'; readonly optional?: boolean }
  | { readonly name: string; readonly type: 'number'; readonly unit: FieldUnit; readonly max: number; readonly step: number }
  | { readonly name: string; readonly type: 'switch' }
  | { readonly name: string; readonly type: 'choice'; readonly of: readonly string[] }
  | { readonly name: string; readonly type: 'measures' }
  | { readonly name: string; readonly type: 'topics' };

export type FieldUnit = 'people' | 'units' | 'rounds' | 'companies' | 'tonnesADay' | 'tonnes' | 'times' | 'teams' | 'risk' | 'days' | 'months' | 'usdAMonth' | 'usd';

export const KINDS: readonly ActionKind[] = ROW_KINDS;
export const MEASURES = ['asset-freeze', 'travel-ban', 'arms-embargo'] as const;

/** Bounds are those of the plan file's schema. */
export const FIELD_SPECS: Readonly<Record<ActionKind, readonly FieldSpec[]>> = {
  monitors: [{ name: 'region', type: 'region' }, { name: 'amount', type: 'number', unit: 'people', max: 5000, step: 1 }],
  mediate: [{ name: 'party', type: 'party' }, { name: 'amount', type: 'number', unit: 'rounds', max: 12, step: 1 }, { name: 'confidential', type: 'switch' }, { name: 'guarantees', type: 'switch' }],
  'council-request': [{ name: 'troops', type: 'number', unit: 'people', max: 200000, step: 50 }, { name: 'police', type: 'number', unit: 'people', max: 50000, step: 10 }, { name: 'robust', type: 'switch' }, { name: 'months', type: 'number', unit: 'months', max: 36, step: 1 }],
  sanction: [{ name: 'party', type: 'party' }, { name: 'measures', type: 'measures' }, { name: 'liftAfter', type: 'number', unit: 'days', max: 2000, step: 10 }],
  deploy: [{ name: 'unit', type: 'unit' }, { name: 'amount', type: 'number', unit: 'units', max: 50, step: 1 }, { name: 'contributor', type: 'contributor' }, { name: 'destination', type: 'region' }, { name: 'origin', type: 'place', optional: true }],
  redeploy: [{ name: 'unit', type: 'unit' }, { name: 'amount', type: 'number', unit: 'units', max: 50, step: 1 }, { name: 'from', type: 'region' }, { name: 'destination', type: 'region' }],
  'open-route': [{ name: 'link', type: 'link' }, { name: 'amount', type: 'number', unit: 'companies', max: 4, step: 0.5 }],
  'forward-base': [{ name: 'region', type: 'region' }, { name: 'amount', type: 'number', unit: 'people', max: 20000, step: 10 }],
  aid: [{ name: 'region', type: 'region' }, { name: 'amount', type: 'number', unit: 'tonnesADay', max: 5000, step: 1 }, { name: 'stock', type: 'number', unit: 'tonnes', max: 1000000, step: 10 }],
  source: [{ name: 'source', type: 'source' }, { name: 'region', type: 'region', optional: true }, { name: 'amount', type: 'number', unit: 'times', max: 10, step: 0.5 }],
  'fact-finding': [{ name: 'region', type: 'region', optional: true }, { name: 'amount', type: 'number', unit: 'people', max: 500, step: 1 }],
  'alert-levels': [{ name: 'level1', type: 'number', unit: 'risk', max: 1, step: 0.05 }, { name: 'level2', type: 'number', unit: 'risk', max: 1, step: 0.05 }, { name: 'level3', type: 'number', unit: 'risk', max: 1, step: 0.05 }],
  assembly: [{ name: 'ask', type: 'choice', of: ASSEMBLY_ASKS }],
  'council-vote': [{ name: 'ask', type: 'choice', of: COUNCIL_ASKS }],
  'community-mediation': [{ name: 'region', type: 'region' }, { name: 'amount', type: 'number', unit: 'teams', max: 40, step: 1 }],
  'partner-request': [{ name: 'partner', type: 'partner' }, { name: 'ask', type: 'choice', of: PARTNER_ASKS }, { name: 'amount', type: 'number', unit: 'people', max: 500, step: 1 }, { name: 'region', type: 'region', optional: true }],
  'support-package': [{ name: 'partner', type: 'partner' }, { name: 'amount', type: 'number', unit: 'usdAMonth', max: 100000000, step: 10000 }, { name: 'screening', type: 'switch' }],
  consultation: [{ name: 'amount', type: 'number', unit: 'people', max: 200, step: 1 }, { name: 'region', type: 'region', optional: true }, { name: 'topics', type: 'topics' }],
  programme: [{ name: 'field', type: 'choice', of: PROGRAMME_FIELDS }, { name: 'region', type: 'region' }, { name: 'amount', type: 'number', unit: 'usdAMonth', max: 100000000, step: 10000 }],
  readiness: [{ name: 'item', type: 'choice', of: READINESS_ITEMS }, { name: 'amount', type: 'number', unit: 'usd', max: 1000000000, step: 100000 }],
};

const PREFIX: Readonly<Record<ActionKind, string>> = { monitors: 'm', mediate: 't', 'council-request': 'c', sanction: 's', deploy: 'd', redeploy: 'r', 'open-route': 'o', 'forward-base': 'b', aid: 'x', source: 'w', 'fact-finding': 'f', 'alert-levels': 'l', assembly: 'g', 'council-vote': 'v', 'community-mediation': 'k', 'partner-request': 'p', 'support-package': 'u', consultation: 'a', programme: 'h', readiness: 'z' };

/** An id that the plan does not use yet: d1, d2, … */
export function freshId(plan: Plan, kind: ActionKind): string {
  const used = new Set(plan.actions.map(action => action.id));
  let n = 1;
  while (used.has(`${PREFIX[kind]}${n}`)) n++;
  return `${PREFIX[kind]}${n}`;
}

/** A contributor with a pledge of the unit, of which the plan (if given) has not called everything yet; else one with a pledge, else any. */
export function contributorFor(model: ScenarioModel, unit: string, plan?: Plan): string | undefined {
  const { contributors } = model.scenario;
  const pledged = (item: (typeof contributors)[number]): number => item.pledges.reduce((sum, pledge) => sum + (pledge.unit === unit ? pledge.number : 0), 0);
  const called = (id: string): number => (plan?.actions ?? []).reduce((sum, action) => sum + (action.kind === 'deploy' && action.contributor === id && action.unit === unit ? action.amount : 0), 0);
  return (contributors.find(item => pledged(item) > called(item.id)) ?? contributors.find(item => pledged(item) > 0) ?? contributors[0])?.id;
}

/**
 * A new action with values that make sense: at the playhead, in the selected region, with a unit somebody has pledged.
 * @param day start day
 * @param region selected region, if any
 */
export function newAction(kind: ActionKind, plan: Plan, model: ScenarioModel, day: number, region: string | null): Action {
  const { scenario } = model;
  const place = region ?? scenario.regions[0]!.id;
  const headquarters = scenario.politics.mission.headquarters ?? scenario.regions[0]!.id;
  const party = (scenario.parties.find(item => item.kind !== 'host-government') ?? scenario.parties[0]!).id;
  const base = { id: freshId(plan, kind), start: day };
  switch (kind) {
    case 'monitors': return { kind, ...base, region: place, amount: 12 };
    case 'mediate': return { kind, ...base, party, amount: 3 };
    case 'council-request': return { kind, ...base, troops: Math.max(1000, Math.round((scenario.politics.mission.troops * 1.5) / 100) * 100), police: Math.max(100, Math.round((scenario.politics.mission.police * 1.5) / 50) * 50), robust: true };
    case 'sanction': return { kind, ...base, party, measures: ['asset-freeze', 'travel-ban'] };
    case 'deploy': {
      const unit = scenario.contributors.flatMap(item => item.pledges)[0]?.unit ?? 'infantry-battalion';
      return { kind, ...base, unit, amount: 1, contributor: contributorFor(model, unit, plan) ?? '', destination: place };
    }
    case 'redeploy': {
      const held = scenario.politics.mission.units.find(item => item.region !== place) ?? scenario.politics.mission.units[0];
      return { kind, ...base, unit: held?.unit ?? 'infantry-battalion', amount: 1, from: held?.region ?? headquarters, destination: place };
    }
    case 'open-route': {
      const link = scenario.links.find(item => item.mode === 'road' && (item.from === place || item.to === place)) ?? scenario.links.find(item => item.mode === 'road') ?? scenario.links[0];
      return { kind, ...base, link: link?.id ?? '', amount: 1 };
    }
    case 'forward-base': return { kind, ...base, region: place, amount: 850 };
    case 'aid': return { kind, ...base, region: place, amount: 30, stock: 500 };
    case 'source': return { kind, ...base, source: scenario.warning.sources[0]!.id, amount: 2, ...(region === null ? {} : { region }) };
    case 'fact-finding': return { kind, ...base, amount: 20, ...(region === null ? {} : { region }) };
    case 'alert-levels': { const [level1, level2, level3] = scenario.warning.alertLevels; return { kind, ...base, level1, level2, level3 }; }
    case 'assembly': return { kind, ...base, ask: 'special-session' };
    case 'council-vote': return { kind, ...base, ask: 'statement' };
    case 'community-mediation': return { kind, ...base, region: place, amount: 4 };
    case 'partner-request': return { kind, ...base, partner: scenario.politics.partners[0]?.id ?? '', ask: 'monitors', amount: 20, region: place };
    case 'support-package': return { kind, ...base, partner: scenario.politics.partners[0]?.id ?? '', amount: 2_000_000, screening: true };
    case 'consultation': return { kind, ...base, amount: 6, topics: [...TOPICS], ...(region === null ? {} : { region }) };
    case 'programme': return { kind, ...base, field: 'peace-committees', region: place, amount: 300_000 };
    case 'readiness': return { kind, ...base, start: 0, item: 'standby', amount: 10_000_000 };
  }
}

export interface Choice {
  readonly id: string;
  readonly name: { readonly en: string; readonly fr?: string | undefined };
}

/** What a field of references offers. For a deployment, contributors that have pledged the unit come first. */
export function choicesOf(type: 'region' | 'party' | 'link' | 'contributor' | 'unit' | 'place' | 'source' | 'partner', model: ScenarioModel, action: Action): readonly Choice[] {
  const { scenario } = model;
  switch (type) {
    case 'region': return scenario.regions;
    case 'party': return scenario.parties;
    case 'source': return scenario.warning.sources;
    case 'partner': return scenario.politics.partners;
    case 'unit': return model.unitTypes;
    case 'place': return [...scenario.regions, ...scenario.sites, ...scenario.neighbours];
    case 'contributor': {
      const unit = 'unit' in action ? action.unit : '';
      const able = (item: (typeof scenario.contributors)[number]): boolean => item.pledges.some(pledge => pledge.unit === unit);
      return [...scenario.contributors.filter(able), ...scenario.contributors.filter(item => !able(item))];
    }
    case 'link': {
      const names = new Map([...scenario.regions, ...scenario.sites, ...scenario.neighbours].map(item => [item.id, item.name]));
      const nameOf = (id: string, language: 'en' | 'fr'): string => (language === 'fr' ? names.get(id)?.fr : undefined) ?? names.get(id)?.en ?? id;
      return scenario.links.map(link => {
        const text = (language: 'en' | 'fr'): string => `${nameOf(link.from, language)} → ${nameOf(link.to, language)}`;
        return { id: link.id, name: { en: `${link.name === undefined ? '' : `${link.name.en}: `}${text('en')}`, fr: `${link.name === undefined ? '' : `${link.name.fr ?? link.name.en} : `}${text('fr')}` } };
      });
    }
  }
}
