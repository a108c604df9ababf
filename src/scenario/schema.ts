/**
 * The scenario file: the world, before anybody acts. One strict zod schema is the source of the file's
 * types, of the JSON Schema in assets/ and of the field tables in the documents.
 *
 * Shapes only; sense (references, sums, dates) is in `check.ts`. Unknown keys are errors.
 */
import * as z from 'zod';
import { count, day, id, index01, isoDate, quantity, text } from './fields.ts';
import { unitOverrides } from './unit-overrides.ts';

/** Version of the file format this program writes. */
export const SCENARIO_FORMAT = 2;

const position = z.tuple([z.number(), z.number()]).meta({ title: 'Place: [east km, north km] or [longitude, latitude], as geometry.coordinates says' });
const ring = z.array(position).min(3).max(20000);

/** Where a figure comes from. */
const sourced = { source: z.string().max(400).optional(), note: z.string().max(2000).optional() };

const riskFactors = z
  .strictObject({
    instability: index01({ title: 'Situations of armed conflict or other forms of instability' }),
    violations: index01({ title: 'Record of serious violations' }),
    weakState: index01({ title: 'Weakness of State structures' }),
    motives: index01({ title: 'Motives or incentives' }),
    capacity: index01({ title: 'Capacity to commit atrocity crimes' }),
    noMitigation: index01({ title: 'Absence of mitigating factors' }),
    enabling: index01({ title: 'Enabling circumstances or preparatory action' }),
    triggers: index01({ title: 'Triggering factors' }),
  })
  .meta({ title: 'The eight common risk factors of the UN Framework of Analysis (2014), as known on D0', source: 'UN Framework of Analysis for Atrocity Crimes 2014; the weights are MODEL' });

const region = z.strictObject({
  id,
  name: text,
  centre: position,
  population: count({ title: 'People living here on D0', unit: 'people' }, 2e8).refine(n => n > 0, 'a region needs at least one person'),
  area: quantity({ title: 'Area', unit: 'km^2' }, 1, 5e6),
  borders: z.array(id).max(40).default([]).meta({ title: 'Regions that share a border with this one' }),
  terrain: z.enum(['plain', 'hills', 'mountain', 'wetland', 'forest', 'urban']),
  livelihoods: text.optional(),
  climate: id.meta({ title: 'Climate zone' }),
  risk: riskFactors,
  income: quantity({ title: 'Income per person and year', unit: 'USD/year' }, 50, 200000),
  concentration: z.array(z.number().min(0).max(1)).min(1).max(12).meta({
    title: 'Concentration curve: share of exposed people within 20 km of the n largest places, n = 1, 2, …', unit: 'share', source: 'MODEL where the file gives no source' }),
  access: index01({ title: 'Access for reporters and aid workers on D0' }),
  polygon: z.array(ring).optional(),
  ...sourced,
});

const link = z.strictObject({
  id,
  from: id, to: id,
  name: text.optional(),
  mode: z.enum(['road', 'river', 'rail', 'air', 'sea']),
  surface: z.enum(['paved', 'laterite', 'track', 'water', 'air']),
  length: quantity({ title: 'Length', unit: 'km' }, 1, 20000),
  capacity: quantity({ title: 'Capacity when open and dry', unit: 't/day' }, 0, 50000),
  insecurity: index01({ title: 'Insecurity on D0' }),
  path: z.array(position).max(400).optional(),
  ...sourced,
});

const site = z.strictObject({
  id, name: text,
  kind: z.enum(['port', 'airfield', 'depot', 'hospital', 'camp', 'protected-site', 'border-crossing']),
  region: id.optional().meta({ title: 'Region it lies in; absent for a site off the map, which is then a node of its own' }),
  position,
  throughput: quantity({ title: 'Cargo cleared a day', unit: 't/day' }, 0, 50000).optional(),
  passengers: quantity({ title: 'Passengers a day', unit: 'person/day' }, 0, 50000).optional(),
  capacity: count({ title: 'People a camp or protected site can hold', unit: 'people' }, 5e6).optional(),
  wetSeason: index01({ title: 'Share of throughput left at the height of the rains' }).optional(),
  ...sourced,
});

const shareByRegion = z.record(id, z.number().min(0).max(1e7));

const party = z.strictObject({
  id, name: text, shortName: text.optional(),
  kind: z.enum(['host-government', 'rebel', 'militia', 'external']),
  strength: shareByRegion.meta({ title: 'Armed people by region on D0', unit: 'people' }),
  means: index01({ title: 'Means: arms, money, supply' }),
  intent: index01({ title: 'Intent to use organised violence' }),
  battleRate: quantity({ title: 'Battles a day in one contested region at tension 0.5 in an offensive', unit: '1/day' }, 0, 5),
  civilianRate: quantity({ title: 'Incidents against civilians a day in one such region', unit: '1/day' }, 0, 5),
  campaignRisk: index01({ title: 'Propensity to organise a campaign of mass killing' }),
  victims: shareByRegion.meta({ title: 'Share of a region\'s people exposed to this party\'s violence', unit: 'share' }),
  attitude: z.number().min(-1).max(1).meta({ title: 'Attitude to the mission, −1 hostile to 1 supportive', unit: 'index −1–1', source: 'MODEL' }),
  ...sourced,
});

