/**
 * The catalogue of units a plan can ask for. Typical figures of planning practice; ranges and the spread of
 * delivery times belong to the pipeline. Scenarios name units by id.
 *
 * Sources are short names: SUR = published Statements of Unit Requirements; COE = contingent-owned equipment
 * practice; "by rule" marks arithmetic on sourced figures; MODEL a design value.
 */
import type { LocalText } from './fields.ts';

/** Consumption of uniformed people: rations 2.2 + fuel 10 L (8.2 kg) + spares 0.6 kg a day, water drawn locally. By rule from support budgets of UN missions in Somalia (2011) and worldwide (2005/06); spares MODEL. */
const KG_PER_HEAD_DAY = 11;
/** Payments to contributors for pay, equipment and self-sustainment: about 3 billion USD a year over about 85,000 people (2014), by rule. */
const USD_PER_HEAD_MONTH = 2900;

export interface UnitType {
  /** Stable id, used in scenarios and plans. */
  readonly id: string;
  readonly name: LocalText;
  /** Full strength, people. */
  readonly people: number;
  /** Vehicles, plant and aircraft. */
  readonly vehicles: number;
  /** All cargo to be moved, vehicles included, t. */
  readonly cargoTonnes: number;
  /** Sea containers of 20 feet. */
  readonly containers: number;
  /** Radius of daily work from the base on open ground in the dry season, km. */
  readonly reachKm: number;
  /** Counts under the police ceiling of a mandate, not the troop ceiling. */
  readonly isPolice: boolean;
  /** Unarmed observers: report, do not protect. */
  readonly isObserver: boolean;
  /** Weight of one head in effective troops for protection, 0–1.5; 1 is a rifleman of an infantry battalion. */
  readonly protection: number;
  /** Share of terrain and season losses it escapes, 0 on foot – 1 by air. */
  readonly mobility: number;
  /** Work on links a day, 0–1; 1 is a full engineer company. */
  readonly engineering: number;
  /** Rations, fuel and spares, kg by head and day. */
  readonly supplyKgPerHeadDay: number;
  /** Payments to the contributor or operator, USD a month at full strength; sustainment is counted apart. */
  readonly monthlyCostUsd: number;
  /** Days it lives on its own stocks after arrival. */
  readonly selfSustainmentDays: number;
  /** Symbol identification code, 20 digits, MIL-STD-2525D / APP-6D, context "exercise", friend frame. */
  readonly symbol: string;
  /** Where each figure comes from. */
  readonly source: Readonly<Record<'people' | 'vehicles' | 'cargoTonnes' | 'reachKm' | 'protection' | 'mobility' | 'engineering' | 'monthlyCostUsd' | 'selfSustainmentDays', string>>;
}

const ECHELON = { team: '11', detachment: '14', company: '15', battalion: '16' } as const;

/** Version 10, exercise, friend, land unit, present; entity and modifiers of MIL-STD-2525D. */
function symbolCode(echelon: keyof typeof ECHELON, entity: string, modifiers = '0000', headquarters = false): string {
  return `1013100${headquarters ? '2' : '0'}${ECHELON[echelon]}${entity}${modifiers}`;
}

const payments = (people: number) => people * USD_PER_HEAD_MONTH;
const SELF = 'UN guidance on deploying contingent-owned equipment, 30 to 90 days';
const PAID = 'payments to contributors by head (UN, 2014), by rule';
const CARGO_RULE = 'between published sea lifts of contingents, 0.9 to 10.9 t by head (Namibia 2004, Ireland 2008, Viet Nam 2022)';

