/**
 * One interface for whoever does the work: this thread, a pool of Node threads or a pool of browser workers. Results
 * carry their place (first run), and reduction orders by it, so one worker and eight give equal bytes.
 */
import type { ResultOf, Task } from './job.ts';
import type { WorldInput } from './world.ts';

export interface PerformOptions {
  /** Stops handing out tasks; work in progress ends with its chunk and is dropped. */
  readonly signal?: AbortSignal;
  /** Lower goes first when several wait; 0 by default. */
  readonly priority?: number;
}

export interface Executor {
  /** Threads that work at a time. */
  readonly workers: number;
  /** Replaces the world that tasks run in. */
  open(world: WorldInput): Promise<void>;
  /**
   * Performs tasks; results arrive in any order.
   * @throws an Error named "Cancelled" when the signal says so; the first error of a task otherwise
   */
  perform<T extends Task>(tasks: readonly T[], onResult: (result: ResultOf<T>, task: T) => void, options?: PerformOptions): Promise<void>;
  close(): Promise<void>;
}

/** The error of work that was given up. */
export function cancelled(): Error {
  const error = new Error('The work was given up.');
  error.name = 'Cancelled';
  return error;
}
