/** Verifying: a result is computed again and compared field by field, to the last bit of every number. */

export interface Mismatch {
  /** Field that differs first, such as `plans[0].outcomes.cost.mean`. */
  readonly path: string;
  readonly recorded: unknown;
  readonly recomputed: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * The first field in which two results differ, in the order of the recorded one; undefined when they are the same.
 * A field that only one of them has differs.
 */
export function firstDifference(recorded: unknown, recomputed: unknown, path = ''): Mismatch | undefined {
  if (Array.isArray(recorded) && Array.isArray(recomputed)) {
    const n = Math.max(recorded.length, recomputed.length);
    for (let i = 0; i < n; i++) {
      const found = firstDifference(recorded[i], recomputed[i], `${path}[${i}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (isRecord(recorded) && isRecord(recomputed)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(recomputed)])) {
      const found = firstDifference(recorded[key], recomputed[key], path === '' ? key : `${path}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return Object.is(recorded, recomputed) || (recorded === 0 && recomputed === 0) ? undefined : { path, recorded, recomputed };
}

/**
 * Compares a recorded result with one computed again. Both pass through JSON first, as the file did.
 * @returns the first difference; undefined when the result holds
 */
export function verifyResult(recorded: unknown, recomputed: unknown): Mismatch | undefined {
  return firstDifference(recorded, JSON.parse(JSON.stringify(recomputed)));
}

/** One sentence on a mismatch. */
export function mismatchSentence({ path, recorded, recomputed }: Mismatch): string {
  const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  return `${path === '' ? 'The result' : path} is ${shown(recorded)} in the file and ${shown(recomputed)} when computed again.`;
}
