/**
 * The digits of a file's numbers. Two texts can be the same number (0.30000000000000003 and …04), so a changed last digit
 * would pass where values alone are compared; results are written with the fewest digits that tell their numbers apart.
 */

export interface WrittenNumber {
  /** Such as `plans[0].outcomes.cost.mean`. */
  readonly path: string;
  readonly written: string;
  /** As this program writes that number. */
  readonly usual: string;
}

/** Digits that matter: without sign, point, exponent and the zeros around. */
const digitsOf = (text: string): string => text.replace(/e.*$/i, '').replace(/[^\d]/g, '').replace(/^0+|0+$/g, '');

/**
 * The first number of a JSON text whose digits are not those this program would write, whatever its notation.
 * @param text a JSON text without repeated keys
 * @param value what it holds
 */
export function firstOddNumber(text: string, value: unknown): WrittenNumber | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g)?.filter(token => !token.startsWith('"')) ?? [];
  let next = 0;
  const visit = (node: unknown, path: string): WrittenNumber | undefined => {
    if (typeof node === 'number') {
      const written = tokens[next++] ?? '';
      const usual = JSON.stringify(node);
      return digitsOf(written) === digitsOf(usual) ? undefined : { path, written, usual };
    }
    if (node === null || typeof node !== 'object') return undefined;
    for (const [key, child] of Object.entries(node)) {
      const found = visit(child, Array.isArray(node) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(value, '');
}
