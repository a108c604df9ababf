/** Formulas of the response: units on their way, routes, supply, presence and protection, field orders, relief, money. */
import { fieldOrders } from '../../engine/mechanisms/field-orders.ts';
import { lift } from '../../engine/mechanisms/lift.ts';
import { commitmentOf, money } from '../../engine/mechanisms/money.ts';
import { travelShare } from '../../engine/mechanisms/movement.ts';
import { presence } from '../../engine/mechanisms/presence.ts';
import { relief } from '../../engine/mechanisms/relief.ts';
import { routes } from '../../engine/mechanisms/routes.ts';
import { supply } from '../../engine/mechanisms/supply.ts';
import type { Run } from '../../engine/run.ts';
import { READINESS } from '../../engine/schedule.ts';
import { COMMODITIES } from '../../engine/state.ts';
import { generationDays, loadingDays, readinessDays, sailingDays } from '../../engine/unit-stages.ts';
import { UNIT_TYPES } from '../../scenario/units.ts';
import { aroundBase, formula, grid, type Formula } from './grid.ts';
import { HILLS, tinyOrder, tinyRun, tinyScenario } from './tiny-world.ts';

/** The battalion in place in the hills. */
const UNIT = 0;

const unitPhases = formula('unit-phases', 'readiness of the pledge, place in the order (units asked for before it), number of the future → force generation, readiness, loading and sailing (days, log-normal), the shock they share (factor)', 'generationSuccession',
  grid({ readiness: READINESS as readonly string[], place: [0, 2], future: [0, 1, 2, 3] }), (input, overrides) => {
    const run = tinyRun(overrides, [tinyOrder('deploy', 3, { readiness: READINESS.indexOf(input.readiness as 'rapid') })], {}, input.future);
    const u = run.o.unitFirst[0]! + input.place;
    return { generation: generationDays(run, u), readinessDays: readinessDays(run, u), loading: loadingDays(run, u), sailing: sailingDays(run, u), sharedShock: run.s.missionDelayFactor[0]! };
  });

const liftOfDay = formula('lift-capacity', 'wetness at the port and the airfield → seats (people/day), sea lift and port (t/day) left for all orders', { input: 'wetness' }, grid({ wetness: [0, 0.25, 0.5, 1] }), (input, overrides) => {
  const run = tinyRun(overrides);
  run.s.wetness[0] = input.wetness;
  lift.run(run);
  return { seats: run.s.seatsLeft[0]!, sea: run.s.seaLeft[0]!, port: run.s.portLeft[0]! };
});

const travel = formula('travel', 'travel time of the path (days), days of it owed to insecurity, factor of the unit, obstruction by the host → share of the way covered in a day', { input: 'days' },
  grid({ days: [0.2, 2, 9], riskDays: [0, 1], factor: [0.8, 1.4], obstruction: [1, 2.5] }), (input, overrides) => {
    const run = tinyRun(overrides);
    run.s.obstruction[0] = input.obstruction;
    return { share: travelShare(run, input.days, input.riskDays, input.factor, 0) };
  });

const SURFACES = ['paved', 'laterite', 'track'] as const;
const ROAD = { surface: 'laterite', wetness: 0, damage: 0, work: 0, memory: 0, engineers: 0 };
const routeState = formula('route', 'surface, wetness (0–1), damage and work done on it (0–1), memory of incidents at its far end, engineer companies there → state (0 open, 1 degraded, 2 cut), capacity (t/day of 200), travel time of 100 km (days), risk, hazard of damage (1/day), damage left', 'linkDamageWetPerDay', [
  ...grid({ surface: SURFACES as readonly string[], wetness: [0, 0.3, 0.6, 1], damage: [0, 0.4], work: [0, 1], memory: [0], engineers: [0] }),
  ...aroundBase<typeof ROAD>(ROAD, { damage: [0.8], memory: [2, 10, 40], engineers: [2] }).slice(1), ...aroundBase({ ...ROAD, damage: 0.6, wetness: 0.8 }, { engineers: [1, 4], memory: [10] }),
], (input, overrides) => {
  const links = tinyScenario().links.map(link => (link.id === 'road' ? { ...link, surface: input.surface as (typeof SURFACES)[number] } : link));
  const run = tinyRun(overrides, [], { links });
  const { s } = run;
  s.wetness[0] = input.wetness;
  s.linkDamage[0] = input.damage;
  s.linkWork[0] = input.work;
  s.memory[HILLS] = input.memory;
  s.engineers[HILLS] = input.engineers;
  s.linkThreshold.fill(Infinity);
  routes.run(run);
  return { state: s.linkState[0]!, capacity: s.linkCapacity[0]!, days: s.linkDays[0]!, risk: s.linkRisk[0]!, hazardPerDay: s.linkHazard[0]!, damage: s.linkDamage[0] };
});

