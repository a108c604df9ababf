/**
 * A case against its record. One reporting factor at most for the whole case, on top of the reporting mechanism: it is fitted
 * so that the median future records as many deaths as the record, or held fixed, and printed. Nothing else is fitted here.
 */
import type { PresetName } from '../../scenario/parameters.ts';
import type { Executor } from '../executor.ts';
import { meanOf, quantile, sorted, sumOf } from '../statistics.ts';
import { ENGINE, type EngineVersions } from '../study.ts';
import { rankCorrelation } from '../validate/readings.ts';
import { simulateCase, type CaseFutures, type CaseOptions, type CaseRequest } from './futures.ts';
import type { DatedNumber, DeathSeries, Reference } from './reference.ts';
import { bandsOf, byMonths, ensembleScore, isInside, meets, modeOf, peakMonth, persistenceScore, type Bands } from './score.ts';

/** A stated criterion. */
export interface Check {
  readonly name: string;
  readonly value: number | string;
  readonly wanted: string;
  readonly holds: boolean;
}

export interface PeriodScore extends Bands { readonly label: string; readonly record: number; readonly low: number; readonly high: number }
export interface RegionScore extends Bands { readonly region: string; readonly record: number }
export interface NumberScore extends Bands { readonly date: string; readonly what: string; readonly place: string; readonly record: number; readonly low: number; readonly high: number; readonly inside: boolean }

export interface DeathScores {
  readonly step: 'week' | 'month';
  readonly periods: readonly PeriodScore[];
  readonly regions: readonly RegionScore[];
  /** Share of periods whose record lies inside the band. */
  readonly coverage50: number;
  readonly coverage90: number;
  /** Spearman's correlation of regions by deaths; null with fewer than three regions. */
  readonly rank: number | null;
  readonly peak: { readonly record: string; readonly modal: string; readonly share: number };
  /** Mean ranked probability score, deaths: of the futures, of persistence. */
  readonly crps: { readonly model: number; readonly naive: number };
}

export interface BacktestReport {
  readonly scenario: string;
  readonly plan: string;
  readonly seed: number;
  readonly runs: number;
  readonly preset: PresetName;
  readonly ensemble: string;
  readonly engine: EngineVersions;
  readonly hashes: { readonly scenario: string; readonly plan: string; readonly parameters: string; readonly reference: string };
  /** Recorded deaths for each death the reporting mechanism would record; 1 where nothing is compared. */
  readonly factor: { readonly value: number; readonly fitted: boolean };
  readonly checks: readonly Check[];
  readonly deaths: DeathScores | null;
  readonly displacement: readonly NumberScore[];
  readonly strength: readonly NumberScore[];
  readonly anchors: readonly NumberScore[];
}

export interface BacktestRequest extends CaseRequest {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly parametersHash: string;
  readonly referenceHash: string;
  readonly preset: PresetName;
  readonly regionIds: readonly string[];
  readonly neighbourIds: readonly string[];
  /** A reporting factor held fixed; fitted when absent. */
  readonly factor?: number;
}

const COVERED = 0.8;
const RANK = 0.5;
const LEAST_REGIONS = 3;

const medianOf = (values: Float64Array): number => quantile(sorted(values), 0.5);

/** The factor that makes the median future record as many deaths as the record; 1 when that cannot be said. */
function fitFactor(series: DeathSeries | undefined, futures: CaseFutures, runs: number): number {
  if (series === undefined) return 1;
  const totals = new Float64Array(runs);
  for (const values of futures.deaths) values.forEach((value, run) => { totals[run]! += value; });
  const simulated = medianOf(totals);
  const recorded = sumOf(series.best);
  return simulated > 0 && recorded > 0 ? recorded / simulated : 1;
}

