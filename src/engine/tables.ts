/**
 * Tables: the scenario as dense numbers, constant during all runs. Ids become indexes here and nowhere else.
 *
 * Shapes: R regions, P parties, L links, K climates, N neighbours, V nodes (regions first, then sites off the
 * map), D candidate destinations of flight. partyRegion index = party · R + region.
 */
import type { Parameters } from '../scenario/parameters.ts';
import type { UnitType } from '../scenario/units.ts';
import type { PartnerTables } from './partner-tables.ts';
import type { InitialUnits } from './schedule.ts';

export interface Tables {
  readonly scenarioId: string;
  readonly days: number;
  /** Day number of D0 since 1970-01-01, and day of the year 1–366 of each scenario day. */
  readonly startDate: number;
  readonly dayOfYear: Int32Array;
  readonly p: Parameters;

  readonly R: number; readonly P: number; readonly L: number; readonly K: number; readonly N: number; readonly V: number; readonly D: number;
  readonly regionIds: readonly string[]; readonly partyIds: readonly string[]; readonly linkIds: readonly string[]; readonly nodeIds: readonly string[];
  readonly neighbourIds: readonly string[]; readonly contributorIds: readonly string[]; readonly climateIds: readonly string[];

  // draws
  readonly regionKey: Int32Array; readonly partyKey: Int32Array; readonly partyRegionKey: Int32Array; readonly linkKey: Int32Array;
  readonly climateKey: Int32Array; readonly neighbourKey: Int32Array; readonly contributorKey: Int32Array; readonly missionKey: number;

  // regions
  readonly population: Float64Array; readonly areaKm2: Float64Array; readonly regionClimate: Int32Array;
  /** Tension the region returns to, from its risk factors, 0–1. */
  readonly structuralRisk: Float64Array;
  /** The eight risk factors, R × 8. */
  readonly riskFactors: Float64Array;
  readonly income: Float64Array; readonly access: Float64Array;
  /** Share of exposed people within 20 km of the n largest places, R × 12, last value repeated. */
  readonly concentration: Float64Array;
  /** Off-road mobility of the terrain by season, 0–1: dry, wet. */
  readonly mobilityDry: Float64Array; readonly mobilityWet: Float64Array;
  /** People exposed to party p in region r, as a share of population. */
  readonly exposed: Float64Array;
  /** Capacity of camps and protected sites, people. */
  readonly siteCapacity: Float64Array;
  /** Adjacent regions by road, river or shared border, CSR. */
  readonly nearStart: Int32Array; readonly near: Int32Array;
  /** Position in km, for distances and drawing. */
  readonly x: Float64Array; readonly y: Float64Array;

  // flight: candidate destinations of region r are rows destinationStart[r] … destinationStart[r + 1] − 1
  readonly destinationStart: Int32Array;
  /** ≥ 0 a region; −1 − n the neighbour n. */
  readonly destination: Int32Array;
  /** Gravity weight before safety, dimensionless. */
  readonly destinationWeight: Float64Array;

  // parties
  readonly hostParty: number;
  /** 0 host government, 1 rebel, 2 militia, 3 external. */
  readonly partyKind: Int32Array;
  readonly strength0: Float64Array; readonly means0: Float64Array; readonly intent0: Float64Array;
  readonly battleRate: Float64Array; readonly civilianRate: Float64Array; readonly campaignRisk: Float64Array; readonly attitude: Float64Array;

  // seasons: first and last day of the rains, day of the year
  readonly wetFrom: Int32Array; readonly wetTo: Int32Array;

  // events, in order of day
  readonly events: {
    readonly count: number; readonly kind: Int32Array; readonly day: Int32Array; readonly party: Int32Array; readonly strength: Float64Array;
    readonly lasting: Int32Array; readonly neighbour: Int32Array; readonly open: Int32Array;
    /** Regions of event i: regionStart[i] … */
    readonly regionStart: Int32Array; readonly regions: Int32Array;
  };

  // neighbours
  readonly borderOpen0: Int32Array; readonly neighbourIncome: Float64Array; readonly neighbourConflict: Float64Array;
  /** Neighbours that border region r, CSR. */
  readonly borderStart: Int32Array; readonly border: Int32Array;

