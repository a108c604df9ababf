/**
 * Load plan of a unit: what it eats, and what it takes to bring it: sorties, sailings, lorries, days. Plain arithmetic of
 * planning practice, line by line; nothing is drawn and nothing is simulated.
 */
import { AIRCRAFT, AIRFIELDS, CONVOY_KM_DAY, NORMS, SHIPS, type Norm } from '../scenario/norms.ts';
import type { Parameters } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { UnitFigure, UnitType } from '../scenario/units.ts';
import type { Words } from './action.ts';
import { loadLine, term, words, type LoadLine, type LoadPart } from './load-lines.ts';
import { findWay, type Season, turnDays } from './ways.ts';

const U = {
  people: words('people', 'personnes'), units: words('units', 'unités'), kgHead: words('kg a head and day', 'kg par personne et par jour'), litresHead: words('L a head and day', 'L par personne et par jour'),
  perTonne: words('kg a tonne', 'kg par tonne'), kgLitre: words('kg a litre', 'kg par litre'), tDay: words('t a day', 't par jour'), litresDay: words('L a day', 'L par jour'), tonnes: words('t', 't'),
  days: words('days', 'jours'), kgPerson: words('kg a person', 'kg par personne'), seats: words('seats', 'places'), sorties: words('sorties', 'rotations'), tSortie: words('t a sortie', 't par rotation'),
  tSailing: words('t a sailing', 't par voyage'), sailings: words('sailings', 'voyages'), peopleDay: words('people a day', 'personnes par jour'), tLorry: words('t a lorry', 't par camion'), loads: words('loads', 'chargements'),
  km: words('km', 'km'), kmDay: words('km a day', 'km par jour'), turns: words('turns', 'tours'), lorries: words('lorries', 'camions'), share: words('', ''), none: words('', ''), helicopters: words('helicopters', 'hélicoptères'),
  tHelicopter: words('t a helicopter and day', 't par hélicoptère et par jour'), onRamp: words('aircraft on the ramp', 'aéronefs au sol'), hours: words('hours a day', 'heures par jour'), groundHours: words('hours on the ground', 'heures au sol'),
  litresTonne: words('L a tonne', 'L par tonne'), containers: words('containers', 'conteneurs'), sortiesDay: words('sorties a day', 'rotations par jour'),
} as const satisfies Readonly<Record<string, Words>>;

/** "1 unit", "2 units". */
const unitsWord = (number: number): Words => (number === 1 ? words('unit', 'unité') : U.units);

/** How far a lorry drives and what the way carries; without a scenario a road of planning practice. */
interface Road { readonly days: Readonly<Record<Season, number>>; readonly km: number; readonly tonnesADay: Readonly<Record<Season, number>>; readonly source: string }

export interface LoadRequest {
  readonly type: UnitType;
  /** Units of the type. */
  readonly number: number;
  readonly p: Parameters;
  /** Where it goes; left out for a unit in the abstract. */
  readonly scenario?: Scenario;
  readonly to?: string;
  /** Road from the port without a scenario, km of laterite. */
  readonly roadKm?: number;
  /** Days in which the lorries are to carry the unit. */
  readonly roadPeriod?: number;
}

export interface LoadPlan {
  readonly unit: string;
  readonly number: number;
  readonly people: number;
  readonly cargoTonnes: number;
  readonly lines: readonly LoadLine[];
  /** Things the arithmetic leaves out or cannot know. */
  readonly notes: readonly Words[];
}

/** A road of planning practice where no scenario is given. MODEL. */
const USUAL_ROAD_KM = 500;
const USUAL_PERIOD = 30;
const KG_PER_TONNE = 1000;

/** The load plan of some units of a type. */
export function loadPlan(request: LoadRequest): LoadPlan {
  const { type, number } = request;
  const people = type.people * number;
  const cargoTonnes = type.cargoTonnes * number;
  const road = roadOf(request);
  const lines = [...sustainment(request, people), ...peopleLift(request, people), ...airLift(request, cargoTonnes), ...seaLift(request, cargoTonnes)];
  const result = (key: string) => lines.find(line => line.key === key)!.result;
  lines.push(...roadLift(request, cargoTonnes, road), ...resupply(result('dry-and-fuel'), road));
  lines.push(...time(request, cargoTonnes, road, lines));
  return { unit: type.id, number, people, cargoTonnes, lines, notes: notesOf(request, road) };
}

