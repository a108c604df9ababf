/**
 * Raw draws on standard output for a battery of tests: `node stream.js ORDER`. Each order makes one argument of the
 * keyed hash run through consecutive values, since that is how a simulation asks: neighbours must not resemble.
 */
import { writeSync } from 'node:fs';
import { bits32, runKey, word, WORD_LIMITS } from '../../src/kernel/draws.ts';

export const ORDERS = ['indices', 'days', 'cells', 'runs', 'streams', 'seeds', 'alternating'] as const;
export type Order = (typeof ORDERS)[number];

const BLOCK = 1 << 16;

/** Fills `into` with the draws number `from` … of an order. */
export function fill(order: Order, from: number, into: Int32Array): void {
  const key = new Int32Array(2);
  runKey(1, 0, key);
  const [k0, k1] = [key[0]!, key[1]!];
  const { stream: streams, day: days, index: indices } = WORD_LIMITS;
  for (let i = 0; i < into.length; i++) {
    const n = from + i;
    switch (order) {
      case 'indices': into[i] = bits32(k0, k1, word(6, Math.floor(n / indices) % days, n % indices), Math.floor(n / (indices * days))); break;
      case 'days': into[i] = bits32(k0, k1, word(3, n % days, Math.floor(n / days) % indices), Math.floor(n / (indices * days))); break;
      case 'cells': into[i] = bits32(k0, k1, word(8, 100, 0), n | 0); break;
      case 'runs': runKey(1, n, key); into[i] = bits32(key[0]!, key[1]!, word(6, 10, 0), 12345); break;
      case 'streams': into[i] = bits32(k0, k1, word(n % streams, Math.floor(n / streams) % days, 0), Math.floor(n / (streams * days))); break;
      case 'seeds': runKey(n, 0, key); into[i] = bits32(key[0]!, key[1]!, word(6, 0, 0), 0); break;
      // as the tick asks: 16 regions, 12 streams, then the next day
      case 'alternating': into[i] = bits32(k0, k1, word(1 + (Math.floor(n / 16) % 12), Math.floor(n / 192) % days, 0), Math.imul(n % 16 + 1, 0x01000193)+ Math.floor(n / (192 * days))); break;
    }
  }
}

const asked = process.argv[2];
if (asked !== undefined && (ORDERS as readonly string[]).includes(asked)) {
  const block = new Int32Array(BLOCK);
  const bytes = new Uint8Array(block.buffer);
  try {
    for (let from = 0; ; from += BLOCK) {
      fill(asked as Order, from, block);
      for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
    }
  } catch {
    // the reader has had enough
  }
}
