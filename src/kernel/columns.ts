/** Columns in one buffer: a list of named specs and the sizes of their dimensions become offsets, then typed views. */
import { assert } from './assert.ts';
import { hashText } from './hash.ts';

export type ColumnType = 'f64' | 'f32' | 'i32' | 'u8';

export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
  /** Names of dimensions; none for a scalar, which is an array of length one. The last varies fastest. */
  readonly dims: readonly string[];
  readonly unit: string;
  readonly note: string;
  /** Whether the column describes the world (regions, parties, politics, stocks) and enters the result hash. */
  readonly world: boolean;
}

export interface ColumnPlace {
  readonly name: string;
  readonly type: ColumnType;
  readonly byteOffset: number;
  /** Number of values. */
  readonly length: number;
  readonly world: boolean;
}

export interface Layout {
  readonly columns: readonly ColumnPlace[];
  readonly byteLength: number;
  /** Hash of names, types and lengths, in order. */
  readonly hash: number;
}

const BYTES: Record<ColumnType, number> = { f64: 8, f32: 4, i32: 4, u8: 1 };
const ALIGNMENT = 8;

/**
 * Places columns one after the other, each on a multiple of eight bytes.
 * @param sizes length of each dimension
 * @throws when a dimension has no size or a name comes twice
 */
export function layoutOf(specs: readonly ColumnSpec[], sizes: Readonly<Record<string, number>>): Layout {
  const names = new Set<string>();
  const columns: ColumnPlace[] = [];
  let byteLength = 0;
  for (const spec of specs) {
    assert(!names.has(spec.name), `column ${spec.name} comes twice`);
    names.add(spec.name);
    let length = 1;
    for (const dim of spec.dims) {
      const size = sizes[dim];
      assert(size !== undefined && Number.isInteger(size) && size > 0, `column ${spec.name}: dimension ${dim} has size ${size}`);
      length *= size;
    }
    columns.push({ name: spec.name, type: spec.type, byteOffset: byteLength, length, world: spec.world });
    byteLength += Math.ceil((length * BYTES[spec.type]) / ALIGNMENT) * ALIGNMENT;
  }
  return { columns, byteLength, hash: hashText(columns.map(c => `${c.name}:${c.type}:${c.length}`).join(';')) };
}

/** One typed view for each column of a buffer of at least `layout.byteLength` bytes. */
export function viewsOf(layout: Layout, buffer: ArrayBuffer): Record<string, Float64Array | Float32Array | Int32Array | Uint8Array> {
  assert(buffer.byteLength >= layout.byteLength, `the buffer has ${buffer.byteLength} bytes, the layout needs ${layout.byteLength}`);
  return Object.fromEntries(layout.columns.map(column => [column.name, viewOf(column, buffer)]));
}

/** The view of one column. */
export function viewOf(column: ColumnPlace, buffer: ArrayBuffer): Float64Array | Float32Array | Int32Array | Uint8Array {
  switch (column.type) {
    case 'f64': return new Float64Array(buffer, column.byteOffset, column.length);
    case 'f32': return new Float32Array(buffer, column.byteOffset, column.length);
    case 'i32': return new Int32Array(buffer, column.byteOffset, column.length);
    case 'u8': return new Uint8Array(buffer, column.byteOffset, column.length);
  }
}
