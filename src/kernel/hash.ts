/** Content hashes: two 32-bit lanes, order matters, the same on every engine. For identity, not for security. */

const START_A = 0x2545f491;
const START_B = 0x9e3779b9 | 0;

/** Accumulates words and bytes; `digest` may be read at any time. */
export class Hasher {
  private a = START_A;
  private b = START_B;
  private length = 0;

  /** Adds one 32-bit word. */
  word(value: number): this {
    this.a = Math.imul(this.a ^ value, 0x85ebca6b);
    this.a = (this.a << 13) | (this.a >>> 19);
    this.b = Math.imul(this.b + value | 0, 0xc2b2ae35) ^ this.a;
    this.b = (this.b << 15) | (this.b >>> 17);
    this.length++;
    return this;
  }

  /** Adds 32-bit words of a buffer. */
  words(values: Int32Array | Uint32Array): this {
    let { a, b } = this;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]! | 0;
      a = Math.imul(a ^ value, 0x85ebca6b);
      a = (a << 13) | (a >>> 19);
      b = Math.imul(b + value | 0, 0xc2b2ae35) ^ a;
      b = (b << 15) | (b >>> 17);
    }
    this.a = a;
    this.b = b;
    this.length += values.length;
    return this;
  }

  /** Adds the UTF-16 units of a text, and its length. */
  text(value: string): this {
    this.word(value.length);
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i));
    return this;
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    const a = finish(this.a ^ this.length);
    const b = finish(this.b ^ a ^ Math.imul(this.length, 0x9e3779b1));
    return hex(a) + hex(b);
  }

  /** 32 bits, signed. */
  digest32(): number {
    return finish(finish(this.a ^ this.length) ^ this.b);
  }
}

function finish(x: number): number {
  let h = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex(x: number): string {
  return (x >>> 0).toString(16).padStart(8, '0');
}

/** 32-bit hash of a text, signed. */
export function hashText(text: string): number {
  return new Hasher().text(text).digest32();
}

/**
 * Hash of a JSON value: keys in sorted order, numbers by their shortest text; 16 hexadecimal digits.
 * @throws when the value holds something JSON cannot carry
 */
export function hashJson(value: unknown): string {
  return new Hasher().text(canonicalJson(value)).digest();
}

/** JSON without spaces and with sorted keys. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON cannot carry ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>;
    return `{${Object.keys(record).sort().map(key => `${JSON.stringify(key)}:${canonicalJson(record[key])}`).join(',')}}`;
  }
  throw new TypeError(`JSON cannot carry ${typeof value}`);
}
