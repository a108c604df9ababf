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

const ROWS = PARAMETERS.filter(row => row.distribution !== 'fixed').map(row => {
  const isLog = row.distribution === 'log-normal';
  return { name: row.name, key: cellKey(row.name), low: row.low, high: row.high, isLog, mu: isLog ? (log(row.low) + log(row.high)) / 2 : 0, sigma: isLog ? (log(row.high) - log(row.low)) / (2 * Z95) : 0 };
});

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
    const u = uniform(keys[0]!, keys[1]!, word(STREAMS.assumption, 0, 0), row.key);
    // the 90 % interval, and nothing outside it
    values[row.name] = row.isLog ? clamp(logNormal(0.05 + 0.9 * u, row.mu, row.sigma), row.low, row.high) : uniformBetween(u, row.low, row.high);
  }
  return values as Parameters;
}
