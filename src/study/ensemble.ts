/**
 * Ensembles. `events` keeps one set of assumptions for all futures; `events+assumptions` draws the parameters of
 * each future from their ranges. A draw is keyed by future and parameter name, so all plans share a future's assumptions.
 */
import { logNormal, uniformBetween } from '../kernel/distributions.ts';
import { cellKey, runKey, uniform, word } from '../kernel/draws.ts';
import { clamp, log } from '../kernel/math.ts';
import { STREAMS } from '../engine/streams.ts';
import { PARAMETERS, type Parameters } from '../scenario/parameters.ts';

export const ENSEMBLES = ['events', 'events+assumptions'] as const;
export type EnsembleMode = (typeof ENSEMBLES)[number];

/** Standard normal quantile of 0.95: a log-normal range is read as its 90 % interval. */
const Z95 = 1.6448536269514722;

/** A parameter that an ensemble draws. */
export interface Factor {
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly key: number;
  readonly isLog: boolean;
  readonly mu: number;
  readonly sigma: number;
}

const ROWS: readonly Factor[] = PARAMETERS.filter(row => row.distribution !== 'fixed').map(row => {
  const isLog = row.distribution === 'log-normal';
  return { name: row.name, unit: row.unit, key: cellKey(row.name), low: row.low, high: row.high, isLog, mu: isLog ? (log(row.low) + log(row.high)) / 2 : 0, sigma: isLog ? (log(row.high) - log(row.low)) / (2 * Z95) : 0 };
});

/** Parameters that vary, in register order, but for those that somebody set on purpose. */
export function factorsOf(kept: ReadonlySet<string>): readonly Factor[] {
  return ROWS.filter(row => !kept.has(row.name));
}

/** Value of a parameter at a share 0–1 of its distribution: the 90 % interval of a log-normal, and nothing outside it. */
export function factorValue(row: Factor, u: number): number {
  return row.isLog ? clamp(logNormal(0.05 + 0.9 * u, row.mu, row.sigma), row.low, row.high) : uniformBetween(u, row.low, row.high);
}

/**
 * The parameters of one future.
 * @param base values of the preset with overrides; a parameter in `kept` stays as it is there
 */
export function drawParameters(base: Parameters, kept: ReadonlySet<string>, seed: number, run: number): Parameters {
  const keys = new Int32Array(2);
  runKey(seed, run, keys);
  const values: Record<string, number> = { ...base };
  for (const row of ROWS) {
    if (kept.has(row.name)) continue;
    values[row.name] = factorValue(row, uniform(keys[0]!, keys[1]!, word(STREAMS.assumption, 0, 0), row.key));
  }
  return values as Parameters;
}
