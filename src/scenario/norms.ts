/**
 * Norms of movement and supply that planners reckon with: each with its range, unit, source and confidence. The engine
 * has parameters of its own (parameters-response.ts); a load plan shows these, so that anyone can check the sum.
 */
import type { ParameterGrade } from './parameter.ts';

export interface Norm {
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly unit: string;
  readonly source: string;
  readonly confidence: ParameterGrade;
}

const norm = (low: number, value: number, high: number, unit: string, confidence: ParameterGrade, source: string): Norm => ({ low, value, high, unit, source, confidence });

export const NORMS = {
  rationsKg: norm(1.9, 2.2, 2.5, 'kg/person/day', 'measured', '1,300 t a month at 54 sites over 17,700 to 22,100 troops (UN support office in Somalia, 2011), by rule'),
  waterLitres: norm(60, 84, 120, 'L/person/day', 'measured', 'planning figure of the UN Department of Field Support (UNEP, 2012)'),
  drinkingLitres: norm(3, 4.5, 7, 'L/person/day', 'judged', 'planning practice'),
  fuelLitres: norm(6, 10, 14, 'L/person/day', 'measured', '286 million USD of fuel over about 85,000 people (OIOS A/61/760, 2005/06), by rule'),
  fuelKgPerLitre: norm(0.8, 0.82, 0.85, 'kg/L', 'measured', 'density of diesel and jet fuel'),
  sparesKg: norm(0.3, 0.6, 1.2, 'kg/person/day', 'invented', 'MODEL; spares and general supplies'),
  baggageKg: norm(45, 45, 45, 'kg/person', 'measured', 'allowance on UN troop flights (UN guidance on contingent-owned equipment)'),
  lorryTonnes: norm(10, 20, 40, 't', 'measured', 'semi-trailer; 10 t straight, 40 to 45 t truck-trailer on good roads (WFP)'),
  lorryAvailability: norm(0.7, 0.8, 0.85, 'share', 'judged', 'vehicles fit for the road, planning practice'),
  turnMargin: norm(1.25, 1.25, 1.25, 'factor', 'measured', 'fleet rule of the CARE emergency toolkit: add a quarter to the time of a turn'),
  escortFactor: norm(0.4, 0.45, 0.6, 'factor', 'judged', 'contested convoy of 44 km a day, Kidal–Gao (UN, Mali, 2023)'),
  airfieldEfficiency: norm(0.8, 0.85, 0.9, 'share', 'judged', 'standard form of air movement planning'),
  helicopterTonnesDay: norm(3, 6, 10, 't/day', 'judged', 'one Mi-17: 3 t, twice a day (planning practice)'),
  monthDays: norm(30, 30, 30, 'day', 'measured', 'month of planning tables'),
} as const satisfies Readonly<Record<string, Norm>>;

export interface Carrier {
  readonly id: string;
  readonly name: { readonly en: string; readonly fr: string };
  /** Payload planned with, t; 0 for passengers alone. */
  readonly tonnes: Norm;
  /** Seats; 0 for cargo alone. */
  readonly seats: number;
}

const payload = (low: number, value: number, high: number, confidence: ParameterGrade, source: string): Norm => norm(low, value, high, 't', confidence, source);