const normLine = (key: string, part: LoadPart, what: Words, terms: LoadLine['terms'], unit: Words, norm: Norm, isWhole = false): LoadLine => loadLine({ key, part, what, terms, unit, isWhole, source: norm.source, confidence: norm.confidence });

function sustainment({ type }: LoadRequest, people: number): LoadLine[] {
  const head = (value: number, unit: Words) => [term('', people, U.people), term('×', value, unit)];
  const perTonne = term('÷', KG_PER_TONNE, U.perTonne);
  const litres = Math.round(((type.supplyKgPerHeadDay - NORMS.rationsKg.value - NORMS.sparesKg.value) / NORMS.fuelKgPerLitre.value) * 100) / 100;
  const fuel: Norm = type.supplyKgPerHeadDay === 11 ? NORMS.fuelLitres : { ...NORMS.fuelLitres, source: type.source.supplyKgPerHeadDay, confidence: type.confidence.supplyKgPerHeadDay };
  const rations = normLine('rations', 'sustainment', words('Rations', 'Vivres'), [...head(NORMS.rationsKg.value, U.kgHead), perTonne], U.tDay, NORMS.rationsKg);
  const fuelLitres = normLine('fuel-litres', 'sustainment', words('Fuel', 'Carburant'), head(litres, U.litresHead), U.litresDay, fuel);
  const fuelTonnes = normLine('fuel', 'sustainment', words('Fuel by weight', 'Carburant en poids'), [term('', fuelLitres.result, U.litresDay), term('×', NORMS.fuelKgPerLitre.value, U.kgLitre), perTonne], U.tDay, NORMS.fuelKgPerLitre);
  const spares = normLine('spares', 'sustainment', words('Spares and general supplies', 'Pièces et matériel courant'), [...head(NORMS.sparesKg.value, U.kgHead), perTonne], U.tDay, NORMS.sparesKg);
  const drinking = normLine('drinking-water', 'sustainment', words('Drinking water, if it has to be carried', 'Eau de boisson, si elle est transportée'), [...head(NORMS.drinkingLitres.value, U.litresHead), term('÷', KG_PER_TONNE, U.litresTonne)], U.tDay, NORMS.drinkingLitres);
  const water = normLine('water', 'sustainment', words('All water, if there are no wells', 'Toute l’eau, faute de puits'), [...head(NORMS.waterLitres.value, U.litresHead), term('÷', KG_PER_TONNE, U.litresTonne)], U.tDay, NORMS.waterLitres);
  const sum = loadLine({ key: 'dry-and-fuel', part: 'sustainment', what: words('Dry cargo and fuel', 'Fret sec et carburant'), terms: [term('', rations.result, U.tDay), term('+', fuelTonnes.result, U.tDay), term('+', spares.result, U.tDay)], unit: U.tDay, source: 'sum of the lines above', confidence: 'judged' });
  const month = normLine('month', 'sustainment', words('The same by month', 'Le même par mois'), [term('', sum.result, U.tDay), term('×', NORMS.monthDays.value, U.days)], U.tonnes, NORMS.monthDays);
  const bottled = loadLine({ key: 'with-drinking-water', part: 'sustainment', what: words('With drinking water', 'Avec l’eau de boisson'), terms: [term('', sum.result, U.tDay), term('+', drinking.result, U.tDay)], unit: U.tDay, source: 'sum of the lines above', confidence: 'judged' });
  const own = figureLine(type, 'selfSustainmentDays', { key: 'own-stocks', part: 'sustainment', what: words('Own stocks on arrival', 'Stocks propres à l’arrivée'), terms: [term('', sum.result, U.tDay), term('×', type.selfSustainmentDays, U.days)], unit: U.tonnes });
  return [rations, fuelLitres, fuelTonnes, spares, drinking, water, sum, month, bottled, own];
}

/** A line whose factor is a figure of the unit type. */
function figureLine(type: UnitType, name: UnitFigure, line: { readonly key: string; readonly part: LoadPart; readonly what: Words; readonly terms: LoadLine['terms']; readonly unit: Words; readonly isWhole?: boolean }): LoadLine {
  return loadLine({ ...line, source: type.source[name], confidence: type.confidence[name] });
}

