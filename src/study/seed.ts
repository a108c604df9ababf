/** From what a person types to the study seed, an integer 0 … 2⁵³ − 1. */
import seedrandom from 'seedrandom';

const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * A plain integer stays itself; any other text becomes an integer through seedrandom's alea, the same everywhere.
 * @throws when the text is empty
 */
export function seedFrom(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '') throw new Error('A seed needs at least one character.');
  if (/^\d{1,16}$/.test(trimmed)) {
    const value = Number(trimmed);
    if (value <= LARGEST) return value;
  }
  const draw = seedrandom.alea(trimmed);
  const high = Math.floor(draw() * 2097152); // 21 bits
  const low = Math.floor(draw() * 4294967296); // 32 bits
  return high * 4294967296 + low;
}
