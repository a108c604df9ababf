/** From what a person types to the study seed, an integer 0 … 2⁵³ − 1. */
import seedrandom from 'seedrandom';
import { findPlainSeed } from './plain-seed.ts';

/**
 * A plain integer stays itself; any other text becomes an integer through seedrandom's alea, the same everywhere.
 * @throws when the text is empty
 */
export function seedFrom(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '') throw new Error('A seed needs at least one character.');
  const plain = findPlainSeed(trimmed);
  if (plain !== undefined) return plain;
  const draw = seedrandom.alea(trimmed);
  const high = Math.floor(draw() * 2097152); // 21 bits
  const low = Math.floor(draw() * 4294967296); // 32 bits
  return high * 4294967296 + low;
}
