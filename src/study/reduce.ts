/**
 * From chunks to a plan's result. Outcomes and clocks are kept run by run; bands come from whole counts; so neither the
 * order of chunks nor their size changes a bit. Series are kept for the first 512 futures, from which paths are chosen.
 */
import { CONSTRAINTS } from '../engine/schedule.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { DailyHistogram } from './histogram.ts';
import type { ObserveChunk, PlanInput } from './job.ts';
import { clockBands } from './mandate-clock.ts';
import { OUTCOMES } from './outcomes.ts';
import { BAND_LEVELS, MILESTONES, REGION_OUTCOMES, SERIES, type ActionResult, type Milestone, type PlanResult, type RegionOutcome, type SeriesName } from './results.ts';
import { DISPLACED, HARMED, seriesScale, type ScaleFacts } from './series.ts';

/** Futures whose series are kept. */
const KEPT_RUNS = 512;
/** Futures drawn as lines. */
const PATHS = 12;
/** Futures among which those for the map are chosen. */
const MAP_RUNS = 64;
const NOT_UNDER_WAY = 255;
const SERIES_COUNT = SERIES.length;
const LIMITS = CONSTRAINTS.length;
const MARKS = MILESTONES.length;

/** Collects the chunks of one plan; may be read at any time once runs 0 … n − 1 are in. */
export class PlanReducer {
  /** Futures collected. */
  runs = 0;
  private readonly outcomes: readonly Float64Array[];
  private readonly histograms: readonly DailyHistogram[];
  private readonly kept: Float32Array;
  private readonly clock: Float64Array;
  /** [(run · 2 + outcome) · regions + region]; made when the first chunk says how many regions there are. */
  private places = new Float32Array(0);
  private readonly marks: Int32Array;
  /** Futures by order, day and limit. */
  private readonly limits: Uint32Array;
  private readonly rows: number;
  private readonly days: number;
  private readonly plan: PlanInput;
  private readonly seed: number;
  private readonly capacity: number;
  private readonly lines: number;

  /**
   * @param capacity most futures that will come
   * @param lines futures to give as paths
   */
  constructor(plan: PlanInput, seed: number, facts: ScaleFacts, capacity: number, lines: number = PATHS) {
    this.plan = plan;
    this.seed = seed;
    this.capacity = capacity;
    this.lines = lines;
    this.days = facts.days;
    this.rows = plan.rows.length;
    this.outcomes = OUTCOMES.map(() => new Float64Array(capacity));
    this.histograms = SERIES.map(series => new DailyHistogram(seriesScale(series.name, facts), facts.days, capacity));
    this.kept = new Float32Array(Math.min(KEPT_RUNS, capacity) * SERIES_COUNT * facts.days);
    this.clock = new Float64Array(capacity * LIMITS);
    this.marks = new Int32Array(capacity * this.rows * MARKS);
    this.limits = new Uint32Array(this.rows * facts.days * LIMITS);
  }