const pledge = z.strictObject({
  unit: id, number: count({ title: 'Units pledged', unit: 'units' }, 50),
  readiness: z.enum(['rapid', 'standard', 'transfer', 'rehat', 'bridging']),
  from: day.default(0),
  reliability: index01({ title: 'Chance that the pledge is honoured' }),
});

const contributor = z.strictObject({ id, name: text, origin: id.optional(), partner: id.optional(), pledges: z.array(pledge).max(40), ...sourced });

const unitInPlace = z.strictObject({ unit: id, region: id, number: count({ title: 'Units in place on D0', unit: 'units' }, 50), strength: index01({ title: 'Share of full strength' }).default(1), ...sourced });

const councilDecision = z.strictObject({
  date: z.union([day, isoDate]),
  troops: count({ title: 'Ceiling, troops', unit: 'people' }, 2e5),
  police: count({ title: 'Ceiling, police', unit: 'people' }, 5e4),
  robust: z.boolean(), ...sourced,
});

const politics = z.strictObject({
  mission: z.strictObject({
    present: z.boolean(),
    name: text,
    headquarters: id.optional(),
    troops: count({ title: 'Authorised troops on D0', unit: 'people' }, 2e5),
    police: count({ title: 'Authorised police on D0', unit: 'people' }, 5e4),
    robust: z.boolean(), protection: z.boolean(), multidimensional: z.boolean(),
    expires: z.union([day, isoDate]).optional().meta({ title: 'Last day of the mandate; absent where the Council renews it without a vote' }),
    units: z.array(unitInPlace).max(80),
  }),
  council: z.strictObject({
    attention: index01({ title: 'Attention on D0' }),
    members: z.array(z.strictObject({ id, name: text, veto: z.boolean(), position: z.number().min(-1).max(1).meta({ title: 'Position on a stronger response', unit: 'index −1–1', source: 'MODEL' }),
      bloc: id.optional().meta({ title: 'Bloc whose members hear one another' }),
      responds: z.strictObject({ attention: index01({ title: 'To attention' }), partners: index01({ title: 'To the call of regional partners' }), costs: index01({ title: 'To costs' }) }).optional().meta({ title: 'How strongly the member responds; a middling response where left out' }) })).min(1).max(20),
    decisions: z.array(councilDecision).max(40).default([]).meta({ title: 'Decisions fixed by the record; empty for a process with a distribution of delay' }),
  }),
  assembly: z.strictObject({ support: index01({ title: 'Share of the General Assembly that backs a response' }) }).optional(),
  consent: index01({ title: 'Host consent on D0' }),
  acceptance: index01({ title: 'Local acceptance on D0' }),
  partners: z.array(z.strictObject({ id, name: text, legitimacy: index01({ title: 'Legitimacy in the theatre' }), will: index01({ title: 'Will to act' }),
    readiness: index01({ title: 'Readiness: 0 months, 1 days' }).optional(), means: index01({ title: 'Effect its force keeps up with its own means' }).optional(), conduct: index01({ title: 'Conduct of its people towards civilians' }).optional(),
    money: quantity({ title: 'Own funds a month', unit: 'USD/month' }, 0, 1e9).optional(), ...sourced })).max(12),
});

const warningSource = z.strictObject({
  id, name: text,
  kind: z.enum(['satellite', 'human', 'patrol', 'monitors', 'partners', 'open-reports']),
  regions: z.array(id).optional().meta({ title: 'Reach; absent for all regions' }),
  detection: index01({ title: 'Chance to report an incident in reach' }),
  preparation: index01({ title: 'Chance a week to report preparations in reach' }),
  delay: quantity({ title: 'Mean delay from event to desk', unit: 'day' }, 0, 60),
  falseAlarms: quantity({ title: 'False alarms by region and month', unit: '1/month' }, 0, 10),
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  cost: quantity({ title: 'Cost a month', unit: 'USD/month' }, 0, 1e8),
  ...sourced,
});

const neighbour = z.strictObject({
  id, name: text, position, polygon: z.array(ring).optional(),
  borders: z.array(id).min(1), open: z.boolean(),
  income: quantity({ title: 'Income per person and year', unit: 'USD/year' }, 50, 200000),
  conflict: index01({ title: 'Own armed conflict' }), ...sourced,
});

const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('trigger'), id, name: text, date: z.union([day, isoDate]), party: id, regions: z.array(id).min(1),
    strength: z.number().min(0).max(5).meta({ title: 'Added to the log hazard of an offensive or campaign', unit: 'log hazard', source: 'MODEL' }), lasting: quantity({ title: 'How long it works', unit: 'day' }, 1, 400), ...sourced }),
  z.strictObject({ kind: z.literal('attention'), id, name: text, date: z.union([day, isoDate]), amount: z.number().min(-1).max(1), ...sourced }),
  z.strictObject({ kind: z.literal('border'), id, name: text, date: z.union([day, isoDate]), neighbour: id, open: z.boolean(), ...sourced }),
]);