export const UNIT_TYPES: readonly UnitType[] = [
  {
    id: 'infantry-battalion', name: { en: 'Infantry battalion', fr: 'Bataillon d’infanterie' },
    people: 850, vehicles: 120, cargoTonnes: 3000, containers: 150, reachKm: 45, isPolice: false, isObserver: false,
    protection: 1, mobility: 0.35, engineering: 0.05, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: payments(850), selfSustainmentDays: 60,
    symbol: symbolCode('battalion', '121100'),
    source: { people: 'UN infantry battalion norm; 700 to 900 in published deployments (2004, 2008, 2015)', vehicles: '26 carriers and 80 lorries asked for in Darfur (UN, 2008), rounded up', cargoTonnes: CARGO_RULE, reachKm: 'daily patrol 30 to 50 km, planning practice; MODEL', protection: 'the unit of measure', mobility: 'MODEL', engineering: 'MODEL', monthlyCostUsd: PAID, selfSustainmentDays: SELF },
  },
  {
    id: 'mechanised-battalion', name: { en: 'Mechanised battalion', fr: 'Bataillon mécanisé' },
    people: 850, vehicles: 130, cargoTonnes: 4500, containers: 170, reachKm: 65, isPolice: false, isObserver: false,
    protection: 1.15, mobility: 0.5, engineering: 0.05, supplyKgPerHeadDay: 13, monthlyCostUsd: 2_700_000, selfSustainmentDays: 60,
    symbol: symbolCode('battalion', '121102'),
    source: { people: 'planning practice, 750 to 1,000', vehicles: 'planning practice, 45 to 60 carriers and 80 lorries', cargoTonnes: 'planning practice, 3,500 to 6,500 t', reachKm: 'daily patrol 50 to 80 km, planning practice; MODEL', protection: 'MODEL', mobility: 'MODEL', engineering: 'MODEL', monthlyCostUsd: 'payments by head and heavier equipment, planning practice', selfSustainmentDays: SELF },
  },
  {
    id: 'quick-reaction-company', name: { en: 'Quick-reaction company', fr: 'Compagnie de réaction rapide' },
    people: 250, vehicles: 40, cargoTonnes: 1200, containers: 45, reachKm: 80, isPolice: false, isObserver: false,
    protection: 1.4, mobility: 0.6, engineering: 0, supplyKgPerHeadDay: 14, monthlyCostUsd: 750_000, selfSustainmentDays: 60,
    symbol: symbolCode('company', '121102'),
    source: { people: 'SUR, mechanised quick reaction company, Mali (UN, 2020)', vehicles: 'planning practice, 12 to 20 carriers and lorries', cargoTonnes: 'planning practice, 700 to 1,800 t', reachKm: '50 to 80 km by road, planning practice; MODEL', protection: 'MODEL', mobility: 'MODEL', engineering: 'MODEL', monthlyCostUsd: 'planning practice', selfSustainmentDays: SELF },
  },
  {
    id: 'formed-police-unit', name: { en: 'Formed police unit', fr: 'Unité de police constituée' },
    people: 160, vehicles: 28, cargoTonnes: 600, containers: 30, reachKm: 18, isPolice: true, isObserver: false,
    protection: 0.8, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: 450_000, selfSustainmentDays: 60,
    symbol: symbolCode('company', '200700', '1400'),
    source: { people: 'UN police units of 125 to 180, 160 typical (2006 to 2020)', vehicles: 'planning practice, 20 to 35', cargoTonnes: 'planning practice, 300 to 1,000 t', reachKm: 'urban, 10 to 25 km, planning practice; MODEL', protection: 'MODEL; crowds and sites, not open country', mobility: 'MODEL', engineering: 'none', monthlyCostUsd: 'payments by head, 0.45 million USD all told', selfSustainmentDays: SELF },
  },
  {
    id: 'engineer-company', name: { en: 'Engineer company', fr: 'Compagnie du génie' },
    people: 180, vehicles: 100, cargoTonnes: 2000, containers: 120, reachKm: 15, isPolice: false, isObserver: false,
    protection: 0.15, mobility: 0.4, engineering: 1, supplyKgPerHeadDay: 18, monthlyCostUsd: 700_000, selfSustainmentDays: 60,
    symbol: symbolCode('company', '140700', '1200'),
    source: { people: 'engineer companies of 184 to 335 in published deployments (2004 to 2022), the smaller taken', vehicles: 'planning practice, 40 to 150 with plant', cargoTonnes: 'nearly 2,000 t for 184 people (Viet Nam, 2022)', reachKm: 'MODEL', protection: 'MODEL', mobility: 'MODEL', engineering: 'the unit of measure: 130 km of road in four dry months (UN, South Sudan)', monthlyCostUsd: 'planning practice', selfSustainmentDays: SELF },
  },
  {
    id: 'transport-company', name: { en: 'Transport company', fr: 'Compagnie de transport' },
    people: 180, vehicles: 130, cargoTonnes: 1200, containers: 50, reachKm: 150, isPolice: false, isObserver: false,
    protection: 0.1, mobility: 0.4, engineering: 0.02, supplyKgPerHeadDay: 28, monthlyCostUsd: 600_000, selfSustainmentDays: 60,
    symbol: symbolCode('company', '163600'),
    source: { people: '240 in a published deployment (China, 2004); planning practice 120 to 240', vehicles: '179 in the same deployment; planning practice 80 to 179', cargoTonnes: 'planning practice, 800 to 1,500 t', reachKm: 'a day’s turn on a main supply route; MODEL', protection: 'MODEL', mobility: 'MODEL', engineering: 'MODEL', monthlyCostUsd: 'planning practice', selfSustainmentDays: SELF },
  },
  {
    id: 'utility-helicopter-unit', name: { en: 'Utility helicopter unit', fr: 'Unité d’hélicoptères de manœuvre' },
    people: 100, vehicles: 16, cargoTonnes: 250, containers: 20, reachKm: 120, isPolice: false, isObserver: false,
    protection: 0.3, mobility: 1, engineering: 0, supplyKgPerHeadDay: 60, monthlyCostUsd: 1_230_000, selfSustainmentDays: 45,
    symbol: symbolCode('company', '120600', '6900'),
    source: { people: 'planning practice, 60 to 160 with four aircraft', vehicles: 'planning practice, 10 to 15 and four aircraft', cargoTonnes: 'planning practice, 150 to 300 t and ferry flights', reachKm: 'casualty evacuation within two hours at 200 km/h, 115 to 135 km, by rule', protection: 'MODEL', mobility: 'by air', engineering: 'none', monthlyCostUsd: 'four aircraft × 60 hours × 3,900 USD an hour (UN letter of assist, 2018) and payments by head', selfSustainmentDays: 'planning practice, 30 to 60' },
  },
  {
    id: 'level-2-hospital', name: { en: 'Level 2 hospital', fr: 'Hôpital de niveau 2' },
    people: 63, vehicles: 12, cargoTonnes: 350, containers: 30, reachKm: 10, isPolice: false, isObserver: false,
    protection: 0, mobility: 0.2, engineering: 0, supplyKgPerHeadDay: 16, monthlyCostUsd: 340_000, selfSustainmentDays: 60,
    symbol: symbolCode('detachment', '161400', '4300'),
    source: { people: '63 in a published deployment (Viet Nam, 2022); norm 57 to 67', vehicles: 'MODEL', cargoTonnes: 'MODEL', reachKm: 'MODEL', protection: 'none', mobility: 'MODEL', engineering: 'none', monthlyCostUsd: 'payments by head and medical self-sustainment; MODEL', selfSustainmentDays: 'UN medical support norm, 60 days of stock' },
  },
  {
    id: 'military-observer-team', name: { en: 'Military observer team', fr: 'Équipe d’observateurs militaires' },
    people: 6, vehicles: 2, cargoTonnes: 10, containers: 1, reachKm: 75, isPolice: false, isObserver: true,
    protection: 0, mobility: 0.5, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: 30_000, selfSustainmentDays: 7,
    symbol: symbolCode('team', '121200'),
    source: { people: 'UN team sites of 4 to 10', vehicles: 'planning practice, 2 to 3', cargoTonnes: 'planning practice, 5 to 15 t', reachKm: 'day patrol 50 to 100 km, planning practice; MODEL', protection: 'unarmed', mobility: 'MODEL', engineering: 'none', monthlyCostUsd: 'allowances of about 5,000 USD a head; MODEL', selfSustainmentDays: 'supported by the mission; MODEL' },
  },
  {
    id: 'special-forces-company', name: { en: 'Special forces company', fr: 'Compagnie de forces spéciales' },
    people: 100, vehicles: 16, cargoTonnes: 300, containers: 12, reachKm: 110, isPolice: false, isObserver: false,
    protection: 1.3, mobility: 0.8, engineering: 0, supplyKgPerHeadDay: 15, monthlyCostUsd: 350_000, selfSustainmentDays: 30,
    symbol: symbolCode('company', '121700'),
    source: { people: '80 in the bridging force in Ituri (Sweden, 2003); planning practice 60 to 150', vehicles: 'planning practice, 12 to 20', cargoTonnes: 'planning practice, 150 to 500 t', reachKm: 'by road; up to 200 km with helicopters; MODEL', protection: 'MODEL', mobility: 'MODEL', engineering: 'none', monthlyCostUsd: 'planning practice', selfSustainmentDays: 'planning practice' },
  },
  {
    id: 'headquarters-company', name: { en: 'Headquarters company', fr: 'Compagnie de commandement' },
    people: 140, vehicles: 30, cargoTonnes: 500, containers: 35, reachKm: 10, isPolice: false, isObserver: false,
    protection: 0.2, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: payments(140), selfSustainmentDays: 60,
    symbol: symbolCode('company', '110000', '9800', true),
    source: { people: 'MODEL, between sector staff and guard platoon norms', vehicles: 'MODEL', cargoTonnes: CARGO_RULE, reachKm: 'MODEL', protection: 'MODEL', mobility: 'MODEL', engineering: 'none', monthlyCostUsd: PAID, selfSustainmentDays: SELF },
  },
  {
    id: 'guard-company', name: { en: 'Guard company', fr: 'Compagnie de garde' },
    people: 170, vehicles: 20, cargoTonnes: 600, containers: 30, reachKm: 8, isPolice: false, isObserver: false,
    protection: 0.5, mobility: 0.2, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: payments(170), selfSustainmentDays: 60,
    symbol: symbolCode('company', '141700'),
    source: { people: '170 in the force-protection company in Darfur (Ethiopia, 2008)', vehicles: 'planning practice, 15 to 25', cargoTonnes: 'planning practice, 300 to 900 t', reachKm: 'one base, 5 to 10 km; MODEL', protection: 'MODEL; static', mobility: 'MODEL', engineering: 'none', monthlyCostUsd: PAID, selfSustainmentDays: SELF },
  },
];

/** The unit type of an id, or undefined. */
export function unitTypeOf(id: string): UnitType | undefined {
  return UNIT_TYPES.find(type => type.id === id);
}
