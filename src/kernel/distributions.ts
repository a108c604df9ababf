/**
 * Distributions by inversion: each takes exactly one uniform of the open interval (0, 1) and is monotone in it, so
 * that paired futures stay paired and counts move one way with their rate. No rejection, no hidden state.
 */
import { exp, log } from './math.ts';

/** Largest mean `poisson` takes; larger means count as this. */
export const POISSON_MEAN_LIMIT = 600;

/** A number between low and high. */
export function uniformBetween(u: number, low: number, high: number): number {
  return low + (high - low) * u;
}

/** 1 with probability p, else 0. Monotone: a larger p never turns 1 into 0. */
export function bernoulli(u: number, p: number): number {
  return u < p ? 1 : 0;
}

/**
 * Normal by the inverse distribution function, Wichura's AS 241 (Applied Statistics 37, 1988, PPND16): relative error
 * of the standard quantile below 1e-14.
 */
export function normal(u: number, mean: number, sd: number): number {
  return mean + sd * normalQuantile(u);
}

/** Standard normal quantile of 0 < u < 1. */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (q < 0.425 && q > -0.425) {
    const r = 0.180625 - q * q;
    return q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608)
      / (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1);
  }
  let r = Math.sqrt(-log(q < 0 ? u : 1 - u));
  let x: number;
  if (r <= 5) {
    r -= 1.6;
    x = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734)
      / (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1);
  } else {
    r -= 5;
    x = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772)
      / (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r + 0.59983220655588793769) * r + 1);
  }
  return q < 0 ? -x : x;
}

/** Log-normal: exp(mu + sigma · z). `mu` is the logarithm of the median. */
export function logNormal(u: number, mu: number, sigma: number): number {
  return exp(mu + sigma * normalQuantile(u));
}

/** Exponential with the given rate. */
export function exponential(u: number, rate: number): number {
  return -log(1 - u) / rate;
}

/**
 * Poisson count with the given mean, 0 … `POISSON_MEAN_LIMIT`. Most calls in a quiet place end at the squeeze:
 * P(0) = e^−mean ≥ 1 − mean.
 */
export function poisson(u: number, mean: number): number {
  if (u <= 1 - mean || !(mean > 0)) return 0;
  const rate = mean > POISSON_MEAN_LIMIT ? POISSON_MEAN_LIMIT : mean;
  let p = exp(-rate);
  let sum = p;
  let n = 0;
  while (u > sum) {
    n++;
    p *= rate / n;
    sum += p;
    // past the mean a vanishing term means the sum has reached 1 to rounding
    if (p < 1e-17 && n > rate) break;
  }
  return n;
}

/**
 * Discrete power law on 1 … cut: P(X ≥ n) = (n^−(alpha − 1) − C)/(1 − C) with C = (cut + 1)^−(alpha − 1).
 * Its tail exponent (of the probability of n) is alpha.
 * @param cut largest value, at least 1
 */
export function powerLaw(u: number, alpha: number, cut: number): number {
  const a = alpha - 1;
  const top = Math.floor(cut);
  if (top <= 1) return 1;
  const beyond = a === 1 ? 1 / (top + 1) : exp(-a * log(top + 1));
  const tail = 1 - u * (1 - beyond);
  const x = Math.floor(a === 1 ? 1 / tail : exp(-log(tail) / a));
  return x < 1 ? 1 : x > top ? top : x;
}

/** Rounds x down or up so that the mean is x. */
export function stochasticRound(x: number, u: number): number {
  return Math.floor(x + u);
}

/**
 * An index with chances in proportion to `weights[0 … count − 1]`; the last index with weight where rounding leaves none.
 * @returns −1 when all weights are zero
 */
export function weightedChoice(u: number, weights: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weights[i]!;
  if (!(sum > 0)) return -1;
  const at = u * sum;
  let cumulative = 0;
  let last = -1;
  for (let i = 0; i < count; i++) {
    if (!(weights[i]! > 0)) continue;
    cumulative += weights[i]!;
    last = i;
    if (at < cumulative) return i;
  }
  return last;
}
