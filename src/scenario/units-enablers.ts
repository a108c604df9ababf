/** Units that see, fly, heal, build, carry and command: the second part of the catalogue. */
import { ARMED, CARGO_RULE, invented, judged, KG_PER_HEAD_DAY, LIGHT_VEHICLES, LORRIES, measured, PAID, payments, SELF, sourced, symbolCode, type UnitType } from './unit-type.ts';

const PRACTICE = judged('planning practice');
const AIR_MARCH = { travelKmDry: judged('MODEL; two flying hours'), travelKmWet: judged('MODEL; two flying hours, a tenth of days lost') } as const;

export const ENABLERS: readonly UnitType[] = [
  {
    id: 'reserve-battalion', name: { en: 'Reserve battalion', fr: 'Bataillon de réserve' }, group: 'infantry', ...ARMED, ...LIGHT_VEHICLES,
    people: 850, vehicles: 130, cargoTonnes: 4500, containers: 170, reachKm: 80, protection: 1.2, mobility: 0.55, engineering: 0.05, supplyKgPerHeadDay: 13, readinessDays: 60, monthlyCostUsd: 2_700_000, selfSustainmentDays: 60,
    symbol: symbolCode('battalion', '121102'),
    ...sourced({ people: judged('planning practice, 650 to 850, without an area of its own'), vehicles: judged('as a mechanised battalion, planning practice'), cargoTonnes: judged('as a mechanised battalion, planning practice'), reachKm: judged('theatre reserve; a day’s move by road; MODEL'), protection: invented(), mobility: invented(), engineering: invented(), monthlyCostUsd: judged('as a mechanised battalion, planning practice'), selfSustainmentDays: SELF }),
  },
  {
    id: 'individual-police-team', name: { en: 'Individual police officers', fr: 'Équipe de policiers hors unité' }, group: 'police', ...ARMED, ...LIGHT_VEHICLES, isPolice: true, isObserver: true,
    people: 20, vehicles: 8, cargoTonnes: 30, containers: 2, reachKm: 20, protection: 0, mobility: 0.4, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, readinessDays: 45, monthlyCostUsd: 100_000, selfSustainmentDays: 7,
    symbol: symbolCode('team', '200700'),
    ...sourced({ people: measured('20 officers at start-up of a mission (UN planning workshop, undated)'), vehicles: invented('MODEL; one for two or three officers'), cargoTonnes: invented(), reachKm: judged('urban, 10 to 25 km, as police units; MODEL'), protection: judged('unarmed in most missions'), mobility: invented(), engineering: judged('none'), readinessDays: judged('individuals 30 to 90 days, planning practice'), monthlyCostUsd: invented('allowances of about 5,000 USD a head; MODEL'), selfSustainmentDays: invented('supported by the mission; MODEL') }),
  },
  {
    id: 'horizontal-engineer-company', name: { en: 'Horizontal engineer company', fr: 'Compagnie du génie routier' }, group: 'engineers', ...ARMED, ...LORRIES,
    people: 150, vehicles: 65, cargoTonnes: 1500, containers: 80, reachKm: 15, protection: 0.1, mobility: 0.4, engineering: 1.3, supplyKgPerHeadDay: 20, readinessDays: 90, monthlyCostUsd: 600_000, selfSustainmentDays: 60,
    symbol: symbolCode('company', '140700'),
    ...sourced({ people: judged('planning practice, 100 to 200'), vehicles: judged('planning practice, 50 to 80'), cargoTonnes: judged('planning practice, 1,200 to 1,800 t'), reachKm: invented(), protection: invented(), mobility: invented(), engineering: judged('1 to 2 km of gravel road a day in the dry season, against 1.1 for a construction company (UN, South Sudan, by rule)'), monthlyCostUsd: PRACTICE, selfSustainmentDays: SELF }),
  },
  {
    id: 'attack-helicopter-unit', name: { en: 'Attack helicopter unit', fr: 'Unité d’hélicoptères d’attaque' }, group: 'aviation', ...ARMED, aircraft: 4, travelKmDry: 400, travelKmWet: 360,
    people: 130, vehicles: 16, cargoTonnes: 275, containers: 22, reachKm: 150, protection: 1.1, mobility: 1, engineering: 0, supplyKgPerHeadDay: 45, readinessDays: 90, monthlyCostUsd: 1_380_000, selfSustainmentDays: 45,
    symbol: symbolCode('company', '120600', '0300'),
    ...sourced({ ...AIR_MARCH, people: judged('planning practice, 80 to 200 with three or four aircraft'), vehicles: judged('planning practice, 10 to 15 and four aircraft'), cargoTonnes: judged('planning practice, 200 to 350 t and ferry flights'), reachKm: judged('planning practice, 150 to 200 km'), protection: invented('MODEL; deters and escorts, does not stay'), mobility: judged('by air'), engineering: judged('none'), supplyKgPerHeadDay: judged('four aircraft × 2 hours × 750 L an hour and rations; by rule'), readinessDays: judged('planning practice, 60 to 180 days'), monthlyCostUsd: judged('fixed rental reported as 1 million USD a month (DRC) and payments by head'), selfSustainmentDays: judged('planning practice, 30 to 60') }),
  },
  {
    id: 'fixed-wing-unit', name: { en: 'Fixed-wing transport unit', fr: 'Unité de transport aérien' }, group: 'aviation', ...ARMED, aircraft: 2, travelKmDry: 800, travelKmWet: 720,
    people: 60, vehicles: 12, cargoTonnes: 150, containers: 10, reachKm: 500, protection: 0, mobility: 1, engineering: 0, supplyKgPerHeadDay: 60, readinessDays: 45, monthlyCostUsd: 900_000, selfSustainmentDays: 30,
    symbol: symbolCode('company', '120800'),
    ...sourced({ ...AIR_MARCH, people: invented('MODEL; two An-26 with crews and a ground party'), vehicles: invented('MODEL; two aircraft and ground equipment'), cargoTonnes: invented(), reachKm: judged('half of the range of an An-26 with load, 900 to 1,100 km (planning practice)'), protection: judged('none'), mobility: judged('by air'), engineering: judged('none'), supplyKgPerHeadDay: judged('two aircraft × 2 hours × 1,050 L an hour and rations; by rule'), readinessDays: judged('contributed aviation 30 to 60 days after the mandate (UN planning workshop, undated)'), monthlyCostUsd: invented('MODEL; two aircraft × 60 hours × 6,000 USD an hour and payments by head'), selfSustainmentDays: judged('planning practice, 30 to 60') }),
  },
  {
    id: 'unmanned-aircraft-unit', name: { en: 'Unmanned aircraft unit', fr: 'Unité de drones' }, group: 'aviation', ...ARMED, ...LIGHT_VEHICLES, aircraft: 4,
    people: 80, vehicles: 15, cargoTonnes: 125, containers: 10, reachKm: 100, protection: 0, mobility: 0.9, engineering: 0, supplyKgPerHeadDay: 12, readinessDays: 90, monthlyCostUsd: 900_000, selfSustainmentDays: 45,
    symbol: symbolCode('company', '121900'),
    ...sourced({ people: judged('planning practice, 40 to 150'), vehicles: judged('planning practice, 10 to 20'), cargoTonnes: judged('planning practice, 50 to 200 t'), reachKm: judged('tactical 50 to 100 km, long-endurance over 200 km (planning practice)'), protection: judged('none; it sees'), mobility: invented(), engineering: judged('none'), readinessDays: judged('planning practice, 60 to 180 days'), monthlyCostUsd: judged('planning practice, 0.3 to 1.5 million USD'), selfSustainmentDays: judged('planning practice, 30 to 60') }),
  },
  {
    id: 'level-1-medical-post', name: { en: 'Level 1 medical post', fr: 'Poste médical de niveau 1' }, group: 'medical', ...ARMED, ...LIGHT_VEHICLES, medicalLevel: 1,
    people: 11, vehicles: 3, cargoTonnes: 25, containers: 3, reachKm: 5, protection: 0, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, readinessDays: 60, monthlyCostUsd: 50_000, selfSustainmentDays: 60,
    symbol: symbolCode('team', '161300', '4200'),
    ...sourced({ people: measured('UN medical support norm: 2 doctors, 6 paramedics or nurses, 3 in support; another source 8 to 12'), vehicles: invented(), cargoTonnes: invented(), reachKm: invented(), protection: judged('none'), mobility: invented(), engineering: judged('none'), monthlyCostUsd: invented('MODEL; payments by head and medical self-sustainment'), selfSustainmentDays: measured('UN medical support norm, 60 days of stock') }),
  },
  {
    id: 'level-3-hospital', name: { en: 'Level 3 hospital', fr: 'Hôpital de niveau 3' }, group: 'medical', ...ARMED, ...LORRIES, medicalLevel: 3,
    people: 90, vehicles: 20, cargoTonnes: 700, containers: 60, reachKm: 10, protection: 0, mobility: 0.1, engineering: 0, supplyKgPerHeadDay: 18, readinessDays: 90, monthlyCostUsd: 600_000, selfSustainmentDays: 60,
    symbol: symbolCode('detachment', '161400', '4400'),
    ...sourced({ people: measured('UN medical support norm: 90 staff, 50 beds, 10 operations a day'), vehicles: invented(), cargoTonnes: invented('MODEL; twice a level 2 hospital'), reachKm: invented(), protection: judged('none'), mobility: invented(), engineering: judged('none'), monthlyCostUsd: invented('MODEL; payments by head and medical self-sustainment'), selfSustainmentDays: measured('UN medical support norm, 60 days of stock') }),
  },
  {
    id: 'signals-company', name: { en: 'Signals company', fr: 'Compagnie de transmissions' }, group: 'support', ...ARMED, ...LIGHT_VEHICLES,
    people: 100, vehicles: 25, cargoTonnes: 225, containers: 20, reachKm: 10, protection: 0.1, mobility: 0.4, engineering: 0, supplyKgPerHeadDay: 12, readinessDays: 90, monthlyCostUsd: 290_000, selfSustainmentDays: 60,
    symbol: symbolCode('company', '111000'),
    ...sourced({ people: judged('planning practice, 60 to 150'), vehicles: judged('planning practice, 20 to 30'), cargoTonnes: judged('planning practice, 150 to 300 t'), reachKm: invented(), protection: invented(), mobility: invented(), engineering: judged('none'), readinessDays: judged('planning practice, 60 to 180 days'), monthlyCostUsd: PAID, selfSustainmentDays: SELF }),
  },
  {
    id: 'movement-control-unit', name: { en: 'Movement control unit', fr: 'Unité de contrôle des mouvements' }, group: 'support', ...ARMED, ...LIGHT_VEHICLES,
    people: 30, vehicles: 8, cargoTonnes: 40, containers: 4, reachKm: 5, protection: 0, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, readinessDays: 45, monthlyCostUsd: payments(30), selfSustainmentDays: 30,
    symbol: symbolCode('detachment', '163600', '3800'),
    ...sourced({ people: judged('planning practice, 15 to 60'), vehicles: judged('planning practice, 5 to 10'), cargoTonnes: judged('planning practice, 20 to 60 t'), reachKm: invented('MODEL; one node'), protection: judged('none'), mobility: invented(), engineering: judged('none'), readinessDays: judged('planning practice, 30 to 60 days'), monthlyCostUsd: PAID, selfSustainmentDays: judged('planning practice, 30') }),
  },
  {
    id: 'logistics-company', name: { en: 'Logistics company', fr: 'Compagnie logistique' }, group: 'support', ...ARMED, ...LORRIES,
    people: 160, vehicles: 50, cargoTonnes: 750, containers: 45, reachKm: 20, protection: 0.1, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: 14, readinessDays: 120, monthlyCostUsd: 464_000, selfSustainmentDays: 60,
    symbol: symbolCode('company', '163400'),
    ...sourced({ people: judged('planning practice, 100 to 250'), vehicles: judged('planning practice, 40 to 60'), cargoTonnes: judged('planning practice, 500 to 1,000 t'), reachKm: invented(), protection: invented(), mobility: invented(), engineering: judged('none'), readinessDays: judged('planning practice, 90 to 180 days'), monthlyCostUsd: PAID, selfSustainmentDays: SELF }),
  },
  {
    id: 'riverine-unit', name: { en: 'Riverine unit', fr: 'Unité fluviale' }, group: 'infantry', ...ARMED, travelKmDry: 120, travelKmWet: 140,
    people: 180, vehicles: 27, cargoTonnes: 400, containers: 25, reachKm: 90, protection: 0.8, mobility: 0.7, engineering: 0, supplyKgPerHeadDay: 18, readinessDays: 120, monthlyCostUsd: payments(180), selfSustainmentDays: 45,
    symbol: symbolCode('company', '121100', '0040'),
    ...sourced({ people: judged('planning practice, 90 to 250'), vehicles: judged('planning practice, 10 to 20 vehicles and 8 to 16 boats'), cargoTonnes: judged('planning practice, 200 to 600 t'), reachKm: judged('along the river, 60 to 120 km, planning practice'), travelKmDry: invented('MODEL; ten hours on the water'), travelKmWet: invented('MODEL; high water helps'), protection: invented('MODEL; river villages and barges'), mobility: invented(), engineering: judged('none'), readinessDays: judged('planning practice, 90 to 180 days'), monthlyCostUsd: PAID, selfSustainmentDays: judged('planning practice, 30 to 60') }),
  },
  {
    id: 'military-police-unit', name: { en: 'Military police unit', fr: 'Unité de police militaire' }, group: 'support', ...ARMED, ...LIGHT_VEHICLES,
    people: 35, vehicles: 10, cargoTonnes: 55, containers: 5, reachKm: 10, protection: 0.3, mobility: 0.4, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, readinessDays: 90, monthlyCostUsd: payments(35), selfSustainmentDays: 30,
    symbol: symbolCode('detachment', '141200'),
    ...sourced({ people: judged('planning practice, 20 to 60'), vehicles: judged('planning practice, 8 to 12'), cargoTonnes: judged('planning practice, 30 to 80 t'), reachKm: invented('MODEL; its base'), protection: invented(), mobility: invented(), engineering: judged('none'), readinessDays: judged('planning practice, 60 to 120 days'), monthlyCostUsd: PAID, selfSustainmentDays: judged('planning practice, 30') }),
  },
  {
    id: 'ordnance-disposal-company', name: { en: 'Ordnance disposal company', fr: 'Compagnie de neutralisation des explosifs' }, group: 'engineers', ...ARMED, ...LIGHT_VEHICLES,
    people: 80, vehicles: 15, cargoTonnes: 275, containers: 20, reachKm: 30, protection: 0.3, mobility: 0.5, engineering: 0.3, supplyKgPerHeadDay: 14, readinessDays: 90, monthlyCostUsd: 300_000, selfSustainmentDays: 45,
    symbol: symbolCode('company', '140800'),
    ...sourced({ people: judged('planning practice, 40 to 120'), vehicles: judged('planning practice, 10 to 20'), cargoTonnes: judged('planning practice, 150 to 400 t'), reachKm: invented('MODEL; along a main supply route'), protection: invented(), mobility: invented(), engineering: invented('MODEL; clears, does not build'), readinessDays: judged('planning practice, 60 to 180 days'), monthlyCostUsd: PRACTICE, selfSustainmentDays: judged('planning practice, 30 to 60') }),
  },
  {
    id: 'force-headquarters', name: { en: 'Force headquarters', fr: 'État-major de la force' }, group: 'command', ...ARMED, ...LIGHT_VEHICLES,
    people: 300, vehicles: 80, cargoTonnes: 700, containers: 60, reachKm: 10, protection: 0.1, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, readinessDays: 60, monthlyCostUsd: payments(300), selfSustainmentDays: 30,
    symbol: symbolCode('brigade', '110000', '9800', true),
    ...sourced({ people: measured('312 staff officers of a mature mission (UN, South Sudan, 2015); 350-person camp at start-up (UN planning workshop)'), vehicles: invented(), cargoTonnes: CARGO_RULE, reachKm: invented(), protection: invented(), mobility: invented(), engineering: judged('none'), monthlyCostUsd: PAID, selfSustainmentDays: invented() }),
  },
  {
    id: 'sector-headquarters', name: { en: 'Sector headquarters', fr: 'État-major de secteur' }, group: 'command', ...ARMED, ...LIGHT_VEHICLES,
    people: 80, vehicles: 25, cargoTonnes: 250, containers: 20, reachKm: 10, protection: 0.1, mobility: 0.3, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, readinessDays: 60, monthlyCostUsd: payments(80), selfSustainmentDays: 30,
    symbol: symbolCode('battalion', '110000', '9800', true),
    ...sourced({ people: invented('MODEL; a quarter of a force headquarters'), vehicles: invented(), cargoTonnes: CARGO_RULE, reachKm: invented(), protection: invented(), mobility: invented(), engineering: judged('none'), monthlyCostUsd: PAID, selfSustainmentDays: invented() }),
  },
];
