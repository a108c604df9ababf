/** What a mechanism is: one named function of the tick, with the columns it reads and writes. */
import type { Run } from './run.ts';
import type { ColumnName } from './state.ts';

export interface Mechanism {
  readonly name: string;
  /** Phase of the tick, 1–20 (phases.ts). */
  readonly phase: number;
  /** Sets the columns this mechanism owns on the eve of D0; columns start at zero. */
  readonly initialise?: (run: Run) => void;
  /** Computes day `run.day`. */
  readonly run: (run: Run) => void;
  readonly reads: readonly ColumnName[];
  readonly writes: readonly ColumnName[];
}