  // warning sources S
  readonly S: number;
  readonly sourceKind: Int32Array; readonly sourceKey: Int32Array; readonly sourceDetection: Float64Array; readonly sourcePreparation: Float64Array;
  readonly sourceDelay: Float64Array; readonly sourceFalse: Float64Array; readonly sourceReliability: Int32Array;
  /** S × R flags. */
  readonly sourceReach: Uint8Array;
  readonly sourceIds: readonly string[];
  /** USD a month of the usual work of each source, and USD a day of all. */
  readonly sourceUsd: Float64Array; readonly warningUsdPerDay: number;
  /** Armed groups known on D0 to stand in region r beside the host: 0 none, 0.5 some, 1 many. */
  readonly knownArmed: Float64Array;
  readonly alertLevels: Float64Array;

  // politics
  readonly mission0: { readonly present: boolean; readonly troops: number; readonly police: number; readonly robust: boolean; readonly protection: boolean; readonly multidimensional: boolean; readonly headquarters: number };
  readonly attention0: number; readonly consent0: number; readonly acceptance0: number;
  /** Mean position and spread of the Council, and whether a member with a veto is opposed. */
  readonly councilPosition: number; readonly councilDivergence: number; readonly vetoOpposed: number;
  /** Council members M: position on D0, veto flag, bloc (index, −1 none), response to attention, partners and costs. */
  readonly M: number;
  readonly memberPosition0: Float64Array; readonly memberVeto: Uint8Array; readonly memberBloc: Int32Array; readonly blocs: number;
  readonly memberAttention: Float64Array; readonly memberPartners: Float64Array; readonly memberCosts: Float64Array;
  /** Share of the General Assembly that backs a response; last day of the mandate of D0, −1 none. */
  readonly partnersCall0: number; readonly assemblySupport0: number; readonly mandateEnds0: number;
  /** How much neighbour n matters to party i for evading sanctions, P × N. */
  readonly evasionWeight: Float64Array;
  /** Decisions fixed by the record: day, troops, police, robust. */
  readonly decisionDays: Int32Array; readonly decisionTroops: Float64Array; readonly decisionPolice: Float64Array; readonly decisionRobust: Int32Array;

  /** Regional partners, by partner. */
  readonly partners: PartnerTables;

  // logistics
  readonly unitTypes: readonly UnitType[];
  /** Columns of the unit types, by index. */
  readonly unitPeople: Float64Array; readonly unitCargo: Float64Array; readonly unitVehicles: Float64Array; readonly unitIsPolice: Uint8Array; readonly unitProtection: Float64Array;
  readonly unitReachKm: Float64Array; readonly unitMonthlyCost: Float64Array; readonly unitEngineering: Float64Array; readonly unitMobility: Float64Array;
  /** Rations, fuel and spares, kg by head and day; days of own stocks on arrival; 1 for unarmed observers. */
  readonly unitSupplyKg: Float64Array; readonly unitSelfDays: Float64Array; readonly unitIsObserver: Uint8Array;
  /** Civilian teams stand under no ceiling. */
  readonly unitIsCivilian: Uint8Array;
  readonly initialUnits: InitialUnits & { readonly region: readonly number[]; readonly strength: readonly number[] };
  /** Links: end nodes, mode, surface (0 paved, 1 laterite, 2 track, 3 water, 4 air), length, capacity, insecurity, climate of the worse end. */
  readonly linkFrom: Int32Array; readonly linkTo: Int32Array; readonly linkMode: Int32Array; readonly linkSurface: Int32Array; readonly linkKm: Float64Array;
  readonly linkCapacity0: Float64Array; readonly linkInsecurity: Float64Array; readonly linkClimate: Int32Array;
  /** Links at node v, CSR. */
  readonly linksAtStart: Int32Array; readonly linksAt: Int32Array;
  readonly entryPort: number; readonly entryAirfield: number;
  readonly portTonnes: number; readonly portWet: number; readonly airSeats: number; readonly airfieldWet: number; readonly seaTonnes: number; readonly sailingDays: number;
  readonly stockAid: number; readonly stockDays: number;
  readonly budgetPerDay: number; readonly commitment: number; readonly liquidity: number;
  /** Contributors: partner flag and legitimacy of the partner, 0 where none. */
  readonly contributorPartner: Int32Array; readonly partnerWill: Float64Array; readonly partnerLegitimacy: Float64Array;
}
