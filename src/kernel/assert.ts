/** Errors of the programmer, never of the user: files and input are checked at the doors and give findings. */

/** Thrown when the program breaks a promise it made to itself. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/**
 * States what must hold.
 * @throws AssertionError with the sentence when it does not
 */
export function assert(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new AssertionError(sentence);
}
