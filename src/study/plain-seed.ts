/** Seeds that need no mixing: a whole number stands for itself. */

/** Longest text of a seed, characters. */
export const LONGEST_SEED = 64;

/** The number that a text of up to sixteen digits is, 0 … 2⁵³ − 1; undefined for any other text. */
export function findPlainSeed(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{1,16}$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}