  /** Adds a chunk, once, in any order. */
  add(chunk: ObserveChunk): void {
    const { days, rows } = this;
    const { firstRun, count } = chunk;
    if (firstRun + count > this.capacity) throw new Error(`chunk ${firstRun} + ${count} lies beyond ${this.capacity} futures`);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < OUTCOMES.length; j++) this.outcomes[j]![firstRun + i] = chunk.outcomes[i * OUTCOMES.length + j]!;
      for (let j = 0; j < SERIES_COUNT; j++) this.histograms[j]!.add(chunk.series, (i * SERIES_COUNT + j) * days);
    }
    const width = SERIES_COUNT * days;
    const room = Math.min(count, KEPT_RUNS - firstRun);
    if (room > 0) this.kept.set(chunk.series.subarray(0, room * width), firstRun * width);
    this.clock.set(chunk.clock, firstRun * LIMITS);
    const places = chunk.regions.length / count;
    if (this.places.length === 0) this.places = new Float32Array(this.capacity * places);
    this.places.set(chunk.regions, firstRun * places);
    this.marks.set(chunk.marks, firstRun * rows * MARKS);
    const { limits } = this;
    const cells = rows * days;
    for (let i = 0; i < count; i++)
      for (let cell = 0; cell < cells; cell++) {
        const limit = chunk.limits[i * cells + cell]!;
        if (limit !== NOT_UNDER_WAY) limits[cell * LIMITS + limit]!++;
      }
    this.runs += count;
  }

  /** The result of the futures collected so far, which must be runs 0 … n − 1. */
  result(): PlanResult {
    const { plan, runs, days } = this;
    const outcomes = Object.fromEntries(OUTCOMES.map((outcome, j) => [outcome.name, this.outcomes[j]!.slice(0, runs)])) as Record<OutcomeName, Float64Array>;
    const bands = Object.fromEntries(SERIES.map((series, j) => {
      const values = new Float32Array(days * BAND_LEVELS.length);
      this.histograms[j]!.quantiles(BAND_LEVELS, values);
      return [series.name, values];
    })) as Record<SeriesName, Float32Array>;
    const mandateClock = new Float64Array(LIMITS);
    for (let run = 0; run < runs; run++) for (let c = 0; c < LIMITS; c++) mandateClock[c]! += this.clock[run * LIMITS + c]!;
    for (let c = 0; c < LIMITS; c++) mandateClock[c]! /= runs;
    return { planId: plan.id, planHash: plan.hash, seed: this.seed, runs, days, outcomes, bands, paths: this.paths(), regions: this.regions(), typical: this.typical(), actions: plan.rows.map((row, i) => this.action(row.id, i)), mandateClock, mandateClockBands: clockBands(this.clock, runs) };
  }

  /** Run numbers 0 … n − 1 by the last value of a series; equal values in run order. */
  private ranked(n: number, series: number): number[] {
    const { kept, days } = this;
    const last = (run: number): number => kept[(run * SERIES_COUNT + series) * days + days - 1]!;
    return Array.from({ length: n }, (_, run) => run).sort((a, b) => last(a) - last(b) || a - b);
  }

  private paths(): PlanResult['paths'] {
    const { kept, days } = this;
    const n = Math.min(this.runs, KEPT_RUNS);
    const order = this.ranked(n, DISPLACED);
    const count = Math.min(this.lines, n);
    const chosen = Int32Array.from({ length: count }, (_, i) => order[Math.floor(((i + 0.5) * n) / count)]!);
    const series = Object.fromEntries(SERIES.map(({ name }, j) => {
      const lines = new Float32Array(count * days);
      chosen.forEach((run, i) => lines.set(kept.subarray((run * SERIES_COUNT + j) * days, (run * SERIES_COUNT + j + 1) * days), i * days));
      return [name, lines];
    })) as Record<SeriesName, Float32Array>;
    return { runs: chosen, series };
  }

  private regions(): PlanResult['regions'] {
    const { runs, places, capacity } = this;
    const width = places.length / capacity / REGION_OUTCOMES.length;
    return Object.fromEntries(REGION_OUTCOMES.map((name, j) => {
      const values = new Float32Array(runs * width);
      for (let run = 0; run < runs; run++) {
        const from = (run * REGION_OUTCOMES.length + j) * width;
        values.set(places.subarray(from, from + width), run * width);
      }
      return [name, values];
    })) as Record<RegionOutcome, Float32Array>;
  }

  private typical(): PlanResult['typical'] {
    const n = Math.min(this.runs, MAP_RUNS);
    const order = this.ranked(n, HARMED);
    const at = (level: number): number => order[Math.round(level * (n - 1))] ?? 0;
    return { quiet: at(0.05), typical: at(0.5), violent: at(0.95) };
  }

  private action(id: string, row: number): ActionResult {
    const { days, runs, limits } = this;
    const constraintDays = new Float32Array(LIMITS);
    const commonest = new Uint8Array(days).fill(NOT_UNDER_WAY);
    const total = new Float64Array(LIMITS);
    for (let k = 0; k < days; k++) {
      const at = (row * days + k) * LIMITS;
      let most = 0;
      for (let c = 0; c < LIMITS; c++) {
        total[c]! += limits[at + c]!;
        if (limits[at + c]! <= most) continue;
        most = limits[at + c]!;
        commonest[k] = c;
      }
    }
    for (let c = 0; c < LIMITS; c++) constraintDays[c] = total[c]! / runs;
    const milestones = Object.fromEntries(MILESTONES.map((milestone, m) => [milestone, this.medianMark(row, m)])) as Record<Milestone, number>;
    return { id, milestones, constraintDays, limits: commonest };
  }

  /** Median day of a milestone over all futures, never counting as later than any day; −1 when the median is never. */
  private medianMark(row: number, mark: number): number {
    const { runs, rows, marks } = this;
    const reached: number[] = [];
    for (let run = 0; run < runs; run++) {
      const day = marks[(run * rows + row) * MARKS + mark]!;
      if (day >= 0) reached.push(day);
    }
    reached.sort((a, b) => a - b);
    return reached[Math.floor((runs - 1) / 2)] ?? -1;
  }
}