function scoreDeaths(series: DeathSeries, futures: CaseFutures, factor: number, regionIds: readonly string[]): DeathScores {
  const periods = futures.deaths.map(values => values.map(value => value * factor));
  const scores = series.periods.map(({ label }, k): PeriodScore => ({ label, record: series.best[k]!, low: series.low[k]!, high: series.high[k]!, ...bandsOf(periods[k]!) }));
  const regions = futures.regions.map((values, r): RegionScore => ({ region: regionIds[r]!, record: sumOf(series.regions[r]!), ...bandsOf(values.map(value => value * factor)) }));
  const means = futures.regions.map(values => meanOf(values));
  const months = series.periods.map(period => period.month);
  const runs = periods[0]?.length ?? 0;
  const modal = modeOf(Array.from({ length: runs }, (_, run) => peakMonth(byMonths(months, periods.map(values => values[run]!)))));
  const covered = (width: 50 | 90): number => scores.filter(score => isInside(score.record, score, width)).length / scores.length;
  return {
    step: series.step, periods: scores, regions, coverage50: covered(50), coverage90: covered(90),
    rank: regions.length < LEAST_REGIONS ? null : rankCorrelation(regions.map(score => score.record), means),
    peak: { record: peakMonth(byMonths(months, series.best)), modal: modal.word, share: modal.share },
    crps: { model: ensembleScore(periods, series.best), naive: persistenceScore(series.best) },
  };
}

function scoreNumbers(numbers: readonly DatedNumber[], futures: readonly Float64Array[], neighbourIds: readonly string[]): NumberScore[] {
  return numbers.map(({ date, what, neighbour, best, low, high }, k) => {
    const bands = bandsOf(futures[k]!);
    return { date, what, place: neighbour < 0 ? 'all' : neighbourIds[neighbour]!, record: best, low, high, ...bands, inside: meets(low, high, bands) };
  });
}

function checksOf({ deaths, displacement, strength, anchors }: Pick<BacktestReport, 'deaths' | 'displacement' | 'strength' | 'anchors'>): Check[] {
  const checks: Check[] = [];
  const add = (name: string, value: number | string, wanted: string, holds: boolean): void => { checks.push({ name, value, wanted, holds }); };
  if (deaths !== null) {
    add(`${deaths.step}s inside the 90 % band`, deaths.coverage90, `at least ${COVERED}`, deaths.coverage90 >= COVERED);
    if (deaths.rank !== null) add('rank correlation by region', deaths.rank, `at least ${RANK}`, deaths.rank >= RANK);
    add('month of the peak in most futures', deaths.peak.modal, deaths.peak.record, deaths.peak.modal === deaths.peak.record);
    if (Number.isFinite(deaths.crps.naive)) add('ranked probability score by that of persistence', deaths.crps.model / deaths.crps.naive, 'under 1', deaths.crps.model < deaths.crps.naive);
  }
  const inside = (scores: readonly NumberScore[]): number => scores.filter(score => score.inside).length / scores.length;
  if (displacement.length > 0) add('displacement numbers inside the 90 % band', inside(displacement), `at least ${COVERED}`, inside(displacement) >= COVERED);
  if (strength.length > 0) add('troop numbers inside the 90 % band', inside(strength), 'all (1)', inside(strength) === 1);
  if (anchors.length > 0) add('cumulative anchors inside the 90 % band', inside(anchors), 'all (1)', inside(anchors) === 1);
  return checks;
}

/** Simulates a case and scores it. Same request and record, same report, with any executor. */
export async function runBacktest(executor: Executor, request: BacktestRequest, reference: Reference, options: CaseOptions = {}): Promise<BacktestReport> {
  const futures = await simulateCase(executor, request, reference, options);
  const { scenario, plan, seed, runs, preset, ensemble, regionIds, neighbourIds } = request;
  const factor = request.factor ?? fitFactor(reference.deaths, futures, runs);
  const scores = {
    deaths: reference.deaths === undefined ? null : scoreDeaths(reference.deaths, futures, factor, regionIds),
    displacement: scoreNumbers(reference.displacement, futures.displacement, neighbourIds),
    strength: scoreNumbers(reference.strength, futures.strength, neighbourIds),
    anchors: reference.anchors.map(({ date, measure, counted, best, low, high }, k): NumberScore => {
      const bands = bandsOf(counted ? futures.anchors[k]!.map(value => value * factor) : futures.anchors[k]!);
      return { date, what: `${measure}, ${counted ? 'recorded' : 'estimated'}`, place: 'all', record: best, low, high, ...bands, inside: meets(low, high, bands) };
    }),
  };
  return {
    scenario, plan: plan.id, seed, runs, preset, ensemble, engine: ENGINE,
    hashes: { scenario: request.scenarioHash, plan: plan.hash, parameters: request.parametersHash, reference: request.referenceHash },
    factor: { value: factor, fitted: request.factor === undefined && reference.deaths !== undefined }, checks: checksOf(scores), ...scores,
  };
}