const indicator = z.strictObject({
  id, name: text, formula: z.string().min(1).max(400).meta({ title: 'mathjs expression over the columns listed in the guide; scenario/formula.ts' }),
  factor: z.enum(['instability', 'violations', 'weakState', 'motives', 'capacity', 'noMitigation', 'enabling', 'triggers']).optional(),
});

const geometry = z.strictObject({
  coordinates: z.enum(['km', 'degrees']),
  outline: z.union([z.array(ring), z.strictObject({ worldAtlas: z.string().regex(/^\d{3}$/) })]).meta({ title: 'Coast or country outline: rings, or an ISO 3166 numeric code in world-atlas' }),
  approximate: z.boolean(),
  rivers: z.array(z.strictObject({ name: text, line: z.array(position).min(2) })).default([]),
  lakes: z.array(z.strictObject({ name: text, ring })).default([]),
  land: z.array(z.strictObject({ name: text.optional(), rings: z.array(ring), label: position.optional() })).default([]).meta({ title: 'Land outside the country, for the map' }),
  waters: z.array(z.strictObject({ name: text, at: position })).default([]),
});

export const OUTCOME_NAMES = [
  'civiliansKilled', 'allDeaths', 'peakDisplaced', 'displacedPersonDays', 'refugees', 'needReached', 'missionDeaths',
  'cost', 'regionDaysWithoutPresence', 'daysToFirstEffect', 'daysToFullEffect', 'massAtrocity',
  'daysToAlert', 'daysToMandate', 'daysLost', 'meanConsent',
] as const;
export type OutcomeName = (typeof OUTCOME_NAMES)[number];

const target = z.strictObject({ outcome: z.enum(OUTCOME_NAMES), value: z.number(), odds: z.number().min(0.01).max(0.99), name: text.optional(), ...sourced });

export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(SCENARIO_FORMAT),
  id, title: text, summary: text, kind: z.enum(['fictional', 'historical']),
  version: z.string().max(20).default('1.0'),
  start: isoDate,
  days: z.number().int().min(2).max(6000).meta({ title: 'Length', unit: 'day' }),
  dayZero: text.meta({ title: 'What D0 means, in words' }),
  climates: z.array(z.strictObject({ id, name: text, wetFrom: z.string().regex(/^\d\d-\d\d$/), wetTo: z.string().regex(/^\d\d-\d\d$/), ...sourced })).min(1).max(8),
  regions: z.array(region).min(1).max(2000),
  links: z.array(link).max(6000),
  sites: z.array(site).max(2000),
  parties: z.array(party).min(1).max(12),
  politics,
  units: unitOverrides.optional(),
  contributors: z.array(contributor).max(60),
  lift: z.strictObject({
    airSeats: quantity({ title: 'Seats by air, all orders together', unit: 'person/day' }, 0, 20000),
    seaTonnes: quantity({ title: 'Cargo by sea, all orders together', unit: 't/day' }, 0, 100000),
    sailing: quantity({ title: 'Sailing time, median', unit: 'day' }, 0, 90), ...sourced }),
  entry: z.strictObject({ port: id, airfield: id }).meta({ title: 'Sites where equipment and people enter' }),
  stocks: z.strictObject({ rations: quantity({ title: 'At the entry depot', unit: 't' }, 0, 1e6), fuel: quantity({ title: 'At the entry depot', unit: 't' }, 0, 1e6),
    aid: quantity({ title: 'Relief items in country', unit: 't' }, 0, 1e6), daysAtBases: quantity({ title: 'Stocks at bases on D0', unit: 'day' }, 0, 120) }),
  money: z.strictObject({ budget: quantity({ title: 'Approved budget a year', unit: 'USD/year' }, 0, 1e11), commitment: quantity({ title: 'Commitment authority for new decisions', unit: 'USD' }, 0, 1e10),
    liquidity: index01({ title: 'Share of assessments paid on time' }), ...sourced }),
  warning: z.strictObject({ sources: z.array(warningSource).min(1).max(20), alertLevels: z.tuple([z.number(), z.number(), z.number()]).meta({ title: 'Risk at which alert 1, 2, 3 is reached', unit: 'probability', source: 'MODEL' }) }),
  neighbours: z.array(neighbour).max(20),
  events: z.array(event).max(200),
  indicators: z.array(indicator).max(60).default([]),
  targets: z.array(target).min(1).max(12),
  tolerance: z.record(z.string(), z.number().min(0)).default({}).meta({ title: 'Differences too small to matter, by outcome; draws the flat zone', source: 'MODEL' }),
  parameters: z.record(z.string(), z.strictObject({ value: z.number(), reason: z.string().min(1) })).default({}),
  geometry,
  sources: z.array(z.strictObject({ id: z.string(), text: z.string(), licence: z.string().optional() })).default([]),
});

/** A scenario as the program uses it: quantities are plain numbers in the schema's units. */
export type Scenario = z.infer<typeof scenarioSchema>;
export type Region = Scenario['regions'][number];
export type Site = Scenario['sites'][number];
export type Party = Scenario['parties'][number];