function peopleLift({ scenario }: LoadRequest, people: number): LoadLine[] {
  const lines = [normLine('baggage', 'people', words('Baggage', 'Bagages'), [term('', people, U.people), term('×', NORMS.baggageKg.value, U.kgPerson), term('÷', KG_PER_TONNE, U.perTonne)], U.tonnes, NORMS.baggageKg)];
  for (const { id, name, seats, tonnes } of AIRCRAFT) {
    if (seats > 0) lines.push(loadLine({ key: `seats-${id}`, part: 'people', what: words(`People by ${name.en}`, `Personnes par ${name.fr}`), terms: [term('', people, U.people), term('÷', seats, U.seats)], unit: U.sorties, isWhole: true, source: `${seats} seats; ${tonnes.source}`, confidence: tonnes.confidence }));
  }
  if (scenario !== undefined) {
    const seats = seatsOf(scenario);
    lines.push(loadLine({ key: 'seat-days', part: 'people', what: words('Days of the seats all orders share', 'Jours de toutes les places disponibles'), terms: [term('', people, U.people), term('÷', seats, U.peopleDay)], unit: U.days, isWhole: true, source: `scenario "${scenario.id}": seats by air and passengers of the entry airfield`, confidence: 'judged' }));
  }
  return lines;
}

/** Seats a day into the theatre: the lift pool, within what the entry airfield takes. */
export function seatsOf(scenario: Scenario): number {
  const passengers = scenario.sites.find(site => site.id === scenario.entry.airfield)?.passengers;
  return Math.min(scenario.lift.airSeats, passengers ?? scenario.lift.airSeats);
}

/** Tonnes a day of units' equipment through the entry port, dry. */
export function portOf(scenario: Scenario, p: Parameters): number {
  return (scenario.sites.find(site => site.id === scenario.entry.port)?.throughput ?? 0) * p.portShareUnits;
}

function airLift({ type, number }: LoadRequest, cargo: number): LoadLine[] {
  const lines: LoadLine[] = [figureLine(type, 'cargoTonnes', { key: 'cargo', part: 'air', what: words('Cargo to move, vehicles included', 'Fret à transporter, véhicules compris'), terms: [term('', number, unitsWord(number)), term('×', type.cargoTonnes, U.tonnes)], unit: U.tonnes })];
  for (const { id, name, tonnes } of AIRCRAFT) {
    if (tonnes.value > 0) lines.push(normLine(`sorties-${id}`, 'air', words(`If all of it flew: ${name.en}`, `Si tout était transporté par air : ${name.fr}`), [term('', cargo, U.tonnes), term('÷', tonnes.value, U.tSortie)], U.sorties, tonnes, true));
  }
  for (const field of AIRFIELDS) {
    const aircraft = AIRCRAFT.find(row => row.id === field.aircraft)!;
    const rate = normLine(`airfield-${field.id}`, 'air', words(`What a ${field.name.en} takes (${aircraft.name.en})`, `Capacité : ${field.name.fr} (${aircraft.name.fr})`), [term('', field.ramp, U.onRamp), term('×', aircraft.tonnes.value, U.tSortie), term('×', field.hours, U.hours), term('×', NORMS.airfieldEfficiency.value, U.share), term('÷', field.groundHours, U.groundHours)], U.tDay, { ...NORMS.airfieldEfficiency, source: `${NORMS.airfieldEfficiency.source}; ramp, hours and ground time MODEL`, confidence: 'invented' });
    lines.push(rate, loadLine({ key: `air-days-${field.id}`, part: 'air', what: words(`Days at a ${field.name.en}`, `Jours : ${field.name.fr}`), terms: [term('', cargo, U.tonnes), term('÷', rate.result, U.tDay)], unit: U.days, isWhole: true, source: 'the line above', confidence: 'invented' }));
  }
  return lines;
}

function seaLift({ type, number, scenario, p }: LoadRequest, cargo: number): LoadLine[] {
  const lines = SHIPS.map(({ id, name, tonnes }) => normLine(`sailings-${id}`, 'sea', words(name.en, name.fr.charAt(0).toUpperCase() + name.fr.slice(1)), [term('', cargo, U.tonnes), term('÷', tonnes.value, U.tSailing)], U.sailings, tonnes, true));
  lines.push(figureLine(type, 'containers', { key: 'containers', part: 'sea', what: words('Containers of 20 feet', 'Conteneurs de 20 pieds'), terms: [term('', number, unitsWord(number)), term('×', type.containers, U.containers)], unit: U.containers }));
  if (scenario === undefined) return lines;
  const source = `scenario "${scenario.id}"`;
  lines.push(loadLine({ key: 'embark-days', part: 'sea', what: words('Days to embark with the sea lift all orders share', 'Jours d’embarquement avec tout le transport maritime'), terms: [term('', cargo, U.tonnes), term('÷', scenario.lift.seaTonnes, U.tDay)], unit: U.days, isWhole: true, source: `${source}: cargo by sea`, confidence: 'judged' }));
  lines.push(loadLine({ key: 'port-days', part: 'sea', what: words('Days through the port, dry season', 'Jours au port, en saison sèche'), terms: [term('', cargo, U.tonnes), term('÷', portOf(scenario, p), U.tDay)], unit: U.days, isWhole: true, source: `${source}: cargo the port clears × ${p.portShareUnits} for units`, confidence: 'judged' }));
  return lines;
}

