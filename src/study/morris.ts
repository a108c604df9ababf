/**
 * Screening by elementary effects (Morris 1991, Technometrics 33:161–174), with μ* as Campolongo, Cariboni and Saltelli
 * (2007, Environmental Modelling & Software 22:1509–1518): the mean of absolute effects, which does not cancel.
 *
 * A trajectory starts at a point of a grid of `LEVELS` values a factor and moves one factor after the other by
 * Δ = p/(2(p − 1)), up or down; the effect of a factor is the change of the output over that of the factor. Factors run
 * from 0 to 1, so an effect is in the output's unit over the factor's whole range.
 */
import { KeyedDraws } from './keyed-draws.ts';
import { resampledIntervals, type Interval } from './resampling.ts';
import { deviationOf, meanOf } from './statistics.ts';

/** Levels p of the grid, even. */
export const LEVELS = 4;
export const STEP = LEVELS / (2 * (LEVELS - 1));

export interface MorrisDesign {
  readonly factors: number;
  readonly trajectories: number;
  /** Points [(trajectory · (factors + 1) + step) · factors + factor], 0–1. */
  readonly points: Float64Array;
  /** Factor that moves at each step [trajectory · factors + step], and which way it moves. */
  readonly moved: Int32Array;
  readonly sign: Int8Array;
}

/** Trajectories from random bases, factors in random order, each up or down: the design of Morris 1991, section 3. */
export function morrisDesign(factors: number, trajectories: number, seed: number): MorrisDesign {
  const draws = new KeyedDraws(seed, 'morris');
  const points = new Float64Array(trajectories * (factors + 1) * factors);
  const moved = new Int32Array(trajectories * factors);
  const sign = new Int8Array(trajectories * factors);
  for (let j = 0; j < trajectories; j++) {
    const from = j * 3 * factors;
    const x = new Float64Array(factors);
    const up = new Int8Array(factors);
    for (let i = 0; i < factors; i++) {
      up[i] = draws.at(from + i) < 0.5 ? 1 : -1;
      // the lower half of the levels; a factor that moves down starts a step higher
      const base = Math.floor(draws.at(from + factors + i) * (LEVELS / 2)) / (LEVELS - 1);
      x[i] = up[i] === 1 ? base : base + STEP;
    }
    const order = draws.permutation(factors, from + 2 * factors);
    const at = j * (factors + 1);
    points.set(x, at * factors);
    for (let step = 0; step < factors; step++) {
      const i = order[step]!;
      x[i]! += up[i]! * STEP;
      moved[j * factors + step] = i;
      sign[j * factors + step] = up[i]!;
      points.set(x, (at + step + 1) * factors);
    }
  }
  return { factors, trajectories, points, moved, sign };
}

export interface MorrisIndex {
  /** Mean, mean of absolute values and standard deviation of the effects. */
  readonly mu: number;
  readonly muStar: number;
  readonly sigma: number;
  /** 95 % intervals over trajectories. */
  readonly muStarInterval: Interval;
  readonly muInterval: Interval;
}

/** Elementary effects [factor][trajectory] of the outputs of a design, one output a point. */
export function elementaryEffects(design: MorrisDesign, outputs: ArrayLike<number>): Float64Array[] {
  const { factors, trajectories, moved, sign } = design;
  const effects = Array.from({ length: factors }, () => new Float64Array(trajectories));
  for (let j = 0; j < trajectories; j++) {
    for (let step = 0; step < factors; step++) {
      const at = j * (factors + 1) + step;
      effects[moved[j * factors + step]!]![j] = (outputs[at + 1]! - outputs[at]!) / (sign[j * factors + step]! * STEP);
    }
  }
  return effects;
}

/** Indices of all factors. */
export function morrisIndices(design: MorrisDesign, outputs: ArrayLike<number>, seed: number): MorrisIndex[] {
  const effects = elementaryEffects(design, outputs);
  const k = design.factors;
  const intervals = resampledIntervals(design.trajectories, 2 * k, seed, 'morris', (rows, into) => {
    for (let i = 0; i < k; i++) {
      let sum = 0;
      let size = 0;
      for (const row of rows) {
        sum += effects[i]![row]!;
        size += Math.abs(effects[i]![row]!);
      }
      into[i] = size / rows.length;
      into[k + i] = sum / rows.length;
    }
  });
  return effects.map((each, i) => ({
    mu: meanOf(each), muStar: meanOf(each.map(Math.abs)), sigma: deviationOf(each), muStarInterval: intervals[i]!, muInterval: intervals[k + i]!,
  }));
}