export const AIRCRAFT: readonly Carrier[] = [
  { id: 'mi-17', name: { en: 'Mi-8/17 helicopter', fr: 'hélicoptère Mi-8/17' }, tonnes: payload(2, 3, 4, 'measured', 'WFP, 2 to 4 t by distance'), seats: 22 },
  { id: 'mi-26', name: { en: 'Mi-26 helicopter', fr: 'hélicoptère Mi-26' }, tonnes: payload(15, 18, 20, 'measured', 'operator, 20 t inside or slung; 18 t planned'), seats: 82 },
  { id: 'an-26', name: { en: 'An-26', fr: 'An-26' }, tonnes: payload(4, 5, 5.5, 'measured', 'operator, 5.5 t; 5 t planned'), seats: 38 },
  { id: 'c-130', name: { en: 'C-130 or L-100', fr: 'C-130 ou L-100' }, tonnes: payload(14, 18, 20, 'judged', '18 t on short, hot strips, planning practice'), seats: 64 },
  { id: 'an-12', name: { en: 'An-12', fr: 'An-12' }, tonnes: payload(15, 16, 17.8, 'measured', 'operators, 15 to 17.8 t'), seats: 0 },
  { id: 'il-76', name: { en: 'Il-76', fr: 'Il-76' }, tonnes: payload(36, 40, 45, 'measured', 'WFP and operators, 36 to 45 t'), seats: 0 },
  { id: 'an-124', name: { en: 'An-124', fr: 'An-124' }, tonnes: payload(90, 110, 120, 'measured', 'charter, 120 t; 110 t planned'), seats: 0 },
  { id: 'airliner', name: { en: 'Chartered airliner', fr: 'avion de ligne affrété' }, tonnes: payload(0, 0, 0, 'invented', 'MODEL; medium-range charter'), seats: 200 },
];

export const SHIPS: readonly Carrier[] = [
  { id: 'ship', name: { en: 'Chartered cargo ship', fr: 'cargo affrété' }, tonnes: payload(2000, 5000, 20000, 'judged', 'MODEL; useful load of a multipurpose ship; one ship of 20,000 t took a battalion of 700 in 2015 (Xinhua)'), seats: 0 },
  { id: 'barges', name: { en: 'Four-barge river convoy', fr: 'convoi fluvial de quatre barges' }, tonnes: payload(480, 1200, 2600, 'measured', '1,200 t in four barges, Juba–Malakal (WFP)'), seats: 0 },
];

export interface AirfieldKind {
  readonly id: string;
  readonly name: { readonly en: string; readonly fr: string };
  /** Aircraft on the ground at once. */
  readonly ramp: number;
  readonly hours: number;
  readonly groundHours: number;
  /** Aircraft that uses it, by id. */
  readonly aircraft: string;
}

/** Airfields as planning practice sorts them. MODEL. */
export const AIRFIELDS: readonly AirfieldKind[] = [
  { id: 'strip', name: { en: 'laterite strip, daylight', fr: 'piste de latérite, de jour' }, ramp: 1, hours: 9, groundHours: 1.5, aircraft: 'c-130' },
  { id: 'regional', name: { en: 'regional airport, apron for two', fr: 'aéroport régional, aire pour deux' }, ramp: 2, hours: 10, groundHours: 2.5, aircraft: 'il-76' },
  { id: 'capital', name: { en: 'capital airport, day and night', fr: 'aéroport de la capitale, jour et nuit' }, ramp: 4, hours: 18, groundHours: 3, aircraft: 'il-76' },
  { id: 'helipad', name: { en: 'helipad in the field', fr: 'hélisurface' }, ramp: 1, hours: 8, groundHours: 0.5, aircraft: 'mi-17' },
];

export type Surface = 'paved' | 'laterite' | 'track' | 'water' | 'air';

/** Supply convoys without escort, km a day: dry, and at the height of the rains. MODEL on published convoys, the engine's own speeds. */
export const CONVOY_KM_DAY: Readonly<Record<Surface, readonly [number, number]>> = { paved: [350, 300], laterite: [150, 45], track: [80, 15], water: [60, 60], air: [1200, 1200] };
/** Trains, km a day. MODEL. */
export const RAIL_KM_DAY = 250;
/** Share of wet damage a surface takes at the height of the rains, before works; from `linkCutAt` a link is cut. Parameters of routes. */
export const WET_PARAMETER: Readonly<Record<Surface, 'wetPaved' | 'wetLaterite' | 'wetTrack' | 'wetAir' | undefined>> = { paved: 'wetPaved', laterite: 'wetLaterite', track: 'wetTrack', water: undefined, air: 'wetAir' };
