/** Fields of each kind of action, as forms show them, and sensible values for a new one. */
import { ROW_KINDS } from '../engine/schedule.ts';
import type { Action, ActionKind, Plan } from '../plan/schema.ts';
import type { ScenarioModel } from '../scenario/model.ts';

export type FieldSpec =
  | { readonly name: string; readonly type: 'region' | 'party' | 'link' | 'contributor' | 'unit' | 'place'; readonly optional?: boolean }
  | { readonly name: string; readonly type: 'number'; readonly unit: FieldUnit; readonly max: number; readonly step: number }
  | { readonly name: string; readonly type: 'switch' }
  | { readonly name: string; readonly type: 'measures' };

export type FieldUnit = 'people' | 'units' | 'rounds' | 'companies' | 'tonnesADay' | 'tonnes';

export const KINDS: readonly ActionKind[] = ROW_KINDS;
export const MEASURES = ['asset-freeze', 'travel-ban', 'arms-embargo'] as const;

/** Bounds are those of the plan file's schema. */
export const FIELD_SPECS: Readonly<Record<ActionKind, readonly FieldSpec[]>> = {
  monitors: [{ name: 'region', type: 'region' }, { name: 'amount', type: 'number', unit: 'people', max: 5000, step: 1 }],
  mediate: [{ name: 'party', type: 'party' }, { name: 'amount', type: 'number', unit: 'rounds', max: 12, step: 1 }],
  'council-request': [{ name: 'troops', type: 'number', unit: 'people', max: 200000, step: 50 }, { name: 'police', type: 'number', unit: 'people', max: 50000, step: 10 }, { name: 'robust', type: 'switch' }],
  sanction: [{ name: 'party', type: 'party' }, { name: 'measures', type: 'measures' }],
  deploy: [{ name: 'unit', type: 'unit' }, { name: 'amount', type: 'number', unit: 'units', max: 50, step: 1 }, { name: 'contributor', type: 'contributor' }, { name: 'destination', type: 'region' }, { name: 'origin', type: 'place', optional: true }],
  redeploy: [{ name: 'unit', type: 'unit' }, { name: 'amount', type: 'number', unit: 'units', max: 50, step: 1 }, { name: 'from', type: 'region' }, { name: 'destination', type: 'region' }],
  'open-route': [{ name: 'link', type: 'link' }, { name: 'amount', type: 'number', unit: 'companies', max: 4, step: 0.5 }],
  'forward-base': [{ name: 'region', type: 'region' }, { name: 'amount', type: 'number', unit: 'people', max: 20000, step: 10 }],
  aid: [{ name: 'region', type: 'region' }, { name: 'amount', type: 'number', unit: 'tonnesADay', max: 5000, step: 1 }, { name: 'stock', type: 'number', unit: 'tonnes', max: 1000000, step: 10 }],
};

const PREFIX: Readonly<Record<ActionKind, string>> = { monitors: 'm', mediate: 't', 'council-request': 'c', sanction: 's', deploy: 'd', redeploy: 'r', 'open-route': 'o', 'forward-base': 'b', aid: 'x' };

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
  }
}

export interface Choice {
  readonly id: string;
  readonly name: { readonly en: string; readonly fr?: string | undefined };
}

/** What a field of references offers. For a deployment, contributors that have pledged the unit come first. */
export function choicesOf(type: 'region' | 'party' | 'link' | 'contributor' | 'unit' | 'place', model: ScenarioModel, action: Action): readonly Choice[] {
  const { scenario } = model;
  switch (type) {
    case 'region': return scenario.regions;
    case 'party': return scenario.parties;
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
