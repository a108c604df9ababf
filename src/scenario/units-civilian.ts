/** Civilian components and contractors: unarmed teams under no ceiling of troops or police; the third part of the catalogue. */
import { ARMED, invented, judged, KG_PER_HEAD_DAY, LIGHT_VEHICLES, measured, sourced, symbolCode, type Note, type UnitType } from './unit-type.ts';

const CIVILIAN = { ...ARMED, ...LIGHT_VEHICLES, group: 'civilian', isObserver: true, isCivilian: true, protection: 0, mobility: 0.4, readinessDays: 60, selfSustainmentDays: 7 } as const;
const FIELD_OFFICE = judged('planning practice, 3 to 8 in a field office');

/** Sources that all civilian teams share. */
const notes = (people: Note, vehicles: Note, cost: Note, engineering: Note = judged('none')) => sourced({
  people, vehicles, engineering, monthlyCostUsd: cost, cargoTonnes: invented('MODEL; vehicles, office and baggage'), reachKm: judged('a day’s visit by road; MODEL'), protection: judged('unarmed'), mobility: invented(),
  readinessDays: judged('recruitment 30 to 90 days, planning practice'), selfSustainmentDays: invented('supported by the mission; MODEL'),
});

export const CIVILIANS: readonly UnitType[] = [
  {
    ...CIVILIAN, id: 'mine-action-team', name: { en: 'Mine action team', fr: 'Équipe d’action contre les mines' }, isObserver: false,
    people: 12, vehicles: 5, cargoTonnes: 30, containers: 3, reachKm: 30, engineering: 0.15, supplyKgPerHeadDay: 14, monthlyCostUsd: 150_000,
    symbol: symbolCode('team', '141400'), ...notes(judged('contracted teams of 8 to 15, planning practice'), invented(), invented('MODEL; contract'), invented('MODEL; clears, does not build')),
  },
  {
    ...CIVILIAN, id: 'civil-affairs-team', name: { en: 'Civil affairs team', fr: 'Équipe des affaires civiles' },
    people: 6, vehicles: 2, cargoTonnes: 8, containers: 1, reachKm: 60, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: 72_000,
    symbol: symbolCode('team', '110200'), ...notes(FIELD_OFFICE, invented(), invented('MODEL; 12,000 USD a head')),
  },
  {
    ...CIVILIAN, id: 'human-rights-team', name: { en: 'Human rights team', fr: 'Équipe des droits de l’homme' },
    people: 6, vehicles: 2, cargoTonnes: 8, containers: 1, reachKm: 60, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: 72_000,
    symbol: symbolCode('team', '110300'), ...notes(FIELD_OFFICE, invented(), invented('MODEL; 12,000 USD a head')),
  },
  {
    ...CIVILIAN, id: 'community-liaison-team', name: { en: 'Community liaison assistants', fr: 'Équipe d’assistants de liaison' }, readinessDays: 30,
    people: 3, vehicles: 1, cargoTonnes: 2, containers: 0, reachKm: 25, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: 4_500,
    symbol: symbolCode('team', '110500'), ...notes(measured('202 assistants at more than 70 bases (UN, DRC, 2014), three a base by rule'), invented(), invented('MODEL; local salaries of 1,500 USD')),
  },
  {
    ...CIVILIAN, id: 'disarmament-team', name: { en: 'Disarmament and reintegration team', fr: 'Équipe de désarmement et de réintégration' },
    people: 12, vehicles: 6, cargoTonnes: 40, containers: 4, reachKm: 60, engineering: 0, supplyKgPerHeadDay: KG_PER_HEAD_DAY, monthlyCostUsd: 150_000,
    symbol: symbolCode('team', '110200'), ...notes(judged('5 to 20 and contracted sites, planning practice'), invented(), invented('MODEL; salaries; camps are counted with programmes')),
  },
];