function roadOf({ scenario, to, p, roadKm = USUAL_ROAD_KM }: LoadRequest): Road | undefined {
  if (scenario === undefined || to === undefined) {
    const [dry, rains] = CONVOY_KM_DAY.laterite;
    return { km: roadKm, days: { dry: roadKm / dry, rains: roadKm / rains }, tonnesADay: { dry: Infinity, rains: Infinity }, source: `a laterite road of ${roadKm} km; convoy speeds MODEL on published convoys` };
  }
  const dry = findWay(scenario, scenario.entry.port, to, 'dry', p);
  if (dry === undefined) return undefined;
  const rains = findWay(scenario, scenario.entry.port, to, 'rains', p);
  const by = dry.links.length === 0 ? 'at the port itself' : dry.links.map(link => link.id).join(', ');
  return { km: dry.km, days: { dry: dry.days, rains: rains?.days ?? Infinity }, tonnesADay: { dry: dry.tonnesADay * p.routeShareUnits, rains: (rains?.tonnesADay ?? 0) * p.routeShareUnits }, source: `scenario "${scenario.id}": ${by}; convoy speeds MODEL` };
}

const SEASONS = [['dry', words('dry season', 'saison sèche')], ['rains', words('rains', 'saison des pluies')]] as const;

function roadLift({ roadPeriod = USUAL_PERIOD }: LoadRequest, cargo: number, road: Road | undefined): LoadLine[] {
  if (road === undefined || road.km === 0) return [];
  const loads = normLine('loads', 'road', words('Lorry loads', 'Chargements de camion'), [term('', cargo, U.tonnes), term('÷', NORMS.lorryTonnes.value, U.tLorry)], U.loads, NORMS.lorryTonnes, true);
  const lines = [loads];
  for (const [season, name] of SEASONS) {
    const days = road.days[season];
    if (!Number.isFinite(days)) continue;
    const line = (key: string, what: Words, terms: LoadLine['terms'], unit: Words, source: string, isWhole = false) => loadLine({ key: `${key}-${season}`, part: 'road', what: words(`${what.en}, ${name.en}`, `${what.fr}, ${name.fr}`), terms, unit, isWhole, source, confidence: 'judged' });
    const drive = line('drive', words('Drive one way', 'Trajet aller'), [term('', road.km, U.km), term('÷', road.km / days, U.kmDay)], U.days, road.source);
    const turn = line('turn', words('Turn of a lorry', 'Tour d’un camion'), [term('', drive.result, U.days), term('×', 2, U.none), term('×', NORMS.turnMargin.value, U.none)], U.days, NORMS.turnMargin.source);
    const turns = line('turns', words(`Turns in ${roadPeriod} days`, `Tours en ${roadPeriod} jours`), [term('', roadPeriod, U.days), term('÷', turn.result, U.days)], U.turns, NORMS.turnMargin.source);
    const fleet = line('lorries', words(`Lorries to carry it in ${roadPeriod} days`, `Camions pour tout transporter en ${roadPeriod} jours`), [term('', loads.result, U.loads), term('÷', turns.result, U.turns), term('÷', NORMS.lorryAvailability.value, U.share)], U.lorries, `${NORMS.turnMargin.source}; ${NORMS.lorryAvailability.source}`, true);
    lines.push(drive, turn, turns, fleet);
    if (Number.isFinite(road.tonnesADay[season]) && road.tonnesADay[season] > 0) lines.push(line('way-days', words('Days the way needs to carry it', 'Jours nécessaires sur l’itinéraire'), [term('', cargo, U.tonnes), term('÷', road.tonnesADay[season], U.tDay)], U.days, `${road.source}; share of the way for units`, true));
  }
  return lines;
}