/** Sets `days` of the use of the hills in their store, on a road that carries `road` tonnes. */
function stockedFor(run: Run, days: number, road: number): void {
  const { s, t } = run;
  for (let c = 0; c < COMMODITIES.length; c++) s.supplyStock[HILLS * COMMODITIES.length + c]! *= days / t.stockDays;
  s.routeLink[HILLS] = 0;
  s.linkLeft[0] = road;
  s.linkCapacity[0] = road;
}

const stocks = formula('supply', 'days of supply at a base of 850 people, tonnes its road carries, consumption of rations (kg by head) → days of supply a day later, effect left (share), tonnes taken off the road', 'refillPace',
  [...grid({ days: [0, 1, 3, 5, 8, 12, 15, 20, 30], road: [0, 5, 200], rationsKg: [2.2] }), ...grid({ days: [3, 12], road: [5], rationsKg: [1.9, 2.5] })], (input, overrides) => {
    const run = tinyRun({ ...overrides, rationsKg: input.rationsKg });
    stockedFor(run, input.days, input.road);
    supply.run(run);
    return { days: run.s.supplyDays[HILLS]!, effect: run.s.supplyEffect[HILLS]!, carried: input.road - run.s.linkLeft[0]! };
  });

/** The battalion with `people` of its strength at work. */
function atWork(run: Run, people: number): void {
  run.s.unitArrived[UNIT] = people;
  presence.run(run);
}

const CONDITIONS = { kit: 1, supply: 1, consent: 0.7, shock: 0, will: 0.6, mission: 1 };
const unitEffect = formula('unit-effect', 'share of its equipment there, effect of supply, consent, casualty shock, political will (0–1), an authorised mission (0 or 1) → effect of a battalion at full strength (share)', 'kitlessEffect',
  aroundBase(CONDITIONS, { kit: [0, 0.5], supply: [0.15, 0.75], consent: [0.1, 0.4], shock: [0.3, 0.9], will: [0.1, 0.4], mission: [0] }).concat({ kit: 0.5, supply: 0.4, consent: 0.3, shock: 0.5, will: 0.3, mission: 1 }), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.unitCargoArrived[UNIT]! *= input.kit;
    s.supplyEffect[HILLS] = input.supply;
    s.consent[0] = input.consent;
    s.casualtyShock[0] = input.shock;
    s.will[0] = input.will;
    s.missionPresent[0] = input.mission;
    atWork(run, 850);
    return { effect: s.unitEffect[UNIT]! };
  });

const theatre = formula('protection-theatre', 'effective troops in the country → factor on battles, factor on campaigns and on killing by rebels and militias', 'theatreAttacks', grid({ troops: [0, 500, 2000, 5000, 10_000, 20_000, 40_000] }), (input, overrides) => {
  const run = tinyRun(overrides);
  run.s.will[0] = 1;
  atWork(run, input.troops);
  return { battles: run.s.battleFactor[0]!, attacks: run.s.attackFactor[0]! };
});

