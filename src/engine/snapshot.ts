/**
 * Snapshots: the bytes of a state with a header, and copies between states of one layout.
 *
 * Header, 32 bytes, little-endian: magic 'FRST', format 1, MODEL_VERSION, day, layout hash, run key (two words), byte length.
 */
import { startRun, type Run } from './run.ts';
import type { Schedule } from './schedule.ts';
import { stateFor } from './run.ts';
import type { State } from './state.ts';
import type { Tables } from './tables.ts';
import { MODEL_VERSION } from './version.ts';

const MAGIC = 0x54535246;
const FORMAT = 1;
const HEADER_BYTES = 32;

/** Copies every column; both states must have the same layout. */
export function copyState(from: State, to: State): void {
  new Uint8Array(to.buffer).set(new Uint8Array(from.buffer));
}

/** The run between two days as bytes. */
export function snapshotOf(run: Run): Uint8Array {
  const { s } = run;
  const bytes = new Uint8Array(HEADER_BYTES + s.buffer.byteLength);
  const header = new DataView(bytes.buffer, 0, HEADER_BYTES);
  [MAGIC, FORMAT, MODEL_VERSION, run.day, s.layout.hash, run.k0, run.k1, s.buffer.byteLength].forEach((value, i) => header.setInt32(i * 4, value, true));
  bytes.set(new Uint8Array(s.buffer), HEADER_BYTES);
  return bytes;
}

/**
 * A run that continues from a snapshot.
 * @throws when the bytes are no snapshot, or of another model version, layout or length
 */
export function restore(bytes: Uint8Array, t: Tables, o: Schedule): Run {
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const field = (i: number) => header.getInt32(i * 4, true);
  const s = stateFor(t, o);
  const problem = field(0) !== MAGIC ? 'these bytes are not a snapshot'
    : field(1) !== FORMAT ? `snapshot format ${field(1)}, this program reads ${FORMAT}`
    : field(2) !== MODEL_VERSION ? `snapshot of model version ${field(2)}, this is version ${MODEL_VERSION}`
    : field(4) !== (s.layout.hash | 0) || bytes.byteLength !== HEADER_BYTES + s.buffer.byteLength ? 'the snapshot belongs to another scenario or plan'
    : undefined;
  if (problem !== undefined) throw new Error(problem);
  const fresh = startRun(t, o, 0, 0, s);
  new Uint8Array(s.buffer).set(bytes.subarray(HEADER_BYTES));
  return { ...fresh, k0: field(5), k1: field(6), day: field(3) };
}
