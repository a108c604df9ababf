/**
 * The catalogue of units a plan can ask for. Typical figures of planning practice; ranges and the spread of
 * delivery times belong to the pipeline. Scenarios name units by id and may set figures of their own.
 *
 * The engine knows types by their place in this list: append only.
 *
 * Sources are short names: SUR = published Statements of Unit Requirements; COE = contingent-owned equipment
 * practice; "by rule" marks arithmetic on sourced figures; MODEL a design value.
 */
import { ARMED, CARGO_RULE, invented, judged, KG_PER_HEAD_DAY, LIGHT_VEHICLES, LORRIES, measured, PAID, payments, SELF, sourced, symbolCode, type UnitFigure, type UnitType } from './unit-type.ts';
import type { UnitOverrides } from './unit-overrides.ts';
import { CIVILIANS } from './units-civilian.ts';
import { ENABLERS } from './units-enablers.ts';

export { UNIT_FIGURES, UNIT_FIGURE_NAMES, type UnitFigure, type UnitType } from './unit-type.ts';

/** Units that fight, watch, build and carry: the first part of the catalogue. */
const FIRST: readonly UnitType[] = [
  {
    id: 'infantry-battalion', name: { en: 'Infantry battalion', fr: 'Bataillon d’infanterie' }, group: 'infantry', ...ARMED, ...LIGHT_VEHICLES,
    people: 850, vehicles: 120, cargoTonnes: 3000, containers: 150, reachKm: 45,
    protection: 1, mobility: 0.35, engineering: 0.05, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: payments(850), readinessDays: 60, selfSustainmentDays: 60,
    symbol: symbolCode('battalion', '121100'),
    ...sourced({ people: measured('UN infantry battalion norm; 700 to 900 in published deployments (2004, 2008, 2015)'), vehicles: measured('26 carriers and 80 lorries asked for in Darfur (UN, 2008), rounded up'), cargoTonnes: CARGO_RULE, reachKm: judged('daily patrol 30 to 50 km, planning practice; MODEL'), protection: judged('the unit of measure'), mobility: invented(), engineering: invented(), monthlyCostUsd: PAID, selfSustainmentDays: SELF }),
  },
  {
    id: 'mechanised-battalion', name: { en: 'Mechanised battalion', fr: 'Bataillon mécanisé' }, group: 'infantry', ...ARMED, ...LIGHT_VEHICLES,
    people: 850, vehicles: 130, cargoTonnes: 4500, containers: 170, reachKm: 65,
    protection: 1.15, mobility: 0.5, engineering: 0.05, supplyKgPerHeadDay: 13, monthlyCostUsd: 2_700_000, readinessDays: 60, selfSustainmentDays: 60,
    symbol: symbolCode('battalion', '121102'),
    ...sourced({ people: judged('planning practice, 750 to 1,000'), vehicles: judged('planning practice, 45 to 60 carriers and 80 lorries'), cargoTonnes: judged('planning practice, 3,500 to 6,500 t'), reachKm: judged('daily patrol 50 to 80 km, planning practice; MODEL'), protection: invented(), mobility: invented(), engineering: invented(), monthlyCostUsd: judged('payments by head and heavier equipment, planning practice'), selfSustainmentDays: SELF }),
  },
  {
    id: 'quick-reaction-company', name: { en: 'Quick-reaction company', fr: 'Compagnie de réaction rapide' }, group: 'infantry', ...ARMED, ...LIGHT_VEHICLES,
    people: 250, vehicles: 40, cargoTonnes: 1200, containers: 45, reachKm: 80,
    protection: 1.4, mobility: 0.6, engineering: 0, supplyKgPerHeadDay: 14, monthlyCostUsd: 750_000, readinessDays: 60, selfSustainmentDays: 60,
    symbol: symbolCode('company', '121102'),
    ...sourced({ people: measured('SUR, mechanised quick reaction company, Mali (UN, 2020)'), vehicles: judged('planning practice, 12 to 20 carriers and lorries'), cargoTonnes: judged('planning practice, 700 to 1,800 t'), reachKm: judged('50 to 80 km by road, planning practice; MODEL'), protection: invented(), mobility: invented(), engineering: invented(), monthlyCostUsd: judged('planning practice'), selfSustainmentDays: SELF }),
  },
  {
    id: 'formed-police-unit', name: { en: 'Formed police unit', fr: 'Unité de police constituée' }, group: 'police', ...ARMED, ...LIGHT_VEHICLES, isPolice: true,
    people: 160, vehicles: 28, cargoTonnes: 600, containers: 30, reachKm: 18,
    protection: 0.8, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: 450_000, readinessDays: 90, selfSustainmentDays: 60,
    symbol: symbolCode('company', '200700', '1400'),
    ...sourced({ people: measured('UN police units of 125 to 180, 160 typical (2006 to 2020)'), vehicles: judged('planning practice, 20 to 35'), cargoTonnes: judged('planning practice, 300 to 1,000 t'), reachKm: judged('urban, 10 to 25 km, planning practice; MODEL'), protection: invented('MODEL; crowds and sites, not open country'), mobility: invented(), engineering: judged('none'), monthlyCostUsd: judged('payments by head, 0.45 million USD all told'), selfSustainmentDays: SELF, readinessDays: judged('three months of training and a week of assessment (Rwandan police)') }),
  },
  {
    id: 'engineer-company', name: { en: 'Engineer company', fr: 'Compagnie du génie' }, group: 'engineers', ...ARMED, ...LORRIES,
    people: 180, vehicles: 100, cargoTonnes: 2000, containers: 120, reachKm: 15,
    protection: 0.15, mobility: 0.4, engineering: 1, supplyKgPerHeadDay: 18, monthlyCostUsd: 700_000, readinessDays: 90, selfSustainmentDays: 60,
    symbol: symbolCode('company', '140700', '1200'),
    ...sourced({ people: measured('engineer companies of 184 to 335 in published deployments (2004 to 2022), the smaller taken'), vehicles: judged('planning practice, 40 to 150 with plant'), cargoTonnes: measured('nearly 2,000 t for 184 people (Viet Nam, 2022)'), reachKm: invented(), protection: invented(), mobility: invented(), engineering: measured('the unit of measure: 130 km of road in four dry months (UN, South Sudan)'), monthlyCostUsd: judged('planning practice'), selfSustainmentDays: SELF, containers: judged('MODEL; 1,000 for 335 engineers in one case (Egypt, 2008) was the extreme') }),
  },
  {
    id: 'transport-company', name: { en: 'Transport company', fr: 'Compagnie de transport' }, group: 'support', ...ARMED, ...LORRIES,
    people: 180, vehicles: 130, cargoTonnes: 1200, containers: 50, reachKm: 150,
    protection: 0.1, mobility: 0.4, engineering: 0.02, supplyKgPerHeadDay: 28, monthlyCostUsd: 600_000, readinessDays: 60, selfSustainmentDays: 60,
    symbol: symbolCode('company', '163600'),
    ...sourced({ people: judged('240 in a published deployment (China, 2004); planning practice 120 to 240'), vehicles: judged('179 in the same deployment; planning practice 80 to 179'), cargoTonnes: judged('planning practice, 800 to 1,500 t'), reachKm: judged('a day’s turn on a main supply route; MODEL'), protection: invented(), mobility: invented(), engineering: invented(), monthlyCostUsd: judged('planning practice'), selfSustainmentDays: SELF, readinessDays: judged('30 to 90 days after the mandate (UN planning workshop, undated)') }),
  },
  {
    id: 'utility-helicopter-unit', name: { en: 'Utility helicopter unit', fr: 'Unité d’hélicoptères de manœuvre' }, group: 'aviation', ...ARMED, travelKmDry: 400, travelKmWet: 360, aircraft: 4,
    people: 100, vehicles: 16, cargoTonnes: 250, containers: 20, reachKm: 120,
    protection: 0.3, mobility: 1, engineering: 0, supplyKgPerHeadDay: 60, monthlyCostUsd: 1_230_000, readinessDays: 45, selfSustainmentDays: 45,
    symbol: symbolCode('company', '120600', '6900'),
    ...sourced({ people: judged('planning practice, 60 to 160 with four aircraft'), vehicles: judged('planning practice, 10 to 15 and four aircraft'), cargoTonnes: judged('planning practice, 150 to 300 t and ferry flights'), reachKm: judged('casualty evacuation within two hours at 200 km/h, 115 to 135 km, by rule'), protection: invented(), mobility: judged('by air'), engineering: judged('none'), monthlyCostUsd: judged('four aircraft × 60 hours × 3,900 USD an hour (UN letter of assist, 2018) and payments by head'), selfSustainmentDays: judged('planning practice, 30 to 60'), readinessDays: judged('contributed aviation 30 to 60 days after the mandate (UN planning workshop, undated)'), travelKmDry: judged('MODEL; two flying hours'), travelKmWet: judged('MODEL; two flying hours, a tenth of days lost'), supplyKgPerHeadDay: judged('four aircraft × 2 hours × 750 L an hour and rations; by rule') }),
  },
  {
    id: 'level-2-hospital', name: { en: 'Level 2 hospital', fr: 'Hôpital de niveau 2' }, group: 'medical', ...ARMED, ...LORRIES, medicalLevel: 2,
    people: 63, vehicles: 12, cargoTonnes: 350, containers: 30, reachKm: 10,
    protection: 0, mobility: 0.2, engineering: 0, supplyKgPerHeadDay: 16, monthlyCostUsd: 340_000, readinessDays: 60, selfSustainmentDays: 60,
    symbol: symbolCode('detachment', '161400', '4300'),
    ...sourced({ people: measured('63 in a published deployment (Viet Nam, 2022); norm 57 to 67'), vehicles: invented(), cargoTonnes: invented(), reachKm: invented(), protection: judged('none'), mobility: invented(), engineering: judged('none'), monthlyCostUsd: judged('payments by head and medical self-sustainment; MODEL'), selfSustainmentDays: measured('UN medical support norm, 60 days of stock') }),
  },
  {
    id: 'military-observer-team', name: { en: 'Military observer team', fr: 'Équipe d’observateurs militaires' }, group: 'observers', ...ARMED, ...LIGHT_VEHICLES, isObserver: true,
    people: 6, vehicles: 2, cargoTonnes: 10, containers: 1, reachKm: 75,
    protection: 0, mobility: 0.5, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: 30_000, readinessDays: 45, selfSustainmentDays: 7,
    symbol: symbolCode('team', '121200'),
    ...sourced({ people: judged('UN team sites of 4 to 10'), vehicles: judged('planning practice, 2 to 3'), cargoTonnes: judged('planning practice, 5 to 15 t'), reachKm: judged('day patrol 50 to 100 km, planning practice; MODEL'), protection: judged('unarmed'), mobility: invented(), engineering: judged('none'), monthlyCostUsd: judged('allowances of about 5,000 USD a head; MODEL'), selfSustainmentDays: judged('supported by the mission; MODEL'), readinessDays: judged('individuals 30 to 90 days, planning practice') }),
  },
  {
    id: 'special-forces-company', name: { en: 'Special forces company', fr: 'Compagnie de forces spéciales' }, group: 'infantry', ...ARMED, ...LIGHT_VEHICLES,
    people: 100, vehicles: 16, cargoTonnes: 300, containers: 12, reachKm: 110,
    protection: 1.3, mobility: 0.8, engineering: 0, supplyKgPerHeadDay: 15, monthlyCostUsd: 350_000, readinessDays: 45, selfSustainmentDays: 30,
    symbol: symbolCode('company', '121700'),
    ...sourced({ people: judged('80 in the bridging force in Ituri (Sweden, 2003); planning practice 60 to 150'), vehicles: judged('planning practice, 12 to 20'), cargoTonnes: judged('planning practice, 150 to 500 t'), reachKm: judged('by road; up to 200 km with helicopters; MODEL'), protection: invented(), mobility: invented(), engineering: judged('none'), monthlyCostUsd: judged('planning practice'), selfSustainmentDays: judged('planning practice'), readinessDays: judged('planning practice, 30 to 60 days') }),
  },
  {
    id: 'headquarters-company', name: { en: 'Headquarters company', fr: 'Compagnie de commandement' }, group: 'command', ...ARMED, ...LIGHT_VEHICLES,
    people: 140, vehicles: 30, cargoTonnes: 500, containers: 35, reachKm: 10,
    protection: 0.2, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: payments(140), readinessDays: 60, selfSustainmentDays: 60,
    symbol: symbolCode('company', '110000', '9800', true),
    ...sourced({ people: invented('MODEL, between sector staff and guard platoon norms'), vehicles: invented(), cargoTonnes: CARGO_RULE, reachKm: invented(), protection: invented(), mobility: invented(), engineering: judged('none'), monthlyCostUsd: PAID, selfSustainmentDays: SELF }),
  },
  {
    id: 'guard-company', name: { en: 'Guard company', fr: 'Compagnie de garde' }, group: 'infantry', ...ARMED, ...LIGHT_VEHICLES,
    people: 170, vehicles: 20, cargoTonnes: 600, containers: 30, reachKm: 8,
    protection: 0.5, mobility: 0.2, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: payments(170), readinessDays: 60, selfSustainmentDays: 60,
    symbol: symbolCode('company', '141700'),
    ...sourced({ people: measured('170 in the force-protection company in Darfur (Ethiopia, 2008)'), vehicles: judged('planning practice, 15 to 25'), cargoTonnes: judged('planning practice, 300 to 900 t'), reachKm: judged('one base, 5 to 10 km; MODEL'), protection: invented('MODEL; static'), mobility: invented(), engineering: judged('none'), monthlyCostUsd: PAID, selfSustainmentDays: SELF }),
  },
];

export const UNIT_TYPES: readonly UnitType[] = [...FIRST, ...ENABLERS, ...CIVILIANS];

/** The unit type of an id, or undefined. */
export function unitTypeOf(id: string): UnitType | undefined {
  return UNIT_TYPES.find(type => type.id === id);
}

/** The catalogue as a scenario sees it, in catalogue order: types with figures of its own carry them, and their source. */
export function unitTypesOf({ units = {} }: { readonly units?: UnitOverrides | undefined }): readonly UnitType[] {
  if (Object.keys(units).length === 0) return UNIT_TYPES;
  return UNIT_TYPES.map(type => {
    if (!Object.hasOwn(units, type.id)) return type;
    const { source, ...figures } = units[type.id]!;
    const set = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined)) as Partial<Record<UnitFigure, number>>;
    const all = <T>(value: T) => Object.fromEntries(Object.keys(set).map(name => [name, value]));
    return { ...type, ...set, source: { ...type.source, ...all(`scenario: ${source}`) }, confidence: { ...type.confidence, ...all(/MODEL/.test(source) ? ('invented' as const) : ('judged' as const)) } };
  });
}