function resupply(tonnesADay: number, road: Road | undefined): LoadLine[] {
  const lines: LoadLine[] = [];
  if (road !== undefined && road.km > 0) {
    for (const [season, name] of SEASONS) {
      if (!Number.isFinite(road.days[season])) continue;
      lines.push(loadLine({ key: `supply-lorries-${season}`, part: 'resupply', what: words(`Lorries to keep it supplied, ${name.en}`, `Camions pour la ravitailler, ${name.fr}`), terms: [term('', tonnesADay, U.tDay), term('×', turnDays({ days: road.days[season] }), U.days), term('÷', NORMS.lorryTonnes.value, U.tLorry), term('÷', NORMS.lorryAvailability.value, U.share)], unit: U.lorries, isWhole: true, source: `${NORMS.turnMargin.source}; ${NORMS.lorryAvailability.source}`, confidence: 'judged' }));
    }
  }
  lines.push(normLine('supply-helicopters', 'resupply', words('Helicopters to supply it where no road is open', 'Hélicoptères pour la ravitailler sans route'), [term('', tonnesADay, U.tDay), term('÷', NORMS.helicopterTonnesDay.value, U.tHelicopter)], U.helicopters, NORMS.helicopterTonnesDay, true));
  const mi17 = AIRCRAFT.find(row => row.id === 'mi-17')!;
  lines.push(normLine('supply-sorties', 'resupply', words('Their sorties', 'Leurs rotations'), [term('', tonnesADay, U.tDay), term('÷', mi17.tonnes.value, U.tSortie)], U.sortiesDay, mi17.tonnes, true));
  return lines;
}

function time({ type, scenario, p }: LoadRequest, cargo: number, road: Road | undefined, lines: readonly LoadLine[]): LoadLine[] {
  const days = (key: string) => lines.find(line => line.key === key)?.result ?? 0;
  const sailing = scenario?.lift.sailing ?? 18;
  const drive = road === undefined ? 0 : road.days.dry;
  const lift = [term('', p.loadingDays, words('days to load', 'jours de chargement')), term('+', days('embark-days'), words('to embark', 'd’embarquement')), term('+', sailing, words('at sea', 'en mer')), term('+', p.clearanceDays, words('to clear', 'de dédouanement')), term('+', days('port-days'), words('through the port', 'au port')),
    term('+', Math.max(drive, days('way-days-dry')), words('on the road', 'sur la route')), term('+', p.receptionDays, words('to be received', 'd’accueil'))].filter(({ value }) => value > 0);
  const moved = loadLine({ key: 'lift-days', part: 'time', what: words('From ready to received, dry season, medians in a row', 'De prête à accueillie, saison sèche, médianes à la suite'), terms: lift, unit: U.days, source: `phases of planning practice; ${scenario === undefined ? 'sea leg of 18 days (published legs of 6 to 27)' : `sailing of scenario "${scenario.id}"`}; ${cargo} t`, confidence: 'judged' });
  const whole = loadLine({ key: 'whole-days', part: 'time', what: words('From order to received, at standard readiness', 'De l’ordre à l’accueil, préparation normale'), terms: [term('', p.generationDays, words('days to be found', 'jours de recherche')), term('+', type.readinessDays, words('to be ready', 'de préparation')), term('+', moved.result, words('to be moved', 'de transport'))], unit: U.days, source: `phases of planning practice; ${type.source.readinessDays}`, confidence: 'judged' });
  return [moved, whole];
}

function notesOf({ scenario, to, type }: LoadRequest, road: Road | undefined): Words[] {
  const notes: Words[] = [];
  if (scenario !== undefined && to !== undefined && road === undefined) notes.push(words(`No road is open from ${scenario.entry.port} to ${to}, even in the dry season; lorries are left out.`, `Aucune route n’est ouverte de ${scenario.entry.port} à ${to}, même en saison sèche ; les camions ne sont pas comptés.`));
  else if (road !== undefined && !Number.isFinite(road.days.rains)) notes.push(words(`At the height of the rains the way is cut; it has to live on its stocks (${type.selfSustainmentDays} days on arrival) or be supplied by air.`, `Au plus fort des pluies la route est coupée ; l’unité vit sur ses stocks (${type.selfSustainmentDays} jours à l’arrivée) ou est ravitaillée par air.`));
  notes.push(words('Battalions move by sea: air lift of equipment is for advance parties and enablers.', 'Un bataillon se déplace par mer : le transport aérien du matériel sert aux détachements précurseurs.'));
  notes.push(words('All water cannot be carried for long: a base needs wells or a river before it can hold many people.', 'On ne peut pas transporter longtemps toute l’eau : une base a besoin de puits ou d’un cours d’eau.'));
  return notes;
}
