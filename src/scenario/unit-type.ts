/**
 * What a type of unit is: figures a planner needs, each with its unit, source and confidence. The catalogue itself is in
 * units.ts; a scenario may set figures of its own (unit-overrides.ts).
 */
import type { LocalText } from './fields.ts';
import type { ParameterGrade } from './parameter.ts';

/** Numbers of a unit type that have a source of their own and that a scenario may set. */
export const UNIT_FIGURES = {
  people: { unit: 'people', low: 1, high: 5000, title: 'Full strength' },
  vehicles: { unit: 'vehicles', low: 0, high: 2000, title: 'Vehicles, plant, boats and aircraft' },
  cargoTonnes: { unit: 't', low: 0.1, high: 50000, title: 'All cargo to be moved, vehicles included' },
  containers: { unit: '20-foot containers', low: 0, high: 5000, title: 'Sea containers, vehicles apart' },
  supplyKgPerHeadDay: { unit: 'kg/person/day', low: 2.8, high: 500, title: 'Rations, fuel and spares; drinking water apart' },
  reachKm: { unit: 'km', low: 1, high: 2000, title: 'Radius of daily work from the base, open ground, dry season' },
  travelKmDry: { unit: 'km/day', low: 1, high: 3000, title: 'March on laterite in the dry season' },
  travelKmWet: { unit: 'km/day', low: 1, high: 3000, title: 'March on laterite in the rains' },
  protection: { unit: 'weight', low: 0, high: 1.5, title: 'Weight of one head in effective troops; 1 is a rifleman of an infantry battalion' },
  mobility: { unit: 'share', low: 0, high: 1, title: 'Share of terrain and season losses it escapes; 0 on foot, 1 by air' },
  engineering: { unit: 'companies', low: 0, high: 2, title: 'Work on links a day; 1 is a full engineer company' },
  readinessDays: { unit: 'day', low: 1, high: 720, title: 'From selection to ready to embark, standard readiness, median' },
  selfSustainmentDays: { unit: 'day', low: 0, high: 365, title: 'Days it lives on its own stocks after arrival' },
  monthlyCostUsd: { unit: 'USD/month', low: 0, high: 50_000_000, title: 'Payments to contributor or operator at full strength; sustainment is counted apart' },
} as const;
export type UnitFigure = keyof typeof UNIT_FIGURES;
export const UNIT_FIGURE_NAMES = Object.keys(UNIT_FIGURES) as readonly UnitFigure[];

export type UnitGroup = 'infantry' | 'police' | 'observers' | 'engineers' | 'aviation' | 'medical' | 'support' | 'command' | 'civilian';

/** Figures in the units of `UNIT_FIGURES`. */
export interface UnitType extends Readonly<Record<UnitFigure, number>> {
  /** Stable id, used in scenarios and plans. */
  readonly id: string;
  readonly name: LocalText;
  readonly group: UnitGroup;
  /** Counts under the police ceiling of a mandate, not the troop ceiling. */
  readonly isPolice: boolean;
  /** Unarmed: reports, does not protect. */
  readonly isObserver: boolean;
  /** Civilian staff or contractors: no ceiling of troops or police applies. */
  readonly isCivilian: boolean;
  /** Helicopters or aeroplanes among the vehicles. */
  readonly aircraft: number;
  /** Level of medical care it gives, 0 none. */
  readonly medicalLevel: 0 | 1 | 2 | 3;
  /** Symbol identification code, 20 digits, MIL-STD-2525D / APP-6D, context "exercise", friend frame. */
  readonly symbol: string;
  /** Where each figure comes from; a design value says MODEL. */
  readonly source: Readonly<Record<UnitFigure, string>>;
  /** How each figure was come by. */
  readonly confidence: Readonly<Record<UnitFigure, ParameterGrade>>;
}

const ECHELON = { team: '11', detachment: '14', company: '15', battalion: '16', brigade: '18' } as const;

/** Version 10, exercise, friend, land unit, present; entity and modifiers of MIL-STD-2525D. */
export function symbolCode(echelon: keyof typeof ECHELON, entity: string, modifiers = '0000', headquarters = false): string {
  return `1013100${headquarters ? '2' : '0'}${ECHELON[echelon]}${entity}${modifiers}`;
}

/** A source with its grade. */
export type Note = readonly [ParameterGrade, string];
export const measured = (text: string): Note => ['measured', text];
export const judged = (text: string): Note => ['judged', text];
export const invented = (text = 'MODEL'): Note => ['invented', text];

/** Figures for which most types share a source. */
const SHARED = {
  containers: invented('MODEL; between 55 for 177 people (Finland, 2012) and 175 for 400 (Ireland, 2008)'),
  supplyKgPerHeadDay: judged('rations 2.2 kg, fuel 10 L (8.2 kg) and spares 0.6 kg a head and day, more fuel for plant and aircraft; by rule from support budgets of UN missions in Somalia (2011) and worldwide (2005/06), spares MODEL'),
  travelKmDry: judged('MODEL; light vehicles 250, lorries and plant 150 km a day, after convoys of 154 to 627 km a day (Khartoum–Juba, 2007)'),
  travelKmWet: judged('MODEL; light vehicles 80, lorries and plant 45 km a day, after lorries of over two weeks for 650 km (Juba–Wau, 2018)'),
  readinessDays: judged('training and kit of about three months (Rwandan police; Namibian battalion), 20 / 60 / 120 days; MODEL for the type'),
} satisfies Partial<Record<UnitFigure, Note>>;

type Notes = Readonly<Record<Exclude<UnitFigure, keyof typeof SHARED>, Note>> & Partial<Readonly<Record<UnitFigure, Note>>>;

/** Sources and grades of a type; figures it leaves out have the shared source. */
export function sourced(notes: Notes): Pick<UnitType, 'source' | 'confidence'> {
  const all: Record<UnitFigure, Note> = { ...SHARED, ...notes };
  const pick = <T>(read: (note: Note) => T) => Object.fromEntries(UNIT_FIGURE_NAMES.map(name => [name, read(all[name])])) as Record<UnitFigure, T>;
  return { source: pick(note => note[1]), confidence: pick(note => note[0]) };
}

/** Traits that most types share. */
export const ARMED = { isPolice: false, isObserver: false, isCivilian: false, aircraft: 0, medicalLevel: 0 } as const;

/** March on laterite, km a day: MODEL, movement rates of planning practice. */
export const LIGHT_VEHICLES = { travelKmDry: 250, travelKmWet: 80 } as const;
export const LORRIES = { travelKmDry: 150, travelKmWet: 45 } as const;

/** Payments to contributors for pay, equipment and self-sustainment: about 3 billion USD a year over about 85,000 people (2014), by rule. */
const USD_PER_HEAD_MONTH = 2900;
export const payments = (people: number): number => people * USD_PER_HEAD_MONTH;
/** Consumption of uniformed people, kg by head and day: rations 2.2 + fuel 10 L (8.2 kg) + spares 0.6; water drawn locally. */
export const KG_PER_HEAD_DAY = 11;

export const SELF = judged('UN guidance on deploying contingent-owned equipment, 30 to 90 days');
export const PAID = judged('payments to contributors by head (UN, 2014), by rule');
export const CARGO_RULE = judged('between published sea lifts of contingents, 0.9 to 10.9 t by head (Namibia 2004, Ireland 2008, Viet Nam 2022)');