const local = formula('protection-local', 'effective troops in a region, wetness (0–1), places in a forward base, a robust mandate (0 or 1) → coverage (share of exposed people), factor on killing there by rebels and militias, and by the host government', 'troopsPerBase', [
  ...grid({ troops: [0, 100, 430, 850, 2000, 6000], wetness: [0, 1], forwardBase: [0, 850], robust: [0] }), ...grid({ troops: [850], wetness: [0], forwardBase: [0], robust: [1] }),
], (input, overrides) => {
  const run = tinyRun(overrides);
  const { s } = run;
  s.will[0] = 1;
  s.wetness[0] = input.wetness;
  s.baseCapacity[HILLS] = input.forwardBase;
  s.robustMandate[0] = input.robust;
  atWork(run, input.troops);
  return { coverage: s.coverage[HILLS]!, rebels: s.localRebelFactor[HILLS]!, host: s.localHostFactor[HILLS]! };
});

const roadWorks = formula('road-works', 'engineer companies, wetness, risk of the road (0–1), damage before (0–1) → share of the works done in a day, damage left', 'routeWorksPerDay', grid({ companies: [1, 3], wetness: [0, 0.6, 1], risk: [0, 0.5], damage: [0.5] }), (input, overrides) => {
  const run = tinyRun(overrides, [tinyOrder('open-route', input.companies)]);
  const { s } = run;
  s.rowStage[0] = 3;
  s.wetness[0] = input.wetness;
  s.linkRisk[0] = input.risk;
  s.linkDamage[0] = input.damage;
  fieldOrders.run(run);
  return { share: s.rowRamp[0]!, damage: s.linkDamage[0] };
});

const AID = { ordered: 20, store: 1000, road: 200, risk: 0.1, obstruction: 1, cash: 100_000_000 };
const aid = formula('relief', 'relief ordered and left on the road (t/day), national store (t), risk of the path (0–1), obstruction, cash (USD) → relief delivered (t), effect (share), store left (t)', 'convoyLoss',
  aroundBase(AID, { ordered: [5, 400], store: [0, 8], road: [0, 12], risk: [0.3, 0.6, 0.9], obstruction: [2.5], cash: [0, 20_000] }), (input, overrides) => {
    const run = tinyRun(overrides, [tinyOrder('aid', input.ordered, { extra: [0, 0, 0] })]);
    const { s } = run;
    s.rowStage[0] = 3;
    s.routeLink[HILLS] = 0;
    s.linkLeft[0] = input.road;
    s.linkCapacity[0] = 200;
    s.linkRisk[0] = input.risk;
    s.obstruction[0] = input.obstruction;
    s.aidDepot[0] = input.store;
    s.cash[0] = input.cash;
    relief.run(run);
    return { delivered: s.aidDelivered[HILLS]!, effect: s.rowEffect[0]!, store: s.aidDepot[0] };
  });

const commitment = formula('commitment', 'unit → money bound when it is ordered (USD)', 'commitDays', UNIT_TYPES.map(type => ({ unit: type.id })), (input, overrides) => {
  const run = tinyRun(overrides, [tinyOrder('deploy', 1, { unitType: UNIT_TYPES.findIndex(type => type.id === input.unit) })]);
  return { usd: commitmentOf(run, run.o.unitFirst[0]!) };
});

const income = formula('money', 'day, people authorised beyond those of D0, people at work → spent since D0 and cash after the day (USD), from 50 million in cash', 'budgetDays', grid({ day: [0, 60, 300], authorised: [0, 5000], people: [0, 850, 4000] }), (input, overrides) => {
  const run = tinyRun(overrides);
  const { s } = run;
  run.day = input.day;
  s.ceilingTroops[0]! += input.authorised;
  s.unitArrived[UNIT] = input.people;
  s.cash[0] = 50_000_000;
  money.run(run);
  return { spent: s.spent[0]!, cash: s.cash[0], budgetedPeople: s.budgetedPeople[0]! };
});

export const RESPONSE_FORMULAS: readonly Formula[] = [unitPhases, liftOfDay, travel, routeState, stocks, unitEffect, theatre, local, roadWorks, aid, commitment, income];
