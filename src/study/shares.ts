/**
 * Shares of a difference by cause, from knock-outs. D is the difference of two plans in a run, K_i what goes when cause i
 * is taken out of B, S_i what comes when it alone is put into A. Were all effects those of causes and of pairs of causes,
 * D = Σ S_i + P and Σ K_i = Σ S_i + 2 P, so
 *
 *   interactions I = −P = (Σ S_i − Σ K_i)/2     remainder R = D − Σ K_i − I = D − (Σ K_i + Σ S_i)/2
 *
 * and Σ K_i + I + R = D in every run. A share is K_i/D, of means: what knocking the cause out removes. I is negative where
 * causes need each other (each knock-out removes what they do together), positive where one can stand in for another. R is
 * what three or more causes do together, and what could not be knocked out; a small R says that the account is complete.
 */
import { resampledIntervals, type Interval } from './resampling.ts';
import { meanOf } from './statistics.ts';

/** Effects of one cause, run by run. */
export interface Effects {
  readonly knockedOut: Float64Array;
  readonly alone: Float64Array;
}

/** An amount in the outcome's unit, and as a share of the difference; intervals are 95 %. */
export interface Share {
  readonly amount: number;
  readonly interval: Interval;
  /** null while the difference itself cannot be told from none. */
  readonly share: number | null;
  readonly shareInterval: Interval | null;
}

export interface Account {
  readonly difference: { readonly mean: number; readonly interval: Interval };
  /** Whether the interval of the difference leaves out zero: shares of less say nothing. */
  readonly decided: boolean;
  readonly causes: readonly (Share & { readonly alone: number })[];
  readonly interactions: Share;
  readonly remainder: Share;
}

/** Intervals and shares of amounts known run by run. */
export function sharesOf(difference: Float64Array, amounts: readonly Float64Array[], seed: number, purpose: string): { readonly mean: number; readonly interval: Interval; readonly decided: boolean; readonly shares: readonly Share[] } {
  const n = amounts.length;
  const intervals = resampledIntervals(difference.length, 1 + 2 * n, seed, purpose, (rows, into) => {
    let total = 0;
    for (const row of rows) total += difference[row]!;
    into[0] = total / rows.length;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (const row of rows) sum += amounts[i]![row]!;
      into[1 + i] = sum / rows.length;
      into[1 + n + i] = total === 0 ? NaN : sum / total;
    }
  });
  const mean = meanOf(difference);
  const [low, high] = intervals[0]!;
  const decided = low > 0 || high < 0;
  return {
    mean, interval: intervals[0]!, decided,
    shares: amounts.map((values, i) => {
      const amount = meanOf(values);
      return { amount, interval: intervals[1 + i]!, share: decided ? amount / mean : null, shareInterval: decided ? intervals[1 + n + i]! : null };
    }),
  };
}

/** The account of a difference. @param difference B − A, run by run */
export function accountOf(difference: Float64Array, causes: readonly Effects[], seed: number, purpose: string): Account {
  const interactions = new Float64Array(difference.length);
  const remainder = difference.slice();
  for (let run = 0; run < difference.length; run++) {
    for (const { knockedOut, alone } of causes) {
      interactions[run]! += (alone[run]! - knockedOut[run]!) / 2;
      remainder[run]! -= (alone[run]! + knockedOut[run]!) / 2;
    }
  }
  const { mean, interval, decided, shares } = sharesOf(difference, [...causes.map(cause => cause.knockedOut), interactions, remainder], seed, purpose);
  const n = causes.length;
  return {
    difference: { mean, interval }, decided,
    causes: causes.map((cause, i) => ({ ...shares[i]!, alone: meanOf(cause.alone) })), interactions: shares[n]!, remainder: shares[n + 1]!,
  };
}
