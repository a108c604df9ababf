/** How long things take, reckoned before a run: sums of log-normal phases (Fenton 1960, matched moments), as a planner would quote them. */
import { exp, log } from '../kernel/math.ts';
import { READINESS } from '../engine/schedule.ts';
import { parametersFor, type Parameters, type PresetName } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { UnitType } from '../scenario/units.ts';
import { portOf } from './load-plan.ts';
import { findWay } from './ways.ts';

/** Standard normal quantile of 0.9. */
const Z90 = 1.2815515655446004;

export interface LeadTime {
  /** Days from the order: one in ten is quicker, half, nine in ten. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

interface Phase { readonly median: number; readonly sigma: number }

/** The parameters a plan is checked with, those of a preset and the scenario's own. */
export function parametersOf(scenario: Pick<Scenario, 'parameters'>, preset: PresetName = 'conservative'): Parameters {
  return parametersFor(preset, Object.fromEntries(Object.entries(scenario.parameters).map(([name, row]) => [name, row.value])));
}

/** Quantiles of a sum of phases in a row that share one factor, and of certain days. */
export function sumOfPhases(phases: readonly Phase[], certainDays: number, sharedSigma: number): LeadTime {
  let mean = 0;
  let variance = 0;
  for (const { median, sigma } of phases) {
    if (median <= 0) continue;
    const own = median * exp((sigma * sigma) / 2);
    mean += own;
    variance += own * own * (exp(sigma * sigma) - 1);
  }
  if (mean === 0) return { low: certainDays, median: certainDays, high: certainDays };
  variance += mean * mean * (exp(sharedSigma * sharedSigma) - 1);
  const spread = log(1 + variance / (mean * mean));
  const middle = log(mean) - spread / 2;
  const at = (z: number) => certainDays + exp(middle + z * Math.sqrt(spread));
  return { low: at(-Z90), median: at(0), high: at(Z90) };
}

/** Phases of a unit on its way, found to received, by readiness of the pledge. */
function phasesOf(readiness: number, place: number, sailing: number, road: number, p: Parameters): Phase[] {
  const name = READINESS[readiness] ?? 'standard';
  const received = { median: p.receptionDays, sigma: p.receptionSigma };
  const travel = { median: road, sigma: p.travelSigma };
  const short = p.variantSigma;
  if (name === 'rehat') return [{ median: p.rehatGenerationDays, sigma: short }, { median: p.rehatReadinessDays, sigma: short }];
  if (name === 'bridging') return [{ median: p.bridgingGenerationDays, sigma: short }, { median: p.bridgingReadinessDays, sigma: short }, { median: p.bridgingLoadingDays, sigma: short }, { median: p.bridgingFlightDays, sigma: short }, travel];
  const sea = [{ median: sailing, sigma: p.sailingSigma }, { median: p.clearanceDays, sigma: p.clearanceSigma }, travel, received];
  if (name === 'rapid') return [{ median: p.rapidGenerationDays, sigma: short }, { median: p.rapidReadinessDays, sigma: short }, { median: p.rapidLoadingDays, sigma: short }, ...sea];
  if (name === 'transfer') return [{ median: p.transferGenerationDays, sigma: short }, { median: p.transferReadinessDays, sigma: short }, { median: p.transferLoadingDays, sigma: short }, ...sea];
  const found = p.generationDays * (1 + p.generationSuccession * place);
  const prepared = Math.max(p.preparationFloor * p.readinessDays, p.readinessDays - p.preparationOverlap * found);
  return [{ median: found, sigma: p.generationSigma }, { median: prepared, sigma: p.readinessSigma }, { median: p.loadingDays, sigma: p.loadingSigma }, ...sea];
}

/**
 * Lead time of units from the order, mandate and money given, to the last of them received with its equipment.
 * @param readiness READINESS index of the pledge, −1 for standard
 */
export function leadTime(scenario: Scenario, type: UnitType, number: number, readiness: number, to: string, p: Parameters): LeadTime {
  const way = findWay(scenario, scenario.entry.port, to, 'dry', p);
  const cargo = type.cargoTonnes * number;
  const isOwn = READINESS[readiness] === 'bridging' || READINESS[readiness] === 'rehat';
  const sea = scenario.lift.seaTonnes > 0 ? cargo / scenario.lift.seaTonnes : 0;
  const port = portOf(scenario, p);
  const narrow = way !== undefined && Number.isFinite(way.tonnesADay) && way.tonnesADay > 0 ? cargo / (way.tonnesADay * p.routeShareUnits) : 0;
  const queues = isOwn ? 0 : sea + (port > 0 ? cargo / port : 0) + narrow;
  const phases = (place: number) => phasesOf(readiness, place, scenario.lift.sailing, way === undefined ? 0 : Math.max(0.5, way.days), p);
  const first = sumOfPhases(phases(0), queues, p.missionDelaySigma);
  const last = sumOfPhases(phases(number - 1), queues, p.missionDelaySigma);
  return { low: first.low, median: (first.median + last.median) / 2, high: last.high };
}
